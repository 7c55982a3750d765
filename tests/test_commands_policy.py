"""`sottovoce policy`: checks a file, shows the rules in force, prints the schema."""

import io
import json

import pytest

from companion import allowlist, cli, policy


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


def test_a_text_is_named_so_that_a_policy_allows_it_without_holding_it(home, capsys, monkeypatch):
    monkeypatch.setattr("companion.hardening.harden", lambda: None)
    key = home / "config" / policy.KEY_FILE
    names = []
    for typed in ("Anna Berger\n", "anna  berger"):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert cli.main(["policy", "digest"]) == 0
        names.append(capsys.readouterr().out.strip())
    assert names[0] == names[1]
    assert key.stat().st_mode & 0o777 == 0o600
    path = home / "config" / "policy.toml"
    path.write_text(f"[[detection.allow]]\ndigests = ['{names[0]}']")
    active = policy.load(path)
    assert active.error == ""
    assert allowlist.of(active).allows("PERSON", "Anna Berger")


@pytest.mark.parametrize(("typed", "key", "code"), [("\n", None, 3), ("", None, 3), ("x", "a", 1)])
def test_no_text_and_no_key_are_said_and_nothing_is_quoted(
    home, capsys, monkeypatch, typed, key, code
):
    monkeypatch.setattr("companion.hardening.harden", lambda: None)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    if key:
        (home / "config" / policy.KEY_FILE).write_text(key)
    assert cli.main(["policy", "digest"]) == code
    assert capsys.readouterr().out == ""
