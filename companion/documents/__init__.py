"""Reads the text of files that people send, in memory and within bounds.

A file is what its bytes say that it is, whatever its name. Everything in it that holds words
is read, also what a person does not see at once: comments, deleted text that is still
tracked, properties, notes, form fields, hidden sheets. What cannot be read is named with one
of the reasons of `Unread`; nothing is ever written, fetched, executed or logged.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Final

import msgspec

from companion.attachments import Unread
from companion.documents.reading import FullError, Limits, Reading, UnreadableError

__all__ = ["Extraction", "Limits", "extract", "warm_up"]

for _library in ("pypdf", "charset_normalizer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of one file; it prints no text.

    Attributes:
        format: What the file is, by its content; empty where nobody knows.
        text: What could be read.
        unread: Why not all of it could be.
    """

    format: str = ""
    text: str = ""
    unread: Unread | None = None

    def __repr__(self) -> str:
        return f"Extraction(format={self.format!r}, unread={self.unread!r}, <hidden>)"


def extract(name: str, media_type: str, data: bytes, limits: Limits) -> Extraction:
    """Read a file.

    Args:
        name: Its name; it only decides how text is read, such as HTML or notebooks.
        media_type: What the page says that it is; it decides as little.
        data: Its bytes.
        limits: How much of it is read.

    Returns:
        What was read. No exception leaves this function, whatever the bytes are; text that
        was read before a fault is part of the result.
    """
    reading = Reading(limits, _read_nested)
    kind, unread = "", None
    try:
        kind = _recognise(_hint(name, media_type), data, limits.bytes)
        _read(kind, data, reading)
    except FullError:
        unread = Unread.TOO_LONG
    except UnreadableError as error:
        kind, unread = error.format or kind, _named(error.unread, _hint(name, media_type))
    except (MemoryError, OSError):
        unread = Unread.FAILED
    except Exception:  # noqa: BLE001 - a library's message may quote the file
        unread = Unread.DAMAGED
    return Extraction(
        format=reading.format or kind, text=reading.text, unread=unread or reading.unread
    )


def _named(unread: Unread, hint: tuple[str, str]) -> Unread:
    """Say what a file that nobody knows calls itself, for there is nothing better to say."""
    if unread is Unread.FORMAT and any(map(_SEEN.fullmatch, hint)):
        return Unread.PICTURE
    if unread is Unread.FORMAT and any(map(_PACKED.fullmatch, hint)):
        return Unread.ARCHIVE
    return unread


def warm_up() -> None:
    """Load all that reading needs, so that nothing has to be opened for it later."""
    from companion.documents.samples import samples  # noqa: PLC0415

    for name, data in samples():
        extract(name, "", data, Limits())


def _read_nested(reading: Reading, name: str, data: bytes) -> None:
    """Read a file inside a file.

    Raises:
        FullError: There is more text than is judged.
        UnreadableError: It cannot be read.
    """
    try:
        _read(_recognise(_hint(name, ""), data, reading.limits.bytes), data, reading)
    except (FullError, UnreadableError, MemoryError, OSError):
        raise
    except Exception as error:
        raise UnreadableError(Unread.DAMAGED) from error


# --- recognising ------------------------------------------------------------------------------

_PICTURES: Final = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|OggS|fLaC|ID3|\x1aE\xdf\xa3"
    rb"|RIFF....(?:WEBP|WAVE|AVI )|....ftyp|BM....\0\0\0\0|\x00\x00\x01[\xb3\xba]"
    rb"|\xff[\xfb\xf3\xf2]|\x00\x00[\x01\x02]\x00|8BPS|\x00\x00\x00\x0cjP  ",
    re.DOTALL,
)
_ARCHIVES: Final = re.compile(
    rb"\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd|MSCF\0"
    rb"|\x1f\x9d|LZIP|\x04\x22\x4d\x18|.{257}ustar",
    re.DOTALL,
)
_OTHERS: Final = re.compile(
    rb"\{\\rtf|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|SQLite format 3\0|\x7fELF|MZ.\0|\0asm|PAR1"
    rb"|%!PS-Adobe|bplist00|\x89HDF|Obj\x01|\xca\xfe\xba\xbe|!<arch>\n",
    re.DOTALL,
)
_ENCRYPTED_OFFICE: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream of an Office document that asks for a password ([MS-OFFCRYPTO], 2.3.4.4)."""
_PDF_WITHIN: Final = 1024
"""Readers look for the header of a PDF in so many bytes."""
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_END_WITHIN: Final = 65_557
_HEADERS: Final = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_MAIL: Final = re.compile(rb"(?im)^(?:MIME-Version|Message-ID|Return-Path|Received):")
_HTML: Final = re.compile(rb"(?i)\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b")
_XML: Final = re.compile(rb"\s*<(?:\?xml\s|svg\b)", re.IGNORECASE)
_NAMES: Final = {
    "csv": "csv tsv tab",
    "html": "html htm xhtml mht mhtml text/html application/xhtml+xml",
    "json": "json jsonl ndjson geojson application/json application/x-ndjson",
    "mail": "eml message/rfc822",
    "notebook": "ipynb application/x-ipynb+json",
    "xml": "xml svg rss atom xsd kml gpx plist text/xml application/xml image/svg+xml",
}
_FORMATS: Final = {word: kind for kind, words in _NAMES.items() for word in words.split()}
_SEEN: Final = re.compile(
    r"(?:image|audio|video)/.*|png|jpe?g|gif|webp|heic|bmp|tiff?|mp[34]|mov|wav"
)
_PACKED: Final = re.compile(r"zip|gz|tgz|bz2|xz|7z|rar|tar|zst")


def _hint(name: str, media_type: str) -> tuple[str, str]:
    """Return what a file calls itself: its name's ending and its media type."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending, media_type.partition(";")[0].strip().lower()


def _recognise(hint: tuple[str, str], data: bytes, most: int) -> str:
    """Return which reader a file needs.

    Raises:
        UnreadableError: No reader reads it; the error names the format where it is known.
    """
    if len(data) > most:
        raise UnreadableError(Unread.TOO_LARGE)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        if _ZIP_END in data[-_ZIP_END_WITHIN:]:
            raise UnreadableError(Unread.AMBIGUOUS, "pdf")
        return "pdf"
    if data.startswith((b"PK\x03\x04", _ZIP_END)):
        return "zip"
    if _PICTURES.match(data):
        raise UnreadableError(Unread.PICTURE, "picture")
    if _ARCHIVES.match(data):
        raise UnreadableError(Unread.ARCHIVE, "archive")
    if _OTHERS.match(data):
        locked = _ENCRYPTED_OFFICE in data
        raise UnreadableError(Unread.ENCRYPTED if locked else Unread.FORMAT, "binary")
    return _recognise_text(hint, data)


def _recognise_text(hint: tuple[str, str], data: bytes) -> str:
    """Return how a text is to be read; what its bytes say goes before what it is called."""
    if _HEADERS.match(data) and _MAIL.search(data[:8192]):
        return "mail"
    if _HTML.match(data):
        return "html"
    named = next((_FORMATS[each] for each in hint if each in _FORMATS), "")
    if _XML.match(data):
        return named if named in ("html", "xml") else "xml"
    return named or "text"


# --- reading ----------------------------------------------------------------------------------


def _read(kind: str, data: bytes, reading: Reading) -> None:
    """Read a file of a known kind.

    The readers and the libraries that they rest on are loaded with the first file.
    """
    from companion.documents import mail, markup, office, pdf, plain  # noqa: PLC0415

    readers: dict[str, Callable[[bytes, Reading], None]] = {
        "zip": office.read,
        "pdf": pdf.read,
        "mail": mail.read,
        "json": plain.read_json,
        "notebook": plain.read_notebook,
        "html": lambda data, reading: markup.read_html(plain.decode(data), reading),
        "xml": lambda data, reading: markup.read_xml(plain.decode(data), reading),
    }
    readers.get(kind, plain.read_text)(data, reading)
