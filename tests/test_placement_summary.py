"""Counts, quantiles and the trend, from columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placement.summary import MAX_FRONT_ENDS, Rows, rank, summarise
from placement.values import WINDOWS
from tests.placement_support import FRONT_END, NOW, series

HOUR = next(window for window in WINDOWS if window.name == "1h")


def rows(*spans, lost=None):
    """Each span: (series, age in seconds, milliseconds)."""
    ids = {each: number for number, each in enumerate(dict.fromkeys(s for s, _, _ in spans), 3)}
    return Rows(
        at_s=np.array([NOW - age for _, age, _ in spans], dtype=np.int64),
        series=np.array([ids[each] for each, _, _ in spans], dtype=np.int64),
        duration_us=np.array([ms * 1000 for _, _, ms in spans], dtype=np.int64),
        meaning={number: each for each, number in ids.items()},
        lost=lost or {},
        newest_s=NOW if spans else None,
    )


def test_an_empty_store_gives_an_empty_summary():
    found = summarise(rows(), HOUR, NOW)
    assert (found.newest_s, found.prompts, found.environments, found.front_ends) == (
        None,
        0,
        (),
        (),
    )
    assert found.trend.lines == ()


def test_quantiles_are_latencies_that_somebody_had():
    found = summarise(rows(*((series(), 1, ms) for ms in range(100, 0, -1))), HOUR, NOW)
    (total,) = found.environments[0].stages
    assert (total.count, total.p50, total.p90, total.p99) == (100, 50.0, 90.0, 99.0)


def test_one_span_is_all_its_quantiles():
    (route,) = summarise(rows((series(), 1, 7)), HOUR, NOW).environments
    assert (route.stages[0].p50, route.stages[0].p99) == (7.0, 7.0)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=200), st.sampled_from([0.5, 0.9, 0.99]))
def test_the_nearest_rank_is_the_inverse_of_the_distribution(values, share):
    ordered = sorted(values)
    expected = np.quantile(ordered, share, method="inverted_cdf")
    assert ordered[rank(share, len(ordered))] == expected


def test_held_prompts_are_counted_by_reason_and_kept_out_of_the_quantiles():
    found = summarise(
        rows(
            (series(), 1, 10),
            (series(outcome="tunnel_down"), 1, 90_000),
            (series(outcome="tunnel_down", stage="tag"), 1, 1),
            (series(outcome="busy"), 1, 90_000),
        ),
        HOUR,
        NOW,
    )
    (route,) = found.environments
    assert route.held == {"tunnel_down": 1, "busy": 1}
    assert (route.prompts, found.prompts) == (1, 3)
    assert [stage.p99 for stage in route.stages] == [10.0]


def test_an_environment_where_everything_was_held_is_still_shown():
    (route,) = summarise(rows((series(outcome="busy"), 1, 5)), HOUR, NOW).environments
    assert (route.prompts, route.held, route.stages) == (0, {"busy": 1}, ())


def test_front_ends_of_one_environment_are_joined_and_also_shown_apart():  # D7
    other = "f" * 32
    found = summarise(
        rows(
            (series(), 1, 10),
            (series(front_end=other), 5, 30),
            (series(front_end=other), 9, 50),
            lost={other: 2},
        ),
        HOUR,
        NOW,
    )
    assert found.environments[0].prompts == 3
    assert [(end.id, end.lost, end.newest_s) for end in found.front_ends] == [
        (other, 2, NOW - 5),
        (FRONT_END, 0, NOW - 1),
    ]
    assert found.front_ends[0].routes[0].stages[0].p50 == 30.0


def test_variants_and_models_are_never_mixed():
    found = summarise(
        rows(
            (series(), 1, 10),
            (series(variant="public"), 1, 20),
            (series(model="n"), 1, 30),
        ),
        HOUR,
        NOW,
    )
    assert len(found.environments) == 3


def test_stages_come_in_the_order_a_person_meets_them():
    stages = ("total", "hold", "tag", "first_token", "detection", "tunnel", "classification")
    found = summarise(rows(*((series(stage=stage), 1, 1) for stage in stages)), HOUR, NOW)
    assert [stage.stage for stage in found.environments[0].stages] == [
        "tag", "detection", "classification", "tunnel", "first_token", "hold", "total",
    ]  # fmt: skip


def test_the_trend_has_one_median_per_bin_and_gaps_where_nothing_was():
    found = summarise(rows((series(), 0, 10), (series(), 0, 30), (series(), 1800, 5)), HOUR, NOW)
    (line,) = found.trend.lines
    assert len(line.p50) == len(found.trend.starts_s) == 12
    assert line.p50[-1] == 10.0
    assert [ms for ms in line.p50 if ms is not None] == [5.0, 10.0]
    assert found.trend.starts_s[-1] <= NOW < found.trend.starts_s[-1] + found.trend.bin_s


def test_the_page_lists_the_busiest_front_ends_and_counts_the_rest():
    spans = [(series(front_end=f"{n:032x}"), 1, 1) for n in range(MAX_FRONT_ENDS + 5)]
    found = summarise(rows(*spans, (series(front_end="f" * 32), 1, 1), *spans[-1:]), HOUR, NOW)
    assert len(found.front_ends) == MAX_FRONT_ENDS
    assert found.more_front_ends == 6
    assert found.front_ends[0].id == f"{MAX_FRONT_ENDS + 4:032x}"


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.name)
def test_every_window_has_a_sane_number_of_points(window):
    assert window.seconds % window.bin_seconds == 0
    assert 12 <= window.seconds // window.bin_seconds <= 30
