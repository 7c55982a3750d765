"""A connection inside the tunnel as an `asyncio.Transport`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address
from typing import Final, Protocol

from companion.tunnel.tcp import Connection

HIGH_WATER: Final = 512 * 1024
"""Unacknowledged bytes at which a writer is asked to pause."""


class Scheduler(Protocol):
    """Whoever flushes connections: the link."""

    def schedule(self, connection: Connection) -> None:
        """Flush the connection before the loop waits again."""

    def now(self) -> float:
        """Return the tunnel's time."""


class TunnelTransport(asyncio.Transport):
    """What protocols, aiohttp's and TLS among them, talk to.

    As with a kernel's socket, `close` returns at once while the stack goes on delivering
    what was written.
    """

    _start_tls_compatible = True

    def __init__(self, connection: Connection, scheduler: Scheduler) -> None:
        flow = connection.flow
        super().__init__(
            {
                "sockname": (str(IPv4Address(flow.local)), flow.local_port),
                "peername": (str(IPv4Address(flow.remote)), flow.remote_port),
            }
        )
        self._connection = connection
        self._scheduler = scheduler
        self._loop = asyncio.get_running_loop()
        self._protocol: asyncio.BaseProtocol | None = None
        self._reading = True
        self._closing = False
        self._lost = False
        self._eof_told = False
        self._write_paused = False
        self._high, self._low = HIGH_WATER, HIGH_WATER // 4

    # Called by the link.

    def attach(self, factory: Callable[[], asyncio.BaseProtocol]) -> asyncio.BaseProtocol:
        """Make the protocol and tell it that the connection stands."""
        protocol = factory()
        self._protocol = protocol
        protocol.connection_made(self)
        return protocol

    @property
    def attached(self) -> bool:
        """Whether there is a protocol yet."""
        return self._protocol is not None

    def pump(self) -> None:
        """Tell the protocol what happened to the connection."""
        if self._protocol is None or self._lost:
            return
        if self._reading and not self._closing and self._connection.readable:
            self._deliver(self._connection.read())
        self._pump_eof()
        self._pump_writer()
        if self._connection.closed:
            self._lose(self._connection.error)

    def _pump_eof(self) -> None:
        ended = self._connection.finished and not self._connection.readable
        if not ended or self._eof_told or self._closing or not self._reading:
            return
        self._eof_told = True
        protocol = self._protocol
        keep_open = isinstance(protocol, asyncio.Protocol | asyncio.BufferedProtocol) and (
            protocol.eof_received()
        )
        if not keep_open:
            self.close()

    def _pump_writer(self) -> None:
        if self._write_paused and self._connection.buffered <= self._low:
            self._write_paused = False
            if self._protocol is not None:
                self._protocol.resume_writing()

    def _deliver(self, data: bytes) -> None:
        protocol = self._protocol
        if isinstance(protocol, asyncio.BufferedProtocol):
            _fill(protocol, data)
        elif isinstance(protocol, asyncio.Protocol):
            protocol.data_received(data)

    def _lose(self, error: Exception | None) -> None:
        if not self._lost:
            self._lost = self._closing = True
            self._loop.call_soon(self._tell_lost, error)

    def _tell_lost(self, error: Exception | None) -> None:
        protocol, self._protocol = self._protocol, None
        if protocol is not None:
            protocol.connection_lost(error)

    # asyncio.Transport.

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """Replace the protocol."""
        self._protocol = protocol

    def get_protocol(self) -> asyncio.BaseProtocol:
        """Return the protocol."""
        assert self._protocol is not None
        return self._protocol

    def is_reading(self) -> bool:
        """Tell whether data is delivered."""
        return self._reading and not self._closing

    def pause_reading(self) -> None:
        """Deliver nothing; the window closes as data gathers."""
        self._reading = False

    def resume_reading(self) -> None:
        """Deliver again, first what has gathered."""
        if not self._reading:
            self._reading = True
            self._scheduler.schedule(self._connection)

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send bytes."""
        if self._closing or not data:
            return
        self._connection.write(data)
        self._scheduler.schedule(self._connection)
        if not self._write_paused and self._connection.buffered > self._high:
            self._write_paused = True
            if self._protocol is not None:
                self._protocol.pause_writing()

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview]) -> None:
        """Send several pieces of bytes."""
        for data in list_of_data:
            self.write(data)

    def write_eof(self) -> None:
        """Send nothing more, but go on receiving."""
        self._connection.finish()
        self._scheduler.schedule(self._connection)

    def can_write_eof(self) -> bool:
        """Return True: TCP can."""
        return True

    def get_write_buffer_size(self) -> int:
        """Return how many written bytes are not acknowledged yet."""
        return self._connection.buffered

    def get_write_buffer_limits(self) -> tuple[int, int]:
        """Return the low and high marks."""
        return self._low, self._high

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Set the marks between which a writer is paused."""
        if high is None:
            high = HIGH_WATER if low is None else 4 * low
        low = high // 4 if low is None else low
        if not 0 <= low <= high:
            raise ValueError(f"high ({high}) must be at least low ({low}), which is at least 0")
        self._high, self._low = high, low

    def is_closing(self) -> bool:
        """Tell whether the transport is closed or closing."""
        return self._closing

    def close(self) -> None:
        """Deliver what was written, then close."""
        if self._closing:
            return
        self._closing = True
        self._connection.close(self._scheduler.now())
        self._scheduler.schedule(self._connection)
        self._lose(None)

    def abort(self) -> None:
        """Close at once."""
        self.fail(None)

    def fail(self, error: Exception | None) -> None:
        """Close at once and give the protocol the reason."""
        self._connection.abort(error)
        self._scheduler.schedule(self._connection)
        self._lose(error)

    def _force_close(self, error: Exception | None) -> None:
        """What `asyncio.sslproto` calls on the transport below it when TLS fails."""
        self.fail(error)


def _fill(protocol: asyncio.BufferedProtocol, data: bytes) -> None:
    view = memoryview(data)
    while view:
        buffer = memoryview(protocol.get_buffer(len(view))).cast("B")
        size = min(len(buffer), len(view))
        buffer[:size] = view[:size]
        protocol.buffer_updated(size)
        view = view[size:]
