"""WordPiece: BERT's own cuts, places that are exact, and time that is linear."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.normalize import normalise
from companion.wordpiece import (
    CLS,
    GAPS,
    SEP,
    SHAPES,
    UNKNOWN,
    WORD,
    WordPiece,
    form,
    read_vocabulary,
)

VOCABULARY = read_vocabulary(
    (Path(__file__).parent.parent / "models" / "vocab.txt").read_text(encoding="utf-8")
)
PIECES = WordPiece(VOCABULARY)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120)
LONGEST_WORD = 64


def pieces(text):
    return [VOCABULARY[number] for number in PIECES.tokens(text).ids]


def words(text):
    return [text[start:end] for start, end in PIECES.tokens(text).spans]


def test_the_vocabulary_is_berts_and_its_marks_are_where_they_belong():
    assert len(VOCABULARY) == 30_522
    marks = [VOCABULARY[number] for number in (0, UNKNOWN, CLS, SEP)]
    assert marks == ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Johanson's house", "john johan ##son ' s house"),
        ("embeddings", "em ##bed ##ding ##s"),
        ("Jacksonville", "jacksonville"),
        ("strawberries", "straw ##berries"),
        ("Héllo, wörld!", "hello , world !"),
        ("snake_case", "snake _ case"),
    ],
)
def test_a_word_is_cut_as_bert_cuts_it(text, expected):
    assert pieces(text) == expected.split()


def test_the_longest_known_piece_comes_first():
    vocabulary = [*"xyz" * 33, "[UNK]", "un", "##aff", "##able", "##a", "want", "##ed"]
    small = WordPiece(vocabulary)
    assert [vocabulary[i] for i in small.tokens("unaffable").ids] == ["un", "##aff", "##able"]
    assert [vocabulary[i] for i in small.tokens("wanted").ids] == ["want", "##ed"]
    assert small.tokens("wantedX").ids == [UNKNOWN]


def test_the_numbers_are_those_of_berts_uncased_vocabulary():
    assert PIECES.tokens("Hello world.").ids == [7592, 2088, 1012]


def test_ideographs_stand_alone():
    assert words("电话号码 1234") == ["电", "话", "号", "码", "1234"]
    assert len(PIECES.tokens("電話" * 50).ids) == 100


@pytest.mark.parametrize("text", ["", " ", "\n\t \u00a0", "\u2028\x1f"])
def test_a_text_without_words_has_no_pieces(text):
    tokens = PIECES.tokens(text)
    assert (tokens.ids, tokens.shapes, tokens.words, tokens.spans) == ([], [], [], [])


@pytest.mark.parametrize("text", ["\U0001f468\u200d\U0001f469", "a\x00b", "\ud800", "\u0301", "ﷺ"])
def test_what_the_vocabulary_does_not_know_is_unknown_and_has_its_place(text):
    tokens = PIECES.tokens(f"x {text} y")
    assert UNKNOWN in tokens.ids
    assert tokens.spans[0] == (0, 1)
    assert tokens.spans[-1] == (len(text) + 3, len(text) + 4)


def test_of_a_huge_word_every_part_has_a_place_and_few_pieces():
    tokens = PIECES.tokens("x" * 10_000)
    assert all(end - start <= LONGEST_WORD for start, end in tokens.spans)
    assert tokens.spans[0][0] == 0
    assert tokens.spans[-1][1] == 10_000
    assert all(tokens.words.count(number) <= 12 for number in set(tokens.words))


@given(ANY_TEXT.map(lambda text: normalise(text).text))
def test_every_character_of_a_view_but_white_space_lies_in_exactly_one_word(text):
    tokens = PIECES.tokens(text)
    assert all(0 <= start < end <= len(text) for start, end in tokens.spans)
    assert all(first[1] <= second[0] for first, second in pairwise(tokens.spans))
    covered = {place for start, end in tokens.spans for place in range(start, end)}
    assert covered == {place for place, char in enumerate(text) if not char.isspace()}
    assert all(WORD.fullmatch(word) for word in words(text))


@given(ANY_TEXT)
def test_every_word_has_pieces_in_its_order_and_one_shape(text):
    tokens = PIECES.tokens(text)
    assert len(tokens.ids) == len(tokens.shapes) == len(tokens.words)
    assert sorted(set(tokens.words)) == list(range(len(tokens.spans)))
    assert tokens.words == sorted(tokens.words)
    assert all(0 <= shape < SHAPES for shape in tokens.shapes)
    assert len(set(zip(tokens.words, tokens.shapes, strict=True))) == len(tokens.spans)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=80))
def test_the_pieces_of_a_word_spell_its_beginning(text):
    tokens = PIECES.tokens(text)
    for number, (start, end) in enumerate(tokens.spans):
        own = [i for i, word in zip(tokens.ids, tokens.words, strict=True) if word == number]
        if own == [UNKNOWN]:
            continue
        spelled = "".join(VOCABULARY[piece].removeprefix("##") for piece in own)
        assert plain(text[start:end]).startswith(spelled)
        assert not VOCABULARY[own[0]].startswith("##")
        assert all(VOCABULARY[piece].startswith("##") for piece in own[1:])


def plain(word):
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


@given(ANY_TEXT, st.sampled_from([" ", "\n", "\n\n  "]), ANY_TEXT)
def test_white_space_parts_texts_so_that_neither_changes_the_others_pieces(one, gap, two):
    whole = PIECES.tokens(one + gap + two)
    assert whole.ids == PIECES.tokens(one).ids + PIECES.tokens(two).ids


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("word", 1), ("Word", 2), ("W", 2), ("WORD", 3), ("wOrd", 4), ("McDonald", 4),
        ("1234", 5), ("٣", 5), ("a1", 6), ("A1B2", 6), ("-", 7), ("_", 7), ("\x00", 7), ("字", 0),
    ],
)  # fmt: skip
def test_the_form_of_a_word_is_how_it_is_written(word, expected):
    assert form(word) == expected


def test_the_shape_says_how_a_word_is_written_and_what_stood_before_it():
    tokens = PIECES.tokens("Ann-ann ANN\nann\r\n Ann")
    assert tokens.shapes == [
        2 * GAPS,
        7 * GAPS,
        1 * GAPS,
        3 * GAPS + 1,
        1 * GAPS + 2,
        2 * GAPS + 2,
    ]


HOSTILE = {
    "one letter": lambda size: "a" * size,
    "pieces of one letter": lambda size: "q" * size,
    "distinct words": lambda size: " ".join(f"q{n:x}zj" * 8 for n in range(size // 40)),
    "signs": lambda size: "%" * size,
    "ideographs": lambda size: "\u9fa0" * size,
    "marks": lambda size: "a\u0301" * (size // 2),
    "Hangul": lambda size: "\uac01" * size,
}
"""Texts that ask for as many look-ups as can be."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_time_linear_in_its_length(name):  # R14
    """Eight times the text may take no more than eight times as long, with room for noise."""
    short, long = HOSTILE[name](5_000), HOSTILE[name](40_000)
    assert seconds(long) < 8 * 4 * seconds(short) + 0.1


def seconds(text):
    spent = []
    for _ in range(3):
        started = time.process_time()
        PIECES.tokens(text)
        spent.append(time.process_time() - started)
    return min(spent)


def test_it_keeps_nothing_of_what_it_was_asked():
    before = vars(PIECES).copy()
    PIECES.tokens("Zebulon Quandary")
    assert vars(PIECES) == before
    assert "zebulon" not in PIECES._ids


def test_a_vocabulary_is_one_piece_a_line():
    assert read_vocabulary("a\n##b\n\u2028\n") == ["a", "##b", "\u2028"]
    assert read_vocabulary("a\nb") == ["a", "b"]
