"""Files that belong to their owner alone, and locks that a process holds for its life."""

from __future__ import annotations

import fcntl
import os
import tempfile
from pathlib import Path


def open_private(path: Path, flags: int = os.O_CREAT) -> int:
    """Open a file for reading and writing and make it 0600, whoever made it.

    Args:
        path: The file; a link is refused.
        flags: Added to those of open(2); by default the file is made if absent.

    Returns:
        A file descriptor that no started process inherits.

    Raises:
        OSError: It cannot be opened, or belongs to somebody else.
    """
    handle = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | flags, 0o600)
    try:
        os.fchmod(handle, 0o600)
    except OSError:
        os.close(handle)
        raise
    return handle


def lock_private(path: Path) -> int:
    """Lock a private file for this process; the lock ends when the descriptor closes.

    Raises:
        BlockingIOError: Another process holds the lock.
        OSError: The file cannot be opened.
    """
    handle = open_private(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def replace(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a whole file in one step: whoever reads it finds the old one or the new one.

    Raises:
        OSError: It cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fchmod(handle, mode)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
