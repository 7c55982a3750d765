"""Handshake labels, replays of handshakes, and what is forgotten."""

import random

import pytest

from companion.tunnel import packets
from companion.tunnel.errors import ProtocolError
from companion.tunnel.handshake import Handshakes, Timestamps
from companion.tunnel.noise import Responder, StaticKey


def test_a_label_is_tai64n_and_rounded():
    label = Timestamps(lambda: 1_700_000_000_123_456_789).next()
    assert int.from_bytes(label[:8], "big") == 2**62 + 10 + 1_700_000_000
    nanoseconds = int.from_bytes(label[8:], "big")
    assert 0 <= 123_456_789 - nanoseconds < 2**24


def test_labels_grow_even_when_the_clock_stands_or_goes_back():
    times = iter([1000, 1000, 999, 5, 10**12, 10**12])
    timestamps = Timestamps(lambda: next(times) * 1_000_000)
    labels = [timestamps.next() for _ in range(6)]
    assert labels == sorted(set(labels))


def ends():
    entropy = random.Random(7)
    keys = [StaticKey.from_bytes(entropy.randbytes(32)) for _ in range(2)]

    def make(own, other, wall):
        return Handshakes(
            static=keys[own],
            remote=keys[other].public,
            psk=bytes(32),
            random=entropy.randbytes,
            timestamps=Timestamps(wall),
        )

    return keys, make


def respond(handshakes, key, datagram, now):
    message = packets.parse(datagram)
    responder = Responder(key)
    responder.read_static(message.ephemeral, message.static)
    return handshakes.respond(responder, message, 77, now)


def test_an_older_label_is_refused_even_when_it_was_never_seen():
    # threat 14: an initiation that was kept back cannot be replayed later
    keys, make = ends()
    moments = iter([10**18, 2 * 10**18])
    initiator, far = make(0, 1, lambda: next(moments)), make(1, 0, lambda: 0)
    kept_back, newer = initiator.initiate(1, 0.0), initiator.initiate(2, 0.0)
    respond(far, keys[1], newer, 0.0)
    with pytest.raises(ProtocolError, match="replayed"):
        respond(far, keys[1], kept_back, 9.0)


def test_only_the_last_initiation_can_be_answered():
    keys, make = ends()
    initiator, far = make(0, 1, lambda: 10**18), make(1, 0, lambda: 0)
    first = initiator.initiate(1, 0.0)
    initiator.initiate(2, 0.0)
    answer, _ = respond(far, keys[1], first, 0.0)
    with pytest.raises(ProtocolError):
        initiator.complete(packets.parse(answer))


def test_a_response_is_used_once_and_not_after_giving_up():
    keys, make = ends()
    initiator, far = make(0, 1, lambda: 10**18), make(1, 0, lambda: 0)
    answer, _ = respond(far, keys[1], initiator.initiate(1, 0.0), 0.0)
    message = packets.parse(answer)
    initiator.complete(message)
    with pytest.raises(ProtocolError, match="not asked for"):
        initiator.complete(message)
    answer, _ = respond(far, keys[1], initiator.initiate(2, 0.0), 1.0)
    initiator.forget()
    with pytest.raises(ProtocolError, match="not asked for"):
        initiator.complete(packets.parse(answer))
