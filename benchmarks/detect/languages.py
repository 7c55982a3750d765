"""Detection by language: our own prompts in English and the six other covered languages.

What our engine decides on texts of languages that are not covered takes no part here: every
prompt is in one that is.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from benchmarks.detect import data
from benchmarks.detect.bench import Bench, at_own_threshold
from benchmarks.detect.names import renamed
from companion.languages import language
from companion.policy import Policy
from companion.scoring import prompts, results
from companion.scoring.results import Case
from companion.scoring.rows import Row
from companion.scoring.spans import shares

ALL = "all"
"""The key of the figures over every language together."""
PARTLY_MARKED = frozenset({"DATE_TIME", "ORGANIZATION"})
"""Types of which the prompts mark some only: full dates, private firms."""
_SHOWN = ("f1", "precision", "recall", "false_positive_rate")


def run(bench: Bench) -> dict[str, Any]:
    """Return figures by engine and language; secret scanners take no part."""
    rows, threshold = data.languages(), Policy().threshold
    return {
        "rows": dict(Counter(row.group for row in rows)),
        "language_right": named_rightly(rows),
        "engines": {
            name: by_language(
                bench.cases(name, rows, "languages"), at_own_threshold(name, threshold)
            )
            for name in bench.general()
        },
    }


def by_language(cases: list[Case], threshold: float) -> dict[str, dict[str, Any]]:
    """Return the figures of every language, in the order of the rows, and of all together."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.row.group, []).append(case)
    return {name: _figures(group, threshold) for name, group in {**groups, ALL: cases}.items()}


def _figures(cases: list[Case], threshold: float) -> dict[str, Any]:
    scored = results.labelled(cases)
    at = prompts.at_threshold(scored, threshold)
    spans = results.entities(renamed(cases))
    persons = spans["by_type"].get("PERSON")
    return {
        "rows": len(cases),
        "failed": sum(case.judged.failed for case in cases),
        **{name: at[name] for name in _SHOWN},
        "auc": round(prompts.area(prompts.curve(scored)), 4),
        "span_f1": spans["overall"]["f1"],
        "span_f1_fully_marked": _fully_marked(spans["by_type"]),
        "person_recall": persons["recall"] if persons else None,
    }


def _fully_marked(by_type: dict[str, dict[str, Any]]) -> float:
    """Return F1 over the types of which every one is marked."""
    rows = [row for group, row in by_type.items() if group not in PARTLY_MARKED]
    return shares(*(sum(row[key] for row in rows) for key in ("matched", "gold", "found")))["f1"]


def named_rightly(rows: list[Row]) -> dict[str, float]:
    """Return for which share of the rows `companion.languages` names the language rightly."""
    right: dict[str, list[bool]] = {}
    for row in rows:
        right.setdefault(row.group, []).append(language(row.text).code == row.group)
    right[ALL] = [each for group in list(right.values()) for each in group]
    return {name: round(sum(each) / len(each), 4) for name, each in right.items()}
