"""From words to findings: a value is of one kind, and of none that its form rules out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors.kinds import ENCODER, PRIVATE_DETAIL
from companion.labelling import Words, findings
from companion.wordpiece import WORD

KINDS = (
    *("PERSON", "PHONE_NUMBER", "IP_ADDRESS", "CREDIT_CARD", "US_SSN", "IBAN_CODE", "MONEY"),
    *("EMAIL_ADDRESS", "URL", "PASSWORD", "CASE_NUMBER", "ORGANIZATION", "DATE_TIME"),
)
NONE = "-"
BEGINS = "^"


def opinions(text, said):
    """Return each word's place, and opinions of 0.9 for the kind that `said` names for it."""
    spans = [match.span() for match in WORD.finditer(text)]
    kinds = np.full((len(spans), len(KINDS) + 1), 0.1 / len(KINDS), np.float32)
    marks = np.zeros((len(spans), 2), np.float32)
    for place, each in enumerate(said):
        name = each.removeprefix(BEGINS)
        marks[place, 0] = float(each != name)
        if name == PRIVATE_DETAIL:
            marks[place, 1] = 0.9
        number = KINDS.index(name) + 1 if name in KINDS else 0
        kinds[place, number] = 0.9
    return Words(kinds, marks, np.ones(len(spans), np.bool_)), spans


def found(text, *said):
    words, spans = opinions(text, said)
    assert len(said) == len(spans)
    return [
        (each.kind, text[each.start : each.end]) for each in findings(text, words, spans, KINDS)
    ]


def test_neighbouring_words_of_one_kind_are_one_finding():
    assert found("call Ada Byron now", NONE, "PERSON", "PERSON", NONE) == [("PERSON", "Ada Byron")]


def test_a_word_that_begins_a_thing_begins_a_finding():
    said = ("PERSON", "^PERSON")
    assert found("Ada Grace", *said) == [("PERSON", "Ada"), ("PERSON", "Grace")]


def test_a_number_in_groups_is_of_the_kind_that_most_of_it_reads_as():
    said = ("US_SSN", "IP_ADDRESS", "DATE_TIME", "IP_ADDRESS", "US_SSN")
    assert found("793-12-9792", *said) == [("US_SSN", "793-12-9792")]


def test_signs_between_groups_have_no_say():
    said = ("PHONE_NUMBER", NONE, "PHONE_NUMBER", NONE, "PHONE_NUMBER")
    assert found("020.7946.0018", *said) == [("PHONE_NUMBER", "020.7946.0018")]


def test_a_word_on_its_own_behind_a_number_is_no_part_of_it():
    said = ("PHONE_NUMBER", "PHONE_NUMBER", "PHONE_NUMBER", NONE, NONE)
    assert found("555-01001-Office", *said) == [("PHONE_NUMBER", "555-01001")]


def test_words_without_a_digit_keep_their_own_opinions():
    assert found("Byron/Paris", "PERSON", NONE, "ORGANIZATION") == [
        ("PERSON", "Byron"),
        ("ORGANIZATION", "Paris"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("$", "MONEY"),
        ("-", "PHONE_NUMBER"),
        ("407648", "IBAN_CODE"),
        ("com", "URL"),
        ("IMEI", "EMAIL_ADDRESS"),
        ("793", "IP_ADDRESS"),
        ("0828", "CREDIT_CARD"),
        ("0828", "PERSON"),
        ("urgent", "CASE_NUMBER"),
        ("ab", "PASSWORD"),
        ("?", PRIVATE_DETAIL),
    ],
)
def test_a_form_that_no_value_of_a_kind_has_is_no_finding(text, kind):
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fifty", "MONEY"),
        ("10.0.0.3", "IP_ADDRESS"),
        ("ada@example.org", "EMAIL_ADDRESS"),
        ("4111", "US_SSN"),
        ("Li", "PERSON"),
        ("\u674e", "PERSON"),
        ("hunter2", "PASSWORD"),
    ],
)
def test_a_form_that_values_of_a_kind_have_is_kept(text, kind):
    words = len(list(WORD.finditer(text)))
    assert found(text, *[kind] * words) == [(kind, text)]


def test_signs_of_the_sentence_are_left_out_and_signs_of_the_value_stay():
    assert found("(Ada,", NONE, "PERSON", "PERSON") == [("PERSON", "Ada")]
    assert found("-Ada", "PERSON", "PERSON") == [("PERSON", "Ada")]
    assert found("$50", "MONEY", "MONEY") == [("MONEY", "$50")]
    assert found("x!y?!", *["PASSWORD"] * 5) == [("PASSWORD", "x!y?!")]


@given(st.text("Ad1 9.-/@:,(\n", max_size=60), st.data())
def test_findings_stand_in_order_inside_the_text_and_never_overlap(text, data):
    spans = [match.span() for match in WORD.finditer(text)]
    said = [data.draw(st.sampled_from((NONE, *KINDS, PRIVATE_DETAIL))) for _ in spans]
    words, spans = opinions(text, said)
    places = [(f.start, f.end) for f in findings(text, words, spans, KINDS)]
    assert all(start < end <= len(text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert all(f.detector == ENCODER for f in findings(text, words, spans, KINDS))
