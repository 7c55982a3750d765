"""`sottovoce evaluate`: measure the detectors on labelled rows; sends nothing anywhere.

Neither the results nor the page nor a message holds any text of a row.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from companion import hardening, paths, pipeline, policy
from companion.exits import Exit
from companion.policy import ActivePolicy
from companion.scoring import page, results, rows
from companion.scoring.engine import Engine, ToolsEngine
from companion.scoring.results import Case
from companion.scoring.rows import Row, RowError

_SAID: Final = frozenset({"text", "spans", "units"})
"""Keys of a row whose values may not become the name of a group."""


class InputError(Exception):
    """The command line names something that cannot be used; the message says what."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--data", type=Path, required=True, help="labelled rows, JSON lines")
    parser.add_argument("--json", type=Path, required=True, help="where the figures go")
    parser.add_argument("--html", type=Path, help="where a page with plots goes")
    parser.add_argument("--policy", type=Path, help="policy file (default: the installed one)")
    parser.add_argument("--threshold", type=_share, help="in place of the policy's, 0 to 1")
    parser.add_argument("--limit", type=_count, help="judge this many rows, evenly spread")
    parser.add_argument("--by", metavar="KEY", help="figures also by a key of the rows")


def _share(text: str) -> float:
    value = float(text)
    if not 0.0 <= value <= 1.0:
        raise ValueError
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def run(arguments: argparse.Namespace) -> Exit:
    """Judge every row, write the figures, print the few that count."""
    hardening.harden()
    try:
        active = _policy(arguments.policy)
        for place in filter(None, (arguments.json, arguments.html)):
            _reachable(place)
        chosen = spread(_read(arguments.data, arguments.by), arguments.limit)
    except InputError as error:
        print(f"sottovoce evaluate: {error}", file=sys.stderr)
        return Exit.BAD_INPUT
    threshold = active.policy.threshold if arguments.threshold is None else arguments.threshold
    engine = _engine(active)
    if engine is None:
        return Exit.FAILED
    cases = [Case(row=row, judged=engine.judge(row.text)) for row in _shown(chosen)]
    figures = {
        "model_id": engine.model_id,
        "policy": {"id": active.id, "threshold": threshold},
        **results.evaluate(cases, threshold),
        **results.by_group(cases, threshold),
    }
    return _write(arguments, figures)


def _policy(path: Path | None) -> ActivePolicy:
    place = path or paths.resolve().policy
    if path and not path.exists():
        raise InputError(f"{path}: there is no such file")
    active = policy.load(place)
    if active.error:
        raise InputError(active.error)
    return active


def _reachable(place: Path) -> None:
    """Say before the work, not after it, that its results have nowhere to go."""
    if place.is_dir() or not place.parent.is_dir():
        raise InputError(f"{place}: nothing can be written there")


def _read(path: Path, key: str | None) -> list[Row]:
    if key in _SAID:
        raise InputError(f"--by {key}: that key holds what people wrote")
    try:
        with path.open("rb") as lines:
            found = list(rows.read(lines, group_by=key))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except RowError as error:
        raise InputError(f"{path}: {error}") from None
    if not found:
        raise InputError(f"{path}: there are no rows")
    return found


def spread(found: Sequence[Row], limit: int | None) -> list[Row]:
    """Return at most `limit` rows, evenly spread over all of them."""
    if limit is None or limit >= len(found):
        return list(found)
    return [found[number * len(found) // limit] for number in range(limit)]


def _engine(active: ActivePolicy) -> Engine | None:
    from companion.tools import DetectorError, load_tools  # noqa: PLC0415 - slow to import

    try:
        return ToolsEngine(load_tools(), pipeline.rules_of(active), time.perf_counter)
    except (DetectorError, ValueError) as error:
        print(f"sottovoce evaluate: the detectors do not load: {error}", file=sys.stderr)
        return None


def _shown(chosen: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, with a bar on a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as bar:
        yield from bar.track(chosen, description="rows judged")


def _write(arguments: argparse.Namespace, figures: dict[str, Any]) -> Exit:
    try:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        if arguments.html:
            text = page.render(figures, title=arguments.data.name)
            arguments.html.write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"sottovoce evaluate: {error.filename}: {error.strerror}", file=sys.stderr)
        return Exit.FAILED
    for line in said(figures):
        print(line)
    return Exit.OK


def said(figures: dict[str, Any]) -> Iterator[str]:
    """Yield the few figures that count, one a line."""
    yield "{all} rows: {sensitive} sensitive, {ordinary} ordinary, {failed} failed".format(
        **figures["rows"]
    )
    if "prompts" in figures:
        yield (
            "prompts: F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f}), "
            "{false_positive_rate:.1%} of the ordinary flagged"
        ).format(**figures["prompts"]["at_policy_threshold"])
        yield (
            f"AUC {figures['prompts']['auc']:.3f}, recall at 5 % false positives "
            f"{figures['prompts']['recall_at_5_percent']['recall']:.3f}, "
            f"calibration error {figures['calibration']['ece']:.3f}"
        )
    if "entities" in figures:
        yield "entities: F1 {f1:.3f}, F2 {f2:.3f} (P {precision:.3f}, R {recall:.3f})".format(
            **figures["entities"]["overall"]
        )
    if "units" in figures:
        yield f"units covered: {figures['units']['covered']:.3f}"
    yield "milliseconds: p50 {p50}, p95 {p95}, p99 {p99}".format(**figures["milliseconds"]["all"])
