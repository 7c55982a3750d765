"""`sottovoce evaluate`: labelled rows in, figures and a page out, no text anywhere."""

import json
from pathlib import Path

import pytest

from companion import cli
from companion.commands import evaluate
from companion.exits import Exit
from companion.scoring.rows import Row

NAME = "Annegret Lindqvist"
ROWS = [
    {"id": "p1", "text": f"{NAME} has the SSN 536-22-8715.", "label": 1, "language": "en"},
    {"id": 2, "text": "Sort these words by length: kiwi, fig.", "label": 0, "language": "en"},
    {"id": "p3", "text": "Meine IBAN ist DE89370400440532013000.", "label": 1, "language": "de"},
]
SPANS = {"p1": [[0, 18, "NAME"], [31, 42, "SSN"]], 2: [], "p3": [[15, 37, "IBAN"]]}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    monkeypatch.setattr(evaluate.hardening, "harden", lambda: None)  # it is for good, per process
    return tmp_path


@pytest.fixture
def data(tmp_path) -> Path:
    path = tmp_path / "rows.jsonl"
    lines = (json.dumps({**row, "spans": SPANS[row["id"]]}) for row in ROWS)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*words: object) -> int:
    return cli.main(["evaluate", *map(str, words)])


@pytest.mark.system
def test_rows_become_figures_and_a_page_without_their_text(data, tmp_path, capsys):
    out, html = tmp_path / "out.json", tmp_path / "out.html"
    assert run("--data", data, "--json", out, "--html", html, "--by", "language") == Exit.OK
    figures = json.loads(out.read_text())
    assert figures["rows"]["all"] == 3
    assert figures["prompts"]["at_policy_threshold"]["false_positives"] == 0
    assert figures["entities"]["by_type"]["US_SSN"]["f1"] == 1.0
    assert figures["entities"]["by_type"]["IBAN_CODE"]["f1"] == 1.0
    assert set(figures["groups"]) == {"de", "en"}
    said = capsys.readouterr().out
    assert "3 rows: 2 sensitive, 1 ordinary, 0 failed" in said
    written = out.read_text() + html.read_text(encoding="utf-8") + said
    assert not [word for word in (NAME, "536-22-8715", "DE8937", "kiwi") if word in written]


@pytest.mark.system
def test_the_same_rows_give_the_same_figures_but_for_the_time(data, tmp_path):
    figures = []
    for name in ("one.json", "two.json"):
        assert run("--data", data, "--json", tmp_path / name) == Exit.OK
        figures.append(json.loads((tmp_path / name).read_text()))
        del figures[-1]["milliseconds"]
    assert figures[0] == figures[1]


@pytest.mark.system
def test_threshold_and_limit_are_obeyed(data, tmp_path):
    out = tmp_path / "out.json"
    assert run("--data", data, "--json", out, "--threshold", "0", "--limit", "2") == Exit.OK
    figures = json.loads(out.read_text())
    assert figures["rows"]["all"] == 2
    assert figures["prompts"]["at_policy_threshold"]["recall"] == 1.0
    assert figures["prompts"]["at_policy_threshold"]["false_positive_rate"] == 1.0


def test_a_line_that_cannot_be_used_is_named_and_nothing_is_measured(data, tmp_path, capsys):
    with data.open("a") as more:
        more.write('{"id": 4, "text": "hunter2", "label": "hunter2"}\n')
    assert run("--data", data, "--json", tmp_path / "out.json") == Exit.BAD_INPUT
    said = capsys.readouterr().err
    assert "rows.jsonl: line 4: " in said
    assert "hunter2" not in said
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_file_without_rows_is_said(tmp_path, capsys, content):
    path = tmp_path / "rows.jsonl"
    path.write_text(content)
    assert run("--data", path, "--json", tmp_path / "out.json") == Exit.BAD_INPUT
    assert "there are no rows" in capsys.readouterr().err


def test_a_missing_file_is_said(tmp_path, capsys):
    assert run("--data", tmp_path / "no", "--json", tmp_path / "out.json") == Exit.BAD_INPUT
    assert "No such file" in capsys.readouterr().err


def test_a_policy_that_cannot_be_used_is_said(data, tmp_path, capsys):
    policy = tmp_path / "policy.toml"
    policy.write_text("threshold = 7\n")
    words = ("--data", data, "--json", tmp_path / "out.json", "--policy")
    assert run(*words, policy) == Exit.BAD_INPUT
    assert "threshold" in capsys.readouterr().err
    assert run(*words, tmp_path / "none.toml") == Exit.BAD_INPUT


@pytest.mark.parametrize("key", sorted(evaluate._SAID))
def test_no_group_is_named_after_what_people_wrote(data, tmp_path, capsys, key):
    assert run("--data", data, "--json", tmp_path / "o.json", "--by", key) == Exit.BAD_INPUT
    assert "--by" in capsys.readouterr().err


def test_a_place_where_nothing_can_be_written_is_said(data, tmp_path, capsys):
    for place in (tmp_path / "no" / "out.json", tmp_path):
        assert run("--data", data, "--json", place) == Exit.BAD_INPUT
        assert "nothing can be written there" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--threshold", "2"), ("--limit", "0"), ("--threshold", "x")])
def test_numbers_that_make_no_sense_are_refused(data, tmp_path, words):
    with pytest.raises(SystemExit) as ended:
        run("--data", data, "--json", tmp_path / "out.json", *words)
    assert ended.value.code == Exit.USAGE


def test_a_limit_takes_rows_evenly():
    found = [Row(id=n, text="") for n in range(10)]
    assert [row.id for row in evaluate.spread(found, 4)] == [0, 2, 5, 7]
    assert evaluate.spread(found, 99) == evaluate.spread(found, None) == found
