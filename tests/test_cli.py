"""The `sottovoce` command: verbs, help, and how it ends."""

import os
import subprocess
import sys

import pytest

from companion import __version__, cli
from companion.commands import policy as policy_command
from companion.exits import Exit


def ended(*arguments: str) -> int:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    return caught.value.code


def test_the_version_is_printed(capsys):
    assert ended("--version") == 0
    assert capsys.readouterr().out == f"sottovoce {__version__}\n"


def test_help_names_every_verb(capsys):
    assert ended("--help") == 0
    text = capsys.readouterr().out
    for verb in cli.VERBS:
        assert f"\n    {verb}" in text


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_has_help(verb, capsys):
    assert ended(verb, "--help") == 0
    assert capsys.readouterr().out.startswith(f"usage: sottovoce {verb}")


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("check", "--nonsense"), ("policy",)])
def test_a_command_line_that_is_not_understood_is_a_usage_error(arguments, capsys):
    assert ended(*arguments) == Exit.USAGE
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("error", "code"), [(BrokenPipeError(), 1), (KeyboardInterrupt(), 130)])
def test_an_interruption_ends_without_a_traceback(monkeypatch, error, code):
    def run(_):
        raise error

    monkeypatch.setattr(policy_command, "run", run)
    monkeypatch.setattr(cli.os, "dup2", lambda *_: None)
    assert cli.main(["policy", "show"]) == code


def test_a_verb_pays_only_for_its_own_imports():
    code = (
        "import sys; from companion import cli; cli.main(['policy', 'schema'])\n"
        "heavy = {'spacy', 'presidio_analyzer', 'onnxruntime', 'aiohttp', 'rich'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_output_that_nobody_reads_is_no_error():
    command = f"{sys.executable} -m companion.cli policy schema; echo $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -c 1"], capture_output=True, timeout=60, check=True
    )
    assert done.stderr in (b"0\n", b"1\n")


@pytest.mark.parametrize("words", [["policy", "schema"], ["policy", "check"]])
def test_output_that_never_had_a_reader_is_no_error(words):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "companion.cli", *words],
            stdout=closed,
            stderr=subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"")
