"""What the decoders of disguised values work on and give back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple


class Stretch(NamedTuple):
    """A part of a text with what it says once its disguise is taken off.

    Attributes:
        start: First character of the disguised part.
        end: One past its last character.
        text: What it says.
        places: Start and end of each character of `text`, where each has its own; else None,
            and each character of `text` lies in the whole part.
    """

    start: int
    end: int
    text: str
    places: Sequence[tuple[int, int]] | None = None

    def place(self, index: int) -> tuple[int, int]:
        """Return where character `index` of `text` lies."""
        return self.places[index] if self.places is not None else (self.start, self.end)


def _table(*, digit: str, lower: str, upper: str, also: str = "") -> bytes:
    """Return a table for `bytes.translate`; what it does not name becomes a space."""
    table = bytearray(b" " * 256)
    for code in range(ord("0"), ord("9") + 1):
        table[code] = ord(digit)
    for code in range(ord("a"), ord("z") + 1):
        table[code] = ord(lower)
        table[code - 32] = ord(upper)
    for char in also:
        table[ord(char)] = ord(lower)
    return bytes(table)


_FOREIGN: Final = "?"
"""Stands for every character that ASCII lacks."""
_SHAPE: Final = _table(digit="a", lower="a", upper="a", also=_FOREIGN)
_CAPITALS: Final = _table(digit="A", lower="a", upper="A")
_CASES: Final = _table(digit=" ", lower="a", upper="A")
_DIGITS: Final = _table(digit="0", lower="a", upper="a", also=_FOREIGN)
_ENCODED: Final = _table(digit="a", lower="a", upper="a", also="+/=_-")
_WORDS: Final = bytes(
    code if (chr(code).isalnum() and code < 128) or chr(code) == _FOREIGN else ord(" ")
    for code in range(256)
)


class Source:
    """A text with cheap outlines of it, each made once and only when asked for.

    An outline has a byte for every character, so that a search for a few bytes tells in
    microseconds whether a decoder has anything to do.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.bytes = text.encode("ascii", "replace")

    @cached_property
    def shape(self) -> bytes:
        """Letters and digits as `a`, all else as a space."""
        return self.bytes.translate(_SHAPE)

    @cached_property
    def digits(self) -> bytes:
        """Digits as `0`, letters as `a`, all else as a space."""
        return self.bytes.translate(_DIGITS)

    @cached_property
    def capitals(self) -> bytes:
        """Capital letters and digits as `A`, small letters as `a`, all else as a space."""
        return self.bytes.translate(_CAPITALS)

    @cached_property
    def cases(self) -> bytes:
        """Letters as `a` or `A`, all else as a space."""
        return self.bytes.translate(_CASES)

    @cached_property
    def encoded(self) -> bytes:
        """Characters of the base-64 alphabets as `a`, all else as a space."""
        return self.bytes.translate(_ENCODED)

    @cached_property
    def lower(self) -> bytes:
        """The text in lower case, with `?` for what ASCII lacks."""
        return self.bytes.lower()

    @cached_property
    def words(self) -> list[bytes]:
        """The words in lower case, with `?` for what ASCII lacks."""
        return self.lower.translate(_WORDS).split()

    @cached_property
    def vocabulary(self) -> frozenset[bytes]:
        """The distinct words."""
        return frozenset(self.words)

    @cached_property
    def mail_words(self) -> list[bytes]:
        """The first words with an @ within, in lower case."""
        found: list[bytes] = []
        place = self.lower.find(b"@")
        while place >= 0 and len(found) < _MAIL_WORDS:
            start = self.lower.rfind(b" ", max(0, place - 80), place) + 1
            end = self.lower.find(b" ", place)
            found.append(self.lower[start or max(0, place - 80) : end if end >= 0 else None])
            place = self.lower.find(b"@", end) if end >= 0 else -1
        return found


_MAIL_WORDS: Final = 100
