"""The daemon as a real process: starts, reads its policy again, ends, leaves nothing."""

import json
import os
import signal
import socket
import struct
import subprocess
from pathlib import Path

import pytest
from core_cases import CANARY
from core_daemon import CLI, Home, daemon, wait

from companion.daemon import PolicySource
from companion.identity import CHROMIUM_ORIGIN
from companion.policy import Origin

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with daemon(tmp_path_factory.mktemp("home")) as running:
        yield running


class Wire:
    """An extension's end of the socket, in bytes."""

    def __init__(self, home: Home) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(60)
        self._socket.connect(str(home.path / "run" / "daemon.sock"))
        self.raw = b""
        self.tell(type="attach", origin=CHROMIUM_ORIGIN, browser_pid=1)

    def tell(self, **message) -> None:
        data = json.dumps(message).encode()
        self._socket.sendall(struct.pack("=I", len(data)) + data)

    def prompt(self, name: str, text: str, **fields) -> None:
        self.tell(type="prompt", id=name, site="chat", conversation=name, text=text, **fields)

    def hear(self, kind: str) -> dict:
        """Return the next message of a kind; the links change as parts come up."""
        while True:
            (length,) = struct.unpack("=I", self._exactly(4))
            payload = self._exactly(length)
            self.raw += payload
            message = json.loads(payload)
            if message["type"] == kind:
                return message

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._socket.recv(size - len(data))
            assert more
            data += more
        return data

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def wire(home):
    wire = Wire(home)
    yield wire
    wire.close()


def test_an_extension_is_welcomed(wire):  # F01
    wire.tell(type="hello", v=1, agent="test", extension="1")
    welcome = wire.hear("welcome")
    assert (welcome["v"], welcome["policy_error"]) == (1, "")
    assert welcome["links"]["tunnel"] == "down"


def test_a_harmless_prompt_is_released_and_a_sensitive_one_held_without_a_tunnel(home, wire):  # R4
    wire.prompt("prompt-01", "hello")
    assert wire.hear("decided")["action"] == "release"
    wire.prompt("prompt-02", CANARY)
    assert wire.hear("decided")["variant"] == "secured"
    assert wire.hear("held")["reason"] == "tunnel_down"
    assert b"Zebulon" not in wire.raw
    assert home.read == []


def test_a_killed_worker_never_makes_a_prompt_public(home, wire):  # R5
    wire.prompt("prompt-10", CANARY)
    wire.hear("held")
    for number in range(11, 13):
        for pid in workers(home):
            os.kill(pid, signal.SIGKILL)
        wire.prompt(f"prompt-{number}", CANARY)
        assert wire.hear("decided")["variant"] == "secured"
        wire.hear("held")
    assert home.read == []


def workers(home: Home) -> list[int]:
    ours = f"SOTTOVOCE_HOME={home.path}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            if b"companion.worker" in command and ours in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def test_a_policy_that_changes_or_breaks_counts_from_the_next_prompt_on(home, wire):
    path = home.path / "config" / "policy.toml"
    try:
        wire.prompt("prompt-20", "hello")
        assert wire.hear("decided")["action"] == "release"
        path.write_text("[eligibility.phrases]\nterms = ['hello']\n[weights]\n")
        wire.prompt("prompt-21", "hello")
        assert wire.hear("decided")["eligible"]
        path.write_text("threshold = 'high'")
        wire.prompt("prompt-22", "hello")
        decided = wire.hear("decided")
        assert (decided["variant"], decided["reasons"]) == ("secured", ["policy_invalid"])
        wire.tell(type="hello", v=1, agent="test", extension="1")
        assert "$.threshold" in wire.hear("welcome")["policy_error"]
    finally:
        path.unlink(missing_ok=True)
    wire.prompt("prompt-23", "hello")
    assert wire.hear("decided")["action"] == "release"


def test_a_second_daemon_says_that_one_runs_already(home):
    done = home.run("daemon")
    assert done.returncode == 1
    assert b"another daemon" in done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_that_was_typed_is_on_disk(home, wire):  # R6
    wire.prompt("prompt-30", CANARY)
    wire.hear("held")
    written = home.everything_written()
    assert b"prompt-30" in written  # the record is there
    assert b"Zebulon" not in written
    assert b"4111" not in written


def test_settings_that_cannot_be_used_end_it_with_a_sentence(tmp_path):
    home = Home(tmp_path)
    home.configure("workers = 'many'")
    done = home.run("daemon")
    assert done.returncode == 1
    assert b"$.workers" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("content", ["[Interface]\n"])
def test_a_tunnel_file_that_cannot_be_used_leaves_the_lane_closed(tmp_path, content):
    home = Home(tmp_path)
    home.configure('[telemetry]\nurl = ""\n')
    (tmp_path / "config" / "tunnel.conf").write_text(content)
    (tmp_path / "config" / "tunnel.conf").chmod(0o600)
    with subprocess.Popen(
        [*CLI, "daemon"], stderr=subprocess.PIPE, env=home.environment
    ) as process:
        wait((tmp_path / "run" / "daemon.sock").exists)
        wire = Wire(home)
        wire.tell(type="status")
        assert wire.hear("state")["links"]["tunnel"] == "down"
        wire.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert process.stderr.read() == b""
    assert not (tmp_path / "run" / "daemon.sock").exists()
    wait(lambda: workers(home) == [])


def test_the_policy_is_read_again_only_when_the_file_changed(tmp_path):
    path = tmp_path / "policy.toml"
    source = PolicySource(path)
    assert source().origin is Origin.DEFAULT
    path.write_text("name = 'one'")
    assert source().policy.name == "one"
    assert source() is source()
    stamp = path.stat().st_mtime_ns
    other = tmp_path / "other.toml"
    other.write_text("name = 'two'")
    os.utime(other, ns=(stamp, stamp))
    other.rename(path)  # the same size and time, another file
    assert source().policy.name == "two"
    path.unlink()
    assert source().origin is Origin.DEFAULT
    path.mkdir()
    assert source().origin is Origin.STRICTEST


RECOGNISERS = """
recognizers:
  - {name: Staff, supported_entity: STAFF_ID, patterns: [{name: a, regex: "S%d{5}", score: 0.9}]}
"""


def test_a_file_that_the_policy_names_is_read_again_when_it_changes(tmp_path):
    path, beside = tmp_path / "policy.toml", tmp_path / "own.yaml"
    source = PolicySource(path)
    path.write_text('[detection]\nrecognisers = "own.yaml"')
    assert source().origin is Origin.STRICTEST
    beside.write_text(RECOGNISERS)
    first = source()
    assert first.origin is Origin.FILE
    assert source() is first
    beside.write_text(RECOGNISERS + "# another size")
    assert source().id != first.id
    beside.write_text("recognizers: 7")
    assert source().origin is Origin.STRICTEST
    assert "own.yaml" in source().error
