"""The companion's end of the tunnel."""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from collections.abc import Callable, Collection, Mapping
from ipaddress import AddressValueError, IPv4Address
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
        self._link: Link | None = None
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
        self._link = Link(self._device, _stack(self._config), after=self._look, woke=self.reconnect)
        family = socket.AF_INET6 if ":" in self._endpoint[0] else socket.AF_INET
        self._set_state("connecting")
        address = await self._resolve()
        if address is not None:
            family = socket.AF_INET6 if len(address) > 2 else socket.AF_INET
            self._peer.endpoint = address
        self._link.open(family, "::" if family == socket.AF_INET6 else "", self._config.listen_port)
        self.reconnect()

    async def close(self) -> None:
        """Reset the connections inside, drop all keys, and close the socket."""
        link, self._link = self._link, None
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

    async def _resolve(self) -> Address | None:
        host, port = self._endpoint
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
        except OSError:
            return None
        return cast("Address", found[0][4])

    def _look(self) -> None:
        """Compare the state with what the last round brought."""
        link, peer = self._link, self._peer
        if link is None:
            return
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
