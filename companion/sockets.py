"""The daemon's Unix socket: a private folder, one owner, one daemon, frames in and out.

The socket is 0600 in a 0700 folder, and both ends ask the kernel for the other's user id
(`SO_PEERCRED`, `LOCAL_PEERCRED`), so another user of the machine neither reaches the
daemon nor can pass for it. Whoever is slow loses its connection; the daemon never waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
import stat
import struct
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from companion.files import lock_private
from companion.framing import (
    FROM_BROWSER_LIMIT,
    TO_BROWSER_LIMIT,
    Decoder,
    FramingError,
    Joiner,
    check_depth,
    encode,
    split,
)

_READ: Final = 64 * 1024
_SOL_LOCAL: Final = 0
_LOCAL_PEERCRED: Final = 1
_LOCAL_PEERPID: Final = 2
_PROBE_SECONDS: Final = 1.0


class DaemonRunningError(Exception):
    """Another daemon already serves this socket."""


class DaemonAbsentError(Exception):
    """Nobody answers at the socket."""


class SocketUnsafeError(Exception):
    """The folder, the socket or whoever is behind it is not this user's alone."""


class ConnectionClosedError(Exception):
    """The connection is gone, or was dropped because the other side does not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """The process at the other end, as the kernel reports it."""

    uid: int
    pid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one connection may cost.

    Attributes:
        connections: At most this many at a time; later ones are dropped at once.
        first_frame_seconds: Who sends no whole frame for this long after connecting is
            dropped.
        frame_seconds: So long may one frame take from its first byte to its last. Between
            frames a connection may be idle for ever.
        queued_bytes: So much may wait for a reader that is slow; more drops it.
    """

    connections: int = 64
    first_frame_seconds: float = 10.0
    frame_seconds: float = 30.0
    queued_bytes: int = 16 * 1024 * 1024


class Connection:
    """One end of the socket. Iterate it for the payloads that arrive; `send` answers.

    Iteration ends when the other side closes. It raises `FramingError` when the other side
    breaks the protocol, after which the connection is of no use.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        peer: Peer,
        limits: Limits,
        browser_side: bool,
    ) -> None:
        self.peer = peer
        self._reader = reader
        self._writer = writer
        self._limits = limits
        self._out_limit = FROM_BROWSER_LIMIT if browser_side else TO_BROWSER_LIMIT
        self._splits = not browser_side
        self._joiner = Joiner() if browser_side else None
        self._decoder = Decoder(TO_BROWSER_LIMIT if browser_side else FROM_BROWSER_LIMIT)

    def send(self, payload: bytes) -> None:
        """Queue one message without waiting; the daemon's long ones travel in parts.

        Raises:
            ConnectionClosedError: The connection is closed, or it was dropped now because
                too much waits for its reader.
            FramingError: The payload is empty, or too long for this direction.
        """
        pieces = [payload]
        if self._splits:
            pieces = split(payload, limit=self._out_limit, of=secrets.token_hex(8))
        for piece in pieces:
            self._write(encode(piece, limit=self._out_limit))

    def _write(self, frame: bytes) -> None:
        transport = self._writer.transport
        if transport.is_closing():
            raise ConnectionClosedError("the connection is closed")
        if transport.get_write_buffer_size() + len(frame) > self._limits.queued_bytes:
            transport.abort()
            raise ConnectionClosedError("the other side does not read; its connection is dropped")
        self._writer.write(frame)

    async def drain(self) -> None:
        """Wait until the other side has read most of what was sent.

        Raises:
            ConnectionClosedError: The connection is gone.
        """
        try:
            await self._writer.drain()
        except OSError as error:
            raise ConnectionClosedError("the connection is closed") from error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        deadline: float | None = loop.time() + self._limits.first_frame_seconds
        while data := await self._read(deadline):
            payloads = self._decoder.feed(data)
            messages, arrived = self._messages(payloads), bool(payloads)
            # While this waits for more, no variable may still hold what has come.
            del data, payloads
            while messages:
                yield messages.pop(0)
            if not self._decoder.pending:
                deadline = None
            elif arrived or deadline is None:
                deadline = loop.time() + self._limits.frame_seconds

    def _messages(self, payloads: list[bytes]) -> list[bytes]:
        for payload in payloads:
            check_depth(payload)
        if self._joiner is None:
            return payloads.copy()
        joined = map(self._joiner.feed, payloads)
        return [message for message in joined if message is not None]

    async def _read(self, deadline: float | None) -> bytes:
        try:
            async with asyncio.timeout_at(deadline):
                return await self._reader.read(_READ)
        except TimeoutError:
            raise FramingError("a frame took too long") from None
        except OSError:
            return b""

    async def close(self) -> None:
        """Send what is queued and close; a reader that is slow is not waited for long."""
        self._writer.close()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_PROBE_SECONDS):
                await self._writer.wait_closed()
        self._writer.transport.abort()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


Handler = Callable[[Connection], Awaitable[None]]


class Server:
    """A socket that is being served; made by `serve`."""

    def __init__(self, path: Path, handler: Handler, limits: Limits, lock: int) -> None:
        self.path = path
        self._handler = handler
        self._limits = limits
        self._lock = lock
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._inode = 0

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._tasks)

    async def start(self, listener: socket.socket) -> None:
        """Begin to accept; `serve` calls this."""
        self._inode = self.path.lstat().st_ino
        self._server = await asyncio.start_unix_server(self._accept, sock=listener, limit=_READ)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = peer_of(writer.get_extra_info("socket"))
        if peer.uid != os.getuid() or len(self._tasks) >= self._limits.connections:
            writer.transport.abort()
            return
        connection = Connection(reader, writer, peer=peer, limits=self._limits, browser_side=False)
        task = asyncio.get_running_loop().create_task(self._run(connection))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A task that is cancelled before its first step runs no `finally`.
        task.add_done_callback(lambda _: writer.transport.abort())

    async def _run(self, connection: Connection) -> None:
        try:
            await self._handler(connection)
        except (FramingError, ConnectionClosedError):
            pass  # the other side's fault or end; its own connection is all it loses
        except Exception as error:  # noqa: BLE001 - one connection must not end the daemon
            # An exception's message may quote what it failed on, so only its type travels.
            context = {"message": "a connection failed", "fault": type(error).__name__}
            asyncio.get_running_loop().call_exception_handler(context)
        finally:
            await connection.close()

    async def close(self) -> None:
        """Stop listening, end every connection, remove the socket and free the lock."""
        if self._server is not None:
            self._server.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with contextlib.suppress(FileNotFoundError):
            if self.path.lstat().st_ino == self._inode:
                self.path.unlink()
        os.close(self._lock)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


async def serve(path: Path, handler: Handler, *, limits: Limits | None = None) -> Server:
    """Serve `path` and run `handler` for each connection of this user.

    The lock beside the socket makes the check for a running daemon and the removal of a
    dead one's socket safe against a second daemon that starts at the same moment.

    Args:
        path: Where the socket is to be; its folder is made 0700.
        handler: Gets the connection, which closes when the handler returns.
        limits: What one connection may cost.

    Raises:
        DaemonRunningError: Another daemon serves the path.
        SocketUnsafeError: The folder belongs to somebody else, or the path is no socket.
    """
    _make_folder(path.parent)
    lock = _lock(path.with_suffix(".lock"))
    try:
        _remove_stale(path)
        server = Server(path, handler, limits or Limits(), lock)
        await server.start(_listen(path))
    except BaseException:
        os.close(lock)
        raise
    return server


async def connect(path: Path, *, limits: Limits | None = None) -> Connection:
    """Connect to the daemon as a client, after the same checks as the host shim makes.

    Raises:
        DaemonAbsentError: Nobody answers at the path.
        SocketUnsafeError: The folder, the socket or the process behind it is not ours.
    """
    try:
        _check_private(path.parent, stat.S_ISDIR)
        _check_private(path, stat.S_ISSOCK)
        reader, writer = await asyncio.open_unix_connection(str(path), limit=_READ)
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise DaemonAbsentError(f"no daemon answers at {path}") from error
    peer = peer_of(writer.get_extra_info("socket"))
    if peer.uid != os.getuid():
        writer.transport.abort()
        raise SocketUnsafeError(f"the process behind {path} belongs to user {peer.uid}")
    return Connection(reader, writer, peer=peer, limits=limits or Limits(), browser_side=True)


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not folder.is_symlink() and folder.lstat().st_uid == os.getuid():
        folder.chmod(0o700)
    _check_private(folder, stat.S_ISDIR)


def _check_private(path: Path, is_kind: Callable[[int], bool]) -> None:
    status = path.lstat()
    if not is_kind(status.st_mode):
        raise SocketUnsafeError(f"{path} is not what it should be")
    if status.st_uid != os.getuid():
        raise SocketUnsafeError(f"{path} belongs to user {status.st_uid}")
    if status.st_mode & 0o077:
        raise SocketUnsafeError(f"{path} is open to other users")


def _lock(path: Path) -> int:
    try:
        return lock_private(path)
    except BlockingIOError as error:
        raise DaemonRunningError(f"another daemon holds {path}") from error


def _remove_stale(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        raise SocketUnsafeError(f"{path} is not a socket")
    if _answers(path):
        raise DaemonRunningError(f"another daemon answers at {path}")
    path.unlink(missing_ok=True)


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_PROBE_SECONDS)
        try:
            probe.connect(str(path))
        except (ConnectionRefusedError, FileNotFoundError):
            return False
        except OSError:
            return True  # its queue is full, so somebody listens
    return True


def _listen(path: Path) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(64)
        listener.setblocking(False)  # noqa: FBT003 - the name of the method says it
    except OSError:
        listener.close()
        raise
    return listener


def peer_of(sock: socket.socket) -> Peer:
    """Ask the kernel who is at the other end (unix(7); macOS unix(4))."""
    if sys.platform == "darwin":
        version_uid = sock.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)
        (pid,) = struct.unpack("=i", sock.getsockopt(_SOL_LOCAL, _LOCAL_PEERPID, 4))
        return Peer(uid=struct.unpack_from("=II", version_uid)[1], pid=pid)
    credentials = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("=iII"))
    pid, uid, _ = struct.unpack("=iII", credentials)
    return Peer(uid=uid, pid=pid)
