"""Text files: which characters their bytes are, and what is in notebooks and JSON."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from charset_normalizer import from_bytes

from companion.attachments import Unread
from companion.documents.reading import Reading, UnreadableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks (Unicode 16, section 23.8); those of UTF-32 begin as those of UTF-16."""
_GUESSED: Final = str.split(
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859_2 iso8859_5 iso8859_15 "
    "koi8_r mac_roman cp437 cp850 shift_jis euc_jp gb18030 big5 euc_kr"
)
"""Legacy encodings that are told apart by how likely the text is that they give."""
_SAMPLE: Final = 64_000
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_MOST_CONTROLS: Final = 0.005
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})(?:\\u(d[c-f][0-9a-f]{2}))?", re.IGNORECASE)
_PICTURE_DATA: Final = re.compile(r"^(?:image|audio|video)/(?!svg)")


def decode(data: bytes) -> str:
    """Return the characters of a text file.

    Raises:
        UnreadableError: It is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    if b"\0" in data:
        return _checked(_wide(data))
    if b"\x1b$" in data:
        return _checked(_decoded(data, "iso2022_jp_ext") or data.decode("utf-8", "replace"))
    return _checked(_narrow(data))


def _checked(text: str) -> str:
    """Return a text that is one: hardly any control characters or characters not decoded."""
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableError(Unread.FORMAT)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return ""


def _wide(data: bytes) -> str:
    """Return UTF-16 that lacks its byte order mark; Latin text has every other byte zero."""
    sample = data[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[start::2].count(0) > len(sample) // 6 and not sample[1 - start :: 2].count(0):
            return data.decode(encoding, "replace")
    if data.count(0) > _MOST_CONTROLS * len(data):
        raise UnreadableError(Unread.FORMAT)
    return _narrow(data)


def _narrow(data: bytes) -> str:
    """Return text in UTF-8, even with a slip in it, or in the likeliest legacy encoding."""
    if text := _decoded(data, "utf-8"):
        return text
    text = data.decode("utf-8", "replace")
    slips = text.count("\ufffd")
    if slips * 20 <= sum(1 for byte in data[:_SAMPLE] if byte >= 0x80):
        return text.replace("\ufffd", "?")
    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_GUESSED, enable_fallback=False).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, "replace")


def read_text(data: bytes, reading: Reading) -> None:
    """Read a text as it is."""
    reading.line(decode(data))


def read_json(data: bytes, reading: Reading) -> None:
    r"""Read JSON as it is, with `\u` escapes as the characters that they stand for."""
    reading.line(_ESCAPED.sub(_character, decode(data)))


def _character(escape: re.Match[str]) -> str:
    first, second = int(escape[1], 16), int(escape[2], 16) if escape[2] else 0
    if 0xD800 <= first < 0xDC00 and second:
        return chr(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    shown = escape[0] if first < 0x20 or 0xD800 <= first < 0xE000 else chr(first)
    return shown if not second or shown == escape[0] else shown + escape[0][6:]


def read_notebook(data: bytes, reading: Reading) -> None:
    """Read a Jupyter notebook: its cells, what they printed, then everything else in it."""
    text = decode(data)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        reading.line(text)
        return
    for line in _strings(notebook):
        reading.line(line)


def _strings(value: Any) -> Iterator[str]:
    """Yield every string in a value, in order, without the data of pictures."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            yield "".join(value)
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            kept = [item for key, item in value.items() if not _PICTURE_DATA.match(key)]
            waiting.extend(reversed(kept))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)
