"""Which language a text is written in, told by CLD2 on this machine.

Rules and models read every text in every language that they know, since prompts mix them;
the language is for figures by language, for saying openly what is not covered, and for not
taking a text for harmless that nobody here can read. CLD2 is the detector of Chromium: 4 ms
and 4.5 MB to load, below 0.1 ms for a prompt. It is loaded when the first text asks for it.
"""

from __future__ import annotations

import functools
import importlib
import math
import re
from typing import Any, Final

import msgspec

COVERED: Final = ("en", "de", "fr", "es", "pt", "it", "nl")
"""The languages (ISO 639-1) whose words, numbers and addresses the rules know."""
UNKNOWN: Final = "und"
"""The code of a text whose language nobody can tell (ISO 639-2)."""
MAX_CHARACTERS: Final = 4_000
"""How much of a text is read at once: of more the library would tell only the most frequent."""
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_DOUBT: Final = 0.5
_SURE: Final = 0.8
"""A library's answer below this is no ground for calling a text foreign."""
_FEWEST: Final = 40
"""Letters that a text in Latin script must have before its language can be told."""
_FOREIGN_SHARE: Final = 0.3
"""Of a text's letters so many in another script make it one that nobody here can judge."""
_FOREIGN: Final = re.compile(r"[^\W\d_\u0000-\u02af\u1e00-\u1eff\ua720-\ua7ff\uff00-\uff5e]")
_LETTER: Final = re.compile(r"[^\W\d_]")


class Language(msgspec.Struct, frozen=True):
    """A text's language.

    Attributes:
        code: ISO 639-1 where it has one, or `UNKNOWN`.
        probability: The share of the text in that language, 0 to 1, halved where CLD2 calls
            its answer unreliable.
    """

    code: str
    probability: float

    @property
    def covered(self) -> bool:
        """Whether the rules know the language's words."""
        return self.code in COVERED


_NONE: Final = Language(UNKNOWN, 0.0)


def language(text: str) -> Language:
    """Return the language that most of the beginning of `text` is written in.

    A text without words, or one that the library cannot read, is of unknown language.
    """
    return _told(text[:MAX_CHARACTERS]) or _NONE


def _told(text: str) -> Language | None:
    """Return a stretch's language, or None where the library gives up."""
    plain = _UNSEEN.sub(" ", text)
    if not _LETTERS.search(plain):
        return _NONE
    library = _library()
    try:
        reliable, _, found = library.detect(plain, bestEffort=True)
    except library.error:
        return None
    code, share = str(found[0][1]), float(found[0][2]) / 100
    if code == "un":
        return _NONE
    return Language(code, share if reliable else share * _DOUBT)


def is_foreign(text: str) -> bool:
    """Return whether a plain text is in a language that the detectors were not made for.

    It is where much of any stretch of it is in another script than Latin, or where a stretch
    that is long enough to tell is surely in a language that is not covered, or cannot be told
    because the library fails. What was not made to be read was not judged: such a text is an
    unknown input.
    """
    count = max(1, math.ceil(len(text) / MAX_CHARACTERS))
    size = math.ceil(len(text) / count)  # equal stretches: a short last one would say little
    return any(_is_foreign(text[place * size : (place + 1) * size]) for place in range(count))


def _is_foreign(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    if len(_FOREIGN.findall(text)) > _FOREIGN_SHARE * letters:
        return True
    if letters < _FEWEST:
        return False
    told = _told(text)
    if told is None:
        return True
    return not told.covered and told.code != UNKNOWN and told.probability >= _SURE


@functools.cache
def _library() -> Any:
    """Load the detector, once and only when a text asks for it."""
    return importlib.import_module("pycld2")
