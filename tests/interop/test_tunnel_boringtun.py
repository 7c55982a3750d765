"""Our initiator against boringtun and smoltcp (inside mitmproxy_rs), without privileges."""

import asyncio
import secrets

import pytest
from tunnel_support import free_udp_port, tunnelled

from companion.tunnel.config import parse
from companion.tunnel.noise import StaticKey

from namespaces import encode  # isort: skip

mitmproxy_rs = pytest.importorskip(
    "mitmproxy_rs", reason="NOT TESTED against boringtun: mitmproxy_rs is not installed"
)


async def _answer(stream) -> None:
    """Speak just enough HTTP for one request and its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += await stream.read(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += await stream.read(65536)
    stream.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % length)
    stream.write(body)
    await stream.drain()
    stream.close()
    await stream.wait_closed()


async def test_our_initiator_reaches_a_boringtun_server():
    # D6 S15
    ours, theirs = secrets.token_bytes(32), secrets.token_bytes(32)
    port = free_udp_port()
    tasks = set()

    async def handle(stream) -> None:
        task = asyncio.ensure_future(_answer(stream))
        tasks.add(task)
        await task

    async def ignore(_stream) -> None:
        return

    server = await mitmproxy_rs.wireguard.start_wireguard_server(
        "127.0.0.1",
        port,
        encode(theirs),
        [encode(StaticKey.from_bytes(ours).public)],
        handle,
        ignore,
    )
    config = parse(
        f"[Interface]\nPrivateKey = {encode(ours)}\nAddress = 10.0.0.2/32\n"
        f"[Peer]\nPublicKey = {encode(StaticKey.from_bytes(theirs).public)}\n"
        f"AllowedIPs = 10.0.0.0/24\nEndpoint = 127.0.0.1:{port}\n"
    )
    try:
        async with tunnelled(config) as (tunnel, session):
            for size in (1, 2000, 300_000):
                body = secrets.token_bytes(size)
                url = "http://10.0.0.53:80/"
                async with session.post(url, data=body, headers={"Connection": "close"}) as reply:
                    assert await reply.read() == body
            assert tunnel.state == "up"
    finally:
        server.close()
        await server.wait_closed()
