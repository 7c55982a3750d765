"""The far end of the tunnel, embedded in the process of the secured variant.

It accepts connections that arrive inside the tunnel and opens no TCP port of the kernel, so
that nothing but the tunnel reaches what it serves.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Collection
from ipaddress import AddressValueError, IPv4Address, IPv4Network
from typing import Final

from companion.tunnel.config import TunnelConfig
from companion.tunnel.errors import OutsideTunnelError
from companion.tunnel.link import Factory, Link
from companion.tunnel.peer import Address
from companion.tunnel.stack import Stack
from companion.tunnel.tunnel import make_device

LOOPBACK: Final = "127.0.0.1"


class Listener:
    """A port inside the tunnel."""

    def __init__(self, link: Link, host: IPv4Address, port: int) -> None:
        self._link = link
        self._host = host
        self.port = port

    @property
    def address(self) -> tuple[str, int]:
        """The inner address and port."""
        return str(self._host), self.port

    def close(self) -> None:
        """Accept no more connections; the open ones stay."""
        self._link.stop_listening(self._host.packed, self.port)


class Gateway:
    """A WireGuard responder for the peers of a configuration.

    Args:
        config: Ours; the peers' endpoints may be left out, for they are learned.
        host: Where to bind the UDP socket; only loopback unless told otherwise.
        port: The UDP port, or None for the one of the configuration; 0 picks a free one.

    Raises:
        TunnelConfigError: A key is unusable.
    """

    def __init__(
        self, config: TunnelConfig, *, host: str = LOOPBACK, port: int | None = None
    ) -> None:
        self._config = config
        self._bind = (host, config.listen_port if port is None else port)
        self._device = make_device(config)
        self._link: Link | None = None

    @property
    def address(self) -> Address:
        """Where the UDP socket is bound."""
        return self._bind if self._link is None else self._link.socket.address

    async def start(self) -> None:
        """Open the UDP socket.

        Raises:
            OSError: The address cannot be used.
        """
        stack = Stack(mtu=self._config.mtu, random=secrets.token_bytes)
        link = Link(self._device, stack, after=_nothing, woke=_nothing)
        family = socket.AF_INET6 if ":" in self._bind[0] else socket.AF_INET
        link.open(family, *self._bind)
        self._link = link

    async def listen(
        self,
        protocol_factory: Factory,
        host: str,
        port: int,
        *,
        only: Collection[IPv4Network] | None = None,
    ) -> Listener:
        """Serve connections to an inner address of ours.

        Args:
            protocol_factory: For example aiohttp's `runner.server`.
            host: One of our inner addresses.
            port: The port; 0 picks a free one.
            only: The devices, by inner address, that may connect; None allows every peer.

        Raises:
            OutsideTunnelError: `host` is not an inner address of ours.
            OSError: The port is taken, or the gateway is not started.
        """
        link = self._link
        if link is None:
            raise OSError("the gateway is not started")
        address = self._own(host)

        def admits(source: bytes) -> bool:
            return only is None or any(IPv4Address(source) in network for network in only)

        chosen = link.stack.listen(address.packed, port, admits)
        link.listen(protocol_factory, address.packed, chosen)
        return Listener(link, address, chosen)

    async def close(self) -> None:
        """Reset the connections inside, drop all keys, and close the socket."""
        link, self._link = self._link, None
        if link is not None:
            link.close()
            await asyncio.sleep(0)

    def _own(self, host: str) -> IPv4Address:
        try:
            address = IPv4Address(host)
        except AddressValueError:
            raise OutsideTunnelError(f"{host} is not an IPv4 address") from None
        if address not in {interface.ip for interface in self._config.addresses}:
            raise OutsideTunnelError(f"{host} is not an address of the gateway")
        return address


def _nothing() -> None:
    pass
