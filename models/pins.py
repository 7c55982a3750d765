"""Writes the checksums of models and cards once they are final: `python -m models.pins`."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from companion.pins import ENDING


def pin(folder: Path) -> tuple[str, ...]:
    """Write `NAME.onnx.sha256` for every model in `folder`, with its card's line below its own.

    Returns:
        The names of the models.
    """
    models = sorted(folder.glob("*.onnx"))
    for model in models:
        lines = [_line(path) for path in (model, model.with_suffix(".json")) if path.exists()]
        model.with_name(model.name + ENDING).write_text("".join(lines), encoding="ascii")
    return tuple(model.name for model in models)


def _line(path: Path) -> str:
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"


if __name__ == "__main__":
    print(*pin(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent), sep="\n")
