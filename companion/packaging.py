"""Browsers from Snap and Flatpak: what stands in the way, and the exact commands against it.

A sandboxed browser neither sees the computer's manifests nor may start its programs. What
helps differs by packaging and browser (docs/reference/native-host.md gives the sources):

* Firefox from Snap asks the desktop's WebExtensions portal, which reads the ordinary manifest
  and lets a person allow each host.
* Other browsers from Snap have no such way.
* A browser from Flatpak starts programs inside its sandbox only. A small script there hands
  over to the launcher outside with `flatpak-spawn --host`, once the person has allowed that.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from companion.browsers import Browser, Family, Machine, Packaging
from companion.identity import HOST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do about one sandboxed browser.

    Attributes:
        note: What stands in the way, in words.
        commands: What to type, in order; empty where nothing that is typed helps.
    """

    note: str
    commands: tuple[str, ...] = ()


def advice(browser: Browser, packaging: Packaging) -> Advice:
    """Return what the person should know and type for a sandboxed browser."""
    return _ADVICE[packaging](browser)


def _flatpak(browser: Browser) -> Advice:
    commands = [f"flatpak override --user --talk-name=org.freedesktop.Flatpak {browser.flatpak}"]
    note = (
        f"{browser.label} comes from Flatpak and may not start programs outside its sandbox. "
        "The command lets it, then close the browser and start it again. It lets this browser "
        "start any program of yours, not Sottovoce alone; with --no-talk-name in place of "
        "--talk-name it takes that back"
    )
    if browser.family is Family.FIREFOX:
        note += (
            ". From Firefox 157 on there is a narrower way, where the system has it: "
            "systemctl --user enable --now xdg-native-messaging-proxy.service"
        )
    return Advice(note=note, commands=tuple(commands))


def _snap(browser: Browser) -> Advice:
    if browser.family is Family.FIREFOX:
        allow = f"flatpak permission-set webextensions {HOST_NAME} snap.{browser.snap} yes"
        return Advice(
            note=(
                f"{browser.label} comes from the Snap store and asks the desktop before it starts "
                "the companion (Ubuntu 22.04 and later): answer Allow. If it does not ask, or you "
                "answered No once, run the command (the package flatpak has it) and start the "
                "browser again"
            ),
            commands=(allow,),
        )
    return Advice(
        note=(
            f"{browser.label} comes from the Snap store, and from there it cannot start the "
            "companion at all. Use Firefox, or a browser from its maker's own package; then run "
            "`sottovoce setup` again"
        ),
    )


_ADVICE: Final = MappingProxyType[Packaging, Callable[[Browser], Advice]](
    {Packaging.FLATPAK: _flatpak, Packaging.SNAP: _snap}
)


def flatpak_folder(browser: Browser, machine: Machine) -> Path:
    """Return where the browser looks for manifests inside its Flatpak sandbox.

    Inside, `~/.config` is `~/.var/app/ID/config`; Firefox keeps its folder of the home one up.
    """
    own = machine.home / ".var/app" / browser.flatpak
    if browser.linux_home:
        return own / browser.linux / "native-messaging-hosts"
    return own / "config" / browser.linux / "NativeMessagingHosts"


def flatpak_launcher(browser: Browser, machine: Machine) -> Path:
    """Return the script inside the sandbox; its path is the same within and without."""
    return machine.home / ".var/app" / browser.flatpak / "data/sottovoce/native-host"


def flatpak_launcher_text(launcher: Path) -> str:
    """Return the script inside the sandbox, which starts the launcher outside it.

    `--watch-bus` ends the host when the browser ends.
    """
    return (
        "#!/bin/sh\n"
        "# Written by `sottovoce install-host`: from the sandbox to the launcher outside.\n"
        f'exec flatpak-spawn --host --watch-bus {shlex.quote(str(launcher))} "$@"\n'
    )
