"""What no model may be trained on: one place, read by training and by the benchmarks.

Rows of the sets that may be trained on are split by a stable hash of their id, so that
nobody has to keep a list and every model leaves out the same rows. The templates of
presidio-research are split as a whole, because rows of one template are near copies.
"""

from __future__ import annotations

import zlib
from typing import Final

_HELD: Final = (
    "1 2 3 7 8 10 11 13 14 15 18 20 21 26 27 28 34 48 49 51 52 53 54 56 57 58 61 62 65 66 68 "
    "70 71 76 77 78 80 81 82 83 86 89 90 91 92 95 102 103 105 108 110 111 114 119 122 123 129 "
    "131 134 137 138 143 145 147 148 154 156 160 162 164 167 169 171 172 175 180 190 197 208 209"
)
TEMPLATES: Final = frozenset(map(int, _HELD.split()))
"""`template_id`s of presidio-research (both files) that are held out: 80 of 176.

Sorted by the SHA-256 of `presidio-research template ID draw 1`, the first 80; draw 0 left
a type that several templates have on one side only.
"""


def is_held(identifier: str) -> bool:
    """Return whether the row with this id is for measuring only: one in five.

    Holds for every set whose rows carry an id (pupa_new, ordinary_prompts, gitleaks_vectors
    and the others); rows that come in groups are asked by the group's name.
    """
    return zlib.crc32(identifier.encode()) % 5 == 0


def is_held_rule(rule: str) -> bool:
    """Return whether the gitleaks vectors of this rule (`sub`) are for measuring: half."""
    return zlib.crc32(rule.encode()) % 2 == 0
