"""What a level rests on, as numbers: one row for the stack that weighs them.

Every signal grows with what was found, and the stack's weights are not negative, so that one
more finding, or a surer one, never lowers a level.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from companion.detectors import kinds
from companion.detectors.kinds import PRIVATE_DETAIL, Category
from companion.sensitivity import rule_level
from companion.values import Finding

Row = npt.NDArray[np.float32]
_LOGIT: Final = 8.0
"""Log-odds are cut here: beyond it a model's certainty says no more."""
_MOST: Final = 8
"""Findings of a kind beyond this many say no more."""
_SEVERAL: Final = 3
_CONTACTS: Final = frozenset(
    ("DATE_OF_BIRTH", "EMAIL_ADDRESS", "PHONE_NUMBER", "POSTAL_ADDRESS", "USERNAME")
)
_MARKERS: Final = frozenset(
    ("CONFIDENTIAL_MARKER", "FINANCIAL_MARKER", "HR_MARKER", "LEGAL_MARKER", "SELF_DISCLOSURE")
)
_COUNTED: Final = {
    "persons": frozenset(("PERSON",)),
    "contacts": _CONTACTS,
    "places": frozenset(("LOCATION", "NRP")),
    "organisations": frozenset(("ORGANIZATION",)),
    "dates": frozenset(("DATE_TIME", "AGE")),
    "money": frozenset(("MONEY",)),
    "health": frozenset(kind.name for kind in kinds.ALL if kind.category is Category.HEALTH),
    "markers": _MARKERS,
    "details": frozenset((PRIVATE_DETAIL,)),
    "numbers": frozenset(kind.name for kind in kinds.ALL if kind.grave),
}
EARLY: Final = ("linear", "rules", "grave", *_COUNTED)
"""The signals that are there before the encoder has read anything."""
NAMES: Final = (*EARLY, "window", "windows", "private", "category")
"""All signals, in the order of the stack's inputs."""


def early(findings: Sequence[Finding], linear: float, weights: Mapping[str, float]) -> Row:
    """Return the signals of a text that the encoder has not read.

    Args:
        findings: What was found, as far as policy lets it count.
        linear: The linear model's probability.
        weights: Policy's weights by kind.
    """
    grave = (f.score for f in findings if _is_grave(f.kind))
    head = (
        logit(linear),
        rule_level(findings, weights),
        max(grave, default=0.0),
    )
    counts = (_count(findings, members) for members in _COUNTED.values())
    return np.array((*head, *counts), np.float32)


def full(row: Row, windows: Sequence[float], private: float, shares: Iterable[float]) -> Row:
    """Return all signals: the early ones with what the encoder made of its windows.

    Args:
        row: The early signals.
        windows: Log-odds of each window; at least one.
        private: The highest probability of a word to be a private detail.
        shares: The categories' probabilities in the text.
    """
    cut = sorted((max(-_LOGIT, min(_LOGIT, value)) for value in windows), reverse=True)
    # A sum of what speaks for it: windows of harmless padding cannot thin it out.
    several = sum(max(0.0, value) for value in cut[:_SEVERAL]) / _SEVERAL
    read = (cut[0], several, private, max(shares, default=0.0))
    return np.concatenate([row, np.array(read, np.float32)])


def private_share(
    finding: Finding, words: Sequence[tuple[int, int, float]], starts: Sequence[int]
) -> float:
    """Return how private a finding's words read, 0 to 1; 1 where nobody read them.

    A public figure's name is as surely a name as a neighbour's; this tells them apart.

    Args:
        finding: With offsets in the same text as the words.
        words: Begin, end and privacy of each word, in order.
        starts: The begins alone.
    """
    first = max(0, bisect_right(starts, finding.start) - 1)
    last = bisect_left(starts, finding.end)
    inside = [mark for _, end, mark in words[first:last] if end > finding.start]
    return sum(inside) / len(inside) if inside else 1.0


def logit(probability: float) -> float:
    """Return the log-odds of a probability, cut where they say no more."""
    inside = min(max(probability, 1e-9), 1 - 1e-9)
    return max(-_LOGIT, min(_LOGIT, math.log(inside / (1 - inside))))


def _is_grave(kind: str) -> bool:
    known = kinds.BY_NAME.get(kind)
    return known is None or known.grave


def _count(findings: Iterable[Finding], members: frozenset[str]) -> float:
    total = sum(finding.score for finding in findings if finding.kind in members)
    return math.log1p(min(total, float(_MOST)))
