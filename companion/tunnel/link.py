"""Runs one WireGuard device and one TCP stack over one UDP socket, on the event loop.

The shell is thin: read datagrams, feed them, tell the transports, send, set one timer.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from companion.tunnel import clock
from companion.tunnel.device import Device
from companion.tunnel.stack import Stack
from companion.tunnel.tcp import Connection
from companion.tunnel.transport import TunnelTransport
from companion.tunnel.udp import Datagram, UdpSocket

log = logging.getLogger(__name__)

TICK: Final = 5.0
"""Seconds; at least this often the socket and the clocks are looked at."""
_SLEPT: Final = 2.0

Factory = Callable[[], asyncio.BaseProtocol]
Opened = tuple[TunnelTransport, asyncio.BaseProtocol]


@dataclass(frozen=True, slots=True)
class _Opening:
    factory: Factory
    waiter: asyncio.Future[Opened] | None


class Link:
    """One end of a tunnel.

    Args:
        device: The cryptographic half.
        stack: The connections inside.
        after: Called after every round, to look at what changed.
        woke: Called after the machine slept.
    """

    def __init__(
        self, device: Device, stack: Stack, *, after: Callable[[], None], woke: Callable[[], None]
    ) -> None:
        self.device = device
        self.stack = stack
        self._after = after
        self._woke = woke
        self._loop = asyncio.get_running_loop()
        self.socket = UdpSocket(self._received)
        self._transports: dict[Connection, TunnelTransport] = {}
        self._openings: dict[Connection, _Opening] = {}
        self._factories: dict[tuple[bytes, int], Factory] = {}
        self._scheduled = False
        self._running = False
        self._closed = False
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = float("inf")
        self._clocks = (self.now(), self._loop.time())

    def open(self, family: int, host: str, port: int) -> None:
        """Bind the socket and start the timer.

        Raises:
            OSError: The address cannot be used.
        """
        self.socket.open(family, host, port)
        self.poke()

    def close(self) -> None:
        """Reset every connection, drop all keys and close the socket."""
        if self._closed:
            return
        for transport in list(self._transports.values()):
            transport.abort()
        self._run()
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        self.device.erase()
        self.socket.close()

    def now(self) -> float:
        """Return the tunnel's time."""
        return clock.now()

    def schedule(self, connection: Connection) -> None:
        """Flush the connection before the loop waits again."""
        self.stack.touch(connection)
        self.poke()

    def poke(self) -> None:
        """Run a round before the loop waits again."""
        if not self._scheduled and not self._running and not self._closed:
            self._scheduled = True
            self._loop.call_soon(self._run)

    async def connect(self, factory: Factory, local: bytes, remote: bytes, port: int) -> Opened:
        """Open a connection to the far side.

        Raises:
            OSError: Refused, reset, or not answered.
        """
        connection = self.stack.connect(local, remote, port, self.now())
        waiter: asyncio.Future[Opened] = self._loop.create_future()
        transport = TunnelTransport(connection, self)
        self._transports[connection] = transport
        self._openings[connection] = _Opening(factory, waiter)
        self.poke()
        try:
            return await waiter
        except asyncio.CancelledError:
            transport.abort()
            raise

    def listen(self, factory: Factory, local: bytes, port: int) -> None:
        """Give connections to a port that the stack accepts a protocol."""
        self._factories[local, port] = factory

    def stop_listening(self, local: bytes, port: int) -> None:
        """Accept no more connections."""
        self.stack.stop_listening(local, port)
        self._factories.pop((local, port), None)

    def fail_connections(self, error: Exception) -> None:
        """Close every connection and give its protocol the reason."""
        for transport in list(self._transports.values()):
            transport.fail(error)

    def _received(self, batch: list[Datagram]) -> None:
        now = self.now()
        for datagram, source in batch:
            packet = self.device.receive(datagram, source, now)
            if packet:
                self.stack.receive(packet, now)
        self._round(now)

    def _run(self) -> None:
        self._scheduled = False
        if not self._closed:
            self._round(self.now())

    def _round(self, now: float) -> None:
        self._running = True
        try:
            self.stack.timer(now)
            self._accept()
            for connection in self.stack.touched():
                self._pump_safely(connection)
            touched = self.stack.touched()
            for packet, expects_answer in self.stack.flush(now):
                self.device.send(packet, now, expects_answer=expects_answer)
            for connection in touched:
                if connection.closed:
                    self._pump_safely(connection)
            self.device.timer(now)
            datagrams = self.device.outgoing()
            if datagrams:
                self.socket.send(datagrams)
        finally:
            self._running = False
            self._set_timer(now)
        self._after()

    def _accept(self) -> None:
        for accepted in self.stack.accepted():
            factory = self._factories.get((accepted.address, accepted.port))
            if factory is None:
                accepted.connection.abort()
                continue
            self._transports[accepted.connection] = TunnelTransport(accepted.connection, self)
            self._openings[accepted.connection] = _Opening(factory, None)

    def _pump_safely(self, connection: Connection) -> None:
        """Let a protocol that fails harm its own connection only, and keep its data unlogged."""
        try:
            self._pump(connection)
        except Exception as error:  # noqa: BLE001 (what a protocol raises is not ours)
            log.warning("a protocol inside the tunnel failed: %s", type(error).__name__)
            self._transports[connection].fail(error)

    def _pump(self, connection: Connection) -> None:
        transport = self._transports.get(connection)
        if transport is None:
            return
        opening = self._openings.get(connection)
        if opening is not None and connection.established:
            del self._openings[connection]
            self._open(opening, transport, connection)
        transport.pump()
        if connection.closed:
            self._transports.pop(connection, None)

    def _open(self, opening: _Opening, transport: TunnelTransport, connection: Connection) -> None:
        waiter = opening.waiter
        if waiter is not None and waiter.done():
            return
        if connection.closed and waiter is not None:
            waiter.set_exception(connection.error or ConnectionAbortedError("closed"))
        elif not connection.closed:
            protocol = transport.attach(opening.factory)
            if waiter is not None:
                waiter.set_result((transport, protocol))

    def _set_timer(self, now: float) -> None:
        deadline = min(self.device.next_deadline(), self.stack.next_deadline(), now + TICK)
        if deadline < self._timer_at:
            if self._timer is not None:
                self._timer.cancel()
            self._timer_at = deadline
            self._timer = self._loop.call_later(max(0.0, deadline - now), self._on_timer)

    def _on_timer(self) -> None:
        self._timer, self._timer_at = None, float("inf")
        before, self._clocks = self._clocks, (self.now(), self._loop.time())
        slept = self._clocks[0] - before[0] - (self._clocks[1] - before[1])
        self.socket.drain()
        if slept > _SLEPT:
            self.socket.replace()
            self._woke()
        self._run()
