"""Round-trip estimation (RFC 6298) and the congestion window (RFC 5681)."""

import pytest

from companion.tunnel.congestion import INITIAL_RTO, MAX_RTO, MIN_RTO, NewReno, RttEstimator


def test_the_time_out_starts_at_a_second():
    assert RttEstimator().rto == INITIAL_RTO


def test_the_first_sample_sets_both_averages():
    rtt = RttEstimator()
    rtt.sample(0.4)
    assert rtt.rto == pytest.approx(0.4 + 4 * 0.2)


def test_later_samples_are_smoothed():
    rtt = RttEstimator()
    rtt.sample(0.4)
    rtt.sample(0.8)
    assert rtt.rto == pytest.approx(0.45 + 4 * (0.2 * 0.75 + 0.4 * 0.25))


def test_the_time_out_has_bounds_and_doubles():
    rtt = RttEstimator()
    for _ in range(50):
        rtt.sample(0.001)
    assert rtt.rto == MIN_RTO
    rtt.back_off()
    rtt.back_off()
    assert rtt.rto == 4 * MIN_RTO
    for _ in range(50):
        rtt.back_off()
    assert rtt.rto == MAX_RTO
    assert rtt.stalled
    rtt.progress(sampled=False)
    assert rtt.rto == 4 * MIN_RTO
    assert not rtt.stalled
    assert rtt.patience == MIN_RTO
    rtt.progress(sampled=True)
    assert rtt.rto == MIN_RTO


def test_the_window_starts_at_ten_segments_and_doubles_every_round():
    control = NewReno(1000)
    assert control.window == 10_000
    control.acknowledged(10_000, 10_000)
    assert control.window == 20_000


def test_a_loss_halves_once_and_growth_is_then_linear():
    control = NewReno(1000)
    control.acknowledged(10_000, 10_000)
    control.lost(20_000, 30_000)
    control.lost(20_000, 30_000)
    assert control.window == 10_000
    assert control.recovering
    control.acknowledged(5_000, 20_000)
    assert control.window == 10_000
    control.acknowledged(10_000, 30_000)
    assert not control.recovering
    assert control.window == 11_000


def test_a_time_out_begins_again_with_one_segment():
    control = NewReno(1000)
    control.timed_out(40_000)
    assert control.window == 1000
    control.acknowledged(1000, 1000)
    assert control.window == 2000
    for _ in range(8):
        control.acknowledged(control.window, 5000)
    assert control.window > 20_000
    control.lost(2_000, 9_000)
    assert control.window == 2_000


def test_an_old_window_is_forgotten():
    control = NewReno(1000)
    for _ in range(5):
        control.acknowledged(control.window, 0)
    control.idle()
    assert control.window == 10_000
