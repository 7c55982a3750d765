"""Whether this device is on a private network, by the interfaces that are up."""

from __future__ import annotations

import fnmatch
import socket
from collections.abc import Iterable
from pathlib import Path

_UP = 0x1
_SYS = Path("/sys/class/net")


def on_private_network(patterns: Iterable[str]) -> bool:
    """Return whether an interface that is up matches one of the shell patterns."""
    wanted = tuple(patterns)
    return any(_matches(name, wanted) and _is_up(name) for _, name in socket.if_nameindex())


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _is_up(name: str) -> bool:
    """Read the interface's flags where the system shows them; an unknown one counts as up."""
    try:
        return bool(int((_SYS / name / "flags").read_text(), 16) & _UP)
    except (OSError, ValueError):
        return True
