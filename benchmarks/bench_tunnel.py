"""What the tunnel costs: requests and throughput against plain loopback, in one run.

The server runs in a second process and serves the same application on an ordinary socket
and inside the embedded gateway. Rounds of both paths alternate, so that whatever else the
machine does falls on both. `python benchmarks/bench_tunnel.py` prints JSON.
"""

import asyncio
import io
import json
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web

from companion.tunnel.config import load, write_pair
from companion.tunnel.connector import WgConnector
from companion.tunnel.gateway import Gateway
from companion.tunnel.tunnel import Tunnel

PROMPT, ANSWER = b"p" * 2048, b"a" * 1536
BULK = 20_000_000
INNER = "http://10.77.0.1:8080"


async def _answer(request: web.Request) -> web.Response:
    await request.read()
    return web.Response(body=ANSWER)


async def _bulk(_: web.Request) -> web.Response:
    return web.Response(body=bytes(BULK))


async def _serve(folder: Path) -> None:
    app = web.Application(client_max_size=1 << 30)
    app.add_routes([web.post("/", _answer), web.get("/bulk", _bulk)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    gateway = Gateway(load(folder / "gateway.conf"))
    await gateway.start()
    await gateway.listen(runner.server, "10.77.0.1", 8080)
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@asynccontextmanager
async def _server(folder: Path, mtu: int | None) -> AsyncIterator[str]:
    """Yield the plain URL of the server process."""
    write_pair(
        folder / "client.conf",
        folder / "gateway.conf",
        endpoint=("127.0.0.1", _free_port()),
        mtu=mtu,
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "--serve", str(folder), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        line = await process.stdout.readline()
        yield f"http://127.0.0.1:{int(line)}"
    finally:
        process.terminate()
        await process.wait()


async def _request(session: aiohttp.ClientSession, url: str) -> float:
    began = time.perf_counter()
    async with session.post(url, data=PROMPT) as reply:
        assert len(await reply.read()) == len(ANSWER)
    return (time.perf_counter() - began) * 1000


async def _cold_plain(url: str) -> float:
    began = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await _request(session, url)
    return (time.perf_counter() - began) * 1000


async def _cold_tunnel(folder: Path) -> float:
    config = load(folder / "client.conf")
    began = time.perf_counter()
    tunnel = Tunnel(config)
    await tunnel.start()
    async with aiohttp.ClientSession(connector=WgConnector(tunnel)) as session:
        await _request(session, INNER)
    taken = (time.perf_counter() - began) * 1000
    await tunnel.close()
    return taken


async def _down(session: aiohttp.ClientSession, url: str) -> float:
    began = time.perf_counter()
    async with session.get(f"{url}/bulk") as reply:
        assert len(await reply.read()) == BULK
    return BULK / (time.perf_counter() - began) / 1e6


async def _up(session: aiohttp.ClientSession, url: str) -> float:
    began = time.perf_counter()
    async with session.post(url, data=io.BytesIO(bytes(BULK))) as reply:
        await reply.read()
    return BULK / (time.perf_counter() - began) / 1e6


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _summary(cold: list[float], warm: list[float], down: list[float], up: list[float]) -> dict:
    return {
        "cold_ms": round(statistics.median(cold), 3),
        "p50_ms": round(_percentile(warm, 0.5), 3),
        "p99_ms": round(_percentile(warm, 0.99), 3),
        "down_mb_s": round(statistics.median(down), 1),
        "up_mb_s": round(statistics.median(up), 1),
    }


async def _measure(rounds: int, requests: int, mtu: int | None) -> dict:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with _server(folder, mtu) as plain_url:
            config = load(folder / "client.conf")
            cold = {"plain": [], "tunnel": []}
            for _ in range(rounds):
                cold["plain"].append(await _cold_plain(plain_url))
                cold["tunnel"].append(await _cold_tunnel(folder))
                await asyncio.sleep(0.03)  # a responder drops initiations that come faster
            tunnel = Tunnel(config)
            await tunnel.start()
            async with (
                aiohttp.ClientSession() as plain,
                aiohttp.ClientSession(connector=WgConnector(tunnel)) as inner,
            ):
                paths = {"plain": (plain, plain_url), "tunnel": (inner, INNER)}
                warm, down, up = await _rounds(paths, rounds, requests)
            await tunnel.close()
    result = {path: _summary(cold[path], warm[path], down[path], up[path]) for path in paths}
    result["mtu"] = config.mtu
    result["requests"] = rounds * requests
    return result


async def _rounds(paths: dict, rounds: int, requests: int) -> tuple[dict, dict, dict]:
    warm, down, up = ({path: [] for path in paths} for _ in range(3))
    for session, url in paths.values():
        await _request(session, url)
    for _ in range(rounds):
        for path, (session, url) in paths.items():
            warm[path] += [await _request(session, url) for _ in range(requests)]
            down[path].append(await _down(session, url))
            up[path].append(await _up(session, url))
    return warm, down, up


def run(rounds: int = 5, requests: int = 300) -> dict:
    """Measure on loopback, with the inner MTU that is chosen there and with that of the Internet.

    Returns:
        For each MTU: cold, p50 and p99 in milliseconds of a POST of 2 KB that is answered by
        1.5 KB, throughput in MB/s, for plain loopback and the tunnel, and what the tunnel
        adds. The server is a process of its own.
    """
    result = {}
    for name, mtu in (("loopback", None), ("internet_mtu", 1420)):
        one = asyncio.run(_measure(rounds, requests, mtu))
        one["added_p50_ms"] = round(one["tunnel"]["p50_ms"] - one["plain"]["p50_ms"], 3)
        one["added_p99_ms"] = round(one["tunnel"]["p99_ms"] - one["plain"]["p99_ms"], 3)
        one["p50_ratio"] = round(one["tunnel"]["p50_ms"] / one["plain"]["p50_ms"], 2)
        one["p99_ratio"] = round(one["tunnel"]["p99_ms"] / one["plain"]["p99_ms"], 2)
        result[name] = one
    return result


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(_serve(Path(sys.argv[2])))
    else:
        print(json.dumps(run(), indent=2))
