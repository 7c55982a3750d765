"""Reads templates from blocks of text, so that they stand in the source as people type them."""

from __future__ import annotations

from typing import Final

_RULE: Final = "\n%%\n"


def lines(text: str) -> tuple[str, ...]:
    """Return the templates of a text that has one on each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def blocks(text: str) -> tuple[str, ...]:
    """Return the templates of a text that parts them by lines of `%%`."""
    return tuple(block.strip("\n") for block in text.split(_RULE) if block.strip())
