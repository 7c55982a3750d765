"""Inner IPv4: whole, cut, padded, damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.tunnel import ip
from companion.tunnel.errors import ProtocolError
from companion.tunnel.segment import ACK, Encoder

WHOLE = Encoder(bytes([10, 0, 0, 1]), 1, bytes([10, 0, 0, 2]), 2).encode(
    1, 2, ACK, 3, payload=b"payload"
)


def with_header(**changes):
    """Return the packet with bytes of its header changed and its checksum right."""
    packet = bytearray(WHOLE)
    for position, value in changes.items():
        packet[int(position[1:])] = value
    packet[10:12] = bytes(2)
    size = (packet[0] & 15) * 4
    packet[10:12] = ip.checksum(ip.word_sum(bytes(packet[:size]))).to_bytes(2, "big")
    return bytes(packet)


def test_a_packet_is_read_without_its_padding():
    for padding in (b"", bytes(15)):
        packet = ip.parse(WHOLE + padding)
        assert packet.protocol == ip.PROTOCOL_TCP
        assert packet.source == bytes([10, 0, 0, 1])
        assert packet.destination == bytes([10, 0, 0, 2])
        assert packet.payload.endswith(b"payload")
        assert len(packet.payload) == 27


def test_a_packet_cut_at_any_byte_is_refused():
    for size in range(len(WHOLE)):
        with pytest.raises(ProtocolError):
            ip.parse(WHOLE[:size])


@pytest.mark.parametrize("position", range(20))
def test_a_damaged_header_is_refused(position):
    damaged = bytearray(WHOLE)
    damaged[position] ^= 4
    with pytest.raises(ProtocolError):
        ip.parse(bytes(damaged))


@pytest.mark.parametrize(
    "changes",
    [
        {"b0": 0x65},
        {"b0": 0x44},
        {"b0": 0x4F},
        {"b2": 0, "b3": 19},
        {"b2": 9},
        {"b6": 0x20},
        {"b6": 0, "b7": 1},
    ],
    ids=["version", "short", "long", "total too small", "total too large", "more", "offset"],
)
def test_what_is_not_whole_ipv4_is_refused_although_its_checksum_is_right(changes):
    with pytest.raises(ProtocolError):
        ip.parse(with_header(**changes))


def test_options_are_skipped():
    packet = bytearray(WHOLE[:20] + b"\x01\x01\x01\x00" + WHOLE[20:])
    packet[0] = 0x46
    packet[3] += 4
    packet[10:12] = bytes(2)
    packet[10:12] = ip.checksum(ip.word_sum(bytes(packet[:24]))).to_bytes(2, "big")
    assert ip.parse(bytes(packet)).payload == WHOLE[20:]


@given(st.binary(max_size=200))
def test_the_checksum_is_that_of_rfc_1071(data):
    padded = data + bytes(len(data) % 2)
    total = sum(int.from_bytes(padded[i : i + 2], "big") for i in range(0, len(padded), 2))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    assert ip.checksum(ip.word_sum(data)) % 0xFFFF == (~total & 0xFFFF) % 0xFFFF


@given(st.binary(max_size=100))
def test_anything_else_is_one_error(data):
    try:
        ip.parse(data)
    except ProtocolError:
        return
