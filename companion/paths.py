"""Where the companion keeps its files: the platform's own folders, or one folder for all.

`SOTTOVOCE_HOME` puts everything below one folder, which is how the demo and the tests run
beside an installed companion without touching it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_LONGEST_SOCKET_PATH = 100
"""`sun_path` holds 108 bytes on Linux and 104 on macOS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The companion's folders. `config` is the person's, the others are the program's."""

    config: Path
    state: Path
    runtime: Path

    @property
    def policy(self) -> Path:
        """The policy file."""
        return self.config / "policy.toml"

    @property
    def settings(self) -> Path:
        """Endpoints and sizes."""
        return self.config / "companion.toml"

    @property
    def audit(self) -> Path:
        """The audit database."""
        return self.state / "audit.sqlite"

    @property
    def personal(self) -> Path:
        """What the person said is not sensitive, and which sites they switched off."""
        return self.state / "person.json"

    @property
    def spool(self) -> Path:
        """Latency samples that the placement service has not taken yet."""
        return self.state / "telemetry.sqlite"

    @property
    def socket(self) -> Path:
        """The daemon's socket (0600, in a 0700 folder)."""
        return self.runtime / "daemon.sock"

    def create(self) -> None:
        """Make the folders, readable by their owner only."""
        for folder in (self.config, self.state, self.runtime):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)


def resolve(environ: dict[str, str] | None = None) -> Paths:
    """Return the folders for this user, or those below `SOTTOVOCE_HOME` where it is set."""
    environ = dict(os.environ) if environ is None else environ
    home = environ.get("SOTTOVOCE_HOME", "")
    if home:
        root = Path(home).absolute()
        return Paths(config=root / "config", state=root / "state", runtime=_short(root / "run"))
    dirs = platformdirs.PlatformDirs("sottovoce", appauthor=False)
    return Paths(
        config=dirs.user_config_path,
        state=dirs.user_state_path,
        runtime=_short(_runtime(dirs, environ)),
    )


def _runtime(dirs: platformdirs.PlatformDirsABC, environ: dict[str, str]) -> Path:
    """Return the session's runtime folder, or one of our own where there is no session."""
    if sys.platform.startswith("linux") and not environ.get("XDG_RUNTIME_DIR"):
        return dirs.user_state_path / "run"
    return dirs.user_runtime_path


def _short(runtime: Path) -> Path:
    """Return a folder whose socket path fits into `sun_path`."""
    if sys.platform == "win32" or len(os.fsencode(runtime)) <= _LONGEST_SOCKET_PATH - 12:
        return runtime
    name = hashlib.blake2b(os.fsencode(runtime), digest_size=8).hexdigest()
    return Path(tempfile.gettempdir()) / f"sottovoce-{os.getuid()}-{name}"
