"""A site of the tests' own: an invented adapter, built into a copy of the extension, and the
server that plays the site and keeps everything that reaches it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import threading
from pathlib import Path

from aiohttp import WSMsgType, web

from companion.demo.browser import extension_folder
from scripts import sites

SITE = {
    "name": "lab",
    "label": "Lab Chat",
    "checked": "tested with every change",
    "source": ["a site of the tests' own"],
    "hosts": ["http://127.0.0.1/*", "http://localhost/*"],
    "loopback": True,
    "pages": r"^http://127\.0\.0\.1(:\d+)?/lab/",
    "endpoints": [
        {
            "use": ["send", "regenerate"],
            "url": r"^http://127\.0\.0\.1(:\d+)?/lab/send/?([?#]|$)",
            "methods": ["POST"],
            "body": {"format": "json", "texts": [["text"]]},
        }
    ],
    "drafts": [
        {
            "url": r"^http://127\.0\.0\.1(:\d+)?/lab/draft/?([?#]|$)",
            "methods": ["POST"],
            "body": {"format": "json", "texts": [["text"]]},
        }
    ],
    "sockets": [
        {
            "url": r"^ws://127\.0\.0\.1(:\d+)?/lab/ws/?([?#]|$)",
            "mark": "query",
            "frames": [
                {"match": [[["event"], "send"]], "body": {"texts": [["text"]]}},
                {"match": [[["event"], "typing"]], "body": {"texts": [["text"]]}, "stage": "draft"},
            ],
            "control": [{"match": [[["event"], "ping"]], "most": 64}],
        }
    ],
    "composer": "#prompt",
    "send": "#go",
    "frame": "form",
}
SENDERS = {
    "content/fetch.js": "init.body = bytes;",
    "content/deliver.js": "body: bytes, signal",
}
"""Where a released request is sent: in the page's world in Firefox, beside it in Chromium."""
PAGE = """<!doctype html><title>Lab</title>
<form id=form><textarea id=prompt></textarea><button id=go type=button>Send</button></form>
<textarea id=note></textarea>"""


def extension_with(folder: Path, site: dict | None = None, *, broken: bool = False) -> Path:
    """Return a copy of the extension that knows one more site.

    The hook of a `broken` one sends other bytes than those that were judged.
    """
    shutil.copytree(sites.ROOT / "docs/reference", folder / "docs/reference", dirs_exist_ok=True)
    target = folder / "extension"
    shutil.copytree(
        extension_folder(), target, ignore=shutil.ignore_patterns("_metadata"), dirs_exist_ok=True
    )
    described = site or SITE
    (target / f"sites/{described['name']}.json").write_text(json.dumps(described))
    index = json.loads((target / "sites/index.json").read_text())
    index["sites"].insert(1, described["name"])
    (target / "sites/index.json").write_text(json.dumps(index))
    for path, text in sites.built(folder).items():
        (folder / path).write_text(text, encoding="utf-8")
    if broken:
        for name, judged in SENDERS.items():
            sender = target / name
            code = sender.read_text()
            assert judged in code
            swapped = judged.replace("bytes", 'new TextEncoder().encode("SWAPPED")')
            sender.write_text(code.replace(judged, swapped, 1))
    return target


class Lab:
    """Plays the site: an echo on its socket, "ok" for everything else. Use `with Lab() as lab`."""

    def __init__(self) -> None:
        self.handshakes: list[str] = []
        self.frames: list[str | bytes] = []
        self.posts: list[tuple[str, bytes]] = []
        self.pages: dict[str, str] = {}
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self.port = 0

    def __enter__(self):
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_):
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/lab/"

    @property
    def received(self) -> bytes:
        """Everything that arrived, addresses included."""
        frames = [part if isinstance(part, bytes) else part.encode() for part in self.frames]
        posts = [path.encode() + b"\0" + body for path, body in self.posts]
        return b"\0".join([*(path.encode() for path in self.handshakes), *frames, *posts])

    def forget(self) -> None:
        """Forget what has arrived."""
        for arrived in (self.handshakes, self.frames, self.posts):
            arrived.clear()

    def bodies(self, path: str) -> list[bytes]:
        return [body for arrived, body in self.posts if arrived.split("?")[0] == path]

    def requests(self, path: str) -> int:
        return len(self.bodies(path))

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._loop.run_forever()

    async def _start(self):
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]
        self._ready.set()

    async def _answer(self, request):
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._socket(request)
        if request.method == "GET":
            kind = "text/javascript" if request.path.endswith(".js") else "text/html"
            return web.Response(text=self.pages.get(request.path, PAGE), content_type=kind)
        self.posts.append((request.path_qs, await request.read()))
        return web.json_response({"ok": True})

    async def _socket(self, request):
        self.handshakes.append(request.path_qs)
        socket = web.WebSocketResponse(protocols=("chat",))
        await socket.prepare(request)
        with contextlib.suppress(ConnectionError):
            async for message in socket:
                if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                    continue
                self.frames.append(message.data)
                if message.data == "bye":
                    await socket.close(code=4001, message=b"as you wish")
                elif message.type is WSMsgType.TEXT:
                    await socket.send_str(message.data)
                else:
                    await socket.send_bytes(message.data)
        return socket
