"""The level of sensitivity: its boundary, its combinations, and that it is monotone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import kinds
from companion.sensitivity import DEFAULT_THRESHOLD, DEFAULT_WEIGHTS, assess, grave_kinds
from companion.values import Finding

names = st.sampled_from(sorted(kinds.BY_NAME))
scores = st.floats(0, 1)
probabilities = st.none() | st.floats(0, 1)


def finding(kind, score=1.0, start=0):
    return Finding(kind=kind, start=start, end=start + 1, score=score, detector="test")


found = st.lists(st.builds(finding, names, scores, st.integers(0, 50)), max_size=8).map(tuple)


def level(*findings, probability=None, weights=None):
    return assess(findings, probability, threshold=DEFAULT_THRESHOLD, weights=weights or {}).level


def test_nothing_found_and_nothing_asked_gives_level_zero():  # S08
    sensitivity = assess((), None, threshold=0.6, weights={})
    assert (sensitivity.level, sensitivity.kinds, sensitivity.reached) == (0.0, (), False)


def test_a_level_that_meets_the_threshold_is_reached():  # S09
    at = assess((finding("X", 0.6),), None, threshold=0.6, weights={"X": 1.0})
    below = assess((finding("X", 0.5999),), None, threshold=0.6, weights={"X": 1.0})
    above = assess((finding("X", 0.6001),), None, threshold=0.6, weights={"X": 1.0})
    assert (below.reached, at.reached, above.reached) == (False, True, True)


@pytest.mark.parametrize("kind", ["PERSON", "LOCATION", "DATE_TIME", "NRP", "URL"])
def test_a_name_a_place_or_a_date_alone_stays_below_the_threshold(kind):
    assert level(finding(kind, 1.0)) < DEFAULT_THRESHOLD


def test_all_context_kinds_together_stay_below_the_threshold():
    together = [finding(kind, 0.85) for kind in ("PERSON", "LOCATION", "DATE_TIME", "NRP", "URL")]
    assert level(*together) < DEFAULT_THRESHOLD


def test_a_name_reaches_the_threshold_when_the_classifier_agrees():
    assert level(finding("PERSON", 0.85), probability=0.4) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "kind", ["CREDIT_CARD", "IBAN_CODE", "US_SSN", "PASSWORD", "SECRET", "MEDICAL_RECORD_NUMBER"]
)
def test_a_certain_number_or_credential_reaches_the_threshold_alone(kind):  # S03 S04
    assert level(finding(kind, 0.85)) >= DEFAULT_THRESHOLD


def test_a_name_with_a_diagnosis_is_high():  # S05
    pair = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.9))
    assert level(*pair) >= 0.86
    assert assess(pair, None, threshold=0.6, weights={}).kinds == ("MEDICAL_CONDITION", "PERSON")


@pytest.mark.parametrize("kind", ["EMAIL_ADDRESS", "PHONE_NUMBER", "POSTAL_ADDRESS"])
def test_a_name_with_a_contact_reaches_the_threshold(kind):
    assert level(finding("PERSON", 0.85), finding(kind, 0.5)) >= DEFAULT_THRESHOLD


def test_an_unsure_finding_takes_no_part_in_a_combination():
    assert level(finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.39)) < DEFAULT_THRESHOLD


def test_a_kind_that_policy_switched_off_takes_no_part_in_a_combination():
    pair = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.9))
    assert level(*pair, weights={"PERSON": 0.0}) < DEFAULT_THRESHOLD


def test_the_classifier_alone_carries_the_level_and_is_named():
    sensitivity = assess((), 0.7, threshold=0.6, weights={})
    assert (sensitivity.level, sensitivity.kinds) == (0.7, (kinds.SENSITIVE_WORDING,))
    assert sensitivity.probability == 0.7


def test_kinds_are_named_strongest_first_and_weak_ones_not_at_all():
    given_findings = (finding("URL", 0.6), finding("LOCATION", 1.0), finding("SECRET", 0.9))
    sensitivity = assess(given_findings, 0.1, threshold=0.6, weights={})
    assert sensitivity.kinds == ("SECRET", "LOCATION")


def test_a_kind_that_nobody_knows_counts_in_full():
    assert level(finding("A_NEW_KIND", 0.9)) == pytest.approx(0.9)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan])
def test_a_number_outside_zero_to_one_is_refused(wrong):
    with pytest.raises(ValueError, match="within 0 to 1"):
        level(probability=wrong)
    with pytest.raises(ValueError, match="within 0 to 1"):
        level(finding("PERSON"), weights={"PERSON": wrong})


@given(found, probabilities, st.builds(finding, names, scores))
def test_one_more_finding_never_lowers_the_level(findings, probability, more):
    before = level(*findings, probability=probability)
    assert level(*findings, more, probability=probability) >= before


@given(found, probabilities, st.floats(0, 1))
def test_a_surer_classifier_never_lowers_the_level(findings, probability, more):
    lower = probability or 0.0
    higher = max(lower, more)
    assert level(*findings, probability=higher) >= level(*findings, probability=probability)


@given(found, names, scores, scores)
def test_a_surer_finding_never_lowers_the_level(findings, kind, one, other):
    low, high = sorted((one, other))
    assert level(*findings, finding(kind, high)) >= level(*findings, finding(kind, low))


@given(found, probabilities)
def test_the_order_of_findings_does_not_matter_and_the_level_is_a_level(findings, probability):
    forth = assess(findings, probability, threshold=0.6, weights={})
    back = assess(findings[::-1], probability, threshold=0.6, weights={})
    assert forth == back
    assert 0.0 <= forth.level <= 1.0


def test_every_kind_has_words_and_a_weight():
    assert set(DEFAULT_WEIGHTS) == set(kinds.BY_NAME)
    assert all(kind.words and 0 < kind.weight <= 1 for kind in kinds.ALL)
    assert kinds.words("PERSON") == "a person's name"
    assert kinds.words("NEVER_HEARD_OF") == "something sensitive"


def test_no_kind_is_listed_twice():
    assert len(kinds.ALL) == len(kinds.BY_NAME)


def test_what_makes_a_prompt_grave_is_named():
    def grave(*findings, probability=0.0):
        level = assess(findings, probability, threshold=DEFAULT_THRESHOLD, weights={})
        return grave_kinds(findings, level)

    assert grave(finding("PASSWORD"), finding("LOCATION")) == ("PASSWORD",)
    assert grave(finding("PASSWORD", 0.5), finding("LOCATION")) == ()
    assert grave(finding("PERSON"), probability=0.9) == ()
    together = finding("PERSON"), finding("MEDICAL_CONDITION"), finding("LOCATION")
    assert sorted(grave(*together, probability=0.9)) == ["MEDICAL_CONDITION", "PERSON"]
