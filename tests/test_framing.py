"""Frames, depth and parts: whole, byte by byte and as garbage."""

import contextlib
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.framing import (
    DEPTH_LIMIT,
    FROM_BROWSER_LIMIT,
    TO_BROWSER_LIMIT,
    Decoder,
    FramingError,
    Joiner,
    check_depth,
    encode,
    split,
)

OF = "0123456789abcdef"


def header(length: int) -> bytes:
    return struct.pack("=I", length)


def test_a_frame_is_the_native_length_and_the_payload():
    assert encode(b'{"a":1}') == header(7) + b'{"a":1}'


def test_an_empty_payload_and_an_overlong_one_are_not_encoded():
    with pytest.raises(FramingError, match="empty"):
        encode(b"")
    assert encode(b"12345", limit=5)
    with pytest.raises(FramingError, match="6 bytes is over the limit of 5"):
        encode(b"123456", limit=5)


def test_frames_arrive_byte_by_byte():
    payloads = [b"{}", b'{"text":"\xc3\xa4"}', b"[1,2]"]
    decoder = Decoder()
    got = []
    for byte in b"".join(map(encode, payloads)):
        got += decoder.feed(bytes([byte]))
    assert got == payloads
    assert decoder.pending == 0


def test_two_frames_and_a_half_in_one_read_give_two_payloads():
    decoder = Decoder()
    last = encode(b"[3]")
    assert decoder.feed(encode(b"[1]") + encode(b"[2]") + last[:5]) == [b"[1]", b"[2]"]
    assert decoder.pending == 5
    assert decoder.feed(last[5:]) == [b"[3]"]


def test_a_payload_of_exactly_the_limit_passes_and_one_byte_more_does_not():
    assert Decoder(8).feed(header(8) + b'"123456"') == [b'"123456"']
    with pytest.raises(FramingError, match="over the limit"):
        Decoder(8).feed(header(9))


@pytest.mark.parametrize("length", [0, FROM_BROWSER_LIMIT + 1, 0xFFFFFFFF])
def test_a_wrong_length_is_refused_before_its_bytes_arrive(length):
    with pytest.raises(FramingError):
        Decoder().feed(header(length))


def test_a_fault_poisons_the_decoder_for_good():
    decoder = Decoder()
    with pytest.raises(FramingError):
        decoder.feed(encode(b"[1]") + header(0))
    with pytest.raises(FramingError, match="follows a faulty one"):
        decoder.feed(encode(b"[2]"))
    assert decoder.pending == 0


@pytest.mark.parametrize("bad", [b'"\xff"', b'"\xc3"', b'"\xed\xa0\x80"', b'"\xc0\xaf"'])
def test_a_payload_that_is_not_utf8_is_refused_without_quoting_it(bad):
    with pytest.raises(FramingError) as caught:
        Decoder().feed(encode(bad))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert str(caught.value) == "a frame is not UTF-8"


@given(st.lists(st.binary(min_size=1, max_size=40)), st.data())
def test_any_cut_of_the_stream_gives_the_same_payloads(blobs, data):
    payloads = [json.dumps(blob.hex()).encode() for blob in blobs]
    stream = b"".join(map(encode, payloads))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    decoder = Decoder()
    got = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        got += decoder.feed(stream[start:end])
    assert got == payloads


@given(st.lists(st.binary(max_size=64), max_size=8))
def test_garbage_gives_payloads_or_a_framing_error_and_nothing_else(reads):
    decoder = Decoder(256)
    for data in reads:
        try:
            payloads = decoder.feed(data)
        except FramingError:
            return
        for payload in payloads:
            payload.decode()


def test_depth_up_to_the_limit_passes_and_one_level_more_does_not():
    check_depth(b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT)
    with pytest.raises(FramingError, match="deeper than 32"):
        check_depth(b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1))
    with pytest.raises(FramingError):
        check_depth(b'{"a":' * 33 + b"1" + b"}" * 33)


def test_brackets_inside_strings_do_not_count():
    check_depth(json.dumps({"text": "[{" * 100}).encode())
    check_depth(json.dumps({"text": '"[\\"[\\\\"' * 100}).encode())
    check_depth(json.dumps({"[" * 40: "\\"}).encode())


def test_a_string_that_seems_to_end_at_an_escaped_quote_hides_nothing():
    deep = b"[" * 40 + b"]" * 40
    check_depth(b'["\\"' + deep + b'"]')
    with pytest.raises(FramingError):
        check_depth(b'["\\\\",' + deep + b"]")


@pytest.mark.parametrize("bad", [b"[", b"]", b"}{", b'{"a":[}', b"][" * 20])
def test_brackets_that_do_not_close_are_refused(bad):
    with pytest.raises(FramingError):
        check_depth(bad)


def test_a_million_brackets_need_no_recursion():
    with pytest.raises(FramingError):
        check_depth(b"[" * 1_000_000)
    check_depth(b"[" + b"[]," * 300_000 + b"1]")


def nesting(value) -> int:
    if isinstance(value, dict):
        return 1 + max(map(nesting, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(nesting, value), default=0)
    return 0


JSON = st.recursive(
    st.none() | st.integers() | st.text('a"\\[]{}\n'),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('a"\\[]{}'), inner),
)


@given(JSON, st.integers(0, 6))
def test_the_depth_is_that_of_the_parsed_value(value, limit):
    payload = json.dumps(value).encode()
    if nesting(value) <= limit:
        check_depth(payload, limit)
    else:
        with pytest.raises(FramingError):
            check_depth(payload, limit)


@given(st.binary(max_size=200))
def test_the_depth_of_garbage_is_judged_without_another_error(data):
    with contextlib.suppress(FramingError):
        check_depth(data)


def joined(payloads: list[bytes]) -> bytes:
    joiner = Joiner()
    results = [joiner.feed(payload) for payload in payloads]
    assert results[:-1] == [None] * (len(results) - 1)
    assert results[-1] is not None
    return results[-1]


def test_a_payload_that_fits_travels_alone():
    assert split(b'{"a":1}', of=OF) == [b'{"a":1}']
    exact = b'"' + b"x" * (TO_BROWSER_LIMIT - 2) + b'"'
    assert split(exact, of=OF) == [exact]


def test_parts_have_the_documented_shape():
    first, *_, last = (json.loads(p) for p in split(b'"' + b"x" * 300 + b'"', limit=200, of=OF))
    assert list(first) == ["type", "of", "seq", "last", "data"]
    assert (first["type"], first["of"], first["seq"], first["last"]) == ("part", OF, 0, False)
    assert last["last"] is True


@pytest.mark.parametrize("text", ["x", '"', "\\", "\n", "\x00", "ä", "漢", "😀", '😀"\\\x00a'])
def test_parts_of_two_megabytes_fit_one_frame_each_and_join_to_the_same_bytes(text):
    message = json.dumps({"text": text * (2_000_000 // len(text))}, ensure_ascii=False).encode()
    parts = split(message, of=OF)
    assert len(parts) > 1
    assert all(len(part) <= TO_BROWSER_LIMIT for part in parts)
    assert joined(parts) == message


@given(st.text(min_size=1, max_size=2000), st.integers(120, 400))
def test_any_text_survives_parts_of_any_size(text, limit):
    message = json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")
    parts = split(message, limit=limit, of=OF)
    assert all(len(part) <= limit for part in parts)
    assert joined(parts) == message


def test_a_limit_without_room_for_text_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="too small"):
        split(b'"' + b"x" * 100 + b'"', limit=60, of=OF)


def test_messages_between_the_parts_of_another_pass_through():
    parts = split(b'"' + b"x" * 300 + b'"', limit=200, of=OF)
    other = split(b'"' + b"y" * 300 + b'"', limit=200, of="another-id")
    joiner = Joiner()
    assert joiner.feed(parts[0]) is None
    assert joiner.feed(b'{"type":"state"}') == b'{"type":"state"}'
    assert joiner.feed(other[0]) is None
    assert [joiner.feed(part) for part in parts[1:]][-1] == b'"' + b"x" * 300 + b'"'


def test_lost_swapped_malformed_and_endless_parts_are_refused():
    parts = split(b'"' + b"x" * 500 + b'"', limit=200, of=OF)
    with pytest.raises(FramingError, match="out of order"):
        Joiner().feed(parts[1])
    joiner = Joiner()
    joiner.feed(parts[0])
    with pytest.raises(FramingError, match="out of order"):
        joiner.feed(parts[2])
    for bad in (b'{"type":"part",', b'{"type":"part","of":1}', parts[0][:-1] + b',"more":1}'):
        with pytest.raises(FramingError, match="malformed"):
            Joiner().feed(bad)
    with pytest.raises(FramingError, match="more than 50"):
        Joiner(50).feed(parts[0])
