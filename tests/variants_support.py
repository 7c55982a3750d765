"""Real variant servers for the tests, and a small client of their API."""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHAT = "/v1/chat/completions"
# A proxy from the environment must not come between a test and its server.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass
class Server:
    url: str
    line: str
    process: subprocess.Popen

    def get(self, path: str, **headers: str) -> tuple[int, dict, bytes]:
        return call(self.url + path, None, headers)

    def post(self, path: str, body: object, **headers: str) -> tuple[int, dict, bytes]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return call(self.url + path, data, {"Content-Type": "application/json", **headers})

    def ask(self, text: str, **fields: object) -> dict:
        status, _, body = self.post(CHAT, {"messages": user(text), "temperature": 0, **fields})
        assert status == 200, body
        return json.loads(body)


def user(text: str) -> list[dict]:
    return [{"role": "user", "content": text}]


def call(url: str, data: bytes | None, headers: dict[str, str]) -> tuple[int, dict, bytes]:
    request = urllib.request.Request(url, data, headers)
    try:
        with OPENER.open(request, timeout=60) as response:
            return response.status, dict(response.headers), response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "variants.cli", *arguments]


@contextlib.contextmanager
def serving(*arguments: str, prefix: tuple[str, ...] = (), **environ: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [*prefix, *command("serve", *arguments)],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        line = first_line(process)
        yield Server(url=line.split()[2], line=line, process=process)
    finally:
        process.terminate()
        try:
            process.communicate(timeout=20)
        finally:
            process.kill()


def first_line(process: subprocess.Popen, seconds: float = 60) -> str:
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        assert selector.select(seconds), "the server said nothing"
    line = process.stdout.readline()
    assert line.startswith("listening on "), (line, process.stderr.read())
    return line.strip()


def events(body: bytes) -> list[dict | str]:
    blocks = [block.removeprefix("data: ") for block in body.decode().split("\n\n") if block]
    return [block if block == "[DONE]" else json.loads(block) for block in blocks]


def streamed_text(body: bytes) -> str:
    chunks = [event for event in events(body) if isinstance(event, dict)]
    deltas = [choice["delta"] for chunk in chunks for choice in chunk["choices"]]
    return "".join(delta.get("content", "") for delta in deltas)


def until(condition, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
