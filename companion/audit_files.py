"""The files beside the audit's database: the key of its digests, and where its chain ends."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from companion.chain import KEY_BYTES, Keys
from companion.files import open_private


def key_path(path: Path) -> Path:
    """Return where the key of an audit lies."""
    return path.with_suffix(".key")


def head_path(path: Path) -> Path:
    """Return where the head of an audit lies."""
    return path.with_suffix(".head")


def read_keys(path: Path) -> Keys | None:
    """Return the keys of an audit, or None where there are none, or torn ones.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        return None
    return Keys(secret) if len(secret) == KEY_BYTES else None


def make_keys(path: Path) -> Keys:
    """Make the key; a torn one of an interrupted first run is replaced.

    Raises:
        OSError: The file cannot be written.
    """
    secret = secrets.token_bytes(KEY_BYTES)
    handle = open_private(path, os.O_CREAT | os.O_TRUNC)
    try:
        os.write(handle, secret)
        os.fsync(handle)
    finally:
        os.close(handle)
    return Keys(secret)
