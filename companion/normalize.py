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
from collections.abc import Iterator
from typing import Final

import msgspec

from companion.values import Finding

MAX_EXPANSION: Final = 4
"""A character whose compatibility form is longer than this stays as it is, so that a view
is never longer than this times its text (U+FDFA alone would become 18 characters)."""

_PLAIN: Final = re.compile(r"[\t\n\r\x20-\x7e]+")
_FOREIGN_WORD: Final = re.compile(r"\w*[^\W\x00-\x7f]\w*")
_LINE_ENDS: Final = frozenset("\x0b\x0c\x85\u2028\u2029")
_UNSEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_PUNCTUATION: Final = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\u02d7\ufe58"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u2032\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201f\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u3002\uff61"), "."),
    **dict.fromkeys(map(ord, "\u2044\u2215"), "/"),
}
_OVERLAYS: Final = (
    (0x0300, 0x036F),
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
_LOOKALIKES: Final = str.maketrans(
    # Cyrillic, Greek, Armenian, then Latin letters of other alphabets and small capitals.
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u04ae"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0475"
    "\u050d\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03bd\u03bf\u03c1\u03c5\u03c7\u03b3\u03ba\u03f2\u03f3\u0555\u054f\u054d\u0585"
    "\u057d\u0570\u0578\u0581\u0566\u0131\u0251\u0261\u0269\u028f\u0280\u0274\u029f\u029c\u1d00"
    "\u1d04\u1d05\u1d07\u1d0a\u1d0b\u1d0d\u1d0f\u1d18\u1d1b\u1d1c\u1d20\u1d21\u1d22",
    "ABCEHIJKMOPSTXYaeopcyxijshdqwvgABEZHIKMNOPTYXaivopuxykcjOSUouhngqiagiyrnlhacdejkmoptuvwz",
)


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
    builder = _Builder()
    for start, end, plain in _runs(text):
        if plain:
            builder.copy(text, start, end)
        else:
            for index in range(start, end):
                builder.add(text[index], index)
    return builder.view()


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Split into stretches that need no work and stretches that need it."""
    last = 0
    for match in _PLAIN.finditer(text):
        if match.start() > last:
            yield last, match.start(), False
        yield match.start(), match.end(), True
        last = match.end()
    if last < len(text):
        yield last, len(text), False


class _Builder:
    """Collects the view's characters with where each began and ended."""

    __slots__ = ("_chars", "_ends", "_starts")

    def __init__(self) -> None:
        self._chars: list[str] = []
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")

    def copy(self, text: str, start: int, end: int) -> None:
        self._chars.extend(text[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def add(self, char: str, index: int) -> None:
        if _is_overlay(char):
            self._overlay(char, index)
            return
        for plain in _plain_form(char):
            self._chars.append(plain)
            self._starts.append(index)
            self._ends.append(index + 1)

    def _overlay(self, mark: str, index: int) -> None:
        """Join a mark with its letter where Unicode has the pair, else drop it."""
        if not self._chars:
            return
        composed = unicodedata.normalize("NFC", self._chars[-1] + mark)
        if len(composed) == 1:
            self._chars[-1] = composed
        self._ends[-1] = index + 1

    def view(self) -> View:
        text = _FOREIGN_WORD.sub(_latin, "".join(self._chars))
        return View(text, self._starts, self._ends)


def _latin(match: re.Match[str]) -> str:
    """Fold a word whose every foreign letter looks Latin; others are another language's."""
    folded = match.group().translate(_LOOKALIKES)
    return folded if folded.isascii() else match.group()


@functools.lru_cache(maxsize=4096)
def _is_overlay(char: str) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in _OVERLAYS)


@functools.lru_cache(maxsize=4096)
def _plain_form(char: str) -> str:
    """Return what the view shows for one character; empty where it is not seen."""
    if ord(char) in _TAGS:
        return chr(ord(char) - 0xE0000)
    category = unicodedata.category(char)
    if char in _LINE_ENDS:
        return "\n"
    if category in {"Cc", "Cf"} or char in _UNSEEN:
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return _compatible(char).translate(_PUNCTUATION)


def _compatible(char: str) -> str:
    form = unicodedata.normalize("NFKC", char)
    if len(form) > MAX_EXPANSION or form.startswith(" "):
        return char
    return form
