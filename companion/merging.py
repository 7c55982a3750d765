"""Makes one list of what several detectors found: each value once, under its best name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from companion.detectors import kinds
from companion.sensitivity import VERIFIED
from companion.values import Finding

_COMMENTS: Final = frozenset(
    (
        "CONFIDENTIAL_MARKER", "CUSTOM_TERM", "FINANCIAL_MARKER", "HR_MARKER", "LEGAL_MARKER",
        "SELF_DISCLOSURE", "MEDICAL_CONDITION", "MEDICATION", kinds.PRIVATE_DETAIL,
    )
)  # fmt: skip
"""Kinds that say something about words which may be of another kind as well."""

_FORMED: Final = frozenset(("TITLE", "URL"))
"""Kinds of which a rule that finds one also knows where it ends."""

_ROUNDS: Final = 4
_OWN: Final = "own_terms"
"""The detector of a policy's own terms."""


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Join findings of one kind that overlap, settle which kind a value is of, and sort.

    A joined finding spans its parts, keeps the highest score, and is its verified part's
    where it has one, else its surest part's. Where findings of different kinds overlap, the
    surer stays, a verified one before any model's opinion, then the longer; kinds that only
    comment on words stay beside others.
    """
    every = list(findings)
    formed = [each for each in every if each.kind in _FORMED and each.detector != kinds.ENCODER]
    formed = _joined(formed)
    for _ in range(_ROUNDS):
        settled = _settled(_joined(_fitted(every, formed)))
        kept = _still_there(formed, settled)
        if len(kept) == len(formed):
            break
        formed = kept  # nothing gives way to what itself gave way
    else:
        settled = _settled(_joined(every))
    return tuple(sorted(settled, key=_order))


def _still_there(formed: list[Finding], settled: list[Finding]) -> list[Finding]:
    places = sorted((each.start, each.end, each.kind) for each in settled if each.kind in _FORMED)
    kept: list[Finding] = []
    for finding in formed:
        place = bisect_left(places, (finding.start + 1,)) - 1
        if place >= 0 and places[place][2] == finding.kind and finding.end <= places[place][1]:
            kept.append(finding)
    return kept


def _fitted(findings: list[Finding], formed: list[Finding]) -> Iterator[Finding]:
    """Yield findings, the encoder's without what a rule knows by its form.

    Within a web address the encoder sees names and numbers; before a name it takes *Dr.* along.
    """
    places = sorted((each.start, each.end, each.kind) for each in formed)
    for finding in findings:
        fitted = finding if finding.detector != kinds.ENCODER else _outside(places, finding)
        if fitted:
            yield fitted


def _outside(places: list[tuple[int, int, str]], finding: Finding) -> Finding | None:
    known = kinds.BY_NAME.get(finding.kind)
    if finding.kind in _FORMED or known is None or known.grave:
        return finding
    after = bisect_left(places, (finding.start + 1,))
    for start, end, kind in places[max(0, after - 1) : after + 1]:
        if end <= finding.start or start >= finding.end:
            continue
        if kind == "URL" or end + 1 >= finding.end:
            return None
        if start <= finding.start:
            return msgspec.structs.replace(finding, start=end + 1)  # behind a space
    return finding


def _joined(findings: Iterable[Finding]) -> list[Finding]:
    merged: list[Finding] = []
    last: dict[str, int] = {}
    for finding in sorted(findings, key=_order):
        index = last.get(finding.kind)
        if index is not None and finding.start < merged[index].end:
            merged[index] = _join(merged[index], finding)
        else:
            last[finding.kind] = len(merged)
            merged.append(finding)
    return merged


def _settled(findings: list[Finding]) -> list[Finding]:
    """Keep the best of overlapping values, best first; the kept ones never overlap."""
    kept = [finding for finding in findings if _comments(finding)]
    taken: list[tuple[int, int]] = []
    for finding in sorted(findings, key=_rank):
        if _comments(finding) or _overlaps(taken, finding):
            continue
        insort(taken, (finding.start, finding.end))
        kept.append(finding)
    return kept


def _comments(finding: Finding) -> bool:
    """Return whether a finding stays beside others: a listed term takes no name's place."""
    return finding.kind in _COMMENTS or finding.detector == _OWN


def _overlaps(taken: list[tuple[int, int]], finding: Finding) -> bool:
    place = bisect_left(taken, (finding.start, finding.start))
    after = place < len(taken) and taken[place][0] < finding.end
    return after or (place > 0 and taken[place - 1][1] > finding.start)


def _rank(finding: Finding) -> tuple[bool, bool, float, int, tuple[int, int, str, float, str]]:
    sure = _is_sure(finding)
    known = kinds.BY_NAME.get(finding.kind)
    grave = sure and (known is None or known.grave)
    long = finding.start - finding.end
    return not grave, not sure, -finding.score, long, _order(finding)


def _is_sure(finding: Finding) -> bool:
    """Return whether a finding is more than a model's opinion or a likeness of form."""
    return finding.detector != kinds.ENCODER and finding.score >= VERIFIED


def _order(finding: Finding) -> tuple[int, int, str, float, str]:
    return finding.start, finding.end, finding.kind, finding.score, finding.detector


def _join(first: Finding, second: Finding) -> Finding:
    """Join two that overlap; what one detector verified stays verified."""
    return Finding(
        kind=first.kind,
        start=first.start,
        end=max(first.end, second.end),
        score=max(first.score, second.score),
        detector=min(first, second, key=_rank).detector,
        part=first.part,
    )
