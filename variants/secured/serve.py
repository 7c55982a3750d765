"""Running the secured variant inside a tunnel, or on the address of a WireGuard interface."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Final

from companion.tunnel.config import TunnelConfig, load
from companion.tunnel.gateway import Gateway
from variants.secured.app import application
from variants.secured.exposure import ExposureError, WireGuardInterface, require
from variants.shared.guard import guard_for
from variants.shared.launch import ServeOptions, make_engine, make_server, started
from variants.shared.serving import Factory, announce, listen, running

PORT: Final = 8080
SLOTS: Final = 1
"""One prompt at a time: no two users' prompts meet in one computation."""

FORGET_AFTER: Final = 1.0
"""Seconds of quiet after which a fresh engine process takes the place of the one that read
prompts. llama.cpp keeps the last prompts in its memory; a process that is gone keeps none."""


async def serve(options: ServeOptions) -> None:
    """Serve until cancelled. Keeps nothing and writes nothing (requirements S19, S20).

    llama.cpp would reuse the computed beginning of an earlier prompt for the next one, and
    the time to the first token would tell a user which beginnings were asked before. So this
    variant always computes from the first token on.

    Raises:
        EngineError: The engine cannot start.
        ExposureError: Neither a tunnel nor a WireGuard address was given.
        TunnelConfigError: The tunnel's file cannot be used.
        OutsideTunnelError: The address to listen on is not the gateway's.
        OSError: The address cannot be used.
    """
    inside = _inside(options)
    host = inside.host
    engine = make_engine(options, slots=SLOTS, reuse=False, forget_after=FORGET_AFTER)
    guard = guard_for(host, options.allowed_hosts)
    app = application(make_server(options, engine, guard, slots=SLOTS))
    async with started(engine), running(app) as factory:
        if isinstance(inside, _Tunnel):
            await _serve_in_tunnel(inside, factory)
        else:
            await _serve_behind(inside, factory)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tunnel:
    """An embedded WireGuard responder; no port of the kernel leads to what it serves."""

    config: TunnelConfig = field(repr=False)
    udp_host: str
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behind:
    """A kernel port that only one WireGuard interface leads to."""

    interface: WireGuardInterface
    port: int

    @property
    def host(self) -> str:
        """The address to listen on."""
        return self.interface.address


def _inside(options: ServeOptions) -> _Tunnel | _Behind:
    """Return the private place to listen at, or refuse to serve without one."""
    port = PORT if options.port is None else options.port
    if bool(options.tunnel) == bool(options.behind_wireguard):
        raise ExposureError(
            "the secured variant is served inside a tunnel only: give either --tunnel FILE "
            "or --behind-wireguard ADDRESS"
        )
    if options.tunnel is not None:
        config = load(options.tunnel)
        host = options.host or str(config.addresses[0].ip)
        return _Tunnel(config=config, udp_host=options.udp_host, host=host, port=port)
    if options.host not in {"", options.behind_wireguard}:
        raise ExposureError("--host must be the address given by --behind-wireguard")
    return _Behind(interface=require(options.behind_wireguard), port=port)


async def _serve_behind(inside: _Behind, factory: Factory) -> None:
    interface = inside.interface
    listener, url = await listen(
        factory, inside.host, inside.port, device=interface.name, refused=interface.local
    )
    async with listener:
        announce(f"listening on {url} behind {interface.name}")
        await asyncio.Event().wait()


async def _serve_in_tunnel(inside: _Tunnel, factory: Factory) -> None:
    gateway = Gateway(inside.config, host=inside.udp_host)
    try:
        await gateway.start()
        listener = await gateway.listen(factory, inside.host, inside.port)
        udp_host, udp_port = gateway.address[:2]
        url = f"http://{inside.host}:{listener.port}"
        announce(f"listening on {url} inside the tunnel (udp {udp_host}:{udp_port})")
        await asyncio.Event().wait()
    finally:
        await gateway.close()
