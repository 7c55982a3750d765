"""Secrets in code: CredData's lines and the held half of gitleaks' own test strings.

A line counts as flagged when a finding touches it. Of ours only credentials count, of the
others everything they find.
"""

from __future__ import annotations

from typing import Any

from benchmarks.detect import data, engines
from benchmarks.detect.bench import Bench
from benchmarks.detect.data import Line
from companion.detectors import kinds
from companion.detectors.kinds import Category
from companion.scoring.engine import Judged
from companion.scoring.prompts import Scored, at_threshold

UUID = "UUID"
LEAST_SCORE = 0.5


def run(bench: Bench) -> dict[str, Any]:
    """Return figures by set and engine."""
    figures: dict[str, Any] = {"creddata": {}, "creddata_without_uuid": {}, "gitleaks": {}}
    for name in bench.names:
        lines, vectors = data.credentials(), data.vectors()
        flagged = _flagged(bench, name, lines, "CredData")
        figures["creddata"][name] = _scored(lines, flagged)
        plain = [n for n, line in enumerate(lines) if line.category != UUID]
        figures["creddata_without_uuid"][name] = _scored(
            [lines[n] for n in plain], [flagged[n] for n in plain]
        )
        figures["gitleaks"][name] = _scored(vectors, _flagged(bench, name, vectors, "gitleaks"))
    return figures


def _flagged(bench: Bench, name: str, lines: list[Line], what: str) -> list[bool]:
    judged = bench.judged(name, [line.text for line in lines], what)
    return [_touches(name, line, each) for line, each in zip(lines, judged, strict=True)]


def _touches(name: str, line: Line, judged: Judged) -> bool:
    return any(
        finding.start < line.end and finding.end > line.start
        for finding in judged.findings
        if name != engines.OURS or _credential(finding.kind, finding.score)
    )


def _credential(name: str, score: float) -> bool:
    kind = kinds.BY_NAME.get(name)
    return score >= LEAST_SCORE and kind is not None and kind.category is Category.CREDENTIALS


def _scored(lines: list[Line], flagged: list[bool]) -> dict[str, Any]:
    scored = [Scored(float(f), line.label) for line, f in zip(lines, flagged, strict=True)]
    return {"lines": len(lines), **at_threshold(scored, 0.5)}
