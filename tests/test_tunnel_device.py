"""What a device believes, whom it answers, and where packets may come from."""

import random
from ipaddress import IPv4Address, IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tunnel_world import (
    LEFT,
    LEFT_AT,
    RIGHT,
    RIGHT_AT,
    TO_LEFT,
    TO_RIGHT,
    Weather,
    WireGuardWorld,
    packet,
)

from companion.tunnel import packets
from companion.tunnel.device import Device, Route, RoutingTable
from companion.tunnel.errors import ProtocolError
from companion.tunnel.handshake import Handshakes, Timestamps
from companion.tunnel.noise import StaticKey
from companion.tunnel.packets import COOKIE_REPLY, INITIATION, RESPONSE
from companion.tunnel.peer import PeerOptions

STRANGER = ("198.51.100.9", 1234)


def joined(**options):
    world = WireGuardWorld(**options)
    world.left.send(TO_RIGHT, world.now)
    world.run(0.1)
    return world


def recorded(world, kind):
    return next(datagram for _, _, datagram in world.datagrams if datagram[0] == kind)


def silent(device, datagram, now, source=STRANGER):
    assert device.receive(datagram, source, now) == b""
    return device.outgoing() == []


def other_initiation(world, *, static=None, remote=None, psk=bytes(32)):
    entropy = random.Random(99)
    handshakes = Handshakes(
        static=static or StaticKey.from_bytes(entropy.randbytes(32)),
        remote=remote or world.keys[1].public,
        psk=psk,
        random=entropy.randbytes,
        timestamps=Timestamps(lambda: world.wall + int(world.now * 1e9) + 10**9),
    )
    return handshakes.initiate(5, world.now)


class TestSilence:
    """Nothing is answered to what is not authentic."""

    def test_garbage(self):
        world = WireGuardWorld()
        dice = random.Random(3)
        for size in range(300):
            assert silent(world.right, dice.randbytes(size), world.now)

    def test_a_wrong_mac1(self):
        world = joined()
        for kind in (INITIATION, RESPONSE):
            damaged = bytearray(recorded(world, kind))
            damaged[-20] ^= 1
            assert silent(world.right, bytes(damaged), world.now)
        assert world.right.dropped["wrong mac1"] == 2

    def test_an_unknown_static_key(self):
        world = WireGuardWorld()
        assert silent(world.right, other_initiation(world), world.now)
        assert world.right.dropped["unknown peer"] == 1

    def test_a_replayed_initiation(self):
        world = joined()
        world.run(5)
        assert silent(world.right, recorded(world, INITIATION), world.now)
        assert world.right.dropped["a replayed initiation"] == 1

    def test_every_damaged_byte_of_an_initiation(self):
        world = WireGuardWorld()
        world.peer.initiate(world.now)
        ((datagram, _),) = world.left.outgoing()
        for position in range(len(datagram) - 16):
            damaged = bytearray(datagram)
            damaged[position] ^= 0x80
            assert silent(world.right, bytes(damaged), world.now), position

    def test_a_damaged_or_replayed_data_message(self):
        world = joined()
        datagram = world.datagrams[-1][2]
        for position in range(len(datagram)):
            damaged = bytearray(datagram)
            damaged[position] ^= 1
            assert silent(world.right, bytes(damaged), world.now)
        assert silent(world.right, datagram, world.now)

    def test_a_response_nobody_asked_for(self):
        world = joined()
        assert silent(world.left, recorded(world, RESPONSE), world.now)

    def test_a_cookie_nobody_asked_for(self):
        world = joined()
        assert silent(world.left, packets.cookie_reply(1, bytes(24), bytes(32)), world.now)

    @given(st.binary(max_size=160), st.sampled_from([1, 2, 3, 4, None]))
    def test_anything_at_all(self, content, kind):
        world = WireGuardWorld()
        prefix = b"" if kind is None else bytes([kind, 0, 0, 0])
        assert silent(world.right, prefix + content, world.now)


def test_a_forged_counter_does_not_move_the_window():
    # threat 14: the window moves only after the tag was verified
    world = joined()
    index = world.far_peer._current.local_index
    forged = packets.data_header(index, 2**40) + bytes(48)
    assert silent(world.right, forged, world.now)
    world.left.send(TO_RIGHT, world.now)
    world.run(0.1)
    assert len(world.received[world.right]) == 2


def test_data_of_a_replaced_handshake_index_is_unknown():
    world = WireGuardWorld()
    world.peer.initiate(world.now)
    index = world.peer._pending_index
    world.left.outgoing()
    assert silent(world.left, packets.data_header(index, 0) + bytes(32), world.now)
    assert world.left.dropped["unknown index"] == 1


def test_initiations_that_come_too_fast_are_dropped():
    world = joined()
    entropy = random.Random(4)
    handshakes = Handshakes(
        static=world.keys[0],
        remote=world.keys[1].public,
        psk=bytes(32),
        random=entropy.randbytes,
        timestamps=Timestamps(lambda: world.wall + int((world.now + 60) * 1e9)),
    )
    now = world.now + 1
    answers = []
    for number in range(10):
        at = now + number * 0.005
        world.right.receive(handshakes.initiate(number, at), LEFT_AT, at)
        answers += world.right.outgoing()
    assert len(answers) in {2, 3}
    assert world.right.dropped["initiations come too fast"] == 10 - len(answers)


def test_a_flood_gets_cookies_and_cheap_ones_only():
    # threat 14: after the threshold nothing but a mac and a cookie is computed
    world = WireGuardWorld()
    stamped = [other_initiation(world)] * 400
    for datagram in stamped:
        world.right.receive(datagram, STRANGER, world.now)
    answers = [datagram[0] for datagram, _ in world.right.outgoing()]
    assert set(answers) == {COOKIE_REPLY}
    assert len(answers) == 300
    assert world.right.dropped["unknown peer"] == 100


def test_a_packet_from_an_address_of_another_peer_is_dropped():
    # F21: cryptokey routing
    world = joined()
    world.left.peers[0].send(packet(RIGHT, RIGHT), world.now)
    world.run(0.1)
    assert len(world.received[world.right]) == 1
    assert world.right.dropped["source address not allowed"] == 1


def test_what_is_no_ipv4_packet_is_dropped():
    world = joined()
    for content in (b"\x60" + bytes(60), b"\x45" + bytes(10), b"\x00" * 32):
        world.peer.send(content, world.now)
    world.run(0.1)
    assert world.right.dropped["not an IPv4 packet"] == 3


def test_a_packet_to_nobody_is_not_sent():
    world = joined()
    assert not world.left.send(packet(LEFT, bytes([8, 8, 8, 8])), world.now)
    assert world.left.outgoing() == []
    assert world.left.owner(IPv4Address("8.8.8.8")) is None
    assert world.left.owner(IPv4Address(RIGHT)) is world.peer


def test_a_peer_that_roams_is_followed_after_an_authentic_packet():
    world = joined()
    world.left_at = ("203.0.113.77", 5555)
    world.left.send(TO_RIGHT, world.now)
    world.run(0.1)
    assert world.far_peer.endpoint == world.left_at
    world.right.send(TO_LEFT, world.now)
    assert world.right.outgoing()[0][1] == world.left_at


def test_nobody_else_can_make_a_peer_roam():
    world = joined()
    damaged = bytearray(world.datagrams[-1][2])
    damaged[-1] ^= 1
    world.right.receive(bytes(damaged), STRANGER, world.now)
    world.right.receive(world.datagrams[-1][2], STRANGER, world.now)
    assert world.far_peer.endpoint == LEFT_AT


def test_a_responder_that_moved_is_followed():
    world = joined()
    world.right_at = ("203.0.113.1", 51820)
    world.right.send(TO_LEFT, world.now)
    world.run(0.1)
    assert world.peer.endpoint == world.right_at != RIGHT_AT


def test_packets_wait_for_the_handshake_but_not_without_bound():
    world = WireGuardWorld(weather=Weather(loss=1.0))
    for _ in range(1000):
        world.left.send(TO_RIGHT, world.now)
    world.link.weather = Weather()
    world.run(6)
    assert 0 < len(world.received[world.right]) <= 256


def test_the_longest_prefix_wins():
    table = RoutingTable(
        [
            (IPv4Network("0.0.0.0/0"), "all"),
            (IPv4Network("10.0.0.0/8"), "ten"),
            (IPv4Network("10.1.2.3/32"), "one"),
        ]
    )
    assert table.find(IPv4Address("10.1.2.3").packed) == "one"
    assert table.find(IPv4Address("10.9.9.9").packed) == "ten"
    assert table.find(IPv4Address("8.8.8.8").packed) == "all"
    for number in range(3000):
        table.find(number.to_bytes(4, "big"))
    assert len(table._known) <= 1024


def test_a_peer_with_a_low_order_key_is_refused():
    with pytest.raises(ProtocolError):
        Device(
            static=StaticKey.from_bytes(bytes(range(32))),
            routes=[Route(options=PeerOptions(public_key=bytes(32)), allowed_ips=())],
            random=random.Random(1).randbytes,
            wall=lambda: 0,
            mtu=1420,
        )
