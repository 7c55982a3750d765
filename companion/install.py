"""Registers the native host with browsers, repairs the registration and takes it back.

A browser starts the launcher that a manifest names. The launcher is a script of one
command with absolute paths, so that nothing in the browser's environment decides what
runs. Which manifests were written is noted beside it: those are repaired at each start of
the daemon, and those are removed again, and no others.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from companion import files, host, packaging, paths
from companion.browsers import BROWSERS, Browser, Machine, Packaging, found
from companion.identity import HOST_NAME

DAEMON_COMMAND: Final = (sys.executable, "-I", "-m", "companion.cli", "daemon")
"""How the host starts the daemon: no folder of the browser's is searched for modules."""

_FILE: Final = f"{HOST_NAME}.json"
_SYSTEM_LAUNCHER: Final = Path("usr/local/lib/sottovoce/native-host")
_SOCKET_OF_CALLER: Final = {
    "darwin": '"$HOME"/Library/Caches/TemporaryItems/sottovoce/daemon.sock',
    "linux": '"${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"/sottovoce/daemon.sock',
}


class InstallError(Exception):
    """A browser is unknown, the platform is not supported, or a file cannot be written."""


class Registration(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was done, or would be done, for one browser at one place.

    Attributes:
        browser: The browser's name for the command line.
        label: Its name for people.
        action: `written`, `unchanged`, `removed`, `absent`, or `advice` where nothing was
            done and `note` says why.
        place: The manifest.
        note: What the person should know; empty mostly.
        commands: What the person should type; empty mostly.
    """

    browser: str
    label: str
    action: str
    place: str = ""
    note: str = ""
    commands: tuple[str, ...] = ()


def this_machine(environ: dict[str, str] | None = None) -> Machine:
    """Return the computer and user that this process runs as."""
    environ = dict(os.environ) if environ is None else environ
    home = Path(environ.get("HOME") or Path.home())
    return Machine(
        platform=sys.platform,
        home=home,
        config=Path(environ.get("XDG_CONFIG_HOME") or home / ".config"),
        search=tuple(Path(each) for each in environ.get("PATH", "").split(os.pathsep) if each),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Installer:
    """Registers one installation of the companion.

    Attributes:
        machine: Where browsers are looked for.
        paths: The companion's folders.
        command: What starts the daemon; the first word is an absolute path.
        home: `SOTTOVOCE_HOME`, handed on to the daemon; empty for the platform's folders.
        system: Whether to register for all users, which needs the right to write there.
        dry_run: Whether to say what would be done and do nothing.
    """

    machine: Machine = field(default_factory=this_machine)
    paths: paths.Paths = field(default_factory=paths.resolve)
    command: Sequence[str] = DAEMON_COMMAND
    home: str = field(default_factory=lambda: os.environ.get("SOTTOVOCE_HOME", ""))
    system: bool = False
    dry_run: bool = False

    @property
    def launcher(self) -> Path:
        """The script that browsers start."""
        if self.system:
            return self.machine.root / _SYSTEM_LAUNCHER
        return self.paths.state / "native-host"

    @property
    def _record(self) -> Path:
        return self.launcher.with_name("native-host.json")

    def install(self, names: Iterable[str] | None = None) -> list[Registration]:
        """Write launcher and manifests for the named browsers, or for all that are found.

        Raises:
            InstallError: A name is unknown, the platform is not supported, or a file cannot
                be written.
        """
        self._check_platform()
        self._prepare()
        chosen = [_browser(name) for name in names] if names is not None else self.detected()
        results = [result for browser in chosen for result in self._install(browser)]
        self._remember(self._remembered() | {r.place: r.browser for r in results if r.place})
        return results

    def register(
        self, *, user_data_dir: Path | None = None, firefox_home: Path | None = None
    ) -> list[Registration]:
        """Register with a Chromium profile folder or a Firefox home that stands apart.

        Raises:
            InstallError: A file cannot be written.
        """
        self._prepare()
        results = []
        if user_data_dir is not None:
            folder = user_data_dir / "NativeMessagingHosts"
            results.append(self._write(BROWSERS["chromium"], folder))
        if firefox_home is not None:
            folder = firefox_home / ".mozilla" / "native-messaging-hosts"
            results.append(self._write(BROWSERS["firefox"], folder))
        self._remember(self._remembered() | {r.place: r.browser for r in results})
        return results

    def repair(self) -> list[Registration]:
        """Rewrite the launcher and the manifests that were registered, where they differ.

        A manifest whose browser folder is gone, or that now names another installation's
        working launcher, is left alone. Never fails: the daemon runs this at each start.
        """
        results = []
        known = {p: BROWSERS[n] for p, n in self._remembered().items() if n in BROWSERS}
        for place, browser in known.items():
            manifest = Path(place)
            try:
                if manifest.parent.parent.is_dir() and not self._foreign(browser, manifest):
                    results.append(self._write(browser, manifest.parent))
            except (InstallError, OSError) as error:
                results.append(_advice(browser, str(error), place))
        return results

    def uninstall(self, names: Iterable[str] | None = None) -> list[Registration]:
        """Remove our manifests, of the named browsers or of all, and at last the launcher.

        Raises:
            InstallError: A name is unknown, or a file cannot be removed.
        """
        self._check_platform()
        wanted = {_browser(name).name for name in (BROWSERS if names is None else names)}
        remembered = self._remembered()
        places = {
            str(folder / _FILE): browser.name
            for browser in BROWSERS.values()
            for folder in self._folders(browser)
        } | remembered
        results = [
            self._remove(BROWSERS[name], Path(place))
            for place, name in places.items()
            if name in wanted
        ]
        left = {place: name for place, name in remembered.items() if name not in wanted}
        self._remember(left)
        if not left and not self.dry_run:
            _unlink(self.launcher)
        return [each for each in results if each.action != "absent" or each.place in remembered]

    def detected(self) -> list[Browser]:
        """Return the browsers that are installed."""
        return [each for each in BROWSERS.values() if found(each, self.machine)]

    def _check_platform(self) -> None:
        if self.machine.platform not in _SOCKET_OF_CALLER:
            raise InstallError(f"the companion does not run on {self.machine.platform} yet")

    def _prepare(self) -> None:
        if self.system:
            _check_open_to_all(Path(sys.executable))
            os.umask(0o022)
        elif not self.dry_run:
            self.paths.create()

    def _install(self, browser: Browser) -> list[Registration]:
        sandboxed = found(browser, self.machine) - {Packaging.NATIVE}
        folders = self._folders(browser)
        if Packaging.FLATPAK in sandboxed and not self.system:
            folders.append(packaging.flatpak_folder(browser, self.machine))
        results = [self._write(browser, folder) for folder in folders]
        return results + [
            _told(browser, packaging.advice(browser, each))
            for each in sorted(sandboxed, key=lambda each: each.value)
        ]

    def _folders(self, browser: Browser) -> list[Path]:
        if not self.system:
            return [browser.user_folder(self.machine)]
        # Distributions differ in lib and lib64, and often one is a link to the other.
        folders = browser.system_folders(self.machine)
        known = [each for each in folders if each.parent.parent.is_dir()]
        return list({each.resolve(): each for each in known or folders[:1]}.values())

    def _write(self, browser: Browser, folder: Path) -> Registration:
        place = folder / _FILE
        launcher = self._launcher_for(browser, folder)
        text = json.dumps(browser.manifest(launcher), indent=2) + "\n"
        if not self.dry_run:
            _write_if_other(self.launcher, self._launcher_text(), 0o755 if self.system else 0o700)
            if launcher != self.launcher:
                _write_if_other(launcher, packaging.flatpak_launcher_text(self.launcher), 0o700)
        changed = _differs(place, text)
        if changed and not self.dry_run:
            _write_if_other(place, text, 0o644)
        action = "written" if changed else "unchanged"
        return Registration(
            browser=browser.name, label=browser.label, action=action, place=str(place)
        )

    def _launcher_for(self, browser: Browser, folder: Path) -> Path:
        """Return what a manifest in `folder` names: a script of its own inside a sandbox."""
        if folder == packaging.flatpak_folder(browser, self.machine):
            return packaging.flatpak_launcher(browser, self.machine)
        return self.launcher

    def _launcher_text(self) -> str:
        if self.system:
            return launcher_text(_SOCKET_OF_CALLER[self.machine.platform], command=self.command)
        return launcher_text(self.paths.socket, command=self.command, home=self.home)

    def _remove(self, browser: Browser, place: Path) -> Registration:
        launcher = self._launcher_for(browser, place.parent)
        ours = place.exists() and _named_launcher(place) == str(launcher)
        if ours and not self.dry_run:
            _unlink(place)
            if launcher != self.launcher:
                _unlink(launcher)
        action = "removed" if ours else "absent"
        return Registration(
            browser=browser.name, label=browser.label, action=action, place=str(place)
        )

    def _foreign(self, browser: Browser, manifest: Path) -> bool:
        named = _named_launcher(manifest)
        ours = str(self._launcher_for(browser, manifest.parent))
        return named not in ("", ours) and os.access(named, os.X_OK)

    def _remembered(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._record.read_bytes(), type=dict[str, str])
        except (OSError, ValueError, msgspec.DecodeError):
            return {}

    def _remember(self, places: dict[str, str]) -> None:
        if self.dry_run:
            return
        if places:
            text = json.dumps(places, indent=2, sort_keys=True) + "\n"
            _write_if_other(self._record, text, 0o644 if self.system else 0o600)
        else:
            _unlink(self._record)


def install(
    names: Iterable[str] | None = None, *, system: bool = False, dry_run: bool = False
) -> list[Registration]:
    """Register this user's companion with browsers; see `Installer.install`."""
    return Installer(system=system, dry_run=dry_run).install(names)


def uninstall(
    names: Iterable[str] | None = None, *, system: bool = False, dry_run: bool = False
) -> list[Registration]:
    """Take the registration back; see `Installer.uninstall`."""
    return Installer(system=system, dry_run=dry_run).uninstall(names)


def repair() -> list[Registration]:
    """Repair this user's registration; see `Installer.repair`."""
    return Installer().repair()


def register(
    *, user_data_dir: Path | None = None, firefox_home: Path | None = None
) -> list[Registration]:
    """Register with a profile that stands apart; see `Installer.register`."""
    return Installer().register(user_data_dir=user_data_dir, firefox_home=firefox_home)


def launcher_text(socket: Path | str, *, command: Sequence[str], home: str = "") -> str:
    """Return the script that browsers start.

    Args:
        socket: The daemon's socket; a string is an expression for the shell.
        command: What starts the daemon; empty starts none.
        home: `SOTTOVOCE_HOME` for the daemon.
    """
    place = socket if isinstance(socket, str) else shlex.quote(str(socket))
    program = shlex.join((sys.executable, "-ISu", str(Path(host.__file__).absolute())))
    lines = ["#!/bin/sh", "# Written by `sottovoce install-host`, repaired at each start."]
    if home:
        lines.append(f"export SOTTOVOCE_HOME={shlex.quote(home)}")
    lines.append(f'exec {program} {place} {shlex.join(command)} -- "$@"')
    return "\n".join(lines) + "\n"


def _check_open_to_all(program: Path) -> None:
    for folder in program.absolute().parents:
        if not folder.stat().st_mode & 0o001:
            raise InstallError(
                f"other users may not enter {folder}; install the companion outside of it "
                "(below /opt, say) to register it for all users"
            )


def _browser(name: str) -> Browser:
    try:
        return BROWSERS[name]
    except KeyError:
        known = ", ".join(BROWSERS)
        raise InstallError(f"there is no browser {name!r}; known are {known}") from None


def _told(browser: Browser, advice: packaging.Advice) -> Registration:
    return Registration(
        browser=browser.name,
        label=browser.label,
        action="advice",
        note=advice.note,
        commands=advice.commands,
    )


def _advice(browser: Browser, note: str, place: str = "") -> Registration:
    return Registration(
        browser=browser.name, label=browser.label, action="advice", place=place, note=note
    )


def _named_launcher(manifest: Path) -> str:
    try:
        named = json.loads(manifest.read_bytes())["path"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return named if isinstance(named, str) else ""


def _differs(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() != text.encode()
    except OSError:
        return True


def _write_if_other(path: Path, text: str, mode: int) -> None:
    """Write a file in one step, so that a browser never reads half of it."""
    try:
        if _differs(path, text) or path.is_symlink():
            path.parent.mkdir(parents=True, exist_ok=True)
            files.replace(path, text.encode(), mode=mode)
        elif path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)
    except OSError as error:
        raise InstallError(f"{path} cannot be written: {error.strerror}") from error


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise InstallError(f"{path} cannot be removed: {error.strerror}") from error
