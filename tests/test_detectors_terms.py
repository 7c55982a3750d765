"""Listed words and phrases."""

from __future__ import annotations

import time

import pytest

from companion.detectors import kinds
from companion.detectors.terms import LISTS, TermDetector

DETECTOR = TermDetector()


def found(text):
    return [(finding.kind, text[finding.start : finding.end]) for finding in DETECTOR.find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("She was diagnosed yesterday", "MEDICAL_CONDITION", "diagnosed"),
        ("He has Breast  Cancer.", "MEDICAL_CONDITION", "Breast  Cancer"),
        ("brain metastases", "MEDICAL_CONDITION", "metastases"),
        ("Alzheimer's", "MEDICAL_CONDITION", "Alzheimer's"),
        ("takes METFORMIN twice", "MEDICATION", "METFORMIN"),
        ("a performance improvement plan", "HR_MARKER", "performance improvement plan"),
        ("our client says", "LEGAL_MARKER", "our client"),
        ("my credit score", "FINANCIAL_MARKER", "credit score"),
        ("since my depression began", "SELF_DISCLOSURE", "my depression"),
        ("I'm pregnant", "SELF_DISCLOSURE", "I'm pregnant"),
        ("Strictly-confidential!", "CONFIDENTIAL_MARKER", "Strictly-confidential"),
        ("privileged and confidential", "CONFIDENTIAL_MARKER", "privileged and confidential"),
        ("Sie hat Brustkrebs", "MEDICAL_CONDITION", "Brustkrebs"),
        ("prend de la metformine", "MEDICATION", "metformine"),
        ("carta de despido", "HR_MARKER", "carta de despido"),
        ("o nosso cliente", "LEGAL_MARKER", "nosso cliente"),
        ("il mio mutuo", "FINANCIAL_MARKER", "il mio mutuo"),
        ("ik ben zwanger", "SELF_DISCLOSURE", "ik ben zwanger"),
        ("streng vertraulich!", "CONFIDENTIAL_MARKER", "streng vertraulich"),
        ("she is Nigerian", "NRP", "Nigerian"),
    ],
)
def test_a_listed_phrase_is_found_whatever_its_case_and_gaps(text, kind, phrase):  # S05 S06
    assert (kind, phrase) in found(text)


def test_the_longest_phrase_wins_at_one_place():
    assert found("type 2 diabetes")[0] == ("MEDICAL_CONDITION", "type 2 diabetes")


@pytest.mark.parametrize("text", ["", "hivemind", "the cancers of", "merger", "do not", "Rx"])
def test_part_of_a_phrase_or_word_is_not_found(text):
    assert found(text) == []


def test_an_open_ending_allows_endings_only_there():
    assert found("schizophrenic") == [("MEDICAL_CONDITION", "schizophrenic")]
    assert found("trade secretion") == [("CONFIDENTIAL_MARKER", "trade secretion")]
    assert found("diabetology") == []


def test_every_listed_phrase_finds_itself_and_every_kind_is_in_the_table():
    for terms in LISTS:
        assert terms.kind in kinds.BY_NAME
        for phrase in terms.phrases.split(","):
            text = " ".join(phrase.replace("*", "").split())
            text = text.title() if terms.capital else text
            assert any(finding.kind == terms.kind for finding in DETECTOR.find(text)), text


def test_the_name_of_a_group_needs_its_capital():
    assert found("a catholic taste") == []
    assert found("a Catholic school") == [("NRP", "Catholic")]


@pytest.mark.parametrize(
    "piece",
    ["a ", "i ", "my ", "cancer ", "type 2 ", "keep this ", "i'm a ", "metasta", "'", "ſ", "İ"],
)
def test_a_hostile_text_takes_time_linear_in_its_length(piece):  # R13
    text = (piece * 40_000)[:40_000]
    spent = _seconds(text)
    assert spent < max(0.05, 10 * _seconds(text[:10_000]))
    assert spent < 1.0


def _seconds(text):
    start = time.process_time()
    DETECTOR.find(text)
    return time.process_time() - start
