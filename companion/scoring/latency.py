"""Latency: milliseconds by length of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

BORDERS: Final = (200, 500, 2_000, 20_000)
"""A text belongs to the first bucket whose length, in characters, it does not exceed."""


def percentile(samples: Iterable[float], share: float) -> float:
    """Return the smallest sample that at least `share` of all do not exceed (nearest rank)."""
    ordered = sorted(samples)
    rank = -int(-share * len(ordered) // 1)
    return ordered[max(0, rank - 1)]


def quantiles(samples: Iterable[float]) -> dict[str, Any]:
    """Return p50, p95 and p99, and how many there were; there must be one."""
    values = list(samples)
    return {
        **{f"p{n}": round(percentile(values, n / 100), 3) for n in (50, 95, 99)},
        "n": len(values),
    }


def bucket(length: int) -> str:
    """Return the name of a length's bucket."""
    low = 0
    for border in BORDERS:
        if length <= border:
            return f"{low}-{border}"
        low = border + 1
    return f"{low}+"


def by_length(samples: Iterable[tuple[int, float]]) -> dict[str, dict[str, Any]]:
    """Return quantiles of milliseconds by bucket, from pairs of length and milliseconds."""
    buckets: dict[str, list[float]] = {}
    for length, milliseconds in samples:
        buckets.setdefault(bucket(length), []).append(milliseconds)
    ordered = sorted(buckets.items(), key=lambda item: int(item[0].rstrip("+").split("-")[0]))
    return {name: quantiles(values) for name, values in ordered}
