"""Trains the hashed linear model: `python -m models.linear --data DIR --out models/`.

The same data, seed and library versions give the same file, byte for byte. Without `--data`
(or with `--smoke`, in seconds) only the generator's prompts are used.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from companion import classifier
from models import card as model_card
from models import compose, export, fit, sources
from models.rows import Row
from models.splits import is_for_stack

SEED: Final = 20_250_101
EACH: Final = 3
"""How often a template is filled."""
SMOKE: Final = 4
"""Of a smoke training's rows one in so many is kept."""
UNSEEN: Final[dict[str, tuple[str, ...]]] = {
    "real prompts (pupa_new against ordinary)": ("pupa_new", "ordinary"),
    "generator": ("generator",),
    "gitleaks vectors": ("gitleaks",),
}
"""Sources that are left out of a training together, and then measured."""
_LIBRARIES: Final = ("faker", "numpy", "onnx", "scikit-learn", "scipy")


class Trained(msgspec.Struct, frozen=True, kw_only=True):
    """What a training gives: the ONNX file, and its card as it is written to JSON."""

    model: bytes
    card: dict[str, Any]


def train(
    rows: Sequence[Row], manifest: Sequence[sources.SourceFile], *, seed: int, say: fit.Progress
) -> Trained:
    """Fit on all rows, calibrate on out-of-fold scores, and measure both ways."""
    say(f"features of {len(rows):,} texts")
    matrix, truth = fit.matrix(rows), fit.labels(rows)
    scores = fit.out_of_fold(matrix, rows, say)
    probabilities = fit.calibrated_out_of_fold(scores, rows)
    slope, offset = fit.calibrate(scores, truth)
    unseen = _unseen(matrix, rows, say)
    say("the model itself")
    model = fit.fit(matrix, truth, np.ones(len(rows), np.bool_))
    written = export.graph(model.weights, bias=model.bias, slope=slope, offset=offset)
    card = {
        "sha256": hashlib.sha256(written).hexdigest(),
        "features": classifier.FEATURES,
        "bits": classifier.BITS,
        "seed": seed,
        "penalty": fit.PENALTY,
        "calibration": {"slope": slope, "offset": offset, "prior": fit.PRIOR},
        "metrics": {
            "unseen rows (5 folds by group)": _by_source(probabilities, rows),
            "unseen sources": unseen,
        },
        "data": msgspec.to_builtins(list(manifest)),
        "libraries": {name: metadata.version(name) for name in _LIBRARIES},
        "python": platform.python_version(),
    }
    return Trained(model=written, card=card)


def _by_source(probabilities: fit.Floats, rows: Sequence[Row]) -> dict[str, Any]:
    truth = fit.labels(rows)
    sources = np.array([row.source for row in rows])
    measured: dict[str, Any] = {"all": fit.metrics(probabilities, truth)}
    for source in sorted(set(sources)):
        chosen = sources == source
        measured[str(source)] = fit.metrics(probabilities[chosen], truth[chosen])
    return measured


def _unseen(matrix: fit.Matrix, rows: Sequence[Row], say: fit.Progress) -> dict[str, Any]:
    """Measure on whole sources that the model and its calibration never saw."""
    truth = fit.labels(rows)
    measured: dict[str, Any] = {}
    for name, prefixes in UNSEEN.items():
        held = np.array([row.source.startswith(prefixes) for row in rows])
        if not held.any() or len(set(truth[~held])) < 2:
            continue
        say(f"without {name}")
        scores = fit.logits(fit.fit(matrix, truth, ~held), matrix, len(rows))
        slope, offset = _calibrate_inside(matrix, rows, held)
        measured[name] = fit.metrics(fit.sigmoid(slope * scores[held] + offset), truth[held])
    return measured


def _calibrate_inside(
    matrix: fit.Matrix, rows: Sequence[Row], held: np.ndarray[Any, np.dtype[np.bool_]]
) -> tuple[float, float]:
    """Calibrate on one fold of the rows that are not held out."""
    truth = fit.labels(rows)
    fold = np.array([fit.fold_of(row.group) == 0 for row in rows])
    scores = fit.logits(fit.fit(matrix, truth, ~held & ~fold), matrix, len(rows))
    return fit.calibrate(scores[~held & fold], truth[~held & fold])


def write(trained: Trained, out: Path) -> None:
    """Write the model, its card and its digest for `sha256sum --check`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / classifier.MODEL_FILE).write_bytes(trained.model)
    card = msgspec.json.format(msgspec.json.encode(trained.card, order="sorted"), indent=2)
    (out / classifier.CARD_FILE).write_bytes(card + b"\n")
    digest = f"{trained.card['sha256']}  {classifier.MODEL_FILE}\n"
    (out / f"{classifier.MODEL_FILE}.sha256").write_text(digest, encoding="ascii")
    model_card.fill(out)


def rows_for(folder: Path | None, *, seed: int) -> tuple[list[Row], list[Any]]:
    """Return all labelled rows to fit on, with the manifest of the files read."""
    rows, manifest = sources.read(folder, seed) if folder else ([], [])
    fillers = [row.text for row in rows if row.label == 0 and len(row.text) > 60]
    rows += compose.generate(EACH, seed, fillers)
    chosen = [row for row in rows if row.label >= 0 and not is_for_stack(row.group)]
    return chosen, manifest


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.linear", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets (see data.md)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--smoke", action="store_true", help="a tiny model, in seconds")
    options = parser.parse_args(arguments)
    folder = None if options.smoke else options.data
    rows, manifest = rows_for(folder, seed=options.seed)
    rows = rows[::SMOKE] if options.smoke else rows
    with threadpool_limits(1):  # sums in another order would be another file
        trained = train(rows, manifest, seed=options.seed, say=say)
    write(trained, options.out)
    say(f"{len(trained.model):,} bytes, sha256 {trained.card['sha256']}")
    for name, figures in trained.card["metrics"]["unseen sources"].items():
        say(f"{name}: {figures}")
    return 0


def say(line: str) -> None:
    """Show progress on standard error."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
