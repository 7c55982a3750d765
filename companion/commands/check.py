"""`sottovoce check`: judge prompts from standard input; sends nothing anywhere."""

from __future__ import annotations

import argparse
import asyncio
import concurrent.futures
import contextlib
import json
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

import msgspec
from rich.console import Console, Group
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from companion import explain, hardening, languages, paths, policy, settings
from companion.exits import Exit
from companion.policy import ActivePolicy
from companion.settings import SettingsError
from companion.values import Decision, PromptText, Request, Timings
from companion.workers import WorkerPool

_AHEAD: Final = 4
"""Lines judged ahead of the one that is printed next, per worker."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What became of one line of input: judged, or an error that quotes nothing.

    `prompt` stays empty but where the person wants to see their own text.
    """

    name: object
    error: str = ""
    decision: Decision | None = None
    timings: Timings = field(default_factory=Timings)
    prompt: str | None = None
    language: str = languages.UNKNOWN


Show = Callable[[Answer], None]
"""Prints one answer."""


class LineError(Exception):
    """A line of input cannot be used; the message never quotes it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--policy", type=Path, help="policy file (default: the installed one)")
    parser.add_argument("--workers", type=int, default=1, choices=range(1, 9), metavar="1-8")
    parser.add_argument("--explain", action="store_true", help="say for people what led to it")
    parser.add_argument(
        "--json", action="store_true", help="with --explain: JSON lines with the further fields"
    )
    parser.add_argument(
        "--show-text", action="store_true", help="with --explain: show findings on this terminal"
    )
    parser.add_argument(
        "--plain", action="store_true", help="standard input is one prompt, no JSON lines"
    )


def run(arguments: argparse.Namespace) -> Exit:
    """Read JSON lines, print one JSON line for each, in order."""
    hardening.harden()
    if arguments.show_text and (arguments.json or not sys.stdout.isatty()):
        print("sottovoce check: --show-text shows text on a terminal only", file=sys.stderr)
        return Exit.USAGE
    path = arguments.policy or paths.resolve().policy
    if sys.stdin is None:
        print("sottovoce check: standard input is closed", file=sys.stderr)
        return Exit.FAILED
    active = policy.load(path) if path.exists() or not arguments.policy else None
    if active is None:
        print(f"sottovoce check: {path}: there is no such file", file=sys.stderr)
        return Exit.BAD_INPUT
    if active.error:
        print(f"sottovoce check: {active.error}\nEverything is secured.", file=sys.stderr)
    try:
        limits = settings.load(paths.resolve().settings)
    except SettingsError as error:
        print(f"sottovoce check: {error}", file=sys.stderr)
        return Exit.FAILED
    pool = WorkerPool(size=arguments.workers, deadline=limits.deadline_ms / 1000)
    job = _Job(
        pool=pool,
        active=active,
        plain=arguments.plain,
        shown=arguments.show_text,
        explained=arguments.explain,
    )
    return asyncio.run(_check(job, arguments.workers, _show(arguments, active)))


def _show(arguments: argparse.Namespace, active: ActivePolicy) -> Show:
    if not arguments.explain:
        return lambda answer: print(json.dumps(_plain_row(answer)), flush=True)
    if arguments.json:
        return lambda answer: print(json.dumps(_full_row(answer)), flush=True)
    console = Console()
    return lambda answer: console.print(_explained(answer, active), "", sep="\n")


def _plain_row(answer: Answer) -> dict[str, Any]:
    if answer.decision is None:
        return {"id": answer.name, "error": answer.error}
    return {"id": answer.name, **row(answer.decision, answer.timings)}


def _full_row(answer: Answer) -> dict[str, Any]:
    more = {} if answer.decision is None else explain.data(answer.decision, answer.language)
    return {**_plain_row(answer), **more}


def _explained(answer: Answer, active: ActivePolicy) -> Group:
    head = () if answer.name is None else (Text(str(answer.name), style="bold"),)
    if answer.decision is None:
        return Group(*head, Text(answer.error, style="red"))
    body = explain.render(
        answer.decision,
        answer.timings,
        active,
        language=answer.language,
        shown=answer.prompt,
    )
    return Group(*head, body)


@dataclass(frozen=True, kw_only=True)
class _Job:
    """How lines become answers."""

    pool: WorkerPool
    active: ActivePolicy
    plain: bool
    shown: bool
    explained: bool

    async def answer(self, number: int, line: bytes) -> Answer:
        name: object = None
        try:
            data = {"prompt": _whole(line)} if self.plain else _object(line)
            name = _name(data)
            request = _request(number, data)
        except LineError as error:
            return Answer(name=name, error=f"line {number}: {error}")
        decision, timings = await self.pool.decide(request, self.active)
        spoken = languages.language(data["prompt"]).code if self.explained else languages.UNKNOWN
        return Answer(
            name=name,
            decision=decision,
            timings=timings,
            prompt=data["prompt"] if self.shown else None,
            language=spoken,
        )


async def _check(job: _Job, workers: int, show: Show) -> Exit:
    """Judge as lines come in; an answer never waits for the line after it."""
    pool = job.pool
    pool.start()
    answers: asyncio.Queue[asyncio.Task[Answer] | None] = asyncio.Queue(workers * _AHEAD)
    reading = asyncio.create_task(_read(job, answers))
    try:
        good = await _write(answers, show)
        await reading
    finally:
        reading.cancel()
        await pool.close()
    return Exit.OK if good else Exit.BAD_INPUT


async def _read(job: _Job, answers: asyncio.Queue[asyncio.Task[Answer] | None]) -> None:
    number = 0
    # Not `sys.stdin`, whose lock the interpreter wants at its end while a thread reads.
    stdin = open(0, "rb", closefd=False)  # noqa: ASYNC230, SIM115 - a thread reads it
    async for line in _lines(stdin, whole=job.plain):
        number += 1
        if line.strip() or job.plain:
            await answers.put(asyncio.create_task(job.answer(number, line)))
    await answers.put(None)


async def _lines(stdin: BinaryIO, *, whole: bool) -> AsyncIterator[bytes]:
    """Yield the lines of standard input, or all of it; nobody waits for its reader at the end.

    A thread of the loop's own pool would be joined, and so keep the command from ending
    while whoever writes to it keeps the pipe open.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[bytes] = asyncio.Queue(1)

    def hand_over(line: bytes) -> None:
        asyncio.run_coroutine_threadsafe(lines.put(line), loop).result()

    def read() -> None:
        with contextlib.suppress(RuntimeError, concurrent.futures.CancelledError):
            for line in (stdin.read(),) if whole else stdin:
                hand_over(line)
            hand_over(b"")

    threading.Thread(target=read, daemon=True).start()
    while line := await lines.get():
        yield line


async def _write(answers: asyncio.Queue[asyncio.Task[Answer] | None], show: Show) -> bool:
    good = True
    with _progress() as progress:
        shown = progress.add_task("prompts judged", total=None)
        while (answer := await answers.get()) is not None:
            done = await answer
            good &= done.decision is not None
            show(done)
            progress.advance(shown)
    return good


def _progress() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed}"))
    console = Console(stderr=True)
    return Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal)


def _whole(given: bytes) -> str:
    """Return the prompt that standard input is, without the line's end that Enter adds."""
    return given.decode(errors="replace").removesuffix("\n")


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise LineError("not JSON") from None
    if not isinstance(data, dict):
        raise LineError('want {"id": ..., "prompt": "..."}')
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _name(data: dict[str, Any]) -> object:
    name = data.get("id")
    if not isinstance(name, str | int | float | None):
        raise LineError("`id` is text or a number")
    return name


def _request(number: int, data: dict[str, Any]) -> Request:
    """Read `prompt`, and optionally `account` and `private_network`."""
    if not isinstance(data.get("prompt"), str):
        raise LineError("`prompt` is text")
    account, network = data.get("account", ""), data.get("private_network", False)
    if not isinstance(account, str) or not isinstance(network, bool):
        raise LineError("`account` is text, `private_network` true or false")
    return Request(
        id=f"line-{number:08d}",
        prompt=PromptText(data["prompt"]),
        account=account.encode(errors="replace").decode(),
        private_network=network,
    )


def row(decision: Decision, timings: Timings) -> dict[str, Any]:
    """Return a Decision as plain JSON-able data, without anything the prompt says."""
    return {
        "eligible": decision.tag.eligible,
        "tag": _plain(decision.tag.criteria),
        "level": decision.sensitivity.level,
        "threshold": decision.sensitivity.threshold,
        "variant": decision.variant.value,
        "reasons": [reason.value for reason in decision.reasons],
        "findings": _plain(decision.findings),
        "ms": round(timings.total, 3),
    }


def _plain(values: Iterable[msgspec.Struct]) -> list[Any]:
    return [msgspec.to_builtins(value) for value in values]
