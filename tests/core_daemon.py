"""A real daemon in a home of its own, for the tests of the commands that talk to it."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CLI = [sys.executable, "-m", "companion.cli"]


@dataclass
class Home:
    """Where a companion lives, and how its commands are run."""

    path: Path
    read: list[str] = field(default_factory=list)

    def run(self, *arguments: str, data: bytes = b"", **options):
        return subprocess.run(
            [*CLI, *arguments],
            input=data,
            capture_output=True,
            timeout=90,
            check=False,
            env=self.environment,
            **options,
        )

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "SOTTOVOCE_HOME": str(self.path), "HOME": str(self.path)}

    def configure(self, text: str) -> None:
        folder = self.path / "config"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "companion.toml").write_text(text)

    def everything_written(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.path.rglob("*") if path.is_file())


def wait(condition, within: float = 60.0) -> None:
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "the condition never held"
        time.sleep(0.02)


@contextmanager
def public_variant(answer: str, read: list[str]) -> Iterator[str]:
    """Serve one fixed answer as a public variant; what it is asked lands in `read`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            read.append(body["messages"][0]["content"])
            self.send_response(200)
            self.end_headers()
            chunk = {"model": "tiny", "choices": [{"delta": {"content": answer}}]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def daemon(path: Path, answer: str = "a public answer") -> Iterator[Home]:
    """Run a daemon without a tunnel, whose public variant gives one fixed answer."""
    home = Home(path)
    with public_variant(answer, home.read) as url:
        home.configure(f'deadline_ms = 60000\n[public]\nurl = "{url}"\n[telemetry]\nurl = ""\n')
        process = subprocess.Popen(
            [*CLI, "daemon"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=home.environment,
        )
        with process:
            try:
                wait((path / "run" / "daemon.sock").exists)
                yield home
            finally:
                process.terminate()
                out, err = process.communicate(timeout=30)
            assert process.returncode == 0, err
            assert (out, err) == (b"", b"")
