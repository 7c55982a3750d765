"""Macs and cookies between a stamper and an issuer, and the limits under load."""

import random

import pytest

from companion.tunnel import cookie, packets
from companion.tunnel.cookie import CookieIssuer, MacStamper
from companion.tunnel.errors import ProtocolError
from companion.tunnel.noise import StaticKey

HERE, THERE = b"192.0.2.2|40000", b"192.0.2.3|40000"


@pytest.fixture
def ends():
    entropy = random.Random(1)
    public = StaticKey.from_bytes(entropy.randbytes(32)).public
    return MacStamper(public), CookieIssuer(public, entropy.randbytes)


def body(number=0):
    return packets.initiation(number, b"e" * 32, b"s" * 48, b"t" * 28)


def reply_to(issuer, stamped, source, now):
    return packets.parse(issuer.reply(stamped, 0, source, now))


def test_mac1_proves_knowledge_of_the_public_key(ends):
    stamper, issuer = ends
    stamped = stamper.stamp(body(), 0.0)
    assert issuer.mac1_holds(stamped)
    assert stamped[-16:] == bytes(16)
    for position in (0, 50, 116, 131):
        damaged = bytearray(stamped)
        damaged[position] ^= 1
        assert not issuer.mac1_holds(bytes(damaged))
    stranger = MacStamper(bytes(32))
    assert not issuer.mac1_holds(stranger.stamp(body(), 0.0))


def test_a_cookie_makes_mac2_hold_for_the_same_address_only(ends):
    stamper, issuer = ends
    stamper.open_reply(reply_to(issuer, stamper.stamp(body(), 0.0), HERE, 0.0), 0.0)
    stamped = stamper.stamp(body(1), 1.0)
    assert issuer.mac2_holds(stamped, HERE, 1.0)
    assert not issuer.mac2_holds(stamped, THERE, 1.0)
    assert not issuer.mac2_holds(stamped[:-16] + bytes(16), HERE, 1.0)


def test_a_cookie_is_used_for_less_than_two_minutes(ends):
    stamper, issuer = ends
    stamper.open_reply(reply_to(issuer, stamper.stamp(body(), 0.0), HERE, 0.0), 0.0)
    assert stamper.stamp(body(), 114.0)[-16:] != bytes(16)
    assert stamper.stamp(body(), 115.5)[-16:] == bytes(16)


def test_the_issuer_changes_its_secret_every_two_minutes(ends):
    stamper, issuer = ends
    stamper.open_reply(reply_to(issuer, stamper.stamp(body(), 0.0), HERE, 0.0), 0.0)
    stamped = stamper.stamp(body(), 1.0)
    assert issuer.mac2_holds(stamped, HERE, 119.0)
    assert not issuer.mac2_holds(stamped, HERE, 121.0)


def test_a_cookie_that_was_not_asked_for_is_refused(ends):
    stamper, issuer = ends
    first = stamper.stamp(body(), 0.0)
    reply = reply_to(issuer, first, HERE, 0.0)
    fresh = MacStamper(bytes(range(32)))
    with pytest.raises(ProtocolError):
        fresh.open_reply(reply, 0.0)
    stamper.stamp(body(1), 0.0)
    with pytest.raises(ProtocolError):
        stamper.open_reply(reply, 0.0)
    assert not stamper.has_cookie


def test_a_forged_cookie_does_not_replace_the_real_one(ends):
    stamper, issuer = ends
    reply = reply_to(issuer, stamper.stamp(body(), 0.0), HERE, 0.0)
    with pytest.raises(ProtocolError):
        stamper.open_reply(reply._replace(cookie=bytes(32)), 0.0)
    stamper.open_reply(reply, 0.0)
    assert stamper.has_cookie
    with pytest.raises(ProtocolError):
        stamper.open_reply(reply, 0.0)


def test_load_is_more_than_a_hundred_handshakes_in_a_second_and_lingers(ends):
    _, issuer = ends
    loaded = [issuer.under_load(10.0) for _ in range(cookie.HANDSHAKES_PER_SECOND + 1)]
    assert loaded == [False] * cookie.HANDSHAKES_PER_SECOND + [True]
    assert issuer.under_load(10.9)
    assert not issuer.under_load(12.0)


def test_a_hundred_handshakes_a_second_are_no_load(ends):
    _, issuer = ends
    assert not any(issuer.under_load(number / 100) for number in range(1000))


def test_a_source_gets_five_at_once_and_twenty_a_second(ends):
    _, issuer = ends
    burst = [issuer.within_rate(HERE, 0.0) for _ in range(8)]
    assert burst == [True] * 5 + [False] * 3
    assert issuer.within_rate(THERE, 0.0)
    assert not issuer.within_rate(HERE, 0.04)
    assert issuer.within_rate(HERE, 0.1)


def test_the_memory_for_sources_is_bounded(ends):
    _, issuer = ends
    for number in range(20_000):
        issuer.within_rate(str(number).encode(), number / 10_000)
    assert len(issuer._buckets) <= 4096
