"""Dates, times and ages in the forms that people give them, as slots."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.corpus.entity_places import Maker, chosen, listed
from models.fields import Fields

Slots = dict[str, tuple[str | None, Maker]]

MONTHS: Final = listed(
    """January; February; March; April; May; June; July; August; September; October; November;
    December"""
)
_DAYS: Final = listed("Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday")
_RELATIVE: Final = listed(
    """today; tomorrow; yesterday; tonight; this morning; last night; next week; last week; next
    month; last month; last year; next year; this weekend; two days ago; three weeks ago; in a
    fortnight; five years ago; the day after tomorrow; the end of the month; in the 1990s; the
    1980s; noon; midnight; Christmas; Easter Monday; New Year's Eve; Thanksgiving; Q3; the summer
    of 2019; Eid; last spring; this autumn; Valentine's Day; Boxing Day; mid-March; early June;
    late 2021; 10 minutes ago; an hour ago; the 19th century; Hanukkah; Diwali; the weekend;
    Halloween; Black Friday; Ramadan"""
)


def days(first: int, last: int, months: tuple[str, ...], forms: tuple[str, ...]) -> Maker:
    """Return a maker of dates between two years, in one of the forms."""

    def make(fields: Fields) -> str:
        rng = fields.rng
        month = rng.randint(1, 12)
        year, day, name = rng.randint(first, last), rng.randint(1, 28), months[month - 1]
        return rng.choice(forms).format(
            y=year, yy=f"{year % 100:02}", m=month, d=day, n=name, s=name[:3], th=ordinal(day)
        )

    return make


def ordinal(number: int) -> str:
    """Return an English ordinal, such as 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


FULL_DATES: Final = (
    "{y}-{m:02}-{d:02}",
    "{m:02}/{d:02}/{y}",
    "{d:02}/{m:02}/{y}",
    "{m}/{d}/{yy}",
    "{d:02}.{m:02}.{y}",
    "{d} {n} {y}",
    "{n} {d}, {y}",
    "{n} {th}, {y}",
    "{d} {s} {y}",
    "{s} {d}, {y}",
    "the {th} of {n} {y}",
    "{d}-{s}-{y}",
    "{y}/{m:02}/{d:02}",
    "{d:02}{m:02}{y}",
    "{d}-{m}-{y}",
    "{s}. {d}, {y}",
    "{d}/{m}/{yy}",
)
_PART_DATES: Final = (
    "{n} {d}",
    "{n} {th}",
    "{th} of {n}",
    "{d} {n}",
    "{n} {y}",
    "{y}",
    "{s} {d}",
    "{d}/{m}",
    "{n}",
    "{s} {y}",
    "the {th}",
    "{m:02}/{y}",
)
_EARLY: Final = days(1931, 2012, MONTHS, FULL_DATES)
_LATE: Final = days(2015, 2027, MONTHS, FULL_DATES)
_PART: Final = days(1985, 2027, MONTHS, _PART_DATES)


def clock(fields: Fields) -> str:
    """Return a time of day."""
    rng = fields.rng
    hour, minute = rng.randint(1, 12), rng.choice((0, 5, 10, 15, 20, 30, 45, 50, 59))
    forms = (
        "{h}:{m:02} {p}m",
        "{h}:{m:02}{p}m",
        "{h}{p}m",
        "{h} {p}.m.",
        "{d:02}:{m:02}",
        "{h} o'clock",
        "half past {h}",
        "{d:02}:{m:02}:{d:02}",
        "{h}:{m:02} {u}M",
    )
    half = rng.choice("ap")
    values = {"h": hour, "m": minute, "p": half, "u": half.upper(), "d": rng.randint(0, 23)}
    return rng.choice(forms).format(**values)


def _clock(fields: Fields) -> str:
    rng = fields.rng
    form = rng.choice(("{h}:{m:02}", "{h:02}:{m:02}", "{h}.{m:02}"))
    return form.format(h=rng.randint(7, 22), m=rng.choice((0, 15, 30, 45)))


def _weekday(fields: Fields) -> str:
    day = fields.rng.choice(_DAYS)
    forms = (
        "{}",
        "{}",
        "next {}",
        "last {}",
        "this {}",
        "{} morning",
        "{} evening",
        "{} night",
        "{}s",
    )
    return fields.rng.choice(forms).format(day)


def _any_date(fields: Fields) -> str:
    makers = (_LATE, _LATE, _EARLY, _PART, _weekday, chosen(_RELATIVE), clock)
    return fields.rng.choice(makers)(fields)


FAMILIES: tuple[Family, ...] = ()
SLOTS: Final[Slots] = {
    "c_date": ("DATE_TIME", _any_date),
    "c_fulldate": ("DATE_TIME", _LATE),
    "c_isodate": ("DATE_TIME", days(2018, 2027, MONTHS, ("{y}-{m:02}-{d:02}",))),
    "c_partdate": ("DATE_TIME", _PART),
    "c_weekday": ("DATE_TIME", _weekday),
    "c_relative": ("DATE_TIME", chosen(_RELATIVE)),
    "c_time": ("DATE_TIME", clock),
    "c_clock": ("DATE_TIME", _clock),
    "c_year": ("DATE_TIME", lambda fields: str(fields.rng.randint(1400, 2027))),
    "c_month": ("DATE_TIME", chosen(MONTHS)),
    "c_dob": ("DATE_OF_BIRTH", _EARLY),
    "c_birthyear": ("DATE_OF_BIRTH", lambda fields: str(fields.rng.randint(1931, 2012))),
    "c_isodob": ("DATE_OF_BIRTH", days(1931, 2012, MONTHS, ("{y}-{m:02}-{d:02}",))),
    "c_kid": ("AGE", lambda fields: str(fields.rng.randint(3, 17))),
    "c_age": ("AGE", lambda fields: str(fields.rng.randint(1, 97))),
}
