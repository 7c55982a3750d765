"""A chat site that helps its own pages to get text out, and remembers all that it is sent."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from aiohttp import WSMsgType, web

from tests.canary import Canary, _plain, inflate_all

ENDPOINT = "/demo/v1/chat/completions"
FILES = Path(__file__).with_name("files")
HOSTS = ("127.0.0.1", "127.0.0.2", "::1")
PAGE = "<!doctype html><title>A chat</title><textarea id=prompt></textarea>"
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*, x-prompt, content-type",
    "Access-Control-Allow-Methods": "*, PUT, PATCH, DELETE, PROPFIND",
    "Service-Worker-Allowed": "/",
    "Supports-Loading-Mode": "credentialed-prerender",
}


@dataclass
class Arrival:
    """One request as it came, and what followed on its connection."""

    method: str
    path: str
    head: bytes
    body: bytearray = field(default_factory=bytearray)
    _viewed: tuple[int, list[bytes]] | None = None

    @property
    def at_endpoint(self) -> bool:
        """Whether a lenient server would take it for the prompt endpoint."""
        path = self.path.split("?", 1)[0]
        for _ in range(3):
            path = unquote(path)
        path = re.sub(r"/(\./)*/*", "/", path.replace("\\", "/").lower())
        return path.split(";")[0].rstrip("/") == ENDPOINT

    def views(self) -> list[bytes]:
        """Everything that came, and all that is packed in it."""
        if self._viewed and self._viewed[0] == len(self.body):
            return self._viewed[1]
        whole = b"\r\n\r\n".join((self.path.encode(), self.head, bytes(self.body)))
        inflated = [data for _, data in inflate_all(bytes(self.body))]
        plain = unquote(whole.decode("latin-1")).encode("latin-1", "replace")
        self._viewed = (len(self.body), [whole, plain, *inflated])
        return self._viewed[1]


class CanarySite:
    """The site, on every address that this machine has for itself, on one port."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.datagrams: list[bytes] = []
        self.port = 0
        self.second_port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/demo/"

    def seen(self, canary: Canary) -> tuple[bool, bool]:
        """Return whether a word arrived at the prompt endpoint, and anywhere else."""
        found = [arrival.at_endpoint for arrival in self.arrivals if holds(arrival, canary)]
        return True in found, False in found

    def bodies(self, path: str = ENDPOINT) -> list[bytes]:
        return [bytes(each.body) for each in self.arrivals if each.path == path]

    def forget(self) -> None:
        self.arrivals.clear()
        self.datagrams.clear()

    # --- the server ----------------------------------------------------------------------------

    def _run(self):
        asyncio.set_event_loop(self._loop)
        runner = self._loop.run_until_complete(self._start())
        self._ready.set()
        self._loop.run_forever()
        self._ear.close()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _start(self):
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        first = socket.create_server(("127.0.0.1", 0))
        other = socket.create_server(("127.0.0.1", 0))
        self.port, self.second_port = (each.getsockname()[1] for each in (first, other))
        sockets = [first, other]
        for host in HOSTS[1:]:
            with contextlib.suppress(OSError):
                family = socket.AF_INET6 if ":" in host else socket.AF_INET
                sockets.append(socket.create_server((host, self.port), family=family))
        for listening in sockets:
            await web.SockSite(runner, listening).start()
        self._ear, _ = await self._loop.create_datagram_endpoint(
            lambda: _Datagrams(self.datagrams), local_addr=("127.0.0.1", self.port)
        )
        return runner

    async def _answer(self, request: web.Request):
        head = b"\r\n".join(b": ".join(pair) for pair in request.raw_headers)
        arrival = Arrival(request.method, request.path_qs, head)
        arrival.path = request.raw_path
        self.arrivals.append(arrival)
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._frames(request, arrival)
        async for piece in request.content.iter_any():
            arrival.body += piece
        return self._page(request.path, request)

    async def _frames(self, request, arrival):
        line = web.WebSocketResponse(protocols=[request.headers.get("Sec-WebSocket-Protocol", "")])
        await line.prepare(request)
        async for message in line:
            if message.type in {WSMsgType.TEXT, WSMsgType.BINARY}:
                data = message.data
                arrival.body += data.encode() if isinstance(data, str) else data
        return line

    def _page(self, path, request):
        name = path.removeprefix("/demo/files/")
        if name != path and (file := FILES / name).is_file():
            kinds = {".js": "text/javascript", ".html": "text/html"}
            kind = kinds[file.suffix]
            return web.Response(body=file.read_bytes(), content_type=kind, headers=OPEN)
        if path.startswith("/demo/go"):
            return self._redirect(path, request)
        headers = dict(OPEN)
        if path == "/demo/csp":
            headers["Content-Security-Policy"] = f"img-src 'none'; report-uri {ENDPOINT}"
        if path == "/demo/reports":
            headers["Content-Security-Policy"] = "img-src 'none'; report-to main"
            headers["Reporting-Endpoints"] = f'main="{self.origin}{ENDPOINT}"'
        if request.method == "GET" and path.startswith("/demo"):
            return web.Response(text=PAGE, content_type="text/html", headers=headers)
        return web.json_response({}, headers=headers)

    def _redirect(self, path, request):
        status = int(path.rsplit("/", 1)[1])
        where = request.query.get("to") or f"{self.origin}{ENDPOINT}"
        if said := request.query.get("say"):
            where += f"?{said}"
        return web.Response(status=status, headers={**OPEN, "Location": where})


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, kept: list[bytes]) -> None:
        self._kept = kept

    def datagram_received(self, data, _address):
        self._kept.append(data)


def holds(arrival: Arrival, canary: Canary) -> bool:
    """Whether a word is in a request, in plain, encoded or packed."""
    return any(next(_plain(view, canary), None) for view in arrival.views())
