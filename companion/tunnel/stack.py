"""The connections of one inner address, without I/O: packets in, packets out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from companion.tunnel import ip, segment
from companion.tunnel.errors import ProtocolError
from companion.tunnel.segment import ACK, RST, SYN, Segment
from companion.tunnel.states import NEVER, Flow, Limits
from companion.tunnel.tcp import Connection

RECEIVE_WINDOW: Final = 256 * 1024
"""Bytes; near what a UDP socket buffers without privileges, so bursts are not lost there."""
MOST_CONNECTIONS: Final = 1024
_FIRST_EPHEMERAL: Final = 49152
_EPHEMERALS: Final = 65536 - _FIRST_EPHEMERAL

Admits = Callable[[bytes], bool]
"""Whether a device with this inner address (4 bytes) may connect."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A connection that a peer opened to one of our ports."""

    connection: Connection
    address: bytes
    port: int


class Stack:
    """A host inside the tunnel.

    Args:
        mtu: The inner MTU.
        random: Returns that many unpredictable bytes.
        receive_window: Bytes per connection that may wait for the application.
    """

    def __init__(
        self,
        *,
        mtu: int,
        random: Callable[[int], bytes],
        receive_window: int = RECEIVE_WINDOW,
    ) -> None:
        self._limits = Limits(mss=mtu - segment.OVERHEAD, receive_window=receive_window)
        self._random = random
        self._connections: dict[Flow, Connection] = {}
        self._listeners: dict[tuple[bytes, int], Admits] = {}
        self._touched: dict[Connection, None] = {}
        self._stray: list[tuple[bytes, bool]] = []
        self._accepted: list[Accepted] = []
        self._earliest = NEVER
        self.dropped = 0

    def connect(self, local: bytes, remote: bytes, port: int, now: float) -> Connection:
        """Return a new connection to a port of the far side.

        Raises:
            OSError: There are too many connections.
        """
        if len(self._connections) >= MOST_CONNECTIONS:
            raise OSError("too many connections inside the tunnel")
        flow = Flow(local, self._free_port(local, remote, port), remote, port)
        connection = Connection(flow, self._limits, self._sequence(), now)
        self._connections[flow] = connection
        self.touch(connection)
        return connection

    def listen(self, local: bytes, port: int, admits: Admits) -> int:
        """Accept connections to a port of ours and return the port; 0 picks a free one.

        Raises:
            OSError: The port is taken.
        """
        if port == 0:
            port = self._free_listening_port(local)
        if (local, port) in self._listeners:
            raise OSError(f"port {port} is taken inside the tunnel")
        self._listeners[local, port] = admits
        return port

    def stop_listening(self, local: bytes, port: int) -> None:
        """Accept no more connections to a port."""
        self._listeners.pop((local, port), None)

    def receive(self, packet: bytes, now: float) -> None:
        """Take an inner IPv4 packet; what is wrong with it is counted and ignored."""
        try:
            arrived = segment.parse(ip.parse(packet))
        except ProtocolError:
            self.dropped += 1
            return
        flow = Flow(
            arrived.destination, arrived.destination_port, arrived.source, arrived.source_port
        )
        connection = self._connections.get(flow)
        if connection is not None:
            connection.receive(arrived, now)
            self.touch(connection)
        elif arrived.flags & (SYN | ACK | RST) == SYN:
            self._open(arrived, flow, now)
        elif not arrived.flags & RST:
            self._stray.append((segment.reset_for(arrived), False))

    def touch(self, connection: Connection) -> None:
        """Have `flush` look at a connection."""
        self._touched[connection] = None

    def touched(self) -> list[Connection]:
        """Return the connections that something happened to since the last flush."""
        return list(self._touched)

    def accepted(self) -> list[Accepted]:
        """Return and forget the connections that were accepted."""
        accepted, self._accepted = self._accepted, []
        return accepted

    def connections(self) -> list[Connection]:
        """Return all connections."""
        return list(self._connections.values())

    def flush(self, now: float) -> list[tuple[bytes, bool]]:
        """Return the packets to send now, and whether each of them expects an answer."""
        packets, self._stray = self._stray, []
        for connection in self._touched:
            packets += connection.flush(now)
            if connection.closed:
                self._connections.pop(connection.flow, None)
            else:
                self._earliest = min(self._earliest, connection.next_deadline())
        self._touched.clear()
        return packets

    def timer(self, now: float) -> None:
        """Do what is due; `flush` afterwards."""
        if now < self._earliest:
            return
        self._earliest = NEVER
        for connection in self._connections.values():
            deadline = connection.next_deadline()
            if deadline <= now:
                connection.timer(now)
                self.touch(connection)
            else:
                self._earliest = min(self._earliest, deadline)

    def nudge(self, now: float) -> None:
        """Have every connection try again now: new keys were agreed on, so there is a path."""
        for connection in self._connections.values():
            connection.nudge(now)
            self._earliest = min(self._earliest, connection.next_deadline())

    def next_deadline(self) -> float:
        """Return when `timer` is due at the earliest, or infinity."""
        return self._earliest

    def _open(self, syn: Segment, flow: Flow, now: float) -> None:
        admits = self._listeners.get((flow.local, flow.local_port))
        if admits is None or not admits(flow.remote):
            self._stray.append((segment.reset_for(syn), False))
            return
        if len(self._connections) >= MOST_CONNECTIONS:
            self.dropped += 1
            return
        connection = Connection.answer(syn, flow, self._limits, self._sequence(), now)
        self._connections[flow] = connection
        self._accepted.append(Accepted(connection, flow.local, flow.local_port))
        self.touch(connection)

    def _sequence(self) -> int:
        return int.from_bytes(self._random(4), "big")

    def _free_port(self, local: bytes, remote: bytes, port: int) -> int:
        while True:
            candidate = self._some_port()
            if Flow(local, candidate, remote, port) not in self._connections:
                return candidate

    def _free_listening_port(self, local: bytes) -> int:
        while True:
            candidate = self._some_port()
            if (local, candidate) not in self._listeners:
                return candidate

    def _some_port(self) -> int:
        return _FIRST_EPHEMERAL + int.from_bytes(self._random(4), "big") % _EPHEMERALS
