"""Files that travel with a prompt: as they arrive, and as they were read.

A detector worker reads them (`companion.documents`); what it read is judged like the prompt.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Final

import msgspec

from companion.hidden import PromptText

MAX_DATA: Final = 12_000_000
"""Bytes of all files of one message; as Base64 they just fit into one frame."""
MOST_SHOWN: Final = 100_000
"""Characters of files that a lane is given with a prompt."""


class Attachment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that travels with a prompt; it prints neither its name nor its content.

    Attributes:
        media_type: What the page says that it is.
        size: Its length in bytes, 0 where the page does not say.
        name: Its name, which can be as private as its content.
        data: Its bytes; empty where the sender does not have them, and then it is not judged.
    """

    media_type: Annotated[str, msgspec.Meta(max_length=255)]
    size: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    name: Annotated[str, msgspec.Meta(max_length=255)] = ""
    data: bytes = b""

    def __repr__(self) -> str:
        return f"Attachment(size={self.size}, <hidden>)"

    def __rich_repr__(self) -> Any:
        yield "size", self.size


def without_data(attachment: Attachment) -> Attachment:
    """Return an attachment without its bytes, for when they have been read."""
    return msgspec.structs.replace(attachment, data=b"") if attachment.data else attachment


class Unread(enum.StrEnum):
    """Why a file, or a part of it, could not be read."""

    NOT_SENT = "not_sent"
    """Its bytes did not come."""
    TOO_LARGE = "too_large"
    """It has more bytes than policy reads, or unpacks to more."""
    TOO_LONG = "too_long"
    """It holds more text than policy has judged."""
    ENCRYPTED = "encrypted"
    """It asks for a password."""
    PICTURE = "picture"
    """It is a picture, sound or video, or its pages are pictures."""
    ARCHIVE = "archive"
    """It is an archive of other files."""
    FORMAT = "format"
    """It is in a format that is not read."""
    EMBEDDED = "embedded"
    """Something inside it could not be read."""
    DAMAGED = "damaged"
    """It does not keep to its own format."""
    AMBIGUOUS = "ambiguous"
    """It is two formats in one, and different programs would read different texts."""
    GARBLED = "garbled"
    """Its letters have no meaning that it tells, as with some fonts."""
    TIMEOUT = "timeout"
    """Reading it took too long."""
    LOST = "lost"
    """The process that read it ended."""
    FAILED = "failed"
    """Reading it failed for a reason of our own."""


class FileNote(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision says of one file, without its name or content.

    Attributes:
        format: What it is: `pdf`, `docx`, `text` and so on; empty where nobody knows.
        characters: How much of its text was judged.
        unread: Why it could not be read, or not all of it.
    """

    format: str = ""
    characters: int = 0
    unread: Unread | None = None


class File(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of one attachment.

    Attributes:
        name: Its name.
        text: All that is in it, what hides included; what could be read, where not all could.
        format: What it is.
        unread: Why it could not be read, or not all of it.
        mark: Tells it and its bytes from others; a plain hash, so it is never stored.
    """

    name: PromptText
    text: PromptText = PromptText("")
    format: str = ""
    unread: Unread | None = None
    mark: str = ""

    @property
    def judged(self) -> PromptText:
        """What detectors read of it: its name in a sentence, the words in it apart, its text."""
        name = self.name.without_ending().apart()
        return PromptText("A file called ").followed_by(name, ".\n\n", self.text)

    @property
    def note(self) -> FileNote:
        """What a decision says of it."""
        return FileNote(format=self.format, characters=len(self.text), unread=self.unread)


def notes(attachments: Iterable[Attachment], files: Sequence[File]) -> tuple[FileNote, ...]:
    """Return what is to be said of each attachment; of one that nobody read, that."""
    read = [file.note for file in files]
    missing = FileNote(unread=Unread.NOT_SENT)
    return tuple(
        read[number] if number < len(read) else missing for number, _ in enumerate(attachments)
    )


def together(asked: PromptText, files: Iterable[File]) -> PromptText:
    """Return a prompt with the text of its files behind it, for a lane to answer.

    Each file stands under its name. What lies beyond `MOST_SHOWN` characters is left out, and
    that is said, as it is of a file that could not be read.
    """
    left = MOST_SHOWN
    for number, file in enumerate(files, 1):
        shown = file.text.until(left)
        left -= len(shown)
        asked = asked.followed_by(f"\n\n--- File {number}: ", file.name, " ---\n", shown)
        if file.unread is not None and not file.text:
            asked = asked.followed_by("(This file could not be read, so it is not here.)")
        elif file.unread is not None or len(shown) < len(file.text):
            asked = asked.followed_by("\n(Not all of this file is here.)")
    return asked
