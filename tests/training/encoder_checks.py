"""What needs PyTorch: `make train-check` runs these in the training environment."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from companion import encoder
from companion.classifier import session
from companion.wordpiece import WordPiece, read_vocabulary
from models import linear
from models import stack as stacking
from models.encoder import __main__ as training
from models.encoder import examples as windowing
from models.encoder import train
from models.encoder.examples import CATEGORIES, IGNORED, KINDS, batches, examples
from models.encoder.graph import graph
from models.encoder.net import Net
from models.rows import Row, Span

MODELS = Path(__file__).parents[2] / "models"
TEXTS = (
    "Ann Lee of 4 Mill Lane takes insulin.",
    "How do I sort a list?",
    "word " * 100,
)


@pytest.fixture(scope="module")
def words() -> WordPiece:
    return WordPiece(read_vocabulary((MODELS / encoder.VOCABULARY_FILE).read_text()))


@pytest.fixture(scope="module")
def net() -> Net:
    """The base encoder with heads that say something."""
    made = train.base(training.base_weights())
    for head in (made.kinds, made.marks, made.whole):
        torch.nn.init.normal_(head.weight, std=0.3)
    made.eval()
    return made


def state(net):
    return {name: tensor.detach().numpy() for name, tensor in net.state_dict().items()}


def test_the_exported_graph_says_what_the_network_says(net, words):
    loaded = session(graph(state(net), train.LAYERS))
    for text in TEXTS:
        tokens = words.tokens(text)
        given = encoder.batch(tokens, encoder.windows(tokens.words))
        kinds, marks, whole = loaded.run(None, given)
        with torch.no_grad():
            outputs = net(*(torch.from_numpy(given[name]) for name in ("ids", "shapes", "lengths")))
        inside = np.arange(kinds.shape[1])[None, :] < given["lengths"][:, None]
        wanted = outputs.kinds.softmax(-1).numpy()[inside]
        # Weights and activations have 8 bits in the graph: nearly the same, not quite.
        assert np.corrcoef(wanted.ravel(), kinds[inside].ravel())[0, 1] > 0.9, text
        assert np.abs(wanted - kinds[inside]).mean() < 0.02
        assert np.abs(outputs.marks.sigmoid().numpy()[inside] - marks[inside]).mean() < 0.1
        assert np.corrcoef(outputs.whole.numpy().ravel()[1:], _logits(whole)[1:])[0, 1] > 0.95


def _logits(whole):
    """Undo the sigmoid of the categories; being sensitive is told in log-odds already."""
    head, rest = whole[:, :1], np.clip(whole[:, 1:], 1e-6, 1 - 1e-6)
    return np.hstack([head, np.log(rest / (1 - rest))]).ravel()


def test_the_same_weights_give_the_same_graph(net):  # R15
    assert graph(state(net), train.LAYERS) == graph(state(net), train.LAYERS)


def test_what_nobody_labelled_teaches_nothing(net, words):
    row = Row(text=TEXTS[0], label=-1, source="test", group="test")
    (batch,) = batches(list(examples(words, row)), random.Random(1))
    tensors = {name: torch.from_numpy(array) for name, array in batch.items()}
    outputs = net(tensors["ids"], tensors["shapes"], tensors["lengths"])
    assert float(train.loss(outputs, tensors).detach()) == 0.0
    assert (batch["kinds"] == IGNORED).all()


def test_a_piece_of_no_kind_may_be_of_any_that_nobody_looked_for():
    truth = torch.zeros((1, 1), dtype=torch.long)
    logits = torch.zeros((1, 1, 3))
    logits[..., 2] = 9.0
    closed, opened = torch.tensor([[True, False, False]]), torch.tensor([[True, False, True]])
    assert float(train._kinds(logits, truth, closed)) > 8
    assert float(train._kinds(logits, truth, opened)) < 0.01


def test_training_learns_what_it_is_shown(words, monkeypatch):
    rows = [
        Row(
            text=f"my friend {name} is ill" if sensitive else f"the word {name} in a book",
            label=sensitive,
            source="test",
            group=name,
            spans=(Span(10, 10 + len(name), "PERSON"),) if sensitive else (),
            kinds=frozenset(("PERSON",)),
            categories=frozenset(("health",)) if sensitive else frozenset(),
        )
        for name in ("Ann", "Bob", "Carla", "Dan", "Eve", "Frank", "Greta", "Hans")
        for sensitive in (0, 1)
    ]
    learner = train.base(training.base_weights())
    windows = list(train.windows(words, rows, {}))
    monkeypatch.setattr(windowing, "BUDGET", 128)
    train.fit(learner, windows * 20, 1, lambda _: None)
    monkeypatch.undo()
    (batch,) = batches(windows, random.Random(1))
    with torch.no_grad():
        outputs = learner(*(torch.from_numpy(batch[n]) for n in ("ids", "shapes", "lengths")))
    assert (outputs.whole[:, 0].sigmoid().round().numpy() == batch["whole"][:, 0]).mean() > 0.9
    known = batch["kinds"] != IGNORED
    person = KINDS.index("PERSON") + 1
    said = outputs.kinds.argmax(-1).numpy() == person
    assert (said[known] == (batch["kinds"][known] == person)).mean() > 0.95


def test_the_words_vectors_stay_as_they_were_published(net):
    assert not net.words.weight.requires_grad
    assert net.shapes.weight.requires_grad


def test_the_heads_have_an_output_for_every_kind_and_category(net):
    assert net.kinds.out_features == len(KINDS) + 1
    assert net.whole.out_features == len(CATEGORIES) + 1


def test_no_group_of_the_stacks_is_among_the_encoders():
    rows, manifest = training.rows(None, 3, training.Plan())
    mine = {row.group for row in rows}
    assert manifest == []
    assert mine.isdisjoint(row.group for row in stacking.rows_for(None, 3))
    assert mine >= {row.group for row in linear.rows_for(None, seed=3)[0]}


def test_every_layer_learns_slower_than_the_one_above_it_and_new_parts_fastest(net):
    rates = [group["lr"] for group in train._groups(net)]
    assert max(rates) == rates[0] == train.HEAD_RATE
    assert rates[1:] == sorted(rates[1:])
    assert rates[-1] == train.RATE
    assert not any(each.requires_grad for each in net.more.parameters())
    mine = [id(each) for group in train._groups(net) for each in group["params"]]
    assert sorted(mine) == sorted(id(each) for each in net.parameters() if each.requires_grad)


def test_a_verdict_is_never_learnt_as_quite_certain_and_an_unknown_one_stays_unknown():
    smoothed = train._smoothed(torch.tensor([1.0, 0.0, -1.0]))
    assert smoothed.tolist() == pytest.approx([1 - train.SMOOTHING, train.SMOOTHING, -1.0])


def test_a_plan_takes_its_share_of_the_templates():
    half, _ = training.rows(None, 3, training.Plan(share=0.5))
    whole, _ = training.rows(None, 3, training.Plan())
    assert 0.45 < len(half) / len(whole) < 0.55


def test_refining_teaches_kinds_and_leaves_everything_else_as_it_was(words):
    rows = []
    for name in ("Ann", "Bob", "Carla", "Dan"):
        for drug in ("metformin", "lithium", "insulin", "truvada"):
            text = f"{name} takes {drug}"
            spans = (
                Span(0, len(name), "PERSON"),
                Span(len(text) - len(drug), len(text), "MEDICATION"),
            )
            rows.append(
                Row(
                    text=text,
                    label=0,
                    source="test",
                    group=drug,
                    kinds=frozenset(KINDS),
                    spans=spans,
                )
            )
    learner = train.base(training.base_weights())
    before = {name: tensor.clone() for name, tensor in learner.state_dict().items()}
    windows = list(train.windows(words, rows, {}))
    train.refine(learner, windows * 400, 1, lambda _: None)
    after = learner.state_dict()
    changed = {name.split(".")[0] for name in after if not torch.equal(before[name], after[name])}
    assert changed == {"more", "kinds"}
    (batch,) = batches(windows, random.Random(1))
    with torch.no_grad():
        outputs = learner(*(torch.from_numpy(batch[n]) for n in ("ids", "shapes", "lengths")))
    known = batch["kinds"] != IGNORED
    assert (outputs.kinds.argmax(-1).numpy() == batch["kinds"])[known].mean() > 0.95
