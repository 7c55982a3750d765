"""Entity level: held-out templates with Presidio's own evaluator and ours, and AmbientMeta."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import msgspec

from benchmarks.detect import data
from benchmarks.detect.bench import Bench
from benchmarks.detect.engines import PEERS, ROOT
from benchmarks.detect.names import renamed
from companion.scoring import results
from companion.scoring.engine import Judged
from companion.scoring.names import group_of
from companion.scoring.results import Case

TEMPLATES = ("synth_dataset_v2", "generated_large")
CORE = frozenset(
    {
        *("PERSON", "LOCATION", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD"),
        *("IBAN_CODE", "US_SSN", "IP_ADDRESS", "US_DRIVER_LICENSE"),
    }
)
LEAST_SCORE = 0.4
"""Presidio's evaluator leaves out what scores less; so do we, for every engine."""


def run(bench: Bench) -> dict[str, Any]:
    """Return figures by set and engine."""
    figures: dict[str, Any] = {}
    for name in TEMPLATES:
        figures[name] = _templates(bench, name)
    figures["ambientmeta"] = {
        engine: _scored(bench.cases(engine, data.ambiguous(), "AmbientMeta"))
        for engine in bench.general()
    }
    return figures


def _templates(bench: Bench, name: str) -> dict[str, Any]:
    cases = {
        engine: _sure(bench.cases(engine, data.templates(name), name)) for engine in bench.general()
    }
    spans = _span_evaluator(cases)
    return {
        engine: {**_scored(found), "span_evaluator": spans[engine]}
        for engine, found in cases.items()
    }


def _sure(cases: list[Case]) -> list[Case]:
    """Leave out findings that Presidio's evaluator would."""
    return [Case(row=case.row, judged=_above(case.judged, LEAST_SCORE)) for case in renamed(cases)]


def _above(judged: Judged, least: float) -> Judged:
    kept = tuple(finding for finding in judged.findings if finding.score >= least)
    return msgspec.structs.replace(judged, findings=kept)


def _scored(cases: list[Case]) -> dict[str, Any]:
    found = results.entities(renamed(cases))
    core = [row for group, row in found["by_type"].items() if group in CORE]
    return {
        "rows": len(cases),
        "all": found["overall"],
        "core_f1": _f1(core),
        "f1_by_type": {group: row["f1"] for group, row in found["by_type"].items()},
    }


def _f1(rows: list[dict[str, Any]]) -> float:
    matched, gold, found = (sum(row[key] for row in rows) for key in ("matched", "gold", "found"))
    return round(2 * matched / (gold + found), 4) if gold + found else 0.0


def _span_evaluator(cases: dict[str, list[Case]]) -> dict[str, Any]:
    """Return what Presidio's evaluator makes of every engine.

    `strict` counts every finding, `labelled` those of types that the data labels: the
    evaluator is asked for the entities of the data set, as its documentation does.
    """
    rows = next(iter(cases.values()))
    groups = {group_of(name) for case in rows for _, _, name in case.row.spans or ()}
    asked = [
        {
            "text": case.row.text,
            "gold": [(s, e, group_of(name)) for s, e, name in case.row.spans or ()],
            "found": _variants(cases, number, groups),
        }
        for number, case in enumerate(rows)
    ]
    done = subprocess.run(
        [str(PEERS), "-W", "ignore", "-m", "benchmarks.peers.span_evaluator"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "DO_NOT_TRACK": "1"},
        input=json.dumps({"rows": asked}),
        capture_output=True,
        text=True,
        check=True,
    )
    scores = json.loads(done.stdout.splitlines()[-1])  # its imports print, too
    return {
        engine: {kind: scores[f"{engine} {kind}"] for kind in ("labelled", "every_type")}
        for engine in cases
    }


def _variants(
    cases: dict[str, list[Case]], number: int, groups: set[str]
) -> dict[str, list[tuple[int, int, str, float]]]:
    found = {}
    for engine, judged in cases.items():
        every = [
            (f.start, f.end, group_of(f.kind), f.score) for f in judged[number].judged.findings
        ]
        found[f"{engine} every_type"] = every
        found[f"{engine} labelled"] = [each for each in every if each[2] in groups]
    return found
