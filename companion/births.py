"""Dates of birth of people who are long dead: they identify nobody who lives.

Nobody who is alive was born before 1909. A date of birth from before then is history's, and says of
no illness beside it whose privacy it could touch. It stays a finding, but no sure one. A year
that may be of another calendar (1361 is 1982 in Iran) counts as one of somebody who lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from companion.values import Finding

LIVING: Final = 1909
"""The year of birth from which on somebody may live; as years go by it errs towards care."""
GREGORIAN: Final = 1500
"""Before that year a number may count the years of another calendar, up to today."""
LONG_AGO: Final = 0.5
"""How sure a date of birth from before that year is taken for an identifier, at most."""
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_AFTER: Final = re.compile(r",?(?:\s(?:de|del|of)?\s?|[-/.])(\d{4})(?!\d)")
"""The year of a date that was found without it."""


def dimmed(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """Return findings with dates of birth long ago scored no surer than `LONG_AGO`.

    A date without a year of four digits, or with another year as well, is left as it is.

    Args:
        findings: With offsets in the text.
        text: As the person wrote it.
    """
    return tuple(
        msgspec.structs.replace(each, score=min(each.score, LONG_AGO))
        if each.kind == "DATE_OF_BIRTH" and _is_long_ago(text, each.start, each.end)
        else each
        for each in findings
    )


def _is_long_ago(text: str, start: int, end: int) -> bool:
    years = _YEAR.findall(text, start, end)
    after = None if years else _YEAR_AFTER.match(text, end)
    latest = max(map(int, years), default=int(after[1]) if after else LIVING)
    return GREGORIAN <= latest < LIVING
