"""Training: reproducible, measured, and only on data that may be trained on."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import numpy as np
import pytest

from companion.classifier import CARD_FILE, MODEL_FILE, Classifier
from models import card as model_card
from models import data, fields, fit, generate, templates, train

pytestmark = pytest.mark.system

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "detection"


@pytest.fixture(scope="module")
def smoke(tmp_path_factory):
    out = tmp_path_factory.mktemp("models")
    assert train.main(["--smoke", "--out", str(out)]) == 0
    return out


def test_a_smoke_training_gives_a_model_that_loads_and_judges(smoke):  # S07
    model = Classifier(smoke)
    assert model.probability("my password is Hunter2!x") > model.probability("hello")


def test_the_same_seed_gives_the_same_file_byte_for_byte(smoke, tmp_path):  # R15
    train.main(["--smoke", "--out", str(tmp_path)])
    assert (tmp_path / MODEL_FILE).read_bytes() == (smoke / MODEL_FILE).read_bytes()
    assert (tmp_path / CARD_FILE).read_bytes() == (smoke / CARD_FILE).read_bytes()


def test_the_exported_graph_agrees_with_the_fitted_model():
    rows = list(generate.generate(200, 3))
    matrix, truth = fit.matrix(rows), fit.labels(rows)
    model = fit.fit(matrix, truth, np.ones(len(rows), np.bool_))
    wanted = fit.sigmoid(0.7 * fit.logits(model, matrix, len(rows)) - 0.2)
    session = fit.classifier.session(
        train.export.graph(model.weights, bias=model.bias, slope=0.7, offset=-0.2)
    )
    for row, expected in zip(rows[:40], wanted[:40], strict=True):
        indices, values = fit.classifier.padded([fit.classifier.features(row.text)])
        (given,) = session.run(None, {"indices": indices, "values": values})
        assert given[0] == pytest.approx(expected, abs=1e-5)


def test_the_generator_is_deterministic_balanced_and_leaves_no_slot():
    rows = list(generate.generate(400, 5))
    assert rows == list(generate.generate(400, 5))
    assert sum(row.label for row in rows) == len(rows) / 2
    assert not [row for row in rows if re.search(r"\{[a-z_]+\}", row.text)]


def test_every_template_can_be_filled():
    rng, fakers = random.Random(1), fields.fakers(1)
    for families in (templates.SENSITIVE, templates.HARMLESS):
        for family in families.values():
            for template in family:
                assert generate._fill(template, rng, fakers)


def test_one_group_never_stands_on_both_sides_of_a_split():
    rows = list(generate.generate(400, 5))
    folds = {}
    for row in rows:
        assert folds.setdefault(row.group, fit.fold_of(row.group)) == fit.fold_of(row.group)
    assert set(folds.values()) == set(range(fit.FOLDS))


def test_masks_are_filled_so_that_they_give_nothing_away():
    text = "I am <PRESIDIO_ANONYMIZED_PERSON>, <PRESIDIO_ANONYMIZED_NEW_KIND>"
    filled = generate.unmask(text, random.Random(1), fields.fakers(1))
    assert filled.startswith("I am ")
    assert "ANONYMIZED" not in filled


def test_calibration_moves_the_share_to_the_prior():
    rng = np.random.default_rng(1)
    truth = (rng.random(4_000) < 0.5).astype(np.int64)
    scores = rng.normal(truth * 2.0 - 1.0, 1.0)
    slope, offset = fit.calibrate(scores, truth)
    said = fit.sigmoid(slope * scores + offset)
    weight = np.where(truth == 1, fit.PRIOR / 0.5, (1 - fit.PRIOR) / 0.5)
    assert np.average(said, weights=weight) == pytest.approx(fit.PRIOR, abs=0.02)
    assert fit.metrics(said, truth)["ece"] < 0.03


def test_metrics_of_a_perfect_judge():
    truth = np.array([1, 0, 1, 0])
    measured = fit.metrics(truth.astype(float), truth)
    assert (measured["f1_0.5"], measured["fpr_0.5"], measured["auc"]) == (1.0, 0.0, 1.0)
    assert measured["ece"] == 0.0


def test_the_shipped_card_says_what_was_trained_on_and_how_well():
    card = json.loads((ROOT / "models" / CARD_FILE).read_text())
    assert all(source["licence"] and source["sha256"] for source in card["data"])
    assert card["metrics"]["unseen sources"]
    assert card["calibration"]["prior"] == fit.PRIOR
    assert model_card.figures(card) in (ROOT / "models" / "card.md").read_text()
    told = (ROOT / "models" / "data.md").read_text()
    assert all(source["path"].split("/")[0] in told for source in card["data"])


def test_a_card_that_is_not_there_is_not_made(tmp_path):
    model_card.update(tmp_path / "card.md", {})
    assert list(tmp_path.iterdir()) == []


def test_the_training_data_is_read_as_the_card_says():
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is not here")
    rows, manifest = data.read(DATA, train.SEED)
    card = json.loads((ROOT / "models" / CARD_FILE).read_text())
    assert [(s.path, s.sha256, s.rows) for s in manifest] == [
        (s["path"], s["sha256"], s["rows"]) for s in card["data"]
    ]
    assert not [source.path for source in manifest if "_eval" in source.path]
    assert not [row for row in rows if "PRESIDIO_ANONYMIZED" in row.text]
