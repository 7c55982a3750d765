"""A chat site whose endpoint answers in every way that a page's request can be answered."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import dataclass

from aiohttp import web

from tests.e2e.browser import ENDPOINT

PAGE = "<!doctype html><title>A chat</title><textarea id=prompt></textarea>"
WATCHER = """
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
    const {url, method} = event.request;
    event.waitUntil((async () => {
        for (const client of await self.clients.matchAll()) client.postMessage([method, url]);
    })());
    event.respondWith(fetch(event.request));
});
"""
"""A service worker that tells its pages what it sees."""
STREAMED = ["One ", "piecé ", "after ", "the ", "other \N{SLIGHTLY SMILING FACE}", "."]
GAP_S = 0.12
MIXED = {
    "Content-Type": "text/plain",
    "X-Zulu": "z",
    "X_Under": "u",
    "X-Alpha": "a, b",
    "Set-Cookie": "secret=1",
}
XML = "<?xml version='1.0'?><a><b c='d'>e</b></a>"


@dataclass(frozen=True)
class Said:
    """One answer, at once."""

    body: bytes = b""
    kind: str = "text/plain"
    status: int = 200
    reason: str | None = None


ANSWERS = {
    "plain": Said("Grüße an alle".encode(), "text/plain; charset=utf-8"),
    "json": Said(b'{"a": [1, {"b": null}]}', "application/json; charset=utf-8"),
    "no json": Said(b"{", "application/json"),
    "empty": Said(),
    "nothing": Said(status=204),
    "refused": Said(b'{"detail": "no"}', "application/json", 403, "You May Not"),
    "broken": Said(b"oh", "text/plain", 500),
    "xml": Said(XML.encode(), "application/xml"),
    "atom": Said(XML.encode(), "application/atom+xml; charset=utf-8"),
    "bad xml": Said(b"<a><b></a>", "text/xml"),
    "html": Said(b"<title>T</title><p id=x>y", "text/html; charset=utf-8"),
    "latin": Said("Grüße".encode("latin-1"), "text/plain; charset=iso-8859-1"),
    "utf-16": Said("\ufeffGrüße".encode("utf-16-le"), "text/plain"),
    "odd charset": Said("Grüße".encode(), "text/plain; charset=klingon"),
    "bytes": Said(bytes(range(256)) * 40, "Application/Octet-Stream"),
    "a megabyte": Said(b"0123456789abcdef" * 65536, "text/plain"),
}


class Answers:
    """The site. Use `with Answers() as site`; `?a=NAME` names the answer."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, str, dict[str, str], bytes]] = []
        self.broke_off = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_):
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def bodies(self) -> list[bytes]:
        """What came to the endpoint."""
        return [body for _, path, _, body in self.arrived if path.startswith(ENDPOINT)]

    @property
    def received(self) -> bytes:
        return repr(self.arrived).encode()

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._loop.run_forever()

    async def _start(self):
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, handler_cancellation=True)
        await self._runner.setup()
        ports = []
        for _ in range(2):
            site = web.TCPSite(self._runner, "127.0.0.1", 0)
            await site.start()
            ports.append(self._runner.addresses[-1][1])
        self.url = f"http://127.0.0.1:{ports[0]}/demo/"
        self.other = f"http://127.0.0.1:{ports[1]}"
        self._ready.set()

    async def _answer(self, request):
        if request.method == "GET":
            worker = request.path.endswith(".js")
            kind = "text/javascript" if worker else "text/html"
            return web.Response(text=WATCHER if worker else PAGE, content_type=kind)
        if request.method == "OPTIONS":
            return web.Response(headers=_cors(request))
        body = await request.read()
        self.arrived.append((request.method, request.path_qs, dict(request.headers), body))
        with contextlib.suppress(ConnectionError):
            try:
                return await self._say(request, request.query.get("a", "plain"))
            except asyncio.CancelledError:
                self.broke_off += 1
                raise

    async def _say(self, request, name):
        if said := ANSWERS.get(name):
            headers = {"Content-Type": said.kind, **_cors(request)}
            return web.Response(
                body=said.body, status=said.status, reason=said.reason, headers=headers
            )
        return await getattr(self, f"_{name}")(request)

    async def _streamed(self, request):
        answer = web.StreamResponse(headers={"Content-Type": "text/plain; charset=utf-8"})
        await answer.prepare(request)
        for piece in STREAMED:
            data = piece.encode()
            await answer.write(data[:-1])  # a character may come in two pieces
            await asyncio.sleep(GAP_S)
            await answer.write(data[-1:])
        return answer

    async def _mixed(self, _request):
        return web.Response(text="mixed", headers=MIXED)

    async def _packed(self, _request):
        answer = web.Response(text="packed " * 500)
        answer.enable_compression(web.ContentCoding.gzip)
        return answer

    async def _moved(self, _request):
        raise web.HTTPTemporaryRedirect("/demo/elsewhere?a=plain#there")

    async def _silent(self, _request):
        await asyncio.sleep(60)

    async def _stuck(self, request):
        answer = web.StreamResponse(headers={"Content-Type": "text/plain; charset=utf-8"})
        await answer.prepare(request)
        await answer.write(b"the beginning" * 100)
        await asyncio.sleep(60)

    async def _cut(self, request):
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(b"the beginning")
        await asyncio.sleep(GAP_S)
        request.transport.abort()
        return answer

    async def _gone(self, request):
        request.transport.abort()


def _cors(request) -> dict[str, str]:
    """What lets a page of another origin read the answer, where it asks with `cors`."""
    if "cors" not in request.query:
        return {}
    return {
        "Access-Control-Allow-Origin": request.headers["Origin"],
        "Access-Control-Allow-Headers": "content-type, x-small",
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Expose-Headers": "x-shown",
        "X-Shown": "1",
        "X-Hidden": "1",
    }
