"""One TCP connection by scripts of segments: opening, closing, resets, probes, time-outs."""

import pytest
from tunnel_world import PORT, TcpWorld, Weather

from companion.tunnel import ip, segment
from companion.tunnel.segment import ACK, FIN, PSH, RST, SYN, Encoder, syn_options
from companion.tunnel.states import KEEPALIVE_IDLE, LINGER, USER_TIMEOUT, Flow, Limits, State
from companion.tunnel.tcp import Connection

HERE, THERE = bytes([10, 0, 0, 1]), bytes([10, 0, 0, 2])
FLOW = Flow(HERE, 1000, THERE, 80)
LIMITS = Limits(mss=1000, receive_window=8000)
PEER = Encoder(THERE, 80, HERE, 1000)


class Script:
    """A connection and a peer that says exactly what it is told to."""

    def __init__(self, *, options=None, scale_shift=0):
        self.now = 100.0
        self.connection = Connection(FLOW, LIMITS, 5000, self.now)
        (syn,) = self.sent()
        assert (syn.flags, syn.seq, syn.mss, syn.sack_permitted) == (SYN, 5000, 1000, True)
        if options is not None:
            self.hear(900, 5001, SYN | ACK, window=4000, options=options)
            assert self.connection.state is State.ESTABLISHED
            (ack,) = self.sent()
            assert (ack.flags, ack.seq, ack.ack) == (ACK, 5001, 901)

    def hear(self, seq, ack, flags=ACK, payload=b"", window=4000, options=b""):
        packet = PEER.encode(seq, ack, flags, window, payload=payload, options=options)
        self.connection.receive(segment.parse(ip.parse(packet)), self.now)

    def sent(self):
        return [segment.parse(ip.parse(one)) for one, _ in self.connection.flush(self.now)]

    def wait(self, seconds):
        """Let time pass and return what was sent meanwhile."""
        until, sent = self.now + seconds, self.sent()
        while self.connection.next_deadline() <= until:
            self.now = max(self.now, self.connection.next_deadline())
            self.connection.timer(self.now)
            sent += self.sent()
        self.now = until
        return sent


@pytest.fixture
def script():
    return Script(options=syn_options(1000, 0, sack_permitted=True))


def only(segments):
    assert len(segments) == 1, segments
    return segments[0]


class TestOpening:
    def test_a_syn_is_repeated_with_growing_pauses(self):
        script = Script()
        began = script.now
        times = []
        while script.now - began < 16:
            if script.wait(0.5):
                times.append(script.now - began)
        assert times == [1.0, 3.0, 7.0, 15.0]

    def test_a_reset_refuses_the_connection(self):
        script = Script()
        script.hear(0, 5001, RST | ACK)
        assert isinstance(script.connection.error, ConnectionRefusedError)
        assert script.connection.closed

    def test_a_reset_for_something_else_is_ignored(self):
        script = Script()
        script.hear(0, 4999, RST | ACK)
        script.hear(0, 0, RST)
        assert script.connection.state is State.SYN_SENT

    def test_a_wrong_acknowledgement_is_reset(self):
        script = Script()
        script.hear(900, 4000, SYN | ACK)
        reset = only(script.sent())
        assert (reset.flags, reset.seq) == (RST, 4000)
        assert script.connection.state is State.SYN_SENT

    def test_a_peer_without_options_gets_small_unscaled_segments(self):
        script = Script(options=b"")
        script.connection.write(bytes(1200))
        sizes = [len(one.payload) for one in script.sent()]
        assert sizes == [536, 536, 128]

    def test_windows_are_scaled_when_both_want_it(self):
        big = Limits(mss=1000, receive_window=1 << 20)
        assert big.scale == 5
        connection = Connection(FLOW, big, 1, 0.0)
        ((packet, _),) = connection.flush(0.0)
        syn = segment.parse(ip.parse(packet))
        assert (syn.scale, syn.window) == (5, 65535)
        answer = PEER.encode(
            900, 2, SYN | ACK, 1000, options=syn_options(1000, 7, sack_permitted=True)
        )
        connection.receive(segment.parse(ip.parse(answer)), 0.0)
        ((packet, _),) = connection.flush(0.0)
        assert segment.parse(ip.parse(packet)).window << 5 == 1 << 20
        connection.receive(segment.parse(ip.parse(PEER.encode(901, 2, ACK, 1000))), 0.0)
        assert connection._sender.window == 1000 << 7

    def test_nobody_answers(self):
        script = Script()
        script.wait(USER_TIMEOUT + 60)
        assert isinstance(script.connection.error, TimeoutError)


class TestData:
    def test_bytes_are_acknowledged_together_with_an_answer(self, script):
        script.hear(901, 5001, ACK | PSH, b"question")
        assert script.connection.read() == b"question"
        script.connection.write(b"answer")
        answer = only(script.sent())
        assert (answer.payload, answer.ack, answer.flags) == (b"answer", 909, ACK | PSH)

    def test_an_acknowledgement_alone_waits_a_little(self, script):
        script.hear(901, 5001, ACK, b"question")
        assert script.sent() == []
        assert only(script.wait(0.05)).ack == 909

    def test_every_second_full_segment_is_acknowledged_at_once(self, script):
        script.hear(901, 5001, ACK, bytes(1000))
        assert script.sent() == []
        script.hear(1901, 5001, ACK, bytes(1000))
        assert only(script.sent()).ack == 2901

    def test_a_gap_is_reported_at_once_with_what_was_received(self, script):
        script.hear(1001, 5001, ACK, bytes(100))
        ack = only(script.sent())
        assert (ack.ack, list(ack.sack)) == (901, [(1001, 1101)])
        script.hear(901, 5001, ACK, bytes(100))
        ack = only(script.sent())
        assert (ack.ack, list(ack.sack)) == (1101, [])

    def test_an_old_segment_is_acknowledged_again(self, script):
        script.hear(901, 5001, ACK, b"x")
        script.wait(0.1)
        script.hear(901, 5001, ACK, b"x")
        assert only(script.sent()).ack == 902
        assert script.connection.read() == b"x"

    def test_an_acknowledgement_of_what_was_never_sent_is_not_believed(self, script):
        script.hear(901, 9999, ACK, b"spoof")
        assert script.connection.read() == b""
        assert only(script.sent()).ack == 901

    def test_lost_bytes_are_sent_again_until_the_user_time_out(self, script):
        script.connection.write(b"lost")
        sent = script.wait(USER_TIMEOUT + 40)
        assert {one.payload for one in sent if one.payload} == {b"lost"}
        assert isinstance(script.connection.error, TimeoutError)

    def test_a_closed_window_is_probed_until_it_opens(self, script):
        script.hear(901, 5001, window=0)
        script.connection.write(b"waiting")
        probes = script.wait(20)
        assert len(probes) >= 4
        assert {(one.seq, one.payload) for one in probes} == {(5000, b"")}
        script.hear(901, 5001, window=100)
        assert only(script.sent()).payload == b"waiting"

    def test_the_window_closes_and_an_update_is_sent_when_the_reader_returns(self, script):
        for number in range(8):
            script.hear(901 + 1000 * number, 5001, ACK, bytes(1000))
        assert script.sent()[-1].window == 0
        assert len(script.connection.read()) == 8000
        assert only(script.sent()).window == 8000

    def test_nothing_is_written_after_finishing(self, script):
        script.connection.finish()
        script.connection.write(b"late")
        assert only(script.sent()).payload == b""


class TestClosing:
    def test_we_close_first(self, script):
        script.connection.write(b"bye")
        script.connection.finish()
        last = only(script.sent())
        assert (last.payload, last.flags & FIN) == (b"bye", FIN)
        assert script.connection.state is State.FIN_WAIT_1
        script.hear(901, 5005)
        assert script.connection.state is State.FIN_WAIT_2
        script.hear(901, 5005, FIN | ACK)
        assert script.connection.state is State.TIME_WAIT
        assert only(script.sent()).ack == 902
        script.hear(901, 5005, FIN | ACK)
        assert only(script.sent()).ack == 902
        script.wait(LINGER + 0.1)
        assert script.connection.closed
        assert script.connection.error is None

    def test_the_peer_closes_first(self, script):
        script.hear(901, 5001, FIN | ACK, b"bye")
        assert script.connection.state is State.CLOSE_WAIT
        assert script.connection.read() == b"bye"
        assert script.connection.finished
        script.connection.write(b"more")
        script.connection.finish()
        assert script.connection.state is State.LAST_ACK
        script.sent()
        script.hear(905, 5006)
        assert script.connection.closed
        assert script.connection.error is None

    def test_both_close_at_once(self, script):
        script.connection.finish()
        script.sent()
        script.hear(901, 5001, FIN | ACK)
        assert script.connection.state is State.CLOSING
        script.hear(902, 5002)
        assert script.connection.state is State.TIME_WAIT

    def test_half_closed_still_receives(self, script):
        script.connection.finish()
        script.sent()
        script.hear(901, 5002)
        script.hear(901, 5002, ACK, b"still here")
        assert script.connection.read() == b"still here"

    def test_after_close_late_bytes_are_thrown_away_and_then_reset(self, script):
        script.connection.write(b"last words")
        script.connection.close(script.now)
        script.sent()
        script.hear(901, 5001, ACK, b"ignored")
        assert script.connection.read() == b""
        assert script.connection.state is State.FIN_WAIT_1
        script.hear(908, 5012)
        script.hear(908, 5012, ACK, b"too late")
        assert script.connection.closed
        assert script.sent()[-1].flags & RST

    def test_a_peer_that_never_closes_is_forgotten(self, script):
        script.connection.close(script.now)
        script.sent()
        script.hear(901, 5002)
        assert script.connection.state is State.FIN_WAIT_2
        script.wait(LINGER + 0.1)
        assert script.connection.closed

    def test_a_peer_that_never_reads_cannot_hold_a_closed_connection(self, script):
        script.hear(901, 5001, window=0)
        script.connection.write(b"unread")
        script.connection.close(script.now)
        for _ in range(300):
            script.wait(1)
            script.hear(901, 5001, window=0)
        assert script.connection.closed

    def test_abort_sends_a_reset(self, script):
        script.connection.abort()
        reset = only(script.sent())
        assert (reset.flags, reset.seq, reset.ack) == (RST | ACK, 5001, 901)
        assert script.connection.closed

    def test_abort_before_opening_says_nothing(self):
        script = Script()
        script.connection.abort()
        assert script.sent() == []

    def test_finishing_before_opening_closes(self):
        script = Script()
        script.connection.finish()
        assert script.connection.closed


class TestAttacks:
    """RFC 5961: only an exact reset is believed."""

    def test_an_exact_reset_closes(self, script):
        script.hear(901, 0, RST)
        assert isinstance(script.connection.error, ConnectionResetError)

    def test_a_reset_somewhere_in_the_window_is_challenged(self, script):
        script.hear(902, 0, RST)
        assert not script.connection.closed
        challenge = only(script.sent())
        assert (challenge.flags, challenge.seq, challenge.ack) == (ACK, 5001, 901)

    def test_a_reset_outside_the_window_is_ignored(self, script):
        script.hear(900, 0, RST)
        script.hear(50_000, 0, RST)
        assert not script.connection.closed
        assert script.sent() == []

    def test_a_syn_in_a_connection_is_challenged(self, script):
        script.hear(901, 0, SYN)
        assert not script.connection.closed
        assert only(script.sent()).flags == ACK

    def test_challenges_are_rare(self, script):
        for _ in range(50):
            script.hear(902, 0, RST)
        assert len(script.sent()) == 1
        script.hear(902, 0, RST)
        assert script.sent() == []

    def test_a_segment_without_ack_is_ignored(self, script):
        script.hear(901, 0, PSH, b"data")
        assert script.connection.read() == b""

    def test_a_reset_in_time_wait_changes_nothing(self, script):
        script.connection.finish()
        script.sent()
        script.hear(901, 5002, FIN | ACK)
        script.hear(902, 0, RST)
        assert script.connection.state is State.TIME_WAIT


class TestKeepalive:
    def test_a_quiet_connection_asks_and_a_dead_peer_is_noticed(self, script):
        probes = script.wait(KEEPALIVE_IDLE + 0.1)
        assert (only(probes).seq, only(probes).payload) == (5000, b"")
        script.wait(USER_TIMEOUT + KEEPALIVE_IDLE)
        assert isinstance(script.connection.error, TimeoutError)

    def test_a_probe_is_answered(self, script):
        script.hear(900, 5001)
        assert only(script.sent()).ack == 901

    def test_probes_expect_an_answer_and_acknowledgements_do_not(self, script):
        script.now += KEEPALIVE_IDLE + 0.01
        script.connection.flush(script.now)
        script.connection.timer(script.now)
        assert [expects for _, expects in script.connection.flush(script.now)] == [True]
        script.hear(901, 5001, ACK, bytes(1000))
        script.hear(1901, 5001, ACK, bytes(1000))
        assert [expects for _, expects in script.connection.flush(script.now)] == [False]

    def test_an_answering_peer_keeps_the_connection_for_ever(self):
        world = TcpWorld()
        world.run_until(lambda: world.client.established)
        world.run(600)
        assert world.client.state is world.server.state is State.ESTABLISHED


class TestAccepting:
    def test_a_lost_syn_ack_is_repeated(self):
        world = TcpWorld()
        lost = iter([True])

        def lose_one(receiver, packet):
            arrived = segment.parse(ip.parse(packet))
            return not (arrived.flags & SYN and arrived.flags & ACK and next(lost, False))

        world.filter = lose_one
        world.run_until(lambda: world.client.established, within=5)
        world.run_until(lambda: world.server.established, within=5)

    def test_a_lost_last_ack_of_the_opening_is_repeated(self):
        world = TcpWorld()
        world.link.weather = Weather()
        lost = iter([True])
        world.filter = lambda receiver, packet: receiver is world.left or not next(lost, False)
        world.run_until(lambda: world.server and world.server.established, within=5)

    def test_a_syn_received_that_is_reset_is_forgotten(self):
        world = TcpWorld()
        world.filter = lambda receiver, packet: receiver is world.right
        world.run(0.02)
        assert world.server.state is State.SYN_RECEIVED
        flow = world.client.flow
        writer = Encoder(flow.local, flow.local_port, flow.remote, PORT)
        world.right.receive(writer.encode(world.client._sender.nxt, 0, RST, 0), world.now)
        assert world.server.closed
