"""How long the native host takes from its start until it relays, beside bare Python."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from companion import host, install
from companion.framing import Decoder, encode


def run(runs: int = 40) -> dict[str, Any]:
    """Return p50 and p90 in milliseconds, taken in turn so that both meet the same load.

    `ready` runs from the start of the launcher that browsers start, until the daemon's
    answer to `attach` has come out of the host: it then relays both ways. `bare` is
    `python3 -ISu -c pass`, from start to end.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "run", "daemon.sock")
        path.parent.mkdir(mode=0o700)
        launcher = Path(folder, "launcher")
        launcher.write_text(install.launcher_text(path, command=()))
        launcher.chmod(0o700)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            path.chmod(0o600)
            listener.listen()
            threading.Thread(target=_answer, args=(listener, runs), daemon=True).start()
            pairs = [(_bare(), _ready(launcher)) for _ in range(runs)]
    bare, ready = zip(*pairs, strict=True)
    return {"runs": runs, "bare_ms": _summary(bare), "ready_ms": _summary(ready)}


def _answer(listener: socket.socket, runs: int) -> None:
    for _ in range(runs):
        link, _ = listener.accept()
        with link:
            decoder = Decoder()
            while not decoder.feed(link.recv(4096)):
                pass
            link.sendall(encode(b"{}"))
            link.recv(1)


def _bare() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-ISu", "-c", "pass"], check=True)
    return (time.perf_counter() - began) * 1000


def _ready(launcher: Path) -> float:
    began = time.perf_counter()
    with subprocess.Popen(
        [launcher, *host.CHROMIUM_ORIGINS], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        os.read(process.stdout.fileno(), 6)
        return (time.perf_counter() - began) * 1000


def _summary(values: tuple[float, ...]) -> dict[str, Any]:
    deciles = statistics.quantiles(values, n=10)
    return {"p50": round(statistics.median(values), 1), "p90": round(deciles[8], 1)}


if __name__ == "__main__":
    print(run())
