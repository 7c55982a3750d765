"""Prompt level: real private prompts against ordinary ones, and our own work messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.detect import data, engines
from benchmarks.detect.bench import Bench, at_own_threshold
from companion.policy import Policy
from companion.scoring import calibration, prompts, results
from companion.scoring.prompts import Scored
from companion.scoring.results import Case


def run(bench: Bench) -> dict[str, Any]:
    """Return figures by set and engine."""
    threshold = Policy().threshold
    rows = [*data.real_prompts(), *data.ordinary_prompts()]
    messages = data.messages()
    figures: dict[str, Any] = {
        "rows": {
            "real": len(data.real_prompts()),
            "ordinary": len(data.ordinary_prompts()),
            "messages": len(messages),
        },
        "real_against_ordinary": {},
        "messages": {"question mark alone": _by_question_mark(messages)},
    }
    for name in bench.names:
        own = at_own_threshold(name, threshold)
        cases = bench.cases(name, rows, "prompts")
        figures["real_against_ordinary"][name] = _real(name, cases, own)
        figures["messages"][name] = _messages(bench.cases(name, messages, "messages"), own)
    return figures


def _real(name: str, cases: list[Case], threshold: float) -> dict[str, Any]:
    scored = results.labelled(cases)
    found = prompts.summary(scored, threshold)
    at_ten = found["recall_at_10_percent"]["threshold"]
    figures = {
        **found,
        "failed": sum(case.judged.failed for case in cases),
        "units": results.covered_units(cases, threshold),
        "units_at_10_percent": None if at_ten is None else results.covered_units(cases, at_ten),
    }
    if name == engines.OURS:
        figures["ece"] = calibration.error(scored)
        figures["reliability"] = calibration.reliability(scored)
    else:
        del figures["curve"]
    return figures


def _messages(cases: list[Case], threshold: float) -> dict[str, Any]:
    """Return figures over all messages, by sort, and for questions and statements apart."""
    scored = results.labelled(cases)
    points = prompts.curve(scored)
    flagged: dict[str, list[bool]] = {}
    for case in cases:
        flagged.setdefault(case.row.group, []).append(case.judged.level >= threshold)
    asking = [case for case in cases if case.row.text.endswith("?")]
    stating = [case for case in cases if not case.row.text.endswith("?")]
    return {
        **prompts.at_threshold(scored, threshold),
        "auc": round(prompts.area(points), 4),
        "best_f1": prompts.best(scored),
        "flagged": {group: round(sum(f) / len(f), 3) for group, f in sorted(flagged.items())},
        "f1_questions": _f1(asking, threshold),
        "f1_statements": _f1(stating, threshold),
    }


def _f1(cases: list[Case], threshold: float) -> float:
    f1: float = prompts.at_threshold(results.labelled(cases), threshold)["f1"]
    return f1


def _by_question_mark(messages: Sequence[Any]) -> dict[str, Any]:
    """Return what 'no question mark, so sensitive' reaches: a set must not give itself away."""
    scored = [Scored(float(not row.text.endswith("?")), bool(row.label)) for row in messages]
    return prompts.at_threshold(scored, 0.5)
