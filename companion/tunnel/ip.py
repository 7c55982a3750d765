"""The inner IPv4 (RFC 791) as far as TCP needs it, and the Internet checksum (RFC 1071)."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from companion.tunnel.errors import ProtocolError

HEADER_SIZE: Final = 20
PROTOCOL_TCP: Final = 6
HOPS: Final = 64
DONT_FRAGMENT: Final = 0x4000

_HEADER: Final = struct.Struct("!BBHHHBBH4s4s")


class Packet(NamedTuple):
    """An IPv4 packet without its options and padding."""

    protocol: int
    source: bytes
    destination: bytes
    payload: bytes


def checksum(total: int) -> int:
    """Return the Internet checksum of a sum of 16-bit words.

    2^16 is 1 modulo 65,535, so a whole big-endian number may stand for the sum of its words.
    """
    return 0xFFFF - total % 0xFFFF


def word_sum(data: bytes) -> int:
    """Return a number that is congruent to the sum of the 16-bit words of `data`."""
    number = int.from_bytes(data, "big")
    return number << 8 if len(data) & 1 else number


def parse(packet: bytes) -> Packet:
    """Return the packet, without what padding follows it.

    Raises:
        ProtocolError: Not a whole, unfragmented IPv4 packet with a correct header.
    """
    if len(packet) < HEADER_SIZE:
        raise ProtocolError("short IPv4 header")
    first, _, total, _, fragment, _, protocol, _, source, destination = _HEADER.unpack_from(packet)
    size = (first & 15) * 4
    if first >> 4 != 4 or not HEADER_SIZE <= size <= total <= len(packet):
        raise ProtocolError("bad IPv4 header")
    if word_sum(packet[:size]) % 0xFFFF:
        raise ProtocolError("bad IPv4 checksum")
    if fragment & 0x3FFF:
        raise ProtocolError("IPv4 fragment")
    return Packet(protocol, source, destination, packet[size:total])


def constant_sum(source: bytes, destination: bytes, protocol: int) -> int:
    """Return the part of the header's sum that is the same for all packets of a flow."""
    addresses = word_sum(source) + word_sum(destination)
    return 0x4500 + DONT_FRAGMENT + (HOPS << 8) + protocol + addresses
