"""What the page says about a window of latency spans: counts, quantiles, a trend.

Pure: columns in, plain values out. Quantiles are nearest-rank (Hyndman and Fan, type 1),
so each number on the page is a latency that somebody really had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from companion.otlp import OK, STAGES
from placement.values import Series, Window

QUANTILES: Final = (0.5, 0.9, 0.99)
_DURATION_BITS: Final = 37
Ints = npt.NDArray[np.int64]


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """Spans of a window as columns, and what their series ids mean.

    Attributes:
        at_s: Begin of each span, seconds since the epoch.
        series: Series id of each span.
        duration_us: Duration of each span, microseconds.
        meaning: Series id to series.
        lost: Samples that each front end says it lost, ever.
        newest_s: Begin of the newest span in the store, or None where it is empty.
        cut: Whether the window holds more spans than were read; the newest were.
    """

    at_s: Ints
    series: Ints
    duration_us: Ints
    meaning: dict[int, Series]
    lost: dict[str, int]
    newest_s: int | None
    cut: bool = False


class StageSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Latency of one stage in milliseconds, over prompts that were answered."""

    stage: str
    count: int
    p50: float
    p90: float
    p99: float


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One environment as the page shows it, for everybody or for one front end.

    Attributes:
        environment: Its name.
        variant: `public` or `secured`.
        model: The model's name.
        prompts: Prompts that were answered.
        held: Prompts that were held, by reason.
        stages: Latency of each stage that was measured.
    """

    environment: str
    variant: str
    model: str
    prompts: int
    held: dict[str, int]
    stages: tuple[StageSummary, ...]


class FrontEnd(msgspec.Struct, frozen=True, kw_only=True):
    """One installation: when it was last heard, what it lost, and its routes."""

    id: str
    newest_s: int
    lost: int
    routes: tuple[Route, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The median total of one environment over time; None where there was no prompt."""

    environment: str
    variant: str
    p50: tuple[float | None, ...]


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """The plot: the begin of each bin (seconds since the epoch), and one line each."""

    starts_s: tuple[int, ...]
    bin_s: int
    lines: tuple[Line, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page shows.

    Attributes:
        window: The window's name.
        until_s: Its end.
        newest_s: The newest span in the whole store, or None where it is empty.
        prompts: Prompts in the window, held ones included.
        environments: Routes of all front ends together.
        front_ends: Routes of each front end, the busiest first.
        more_front_ends: How many front ends there are beyond those shown.
        cut: Whether only the newest spans of the window were counted.
        trend: The plot.
    """

    window: str
    until_s: int
    newest_s: int | None
    prompts: int
    environments: tuple[Route, ...]
    front_ends: tuple[FrontEnd, ...]
    more_front_ends: int
    cut: bool
    trend: Trend


MAX_FRONT_ENDS: Final = 100
"""The page lists this many front ends, the busiest first, and says how many more there are."""


class _Groups:
    """Series ids joined into groups, and the durations of each group in order."""

    def __init__(self, rows: Rows, key: Callable[[Series], tuple[str, ...]]) -> None:
        self.keys: list[tuple[str, ...]] = []
        places: dict[tuple[str, ...], int] = {}
        group_of = np.zeros(max(rows.meaning, default=0) + 1, dtype=np.int64)
        for number, series in rows.meaning.items():
            name = key(series)
            if name not in places:
                places[name] = len(places)
                self.keys.append(name)
            group_of[number] = places[name]
        self._durations, self._bounds = _sorted_by(
            group_of[rows.series], rows.duration_us, len(self.keys)
        )

    def counts(self) -> dict[tuple[str, ...], int]:
        """Return how many spans each group has; groups without any are left out."""
        sizes = np.diff(self._bounds)
        return {name: int(size) for name, size in zip(self.keys, sizes, strict=True) if size}

    def quantiles(self, place: int) -> tuple[float, ...]:
        """Return the quantiles of one group, in milliseconds."""
        low, high = int(self._bounds[place]), int(self._bounds[place + 1])
        return tuple(
            float(self._durations[low + rank(share, high - low)]) / 1000 for share in QUANTILES
        )


def rank(share: float, count: int) -> int:
    """Return the place of a nearest-rank quantile among `count` ordered values."""
    return max(0, min(count - 1, int(np.ceil(round(share * count, 9))) - 1))


def summarise(rows: Rows, window: Window, now_s: int) -> Summary:
    """Return what the page shows for a window that ends now."""
    routes = _routes(rows, lambda _: "")
    by_front_end = _routes(rows, lambda series: series.front_end)
    front_ends = _front_ends(rows, by_front_end)
    environments = tuple(routes.get("", ()))
    return Summary(
        window=window.name,
        until_s=now_s,
        newest_s=rows.newest_s,
        prompts=sum(route.prompts + sum(route.held.values()) for route in environments),
        environments=environments,
        front_ends=front_ends[:MAX_FRONT_ENDS],
        more_front_ends=max(0, len(front_ends) - MAX_FRONT_ENDS),
        cut=rows.cut,
        trend=_trend(rows, window, now_s),
    )


def _routes(rows: Rows, owner: Callable[[Series], str]) -> dict[str, tuple[Route, ...]]:
    """Return the routes of each owner, the busiest first."""
    groups = _Groups(
        rows, lambda s: (owner(s), s.environment, s.variant, s.model, s.outcome, s.stage)
    )
    counts = groups.counts()
    held: dict[tuple[str, ...], Counter[str]] = {}
    stages: dict[tuple[str, ...], dict[str, StageSummary]] = {}
    for place, key in enumerate(groups.keys):
        if key not in counts:
            continue
        *route, outcome, stage = key
        if outcome == OK:
            p50, p90, p99 = groups.quantiles(place)
            stages.setdefault(tuple(route), {})[stage] = StageSummary(
                stage=stage, count=counts[key], p50=p50, p90=p90, p99=p99
            )
        elif stage == "total":
            held.setdefault(tuple(route), Counter())[outcome] += counts[key]
    found: dict[str, list[Route]] = {}
    for key in sorted(stages.keys() | held.keys()):
        route_stages = stages.get(key, {})
        total = route_stages.get("total")
        found.setdefault(key[0], []).append(
            Route(
                environment=key[1],
                variant=key[2],
                model=key[3],
                prompts=total.count if total else 0,
                held=dict(held.get(key, {})),
                stages=tuple(route_stages[s] for s in STAGES if s in route_stages),
            )
        )
    return {name: tuple(sorted(each, key=_busiest)) for name, each in found.items()}


def _busiest(route: Route) -> tuple[int, str, str, str]:
    return (-route.prompts, route.environment, route.variant, route.model)


def _front_ends(rows: Rows, routes: dict[str, tuple[Route, ...]]) -> tuple[FrontEnd, ...]:
    newest = _newest(rows)
    found = [
        FrontEnd(id=name, newest_s=newest[name], lost=rows.lost.get(name, 0), routes=each)
        for name, each in routes.items()
    ]
    return tuple(sorted(found, key=lambda one: (-sum(r.prompts for r in one.routes), one.id)))


def _newest(rows: Rows) -> dict[str, int]:
    last = np.zeros(max(rows.meaning, default=0) + 1, dtype=np.int64)
    np.maximum.at(last, rows.series, rows.at_s)
    newest: dict[str, int] = {}
    for number, series in rows.meaning.items():
        newest[series.front_end] = max(newest.get(series.front_end, 0), int(last[number]))
    return newest


def _trend(rows: Rows, window: Window, now_s: int) -> Trend:
    """Return the median total of each environment, bin by bin."""
    last = now_s - now_s % window.bin_seconds
    count = window.seconds // window.bin_seconds
    first = last - (count - 1) * window.bin_seconds
    lines: dict[tuple[str, str], list[int]] = {}
    for number, series in rows.meaning.items():
        if series.stage == "total" and series.outcome == OK:
            lines.setdefault((series.environment, series.variant), []).append(number)
    bins = (rows.at_s - first) // window.bin_seconds
    drawn = []
    for (environment, variant), numbers in sorted(lines.items()):
        mine = np.isin(rows.series, numbers) & (bins >= 0) & (bins < count)
        if mine.any():
            p50 = _medians(bins[mine], rows.duration_us[mine], count)
            drawn.append(Line(environment=environment, variant=variant, p50=p50))
    starts = tuple(range(first, last + 1, window.bin_seconds))
    return Trend(starts_s=starts, bin_s=window.bin_seconds, lines=tuple(drawn))


def _medians(bins: Ints, durations: Ints, count: int) -> tuple[float | None, ...]:
    ordered, bounds = _sorted_by(bins, durations, count)
    return tuple(
        float(ordered[low + rank(0.5, high - low)]) / 1000 if high > low else None
        for low, high in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
    )


def _sorted_by(groups: Ints, durations: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the durations ordered group by group, and where each group begins.

    Group and duration share one integer: sorting one array is many times faster than
    sorting by two keys. A day of microseconds fits into 37 bits.
    """
    packed = (groups << _DURATION_BITS) | durations
    packed.sort()
    bounds = np.searchsorted(packed, np.arange(count + 1) << _DURATION_BITS)
    return packed & ((1 << _DURATION_BITS) - 1), bounds
