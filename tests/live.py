"""The whole system in real processes, and somebody who uses it without a browser.

`LiveStack` is the demo's stack, on request in a network namespace of its own. `Port` is a
browser's end of native messaging: it starts the real host through its real launcher and
talks to it over standard input and output.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import http.client
import json
import os
import secrets
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import psutil

from companion import framing
from companion.audit import AuditReader
from companion.demo.stack import Ports, Stack
from companion.identity import CHROMIUM_ORIGIN, HOST_NAME
from companion.install import Installer

Message = dict[str, Any]

PATIENCE = 40.0
"""Seconds until something that must happen counts as not having happened."""
_CLONE_NEWNET = 0x40000000
_PIDFD_GETFD = 438
_LIBC = ctypes.CDLL(None, use_errno=True)


def eventually(what: Callable[[], Any], why: str, within: float = PATIENCE) -> Any:
    """Return the first true result of `what`, which is asked again until the deadline."""
    deadline = time.monotonic() + within
    while not (result := what()):
        assert time.monotonic() < deadline, f"after {within:g} s still not: {why}"
        time.sleep(0.01)
    return result


class Namespace:
    """A network namespace with nothing in it but a loopback interface."""

    def __init__(self) -> None:
        self.name = f"sv{os.getpid()}{secrets.token_hex(2)}"

    def __enter__(self) -> Self:
        self.ip("netns", "add", self.name)
        self.ip("-n", self.name, "link", "set", "lo", "up")
        return self

    def __exit__(self, *_error: object) -> None:
        self.ip("netns", "delete", self.name)

    @staticmethod
    def ip(*words: str) -> None:
        """Run iproute2."""
        subprocess.run(["ip", *words], check=True, capture_output=True)

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """Give the calling thread, and what it starts, this namespace's network (setns(2))."""
        with Path("/proc/thread-self/ns/net").open("rb") as own:
            with Path("/run/netns", self.name).open("rb") as other:
                _set_namespace(other.fileno())
            try:
                yield
            finally:
                _set_namespace(own.fileno())


def _set_namespace(descriptor: int) -> None:
    if _LIBC.setns(descriptor, _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns failed")


class LiveStack(Stack):
    """The demo's stack with short answers.

    Args:
        home: The folder for everything.
        namespace: Where the processes live; None for the machine's own network.
        settings: Lines before the first table of `companion.toml`.
        policy: Text of a policy file, or empty for the shipped policy.
        answer_tokens: The longest answer of either variant.
    """

    def __init__(
        self,
        home: Path,
        *,
        namespace: Namespace | None = None,
        settings: str = "",
        policy: str = "",
        answer_tokens: int = 32,
    ) -> None:
        super().__init__(home, ports=Ports.free(), policy=policy)
        self.namespace = namespace
        self._extra_settings = settings
        self._answer_tokens = answer_tokens

    def _settings(self) -> str:
        return f"{self._extra_settings}\n{super()._settings()}"

    def configure(self) -> None:
        """Write keys and settings, and register the host with a browser profile."""
        super().configure()
        (self.home / "profile").mkdir(exist_ok=True)
        installer = Installer(paths=self.paths, home=str(self.home))
        installer.register(user_data_dir=self.home / "profile")

    @contextlib.contextmanager
    def network(self) -> Iterator[None]:
        """Give the caller the network that the processes have."""
        with self.namespace.inside() if self.namespace else contextlib.nullcontext():
            yield

    def command(self, name: str) -> tuple[str, ...]:
        """Return the command line of a process."""
        variant = name in {"secured", "public"}
        extra = ("--max-tokens", str(self._answer_tokens)) if variant else ()
        return (*super().command(name), *extra)

    def launch(self, name: str) -> subprocess.Popen[bytes]:
        """Start one process, in the namespace."""
        with self.network():
            return super().launch(name)

    def run(self, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run one `sottovoce` command, in the namespace."""
        with self.network():
            return super().run(*words, text=text)

    def ask(self, text: str) -> Message:
        """Return what `sottovoce ask --json` says to a prompt from standard input."""
        done = self.run("ask", "--json", "-", text=text)
        answer: Message = json.loads(done.stdout)
        return answer | {"status": done.returncode}

    @property
    def launcher(self) -> Path:
        """What the registered manifest names as the native host."""
        place = self.home / "profile" / "NativeMessagingHosts" / f"{HOST_NAME}.json"
        return Path(json.loads(place.read_text())["path"])

    def child(self, name: str, module: str) -> psutil.Process:
        """Return the child process of `name` that runs a Python module."""
        children = psutil.Process(self.processes[name].pid).children(recursive=True)
        return next(child for child in children if runs(child, module))

    @property
    def worker(self) -> psutil.Process:
        """The daemon's detector worker."""
        return self.child("daemon", "companion.worker")

    def engine(self, name: str) -> psutil.Process:
        """Return the process that computes a variant's answers."""
        return self.child(name, "variants.shared.llama_process")

    def free_engine(self, name: str) -> psutil.Process:
        """Return the engine that takes the next prompt, once there is only one."""

        def engines() -> list[psutil.Process]:
            children = psutil.Process(self.processes[name].pid).children(recursive=True)
            return [each for each in children if runs(each, "variants.shared.llama_process")]

        eventually(lambda: len(engines()) == 1, "there is one engine")
        return engines()[0]

    def revive(self, name: str) -> None:
        """Start a process that was killed and wait until all links are up again."""
        self.launch(name)
        if name != "daemon":
            self.wait_until_listening(name)
        self.wait_until_ready()

    def audit(self, request_id: str) -> list[Message]:
        """Return the audit's rows about one prompt."""
        with AuditReader.open(self.paths.audit) as audit:
            return [dict(row) for row in audit.export() if row.get("request") == request_id]

    def queued(self) -> list[tuple[str, str]]:
        """Return the public variant's training queue: messages and answer of each exchange."""
        address = f"{self.queue.as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as database:
            query = "SELECT messages, answer FROM exchange ORDER BY id"
            return [(str(messages), str(answer)) for messages, answer in database.execute(query)]

    def http(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Ask the public variant, as a page in a browser does."""
        with self.network():
            connection = http.client.HTTPConnection("127.0.0.1", self.ports.public, timeout=60)
            headers = {"Content-Type": "application/json"} if body else {}
            with contextlib.closing(connection):
                connection.request(method, path, body=body or None, headers=headers)
                response = connection.getresponse()
                return response.status, response.read()

    def page_sends(self, text: str) -> str:
        """Send the chat page's own request, which was released, and return the answer."""
        body = {"messages": [{"role": "user", "content": text}], "stream": True}
        status, answer = self.http(
            "POST", "/demo/v1/chat/completions", json.dumps(body, ensure_ascii=False).encode()
        )
        assert status == 200, status
        return "".join(_contents(answer))

    def public_requests(self) -> int:
        """Return how many chat requests the public variant has seen, whatever came of them."""
        page = self.http("GET", "/metrics")[1].decode()
        lines = [line for line in page.splitlines() if "requests_total{" in line]
        return sum(int(float(line.split()[-1])) for line in lines if "completions" in line)


def _contents(stream: bytes) -> Iterator[str]:
    for line in stream.decode().splitlines():
        if line.startswith("data: {"):
            for choice in json.loads(line.removeprefix("data: "))["choices"]:
                yield choice["delta"].get("content") or ""


@dataclass
class Outcome:
    """What a browser was told about one prompt.

    Attributes:
        id: The prompt's.
        decided: The `decided` message; empty if none came.
        answer: The secured answer as far as it came.
        end: `release`, `done`, `lost` (the line ended) or a hold reason.
        last: The message that ended it; empty if the line did.
    """

    id: str
    decided: Message = field(default_factory=dict)
    answer: str = ""
    end: str = ""
    last: Message = field(default_factory=dict)


class Port:
    """A native messaging port: the host's process and the browser's end of it."""

    def __init__(self, stack: LiveStack) -> None:
        with stack.network():
            self.host = subprocess.Popen(
                [str(stack.launcher), CHROMIUM_ORIGIN],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=stack.environment,
                cwd="/",
            )
        self._decoder = framing.Decoder()
        self._joiner = framing.Joiner()
        self._received: list[Message] = []
        self._ended = False
        self.outcomes: dict[str, Outcome] = {}
        self.links: Message = {}
        self.send({"type": "hello", "v": 1, "agent": "a test", "extension": "1.0"})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave, as a browser does that closes."""
        for pipe in (self.host.stdin, self.host.stdout, self.host.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.host.wait(5)
        self.host.kill()
        self.host.wait()

    def send(self, message: Message) -> None:
        """Send one message; nothing happens if the host is gone, as in a browser."""
        assert self.host.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.host.stdin.write(framing.encode(json.dumps(message).encode()))
            self.host.stdin.flush()

    def prompt(self, text: str, **fields: Any) -> str:
        """Send a prompt of a conversation of its own and return its id."""
        message = {"type": "prompt", "id": secrets.token_hex(16), "site": "demo", "text": text}
        message |= {"conversation": secrets.token_hex(8)} | fields
        prompt_id = str(message["id"])
        self.outcomes[prompt_id] = Outcome(prompt_id)
        self.send(message)
        return prompt_id

    def receive(self, within: float = PATIENCE) -> Message | None:
        """Return the next message, or None once the line has ended; both are noted."""
        deadline = time.monotonic() + within
        while not self._received and not self._ended:
            left = deadline - time.monotonic()
            assert left > 0, f"nothing was said for {within:g} s"
            self._read(left)
        if self._received:
            message = self._received.pop(0)
            self.links = message.get("links", self.links)
            if message.get("id"):
                _note(self.outcomes.setdefault(message["id"], Outcome(message["id"])), message)
            return message
        for outcome in self.outcomes.values():
            outcome.end = outcome.end or "lost"
        return None

    def _read(self, within: float) -> None:
        assert self.host.stdout is not None
        descriptor = self.host.stdout.fileno()
        if not select.select([descriptor], [], [], within)[0]:
            return
        data = os.read(descriptor, 1 << 20)
        self._ended = not data
        for payload in self._decoder.feed(data):
            whole = self._joiner.feed(payload)
            if whole is not None:
                self._received.append(json.loads(whole))

    def wait_for(self, kind: str, within: float = PATIENCE) -> Message:
        """Return the next message of a kind; those before it are skipped."""
        while True:
            message = self.receive(within)
            assert message is not None, f"the line ended before `{kind}`"
            if message["type"] == kind:
                return message

    def synchronise(self) -> None:
        """Return when the daemon has read everything that was sent before."""
        self.send({"type": "status"})
        self.wait_for("state")

    def outcome(self, prompt_id: str) -> Outcome:
        """Follow one prompt to its end."""
        outcome = self.outcomes[prompt_id]
        while not outcome.end:
            self.receive()
        return outcome

    def ask(self, text: str, **fields: Any) -> Outcome:
        """Send a prompt and follow it to its end."""
        return self.outcome(self.prompt(text, **fields))


def _note(outcome: Outcome, message: Message) -> None:
    outcome.last = message
    match message["type"]:
        case "decided":
            outcome.decided = message
            if message["action"] == "release":
                outcome.end = "release"
        case "delta":
            outcome.answer += message["text"]
        case "done":
            outcome.end = "done"
        case "held":
            outcome.end = message["reason"]
        case "fault":
            outcome.end = "fault"


@contextlib.contextmanager
def stopped(process: psutil.Process) -> Iterator[None]:
    """Hold a process still; what is left of it goes on afterwards."""
    os.kill(process.pid, signal.SIGSTOP)
    try:
        eventually(lambda: process.status() == psutil.STATUS_STOPPED, "the process stands still")
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGCONT)


def writable_files(pid: int) -> set[Path]:
    """Return the regular files that a process has open for writing (proc(5))."""
    found = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            flags = Path(f"/proc/{pid}/fdinfo/{link.name}").read_text().split("flags:")[1]
            if int(flags.split()[0], 8) & os.O_ACCMODE and link.is_file():
                found.add(link.resolve())
    return found


def duplicate(pid: int, descriptor: int) -> int:
    """Return a file descriptor of ours for one of another process (pidfd_getfd(2))."""
    handle = os.pidfd_open(pid)
    try:
        copy = int(_LIBC.syscall(_PIDFD_GETFD, handle, descriptor, 0))
    finally:
        os.close(handle)
    if copy < 0:
        raise OSError(ctypes.get_errno(), "pidfd_getfd failed")
    return copy


def unread(pid: int, descriptor: int = 0) -> int:
    """Return how many bytes wait to be read by a process from a pipe or socket."""
    copy = duplicate(pid, descriptor)
    try:
        return int.from_bytes(fcntl.ioctl(copy, termios.FIONREAD, bytes(4)), sys.byteorder)
    finally:
        os.close(copy)


def runs(process: psutil.Process, module: str) -> bool:
    """Return whether a process, which may be ending just now, runs a Python module."""
    try:
        return module in process.cmdline()
    except psutil.NoSuchProcess:
        return False
