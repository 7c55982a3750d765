"""`sottovoce policy`: checks a file, shows the rules in force, prints the schema."""

import json

import pytest

from companion import cli, policy


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    return tmp_path


def test_without_a_file_the_default_is_in_order(capsys):
    assert cli.main(["policy", "check"]) == 0
    assert capsys.readouterr().out.startswith("Careful default: in order (default-")


def test_the_installed_file_or_a_named_one_is_checked(home, capsys):
    (home / "config" / "policy.toml").write_text("name = 'Ours'\nthreshold = 0.5")
    assert cli.main(["policy", "check"]) == 0
    assert "Ours: in order (file-" in capsys.readouterr().out
    (home / "other.json").write_text('{"name": "Theirs"}')
    assert cli.main(["policy", "check", str(home / "other.json")]) == 0
    assert "Theirs: in order" in capsys.readouterr().out


@pytest.mark.parametrize("action", ["check", "show"])
def test_a_bad_file_is_named_with_its_key(home, capsys, action):
    (home / "config" / "policy.toml").write_text("threshold = 2")
    assert cli.main(["policy", action]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "policy.toml" in err
    assert "$.threshold" in err
    assert "everything is secured" in err


def test_a_file_that_is_not_there_is_no_default(home, capsys):
    assert cli.main(["policy", "check", str(home / "none.toml")]) == 3
    assert "no such file" in capsys.readouterr().err


def test_what_is_shown_can_be_read_as_a_policy(home, capsys):
    (home / "config" / "policy.toml").write_text("threshold = 0.25\n[weights]\nPERSON = 1.0")
    assert cli.main(["policy", "show"]) == 0
    shown = policy.parse(capsys.readouterr().out, json=True)
    assert (shown.policy.threshold, shown.policy.weights) == (0.25, {"PERSON": 1.0})


def test_the_schema_is_printed_as_json(capsys):
    assert cli.main(["policy", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Policy"
