"""Presidio's wrapper: no network, no words outside, nothing swallowed."""

from __future__ import annotations

import logging
import warnings

import pytest
from presidio_analyzer import pattern_recognizer
from presidio_analyzer.predefined_recognizers import IpRecognizer
from presidio_analyzer.predefined_recognizers.generic import iban_recognizer

from companion.detectors import DetectorError, presidio
from companion.detectors.analyzer import CHUNK, MAX_CHARACTERS, OVERLAP, chunks
from companion.detectors.presidio import PresidioDetector

CANARY = "Qwzxplorth"


@pytest.fixture(scope="module")
def detector():
    return PresidioDetector()


def found(detector, text):
    return {(finding.kind, text[finding.start : finding.end]) for finding in detector.find(text)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("I met John Smith in Boston", "PERSON", "John Smith"),
        ("I met John Smith in Boston", "LOCATION", "Boston"),
        ("pay with 4111 1111 1111 1111", "CREDIT_CARD", "4111 1111 1111 1111"),
        ("to DE89370400440532013000 please", "IBAN_CODE", "DE89370400440532013000"),
        ("write to ann@example.com", "EMAIL_ADDRESS", "ann@example.com"),
        ("write to ann@mail.corp", "EMAIL_ADDRESS", "ann@mail.corp"),
        ("my ssn is 536-22-1234", "US_SSN", "536-22-1234"),
        ("phone 212-555-0199", "PHONE_NUMBER", "212-555-0199"),
        ("ping 192.168.17.4", "IP_ADDRESS", "192.168.17.4"),
    ],
)
def test_it_finds_what_presidio_knows(detector, text, kind, value):  # S03 S04
    assert (kind, value) in found(detector, text)


@pytest.mark.parametrize("text", ["", "hello", "write a poem about the sea", "\x00", "\u202e"])
def test_a_harmless_text_has_no_findings(detector, text):
    assert detector.find(text) == ()


def test_a_plural_before_a_number_is_a_context_word_too(detector):
    assert ("US_DRIVER_LICENSE", "A1234567") not in found(detector, "see A1234567")
    assert ("US_DRIVER_LICENSE", "A1234567") in found(detector, "licenses A1234567")


def test_organisations_are_left_out_as_in_presidios_default(detector):
    assert not [k for k, _ in found(detector, "I work at Microsoft.") if k == "ORGANIZATION"]


def test_an_address_with_a_public_suffix_is_surer_than_one_without(detector):
    (public,) = detector.find("to ann@example.com")
    (internal,) = detector.find("to ann@mail.corp")
    assert public.score == 1.0
    assert 0.4 <= internal.score < 1.0


def test_the_same_text_gives_the_same_findings_again(detector):  # R15
    text = "Ann Lee and Bob Ray met in Paris on Monday, ann@example.com."
    first = detector.find(text)
    detector.find("something else about Ann Lee")
    assert detector.find(text) == first


def test_values_are_found_at_every_place_of_a_long_text(detector):
    filler = "The weather was mild and the grass was green. "
    text = filler * 420
    for place in range(0, len(text), 3_777):
        changed = f"{text[:place]} card 4111 1111 1111 1111 {text[place:]}"
        assert ("CREDIT_CARD", "4111 1111 1111 1111") in found(detector, changed[:20_000])


def test_a_text_over_the_cap_is_an_error_and_not_cut_short(detector):  # R4
    with pytest.raises(DetectorError, match="too long"):
        detector.find("a" * (MAX_CHARACTERS + 1))


def test_a_regex_timeout_is_an_error_and_no_skipped_pattern(detector, monkeypatch):  # R13
    monkeypatch.setattr(pattern_recognizer, "REGEX_TIMEOUT_SECONDS", 1e-9)
    with pytest.raises(DetectorError, match="to its end"):
        detector.find("4111 1111 1111 1111 " * 150)


def test_an_iban_timeout_is_an_error_too(detector, monkeypatch):  # R13
    monkeypatch.setattr(iban_recognizer, "REGEX_TIMEOUT_SECONDS", 1e-9)
    with pytest.raises(DetectorError, match="to its end"):
        detector.find("DE89 3704 0044 0532 0130 00 " * 100)


def test_the_timeouts_are_short_ones():
    assert pattern_recognizer.REGEX_TIMEOUT_SECONDS == 1
    assert iban_recognizer.REGEX_TIMEOUT_SECONDS == 1


def test_an_error_inside_keeps_no_trace_of_the_text(detector, monkeypatch):
    def fail(**_):
        raise ValueError(f"Did not find word '{CANARY}' in the list of tokens")

    monkeypatch.setattr(detector._engine, "analyze", fail)
    with pytest.raises(DetectorError) as caught:
        detector.find(f"a text with {CANARY}")
    assert CANARY not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_disabled_logging_is_an_error_because_it_would_hide_timeouts(detector):
    logging.disable(logging.CRITICAL)
    try:
        with pytest.raises(DetectorError, match="logging"):
            detector.find("hello")
    finally:
        logging.disable(logging.NOTSET)


def test_no_logger_and_no_warning_shows_the_text(detector, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        detector.find(f"{CANARY} lives in Boston, {CANARY}@example.com, DE89{CANARY}")
    out, err = capfd.readouterr()
    said = out + err + caplog.text + "".join(str(warning.message) for warning in heard)
    assert CANARY not in said


def test_an_alarming_record_reaches_no_handler(detector, capfd):
    logging.getLogger("presidio-analyzer").error("Failed to validate text %s", CANARY)
    logging.getLogger("decision_process").error(CANARY)
    out, err = capfd.readouterr()
    assert CANARY not in out + err


def test_the_words_of_a_text_are_forgotten(detector):  # R12
    detector.find(f"{CANARY} and {CANARY}ing met Mr {CANARY}s")
    assert CANARY not in detector._nlp.vocab.strings
    assert f"{CANARY}ing" not in detector._nlp.vocab.strings


def test_a_model_that_finds_nothing_is_refused(monkeypatch):
    monkeypatch.setattr(presidio, "_recognisers", lambda _: [IpRecognizer()])
    with pytest.raises(DetectorError):
        PresidioDetector()


def test_a_model_that_cannot_be_loaded_is_a_detector_error(monkeypatch):
    def fail():
        raise OSError("no such file")

    monkeypatch.setattr(presidio, "_pipeline", fail)
    with pytest.raises(DetectorError, match="cannot be loaded"):
        PresidioDetector()


@pytest.mark.parametrize("text", ["", "a", "a" * 9_999, "word " * 4_000, "line\n" * 3_000])
def test_chunks_cover_the_text_with_overlap(text):
    end = 0
    for offset, chunk in chunks(text):
        assert text[offset : offset + len(chunk)] == chunk
        assert len(chunk) <= CHUNK
        assert offset <= end
        assert end - offset <= OVERLAP
        end = offset + len(chunk)
    assert end == len(text)
