"""A plain view of a text for the detectors, with an exact map back to the original.

People and pages write the same value in many ways: full-width digits, a Cyrillic letter
inside a Latin word, zero-width characters between the digits of a card number. The view
undoes what Unicode allows to be undone (UAX #15 compatibility forms, UTS #39 confusables of
Latin letters) and drops what is not seen. It never replaces the text that is sent anywhere.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from array import array
from collections.abc import Sequence
from typing import Final

import msgspec

from companion import lookalikes
from companion.values import Finding

MAX_EXPANSION: Final = 4
"""A character whose compatibility form is longer than this stays as it is, so that a view
is never longer than this times its text (U+FDFA alone would become 18 characters)."""

_PLAIN: Final = re.compile(r"[\t\n\r\x20-\x7e]+")
_PLAIN_RUN: Final = re.compile(r"[\t\n\r\x20-\x7e]{16,}")
_WORD: Final = re.compile(r"\w+")
_LETTER: Final = re.compile("[A-Za-z]")
_FIRST_FOREIGN: Final = "\u0250"
"""Below it stand the Latin letters of living European languages."""
_LINE_ENDS: Final = frozenset("\x0b\x0c\x85\u2028\u2029")
_UNSEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_PUNCTUATION: Final = {
    **dict.fromkeys(
        map(ord, "\u00af\u02c9\u02d7\u2010\u2011\u2012\u2013\u2043\u2212\u2796\ufe58"), "-"
    ),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u2032\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201f\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u3002\uff61"), "."),
    **dict.fromkeys(map(ord, "\u2044\u2215\u29f8"), "/"),
}
_OVERLAYS: Final = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
)
"""Combining marks and variation selectors that belong to no script of their own."""
_TAGS: Final = range(0xE0020, 0xE007F)
"""Tag characters spell ASCII invisibly; the view shows what they spell."""


class View:
    """A normalised text that hides itself in `repr` and knows where each character was.

    Attributes:
        text: The view, at most `MAX_EXPANSION` times as long as the original.
    """

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str, starts: array[int] | None, ends: array[int] | None) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    def __repr__(self) -> str:
        return f"View(<{len(self.text)} characters hidden>)"

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where view characters `start` to `end` (exclusive) lie in the original.

        Raises:
            ValueError: The span is empty or outside the view.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError("the span is not within the view")
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def origins(self, start: int, end: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return where each view character from `start` to `end` begins and ends."""
        if self._starts is None or self._ends is None:
            return range(start, end), range(start + 1, end + 1)
        return self._starts[start:end], self._ends[start:end]

    def original_finding(self, finding: Finding) -> Finding:
        """Return a finding made on the view with its offsets in the original text."""
        if self._starts is None:
            return finding
        start, end = self.original_span(finding.start, finding.end)
        return msgspec.structs.replace(finding, start=start, end=end)


def normalise(text: str) -> View:
    """Return the plain view of `text`, in one pass, in time linear in its length."""
    if not text or _PLAIN.fullmatch(text):
        return View(text, None, None)
    foreign = {char: _FORMS[char] for char in set(text) if not _PLAIN.match(char)}
    single = {ord(char): form for char, form in foreign.items() if form and len(form) == 1}
    if len(single) == len(foreign):
        return View(_fold(text.translate(single)), None, None)
    return _mapped(text, foreign)


def _mapped(text: str, foreign: dict[str, str | None]) -> View:
    """Build the view of a text in which some characters vanish, join or become several."""
    builder = _Builder(foreign)
    last = 0
    for match in _PLAIN_RUN.finditer(text):
        builder.add(text, last, match.start())
        builder.copy(text, match.start(), match.end())
        last = match.end()
    builder.add(text, last, len(text))
    return builder.view()


class _Builder:
    """Collects the view's characters with where each began and ended."""

    __slots__ = ("_chars", "_ends", "_foreign", "_starts")

    def __init__(self, foreign: dict[str, str | None]) -> None:
        self._foreign = foreign
        self._chars: list[str] = []
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")

    def copy(self, text: str, start: int, end: int) -> None:
        self._chars.extend(text[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def add(self, text: str, start: int, end: int) -> None:
        foreign, chars = self._foreign, self._chars
        for index in range(start, end):
            char = text[index]
            form = foreign.get(char, char)
            if form is None:
                self._overlay(char, index)
                continue
            for plain in form:
                chars.append(plain)
                self._starts.append(index)
                self._ends.append(index + 1)

    def _overlay(self, mark: str, index: int) -> None:
        """Join a mark with its letter where Unicode has the pair, else drop it."""
        if self._chars:
            self._chars[-1] = _composed(self._chars[-1], mark)
            self._ends[-1] = index + 1

    def view(self) -> View:
        return View(_fold("".join(self._chars)), self._starts, self._ends)


@functools.lru_cache(maxsize=4096)
def _composed(letter: str, mark: str) -> str:
    composed = unicodedata.normalize("NFC", letter + mark)
    return composed if len(composed) == 1 else letter


def _fold(text: str) -> str:
    """Write letters that only look Latin as Latin ones; one character stays one."""
    if text.isascii() or text.translate(lookalikes.SIMILAR) == text:
        return text
    return _WORD.sub(_latin, text)


def _latin(match: re.Match[str]) -> str:
    """Fold a word whose every foreign letter looks Latin; others are another language's."""
    word = match.group()
    if word.isascii():
        return word
    table = lookalikes.SIMILAR if _LETTER.search(word) else lookalikes.ALIKE
    folded = word.translate(table)
    return folded if max(folded) < _FIRST_FOREIGN else word


class _Forms(dict[str, str | None]):
    """What the view shows for each foreign character; None for a mark on the one before."""

    def __missing__(self, char: str) -> str | None:
        form = None if _is_overlay(char) else _plain_form(char)
        if len(self) < _REMEMBERED:
            self[char] = form
        return form


_REMEMBERED: Final = 8192
_FORMS: Final = _Forms()


def _is_overlay(char: str) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in _OVERLAYS)


def _plain_form(char: str) -> str:
    """Return what the view shows for one character; empty where it is not seen."""
    if ord(char) in _TAGS:
        return chr(ord(char) - 0xE0000)
    if char in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category in {"Cc", "Cf"} or char in _UNSEEN:
        return ""
    if category == "Zs":
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None and unicodedata.normalize("NFKC", char)[0] != "(":
        return str(digit)
    return _compatible(char).translate(_PUNCTUATION).translate(lookalikes.CIRCLED)


def _compatible(char: str) -> str:
    form = unicodedata.normalize("NFKC", char)
    if len(form) > MAX_EXPANSION or form.startswith(" "):
        return char
    return form
