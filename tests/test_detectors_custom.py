"""Own terms, found by look-up or by expression, and the detectors that a policy adds."""

import itertools
import json
import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import policy
from companion.detection_policy import Match, TermRule
from companion.detectors import custom
from companion.detectors.custom import OwnTermDetector, build


def found(text, *terms, **rule):
    findings = OwnTermDetector((TermRule(terms=terms, **rule),)).find(text)
    return [text[each.start : each.end] for each in findings]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Project Teal", "the PROJECT\n teal begins", ["PROJECT\n teal"]),
        ("Project Teal", "project tealish, project-teal", []),
        ("acme", "acme, acme_prod acmeapp", ["acme", "acme"]),
        ("AT&T", "at&t and AT & T", ["at&t"]),
        ("C++", "C++ or C", ["C++"]),
        ("straße 7", "STRASSE 7", ["STRASSE 7"]),
        ("a a b", "a a a b", ["a a b"]),
        ("日本", "日本 日本語", ["日本"]),
        ("“quoted”", 'say "quoted"', ['"quoted"']),
    ],
)
def test_an_exact_term_is_found_at_word_borders(term, text, expected):  # S06
    assert found(text, term) == expected


def test_terms_that_begin_alike_are_both_found():
    assert found("project teal two", "project teal", "project", "project teal two") == [
        "project",
        "project teal",
        "project teal two",
    ]


def test_case_counts_where_a_rule_says_so():
    assert found("IT it", "IT", case_sensitive=True) == ["IT"]


def test_wildcards_expressions_and_borderless_terms_are_found():
    assert found("see PRJ-12 now", "PRJ-*", match=Match.WILDCARD) == ["PRJ-12"]
    assert found("id K1234", r"\bK\d{4}\b", match=Match.REGEX) == ["K1234"]
    assert found("myacmeapp", "acme", borders=False) == ["acme"]


def test_a_finding_carries_its_rules_kind_and_score():
    rules = (
        TermRule(terms=("teal",), kind="PROJECT", score=0.7),
        TermRule(terms=("teal",), kind="COLOUR", score=0.5),
        TermRule(terms=("te*",), match=Match.WILDCARD, kind="PROJECT", score=0.9),
    )
    findings = OwnTermDetector(rules).find("teal")
    assert {(each.kind, each.score, each.detector) for each in findings} == {
        ("PROJECT", 0.7, "own_terms"),
        ("COLOUR", 0.5, "own_terms"),
        ("PROJECT", 0.9, "own_terms"),
    }


@given(st.text(max_size=200))
def test_offsets_lie_inside_any_text(text):
    rules = (
        TermRule(terms=("a", "b c", "é", "İ", "ß"), borders=True),
        TermRule(terms=(r"\pL+",), match=Match.REGEX),
        TermRule(terms=("?ab*",), match=Match.WILDCARD),
    )
    for each in OwnTermDetector(rules).find(text):
        assert 0 <= each.start < each.end <= len(text)


def test_ten_thousand_terms_are_looked_up_at_once():
    words = [f"w{number * 7919 % 100_003}x" for number in range(10_000)]
    rule = TermRule(terms=(*words[:5_000], *map(" ".join, itertools.pairwise(words))))
    detector = OwnTermDetector((rule,))
    text = " ".join(f"v{number}y" for number in range(3_000))[:20_000]
    assert detector.find(f"{text} {words[17]} {words[9_000]} {words[9_001]}")
    durations = []
    for _ in range(9):
        started = time.process_time()
        detector.find(text)
        durations.append(time.process_time() - started)
    assert min(durations) < 0.008  # 1 ms on a quiet machine


def test_a_policy_without_rules_adds_no_detector():
    assert build(policy.default()) == ()
    assert build(policy.strictest("broken")) == ()


def test_detectors_are_made_once_per_policy():
    active = policy.parse("[[detection.terms]]\nterms = ['teal']")
    (detector,) = build(active)
    assert build(active)[0] is detector
    assert (
        detector.version == build(policy.parse("[[detection.terms]]\nterms = ['teal']"))[0].version
    )
    for number in range(3):
        build(policy.parse(f"[[detection.terms]]\nterms = ['teal {number}']"))
    assert len(custom._built) <= 2
    assert build(active)[0] is not detector
    assert build(active)[0].version == detector.version


def test_the_version_tells_other_terms_apart():
    versions = {
        OwnTermDetector((TermRule(terms=(term,), score=score),)).version
        for term in ("teal", "blue")
        for score in (0.5, 1.0)
    }
    assert len(versions) == 4


def test_a_policy_arrives_whole_in_a_worker():
    active = policy.parse(
        json.dumps({"detection": {"terms": [{"terms": ["x*yz"], "match": "wildcard"}]}}), json=True
    )
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(active), type=policy.ActivePolicy)
    assert again == active
    assert build(again)[0].find("xaayz")


@pytest.mark.parametrize("engine", ["presidio", "both"])
def test_presidio_is_added_where_the_engine_says_so(engine):
    active = policy.parse(f"[detection]\nengine = '{engine}'\n[[detection.terms]]\nterms = ['x']")
    detectors = build(active)
    assert [each.name for each in detectors] == ["own_terms", "presidio"]
    assert custom._presidio() is detectors[1]
    assert {each.kind for each in detectors[1].find("I met John Smith in Boston")} == {
        "PERSON",
        "LOCATION",
    }
