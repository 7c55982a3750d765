"""`sottovoce ask` against a real daemon: one prompt through the whole path."""

import json

import pytest
from core_cases import CANARY
from core_daemon import Home, daemon

from companion.commands.ask import printable

pytestmark = pytest.mark.system

HARMLESS = "What is the tallest mountain in Europe and how do I plan a hike?"
ANSWER = "Mont Blanc\x1b]0;owned\x07\x1b[2J\n\u202edone é"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with daemon(tmp_path_factory.mktemp("home"), ANSWER) as running:
        yield running


def test_a_harmless_prompt_is_answered_publicly_and_says_so(home):  # F12, F15
    home.read.clear()
    done = home.run("ask", "--json", HARMLESS)
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert (answer["variant"], answer["reasons"]) == ("public", ["below_threshold"])
    assert (answer["answer"], answer["path"], answer["model"]) == (ANSWER, "direct", "tiny")
    assert home.read == [HARMLESS]


def test_an_answer_cannot_steer_the_terminal(home):
    done = home.run("ask", HARMLESS)
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert shown.startswith("Mont Blanc\ufffd")
    assert not set(shown) & set("\x1b\x07\u202e")
    assert "Answered publicly" in " ".join(done.stderr.decode().split())


def test_a_sensitive_prompt_without_a_tunnel_is_held_and_nobody_is_asked(home):  # R4
    home.read.clear()
    done = home.run("ask", "--json", CANARY)
    answer = json.loads(done.stdout)
    assert done.returncode == 5
    assert (answer["variant"], answer["held"], answer["retry"]) == ("secured", "tunnel_down", True)
    assert home.read == []
    said = home.run("ask", CANARY)
    assert said.returncode == 5
    assert "Kept, and sent to nobody" in " ".join(said.stderr.decode().split())
    assert b"Zebulon" not in done.stdout + done.stderr + said.stdout + said.stderr


@pytest.mark.parametrize("data", [b"hello", b"hello \xff\xed\xa0\x80"])
def test_standard_input_is_read_whatever_bytes_it_holds(home, data):
    done = home.run("ask", "--json", "-", data=data)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_text_that_is_too_long_is_refused_before_it_is_sent(home):
    home.read.clear()
    done = home.run("ask", "-", data=b"x" * 2_000_001)
    assert done.returncode == 3
    assert b"Nothing was sent" in done.stderr
    assert home.read == []


def test_a_daemon_that_cannot_start_is_said_to_be_the_reason(tmp_path, monkeypatch):
    home = Home(tmp_path)
    home.configure("workers = 'many'")
    (tmp_path / "run").mkdir(mode=0o755)
    (tmp_path / "run").chmod(0o755)
    done = home.run("ask", "hello")
    assert done.returncode == 4
    assert b"Nothing was sent" in done.stderr
    assert b"Traceback" not in done.stderr


def test_only_characters_that_steer_are_replaced():
    assert printable("é\n\t\U0001f600 ok") == "é\n\t\U0001f600 ok"
    assert printable("\x1b\x00\x9b\r\u2066") == "\ufffd" * 5
