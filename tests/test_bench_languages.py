"""The prompts in every covered language: how they are read, what they hold, their figures."""

import json
import re
from collections import Counter
from statistics import mean

import pytest

from benchmarks import bench_detect, dlp_messages
from benchmarks.detect import data, languages, pages
from benchmarks.detect.engines import BASELINE, OURS
from benchmarks.language_prompts import ALL, KINDS, LANGUAGES, PromptError, parse
from companion.detectors import checks, kinds, national
from companion.languages import COVERED
from companion.policy import Policy
from companion.scoring.engine import Judged
from companion.scoring.results import Case
from companion.values import Finding

CHECKS = {
    "IBAN_CODE": checks.iban,
    "CREDIT_CARD": checks.card,
    "DE_TAX_ID": national.de_tax_id,
    "FR_NIR": national.fr_nir,
    "ES_NIF": national.es_nif,
    "IT_FISCAL_CODE": national.it_fiscal,
    "NL_BSN": national.nl_bsn,
    "PT_NIF": national.pt_nif,
    "BR_CPF": national.br_cpf,
    "UK_NINO": national.uk_nino,
}


def test_marks_are_taken_out_and_leave_their_place():
    (prompt,) = parse("= de\n+\nFrag {PERSON:Jörg Ähm} in {LOCATION:Köln}, ob {x: 1} stimmt.")
    assert prompt.text == "Frag Jörg Ähm in Köln, ob {x: 1} stimmt."
    assert [(prompt.text[start:end], kind) for start, end, kind in prompt.spans] == [
        ("Jörg Ähm", "PERSON"),
        ("Köln", "LOCATION"),
    ]
    assert (prompt.language, prompt.label, prompt.asks) == ("de", 1, False)


def test_offsets_count_code_points():
    (prompt,) = parse("= en\n-\n\N{GRINNING FACE} {PERSON:Zoë} waves, doesn't she?")
    assert prompt.spans == ((2, 5, "PERSON"),)
    assert prompt.asks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jo calls", 1),
        ("= de\nJo calls", 2),
        ("= Jo", 1),
        ("= de\n+\nfine\n= fr\nJo calls", 5),
        ("= de\n+\n\n", 3),
        ("= de\n+\nfine\n{NAME:Jo} calls", 4),
        ("= de\n+\n{PERSON:Jo calls", 3),
        ("= de\n+\n{PERSON:} calls Jo", 3),
        ("= de\n+\n{PERSON: Jo} calls", 3),
        ("= de\n+\n{PERSON:Jo of {LOCATION:Ulm}} calls", 3),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_not_quoted(text, line):
    with pytest.raises(PromptError, match=rf"^line {line}: ") as caught:
        tuple(parse(text))
    assert "Jo" not in str(caught.value)


def test_every_covered_language_has_as_many_of_each_sort():
    counts = Counter((each.language, each.label, each.asks) for each in ALL)
    assert set(LANGUAGES) == set(COVERED)
    assert len(counts) == 7 * 2 * 2
    assert set(counts.values()) == {7}


def test_question_marks_anywhere_tell_nothing():
    for language in LANGUAGES:
        asking = [
            sum("?" in each.text for each in ALL if (each.language, each.label) == (language, sort))
            for sort in (0, 1)
        ]
        assert min(asking) >= 0.8 * max(asking)


def test_the_length_tells_little():
    lengths = {sort: [len(each.text) for each in ALL if each.label == sort] for sort in (0, 1)}
    assert min(map(min, lengths.values())) >= 60
    assert max(map(max, lengths.values())) <= 500
    wins = [(a > b) + (a == b) / 2 for a in lengths[1] for b in lengths[0]]
    assert mean(wins) == pytest.approx(0.5, abs=0.1)


def test_a_name_alone_tells_not_all():
    for language in LANGUAGES:
        rows = [each for each in ALL if each.language == language]
        named = Counter(each.label for each in rows if each.spans)
        assert named[1] <= 11
        assert named[0] >= 5


def test_no_prompt_stands_twice():
    assert len({_plain(each.text) for each in ALL}) == len(ALL) == 196


def test_marks_are_of_kinds_that_findings_have_and_overlap_nowhere():
    assert set(KINDS) <= set(kinds.BY_NAME)
    assert {kind for each in ALL for *_, kind in each.spans} == set(KINDS)
    for each in ALL:
        edges = [edge for start, end, _ in each.spans for edge in (start, end)]
        assert edges == sorted(edges)
        assert all(start < end <= len(each.text) for start, end, _ in each.spans)


def test_no_mark_is_left_in_a_text():
    assert not [each for each in ALL if re.search(r"\{[A-Z_]+:", each.text)]


def test_numbers_with_a_checksum_pass_it():
    found = Counter()
    for each in ALL:
        for start, end, kind in each.spans:
            if kind in CHECKS:
                found[kind] += 1
                assert CHECKS[kind](re.sub(r"[ .-]", "", each.text[start:end]))
    assert set(found) == set(CHECKS)
    assert found["IBAN_CODE"] == 7


def test_addresses_have_the_form_of_addresses():
    for each in ALL:
        for start, end, kind in each.spans:
            if kind == "EMAIL_ADDRESS":
                assert re.fullmatch(r"[\w.]+@[\w.-]+\.\w{2,3}", each.text[start:end])


def test_no_prompt_is_one_of_the_work_messages():
    messages = {_plain(each.text) for each in dlp_messages.ALL}
    assert not messages & {_plain(each.text) for each in ALL}


@pytest.mark.skipif(not data.folder().is_dir(), reason="the detection data is not on this machine")
def test_no_prompt_stands_in_a_shared_set():
    ours = {_plain(each.text) for each in ALL}
    files = [each for each in sorted(data.folder().rglob("*")) if each.is_file()]
    assert files
    for path in files:
        assert not ours.intersection(map(_plain, _texts(path))), path.name


def _texts(path):
    """Yield every string of a file of JSON, every line of another."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from _strings(json.loads(whole))
        return
    for line in filter(None, whole.split("\n")):
        yield from _strings(json.loads(line)) if path.suffix == ".jsonl" else (line,)


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def test_no_prompt_stands_in_what_the_models_are_trained_on():
    sources = sorted((data.ROOT / "models").rglob("*.py"))
    assert sources
    for path in sources:
        trained = _plain(path.read_text(encoding="utf-8"))
        assert not [number for number, each in enumerate(ALL) if _plain(each.text) in trained]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_rows_carry_the_language_as_their_group():
    rows = data.languages()
    assert Counter(row.group for row in rows) == dict.fromkeys(LANGUAGES, 28)
    assert all(row.spans is not None and row.label in (0, 1) for row in rows)


def _perfect(row) -> Case:
    findings = tuple(
        Finding(kind=kind, start=start, end=end, score=1.0, detector="test")
        for start, end, kind in row.spans
    )
    return Case(row=row, judged=Judged(findings=findings, level=float(row.label), milliseconds=1.0))


def test_an_engine_that_is_always_right_has_ones_everywhere():
    figures = languages.by_language([_perfect(row) for row in data.languages()], 0.5)
    assert list(figures) == [*LANGUAGES, languages.ALL]
    for row in figures.values():
        assert row["false_positive_rate"] == row["failed"] == 0
        names = ("f1", "precision", "recall", "auc", "span_f1", "span_f1_fully_marked")
        assert {row[name] for name in (*names, "person_recall")} == {1.0}
    assert figures[languages.ALL]["rows"] == 196


@pytest.mark.parametrize("kind", sorted(languages.PARTLY_MARKED))
def test_a_date_or_firm_that_is_not_marked_counts_in_one_figure_alone(kind):
    row = next(row for row in data.languages() if kind in {name for *_, name in row.spans})
    perfect = _perfect(row)
    wrong = Finding(kind=kind, start=0, end=1, score=1.0, detector="test")
    judged = Judged(findings=(wrong, *perfect.judged.findings), level=1.0, milliseconds=1.0)
    figures = languages.by_language([Case(row=row, judged=judged)], 0.5)[languages.ALL]
    marked = len(row.spans) > 1
    assert figures["span_f1"] < 1.0
    assert figures["span_f1_fully_marked"] == float(marked)


class _Bench:
    """A bench whose engines are right, but for the peer, which flags whatever it is given."""

    def general(self):
        return (OURS, BASELINE)

    def cases(self, name, rows, what):
        perfect = [_perfect(row) for row in rows]
        if name == OURS:
            return perfect
        return [
            Case(row=case.row, judged=Judged(findings=(), level=0.1, milliseconds=1.0))
            for case in perfect
        ]


def test_a_peer_counts_at_any_detection_and_ours_at_the_shipped_threshold():
    found = languages.run(_Bench())
    assert found["rows"] == dict.fromkeys(LANGUAGES, 28)
    assert Policy().threshold > 0.1
    assert found["engines"][BASELINE]["de"]["false_positive_rate"] == 1.0
    assert found["engines"][BASELINE]["de"]["person_recall"] == 0.0
    assert found["engines"][OURS]["de"]["f1"] == 1.0


def test_most_prompts_are_told_to_be_of_their_language():
    right = languages.named_rightly(data.languages())
    assert set(right) == {*LANGUAGES, languages.ALL}
    assert right[languages.ALL] >= 0.9


def test_the_page_has_a_line_for_every_language_and_every_engine():
    assert "languages" in bench_detect.PARTS
    part = {
        "machine": {"cores": 2, "load": 0.1, "python": "3", "date": "today"},
        "seconds": 1,
        "versions": {OURS: "1"},
        "figures": languages.run(_Bench()),
    }
    text, _ = pages.render({"parts": {"languages": part}})
    section = text.split("## Languages")[1].split("## What these")[0]
    for language in LANGUAGES:
        assert f"| {language} | 1.000 |" in section
    assert section.count("Presidio + en_core_web_sm") == len(pages._LANGUAGE_TABLES)
    assert "28 prompts a language" in section
    assert "\n0 prompts could not be judged" in section
    assert "## Languages" not in pages.render({"parts": {}})[0]
