"""Signed updates of the site files: how they are signed, and what is accepted.

An update is a bundle's text with an Ed25519 signature (RFC 8032) and the signer's public key.
Only keys that are pinned here, or that policy names, count. The signature covers a fixed
prefix and then the text, so that nothing that a key ever signed for another purpose passes for
site files. The extension verifies again by the same rules (`background/updates.js`): it trusts
the companion to deliver, not to decide. This module is pure.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from companion import sitebundle
from companion.sitefiles import Bundle

PROJECT_KEYS: Final = ("xBsP/PJv/qVCLQfWTvJiRhKTCR8zAAIi7s5A4hzmhQE=",)
"""The project's own public keys; `extension/background/updates.js` pins the same."""
PREFIX: Final = b"sottovoce-site-files\n"
LARGEST_FILE: Final = 2 * sitebundle.LARGEST_BUNDLE
"""In bytes: a bundle is JSON within JSON, and every quotation mark of it takes two."""


class UpdateError(Exception):
    """An update cannot be used; the message says why, for people."""


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    bundle: str
    signature: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update that was verified.

    Attributes:
        bundle: The site files.
        text: Their signed text.
        signature: In base64.
        key: The signer's public key, in base64.
    """

    bundle: Bundle
    text: str
    signature: str
    key: str


def read(raw: bytes, keys: Collection[str]) -> Update:
    """Verify an update.

    Args:
        raw: The update's file.
        keys: The public keys that may sign, in base64.

    Raises:
        UpdateError: It is too large, is not written as `write` does, was signed by somebody
            else or not at all, or its bundle cannot be used.
    """
    if len(raw) > LARGEST_FILE:
        raise UpdateError(f"larger than {LARGEST_FILE} bytes")
    try:
        file = msgspec.json.decode(raw, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UpdateError("this is no update of site files") from error
    if _text(file) != raw:
        raise UpdateError("this is not how an update is written")
    if file.key not in keys:
        raise UpdateError("nobody whom you trust signed it: neither the project nor policy's keys")
    _verify(file)
    try:
        bundle = sitebundle.parse_bundle(file.bundle)
    except sitebundle.SiteFileError as error:
        raise UpdateError(str(error)) from error
    return Update(bundle=bundle, text=file.bundle, signature=file.signature, key=file.key)


def write(text: str, private: Ed25519PrivateKey) -> bytes:
    """Return the file of an update: a bundle's text, signed.

    Raises:
        SiteFileError: The text is no bundle that can be used.
    """
    sitebundle.parse_bundle(text)
    signature = private.sign(PREFIX + text.encode())
    key = encode(private.public_key().public_bytes_raw())
    return _text(_File(bundle=text, signature=encode(signature), key=key))


def encode(raw: bytes) -> str:
    """Return bytes in base64, as keys and signatures are written everywhere here."""
    return base64.b64encode(raw).decode("ascii")


def _text(file: _File) -> bytes:
    return msgspec.json.encode(file) + b"\n"


def _verify(file: _File) -> None:
    try:
        public = Ed25519PublicKey.from_public_bytes(_decode(file.key))
        public.verify(_decode(file.signature), PREFIX + file.bundle.encode())
    except (InvalidSignature, ValueError) as error:
        raise UpdateError("the signature does not fit: the file was changed") from error


def _decode(text: str) -> bytes:
    """Decode base64 that has no other spelling.

    Raises:
        ValueError: It has one, or is none.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("no base64") from error
    if encode(raw) != text:
        raise ValueError("base64 of another spelling")
    return raw
