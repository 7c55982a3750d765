"""Serves one detector over standard input and output, one JSON object a line.

`python -m benchmarks.peers.serve ADAPTER [OPTION]`. The first line out says how long loading
took and how much memory is resident; then `{"text": ...}` in gives findings, level and
milliseconds out. Nothing in this process may open a connection.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = list[tuple[int, int, str, float]]
PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer
    sys.addaudithook(_refuse_network)
    started = time.perf_counter()
    adapter = importlib.import_module(f"benchmarks.peers.{sys.argv[1]}")
    judge = adapter.load(*sys.argv[2:3])
    judge("Call me at 415-555-0134 or write to jane@example.org.")
    loaded = time.perf_counter() - started
    _say(out, {"load_s": round(loaded, 3), "rss_mb": _resident(), "version": _version(adapter)})
    for line in sys.stdin:
        _say(out, _answer(judge, json.loads(line)))


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse names and addresses; a socket in the file system stays on this machine."""
    remote = event == "socket.connect" and isinstance(arguments[1], tuple)
    if remote or event in {"socket.getaddrinfo", "urllib.Request"}:
        raise OSError("measured without a network")


def _answer(judge: Callable[..., Any], asked: dict[str, Any]) -> dict[str, Any]:
    quick = {"quick": True} if asked.get("quick") and hasattr(judge, "quick") else {}
    started = time.perf_counter()
    found = judge(asked["text"], **quick)
    spent = (time.perf_counter() - started) * 1000
    level = found.level if hasattr(found, "level") else max((each[3] for each in found), default=0)
    failed = bool(getattr(found, "failed", False))
    return {
        "ms": spent,
        "level": float(level),
        "found": list(found),
        "failed": failed,
        "peak_mb": _peak(),
    }


def _say(out: Any, values: dict[str, Any]) -> None:
    out.write(json.dumps(values) + "\n")
    out.flush()


def _version(adapter: Any) -> str:
    return str(adapter.version())


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return round(int(pages) * PAGE / 1e6)


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)


if __name__ == "__main__":
    main()
