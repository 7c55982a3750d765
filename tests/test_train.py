"""Training: it works from end to end, the same way twice, and the pages tell what it was."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from companion import classifier, encoder, stack
from companion.classifier import Classifier
from companion.detectors import secret_model
from companion.tools import load_tools
from models import __main__ as whole
from models import card as model_card
from models import compose, export, fit, linear, sources
from models.linear import rows_for

ROOT = Path(__file__).parent.parent
MODELS = ROOT / "models"
DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "detection"
CARDS = (classifier.CARD_FILE, secret_model.CARD_FILE, encoder.CARD_FILE, stack.CARD_FILE)
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"{DATA} is not on this machine")


def card(name, folder=MODELS):
    return json.loads((folder / name).read_text())


# The whole training, in its own environment


def make(target, *given):
    return subprocess.run(
        ["make", "--silent", target, *given], cwd=ROOT, text=True, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def environment():
    """The training environment; only where it cannot be installed, nothing is tested here."""
    made = make("train-setup")
    if made.returncode and not os.environ.get("CI"):
        pytest.skip(f"THE TRAINING ENVIRONMENT CANNOT BE INSTALLED: {made.stderr[-500:]}")
    assert made.returncode == 0, made.stderr[-2_000:]


@pytest.fixture(scope="module")
def smoke(environment, tmp_path_factory):
    out = tmp_path_factory.mktemp("models")
    made = make("train-smoke", f"OUT={out}")
    assert made.returncode == 0, made.stderr[-2_000:]
    return out, made


@pytest.mark.slow
def test_a_smoke_training_makes_models_that_load_and_judge(smoke):  # S07
    out, made = smoke
    assert len(made.stdout.splitlines()) == len(whole.TEXTS)
    for number, (module, _, _) in enumerate(whole.TRAININGS, start=1):
        assert f"{number} of 4: {module}" in made.stderr
    judgement = load_tools(out).judge(whole.TEXTS[1])
    assert 0 <= judgement.probability <= 1


@pytest.mark.slow
@pytest.mark.parametrize("name", CARDS)
def test_every_fresh_model_is_pinned_by_its_card(smoke, name):  # R19
    out, _ = smoke
    model = (out / name).with_suffix(".onnx")
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    assert card(name, out)["sha256"] == digest
    listed = Path(f"{model}.sha256").read_text()
    assert listed.startswith(f"{digest}  {model.name}\n")
    assert f"  {name}\n" in listed  # the card is pinned as well


@pytest.mark.slow
def test_the_same_seed_gives_the_same_linear_model_byte_for_byte(smoke, tmp_path):  # R15
    out, _ = smoke
    assert linear.main(["--smoke", "--out", str(tmp_path)]) == 0
    for name in (classifier.MODEL_FILE, classifier.CARD_FILE):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()


@pytest.mark.slow
def test_the_pages_beside_fresh_models_are_filled_from_their_cards(smoke):
    out, _ = smoke
    assert card(stack.CARD_FILE, out)["sha256"] in (out / model_card.FILE).read_text()


@pytest.mark.slow
def test_what_needs_pytorch_passes_its_own_tests_and_type_checks(environment):
    made = make("train-check")
    assert made.returncode == 0, made.stdout[-4_000:]


def test_a_training_that_fails_ends_the_whole(tmp_path, monkeypatch):
    asked = []

    def fails(command, check):
        asked.append(command[2])
        return subprocess.CompletedProcess(command, 3 if command[2] == "models.secrets" else 0)

    monkeypatch.setattr(whole.subprocess, "run", fails)
    assert whole.train(tmp_path, None, smoke=True) == 3
    assert asked == ["models.linear", "models.secrets"]


@pytest.mark.parametrize("arguments", [[], ["--data", "x"], ["--out", "x"]])
def test_a_real_training_needs_data_and_a_folder(arguments, capsys):
    with pytest.raises(SystemExit):
        whole.main(arguments)
    assert "--data and --out are needed" in capsys.readouterr().err


# The linear model's parts


def test_the_exported_graph_agrees_with_the_fitted_model():
    rows = rows_for(None, seed=3)[0][::40]
    matrix, truth = fit.matrix(rows), fit.labels(rows)
    model = fit.fit(matrix, truth, np.ones(len(rows), np.bool_))
    wanted = fit.sigmoid(0.7 * fit.logits(model, matrix, len(rows)) - 0.2)
    graph = export.graph(model.weights, bias=model.bias, slope=0.7, offset=-0.2)
    session = classifier.session(graph)
    for row, expected in list(zip(rows, wanted, strict=True))[:40]:
        cut = classifier.windows(row.text)
        indices, values = classifier.padded([classifier.features(window) for window in cut])
        (given,) = session.run(None, {"indices": indices, "values": values})
        assert max(given) == pytest.approx(expected, abs=1e-5)


def test_one_group_never_stands_on_both_sides_of_a_fold():
    folds = {}
    for row in compose.generate(1, 5):
        assert folds.setdefault(row.group, fit.fold_of(row.group)) == fit.fold_of(row.group)
    assert set(folds.values()) == set(range(fit.FOLDS))


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


# What ships


@pytest.mark.parametrize("name", CARDS)
def test_a_shipped_card_pins_its_model(name):  # R19
    model = (MODELS / name).with_suffix(".onnx")
    assert card(name)["sha256"] == hashlib.sha256(model.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", CARDS[:3])
def test_a_shipped_card_says_what_was_trained_on(name):
    told = (MODELS / model_card.DATA_FILE).read_text()
    data = card(name)["data"]
    assert data
    for source in data:
        assert source["licence"]
        assert len(source["sha256"]) == 64
        assert f"`{source['path'].split('/')[0]}`" in told
        assert "_eval" not in source["path"]


@needs_data
@pytest.mark.parametrize("name", CARDS[:3])
def test_the_data_are_those_that_a_shipped_card_names(name):
    _, manifest = sources.read(DATA, linear.SEED)
    known = {source.path: (source.licence, source.sha256, source.rows) for source in manifest}
    for source in card(name)["data"]:
        licence, digest, rows = known[source["path"]]
        assert (source["licence"], source["sha256"]) == (licence, digest)
        assert source.get("rows", rows) == rows


def test_the_pages_say_what_the_cards_say(tmp_path):
    """Where this fails: `python -m models.card`."""
    for name in (*CARDS, model_card.FILE, model_card.DATA_FILE):
        shutil.copyfile(MODELS / name, tmp_path / name)
    model_card.fill(tmp_path)
    for name in (model_card.FILE, model_card.DATA_FILE):
        assert (tmp_path / name).read_text() == (MODELS / name).read_text(), name


def test_every_part_of_the_pages_is_filled():
    for name, parts in model_card._PAGES.items():
        text = (MODELS / name).read_text()
        for part in parts:
            inside = text.split(f"<!-- {part} -->\n")[1].split(f"<!-- end of {part} -->")[0]
            assert len(inside) > 80, part


def test_a_page_that_is_not_there_is_not_made(tmp_path):
    model_card.fill(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_page_without_a_card_stays_as_it_is(tmp_path):
    shutil.copyfile(MODELS / model_card.FILE, tmp_path / model_card.FILE)
    model_card.fill(tmp_path)
    assert (tmp_path / model_card.FILE).read_text() == (MODELS / model_card.FILE).read_text()


def test_a_wheel_holds_every_file_that_the_models_are_loaded_from():
    import build_rules

    names = {Path(path).name for path in build_rules._WHEEL_FILES}
    models = {(MODELS / name).with_suffix(".onnx").name for name in CARDS}
    assert {*CARDS, *models, encoder.VOCABULARY_FILE, model_card.FILE} <= names
    assert all((ROOT / path).exists() for path in build_rules._WHEEL_FILES)
    assert Classifier(MODELS).sha256 == card(classifier.CARD_FILE)["sha256"]
