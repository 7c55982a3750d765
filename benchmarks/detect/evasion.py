"""The obfuscation grid: the same values hidden by every trick (benchmarks/obfuscation.py)."""

from __future__ import annotations

from typing import Any

from benchmarks import obfuscation
from benchmarks.detect.bench import Bench
from benchmarks.detect.engines import Engine
from companion.values import Finding


def run(bench: Bench) -> dict[str, Any]:
    """Return recall over the grid by engine."""
    figures = {}
    for name in bench.names:
        with bench.steps(f"obfuscation: {name}"[:32], 1) as step:
            figures[name] = obfuscation.measure(_finder(bench.engine(name)))
            step()
    return figures


def _finder(engine: Engine) -> Any:
    def find(text: str) -> tuple[Finding, ...]:
        return engine.ask(text).judged().findings

    return find
