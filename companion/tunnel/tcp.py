"""One TCP connection (RFC 9293) without I/O: segments, time and writes in; segments out.

A subset: no urgent data, no simultaneous open, no timestamps. Resets follow RFC 5961,
scaling RFC 7323, acknowledgements RFC 5681 and 2018, window probes RFC 9293 section 3.8.6.1.
"""

from __future__ import annotations

from companion.tunnel.receiver import Receiver
from companion.tunnel.segment import (
    ACK,
    DEFAULT_MSS,
    FIN,
    PSH,
    RST,
    SYN,
    Encoder,
    Segment,
    sack_option,
    syn_options,
    unwrap,
)
from companion.tunnel.sender import Sender, Sent
from companion.tunnel.states import (
    AFTER_CLOSE,
    AFTER_OUR_FIN,
    AFTER_THEIR_FIN,
    CHALLENGE_INTERVAL,
    DELAYED_ACK,
    KEEPALIVE_IDLE,
    LINGER,
    NEVER,
    OPEN,
    Flow,
    Limits,
    State,
)


class Connection:
    """A connection; `outgoing` holds whole IPv4 packets and whether each wants an answer."""

    def __init__(self, flow: Flow, limits: Limits, iss: int, now: float) -> None:
        self.flow = flow
        self.state = State.SYN_SENT
        self.error: Exception | None = None
        self.outgoing: list[tuple[bytes, bool]] = []
        self._limits = limits
        self._encoder = Encoder(flow.local, flow.local_port, flow.remote, flow.remote_port)
        self._sender = Sender(iss, limits.mss)
        self._receiver: Receiver | None = None
        self._scale_in = 0
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
    def connect(cls, flow: Flow, limits: Limits, iss: int, now: float) -> Connection:
        """Return a connection whose SYN waits for `flush`."""
        return cls(flow, limits, iss, now)

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
        """Whether both ends know of each other."""
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
        if 2 * opened >= self._limits.receive_window:
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
            packet = self._encoder.encode(self._sender.nxt, self._next_wanted(), RST | ACK, 0)
            self.outgoing.append((packet, False))
        self._end(error)

    # What the network brings (RFC 9293, section 3.10.7).

    def receive(self, segment: Segment, now: float) -> None:
        """Take a segment of this connection."""
        if self.state is State.CLOSED:
            return
        if self.state is State.SYN_SENT:
            self._receive_in_syn_sent(segment, now)
            return
        receiver = self._receiver
        if receiver is None:
            return
        seq = unwrap(segment.seq, receiver.nxt)
        length = len(segment.payload) + bool(segment.flags & FIN)
        if segment.flags & (RST | SYN):
            self._receive_reset_or_syn(segment, seq, receiver, now)
        elif not receiver.acceptable(seq, length):
            self._hear(now)
            if length:
                self._ack_now = True
            else:
                self._challenge(now)
            if segment.flags & ACK:
                self._take_ack(segment, seq, now)
        elif segment.flags & ACK and self._take_ack(segment, seq, now):
            self._hear(now)
            if length and not self.closed:
                self._take_payload(segment, seq, receiver, now)

    def _receive_in_syn_sent(self, segment: Segment, now: float) -> None:
        ack = unwrap(segment.ack, self._sender.nxt)
        acknowledged = bool(segment.flags & ACK)
        if acknowledged and ack != self._sender.iss + 1:
            if not segment.flags & RST:
                self.outgoing.append((self._encoder.encode(ack, 0, RST, 0), False))
            return
        if segment.flags & RST:
            if acknowledged:
                self._end(ConnectionRefusedError("the peer refused the connection"))
            return
        if not segment.flags & SYN or not acknowledged:
            return
        self._take_syn(segment)
        self._sender.acknowledge(ack, (), now, duplicate=False)
        self._hear(now)
        self._progress = now
        self._window_seq, self._window_ack = segment.seq, ack
        self.state = State.ESTABLISHED
        self._ack_now = True

    def _take_syn(self, syn: Segment) -> None:
        self._receiver = Receiver(syn.seq + 1, self._limits.receive_window)
        self._sender.negotiated(max(syn.mss or DEFAULT_MSS, 64), sack=syn.sack_permitted)
        if syn.scale is not None:
            self._scale_in, self._scale_out = self._limits.scale, syn.scale
        else:
            self._receiver.advertised = syn.seq + 1 + min(0xFFFF, self._limits.receive_window)
        self._sender.set_window(syn.window)
        self._window_seq = syn.seq
        self._window_ack = self._sender.una

    def _receive_reset_or_syn(
        self, segment: Segment, seq: int, receiver: Receiver, now: float
    ) -> None:
        """Believe only an exact reset; ask about everything else (RFC 5961)."""
        if segment.flags & RST and seq == receiver.nxt:
            self._end(ConnectionResetError("the peer reset the connection"))
        elif segment.flags & SYN and self.state is State.SYN_RECEIVED:
            self._sender.timed_out()
        elif not segment.flags & RST or receiver.acceptable(seq, 0):
            self._challenge(now)

    def _challenge(self, now: float) -> None:
        if now - self._challenged >= CHALLENGE_INTERVAL:
            self._challenged = now
            self._ack_now = True

    def _take_ack(self, segment: Segment, seq: int, now: float) -> bool:
        """Return whether the acknowledgement makes sense, after acting on it."""
        sender = self._sender
        ack = unwrap(segment.ack, sender.una)
        if ack > sender.nxt or ack < sender.una - max(sender.largest_window, 0xFFFF):
            if self.state is State.SYN_RECEIVED:
                self.outgoing.append((self._encoder.encode(ack, 0, RST, 0), False))
            else:
                self._challenge(now)
            return False
        window = segment.window << self._scale_out
        duplicate = ack == sender.una and not segment.payload and window == sender.window
        blocks = [(unwrap(s, ack), unwrap(e, ack)) for s, e in segment.sack]
        if ack >= sender.una:
            if sender.acknowledge(ack, blocks, now, duplicate=duplicate) > 0:
                self._acknowledged(now)
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

    def _hear(self, now: float) -> None:
        self._heard = now
        self._keepalive_at = NEVER

    def _end(self, error: Exception | None) -> None:
        self.state = State.CLOSED
        self.error = error
        self._rto_at = self._ack_at = self._persist_at = NEVER
        self._keepalive_at = self._linger_at = NEVER

    # What goes out.

    def flush(self, now: float) -> None:
        """Put all that may be sent now into `outgoing`, and set the timers."""
        if self.state is State.CLOSED:
            return
        if not self._sender.in_flight:
            self._progress = now
        while (record := self._sender.next_segment(now)) is not None:
            self._send(record)
            if self._rto_at == NEVER:
                self._rto_at = now + self._sender.rtt.rto
        if self._ack_now:
            self._send_ack()
        self._set_timers(now)

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

    def _send(self, record: Sent) -> None:
        sender = self._sender
        payload = sender.take(record)
        if record.start == sender.iss:
            self._send_syn()
            return
        flags = ACK
        if sender.fin_wanted and record.end > sender.end:
            flags |= FIN
        if payload and record.end >= sender.end:
            flags |= PSH
        self._emit(record.start, flags, payload, expects_answer=True)

    def _send_syn(self) -> None:
        passive = self._receiver is not None
        scale = self._limits.scale if not passive or self._scale_in else None
        options = syn_options(
            self._limits.mss, scale, sack_permitted=not passive or self._sender.sack
        )
        flags, ack = (SYN | ACK, self._next_wanted()) if passive else (SYN, 0)
        window = min(0xFFFF, self._limits.receive_window)
        packet = self._encoder.encode(self._sender.iss, ack, flags, window, options=options)
        self.outgoing.append((packet, True))

    def _send_ack(self) -> None:
        receiver = self._receiver
        options = b""
        if receiver is not None and receiver.has_gap and self._sender.sack:
            options = sack_option(receiver.sack_blocks())
        self._emit(self._sender.nxt, ACK, b"", options=options)

    def _emit(
        self,
        seq: int,
        flags: int,
        payload: bytes,
        *,
        options: bytes = b"",
        expects_answer: bool = False,
    ) -> None:
        receiver = self._receiver
        assert receiver is not None
        units = min(receiver.window() >> self._scale_in, 0xFFFF)
        edge = receiver.nxt + (units << self._scale_in)
        receiver.advertised = max(receiver.advertised, edge)
        packet = self._encoder.encode(
            seq, receiver.nxt, flags, units, payload=payload, options=options
        )
        self.outgoing.append((packet, expects_answer))
        self._ack_now = False
        self._ack_at = NEVER
        self._unacknowledged = 0

    def _next_wanted(self) -> int:
        return self._receiver.nxt if self._receiver else 0

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
            return
        if now >= self._ack_at:
            self._ack_now = True
        if now >= self._rto_at:
            self._retransmit(now)
        if now >= self._persist_at:
            self._probe_window(now)
        if now >= self._keepalive_at:
            self._probe_peer(now)

    def _retransmit(self, now: float) -> None:
        if now - self._progress >= self._limits.user_timeout:
            self._end(TimeoutError("the peer does not acknowledge"))
            return
        self._sender.timed_out()
        self._rto_at = now + self._sender.rtt.rto

    def _probe_window(self, now: float) -> None:
        self._probes += 1
        self._persist_at = now + self._sender.rtt.rto * float(1 << min(self._probes, 6))
        self._send_probe()

    def _probe_peer(self, now: float) -> None:
        if now - self._heard >= self._limits.user_timeout:
            self._end(TimeoutError("the peer is gone"))
            return
        self._keepalive_at = now + KEEPALIVE_IDLE
        self._send_probe()

    def _send_probe(self) -> None:
        """Send an old sequence number, which every stack answers with where it stands."""
        if self._receiver is not None:
            self._emit(self._sender.una - 1, ACK, b"", expects_answer=True)
