"""The four WireGuard messages (the paper, sections 5.4.2 to 5.4.7) with strict parsers."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from companion.tunnel.errors import ProtocolError

INITIATION: Final = 1
RESPONSE: Final = 2
COOKIE_REPLY: Final = 3
DATA: Final = 4

INITIATION_SIZE: Final = 148
RESPONSE_SIZE: Final = 92
COOKIE_REPLY_SIZE: Final = 64
DATA_HEADER_SIZE: Final = 16
DATA_OVERHEAD: Final = DATA_HEADER_SIZE + 16
MAC_SIZE: Final = 16
MACS_SIZE: Final = 2 * MAC_SIZE

_INITIATION: Final = struct.Struct("<II32s48s28s16s16s")
_RESPONSE: Final = struct.Struct("<III32s16s16s16s")
_COOKIE_REPLY: Final = struct.Struct("<II24s32s")
_DATA: Final = struct.Struct("<IIQ")


class Initiation(NamedTuple):
    """The first message of a handshake."""

    sender: int
    ephemeral: bytes
    static: bytes
    timestamp: bytes
    mac1: bytes
    mac2: bytes


class Response(NamedTuple):
    """The second message of a handshake."""

    sender: int
    receiver: int
    ephemeral: bytes
    empty: bytes
    mac1: bytes
    mac2: bytes


class CookieReply(NamedTuple):
    """A responder under load asks the sender to prove its address."""

    receiver: int
    nonce: bytes
    cookie: bytes


class Data(NamedTuple):
    """An encrypted packet; `datagram[DATA_HEADER_SIZE:]` is its ciphertext."""

    receiver: int
    counter: int
    datagram: bytes


Message = Initiation | Response | CookieReply | Data


def parse(datagram: bytes) -> Message:
    """Return the message in a datagram.

    Raises:
        ProtocolError: Wrong type, reserved bytes that are not zero, or wrong size.
    """
    size = len(datagram)
    if size >= DATA_OVERHEAD and datagram[:4] == b"\x04\0\0\0":
        _, receiver, counter = _DATA.unpack_from(datagram)
        return Data(receiver, counter, datagram)
    kind = int.from_bytes(datagram[:4], "little") if size >= COOKIE_REPLY_SIZE else 0
    if kind == INITIATION and size == INITIATION_SIZE:
        return Initiation(*_INITIATION.unpack(datagram)[1:])
    if kind == RESPONSE and size == RESPONSE_SIZE:
        return Response(*_RESPONSE.unpack(datagram)[1:])
    if kind == COOKIE_REPLY and size == COOKIE_REPLY_SIZE:
        return CookieReply(*_COOKIE_REPLY.unpack(datagram)[1:])
    raise ProtocolError("not a WireGuard message")


def initiation(sender: int, ephemeral: bytes, static: bytes, timestamp: bytes) -> bytes:
    """Return a handshake initiation without its two macs."""
    return _INITIATION.pack(INITIATION, sender, ephemeral, static, timestamp, b"", b"")[:-MACS_SIZE]


def response(sender: int, receiver: int, ephemeral: bytes, empty: bytes) -> bytes:
    """Return a handshake response without its two macs."""
    return _RESPONSE.pack(RESPONSE, sender, receiver, ephemeral, empty, b"", b"")[:-MACS_SIZE]


def cookie_reply(receiver: int, nonce: bytes, cookie: bytes) -> bytes:
    """Return a cookie reply."""
    return _COOKIE_REPLY.pack(COOKIE_REPLY, receiver, nonce, cookie)


def data_header(receiver: int, counter: int) -> bytes:
    """Return the header that goes before the ciphertext of a packet."""
    return _DATA.pack(DATA, receiver, counter)
