"""`sottovoce status`: the state of every link, and never a daemon started on the side."""

import json

import pytest
from core_daemon import Home, daemon

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with daemon(tmp_path_factory.mktemp("home")) as running:
        yield running


def test_it_says_every_link(home):  # F01
    done = home.run("status", "--json")
    state = json.loads(done.stdout)
    assert done.returncode == 0
    assert state["daemon"] == "running"
    assert state["worker"] in ("ready", "starting")
    assert (state["tunnel"], state["secured"]) == ("down", "unreachable")
    assert state["telemetry"]


def test_it_says_it_in_words(home):
    lines = home.run("status").stdout.decode().splitlines()
    assert lines[0] == "companion: running"
    assert "private connection: down" in lines


def test_without_a_daemon_it_says_so_and_starts_none(tmp_path):
    home = Home(tmp_path)
    done = home.run("status")
    assert (done.returncode, done.stdout) == (4, b"companion: not running\n")
    done = home.run("status", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (4, {"daemon": "down"})
    assert not (tmp_path / "run" / "daemon.sock").exists()


def test_a_folder_that_is_open_to_others_is_refused(tmp_path):
    home = Home(tmp_path)
    (tmp_path / "run").mkdir(mode=0o755)
    (tmp_path / "run").chmod(0o755)
    done = home.run("status")
    assert done.returncode == 4
    assert b"open to other users" in done.stderr
