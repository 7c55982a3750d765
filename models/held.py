"""What no model may be trained on: one place, read by training and by the benchmarks.

Rows of the sets that may be trained on are split by a stable hash of their id, so that
nobody has to keep a list and every model leaves out the same rows. The templates of
presidio-research are split as a whole, because rows of one template are near copies. Some
sets hold a text twice under two ids: what is measured on or fitted apart must pass `repeats`.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Final

_HELD: Final = (
    "1 2 3 7 8 10 11 13 14 15 18 20 21 26 27 28 34 48 49 51 52 53 54 56 57 58 61 62 65 66 68 "
    "70 71 76 77 78 80 81 82 83 86 89 90 91 92 95 102 103 105 108 110 111 114 119 122 123 129 "
    "131 134 137 138 143 145 147 148 154 156 160 162 164 167 169 171 172 175 180 190 197 208 209"
)
NEAR: Final = 0.4
"""Share of a text's runs of words beyond which it repeats another."""
_RUN: Final = 6
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


def repeats(known: Iterable[str]) -> Callable[[str], bool]:
    """Return what says whether a text repeats one of the known ones, as a whole or nearly.

    Nearly: more than `NEAR` of its runs of six words stand in one known text.
    """
    places: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(known):
        for run in _runs(text):
            places[run].add(number)

    def repeated(text: str) -> bool:
        runs = _runs(text)
        shared = Counter(number for run in runs for number in places.get(run, ()))
        return max(shared.values(), default=0) > NEAR * len(runs)

    return repeated


def _runs(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
