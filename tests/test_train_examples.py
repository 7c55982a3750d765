"""The encoder's examples: what each piece and each window is to say, and how they are batched."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from companion import encoder
from companion.detectors.kinds import BY_NAME, PRIVATE_DETAIL
from companion.wordpiece import WordPiece, read_vocabulary
from models.encoder import examples as made
from models.encoder.examples import CATEGORIES, IGNORED, KINDS, examples
from models.rows import Row, Span

MODELS = Path(__file__).parent.parent / "models"
TEXT = "Ann Lee takes insulin since May."
KNOWN = frozenset(("PERSON", "MEDICATION"))


@pytest.fixture(scope="module")
def words():
    return WordPiece(read_vocabulary((MODELS / encoder.VOCABULARY_FILE).read_text()))


def row(text=TEXT, **fields):
    given = {"label": 1, "source": "test", "group": "test", "kinds": KNOWN, **fields}
    return Row(text=text, **given)


def spans(*marked):
    return tuple(
        Span(TEXT.index(words), TEXT.index(words) + len(words), kind) for words, kind in marked
    )


def said(words, example, number=0):
    """Return the kind of each piece, by name; the marks at both ends are not asked."""
    assert example.kinds[0] == example.kinds[-1] == IGNORED
    names = {0: "-", IGNORED: "?"} | dict(enumerate(KINDS, start=1))
    return [names[int(kind)] for kind in example.kinds[1:-1]]


def test_every_piece_of_a_marked_word_has_its_kind_and_only_the_first_begins_it(words):
    marked = spans(("Ann Lee", "PERSON"), ("insulin", "MEDICATION"))
    (example,) = examples(words, row(spans=marked))
    tokens = words.tokens(TEXT)
    inside = [TEXT[slice(*tokens.spans[word])] for word in tokens.words]
    expected = {"Ann": "PERSON", "Lee": "PERSON", "insulin": "MEDICATION"}
    assert said(words, example) == [expected.get(word, "-") for word in inside]
    begins = [inside[n] for n in range(len(inside)) if example.marks[n + 1, 0] == 1]
    assert begins == ["Ann", "insulin"]


def test_a_narrow_kind_inside_a_private_stretch_stays(words):
    marked = (Span(0, len(TEXT), PRIVATE_DETAIL), *spans(("insulin", "MEDICATION")))
    (example,) = examples(words, row(spans=marked))
    assert set(said(words, example)) == {"-", "MEDICATION"}
    assert (example.marks[1:-1, 1] == 1).all()


def test_where_nobody_labelled_spans_no_piece_is_learnt_from(words):
    (example,) = examples(words, row(kinds=frozenset()))
    assert set(said(words, example)) == {"?"}
    assert (example.marks == -1).all()
    assert example.open.all()


def test_what_nobody_looked_for_may_be_there_all_the_same(words):
    (example,) = examples(words, row())
    free = dict(zip(("nothing", *KINDS), example.open, strict=True))
    assert free["nothing"]
    assert not free["PERSON"]
    assert not free["MEDICATION"]
    assert free["US_SSN"]


def test_all_of_a_harmless_text_is_known_to_be_public(words):
    (example,) = examples(words, row(label=0, kinds=frozenset(), categories=frozenset()))
    assert (example.marks[1:-1, 1] == 0).all()
    assert list(example.whole) == [0.0] * (1 + len(CATEGORIES))


def test_a_window_says_what_its_text_says(words):
    (example,) = examples(words, row(categories=frozenset(("health",))), 2.5)
    whole = dict(zip(("sensitive", *CATEGORIES), example.whole, strict=True))
    assert {name for name, value in whole.items() if value == 1} == {"sensitive", "health"}
    assert set(whole.values()) == {0.0, 1.0}
    assert example.weight == 2.5


def test_categories_that_nobody_gave_are_unknown_and_so_is_an_unlabelled_text(words):
    (sensitive,) = examples(words, row())
    assert list(sensitive.whole) == [1.0] + [-1.0] * len(CATEGORIES)
    (unlabelled,) = examples(words, row(label=-1))
    assert set(unlabelled.whole) == {-1.0}


def test_of_a_long_sensitive_text_only_windows_with_something_private_are_sensitive(words):
    text = "Nothing to see here. " * 150 + TEXT
    at = text.index("Ann")
    windows = list(examples(words, row(text, spans=(Span(at, at + 7, "PERSON"),))))
    assert len(windows) > 2
    assert [float(window.whole[0]) for window in windows[:2]] == [-1.0, -1.0]
    assert windows[-1].whole[0] == 1.0


def test_targets_are_as_long_as_the_window(words):
    for example in examples(words, row("word " * 500, label=0)):
        size = len(example.ids)
        assert size <= encoder.LENGTH
        assert len(example.shapes) == len(example.kinds) == len(example.marks) == size


def test_batches_hold_every_window_once_within_their_budget_and_pad_the_rest(words):
    items = [
        next(examples(words, row("word " * (1 + n % 90), label=n % 2), weight=float(n)))
        for n in range(300)
    ]
    batches = made.batches(items, random.Random(3))
    assert sorted(weight for batch in batches for weight in batch["weight"]) == list(range(300))
    for batch in batches:
        assert batch["ids"].size <= made.BUDGET
        for number, length in enumerate(batch["lengths"]):
            assert not batch["ids"][number, length:].any()
            assert (batch["kinds"][number, length:] == IGNORED).all()
            assert (batch["marks"][number, length:] == -1).all()


def test_the_same_chance_makes_the_same_batches(words):  # R15
    items = [next(examples(words, row("word " * n))) for n in range(1, 60)]
    one, two, other = (made.batches(items, random.Random(seed)) for seed in (3, 3, 4))
    for first, second in zip(one, two, strict=True):
        assert all(np.array_equal(first[name], second[name]) for name in first)
    assert [batch["ids"].tolist() for batch in one] != [batch["ids"].tolist() for batch in other]


def test_the_kinds_are_those_of_the_program_and_national_numbers_are_one(words):
    assert set(KINDS) <= set(BY_NAME)
    assert set(made._ALIASES) <= set(BY_NAME)
    assert set(made._ALIASES.values()) <= set(KINDS)
    text = "steuernummer 12345"
    span = (Span(13, 18, "DE_TAX_ID"),)
    (example,) = examples(words, row(text, spans=span))
    assert "NATIONAL_ID" in said(words, example)
