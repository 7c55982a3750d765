"""Retransmission time-out (RFC 6298) and NewReno congestion control (RFC 5681, RFC 6582)."""

from __future__ import annotations

from typing import Final

INITIAL_RTO: Final = 1.0
MIN_RTO: Final = 0.2
"""RFC 6298 asks for 1 s; every stock stack uses 0.2 s, which lost tails are glad of."""
MAX_RTO: Final = 60.0
_KEPT: Final = 2
"""Doublings that outlive an acknowledgement which proves nothing about the round trip."""
INITIAL_WINDOW: Final = 10
"""Segments (RFC 6928)."""


class RttEstimator:
    """Smoothed round-trip time and the retransmission time-out that follows from it."""

    __slots__ = ("_backoff", "_srtt", "_variance")

    def __init__(self) -> None:
        self._srtt: float | None = None
        self._variance = 0.0
        self._backoff = 0

    def sample(self, rtt: float) -> None:
        """Take a round trip of a segment that was sent only once (Karn's rule)."""
        if self._srtt is None:
            self._srtt, self._variance = rtt, rtt / 2
        else:
            self._variance += (abs(self._srtt - rtt) - self._variance) / 4
            self._srtt += (rtt - self._srtt) / 8

    def back_off(self) -> None:
        """Double the time-out after it has passed."""
        self._backoff += 1

    def progress(self, *, sampled: bool) -> None:
        """Take note that new data was acknowledged.

        Only a round trip of something sent once ends the backing off for good (Karn's
        rule); without one a path that became slow would look lossy for ever.
        """
        self._backoff = 0 if sampled else min(self._backoff, _KEPT)

    @property
    def backing_off(self) -> bool:
        """Whether the last time-out brought no acknowledgement yet."""
        return self._backoff > 0

    @property
    def stalled(self) -> bool:
        """Whether time-out followed time-out, more often than a slower path explains."""
        return self._backoff > _KEPT

    @property
    def patience(self) -> float:
        """The time-out without backing off, in seconds."""
        srtt = self._srtt
        return INITIAL_RTO if srtt is None else max(MIN_RTO, srtt + 4 * self._variance)

    @property
    def rto(self) -> float:
        """Seconds to wait for an acknowledgement."""
        return min(MAX_RTO, self.patience * float(1 << min(self._backoff, 10)))


class NewReno:
    """How many bytes may be on their way at once."""

    __slots__ = ("_mss", "_recover", "_restart", "_ssthresh", "window")

    def __init__(self, mss: int) -> None:
        self._mss = mss
        self._restart = INITIAL_WINDOW * mss
        self.window = self._restart
        self._ssthresh = 1 << 30
        self._recover: int | None = None

    @property
    def recovering(self) -> bool:
        """Whether a loss is being repaired."""
        return self._recover is not None

    def acknowledged(self, size: int, una: int) -> None:
        """Grow by what was acknowledged, unless a loss is being repaired."""
        if self._recover is not None:
            if una < self._recover:
                return
            self._recover = None
        if self.window < self._ssthresh:
            self.window = min(self.window + size, max(self._ssthresh, self.window))
        else:
            self.window += max(1, self._mss * size // self.window)

    def lost(self, in_flight: int, highest: int) -> None:
        """Halve the window once for all losses below `highest`."""
        if self._recover is None:
            self._ssthresh = max(in_flight // 2, 2 * self._mss)
            self.window = self._ssthresh
            self._recover = highest

    def timed_out(self, in_flight: int) -> None:
        """Start again from one segment."""
        if self._recover is None:
            self._ssthresh = max(in_flight // 2, 2 * self._mss)
        self.window = self._mss
        self._recover = None

    def idle(self) -> None:
        """Forget a window that was earned long ago (RFC 5681, section 4.1)."""
        self.window = min(self.window, self._restart)
