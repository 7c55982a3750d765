"""A person at a real Chromium with the real extension, and the site's ear on the wire."""

from __future__ import annotations

import contextlib
import http.server
import json
import re
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Error

from companion.demo import browser
from companion.identity import CHROMIUM_EXTENSION_ID
from companion.install import Installer

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ARTIFACTS = Path(__file__).parents[1] / "artifacts"
PATIENCE = 40.0
FRAME = "/panel/frame.html"
"""The panel's page inside the extension."""
WORDS = """() => {
    const quiet = (node) => node.closest("[hidden], .quiet-text, script, style, title");
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const { parentElement: parent, data } = walker.currentNode;
        if (parent && data.trim() && !quiet(parent) && parent.checkVisibility()) found.push(data);
    }
    return found.join("\\n");
}"""
"""What a reader sees in the panel."""
ENDPOINT = "/demo/v1/chat/completions"


class Ear:
    """A relay in front of a server that keeps every byte that a browser sends to it."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._received: list[bytearray] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/demo/"
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._listener.close()

    @property
    def received(self) -> bytes:
        return b"\0".join(bytes(part) for part in self._received)

    def requests(self, path: str = ENDPOINT) -> int:
        return len(re.findall(rb"[A-Z]+ " + re.escape(path).encode(), self.received))

    def bodies(self, path: str = ENDPOINT) -> list[bytes]:
        """Return the bodies of the requests for a path."""
        found = []
        for part in self._received:
            rest = bytes(part)
            while match := re.search(rb"[A-Z]+ (\S+) HTTP/1\.1\r\n(.*?)\r\n\r\n", rest, re.DOTALL):
                length = re.search(rb"(?i)content-length: (\d+)", match[2])
                end = match.end() + (int(length[1]) if length else 0)
                if match[1].startswith(path.encode()):
                    found.append(rest[match.end() : end])
                rest = rest[end:]
        return found

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                kept = bytearray()
                self._received.append(kept)
                threading.Thread(target=self._relay, args=(client, kept), daemon=True).start()

    def _relay(self, client, kept):
        with client, socket.create_connection(("127.0.0.1", self._target)) as server:
            back = threading.Thread(target=_pump, args=(server, client, None), daemon=True)
            back.start()
            _pump(client, server, kept)
            back.join()


def _pump(source, sink, record):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            if record is not None:
                record += data
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)


class CarelessSite:
    """A chat site that lets its pages do anything, and keeps what arrives."""

    def __init__(self, headers: dict[str, str] | None = None) -> None:
        arrived = self._arrived = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = b"<!doctype html><title>A chat</title><textarea id=prompt></textarea>"
                self._answer(body, "text/html")

            def do_POST(self):
                self._answer(b"{}", "application/json")

            do_PUT = do_POST  # noqa: N815 - the name that http.server looks for

            def _answer(self, body, kind):
                sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                arrived.append((self.path, sent))
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/demo/"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def received(self) -> bytes:
        return b"\0".join(path.encode() + b"\0" + body for path, body in self._arrived)

    def bodies(self, path: str = ENDPOINT) -> list[bytes]:
        return [body for arrived, body in self._arrived if arrived == path]


PAINTED = """() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
    setTimeout(done, 300);
})"""
"""A frame out of sight is never painted."""


class Person:
    """One tab with the demo chat page, and what its person sees and does."""

    def __init__(self, context, ear: Ear | CarelessSite) -> None:
        self.context, self.ear = context, ear
        self.page = context.new_page()
        self.open()

    def open(self, url: str = "") -> None:
        self.page.goto(url or self.ear.url)
        self.page.locator("#prompt").wait_for()

    def send(self, text: str) -> None:
        self.page.locator("#prompt").fill(text)
        self.page.locator("#prompt").press("Enter")

    @property
    def box(self) -> str:
        return self.page.locator("#prompt").input_value()

    def panel(self) -> str:
        """Return all the words of the panel: of its frame, and of its part in the page."""
        frame = self.frame()
        root = self._panel_root()
        said = "\n".join(_texts(root)) if root else ""
        with contextlib.suppress(Error):  # the frame may be gone by now
            said = f"{frame.evaluate(WORDS)}\n{said}" if frame else said
        return said.strip()

    def frame(self):
        """Return the panel's frame, a page of the extension's own; None before it is needed."""
        return next((one for one in self.page.frames[1:] if FRAME in one.url), None)

    def says(self, words: str, within: float = PATIENCE) -> str:
        """Wait until the panel says something, and return all of it."""
        return self.eventually(
            lambda: (said := self.panel()) and words in said and said, words, within
        )

    def eventually(self, what, why: str, within: float = PATIENCE):
        deadline = time.monotonic() + within
        while not (result := what()):
            assert time.monotonic() < deadline, f"not within {within:g} s: {why}; {self.panel()!r}"
            self.page.wait_for_timeout(20)
        return result

    def seen(self) -> None:
        """Wait until what loosens something has been in sight for long enough to be pressed."""
        self.page.wait_for_timeout(900)

    def press_button(self, name: str, *, slowly: bool = False) -> None:
        """Reach a button of the panel with the keyboard alone, and press it.

        What loosens something has to be in sight for a while before: then do it `slowly`.
        """
        self.eventually(lambda: self._tab_to(name), f"a way by Tab to {name!r}", 15)
        if slowly:
            self.seen()
        self.page.keyboard.press("Enter")

    def _tab_to(self, name: str) -> bool:
        """Go by Tab from the text box; a browser that has just started offers some things late."""
        self.page.locator("#prompt").focus()
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.focused() == name:
                return True
        return False

    def focused(self) -> str:
        """Return the accessible name of what has the focus, the closed root included."""
        for node in self.tree():
            properties = {entry["name"]: entry["value"] for entry in node.get("properties", [])}
            leaf = node.get("role", {}).get("value") not in {"RootWebArea", "generic"}
            if leaf and properties.get("focused", {}).get("value"):
                return node.get("name", {}).get("value", "")
        return ""

    def tree(self):
        """Return the accessibility tree, as a screen reader gets it: the page, then the panel."""
        nodes = []
        for part in (self.page, self.frame()):
            if part:
                with contextlib.suppress(Error), self.session(part) as session:
                    nodes += session.send("Accessibility.getFullAXTree")["nodes"]
        return nodes

    @contextlib.contextmanager
    def session(self, part=None) -> Iterator:
        """Talk to the page's debugger, or to that of the panel's frame."""
        session = self.context.new_cdp_session(part or self.page)
        try:
            yield session
        finally:
            session.detach()

    def screenshot(self, name: str) -> None:
        """Take a picture of all that is painted."""
        ARTIFACTS.mkdir(exist_ok=True)
        for _ in range(2):  # the panel's frame tells its height, and then gets it
            for frame in self.page.frames:
                frame.evaluate(PAINTED)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png")

    def _panel_root(self):
        with self.session() as session:
            document = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        return next(_closed_roots(document), None)


def _closed_roots(node):
    for root in node.get("shadowRoots", []):
        if root.get("shadowRootType") == "closed":
            yield root
    for child in [*node.get("children", []), *node.get("shadowRoots", [])]:
        yield from _closed_roots(child)


def _texts(node):
    """Yield the words that are shown; what is hidden or only spoken is left out."""
    attributes = node.get("attributes", [])
    pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
    if "hidden" in pairs or "quiet-text" in pairs.get("class", "") or node["nodeName"] == "STYLE":
        return
    if node.get("nodeType") == 3 and node["nodeValue"].strip():
        yield node["nodeValue"]
    for child in node.get("children", []):
        yield from _texts(child)


@contextlib.contextmanager
def launched(
    playwright,
    stack,
    folder: Path,
    *,
    registered: bool = True,
    extension: bool = True,
    wait: bool = True,
    flags: Sequence[str] = (),
) -> Iterator:
    """Start Chromium; without `registered` the extension knows no companion."""
    folder.mkdir(parents=True, exist_ok=True)
    if registered:
        Installer(paths=stack.paths, home=str(stack.home)).register(user_data_dir=folder)
    program = browser.find()
    context = browser.launch(playwright, stack, program, folder, extension=extension, more=flags)
    try:
        if extension and wait:
            worker(context)
        yield context
    finally:
        context.close()


def worker(context):
    """Return the extension's worker."""
    running = context.service_workers
    return running[0] if running else context.wait_for_event("serviceworker")


def stop_worker(context) -> None:
    """Kill the extension's worker, as the browser does under memory pressure."""
    page = context.new_page()
    page.goto("about:blank")
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.close()


def extension_page(context, path: str):
    """Open one of the extension's own pages in a tab."""
    page = context.new_page()
    page.goto(f"chrome-extension://{CHROMIUM_EXTENSION_ID}/{path}")
    return page


def objections(part) -> list:
    """Return what axe-core objects to in a page or a frame."""
    if not AXE.exists():
        pytest.skip("needs axe-core: `npm ci` installs it")
    part.evaluate(AXE.read_text(encoding="utf-8"))
    found = part.evaluate("axe.run().then(({violations}) => violations)")
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def tab_of(context) -> int:
    """Return the id of the tab with a page of this machine, for the popup."""
    return worker(context).evaluate(
        "chrome.tabs.query({url: ['http://127.0.0.1/*']}).then((tabs) => tabs[0].id)"
    )


def body_of(text: str) -> bytes:
    """Return the bytes that the demo chat page makes of a first message."""
    body = {"messages": [{"role": "user", "content": text}], "stream": True}
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
