"""The UDP socket that carries the tunnel; one that breaks is replaced."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections import deque
from collections.abc import Callable
from typing import Final

from companion.tunnel.peer import Address

_BATCH: Final = 64
_LARGEST: Final = 65535
_BUFFER: Final = 4 * 1024 * 1024
_MOST_WAITING: Final = 1024
_REOPEN_AFTER: Final = 0.25
_PASSING: Final = frozenset(
    {
        errno.ECONNREFUSED,
        errno.EHOSTUNREACH,
        errno.ENETUNREACH,
        errno.ENETDOWN,
        errno.EADDRNOTAVAIL,
        errno.EMSGSIZE,
        errno.ENOBUFS,
        errno.EPERM,
        errno.EACCES,
    }
)
"""Errors of one datagram. It is lost, as any datagram may be; the socket is fine."""

log = logging.getLogger(__name__)

Datagram = tuple[bytes, Address]


class UdpSocket:
    """An unconnected socket, so that both ends may roam.

    Args:
        receive: Gets batches of datagrams.
    """

    def __init__(self, receive: Callable[[list[Datagram]], None]) -> None:
        self._receive = receive
        self._loop = asyncio.get_running_loop()
        self._socket: socket.socket | None = None
        self._fd = -1
        self._family = socket.AF_INET
        self._bind: Address = ("", 0)
        self._waiting: deque[Datagram] = deque(maxlen=_MOST_WAITING)
        self._reopening: asyncio.TimerHandle | None = None
        self.opened = 0

    @property
    def address(self) -> Address:
        """Where the socket is bound."""
        if self._socket is None:
            return self._bind
        address: Address = self._socket.getsockname()
        return address

    def open(self, family: int, host: str, port: int) -> None:
        """Bind to an address; port 0 picks a free one.

        Raises:
            OSError: The address cannot be used.
        """
        self._family = socket.AddressFamily(family)
        sock = socket.socket(family, socket.SOCK_DGRAM)
        try:
            sock.settimeout(0)
            for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
                sock.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
            sock.bind((host, port))
        except OSError:
            sock.close()
            raise
        self._socket, self._fd = sock, sock.fileno()
        self._bind = (host, port)
        self.opened += 1
        self._loop.add_reader(self._fd, self._readable)

    def replace(self) -> None:
        """Take a fresh socket: the old one may be stuck after sleep or a change of network."""
        self._shut()
        try:
            self.open(self._family, str(self._bind[0]), int(self._bind[1]))
        except OSError as error:
            log.warning("the tunnel's socket cannot be opened: %s", error)
            if self._reopening is None:
                self._reopening = self._loop.call_later(_REOPEN_AFTER, self._reopen)

    def close(self) -> None:
        """Close for good."""
        if self._reopening is not None:
            self._reopening.cancel()
            self._reopening = None
        self._waiting.clear()
        self._shut()

    def send(self, datagrams: list[Datagram]) -> None:
        """Send datagrams in order; those that find no room wait, those that fail are lost."""
        if self._waiting or self._socket is None:
            self._waiting.extend(datagrams)
            return
        for position, (datagram, address) in enumerate(datagrams):
            if not self._send_one(datagram, address):
                self._waiting.extend(datagrams[position:])
                self._await_room()
                return

    def drain(self) -> None:
        """Take what has arrived, so that no timer mistakes a busy loop for a silent peer.

        A socket that was closed behind our back is found out, too, and replaced.
        """
        self._readable()

    def _send_one(self, datagram: bytes, address: Address) -> bool:
        """Return False where the datagram has to wait."""
        if self._socket is None:
            return False
        try:
            self._socket.sendto(datagram, address)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _PASSING:
                log.warning("the tunnel's socket failed and is replaced: %s", error)
                self.replace()
        return True

    def _await_room(self) -> None:
        if self._socket is not None:
            self._loop.add_writer(self._fd, self._writable)

    def _writable(self) -> None:
        while self._waiting:
            if not self._send_one(*self._waiting[0]):
                return
            self._waiting.popleft()
        self._loop.remove_writer(self._fd)

    def _readable(self) -> None:
        batch: list[Datagram] = []
        sock = self._socket
        try:
            while sock is not None and len(batch) < _BATCH:
                batch.append(sock.recvfrom(_LARGEST))
        except BlockingIOError:
            pass
        except OSError as error:
            if error.errno not in _PASSING:
                log.warning("the tunnel's socket failed and is replaced: %s", error)
                self.replace()
        if batch:
            self._receive(batch)

    def _reopen(self) -> None:
        self._reopening = None
        self.replace()
        if self._socket is not None and self._waiting:
            self._await_room()

    def _shut(self) -> None:
        if self._socket is not None:
            self._loop.remove_reader(self._fd)
            self._loop.remove_writer(self._fd)
            self._socket.close()
            self._socket, self._fd = None, -1
