"""The table of browsers: every place on every platform, and how browsers are found."""

from pathlib import Path

import pytest

from companion.browsers import BROWSERS, Family, Machine, Packaging, found
from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID, HOST_NAME

LINUX = Machine(platform="linux", home=Path("/home/u"), config=Path("/home/u/.config"))
MAC = Machine(platform="darwin", home=Path("/Users/u"), config=Path("/Users/u/.config"))
SUPPORT = "/Users/u/Library/Application Support"
NATIVE = {Packaging.NATIVE}

PLACES = [
    (
        "chromium",
        "/home/u/.config/chromium/NativeMessagingHosts",
        f"{SUPPORT}/Chromium/NativeMessagingHosts",
        r"Software\Chromium\NativeMessagingHosts",
    ),
    (
        "chrome",
        "/home/u/.config/google-chrome/NativeMessagingHosts",
        f"{SUPPORT}/Google/Chrome/NativeMessagingHosts",
        r"Software\Google\Chrome\NativeMessagingHosts",
    ),
    (
        "edge",
        "/home/u/.config/microsoft-edge/NativeMessagingHosts",
        f"{SUPPORT}/Microsoft Edge/NativeMessagingHosts",
        r"Software\Microsoft\Edge\NativeMessagingHosts",
    ),
    (
        "brave",
        "/home/u/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts",
        f"{SUPPORT}/BraveSoftware/Brave-Browser/NativeMessagingHosts",
        r"Software\Google\Chrome\NativeMessagingHosts",
    ),
    (
        "vivaldi",
        "/home/u/.config/vivaldi/NativeMessagingHosts",
        f"{SUPPORT}/Vivaldi/NativeMessagingHosts",
        r"Software\Google\Chrome\NativeMessagingHosts",
    ),
    (
        "firefox",
        "/home/u/.mozilla/native-messaging-hosts",
        f"{SUPPORT}/Mozilla/NativeMessagingHosts",
        r"Software\Mozilla\NativeMessagingHosts",
    ),
    (
        "librewolf",
        "/home/u/.librewolf/native-messaging-hosts",
        f"{SUPPORT}/LibreWolf/NativeMessagingHosts",
        r"Software\Mozilla\NativeMessagingHosts",
    ),
]

SYSTEM = [
    ("chromium", ["/etc/chromium"], "/Library/Application Support/Chromium"),
    ("chrome", ["/etc/opt/chrome"], "/Library/Google/Chrome"),
    ("edge", ["/etc/opt/edge"], "/Library/Microsoft/Edge"),
    (
        "brave",
        ["/etc/opt/chrome", "/etc/chromium"],
        "/Library/Application Support/BraveSoftware/Brave-Browser",
    ),
    ("vivaldi", ["/etc/opt/vivaldi", "/etc/chromium"], "/Library/Application Support/Vivaldi"),
    ("firefox", ["/usr/lib/mozilla", "/usr/lib64/mozilla"], "/Library/Application Support/Mozilla"),
    ("librewolf", ["/usr/lib/librewolf"], "/Library/Application Support/LibreWolf"),
]


# D8
@pytest.mark.parametrize(("name", "linux", "mac", "key"), PLACES)
def test_a_users_manifests_lie_where_the_browser_looks(name, linux, mac, key):
    browser = BROWSERS[name]
    assert str(browser.user_folder(LINUX)) == linux
    assert str(browser.user_folder(MAC)) == mac
    assert browser.registry_key(system=False) == rf"HKEY_CURRENT_USER\{key}\{HOST_NAME}"
    assert browser.registry_key(system=True) == rf"HKEY_LOCAL_MACHINE\{key}\{HOST_NAME}"


@pytest.mark.parametrize(("name", "linux", "mac"), SYSTEM)
def test_manifests_for_all_users_lie_where_the_browser_looks(name, linux, mac):
    browser = BROWSERS[name]
    expected = [f"{folder}/native-messaging-hosts" for folder in linux]
    assert [str(each) for each in browser.system_folders(LINUX)] == expected
    assert [str(each) for each in browser.system_folders(MAC)] == [f"{mac}/NativeMessagingHosts"]


def test_every_browser_is_in_the_tables_and_the_manual():
    assert [row[0] for row in PLACES] == list(BROWSERS) == [row[0] for row in SYSTEM]
    manual = Path(__file__).parent.parent.joinpath("docs/reference/native-host.md").read_text()
    for browser in BROWSERS.values():
        assert f"`{browser.name}`" in manual
        assert browser.label in manual


def test_a_config_folder_elsewhere_moves_chromium_but_not_firefox():
    machine = Machine(platform="linux", home=Path("/home/u"), config=Path("/elsewhere"))
    assert str(BROWSERS["chrome"].user_folder(machine)).startswith("/elsewhere/google-chrome/")
    # Firefox keeps this one folder in ~/.mozilla even where its profiles follow XDG.
    assert str(BROWSERS["firefox"].user_folder(machine)).startswith("/home/u/.mozilla/")


@pytest.mark.parametrize("name", BROWSERS)
def test_a_manifest_allows_our_extension_alone(name):
    browser = BROWSERS[name]
    manifest = browser.manifest(Path("/x/native-host"))
    assert manifest["name"] == HOST_NAME
    assert manifest["type"] == "stdio"
    assert manifest["path"] == "/x/native-host"
    if browser.family is Family.CHROMIUM:
        assert manifest["allowed_origins"] == [CHROMIUM_ORIGIN]
        assert "allowed_extensions" not in manifest
    else:
        assert manifest["allowed_extensions"] == [FIREFOX_EXTENSION_ID]
        assert "allowed_origins" not in manifest


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(
        platform="linux",
        home=tmp_path / "home",
        config=tmp_path / "home/.config",
        search=(tmp_path / "usr/bin",),
        root=tmp_path,
    )


def make(path: Path, content: bytes = b"") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_nothing_is_found_where_nothing_is(machine):
    assert all(not found(browser, machine) for browser in BROWSERS.values())


@pytest.mark.parametrize("name", BROWSERS)
def test_a_browser_is_found_by_its_command(machine, name):
    make(machine.root / "usr/bin" / BROWSERS[name].commands[-1], b"\x7fELF")
    assert {n for n, each in BROWSERS.items() if found(each, machine)} == {name}


@pytest.mark.parametrize(
    ("name", "trace"),
    [
        ("chrome", ".config/google-chrome/Local State"),
        ("firefox", ".mozilla/firefox/profiles.ini"),
        ("librewolf", ".librewolf/profiles.ini"),
    ],
)
def test_a_browser_outside_the_path_is_found_by_its_profiles(machine, name, trace):
    make(machine.home / trace)
    assert {n for n, each in BROWSERS.items() if found(each, machine)} == {name}


def test_our_own_manifest_does_not_make_a_browser_installed(machine):
    for browser in BROWSERS.values():
        make(browser.user_folder(machine) / f"{HOST_NAME}.json")
        assert not found(browser, machine)


@pytest.mark.parametrize("place", ["home/snap/firefox/x", "snap/bin/firefox"])
def test_a_browser_from_the_snap_store_is_told_apart(machine, place):
    make(machine.root / place)
    make(machine.root / "usr/bin/firefox", b'#!/bin/sh\nexec /snap/bin/firefox "$@"\n')
    assert found(BROWSERS["firefox"], machine) == {Packaging.SNAP}


def test_a_command_that_links_to_a_snap_is_no_native_browser(machine):
    make(machine.root / "snap/bin/chromium")
    (machine.root / "usr/bin").mkdir(parents=True)
    (machine.root / "usr/bin/chromium").symlink_to(machine.root / "snap/bin/chromium")
    assert found(BROWSERS["chromium"], machine) == {Packaging.SNAP}


@pytest.mark.parametrize(
    "place", ["home/.var/app", "home/.local/share/flatpak/app", "var/lib/flatpak/app"]
)
def test_a_browser_from_flatpak_is_told_apart(machine, place):
    make(machine.root / place / "com.brave.Browser" / "x")
    assert found(BROWSERS["brave"], machine) == {Packaging.FLATPAK}
    make(machine.root / "usr/bin/brave", b"\x7fELF")
    assert found(BROWSERS["brave"], machine) == {Packaging.FLATPAK, Packaging.NATIVE}


def test_a_command_that_may_not_be_read_counts_as_native(machine):
    (machine.root / "usr/bin/vivaldi").mkdir(parents=True)
    assert found(BROWSERS["vivaldi"], machine) == NATIVE


def test_an_application_is_found_on_macos(tmp_path):
    machine = Machine(
        platform="darwin", home=tmp_path / "u", config=tmp_path / "u/.config", root=tmp_path
    )
    make(tmp_path / "Applications/Microsoft Edge.app/Contents/Info.plist")
    make(tmp_path / "u/Applications/Firefox.app/Contents/Info.plist")
    assert [n for n, each in BROWSERS.items() if found(each, machine)] == ["edge", "firefox"]
