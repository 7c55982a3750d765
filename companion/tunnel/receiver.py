"""The receiving half of a TCP connection: reassembly, SACK blocks and the window."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

_MOST_PIECES: Final = 4096


class Receiver:
    """Puts payloads in order. Sequence numbers here never wrap.

    Args:
        start: The first sequence number after the peer's SYN.
        capacity: Bytes that may wait for the application.
    """

    __slots__ = (
        "_capacity",
        "_latest",
        "_pieces",
        "_ready",
        "_ready_size",
        "advertised",
        "fin_at",
        "nxt",
    )

    def __init__(self, start: int, capacity: int) -> None:
        self.nxt = start
        self.fin_at: int | None = None
        self.advertised = start + capacity
        self._capacity = capacity
        self._ready: list[bytes] = []
        self._ready_size = 0
        self._pieces: list[tuple[int, bytes]] = []
        self._latest = start

    @property
    def finished(self) -> bool:
        """Whether everything up to and including the peer's FIN has arrived."""
        return self.fin_at is not None and self.nxt > self.fin_at

    @property
    def has_gap(self) -> bool:
        """Whether something waits for what comes before it."""
        return bool(self._pieces)

    @property
    def waiting(self) -> int:
        """Bytes that are in order and wait for the application."""
        return self._ready_size

    def acceptable(self, seq: int, length: int) -> bool:
        """Tell whether a segment lies in the window (RFC 9293, section 3.10.7.4)."""
        window = self.advertised - self.nxt
        if length == 0:
            return seq == self.nxt or self.nxt <= seq < self.nxt + window
        return window > 0 and seq < self.nxt + window and seq + length > self.nxt

    def accept(self, seq: int, payload: bytes, *, fin: bool) -> bool:
        """Take a segment and tell whether it was the next one in order."""
        if fin and self.fin_at is None:
            self.fin_at = seq + len(payload)
        edge = self.advertised if self.fin_at is None else self.fin_at
        end = min(seq + len(payload), edge)
        in_order = seq <= self.nxt
        if in_order and end > self.nxt:
            self._append(payload[self.nxt - seq : end - seq])
            self._join()
        elif not in_order and end > seq and len(self._pieces) < _MOST_PIECES:
            self._latest = seq
            self._insert(seq, payload[: end - seq])
        if self.fin_at is not None and self.nxt == self.fin_at:
            self.nxt += 1
        return in_order

    def take(self) -> bytes:
        """Return and forget what is in order."""
        ready = self._ready[0] if len(self._ready) == 1 else b"".join(self._ready)
        self._ready.clear()
        self._ready_size = 0
        return ready

    def window(self) -> int:
        """Return the window to offer; its right edge never moves left."""
        return max(self._capacity - self._ready_size, self.advertised - self.nxt, 0)

    def sack_blocks(self) -> list[tuple[int, int]]:
        """Return what arrived out of order, the block of the latest segment first."""
        blocks: list[tuple[int, int]] = []
        for start, data in self._pieces:
            if blocks and blocks[-1][1] == start:
                blocks[-1] = (blocks[-1][0], start + len(data))
            else:
                blocks.append((start, start + len(data)))
        blocks.sort(key=lambda block: not block[0] <= self._latest < block[1])
        return blocks

    def _append(self, data: bytes) -> None:
        self._ready.append(data)
        self._ready_size += len(data)
        self.nxt += len(data)

    def _join(self) -> None:
        joined = 0
        for start, data in self._pieces:
            if start > self.nxt:
                break
            joined += 1
            if start + len(data) > self.nxt:
                self._append(data[self.nxt - start :])
        if joined:
            del self._pieces[:joined]

    def _insert(self, seq: int, data: bytes) -> None:
        """Keep the parts of `data` that no piece holds yet."""
        position = bisect_left(self._pieces, (seq, b""))
        if position:
            start, before = self._pieces[position - 1]
            overlap = start + len(before) - seq
            if overlap > 0:
                seq, data = seq + overlap, data[overlap:]
        while data and position < len(self._pieces):
            start, piece = self._pieces[position]
            if seq < start:
                part = data[: start - seq]
                self._pieces.insert(position, (seq, part))
                position += 1
            overlap = start + len(piece) - seq
            if start >= seq + len(data):
                return
            seq, data = seq + overlap, data[overlap:]
            position += 1
        if data:
            self._pieces.insert(position, (seq, data))
