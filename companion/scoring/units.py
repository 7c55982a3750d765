"""Sensitive phrases: which share of them the findings cover.

A phrase counts as covered when findings of whatever kind cover at least half of its
characters at one of the places where it stands. Phrases are compared without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

HALF: Final = 0.5


def covered(text: str, unit: str, spans: Sequence[tuple[int, int]]) -> bool | None:
    """Return whether spans cover a phrase; None where it does not stand in the text."""
    places = _places(text, unit)
    if not places:
        return None
    return any(_length(place, spans) >= HALF * (place[1] - place[0]) for place in places)


def _places(text: str, unit: str) -> list[tuple[int, int]]:
    """Return where a phrase stands: in any case, with any white space between its words.

    Places at word borders are preferred; a name may also be part of a longer word.
    """
    phrase = r"\s+".join(map(re.escape, unit.split()))
    if not phrase:
        return []
    found = [match.span() for match in re.finditer(phrase, text, re.IGNORECASE)]
    return [place for place in found if _bordered(text, *place)] or found


def _bordered(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _length(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> int:
    start, end = place
    points: set[int] = set()
    for first, last in spans:
        points.update(range(max(start, first), min(end, last)))
    return len(points)
