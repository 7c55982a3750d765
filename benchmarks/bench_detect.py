"""Detection beside every other detector that can be installed: `make bench-detect`.

`python -m benchmarks.bench_detect [PART ...]` measures the named parts, or all, and keeps
the other parts' results. Everything runs on this machine, one process an engine, without a
network.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.detect.bench import Bench
from benchmarks.detect.engines import ENGINES

PATH = Path(__file__).parent / "results" / "detect.json"
PARTS = ("entities", "prompts", "credentials", "evasion", "languages", "latency")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench-detect ONLY=", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = parser.parse_args().parts or PARTS
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    results: dict[str, Any] = (
        json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {"parts": {}}
    )
    bench = Bench()
    if missing := set(ENGINES) - set(bench.names):
        print(f"bench-detect: not installed: {', '.join(sorted(missing))}", file=sys.stderr)
    try:
        for part in wanted:
            measure(bench, part, results)
    finally:
        bench.close()
    return 0


def measure(bench: Bench, part: str, results: dict[str, Any]) -> None:
    """Run one part and write it beside what the others left."""
    started, where = time.perf_counter(), machine()
    figures = importlib.import_module(f"benchmarks.detect.{part}").run(bench)
    versions = {name: bench.engine(name).ready["version"] for name in bench.names}
    results.setdefault("parts", {})[part] = {
        "machine": where,
        "seconds": round(time.perf_counter() - started),
        "versions": versions,
        "figures": figures,
    }
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
