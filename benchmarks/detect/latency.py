"""Milliseconds by length, load and memory; every text goes to each engine in turn.

The texts are held-out real prompts, ordinary prompts and our own sentences with private
ones between, a third each. Shorter ones are joined and longer ones cut, so that all have
exactly the length. The first of each length warms up and does not count.
"""

from __future__ import annotations

import os
import random
import statistics
from pathlib import Path
from typing import Any

from benchmarks import samples
from benchmarks.detect import data
from benchmarks.detect.bench import Bench
from benchmarks.detect.engines import Engine
from companion.scoring.latency import quantiles

STARTS = 5
"""How often each engine is started; the median counts."""
COUNTS = {200: 200, 2_000: 120, 20_000: 40}
ROOT = Path(__file__).resolve().parents[2]


def run(bench: Bench) -> dict[str, Any]:
    """Return figures by engine."""
    spent: dict[str, dict[str, list[float]]] = {name: {} for name in bench.names}
    starts = _starts(bench)
    for length, count in COUNTS.items():
        pieces = texts(length, count + 1)
        with bench.steps(f"latency at {length} characters", len(pieces)) as step:
            for number, piece in enumerate(pieces):
                for name in bench.names:
                    answer = bench.engine(name).ask(piece, quick=True)
                    if number:
                        spent[name].setdefault(str(length), []).append(answer.ms)
                step()
    return {
        "load_1_minute": round(os.getloadavg()[0], 2),
        "engines": {name: _figures(bench, name, spent[name], starts[name]) for name in bench.names},
        "model_files_mb": model_files(),
    }


def _starts(bench: Bench) -> dict[str, list[dict[str, Any]]]:
    """Start every engine a few times, in turn, and return what each said when it was ready."""
    starts: dict[str, list[dict[str, Any]]] = {name: [] for name in bench.names}
    with bench.steps("loading", STARTS * len(bench.names)) as step:
        for _ in range(STARTS):
            for name in bench.names:
                with Engine(name) as engine:
                    starts[name].append(engine.ready)
                step()
    return starts


def _figures(
    bench: Bench, name: str, spent: dict[str, list[float]], starts: list[dict[str, Any]]
) -> dict[str, Any]:
    engine = bench.engine(name)
    return {
        "version": engine.ready["version"],
        "load_s": round(statistics.median(float(start["load_s"]) for start in starts), 3),
        "rss_mb_after_load": statistics.median_low(start["rss_mb"] for start in starts),
        "peak_rss_mb": engine.peak_mb,
        "ms": {length: quantiles(values) for length, values in spent.items()},
    }


def texts(length: int, count: int, seed: int = 20250101) -> list[str]:
    """Return `count` texts of exactly `length` characters: real, ordinary, and ours."""
    source = random.Random(seed + length)
    pools = (
        [row.text for row in data.real_prompts()],
        [row.text for row in data.ordinary_prompts()],
        samples.prompts(max(length, 400), 50),
    )
    return [_piece(pools[number % len(pools)], length, source) for number in range(count)]


def _piece(pool: list[str], length: int, source: random.Random) -> str:
    text = source.choice(pool)
    while len(text) < length:
        text += "\n\n" + source.choice(pool)
    start = source.randrange(len(text) - length + 1)
    return text[start : start + length]


def model_files() -> dict[str, float]:
    """Return the megabytes of every model file that ships, and of all."""
    sizes = {
        path.name: round(path.stat().st_size / 1e6, 2)
        for path in sorted((ROOT / "models").iterdir())
        if path.suffix in {".onnx", ".json", ".txt", ".npz", ".bin"}
    }
    return {**sizes, "all": round(sum(sizes.values()), 2)}
