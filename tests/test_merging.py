"""Merging: each value once, under its best name, in whatever order it was found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import kinds
from companion.merging import merge
from companion.sensitivity import VERIFIED, is_verified
from companion.values import Finding

VALUES = ("PERSON", "CREDIT_CARD", "PHONE_NUMBER", "EMAIL_ADDRESS", "SECRET")
COMMENTS = ("MEDICAL_CONDITION", "CONFIDENTIAL_MARKER", "CUSTOM_TERM", kinds.PRIVATE_DETAIL)


def finding(kind, start, end, score=0.9, detector="patterns"):
    return Finding(kind=kind, start=start, end=end, score=score, detector=detector)


def spans_of(names):
    return st.builds(
        lambda kind, start, size, score, by: finding(kind, start, start + size, score, by),
        st.sampled_from(names),
        st.integers(0, 30),
        st.integers(1, 9),
        st.sampled_from([0.4, 0.6, 0.84, 0.85, 0.95, 1.0]),
        st.sampled_from(["patterns", "secrets", kinds.ENCODER]),
    )


found = st.lists(spans_of((*VALUES, *COMMENTS)), max_size=14)


def of_one_kind(findings, kind):
    return [(each.start, each.end) for each in findings if each.kind == kind]


def covers(outer, inner):
    return outer.start <= inner.start and inner.end <= outer.end


@given(found)
def test_no_two_values_overlap_and_no_kind_overlaps_itself(findings):
    merged = merge(findings)
    values = [(each.start, each.end) for each in merged if each.kind in VALUES]
    assert all(first[1] <= second[0] for first, second in pairwise(values))
    for kind in COMMENTS:
        own = of_one_kind(merged, kind)
        assert all(first[1] <= second[0] for first, second in pairwise(own))


@given(found, st.randoms(use_true_random=False))
def test_the_order_in_which_values_were_found_makes_no_difference(findings, chance):
    merged = merge(findings)
    shuffled = findings.copy()
    chance.shuffle(shuffled)
    assert merge(shuffled) == merged
    assert merge([*findings, *findings]) == merged
    assert merge(merged) == merged
    assert list(merged) == sorted(merged, key=lambda each: (each.start, each.end, each.kind))


@given(st.lists(spans_of((*VALUES, *COMMENTS)), max_size=9, unique_by=lambda each: each.kind))
def test_a_value_gives_way_only_to_one_that_it_overlaps(findings):
    merged = merge(findings)
    for each in findings:
        beside = [m for m in merged if m.start < each.end and m.end > each.start]
        if each.kind in COMMENTS:
            assert any(m.kind == each.kind and covers(m, each) for m in beside)
        else:
            assert any(m.kind in VALUES for m in beside)


@given(found)
def test_what_stays_was_found_and_is_no_surer_than_its_parts(findings):
    for merged in merge(findings):
        parts = [each for each in findings if each.kind == merged.kind and covers(merged, each)]
        assert merged.score == max(each.score for each in parts)
        assert merged.detector in {each.detector for each in parts}
        assert min(each.start for each in parts) == merged.start
        assert max(each.end for each in parts) == merged.end


@given(st.lists(spans_of(("CREDIT_CARD",)), min_size=1, max_size=10))
def test_a_verified_value_stays_verified_whatever_else_found_it(findings):
    merged = merge(findings)
    for each in filter(is_verified, findings):
        (whole,) = [m for m in merged if covers(m, each)]
        assert is_verified(whole)
    if not any(map(is_verified, findings)):
        assert not any(map(is_verified, merged))


@given(found, spans_of(("SECRET",)))
def test_one_more_verified_value_never_takes_the_last_one_away(findings, more):
    before = merge(findings)
    if any(map(is_verified, before)):
        assert any(map(is_verified, merge([*findings, more])))


def test_parts_of_one_kind_that_overlap_become_one_and_neighbours_do_not():
    parts = [finding("PERSON", 0, 5, 0.6), finding("PERSON", 3, 9, 0.9)]
    assert merge(parts) == (finding("PERSON", 0, 9, 0.9),)
    neighbours = (finding("PERSON", 0, 5), finding("PERSON", 5, 9))
    assert merge(neighbours) == neighbours
    chain = [finding("PERSON", start, start + 3) for start in range(0, 20, 2)]
    assert of_one_kind(merge(chain), "PERSON") == [(0, 21)]


def test_a_part_inside_another_does_not_shorten_it():
    whole, inside = finding("PERSON", 0, 20, 0.5), finding("PERSON", 3, 5, 0.9)
    assert merge([whole, inside]) == (finding("PERSON", 0, 20, 0.9),)


def test_a_verified_value_wins_over_a_models_surer_opinion():
    card = finding("CREDIT_CARD", 5, 24, VERIFIED)
    phone = finding("PHONE_NUMBER", 0, 30, 0.99, kinds.ENCODER)
    assert merge([phone, card]) == (card,)
    unsure = finding("CREDIT_CARD", 5, 24, 0.5)
    assert merge([phone, unsure]) == (phone,)


def test_a_verified_value_that_the_model_finds_too_is_still_the_verified_one():
    for score in (0.9, 0.95, 1.0):
        card = finding("CREDIT_CARD", 0, 19, 0.95)
        opinion = finding("CREDIT_CARD", 0, 19, score, kinds.ENCODER)
        (merged,) = merge([opinion, card])
        assert (merged.detector, merged.score) == ("patterns", max(score, 0.95))


def test_a_form_alone_does_not_make_a_models_opinion_a_verified_value():
    form = finding("CREDIT_CARD", 0, 19, 0.5)
    opinion = finding("CREDIT_CARD", 0, 19, 0.99, kinds.ENCODER)
    (merged,) = merge([form, opinion])
    assert (merged.detector, merged.score) == (kinds.ENCODER, 0.99)


def test_of_two_equally_sure_values_the_longer_stays():
    mail, host = finding("EMAIL_ADDRESS", 0, 20), finding("HOSTNAME", 9, 20)
    assert merge([host, mail]) == (mail,)


def test_what_comments_on_words_stays_beside_what_they_are():
    name, mark = finding("PERSON", 0, 10), finding("CONFIDENTIAL_MARKER", 2, 8)
    detail = finding(kinds.PRIVATE_DETAIL, 0, 30, 0.6, kinds.ENCODER)
    assert set(merge([name, mark, detail])) == {name, mark, detail}


def test_nothing_found_is_nothing():
    assert merge([]) == ()
    assert merge(iter(())) == ()


def by_encoder(kind, start, end):
    return finding(kind, start, end, 0.95, kinds.ENCODER)


def test_what_the_encoder_reads_inside_a_web_address_is_part_of_the_address():
    address = finding("URL", 10, 40, 0.6)
    inside = [by_encoder("USERNAME", 18, 24), by_encoder("HOSTNAME", 24, 41)]
    assert merge([address, *inside]) == (address,)


def test_a_secret_inside_a_web_address_stays():  # S05
    address, token = finding("URL", 10, 90, 0.6), finding("SECRET", 60, 90, 0.7, "secrets")
    learnt = by_encoder("PASSWORD", 40, 50)
    assert token in merge([address, token])
    assert learnt in merge([address, learnt])


def test_a_name_begins_behind_its_title():
    title, name = finding("TITLE", 0, 3, 0.6), by_encoder("PERSON", 0, 9)
    assert [(each.kind, each.start, each.end) for each in merge([title, name])] == [
        ("TITLE", 0, 3),
        ("PERSON", 4, 9),
    ]


def test_a_title_that_a_rule_found_inside_a_longer_name_leaves_the_name_whole():
    title, name = finding("TITLE", 5, 8, 0.6), by_encoder("ORGANIZATION", 0, 20)
    assert name in merge([title, name])


def test_nothing_gives_way_to_an_address_that_itself_gave_way():
    address, mail = finding("URL", 10, 40, 0.5), finding("EMAIL_ADDRESS", 5, 20, 1.0)
    host = by_encoder("HOSTNAME", 30, 38)
    assert merge([address, mail, host]) == (mail, host)
