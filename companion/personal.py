"""Where a person's choices outlast the daemon: one small file, and the key of its digests.

Both lie in the state folder and are readable by their owner only. The file holds keyed
digests and names of sites; without the key they say nothing, and no text is ever in it. A
file that cannot be used counts as empty, which allows nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path
from typing import Final

import msgspec

from companion import allowlist, files
from companion.choices import Kept
from companion.values import PromptText

KEY_BYTES: Final = 32
LARGEST_FILE: Final = 4 * 1024 * 1024
"""Bytes; twice what the most that is kept needs."""

_kept: Final = msgspec.json.Decoder(Kept)


class PersonalKeys:
    """Keys of the digests of whole prompts and of findings, from one secret of 32 bytes."""

    __slots__ = ("_text", "finding")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a personal key has {KEY_BYTES} bytes, not {len(secret)}")
        self._text = _derive(secret, b"prompt")
        self.finding = _derive(secret, b"finding")

    def text(self, whole: PromptText) -> str:
        """Return the digest of a whole prompt."""
        return whole.digest(self._text)

    def of_finding(self, text: str) -> str:
        """Return the digest of a finding's text, as an allowlist compares it."""
        return allowlist.digest(text, self.finding)


def _derive(secret: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(key=secret, person=purpose, digest_size=32).digest()


class PersonalFile:
    """The file of one person's choices.

    Args:
        path: The file; its key lies beside it, with the ending `.key`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keys(self) -> PersonalKeys:
        """Return the keys of the digests; they are made where there are none.

        A key that cannot be kept serves until the daemon ends: what was said under it is
        forgotten then.
        """
        with contextlib.suppress(OSError):
            return PersonalKeys(self._secret())
        return PersonalKeys(secrets.token_bytes(KEY_BYTES))

    def _secret(self) -> bytes:
        path = self._path.with_suffix(".key")
        handle = files.open_private(path)
        try:
            secret = os.read(handle, KEY_BYTES + 1)
            if len(secret) != KEY_BYTES:  # new, or torn in an interrupted first run
                secret = secrets.token_bytes(KEY_BYTES)
                files.replace(path, secret)
        finally:
            os.close(handle)
        return secret

    def load(self) -> Kept:
        """Return what was kept; nothing where there is no file that can be used."""
        try:
            handle = files.open_private(self._path, 0)
            with os.fdopen(handle, "rb") as file:
                kept = _kept.decode(file.read(LARGEST_FILE))
        except (OSError, ValueError, RecursionError):  # ValueError: msgspec's and Unicode's own
            return Kept()
        return kept if kept.schema == Kept().schema else Kept()

    def save(self, kept: Kept) -> None:
        """Keep choices, all or none.

        Raises:
            OSError: They cannot be written; what was kept before still is.
        """
        files.replace(self._path, msgspec.json.encode(kept))
