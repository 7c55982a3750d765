"""Signed updates of the site files: only an untouched one, by a trusted key, is accepted."""

import base64
import json
import random

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from companion import sitebundle, sites, siteupdates
from companion.siteupdates import UpdateError

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = siteupdates.encode(PRIVATE.public_key().public_bytes_raw())
SHIPPED = sites.load(sites.shipped_folder())


def bundle_text(version: int = 1000) -> str:
    return msgspec.json.encode(msgspec.structs.replace(SHIPPED, version=version)).decode()


@pytest.fixture(scope="module")
def signed() -> bytes:
    return siteupdates.write(bundle_text(), PRIVATE)


def test_an_update_by_a_trusted_key_is_read(signed):
    update = siteupdates.read(signed, {KEY})
    assert update.bundle.version == 1000
    assert update.bundle.sites == SHIPPED.sites
    assert update.text == bundle_text()


def test_a_key_that_nobody_trusts_is_refused(signed):
    with pytest.raises(UpdateError, match="nobody whom you trust"):
        siteupdates.read(signed, siteupdates.PROJECT_KEYS)


def test_another_key_written_into_the_file_does_not_help(signed):
    other = siteupdates.PROJECT_KEYS[0]
    forged = json.loads(signed) | {"key": other}
    with pytest.raises(UpdateError, match="does not fit"):
        siteupdates.read(msgspec.json.encode(forged) + b"\n", {other})


def test_a_signature_without_the_prefix_is_refused():
    text = bundle_text()
    file = {"bundle": text, "signature": siteupdates.encode(PRIVATE.sign(text.encode()))}
    with pytest.raises(UpdateError, match="does not fit"):
        siteupdates.read(msgspec.json.encode(file | {"key": KEY}) + b"\n", {KEY})


def test_ten_thousand_mutations_are_all_refused(signed):  # F05
    chance = random.Random(20260801)
    accepted = 0
    for _ in range(10_000):
        changed = _mutated(signed, chance)
        if changed == signed:
            continue
        try:
            siteupdates.read(changed, {KEY})
            accepted += 1
        except UpdateError:
            pass
    assert accepted == 0


def _mutated(raw: bytes, chance: random.Random) -> bytes:
    """Flip, drop, double, insert or swap bytes, most often near the signature and the key."""
    data = bytearray(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        end = len(data) if chance.random() < 0.5 else 12
        place = chance.randrange(len(data)) if end == 12 else len(data) - 1 - chance.randrange(220)
        match chance.randrange(5):
            case 0:
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                del data[place : place + chance.randrange(1, 5)]
            case 2:
                data[place:place] = data[place : place + chance.randrange(1, 9)]
            case 3:
                data[place:place] = bytes([chance.randrange(32, 127)])
            case _:
                other = chance.randrange(len(data))
                data[place], data[other] = data[other], data[place]
    return bytes(data)


def test_another_spelling_of_the_same_file_is_refused(signed):
    for spelling in (b" " + signed, signed + b"\n", json.dumps(json.loads(signed)).encode()):
        with pytest.raises(UpdateError, match="how an update is written"):
            siteupdates.read(spelling, {KEY})


def test_another_spelling_of_the_signature_is_refused(signed):
    file = json.loads(signed)
    raw = file["signature"]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = raw[-3]
    loose = raw[:-3] + alphabet[alphabet.index(last) + 1] + "=="
    assert base64.b64decode(loose) == base64.b64decode(raw)
    changed = msgspec.json.encode(file | {"signature": loose}) + b"\n"
    with pytest.raises(UpdateError, match="does not fit"):
        siteupdates.read(changed, {KEY})


def test_a_file_that_is_too_large_is_not_even_parsed():
    with pytest.raises(UpdateError, match="larger than"):
        siteupdates.read(b" " * (siteupdates.LARGEST_FILE + 1), {KEY})


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b'"x"', b"\xff", b'{"bundle": 1}', b"[" * 99999]
)
def test_what_is_no_update_is_refused(raw):
    with pytest.raises(UpdateError):
        siteupdates.read(raw, {KEY})


def test_a_signed_bundle_that_cannot_be_used_is_refused():
    text = json.dumps({"version": 1000, "sites": []})
    signature = siteupdates.encode(PRIVATE.sign(siteupdates.PREFIX + text.encode()))
    raw = msgspec.json.encode({"bundle": text, "signature": signature, "key": KEY}) + b"\n"
    with pytest.raises(UpdateError):
        siteupdates.read(raw, {KEY})


def test_nothing_that_cannot_be_used_is_signed():
    with pytest.raises(sitebundle.SiteFileError):
        siteupdates.write("{}", PRIVATE)


def test_the_extension_pins_the_same_keys():
    text = (sites.shipped_folder().parent / "background" / "updates.js").read_text("utf-8")
    for key in siteupdates.PROJECT_KEYS:
        assert f'"{key}"' in text
        assert len(base64.b64decode(key)) == 32
