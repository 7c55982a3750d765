"""The four messages: whole, cut at every byte, with trailing data, and random."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.tunnel import packets
from companion.tunnel.errors import ProtocolError
from companion.tunnel.packets import CookieReply, Data, Initiation, Response

MACS = bytes(range(32))
WHOLE = {
    "initiation": (
        packets.initiation(7, b"e" * 32, b"s" * 48, b"t" * 28) + MACS,
        Initiation(7, b"e" * 32, b"s" * 48, b"t" * 28, MACS[:16], MACS[16:]),
    ),
    "response": (
        packets.response(8, 7, b"e" * 32, b"m" * 16) + MACS,
        Response(8, 7, b"e" * 32, b"m" * 16, MACS[:16], MACS[16:]),
    ),
    "cookie reply": (
        packets.cookie_reply(7, b"n" * 24, b"c" * 32),
        CookieReply(7, b"n" * 24, b"c" * 32),
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_message_is_read(name):
    datagram, message = WHOLE[name]
    assert packets.parse(datagram) == message


@pytest.mark.parametrize("name", WHOLE)
def test_a_message_cut_at_any_byte_is_refused(name):
    datagram, _ = WHOLE[name]
    for size in range(len(datagram)):
        with pytest.raises(ProtocolError):
            packets.parse(datagram[:size])


@pytest.mark.parametrize("name", WHOLE)
def test_a_message_with_trailing_data_is_refused(name):
    datagram, _ = WHOLE[name]
    for extra in (b"\0", b"x" * 16):
        with pytest.raises(ProtocolError):
            packets.parse(datagram + extra)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("position", [1, 2, 3])
def test_reserved_bytes_are_zero(name, position):
    datagram = bytearray(WHOLE[name][0])
    datagram[position] = 1
    with pytest.raises(ProtocolError):
        packets.parse(bytes(datagram))


def test_sizes_are_those_of_the_paper():
    assert [len(datagram) for datagram, _ in WHOLE.values()] == [148, 92, 64]


def test_a_data_message_needs_a_header_and_a_tag():
    datagram = packets.data_header(9, 2**63) + bytes(16)
    assert packets.parse(datagram) == Data(9, 2**63, datagram)
    assert packets.parse(datagram + b"more").datagram == datagram + b"more"
    for size in range(len(datagram)):
        with pytest.raises(ProtocolError):
            packets.parse(datagram[:size])
    for position in (1, 2, 3):
        damaged = bytearray(datagram)
        damaged[position] = 1
        with pytest.raises(ProtocolError):
            packets.parse(bytes(damaged))


@given(st.binary(max_size=200))
def test_anything_else_is_one_error(datagram):
    try:
        message = packets.parse(datagram)
    except ProtocolError:
        return
    assert isinstance(message, Initiation | Response | CookieReply | Data)
