"""Starts and stops every process of Sottovoce on loopback, in a folder of its own.

The same commands run that a person would type. Nothing is installed outside the folder.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from companion.paths import Paths, resolve
from companion.sockets import peer_of
from companion.tunnel.config import write_pair

READY_DEADLINE: Final = 60.0
"""Seconds for a process to say that it listens; a cold disk makes model files slow."""
STOP_DEADLINE: Final = 10.0
_POLL: Final = 0.02
_PR_SET_PDEATHSIG: Final = 1
_LIBC: Final = ctypes.CDLL(None if sys.platform != "win32" else "msvcrt")
"""Loaded here, so that the function that runs between fork and exec only makes a call."""

Say = Callable[[str], None]


class StackError(Exception):
    """A process did not come up; the message names it and its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Where everything listens on 127.0.0.1."""

    public: int = 8460
    gateway: int = 51840
    placement: int = 8470

    @classmethod
    def free(cls) -> Self:
        """Pick ports that nobody uses now."""
        return cls(
            public=_free(socket.SOCK_STREAM),
            gateway=_free(socket.SOCK_DGRAM),
            placement=_free(socket.SOCK_STREAM),
        )

    @classmethod
    def usual_or_free(cls) -> Self:
        """Take the usual ports, and another one for each that is taken."""
        usual = cls()
        return cls(
            public=_usable(usual.public, socket.SOCK_STREAM),
            gateway=_usable(usual.gateway, socket.SOCK_DGRAM),
            placement=_usable(usual.placement, socket.SOCK_STREAM),
        )


class Stack:
    """All processes of one demo.

    Args:
        home: The folder for everything; becomes `SOTTOVOCE_HOME`.
        ports: Where to listen.
        say: Told what is being done, a line each.
        policy: Text of a policy file, or empty for the shipped policy.
    """

    def __init__(
        self, home: Path, *, ports: Ports, say: Say = lambda _: None, policy: str = ""
    ) -> None:
        self.home = home.absolute()
        self.ports = ports
        self.paths: Paths = resolve({"SOTTOVOCE_HOME": str(self.home)})
        self.gateway_conf = self.home / "gateway" / "gateway.conf"
        self.queue = self.home / "public" / "training-queue.sqlite"
        self.placement_database = self.home / "placement" / "placement.sqlite"
        self.logs = self.home / "logs"
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._announced: dict[str, int] = {}
        self._say = say
        self._policy = policy

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables for every process, browsers included."""
        return {**os.environ, "SOTTOVOCE_HOME": str(self.home)}

    @property
    def chat_url(self) -> str:
        """The demo chat page."""
        return f"http://127.0.0.1:{self.ports.public}/demo/"

    @property
    def placement_url(self) -> str:
        """The placement service's page."""
        return f"http://127.0.0.1:{self.ports.placement}/"

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start everything and wait until it is ready.

        Raises:
            StackError: A process ended, or did not get ready in time.
        """
        self.configure()
        servers = ("secured", "public", "placement")
        for name in servers:
            self.launch(name)
        for name in servers:
            self.wait_until_listening(name)
        self.launch("daemon")
        self.wait_until_ready()

    def configure(self) -> None:
        """Write keys and settings, unless an earlier start of this folder has done so."""
        self.paths.create()
        for folder in (self.logs, self.gateway_conf.parent, self.queue.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.placement_database.parent.mkdir(exist_ok=True, mode=0o700)
        for path in (self.paths.config / "tunnel.conf", self.gateway_conf):
            path.unlink(missing_ok=True)
        write_pair(
            self.paths.config / "tunnel.conf",
            self.gateway_conf,
            endpoint=("127.0.0.1", self.ports.gateway),
        )
        self.paths.settings.write_text(self._settings(), encoding="utf-8")
        if self._policy:
            self.paths.policy.write_text(self._policy, encoding="utf-8")

    def _settings(self) -> str:
        return (
            "[secured]\n"
            'tunnel = "tunnel.conf"\n'
            'label = "this computer"\n\n'
            f'[public]\nurl = "http://127.0.0.1:{self.ports.public}/v1"\n\n'
            f'[telemetry]\nurl = "http://127.0.0.1:{self.ports.placement}"\n'
        )

    def command(self, name: str) -> Sequence[str]:
        """Return the command line of a process."""
        python = (sys.executable, "-I", "-m")
        secured = ("--tunnel", str(self.gateway_conf), "--environment", "demo-secured")
        public = ("--port", str(self.ports.public), "--environment", "demo-public")
        placement = ("--port", str(self.ports.placement))
        commands: Mapping[str, Sequence[str]] = {
            "secured": (*python, "variants.cli", "serve", "--kind", "secured", *secured),
            "public": (
                *(*python, "variants.cli", "serve", "--kind", "public", *public),
                *("--training-queue", str(self.queue)),
            ),
            "placement": (
                *(*python, "placement.cli", "serve", *placement),
                *("--database", str(self.placement_database)),
            ),
            "daemon": (*python, "companion.cli", "daemon"),
        }
        return commands[name]

    def launch(self, name: str) -> subprocess.Popen[bytes]:
        """Start one process without waiting for it."""
        self._say(f"starting {_TITLES[name]}")
        self._announced[name] = self._announcements(name)
        with (self.logs / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(  # noqa: S603 - our own commands
                self.command(name),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self.environment,
                cwd="/",
                start_new_session=True,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )
        return self.processes[name]

    def wait_until_listening(self, name: str) -> None:
        """Wait for a server's line *listening on*; raises `StackError`."""
        before = self._announced[name]
        self._poll(name, lambda: self._announcements(name) > before)

    def _announcements(self, name: str) -> int:
        log = self.logs / f"{name}.log"
        return log.read_bytes().count(b"listening on") if log.exists() else 0

    def wait_until_ready(self) -> None:
        """Wait until the daemon says that every link is up; raises `StackError`."""
        self._poll("daemon", self._links_are_up)

    def _links_are_up(self) -> bool:
        links = self.links()
        return (links.get("worker"), links.get("tunnel"), links.get("secured")) == (
            "ready",
            "up",
            "ready",
        )

    def links(self) -> dict[str, str]:
        """Return what `sottovoce status --json` says."""
        done = self.run("status", "--json")
        try:
            links: dict[str, str] = json.loads(done.stdout)
        except ValueError:
            return {}
        return links

    def run(self, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run one `sottovoce` command against this stack."""
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-I", "-m", "companion.cli", *words],
            input=text,
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            timeout=READY_DEADLINE * 3,
            check=False,
        )

    def stop(self) -> None:
        """Stop everything, gently first."""
        self._end_successor()
        for process in self.processes.values():
            _signal(process, signal.SIGTERM)
        deadline = time.monotonic() + STOP_DEADLINE
        for process in self.processes.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
        for name in tuple(self.processes):
            self.kill(name)

    def _end_successor(self) -> None:
        """End the daemon that a browser's host has started where ours had gone."""
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.paths.socket))
            pid = peer_of(line).pid
            if pid not in {process.pid for process in self.processes.values()}:
                os.kill(pid, signal.SIGTERM)

    def kill(self, name: str) -> None:
        """End one process with everything that it has started."""
        process = self.processes.pop(name)
        _signal(process, signal.SIGKILL)
        process.wait()

    def _poll(self, name: str, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + READY_DEADLINE
        process = self.processes[name]
        while not ready():
            if process.poll() is not None:
                raise StackError(self._why(name, f"ended with status {process.returncode}"))
            if time.monotonic() > deadline:
                raise StackError(self._why(name, f"was not ready after {READY_DEADLINE:.0f} s"))
            time.sleep(_POLL)

    def _why(self, name: str, what: str) -> str:
        log = self.logs / f"{name}.log"
        return f"{_TITLES[name]} {what}; see {log}"


_TITLES: Final = {
    "secured": "the secured variant and its gateway",
    "public": "the public variant and its chat page",
    "placement": "the placement service",
    "daemon": "the companion",
}


def _end_with_parent() -> None:
    """Ask Linux to stop this process when whoever started it is gone, however that ended."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def _free(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _usable(port: int, kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return _free(kind)
    return port
