"""The sending half of a TCP connection: the scoreboard, loss detection and what goes next."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

from companion.tunnel.congestion import NewReno, RttEstimator

DUPLICATES: Final = 3
"""Later segments, or duplicate acknowledgements, that mean a loss (RFC 6675, RFC 5681)."""


class Sent:
    """One segment on its way. `in_pipe` says whether it counts as being in the network."""

    __slots__ = ("again", "end", "in_pipe", "lost", "sacked", "sent_at", "start")

    def __init__(self, start: int, end: int, sent_at: float) -> None:
        self.start = start
        self.end = end
        self.sent_at = sent_at
        self.again = False
        self.in_pipe = True
        self.lost = False
        self.sacked = False


class Sender:
    """Decides what to send. Sequence numbers here never wrap; the SYN is at `iss`.

    Args:
        iss: The initial send sequence number.
        mss: The most bytes in one segment.
    """

    def __init__(self, iss: int, mss: int) -> None:
        self.iss = iss
        self.una = iss
        self.nxt = iss
        self.mss = mss
        self.window = 0
        self.largest_window = 0
        self.sack = False
        self.fin_wanted = False
        self.rtt = RttEstimator()
        self.congestion = NewReno(mss)
        self._buffer = bytearray()
        self._base = iss + 1
        self._sent: deque[Sent] = deque()
        self._pipe = 0
        self._lost = 0
        self._duplicates = 0
        self._last_sent = 0.0

    # What is known.

    @property
    def end(self) -> int:
        """One past the last byte that the application wrote."""
        return self._base + len(self._buffer)

    @property
    def fin_at(self) -> int | None:
        """The sequence number of our FIN, once it was sent."""
        return self.end if self.fin_wanted and self.nxt > self.end else None

    @property
    def buffered(self) -> int:
        """Bytes that are not acknowledged yet."""
        return len(self._buffer)

    @property
    def in_flight(self) -> bool:
        """Whether an acknowledgement is awaited."""
        return bool(self._sent)

    @property
    def oldest(self) -> float:
        """When the oldest unacknowledged segment was last sent."""
        return self._sent[0].sent_at

    @property
    def done(self) -> bool:
        """Whether everything, the FIN included, is acknowledged."""
        return self.fin_wanted and self.una > self.end

    @property
    def blocked(self) -> bool:
        """Whether something waits that only a larger window can let go."""
        return not self._sent and self.nxt > self.iss and self._unsent() > 0

    def take(self, record: Sent) -> bytes:
        """Return the payload of a segment."""
        start = max(record.start, self._base) - self._base
        return bytes(self._buffer[start : record.end - self._base])

    # What happens.

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Append bytes of the application."""
        self._buffer += data

    def negotiated(self, mss: int, *, sack: bool) -> None:
        """Take what the peer's SYN allows."""
        self.mss = min(self.mss, mss)
        self.sack = sack
        self.congestion = NewReno(self.mss)

    def set_window(self, window: int) -> None:
        """Take the window that the peer offers."""
        self.window = window
        self.largest_window = max(self.largest_window, window)

    def next_segment(self, now: float) -> Sent | None:
        """Return what to send now, or None. Call until it returns None."""
        if self._lost and (record := self._next_lost(now)) is not None:
            return record
        size = self._sendable()
        if size <= 0:
            return None
        if not self._sent and now - self._last_sent > self.rtt.rto:
            self.congestion.idle()
        return self._push(size, now)

    def acknowledge(
        self, ack: int, blocks: Sequence[tuple[int, int]], now: float, *, duplicate: bool
    ) -> int:
        """Take an acknowledgement and return how many new bytes it covers.

        Args:
            ack: The next sequence number that the peer wants, between `una` and `nxt`.
            blocks: What it has beyond that (RFC 2018).
            now: The time.
            duplicate: The segment looks like a duplicate acknowledgement (RFC 5681).
        """
        newly = ack - self.una
        if newly > 0:
            self.rtt.progress(sampled=self._pop(ack, now))
            self._duplicates = 0
            self.congestion.acknowledged(newly, ack)
        elif duplicate and self._sent:
            self._duplicates += 1
        if self.sack and blocks:
            self._mark_sacked(blocks, now)
            self._detect_by_sack()
        elif not self.sack and self._sent:
            self._detect_by_duplicates(partial=newly > 0)
        return newly

    def timed_out(self) -> None:
        """Count everything in flight as lost, for the time-out passed (RFC 6298, section 5.4)."""
        flight = self.nxt - self.una
        if self._sent and self._sent[0].sacked:
            for record in self._sent:  # the peer has reneged (RFC 2018, section 8)
                record.sacked = False
        self._lost = 0
        for record in self._sent:
            if not record.sacked:
                record.lost, record.in_pipe = True, False
                self._lost += 1
        self._pipe = 0
        self._duplicates = 0
        self.congestion.timed_out(flight)
        self.rtt.back_off()

    # Inside.

    def _unsent(self) -> int:
        return self.end + self.fin_wanted - self.nxt

    def _sendable(self) -> int:
        """Return the sequence space of the next new segment, or 0 (RFC 9293, 3.8.6.2.1)."""
        if self.nxt == self.iss:
            return 1
        if self.una == self.iss:
            return 0
        unsent = self._unsent()
        size = min(unsent, self.mss, self.una + self.window - self.nxt)
        if size <= 0:
            return 0
        room = self.congestion.window - self._pipe
        if self._sent and size > room:
            return 0
        silly = size < min(unsent, self.mss) and size < self.largest_window // 2
        return 0 if silly and self._sent else size

    def _push(self, size: int, now: float) -> Sent:
        record = Sent(self.nxt, self.nxt + size, now)
        self._sent.append(record)
        self._pipe += size
        self.nxt += size
        self._last_sent = now
        return record

    def _next_lost(self, now: float) -> Sent | None:
        if self._pipe and self._pipe + self.mss > self.congestion.window:
            return None
        for record in self._sent:
            if record.lost:
                record.lost, record.again, record.in_pipe = False, True, True
                record.sent_at = self._last_sent = now
                self._lost -= 1
                self._pipe += record.end - record.start
                return record
        return None

    def _pop(self, ack: int, now: float) -> bool:
        """Forget what is acknowledged, and tell whether it gave a round-trip time.

        It gives none if something in it was sent twice, or had arrived long before and
        only waited for a hole to be filled.
        """
        sample: float | None = None
        clear = True
        while self._sent and self._sent[0].end <= ack:
            record = self._sent.popleft()
            self._forget(record)
            clear = clear and not record.again and not record.sacked
            sample = now - record.sent_at if clear else None
        if self._sent and self._sent[0].start < ack:
            head = self._sent[0]
            self._pipe -= (ack - head.start) * head.in_pipe
            head.start = ack
        if sample is not None:
            self.rtt.sample(sample)
        self.una = ack
        covered = min(ack - self._base, len(self._buffer))
        if covered > 0:
            del self._buffer[:covered]
            self._base += covered
        return sample is not None

    def _forget(self, record: Sent) -> None:
        self._pipe -= (record.end - record.start) * record.in_pipe
        self._lost -= record.lost

    def _mark_sacked(self, blocks: Sequence[tuple[int, int]], now: float) -> None:
        lowest = min(start for start, _ in blocks)
        newest: Sent | None = None
        for record in reversed(self._sent):
            if record.end <= lowest:
                break
            if not record.sacked and any(s <= record.start and record.end <= e for s, e in blocks):
                self._forget(record)
                record.sacked, record.lost, record.in_pipe = True, False, False
                newest = newest or record
        if newest is not None and not newest.again:
            self.rtt.sample(now - newest.sent_at)

    def _detect_by_sack(self) -> None:
        """Call lost what has three sacked segments above it (RFC 6675, section 4)."""
        above = 0
        for record in reversed(self._sent):
            if record.sacked:
                above += 1
            elif above >= DUPLICATES and not record.again and not record.lost:
                self._lose(record)

    def _detect_by_duplicates(self, *, partial: bool) -> None:
        """Without SACK the first hole is lost after three duplicates or a partial answer."""
        head = self._sent[0]
        suspicious = self._duplicates >= DUPLICATES or (partial and self.congestion.recovering)
        if suspicious and not head.lost and not head.again:
            self._lose(head)

    def _lose(self, record: Sent) -> None:
        flight = self.nxt - self.una
        self._forget(record)
        record.lost, record.in_pipe = True, False
        self._lost += 1
        self.congestion.lost(flight, self.nxt)
