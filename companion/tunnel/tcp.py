"""One TCP connection (RFC 9293) without I/O: segments, time and writes in; packets out.

A subset: no urgent data, no simultaneous open, no timestamps. Resets follow RFC 5961,
scaling RFC 7323, acknowledgements RFC 5681 and 2018, window probes RFC 9293 section 3.8.6.1.
"""

from __future__ import annotations

from companion.tunnel.emitter import Emitter
from companion.tunnel.receiver import Receiver
from companion.tunnel.segment import ACK, DEFAULT_MSS, FIN, PSH, RST, SYN, Segment, unwrap
from companion.tunnel.sender import Sender, Sent
from companion.tunnel.states import (
    AFTER_CLOSE,
    AFTER_OUR_FIN,
    AFTER_THEIR_FIN,
    CHALLENGE_INTERVAL,
    DELAYED_ACK,
    KEEPALIVE_IDLE,
    LINGER,
    MOST_ORPHAN_PROBES,
    NEVER,
    OPEN,
    Flow,
    Limits,
    State,
)

_LEAST_MSS = 64


class Connection:
    """A connection. What the caller sees: `state`, `error`, and the properties below."""

    def __init__(self, flow: Flow, limits: Limits, iss: int, now: float) -> None:
        self.flow = flow
        self.state = State.SYN_SENT
        self.error: Exception | None = None
        self._limits = limits
        self._emitter = Emitter(flow, limits)
        self._sender = Sender(iss, limits.mss)
        self._receiver: Receiver | None = None
        self._scale_out = 0
        self._window_seq = 0
        self._window_ack = 0
        self._largest_payload = DEFAULT_MSS
        self._unacknowledged = 0
        self._ack_now = False
        self._discard = False
        self._probes = 0
        self._challenged = -NEVER
        self._heard = now
        self._progress = now
        self._rto_at = NEVER
        self._ack_at = NEVER
        self._persist_at = NEVER
        self._keepalive_at = NEVER
        self._linger_at = NEVER

    @classmethod
    def answer(cls, syn: Segment, flow: Flow, limits: Limits, iss: int, now: float) -> Connection:
        """Return the connection that a peer's SYN opens; its SYN-ACK waits for `flush`."""
        connection = cls(flow, limits, iss, now)
        connection.state = State.SYN_RECEIVED
        connection._take_syn(syn)
        return connection

    # What the application sees and does.

    @property
    def established(self) -> bool:
        """Whether both ends know of each other, or did."""
        return self.state not in {State.SYN_SENT, State.SYN_RECEIVED}

    @property
    def closed(self) -> bool:
        """Whether nothing more will happen."""
        return self.state is State.CLOSED

    @property
    def readable(self) -> int:
        """Bytes that wait in order."""
        return self._receiver.waiting if self._receiver else 0

    @property
    def finished(self) -> bool:
        """Whether the peer will send nothing more."""
        return self._receiver is not None and self._receiver.finished

    @property
    def buffered(self) -> int:
        """Written bytes that the peer has not acknowledged."""
        return self._sender.buffered

    def read(self) -> bytes:
        """Return what waits in order, and open the window again if that is worth telling."""
        receiver = self._receiver
        if receiver is None or not receiver.waiting:
            return b""
        data = receiver.take()
        opened = receiver.nxt + receiver.window() - receiver.advertised
        if 2 * opened >= self._limits.receive_window and not receiver.finished:
            self._ack_now = True
        return data

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send bytes after those written before."""
        if not self._sender.fin_wanted and self.state is not State.CLOSED:
            self._sender.write(data)

    def finish(self) -> None:
        """Send nothing more (half-close)."""
        if self.state is State.SYN_SENT:
            self._end(None)
        elif self.state in AFTER_CLOSE:
            self._sender.fin_wanted = True
            self.state = AFTER_CLOSE[self.state]

    def close(self, now: float) -> None:
        """Send nothing more, and throw away whatever still comes."""
        self._discard = True
        self.read()
        self.finish()
        if self.state is State.FIN_WAIT_2:
            self._linger_at = now + LINGER

    def abort(self, error: Exception | None = None) -> None:
        """Forget the connection and tell the peer by an RST."""
        if self.state not in {State.SYN_SENT, State.TIME_WAIT, State.CLOSED}:
            self._emitter.reset(self._sender.nxt, self._receiver)
        self._end(error)

    # What the network brings (RFC 9293, section 3.10.7).

    def receive(self, segment: Segment, now: float) -> None:
        """Take a segment of this connection."""
        receiver = self._receiver
        if self.state is State.SYN_SENT:
            self._receive_in_syn_sent(segment, now)
        elif receiver is None or self.state is State.CLOSED:
            return
        elif segment.flags & (RST | SYN):
            self._receive_reset_or_syn(segment, receiver, now)
        elif segment.flags & ACK:
            self._receive_ordinary(segment, receiver, now)

    def _receive_in_syn_sent(self, segment: Segment, now: float) -> None:
        ack = unwrap(segment.ack, self._sender.nxt)
        acknowledged = bool(segment.flags & ACK)
        if acknowledged and ack != self._sender.nxt:
            if not segment.flags & RST:
                self._emitter.reset(ack)
        elif segment.flags & RST:
            if acknowledged:
                self._end(ConnectionRefusedError("the peer refused the connection"))
        elif segment.flags & SYN and acknowledged:
            self._take_syn(segment)
            self._sender.acknowledge(ack, (), now, duplicate=False)
            self._heard = self._progress = now
            self._window_ack = ack
            self.state = State.ESTABLISHED
            self._rto_at = NEVER
            self._ack_now = True

    def _take_syn(self, syn: Segment) -> None:
        self._receiver = receiver = Receiver(syn.seq + 1, self._limits.receive_window)
        self._sender.negotiated(max(syn.mss or DEFAULT_MSS, _LEAST_MSS), sack=syn.sack_permitted)
        self._sender.set_window(syn.window)
        self._emitter.sack = syn.sack_permitted
        self._emitter.scaling = syn.scale is not None
        self._scale_out = syn.scale or 0
        receiver.advertised = receiver.nxt + min(0xFFFF, self._limits.receive_window)
        self._window_seq = syn.seq
        self._window_ack = self._sender.una

    def _receive_reset_or_syn(self, segment: Segment, receiver: Receiver, now: float) -> None:
        """Believe only an exact reset; ask about everything else (RFC 5961)."""
        seq = unwrap(segment.seq, receiver.nxt)
        if segment.flags & RST:
            if self.state is State.TIME_WAIT:
                return  # nothing is left to reset (RFC 1337)
            if seq == receiver.nxt:
                self._end(ConnectionResetError("the peer reset the connection"))
            elif receiver.acceptable(seq, 0):
                self._challenge(now)
        elif self.state is State.SYN_RECEIVED:
            self._sender.timed_out()
        else:
            self._challenge(now)

    def _challenge(self, now: float) -> None:
        if now - self._challenged >= CHALLENGE_INTERVAL:
            self._challenged = now
            self._ack_now = True

    def _receive_ordinary(self, segment: Segment, receiver: Receiver, now: float) -> None:
        seq = unwrap(segment.seq, receiver.nxt)
        length = len(segment.payload) + (segment.flags & FIN)
        believed = self._take_ack(segment, seq, now)
        if not receiver.acceptable(seq, length):
            if length:
                self._ack_now = True
            else:
                self._challenge(now)
        elif believed and length and not self.closed:
            self._take_payload(segment, seq, receiver, now)

    def _take_ack(self, segment: Segment, seq: int, now: float) -> bool:
        """Return whether the acknowledgement makes sense, after acting on it."""
        sender = self._sender
        ack = unwrap(segment.ack, sender.una)
        if ack > sender.nxt or ack < sender.una - max(sender.largest_window, 0xFFFF):
            if self.state is State.SYN_RECEIVED:
                self._emitter.reset(ack)
            else:
                self._challenge(now)
            return False
        self._heard, self._keepalive_at = now, NEVER
        if ack < sender.una:
            return True
        window = segment.window << self._scale_out
        duplicate = ack == sender.una and not segment.payload and window == sender.window
        blocks = [(unwrap(s, ack), unwrap(e, ack)) for s, e in segment.sack]
        if sender.acknowledge(ack, blocks, now, duplicate=duplicate) > 0:
            self._acknowledged(now)
        elif sender.rtt.stalled:
            # The peer is there after all: try now rather than when the time-out ends.
            self._rto_at = min(self._rto_at, now + sender.rtt.patience)
        if seq >= self._window_seq and ack >= self._window_ack:
            self._window_seq, self._window_ack = seq, ack
            self._take_window(window)
        return True

    def _take_window(self, window: int) -> None:
        self._sender.set_window(window)
        if window:
            self._persist_at, self._probes = NEVER, 0

    def _acknowledged(self, now: float) -> None:
        self._progress = now
        self._rto_at = NEVER
        if self.state is State.SYN_RECEIVED:
            self.state = State.ESTABLISHED
        if self._sender.done and self.state in AFTER_OUR_FIN:
            self._enter(AFTER_OUR_FIN[self.state], now)

    def _take_payload(self, segment: Segment, seq: int, receiver: Receiver, now: float) -> None:
        size = len(segment.payload)
        if self._discard and size and self.state is State.FIN_WAIT_2:
            self.abort(None)
            return
        had_gap = receiver.has_gap
        in_order = receiver.accept(seq, segment.payload, fin=bool(segment.flags & FIN))
        self._largest_payload = max(self._largest_payload, size)
        self._unacknowledged += size
        if had_gap or not in_order or self._unacknowledged >= 2 * self._largest_payload:
            self._ack_now = True
        elif self._ack_at == NEVER:
            self._ack_at = now + DELAYED_ACK
        if self._discard:
            receiver.take()
        if receiver.finished and self.state in AFTER_THEIR_FIN:
            self._ack_now = True
            self._enter(AFTER_THEIR_FIN[self.state], now)

    def _enter(self, state: State, now: float) -> None:
        self.state = state
        if state is State.CLOSED:
            self._end(None)
        elif state is State.TIME_WAIT or (state is State.FIN_WAIT_2 and self._discard):
            self._linger_at = now + LINGER

    def _end(self, error: Exception | None) -> None:
        if self.state is not State.CLOSED or self.error is None:
            self.error = error
        self.state = State.CLOSED
        self._rto_at = self._ack_at = self._persist_at = NEVER
        self._keepalive_at = self._linger_at = NEVER

    # What goes out.

    def flush(self, now: float) -> list[tuple[bytes, bool]]:
        """Return the packets to send now, and whether each of them expects an answer."""
        if self.state is not State.CLOSED:
            self._send_segments(now)
            if self._ack_now and self._receiver is not None:
                self._emitter.ack(self._sender.nxt, self._receiver)
                self._acked()
            self._set_timers(now)
        packets, self._emitter.packets = self._emitter.packets, []
        return packets

    def _send_segments(self, now: float) -> None:
        sender = self._sender
        if not sender.in_flight:
            self._progress = now
        while (record := sender.next_segment(now)) is not None:
            self._send(record)

    def _send(self, record: Sent) -> None:
        sender, receiver = self._sender, self._receiver
        if receiver is None:
            self._emitter.syn(sender.iss)
        elif record.start == sender.iss:
            self._emitter.syn_ack(sender.iss, receiver)
        else:
            payload = sender.take(record)
            flags = FIN if sender.fin_wanted and record.end > sender.end else 0
            if payload and record.end >= sender.end:
                flags |= PSH
            self._emitter.data(record.start, flags, payload, receiver)
            self._acked()

    def _acked(self) -> None:
        self._ack_now = False
        self._ack_at = NEVER
        self._unacknowledged = 0

    def _set_timers(self, now: float) -> None:
        sender = self._sender
        if not sender.in_flight:
            self._rto_at = NEVER
        elif self._rto_at == NEVER:
            self._rto_at = now + sender.rtt.rto
        if sender.blocked and self._persist_at == NEVER:
            self._persist_at = now + sender.rtt.rto
        if self._keepalive_at == NEVER and self.state in OPEN:
            self._keepalive_at = self._heard + KEEPALIVE_IDLE

    # Time.

    def next_deadline(self) -> float:
        """Return when `timer` is due, or infinity."""
        return min(
            self._rto_at, self._ack_at, self._persist_at, self._keepalive_at, self._linger_at
        )

    def timer(self, now: float) -> None:
        """Do what is due; `flush` afterwards."""
        if now >= self._linger_at:
            self._end(None)
        if now >= self._ack_at:
            self._ack_now = True
        if now >= self._rto_at:
            self._retransmit(now)
        if now >= self._persist_at:
            self._probe_window(now)
        if now >= self._keepalive_at:
            self._ask_whether_alive(now)

    def nudge(self, now: float) -> None:
        """Try again now what timed out before: the path has just been repaired."""
        if self._sender.in_flight and self._sender.rtt.backing_off:
            self._rto_at = min(self._rto_at, now)

    def _retransmit(self, now: float) -> None:
        if now - self._progress >= self._limits.user_timeout:
            self._end(TimeoutError("the peer does not acknowledge"))
            return
        self._sender.timed_out()
        self._rto_at = now + self._sender.rtt.rto

    def _probe_window(self, now: float) -> None:
        self._probes += 1
        if self._discard and self._probes > MOST_ORPHAN_PROBES:
            self.abort(TimeoutError("the peer does not read"))
            return
        self._persist_at = now + self._sender.rtt.rto * float(1 << min(self._probes, 6))
        self._probe()

    def _ask_whether_alive(self, now: float) -> None:
        if now - self._heard >= self._limits.user_timeout:
            self._end(TimeoutError("the peer is gone"))
            return
        self._keepalive_at = now + KEEPALIVE_IDLE
        self._probe()

    def _probe(self) -> None:
        """Send an old sequence number, which every stack answers with where it stands."""
        if self._receiver is not None:
            self._emitter.ack(self._sender.una - 1, self._receiver, expects_answer=True)
