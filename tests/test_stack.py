"""The stack: monotone in every signal, pinned, and fitted to exactly these models."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.classifier import ModelError
from companion.detectors import DetectorError
from companion.signals import EARLY, NAMES
from companion.stack import CARD_FILE, MODEL_FILE, Stack

MODELS = Path(__file__).parent.parent / "models"
CARD = json.loads((MODELS / CARD_FILE).read_text())
PARTS = {"linear": CARD["linear"], "encoder": CARD["encoder"]}
STACK = Stack(MODELS, **PARTS)
ROWS = st.lists(st.floats(-8, 8, width=32), min_size=len(NAMES), max_size=len(NAMES))
NOTHING = np.zeros(len(NAMES), np.float32)


def row(values):
    return np.array(values, np.float32)


def answers(values):
    return STACK.early(row(values)[: len(EARLY)]), STACK.full(row(values))


@pytest.fixture
def folder(tmp_path):
    for name in (MODEL_FILE, CARD_FILE):
        shutil.copy(MODELS / name, tmp_path / name)
    return tmp_path


def change(folder, **fields):
    (folder / CARD_FILE).write_text(json.dumps(CARD | fields))


@given(ROWS, st.sampled_from(range(len(NAMES))), st.floats(0, 8, width=32))
def test_a_signal_that_grows_never_lowers_a_probability(values, place, more):
    raised = values.copy()
    raised[place] += more
    for before, after in zip(answers(values), answers(raised), strict=True):
        assert 0.0 <= before <= after <= 1.0


@given(ROWS, st.lists(st.floats(0, 4, width=32), min_size=len(NAMES), max_size=len(NAMES)))
@settings(max_examples=50)
def test_all_signals_together_are_monotone_too(values, more):
    before, after = answers(values), answers(row(values) + row(more))
    assert after[0] >= before[0]
    assert after[1] >= before[1]


def test_the_strongest_signals_are_sensitive_and_the_weakest_are_not():
    low, high = NOTHING.copy(), NOTHING.copy()
    for name in ("linear", "window"):
        low[NAMES.index(name)], high[NAMES.index(name)] = -8, 8
    for name in ("rules", "grave", "private", "category"):
        high[NAMES.index(name)] = 1
    for name in ("persons", "contacts", "health", "numbers", "markers"):
        high[NAMES.index(name)] = 2
    assert max(answers(low)) < 0.2
    assert min(answers(high)) > 0.8


@given(ROWS)
@settings(max_examples=30)
def test_the_early_answer_rests_on_the_early_signals_alone(values):
    other = [*values[: len(EARLY)], *[-value for value in values[len(EARLY) :]]]
    assert answers(values)[0] == answers(other)[0]


@given(ROWS)
@settings(max_examples=30)
def test_the_same_signals_give_the_same_probability(values):  # R15
    assert answers(values) == answers(values)
    assert Stack(MODELS, **PARTS).full(row(values)) == STACK.full(row(values))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_signal_that_is_no_number_never_gives_a_low_probability(value):
    """An infinite one may rightly be certain; what is not a number is refused."""
    signals = NOTHING.copy()
    signals[NAMES.index("linear")] = value
    try:
        probability = STACK.full(signals)
    except DetectorError:
        return
    assert not np.isnan(value)
    assert probability in (0.0, 1.0)
    assert (value > 0) is (probability == 1.0)


class Broken:
    """A runtime that fails, or answers nonsense."""

    def __init__(self, answer):
        self._answer = answer

    def run(self, *_):
        if isinstance(self._answer, Exception):
            raise self._answer
        return [self._answer]


@pytest.mark.parametrize(
    "answer",
    [RuntimeError("canary"), np.array(np.nan), np.array(-0.1), np.array(1.1), np.array(np.inf)],
    ids=str,
)
def test_a_stack_that_fails_is_an_error_that_quotes_nothing(monkeypatch, answer):
    monkeypatch.setattr(STACK, "_session", Broken(answer))
    with pytest.raises(DetectorError, match="could not weigh") as caught:
        STACK.full(NOTHING)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("place", [0, 100, -1])
def test_one_flipped_byte_and_the_stack_is_refused(folder, place):  # R19
    data = bytearray((folder / MODEL_FILE).read_bytes())
    data[place] ^= 1
    (folder / MODEL_FILE).write_bytes(data)
    with pytest.raises(ModelError, match="not the pinned model"):
        Stack(folder, **PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_stack_that_was_fitted_to_other_models_is_refused(part):
    with pytest.raises(ModelError, match="fitted to other models"):
        Stack(MODELS, **(PARTS | {part: "0" * 64}))


@pytest.mark.parametrize("signals", [[], CARD["signals"][::-1], [*CARD["signals"], "more"]])
def test_a_stack_for_other_signals_is_refused(folder, signals):
    change(folder, signals=signals)
    with pytest.raises(ModelError, match="other signals"):
        Stack(folder, **PARTS)


@pytest.mark.parametrize("fields", [{"settled": -0.1}, {"settled": 1.5}, {"sha256": "x"}])
def test_a_card_that_says_what_cannot_be_is_refused(folder, fields):
    change(folder, **fields)
    with pytest.raises(ModelError, match="cannot be read"):
        Stack(folder, **PARTS)


@pytest.mark.parametrize("name", [MODEL_FILE, CARD_FILE])
def test_a_missing_file_is_a_model_error(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        Stack(folder, **PARTS)


def test_the_shipped_stack_fits_the_other_shipped_models():
    for part, name in (("linear", "sensitivity.onnx"), ("encoder", "encoder.onnx")):
        assert hashlib.sha256((MODELS / name).read_bytes()).hexdigest() == CARD[part]
    line = (MODELS / f"{MODEL_FILE}.sha256").read_text()
    assert line.startswith(f"{CARD['sha256']}  {MODEL_FILE}\n")


def test_what_settles_a_text_early_is_far_below_the_threshold():
    assert 0 < STACK.card.settled < 0.3
