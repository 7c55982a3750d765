"""PDF (ISO 32000-2): the text of its pages, and every text that stands in its objects.

Notes, form fields, bookmarks, alternative texts, scripts, properties and files inside it
are read although a page shows none of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from companion.attachments import Unread
from companion.documents import markup, plain
from companion.documents.reading import Reading, UnreadableError

_NO_WORDS: Final = frozenset(
    str.split(
        "/ID /DA /Lang /CharSet /Registry /Ordering /CheckSum /ModDate /CreationDate /M /Cert "
        "/FontFamily /Panose /Dest /D /Limits /PTEX.FileName /PTEX.InfoDict /PTEX.Fullbanner /DS "
        "/Date /NM /P /Trapped /GTS_PDFXVersion /OutputConditionIdentifier"
    )
)
"""Keys of strings that programs write for programs."""
_TOOLS: Final = ("/Creator", "/Producer")
_LISTS: Final = frozenset(("/Opt", "/V", "/DV", "/I"))
"""Keys of arrays in which people's texts can stand."""
_DEEPEST: Final = 30
_FEW: Final = 40
"""Visible characters that a stamp on a scanned page may have."""
_SCAN: Final = 400_000
"""Pixels of a picture that can be a page."""
_DRAWING: Final = 1_000
"""Bytes of a page's content that draw more than a frame."""
_GLYPHS: Final = re.compile(r"(?:/(?:g|gid|cid|glyph|G|C|uni)\d+ ?){3,}")
_MOST_GARBLED: Final = 0.05


def read(data: bytes, reading: Reading) -> None:
    """Read a PDF.

    Raises:
        UnreadableError: It asks for a password, or has too many pages.
        Exception: It is damaged.
    """
    reader = _opened(data)
    pages = _Pages(reading)
    if len(reader.pages) > reading.limits.pages:
        raise UnreadableError(Unread.TOO_LARGE)
    for page in reader.pages:
        pages.read(page)
    pages.end()
    objects = _Objects(reading)
    objects.properties(reader.trailer.get("/Info"))
    for found in _all_objects(reader):
        objects.read(found)


def _opened(data: bytes) -> PdfReader:
    """Open a PDF; one that only forbids changes opens with an empty password."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise UnreadableError(Unread.ENCRYPTED)
    except (DependencyError, FileNotDecryptedError) as error:
        raise UnreadableError(Unread.ENCRYPTED) from error
    return reader


def _all_objects(reader: PdfReader) -> Iterator[Any]:
    """Yield every object that the file lists, also those to which nothing refers."""
    yield reader.trailer
    numbers = {(number, 0) for number in reader.xref_objStm}
    numbers |= {(number, gen) for gen, found in reader.xref.items() for number in found}
    for number, generation in sorted(numbers):
        try:
            yield IndirectObject(number, generation, reader).get_object()
        except (RecursionError, MemoryError):
            raise
        except Exception:  # noqa: BLE001, S112 - free or broken entries are usual, and show nothing
            continue


class _Pages:
    """Reads the text of pages, and notes those that have none although they show something."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._garbled = 0
        self._visible = 0

    def read(self, page: Any) -> None:
        text = page.extract_text() or ""
        visible = sum(map(len, text.split()))
        self._visible += visible
        self._garbled += _unnamed(text)
        self._reading.line(text)
        if visible < _FEW and _shows(page, 0 if visible == 0 else _SCAN):
            self._reading.spoil(Unread.PICTURE)

    def end(self) -> None:
        if self._garbled > _MOST_GARBLED * self._visible:
            self._reading.spoil(Unread.GARBLED)


def _unnamed(text: str) -> int:
    """Count the characters of which the font does not say which letters they are."""
    odd = sum(1 for each in text if _meaningless(ord(each)))
    return odd + sum(len(found[0]) for found in _GLYPHS.finditer(text))


def _meaningless(code: int) -> bool:
    return (
        (code < 0x20 and code not in (9, 10, 12, 13))
        or 0x7F <= code < 0xA0
        or 0xE000 <= code < 0xF900
        or code in (0xFFFD, 0xFFFF)
        or code >= 0xF0000
    )


def _shows(page: Any, pixels: int) -> bool:
    """Whether a page shows a picture of so many pixels, or anything where none are asked for."""
    if _pictures(page.get("/Resources"), pixels, 0):
        return True
    if pixels:
        return False
    contents = page.get_contents()
    data = contents.get_data() if isinstance(contents, ContentStream) else b""
    return len(data) > _DRAWING or re.search(rb"\bBI\b.*\bID\b", data, re.DOTALL) is not None


def _pictures(resources: Any, pixels: int, depth: int) -> bool:
    resources = _solid(resources)
    shown = _solid(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else None
    if not isinstance(shown, DictionaryObject) or depth > 3:
        return False
    for each in map(_solid, shown.values()):
        if not isinstance(each, DictionaryObject):
            continue
        if each.get("/Subtype") == "/Image" and _size(each) >= pixels:
            return True
        if _pictures(each.get("/Resources"), pixels, depth + 1):
            return True
    return False


def _size(picture: DictionaryObject) -> int:
    try:
        return int(_solid(picture.get("/Width", 0))) * int(_solid(picture.get("/Height", 0)))
    except (TypeError, ValueError):
        return _SCAN


def _solid(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


class _Objects:
    """Reads the strings, properties and files in a file's objects."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def properties(self, found: Any) -> None:
        """Read what the file says of itself."""
        found = _solid(found)
        for name, value in found.items() if isinstance(found, DictionaryObject) else ():
            if name in _TOOLS and isinstance(_solid(value), TextStringObject):
                self._reading.told("Made with", str(_solid(value)))
            elif name not in _NO_WORDS and isinstance(_solid(value), TextStringObject):
                self._reading.told(name.removeprefix("/"), str(_solid(value)))

    def read(self, found: Any) -> None:
        if isinstance(found, StreamObject):
            self._stream(found)
        self._value("", found, 0)

    def _value(self, key: str, value: Any, depth: int) -> None:
        """Read what hangs together directly; what is referred to comes by itself."""
        if depth > _DEEPEST:
            self._reading.spoil(Unread.DAMAGED)
        elif isinstance(value, TextStringObject):
            self._string(value)
        elif isinstance(value, DictionaryObject):
            self._files(value)
            for name, item in value.items():
                if name not in _NO_WORDS:
                    self._value(str(name), item, depth + 1)
        elif isinstance(value, ArrayObject):
            for item in value:
                if key in _LISTS or not isinstance(item, TextStringObject):
                    self._value(key, item, depth + 1)

    def _string(self, text: str) -> None:
        text = text.strip().replace("\r", "\n")
        if len(text) < 2 or _unnamed(text):
            return
        if text.startswith("<") and text.endswith(">"):
            markup.read_html(text, self._reading)
        else:
            self._reading.told("", text)

    def _stream(self, stream: StreamObject) -> None:
        """Read properties, rich texts and scripts, which can be streams of their own."""
        if stream.get("/Type") == "/Metadata" or stream.get("/Subtype") == "/XML":
            data = stream.get_data()
            self._reading.unpacked(len(data))
            self._reading.part(lambda part: markup.read_xml(plain.decode(data), part))

    def _files(self, specification: DictionaryObject) -> None:
        held = _solid(specification.get("/EF"))
        if not isinstance(held, DictionaryObject):
            return
        name = _solid(specification.get("/UF")) or _solid(specification.get("/F")) or ""
        for stream in {id(each): each for each in map(_solid, held.values())}.values():
            if isinstance(stream, StreamObject):
                data = stream.get_data()
                self._reading.unpacked(len(data))
                self._reading.inside(str(name), data)
