"""Running the secured variant inside a tunnel, or on the address of a WireGuard interface."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from variants.secured.app import application
from variants.secured.exposure import ExposureError, require
from variants.shared.guard import guard_for
from variants.shared.launch import ServeOptions, make_engine, make_server, started
from variants.shared.serving import Factory, announce, listen, running

PORT: Final = 8080
SLOTS: Final = 1
"""One prompt at a time: no two users' prompts meet in one computation."""


async def serve(options: ServeOptions) -> None:
    """Serve until cancelled. Keeps nothing and writes nothing (requirements S19, S20).

    Raises:
        EngineError: The engine cannot start.
        ExposureError: Neither a tunnel nor a WireGuard address was given.
        OSError: The address cannot be used.
    """
    host = _inside_address(options)
    engine = make_engine(options, slots=SLOTS, reuse=False)
    guard = guard_for(host, options.allowed_hosts)
    app = application(make_server(options, engine, guard, slots=SLOTS))
    async with started(engine), running(app) as factory:
        if options.tunnel is not None:
            await _serve_inside(options.tunnel, factory, host, _port(options))
        else:
            await _serve_behind(factory, host, _port(options))


def _port(options: ServeOptions) -> int:
    return PORT if options.port is None else options.port


def _inside_address(options: ServeOptions) -> str:
    """Return the private address to listen on, or refuse to serve without one."""
    if bool(options.tunnel) == bool(options.behind_wireguard):
        raise ExposureError(
            "the secured variant is served inside a tunnel only: give either --tunnel FILE "
            "or --behind-wireguard ADDRESS"
        )
    if options.behind_wireguard:
        if options.host not in {"", options.behind_wireguard}:
            raise ExposureError("--host must be the address given by --behind-wireguard")
        return require(options.behind_wireguard).address
    return options.host or "10.77.0.1"


async def _serve_behind(factory: Factory, host: str, port: int) -> None:
    interface = require(host)
    listener, url = await listen(factory, host, port, device=interface.name)
    async with listener:
        announce(f"listening on {url} behind {interface.name}")
        await asyncio.Event().wait()


async def _serve_inside(conf: Path, factory: Factory, host: str, port: int) -> None:
    raise NotImplementedError
