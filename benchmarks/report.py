"""Writes the pages of figures from benchmarks/results/: `python -m benchmarks.report`.

docs/benchmarks.md holds what `make bench` measured, docs/detection-figures.md and its plots
what `make bench-detect` did.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.detect import pages as detection

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "benchmarks.md"

_HEAD = """# Benchmarks

`make bench` measures all of this and writes `benchmarks/results/`; `python -m benchmarks.report`
writes this page from there. Every figure stands beside its peer from the same run, because the
machine is shared and noisy: compare within a table, not between them. Times are milliseconds,
memory is megabytes. Detection has [figures of its own](detection-figures.md).
"""

TITLES = {
    "daemon": (
        "Decisions in the running daemon",
        (
            "By length of the prompt in characters. *To the extension* is what it waits for, over "
            "the daemon's socket and with the audit's commit; *in the daemon* leaves out the "
            "socket. *Cold start* is from starting the daemon's process to its first decision, "
            "models loaded. Resident memory of every process follows."
        ),
    ),
    "hold": (
        "The whole hold in Chromium",
        (
            "From the trusted key press to the request that leaves, both as the browser tells "
            "them; the peer is the same page in a Chromium without the extension."
        ),
    ),
    "page": (
        "What the extension costs a page",
        (
            "Load: from the page's last byte to the end of DOMContentLoaded. Heap: mebibytes of "
            "JavaScript in the tab after a collection. Layout shift: the browser's own score while "
            "messages are answered in the panel. The peer is the same page in a Chromium without "
            "the extension."
        ),
    ),
    "tunnel": (
        "The tunnel against plain loopback",
        (
            "A POST of 2 kB answered by 1.5 kB over a kept connection, in turn with the same over "
            "plain loopback; the gateway is a process of its own. Once with the packet size that "
            "loopback allows, once with the Internet's."
        ),
    ),
    "audit": (
        "One row of the audit",
        "Committed with `synchronous=FULL`, against a bare `fdatasync` of the same size.",
    ),
    "host": (
        "Start of the native host",
        "From start to ready, against a bare `python3 -ISu -c pass`.",
    ),
    "adversarial": (
        "Hostile texts",
        (
            "Regular-expression bait, floods, nested and huge texts by length in characters, each "
            "through a real worker with the shipped deadline, in wall-clock time. *Outcomes* "
            "counts what was decided and why; whatever overran or was refused must be secured. "
            "*By stage* is processor time at 20,000 characters: of the whole cascade with its "
            "models, and of the stages before them, slowest first."
        ),
    ),
}


def render() -> str:
    """Return the whole page."""
    return "\n".join([_HEAD, *(_section(name) for name in TITLES if _path(name).exists())])


def _path(name: str) -> Path:
    return RESULTS / f"{name}.json"


def _section(name: str) -> str:
    result = json.loads(_path(name).read_text(encoding="utf-8"))
    title, text = TITLES[name]
    machine = result["machine"]
    where = (
        f"{machine['cores']} cores, load {machine['load']} at the start, "
        f"Python {machine['python']}, {machine['date']}."
    )
    rows = [f"| {path} | {value} |" for path, value in _flat(result["figures"])]
    return "\n".join(
        [f"## {title}", "", text, "", where, "", "| figure | |", "|---|---|", *rows, ""]
    )


def _flat(figures: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in figures.items():
        name = f"{path}: {key}" if path else key
        if isinstance(value, dict):
            yield from _flat(value, name)
        else:
            yield name.replace("_", " "), value


def pages() -> dict[Path, str]:
    """Return every file that is written from the results, with what belongs in it."""
    written = {PAGE: render()}
    if _path("detect").exists():
        text, images = detection.render(json.loads(_path("detect").read_text(encoding="utf-8")))
        written[detection.PAGE] = text
        written |= {detection.IMAGES / name: image for name, image in images.items()}
    return written


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
