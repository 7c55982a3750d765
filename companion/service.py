"""The user service: what starts the companion at login and starts it again after a crash.

On Linux it is a unit of the user's systemd; on macOS a launch agent. Where neither manager is
there, the browser starts the companion when it needs it, as it always can (`companion.host`).

Sources: systemd.service(5), systemd.exec(5), systemctl(1); launchd.plist(5), launchctl(1).
The launch agent is written from the documentation and has not been tried on a Mac.
"""

from __future__ import annotations

import enum
import os
import plistlib
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from companion import files, paths
from companion.browsers import Machine
from companion.identity import HOST_NAME
from companion.install import DAEMON_COMMAND, this_machine

UNIT: Final = "sottovoce.service"
LABEL: Final = HOST_NAME
"""The launch agent's name."""

_PATIENCE: Final = 30.0
"""Seconds for one command of the service manager."""
_HANDED_ON: Final = ("SOTTOVOCE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
"""What decides where the companion's files are; the manager may not know the shell's."""
_SHARED_FOLDERS: Final = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - named, not used

_UNIT_TEXT: Final = """\
# Written by `sottovoce setup`, which rewrites it; `sottovoce remove` takes it back.
[Unit]
Description=Sottovoce: decides, for every prompt, who may read it
StartLimitIntervalSec=60
StartLimitBurst=5

[Service]
ExecStart={command}
Restart=on-failure
RestartSec=200ms
TimeoutStopSec=15
UMask=0077
LimitCORE=0
NoNewPrivileges=yes
MemoryDenyWriteExecute=yes
LockPersonality=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
{more}
[Install]
WantedBy=default.target
"""


class ServiceError(Exception):
    """The service manager refused, or a file cannot be written; the message says which."""


class Manager(enum.Enum):
    """What keeps services of a user."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    NONE = "none"


class State(enum.Enum):
    """How the service stands."""

    RUNNING = "running"
    STOPPED = "stopped"
    """It is installed and does not run."""
    ABSENT = "absent"
    """It is not installed."""
    UNAVAILABLE = "unavailable"
    """There is no manager that could keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The service of one installation of the companion.

    Attributes:
        machine: The computer and user.
        paths: The companion's folders.
        command: What starts the daemon; the first word is an absolute path.
        environ: The environment, of which little is handed on.
    """

    machine: Machine = field(default_factory=this_machine)
    paths: paths.Paths = field(default_factory=paths.resolve)
    command: Sequence[str] = DAEMON_COMMAND
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    def manager(self) -> Manager:
        """Return the service manager that answers here, for this user."""
        if self.machine.platform == "darwin":
            return Manager.LAUNCHD
        asked = self._try("systemctl", "--user", "show", "--property=Version", "--value")
        return Manager.SYSTEMD if asked else Manager.NONE

    @property
    def place(self) -> Path:
        """The service's file."""
        if self.machine.platform == "darwin":
            return self.machine.home / "Library/LaunchAgents" / f"{LABEL}.plist"
        return self.machine.config / "systemd/user" / UNIT

    def text(self) -> bytes:
        """Return what belongs into the service's file."""
        if self.machine.platform == "darwin":
            return agent_text(self.command, self._handed_on())
        return unit_text(self.command, self._handed_on(), own_tmp=self._needs_no_tmp()).encode()

    def _handed_on(self) -> dict[str, str]:
        known = {name: self.environ.get(name, "") for name in _HANDED_ON}
        return {name: str(Path(place).absolute()) for name, place in known.items() if place}

    def _needs_no_tmp(self) -> bool:
        """Whether the companion has nothing in the shared folders for temporary files.

        Its socket goes there where the usual place has too long a path, and another `/tmp`
        would hide it from the browser's host.
        """
        used = (self.paths.config, self.paths.state, self.paths.runtime, Path(self.command[0]))
        return not any(each.is_relative_to(tmp) for each in used for tmp in _SHARED_FOLDERS)

    def state(self) -> State:
        """Return how the service stands now."""
        manager = self.manager()
        if manager is Manager.NONE:
            return State.UNAVAILABLE
        if not self.place.exists():
            return State.ABSENT
        return State.RUNNING if self.pid() else State.STOPPED

    def pid(self) -> int:
        """Return the process that the service runs; 0 where it runs none."""
        if self.machine.platform == "darwin":
            told = self._try("launchctl", "print", self._target)
            lines = (line.split("=") for line in told.splitlines() if "pid =" in line)
            said = next((value.strip() for _, value in lines), "")
        else:
            said = self._try("systemctl", "--user", "show", "--property=MainPID", "--value", UNIT)
        return int(said) if said.strip().isdigit() else 0

    def install(self) -> bool:
        """Write the service's file; returns whether that changed anything.

        Raises:
            ServiceError: It cannot be written.
        """
        text = self.text()
        if self._stored() == text:
            return False
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            files.replace(self.place, text, mode=0o644)
        except OSError as error:
            raise ServiceError(f"{self.place} cannot be written: {error.strerror}") from error
        return True

    def differs(self) -> bool:
        """Whether the service's file is missing or not what it has to be."""
        return self._stored() != self.text()

    def _stored(self) -> bytes:
        try:
            return self.place.read_bytes()
        except OSError:
            return b""

    def start(self) -> None:
        """Start the service now and at every login, anew where it runs.

        Raises:
            ServiceError: The manager refuses.
        """
        if self.machine.platform == "darwin":
            self._try("launchctl", "bootout", self._target)
            self._run("launchctl", "bootstrap", self._domain, str(self.place))
            return
        self._run("systemctl", "--user", "daemon-reload")
        self._run("systemctl", "--user", "enable", UNIT)
        self._try("systemctl", "--user", "reset-failed", UNIT)
        self._run("systemctl", "--user", "restart", UNIT)

    def remove(self) -> bool:
        """Stop the service and take its file away; returns whether there was one.

        Raises:
            ServiceError: The file cannot be removed.
        """
        if not self.place.exists():
            return False
        if self.machine.platform == "darwin":
            self._try("launchctl", "bootout", self._target)
        else:
            self._try("systemctl", "--user", "disable", "--now", UNIT)
        try:
            self.place.unlink(missing_ok=True)
        except OSError as error:
            raise ServiceError(f"{self.place} cannot be removed: {error.strerror}") from error
        if self.machine.platform != "darwin":
            self._try("systemctl", "--user", "daemon-reload")
        return True

    @property
    def _domain(self) -> str:
        return f"gui/{os.getuid()}"

    @property
    def _target(self) -> str:
        return f"{self._domain}/{LABEL}"

    def _run(self, *words: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - the words are our own
                words,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
                env=dict(self.environ),
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ServiceError(f"`{' '.join(words)}` did not answer") from error
        if done.returncode:
            last = (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
            raise ServiceError(f"`{' '.join(words)}`: {last}")
        return done.stdout

    def _try(self, *words: str) -> str:
        """Return what a command says; empty where it fails."""
        try:
            return self._run(*words)
        except ServiceError:
            return ""


def unit_text(command: Sequence[str], environment: Mapping[str, str], *, own_tmp: bool) -> str:
    """Return the systemd unit.

    Args:
        command: What starts the daemon.
        environment: Variables to set.
        own_tmp: Whether the daemon can have a `/tmp` of its own.
    """
    more = [f"Environment={_quoted(f'{name}={value}')}" for name, value in environment.items()]
    if own_tmp:
        more.append("PrivateTmp=yes")
    program, *arguments = command
    words = " ".join([_quoted(program), *(_quoted(word, dollars=True) for word in arguments)])
    return _UNIT_TEXT.format(command=words, more="".join(f"{line}\n" for line in more))


def _quoted(word: str, *, dollars: bool = False) -> str:
    """Quote one word of a unit file (systemd.syntax(7)); only arguments expand dollars."""
    word = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    if dollars:
        word = word.replace("$", "$$")
    return f'"{word}"'


def agent_text(command: Sequence[str], environment: Mapping[str, str]) -> bytes:
    """Return the launch agent's property list."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 10,
        "ProcessType": "Interactive",
        "Umask": 0o077,
        "HardResourceLimits": {"Core": 0},
        "SoftResourceLimits": {"Core": 0},
        "EnvironmentVariables": dict(environment),
        "StandardOutPath": "/dev/null",
        "StandardErrorPath": "/dev/null",
    }
    return plistlib.dumps({name: value for name, value in agent.items() if value != {}})
