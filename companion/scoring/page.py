"""The page of `sottovoce evaluate`: figures and plots in one file that loads nothing.

It shows ids, kinds, classes and counts. Nothing that a row says stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from companion.scoring import plots
from companion.scoring.plots import Bar
from companion.scoring.prompts import Point
from companion.scoring.spans import MISSED, NOTHING

_STYLE: Final = """
:root { color-scheme: light dark; --page: #fbfbfa; --surface: #fff; --ink: #1c1f1e;
  --soft: #5a6360; --border: #dfe3e1; --private: #0f766e; --wash: 15 118 110; }
@media (prefers-color-scheme: dark) { :root { --page: #131615; --surface: #191d1c;
  --ink: #e8ecea; --soft: #a2aca8; --border: #2f3634; --private: #5eead4; --wash: 94 234 212; } }
body { margin: 0 auto; max-inline-size: 1080px; padding: 24px 16px; background: var(--page);
  color: var(--ink); font: 14px/20px system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { font-size: 20px; line-height: 28px; } h2 { font-size: 16px; line-height: 24px;
  margin-block: 32px 8px; } p { color: var(--soft); max-inline-size: 68ch; margin-block: 4px 8px; }
section.plots { display: flex; flex-wrap: wrap; gap: 16px; } figure { margin: 0;
  border: 1px solid var(--border); border-radius: 8px; background: var(--surface); padding: 8px; }
figcaption { color: var(--soft); padding: 4px 8px; }
svg { max-inline-size: 100%; block-size: auto; }
.scroll { overflow-x: auto; } table { border-collapse: collapse;
  font-variant-numeric: tabular-nums; } th, td { padding: 4px 8px; text-align: end;
  border-block-end: 1px solid var(--border); font-weight: 400; white-space: nowrap; }
th { color: var(--soft); } th:first-child { text-align: start; color: var(--ink); }
td.share { background: rgb(var(--wash) / calc(var(--s) * 0.45)); }
"""


def render(figures: Mapping[str, Any], *, title: str) -> str:
    """Return the whole page as HTML.

    Args:
        figures: What `results.evaluate` returned, with `policy` and `model_id`.
        title: The name of the data.
    """
    threshold = figures["policy"]["threshold"]
    body = [
        f"<h1>How well prompts were judged: {escape(title)}</h1>",
        f"<p>{escape(_summary(figures))}</p>",
        *_prompts(figures, threshold),
        *_entities(figures),
        *_units(figures),
        *_kinds(figures),
        *_latency(figures),
        *_groups(figures),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Evaluation: {escape(title)}</title>\n"
        f"<style>{plots.STYLE}{_STYLE}</style></head>\n<body><main>\n"
        + "\n".join(body)
        + "\n</main></body></html>\n"
    )


def _summary(figures: Mapping[str, Any]) -> str:
    rows = figures["rows"]
    return (
        f"{rows['all']} rows: {rows['sensitive']} sensitive, {rows['ordinary']} ordinary, "
        f"{rows['unlabelled']} without a label. Models {figures['model_id']}, policy "
        f"{figures['policy']['id']}, threshold {figures['policy']['threshold']:.2f}. "
        f"{rows['failed']} could not be judged and count as secured."
    )


def _prompts(figures: Mapping[str, Any], threshold: float) -> Iterator[str]:
    if "prompts" not in figures:
        return
    found = figures["prompts"]
    yield "<h2>Prompts</h2>"
    rows = [("at the threshold", found["at_policy_threshold"])]
    names = ("precision", "recall", "f1", "accuracy", "false_positive_rate")
    yield _table(("", *names), ((label, *(row[name] for name in names)) for label, row in rows))
    limits = ("recall_at_1_percent", "recall_at_5_percent", "recall_at_10_percent")
    yield _table(
        ("of the ordinary flagged at most", "recall", "false positives", "threshold"),
        (
            (
                f"{name.split('_')[2]} %",
                found[name]["recall"],
                found[name]["false_positive_rate"],
                found[name]["threshold"],
            )
            for name in limits
        ),
    )
    yield (
        f"<p>Area under the curve {found['auc']:.3f}. Best F1 {found['best_f1']['f1']:.3f} at "
        f"{found['best_f1']['threshold']:.2f}. Calibration error "
        f"{figures['calibration']['ece']:.3f}.</p>"
    )
    points = [Point(*point) for point in found["curve"]]
    chosen = found["at_policy_threshold"]
    at = Point(threshold, chosen["recall"], chosen["false_positive_rate"])
    yield '<section class="plots">'
    yield _figure(plots.roc(points, chosen=at), "Each point is a threshold.")
    yield _figure(
        plots.reliability(figures["calibration"]["reliability"]),
        "On the dashed line a level means what it says.",
    )
    yield _figure(plots.thresholds(points, threshold), "The dashed line is the threshold.")
    yield "</section>"


def _figure(plot: str, caption: str) -> str:
    return f"<figure>{plot}<figcaption>{escape(caption)}</figcaption></figure>"


def _entities(figures: Mapping[str, Any]) -> Iterator[str]:
    if "entities" not in figures:
        return
    found = figures["entities"]
    yield "<h2>Spans by type</h2>"
    names = ("gold", "found", "matched", "precision", "recall", "f1", "f2")
    rows = [("all", found["overall"]), *found["by_type"].items()]
    yield _table(
        ("type", *names, "f1, same borders"),
        ((label, *(row[name] for name in names), row["exact"]["f1"]) for label, row in rows),
    )
    yield "<h2>What was taken for what</h2>"
    yield "<p>A row is what was labelled, a column what was found in its place.</p>"
    yield _confusion(found["confusion"])
    if others := found["found_but_never_labelled"]:
        yield "<p>Found, but the data labels no such type, so neither right nor wrong:</p>"
        yield _table(("type", "spans"), others.items())


def _confusion(confusion: Mapping[str, Mapping[str, int]]) -> str:
    found = {name for row in confusion.values() for name in row}
    columns = [*sorted(found - {MISSED}), *([MISSED] if MISSED in found else [])]
    rows = [*sorted(set(confusion) - {NOTHING}), *([NOTHING] if NOTHING in confusion else [])]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("", *columns))
    body = "".join(_confusion_row(name, columns, confusion[name]) for name in rows)
    return f'<div class="scroll"><table><tr>{head}</tr>{body}</table></div>'


def _confusion_row(name: str, columns: Sequence[str], row: Mapping[str, int]) -> str:
    total = sum(row.values())
    cells = "".join(
        f'<td class="share" style="--s:{row[column] / total:.2f}">{row[column]}</td>'
        if column in row
        else "<td></td>"
        for column in columns
    )
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _units(figures: Mapping[str, Any]) -> Iterator[str]:
    if "units" in figures:
        yield "<h2>Sensitive phrases</h2>"
        rows = ((name.replace("_", " "), value) for name, value in figures["units"].items())
        yield _table(("share", ""), rows)


def _kinds(figures: Mapping[str, Any]) -> Iterator[str]:
    if not figures["kinds"]:
        return
    columns = sorted({name for row in figures["kinds"].values() for name in row})
    yield "<h2>Kinds found, in how many rows</h2>"
    yield _table(
        ("kind", *(name.replace("_", ", ") for name in columns)),
        ((kind, *(row.get(name, 0) for name in columns)) for kind, row in figures["kinds"].items()),
    )


def _latency(figures: Mapping[str, Any]) -> Iterator[str]:
    found = figures["milliseconds"]
    yield "<h2>Milliseconds by length in characters</h2>"
    rows = [("all", found["all"]), *found["by_length"].items()]
    yield _table(
        ("characters", "rows", "p50", "p95", "p99"),
        ((name, row["n"], row["p50"], row["p95"], row["p99"]) for name, row in rows),
    )
    groups = [
        (f"{name} characters", [Bar(name=q, value=max(row[q], 0.001)) for q in ("p50", "p99")])
        for name, row in found["by_length"].items()
    ]
    yield '<section class="plots">'
    yield _figure(plots.bars(groups, unit="ms"), "Logarithmic scale.")
    yield "</section>"


def _groups(figures: Mapping[str, Any]) -> Iterator[str]:
    if "groups" not in figures:
        return
    yield "<h2>By group</h2>"
    yield _table(
        ("group", "rows", "prompts F1", "recall", "false positives", "spans F1", "units covered"),
        ((name, *_group(row)) for name, row in figures["groups"].items()),
    )


def _group(row: Mapping[str, Any]) -> Iterable[Any]:
    prompts = row.get("prompts", {}).get("at_policy_threshold", {})
    entities = row.get("entities", {}).get("overall", {})
    return (
        row["rows"]["all"],
        *(prompts.get(name) for name in ("f1", "recall", "false_positive_rate")),
        entities.get("f1"),
        row.get("units", {}).get("covered"),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    top = "".join(f'<th scope="col">{escape(name.replace("_", " "))}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{escape(str(row[0]))}</th>'
        + "".join(f"<td>{_number(value)}</td>" for value in row[1:])
        + "</tr>"
        for row in rows
    )
    return f'<div class="scroll"><table><tr>{top}</tr>{body}</table></div>'


def _number(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else escape(str(value))
