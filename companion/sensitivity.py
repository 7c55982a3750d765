"""The level of sensitivity of a prompt, from its findings and the classifier (step 242).

One finding gives its kind's weight times its score. Some kinds together say more than
either (a name and a diagnosis); such a combination gives a fixed level. The strongest of
these, *f*, and the classifier's probability *p* are two independent signs, so the level is
their noisy-or, 1 - (1 - f)(1 - p) (Pearl, Probabilistic Reasoning, 1988, section 4.3.2).
Every step is monotone: one more finding, or a surer one, never lowers the level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from companion.detectors import kinds
from companion.values import Finding, Sensitivity

DEFAULT_THRESHOLD: Final = 0.60
DEFAULT_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {kind.name: kind.weight for kind in kinds.ALL}
)
UNKNOWN_WEIGHT: Final = 1.0
"""A kind that nobody gave a weight counts in full."""
COMBINING_SCORE: Final = 0.4
"""A finding must be at least this sure to take part in a combination."""
_SHOWN: Final = 0.1
"""Kinds that gave less than this did not carry the level."""
_WORDING_SHOWN: Final = 0.3


class Combination(msgspec.Struct, frozen=True, kw_only=True):
    """Kinds that say more together: one of `first` with one of `second` gives `level`."""

    first: frozenset[str]
    second: frozenset[str]
    level: float


def _pair(first: str, second: str, level: float) -> Combination:
    return Combination(
        first=frozenset(first.split()), second=frozenset(second.split()), level=level
    )


_HEALTH: Final = "MEDICAL_CONDITION MEDICATION MEDICAL_RECORD_NUMBER"
_CONTACT: Final = "EMAIL_ADDRESS PHONE_NUMBER POSTAL_ADDRESS"

COMBINATIONS: Final = (
    _pair("PERSON", _HEALTH, 0.88),
    _pair("DATE_OF_BIRTH EMAIL_ADDRESS PHONE_NUMBER POSTAL_ADDRESS", _HEALTH, 0.86),
    _pair("PERSON", _CONTACT, 0.80),
    _pair("PERSON", "DATE_OF_BIRTH", 0.80),
    _pair("EMAIL_ADDRESS", "PHONE_NUMBER POSTAL_ADDRESS DATE_OF_BIRTH", 0.75),
    _pair("PHONE_NUMBER", "POSTAL_ADDRESS DATE_OF_BIRTH", 0.75),
    _pair("PERSON", "HR_MARKER FINANCIAL_MARKER LEGAL_MARKER", 0.65),
)


def assess(
    findings: tuple[Finding, ...],
    probability: float | None,
    *,
    threshold: float,
    weights: Mapping[str, float],
) -> Sensitivity:
    """Return the level of a prompt with the kinds that carried it, strongest first.

    Args:
        findings: What the detectors found, in any order, repeats allowed.
        probability: The classifier's, 0 to 1, or None where it was not asked.
        threshold: Policy's bar, 0 to 1.
        weights: Policy's weights; a kind that it lacks keeps its default.

    Raises:
        ValueError: The probability or a weight is not within 0 to 1 (NaN is not).
    """
    given = 0.0 if probability is None else _within(probability)
    scores = _strongest_scores(findings)
    carried = _carried(scores, weights)
    strongest = max(carried.values(), default=0.0)
    wording = given * _weight(kinds.SENSITIVE_WORDING, weights)
    if wording >= _WORDING_SHOWN:
        carried[kinds.SENSITIVE_WORDING] = wording
    return Sensitivity(
        level=_noisy_or(strongest, wording),
        threshold=threshold,
        kinds=_named(carried),
        probability=probability,
    )


def _noisy_or(first: float, second: float) -> float:
    """Combine two signs; rounded so that every machine stores and compares one number."""
    return min(1.0, round(1.0 - (1.0 - first) * (1.0 - second), 6))


def _within(value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise ValueError("a probability or weight is not within 0 to 1")
    return value


def _weight(kind: str, weights: Mapping[str, float]) -> float:
    return _within(weights.get(kind, DEFAULT_WEIGHTS.get(kind, UNKNOWN_WEIGHT)))


def _strongest_scores(findings: tuple[Finding, ...]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for finding in findings:
        scores[finding.kind] = max(finding.score, scores.get(finding.kind, 0.0))
    return scores


def _carried(scores: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """Return for each kind the highest level that it gives, alone or in a combination."""
    carried = {kind: _weight(kind, weights) * score for kind, score in scores.items()}
    sure = {
        kind
        for kind, score in scores.items()
        if score >= COMBINING_SCORE and _weight(kind, weights) > 0
    }
    for kind, level in _combined(sure):
        carried[kind] = max(carried[kind], level)
    return carried


def _combined(sure: set[str]) -> Iterator[tuple[str, float]]:
    for combination in COMBINATIONS:
        first, second = sure & combination.first, sure & combination.second
        if first and second:
            yield from ((kind, combination.level) for kind in first | second)


def _named(carried: Mapping[str, float]) -> tuple[str, ...]:
    shown = [kind for kind, level in carried.items() if level >= _SHOWN]
    return tuple(sorted(shown, key=lambda kind: (-carried[kind], kind)))
