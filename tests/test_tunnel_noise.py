"""The handshake against published vectors and against an independent implementation."""

import json
import secrets
from pathlib import Path

import pytest
from noise.connection import Keypair, NoiseConnection

from companion.tunnel import noise
from companion.tunnel.errors import ProtocolError
from companion.tunnel.noise import Initiator, Responder, StaticKey, dh

VECTORS = Path(__file__).parent / "vectors/tunnel"
XCHACHA = json.loads((VECTORS / "xchacha20.json").read_text())
X25519 = json.loads((VECTORS / "x25519.json").read_text())
PAYLOAD = b"twelve bytes"
PSKS = [bytes(32), secrets.token_bytes(32)]


def test_hchacha20_matches_the_draft():
    vector = XCHACHA["hchacha20"]
    subkey = noise.hchacha20(bytes.fromhex(vector["key"]), bytes.fromhex(vector["nonce"]))
    assert subkey.hex() == vector["subkey"]


def test_xchacha20_poly1305_matches_the_draft():
    vector = {name: bytes.fromhex(value) for name, value in XCHACHA["aead"].items()}
    key, nonce, data = vector["key"], vector["nonce"], vector["data"]
    assert noise.xchacha_seal(key, nonce, vector["plaintext"], data) == vector["ciphertext"]
    assert noise.xchacha_open(key, nonce, vector["ciphertext"], data) == vector["plaintext"]


def test_a_changed_xchacha_message_is_refused():
    vector = {name: bytes.fromhex(value) for name, value in XCHACHA["aead"].items()}
    for position in (0, 60, len(vector["ciphertext"]) - 1):
        damaged = bytearray(vector["ciphertext"])
        damaged[position] ^= 1
        with pytest.raises(ProtocolError):
            noise.xchacha_open(vector["key"], vector["nonce"], bytes(damaged), vector["data"])


def test_x25519_matches_the_rfc():
    vector = {name: bytes.fromhex(value) for name, value in X25519["exchange"].items()}
    bob = StaticKey.from_bytes(vector["bob_private"])
    assert bob.public == vector["bob_public"]
    assert dh(bob.private, vector["alice_public"]) == vector["shared"]


@pytest.mark.parametrize("point", X25519["low_order"])
def test_points_of_low_order_are_refused(point):
    # threat 14
    own = StaticKey.from_bytes(secrets.token_bytes(32))
    with pytest.raises(ProtocolError):
        dh(own.private, bytes.fromhex(point))


def oracle(role, static, remote, psk, prologue):
    connection = NoiseConnection.from_name(noise.CONSTRUCTION)
    connection.set_psks(psk)
    connection.set_prologue(prologue)
    connection.set_keypair_from_private_bytes(Keypair.STATIC, static)
    if role == "initiator":
        connection.set_as_initiator()
        connection.set_keypair_from_public_bytes(Keypair.REMOTE_STATIC, remote)
    else:
        connection.set_as_responder()
    connection.start_handshake()
    return connection


def agree(theirs, keys):
    """Check that transport messages pass both ways."""
    seal, open_ = (noise.ChaCha20Poly1305(key) for key in (keys.send, keys.receive))
    assert theirs.decrypt(seal.encrypt(bytes(12), b"ours", b"")) == b"ours"
    assert open_.decrypt(bytes(12), bytes(theirs.encrypt(b"theirs")), b"") == b"theirs"


@pytest.mark.parametrize("prologue", [noise.PROLOGUE, b"", b"another"])
@pytest.mark.parametrize("psk", PSKS, ids=["no psk", "random psk"])
def test_our_initiator_agrees_with_an_independent_responder(psk, prologue):
    ours, theirs = secrets.token_bytes(32), secrets.token_bytes(32)
    static, remote = StaticKey.from_bytes(ours), StaticKey.from_bytes(theirs).public
    responder = oracle("responder", theirs, None, psk, prologue)
    initiator = Initiator(static, remote, secrets.token_bytes(32), prologue)
    message = initiator.write(remote, dh(static.private, remote), PAYLOAD)
    assert responder.read_message(b"".join(message)) == PAYLOAD
    answer = bytes(responder.write_message())
    agree(responder, initiator.read(answer[:32], answer[32:], psk))


@pytest.mark.parametrize("prologue", [noise.PROLOGUE, b"", b"another"])
@pytest.mark.parametrize("psk", PSKS, ids=["no psk", "random psk"])
def test_our_responder_agrees_with_an_independent_initiator(psk, prologue):
    ours, theirs = secrets.token_bytes(32), secrets.token_bytes(32)
    static, remote = StaticKey.from_bytes(ours), StaticKey.from_bytes(theirs).public
    initiator = oracle("initiator", theirs, static.public, psk, prologue)
    message = bytes(initiator.write_message(PAYLOAD))
    responder = Responder(static, prologue)
    assert responder.read_static(message[:32], message[32:80]) == remote
    assert responder.read_payload(dh(static.private, remote), message[80:]) == PAYLOAD
    ephemeral, sealed, keys = responder.write(secrets.token_bytes(32), psk)
    assert initiator.read_message(ephemeral + sealed) == b""
    agree(initiator, keys)


def both():
    one, two = (StaticKey.from_bytes(secrets.token_bytes(32)) for _ in range(2))
    shared = dh(one.private, two.public)
    initiator = Initiator(one, two.public, secrets.token_bytes(32))
    return initiator, Responder(two), initiator.write(two.public, shared, PAYLOAD), shared


def test_a_forged_response_does_not_spoil_the_real_one():
    initiator, responder, message, shared = both()
    responder.read_static(*message[:2])
    responder.read_payload(shared, message[2])
    ephemeral, sealed, keys = responder.write(secrets.token_bytes(32), noise.NO_PSK)
    forged = StaticKey.from_bytes(secrets.token_bytes(32)).public
    for wrong in ((forged, sealed), (ephemeral, bytes(16)), (bytes(32), sealed)):
        with pytest.raises(ProtocolError):
            initiator.read(*wrong, noise.NO_PSK)
    assert initiator.read(ephemeral, sealed, noise.NO_PSK).send == keys.receive


def test_another_preshared_key_fails():
    initiator, responder, message, shared = both()
    responder.read_static(*message[:2])
    responder.read_payload(shared, message[2])
    ephemeral, sealed, _ = responder.write(secrets.token_bytes(32), noise.NO_PSK)
    with pytest.raises(ProtocolError):
        initiator.read(ephemeral, sealed, secrets.token_bytes(32))


def test_every_changed_byte_of_an_initiation_is_refused():
    for part, size in enumerate((32, 48, 28)):
        for position in range(0, size, 7):
            _, responder, message, shared = both()
            parts = [bytearray(one) for one in message]
            parts[part][position] ^= 0x10
            with pytest.raises(ProtocolError):
                read(responder, [bytes(one) for one in parts], shared)


def read(responder, parts, shared):
    responder.read_static(*parts[:2])
    return responder.read_payload(shared, parts[2])


def test_private_keys_are_never_printed():
    private = secrets.token_bytes(32)
    key = StaticKey.from_bytes(private)
    assert private.hex() not in repr(key)
    keys = noise.TransportKeys(private, private)
    assert private.hex() not in repr(keys)
    assert str(private) not in repr(keys)
