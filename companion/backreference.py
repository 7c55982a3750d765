"""Whether a turn speaks of somebody whom only earlier turns can have named.

*She has diabetes* names nobody, and alone it is about nobody. Behind a turn that named a
person it is about that person: what one turn made identifiable, the next makes private.
"""

from __future__ import annotations

import re
from typing import Final

_PRONOUNS: Final = (
    "he she him his her hers himself herself",
    "er sie ihm ihn ihr ihre ihren ihrem ihrer seine seinen seinem seiner",
    "elle lui il",
    "él ella",
    "ele ela dele dela nele nela",
    "lui lei egli ella",
    "hij zij haar hem",
)
"""Of English, German, French, Spanish, Portuguese, Italian and Dutch."""
_WORDS: Final = sorted({word for line in _PRONOUNS for word in line.split()})
_BACK: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)


def refers_back(text: str) -> bool:
    """Return whether a text holds a pronoun that stands for a person.

    In some of the languages such a word has other uses as well; it counts then too, since
    what follows from it is only that less is taken for public.
    """
    return _BACK.search(text) is not None
