"""The user service: its texts, and a real service manager that runs the real companion."""

import base64
import contextlib
import json
import os
import plistlib
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from companion import service
from companion.browsers import Machine
from companion.documents.samples import samples
from companion.install import Installer
from companion.paths import Paths
from companion.service import Manager, Service, ServiceError, State
from companion.sockets import peer_of
from tests.live import Port, eventually
from tests.user_manager import LiveManager, why_not

COMMAND = (sys.executable, "-I", "-m", "companion.cli", "daemon")
FAR = Path("/nonexistent/home/of/somebody")


def machine(home: Path, platform: str = "linux") -> Machine:
    return Machine(platform=platform, home=home, config=home / ".config")


def paths(home: Path, runtime: Path | None = None) -> Paths:
    return Paths(
        config=home / ".config/sottovoce",
        state=home / ".local/state/sottovoce",
        runtime=runtime or home / "run",
    )


def of(home: Path, platform: str = "linux", **more) -> Service:
    fields = {"machine": machine(home, platform), "paths": paths(home), "environ": {}}
    return Service(**(fields | more))


def verified(unit: Path) -> str:
    """Return what `systemd-analyze verify` objects to."""
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", unit],
        env={**os.environ, "XDG_RUNTIME_DIR": str(unit.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout + done.stderr if done.returncode or done.stderr else ""


HARD = [
    "NoNewPrivileges=yes",
    "MemoryDenyWriteExecute=yes",
    "LimitCORE=0",
    "UMask=0077",
    "Restart=on-failure",
]


@pytest.mark.parametrize("line", HARD)
def test_the_unit_allows_itself_little_and_comes_back_after_a_crash(line):
    assert line in service.unit_text(COMMAND, {}, own_tmp=True).splitlines()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_finds_no_fault_with_the_unit_whatever_the_names_hold(tmp_path):
    program = tmp_path / "a b $HOME %h"  # systemd itself refuses quotes and backslashes
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    unit = tmp_path / service.UNIT
    home = {"SOTTOVOCE_HOME": '/x "y" $z %u\\'}
    unit.write_text(service.unit_text((str(program), "-I", "$1"), home, own_tmp=True))
    assert verified(unit) == ""


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_the_check_of_units_finds_a_fault_that_is_planted(tmp_path):
    unit = tmp_path / service.UNIT
    text = service.unit_text(COMMAND, {}, own_tmp=True)
    unit.write_text(text.replace("NoNewPrivileges=yes", "NoNewPrivileges=perhaps"))
    assert "Failed to parse boolean value" in verified(unit)


def test_the_unit_has_a_tmp_of_its_own_unless_the_companion_uses_the_shared_one():
    def own(**more) -> bool:
        return "PrivateTmp=yes" in of(FAR, **more).text().decode()

    assert own(command=("/usr/bin/python3",))
    assert not own(command=("/tmp/venv/bin/python3",))
    assert not own(command=("/usr/bin/python3",), paths=paths(FAR, Path("/tmp/sottovoce-1-ab")))
    assert not own(command=("/usr/bin/python3",), paths=paths(Path("/var/tmp/home")))


def test_only_what_decides_where_files_lie_is_handed_on():
    environ = {
        "SOTTOVOCE_HOME": "/a b",
        "XDG_CONFIG_HOME": "/c",
        "SECRET": "x",
        "LD_PRELOAD": "y",
        "XDG_STATE_HOME": "",
    }
    text = of(FAR, environ=environ).text().decode()
    given = [line for line in text.splitlines() if line.startswith("Environment=")]
    assert given == ['Environment="SOTTOVOCE_HOME=/a b"', 'Environment="XDG_CONFIG_HOME=/c"']
    agent = plistlib.loads(of(FAR, "darwin", environ=environ).text())
    assert agent["EnvironmentVariables"] == {"SOTTOVOCE_HOME": "/a b", "XDG_CONFIG_HOME": "/c"}


def test_the_launch_agent_starts_at_login_and_after_a_crash_and_leaves_no_core():
    agent = plistlib.loads(of(FAR, "darwin").text())
    assert agent["Label"] == "eu.sottovoce.companion"
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["HardResourceLimits"] == {"Core": 0}
    assert agent["Umask"] == 0o077
    assert "EnvironmentVariables" not in agent
    assert of(FAR, "darwin").place == FAR / "Library/LaunchAgents/eu.sottovoce.companion.plist"


def test_a_file_is_written_once_and_repaired_when_it_was_changed(tmp_path):
    ours = of(tmp_path)
    assert ours.differs()
    assert ours.install()
    assert not ours.differs()
    assert not ours.install()
    ours.place.write_text("changed")
    assert ours.differs()
    assert ours.install()
    assert ours.place.read_bytes() == ours.text()


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / ".config").write_text("a file")
    with pytest.raises(ServiceError, match=r"systemd/user/sottovoce\.service cannot be written"):
        of(tmp_path).install()


def test_without_a_manager_the_service_is_unavailable_and_starting_says_why(tmp_path):
    lonely = of(tmp_path, environ={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(tmp_path)})
    assert lonely.manager() is Manager.NONE
    assert lonely.state() is State.UNAVAILABLE
    with pytest.raises(ServiceError, match="systemctl --user daemon-reload"):
        lonely.start()
    nowhere = replace(lonely, environ={"PATH": str(tmp_path)})
    assert nowhere.manager() is Manager.NONE
    with pytest.raises(ServiceError, match="did not answer"):
        nowhere.start()


def test_taking_back_what_was_never_there_is_no_error(tmp_path):
    assert not of(tmp_path).remove()


# --- with a real manager ---------------------------------------------------------------------


@pytest.fixture
def manager(tmp_path_factory):
    if reason := why_not():
        pytest.skip(reason)
    with LiveManager(tmp_path_factory.mktemp("user")) as running:
        yield running


@pytest.fixture
def live(manager):
    home = manager.home
    runtime = manager.runtime / "sottovoce"
    ours = of(home, paths=paths(home, runtime), environ=manager.environment)
    yield ours
    ours.remove()


def links(manager) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-I", "-m", "companion.cli", "status", "--json"],
        env=manager.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return json.loads(done.stdout or "{}")


@pytest.mark.system
def test_a_real_manager_runs_the_real_detectors_and_starts_them_again_after_a_crash(live, manager):
    assert live.manager() is Manager.SYSTEMD
    assert live.state() is State.ABSENT
    assert live.install()
    assert live.state() is State.STOPPED
    live.start()
    assert live.state() is State.RUNNING
    eventually(lambda: links(manager).get("worker") == "ready", "the detectors are loaded")
    status = Path(f"/proc/{live.pid()}/status").read_text()
    assert "NoNewPrivs:\t1" in status
    assert "Seccomp:\t2" in status
    assert manager.control("is-enabled", service.UNIT) == "enabled"
    first = live.pid()
    os.kill(first, signal.SIGKILL)
    eventually(lambda: live.pid() not in (0, first), "it is started again")
    eventually(lambda: links(manager).get("worker") == "ready", "and loads its detectors")


@pytest.mark.system
def test_the_daemon_judges_under_the_units_restrictions(live, manager):
    live.install()
    live.start()
    eventually(lambda: links(manager).get("worker") == "ready", "the detectors are loaded")
    done = subprocess.run(
        [sys.executable, "-I", "-m", "companion.cli", "ask", "--json", "-"],
        input="My patient Jane Sample, born on 1 April 1970, has breast cancer.",
        env=manager.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    answer = json.loads(done.stdout)
    assert answer["variant"] == "secured"
    assert "MEDICAL_CONDITION" in {each["kind"] for each in answer["findings"]}
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(live.paths.socket))
        assert peer_of(line).pid == live.pid()


@pytest.mark.system
def test_files_are_read_under_the_units_restrictions(live, manager):
    live.install()
    live.start()
    eventually(lambda: links(manager).get("worker") == "ready", "the detectors are loaded")
    installer = Installer(machine=live.machine, paths=live.paths, home="")
    installer.register(user_data_dir=manager.home / "profile")
    browser = SimpleNamespace(
        launcher=installer.launcher,
        environment=manager.environment,
        network=contextlib.nullcontext,
    )
    files = dict(samples()) | {"b.pdf": b"%PDF-1.7 cut off"}
    with Port(browser) as port:
        for name in ("a.pdf", "a.docx", "a.txt", "b.pdf"):
            data = base64.b64encode(files[name]).decode()
            kind = {"pdf": "application/pdf"}.get(name[2:], "application/octet-stream")
            attached = {"media_type": kind, "size": len(files[name]), "name": name, "data": data}
            port.prompt("What does this file say?", attachments=[attached], stage="look")
            decided = port.wait_for("decided")
            unread = "attachment_unjudged" in decided["reasons"]
            assert unread == (name == "b.pdf"), decided


@pytest.mark.system
def test_a_service_that_is_taken_back_leaves_nothing(live, manager):
    live.install()
    live.start()
    assert live.remove()
    assert live.state() is State.ABSENT
    assert live.pid() == 0
    assert not manager.control("is-enabled", service.UNIT)
    folder = manager.home / ".config/systemd"
    assert not [each for each in folder.rglob("*") if not each.is_dir()]
