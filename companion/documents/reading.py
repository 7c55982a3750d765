"""What the readers of all formats share: bounds, the text so far, and why it is not all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from companion.attachments import Unread

MOST_NESTED: Final = 100
"""Files inside files that are read, in all."""
DEEPEST: Final = 3
"""How deep files inside files are read: a mail, in a mail, with a document."""


_PROPERTIES: Final = {
    **dict.fromkeys(("title", "subject", "keywords", "description", "category", "lpstr"), "{}"),
    **dict.fromkeys(("creator", "author", "initial-creator"), "Written by {}."),
    "lastmodifiedby": "Last changed by {}.",
    "manager": "The manager is {}.",
    "company": "Made at {}.",
    "made with": "Made with {}.",
    "": "{}",
}
"""What properties say as a sentence. Detectors know prose better than tables, and every
document names an author."""


class UnreadableError(Exception):
    """A file cannot be read; it says why in one code and never quotes the file.

    Attributes:
        unread: Why.
        format: What the file is, where that is known.
    """

    def __init__(self, unread: Unread, format: str = "") -> None:  # noqa: A002 - its name
        super().__init__(unread.value)
        self.unread = unread
        self.format = format


class FullError(Exception):
    """There is more text than is judged."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a file is read.

    Attributes:
        bytes: A larger file is not read.
        characters: Reading stops when there is more text than this.
        unpacked: Bytes that the parts of a file may have when they are unpacked, in all.
        ratio: How many times its packed size a large part may have.
        pages: Of a PDF.
    """

    bytes: int = 10_000_000
    characters: int = 2_000_000
    unpacked: int = 40_000_000
    ratio: int = 250
    pages: int = 1_000


class Reading:
    """One file as it is being read, and the files inside it.

    Attributes:
        unread: The first reason why not all of it could be read.
        format: What it turned out to be, where its first bytes do not tell.

    Args:
        limits: How much is read.
        nested: Reads a file inside this one into this reading.
    """

    def __init__(self, limits: Limits, nested: Callable[[Reading, str, bytes], None]) -> None:
        self.limits = limits
        self.unread: Unread | None = None
        self.format = ""
        self._nested = nested
        self._lines: list[str] = []
        self._once: set[str] = set()
        self._characters = 0
        self._unpacked = 0
        self._files = 0
        self._depth = 0

    @property
    def text(self) -> str:
        """What was read so far, within the limit."""
        return "\n".join(self._lines)[: self.limits.characters]

    @property
    def characters(self) -> int:
        """How many characters were read so far."""
        return self._characters

    def line(self, text: str) -> None:
        """Add one line or more.

        Raises:
            FullError: That is more text than is judged.
        """
        text = text.strip()
        if not text:
            return
        self._lines.append(text)
        self._characters += len(text) + 1
        if self._characters > self.limits.characters + 1:
            raise FullError

    def once(self, text: str) -> None:
        """Add a line that stands in many places of a file, and says no more there than here.

        Raises:
            FullError: That is more text than is judged.
        """
        text = text.strip()
        if text not in self._once:
            self._once.add(text)
            self.line(text)

    def told(self, name: str, value: str) -> None:
        """Add a property of the file in the words that a person would have for it.

        Raises:
            FullError: That is more text than is judged.
        """
        value = value.strip()
        if value and value not in self._once:
            self._once.add(value)
            before, _, after = _PROPERTIES.get(name.lower(), f"{name}: {{}}").partition("{}")
            self.line(f"{before}{value}{after}")

    def part(self, read: Callable[[Reading], None]) -> None:
        """Add what a part of the file says and the rest of it does not, without its labels.

        Raises:
            FullError: That is more text than is judged.
            UnreadableError: The part cannot be read.
        """
        part = Reading(self.limits, self._nested)
        read(part)
        for line in part.text.splitlines():
            label, _, value = line.partition(": ")
            self.told("", value if label.isalnum() else line)

    def unpacked(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            UnreadableError: They are too many.
        """
        self._unpacked += size
        if self._unpacked > self.limits.unpacked:
            raise UnreadableError(Unread.TOO_LARGE)

    def spoil(self, unread: Unread) -> None:
        """Note that something could not be read; the first reason stays."""
        self.unread = self.unread or unread

    def recognised(self, kind: str) -> None:
        """Say what the file is more exactly; of one inside another, nobody asks."""
        if not self._depth:
            self.format = kind

    def inside(self, name: str, data: bytes) -> None:
        """Read a file inside this one; what cannot be read of it is noted."""
        self._files += 1
        if self._depth >= DEEPEST or self._files > MOST_NESTED:
            self.spoil(Unread.EMBEDDED)
            return
        self._depth += 1
        try:
            self.line(name)
            self._nested(self, name, data)
        except UnreadableError:
            self.spoil(Unread.EMBEDDED)
        finally:
            self._depth -= 1
