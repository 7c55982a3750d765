"""The classifier: pinned model, exact features, windows, caps."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion import classifier
from companion.classifier import (
    BITS,
    CARD_FILE,
    MAX_CHARACTERS,
    MODEL_FILE,
    STRIDE,
    WINDOW,
    Classifier,
    ModelError,
    features,
    windows,
)
from companion.detectors import DetectorError

MODELS = Path(__file__).parent.parent / "models"


@pytest.fixture(scope="module")
def model():
    return Classifier(MODELS)


@pytest.fixture
def folder(tmp_path):
    for name in (MODEL_FILE, CARD_FILE):
        shutil.copy(MODELS / name, tmp_path / name)
    return tmp_path


def change(folder, **fields):
    card = json.loads((folder / CARD_FILE).read_text())
    (folder / CARD_FILE).write_text(json.dumps(card | fields))


def test_a_private_text_is_likelier_than_a_question_on_the_same_subject(model):  # S07
    private = "Patient Maria Lopez, 44, was diagnosed with HIV and takes truvada."
    question = "Explain how truvada works against HIV."
    assert model.probability(private) > 2 * model.probability(question)


@pytest.mark.parametrize("text", ["", " ", "\n" * 500, "a", "\U0001f600", "\x00", "\ud800"])
def test_any_text_has_a_probability(model, text):
    assert 0.0 <= model.probability(text) <= 1.0


def test_the_same_text_has_the_same_probability(model):  # R15
    text = "my salary is 4,000 and I owe more than that"
    assert model.probability(text) == model.probability(text)


def test_a_long_text_is_as_likely_as_its_likeliest_window(model):
    private = " Patient Maria Lopez, born 1971-03-04, was diagnosed with HIV. " * 8
    filler = "The tides follow the moon. " * 700
    alone = model.probability(filler)
    hidden = model.probability(filler[:9_000] + private + filler[9_000:18_000])
    assert hidden > 0.5 > alone


def test_a_text_over_the_cap_is_refused_and_not_cut_short(model):  # R4
    assert model.probability("a" * MAX_CHARACTERS) >= 0
    with pytest.raises(DetectorError, match="too long"):
        model.probability("a" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize("place", [0, 100, 200_000, -1])
def test_one_flipped_byte_and_the_model_is_refused(folder, place):  # R19
    data = bytearray((folder / MODEL_FILE).read_bytes())
    data[place] ^= 1
    (folder / MODEL_FILE).write_bytes(data)
    with pytest.raises(ModelError, match="not the pinned model"):
        Classifier(folder)


@pytest.mark.parametrize("fields", [{"features": "other"}, {"bits": BITS + 1}])
def test_a_model_for_other_features_is_refused(folder, fields):
    change(folder, **fields)
    with pytest.raises(ModelError, match="other features"):
        Classifier(folder)


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"sha256": "short", "features": "", "bits": 1}'])
def test_a_card_that_cannot_be_read_is_refused(folder, card):
    (folder / CARD_FILE).write_text(card)
    with pytest.raises(ModelError, match="cannot be read"):
        Classifier(folder)


@pytest.mark.parametrize("name", [MODEL_FILE, CARD_FILE])
def test_a_missing_file_is_a_model_error(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        Classifier(folder)


def test_a_failure_of_the_runtime_is_an_error_that_quotes_nothing(model, monkeypatch):
    class Broken:
        def run(self, *_):
            raise RuntimeError("canary")

    monkeypatch.setattr(model, "_session", Broken())
    with pytest.raises(DetectorError) as caught:
        model.probability("canary")
    assert "canary" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_result_that_is_no_number_is_an_error(model, monkeypatch):
    class Broken:
        def run(self, *_):
            return [np.array([np.nan], np.float32)]

    monkeypatch.setattr(model, "_session", Broken())
    with pytest.raises(DetectorError):
        model.probability("hello")


def test_the_shipped_model_is_small_and_its_digest_file_agrees():
    data = (MODELS / MODEL_FILE).read_bytes()
    line = (MODELS / f"{MODEL_FILE}.sha256").read_text()
    assert len(data) < 1_500_000
    assert line.startswith(f"{hashlib.sha256(data).hexdigest()}  {MODEL_FILE}\n")


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_features_are_distinct_sorted_and_normalised(text):
    indices, values = features(text)
    assert len(indices) == len(values)
    assert (np.diff(indices) > 0).all()
    assert indices.size == 0 or 0 <= indices[0] <= indices[-1] < 2**BITS
    assert indices.size == 0 or np.linalg.norm(values) == pytest.approx(1, abs=1e-5)


def same(one, two):
    (first, weights), (second, others) = features(one), features(two)
    return np.array_equal(first, second) and np.array_equal(weights, others)


def test_case_the_values_of_digits_and_extra_space_make_no_difference_to_a_word():
    assert same("Call 555-0199", "Call  555-0199\n")
    assert same("CALL 555", "call 123")
    assert not same("call 555", "call 5555")


def test_how_the_next_words_are_written_makes_a_difference():
    assert not same("greet my dear Maria Lopez", "greet my dear maria lopez")


def test_a_word_has_one_feature_wherever_it_stands():
    shared = set(features("zebra")[0]) & set(features("one two zebra")[0])
    assert set(features("zebra")[0]) <= shared


def test_features_are_the_same_in_another_process():  # R15
    program = (
        "from companion.classifier import features; print(features('hello wörld')[0].tolist())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=MODELS.parent,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "99", "PATH": "/usr/bin:/bin"},
    )
    assert json.loads(done.stdout) == features("hello wörld")[0].tolist()


@pytest.mark.parametrize("length", [0, 1, WINDOW, WINDOW + 1, WINDOW + STRIDE, 19_999, 20_000])
def test_windows_overlap_and_reach_the_end(length):
    text = "".join(chr(97 + place % 26) for place in range(length))
    pieces = list(windows(text))
    assert pieces[0] == text[:WINDOW]
    assert text.endswith(pieces[-1])
    assert all(len(piece) == WINDOW for piece in pieces[:-1])
    assert len(pieces) == 1 or len(pieces[-1]) > WINDOW - STRIDE


def test_padding_adds_nothing(model):
    short, long = "hi", "a much longer text about tides and the moon"
    together = classifier.padded([features(short), features(long)])
    (both,) = model._session.run(None, {"indices": together[0], "values": together[1]})
    assert both == pytest.approx([model.probability(short), model.probability(long)], abs=1e-4)


def test_the_model_runtime_keeps_no_records_of_its_own(tmp_path):
    places = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    code = "import sys; from pathlib import Path; from companion.classifier import Classifier; "
    code += "Classifier(Path(sys.argv[1])).probability('hello')"
    subprocess.run([sys.executable, "-c", code, MODELS], env=os.environ | places, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
