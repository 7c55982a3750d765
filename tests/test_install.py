"""Registering, repairing and taking back, in folders that stand for a computer."""

import json
import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from companion import host, identity, install
from companion.browsers import BROWSERS, Machine
from companion.install import Installer, InstallError
from companion.paths import Paths

FILE = f"{identity.HOST_NAME}.json"


@pytest.fixture
def machine(tmp_path) -> Machine:
    home = tmp_path / "home"
    home.mkdir()
    return Machine(
        platform="linux", home=home, config=home / ".config", search=(), root=tmp_path / "root"
    )


@pytest.fixture
def installer(machine, tmp_path) -> Installer:
    paths = Paths(
        config=tmp_path / "c", state=tmp_path / "it's a state", runtime=tmp_path / "run time"
    )
    return Installer(machine=machine, paths=paths, home="")


def altered(installer: Installer, **changes) -> Installer:
    fields = {"machine", "paths", "command", "home", "system", "dry_run"}
    return Installer(**{name: getattr(installer, name) for name in fields} | changes)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def actions(results) -> list[tuple[str, str]]:
    return [(each.browser, each.action) for each in results]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# D8
def test_a_named_browser_gets_a_manifest_that_names_a_launcher(installer, machine):
    (result,) = installer.install(["chrome"])
    assert (result.browser, result.label, result.action) == ("chrome", "Google Chrome", "written")
    place = machine.config / "google-chrome/NativeMessagingHosts" / FILE
    assert result.place == str(place)
    manifest = json.loads(place.read_text())
    assert manifest["path"] == str(installer.launcher)
    assert Path(manifest["path"]).is_absolute()
    assert mode(installer.launcher) == 0o700
    assert mode(installer.paths.state) == 0o700


def test_installing_again_changes_nothing(installer, tmp_path):
    installer.install(["chrome", "firefox"])
    before = files(tmp_path)
    assert actions(installer.install(["chrome", "firefox"])) == [
        ("chrome", "unchanged"),
        ("firefox", "unchanged"),
    ]
    assert files(tmp_path) == before


def test_without_names_the_browsers_that_are_there_are_registered(installer, machine):
    (machine.config / "chromium").mkdir(parents=True)
    (machine.config / "chromium" / "Local State").write_text("{}")
    (machine.home / ".mozilla/firefox").mkdir(parents=True)
    (machine.home / ".mozilla/firefox/profiles.ini").write_text("")
    assert actions(installer.install()) == [("chromium", "written"), ("firefox", "written")]
    assert not (machine.config / "google-chrome").exists()


def test_a_sandboxed_browser_is_named_with_what_to_do(installer, machine):
    (machine.home / ".var/app/org.mozilla.firefox").mkdir(parents=True)
    (machine.home / "snap/chromium").mkdir(parents=True)
    results = installer.install()
    assert actions(results) == [
        ("chromium", "written"),
        ("chromium", "advice"),
        ("firefox", "written"),
        ("firefox", "written"),
        ("firefox", "advice"),
    ]
    assert "Snap store" in results[1].note
    assert results[4].note.startswith("Firefox comes from Flatpak")
    assert results[4].commands == (
        "flatpak override --user --talk-name=org.freedesktop.Flatpak org.mozilla.firefox",
    )


def test_a_dry_run_says_the_same_and_does_nothing(installer, tmp_path):
    machine_files = files(tmp_path)
    dry = altered(installer, dry_run=True)
    assert actions(dry.install(["edge"])) == [("edge", "written")]
    assert files(tmp_path) == machine_files
    assert not installer.paths.state.exists()
    installer.install(["edge"])
    before = files(tmp_path)
    assert actions(dry.uninstall()) == [("edge", "removed")]
    assert files(tmp_path) == before


def test_an_unknown_browser_is_an_error_that_names_the_known_ones(installer):
    with pytest.raises(InstallError, match="no browser 'netscape'; known are chromium, chrome"):
        installer.install(["netscape"])
    with pytest.raises(InstallError, match="netscape"):
        installer.uninstall(["netscape"])


def test_windows_is_refused_plainly(installer, machine):
    windows = Machine(platform="win32", home=machine.home, config=machine.config)
    with pytest.raises(InstallError, match="does not run on win32 yet"):
        altered(installer, machine=windows).install(["chrome"])


def test_uninstalling_removes_every_trace(installer, machine, tmp_path):
    installer.paths.create()
    before = files(tmp_path)
    installer.install(["chrome", "firefox"])
    installer.register(user_data_dir=tmp_path / "profile", firefox_home=tmp_path / "fx")
    assert sorted(actions(installer.uninstall())) == [
        ("chrome", "removed"),
        ("chromium", "removed"),
        ("firefox", "removed"),
        ("firefox", "removed"),
    ]
    assert files(tmp_path) == before
    assert installer.uninstall() == []


def test_one_browser_can_be_taken_back_alone(installer):
    installer.install(["chrome", "firefox"])
    assert actions(installer.uninstall(["chrome"])) == [("chrome", "removed")]
    assert installer.launcher.exists()
    assert actions(installer.repair()) == [("firefox", "unchanged")]


def test_the_manifest_of_another_installation_is_left_alone(installer, machine):
    installer.install(["chrome"])
    place = machine.config / "google-chrome/NativeMessagingHosts" / FILE
    manifest = json.loads(place.read_text())
    place.write_text(json.dumps(manifest | {"path": "/bin/true"}))
    assert installer.repair() == []
    assert actions(installer.uninstall()) == [("chrome", "absent")]
    assert json.loads(place.read_text())["path"] == "/bin/true"


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b'{"path": 1}', b"[]", b'{"path": "/no/such/launcher"}', None],
    ids=["empty", "cut", "no path", "no object", "stale", "deleted"],
)
def test_a_damaged_manifest_is_repaired(installer, machine, damage):
    installer.install(["firefox"])
    place = machine.home / ".mozilla/native-messaging-hosts" / FILE
    sound = place.read_bytes()
    place.unlink()
    if damage is not None:
        place.write_bytes(damage)
    assert actions(installer.repair()) == [("firefox", "written")]
    assert place.read_bytes() == sound
    assert actions(installer.repair()) == [("firefox", "unchanged")]


def test_a_moved_interpreter_is_repaired(installer, monkeypatch):
    installer.install(["firefox"])
    monkeypatch.setattr(sys, "executable", "/new/place/python3")
    installer.repair()
    assert "/new/place/python3 -ISu " in installer.launcher.read_text()
    installer.launcher.chmod(0o777)
    installer.repair()
    assert mode(installer.launcher) == 0o700


def test_repair_registers_nothing_new_and_makes_no_browser_folder(installer, machine, tmp_path):
    assert installer.repair() == []
    assert not installer.paths.state.exists()
    installer.register(user_data_dir=tmp_path / "profile")
    for each in sorted((tmp_path / "profile").rglob("*"), reverse=True):
        each.unlink() if each.is_file() else each.rmdir()
    (tmp_path / "profile").rmdir()
    assert installer.repair() == []
    assert not (tmp_path / "profile").exists()


def test_repair_survives_a_record_that_is_damaged_and_a_place_that_cannot_be_written(
    installer, machine
):
    installer.install(["firefox"])
    record = installer.launcher.with_name("native-host.json")
    place = machine.home / ".mozilla/native-messaging-hosts"
    (place / FILE).unlink()
    (place / FILE).mkdir()
    (result,) = installer.repair()
    assert result.action == "advice"
    assert "cannot be written" in result.note
    for damage in (b"", b"[]", b'{"/x": 1}', b'{"/x": "netscape"}', b"\xff"):
        record.write_bytes(damage)
        assert installer.repair() == []


def test_a_place_that_cannot_be_written_is_an_error(installer, machine):
    machine.config.write_text("a file")
    with pytest.raises(InstallError, match="cannot be written"):
        installer.install(["chrome"])


def test_a_link_in_the_launchers_place_is_replaced_not_followed(installer, tmp_path):
    installer.paths.create()
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    installer.launcher.symlink_to(victim)
    installer.install(["chrome"])
    assert not installer.launcher.is_symlink()
    assert victim.read_text() == "untouched"


def test_a_profile_that_stands_apart_is_registered(installer, tmp_path):
    results = installer.register(user_data_dir=tmp_path / "profile", firefox_home=tmp_path / "fx")
    assert [each.place for each in results] == [
        str(tmp_path / "profile/NativeMessagingHosts" / FILE),
        str(tmp_path / "fx/.mozilla/native-messaging-hosts" / FILE),
    ]
    assert all(Path(each.place).is_file() for each in results)
    assert sorted(actions(installer.repair())) == [
        ("chromium", "unchanged"),
        ("firefox", "unchanged"),
    ]


def test_all_users_are_served_by_one_launcher_that_finds_the_callers_socket(
    installer, machine, monkeypatch
):
    monkeypatch.setattr(install, "_check_open_to_all", lambda _: None)
    system = altered(installer, system=True)
    old = os.umask(0o077)
    try:
        results = system.install(["chromium", "firefox"])
    finally:
        os.umask(old)
    assert [each.place for each in results] == [
        str(machine.root / "etc/chromium/native-messaging-hosts" / FILE),
        str(machine.root / "usr/lib/mozilla/native-messaging-hosts" / FILE),
    ]
    launcher = machine.root / "usr/local/lib/sottovoce/native-host"
    assert json.loads(Path(results[0].place).read_text())["path"] == str(launcher)
    assert mode(launcher) == 0o755
    assert mode(launcher.parent) == 0o755
    assert mode(Path(results[0].place)) == 0o644
    assert '"${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"/sottovoce/daemon.sock' in launcher.read_text()
    system.uninstall()
    assert files(machine.root) == {}


def test_firefox_for_all_users_is_registered_in_lib_and_lib64_where_both_are_real(
    installer, machine, monkeypatch
):
    monkeypatch.setattr(install, "_check_open_to_all", lambda _: None)
    (machine.root / "usr/lib").mkdir(parents=True)
    (machine.root / "usr/lib64").mkdir()
    system = altered(installer, system=True)
    assert len(system.install(["firefox"])) == 2
    (machine.root / "usr/lib64/mozilla/native-messaging-hosts" / FILE).unlink()
    (machine.root / "usr/lib64/mozilla/native-messaging-hosts").rmdir()
    (machine.root / "usr/lib64/mozilla").rmdir()
    (machine.root / "usr/lib64").rmdir()
    (machine.root / "usr/lib64").symlink_to("lib")
    assert len(system.install(["firefox"])) == 1


def test_an_installation_that_others_may_not_enter_is_not_offered_to_them(
    installer, tmp_path, monkeypatch
):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(sys, "executable", str(closed / "python3"))
    with pytest.raises(InstallError, match="other users may not enter"):
        altered(installer, system=True).install(["chrome"])


def test_the_launcher_passes_everything_as_it_is_whatever_the_names_hold(tmp_path):
    folder = tmp_path / 'it\'s "a" $HOME `folder`'
    folder.mkdir()
    shown = folder / "show"
    shown.write_text(
        "import sys, os, json\nprint(json.dumps([sys.argv[1:], os.environ.get('SOTTOVOCE_HOME')]))"
    )
    text = install.launcher_text(
        folder / "daemon.sock", command=("/x y", "da'emon"), home=str(folder)
    )
    assert str(Path(host.__file__)) in text
    launcher = folder / "native-host"
    launcher.write_text(_with_program(text, shown))
    launcher.chmod(0o700)
    result = subprocess.run(
        [launcher, identity.CHROMIUM_ORIGIN, "two words"],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    arguments, home = json.loads(result.stdout)
    assert arguments == [
        str(folder / "daemon.sock"),
        "/x y",
        "da'emon",
        "--",
        identity.CHROMIUM_ORIGIN,
        "two words",
    ]
    assert home == str(folder)


def _with_program(text: str, program: Path) -> str:
    return text.replace(shlex.quote(str(Path(host.__file__).absolute())), shlex.quote(str(program)))


def test_the_launcher_starts_the_real_host(installer):
    installer.install(["chrome"])
    result = subprocess.run(
        [installer.launcher, "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == host.NOT_FOR_YOU


def test_the_plain_functions_use_this_users_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path / "sv"))
    assert actions(install.install(["chromium"])) == [("chromium", "written")]
    assert (tmp_path / "config/chromium/NativeMessagingHosts" / FILE).is_file()
    launcher = (tmp_path / "sv/state/native-host").read_text()
    assert f"SOTTOVOCE_HOME={tmp_path}/sv" in launcher
    assert str(tmp_path / "sv/run/daemon.sock") in launcher
    assert actions(install.register(firefox_home=tmp_path / "fx")) == [("firefox", "written")]
    assert sorted(actions(install.repair())) == [
        ("chromium", "unchanged"),
        ("firefox", "unchanged"),
    ]
    assert actions(install.uninstall(dry_run=True)) == [
        ("chromium", "removed"),
        ("firefox", "removed"),
    ]
    assert len(install.uninstall()) == 2
    assert set(BROWSERS) >= {"chromium", "firefox"}
