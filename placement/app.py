"""The HTTP shell of the placement service."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import msgspec
from aiohttp import web

from companion import __version__
from placement import guard, intake
from placement.committer import BusyError, Committer
from placement.store import Reader
from placement.summary import Summary, summarise
from placement.values import WINDOWS, Intake, Refusal, RequestError

WEB: Final = Path(__file__).with_name("web")
READ_TIMEOUT_S: Final = 30.0
PRUNE_EVERY_S: Final = 3600.0
LARGE: Final = 65_536
"""A body of more bytes is read on a thread, so that nobody else has to wait."""
RETRY_AFTER_S: Final = 5
FRESH_S: Final = 1
"""A summary is made at most once in this many seconds, however many pages are open."""

_WINDOWS: Final = {window.name: window for window in WINDOWS}
_TYPES: Final = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_FILES: Final = (
    *("app.js", "plot.js", "view.js"),
    *("figures.css", "icon.svg", "page.css", "tokens.css"),
)
_PAGE: Final = {"/": "index.html"} | {f"/{name}": name for name in _FILES}
_GRPC: Final = {400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 408: 4, 413: 8, 415: 3, 503: 14}
_log = logging.getLogger(__name__)
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """How a service is set up.

    Attributes:
        database: The SQLite file.
        token: Required of every request where it is not empty.
        keep_days: Spans older than this are forgotten.
        known: The names of environments and models that are taken; empty takes all that
            look like names.
    """

    database: Path
    token: str = ""
    keep_days: int = 30
    known: frozenset[str] = frozenset()


class Service:
    """The handlers and what they share."""

    def __init__(self, config: Config, clock: Callable[[], float] = time.time) -> None:
        """Open the store.

        Raises:
            StoreError: The database cannot be used.
        """
        self._config = config
        self._clock = clock
        self._committer = Committer.open(config.database)
        self._reader = Reader(config.database)
        self._read_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._reading = asyncio.Lock()
        self._summaries: dict[str, tuple[float, bytes]] = {}
        self._refused: Counter[Refusal] = Counter()
        self._requests: Counter[int] = Counter()
        self.hosts: frozenset[str] = frozenset()

    def app(self) -> web.Application:
        """Return the application."""
        app = web.Application(
            client_max_size=intake.MAX_BODY, middlewares=[self._headers, self._guard]
        )
        app.router.add_post("/v1/traces", self._traces)
        app.router.add_get("/api/latency", self._latency)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        for path, name in _PAGE.items():
            app.router.add_get(path, _file(WEB / name))
        app.cleanup_ctx.append(self._running)
        return app

    async def _running(self, _: web.Application) -> AsyncIterator[None]:
        async with self._committer:
            pruning = asyncio.create_task(self._prune_forever())
            yield
            pruning.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await pruning
            await asyncio.get_running_loop().run_in_executor(self._read_thread, self._reader.close)
            self._read_thread.shutdown(wait=False)

    async def _prune_forever(self) -> None:
        while True:
            with contextlib.suppress(sqlite3.Error):
                await self._committer.prune(int(self._clock()) - self._config.keep_days * 86_400)
            await asyncio.sleep(PRUNE_EVERY_S)

    @web.middleware
    async def _headers(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Give every answer its headers, and every failure of the intake OTLP's shape."""
        try:
            response = await handler(request)
        except RequestError as error:
            response = _failure(request, error.status, str(error))
        except web.HTTPException as error:
            response = _failure(request, error.status, error.reason)
            if "Allow" in error.headers:
                response.headers["Allow"] = error.headers["Allow"]
        response.headers.update(guard.PAGE_HEADERS)
        self._requests[response.status] += 1
        return response

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        headers = request.headers
        if not guard.host_is_ours(headers.get("Host", ""), headers.get("Origin"), self.hosts):
            raise RequestError(403, "this is not the name of the service")
        if self._config.token and not guard.token_is_right(headers, self._config.token):
            response = _failure(request, 401, "the token is missing or wrong")
            response.headers["WWW-Authenticate"] = 'Basic realm="Sottovoce placement"'
            return response
        return await handler(request)

    async def _traces(self, request: web.Request) -> web.Response:
        """Take an OTLP export; answer after the commit."""
        if request.content_type not in (intake.PROTOBUF, intake.JSON):
            raise RequestError(415, "send application/x-protobuf or application/json")
        try:
            async with asyncio.timeout(READ_TIMEOUT_S):
                body = await request.read()
        except TimeoutError:
            raise RequestError(408, "the body did not arrive in time") from None
        found = await self._read(request, body)
        try:
            refused = Counter(found.refused) + Counter(await self._committer.commit(found))
        except (BusyError, sqlite3.Error) as error:
            _log.warning("a request was not stored (%s)", type(error).__name__)
            response = _failure(request, 503, "come back later; nothing was stored")
            response.headers["Retry-After"] = str(RETRY_AFTER_S)
            return response
        self._refused.update(refused)
        answer = intake.answer(
            msgspec.structs.replace(found, refused=refused), request.content_type
        )
        return web.Response(body=answer, content_type=request.content_type)

    async def _read(self, request: web.Request, body: bytes) -> Intake:
        encoding = request.headers.get("Content-Encoding", "").strip().lower()
        now_ns = int(self._clock() * 1e9)
        arguments = (body, request.content_type, encoding, now_ns, self._config.known)
        if len(body) < LARGE:
            return intake.read(*arguments)
        return await asyncio.to_thread(intake.read, *arguments)

    async def _latency(self, request: web.Request) -> web.Response:
        """Answer with what the page shows for a window."""
        window = request.query.get("window", "24h")
        if window not in _WINDOWS:
            raise RequestError(400, f"window is one of {', '.join(_WINDOWS)}")
        body = await self._summary(window)
        return web.Response(body=body, content_type="application/json")

    async def _summary(self, window: str) -> bytes:
        async with self._reading:
            made, body = self._summaries.get(window, (0.0, b""))
            now = self._clock()
            if not 0 <= now - made < FRESH_S:
                loop = asyncio.get_running_loop()
                summary = await loop.run_in_executor(
                    self._read_thread, self._summarise, window, int(now)
                )
                body = msgspec.json.encode(
                    {"refused": dict(self._refused), "summary": summary, "windows": WINDOWS}
                )
                self._summaries[window] = (now, body)
            return body

    def _summarise(self, name: str, now_s: int) -> Summary:
        window = _WINDOWS[name]
        return summarise(self._reader.window(now_s - window.seconds), window, now_s)

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "kind": "placement", "version": __version__})

    async def _metrics(self, _: web.Request) -> web.Response:
        """Answer in the Prometheus text format; counters begin with the process."""
        name = "sottovoce_placement"
        counts = self._committer.counts
        lines = [
            f"# TYPE {name}_spans_stored_total counter",
            f"{name}_spans_stored_total {counts.stored}",
            f"# TYPE {name}_spans_duplicate_total counter",
            f"{name}_spans_duplicate_total {counts.duplicates}",
            f"# TYPE {name}_spans_refused_total counter",
            *(
                f'{name}_spans_refused_total{{reason="{reason.value}"}} {self._refused[reason]}'
                for reason in Refusal
            ),
            f"# TYPE {name}_http_responses_total counter",
            *(
                f'{name}_http_responses_total{{code="{code}"}} {count}'
                for code, count in sorted(self._requests.items())
            ),
        ]
        text = "\n".join(lines) + "\n"
        return web.Response(
            body=text.encode(),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )


@contextlib.asynccontextmanager
async def listening(
    service: Service, host: str, port: int, names: tuple[str, ...] = ()
) -> AsyncIterator[int]:
    """Serve as long as the context lives; it gives the port.

    Args:
        service: What to serve.
        host: The address to bind.
        port: The port, or 0 to have one picked.
        names: Further Host headers of this service.

    Raises:
        OSError: The address cannot be bound.
    """
    # The intake decompresses by itself, within its own bounds.
    runner = web.AppRunner(
        service.app(), access_log=None, auto_decompress=False, shutdown_timeout=2.0
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        bound = int(runner.addresses[0][1])
        service.hosts = guard.allowed_hosts(host, bound, names)
        yield bound
    finally:
        await runner.cleanup()


def _failure(request: web.Request, status: int, message: str) -> web.Response:
    kind = intake.JSON
    if request.path == "/v1/traces" and request.content_type != intake.JSON:
        kind = intake.PROTOBUF
    body = intake.failure(_GRPC.get(status, 2), message, kind)
    return web.Response(status=status, body=body, content_type=kind)


def _file(path: Path) -> _Handler:
    content_type = _TYPES.get(path.suffix, "image/svg+xml")
    body = path.read_bytes()

    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, content_type=content_type, charset="utf-8")

    return handler
