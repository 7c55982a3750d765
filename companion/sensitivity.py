"""The level of sensitivity of a prompt, from its findings and the models (step 242).

Two things make the level. The *probability* is calibrated: of a hundred prompts at 0.7 about
seventy are sensitive; the stack makes it from every signal (`companion.signals`). The *floor*
is a rule: a finding that was verified, of a kind that is grave by itself (a key, a card
number that checks out), or of a kind to which policy gave more weight, carries its weight
whatever the models think, and so does the health of a person who is both named and told
apart from namesakes: the models take a bare statement of it for a line of an encyclopedia.
The level is the higher of the two; policy may weigh the models'
probability like any kind, as `SENSITIVE_WORDING`. Every step is monotone: one
more finding, or a surer one, never lowers the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from companion.detectors import kinds
from companion.detectors.kinds import Category
from companion.values import CategoryShare, Finding, Grade, Sensitivity

DEFAULT_THRESHOLD: Final = 0.50
"""More likely sensitive than not."""
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
_SHARE_SHOWN: Final = 0.3
VERIFIED: Final = 0.85
"""A grave finding that is at least this sure needs nobody else's opinion."""


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
_HEALTH_KINDS: Final = frozenset(_HEALTH.split())
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

IDENTIFIERS: Final = frozenset(
    (*_CONTACT.split(), "DATE_OF_BIRTH", "ACCOUNT_NUMBER", "MEDICAL_RECORD_NUMBER")
) | {kind.name for kind in kinds.ALL if kind.grave and kind.category is Category.PERSONAL}
"""What tells a named person apart from all namesakes."""
IDENTIFYING_SCORE: Final = 0.7
"""A name, an identifier and something of health that are at least this sure are a floor."""
IDENTIFIED_HEALTH: Final = 0.88
"""That floor: what a name with something of health gives by rule."""
_IDENTIFIED: Final = (frozenset(("PERSON",)), IDENTIFIERS, _HEALTH_KINDS)


def assess(
    findings: tuple[Finding, ...],
    probability: float | None,
    *,
    threshold: float,
    weights: Mapping[str, float],
    categories: tuple[CategoryShare, ...] = (),
    stage: str = "",
) -> Sensitivity:
    """Return the level of a prompt with the kinds that carried it, strongest first.

    Args:
        findings: What the detectors found, in any order, repeats allowed.
        probability: The models', 0 to 1, or None where they were not asked.
        threshold: Policy's bar, 0 to 1.
        weights: Policy's weights; a kind that it lacks keeps its default.
        categories: How likely each category is, as the models say.
        stage: The stage of detection that settled the matter.

    Raises:
        ValueError: The probability or a weight is not within 0 to 1 (NaN is not).
    """
    given = 0.0 if probability is None else _within(probability)
    said = given * _weight(kinds.SENSITIVE_WORDING, weights)
    carried = _carried(_strongest_scores(findings), weights)
    if said >= _WORDING_SHOWN and said > max(carried.values(), default=0.0):
        carried[kinds.SENSITIVE_WORDING] = said
    level = round(max(said, floor(findings, weights)), 6)
    return Sensitivity(
        level=level,
        threshold=threshold,
        kinds=_named(carried),
        probability=probability,
        grade=_grade(findings, weights, reached=level >= threshold),
        categories=_shares(findings, categories, weights),
        stage=stage,
    )


def rule_level(findings: Iterable[Finding], weights: Mapping[str, float]) -> float:
    """Return the level that the strongest finding or combination gives by rule alone."""
    return max(_carried(_strongest_scores(findings), weights).values(), default=0.0)


def floor(findings: Iterable[Finding], weights: Mapping[str, float]) -> float:
    """Return the level below which findings do not let a prompt fall, whatever the models say."""
    every = tuple(findings)
    alone = max((_floor(finding, weights) for finding in every), default=0.0)
    return max(alone, identified_health(every, weights))


def identified_health(findings: Iterable[Finding], weights: Mapping[str, float]) -> float:
    """Return the floor that the health of an identified person gives; 0 where it is not told."""
    return IDENTIFIED_HEALTH * _identified(_strongest_scores(findings), weights)


def _floor(finding: Finding, weights: Mapping[str, float]) -> float:
    weight = _weight(finding.kind, weights)
    raised = weight > DEFAULT_WEIGHTS.get(finding.kind, 0.0)
    return weight * finding.score if raised or is_verified(finding) else 0.0


def _identified(scores: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how much somebody's health with name and identifier counts, 0 to 1.

    It counts as policy lets the weakest of the three parts: in full at the default weights,
    by half where a part has half of its own, not at all where a part is switched off.
    """
    sure = {kind for kind, score in scores.items() if score >= IDENTIFYING_SCORE}
    parts = (
        max(
            (min(1.0, _weight(kind, weights) / DEFAULT_WEIGHTS[kind]) for kind in sure & part),
            default=0.0,
        )
        for part in _IDENTIFIED
    )
    return min(parts)


def is_verified(finding: Finding) -> bool:
    """Return whether a finding is grave by itself and more than a model's opinion."""
    kind = kinds.BY_NAME.get(finding.kind)
    grave = kind is None or kind.grave or kind.name == kinds.CUSTOM_TERM
    return grave and finding.score >= VERIFIED and finding.detector != kinds.ENCODER


def grave_kinds(findings: Iterable[Finding], level: Sensitivity) -> tuple[str, ...]:
    """Return the kinds that make a level grave, strongest first; none where it is not."""
    if level.grade is not Grade.GRAVE:
        return ()
    verified = {finding.kind for finding in findings if is_verified(finding)}
    grave = verified.intersection(level.kinds) or {"PERSON", *_HEALTH_KINDS}
    return tuple(kind for kind in level.kinds if kind in grave)


def _grade(findings: tuple[Finding, ...], weights: Mapping[str, float], *, reached: bool) -> Grade:
    counted = [finding for finding in findings if _weight(finding.kind, weights) > 0]
    sure = {finding.kind for finding in counted if finding.score >= COMBINING_SCORE}
    if any(map(is_verified, counted)):
        return Grade.GRAVE
    if reached and "PERSON" in sure and sure & _HEALTH_KINDS:
        return Grade.GRAVE
    if reached:
        return Grade.PRIVATE
    return Grade.QUASI if counted else Grade.PUBLIC


def _shares(
    findings: Iterable[Finding],
    categories: Iterable[CategoryShare],
    weights: Mapping[str, float],
) -> tuple[CategoryShare, ...]:
    """Join what the models say of each category with what was found of its kinds."""
    shares = {each.category: each.share for each in categories}
    for finding in findings:
        kind = kinds.BY_NAME.get(finding.kind)
        if kind and kind.name != kinds.PRIVATE_DETAIL:
            share = round(_weight(kind.name, weights) * finding.score, 4)
            shares[kind.category] = max(share, shares.get(kind.category, 0.0))
    named = [(share, name) for name, share in shares.items() if share >= _SHARE_SHOWN]
    ordered = sorted(named, key=lambda pair: (-pair[0], pair[1]))
    return tuple(CategoryShare(category=str(name), share=share) for share, name in ordered)


def _within(value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise ValueError("a probability or weight is not within 0 to 1")
    return value


def _weight(kind: str, weights: Mapping[str, float]) -> float:
    return _within(weights.get(kind, DEFAULT_WEIGHTS.get(kind, UNKNOWN_WEIGHT)))


def _strongest_scores(findings: Iterable[Finding]) -> dict[str, float]:
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
