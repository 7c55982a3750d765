"""One pair of transport keys and the limits on its use (the paper, sections 5.4.6 and 6.1)."""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from companion.tunnel import packets
from companion.tunnel.errors import ProtocolError
from companion.tunnel.noise import TransportKeys
from companion.tunnel.replay import ReplayWindow

REKEY_AFTER_MESSAGES: Final = 2**60
REJECT_AFTER_MESSAGES: Final = 2**64 - 2**13 - 1
REKEY_AFTER: Final = 120.0
REJECT_AFTER: Final = 180.0
REKEY_ATTEMPT: Final = 90.0
REKEY_TIMEOUT: Final = 5.0
JITTER: Final = 0.334
KEEPALIVE_TIMEOUT: Final = 10.0
ERASE_AFTER: Final = 3 * REJECT_AFTER
PADDING: Final = 16
"""Plaintexts are padded to a multiple of this many bytes."""


class Keypair:
    """The keys of one session, its counters and its replay window."""

    __slots__ = (
        "_counter",
        "_open",
        "_seal",
        "_window",
        "created",
        "initiator",
        "local_index",
        "remote_index",
        "renewing",
    )

    def __init__(
        self,
        keys: TransportKeys,
        *,
        local_index: int,
        remote_index: int,
        created: float,
        initiator: bool,
    ) -> None:
        self._seal = ChaCha20Poly1305(keys.send)
        self._open = ChaCha20Poly1305(keys.receive)
        self._window = ReplayWindow()
        self._counter = 0
        self.local_index = local_index
        self.remote_index = remote_index
        self.created = created
        self.initiator = initiator
        self.renewing = False

    def seal(self, plaintext: bytes) -> bytes:
        """Return the data message for a plaintext that is already padded."""
        header = packets.data_header(self.remote_index, self._counter)
        self._counter += 1
        return header + self._seal.encrypt(b"\0\0\0\0" + header[8:], plaintext, None)

    def open(self, message: packets.Data) -> bytes:
        """Return the plaintext; only an authentic packet moves the replay window.

        Raises:
            ProtocolError: Replayed, too old, or not authentic.
        """
        counter = message.counter
        if counter >= REJECT_AFTER_MESSAGES or not self._window.fresh(counter):
            raise ProtocolError("replayed")
        datagram = message.datagram
        try:
            plaintext = self._open.decrypt(
                b"\0\0\0\0" + datagram[8:16], datagram[packets.DATA_HEADER_SIZE :], None
            )
        except InvalidTag:
            raise ProtocolError("not authentic") from None
        self._window.mark(counter)
        return plaintext

    def can_send(self, now: float) -> bool:
        """Tell whether the keys may still protect a new packet."""
        return now - self.created < REJECT_AFTER and self._counter < REJECT_AFTER_MESSAGES

    def can_receive(self, now: float) -> bool:
        """Tell whether the keys may still open a packet."""
        return now - self.created < REJECT_AFTER

    def sender_should_renew(self, now: float) -> bool:
        """Tell whether the initiator should start a new handshake after sending."""
        old = now - self.created >= REKEY_AFTER or self._counter >= REKEY_AFTER_MESSAGES
        return self.initiator and old

    def receiver_should_renew(self, now: float) -> bool:
        """Tell, once, whether the initiator should renew keys it only receives with."""
        limit = REJECT_AFTER - KEEPALIVE_TIMEOUT - REKEY_TIMEOUT
        if not self.initiator or self.renewing or now - self.created < limit:
            return False
        self.renewing = True
        return True
