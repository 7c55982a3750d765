"""`sottovoce check`: judge prompts from standard input; sends nothing anywhere."""

from __future__ import annotations

import argparse
import asyncio
import concurrent.futures
import contextlib
import json
import sys
import threading
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

import msgspec
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from companion import hardening, paths, policy, settings
from companion.exits import Exit
from companion.policy import ActivePolicy
from companion.settings import SettingsError
from companion.values import Decision, PromptText, Request, Timings
from companion.workers import WorkerPool

_AHEAD: Final = 4
"""Lines judged ahead of the one that is printed next, per worker."""


Answer = tuple[dict[str, Any], bool]
"""A line of output, and whether the line of input could be used."""


class LineError(Exception):
    """A line of input cannot be used; the message never quotes it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--policy", type=Path, help="policy file (default: the installed one)")
    parser.add_argument("--workers", type=int, default=1, choices=range(1, 9), metavar="1-8")


def run(arguments: argparse.Namespace) -> Exit:
    """Read JSON lines, print one JSON line for each, in order."""
    hardening.harden()
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
    return asyncio.run(_check(pool, arguments.workers, active))


async def _check(pool: WorkerPool, workers: int, active: ActivePolicy) -> Exit:
    """Judge as lines come in; an answer never waits for the line after it."""
    pool.start()
    answers: asyncio.Queue[asyncio.Task[Answer] | None] = asyncio.Queue(workers * _AHEAD)
    reading = asyncio.create_task(_read(pool, active, answers))
    try:
        good = await _write(answers)
        await reading
    finally:
        reading.cancel()
        await pool.close()
    return Exit.OK if good else Exit.BAD_INPUT


async def _read(
    pool: WorkerPool, active: ActivePolicy, answers: asyncio.Queue[asyncio.Task[Answer] | None]
) -> None:
    number = 0
    # Not `sys.stdin`, whose lock the interpreter wants at its end while a thread reads.
    stdin = open(0, "rb", closefd=False)  # noqa: ASYNC230, SIM115 - a thread reads it
    async for line in _lines(stdin):
        number += 1
        if line.strip():
            await answers.put(asyncio.create_task(_answer(pool, active, number, line)))
    await answers.put(None)


async def _lines(stdin: BinaryIO) -> AsyncIterator[bytes]:
    """Yield the lines of standard input; nobody waits for its reader at the end.

    A thread of the loop's own pool would be joined, and so keep the command from ending
    while whoever writes to it keeps the pipe open.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[bytes] = asyncio.Queue(1)

    def hand_over(line: bytes) -> None:
        asyncio.run_coroutine_threadsafe(lines.put(line), loop).result()

    def read() -> None:
        with contextlib.suppress(RuntimeError, concurrent.futures.CancelledError):
            for line in stdin:
                hand_over(line)
            hand_over(b"")

    threading.Thread(target=read, daemon=True).start()
    while line := await lines.get():
        yield line


async def _write(answers: asyncio.Queue[asyncio.Task[Answer] | None]) -> bool:
    good = True
    with _progress() as progress:
        shown = progress.add_task("prompts judged", total=None)
        while (answer := await answers.get()) is not None:
            row, usable = await answer
            good &= usable
            print(json.dumps(row), flush=True)
            progress.advance(shown)
    return good


def _progress() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed}"))
    console = Console(stderr=True)
    return Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal)


async def _answer(pool: WorkerPool, active: ActivePolicy, number: int, line: bytes) -> Answer:
    name: object = None
    try:
        data = _object(line)
        name = _name(data)
        request = _request(number, data)
    except LineError as error:
        return {"id": name, "error": f"line {number}: {error}"}, False
    decision, timings = await pool.decide(request, active)
    return {"id": name, **row(decision, timings)}, True


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
