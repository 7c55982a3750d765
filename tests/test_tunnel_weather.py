"""Requests through the whole tunnel while the network is as bad as networks get."""

import hashlib

import pytest
from tunnel_world import TunnelWorld, Weather

TEXT = hashlib.shake_128(b"weather").digest(60_000)
PROMPT, ANSWER = TEXT[:2_000], TEXT[2_000:42_000]


def one_request(world, within):
    """Send a prompt and get an answer; return how long it took."""
    began = world.now
    client = world.connect()
    client.write(PROMPT)
    question, answer, asked = bytearray(), bytearray(), []

    def done():
        for server in world.servers:
            question.extend(server.read())
            if len(question) == len(PROMPT) and not asked:
                asked.append(server)
                server.write(ANSWER)
                server.finish()
                world.settle()
        answer.extend(client.read())
        return client.finished and not client.readable

    assert world.run_until(done, within), (client.state, client.error, len(question), len(answer))
    assert (bytes(question), bytes(answer)) == (PROMPT, ANSWER)
    client.finish()
    return world.now - began


@pytest.mark.parametrize("seed", range(15))
def test_every_request_is_answered_in_a_storm(seed):
    weather = Weather(loss=0.3, duplicate=0.05, delay=0.01, jitter=0.5)
    one_request(TunnelWorld(seed, weather, left={"tireless": True}), within=600)


def test_a_cold_request_takes_three_round_trips():
    world = TunnelWorld(weather=Weather(delay=0.01))
    seconds = one_request(world, within=5)
    assert seconds < 0.02 * 5  # handshake, TCP, request, and two rounds for forty kilobytes


def test_requests_go_on_for_an_hour_through_all_rekeys():
    world = TunnelWorld(weather=Weather(delay=0.01, loss=0.01), left={"tireless": True})
    slowest = 0.0
    for _ in range(240):
        slowest = max(slowest, one_request(world, within=60))
        world.servers.clear()
        world.run_until(lambda: False, within=15)
    assert world.peer.completed >= 25
    assert slowest < 4


def test_a_network_that_is_gone_for_a_while_costs_only_that_while():
    world = TunnelWorld(weather=Weather(delay=0.01), left={"tireless": True, "evidence": 30.0})
    one_request(world, within=5)
    world.servers.clear()
    world.link.weather = Weather(loss=1.0)
    world.run_until(lambda: False, within=200)
    assert not world.peer.alive(world.now)
    world.link.weather = Weather(delay=0.01)
    assert world.run_until(lambda: world.peer.alive(world.now), within=6)
    assert one_request(world, within=1) < 0.2


def test_rebinding_on_the_way_loses_nothing():
    world = TunnelWorld(weather=Weather(delay=0.01))
    one_request(world, within=5)
    for port in range(50_000, 50_010):
        world.servers.clear()
        world.left_at = ("203.0.113.5", port)
        assert one_request(world, within=2) < 0.2
        assert world.far_peer.endpoint == world.left_at
