"""The normalised view: what it undoes, and that its map back is exact."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.normalize import MAX_EXPANSION, normalise
from companion.values import Finding


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain ASCII, with\ttabs\nand lines", "plain ASCII, with\ttabs\nand lines"),
        ("\uff14\uff11\uff11\uff11", "4111"),
        ("\u0664\u0661\u0661\u0661", "4111"),
        ("4\u200b1\u200d1\ufeff1\u2060", "4111"),
        ("4\u00ad1\u034f1\u31641", "4111"),
        ("p\u0430ssw\u043erd", "password"),
        ("b\u043eb@ex\u0430mple.com", "bob@example.com"),
        ("e\u0301tude", "\u00e9tude"),
        ("4\u03361\u0336", "41"),
        ("1\ufe0f\u20e32\ufe0f\u20e3", "12"),
        ("\U000e0041\U000e0042C", "ABC"),
        ("078\u201105\u20111120", "078-05-1120"),
        ("it\u2019s \u201cit\u201d", 'it\'s "it"'),
        ("a\u00a0b\u2003c\u2028d", "a b c\nd"),
        ("a\x00b\x07c", "abc"),
        ("\ufb01ne \u00bd", "fine 1/2"),
        ("\u202e4111\u202c", "4111"),
        ("\U0001d41a\U0001d41b", "ab"),
        ("\u2460\u278a\u24f5\u24ff", "1110"),
        ("\u00b2\u2084", "24"),
        ("\U0001f150\U0001f170\U0001f130", "AAA"),
        ("\u1d0d\u1d00\u0280\u026a\u1d00", "maria"),
        ("\u13e2\u13aa\u13da\u13da", "PASS"),
        ("\ua4d1\ua4ee\ua4e2\ua4e2", "PASS"),
        ("pas\u0455wo\u0433d \u043aey", "password key"),
        ("M\u00fcll\u0435r", "M\u00fcller"),
        ("4\u0489\u03001", "41"),
        ("536\u279622\u27968715", "536-22-8715"),
    ],
)
def test_a_trick_is_undone_in_the_view(written, seen):
    assert normalise(written).text == seen


@pytest.mark.parametrize(
    "text",
    [
        "привет мир",
        "Ἑλλάδα φως",
        "Հայաստան",
        "он и она",
        "日本語",
        "नमस्ते",
        "Müller-Lüdenscheidt",
        "ﷺ",
    ],
)
def test_other_languages_stay_as_they_are(text):
    assert normalise(text).text == text


def test_a_span_of_the_view_leads_to_its_characters_in_the_original():
    text = "call \uff14\u200b\uff11\u200b\uff11 now"
    view = normalise(text)
    start = view.text.index("411")
    first, last = view.original_span(start, start + 3)
    assert text[first:last] == "\uff14\u200b\uff11\u200b\uff11"


def test_a_mark_belongs_to_the_span_of_its_letter():
    text = "Jose\u0301 met"
    view = normalise(text)
    assert view.text == "Jos\u00e9 met"
    assert view.original_span(0, 4) == (0, 5)


def test_a_ligature_that_became_two_letters_is_one_character_of_the_original():
    view = normalise("\ufb01sh")
    assert view.original_span(0, 1) == (0, 1)
    assert view.original_span(1, 2) == (0, 1)


def test_a_finding_moves_to_the_original_offsets():
    finding = Finding(kind="PERSON", start=0, end=2, score=0.5, detector="x")
    moved = normalise("\u200ba\u200bb").original_finding(finding)
    assert (moved.start, moved.end, moved.kind, moved.score) == (1, 4, "PERSON", 0.5)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 1), (1, 1), (0, 4), (2, 1)])
def test_a_span_outside_the_view_is_refused(start, end):
    with pytest.raises(ValueError, match="within the view"):
        normalise("abc").original_span(start, end)


def test_a_view_hides_its_text():
    assert "secret" not in repr(normalise("secret")) + str(normalise("secr\u200bet"))


@pytest.mark.parametrize(
    "part",
    ["привет мир ", "\uff14\uff11", "4\u200b", "a\u0301\u0302", "it\u2019s ok ", "\ufdfa\u200b"],
)
def test_twenty_thousand_foreign_characters_take_milliseconds(part):
    text = part * (20_000 // len(part))
    normalise(text)
    started = time.process_time()
    normalise(text)
    assert time.process_time() - started < 0.05


@given(st.text(max_size=200))
def test_every_character_of_a_view_has_a_place_in_the_original(text):
    view = normalise(text)
    assert len(view.text) <= MAX_EXPANSION * len(text)
    last = 0
    for place in range(len(view.text)):
        start, end = view.original_span(place, place + 1)
        assert last <= start < end <= len(text)
        last = start


@given(st.text(alphabet="aé\u0301\u200b4\uff14\u0430б \n\U000e0041", max_size=60))
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text).text
    assert normalise(once).text == once


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=100))
def test_plain_text_is_its_own_view(text):
    view = normalise(text)
    assert view.text == text
    if text:
        assert view.original_span(0, len(text)) == (0, len(text))
