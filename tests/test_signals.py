"""The signals: each grows with what was found, and nothing thins it out."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import kinds
from companion.signals import EARLY, NAMES, early, full, logit, private_share
from companion.values import Finding

KINDS = st.sampled_from([*sorted(kinds.BY_NAME), "A_NEW_KIND"])
SCORES = st.floats(0, 1)
LOG_ODDS = st.floats(-30, 30)


def finding(kind, score=1.0, start=0, end=1):
    return Finding(kind=kind, start=start, end=end, score=score, detector="test")


FOUND = st.lists(st.builds(finding, KINDS, SCORES), max_size=12)


def row(*findings, linear=0.5, weights=None):
    return early(findings, linear, weights or {})


def signal(name, *findings, **options):
    return row(*findings, **options)[EARLY.index(name)]


def test_the_early_signals_come_first_and_every_signal_has_a_name_of_its_own():
    assert NAMES[: len(EARLY)] == EARLY
    assert len(set(NAMES)) == len(NAMES)
    assert len(row()) == len(EARLY)
    assert len(full(row(), [0.0], 0.0, ())) == len(NAMES)


def test_nothing_found_gives_nothing_but_the_models_opinion():
    assert row(linear=0.5).tolist() == [0.0] * len(EARLY)
    assert row(linear=0.9).tolist() == [pytest.approx(math.log(9)), *[0.0] * (len(EARLY) - 1)]


@given(FOUND, SCORES, st.builds(finding, KINDS, SCORES), st.dictionaries(KINDS, SCORES, max_size=3))
def test_one_more_finding_lowers_no_signal(findings, linear, more, weights):
    before = early(findings, linear, weights)
    assert (early([*findings, more], linear, weights) >= before).all()


@given(FOUND, KINDS, SCORES, SCORES)
def test_a_surer_finding_lowers_no_signal(findings, kind, one, other):
    low, high = sorted((one, other))
    before = early([*findings, finding(kind, low)], 0.5, {})
    assert (early([*findings, finding(kind, high)], 0.5, {}) >= before).all()


@given(FOUND, SCORES, SCORES)
def test_a_surer_linear_model_lowers_no_signal(findings, one, other):
    low, high = sorted((one, other))
    assert (early(findings, high, {}) >= early(findings, low, {})).all()


@given(FOUND, st.randoms(use_true_random=False))
def test_the_order_of_findings_makes_no_difference(findings, chance):
    shuffled = findings.copy()
    chance.shuffle(shuffled)
    assert early(shuffled, 0.5, {}) == pytest.approx(early(findings, 0.5, {}))


WINDOWS = st.lists(LOG_ODDS, min_size=1, max_size=9)
CATEGORIES = st.lists(SCORES, min_size=8, max_size=8)


@given(WINDOWS, LOG_ODDS, SCORES, CATEGORIES)
def test_one_more_window_lowers_no_signal(windows, more, private, shares):
    before = full(row(), windows, private, shares)
    assert (full(row(), [*windows, more], private, shares) >= before).all()


@given(WINDOWS, st.lists(st.floats(-30, 0), max_size=300), SCORES, CATEGORIES)
def test_harmless_padding_changes_no_signal_of_a_sensitive_text(windows, padding, private, shares):
    sensitive = [8.0, *windows]
    alone = full(row(), sensitive, private, shares)
    assert (full(row(), [*sensitive, *padding], private, shares) == alone).all()


@given(WINDOWS, st.integers(0, 8), st.floats(0, 10), SCORES, SCORES, CATEGORIES)
def test_a_surer_encoder_lowers_no_signal(windows, place, more, one, other, shares):
    low, high = sorted((one, other))
    surer = windows.copy()
    surer[place % len(windows)] += more
    raised = [min(1.0, share + 0.1) for share in shares]
    before = full(row(), windows, low, shares)
    assert (full(row(), surer, high, raised) >= before).all()


@given(st.lists(st.floats(allow_nan=False), min_size=1, max_size=5), SCORES)
def test_signals_are_bounded_numbers(windows, linear):
    many = [finding(kind, 1.0) for kind in kinds.BY_NAME] * 40
    signals = full(early(many, linear, {}), windows, 1.0, [1.0])
    assert np.isfinite(signals).all()
    assert np.abs(signals).max() <= 8.0


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("PERSON", "persons"), ("EMAIL_ADDRESS", "contacts"), ("PHONE_NUMBER", "contacts"),
        ("LOCATION", "places"), ("ORGANIZATION", "organisations"), ("DATE_TIME", "dates"),
        ("MONEY", "money"), ("MEDICATION", "health"), ("HR_MARKER", "markers"),
        ("PRIVATE_DETAIL", "details"), ("CREDIT_CARD", "numbers"), ("SECRET", "numbers"),
    ],
)  # fmt: skip
def test_each_kind_is_counted_where_it_belongs(kind, name):
    assert signal(name, finding(kind)) == pytest.approx(math.log(2))
    assert signal(name, finding(kind), finding(kind)) == pytest.approx(math.log(3))
    assert signal(name, finding("URL")) == 0


def test_a_grave_kind_counts_and_so_does_one_that_nobody_knows():
    assert signal("grave", finding("SECRET", 0.7), finding("IBAN_CODE", 0.9)) == np.float32(0.9)
    assert signal("grave", finding("A_NEW_KIND", 0.7)) == np.float32(0.7)
    assert signal("grave", finding("PERSON")) == 0


def test_policys_weights_are_in_the_rules_signal():
    assert signal("rules", finding("PERSON")) == np.float32(0.45)
    assert signal("rules", finding("PERSON"), weights={"PERSON": 0.9}) == np.float32(0.9)
    assert signal("rules", finding("PERSON"), weights={"PERSON": 0.0}) == 0


def test_no_category_and_no_window_beyond_the_third_is_needed():
    signals = dict(zip(NAMES, full(row(), [3.0, 3.0, 3.0, 3.0], 0.5, ()), strict=True))
    assert (signals["window"], signals["windows"], signals["category"]) == (3.0, 3.0, 0.0)
    assert signals["private"] == 0.5


def test_log_odds_are_cut_where_they_say_no_more():
    assert logit(0.5) == 0.0
    assert (logit(0.0), logit(1.0)) == (-8.0, 8.0)
    assert logit(0.9) == pytest.approx(-logit(0.1))


WORDS = [(0, 4, 1.0), (5, 9, 0.5), (10, 14, 0.0)]


def share(start, end, words=None):
    words = WORDS if words is None else words
    return private_share(
        finding("PERSON", start=start, end=end), words, [start for start, _, _ in words]
    )


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 4), 1.0),
        ((5, 9), 0.5),
        ((10, 14), 0.0),
        ((0, 9), 0.75),
        ((0, 14), 0.5),
        ((2, 6), 0.75),
        ((7, 8), 0.5),
        ((4, 10), 0.5),
    ],
)
def test_a_finding_is_as_private_as_its_words_read(span, expected):
    assert share(*span) == pytest.approx(expected)


@pytest.mark.parametrize("span", [(4, 5), (14, 20), (100, 101)])
def test_what_nobody_read_weighs_in_full(span):
    assert share(*span) == 1.0
    assert share(*span, words=[]) == 1.0


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 2), SCORES), max_size=12),
    st.integers(0, 40),
    st.integers(1, 20),
)
def test_a_share_is_the_mean_of_exactly_the_words_that_a_finding_touches(lengths, start, size):
    words, place = [], 0
    for length, gap, mark in lengths:
        words.append((place, place + length, mark))
        place += length + gap
    inside = [mark for first, last, mark in words if first < start + size and last > start]
    expected = sum(inside) / len(inside) if inside else 1.0
    assert share(start, start + size, words) == pytest.approx(expected)
