"""Our own patterns: what they find, what they leave, and that no text slows them down."""

from __future__ import annotations

import time

import pytest

from companion.detectors import checks, kinds
from companion.detectors.patterns import IDENTIFIERS, PatternDetector

DETECTOR = PatternDetector()


def found(text):
    return [(finding.kind, text[finding.start : finding.end]) for finding in DETECTOR.find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("ssn 536-22-1234", "US_SSN", "536-22-1234"),
        ("social security number: 536221234", "US_SSN", "536221234"),
        ("NHS number 943 476 5919", "UK_NHS", "943 476 5919"),
        ("passport no. AB1234567", "PASSPORT_NUMBER", "AB1234567"),
        ("MRN: 8839201", "MEDICAL_RECORD_NUMBER", "8839201"),
        ("patient id X-20394", "MEDICAL_RECORD_NUMBER", "X-20394"),
        ("my account number is 99281-223", "ACCOUNT_NUMBER", "99281-223"),
        ("card 4111.1111.1111.1111", "CREDIT_CARD", "4111.1111.1111.1111"),
        ("4111\n1111\n1111\n1111", "CREDIT_CARD", "4111\n1111\n1111\n1111"),
        ("call me at 212 555 0199", "PHONE_NUMBER", "212 555 0199"),
        ("DOB: 03/04/1971", "DATE_OF_BIRTH", "03/04/1971"),
        ("date of birth 4 March 1971", "DATE_OF_BIRTH", "4 March 1971"),
        ("at 12 Elm Street", "POSTAL_ADDRESS", "12 Elm Street"),
        ("see https://example.com/a?b=c.", "URL", "https://example.com/a?b=c."),
    ],
)
def test_an_identifier_is_found(text, kind, value):  # S03
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "000-12-3456",
        "666-12-3456",
        "912-34-5678",
        "NHS number 943 476 5918",
        "4111 1111 1111 1112",
        "1700000000",
        "version 12.4.1",
        "The street was empty at 12",
        "What is a patient record number?",
    ],
)
def test_a_number_that_cannot_be_one_is_left(text):
    assert found(text) == []


def test_every_kind_of_every_rule_is_in_the_table():
    assert {rule.kind for rule in IDENTIFIERS} <= set(kinds.BY_NAME)


def test_a_needle_never_hides_a_match():
    """What a rule finds must be found with its needles too, so they are lower case."""
    for rule in IDENTIFIERS:
        assert all(needle == needle.lower() for needle in rule.needles)


HOSTILE = [
    "a", "1", " ", "\n", "_", "-", "a-", "a.", "1-", "1 ", "a@", "://", "a://b:c", "http://",
    "password ", "password is ", "password for x x x x ", "my x x x ", "secret", "token=", "eyJ",
    "eyJaaaaaaaaaaa.eyJaaaaaaaaaa.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "4111 ",
    "born on ", "dob 1/1/", "12 Elm Elm Elm Elm ", "Elm ", "account number is ", "ssn ",
    "phone 1 2 3 4 5 6 7 8 9 0 ", "call me at ", "passport number ", "patient id a-", "bearer ",
    "sk-", "ghp_", "xoxb-", "AKIA", "nhs ", "nhs 1", "pin ", "\"'", "AccountKey=", "my password ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_linear_in_its_length(piece):  # R13
    """Four times the text may take at most about four times as long (with room for noise)."""
    text = (piece * 60_000)[:60_000]
    assert _seconds(text) < max(0.05, 10 * _seconds(text[:15_000]))
    assert _seconds(text) < 1.0


def _seconds(text):
    """Return the best of two, in CPU seconds of this process."""
    return min(_once(text) for _ in range(2))


def _once(text):
    start = time.process_time()
    DETECTOR.find(text)
    return time.process_time() - start


def test_the_luhn_and_nhs_checks_agree_with_known_numbers():
    assert checks.luhn("79927398713")
    assert not checks.luhn("79927398710")
    assert not checks.luhn("")
    assert checks.nhs("943 476 5919")
    assert not checks.nhs("1111111111")
    assert not checks.card("4111")
