"""The two macs of a handshake message and cookies against floods (the paper, section 5.3)."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Final

from companion.tunnel import noise, packets
from companion.tunnel.errors import ProtocolError

COOKIE_LIFETIME: Final = 120.0
"""Seconds that a cookie, and the secret it is made with, stays in use."""
HANDSHAKES_PER_SECOND: Final = 100
"""More than this makes a responder ask for cookies: about 5 % of one core."""
LOAD_LINGERS: Final = 1.0
"""Seconds after the last overload during which cookies are still asked for."""
PER_SOURCE_RATE: Final = 20.0
PER_SOURCE_BURST: Final = 5.0
_MOST_SOURCES: Final = 4096

Random = Callable[[int], bytes]


class MacStamper:
    """Stamps the messages that go to one responder and keeps the cookie it gave."""

    def __init__(self, responder: bytes) -> None:
        self._mac1_key = noise.hash_(b"mac1----", responder)
        self._cookie_key = noise.hash_(b"cookie--", responder)
        self._last_mac1 = b""
        self._cookie = b""
        self._cookie_until = 0.0

    def stamp(self, message: bytes, now: float) -> bytes:
        """Return the message with mac1 and, while a cookie is known, mac2."""
        self._last_mac1 = noise.mac(self._mac1_key, message)
        message += self._last_mac1
        if self._cookie and now < self._cookie_until:
            return message + noise.mac(self._cookie, message)
        return message + bytes(packets.MAC_SIZE)

    def open_reply(self, reply: packets.CookieReply, now: float) -> None:
        """Keep the cookie of a reply to the last stamped message; one answer per message.

        Raises:
            ProtocolError: Nothing was sent, or the reply is not authentic.
        """
        if not self._last_mac1:
            raise ProtocolError("a cookie that was not asked for")
        self._cookie = noise.xchacha_open(
            self._cookie_key, reply.nonce, reply.cookie, self._last_mac1
        )
        self._cookie_until = now + COOKIE_LIFETIME - 5.0
        self._last_mac1 = b""

    @property
    def has_cookie(self) -> bool:
        """Whether the responder ever gave a cookie."""
        return bool(self._cookie)


class CookieIssuer:
    """Checks the macs of incoming handshake messages and issues cookies under load."""

    def __init__(self, public: bytes, random: Random) -> None:
        self._mac1_key = noise.hash_(b"mac1----", public)
        self._cookie_key = noise.hash_(b"cookie--", public)
        self._random = random
        self._secret = random(32)
        self._secret_until = -1.0
        self._arrivals = 0
        self._second = 0.0
        self._loaded_until = 0.0
        self._buckets: dict[bytes, tuple[float, float]] = {}

    def mac1_holds(self, datagram: bytes) -> bool:
        """Tell whether the sender knows our public key; all others get silence."""
        body, given = datagram[: -packets.MACS_SIZE], datagram[-packets.MACS_SIZE :][:16]
        return hmac.compare_digest(noise.mac(self._mac1_key, body), given)

    def mac2_holds(self, datagram: bytes, source: bytes, now: float) -> bool:
        """Tell whether the sender proved that it receives what we send to `source`."""
        body, given = datagram[: -packets.MAC_SIZE], datagram[-packets.MAC_SIZE :]
        return hmac.compare_digest(noise.mac(self._cookie(source, now), body), given)

    def reply(self, datagram: bytes, sender: int, source: bytes, now: float) -> bytes:
        """Return the cookie reply to a handshake message."""
        nonce = self._random(24)
        mac1 = datagram[-packets.MACS_SIZE :][:16]
        sealed = noise.xchacha_seal(self._cookie_key, nonce, self._cookie(source, now), mac1)
        return packets.cookie_reply(sender, nonce, sealed)

    def under_load(self, now: float) -> bool:
        """Count one handshake message and tell whether there are too many of them."""
        if now - self._second >= 1.0:
            self._second, self._arrivals = now, 0
        self._arrivals += 1
        if self._arrivals > HANDSHAKES_PER_SECOND:
            self._loaded_until = now + LOAD_LINGERS
        return now < self._loaded_until

    def within_rate(self, source: bytes, now: float) -> bool:
        """Take one token of a source that proved its address (20 a second, 5 at once)."""
        if len(self._buckets) >= _MOST_SOURCES:
            self._forget_idle_sources(now)
        tokens, since = self._buckets.get(source, (PER_SOURCE_BURST, now))
        tokens = min(PER_SOURCE_BURST, tokens + (now - since) * PER_SOURCE_RATE)
        allowed = tokens >= 1.0
        self._buckets[source] = (tokens - 1.0 if allowed else tokens, now)
        return allowed

    def _cookie(self, source: bytes, now: float) -> bytes:
        if now >= self._secret_until:
            self._secret = self._random(32)
            self._secret_until = now + COOKIE_LIFETIME
        return noise.mac(self._secret, source)

    def _forget_idle_sources(self, now: float) -> None:
        self._buckets = {s: (t, at) for s, (t, at) in self._buckets.items() if now - at < 1.0}
        if len(self._buckets) >= _MOST_SOURCES:
            self._buckets.clear()
