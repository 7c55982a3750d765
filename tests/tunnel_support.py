"""What the tunnel's tests share: a pair of configurations and an application to serve."""

import asyncio
import hashlib
import socket
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
from aiohttp import web

from companion.tunnel.config import TunnelConfig, load, write_pair
from companion.tunnel.connector import WgConnector
from companion.tunnel.gateway import Gateway
from companion.tunnel.tunnel import Tunnel

URL = "http://10.77.0.1:8080"
BLOB = hashlib.shake_128(b"five megabytes").digest(5_000_000)


def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def configurations(folder: Path, **options) -> tuple[TunnelConfig, TunnelConfig]:
    """Write a pair of files and return the client's and the gateway's configuration."""
    client, gateway = folder / "client.conf", folder / "gateway.conf"
    write_pair(client, gateway, endpoint=("127.0.0.1", free_udp_port()), **options)
    return load(client), load(gateway)


async def until(condition, *, within: float = 10.0) -> None:
    """Poll until a condition of a real process or socket holds."""
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "the condition never held"
        await asyncio.sleep(0.01)


def application() -> web.Application:
    async def echo(request):
        return web.Response(body=await request.read())

    async def digest(request):
        return web.Response(text=hashlib.sha256(await request.read()).hexdigest())

    async def blob(_request):
        return web.Response(body=BLOB)

    async def stream(request):
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for number in range(20):
            await response.write(f"data: {number}\n\n".encode())
            await asyncio.sleep(0.001)
        return response

    async def hang(_request):
        await asyncio.sleep(3600)

    app = web.Application(client_max_size=1 << 30)
    app.add_routes(
        [
            web.post("/echo", echo),
            web.post("/digest", digest),
            web.get("/blob", blob),
            web.get("/stream", stream),
            web.post("/hang", hang),
        ]
    )
    return app


@asynccontextmanager
async def serving(gateway: Gateway, host: str = "10.77.0.1", port: int = 8080, **options):
    """Serve the application inside a started gateway."""
    runner = web.AppRunner(application(), shutdown_timeout=0.1)
    await runner.setup()
    try:
        yield await gateway.listen(runner.server, host, port, **options)
    finally:
        await gateway.close()
        await runner.cleanup()


@asynccontextmanager
async def tunnelled(config: TunnelConfig, **options):
    """Yield a started tunnel and a client session whose requests go through it."""
    tunnel = Tunnel(config, **options)
    await tunnel.start()
    try:
        async with aiohttp.ClientSession(connector=WgConnector(tunnel)) as session:
            yield tunnel, session
    finally:
        await tunnel.close()


@asynccontextmanager
async def whole_system(folder: Path, *, through=None, **options):
    """Yield tunnel, session and gateway on loopback."""
    client, gateway_config = configurations(folder, **options)
    gateway = Gateway(gateway_config)
    await gateway.start()
    if through is not None:
        client = replace(client, peers=(replace(client.peers[0], endpoint=through),))
    async with serving(gateway), tunnelled(client) as (tunnel, session):
        yield tunnel, session, gateway
