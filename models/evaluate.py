"""Measures the whole level, findings and classifier together: `python -m models.evaluate`.

The classifier's part is out of fold: no prompt is judged by a model that was trained on it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from companion import classifier, tools
from companion.sensitivity import DEFAULT_THRESHOLD, assess
from companion.values import Finding
from models import fit, train
from models.generate import Row


def measure(rows: Sequence[Row], probabilities: fit.Floats, loaded: tools.Tools) -> dict[str, Any]:
    """Return, by source, how many texts reach the threshold, and by which kinds."""
    groups: dict[str, list[tuple[tuple[Finding, ...], float, int]]] = {}
    for row, probability in zip(rows, probabilities, strict=True):
        found = loaded.find(row.text[: classifier.MAX_CHARACTERS])
        source = "ordinary" if row.source.startswith("ordinary") else row.source
        groups.setdefault(f"{source}/{row.label}", []).append((found, probability, row.label))
    return {name: _figures(judged) for name, judged in sorted(groups.items())}


def _figures(judged: Sequence[tuple[tuple[Finding, ...], float, int]]) -> dict[str, Any]:
    alone = [_level(found, None) for found, _, _ in judged]
    both = [_level(found, probability) for found, probability, _ in judged]
    kinds = Counter(level.kinds[0] for level in both if level.reached and level.kinds)
    return {
        "texts": len(judged),
        "secured by findings alone": round(float(np.mean([s.reached for s in alone])), 4),
        "secured by classifier alone": round(
            float(np.mean([p >= DEFAULT_THRESHOLD for _, p, _ in judged])), 4
        ),
        "secured": round(float(np.mean([s.reached for s in both])), 4),
        "strongest kinds": dict(kinds.most_common(6)),
    }


def _level(found: tuple[Finding, ...], probability: float | None) -> Any:
    return assess(found, probability, threshold=DEFAULT_THRESHOLD, weights={})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line and print JSON."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="measure every n-th text only")
    options = parser.parse_args(arguments)
    rows, _ = train.rows_for(options.data, seed=train.SEED, generated=train.GENERATED)
    scores = fit.out_of_fold(fit.matrix(rows), rows, train.say)
    probabilities = fit.calibrated_out_of_fold(scores, rows)
    chosen = slice(0, None, options.every)
    figures = measure(rows[chosen], probabilities[chosen], tools.load_tools())
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
