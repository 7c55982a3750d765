"""Native messaging frames, and the parts that carry an answer too long for one frame.

A frame is a 4-byte length in native byte order followed by that many bytes of UTF-8 JSON
(the native messaging protocol of Chromium and Firefox). The same frames run between the
host shim and the daemon. Nothing here does input or output.
"""

from __future__ import annotations

import re
import struct
from typing import Final

import msgspec

FROM_BROWSER_LIMIT: Final = 16 * 1024 * 1024
"""The largest payload taken from a browser, in bytes."""
TO_BROWSER_LIMIT: Final = 1024 * 1024
"""The largest payload a browser takes, in bytes; one byte more and it closes the port."""
DEPTH_LIMIT: Final = 32
"""No message of ours nests deeper; what does is not parsed at all."""

_LENGTH: Final = struct.Struct("=I")
_ESCAPE: Final = re.compile(rb"\\.", re.DOTALL)
_STRING: Final = re.compile(rb'"[^"]*"?')
_BRACKETS: Final = bytes.maketrans(b"{}", b"[]")
_NOT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_PART_START: Final = b'{"type":"part",'


class FramingError(Exception):
    """The other side sent bytes that are no frame; the message never quotes them."""


def encode(payload: bytes, *, limit: int = FROM_BROWSER_LIMIT) -> bytes:
    """Return one frame with `payload` in it.

    Args:
        payload: UTF-8 JSON.
        limit: The most bytes that the receiver takes.

    Raises:
        FramingError: The payload is empty or over the limit.
    """
    _check_length(len(payload), limit)
    return _LENGTH.pack(len(payload)) + payload


def _check_length(length: int, limit: int) -> None:
    if length == 0:
        raise FramingError("a frame is empty")
    if length > limit:
        raise FramingError(f"a frame of {length} bytes is over the limit of {limit}")


class Decoder:
    """Cuts a stream of bytes into payloads, whatever the sizes of the reads.

    A fault poisons the decoder: where the next frame would begin is unknown from then on.

    Args:
        limit: The largest payload accepted, in bytes.
    """

    __slots__ = ("_buffer", "_limit", "_poisoned")

    def __init__(self, limit: int = FROM_BROWSER_LIMIT) -> None:
        self._limit = limit
        self._buffer = bytearray()
        self._poisoned = False

    @property
    def pending(self) -> int:
        """How many bytes of an unfinished frame wait for the rest of it."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Take what was read and return the payloads that are now complete, in order.

        Raises:
            FramingError: A length is zero or over the limit, a payload is not UTF-8, or an
                earlier call failed. Payloads before the fault in the same call are lost.
        """
        if self._poisoned:
            raise FramingError("a frame follows a faulty one")
        self._buffer += data
        payloads = []
        try:
            while (payload := self._take()) is not None:
                payloads.append(payload)
        except FramingError:
            self._poisoned = True
            self._buffer.clear()
            raise
        return payloads

    def _take(self) -> bytes | None:
        buffer = self._buffer
        if len(buffer) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(buffer)
        _check_length(length, self._limit)
        end = _LENGTH.size + length
        if len(buffer) < end:
            return None
        with memoryview(buffer) as view:
            payload = view[_LENGTH.size : end].tobytes()
        buffer[:end] = bytes(end)  # deleting alone would leave the text in spare capacity
        del buffer[:end]
        _check_utf8(payload)
        return payload


def _check_utf8(payload: bytes) -> None:
    if payload.isascii():
        return
    try:
        payload.decode()
    except UnicodeDecodeError:
        # The error holds the payload, so it must not travel on as a cause.
        raise FramingError("a frame is not UTF-8") from None


def check_depth(payload: bytes, limit: int = DEPTH_LIMIT) -> None:
    """Refuse JSON that nests deeper than `limit`, before any parser recurses into it.

    Strings are removed first. Then each round removes the innermost pairs of brackets, so a
    text of depth n is gone after n rounds. Every step is one linear pass in C.

    Raises:
        FramingError: Arrays and objects nest deeper than `limit`, or do not close.
    """
    without_escapes = _ESCAPE.sub(b"", payload) if b"\\" in payload else payload
    brackets = _STRING.sub(b"", without_escapes).translate(_BRACKETS, _NOT_BRACKETS)
    for _ in range(limit):
        if not brackets:
            return
        brackets = brackets.replace(b"[]", b"")
    if brackets:
        raise FramingError(f"a frame nests deeper than {limit} levels or does not close")


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="part"):
    """One slice of the JSON text of a message that is too long for one frame.

    Attributes:
        of: A random identifier shared by the parts of one message.
        seq: The slice's number, from 0.
        last: Whether the message is complete with this slice.
        data: The slice, cut between code points.
    """

    of: str
    seq: int
    last: bool
    data: str


def split(payload: bytes, *, limit: int = TO_BROWSER_LIMIT, of: str) -> list[bytes]:
    """Return `payload` alone where it fits, else as `part` payloads of at most `limit` bytes.

    Args:
        payload: UTF-8 JSON of any length.
        limit: The most bytes of one payload; the envelope of a part needs about 100.
        of: An identifier that no other message on the connection uses at the same time.

    Raises:
        ValueError: The limit leaves no room for text beside the envelope.
    """
    if len(payload) <= limit:
        return [payload]
    widest = Part(of=of, seq=10**9, last=False, data="")
    room = limit - len(msgspec.json.encode(widest))
    if room < len(b"\\u0000"):
        raise ValueError(f"a limit of {limit} bytes is too small for parts")
    slices = list(_slices(payload.decode(), room))
    return [
        msgspec.json.encode(Part(of=of, seq=seq, last=seq == len(slices) - 1, data=data))
        for seq, data in enumerate(slices)
    ]


def _slices(text: str, room: int) -> list[str]:
    slices = []
    start = 0
    while start < len(text):
        piece = _fitting(text[start : start + room], room)
        slices.append(piece)
        start += len(piece)
    return slices


def _fitting(text: str, room: int) -> str:
    """Return the longest tried beginning of `text` whose escaped form has at most `room` bytes."""
    while (size := len(msgspec.json.encode(text)) - 2) > room:
        text = text[: len(text) * room // size]
    return text


class Joiner:
    """Puts parts together again; the counterpart of `split` for clients of the daemon.

    Args:
        limit: The most characters of unfinished messages kept at a time.
    """

    __slots__ = ("_limit", "_open")

    def __init__(self, limit: int = 4 * FROM_BROWSER_LIMIT) -> None:
        self._limit = limit
        self._open: dict[str, list[str]] = {}

    def feed(self, payload: bytes) -> bytes | None:
        """Return the message that `payload` is or completes, or None while parts are missing.

        Raises:
            FramingError: A part is malformed, out of order, or the parts grow over the limit.
        """
        if not payload.startswith(_PART_START):
            return payload
        part = _parse_part(payload)
        slices = self._open.setdefault(part.of, [])
        if part.seq != len(slices):
            raise FramingError("a part is missing or out of order")
        slices.append(part.data)
        if sum(len(data) for open_slices in self._open.values() for data in open_slices) > (
            self._limit
        ):
            raise FramingError(f"parts hold more than {self._limit} characters")
        return "".join(self._open.pop(part.of)).encode() if part.last else None


_PARTS: Final = msgspec.json.Decoder(Part)


def _parse_part(payload: bytes) -> Part:
    try:
        return _PARTS.decode(payload)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise FramingError("a part is malformed") from None
