"""Two TCP stacks over a bad link in virtual time: every byte, in order, once."""

import hashlib

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tunnel_world import TcpWorld, Weather

STREAM = hashlib.shake_128(b"tcp").digest(3_000_000)


class End:
    """One end's application: what it wrote and what it read."""

    def __init__(self):
        self.written = 0
        self.read = bytearray()
        self.reads = True
        self.finished = False


class TwoStacks(RuleBasedStateMachine):
    """Writes, pauses, half-closes and weather in any order never damage a byte."""

    @initialize(
        seed=st.integers(0, 2**32),
        mtu=st.sampled_from([576, 1420, 16000]),
        window=st.sampled_from([4096, 65536, 262144]),
    )
    def begin(self, seed, mtu, window):
        self.world = TcpWorld(seed=seed, mtu=mtu, receive_window=window)
        self.world.run_until(lambda: self.world.server and self.world.server.established)
        self.ends = {self.world.client: End(), self.world.server: End()}

    def _other(self, end):
        client, server = self.ends
        return self.ends[server if end is self.ends[client] else client]

    @rule(side=st.booleans(), size=st.integers(1, 60_000))
    def write(self, side, size):
        connection, end = list(self.ends.items())[side]
        if not end.finished:
            connection.write(STREAM[end.written : end.written + size])
            end.written = min(end.written + size, len(STREAM))
            self.world.settle()

    @rule(side=st.booleans(), reads=st.booleans())
    def read_or_not(self, side, reads):
        list(self.ends.values())[side].reads = reads
        self._read()

    @rule(side=st.booleans())
    def finish(self, side):
        connection, end = list(self.ends.items())[side]
        end.finished = True
        connection.finish()
        self.world.settle()

    @rule(
        loss=st.sampled_from([0.0, 0.01, 0.1, 0.3]),
        duplicate=st.sampled_from([0.0, 0.05]),
        jitter=st.sampled_from([0.0, 0.004, 0.1]),
    )
    def weather(self, loss, duplicate, jitter):
        self.world.link.weather = Weather(loss=loss, duplicate=duplicate, jitter=jitter)

    @rule(seconds=st.sampled_from([0.001, 0.05, 0.3, 2.0]))
    def wait(self, seconds):
        self.world.run(seconds)
        self._read()

    def _read(self):
        for connection, end in self.ends.items():
            if end.reads:
                end.read += connection.read()
        self.world.settle()

    @invariant()
    def nothing_is_damaged(self):
        for end in getattr(self, "ends", {}).values():
            assert bytes(end.read) == STREAM[: len(end.read)]
            assert len(end.read) <= self._other(end).written

    def teardown(self):
        if not hasattr(self, "ends"):
            return
        self.world.link.weather = Weather()
        for connection, end in self.ends.items():
            end.reads = True
            connection.finish()
        for _ in range(3000):
            if all(connection.finished for connection in self.ends):
                break
            self.world.run(0.1)
            self._read()
        self._read()
        for connection, end in self.ends.items():
            assert len(end.read) == self._other(end).written
            assert connection.finished
            assert connection.error is None
        self.world.run(30)
        assert not self.world.left.connections()
        assert not self.world.right.connections()


TestTwoStacks = TwoStacks.TestCase
TestTwoStacks.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


def transfer(world, size, within=300.0):
    """Send bytes from client to server and return how long it took."""
    data = STREAM[:size]
    world.run_until(lambda: world.client.established)
    began = world.now
    world.client.write(data)
    received = bytearray()

    def done():
        if world.server is not None:
            received.extend(world.server.read())
            world.right.touch(world.server)
            world.settle()
        return len(received) >= size

    world.run_until(done, within)
    assert bytes(received) == data
    return world.now - began


@pytest.mark.parametrize("seed", range(20))
def test_a_megabyte_survives_a_very_bad_link(seed):
    weather = Weather(loss=0.1, duplicate=0.05, delay=0.01, jitter=0.02)
    transfer(TcpWorld(seed=seed, weather=weather), 200_000)


def test_a_clean_link_is_filled():
    world = TcpWorld(weather=Weather(delay=0.01), receive_window=256 * 1024)
    seconds = transfer(world, 3_000_000)
    assert 3_000_000 / seconds > 0.5 * 256 * 1024 / 0.02


def test_one_percent_loss_is_repaired_without_waiting_for_time_outs():
    clean = transfer(TcpWorld(weather=Weather(delay=0.01)), 1_000_000)
    lossy = transfer(TcpWorld(seed=3, weather=Weather(delay=0.01, loss=0.01)), 1_000_000)
    assert lossy < 8 * clean


def test_reordering_alone_loses_nothing():
    weather = Weather(delay=0.01, jitter=0.004)
    transfer(TcpWorld(seed=5, weather=weather), 500_000)
