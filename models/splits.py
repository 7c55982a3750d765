"""Which rows fit the models that read text, and which fit the stack that weighs them.

The stack must learn from what the others say of texts that they never saw. What is for
measuring alone (`models.held`) is in neither part.
"""

from __future__ import annotations

import zlib


def is_for_stack(group: str) -> bool:
    """Return whether rows of this group are kept for the stack: 15 in 100 groups."""
    return zlib.crc32(f"stack/{group}".encode()) % 20 < 3
