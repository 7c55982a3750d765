"""The engine process: llama.cpp, reached over two pipes and by nothing else.

llama.cpp's binding always starts an HTTP server. It is bound to a Unix socket that nobody
can name, under a key that nobody holds, and is shut before the first prompt arrives, so
that this process listens on nothing while it works. Standard output and standard error
lead nowhere, because a native library may print a prompt when it fails.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from companion.hardening import harden
from variants.shared import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    import xllamacpp

_ABSTRACT_NAMES: Final[bool] = sys.platform == "linux"
"""Linux binds a name that starts with NUL without any file."""

_FIRST: Final = b'{"messages":[{"role":"user","content":"Hello"}],"max_tokens":1,"stream":true}'
_DESCRIPTORS: Final = 256


class Worker:
    """Runs jobs on a loaded model and writes what they yield."""

    def __init__(self, server: xllamacpp.Server, send: Callable[[frames.FromEngine], None]) -> None:
        self._server = server
        self._send = send
        self._cancelled: set[int] = set()

    def cancel(self, job: int) -> None:
        """Make a job end at its next piece."""
        self._cancelled.add(job)

    def run(self, job: int, body: bytes) -> None:
        """Answer one request; what llama.cpp raises may quote the prompt and is dropped."""
        failed = False
        try:
            if job not in self._cancelled:
                self._server.handle_chat_completions(body, lambda piece: self._piece(job, piece))
        except Exception:  # noqa: BLE001  (whatever it is, its text must not travel)
            failed = True
        self._cancelled.discard(job)
        self._send(frames.End(job=job, failed=failed))

    def _piece(self, job: int, body: bytes) -> bool:
        if job in self._cancelled:
            return True
        self._send(frames.Piece(job=job, body=body))
        return False


def load(order: frames.Load) -> xllamacpp.Server:
    """Load the model as `order` says and leave nothing listening."""
    import xllamacpp  # noqa: PLC0415  (loaded after the output is silenced)

    params = xllamacpp.CommonParams()
    params.model.path = order.path
    params.verbosity = -1
    params.offline = True
    params.use_jinja = True
    params.ui = False
    params.endpoint_slots = False
    params.api_keys = [secrets.token_hex(32)]
    params.n_threads_http = 1
    params.n_ctx = order.context * order.slots
    params.n_parallel = order.slots
    params.cpuparams.n_threads = order.threads
    params.cpuparams_batch.n_threads = order.threads
    params.cache_prompt = order.reuse
    params.cache_ram_mib = 0
    params.cache_idle_slots = False
    params.n_ctx_checkpoints = 0
    params.slot_prompt_similarity = 0.1 if order.reuse else 0.0
    name, folder = _unnamed_socket()
    params.hostnames = [name]
    try:
        server = xllamacpp.Server(params)
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    _stop_listening()
    # llama.cpp catches these and then leaves a process that lives but answers nothing.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # The first answer pays for page faults and for parsing the chat template: let it be this.
    server.handle_chat_completions(_FIRST, lambda _: False)
    return server


def _unnamed_socket() -> tuple[str, Path | None]:
    """Return a socket name ending in `.sock`, which is what selects AF_UNIX in llama.cpp."""
    if _ABSTRACT_NAMES:
        return f"\0sottovoce-{secrets.token_hex(16)}.sock", None
    folder = Path(tempfile.mkdtemp(prefix="sottovoce-"))
    return str(folder / "engine.sock"), folder


def _stop_listening() -> None:
    for descriptor in range(3, _DESCRIPTORS):
        try:
            candidate = socket.socket(fileno=os.dup(descriptor))
        except OSError:
            continue
        with candidate:
            if _listens(candidate):
                candidate.shutdown(socket.SHUT_RDWR)


def _listens(candidate: socket.socket) -> bool:
    try:
        return bool(candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    except OSError:
        return False


def serve(source: BinaryIO, send: Callable[[frames.FromEngine], None]) -> None:
    """Obey the parent until its end of the pipe closes."""
    order = _next(source)
    if not isinstance(order, frames.Load):
        return
    started = time.monotonic()
    try:
        worker = Worker(load(order), send)
    except Exception as error:  # noqa: BLE001  (no prompt exists yet, so the reason may travel)
        send(frames.Refused(reason=f"llama.cpp cannot load {order.path}: {error}"))
        return
    send(frames.Ready(load_seconds=time.monotonic() - started))
    pool = ThreadPoolExecutor(order.slots)
    while (message := _next(source)) is not None:
        if isinstance(message, frames.Generate):
            pool.submit(worker.run, message.job, message.body)
        elif isinstance(message, frames.Cancel):
            worker.cancel(message.job)


def _next(source: BinaryIO) -> frames.ToEngine | None:
    header = source.read(frames.HEADER.size)
    if len(header) < frames.HEADER.size:
        return None
    (length,) = frames.HEADER.unpack(header)
    return frames.to_engine(source.read(length))


def _silence() -> BinaryIO:
    """Point standard output and error at nothing; return the pipe that was standard output."""
    pipe = os.fdopen(os.dup(1), "wb", buffering=0)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.close(null)
    return pipe


def _leave() -> None:
    """End at once: a destructor that waits for a computation would outlive the parent."""
    os._exit(0)


def main() -> None:
    """Run the engine process."""
    pipe = _silence()
    harden()
    lock = threading.Lock()

    def send(message: frames.FromEngine) -> None:
        frame = memoryview(frames.encode(message))
        with lock:
            while frame:
                frame = frame[pipe.write(frame) :]

    try:
        serve(sys.stdin.buffer, send)
    finally:
        _leave()


if __name__ == "__main__":
    main()
