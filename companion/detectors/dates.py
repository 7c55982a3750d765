"""Dates, times, dates of birth and ages, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from companion.detectors.identifiers import Identifier
from companion.detectors.scan import Reading, Rule, by_word, finding
from companion.values import Finding

_MONTHS: Final = """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec januar jänner februar feber märz mai juni juli oktober
    dezember okt dez mrz janvier février fevrier mars avril juin juillet août aout septembre
    octobre novembre décembre decembre janv févr avr juil enero febrero marzo abril mayo junio
    julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic janeiro fevereiro
    março maio junho julho setembro outubro novembro dezembro fev set out gennaio febbraio aprile
    maggio giugno luglio settembre ottobre novembre dicembre gen mag giu lug ott januari februari
    maart mei augustus mrt
"""
_WEEKDAYS: Final = """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag
    freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
    miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato
    domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
BIRTH: Final = """
    born birth dob birthday birthdate dateofbirth geboren geburtsdatum geburtstag geb né née
    naissance anniversaire nacido nacida nací nació nacimiento cumpleaños nascido nascida nasci
    nasceu nascimento aniversário nato nata nascita compleanno geboortedatum geboren verjaardag
    geboorte
"""
"""Words that make a date one of birth."""
_DATED: Final = """
    date dated issued expires expiry expiration valid until since due admitted discharged hired
    signed started scheduled appointment meeting visit datum gültig bis seit termin unterzeichnet
    admission rendez vencimiento caduca cita validade vencimento scadenza appuntamento geldig sinds
    afspraak died death
"""


def _day_month_year(value: str) -> bool:
    """Say whether 2+2+4 or 2+2+2 digits are a date, in either order of day and month."""
    first, second, year = int(value[:2]), int(value[2:4]), value[4:]
    days = 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31
    return days and (len(year) == 2 or "1880" <= year <= "2120")


def _year_month_day(value: str) -> bool:
    """Say whether 4+2+2 digits are a date."""
    return (
        "1880" <= value[:4] <= "2120" and 1 <= int(value[4:6]) <= 12 and 1 <= int(value[6:]) <= 31
    )


def _loose(value: str) -> bool:
    """Say whether digits of a date with single digits can be one; the signs carry the rest."""
    return "1880" <= value[-4:] <= "2120"


def _table(kind: str, words: str, bare: float, near: float) -> tuple[Identifier, ...]:
    def dates(shapes: str, check: Callable[[str], bool], sure: float) -> Identifier:
        return Identifier(
            kind=kind, shapes=shapes, words=words, check=check, bare=bare and sure, near=near
        )

    return (
        dates("99/99/9999, 99.99.9999, 99-99-9999, 99 99 9999", _day_month_year, 0.6),
        dates("99/99/99, 99.99.99, 99-99-99", _day_month_year, 0.4),
        dates("9999-99-99, 9999/99/99, 9999.99.99", _year_month_day, 0.6),
        dates(
            "9/9/9999, 9.9.9999, 9-9-9999, 99/9/9999, 9/99/9999, 99.9.9999, 9.99.9999,"
            "99-9-9999, 9-99-9999",
            _loose,
            0.6,
        ),
    )


TABLE: Final = (
    *_table("DATE_OF_BIRTH", BIRTH, 0.0, 0.95),
    *_table("DATE_TIME", _DATED, 0.6, 0.7),
    Identifier(
        kind="DATE_OF_BIRTH", shapes="99999999", words="dob birthdate", check=_year_month_day
    ),
)
"""Numeric dates, which are found like identifiers: by shape, check and words near."""

_DAY: Final = r"(?:[0-3]?\d(?:st|nd|rd|th|\.|º|er)?)"
_YEAR: Final = r"(?:'?\d\d(?!\d|:)|(?:1[89]|20|21)\d\d)(?!\d)"
_BEFORE: Final = re.compile(
    rf"(?<![\w.,/-]){_DAY}(?:\s|-|/|\s(?:of|de|di|del|den)\s|\sde\s)\Z", re.IGNORECASE
)
_AFTER: Final = re.compile(
    rf"[a-zà-ÿ]*\.?(?:(?:\s|-|/)?\s?{_DAY}(?!\d|[:.]\d)(?:,?\s{_YEAR})?"
    rf"|,?(?:\s|-|/|\sde\s|\sdel\s){_YEAR})?",
    re.IGNORECASE,
)
_MONTH_SET: Final = frozenset(_MONTHS.split())
_AMBIGUOUS_TEXT: Final = """
    may mar march mai mars set out ago gen mag jan dec sept sep
"""
_AMBIGUOUS: Final = frozenset(_AMBIGUOUS_TEXT.split())
_BIRTH_SET: Final = frozenset(BIRTH.split())
_CLOCK: Final = re.compile(r":[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?![\w:]|\.\d)")
_HOUR: Final = re.compile(r"(?<![\w:.])(?:[01]?\d|2[0-4])\Z")
_NOON: Final = re.compile(
    r"(?<![\w:.])(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]\.?)?\Z", re.IGNORECASE
)
_YEAR_TOKEN: Final = re.compile(r"(?:19|20)\d\d(?![\w-]|[.,:/]\d)")
_IN_YEAR: Final = re.compile(
    r"\b(?:in|since|during|of|until|seit|im|en|depuis|desde|em|nel|dal|sinds)\s\Z", re.IGNORECASE
)
_YEARS: Final = r"(?<![\w.,-])(?P<value>1[01]\d|[1-9]?\d)"
AGE_RULES: Final = by_word(
    (rule.words, rule)
    for rule in (
        Rule(
            kind="AGE",
            words="years year yo yrs yr y",
            pattern=re.compile(
                _YEARS
                + r"(?:[\s-](?:years?|yrs?)[\s-]old\b|\s?y/?o\b|\s?yrs?\sold|\s?years?\sof\sage)",
                re.IGNORECASE,
            ),
            score=0.85,
            back=6,
        ),
        Rule(
            kind="AGE",
            words="aged age",
            pattern=re.compile(
                r"aged?(?:\sof)?(?:\sis)?[\s:\"=]{1,3}(?P<value>1[01]\d|[1-9]\d?)"
                r"(?![\w.,%:/-]\d|\w|%)",
                re.IGNORECASE,
            ),
            score=0.8,
        ),
        Rule(
            kind="AGE",
            words="turn turns turned turning",
            pattern=re.compile(
                r"(?:turn(?:s|ed|ing)?\s)(?P<value>1[01]\d|[1-9]\d)(?![\w%$€:]|[.,/-]\d|\s"
                r"(?:degrees|percent))",
                re.IGNORECASE,
            ),
            score=0.75,
        ),
        Rule(
            kind="AGE",
            words="when",
            pattern=re.compile(
                r"when\s(?:i|he|she|they)\s(?:was|were|turned)\s(?P<value>1[01]\d|[1-9]\d?)"
                r"(?![\w%$€:]|[.,/-]\d)",
                re.IGNORECASE,
            ),
            score=0.8,
        ),
        Rule(
            kind="AGE",
            words="i he she",
            pattern=re.compile(
                r"(?:i(?:'m|\sam)|s?he(?:'s|\sis))\s(?P<value>1[01]\d|[1-9]\d)(?:\s?[mfMF]\b)?"
                r"(?=[.!)\n]|,\s|\sand\s|\Z)(?!\.\d)",
                re.IGNORECASE,
            ),
            score=0.75,
        ),
        Rule(
            kind="AGE",
            words="jahre jahren jährige jähriger jährigen jähriges",
            pattern=re.compile(
                _YEARS + r"(?:\sjahren?\s(?:alt|jung)\b|-?\s?jährige[rsn]?)", re.IGNORECASE
            ),
            score=0.85,
            back=5,
        ),
        Rule(
            kind="AGE",
            words="alter leeftijd età idade edad âge",
            pattern=re.compile(
                r"\w+(?:\s(?:von|de|di|van))?[\s:\"=]{1,3}(?P<value>1[01]\d|[1-9]\d?)"
                r"(?![\w.,%]\w|\w|%)",
                re.IGNORECASE,
            ),
            score=0.7,
        ),
        Rule(
            kind="AGE",
            words="ans",
            pattern=re.compile(
                r"(?:\bai|\bas|\ba|\bavait|\bâgée?\sde|\bavoir|\bde)\s" + _YEARS + r"\sans\b",
                re.IGNORECASE,
            ),
            score=0.75,
            back=14,
        ),
        Rule(
            kind="AGE",
            words="años anos",
            pattern=re.compile(
                r"(?:\btengo|\btiene|\bde|\btenho|\btem|\bcon|\bcom)\s" + _YEARS + r"\sa[ñn]os\b",
                re.IGNORECASE,
            ),
            score=0.75,
            back=10,
        ),
        Rule(
            kind="AGE",
            words="anni",
            pattern=re.compile(
                r"(?:\bho|\bha|\bdi|\bavere)\s" + _YEARS + r"\sanni\b", re.IGNORECASE
            ),
            score=0.75,
            back=10,
        ),
        Rule(
            kind="AGE",
            words="jaar jarige",
            pattern=re.compile(_YEARS + r"(?:\sjaar(?:\soud)?\b|-jarige)", re.IGNORECASE),
            score=0.7,
            back=5,
        ),
    )
)

WORDS: Final = (
    _MONTH_SET
    | _BIRTH_SET
    | frozenset(_DATED.split())
    | frozenset(_WEEKDAYS.split())
    | frozenset(AGE_RULES)
    | {"am", "pm", "m"}
)
_WEEKDAY_SET: Final = frozenset(_WEEKDAYS.split())


def dates(reading: Reading) -> Iterator[Finding]:
    """Yield the dates with a month's name and the times of day of a text."""
    text = reading.text
    done = 0
    for start, end, word in reading.hits:
        if word in _WEEKDAY_SET and reading.text[start:end] == word.capitalize():
            yield finding("DATE_TIME", start, end, 0.45)
        if word in _MONTH_SET and start >= done:
            span = _month(text, start, end, word)
            if span:
                done = span[1]
                yield _dated(reading, *span)
    for start, end in reading.tokens:
        if (
            end - start == 4
            and _YEAR_TOKEN.match(text, start)
            and _IN_YEAR.search(text, max(0, start - 8), start)
        ):
            yield finding("DATE_TIME", start, end, 0.45)
    yield from _times(reading)


def _times(reading: Reading) -> Iterator[Finding]:
    """Yield times of day: after a colon, or before *am* and *pm*."""
    text = reading.text
    for match in _CLOCK.finditer(text):
        hour = _HOUR.search(text, max(0, match.start() - 3), match.start())
        if hour:
            yield finding("DATE_TIME", hour.start(), match.end(), 0.5)
    for start, end, word in reading.hits:
        if word in {"am", "pm", "m"}:
            hour = _NOON.search(text, max(0, start - 9), start)
            if hour and (word != "m" or text[start - 1] == "."):
                yield finding("DATE_TIME", hour.start(), end, 0.5)


def _month(text: str, start: int, end: int, word: str) -> tuple[int, int] | None:
    """Return where the date around a month's name stands; a lone name is none."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return None
    before = _BEFORE.search(text, max(0, start - 10), start)
    after = _AFTER.match(text, end)
    stop = after.end() if after else end
    digits = any(char.isdigit() for char in text[end:stop])
    if before:
        return before.start(), stop if digits else end
    if not digits or (word in _AMBIGUOUS and not text[start].isupper()):
        return None
    return start, stop


def _dated(reading: Reading, start: int, end: int) -> Finding:
    for word in reading.near(start, end)[:3]:
        if word in _BIRTH_SET:
            return finding("DATE_OF_BIRTH", start, end, 0.93)
    return finding("DATE_TIME", start, end, 0.7)
