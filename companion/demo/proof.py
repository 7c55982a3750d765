"""The proof of the demo: two prompts, what was done with each, and whether that was right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from companion import words
from companion.audit import AuditReader
from companion.demo.stack import Stack
from companion.values import Variant

DECIMALS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One prompt of the proof, with the variant that must answer it."""

    title: str
    prompt: str
    expected: Variant


TRIALS: Final = (
    Trial(
        title="a harmless question",
        prompt="Explain in one sentence why the sky is blue.",
        expected=Variant.PUBLIC,
    ),
    Trial(
        title="a message about an invented patient",
        prompt=(
            "Write a short letter to my patient Maria Keller, born 12 March 1961, "
            "phone 415-555-0134: her biopsy shows breast cancer."
        ),
        expected=Variant.SECURED,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one trial.

    Attributes:
        trial: What was asked.
        decided: The audit row of the Decision.
        ended: The audit row of the end.
        answer: What the person read.
        seconds: From the key press to the end of the answer.
    """

    trial: Trial
    decided: dict[str, Any]
    ended: dict[str, Any]
    answer: str
    seconds: float

    @property
    def right(self) -> bool:
        """Whether the variant that had to answered, and did."""
        variant = self.decided.get("variant")
        ends = {"released", "sent", "answered"}
        return variant == self.trial.expected and self.ended.get("event") in ends and self._answered

    @property
    def _answered(self) -> bool:
        return bool(self.answer.strip())


def rows(stack: Stack) -> list[dict[str, Any]]:
    """Return all audit rows of a stack."""
    with AuditReader.open(stack.paths.audit) as audit:
        return list(audit.export())


def by_terminal(stack: Stack) -> list[Result]:
    """Send the trials with `sottovoce ask`."""
    return [_ask(stack, trial) for trial in TRIALS]


def _ask(stack: Stack, trial: Trial) -> Result:
    done = stack.run("ask", "--json", trial.prompt)
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        said = {}
    decided, ended = row_pair(rows(stack), said.get("id", ""))
    return Result(
        trial=trial,
        decided=decided,
        ended=ended,
        answer=said.get("answer", ""),
        seconds=said.get("total_ms", 0.0) / 1000,
    )


def row_pair(
    audit: Sequence[dict[str, Any]], request_id: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the row of a request's Decision and the row of its end; empty where missing."""
    of_request = [row for row in audit if row.get("request") == request_id]
    decided = [row for row in of_request if row["event"] == "decided"]
    ended = [row for row in of_request if row["event"] != "decided"]
    return (decided or [{}])[0], (ended or [{}])[-1]


def show(results: Iterable[Result], console: Console) -> None:
    """Print for each trial what was found, decided and answered."""
    for result in results:
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0), title_justify="left")
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for name, value in _lines(result):
            table.add_row(name, Text(value))
        mark = "[green]✓[/]" if result.right else "[red]✗[/]"
        console.print(f"\n{mark} [bold]{result.trial.title}[/]")
        console.print(table)


def _lines(result: Result) -> Iterable[tuple[str, str]]:
    decided, ended = result.decided, result.ended
    destination = ended.get("destination", {})
    yield "prompt", result.trial.prompt
    if not decided:
        yield "decision", "none was recorded"
        return
    yield "tag", _tag(decided)
    yield "found", _kinds(decided)
    yield "level", f"{decided['level']:.{DECIMALS}f} (private from {decided['threshold']:.2f} on)"
    yield "variant", f"{decided['variant']}: {', '.join(map(words.reason, decided['reasons']))}"
    yield "path", _PATHS.get(destination.get("path", ""), "nowhere")
    yield "model", destination.get("model") or "the site's own"
    yield "latency", _latency(decided, result)
    yield "answer", " ".join(result.answer.split()) or "none"


_PATHS: Final = {
    "site": "the page's own request, released once",
    "direct": "directly to the public variant",
    "tunnel": "through the WireGuard tunnel",
}


def _tag(decided: dict[str, Any]) -> str:
    required = [each["criterion"] for each in decided["tag"] if each["verdict"] == "requires"]
    if not decided["eligible"]:
        return "not eligible for classification"
    return f"eligible for classification (asked for by: {', '.join(required)})"


def _kinds(decided: dict[str, Any]) -> str:
    counts = decided.get("kinds", {})
    found = [f"{words.kind(name)} ({count})" for name, count in counts.items()]
    return ", ".join(found) or "nothing sensitive"


def _latency(decided: dict[str, Any], result: Result) -> str:
    judging = decided.get("spans", {}).get("total", 0.0)
    return f"judged in {judging:.0f} ms, answered in {result.seconds:.2f} s"
