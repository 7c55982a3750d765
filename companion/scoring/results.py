"""From labelled rows and judgements to one table of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from companion.scoring import calibration, latency, prompts, units
from companion.scoring.engine import Judged
from companion.scoring.names import group_of
from companion.scoring.prompts import Scored
from companion.scoring.rows import Row
from companion.scoring.spans import Mark, SpanScorer


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One row and what was made of it."""

    row: Row
    judged: Judged


def evaluate(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    """Return every figure that the rows' labels allow; none of them holds any text.

    Args:
        cases: At least one.
        threshold: A level that meets it counts as judged sensitive.
    """
    figures: dict[str, Any] = {"rows": _rows(cases)}
    if any(case.row.spans is not None for case in cases):
        figures["entities"] = entities(cases)
    if any(case.row.units for case in cases):
        figures["units"] = covered_units(cases, threshold)
    if scored := labelled(cases):
        figures["prompts"] = prompts.summary(scored, threshold)
        figures["calibration"] = {
            "ece": calibration.error(scored),
            "reliability": calibration.reliability(scored),
        }
    figures["kinds"] = _kinds(cases, threshold)
    figures["milliseconds"] = milliseconds(cases)
    return figures


def _rows(cases: Sequence[Case]) -> dict[str, int]:
    labels = Counter(case.row.sensitive for case in cases)
    return {
        "all": len(cases),
        "sensitive": labels[True],
        "ordinary": labels[False],
        "unlabelled": labels[None],
        "with_spans": sum(case.row.spans is not None for case in cases),
        "failed": sum(case.judged.failed for case in cases),
    }


def labelled(cases: Sequence[Case]) -> list[Scored]:
    """Return level and label of every row that has a label."""
    return [
        Scored(case.judged.level, case.row.sensitive)
        for case in cases
        if case.row.sensitive is not None
    ]


def entities(cases: Sequence[Case]) -> dict[str, Any]:
    """Return the entity level, over the rows on which somebody labelled spans."""
    marked = [(case, case.row.spans) for case in cases if case.row.spans is not None]
    names = {name for _, spans in marked for _, _, name in spans}
    scorer = SpanScorer(frozenset(map(group_of, names)))
    for case, spans in marked:
        gold = [Mark.of(*span) for span in spans]
        scorer.add(gold, [Mark.of(f.start, f.end, f.kind) for f in case.judged.findings])
    return {**scorer.plain(), "types": {name: group_of(name) for name in sorted(names)}}


def covered_units(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    """Return which share of the units is covered, in all rows and in those judged sensitive.

    `secured` is the share of units whose prompt is judged sensitive: these go nowhere else,
    whether or not a finding covers them.
    """
    total = absent = covered = both = secured = 0
    for case in cases:
        spans = [(finding.start, finding.end) for finding in case.judged.findings]
        sensitive = case.judged.level >= threshold
        for unit in case.row.units:
            hit = units.covered(case.row.text, unit, spans)
            if hit is None:
                absent += 1
                continue
            total, covered = total + 1, covered + hit
            both, secured = both + (hit and sensitive), secured + sensitive
    return {
        "units": total,
        "not_verbatim": absent,
        "covered": _share(covered, total),
        "covered_in_prompts_judged_sensitive": _share(both, total),
        "in_prompts_judged_sensitive": _share(secured, total),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _kinds(cases: Sequence[Case], threshold: float) -> dict[str, dict[str, int]]:
    """Return for each kind in how many rows it was found, by what the row is and was judged."""
    counts: dict[str, Counter[str]] = {}
    for case in cases:
        truth = {True: "sensitive", False: "ordinary", None: "unlabelled"}[case.row.sensitive]
        verdict = "secured" if case.judged.level >= threshold else "public"
        for kind in {finding.kind for finding in case.judged.findings}:
            counts.setdefault(kind, Counter())[f"{truth}_{verdict}"] += 1
    return {kind: dict(sorted(count.items())) for kind, count in sorted(counts.items())}


def milliseconds(cases: Sequence[Case]) -> dict[str, Any]:
    """Return what judging took: over all rows, and by length."""
    pairs = [(len(case.row.text), case.judged.milliseconds) for case in cases]
    return {
        "all": latency.quantiles(spent for _, spent in pairs),
        "by_length": latency.by_length(pairs),
    }


def by_group(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    """Return the same figures for each group of rows, where the rows have groups."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.row.group, []).append(case)
    if set(groups) <= {""}:
        return {}
    return {"groups": {name: evaluate(groups[name], threshold) for name in sorted(groups)}}
