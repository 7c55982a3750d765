"""Runs every benchmark and writes benchmarks/results/NAME.json; detection has its own target."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
NAMES = ("host", "audit", "tunnel", "daemon", "hold", "page", "adversarial")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    wanted = parser.parse_args().names or NAMES
    if unknown := set(wanted) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    for name in wanted:
        print(f"bench: {name}", file=sys.stderr, flush=True)
        result = measure(name)
        path = RESULTS / f"{name}.json"
        RESULTS.mkdir(exist_ok=True)
        path.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        print(json.dumps(result, indent=2))
    return 0


def measure(name: str) -> dict[str, Any]:
    """Run one benchmark; the machine and its load at the start stand beside the figures."""
    module = importlib.import_module(f"benchmarks.bench_{name}")
    where = machine()
    return {"machine": where, "figures": module.run()}


def machine() -> dict[str, Any]:
    """Return what stands beside figures: the machine, and how busy it is now."""
    return {
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "system": platform.system(),
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
    }


if __name__ == "__main__":
    sys.exit(main())
