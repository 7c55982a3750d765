"""The WireGuard handshake: Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s.

Sources: "WireGuard: Next Generation Kernel Network Tunnel" (Donenfeld, NDSS 2017),
section 5.4; the Noise Protocol Framework, revision 34; RFC 7748 (X25519); RFC 8439
(ChaCha20-Poly1305); draft-irtf-cfrg-xchacha-03. Every primitive is that of `cryptography`
and of the standard library. CPython cannot wipe immutable bytes: key material is erased by
dropping the references to it.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

from companion.tunnel.errors import ProtocolError

CONSTRUCTION: Final = b"Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s"
PROLOGUE: Final = b"WireGuard v1 zx2c4 Jason@zx2c4.com"
KEY_SIZE: Final = 32
TAG_SIZE: Final = 16
NO_PSK: Final = bytes(KEY_SIZE)
_ZERO_NONCE: Final = bytes(12)
_CHACHA_CONSTANTS: Final = struct.unpack("<4I", b"expand 32-byte k")


@dataclass(frozen=True, slots=True)
class StaticKey:
    """A long-term X25519 key pair; it never shows its private half."""

    private: X25519PrivateKey
    public: bytes

    @classmethod
    def from_bytes(cls, private: bytes) -> StaticKey:
        """Return the key pair of a 32-byte private key."""
        key = X25519PrivateKey.from_private_bytes(private)
        return cls(key, key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return f"StaticKey(public={self.public.hex()})"


@dataclass(frozen=True, slots=True, repr=False)
class TransportKeys:
    """The two keys that a finished handshake leaves behind."""

    send: bytes
    receive: bytes


def hash_(*parts: bytes) -> bytes:
    """Return HASH of the concatenation (BLAKE2s, 32 bytes)."""
    return hashlib.blake2s(b"".join(parts)).digest()


def mac(key: bytes, data: bytes) -> bytes:
    """Return MAC (keyed BLAKE2s, 16 bytes)."""
    return hashlib.blake2s(data, key=key, digest_size=16).digest()


def kdf(key: bytes, data: bytes, count: int) -> tuple[bytes, ...]:
    """Return `count` keys by HKDF with HMAC-BLAKE2s (RFC 5869; the paper's KDF_n)."""
    secret = hmac.digest(key, data, hashlib.blake2s)
    outputs: list[bytes] = []
    previous = b""
    for number in range(1, count + 1):
        previous = hmac.digest(secret, previous + bytes([number]), hashlib.blake2s)
        outputs.append(previous)
    return tuple(outputs)


def dh(private: X25519PrivateKey, public: bytes) -> bytes:
    """Return the X25519 shared secret.

    Raises:
        ProtocolError: The result is all zero, so `public` is a point of low order
            (RFC 7748, section 6.1).
    """
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        shared = bytes(KEY_SIZE)
    if hmac.compare_digest(shared, bytes(KEY_SIZE)):
        raise ProtocolError("low-order public key")
    return shared


def hchacha20(key: bytes, nonce: bytes) -> bytes:
    """Return HChaCha20 (draft-irtf-cfrg-xchacha-03, section 2.2) of a 16-byte nonce.

    ChaCha20's block is the permuted state plus the initial state. The subkey is words 0-3
    and 12-15 of the permuted state, so subtracting the initial words leaves exactly it.
    """
    block = Cipher(ChaCha20(key, nonce), mode=None).encryptor().update(bytes(64))
    words = struct.unpack("<16I", block)
    initial = _CHACHA_CONSTANTS + struct.unpack("<4I", nonce)
    mixed = words[:4] + words[12:]
    return struct.pack("<8I", *((a - b) & 0xFFFFFFFF for a, b in zip(mixed, initial, strict=True)))


def xchacha_seal(key: bytes, nonce: bytes, plaintext: bytes, data: bytes) -> bytes:
    """Return XChaCha20-Poly1305 with a 24-byte nonce."""
    subkey = hchacha20(key, nonce[:16])
    return ChaCha20Poly1305(subkey).encrypt(bytes(4) + nonce[16:], plaintext, data)


def xchacha_open(key: bytes, nonce: bytes, ciphertext: bytes, data: bytes) -> bytes:
    """Return the plaintext of an XChaCha20-Poly1305 message.

    Raises:
        ProtocolError: The message is not authentic.
    """
    subkey = hchacha20(key, nonce[:16])
    try:
        return ChaCha20Poly1305(subkey).decrypt(bytes(4) + nonce[16:], ciphertext, data)
    except InvalidTag:
        raise ProtocolError("not authentic") from None


class SymmetricState:
    """Noise's SymmetricState with the one-use cipher keys of this pattern."""

    __slots__ = ("chain", "digest", "key")

    def __init__(self, responder: bytes, prologue: bytes) -> None:
        self.chain = hash_(CONSTRUCTION)
        self.digest = hash_(hash_(self.chain, prologue), responder)
        self.key = b""

    def mix_hash(self, data: bytes) -> None:
        """Bind `data` to the transcript."""
        self.digest = hash_(self.digest, data)

    def mix_key(self, material: bytes) -> None:
        """Bind secret `material` to the chaining key and make a new cipher key."""
        self.chain, self.key = kdf(self.chain, material, 2)

    def mix_ephemeral(self, public: bytes) -> None:
        """Mix an ephemeral as a pre-shared-key pattern does (Noise, section 9.2)."""
        self.mix_hash(public)
        (self.chain,) = kdf(self.chain, public, 1)

    def mix_psk(self, psk: bytes) -> None:
        """Noise's MixKeyAndHash, the `psk2` token."""
        self.chain, middle, self.key = kdf(self.chain, psk, 3)
        self.mix_hash(middle)

    def seal(self, plaintext: bytes) -> bytes:
        """Encrypt and bind the ciphertext to the transcript."""
        sealed = ChaCha20Poly1305(self.key).encrypt(_ZERO_NONCE, plaintext, self.digest)
        self.mix_hash(sealed)
        return sealed

    def open(self, ciphertext: bytes) -> bytes:
        """Decrypt and bind the ciphertext to the transcript.

        Raises:
            ProtocolError: The ciphertext is not authentic.
        """
        try:
            opened = ChaCha20Poly1305(self.key).decrypt(_ZERO_NONCE, ciphertext, self.digest)
        except InvalidTag:
            raise ProtocolError("not authentic") from None
        self.mix_hash(ciphertext)
        return opened

    def split(self) -> tuple[bytes, bytes]:
        """Return the initiator's sending and receiving keys."""
        first, second = kdf(self.chain, b"", 2)
        return first, second


class Initiator:
    """The side that speaks first. Use `write`, then `read`, once each."""

    __slots__ = ("_ephemeral", "_state", "_static")

    def __init__(
        self, static: StaticKey, responder: bytes, ephemeral: bytes, prologue: bytes = PROLOGUE
    ) -> None:
        self._static = static
        self._ephemeral = StaticKey.from_bytes(ephemeral)
        self._state = SymmetricState(responder, prologue)

    def write(self, responder: bytes, shared: bytes, payload: bytes) -> tuple[bytes, bytes, bytes]:
        """Return the ephemeral, the sealed static key and the sealed `payload` of message 1.

        Args:
            responder: The far end's static public key.
            shared: DH of the two static keys, which is the same for every handshake.
            payload: The TAI64N timestamp.
        """
        state = self._state
        state.mix_ephemeral(self._ephemeral.public)
        state.mix_key(dh(self._ephemeral.private, responder))
        sealed_static = state.seal(self._static.public)
        state.mix_key(shared)
        return self._ephemeral.public, sealed_static, state.seal(payload)

    def read(self, ephemeral: bytes, sealed: bytes, psk: bytes) -> TransportKeys:
        """Return the transport keys that message 2 agrees on.

        A failed read leaves the handshake as it was, so that a forged response cannot
        spoil the real one.

        Raises:
            ProtocolError: The message is not authentic.
        """
        state = _copy(self._state)
        state.mix_ephemeral(ephemeral)
        state.mix_key(dh(self._ephemeral.private, ephemeral))
        state.mix_key(dh(self._static.private, ephemeral))
        state.mix_psk(psk)
        if state.open(sealed):
            raise ProtocolError("a response carries no payload")
        send, receive = state.split()
        return TransportKeys(send, receive)


class Responder:
    """The side that answers. Use `read_static`, `read_payload`, then `write`, once each."""

    __slots__ = ("_remote_ephemeral", "_remote_static", "_state", "_static")

    def __init__(self, static: StaticKey, prologue: bytes = PROLOGUE) -> None:
        self._static = static
        self._state = SymmetricState(static.public, prologue)
        self._remote_ephemeral = b""
        self._remote_static = b""

    def read_static(self, ephemeral: bytes, sealed: bytes) -> bytes:
        """Return the initiator's static public key from message 1.

        Raises:
            ProtocolError: The message is not authentic.
        """
        state = self._state
        state.mix_ephemeral(ephemeral)
        state.mix_key(dh(self._static.private, ephemeral))
        self._remote_ephemeral = ephemeral
        self._remote_static = state.open(sealed)
        return self._remote_static

    def read_payload(self, shared: bytes, sealed: bytes) -> bytes:
        """Return the payload of message 1; from here on the initiator is authenticated.

        Args:
            shared: DH of the two static keys.
            sealed: The sealed timestamp.

        Raises:
            ProtocolError: The message is not authentic.
        """
        self._state.mix_key(shared)
        return self._state.open(sealed)

    def write(self, ephemeral: bytes, psk: bytes) -> tuple[bytes, bytes, TransportKeys]:
        """Return the ephemeral and the sealed empty payload of message 2, and the keys.

        Raises:
            ProtocolError: A key of the initiator has low order.
        """
        state = self._state
        own = StaticKey.from_bytes(ephemeral)
        state.mix_ephemeral(own.public)
        state.mix_key(dh(own.private, self._remote_ephemeral))
        state.mix_key(dh(own.private, self._remote_static))
        state.mix_psk(psk)
        sealed = state.seal(b"")
        receive, send = state.split()
        return own.public, sealed, TransportKeys(send, receive)


def _copy(state: SymmetricState) -> SymmetricState:
    copy = SymmetricState.__new__(SymmetricState)
    copy.chain, copy.digest, copy.key = state.chain, state.digest, state.key
    return copy
