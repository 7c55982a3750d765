"""Sensitive phrases: which share of them the findings cover.

A phrase counts as covered when findings of whatever kind cover at least half of its
characters at one of the places where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

HALF: Final = 0.5


def covered(text: str, unit: str, spans: Sequence[tuple[int, int]]) -> bool | None:
    """Return whether spans cover a phrase; None where it does not stand in the text."""
    places = list(_places(text, unit))
    if not places:
        return None
    return any(_length(place, spans) >= HALF * (place[1] - place[0]) for place in places)


def _places(text: str, unit: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands."""
    phrase = unit.strip()
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + len(phrase))


def _length(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> int:
    start, end = place
    points: set[int] = set()
    for first, last in spans:
        points.update(range(max(start, first), min(end, last)))
    return len(points)
