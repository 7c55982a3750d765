"""Training of the secrets model: what it makes, that it is the same twice, what it reads."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from companion.detectors import secret_candidates, secret_features, secret_model
from models.secrets import __main__ as train
from models.secrets import export, fit, generate, harvest, values

ROOT = Path(__file__).parent.parent
SEED = 7


@pytest.fixture(scope="module")
def trained():
    """A tiny model with the table it was made of."""
    with threadpool_limits(1):
        data = fit.table(generate.generate(900, random.Random(SEED)), SEED)
        model, held = fit.fit(data, SEED)
    return data, model, held


def test_smoke_training_writes_a_model_that_the_program_loads(tmp_path, monkeypatch):
    monkeypatch.setattr(train, "SMOKE", 600)
    assert train.main(["--smoke", "--out", str(tmp_path)]) == 0
    card = json.loads((tmp_path / secret_model.CARD_FILE).read_text())
    data = (tmp_path / secret_model.MODEL_FILE).read_bytes()
    assert card["sha256"] == hashlib.sha256(data).hexdigest()
    text = 'api_key = "q7Rk29dWz81mmPw0zX4vTn6b"'
    candidates = list(secret_candidates.find(text, text))
    (score,) = secret_model.SecretModel(tmp_path).probabilities(text, candidates)
    assert 0 <= score <= 1


def test_the_same_seed_gives_the_same_file(trained):  # R15
    data, model, _ = trained
    with threadpool_limits(1):
        again, _ = fit.fit(data, SEED)
    assert export.graph(again) == export.graph(model)


def test_the_graph_says_what_the_fitted_model_says(trained, tmp_path):
    data, model, _ = trained
    written = export.graph(model)
    card = {"sha256": hashlib.sha256(written).hexdigest(), "features": secret_features.FEATURES}
    train.write(written, card, tmp_path)
    loaded = secret_model.SecretModel(tmp_path)
    text = "\n".join(p.text for p in generate.generate(40, random.Random(3)))
    candidates = list(secret_candidates.find(text, text.lower()))
    places = [secret_features.place(text, candidate) for candidate in candidates]
    feeds = secret_model.inputs(places)
    sums = (model.weights.reshape(-1)[feeds["indices"]] * feeds["scales"]).sum(2) + model.biases
    raw = model.trees.decision_function(np.hstack([feeds["dense"], sums.astype(np.float32)]))
    expected = 1 / (1 + np.exp(-(model.slope * raw + model.offset)))
    said = np.array(loaded.probabilities(text, candidates))
    # A threshold is rounded to float32 in the graph: a value on it may fall to the other side.
    assert np.mean(np.abs(said - expected) < 1e-3) > 0.98
    assert len(data.truth) > 500


def test_even_a_tiny_model_tells_unseen_secrets_from_the_rest(trained):
    data, _, held = trained
    live = data.truth == 1
    assert held[live].mean() > held[~live].mean() + 0.5


def test_generated_pieces_carry_their_secret_inside():
    pieces = list(generate.generate(400, random.Random(SEED)))
    spans = [(piece, start, end) for piece in pieces for start, end in piece.spans]
    assert 80 < len(spans) < 250
    assert all(0 <= start < end <= len(piece.text) for piece, start, end in spans)


def test_generation_depends_on_the_seed_alone():
    one = list(generate.generate(60, random.Random(5)))
    assert one == list(generate.generate(60, random.Random(5)))
    assert one != list(generate.generate(60, random.Random(6)))


def test_most_generated_secrets_are_candidates():
    pieces = [p for p in generate.generate(600, random.Random(SEED)) if p.spans]
    hits = sum(fit.table([piece], SEED).truth.sum() > 0 for piece in pieces if _found(piece))
    assert hits > 0.85 * len(pieces)


def _found(piece):
    return list(secret_candidates.find(piece.text, piece.text.lower()))


def test_a_redrawn_value_keeps_its_classes():
    value = values.redrawn(random.Random(1), "Summer-2024!")
    assert [c.isupper() for c in value] == [c.isupper() for c in "Summer-2024!"]
    assert [c.isdigit() for c in value] == [c.isdigit() for c in "Summer-2024!"]
    assert value[6] == "-"


def test_real_code_gives_places_with_and_without_a_secret(monkeypatch):
    monkeypatch.setattr(harvest, "DISTRIBUTIONS", ("requests", "no-such-distribution"))
    pieces = list(harvest.pieces(200, random.Random(SEED), generate.WORDS))
    assert set(harvest.versions()) == {"requests"}
    assert any(piece.spans for piece in pieces)
    assert any(not piece.spans for piece in pieces)
    assert all(piece.group.startswith("code/requests/") for piece in pieces)


def test_half_of_the_rules_are_kept_for_measuring():
    rules = [f"rule-{number}" for number in range(400)]
    assert 160 < sum(map(train.train_half, rules)) < 240


def test_data_that_is_for_measuring_only_is_not_read():
    assert not any("eval" in path for path, _ in train._SOURCES)


def test_the_shipped_card_pins_the_shipped_model():
    card = json.loads((ROOT / "models" / secret_model.CARD_FILE).read_text())
    data = (ROOT / "models" / secret_model.MODEL_FILE).read_bytes()
    assert card["sha256"] == hashlib.sha256(data).hexdigest()
    assert card["features"] == secret_features.FEATURES
    assert len(data) < 1_500_000
    assert card["data"]
    assert card["code"]
    pinned = (ROOT / "models" / f"{secret_model.MODEL_FILE}.sha256").read_text()
    assert pinned.startswith(f"{card['sha256']}  {secret_model.MODEL_FILE}\n")


def test_a_candidate_that_a_known_form_explains_is_not_trained_on():
    text = "token = 'glpat-q7Rk29dWz81mmPw0zX4v'"
    piece = generate.Piece(text=text, spans=((9, len(text) - 1),), group="x")
    other = generate.Piece(text="token = 'q7Rk29dWz81mmPw0zX4v'", spans=((9, 29),), group="x")
    assert list(fit.table([piece, other], SEED).truth) == [1]
