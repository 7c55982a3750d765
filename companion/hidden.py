"""Text that hides itself wherever values are printed or stored."""

from __future__ import annotations

import hashlib
import re
from typing import Final, NoReturn

_JOINTS: Final = re.compile(r"_+|(?<=[^\W\d])[.+-](?=[^\W\d])|(?<=[a-z])(?=[A-Z])")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


class PromptText:
    """Text that a person typed, which hides itself wherever values are printed or stored.

    `repr`, `str`, formatting and pickling never show the text; only `reveal()` does, so a
    search for that word finds every place that reads a prompt. A lone surrogate becomes
    U+FFFD at birth (one code point for one), so that every later encoding succeeds.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text.translate(_SURROGATES) if _has_surrogate(text) else text

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def since(self, start: int) -> PromptText:
        """Return what stands from the code point `start` on, hidden as well."""
        return PromptText(self._text[start:])

    def until(self, end: int) -> PromptText:
        """Return what stands before the code point `end`, hidden as well."""
        return PromptText(self._text[:end])

    def without_ending(self) -> PromptText:
        """Return the name of a file without what says its format."""
        return PromptText(_ENDING.sub("", self._text))

    def apart(self) -> PromptText:
        """Return the text with spaces for what joins the words of a file's name."""
        return PromptText(_JOINTS.sub(" ", self._text))

    def followed_by(self, *others: PromptText | str) -> PromptText:
        """Return this text with others behind it, hidden as well."""
        parts = [each if isinstance(each, str) else each.reveal() for each in others]
        return PromptText("".join((self._text, *parts)))

    def digest(self, key: bytes) -> str:
        """Return a keyed BLAKE2b digest (hex, 16 bytes) that means nothing without `key`."""
        return hashlib.blake2b(self._text.encode(), key=key, digest_size=16).hexdigest()

    def __len__(self) -> int:
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PromptText) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"PromptText(<{len(self._text)} characters hidden>)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)

    def __reduce__(self) -> NoReturn:
        raise TypeError("PromptText is never pickled; pass reveal() over a private pipe instead")


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
