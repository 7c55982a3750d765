"""The reader: a process that reads the files of one prompt, says what is in them, and ends.

Parsers of foreign formats run here and nowhere else, apart from the models and from other
prompts. Before the first byte of a file comes, the process gives up opening anything: no
file, no connection, no disk.
"""

from __future__ import annotations

import os
import sys
from typing import Final

import msgspec

from companion import hardening
from companion.attachments import Attachment, Unread
from companion.documents import Extraction, Limits, extract, warm_up

MEMORY: Final = 600 * 1024 * 1024
"""Bytes that reading may take beyond what the process has before."""
SECONDS: Final = 30
"""Processor time after which it ends although nobody ends it."""


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """Daemon to reader: files to read; it comes alone and ends with the stream."""

    attachments: tuple[Attachment, ...]
    limits: Limits


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """Reader to daemon: what is in them, in their order."""

    files: tuple[Extraction, ...]


def read(message: Open) -> Opened:
    """Read files one after the other; what one of them takes too much of, it alone lacks."""
    files = []
    for each in message.attachments:
        try:
            files.append(extract(each.name, each.media_type, each.data, message.limits))
        except MemoryError:
            files.append(Extraction(unread=Unread.FAILED))
    return Opened(files=tuple(files))


def main() -> None:
    """Run as the daemon's child."""
    hardening.harden()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        warm_up()
        hardening.confine(memory=MEMORY, seconds=SECONDS)
        message = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Open)
        stdout.write(msgspec.msgpack.encode(read(message)))


if __name__ == "__main__":
    main()
