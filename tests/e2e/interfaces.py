"""Chat interfaces that nobody here wrote, each in a process and an environment of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

PEER = Path(__file__).parents[2] / ".venv-peers" / "bin" / "python"
OPEN_WEBUI = PEER.parents[2] / ".venv-openwebui" / "bin" / "python"
APPS = Path(__file__).with_name("peers")
PATIENCE = 180.0


class Interface:
    """One interface, with a record of every byte that it got."""

    def __init__(self, app: str, port: int, folder: Path, *, python: Path = PEER):
        self.url, self.record = f"http://127.0.0.1:{port}/", folder / "received"
        self._command = [str(python), str(APPS / f"{app}.py"), str(port), str(self.record)]
        self.folder = folder

    def __enter__(self):
        # Some look whether they are under test, and then behave otherwise.
        env = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.DEVNULL, cwd=self.folder, env=env
        )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert self._process.poll() is None, "the interface ended"
            assert time.monotonic() < deadline, "the interface did not start"
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()

    def _answers(self):
        try:
            return urllib.request.urlopen(self.url, timeout=5).status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    @property
    def received(self) -> bytes:
        return self.record.read_bytes()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
