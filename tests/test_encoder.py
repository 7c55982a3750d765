"""The encoder: windows that cover the text, places at word borders, and a pinned model."""

from __future__ import annotations

import hashlib
import json
import math
import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion import encoder
from companion.classifier import ModelError
from companion.detectors import DetectorError, kinds
from companion.encoder import (
    CARD_FILE,
    LENGTH,
    MAX_WINDOWS,
    MODEL_FILE,
    OVERLAP,
    VOCABULARY_FILE,
    Encoder,
    EncoderReading,
    batch,
    windows,
)
from companion.wordpiece import CLS, SEP, Tokens, WordPiece, read_vocabulary

MODELS = Path(__file__).parent.parent / "models"
FILES = (MODEL_FILE, CARD_FILE, VOCABULARY_FILE)
ENCODER = Encoder(MODELS)
PIECES = WordPiece(read_vocabulary((MODELS / VOCABULARY_FILE).read_text(encoding="utf-8")))
PATIENT = "My patient Maria Lopez was diagnosed with HIV and takes truvada."
FILLER = "The tides follow the moon, and the path along the cliff is closed in winter. "
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        shutil.copy(MODELS / name, tmp_path / name)
    return tmp_path


def found(text, **options):
    return {
        (each.kind, text[each.start : each.end]) for each in ENCODER.read(text, **options).findings
    }


def test_it_names_people_illnesses_and_medicines_where_they_stand():  # S05
    assert found(PATIENT) >= {
        ("PERSON", "Maria Lopez"),
        ("MEDICAL_CONDITION", "HIV"),
        ("MEDICATION", "truvada"),
    }


def test_a_private_text_reads_as_more_sensitive_than_a_question_on_its_subject():  # S07
    (private,) = ENCODER.read(PATIENT).sensitive
    (question,) = ENCODER.read("Explain how truvada works against HIV.").sensitive
    assert private > question + 1


def test_it_says_which_category_a_text_is_of():
    (row,) = ENCODER.read(PATIENT).categories
    shares = dict(zip(ENCODER.card.categories, row, strict=True))
    assert set(shares) == {str(each) for each in kinds.Category}
    assert shares["health"] > 0.25 > shares["code"]


def test_its_kinds_are_kinds_that_the_program_knows():
    assert set(ENCODER.card.kinds) <= set(kinds.BY_NAME)


@pytest.mark.parametrize("text", ["", " ", "\n\t\n"])
def test_a_text_without_words_is_not_read(text):
    reading = ENCODER.read(text)
    assert reading == EncoderReading(findings=(), sensitive=(), categories=(), words=(), windows=0)


@given(ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_findings_begin_and_end_at_words_and_stay_inside_the_text(text):
    reading = ENCODER.read(text)
    spans = PIECES.tokens(text).spans
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    for each in reading.findings:
        assert each.start in starts
        assert each.end in ends
        assert 0 <= each.start < each.end <= len(text)
        assert 0.0 <= each.score <= 1.0
        assert each.detector == kinds.ENCODER
    assert all(one.end <= other.start for one, other in pairwise(reading.findings))
    assert [(start, end) for start, end, _ in reading.words] == spans
    assert all(0.0 <= mark <= 1.0 for _, _, mark in reading.words)
    assert len(reading.sensitive) == len(reading.categories) == reading.windows
    assert all(map(math.isfinite, reading.sensitive))


@given(st.lists(st.integers(1, 12), max_size=200))
def test_windows_cover_every_word_whole_and_overlap(sizes):
    words = [number for number, size in enumerate(sizes) for _ in range(size)]
    cuts = windows(words)
    assert all(0 < end - start <= LENGTH - 2 for start, end in cuts)
    assert {place for cut in cuts for place in range(*cut)} == set(range(len(words)))
    for start, end in cuts:
        assert start == 0 or words[start - 1] != words[start]
        assert end == len(words) or words[end - 1] != words[end]
    for (_, end), (start, _) in pairwise(cuts):
        assert OVERLAP <= end - start <= OVERLAP + 12


def test_a_short_text_is_one_window_and_no_text_is_none():
    assert windows([]) == []
    assert windows([0, 0, 1]) == [(0, 3)]
    assert windows(list(range(LENGTH - 2))) == [(0, LENGTH - 2)]
    assert len(windows(list(range(LENGTH - 1)))) == 2


def test_windows_go_on_although_a_word_fills_them():
    words = [number for number in range(3) for _ in range(LENGTH)]
    assert windows(words)[-1][1] == len(words)


def test_a_batch_is_padded_to_its_longest_window():
    tokens = Tokens([11, 12, 13], [1, 2, 3], [0, 1, 2], [(0, 1), (2, 3), (4, 5)])
    inputs = batch(tokens, [(0, 1), (0, 3)])
    assert inputs["ids"].tolist() == [[CLS, 11, SEP, 0, 0], [CLS, 11, 12, 13, SEP]]
    assert inputs["shapes"].tolist() == [[0, 1, 0, 0, 0], [0, 1, 2, 3, 0]]
    assert inputs["lengths"].tolist() == [3, 5]


def test_what_else_is_in_a_batch_hardly_changes_a_window():
    """Weights are whole numbers of 8 bits, scaled by batch; a window's own text decides."""
    text = FILLER * 30 + PATIENT
    alone = [ENCODER.read(text, lambda _, p=place: [p]).sensitive[0] for place in range(3)]
    assert ENCODER.read(text).sensitive[:3] == pytest.approx(alone, abs=0.5)


@pytest.mark.parametrize("before", [0, 7, 20, 60])
def test_a_name_is_found_wherever_it_stands_in_a_long_text(before):
    text = FILLER * before + PATIENT + " " + FILLER * 20
    assert ("PERSON", "Maria Lopez") in found(text)


def test_a_text_is_read_the_same_each_time():  # R15
    text = FILLER * 20 + PATIENT
    assert ENCODER.read(text) == ENCODER.read(text)
    assert Encoder(MODELS).read(text) == ENCODER.read(text)


def test_only_wanted_windows_are_read():
    text = FILLER * 120 + PATIENT
    asked = []

    def last(extents):
        asked.extend(extents)
        return [len(extents) - 1]

    reading = ENCODER.read(text, last)
    assert len(asked) == reading.windows > 5
    assert len(reading.sensitive) == 1
    assert (reading.words[0][0], reading.words[-1][1]) >= asked[-1]
    assert ("PERSON", "Maria Lopez") in found(text, wanted=last)


def test_the_extents_of_the_windows_cover_the_text_and_name_its_characters():
    text = f"  {FILLER * 60}  "
    asked = []
    ENCODER.read(text, lambda extents: asked.extend(extents) or [])
    assert asked[0][0] == 2
    assert asked[-1][1] == len(text.rstrip())
    assert all(second[0] < first[1] < second[1] for first, second in pairwise(asked))


def test_where_no_window_is_wanted_none_is_read():
    reading = ENCODER.read(FILLER * 120, lambda _: [])
    assert (reading.findings, reading.sensitive, reading.words) == ((), (), ())
    assert reading.windows > 5


def test_reading_ends_when_that_is_enough():
    text = FILLER * 60
    told = []

    def enough(log_odds):
        told.append(len(log_odds))
        return len(told) == 2

    reading = ENCODER.read(text, settled=enough)
    assert told == [encoder.BATCH, 2 * encoder.BATCH]
    assert len(reading.sensitive) == 2 * encoder.BATCH < reading.windows


def test_the_order_in_which_windows_are_wanted_changes_no_place():
    text = FILLER * 20 + PATIENT + FILLER * 20
    back = ENCODER.read(text, lambda extents: range(len(extents))[::-1])
    forth = ENCODER.read(text)
    assert [word[:2] for word in back.words] == [word[:2] for word in forth.words]
    assert ("PERSON", "Maria Lopez") in found(text, wanted=lambda e: range(len(e))[::-1])


def test_a_text_of_too_many_windows_is_refused_and_not_half_read(monkeypatch):  # R4
    monkeypatch.setattr(encoder, "MAX_WINDOWS", 3)
    assert ENCODER.read(FILLER * 15).windows <= 3
    with pytest.raises(DetectorError, match="too long for the encoder"):
        ENCODER.read(FILLER * 60)
    with pytest.raises(DetectorError, match="too long for the encoder"):
        ENCODER.read(FILLER * 60, lambda _: [])


def test_the_longest_prompt_of_prose_fits():
    assert len(windows(PIECES.tokens((FILLER * 1_300)[:100_000]).words)) < MAX_WINDOWS


@pytest.mark.parametrize("name", [MODEL_FILE, VOCABULARY_FILE])
@pytest.mark.parametrize("place", [0, 5_000, -2])
def test_one_flipped_byte_and_it_is_refused(folder, name, place):  # R19
    data = bytearray((folder / name).read_bytes())
    data[place] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match="not the pinned"):
        Encoder(folder)


def test_one_flipped_byte_of_a_digest_in_the_card_and_it_is_refused(folder):  # R19
    card = json.loads((MODELS / CARD_FILE).read_text())
    for field, message in (("sha256", "pinned model"), ("vocabulary", "pinned vocabulary")):
        digest = card[field]
        other = ("1" if digest[0] == "0" else "0") + digest[1:]
        (folder / CARD_FILE).write_text(json.dumps(card | {field: other}))
        with pytest.raises(ModelError, match=message):
            Encoder(folder)


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"sha256": "short"}', "\x00"])
def test_a_card_that_cannot_be_read_is_refused(folder, card):
    (folder / CARD_FILE).write_text(card)
    with pytest.raises(ModelError, match="cannot be read"):
        Encoder(folder)


def test_a_model_for_other_shapes_is_refused(folder):
    card = json.loads((MODELS / CARD_FILE).read_text())
    (folder / CARD_FILE).write_text(json.dumps(card | {"shapes": 25}))
    with pytest.raises(ModelError, match="other inputs"):
        Encoder(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_a_model_error(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        Encoder(folder)


class Spoilt:
    """The real runtime, one of whose outputs is spoilt."""

    def __init__(self, session, output, value):
        self._session, self._output, self._value = session, output, value

    def run(self, names, inputs):
        arrays = self._session.run(names, inputs)
        arrays[self._output] = arrays[self._output].copy()
        arrays[self._output].flat[0] = self._value
        return arrays


@pytest.mark.parametrize("output", range(3))
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_an_output_that_is_no_number_is_an_error(monkeypatch, output, value):
    monkeypatch.setattr(ENCODER, "_session", Spoilt(ENCODER._session, output, value))
    with pytest.raises(DetectorError, match="could not judge"):
        ENCODER.read(PATIENT)


def test_a_failure_of_the_runtime_is_an_error_that_quotes_nothing(monkeypatch):
    class Broken:
        def run(self, *_):
            raise RuntimeError("canary")

    monkeypatch.setattr(ENCODER, "_session", Broken())
    with pytest.raises(DetectorError) as caught:
        ENCODER.read("canary")
    assert "canary" not in str(caught.value)
    assert caught.value.__context__ is None


def test_the_shipped_model_is_small_and_its_digest_file_agrees():
    data = (MODELS / MODEL_FILE).read_bytes()
    line = (MODELS / f"{MODEL_FILE}.sha256").read_text()
    assert len(data) < 25_000_000
    assert line.startswith(f"{hashlib.sha256(data).hexdigest()}  {MODEL_FILE}\n")
