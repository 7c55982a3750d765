"""The command line and the reference that describes it."""

import argparse
import json
import subprocess

import pytest
from variants_support import ROOT, command, serving

from variants import cli
from variants.shared import errors
from variants.shared.embedded import SMOLLM2
from variants.shared.errors import ApiError
from variants.shared.launch import default_threads

pytestmark = pytest.mark.system

REFERENCE = (ROOT / "docs" / "reference" / "variants.md").read_text(encoding="utf-8")


def run(*arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
        **options,
    )


def test_models_lists_the_embedded_model_with_hash_and_licence(capsys):
    assert cli.main(["models", "--json"]) == cli.EXIT_OK
    (model,) = json.loads(capsys.readouterr().out)
    assert model["sha256"] == SMOLLM2.sha256
    assert model["licence"] == "Apache-2.0"
    assert model["path"].endswith(".gguf")
    assert cli.main(["models"]) == cli.EXIT_OK
    assert SMOLLM2.sha256 in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["serve"],
        ["serve", "--kind", "both"],
        ["serve", "--kind", "public", "--port", "65536"],
        ["serve", "--kind", "public", "--port", "-1"],
        ["serve", "--kind", "public", "--port", "٣"],
        ["serve", "--kind", "public", "--upstream", "ftp://x/v1"],
        ["serve", "--kind", "public", "--upstream", "http://user:secret@x/v1"],
        ["serve", "--kind", "public", "--model-sha256", "abc"],
        ["serve", "--kind", "public", "--patience", "soon"],
        ["serve", "--kind", "public", "--context", "0"],
    ],
)
def test_wrong_usage_ends_with_its_own_code(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == cli.EXIT_USAGE
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--engine", "upstream"], "needs --upstream URL"),
        (["--engine", "upstream", "--upstream", "http://127.0.0.1:9/v1"], "cannot reach"),
        (["--tunnel", "x"], "belong to the secured variant"),
        (["--host", "203.0.113.9", "--port", "0"], "cannot listen"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(arguments, message, tmp_path):
    queue = ("--training-queue", str(tmp_path / "q.sqlite"))
    result = run("serve", "--kind", "public", *queue, *arguments)
    assert result.returncode == cli.EXIT_FAILED
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("content", ["two words", "", None])
def test_a_key_file_without_a_usable_key(tmp_path, content):
    key = tmp_path / "key"
    if content is not None:
        key.write_text(content)
    upstream = ("--engine", "upstream", "--upstream", "http://127.0.0.1:9/v1")
    queue = ("--training-queue", str(tmp_path / "q.sqlite"))
    result = run("serve", "--kind", "public", *queue, *upstream, "--upstream-key-file", str(key))
    assert result.returncode == cli.EXIT_FAILED
    assert ("key" if content != "" else "cannot reach") in result.stderr


def test_a_taken_port_is_said(tmp_path):
    first, second = (("--training-queue", str(tmp_path / name)) for name in "ab")
    with serving("--kind", "public", "--port", "0", *first) as server:
        port = server.url.rsplit(":", 1)[1]
        result = run("serve", "--kind", "public", "--port", port, *second)
    assert result.returncode == cli.EXIT_FAILED
    assert "cannot listen" in result.stderr


def test_the_queue_command_says_where_there_is_none(tmp_path, capsys):
    path = str(tmp_path / "absent.sqlite")
    assert cli.main(["queue", "--training-queue", path]) == cli.EXIT_FAILED
    assert "holds no training queue" in capsys.readouterr().err


def test_threads_leave_half_of_the_cores_to_others():
    assert [default_threads(cores) for cores in (1, 2, 4, 8, 64)] == [1, 1, 2, 4, 4]


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    found = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                found |= {name} | options_of(child)
        else:
            found |= {option for option in action.option_strings if option.startswith("--")}
    return found - {"--help"}


def test_every_command_and_option_is_in_the_reference():
    missing = {name for name in options_of(cli.build_parser()) if f"`{name}" not in REFERENCE}
    assert missing == set()


def test_every_error_code_is_in_the_reference():
    samples = [
        *(errors.malformed(), errors.too_large(1), errors.context_exceeded(1)),
        *(errors.unknown_model(), errors.busy(1), errors.waited(1), errors.engine_lost()),
        *(errors.engine_failed(), errors.internal(), errors.stopping()),
        *(ApiError(403, "", code=code) for code in ("origin_refused", "unknown_parameter")),
        *(ApiError(400, "", code=code) for code in ("invalid_value", "invalid_content_type")),
        *(ApiError(400, "", code=code) for code in ("upstream_refused", "upstream_failed")),
        *(ApiError(400, "", code=code) for code in ("not_found", "method_not_allowed")),
    ]
    assert {error.code for error in samples if f"`{error.code}`" not in REFERENCE} == set()
