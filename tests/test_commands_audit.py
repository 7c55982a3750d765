"""`sottovoce audit`: verify, explain and export, on a real audit."""

import json
import sqlite3

import pytest
from core_cases import CANARY, public, request, secured

from companion import cli, paths
from companion.audit import Audit
from companion.chain import decided
from companion.values import Timings


@pytest.fixture
def audit(tmp_path, monkeypatch):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    path = paths.resolve().audit
    with Audit.open(path) as opened:
        for number, made in enumerate((public, secured), 1):
            name = f"request-{number}"
            entry = decided(number, request(CANARY, id=name), made(id=name), Timings(total=1.0))
            opened.append(entry)
    return path


def test_a_sound_audit_verifies(audit, capsys):
    assert cli.main(["audit", "verify"]) == 0
    assert capsys.readouterr().out.strip()
    assert cli.main(["audit", "verify", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["ok"], result["rows"]) == (True, 2)


def test_a_changed_row_is_found(audit, capsys):
    with sqlite3.connect(audit) as database:
        database.execute("UPDATE audit SET body = replace(body, 'public', 'secured') WHERE id = 1")
    database.close()
    assert cli.main(["audit", "verify"]) == 6
    assert "1" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["request-2", "last"])
def test_one_prompt_is_explained_in_words_and_as_json(audit, capsys, name):
    assert cli.main(["audit", "explain", name]) == 0
    assert "private" in capsys.readouterr().out
    assert cli.main(["audit", "explain", name, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["request"], row["variant"], row["reasons"]) == (
        "request-2",
        "secured",
        ["threshold_reached"],
    )


def test_an_unknown_id_is_said_to_be_unknown(audit, capsys):
    assert cli.main(["audit", "explain", "request-9"]) == 3
    assert "request-9" in capsys.readouterr().err


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_every_row_is_exported_without_text(audit, capsys, flags):
    assert cli.main(["audit", "export", *flags]) == 0
    out = capsys.readouterr().out
    assert [json.loads(line)["request"] for line in out.splitlines()] == ["request-1", "request-2"]
    assert "Zebulon" not in out


def test_without_an_audit_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    assert cli.main(["audit", "verify"]) == 1
    assert "there is no audit" in capsys.readouterr().err
