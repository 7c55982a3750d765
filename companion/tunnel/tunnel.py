"""The companion's end of the tunnel."""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from collections.abc import Callable, Collection, Mapping
from ipaddress import AddressValueError, IPv4Address, ip_address
from typing import Any, Final, Literal, TypeVar, cast

from companion.tunnel.config import TunnelConfig
from companion.tunnel.device import Device, Route
from companion.tunnel.errors import (
    OutsideTunnelError,
    ProtocolError,
    TunnelConfigError,
    TunnelDownError,
)
from companion.tunnel.link import Link
from companion.tunnel.noise import StaticKey
from companion.tunnel.peer import Address, PeerOptions
from companion.tunnel.stack import Stack
from companion.tunnel.transport import TunnelTransport

TunnelState = Literal["up", "connecting", "down"]
ProtocolT = TypeVar("ProtocolT", bound=asyncio.BaseProtocol)

CONNECT_TIMEOUT: Final = 5.0
"""Seconds that a request waits for the tunnel and the connection in it, both together."""
EVIDENCE: Final = 30.0
"""Seconds of silence after which a handshake asks whether the far end is still there."""
RESOLVE_AGAIN: Final = 5.0
"""Seconds between two attempts to resolve the endpoint's name while the tunnel is not up."""


class Tunnel:
    """A WireGuard tunnel to one gateway. It retries for ever and never sends elsewhere.

    Args:
        config: With exactly one peer, which has an endpoint.
        hosts: Inner names, for there is no DNS inside and none is asked outside.
        ports: The only ports that may be reached; None allows all.
        connect_timeout: Seconds until `create_connection` gives up.
        on_state: Called with every new state.

    Raises:
        TunnelConfigError: Not exactly one peer with an endpoint, or its key is unusable.
    """

    def __init__(
        self,
        config: TunnelConfig,
        *,
        hosts: Mapping[str, IPv4Address] | None = None,
        ports: Collection[int] | None = None,
        connect_timeout: float = CONNECT_TIMEOUT,
        on_state: Callable[[TunnelState], None] | None = None,
    ) -> None:
        if len(config.peers) != 1 or config.peers[0].endpoint is None:
            raise TunnelConfigError("a tunnel has one [Peer] with an Endpoint")
        self._config = config
        self._endpoint = config.peers[0].endpoint
        self._hosts = dict(hosts or {})
        self._ports = None if ports is None else frozenset(ports)
        self._connect_timeout = connect_timeout
        self._on_state = on_state
        self._state: TunnelState = "down"
        self._changed = asyncio.Event()
        self._locating: asyncio.Task[None] | None = None
        self._link: Link | None = None
        self._completed = 0
        self._device = _device(config)
        self._peer = self._device.peers[0]

    @property
    def state(self) -> TunnelState:
        """`up` only while there is a session and recent proof that the far end holds it."""
        return self._state

    @property
    def last_handshake(self) -> float | None:
        """When the last handshake was completed, in seconds since the Unix epoch."""
        if self._link is None or self._peer.last_handshake is None:
            return None
        return time.time() - (self._link.now() - self._peer.last_handshake)

    async def start(self) -> None:
        """Open the socket and begin the first handshake, without waiting for its answer.

        Raises:
            OSError: No UDP socket can be opened.
        """
        if self._link is not None:
            return
        self._link = link = Link(
            self._device, _stack(self._config), after=self._look, woke=self.reconnect
        )
        self._set_state("connecting")
        literal = _literal(self._endpoint)
        if literal is None:
            self._locating = asyncio.create_task(self._locate(link))
            return
        try:
            self._begin(link, literal)
        except OSError:
            self._link = None
            self._set_state("down")
            raise

    async def close(self) -> None:
        """Reset the connections inside, drop all keys, and close the socket."""
        link, self._link = self._link, None
        locating, self._locating = self._locating, None
        if locating is not None:
            locating.cancel()
        if link is not None:
            link.close()
        self._set_state("down")
        await asyncio.sleep(0)

    def reconnect(self) -> None:
        """Ask for a new handshake now."""
        if self._link is not None:
            self._peer.initiate(self._link.now(), hurry=True)
            self._link.poke()

    async def wait_up(self, within: float | None = None) -> None:
        """Wait until the tunnel is up.

        Raises:
            TunnelDownError: It did not come up `within` so many seconds.
        """
        within = self._connect_timeout if within is None else within
        try:
            async with asyncio.timeout(within):
                await self._until_up()
        except TimeoutError:
            raise TunnelDownError(f"no answer from the gateway within {within:g} s") from None

    async def create_connection(
        self, protocol_factory: Callable[[], ProtocolT], host: str, port: int
    ) -> tuple[TunnelTransport, ProtocolT]:
        """Open a TCP connection inside the tunnel, as the event loop's method does outside.

        Raises:
            OutsideTunnelError: The host or port is not behind the tunnel.
            TunnelDownError: The gateway does not answer.
            OSError: The host behind the tunnel refuses or does not answer.
        """
        remote = self._inside(host, port)
        deadline = asyncio.get_running_loop().time() + self._connect_timeout
        try:
            async with asyncio.timeout_at(deadline):
                link = await self._until_up()
                local = self._config.addresses[0].ip.packed
                opened = await link.connect(protocol_factory, local, remote.packed, port)
        except TimeoutError:
            if self._state != "up":
                raise TunnelDownError("the gateway does not answer") from None
            raise TimeoutError(f"{remote}:{port} does not answer inside the tunnel") from None
        return opened[0], cast("ProtocolT", opened[1])

    def _inside(self, host: str, port: int) -> IPv4Address:
        """Return the inner address of a host that may be reached."""
        address = self._hosts.get(host)
        if address is None:
            try:
                address = IPv4Address(host)
            except AddressValueError:
                raise OutsideTunnelError(f"{host} is no host behind the tunnel") from None
        own = {interface.ip for interface in self._config.addresses}
        if self._device.owner(address) is None or address in own:
            raise OutsideTunnelError(f"{host} is not behind the tunnel")
        if self._ports is not None and port not in self._ports:
            raise OutsideTunnelError(f"port {port} is not to be reached through the tunnel")
        return address

    async def _until_up(self) -> Link:
        while self._state != "up":
            self.reconnect()
            if self._link is None:
                raise TunnelDownError("the tunnel is closed")
            self._changed.clear()
            await self._changed.wait()
        if self._link is None:
            raise TunnelDownError("the tunnel is closed")
        return self._link

    def _begin(self, link: Link, address: Address) -> None:
        """Open the socket, or take the endpoint's new address, and ask for a handshake."""
        family = _family(address)
        if not link.socket.opened:
            host = "::" if family == socket.AF_INET6 else "0.0.0.0"  # noqa: S104 (a client's port)
            link.open(family, host, self._config.listen_port)
        self._peer.endpoint = address
        self.reconnect()

    async def _locate(self, link: Link) -> None:
        """Resolve the endpoint's name until that works; while the tunnel is down, again."""
        loop = asyncio.get_running_loop()
        host, port = self._endpoint
        while True:
            try:
                found = await loop.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
                known = [cast("Address", one[4]) for one in found]
                if self._peer.endpoint not in known:
                    self._begin(link, known[0])
            except OSError:
                self._set_state("down")
            await asyncio.sleep(RESOLVE_AGAIN)
            while self._state == "up":
                self._changed.clear()
                await self._changed.wait()

    def _look(self) -> None:
        """Compare the state with what the last round brought."""
        link, peer = self._link, self._peer
        if link is None:
            return
        if peer.completed != self._completed:
            self._completed = peer.completed
            link.stack.nudge(link.now())
            link.poke()
        if peer.alive(link.now()):
            self._set_state("up")
        elif peer.silent:
            self._set_state("down")
        elif self._state == "up":
            self._set_state("connecting")

    def _set_state(self, state: TunnelState) -> None:
        if state == self._state:
            return
        self._state = state
        self._changed.set()
        if state == "down" and self._link is not None:
            # No request waits for a far end that may be back in an hour, or as another process.
            self._link.fail_connections(TunnelDownError("the gateway stopped answering"))
        if self._on_state is not None:
            self._on_state(state)


def _literal(endpoint: tuple[str, int]) -> Address | None:
    """Return the endpoint as a socket address if it is one and no name."""
    try:
        address = ip_address(endpoint[0])
    except ValueError:
        return None
    return endpoint if address.version == 4 else (*endpoint, 0, 0)


def _family(address: Address) -> int:
    return socket.AF_INET if len(address) == 2 else socket.AF_INET6


def _device(config: TunnelConfig) -> Device:
    return make_device(config, evidence=EVIDENCE, tireless=True)


def make_device(config: TunnelConfig, **watch: Any) -> Device:
    """Return the WireGuard device of a configuration.

    Raises:
        TunnelConfigError: A key in it is unusable.
    """
    routes = [
        Route(
            options=PeerOptions(
                public_key=peer.public_key,
                preshared_key=peer.preshared_key,
                keepalive=peer.keepalive,
                **watch,
            ),
            allowed_ips=peer.allowed_ips,
        )
        for peer in config.peers
    ]
    try:
        return Device(
            static=StaticKey.from_bytes(config.private_key),
            routes=routes,
            random=secrets.token_bytes,
            wall=time.time_ns,
            mtu=config.mtu,
        )
    except ProtocolError as error:
        raise TunnelConfigError(f"a PublicKey cannot be used: {error}") from error


def _stack(config: TunnelConfig) -> Stack:
    return Stack(mtu=config.mtu, random=secrets.token_bytes)
