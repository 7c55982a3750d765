"""How commands reach the daemon, starting it where it is absent."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from companion import paths
from companion.sockets import Connection, DaemonAbsentError, SocketUnsafeError, connect, peer_of

START_DEADLINE: Final = 15.0
_STOP_DEADLINE: Final = 10.0
_POLL: Final = 0.05


async def connect_or_none() -> Connection | None:
    """Return a connection to the running daemon, or None where none answers."""
    try:
        return await connect(paths.resolve().socket)
    except DaemonAbsentError:
        return None


async def connect_to_daemon() -> Connection:
    """Return a connection to the daemon, started now where it was absent.

    Raises:
        DaemonAbsentError: It did not come up in time.
        SocketUnsafeError: The socket, or whoever is behind it, is not this user's alone.
    """
    connection = await connect_or_none()
    if connection is not None:
        return connection
    start_detached()
    deadline = time.monotonic() + START_DEADLINE
    while time.monotonic() < deadline:
        connection = await connect_or_none()
        if connection is not None:
            return connection
        await asyncio.sleep(_POLL)
    raise DaemonAbsentError("the daemon did not start in time")


def start_detached() -> None:
    """Start the daemon so that it outlives this command."""
    subprocess.Popen(
        [sys.executable, "-I", "-m", "companion.cli", "daemon"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """Return the environment with a home that means the same from another folder."""
    home = os.environ.get("SOTTOVOCE_HOME", "")
    return {**os.environ, "SOTTOVOCE_HOME": str(Path(home).absolute()) if home else ""}


async def connect_or_say() -> Connection | None:
    """Return a connection, or say on standard error why there is none."""
    try:
        return await connect_to_daemon()
    except (DaemonAbsentError, SocketUnsafeError) as error:
        print(
            f"sottovoce: {error}. Run `sottovoce daemon` to see what is wrong. Nothing was sent.",
            file=sys.stderr,
        )
        return None


def daemon_pid() -> int:
    """Return the process of the daemon that answers; 0 where none does."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.connect(str(paths.resolve().socket))
        peer = peer_of(line)
        return peer.pid if peer.uid == os.getuid() else 0
    return 0


def end_daemon(pid: int) -> None:
    """End a daemon that somebody else started, and wait until it is gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + _STOP_DEADLINE
    while daemon_pid() == pid and time.monotonic() < deadline:
        time.sleep(_POLL)
