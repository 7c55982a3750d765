"""The handshakes with one peer: what to send, what to believe, and when it is a replay."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Final

from companion.tunnel import noise, packets
from companion.tunnel.cookie import MacStamper, Random
from companion.tunnel.errors import ProtocolError
from companion.tunnel.noise import Initiator, Responder, StaticKey, TransportKeys

INITIATION_INTERVAL: Final = 1 / 50
"""Seconds; initiations of one peer that come closer together are dropped."""
_TAI64_BASE: Final = 0x400000000000000A
_WHITENED: Final = 1 << 24
"""Nanoseconds (17 ms) to which timestamps are rounded, so that they tell little else."""

WallClock = Callable[[], int]
"""Nanoseconds since the Unix epoch."""


class Timestamps:
    """TAI64N labels that never repeat and never go back."""

    def __init__(self, wall: WallClock) -> None:
        self._wall = wall
        self._last = 0

    def next(self) -> bytes:
        """Return the next label (12 bytes)."""
        moment = self._wall() // _WHITENED * _WHITENED
        self._last = max(moment, self._last + _WHITENED)
        seconds, nanoseconds = divmod(self._last, 1_000_000_000)
        return (_TAI64_BASE + seconds).to_bytes(8, "big") + nanoseconds.to_bytes(4, "big")


class Handshakes:
    """Both roles of the handshake with one peer.

    Args:
        static: Our key pair.
        remote: The peer's static public key.
        psk: The pre-shared key, or zeros.
        random: Returns that many unpredictable bytes.
        timestamps: Shared by all peers of one key pair.

    Raises:
        ProtocolError: The peer's key has low order.
    """

    def __init__(
        self,
        *,
        static: StaticKey,
        remote: bytes,
        psk: bytes,
        random: Random,
        timestamps: Timestamps,
    ) -> None:
        self._static = static
        self._remote = remote
        self._psk = psk
        self._random = random
        self._timestamps = timestamps
        self._shared = noise.dh(static.private, remote)
        self._stamper = MacStamper(remote)
        self._pending: Initiator | None = None
        self._newest = bytes(12)
        self._last_accepted = float("-inf")

    def initiate(self, index: int, now: float) -> bytes:
        """Return a new initiation; the one before it can no longer be answered."""
        self._pending = Initiator(self._static, self._remote, self._random(noise.KEY_SIZE))
        parts = self._pending.write(self._remote, self._shared, self._timestamps.next())
        return self._stamper.stamp(packets.initiation(index, *parts), now)

    def complete(self, message: packets.Response) -> TransportKeys:
        """Return the keys that the peer's response agrees on.

        Raises:
            ProtocolError: Not authentic, or nothing was asked.
        """
        if self._pending is None:
            raise ProtocolError("a response that was not asked for")
        keys = self._pending.read(message.ephemeral, message.empty, self._psk)
        self._pending = None
        return keys

    def respond(
        self, responder: Responder, message: packets.Initiation, index: int, now: float
    ) -> tuple[bytes, TransportKeys]:
        """Return the answer to an initiation and the keys it agrees on.

        Raises:
            ProtocolError: Not authentic, replayed, or too soon after the one before.
        """
        timestamp = responder.read_payload(self._shared, message.timestamp)
        if timestamp <= self._newest:
            raise ProtocolError("a replayed initiation")
        if now - self._last_accepted < INITIATION_INTERVAL:
            raise ProtocolError("initiations come too fast")
        self._newest, self._last_accepted = timestamp, now
        parts = responder.write(self._random(noise.KEY_SIZE), self._psk)
        ephemeral, empty, keys = parts
        answer = packets.response(index, message.sender, ephemeral, empty)
        return self._stamper.stamp(answer, now), keys

    def keep_cookie(self, reply: packets.CookieReply, now: float) -> None:
        """Keep a cookie for the next handshake message.

        Raises:
            ProtocolError: The reply is not authentic or was not asked for.
        """
        self._stamper.open_reply(reply, now)

    def forget(self) -> None:
        """Give up the handshake in progress and drop its keys."""
        self._pending = None

    def is_with(self, static: bytes) -> bool:
        """Tell whether the peer owns this static key."""
        return hmac.compare_digest(self._remote, static)
