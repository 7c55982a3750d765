"""One peer: its keypairs and timers (the paper, sections 6.1 to 6.5), roaming, liveness."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final

from companion.tunnel import packets, session
from companion.tunnel.cookie import Random
from companion.tunnel.errors import ProtocolError
from companion.tunnel.handshake import Handshakes
from companion.tunnel.noise import NO_PSK, Responder, TransportKeys
from companion.tunnel.session import Keypair

Address = tuple[Any, ...]
"""A socket address: host and port, for IPv6 with flow and scope."""

NEVER: Final = float("inf")
PATIENCE: Final = 2.0
"""Seconds without an answer to a packet that demands one, before a handshake asks why."""
DOWN_AFTER: Final = 4.0
"""Seconds without an answer after which the peer counts as down."""
HURRY: Final = 0.5
"""Seconds between two initiations when somebody waits for the tunnel."""
QUICK_RETRY: Final = 1.2
QUICK_RETRIES: Final = 3
"""A peer that is asked tirelessly is asked this often at this interval, then every 5 s.

Stock responders answer initiations that are 20 ms apart, so one lost datagram need not make
a healthy tunnel look dead.
"""
_WAITING: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerOptions:
    """What a peer is and how it is watched.

    Attributes:
        public_key: Its static key.
        preshared_key: The PSK, or zeros.
        endpoint: Where it is, or None until it speaks.
        keepalive: Seconds between persistent keepalives; 0 for none.
        evidence: A handshake asks for a sign of life after this many silent seconds; 0 for
            never, which is what a stock peer does.
        tireless: Go on asking after the attempt time of 90 s.
    """

    public_key: bytes
    preshared_key: bytes = field(default=NO_PSK, repr=False)
    endpoint: Address | None = None
    keepalive: float = 0.0
    evidence: float = 0.0
    tireless: bool = False


class Indices:
    """Which keypair or handshake of which peer an index of ours belongs to."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._owners: dict[int, tuple[Peer, Keypair | None]] = {}

    def assign(self, peer: Peer) -> int:
        """Return a new unpredictable index."""
        while True:
            index = int.from_bytes(self._random(4), "little")
            if index not in self._owners:
                self._owners[index] = (peer, None)
                return index

    def bind(self, index: int, peer: Peer, keypair: Keypair) -> None:
        """Let the index of a finished handshake stand for its keypair."""
        self._owners[index] = (peer, keypair)

    def find(self, index: int) -> tuple[Peer, Keypair | None] | None:
        """Return what the index stands for."""
        return self._owners.get(index)

    def forget(self, index: int) -> None:
        """Free an index."""
        self._owners.pop(index, None)


class Peer:
    """The state of one peer. Datagrams to send gather in `outgoing`."""

    def __init__(
        self,
        options: PeerOptions,
        handshakes: Handshakes,
        *,
        indices: Indices,
        random: Random,
        mtu: int,
    ) -> None:
        self.options = options
        self.handshakes = handshakes
        self.endpoint = options.endpoint
        self.outgoing: list[tuple[bytes, Address]] = []
        self.last_handshake: float | None = None
        self.last_authentic = -NEVER
        self.completed = 0
        self.silent = False
        self._indices = indices
        self._random = random
        self._mtu = mtu
        self._previous: Keypair | None = None
        self._current: Keypair | None = None
        self._next: Keypair | None = None
        self._pending_index: int | None = None
        self._waiting: deque[bytes] = deque(maxlen=_WAITING)
        self._last_initiation = -NEVER
        self._tries = 0
        self._attempt_until = NEVER
        self._retry_at = NEVER
        self._keepalive_at = NEVER
        self._answer_by = NEVER
        self._silent_at = NEVER
        self._persistent_at = NEVER
        self._evidence_at = NEVER
        self._erase_at = NEVER

    # What the stack and the network hand in.

    def send(self, packet: bytes, now: float, *, expects_answer: bool = False) -> None:
        """Encrypt a packet, or let it wait for the handshake that it starts."""
        keypair = self._usable(now)
        if keypair is None:
            self._waiting.append(packet)
            self.initiate(now)
            return
        self._transmit(keypair, packet, now)
        if expects_answer:
            self._answer_by = min(self._answer_by, now + PATIENCE)
            self._silent_at = min(self._silent_at, now + DOWN_AFTER)
        elif self._answer_by == NEVER:
            wait = session.KEEPALIVE_TIMEOUT + session.REKEY_TIMEOUT
            self._answer_by = now + wait + self._jitter()

    def initiate(self, now: float, *, hurry: bool = False) -> None:
        """Start a handshake unless one is in progress.

        Args:
            now: The time.
            hurry: Somebody waits: ask again at once instead of at the next retry.
        """
        if self.endpoint is None:
            return
        since = now - self._last_initiation
        if self._retry_at != NEVER:
            if hurry and since >= HURRY:
                self._send_initiation(now)
            return
        self._attempt_until = now + session.REKEY_ATTEMPT
        if since >= (HURRY if hurry else session.REKEY_TIMEOUT):
            self._send_initiation(now)
        else:
            self._retry_at = self._last_initiation + session.REKEY_TIMEOUT

    def accept(
        self, responder: Responder, message: packets.Initiation, source: Address, now: float
    ) -> None:
        """Answer the peer's initiation.

        Raises:
            ProtocolError: Not authentic or replayed.
        """
        index = self._indices.assign(self)
        try:
            answer, keys = self.handshakes.respond(responder, message, index, now)
        except ProtocolError:
            self._indices.forget(index)
            raise
        self.endpoint = source
        keypair = self._keypair(keys, index, message.sender, now, initiator=False)
        self._drop(self._next, self._previous)
        self._next, self._previous = keypair, None
        self._erase_at = now + session.ERASE_AFTER
        self._emit(answer, now)
        self._authentic(now)

    def complete(self, message: packets.Response, source: Address, now: float) -> None:
        """Take the peer's response to our initiation into use.

        Raises:
            ProtocolError: Not authentic or not asked for.
        """
        keys = self.handshakes.complete(message)
        keypair = self._keypair(keys, message.receiver, message.sender, now, initiator=True)
        self._pending_index = None
        self.endpoint = source
        if self._next is not None:
            self._drop(self._previous, self._current)
            self._previous, self._next = self._next, None
        else:
            self._drop(self._previous)
            self._previous = self._current
        self._current = keypair
        self._established(now)
        self._authentic(now)
        if not self._flush(now):
            self._transmit(keypair, b"", now)

    def receive(
        self, keypair: Keypair, message: packets.Data, source: Address, now: float
    ) -> bytes:
        """Return the plaintext of a data message; empty for a keepalive.

        Raises:
            ProtocolError: Not authentic, replayed, or its keys are too old.
        """
        if not keypair.can_receive(now):
            raise ProtocolError("keys too old")
        plaintext = keypair.open(message)
        self.endpoint = source
        if keypair is self._next:
            self._drop(self._previous)
            self._previous, self._current, self._next = self._current, keypair, None
            self._established(now)
            self._flush(now)
        self._authentic(now)
        if plaintext and self._keepalive_at == NEVER:
            self._keepalive_at = now + session.KEEPALIVE_TIMEOUT
        if keypair.receiver_should_renew(now):
            self.initiate(now)
        return plaintext

    # Time.

    def timer(self, now: float) -> None:
        """Do what is due."""
        if now >= self._silent_at:
            self._silent_at, self.silent = NEVER, True
        if now >= self._retry_at:
            self._retry(now)
        if now >= self._answer_by or now >= self._evidence_at:
            self._answer_by = self._evidence_at = NEVER
            self.initiate(now)
        if now >= self._keepalive_at or now >= self._persistent_at:
            self._send_keepalive(now)
        if now >= self._erase_at:
            self._erase_keys()

    def next_deadline(self) -> float:
        """Return when `timer` is due, or infinity."""
        return min(
            self._silent_at,
            self._retry_at,
            self._answer_by,
            self._evidence_at,
            self._keepalive_at,
            self._persistent_at,
            self._erase_at,
        )

    def alive(self, now: float) -> bool:
        """Tell whether there is a session, and recent evidence that the peer holds it too."""
        window = (self.options.evidence or session.REJECT_AFTER) + DOWN_AFTER
        fresh = now - self.last_authentic < window
        return fresh and not self.silent and self._usable(now) is not None

    def erase(self) -> None:
        """Drop every key, handshake and waiting packet."""
        self._erase_keys()
        self._abandon()
        self._retry_at = self._keepalive_at = self._answer_by = NEVER

    # Inside.

    def _erase_keys(self) -> None:
        self._drop(self._previous, self._current, self._next)
        self._previous = self._current = self._next = None
        self._erase_at = NEVER

    def _abandon(self) -> None:
        """Forget the handshake in progress, and what waits for it."""
        self.handshakes.forget()
        self._waiting.clear()
        if self._pending_index is not None:
            self._indices.forget(self._pending_index)
            self._pending_index = None

    def _jitter(self) -> float:
        return int.from_bytes(self._random(2), "little") / 65536 * session.JITTER

    def _usable(self, now: float) -> Keypair | None:
        current = self._current
        return current if current is not None and current.can_send(now) else None

    def _keypair(
        self, keys: TransportKeys, local: int, remote: int, now: float, *, initiator: bool
    ) -> Keypair:
        keypair = Keypair(
            keys, local_index=local, remote_index=remote, created=now, initiator=initiator
        )
        self._indices.bind(local, self, keypair)
        return keypair

    def _drop(self, *keypairs: Keypair | None) -> None:
        for keypair in keypairs:
            if keypair is not None:
                self._indices.forget(keypair.local_index)

    def _emit(self, datagram: bytes, now: float) -> None:
        """Send an authenticated datagram."""
        if self.endpoint is not None:
            self.outgoing.append((datagram, self.endpoint))
            self._rearm_persistent(now)

    def _rearm_persistent(self, now: float) -> None:
        if self.options.keepalive:
            self._persistent_at = now + self.options.keepalive

    def _transmit(self, keypair: Keypair, packet: bytes, now: float) -> None:
        size = len(packet)
        padded = min(-(-size // session.PADDING) * session.PADDING, max(self._mtu, size))
        self._keepalive_at = NEVER
        self._emit(keypair.seal(packet.ljust(padded, b"\0")), now)
        if keypair.sender_should_renew(now):
            self.initiate(now)

    def _send_keepalive(self, now: float) -> None:
        self._keepalive_at = self._persistent_at = NEVER
        keypair = self._usable(now)
        if keypair is not None:
            self._transmit(keypair, b"", now)
        else:
            self._rearm_persistent(now)
            self.initiate(now)

    def _send_initiation(self, now: float) -> None:
        if self._pending_index is not None:
            self._indices.forget(self._pending_index)
        self._pending_index = self._indices.assign(self)
        self._last_initiation = now
        self._tries += 1
        quick = self.options.tireless and self._tries <= QUICK_RETRIES
        self._retry_at = now + (QUICK_RETRY if quick else session.REKEY_TIMEOUT) + self._jitter()
        self._silent_at = min(self._silent_at, now + DOWN_AFTER)
        self._emit(self.handshakes.initiate(self._pending_index, now), now)

    def _retry(self, now: float) -> None:
        if now < self._attempt_until or self.options.tireless:
            self._send_initiation(now)
            return
        self._retry_at = NEVER
        self._abandon()
        self._erase_at = min(self._erase_at, now + session.ERASE_AFTER)

    def _established(self, now: float) -> None:
        self.last_handshake = now
        self.completed += 1
        self._erase_at = now + session.ERASE_AFTER
        self._retry_at = NEVER
        self._tries = 0

    def _authentic(self, now: float) -> None:
        self.last_authentic = now
        self.silent = False
        self._answer_by = self._silent_at = NEVER
        if self.options.evidence:
            self._evidence_at = now + self.options.evidence
        self._rearm_persistent(now)

    def _flush(self, now: float) -> bool:
        keypair = self._usable(now)
        sent = bool(self._waiting) and keypair is not None
        while keypair is not None and self._waiting:
            self._transmit(keypair, self._waiting.popleft(), now)
        return sent
