"""TCP segments on the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.tunnel import ip, segment
from companion.tunnel.errors import ProtocolError
from companion.tunnel.segment import ACK, FIN, PSH, RST, SYN, Encoder, Segment

ONE, TWO = bytes([10, 77, 0, 1]), bytes([10, 77, 0, 2])
WRITER = Encoder(ONE, 1000, TWO, 2000)


def read(packet):
    return segment.parse(ip.parse(packet))


@given(
    seq=st.integers(0, 2**40),
    ack=st.integers(0, 2**40),
    flags=st.sampled_from([ACK, ACK | PSH, FIN | ACK, RST, SYN]),
    window=st.integers(0, 65535),
    payload=st.binary(max_size=64),
)
def test_what_is_written_is_read_and_its_checksum_holds(seq, ack, flags, window, payload):
    packet = WRITER.encode(seq, ack, flags, window, payload=payload)
    arrived = read(packet)
    assert (arrived.source, arrived.source_port) == (ONE, 1000)
    assert (arrived.destination, arrived.destination_port) == (TWO, 2000)
    assert (arrived.seq, arrived.ack) == (seq % 2**32, ack % 2**32)
    assert (arrived.flags, arrived.window, arrived.payload) == (flags, window, payload)
    pseudo = ONE + TWO + bytes([0, 6]) + (len(packet) - 20).to_bytes(2, "big")
    assert ip.word_sum(pseudo + packet[20:]) % 0xFFFF == 0


def test_syn_options_are_read():
    options = segment.syn_options(1380, 7, sack_permitted=True)
    arrived = read(WRITER.encode(1, 0, SYN, 65535, options=options))
    assert (arrived.mss, arrived.scale, arrived.sack_permitted) == (1380, 7, True)
    bare = read(
        WRITER.encode(
            1, 0, SYN, 65535, options=segment.syn_options(536, None, sack_permitted=False)
        )
    )
    assert (bare.mss, bare.scale, bare.sack_permitted) == (536, None, False)


def test_sack_blocks_are_read_and_at_most_four_are_written():
    blocks = [(number * 100, number * 100 + 50) for number in range(6)]
    arrived = read(WRITER.encode(1, 2, ACK, 3, options=segment.sack_option(blocks)))
    assert list(arrived.sack) == blocks[:4]
    assert segment.sack_option([]) == b""


def test_a_scale_beyond_the_standard_is_capped():
    arrived = read(WRITER.encode(1, 0, SYN, 1, options=b"\x03\x03\xff\x01"))
    assert arrived.scale == 14


@pytest.mark.parametrize(
    "options", [b"\x02\x04\x05\xb4", b"\x05\x0a" + bytes(8) + b"\x01\x01", b"\x08\x0a" + bytes(10)]
)
def test_options_cut_anywhere_are_one_error_or_ignored(options):
    for size in range(len(options)):
        cut = options[:size].ljust(-(-size // 4) * 4, b"\x02")
        try:
            read(WRITER.encode(1, 2, ACK, 3, options=cut))
        except ProtocolError:
            continue


@pytest.mark.parametrize("options", [b"\x02\x00\x00\x00", b"\x02\x01\x00\x00", b"\x05\xff\x00\x00"])
def test_options_with_an_impossible_length_are_refused(options):
    with pytest.raises(ProtocolError):
        read(WRITER.encode(1, 2, ACK, 3, options=options))


def test_a_segment_cut_at_any_byte_of_its_header_is_refused():
    content = ip.parse(WRITER.encode(1, 2, ACK, 3))
    for size in range(20):
        with pytest.raises(ProtocolError):
            segment.parse(content._replace(payload=content.payload[:size]))


def test_other_protocols_bad_offsets_and_port_zero_are_refused():
    content = ip.parse(WRITER.encode(1, 2, ACK, 3))
    with pytest.raises(ProtocolError):
        segment.parse(content._replace(protocol=17))
    for offset in (0x40, 0x60, 0xF0):
        damaged = bytearray(content.payload)
        damaged[12] = offset
        with pytest.raises(ProtocolError):
            segment.parse(content._replace(payload=bytes(damaged)))
    for position in (0, 2):
        damaged = bytearray(content.payload)
        damaged[position : position + 2] = bytes(2)
        with pytest.raises(ProtocolError):
            segment.parse(content._replace(payload=bytes(damaged)))


@given(st.binary(max_size=80))
def test_anything_else_is_one_error(data):
    try:
        segment.parse(ip.Packet(6, ONE, TWO, data))
    except ProtocolError:
        return


@pytest.mark.parametrize(
    ("wire", "reference", "expected"),
    [
        (5, 10, 5),
        (5, 2**32 + 10, 2**32 + 5),
        (2**32 - 1, 2**32 + 10, 2**32 - 1),
        (3, 2**32 - 10, 2**32 + 3),
        (0, 5 * 2**32, 5 * 2**32),
    ],
)
def test_sequence_numbers_are_unwrapped_to_the_nearest(wire, reference, expected):
    assert segment.unwrap(wire, reference) == expected


def test_a_reset_answers_a_stray_segment_as_the_rfc_says():
    def stray(flags, **fields):
        return Segment(
            source=ONE,
            source_port=1,
            destination=TWO,
            destination_port=2,
            seq=100,
            ack=200,
            flags=flags,
            window=1,
            **fields,
        )

    answer = read(segment.reset_for(stray(ACK)))
    assert (answer.flags, answer.seq) == (RST, 200)
    answer = read(segment.reset_for(stray(SYN)))
    assert (answer.flags, answer.seq, answer.ack) == (RST | ACK, 0, 101)
    answer = read(segment.reset_for(stray(FIN, payload=b"four")))
    assert answer.ack == 105
    assert (answer.source, answer.destination_port) == (TWO, 1)
