"""Messages of e-mail (RFC 5322, MIME): headers, texts and the files in them."""

from __future__ import annotations

import email
import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from typing import Final

from companion.attachments import Unread
from companion.documents import markup, plain
from companion.documents.reading import Reading

_DULL: Final = re.compile(
    r"(?:dkim-signature|arc-.*|authentication-results|received-spf|content-transfer-encoding"
    r"|mime-version|content-type|date|x-ms-exchange-.*|x-google-.*|x-gm-.*)",
    re.IGNORECASE,
)
"""Headers that mail servers write for each other."""
MOST_PARTS: Final = 1_000


def read(data: bytes, reading: Reading) -> None:
    """Read a message."""
    message = email.message_from_bytes(data)
    for number, part in enumerate(message.walk()):
        if number == MOST_PARTS:
            reading.spoil(Unread.TOO_LARGE)
            break
        _headers(part, reading)
        if not part.is_multipart():
            _content(part, reading)


def _headers(part: Message, reading: Reading) -> None:
    for name, value in part.items():
        if not _DULL.fullmatch(name):
            reading.line(f"{name}: {_header(str(value))}")


def _header(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _content(part: Message, reading: Reading) -> None:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return
    if part.get_filename() is None and part.get_content_maintype() == "text":
        text = _text(part, data)
        if part.get_content_subtype() == "html":
            markup.read_html(text, reading)
        else:
            reading.line(text)
    elif data.strip():
        reading.inside(part.get_filename() or "", data)


def _text(part: Message, data: bytes) -> str:
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return plain.decode(data)
