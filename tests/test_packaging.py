"""Browsers in sandboxes: where their manifests lie, what starts the host, what is told."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from companion import packaging
from companion.browsers import BROWSERS, Family, Machine, Packaging
from companion.commands import install_host
from companion.identity import CHROMIUM_ORIGIN, HOST_NAME
from companion.install import Installer
from companion.paths import Paths

FILE = f"{HOST_NAME}.json"
PLACES = {
    "chromium": "org.chromium.Chromium/config/chromium/NativeMessagingHosts",
    "chrome": "com.google.Chrome/config/google-chrome/NativeMessagingHosts",
    "edge": "com.microsoft.Edge/config/microsoft-edge/NativeMessagingHosts",
    "brave": "com.brave.Browser/config/BraveSoftware/Brave-Browser/NativeMessagingHosts",
    "vivaldi": "com.vivaldi.Vivaldi/config/vivaldi/NativeMessagingHosts",
    "firefox": "org.mozilla.firefox/.mozilla/native-messaging-hosts",
    "librewolf": "io.gitlab.librewolf-community/.librewolf/native-messaging-hosts",
}


@pytest.fixture
def machine(tmp_path) -> Machine:
    home = tmp_path / "home"
    home.mkdir()
    return Machine(platform="linux", home=home, config=home / ".config", root=tmp_path / "root")


@pytest.fixture
def installer(machine, tmp_path) -> Installer:
    state = tmp_path / "it's a state"
    paths = Paths(config=tmp_path / "c", state=state, runtime=tmp_path / "run")
    return Installer(machine=machine, paths=paths, home="")


def from_flatpak(machine: Machine, name: str) -> Path:
    own = machine.home / ".var/app" / BROWSERS[name].flatpak
    own.mkdir(parents=True)
    return own


@pytest.mark.parametrize("name", BROWSERS)
def test_a_browser_from_flatpak_finds_its_manifest_inside_the_sandbox(installer, machine, name):
    from_flatpak(machine, name)
    results = installer.install()
    place = machine.home / ".var/app" / PLACES[name] / FILE
    assert str(place) in [each.place for each in results]
    launcher = Path(json.loads(place.read_text())["path"])
    assert machine.home / ".var/app" / BROWSERS[name].flatpak in launcher.parents
    assert stat.S_IMODE(launcher.stat().st_mode) == 0o700
    # The ordinary manifest is there too: portals read that one.
    assert str(BROWSERS[name].user_folder(machine) / FILE) in [each.place for each in results]


def test_the_script_in_the_sandbox_hands_everything_to_the_launcher_outside(
    installer, machine, tmp_path
):
    own = from_flatpak(machine, "chrome")
    installer.install()
    spawn = tmp_path / "bin/flatpak-spawn"
    spawn.parent.mkdir()
    spawn.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    spawn.chmod(0o700)
    done = subprocess.run(
        [own / "data/sottovoce/native-host", CHROMIUM_ORIGIN, "two words"],
        env={"PATH": f"{spawn.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert done.stdout.splitlines() == [
        "--host",
        "--watch-bus",
        str(installer.launcher),
        CHROMIUM_ORIGIN,
        "two words",
    ]


def test_what_was_put_into_a_sandbox_is_repaired_and_taken_out_again(installer, machine):
    own = from_flatpak(machine, "firefox")
    installer.install()
    launcher = own / "data/sottovoce/native-host"
    launcher.write_text("changed")
    (machine.home / ".var/app" / PLACES["firefox"] / FILE).unlink()
    assert sorted(each.action for each in installer.repair()) == ["unchanged", "written"]
    assert launcher.read_text() == packaging.flatpak_launcher_text(installer.launcher)
    assert [each.action for each in installer.uninstall()] == ["removed", "removed"]
    assert not [path for path in own.rglob("*") if path.is_file()]


def test_nothing_is_put_into_the_sandbox_of_a_browser_that_is_not_there(installer, machine):
    installer.install(["firefox"])
    assert not (machine.home / ".var").exists()


@pytest.mark.parametrize("name", BROWSERS)
def test_flatpak_is_told_the_one_command_with_what_it_gives_away(name):
    browser = BROWSERS[name]
    told = packaging.advice(browser, Packaging.FLATPAK)
    assert told.commands == (
        f"flatpak override --user --talk-name=org.freedesktop.Flatpak {browser.flatpak}",
    )
    assert "any program of yours" in told.note
    assert "--no-talk-name" in told.note
    assert ("xdg-native-messaging-proxy" in told.note) == (browser.family is Family.FIREFOX)


def test_firefox_from_snap_is_allowed_by_name():
    told = packaging.advice(BROWSERS["firefox"], Packaging.SNAP)
    assert told.commands == (
        "flatpak permission-set webextensions eu.sottovoce.companion snap.firefox yes",
    )
    assert "answer Allow" in told.note


@pytest.mark.parametrize("name", ["chromium", "brave", "vivaldi"])
def test_other_browsers_from_snap_are_told_that_nothing_helps(name):
    told = packaging.advice(BROWSERS[name], Packaging.SNAP)
    assert told.commands == ()
    assert "cannot start the companion at all" in told.note
    assert "maker's own package" in told.note


def test_the_manual_gives_the_same_commands():
    manual = Path(__file__).parent.parent / "docs/reference/native-host.md"
    text = manual.read_text(encoding="utf-8")
    for packed in (Packaging.FLATPAK, Packaging.SNAP):
        for command in packaging.advice(BROWSERS["firefox"], packed).commands:
            assert command in text


def test_what_to_type_is_printed_on_lines_of_its_own(installer, machine):
    from_flatpak(machine, "brave")
    *_, told = installer.install()
    printed = install_host.line(told, as_json=False).splitlines()
    assert printed[0].startswith("Brave: advice (Brave comes from Flatpak")
    assert printed[1:] == [f"    {told.commands[0]}"]
    assert json.loads(install_host.line(told, as_json=True))["commands"] == list(told.commands)
