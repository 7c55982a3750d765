"""What models are trained on: the generator, the sets of others, and what is kept from them."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from benchmarks.detect import data
from companion.detectors import kinds
from companion.detectors.kinds import PRIVATE_DETAIL, Category
from models import compose, corpus, held, sources
from models.linear import rows_for as linear_rows
from models.rows import UNKNOWN, Row
from models.secrets import __main__ as secrets
from models.splits import is_for_stack
from models.stack import rows_for as stack_rows

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "detection"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"{DATA} is not on this machine")
SEED = 5
FILLERS = ("Write a poem about the sea.", "What is the capital of Peru?")


@pytest.fixture(scope="module")
def generated():
    return list(compose.generate(1, SEED, FILLERS))


@pytest.fixture(scope="module")
def real():
    return sources.read(DATA, SEED)


def groups(rows):
    return {row.group for row in rows}


# The generator


def test_the_same_seed_makes_the_same_rows_and_another_makes_others(monkeypatch):  # R15
    few = corpus.families()[::20]
    monkeypatch.setattr(corpus, "families", lambda: few)
    one = list(compose.generate(2, SEED, FILLERS))
    assert one == list(compose.generate(2, SEED, FILLERS))
    assert one != list(compose.generate(2, SEED + 1, FILLERS))


def test_a_family_makes_the_same_rows_whatever_other_families_there_are(monkeypatch):
    whole = corpus.families()
    monkeypatch.setattr(corpus, "families", lambda: whole[:3])
    few = list(compose.generate(1, SEED))
    monkeypatch.setattr(corpus, "families", lambda: whole[2:3])
    alone = list(compose.generate(1, SEED))
    assert few[-len(alone) :] == alone


def test_every_template_becomes_a_row_without_a_slot_or_a_mark_left(generated):
    assert len(generated) == sum(len(family.templates) for family in corpus.families())
    slot = re.compile(r"\[\[(?:[A-Z_]+\|)?\w")
    assert not [row.group for row in generated if slot.search(row.text)]


def test_spans_lie_inside_the_text_around_something_and_in_order(generated):
    for row in generated:
        assert all(0 <= s.start < s.end <= len(row.text) for s in row.spans), row.group
        assert all(row.text[s.start : s.end].strip() for s in row.spans), row.group
        order = [(s.start, -s.end) for s in row.spans]
        assert order == sorted(order), row.group


def test_kinds_and_categories_are_those_that_the_program_knows(generated):
    known = set(kinds.BY_NAME) | {PRIVATE_DETAIL}
    categories = {category.value for category in Category}
    assert {span.kind for row in generated for span in row.spans} <= known
    assert known >= compose.KINDS
    assert {c for row in generated for c in row.categories or ()} == categories


def test_only_what_is_in_a_sensitive_text_is_private(generated):
    for row in generated:
        if row.label == 0:
            assert not [span for span in row.spans if span.private], row.group


def test_sensitive_and_harmless_texts_are_about_as_many_and_sentences_are_neither(generated):
    labels = [row.label for row in generated]
    assert 0.4 < labels.count(1) / (labels.count(0) + labels.count(1)) < 0.6
    assert {row.label for row in generated if row.categories is None} == {UNKNOWN}


def test_every_language_is_written(generated):
    assert {row.language for row in generated} == set(corpus.LANGUAGES)


def test_slips_never_touch_what_is_labelled():
    text = compose.Rendered(
        "My name is Ann Lee and nothing else.", (compose.Span(11, 18, "PERSON"),)
    )
    for seed in range(300):
        worn = compose._worn(text, random.Random(seed))
        (span,) = worn.spans
        assert worn.text[span.start : span.end].lower() == "ann lee"


# Splits


def test_no_group_stands_both_in_the_stacks_part_and_in_the_other_models():
    mine, _ = linear_rows(None, seed=SEED)
    stacks = stack_rows(None, SEED)
    assert mine
    assert stacks
    assert groups(mine).isdisjoint(groups(stacks))
    assert all(row.label != UNKNOWN for row in (*mine, *stacks))


def test_about_15_groups_in_100_are_the_stacks():
    share = sum(is_for_stack(f"group/{n}") for n in range(10_000)) / 10_000
    assert share == pytest.approx(0.15, abs=0.02)


# What is for measuring alone


def lines(path: Path, rows) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_rows_that_are_held_out_are_read_by_no_training(tmp_path):
    rows = [{"id": f"row-{n}", "text": f"Text number {n}", "units": []} for n in range(60)]
    path = lines(tmp_path / "prompts.jsonl", rows)
    free = {row["id"] for row in rows if not held.is_held(row["id"])}
    assert 0 < len(free) < 60
    for read in (sources.pupa, sources._ordinary):
        assert {row.group.split("/")[1] for row in read(path, random.Random(1))} == free
    assert {piece.group.split("/")[1] for piece in secrets._ordinary(path)} == free


def test_vectors_of_held_out_rules_are_read_by_no_training(tmp_path):
    rows = [{"sub": f"rule-{n}", "text": f"key{n}", "label": n % 2} for n in range(60)]
    path = lines(tmp_path / "vectors.jsonl", rows)
    free = {row["sub"] for row in rows if not held.is_held_rule(row["sub"])}
    assert 0 < len(free) < 60
    found = {row.group.split("/")[1] for row in sources._gitleaks(path, random.Random(1))}
    assert found == free
    assert {piece.group.split("/")[1] for piece in secrets._vectors(path)} == free


def test_held_out_templates_are_not_read(tmp_path):
    rows = [{"full_text": "Ann", "template_id": n, "spans": []} for n in range(210)]
    path = tmp_path / "sentences.json"
    path.write_text(json.dumps(rows))
    read = {int(row.group.split("/")[1]) for row in sources._presidio(path, random.Random(1))}
    assert read == set(range(210)) - held.TEMPLATES


def test_no_source_is_for_measuring_only():
    paths = [source.path for source in sources.SOURCES] + [path for path, _ in secrets._SOURCES]
    assert not [path for path in paths if "eval" in path]


@needs_data
def test_training_reads_everything_where_the_sets_for_measuring_are_not_there(tmp_path, real):
    for folder in DATA.iterdir():
        if not folder.name.endswith("_eval"):
            (tmp_path / folder.name).symlink_to(folder)
    assert sources.read(tmp_path, SEED) == real


@needs_data
def test_no_held_out_text_is_among_the_rows(real):
    texts = {row.text for row in real[0]}
    measured = [*data.real_prompts(), *data.ordinary_prompts()]
    assert len(measured) > 300
    assert not [row.id for row in measured if row.text.strip() in texts]


@needs_data
def test_the_stack_learns_from_no_prompt_that_the_other_models_know(real):
    others = [row for row in real[0] if not is_for_stack(row.group)]
    repeated = held.repeats(row.text for row in others)
    made = [row for row in stack_rows(DATA, SEED) if row.source != "generator"]
    assert made
    assert not [row.group for row in made if repeated(row.text)]


def test_a_text_that_is_nearly_another_repeats_it():
    known = "Please write a letter to my landlord, Ann Lee, about the heating in flat 4."
    repeated = held.repeats([known, "Hello there"])
    assert repeated(known.upper())
    assert repeated(known.replace("flat 4", "flat 17, please"))
    assert repeated("hello, there!")
    assert not repeated("Please write a letter to my landlord about something else altogether.")
    assert not repeated("Hello")


@needs_data
def test_spans_of_real_rows_lie_inside_their_texts(real):
    for row in real[0]:
        assert row.text.strip(), row.group
        assert all(0 <= s.start < s.end <= len(row.text) for s in row.spans), row.group


@needs_data
def test_no_mask_is_left_in_a_real_prompt(real):
    assert not [row.group for row in real[0] if "PRESIDIO_ANONYMIZED" in row.text]


@needs_data
def test_reading_twice_gives_the_same_rows(real):  # R15
    assert sources.read(DATA, SEED) == real


# Masks and phrases


def test_masks_are_filled_so_that_they_give_nothing_away():
    text = "I am <PRESIDIO_ANONYMIZED_PERSON>, of <PRESIDIO_ANONYMIZED_NEW_KIND>"
    filled, (span,) = sources.unmask(text, random.Random(1))
    assert filled.startswith("I am ")
    assert "ANONYMIZED" not in filled
    assert span.kind == "PERSON"
    assert filled[span.start : span.end] + ", of " in filled


def test_private_phrases_are_marked_wherever_they_stand_as_words():
    text = "Ann met Anna. ANN left."
    spans = sources.unit_spans(text, ["Ann", "x", " "])
    assert [text[span.start : span.end] for span in spans] == ["Ann", "ANN"]


def test_a_sentence_with_names_of_public_people_is_harmless(tmp_path):
    path = tmp_path / "news.conll"
    path.write_text("Ada I-PER\nLovelace I-PER\nlived O\nin O\nLondon I-LOC\n. O\n\n")
    (row,) = sources._wikigold(path, random.Random(1))
    assert isinstance(row, Row)
    assert row.label == 0
    assert [row.text[s.start : s.end] for s in row.spans] == ["Ada Lovelace", "London"]


@needs_data
def test_refilled_sentences_hold_each_others_values_where_their_spans_say(real):
    rows = [row for row in real[0] if row.source == "presidio"]
    made = sources.refilled(DATA, 2, random.Random(1))
    assert len(made) == 2 * len(rows)
    assert groups(made) == groups(rows)
    known = {row.text[s.start : s.end] for row in rows for s in row.spans}
    assert {row.text[s.start : s.end] for row in made for s in row.spans} <= known
    assert sum(row.text in {each.text for each in rows} for row in made[:200]) < 60
