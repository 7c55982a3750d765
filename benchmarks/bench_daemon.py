"""The running daemon: decisions by length, cold start, memory of every process.

The client speaks the extension's own protocol over the daemon's socket, so a figure is
what the extension waits for, the audit's commit included. Beside it stands what the
pipeline alone needed. Secured prompts are not answered: the variant is stopped first.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.samples import prompts, quantiles
from companion.demo.stack import Ports, Stack
from companion.identity import CHROMIUM_ORIGIN
from companion.sockets import Connection, DaemonAbsentError, connect

LENGTHS = {200: 300, 2_000: 200, 20_000: 40}
COLD_STARTS = 5


def run() -> dict[str, Any]:
    """Return decisions by length, cold starts and resident memory."""
    with tempfile.TemporaryDirectory() as folder:
        stack = Stack(Path(folder), ports=Ports.free())
        with stack:
            memory = _memory(stack)
            decisions = {str(n): asyncio.run(_decisions(stack, n)) for n in LENGTHS}
            loaded = _memory(stack)
            cold = [_cold_start(stack) for _ in range(COLD_STARTS)]
    return {
        "decision": decisions,
        "cold_start_to_first_decision": quantiles(cold),
        "resident_mb_after_start": memory,
        "resident_mb_after_load": loaded,
    }


async def _decisions(stack: Stack, length: int) -> dict[str, Any]:
    whole, alone = [], []
    async with await _attached(stack) as connection:
        messages = aiter(connection)
        for text in prompts(length, LENGTHS[length]):
            started = time.perf_counter()
            decided = await _decide(connection, messages, text)
            whole.append((time.perf_counter() - started) * 1000)
            alone.append(decided["ms"])
    return {"to_the_extension": quantiles(whole), "in_the_daemon": quantiles(alone)}


async def _attached(stack: Stack) -> Connection:
    connection = await connect(stack.paths.socket)
    hello = {"type": "attach", "origin": CHROMIUM_ORIGIN, "browser_pid": 0}
    connection.send(json.dumps(hello).encode())
    return connection


async def _decide(connection: Connection, messages: Any, text: str) -> dict[str, Any]:
    """Send one prompt and stop it as soon as it is decided."""
    prompt_id = secrets.token_hex(16)
    prompt = {"type": "prompt", "id": prompt_id, "site": "demo", "conversation": "", "text": text}
    connection.send(json.dumps(prompt).encode())
    while True:
        message: dict[str, Any] = json.loads(await anext(messages))
        if message["type"] == "decided" and message["id"] == prompt_id:
            connection.send(json.dumps({"type": "cancel", "id": prompt_id}).encode())
            return message


def _cold_start(stack: Stack) -> float:
    """Kill the daemon, start it, and return the milliseconds to its first decision."""
    stack.kill("daemon")
    started = time.perf_counter()
    stack.launch("daemon")
    asyncio.run(_first_decision(stack))
    return (time.perf_counter() - started) * 1000


async def _first_decision(stack: Stack) -> None:
    while True:
        try:
            connection = await _attached(stack)
        except DaemonAbsentError:
            await asyncio.sleep(0.005)
            continue
        async with connection:
            await _decide(connection, aiter(connection), "Explain why the sky is blue.")
        return


def _memory(stack: Stack) -> dict[str, float]:
    """Return the resident megabytes of every process, children by their command."""
    found = {}
    for name, process in stack.processes.items():
        parent = psutil.Process(process.pid)
        found[name] = _megabytes(parent)
        for number, child in enumerate(parent.children(recursive=True)):
            found[f"{name}, {_short(child)} {number + 1}"] = _megabytes(child)
    return found


def _short(process: psutil.Process) -> str:
    """Return the module that a Python process runs, or the program's name."""
    words = process.cmdline()
    if "-m" in words[:-1]:
        return words[words.index("-m") + 1].rpartition(".")[2]
    return process.name()


def _megabytes(process: psutil.Process) -> float:
    return round(process.memory_info().rss / 1e6, 1)


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
