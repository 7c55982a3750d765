"""WordPiece tokens with their places in the text, and what lower-casing them would lose.

The vocabulary is BERT's uncased one (Devlin et al., 2019); words are cut greedily into the
longest known pieces (Wu et al., 2016). Beside each piece stands its *shape*: how its word was
written and what stood before it. Names, forms and code differ in that more than in letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import msgspec

CLS: Final = 101
SEP: Final = 102
UNKNOWN: Final = 100
GAPS: Final = 3
"""What stands before a word: nothing, a space, a new line."""
SHAPES: Final = 8 * GAPS
_KEPT_PIECES: Final = 12
"""Of a word's pieces only the first ones are kept: a key's tail says nothing more."""
WORD: Final = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]{1,64}|[^\w\s]|_"
)
"""A word: letters and digits, one sign, or one ideograph."""


class Tokens(msgspec.Struct, frozen=True):
    """The pieces of one text.

    Attributes:
        ids: Each piece's number in the vocabulary.
        shapes: Each piece's shape, 0 to `SHAPES` - 1.
        words: Which word each piece belongs to.
        spans: Where each word stands in the text.
    """

    ids: list[int]
    shapes: list[int]
    words: list[int]
    spans: list[tuple[int, int]]


class WordPiece:
    """A vocabulary. It keeps nothing of the texts that it was asked about."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}

    def tokens(self, text: str) -> Tokens:
        """Return the pieces of `text`, in time linear in its length."""
        ids: list[int] = []
        shapes: list[int] = []
        words: list[int] = []
        spans: list[tuple[int, int]] = []
        seen: dict[str, tuple[int, ...]] = {}
        last = 0
        for match in WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            pieces = seen.get(word) or seen.setdefault(word, self._cut(word))
            shape = form(word) * GAPS + _gap(text, last, start)
            ids += pieces
            shapes += [shape] * len(pieces)
            words += [len(spans)] * len(pieces)
            spans.append((start, end))
            last = end
        return Tokens(ids, shapes, words, spans)

    def _cut(self, word: str) -> tuple[int, ...]:
        """Cut one word into the longest known pieces; an unknown one is `UNKNOWN`."""
        plain = _plain(word)
        pieces: list[int] = []
        start = 0
        while start < len(plain) and len(pieces) < _KEPT_PIECES:
            found = self._longest(plain, start)
            if found is None:
                return (UNKNOWN,)
            piece, start = found
            pieces.append(piece)
        return tuple(pieces) or (UNKNOWN,)

    def _longest(self, plain: str, start: int) -> tuple[int, int] | None:
        prefix = "##" if start else ""
        for end in range(len(plain), start, -1):
            piece = self._ids.get(prefix + plain[start:end])
            if piece is not None:
                return piece, end
        return None


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def form(word: str) -> int:
    """Return how a word is written: 0 other, 1 lower, 2 Title, 3 UPPER, 4 mIxed, 5 digits..."""
    if word.isdecimal():
        return 5
    if not word[0].isalnum():
        return 7
    if word.isalpha():
        return _case(word)
    return 6


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if word.lower() != word.upper() else 0


def _gap(text: str, last: int, start: int) -> int:
    if last == start:
        return 0
    return 2 if "\n" in text[last:start] else 1


def read_vocabulary(text: str) -> list[str]:
    """Return the pieces of a vocabulary: one a line, numbered from 0."""
    return text.removesuffix("\n").split("\n")
