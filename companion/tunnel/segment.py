"""TCP segments inside IPv4 packets (RFC 9293, section 3.1; RFC 7323 scale; RFC 2018 SACK)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from companion.tunnel import ip
from companion.tunnel.errors import ProtocolError

FIN: Final = 1
SYN: Final = 2
RST: Final = 4
PSH: Final = 8
ACK: Final = 16

HEADER_SIZE: Final = 20
OVERHEAD: Final = ip.HEADER_SIZE + HEADER_SIZE
DEFAULT_MSS: Final = 536
"""What a peer that names no MSS takes (RFC 9293, section 3.7.1)."""
MAX_SCALE: Final = 14
MAX_SACK_BLOCKS: Final = 4

_TCP: Final = struct.Struct("!HHIIBBHHH")
_PACKET: Final = struct.Struct("!BBHHHBBH4s4sHHIIBBHHH")
_MASK: Final = 0xFFFFFFFF


@dataclass(slots=True, kw_only=True)
class Segment:
    """One segment; `seq` and `ack` are as on the wire, modulo 2^32."""

    source: bytes
    source_port: int
    destination: bytes
    destination_port: int
    seq: int
    ack: int
    flags: int
    window: int
    payload: bytes = b""
    mss: int | None = None
    scale: int | None = None
    sack_permitted: bool = False
    sack: Sequence[tuple[int, int]] = ()


def unwrap(wire: int, reference: int) -> int:
    """Return the sequence number nearest to `reference` that looks like `wire` modulo 2^32."""
    return reference + ((wire - reference + 0x80000000) & _MASK) - 0x80000000


def parse(packet: ip.Packet) -> Segment:
    """Return the segment in an IPv4 packet.

    The checksum is not verified: the tunnel has authenticated every byte, which is what
    Linux, too, takes for a checksum on packets out of a WireGuard tunnel.

    Raises:
        ProtocolError: Not a TCP segment, or its options are malformed.
    """
    data = packet.payload
    if packet.protocol != ip.PROTOCOL_TCP or len(data) < HEADER_SIZE:
        raise ProtocolError("not a TCP segment")
    sport, dport, seq, ack, offset, flags, window, _, _ = _TCP.unpack_from(data)
    size = (offset >> 4) * 4
    if not HEADER_SIZE <= size <= len(data) or not sport or not dport:
        raise ProtocolError("bad TCP header")
    segment = Segment(
        source=packet.source,
        source_port=sport,
        destination=packet.destination,
        destination_port=dport,
        seq=seq,
        ack=ack,
        flags=flags & 0x3F,
        window=window,
        payload=data[size:],
    )
    if size > HEADER_SIZE:
        _parse_options(segment, data[HEADER_SIZE:size])
    return segment


def _parse_options(segment: Segment, options: bytes) -> None:
    position = 0
    while position < len(options):
        kind = options[position]
        if kind == 0:
            return
        if kind == 1:
            position += 1
            continue
        length = options[position + 1] if position + 1 < len(options) else 0
        if length < 2 or position + length > len(options):
            raise ProtocolError("bad TCP option")
        _apply_option(segment, kind, options[position + 2 : position + length])
        position += length


def _apply_option(segment: Segment, kind: int, value: bytes) -> None:
    match kind, len(value):
        case 2, 2:
            segment.mss = int.from_bytes(value, "big")
        case 3, 1:
            segment.scale = min(value[0], MAX_SCALE)
        case 4, 0:
            segment.sack_permitted = True
        case 5, size if size % 8 == 0:
            segment.sack = tuple(struct.iter_unpack("!II", value))
        case _:
            pass


def syn_options(mss: int, scale: int | None, *, sack_permitted: bool) -> bytes:
    """Return the options of a SYN."""
    options = struct.pack("!BBH", 2, 4, mss)
    if sack_permitted:
        options += b"\x01\x01\x04\x02"
    if scale is not None:
        options += b"\x01\x03\x03" + bytes([scale])
    return options


def sack_option(blocks: Sequence[tuple[int, int]]) -> bytes:
    """Return the SACK option for up to four blocks of received sequence numbers."""
    chosen = blocks[:MAX_SACK_BLOCKS]
    edges = b"".join(struct.pack("!II", start & _MASK, end & _MASK) for start, end in chosen)
    return b"\x01\x01\x05" + bytes([2 + len(edges)]) + edges if edges else b""


class Encoder:
    """Writes the packets of one connection; all sums that never change are kept."""

    __slots__ = ("_dport", "_dst", "_ip_sum", "_sport", "_src", "_tcp_sum")

    def __init__(self, source: bytes, source_port: int, destination: bytes, port: int) -> None:
        self._src, self._sport = source, source_port
        self._dst, self._dport = destination, port
        self._ip_sum = ip.constant_sum(source, destination, ip.PROTOCOL_TCP)
        pseudo = ip.word_sum(source) + ip.word_sum(destination) + ip.PROTOCOL_TCP
        self._tcp_sum = pseudo + source_port + port

    def encode(
        self,
        seq: int,
        ack: int,
        flags: int,
        window: int,
        *,
        payload: bytes = b"",
        options: bytes = b"",
    ) -> bytes:
        """Return a whole IPv4 packet; `options` fill a multiple of four bytes."""
        seq &= _MASK
        ack &= _MASK
        body = options + payload if options else payload
        size = HEADER_SIZE + len(body)
        offset = (HEADER_SIZE + len(options)) << 2
        total = self._tcp_sum + size + seq + ack + (offset << 8) + flags + window
        head = _PACKET.pack(
            0x45,
            0,
            ip.HEADER_SIZE + size,
            0,
            ip.DONT_FRAGMENT,
            ip.HOPS,
            ip.PROTOCOL_TCP,
            ip.checksum(self._ip_sum + ip.HEADER_SIZE + size),
            self._src,
            self._dst,
            self._sport,
            self._dport,
            seq,
            ack,
            offset,
            flags,
            window,
            ip.checksum(total + ip.word_sum(body)),
            0,
        )
        return head + body


def reset_for(segment: Segment) -> bytes:
    """Return the RST that answers a segment of no connection (RFC 9293, section 3.10.7.1)."""
    encoder = Encoder(
        segment.destination, segment.destination_port, segment.source, segment.source_port
    )
    if segment.flags & ACK:
        return encoder.encode(segment.ack, 0, RST, 0)
    length = len(segment.payload) + bool(segment.flags & SYN) + bool(segment.flags & FIN)
    return encoder.encode(0, segment.seq + length, RST | ACK, 0)
