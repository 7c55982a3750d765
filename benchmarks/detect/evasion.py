"""The obfuscation grid: the same values hidden by every trick (benchmarks/obfuscation.py)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from benchmarks import obfuscation
from benchmarks.detect.bench import Bench
from benchmarks.detect.names import known
from companion.detectors import kinds
from companion.scoring.names import group_of
from companion.values import Finding


def run(bench: Bench) -> dict[str, Any]:
    """Return recall over the grid by engine."""
    total = len(obfuscation.grid()) + len(obfuscation.harmless())
    figures = {}
    for name in bench.names:
        with bench.steps(f"obfuscation: {name}"[:32], total) as step:
            figures[name] = obfuscation.measure(_finder(bench, name, step))
    return figures


def _finder(
    bench: Bench, name: str, step: Callable[[], None]
) -> Callable[[str], tuple[Finding, ...]]:
    engine = bench.engine(name)

    def find(text: str) -> tuple[Finding, ...]:
        found = engine.ask(text).judged().findings
        step()
        return tuple(msgspec.structs.replace(each, kind=_ours(each.kind)) for each in found)

    return find


def _ours(name: str) -> str:
    """Return our name for a peer's type, where we have one."""
    plain = known(name)
    return plain if plain in kinds.BY_NAME else group_of(plain)
