"""Where each browser looks for native messaging hosts: one table, no input or output.

Sources: the browsers' own documentation, KeePassXC's installer, and trials with Chromium
and Firefox on Linux (docs/reference/native-host.md says which).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID, HOST_NAME

DESCRIPTION: Final = "Sottovoce: decides, for every prompt, who may read it"


class Family(enum.Enum):
    """Which form of manifest a browser reads."""

    CHROMIUM = "allowed_origins"
    FIREFOX = "allowed_extensions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The computer and user that places are asked for.

    Attributes:
        platform: As `sys.platform` says it.
        home: The user's home folder.
        config: `$XDG_CONFIG_HOME` on Linux.
        search: The folders of `$PATH`.
        root: What stands for `/`.
    """

    platform: str
    home: Path
    config: Path
    search: tuple[Path, ...] = ()
    root: Path = Path("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """One browser and its places.

    Folders of the user are relative to `~/.config` (Linux, where `home` is false), to the
    home folder, or to `~/Library/Application Support` (macOS).

    Attributes:
        name: As the command line has it.
        label: As people say it.
        family: The form of its manifests.
        linux: The user's folder of profiles on Linux.
        linux_home: Whether `linux` lies in the home folder itself.
        linux_system: Folders for all users on Linux, relative to the root.
        mac: The user's folder of profiles on macOS.
        mac_system: The folder for all users on macOS, relative to the root.
        windows: The registry key above the host's name, below HKCU or HKLM.
        commands: Names of its program on `$PATH`.
        application: Its name in `/Applications`.
        snap: Its name in the Snap store; empty if it is not there.
        flatpak: Its Flatpak application id.
    """

    name: str
    label: str
    family: Family
    linux: str
    linux_home: bool = False
    linux_system: tuple[str, ...]
    mac: str
    mac_system: str
    windows: str
    commands: tuple[str, ...]
    application: str
    snap: str = ""
    flatpak: str

    def user_folder(self, machine: Machine) -> Path:
        """Return the folder for this user's manifests."""
        if machine.platform == "darwin":
            return self.profiles(machine) / "NativeMessagingHosts"
        hosts = "native-messaging-hosts" if self.linux_home else "NativeMessagingHosts"
        return self.profiles(machine) / hosts

    def profiles(self, machine: Machine) -> Path:
        """Return the folder that holds the browser's profiles."""
        if machine.platform == "darwin":
            return machine.home / "Library/Application Support" / self.mac
        return (machine.home if self.linux_home else machine.config) / self.linux

    def system_folders(self, machine: Machine) -> tuple[Path, ...]:
        """Return the folders for the manifests of all users."""
        if machine.platform == "darwin":
            return (machine.root / self.mac_system / "NativeMessagingHosts",)
        return tuple(
            machine.root / folder / "native-messaging-hosts" for folder in self.linux_system
        )

    def registry_key(self, *, system: bool) -> str:
        """Return the Windows registry key whose default value is the manifest's path."""
        hive = "HKEY_LOCAL_MACHINE" if system else "HKEY_CURRENT_USER"
        return rf"{hive}\Software\{self.windows}\NativeMessagingHosts\{HOST_NAME}"

    def manifest(self, launcher: Path) -> dict[str, object]:
        """Return the native messaging manifest that lets only our extension start `launcher`."""
        chromium = self.family is Family.CHROMIUM
        return {
            "name": HOST_NAME,
            "description": DESCRIPTION,
            "path": str(launcher),
            "type": "stdio",
            self.family.value: [CHROMIUM_ORIGIN if chromium else FIREFOX_EXTENSION_ID],
        }


_TABLE: Final = (
    Browser(
        name="chromium",
        label="Chromium",
        family=Family.CHROMIUM,
        linux="chromium",
        linux_system=("etc/chromium",),
        mac="Chromium",
        mac_system="Library/Application Support/Chromium",
        windows="Chromium",
        commands=("chromium", "chromium-browser"),
        application="Chromium.app",
        snap="chromium",
        flatpak="org.chromium.Chromium",
    ),
    Browser(
        name="chrome",
        label="Google Chrome",
        family=Family.CHROMIUM,
        linux="google-chrome",
        linux_system=("etc/opt/chrome",),
        mac="Google/Chrome",
        mac_system="Library/Google/Chrome",
        windows=r"Google\Chrome",
        commands=("google-chrome", "google-chrome-stable"),
        application="Google Chrome.app",
        flatpak="com.google.Chrome",
    ),
    Browser(
        name="edge",
        label="Microsoft Edge",
        family=Family.CHROMIUM,
        linux="microsoft-edge",
        linux_system=("etc/opt/edge",),
        mac="Microsoft Edge",
        mac_system="Library/Microsoft/Edge",
        windows=r"Microsoft\Edge",
        commands=("microsoft-edge", "microsoft-edge-stable"),
        application="Microsoft Edge.app",
        flatpak="com.microsoft.Edge",
    ),
    Browser(
        name="brave",
        label="Brave",
        family=Family.CHROMIUM,
        linux="BraveSoftware/Brave-Browser",
        linux_system=("etc/opt/chrome", "etc/chromium"),
        mac="BraveSoftware/Brave-Browser",
        mac_system="Library/Application Support/BraveSoftware/Brave-Browser",
        windows=r"Google\Chrome",
        commands=("brave-browser", "brave-browser-stable", "brave"),
        application="Brave Browser.app",
        snap="brave",
        flatpak="com.brave.Browser",
    ),
    Browser(
        name="vivaldi",
        label="Vivaldi",
        family=Family.CHROMIUM,
        linux="vivaldi",
        linux_system=("etc/opt/vivaldi", "etc/chromium"),
        mac="Vivaldi",
        mac_system="Library/Application Support/Vivaldi",
        windows=r"Google\Chrome",
        commands=("vivaldi", "vivaldi-stable"),
        application="Vivaldi.app",
        snap="vivaldi",
        flatpak="com.vivaldi.Vivaldi",
    ),
    Browser(
        name="firefox",
        label="Firefox",
        family=Family.FIREFOX,
        linux=".mozilla",
        linux_home=True,
        linux_system=("usr/lib/mozilla", "usr/lib64/mozilla"),
        mac="Mozilla",
        mac_system="Library/Application Support/Mozilla",
        windows="Mozilla",
        commands=("firefox", "firefox-esr"),
        application="Firefox.app",
        snap="firefox",
        flatpak="org.mozilla.firefox",
    ),
    Browser(
        name="librewolf",
        label="LibreWolf",
        family=Family.FIREFOX,
        linux=".librewolf",
        linux_home=True,
        linux_system=("usr/lib/librewolf",),
        mac="LibreWolf",
        mac_system="Library/Application Support/LibreWolf",
        windows="Mozilla",
        commands=("librewolf",),
        application="LibreWolf.app",
        flatpak="io.gitlab.librewolf-community",
    ),
)

BROWSERS: Final = MappingProxyType({browser.name: browser for browser in _TABLE})
"""All browsers by name."""


_PROFILE_TRACES: Final = ("Local State", "profiles.ini", "firefox/profiles.ini")
"""What a browser writes at its first run; nobody else makes these."""


class Packaging(enum.Enum):
    """How a browser was found to be installed."""

    NATIVE = "native"
    SNAP = "snap"
    FLATPAK = "flatpak"


def found(browser: Browser, machine: Machine) -> frozenset[Packaging]:
    """Return how the browser is installed; empty where it is not.

    A browser in a Snap or Flatpak sandbox keeps its profiles elsewhere and may not start
    programs of the computer.
    """
    packagings = set()
    if _is_native(browser, machine):
        packagings.add(Packaging.NATIVE)
    if _any_exists(_snap_traces(browser, machine)):
        packagings.add(Packaging.SNAP)
    if _any_exists(_flatpak_traces(browser, machine)):
        packagings.add(Packaging.FLATPAK)
    return frozenset(packagings)


def _is_native(browser: Browser, machine: Machine) -> bool:
    if machine.platform == "darwin":
        folders = (machine.root / "Applications", machine.home / "Applications")
        return _any_exists(tuple(folder / browser.application for folder in folders))
    profiles = browser.profiles(machine)
    if _any_exists(tuple(profiles / trace for trace in _PROFILE_TRACES)):
        return True
    return program(browser, machine) is not None


def program(browser: Browser, machine: Machine) -> Path | None:
    """Return the browser's own program on `$PATH`, not one that only starts a snap."""
    places = (folder / name for folder in machine.search for name in browser.commands)
    return next((place for place in places if place.exists() and not _in_snap(place)), None)


def _in_snap(program: Path) -> bool:
    """Whether a command only starts a snap (Ubuntu's `firefox` is a script that does)."""
    parts = program.resolve().parts
    if "snap" in parts:
        return True
    try:
        with program.open("rb") as script:
            return b"/snap/bin/" in script.read(4096)
    except OSError:
        return False


def _snap_traces(browser: Browser, machine: Machine) -> tuple[Path, ...]:
    if not browser.snap:
        return ()
    return (machine.home / "snap" / browser.snap, machine.root / "snap/bin" / browser.snap)


def _flatpak_traces(browser: Browser, machine: Machine) -> tuple[Path, ...]:
    return (
        machine.home / ".var/app" / browser.flatpak,
        machine.home / ".local/share/flatpak/app" / browser.flatpak,
        machine.root / "var/lib/flatpak/app" / browser.flatpak,
    )


def _any_exists(paths: tuple[Path, ...]) -> bool:
    return any(path.exists() for path in paths)
