"""Fitting the stack: weights that are not negative, masses, the bar, and the graph."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from companion import signals, stack
from companion.classifier import session
from models import stack as training
from models.rows import Row

MODELS = Path(__file__).parent.parent / "models"
SIZE = len(signals.NAMES)


def drawn(count=600, seed=1):
    """Signals of which the first speaks for sensitive, the second against, others for nothing."""
    rng = np.random.default_rng(seed)
    truth = (rng.random(count) < 0.5).astype(np.int64)
    values = np.abs(rng.normal(size=(count, SIZE)))
    values[:, 0] += 2.0 * truth
    values[:, 1] += 2.0 * (1 - truth)
    values[:, 2] = 0.0
    return values, truth, np.full(count, 1 / count)


def rows(*sources):
    return [
        Row(text=f"text {n}", label=label, source=source, group=f"{source}/{n}")
        for n, (source, label) in enumerate(sources)
    ]


def test_no_weight_is_negative_whatever_the_data_say():
    fitted = training.fitted(*drawn())
    assert fitted[1] > 0.3
    assert (fitted[1:] >= 0).all()
    assert fitted[2] == 0.0


def test_a_signal_that_never_changes_does_no_harm():
    assert np.isfinite(training.fitted(*drawn())).all()


def test_the_fit_is_calibrated_for_the_masses_it_was_given():
    values, truth, _ = drawn(4_000)
    mass = np.where(truth == 1, 0.3 / truth.sum(), 0.7 / (1 - truth).sum())
    said = training.probabilities(training.fitted(values, truth, mass), values)
    assert np.average(said, weights=mass) == pytest.approx(0.3, abs=0.01)


def test_sensitive_texts_weigh_their_share_and_each_source_its_own():
    some = rows(("pupa_new", 1), ("pupa_new", 1), ("generator", 1), ("ordinary-arena2", 0))
    some += rows(*[("generator", 0)] * 7)
    mass = training.masses(some)
    labels = np.array([row.label for row in some])
    assert mass[labels == 1].sum() == pytest.approx(training.SHARE)
    assert mass[labels == 0].sum() == pytest.approx(1 - training.SHARE)
    assert mass[0] == mass[1]
    assert mass[0] + mass[1] > mass[2]


def test_below_the_bar_lies_hardly_any_sensitive_text_real_or_invented():
    early = np.concatenate([np.linspace(0.2, 1, 1_000), np.linspace(0.4, 1, 1_000), [0.01] * 50])
    some = rows(*[("pupa_new", 1)] * 1_000, *[("generator", 1)] * 1_000, *[("ordinary", 0)] * 50)
    truth = np.array([row.label for row in some])
    bar = training.settled(early, truth, some)
    assert 0.2 <= bar < 0.21


def test_the_graph_says_what_the_regressions_say():
    values, truth, mass = drawn()
    head = len(signals.EARLY)
    full = training.fitted(values, truth, mass)
    early = np.concatenate([training.fitted(values[:, :head], truth, mass), np.zeros(SIZE - head)])
    loaded = session(training.graph(early, full))
    for row in values[:30]:
        said = loaded.run(["early", "full"], {"signals": row[None].astype(np.float32)})
        wanted = [float(training.probabilities(each, row[None])[0]) for each in (early, full)]
        assert [float(value) for value in said] == pytest.approx(wanted, abs=1e-5)


def test_no_weight_of_the_shipped_stack_is_negative():
    card = json.loads((MODELS / stack.CARD_FILE).read_text())
    for weights in card["weights"].values():
        assert all(value >= 0 for name, value in weights.items() if name != "bias")
    early = card["weights"]["early"]
    assert all(early[name] == 0 for name in signals.NAMES[len(signals.EARLY) :])
