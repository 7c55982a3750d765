"""Trains the secrets model: `python -m models.secrets --data DIR --out models`.

The same data, seed and library versions give the same file, byte for byte. With `--smoke`
only a few generated lines are used, in seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import random
import re
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from sklearn.metrics import roc_auc_score
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from companion.detectors import secret_features, secret_model
from models.held import is_held, is_held_rule
from models.secrets import export, fit, generate, harvest
from models.secrets.generate import Piece

SEED: Final = 20_250_101
GENERATED: Final = 70_000
PLACES: Final = 20_000
SMOKE: Final = 3_000
_SOURCES: Final = (
    ("gitleaks_vectors/vectors.jsonl", "MIT"),
    ("ordinary_prompts/prompts.jsonl", "Apache-2.0 and CC0-1.0"),
)
_WORD: Final = re.compile(r"(?<![A-Za-z])[a-z]{4,12}(?![A-Za-z])")
_LIBRARIES: Final = ("numpy", "onnx", "scikit-learn", "scipy")


def train_half(rule: str) -> bool:
    """Say whether the vectors of a gitleaks rule are trained on; the others only measure."""
    return not is_held_rule(rule)


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _vectors(path: Path) -> list[Piece]:
    """Return the vectors of the rules that are trained on; a true one is live as a whole."""
    return [
        Piece(
            text=row["text"],
            spans=((0, len(row["text"])),) if row["label"] else (),
            group=f"gitleaks/{row['sub']}",
        )
        for row in _lines(path)
        if train_half(row["sub"])
    ]


def _ordinary(path: Path) -> list[Piece]:
    return [
        Piece(text=row["text"], spans=(), group=f"prompts/{row['id']}")
        for row in _lines(path)
        if not is_held(row["id"])
    ]


def _lexicon(texts: Sequence[Piece]) -> list[str]:
    """Return the words of the prompts, for values and names; the built-in ones come first."""
    found = sorted({word for piece in texts for word in _WORD.findall(piece.text)})
    return [*generate.WORDS, *found]


def pieces(folder: Path | None, seed: int, generated: int, places: int) -> list[Piece]:
    """Return everything that the model is trained on."""
    rng = random.Random(seed)
    read: list[Piece] = []
    words: list[str] = list(generate.WORDS)
    if folder:
        ordinary = _ordinary(folder / "ordinary_prompts/prompts.jsonl")
        words = _lexicon(ordinary)
        read = [*_vectors(folder / "gitleaks_vectors/vectors.jsonl"), *ordinary]
    made = list(generate.generate(generated, rng, words))
    return [*made, *harvest.pieces(places, rng, words), *read] if places else [*made, *read]


def _manifest(folder: Path | None) -> list[dict[str, str]]:
    return [
        {
            "path": path,
            "licence": licence,
            "sha256": hashlib.sha256((folder / path).read_bytes()).hexdigest(),
        }
        for path, licence in _SOURCES
        if folder
    ]


def _figures(data: fit.Table, held: fit.Floats) -> dict[str, Any]:
    """Return recall, false positives and AUC of candidates that the model did not see."""
    figures: dict[str, Any] = {"auc": round(float(roc_auc_score(data.truth, held)), 4)}
    for source in sorted(set(data.source)):
        chosen = data.source == source
        live, said = data.truth[chosen] == 1, held[chosen] >= 0.5
        figures[str(source)] = {
            "live": int(live.sum()),
            "other": int((~live).sum()),
            "recall": round(float(said[live].mean()), 4) if live.any() else None,
            "false_positives": round(float(said[~live].mean()), 4) if (~live).any() else None,
        }
    return figures


def train(
    folder: Path | None, *, seed: int, generated: int, places: int
) -> tuple[bytes, dict[str, Any]]:
    """Return the ONNX file and its card."""
    data = fit.table(pieces(folder, seed, generated, places), seed)
    say(f"{len(data.truth):,} candidates, {int(data.truth.sum()):,} of them live")
    data = _grouped(data)
    model, held = fit.fit(data, seed)
    written = export.graph(model)
    card = {
        "sha256": hashlib.sha256(written).hexdigest(),
        "features": secret_features.FEATURES,
        "seed": seed,
        "candidates": len(data.truth),
        "calibration": {"slope": model.slope, "offset": model.offset, "prior": fit.PRIOR},
        "metrics": {"unseen candidates (4 folds by group)": _figures(data, held)},
        "data": _manifest(folder),
        "code": harvest.versions() if places else {},
        "libraries": {name: metadata.version(name) for name in _LIBRARIES},
        "python": platform.python_version(),
    }
    return written, card


def _grouped(data: fit.Table) -> fit.Table:
    """Name everything that came of no read source the generator's."""
    known = np.isin(data.source, ("gitleaks", "prompts", "code"))
    return msgspec.structs.replace(data, source=np.where(known, data.source, "generator"))


def write(model: bytes, card: dict[str, Any], out: Path) -> None:
    """Write the model, its card and its digest for `sha256sum --check`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / secret_model.MODEL_FILE).write_bytes(model)
    text = msgspec.json.format(msgspec.json.encode(card, order="sorted"), indent=2)
    (out / secret_model.CARD_FILE).write_bytes(text + b"\n")
    digest = f"{card['sha256']}  {secret_model.MODEL_FILE}\n"
    (out / f"{secret_model.MODEL_FILE}.sha256").write_text(digest, encoding="ascii")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.secrets", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets (see data.md)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--smoke", action="store_true", help="a tiny model, in seconds")
    options = parser.parse_args(arguments)
    with threadpool_limits(1):  # sums in another order would be another file
        model, card = train(
            None if options.smoke else options.data,
            seed=options.seed,
            generated=SMOKE if options.smoke else GENERATED,
            places=0 if options.smoke else PLACES,
        )
    write(model, card, options.out)
    say(f"{len(model):,} bytes; {card['metrics']}")
    return 0


def say(line: str) -> None:
    """Print one line of progress."""
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
