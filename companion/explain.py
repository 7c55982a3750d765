"""Why a prompt was decided as it was, in full: for people on a terminal, and as plain data.

Kinds, offsets and scores say what was found without saying it. The text itself is shown only
where the caller asks for it, on the terminal of whoever typed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from companion import languages, words
from companion.detectors import kinds
from companion.policy import ActivePolicy
from companion.values import Decision, Finding, Grade, Known, Timings, Variant

GRADES: Final[Mapping[Grade, str]] = MappingProxyType(
    {
        Grade.PUBLIC: "nothing private",
        Grade.QUASI: "points at somebody only together with more",
        Grade.PRIVATE: "private, or an organisation's own",
        Grade.GRAVE: "a live key, an account or identity number, or somebody's health",
    }
)
MOST_FINDINGS: Final = 40
"""Findings that one explanation lists, those that carried the level first."""
_LONGEST_SHOWN: Final = 60
_LEAST_SHARE: Final = 0.005


def data(decision: Decision, language: str) -> dict[str, Any]:
    """Return what an explanation adds to a decision's row: plain data without any text."""
    level = decision.sensitivity
    return {
        "grade": level.grade.value,
        "stage": level.stage,
        "carried": list(level.kinds),
        "categories": [msgspec.to_builtins(each) for each in level.categories],
        "language": language,
    }


def render(
    decision: Decision,
    timings: Timings,
    active: ActivePolicy,
    *,
    language: str = languages.UNKNOWN,
    known: tuple[Known, ...] = (),
    shown: str | None = None,
) -> RenderableType:
    """Return an explanation for a terminal.

    Args:
        decision: What was decided.
        timings: What it took.
        active: The policy that it was decided by.
        language: The prompt's, as `companion.languages` names it.
        known: What earlier turns of the conversation had told.
        shown: The prompt, where its spans may be shown; else offsets stand alone.
    """
    facts = Table.grid(padding=(0, 2))
    covered = language in (*languages.COVERED, languages.UNKNOWN)
    spoken = language if covered else f"{language}, which the rules do not cover"
    for label, value in (
        *_facts(decision, timings, active, known),
        ("language", spoken),
    ):
        facts.add_row(Text(label, style="dim"), Text(value))
    parts: list[RenderableType] = [_headline(decision), facts]
    if decision.findings:
        parts.append(_findings(decision, active, shown))
    return Group(*parts)


def _headline(decision: Decision) -> Text:
    secured = decision.variant is Variant.SECURED
    because = words.listing([words.reason(each) for each in decision.reasons])
    return Text.assemble(
        ("secured" if secured else "public", "bold magenta" if secured else "bold green"),
        f": {because}",
    )


def _facts(
    decision: Decision, timings: Timings, active: ActivePolicy, known: tuple[Known, ...]
) -> Iterator[tuple[str, str]]:
    level = decision.sensitivity
    asked = decision.tag.eligible
    if asked:
        shown = words.level(level.level, level.threshold)
        bar = "meets" if level.reached else "stays below"
        yield "level", f"{shown}, {bar} the threshold {level.threshold:.2f}"
    if level.stage:
        yield "grade", f"{level.grade.value}: {GRADES[level.grade]}"
    if level.kinds:
        named = [f"{_words(kind, active)} ({kind})" for kind in level.kinds]
        yield "carried by", words.listing(named)
    shares = [each for each in level.categories if each.share >= _LEAST_SHARE]
    if shares:
        yield "categories", ", ".join(f"{each.category} {each.share:.2f}" for each in shares)
    if level.probability is not None:
        yield "probability", f"{level.probability:.2f} from all signals, calibrated"
        if level.level > level.probability:
            yield "floor", f"{level.level:.2f} by rule, whatever the models say"
    if known:
        earlier = [f"{_words(each.kind, active)} {each.score:.2f}" for each in known]
        yield "earlier turns", ", ".join(earlier)
    if level.stage:
        yield "settled by", level.stage
    for result in decision.tag.criteria:
        yield f"asks: {result.criterion}", f"{result.verdict}, {result.detail}"
    yield "policy", f"{active.policy.name} ({decision.policy_id}), models {decision.model_id}"
    yield "took", f"{timings.total:.1f} ms"


def _findings(decision: Decision, active: ActivePolicy, shown: str | None) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    titles = ["kind", "in words", "category", "where", "score", "detector"]
    for title in titles if shown is None else [*titles, "text"]:
        table.add_column(title, overflow="fold")
    carried = decision.sensitivity.kinds
    ordered = sorted(decision.findings, key=lambda each: (_rank(each, carried), each.start))
    for finding in ordered[:MOST_FINDINGS]:
        table.add_row(*_row(finding, active, shown), style="" if finding.kind in carried else "dim")
    if len(ordered) > MOST_FINDINGS:
        table.add_row(Text(f"and {len(ordered) - MOST_FINDINGS} more"))
    return table


def _rank(finding: Finding, carried: tuple[str, ...]) -> int:
    return carried.index(finding.kind) if finding.kind in carried else len(carried)


def _row(finding: Finding, active: ActivePolicy, shown: str | None) -> list[Text]:
    kind = kinds.BY_NAME.get(finding.kind)
    cells = [
        finding.kind,
        _words(finding.kind, active),
        kind.category.value if kind else "your own",
        f"{finding.start}-{finding.end}",
        f"{finding.score:.2f}",
        finding.detector,
    ]
    if shown is not None:
        whole = shown if finding.part == "prompt" else ""
        cells.append(_printable(whole[finding.start : finding.end]))
    return [Text(cell) for cell in cells]


def _words(kind: str, active: ActivePolicy) -> str:
    return active.policy.detection.words(kind) or words.kind(kind)


def _printable(text: str) -> str:
    """Return a span that cannot steer a terminal."""
    plain = "".join(each if each.isprintable() else "\N{MIDDLE DOT}" for each in text)
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[: _LONGEST_SHOWN - 1]}\u2026"
