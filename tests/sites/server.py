"""Chat sites under their real names on this machine, and every byte that arrives there.

One server answers for every host. A browser reaches it through a small CONNECT proxy that
leads each name to it, so pages run at `https://chatgpt.com/` with a certificate that the
tests make for themselves. Nothing leaves the machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import ssl
import tempfile
import threading
import uuid
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.sites import replies, selfhosted

HERE = Path(__file__).parent
PAGES = HERE / "pages"
DIST = HERE / "dist"
LOOPBACK = "127.0.0.1"
NAME = "chats.example"


@dataclass
class Arrival:
    """One request as it arrived, or as far as it came; a socket's messages too."""

    host: str
    method: str
    target: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytearray = field(default_factory=bytearray)
    frames: list[bytes] = field(default_factory=list)

    @property
    def everything(self) -> bytes:
        lines = (name + b": " + value for name, value in self.headers)
        head = f"{self.method} {self.target}".encode("utf-8", "surrogateescape")
        return b"\n".join((head, *lines)) + b"\r\n\r\n" + bytes(self.body) + b"\0".join(self.frames)

    def header(self, name: str) -> str:
        wanted = name.lower().encode()
        found = (value for key, value in self.headers if key.lower() == wanted)
        return next(found, b"").decode()


class SiteServer:
    """Serves every chat page. Use as a context manager; it runs in a thread of its own."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self._outside: list[bytes] = []
        self._seed = "00000000"
        self._chats = 0
        self._drafts: dict[str, tuple[int, str]] = {}
        self._loop = asyncio.new_event_loop()
        self._going_on = asyncio.Event()
        self._going_on.set()
        self._sockets: dict[web.WebSocketResponse, str] = {}
        self._saying: set[asyncio.Task[None]] = set()

    def __enter__(self):
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._run(self._start())
        return self

    def __exit__(self, *_):
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    # --- for the tests -----------------------------------------------------------------------

    def url(self, name: str) -> str:
        """Return where a page lives that belongs to no public site."""
        return f"http://{LOOPBACK}:{self._local[name]}/"

    @property
    def proxy(self) -> str:
        """The proxy that leads every name here, as host and port."""
        return f"{LOOPBACK}:{self.proxy_port}"

    def start_over(self, seed: str) -> int:
        """Let the next pages make their ids from a word; return where their arrivals begin."""
        self._seed = uuid.uuid5(uuid.NAMESPACE_DNS, seed).hex[:8]
        self._chats = 0
        return len(self.arrivals)

    @contextlib.contextmanager
    def pausing(self) -> Iterator[None]:
        """Let every answer stop half way until the block ends."""
        self._loop.call_soon_threadsafe(self._going_on.clear)
        try:
            yield
        finally:
            self._loop.call_soon_threadsafe(self._going_on.set)

    def received(self, since: int = 0) -> bytes:
        """Return all that arrived, whatever host it was meant for, in whatever way."""
        return b"\0".join([*(each.everything for each in self.arrivals[since:]), *self._outside])

    def bodies(self, path: str, since: int = 0) -> list[bytes]:
        """Return the bodies of the requests whose host and path match a regular expression."""
        found = self.matching(path, since)
        return [b"\0".join([bytes(each.body), *each.frames]) for each in found]

    def matching(self, path: str, since: int = 0) -> list[Arrival]:
        """Return the requests, sockets among them, whose host and path match."""
        pattern = re.compile(path)
        return [each for each in self.arrivals[since:] if pattern.match(each.host + each.target)]

    # --- the server --------------------------------------------------------------------------

    async def _start(self):
        self._runner = web.ServerRunner(web.Server(self._serve), shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, 0, ssl_context=_context()).start()
        for _ in selfhosted.PAGES:
            await web.TCPSite(self._runner, LOOPBACK, 0).start()
        self._tls_port, *ports = (address[1] for address in self._runner.addresses)
        self._local = dict(zip(selfhosted.PAGES, ports, strict=True))
        self._proxy = await asyncio.start_server(self._connect, LOOPBACK, 0)
        self.proxy_port = self._proxy.sockets[0].getsockname()[1]

    async def _stop(self):
        self._proxy.close()
        for socket in tuple(self._sockets):
            await socket.close()
        await self._runner.cleanup()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def _connect(self, client: asyncio.StreamReader, answer: asyncio.StreamWriter):
        """Relay one CONNECT to the server. What asks for anything else is kept, and refused."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await client.readuntil(b"\r\n\r\n")
            if not head.startswith(b"CONNECT "):
                self._outside.append(head + await _rest(client))
                answer.write(b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n")
            elif _loopback(head):
                answer.write(b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n")
            else:
                answer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                source, sink = await asyncio.open_connection(LOOPBACK, self._tls_port)
                await asyncio.gather(_pump(client, sink), _pump(source, answer))
        answer.close()

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        target = request.raw_path
        arrival = Arrival(request.host, request.method, target, tuple(request.raw_headers))
        self.arrivals.append(arrival)
        async for piece in request.content.iter_any():
            arrival.body += piece
        if request.method in {"GET", "HEAD"} and "Upgrade" not in request.headers:
            found = self._static(request)
            if found is not None:
                return found
        answer = replies.find(self._site(request), request.method, request.path)
        visit = Visit(self, request, arrival)
        return await answer(visit) if answer else visit.json({}, 200)

    def _site(self, request: web.BaseRequest) -> str:
        sites = {f"{LOOPBACK}:{port}": name for name, port in self._local.items()}
        return sites.get(request.host) or replies.HOSTS.get(request.host, "")

    def _static(self, request: web.BaseRequest) -> web.Response | None:
        if match := re.fullmatch(r"/(?:\w+/)?assets/([\w-]+)\.js", request.path):
            script = (DIST / f"{match[1]}.js").read_bytes()
            return web.Response(body=script, content_type="text/javascript")
        page = PAGES / f"{self._site(request)}.html"
        if "text/html" not in request.headers.get("Accept", "") or not page.is_file():
            return None
        text = page.read_text(encoding="utf-8").replace("SEED", self._seed)
        return web.Response(text=text, content_type="text/html")

    def say_later(self, path: str, pieces: Iterable[str]) -> None:
        """Say something on the open sockets whose path begins so: an answer by another way."""

        async def say() -> None:
            async for piece in self.paced(pieces):
                for socket, where in tuple(self._sockets.items()):
                    if where.startswith(path) and not socket.closed:
                        await socket.send_str(piece)

        self._saying.add(task := self._loop.create_task(say()))
        task.add_done_callback(self._saying.discard)

    async def paced(self, pieces: Iterable[str]) -> AsyncIterator[str]:
        """Yield an answer's pieces as a model writes them; it may pause half way."""
        whole = list(pieces)
        for number, piece in enumerate(whole):
            if number == len(whole) // 2:
                await self._going_on.wait()
            yield piece
            await asyncio.sleep(0.004)

    def keep_draft(self, draft: dict[str, Any]) -> None:
        """Keep the text that a page has so far; an older one may come late."""
        kept = (draft["revision"], draft["text"])
        self._drafts[draft["draft"]] = max(kept, self._drafts.get(draft["draft"], (0, "")))

    def draft(self, name: str) -> str:
        return self._drafts.get(name, (0, ""))[1]

    def new_chat(self) -> str:
        """Return an id for the next conversation: unlike any of an earlier page."""
        self._chats += 1
        return f"{self._seed}-c0de-4000-8000-{self._chats:012d}"


class Visit:
    """One request, and ways to answer it."""

    def __init__(self, server: SiteServer, request: web.BaseRequest, arrival: Arrival) -> None:
        self.server, self.request, self.arrival = server, request, arrival

    @property
    def body(self) -> bytes:
        return bytes(self.arrival.body)

    @property
    def said(self) -> Any:
        """The JSON in the body; an empty object if there is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return {}

    def json(self, value: Any, status: int = 200) -> web.Response:
        return web.json_response(value, status=status, headers=self._shared)

    async def stream(self, kind: str, pieces: Iterable[str]) -> web.StreamResponse:
        """Send the pieces one after another, as a model would write them."""
        response = web.StreamResponse(headers={"Content-Type": kind, **self._shared})
        await response.prepare(self.request)
        with contextlib.suppress(ConnectionError):  # the page may stop it
            async for piece in self.server.paced(pieces):
                await response.write(piece.encode())
            await response.write_eof()
        return response

    async def socket(self, on_message: Callable[[str], Iterable[str]], first: Iterable[str] = ()):
        """Talk over a WebSocket; `on_message` gives what is said to each message."""
        socket = web.WebSocketResponse()
        await socket.prepare(self.request)
        self.server._sockets[socket] = self.request.path
        with contextlib.suppress(ConnectionError):
            for piece in first:
                await socket.send_str(piece)
            async for message in socket:
                binary = message.type is WSMsgType.BINARY
                self.arrival.frames.append(message.data if binary else message.data.encode())
                async for piece in self.server.paced(() if binary else on_message(message.data)):
                    await socket.send_str(piece)
        self.server._sockets.pop(socket, None)
        return socket

    @property
    def _shared(self) -> dict[str, str]:
        """Some sites' pages ask another host of theirs."""
        if not (origin := self.request.headers.get("Origin")):
            return {}
        return {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true"}


def _loopback(head: bytes) -> bool:
    return re.match(rb"CONNECT (127\.|localhost|\[::1\])", head) is not None


async def _rest(client: asyncio.StreamReader) -> bytes:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.5):
            return await client.read(1 << 20)
    return b""


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(1 << 16):
            sink.write(data)
            await sink.drain()
    sink.close()


def _context() -> ssl.SSLContext:
    """Return a TLS context with a fresh certificate that nobody has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(host) for host in replies.HOSTS]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        file.write(private + certificate.public_bytes(serialization.Encoding.PEM))
        file.flush()
        context.load_cert_chain(file.name)
    return context
