"""Demultiplexing, listening, refusing, and bounds of the stack."""

import random
from ipaddress import IPv4Address, IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tunnel_world import LEFT, PORT, RIGHT, TcpWorld

from companion.tunnel import ip, segment, stack
from companion.tunnel.segment import ACK, FIN, RST, SYN, Encoder
from companion.tunnel.stack import MOST_CONNECTIONS, Stack

WRITER = Encoder(LEFT, 50000, RIGHT, PORT)


@pytest.fixture
def host():
    return Stack(mtu=1420, random=random.Random(1).randbytes)


def read(packets):
    return [segment.parse(ip.parse(packet)) for packet, _ in packets]


def test_a_syn_to_a_port_that_listens_is_answered(host):
    host.listen(RIGHT, PORT, lambda _: True)
    host.receive(WRITER.encode(1, 0, SYN, 1000), 0.0)
    (answer,) = read(host.flush(0.0))
    assert answer.flags == SYN | ACK
    (accepted,) = host.accepted()
    assert (accepted.address, accepted.port) == (RIGHT, PORT)
    assert host.accepted() == []


def test_a_syn_to_another_port_or_address_is_refused(host):
    host.listen(RIGHT, PORT + 1, lambda _: True)
    host.listen(LEFT, PORT, lambda _: True)
    host.receive(WRITER.encode(1, 0, SYN, 1000), 0.0)
    (answer,) = read(host.flush(0.0))
    assert answer.flags == RST | ACK
    assert host.connections() == []


def test_only_admitted_devices_may_connect(host):
    # F21: traffic is limited by port and by sending device
    network = IPv4Network("10.77.0.8/29")
    host.listen(RIGHT, PORT, lambda source: IPv4Address(source) in network)
    for last, admitted in ((9, True), (2, False)):
        writer = Encoder(bytes([10, 77, 0, last]), 50000, RIGHT, PORT)
        host.receive(writer.encode(1, 0, SYN, 1000), 0.0)
        (answer,) = read(host.flush(0.0))
        assert (answer.flags == SYN | ACK) is admitted


def test_stray_segments_are_reset_but_resets_are_not(host):
    host.receive(WRITER.encode(1, 7, ACK, 1000), 0.0)
    host.receive(WRITER.encode(1, 7, FIN | ACK, 1000), 0.0)
    assert [answer.flags for answer in read(host.flush(0.0))] == [RST, RST]
    host.receive(WRITER.encode(1, 7, RST, 1000), 0.0)
    assert host.flush(0.0) == []


def test_a_port_listens_once_and_zero_picks_one(host):
    host.listen(RIGHT, PORT, lambda _: True)
    with pytest.raises(OSError, match="taken"):
        host.listen(RIGHT, PORT, lambda _: True)
    chosen = host.listen(RIGHT, 0, lambda _: True)
    assert 49152 <= chosen <= 65535
    host.stop_listening(RIGHT, PORT)
    host.listen(RIGHT, PORT, lambda _: True)


def test_connections_are_bounded_in_both_directions(host, monkeypatch):
    monkeypatch.setattr(stack, "MOST_CONNECTIONS", 20)
    assert MOST_CONNECTIONS == 1024
    host.listen(RIGHT, PORT, lambda _: True)
    for number in range(30):
        writer = Encoder(LEFT, 40000 + number, RIGHT, PORT)
        host.receive(writer.encode(1, 0, SYN, 1000), 0.0)
    assert len(host.connections()) == 20
    assert host.dropped == 10
    with pytest.raises(OSError, match="too many"):
        host.connect(RIGHT, LEFT, 80, 0.0)


def test_half_open_connections_are_forgotten():
    host = Stack(mtu=1420, random=random.Random(1).randbytes)
    host.listen(RIGHT, PORT, lambda _: True)
    host.receive(WRITER.encode(1, 0, SYN, 1000), 0.0)
    host.flush(0.0)
    now = 0.0
    while host.connections():
        now = host.next_deadline()
        assert now < 300
        host.timer(now)
        host.flush(now)


def test_ports_of_open_connections_are_not_used_again(host):
    ports = {host.connect(RIGHT, LEFT, 80, 0.0).flow.local_port for _ in range(900)}
    assert len(ports) == 900


def test_sequence_numbers_start_anywhere(host):
    starts = {host.connect(RIGHT, LEFT, 80, 0.0)._sender.iss for _ in range(100)}
    assert len(starts) == 100
    assert max(starts) - min(starts) > 2**30


@given(st.binary(max_size=120))
def test_garbage_is_counted_and_ignored(data):
    host = Stack(mtu=1420, random=random.Random(1).randbytes)
    host.listen(RIGHT, PORT, lambda _: True)
    host.receive(data, 0.0)
    assert host.connections() == []


@given(st.data())
def test_any_segment_at_an_open_connection_leaves_it_sound(data):
    world = TcpWorld()
    world.run_until(lambda: world.server and world.server.established)
    flow = world.client.flow
    writer = Encoder(flow.local, flow.local_port, flow.remote, PORT)
    near = st.integers(-3000, 3000)
    for _ in range(data.draw(st.integers(1, 8))):
        packet = writer.encode(
            world.client._sender.nxt + data.draw(near),
            world.server._sender.nxt + data.draw(near),
            data.draw(st.integers(0, 63)),
            data.draw(st.integers(0, 65535)),
            payload=data.draw(st.binary(max_size=50)),
        )
        world.right.receive(packet, world.now)
        world.settle()
    world.run(5)


def test_connections_find_their_own_segments():
    world = TcpWorld()
    second = world.left.connect(LEFT, RIGHT, PORT, world.now)
    world.run_until(lambda: second.established and world.client.established)
    world.client.write(b"first")
    second.write(b"second")
    world.settle()
    world.run(0.1)
    received = {connection.read() for connection in world.right.connections()}
    assert received == {b"first", b"second"}
