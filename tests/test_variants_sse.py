"""Server-sent events, in any division of their bytes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variants.shared.sse import MAX_EVENT, EventReader, EventTooLargeError

STREAM = (
    b": ping\n\ndata: one\n\nevent: x\ndata: two\ndata:lines\r\n\r\nid: 3\n\ndata: \xc3\xa9\r\r"
)
EXPECTED = [b"one", b"two\nlines", b"\xc3\xa9"]


def test_a_stream_is_read_whole():
    assert EventReader().feed(STREAM + b"\n") == EXPECTED


def test_a_stream_is_read_byte_by_byte():
    reader = EventReader()
    found = [event for byte in STREAM + b"\n" for event in reader.feed(bytes([byte]))]
    assert found == EXPECTED


@given(st.lists(st.integers(0, len(STREAM)), max_size=6))
def test_a_stream_is_read_in_any_division(cuts):
    bounds = [0, *sorted(cuts), len(STREAM)]
    reader = EventReader()
    found = []
    for start, end in itertools.pairwise(bounds):
        found += reader.feed(STREAM[start:end])
    assert found + reader.feed(b"\n") == EXPECTED


def test_an_event_that_never_ends_is_refused():
    reader = EventReader()
    for _ in range(MAX_EVENT // 2048):
        reader.feed(b"a" * 1024)
    with pytest.raises(EventTooLargeError):
        reader.feed(b"a" * MAX_EVENT)


def test_many_lines_of_one_event_are_bounded_together():
    reader = EventReader()
    line = b"data: " + b"a" * 1024 + b"\n"
    for _ in range(MAX_EVENT // 2048):
        reader.feed(line)
    with pytest.raises(EventTooLargeError):
        reader.feed(line * 1024)


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data):
    EventReader().feed(data)
