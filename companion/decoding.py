"""Takes encodings off values: percent, entities, escapes, hex, base 64 and 32, bits.

Every function yields the stretches of a text that hold an encoding of mostly printable
text; anything else (a picture in base 64, a commit's hash, a table of numbers) yields
nothing. Each looks at an outline first and costs microseconds where there is none.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from typing import Final

from companion.stretches import Source, Stretch

_TOKEN: Final = re.compile(r"\S+")
_PERCENT: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
_ESCAPE: Final = re.compile(
    r"\\(?:u\{(?P<braced>[0-9A-Fa-f]{1,6})\}|[uU](?P<wide>[0-9A-Fa-f]{8}|[0-9A-Fa-f]{4})"
    r"|x(?P<byte>[0-9A-Fa-f]{2})|(?P<octal>[0-3]?[0-7]{2}))"
    r"|[Uu]\+(?P<named>[0-9A-Fa-f]{4,6})\s?"
)
_QUOTED: Final = re.compile(r"(?:=[0-9A-F]{2})+|=\r?\n")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{11,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*+={0,2}")
_BASE64_LETTERS: Final = re.compile(r"[\s=]+")
_BASE32: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z2-7]{16,}={0,6}(?![A-Za-z0-9])")
_HEX: Final = re.compile(r"(?<![A-Za-z0-9])(?:0[xX])?((?:[0-9A-Fa-f]{2}){7,})(?![A-Za-z0-9])")
_HEX_PAIRS: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:0[xX])?[0-9A-Fa-f]{2}(?:[ :,\n-]{1,2}(?:0[xX])?[0-9A-Fa-f]{2}){6,}"
    r"(?![A-Za-z0-9])"
)
_PAIR: Final = re.compile(r"(?:0[xX])?([0-9A-Fa-f]{2})")
_BITS: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:0b)?[01]{7,8}(?:[ ,]{0,2}(?:0b)?[01]{7,8}){4,}(?!\w)"
)
_BYTE: Final = re.compile(r"(?:0b)?([01]{7,8})")
_CODES: Final = re.compile(r"(?<![\d.])\d{2,3}(?:[ ,]{1,2}\d{2,3}){7,}(?![\d.])")

_LONGEST_TOKEN: Final = 4_000
_PROBE: Final = 64
"""So many characters of a long stretch are decoded first; most are given up there."""


def percent(source: Source) -> Iterator[Stretch]:
    """Percent-encoding (RFC 3986, 2.1); the map is exact."""
    if b"%" in source.bytes:
        yield from _within_tokens(source.text, _PERCENT, _percent)


def entities(source: Source) -> Iterator[Stretch]:
    """Character references of HTML, decimal, hexadecimal and named; the map is exact."""
    if b"&" in source.bytes:
        yield from _within_tokens(source.text, _ENTITY, _entity)


def escapes(source: Source) -> Iterator[Stretch]:
    r"""Escapes of JSON, JavaScript, Python and C (`\\u0041`, `\\x41`, `\\101`, `U+0041`)."""
    if b"\\" in source.bytes or b"u+00" in source.lower:
        yield from _within_tokens(source.text, _ESCAPE, _escape)


def quoted_printable(source: Source) -> Iterator[Stretch]:
    """Quoted-printable (RFC 2045, 6.7) with at least two escapes in a word."""
    if b"=" in source.bytes:
        for stretch in _within_tokens(source.text, _QUOTED, _quoted):
            if source.text.count("=", stretch.start, stretch.end) > 1 or "@" in stretch.text:
                yield stretch


def base_64(source: Source) -> Iterator[Stretch]:
    """Base 64 in both alphabets (RFC 4648, 4 and 5), padded or not, over line ends."""
    for match in _long_runs(source.text, source.encoded, 11, _BASE64):
        yield from _whole(match, _from_base64)


def base_32(source: Source) -> Iterator[Stretch]:
    """Base 32 (RFC 4648, 6)."""
    for match in _long_runs(source.text, source.shape, 16, _BASE32):
        yield from _whole(match, _from_base32)


def hexadecimal(source: Source) -> Iterator[Stretch]:
    """Bytes in hexadecimal, in one piece or in pairs."""
    for match in _long_runs(source.text, source.shape, 14, _HEX):
        yield from _whole(match, _from_hex)
    if any(sign in source.shape for sign in _PAIRED):
        for match in _HEX_PAIRS.finditer(source.text):
            yield from _whole(match, _from_pairs)


def _long_runs(
    text: str, outline: bytes, length: int, pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Match `pattern` where a run of at least `length` begins in the outline."""
    run = b"a" * length
    place = outline.find(run)
    while place >= 0:
        match = pattern.match(text, place)
        if match:
            yield match
        end = match.end() if match else outline.find(b" ", place)
        place = outline.find(run, end) if end >= 0 else -1


_PAIRED: Final = (b" aa aa aa ", b" aa  aa  ", b" aaaa aaaa aaaa ", b" aaaa  aaaa  ")


def numbers(source: Source) -> Iterator[Stretch]:
    """Character codes: bytes as bits, or as decimal numbers of ASCII characters."""
    if b"0000000 000" in source.digits or b"0" * 35 in source.digits or b"0b" in source.bytes:
        for match in _BITS.finditer(source.text):
            yield from _whole(match, _from_bits)
    if any(sign in source.digits for sign in _LISTED):
        for match in _CODES.finditer(source.text):
            yield from _whole(match, _from_codes)


_LISTED: Final = tuple(
    gap.join((b"0", first, second, b"0"))
    for gap in (b" ", b"  ")
    for first in (b"00", b"000")
    for second in (b"00", b"000")
)


def _within_tokens(
    text: str,
    pattern: re.Pattern[str],
    decode: Callable[[re.Match[str]], str | None],
) -> Iterator[Stretch]:
    """Decode what `pattern` finds and keep the rest of the words around it."""
    last = 0
    for token in _tokens_with(text, pattern):
        stretch = _decoded(text, token, pattern, decode)
        if stretch is not None and stretch.start >= last:
            last = stretch.end
            yield stretch


def _tokens_with(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the words with a match in them."""
    start = end = -1
    for match in pattern.finditer(text):
        if match.end() <= end:
            continue
        first, last = _word_around(text, match.start(), match.end())
        if first <= end:
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the word that holds `start` to `end`."""
    floor = max(0, start - 100)
    while start > floor and not text[start - 1].isspace():
        start -= 1
    match = _TOKEN.match(text, end)
    return start, min(match.end(), end + _LONGEST_TOKEN) if match else end


def _decoded(
    text: str,
    token: tuple[int, int],
    pattern: re.Pattern[str],
    decode: Callable[[re.Match[str]], str | None],
) -> Stretch | None:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    last, end = token
    changed = False
    for match in pattern.finditer(text, last, end):
        form = decode(match)
        if form is None:
            continue
        changed = True
        chars.extend(text[last : match.start()])
        places.extend((index, index + 1) for index in range(last, match.start()))
        places.extend(_shares(match.start(), match.end(), len(form)))
        chars.extend(form)
        last = match.end()
    if not changed:
        return None
    chars.extend(text[last:end])
    places.extend((index, index + 1) for index in range(last, end))
    return Stretch(token[0], end, "".join(chars), places)


def _shares(start: int, end: int, count: int) -> Iterator[tuple[int, int]]:
    """Share an encoded part among its characters: evenly where it can be, else all of it."""
    width = (end - start) // count if count else 0
    if width and width * count == end - start:
        return ((start + place * width, start + (place + 1) * width) for place in range(count))
    return ((start, end) for _ in range(count))


def _percent(match: re.Match[str]) -> str | None:
    return _text_of(bytes.fromhex(match.group().replace("%", "")), fraction=0.0)


def _entity(match: re.Match[str]) -> str | None:
    form = html.unescape(match.group())
    return None if form == match.group() else form


def _escape(match: re.Match[str]) -> str | None:
    base = 8 if match.lastgroup == "octal" else 16
    code = int(match.group(match.lastgroup or 0), base)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code) if chr(code).isprintable() or code in {9, 10, 13} else None


def _quoted(match: re.Match[str]) -> str | None:
    return _text_of(quopri.decodestring(match.group().encode()), fraction=0.0)


def _whole(match: re.Match[str], decode: Callable[[str], str | None]) -> Iterator[Stretch]:
    text = decode(match.group())
    if text:
        yield Stretch(match.start(), match.end(), text)


def _from_base64(encoded: str) -> str | None:
    letters = _BASE64_LETTERS.sub("", encoded).replace("-", "+").replace("_", "/")
    if not _varied(letters) or _bytes64(letters[:_PROBE], whole=False) is None:
        return None
    return _bytes64(letters, whole=True)


def _varied(letters: str) -> bool:
    """Say whether letters look encoded rather than like one word or number."""
    lower = letters.lower()
    return letters != lower and letters != letters.upper() and not letters.istitle()


def _bytes64(letters: str, *, whole: bool) -> str | None:
    extra = len(letters) % 4
    if extra == 1:
        letters, extra = letters[:-1], 0
    try:
        data = base64.b64decode(letters + "=" * (-extra % 4), validate=True)
    except binascii.Error:
        return None
    return _text_of(data, cut=not whole)


def _from_base32(encoded: str) -> str | None:
    letters = encoded.rstrip("=")
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except binascii.Error:
        return None
    return _text_of(data)


def _from_hex(encoded: str) -> str | None:
    digits = encoded[2:] if encoded[:2] in {"0x", "0X"} else encoded
    if _text_of(bytes.fromhex(digits[:_PROBE]), cut=True) is None:
        return None
    return _text_of(bytes.fromhex(digits))


def _from_pairs(encoded: str) -> str | None:
    return _text_of(bytes(int(pair, 16) for pair in _PAIR.findall(encoded)))


def _from_bits(encoded: str) -> str | None:
    return _text_of(bytes(int(bits, 2) for bits in _BYTE.findall(encoded)))


def _from_codes(encoded: str) -> str | None:
    codes = [int(code) for code in re.findall(r"\d+", encoded)]
    if not all(32 <= code < 127 for code in codes):
        return None
    return _text_of(bytes(codes), fraction=0.75)


def _text_of(data: bytes, *, fraction: float = 0.6, cut: bool = False) -> str | None:
    """Return what bytes say, or None unless nearly all of it is text.

    Args:
        data: The decoded bytes.
        fraction: How much of it must be letters, digits or spaces.
        cut: Whether the last character may be incomplete.
    """
    if len(data) > 8 and data[1::2].count(0) * 2 >= len(data) - 1:
        data = data[: len(data) // 2 * 2].decode("utf-16-le", "replace").encode()
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if not cut or error.start < len(data) - 3:
            return None
        text = data[: error.start].decode()
    plain = sum(char.isprintable() or char in "\t\n\r" for char in text)
    if plain < len(text) * 0.98:
        return None
    return text if sum(c.isalnum() or c == " " for c in text) >= fraction * len(text) else None
