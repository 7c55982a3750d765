"""A real systemd user manager, for tests that need one where none was started at login.

It runs in a mount namespace of its own that says that systemd is there, and talks over a
private socket in a folder of the test's own. `LiveManager` needs root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

from tests.live import eventually

PROGRAM = Path("/lib/systemd/systemd")
_SCRIPT = (
    "mount -t tmpfs none /run/systemd && mkdir -p /run/systemd/system && "
    f"exec {PROGRAM} --user --log-target=null"
)


def why_not() -> str:
    """Return why no manager can be started here; empty where one can."""
    if os.geteuid() != 0:
        return "needs root, for a mount namespace"
    missing = [name for name in ("systemctl", "unshare") if shutil.which(name) is None]
    if missing or not PROGRAM.exists():
        return "needs systemd"
    return ""


class LiveManager:
    """A user manager whose home is a folder of the test's own.

    Args:
        home: Stands for the user's home folder. Its path is short, for sockets lie below it.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.runtime = home / "run"
        self.runtime.mkdir(mode=0o700, parents=True)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a shell of this user."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return kept | {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.runtime)}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", _SCRIPT],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        eventually(lambda: self.control("show", "--property=Version"), "the manager answers")
        return self

    def __exit__(self, *_error: object) -> None:
        self.control("exit")
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def control(self, *words: str) -> str:
        """Return what `systemctl --user` says; empty where it fails."""
        done = subprocess.run(
            ["systemctl", "--user", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout.strip() if done.returncode == 0 else ""
