"""The level of sensitivity: its boundary, its combinations, and that it is monotone."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import kinds
from companion.sensitivity import (
    COMBINING_SCORE,
    DEFAULT_THRESHOLD,
    DEFAULT_WEIGHTS,
    IDENTIFIED_HEALTH,
    IDENTIFIERS,
    IDENTIFYING_SCORE,
    VERIFIED,
    assess,
    floor,
    grave_kinds,
    is_verified,
    rule_level,
)
from companion.values import CategoryShare, Finding, Grade

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


@pytest.mark.parametrize("threshold", [0.0, 0.25, 0.6, 1.0])
def test_the_boundary_holds_for_any_threshold(threshold):  # S09
    for probability in (0.0, 0.2499, 0.25, 0.5999, 0.6, 0.6001, 0.9999, 1.0):
        sensitivity = assess((), probability, threshold=threshold, weights={})
        assert sensitivity.reached is (probability >= threshold)


def test_a_level_that_meets_the_threshold_is_reached():  # S09
    at = assess((finding("X", 0.6),), None, threshold=0.6, weights={"X": 1.0})
    below = assess((finding("X", 0.5999),), None, threshold=0.6, weights={"X": 1.0})
    above = assess((finding("X", 0.6001),), None, threshold=0.6, weights={"X": 1.0})
    assert (below.reached, at.reached, above.reached) == (False, True, True)


@pytest.mark.parametrize("kind", ["PERSON", "LOCATION", "DATE_TIME", "NRP", "URL"])
def test_a_name_a_place_or_a_date_alone_stays_below_the_threshold(kind):
    assert level(finding(kind, 1.0)) == 0.0
    assert rule_level((finding(kind, 1.0),), {}) < DEFAULT_THRESHOLD


def test_all_context_kinds_together_stay_below_the_threshold():
    together = [finding(kind, 0.85) for kind in ("PERSON", "LOCATION", "DATE_TIME", "NRP", "URL")]
    assert level(*together) == 0.0
    assert rule_level(together, {}) < DEFAULT_THRESHOLD


def by_rule(*findings, weights=None):
    return rule_level(findings, weights or {})


@pytest.mark.parametrize("probability", [0.0, 0.3, 0.5999, 0.6, 0.9, 1.0])
def test_the_level_of_what_nothing_verified_is_the_models_probability(probability):  # S07
    found = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.9), finding("CRYPTO", 1.0))
    assert level(*found, probability=probability) == probability


@pytest.mark.parametrize(
    "kind", ["CREDIT_CARD", "IBAN_CODE", "US_SSN", "PASSWORD", "SECRET", "MEDICAL_RECORD_NUMBER"]
)
def test_a_verified_number_or_credential_reaches_the_threshold_alone(kind):  # S03 S04
    for probability in (None, 0.0, 0.3):
        assert level(finding(kind, VERIFIED), probability=probability) >= DEFAULT_THRESHOLD


IDENTIFIED = (
    finding("PERSON", 0.95),
    finding("DATE_OF_BIRTH", 0.93),
    finding("MEDICAL_CONDITION", 0.9),
)


@pytest.mark.parametrize("probability", [None, 0.0, 0.23])
@pytest.mark.parametrize("health", ["MEDICAL_CONDITION", "MEDICATION", "MEDICAL_RECORD_NUMBER"])
@pytest.mark.parametrize("identifier", sorted(IDENTIFIERS))
def test_an_identified_persons_health_is_a_floor_whatever_the_models_think(
    identifier, health, probability
):  # S05
    found = (finding("PERSON", 0.9), finding(identifier, 0.8), finding(health, 0.75))
    assert level(*found, probability=probability) >= IDENTIFIED_HEALTH >= DEFAULT_THRESHOLD


def test_an_identified_persons_health_is_grave():
    assert graded(*IDENTIFIED) is Grade.GRAVE
    assert grave_kinds(IDENTIFIED, assess(IDENTIFIED, 0.2, threshold=0.5, weights={}))


@pytest.mark.parametrize("missing", range(3))
def test_a_part_that_is_missing_unsure_or_switched_off_leaves_no_such_floor(missing):
    others = [each for place, each in enumerate(IDENTIFIED) if place != missing]
    part = IDENTIFIED[missing]
    unsure = msgspec.structs.replace(part, score=IDENTIFYING_SCORE - 0.01)
    assert level(*others, probability=0.2) == 0.2
    assert level(*others, unsure, probability=0.2) == 0.2
    assert level(*IDENTIFIED, probability=0.2, weights={part.kind: 0.0}) == 0.2


@pytest.mark.parametrize("part", IDENTIFIED)
def test_a_part_that_policy_weighs_less_lowers_that_floor_as_much(part):
    halved = {part.kind: DEFAULT_WEIGHTS[part.kind] / 2}
    assert level(*IDENTIFIED, weights=halved) == pytest.approx(IDENTIFIED_HEALTH / 2)
    other = (finding("PHONE_NUMBER"), finding("MEDICATION"), finding("PERSON"))
    others = {part.kind: halved[part.kind]}
    expected = IDENTIFIED_HEALTH / (2 if part.kind == "PERSON" else 1)
    assert level(*IDENTIFIED, *other, weights=others) == pytest.approx(expected)


def test_every_grave_kind_reaches_the_threshold_alone_once_verified():
    for kind in (kind for kind in kinds.ALL if kind.grave):
        assert level(finding(kind.name, VERIFIED), probability=0.0) >= DEFAULT_THRESHOLD, kind.name


@pytest.mark.parametrize("kind", ["CREDIT_CARD", "SECRET", "US_SSN"])
def test_a_grave_kind_that_nothing_verified_rests_on_the_probability(kind):
    unsure = finding(kind, VERIFIED - 0.01)
    opinion = msgspec.structs.replace(finding(kind, 1.0), detector=kinds.ENCODER)
    assert not is_verified(unsure)
    assert not is_verified(opinion)
    assert level(unsure, opinion, probability=0.2) == 0.2


def test_what_an_organisation_lists_is_verified_and_so_is_a_kind_that_nobody_knows():
    assert is_verified(finding(kinds.CUSTOM_TERM, 1.0))
    assert is_verified(finding("PROJECT_NAME", 1.0))
    assert not is_verified(finding("PERSON", 1.0))


def test_a_name_with_a_diagnosis_is_high_by_rule():  # S05
    pair = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.9))
    assert by_rule(*pair) >= 0.86
    assert assess(pair, None, threshold=0.6, weights={}).kinds == ("MEDICAL_CONDITION", "PERSON")


@pytest.mark.parametrize("kind", ["EMAIL_ADDRESS", "PHONE_NUMBER", "POSTAL_ADDRESS"])
def test_a_name_with_a_contact_reaches_the_threshold_by_rule(kind):
    assert by_rule(finding("PERSON", 0.85), finding(kind, 0.5)) >= DEFAULT_THRESHOLD


def test_an_unsure_finding_takes_no_part_in_a_combination():
    pair = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", COMBINING_SCORE - 0.01))
    assert by_rule(*pair) < DEFAULT_THRESHOLD


def test_a_kind_that_policy_switched_off_takes_no_part_in_a_combination():
    pair = (finding("PERSON", 0.85), finding("MEDICAL_CONDITION", 0.9))
    assert by_rule(*pair, weights={"PERSON": 0.0}) < DEFAULT_THRESHOLD


@pytest.mark.parametrize("kind", ["CREDIT_CARD", "PERSON", "CUSTOM_TERM", "A_NEW_KIND"])
def test_a_weight_of_zero_removes_a_kind(kind):
    sensitivity = assess((finding(kind, 1.0),), 0.1, threshold=0.6, weights={kind: 0.0})
    assert (sensitivity.level, sensitivity.kinds) == (0.1, ())
    assert floor((finding(kind, 1.0),), {kind: 0.0}) == 0.0


@pytest.mark.parametrize("kind", ["PERSON", "LOCATION", "MEDICAL_CONDITION"])
def test_a_weight_that_policy_raised_is_a_floor_whatever_the_models_think(kind):
    sure = finding(kind, 1.0)
    assert level(sure, probability=0.0) == 0.0
    assert level(sure, probability=0.0, weights={kind: 0.9}) == pytest.approx(0.9)
    assert level(finding(kind, 0.5), weights={kind: 0.9}) == pytest.approx(0.45)
    assert level(sure, probability=0.95, weights={kind: 0.9}) == 0.95


def test_a_weight_that_policy_lowered_is_no_floor_of_its_own():
    assert level(finding("PERSON", 1.0), probability=0.0, weights={"PERSON": 0.3}) == 0.0
    assert level(finding("SECRET", 1.0), weights={"SECRET": 0.3}) == pytest.approx(0.3)


def graded(*findings, probability=0.0, weights=None):
    return assess(findings, probability, threshold=0.6, weights=weights or {}).grade


def test_the_grade_tells_the_four_steps_apart():
    name, illness = finding("PERSON", 0.9), finding("MEDICAL_CONDITION", 0.9)
    assert graded() is Grade.PUBLIC
    assert graded(name) is Grade.QUASI
    assert graded(finding("LOCATION", 0.9), probability=0.59) is Grade.QUASI
    assert graded(probability=0.6) is Grade.PRIVATE
    assert graded(name, probability=0.7) is Grade.PRIVATE
    assert graded(name, illness, probability=0.7) is Grade.GRAVE
    assert graded(name, illness, probability=0.3) is Grade.QUASI
    assert graded(finding("IBAN_CODE", 0.9)) is Grade.GRAVE


def test_what_policy_gives_no_weight_has_no_part_in_the_grade():
    assert graded(finding("SECRET"), weights={"SECRET": 0.0}) is Grade.PUBLIC
    pair = (finding("PERSON", 0.9), finding("MEDICATION", 0.9))
    assert graded(*pair, probability=0.7, weights={"PERSON": 0.0}) is Grade.PRIVATE


def shares(findings, *said, weights=None):
    given = tuple(CategoryShare(category=name, share=share) for name, share in said)
    made = assess(findings, 0.5, threshold=0.6, weights=weights or {}, categories=given)
    return [(each.category, each.share) for each in made.categories]


def test_categories_are_those_that_the_models_or_the_findings_name_likeliest_first():
    assert shares((), ("health", 0.7), ("legal", 0.9), ("code", 0.1)) == [
        ("legal", 0.9),
        ("health", 0.7),
    ]
    assert shares((finding("SECRET", 0.9),), ("health", 0.7)) == [
        ("credentials", 0.9),
        ("health", 0.7),
    ]
    assert shares((finding("SECRET", 0.5),), ("credentials", 0.8)) == [("credentials", 0.8)]
    assert shares((finding("SECRET"),), weights={"SECRET": 0.0}) == []


def test_the_stage_that_settled_the_matter_is_kept():
    assert assess((), 0.1, threshold=0.6, weights={}, stage="linear").stage == "linear"


def test_the_classifier_alone_carries_the_level_and_is_named():
    sensitivity = assess((), 0.7, threshold=0.6, weights={})
    assert (sensitivity.level, sensitivity.kinds) == (0.7, (kinds.SENSITIVE_WORDING,))
    assert sensitivity.probability == 0.7


def test_policy_may_weigh_what_the_models_say_like_any_kind():
    halved = assess((), 0.8, threshold=0.6, weights={kinds.SENSITIVE_WORDING: 0.5})
    assert (halved.level, halved.probability) == (0.4, 0.8)
    silent = assess((), 0.8, threshold=0.6, weights={kinds.SENSITIVE_WORDING: 0.0})
    assert silent.level == 0.0


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


@given(found, st.builds(finding, names, scores), st.dictionaries(names, scores, max_size=3))
def test_under_any_weights_neither_the_floor_nor_the_rules_fall_with_more_findings(
    findings, more, weights
):
    assert floor((*findings, more), weights) >= floor(findings, weights)
    assert rule_level((*findings, more), weights) >= rule_level(findings, weights)
    assert level(*findings, more, weights=weights) >= level(*findings, weights=weights)


parts = st.sampled_from(["PERSON", "DATE_OF_BIRTH", "EMAIL_ADDRESS", "MEDICATION"])


@given(
    st.lists(st.builds(finding, parts, scores), max_size=4).map(tuple),
    st.builds(finding, parts, scores),
    st.dictionaries(parts, scores, max_size=3),
)
def test_the_floor_of_an_identified_persons_health_never_falls_with_more(findings, more, weights):
    before = floor(findings, weights)
    assert floor((*findings, more), weights) >= before
    assert floor((more, *findings), {**weights, more.kind: 1.0}) >= before


@given(found, names, scores, scores)
def test_a_kind_that_weighs_more_never_lowers_the_level(findings, kind, one, other):
    low, high = sorted((one, other))
    assert level(*findings, weights={kind: high}) >= level(*findings, weights={kind: low})


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
