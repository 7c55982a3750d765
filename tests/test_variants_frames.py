"""The messages between a variant and its engine process."""

import msgspec
import pytest

from variants.shared import frames

CANARY = "Canary-4711"
TO_ENGINE = [
    frames.Load(path="/x", context=1, slots=1, threads=1, reuse=False),
    frames.Generate(job=1, body=CANARY.encode()),
    frames.Cancel(job=2**40),
]
FROM_ENGINE = [
    frames.Ready(load_seconds=0.5),
    frames.Refused(reason="why"),
    frames.Piece(job=1, body=CANARY.encode()),
    frames.End(job=1, failed=True),
]


def body(message) -> bytes:
    data = frames.encode(message)
    (length,) = frames.HEADER.unpack(data[: frames.HEADER.size])
    assert length == len(data) - frames.HEADER.size
    return data[frames.HEADER.size :]


@pytest.mark.parametrize("message", TO_ENGINE)
def test_what_the_server_says_arrives_as_it_was(message):
    assert frames.to_engine(body(message)) == message


@pytest.mark.parametrize("message", FROM_ENGINE)
def test_what_the_engine_says_arrives_as_it_was(message):
    assert frames.from_engine(body(message)) == message


def test_neither_side_takes_the_others_messages():
    with pytest.raises(msgspec.ValidationError):
        frames.to_engine(body(FROM_ENGINE[0]))
    with pytest.raises(msgspec.ValidationError):
        frames.from_engine(body(TO_ENGINE[1]))


def test_no_message_shows_text_in_its_repr():
    for message in (*TO_ENGINE, *FROM_ENGINE):
        assert CANARY not in repr(message)
