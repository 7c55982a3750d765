"""Everyday words: what a text may hold and still have nothing to classify."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.everyday import EVERYDAY, only_everyday_words

NAMES = "Ann Ben Don Jan Dan Mark Will May Rose Grace Hope Joy Bill Sue Art Ron Wen Ian Amy Max"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "Hello there, how are you?",
        "Thanks - that's great!",
        "I don't know; can't you tell me?",
        "it isn\N{RIGHT SINGLE QUOTATION MARK}t (really) so…",
        "guten Morgen",
        "HELLO\r\nTHERE\t!",
    ],
)
def test_small_talk_is_everyday(text):
    assert only_everyday_words(text)


@pytest.mark.parametrize("name", NAMES.split())
def test_a_name_is_no_everyday_word(name):
    assert not only_everyday_words(f"hi {name}")
    assert not only_everyday_words(name.lower())


@pytest.mark.parametrize(
    "text",
    [
        "hello 7",
        "hello_world",
        "hello\u200bthere",
        "\N{CIRCLED LATIN SMALL LETTER S}\N{CIRCLED LATIN SMALL LETTER O}",
        "\N{TAG LATIN SMALL LETTER A}\N{TAG LATIN SMALL LETTER B}",
        "\N{BRAILLE PATTERN DOTS-125}\N{BRAILLE PATTERN DOTS-15}",
        "\N{REGIONAL INDICATOR SYMBOL LETTER A}",
        "\N{NEGATIVE SQUARED LATIN CAPITAL LETTER A}",
        "!@#$%^&*+=",
        "hello\x00",
        "\ufffd",
        "\N{HEBREW LETTER ALEF}",
        "\u202ehello",
        "hell\N{CYRILLIC SMALL LETTER O}",
        "https://",
        "a@there",
        "\N{GRINNING FACE}",
    ],
    ids=ascii,
)
def test_what_may_hide_something_is_not_everyday(text):
    assert not only_everyday_words(text)


@given(st.text(max_size=60))
def test_an_everyday_text_is_made_of_listed_words_and_plain_marks_only(text):
    if only_everyday_words(text):
        assert re.fullmatch(r"[a-z\s.,;:!?'\"()…–—’‘“”-]*", text.lower())


def test_the_list_holds_lower_case_words_without_digits():
    assert all(word.isascii() and word.isalpha() and word == word.lower() for word in EVERYDAY)
