"""`sottovoce setup` and `remove`: the real command in a home of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from companion import welcome
from companion.browsers import BROWSERS, Machine
from companion.demo import browser as demo_browser
from companion.exits import Exit
from companion.identity import CHROMIUM_EXTENSION_ID, FIREFOX_EXTENSION_ID, HOST_NAME
from companion.service import UNIT
from companion.sockets import peer_of
from tests.live import LiveStack, eventually
from tests.user_manager import LiveManager, why_not

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


class Home:
    """A user's home folder, and the command run in it."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.folder = folder
        self.environ = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(folder)}
        self.environ |= environ

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", "-m", "companion.cli", *words],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=150,
        )

    def lines(self, *words: str) -> list[dict]:
        return [json.loads(line) for line in self.run(*words, "--json").stdout.splitlines()]

    def files(self) -> set[str]:
        found = (each for each in self.folder.rglob("*") if not each.is_dir())
        return {str(each.relative_to(self.folder)) for each in found}


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path / "home")
    made.folder.mkdir()
    yield made
    made.run("remove")


def steps(lines: list[dict], step: str) -> list[dict]:
    return [line for line in lines if line.get("step") == step]


def link(lines: list[dict], name: str) -> dict:
    return next(line for line in lines if line.get("link") == name)


@needs_chromium
def test_a_dry_run_says_what_would_be_done_and_does_nothing(home):
    done = home.run("setup", "--dry-run")
    assert done.returncode == Exit.OK
    assert "Chromium: would be registered" in done.stdout
    assert "Extension: no browser has it yet" in done.stdout
    assert home.files() == set()


def test_an_unknown_browser_is_told_apart_from_the_known_ones(home):
    done = home.run("setup", "--dry-run", "--browser", "netscape")
    assert done.returncode == Exit.FAILED
    assert "there is no browser 'netscape'; known are chromium" in done.stdout


def test_without_any_browser_it_says_what_to_do(home, tmp_path):
    home.environ["PATH"] = str(tmp_path)
    done = home.run("setup", "--dry-run")
    assert done.returncode == Exit.FAILED
    assert "No browser that Sottovoce knows was found: install one" in done.stdout


def test_browsers_in_sandboxes_are_told_what_to_type(home):
    (home.folder / ".var/app/org.mozilla.firefox").mkdir(parents=True)
    (home.folder / "snap/chromium").mkdir(parents=True)
    lines = home.lines("setup", "--dry-run")
    told = [each for each in steps(lines, "browser") if each["state"] == "note"]
    assert [each["says"].split(" comes from ")[0] for each in told] == ["Chromium", "Firefox"]
    assert told[1]["commands"] == [
        "flatpak override --user --talk-name=org.freedesktop.Flatpak org.mozilla.firefox"
    ]


@pytest.mark.system
@needs_chromium
def test_without_a_service_manager_the_companion_runs_and_a_browser_will_start_it(home):
    lines = home.lines("setup")
    manifest = home.folder / f".config/chromium/NativeMessagingHosts/{HOST_NAME}.json"
    assert Path(json.loads(manifest.read_text())["path"]).exists()
    (service,) = steps(lines, "service")
    assert "no service manager answers for you here" in service["says"]
    assert "it was started now" in service["says"]
    (companion,) = steps(lines, "companion")
    assert companion["says"].startswith("Companion: ready after")
    assert link(lines, "companion")["state"] == "good"
    assert link(lines, "detectors")["state"] == "good"
    # No tunnel was set up, and that is the one thing broken.
    broken = [each for each in lines if each["state"] == "broken"]
    assert [each["link"] for each in broken] == ["private connection"]
    assert broken[0]["remedy"].endswith("sottovoce tunnel keys --endpoint HOST:PORT")


@pytest.mark.system
@needs_chromium
def test_setting_up_again_changes_nothing_and_repairs_what_is_broken(home):
    home.run("setup", "--no-open")
    before = home.files()
    again = home.lines("setup", "--no-open")
    assert {each["says"].split(" (")[0].split(": ")[1] for each in steps(again, "browser")} == {
        "knows the companion already"
    }
    assert "it was started now" not in steps(again, "service")[0]["says"]
    assert home.files() == before
    (home.folder / f".config/chromium/NativeMessagingHosts/{HOST_NAME}.json").write_text("{")
    repaired = home.lines("setup", "--no-open")
    assert "Chromium: registered" in steps(repaired, "browser")[0]["says"]


@pytest.mark.system
@needs_chromium
def test_what_was_set_up_is_taken_back_and_policy_and_audit_stay(home):
    home.run("setup", "--no-open")
    assert any(name.endswith(f"{HOST_NAME}.json") for name in home.files())
    said = home.run("remove", "--dry-run").stdout
    assert "Chromium: would be taken back" in said
    assert home.run("status").returncode == Exit.OK
    done = home.run("remove")
    assert done.returncode == Exit.OK
    assert "the companion was ended" in done.stdout
    assert "Chromium: registration taken back" in done.stdout
    left = home.files()
    assert not [name for name in left if "native" in name.lower() or name.endswith(".service")]
    assert any(name.endswith("audit.sqlite") for name in left)
    assert home.run("status").returncode == Exit.NO_DAEMON


# --- with a service manager --------------------------------------------------------------------


@pytest.fixture
def managed(tmp_path_factory):
    if reason := why_not():
        pytest.skip(reason)
    with LiveManager(tmp_path_factory.mktemp("user")) as manager:
        made = Home(manager.home, **manager.environment)
        yield made, manager
        made.run("remove")


def daemon_pid(manager: LiveManager) -> int:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(manager.runtime / "sottovoce/daemon.sock"))
        return peer_of(line).pid


@pytest.mark.system
def test_the_service_takes_over_from_a_companion_that_a_browser_started(managed):
    home, manager = managed
    home.run("ask", "Good morning")  # starts the companion as a browser does
    first = daemon_pid(manager)
    lines = home.lines("setup", "--no-open")
    (service,) = steps(lines, "service")
    assert "in place of the one that a browser had started" in service["says"]
    ours = int(manager.control("show", "--property=MainPID", "--value", UNIT))
    assert daemon_pid(manager) == ours != first
    assert link(lines, "service")["state"] == "good"

    again = home.lines("setup", "--no-open")
    assert "it runs already" in steps(again, "service")[0]["says"]
    assert daemon_pid(manager) == ours

    unit = home.folder / ".config/systemd/user" / UNIT
    unit.write_text(unit.read_text().replace("NoNewPrivileges=yes\n", ""))
    assert link(home.lines("doctor"), "service")["state"] == "broken"
    mended = home.lines("setup", "--no-open")
    assert link(mended, "service")["state"] == "good"
    assert "NoNewPrivileges=yes" in unit.read_text()

    assert "stopped and removed" in home.run("remove").stdout
    assert not unit.exists()
    assert home.run("status").returncode == Exit.NO_DAEMON


# --- the first-run page ------------------------------------------------------------------------


@pytest.mark.system
@pytest.mark.skipif(demo_browser.find() is None, reason="needs Chromium")
def test_the_first_steps_open_in_chromium_and_doctor_is_green(tmp_path):
    with LiveStack(tmp_path / "stack") as stack:
        home = Home(tmp_path / "home", SOTTOVOCE_HOME=str(stack.home))
        home.folder.mkdir()
        profile = home.folder / ".config/chromium"
        home.environ["PATH"] = f"{_headless(tmp_path, profile)}{os.pathsep}{os.environ['PATH']}"
        try:
            lines = home.lines("setup", "--browser", "chromium", "--browser", "firefox")
            assert steps(lines, "page")[0]["says"] == "First steps: opened in Chromium"
            assert [each for each in lines if each["state"] == "broken"] == []
            _see(eventually(lambda: _debugger(profile), "the browser runs"))
            eventually(lambda: _first_run_rows(stack), "its message is decided and recorded")
            green = home.lines("doctor")
            assert link(green, "extension")["state"] == "good"
            assert "connected since" in link(green, "extension")["says"]
            assert home.run("doctor").returncode == Exit.OK
        finally:
            _close(profile)


def _headless(folder: Path, profile: Path) -> Path:
    """Write a `chromium` that starts the real one without a screen, with the extension."""
    extension = welcome.extension_folder()
    program = folder / "bin" / "chromium"
    program.parent.mkdir()
    words = [
        *("exec", str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu"),
        *("--no-first-run", "--remote-debugging-port=0", f"--user-data-dir={profile}"),
        *(f"--disable-extensions-except={extension}", f"--load-extension={extension}"),
    ]
    program.write_text(f'#!/bin/sh\necho $$ > {folder}/bin/pid\n{" ".join(words)} "$@"\n')
    program.chmod(0o700)
    return program.parent


def _debugger(profile: Path) -> str:
    told = profile / "DevToolsActivePort"
    return f"http://127.0.0.1:{told.read_text().split()[0]}" if told.exists() else ""


def _see(address: str) -> None:
    """Wait until the first steps are seen.

    Chromium opens its first tab before it loads an extension of the command line (one that is
    installed is there before), so the tab is loaded once more.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.connect_over_cdp(address)
        (page,) = browser.contexts[0].pages
        assert page.title() in {welcome.PAGE, "First steps with Sottovoce"}
        page.goto(welcome.PAGE)
        page.get_by_role("heading", name="Watch one message find its way").wait_for()
        page.get_by_role("button", name="Send it once more").wait_for(timeout=60_000)


def _first_run_rows(stack: LiveStack) -> list:
    rows = [json.loads(line) for line in stack.run("audit", "export").stdout.splitlines()]
    return [row for row in rows if row.get("site") == "first-run"]


def _close(profile: Path) -> None:
    pid = profile.parents[2] / "bin/pid"
    if pid.exists():
        subprocess.run(["kill", pid.read_text().strip()], check=False)


# --- which browser has the extension -----------------------------------------------------------


@pytest.fixture
def machine(tmp_path) -> Machine:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("chromium", "google-chrome", "firefox"):
        (programs / name).write_bytes(b"\x7fELF")
    return Machine(
        platform="linux",
        home=tmp_path / "home",
        config=tmp_path / "home/.config",
        search=(programs,),
        root=tmp_path / "root",
    )


def put(place: Path, value: object) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(value))


def in_chromium(entry: object) -> dict:
    return {"extensions": {"settings": {CHROMIUM_EXTENSION_ID: entry}}}


def test_a_browser_with_the_extension_is_chosen_and_told_the_address(machine):
    assert welcome.choose(machine) is None
    profile = machine.config / "google-chrome/Profile 2/Secure Preferences"
    put(profile, in_chromium({"path": "/x/extension"}))
    chosen = welcome.choose(machine)
    assert chosen is BROWSERS["chrome"]
    assert welcome.command(chosen, machine) == [
        str(machine.search[0] / "google-chrome"),
        f"chrome-extension://{CHROMIUM_EXTENSION_ID}/welcome/welcome.html",
    ]


@pytest.mark.parametrize(
    "entry", [{}, {"path": "/x", "disable_reasons": [1]}, "text", None, {"manifest": {}}]
)
def test_an_extension_that_is_switched_off_or_gone_is_not_there(machine, entry):
    put(machine.config / "chromium/Default/Preferences", in_chromium(entry))
    assert welcome.choose(machine) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"extensions": 1}', "[" * 100_000])
def test_preferences_that_cannot_be_read_hold_no_extension(machine, damage):
    place = machine.config / "chromium/Default/Preferences"
    place.parent.mkdir(parents=True)
    place.write_text(damage)
    assert not welcome.has_extension(BROWSERS["chromium"], machine)


def test_firefox_has_it_where_its_list_says_so_and_opens_it_itself(machine):
    addons = [{"id": "other", "active": True}, {"id": FIREFOX_EXTENSION_ID, "active": True}]
    put(machine.home / ".mozilla/firefox/abc.default/extensions.json", {"addons": addons})
    chosen = welcome.choose(machine)
    assert chosen is BROWSERS["firefox"]
    assert welcome.command(chosen, machine) == []
    put(
        machine.config / "chromium/Default/Secure Preferences",
        in_chromium({"path": "/x/extension"}),
    )
    assert welcome.choose(machine) is BROWSERS["chromium"]


def test_a_browser_that_was_named_is_taken_at_its_word(machine):
    assert welcome.choose(machine, ["chromium"]) is BROWSERS["chromium"]
    assert welcome.choose(machine, ["firefox", "chromium"]) is BROWSERS["chromium"]
    assert welcome.choose(machine, []) is None


def test_on_macos_the_application_is_opened_with_the_address(machine):
    mac = Machine(platform="darwin", home=machine.home, config=machine.config)
    assert welcome.command(BROWSERS["edge"], mac)[:3] == ["/usr/bin/open", "-a", "Microsoft Edge"]


def test_a_program_that_cannot_be_started_is_named(tmp_path):
    with pytest.raises(welcome.OpeningError, match="no-such-browser cannot be started"):
        welcome.start([str(tmp_path / "no-such-browser")])
