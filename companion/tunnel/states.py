"""The states of a TCP connection as a table (RFC 9293, section 3.3.2), and its limits."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

NEVER: Final = float("inf")
DELAYED_ACK: Final = 0.04
"""Seconds that an acknowledgement waits for company."""
USER_TIMEOUT: Final = 120.0
"""Seconds without progress after which a connection is given up (RFC 5482).

Long, for it is the tunnel that notices a dead peer; this is for a host behind a live one.
"""
KEEPALIVE_IDLE: Final = 2.0
"""Seconds of silence after which an open connection asks whether the peer is there."""
LINGER: Final = 10.0
"""Seconds in TIME-WAIT, and in FIN-WAIT-2 after a close: no packet lives longer in here."""
MOST_ORPHAN_PROBES: Final = 6
"""Probes of a closed window after which a connection that was closed here is reset."""
CHALLENGE_INTERVAL: Final = 0.1
"""Seconds between two answers to segments that only ask to be answered (RFC 5961)."""


class State(enum.Enum):
    """The states of RFC 9293, section 3.3.2; LISTEN lives in the stack."""

    SYN_SENT = enum.auto()
    SYN_RECEIVED = enum.auto()
    ESTABLISHED = enum.auto()
    FIN_WAIT_1 = enum.auto()
    FIN_WAIT_2 = enum.auto()
    CLOSE_WAIT = enum.auto()
    CLOSING = enum.auto()
    LAST_ACK = enum.auto()
    TIME_WAIT = enum.auto()
    CLOSED = enum.auto()


AFTER_OUR_FIN: Final = {
    State.FIN_WAIT_1: State.FIN_WAIT_2,
    State.CLOSING: State.TIME_WAIT,
    State.LAST_ACK: State.CLOSED,
}
AFTER_THEIR_FIN: Final = {
    State.ESTABLISHED: State.CLOSE_WAIT,
    State.FIN_WAIT_1: State.CLOSING,
    State.FIN_WAIT_2: State.TIME_WAIT,
}
AFTER_CLOSE: Final = {
    State.SYN_RECEIVED: State.FIN_WAIT_1,
    State.ESTABLISHED: State.FIN_WAIT_1,
    State.CLOSE_WAIT: State.LAST_ACK,
}
OPEN: Final = frozenset({State.ESTABLISHED, State.FIN_WAIT_1, State.FIN_WAIT_2, State.CLOSE_WAIT})


@dataclass(frozen=True, slots=True)
class Flow:
    """The two ends of a connection, ours first; addresses are 4 bytes."""

    local: bytes
    local_port: int
    remote: bytes
    remote_port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a connection may use.

    Attributes:
        mss: The most payload in one packet.
        receive_window: Bytes that may wait for the application.
        user_timeout: Seconds without progress.
    """

    mss: int
    receive_window: int
    user_timeout: float = USER_TIMEOUT

    @property
    def scale(self) -> int:
        """The shift that lets 16 bits express the window."""
        return max(0, self.receive_window.bit_length() - 16)
