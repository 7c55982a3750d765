"""Recognisers in Presidio's YAML format: read, checked, run by Presidio, never trusted to skip."""

import logging

import pytest
from presidio_analyzer import pattern_recognizer

from companion.detectors import DetectorError, recogniser_file
from companion.detectors.presidio import PresidioDetector
from companion.detectors.recogniser_file import RecogniserFileError
from companion.detectors.recognisers import RecogniserDetector

CANARY = "Qwzxplorth"
# The shape of the example that Presidio's documentation gives, with both ways of naming languages.
FILE = r"""
supported_languages: [en, de]
recognizers:
  - name: Post codes
    supported_language: de
    supported_entity: ZIP
    patterns:
      - {name: five digits (weak), regex: '\b\d{5}\b', score: 0.01}
    context: [postleitzahl, plz]
  - name: Titles
    supported_entity: TITLE
    supported_languages: [en]
    deny_list: [Mr., Mrs.]
  - name: Staff numbers
    supported_entities: [STAFF_ID]
    supported_languages:
      - {language: en, context: [employee]}
      - {language: de, context: [mitarbeiter]}
    patterns: [{name: staff, regex: 'S\d{4}', score: 0.3}]
  - name: Switched off
    enabled: false
    supported_entity: NEVER
    deny_list: [never]
  - UsItinRecognizer
  - {name: Mail, class_name: EmailRecognizer}
"""


@pytest.fixture(scope="module")
def detector():
    return RecogniserDetector(FILE)


def found(detector, text):
    return {(each.kind, text[each.start : each.end], each.score) for each in detector.find(text)}


def entry(text: str) -> str:
    return f"recognizers:\n  - {{name: X, {text}}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it is 12345", set()),
        ("Postleitzahl 12345", {("ZIP", "12345", 0.4)}),
        ("dear mr. Bean", {("TITLE", "mr.", 1.0)}),
        ("see S1234", set()),
        ("employee S1234", {("STAFF_ID", "S1234", 0.65)}),
        ("Mitarbeiter S1234", {("STAFF_ID", "S1234", 0.65)}),
        ("never", set()),
        ("ann@example.com", {("EMAIL_ADDRESS", "ann@example.com", 1.0)}),
        ("ann@mail.corp", {("EMAIL_ADDRESS", "ann@mail.corp", 0.5)}),
    ],
)
def test_each_recogniser_finds_what_its_file_says(detector, text, expected):
    assert found(detector, text) == expected


def test_findings_name_the_detector_and_the_version_the_file(detector):
    (finding,) = detector.find("dear Mr. Bean")
    assert (detector.name, finding.detector) == ("recognisers", "recognisers")
    assert RecogniserDetector(FILE + "\n# other").version != detector.version


def test_an_expression_that_takes_too_long_is_an_error(detector, monkeypatch):  # R13
    monkeypatch.setattr(pattern_recognizer, "REGEX_TIMEOUT_SECONDS", 1e-9)
    with pytest.raises(DetectorError, match="to its end"):
        detector.find("S1234 " * 500)


def test_an_expression_that_blows_up_ends_within_its_limit(monkeypatch):  # R13
    monkeypatch.setattr("companion.detectors.analyzer.REGEX_TIMEOUT_SECONDS", 0.2)
    slow = entry("supported_entity: X_Y, patterns: [{name: a, regex: '(x+x+)+y', score: 0.5}]")
    detector = RecogniserDetector(slow)
    try:
        with pytest.raises(DetectorError, match="to its end") as caught:
            detector.find(f"{CANARY} {'x' * 3000}")
    finally:
        monkeypatch.setattr(pattern_recognizer, "REGEX_TIMEOUT_SECONDS", 1)
    assert CANARY not in repr(caught.value)
    assert caught.value.__context__ is None


def test_two_analyzers_in_a_process_hear_the_same_alarm(detector, monkeypatch):
    other = PresidioDetector()
    monkeypatch.setattr(pattern_recognizer, "REGEX_TIMEOUT_SECONDS", 1e-9)
    for each, text in ((detector, "S1234 " * 500), (other, "4111 1111 1111 1111 " * 150)):
        with pytest.raises(DetectorError, match="to its end"):
            each.find(text)


def test_nothing_that_is_logged_gets_out(detector, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    detector.find(f"{CANARY} Mitarbeiter S1234")
    out, err = capfd.readouterr()
    assert CANARY not in out + err + caplog.text


@pytest.mark.parametrize(
    "name", ["SpacyRecognizer", "PhoneRecognizer", "NoSuchRecognizer", "__doc__", "Qwzx"]
)
def test_what_is_no_pattern_recogniser_of_presidios_is_refused(name):
    with pytest.raises(DetectorError, match="cannot be loaded"):
        RecogniserDetector(f"recognizers: [{name}]")


GOOD = "supported_entity: X_Y, deny_list: [a]"
BAD = {
    "not YAML": ("recognizers: [", "line 1"),
    "no text": ("recognizers: \x00", "no YAML"),
    "empty": ("", "object"),
    "a list": ("[a]", "object"),
    "no recognisers": ("recognizers: []", "recognizers"),
    "unknown head": (f"recognisers: []\n{entry(GOOD)}", "recognisers"),
    "unknown key": (entry(GOOD + ", contxt: [a]"), "contxt"),
    "no name": ("recognizers: [{supported_entity: X_Y, deny_list: [a]}]", "`name`"),
    "no entity": (entry("deny_list: [a]"), "supported_entity"),
    "lower-case entity": (entry("supported_entity: zip, deny_list: [a]"), "supported_entity"),
    "two entities": (entry("supported_entities: [X_Y, Z_Y], deny_list: [a]"), "one entity"),
    "entity twice": (entry(GOOD + ", supported_entities: [X_Y]"), "twice"),
    "languages twice": (
        entry(GOOD + ", supported_language: en, supported_languages: [de]"),
        "twice",
    ),
    "mixed languages": (
        entry(GOOD + ", supported_languages: [en, {language: de}]"),
        "all names",
    ),
    "context of two": (entry(GOOD + ", supported_languages: [en, de], context: [a]"), "context"),
    "Norway": (entry(GOOD + ", supported_language: no"), "supported_language"),
    "score over 1": (
        entry("supported_entity: X_Y, patterns: [{name: a, regex: a, score: 2}]"),
        "score",
    ),
    "bad expression": (
        entry("supported_entity: X_Y, patterns: [{name: a, regex: '(', score: 1}]"),
        "recognizers[0]",
    ),
    "nothing to find": (entry("type: custom, supported_entity: X_Y"), "deny_list"),
    "own patterns of Presidio's": (entry(GOOD + ", type: predefined"), "predefined"),
    "unknown type": (entry(GOOD + ", type: remote"), "type"),
    "all off": (entry(GOOD + ", enabled: false"), "enabled"),
    "flag that prints": (f"global_regex_flags: 512\n{entry(GOOD)}", "flags"),
    "aliases": ("a: &a [x]\nrecognizers: *a", "aliases"),
    "object": ("recognizers: !!python/object/apply:os.getcwd []", "line 1"),
    "too long": ("#" * 1_000_001, "longer"),
    "too deep": ("recognizers: " + "[" * 3_000, ""),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_a_file_that_is_not_understood_is_refused_and_says_why(text, said):
    with pytest.raises(RecogniserFileError) as caught:
        recogniser_file.read(text)
    assert said in str(caught.value)


def test_a_good_file_is_read_without_presidio():
    file = recogniser_file.read(FILE)
    assert file.languages == ("de", "en")
    assert [each["type"] for each in file.recognisers] == [*["custom"] * 3, *["predefined"] * 2]
