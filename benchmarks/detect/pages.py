"""Writes docs/detection-figures.md and its plots from benchmarks/results/detect.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.detect import aims, prose
from benchmarks.detect.engines import BASELINE, ENGINES, OURS
from companion.scoring import plots
from companion.scoring.plots import Bar
from companion.scoring.prompts import Point

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "detection-figures.md"
IMAGES = ROOT / "docs" / "images"


def render(results: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Return the page, and its plots by file name."""
    parts = results.get("parts", {})
    figures = {name: part["figures"] for name, part in parts.items()}
    images: dict[str, str] = {}
    sections = [prose.HEAD, *_mixed(parts), *_aims(figures)]
    for name, section in _SECTIONS.items():
        if name in figures:
            sections += section(figures[name], images)
            sections.append(_where(parts[name]))
    return "\n".join([*sections, prose.LIMITS]), images


def _mixed(parts: dict[str, Any]) -> Iterator[str]:
    """Say so where parts were measured at different states of our models."""
    ours = {name: part["versions"].get(OURS) for name, part in parts.items()}
    if len(set(ours.values())) > 1:
        said = ", ".join(f"{name} {version}" for name, version in sorted(ours.items()))
        yield f"**These parts were measured with different models of ours: {said}.**\n"


def _where(part: dict[str, Any]) -> str:
    machine = part["machine"]
    return (
        f"*{machine['cores']} cores, load {machine['load']} at the start, Python "
        f"{machine['python']}, {machine['date']}, {part['seconds']} s.*\n"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _title(engine: str) -> str:
    about = ENGINES.get(engine)
    title = about.title if about else engine
    return f"**{title}**" if engine == OURS else title


def _aims(figures: dict[str, Any]) -> Iterator[str]:
    yield "## Aims\n"
    words = {True: "yes", False: "**no**", None: ""}
    yield table(
        ("measure", "Presidio + en_core_web_sm", "aim", "ours", "reached"),
        (
            (line.what, line.baseline, line.want, line.ours, words[line.reached])
            for line in aims.lines(figures)
        ),
    )
    yield prose.TRIED


def _prompts(figures: dict[str, Any], images: dict[str, str]) -> Iterator[str]:
    rows, found = figures["rows"], figures["real_against_ordinary"]
    yield "## Prompts\n"
    yield (
        f"{rows['real']} real private prompts against {rows['ordinary']} ordinary ones. *Phrases "
        "covered* is the share of the phrases labelled private that findings cover.\n"
    )
    yield table(
        (
            *("engine", "F1", "precision", "recall", "false positives", "AUC"),
            *("recall at 1 %", "recall at 5 %", "phrases covered"),
        ),
        ((_title(engine), *_prompt_row(row)) for engine, row in found.items()),
    )
    if OURS in found:
        ours = found[OURS]
        images["detection-roc.svg"] = _roc(found)
        images["detection-reliability.svg"] = plots.reliability(ours["reliability"], alone=True)
        yield "![ROC curve, peers as points](images/detection-roc.svg)\n"
        best = ours["best_f1"]["f1"]
        yield (
            f"Calibration error {ours['ece']:.3f}; best F1 over all thresholds {best:.3f}; "
            f"{ours.get('failed', 0)} prompts could not be judged and count as secured.\n"
        )
        yield "![Reliability diagram](images/detection-reliability.svg)\n"
    yield from _messages(figures)


def _prompt_row(row: dict[str, Any]) -> Iterator[Any]:
    at = row["at_policy_threshold"]
    yield from (at["f1"], at["precision"], at["recall"], at["false_positive_rate"], row["auc"])
    yield row["recall_at_1_percent"]["recall"]
    yield row["recall_at_5_percent"]["recall"]
    yield row["units"]["covered"]


def _roc(found: dict[str, Any]) -> str:
    ours = found[OURS]
    at = ours["at_policy_threshold"]
    chosen = Point(at["threshold"], at["recall"], at["false_positive_rate"])
    others = [
        (ENGINES[engine].title, point["false_positive_rate"], point["recall"])
        for engine, row in found.items()
        if engine != OURS and (point := row["at_policy_threshold"])
    ]
    points = [Point(*point) for point in ours["curve"]]
    return plots.roc(points, name="Sottovoce", chosen=chosen, others=others, alone=True)


def _messages(figures: dict[str, Any]) -> Iterator[str]:
    found = figures["messages"]
    sorts = list(next(row["flagged"] for row in found.values() if "flagged" in row))
    yield "### Work messages\n"
    yield (
        f"{figures['rows']['messages']} messages of ten subjects, half sensitive; the columns "
        "of sorts give the share flagged, which should be 1 for + and 0 for -.\n"
    )
    yield table(
        ("engine", "F1", "precision", "recall", "F1, questions", *sorts),
        (
            (
                _title(engine),
                *(row.get(name) for name in ("f1", "precision", "recall", "f1_questions")),
                *(row.get("flagged", {}).get(sort) for sort in sorts),
            )
            for engine, row in found.items()
        ),
    )


def _entities(figures: dict[str, Any], _: dict[str, str]) -> Iterator[str]:
    yield "## Spans\n"
    yield (
        "Presidio's SpanEvaluator counts a span where nine tenths of its characters agree, "
        "whatever the type; findings of types that the set never labels are left out (*every "
        "type* leaves them in). F1 by type matches spans of one type that overlap by half.\n"
    )
    for name in ("synth_dataset_v2", "generated_large"):
        found = figures[name]
        yield f"### Held-out templates: {name}, {_rows(found)} rows\n"
        yield table(
            (
                *("engine", "SpanEvaluator F2", "precision", "recall", "F2, every type"),
                *("F1, all types", "F1, core types"),
            ),
            ((_title(engine), *_span_row(row)) for engine, row in found.items()),
        )
    found = figures["ambientmeta"]
    yield f"### AmbientMeta, {_rows(found)} rows\n"
    names = ("precision", "recall", "f1", "f2")
    yield table(
        ("engine", *names, "F1, core types", "F1, same borders"),
        (
            (
                _title(engine),
                *(row["all"][name] for name in names),
                row["core_f1"],
                row["all"]["exact"]["f1"],
            )
            for engine, row in found.items()
        ),
    )
    yield "### F1 by type, ours and Presidio's\n"
    yield table(("type", *_columns(figures)), _types(figures))


def _rows(found: dict[str, Any]) -> int:
    rows: int = next(iter(found.values()))["rows"]
    return rows


def _span_row(row: dict[str, Any]) -> Iterator[Any]:
    spans = row["span_evaluator"]
    yield from (spans["labelled"][name] for name in ("f2", "precision", "recall"))
    yield spans["every_type"]["f2"]
    yield from (row["all"]["f1"], row["core_f1"])


def _columns(figures: dict[str, Any]) -> list[str]:
    return [f"{set_name}: {engine}" for set_name in figures for engine in (OURS, BASELINE)]


def _types(figures: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    kinds = {
        kind for found in figures.values() for row in found.values() for kind in row["f1_by_type"]
    }
    for kind in sorted(kinds):
        yield (
            kind,
            *(
                found.get(engine, {}).get("f1_by_type", {}).get(kind)
                for found in figures.values()
                for engine in (OURS, BASELINE)
            ),
        )


def _credentials(figures: dict[str, Any], _: dict[str, str]) -> Iterator[str]:
    titles = {
        "creddata_without_uuid": "CredData without its UUIDs",
        "creddata": "CredData",
        "gitleaks": "gitleaks' own test strings, held half",
    }
    yield "## Secrets\n"
    for name, title in titles.items():
        found = figures[name]
        yield f"### {title}, {next(iter(found.values()))['lines']} lines\n"
        keys = ("f1", "precision", "recall", "false_positive_rate")
        yield table(
            ("engine", "F1", "precision", "recall", "false positives"),
            ((_title(engine), *(row[key] for key in keys)) for engine, row in found.items()),
        )


def _evasion(figures: dict[str, Any], _: dict[str, str]) -> Iterator[str]:
    cells = next(iter(figures.values()))
    tricks = list(cells["by_trick"])
    yield "## Obfuscation\n"
    yield (
        f"{cells['cells']} cells: thirty kinds of values, each hidden by {len(tricks)} tricks; the "
        "share that was found as its own kind, or as anything sensitive. *False alarms*: grave "
        f"findings in {cells['harmless']} harmless texts under the same tricks.\n"
    )
    yield table(
        ("engine", "recall", "found as anything sensitive", "false alarms"),
        (
            (_title(engine), row["recall"], row["recall_any_sensitive"], row["false_alarms"])
            for engine, row in figures.items()
        ),
    )
    pair = [engine for engine in (OURS, BASELINE) if engine in figures]
    yield table(
        ("trick", *map(_title, pair)),
        ((trick, *(figures[engine]["by_trick"][trick] for engine in pair)) for trick in tricks),
    )


def _languages(figures: dict[str, Any], _: dict[str, str]) -> Iterator[str]:
    least, found = min(figures["rows"].values()), figures["engines"]
    yield "## Languages\n"
    yield (
        f"{least} prompts a language, half of them sensitive, written for this by ourselves and "
        "without sight of the training data. That is few: one prompt more or less moves recall "
        f"or false positives of a language by {2 / least:.2f}. Whoever flags every prompt has an "
        "F1 of 0.667 and tells nothing: read it beside the AUC. *F1, spans* is over all marked "
        "types; full dates and private firms alone are marked, so every other date or firm found "
        "counts as wrong there, and *fully marked* leaves both types out. *Names* is the share of "
        "persons found, *language right* how often the language itself was told.\n"
    )
    if OURS in found:
        yield "### Ours by language\n"
        yield table(
            (
                *("language", "F1", "precision", "recall", "false positives", "AUC"),
                *("F1, spans", "fully marked", "names", "language right"),
            ),
            (
                (language, *_language_row(row), figures["language_right"].get(language))
                for language, row in found[OURS].items()
            ),
        )
        failed = max(row["failed"] for row in found[OURS].values())
        yield f"{failed} prompts could not be judged and count as secured.\n"
    for head, key in _LANGUAGE_TABLES.items():
        yield f"### {head}, every engine\n"
        yield table(
            ("engine", *next(iter(found.values()))),
            (
                (_title(engine), *(row[key] for row in by_language.values()))
                for engine, by_language in found.items()
            ),
        )


_LANGUAGE_TABLES = {
    "F1 of prompts": "f1",
    "AUC of prompts": "auc",
    "F1 of fully marked spans": "span_f1_fully_marked",
}


def _language_row(row: dict[str, Any]) -> Iterator[Any]:
    at = ("f1", "precision", "recall", "false_positive_rate", "auc")
    yield from (row[name] for name in (*at, "span_f1", "span_f1_fully_marked", "person_recall"))


def _latency(figures: dict[str, Any], images: dict[str, str]) -> Iterator[str]:
    found = figures["engines"]
    lengths = list(next(iter(found.values()))["ms"])
    images["detection-latency.svg"] = plots.bars(
        [(f"{int(length):,} characters", _bars(found, length)) for length in lengths],
        unit="ms",
        alone=True,
    )
    yield "## Speed and size\n"
    yield (
        "Milliseconds, wall time inside the engine's process; every text goes to each engine in "
        "turn. A third each are held-out real prompts, ordinary prompts and our own sentences, "
        "joined or cut to the length. Ours stops early where a decision may; load is from the "
        "first import to the first answer.\n"
    )
    yield "![Median milliseconds by length](images/detection-latency.svg)\n"
    columns = [f"{q} {int(length):,}" for length in lengths for q in ("p50", "p99")]
    yield table(
        ("engine", "version", *columns, "load, s", "MB loaded", "MB at most"),
        (
            (
                _title(engine),
                row["version"],
                *(f"{row['ms'][length][q]:.3g}" for length in lengths for q in ("p50", "p99")),
                f"{row['load_s']:.2f}",
                row["rss_mb_after_load"],
                row["peak_rss_mb"],
            )
            for engine, row in found.items()
        ),
    )
    yield table(("model file", "MB"), figures["model_files_mb"].items())


def _bars(found: dict[str, Any], length: str) -> list[Bar]:
    return [
        Bar(
            name=ENGINES[engine].title,
            value=max(0.001, row["ms"][length]["p50"]),
            ours=engine == OURS,
        )
        for engine, row in found.items()
    ]


_SECTIONS = {
    "prompts": _prompts,
    "entities": _entities,
    "credentials": _credentials,
    "evasion": _evasion,
    "languages": _languages,
    "latency": _latency,
}
