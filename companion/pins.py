"""Holds the models' cards to their checksums.

A card pins its ONNX file; the card itself is pinned beside it, in the file of checksums that
`sha256sum -c` reads. So no byte of what a decision rests on can change unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from companion.classifier import ModelError

ENDING: Final = ".sha256"


def check_cards(folder: Path) -> None:
    """Compare every card that a file of checksums in `folder` names with its checksum.

    The ONNX files are left out: whoever loads one compares it with its card.

    Raises:
        ModelError: A card is missing or is not the pinned one, or a checksum cannot be read.
    """
    for listing in sorted(folder.glob(f"*{ENDING}")):
        for digest, name in _lines(listing):
            if name.endswith(".json") and _digest(folder / name) != digest:
                raise ModelError(f"{folder / name}: not the pinned card")


def _lines(listing: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = listing.read_text(encoding="ascii").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{listing}: cannot be read") from error
    for line in lines:
        digest, gap, name = line.partition("  ")
        if len(digest) != 64 or not gap or not name.endswith((".json", ".onnx")):
            raise ModelError(f"{listing}: a line is no checksum of a model or card")
        yield digest, name


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read") from error
