"""Prompt level: how well one number a prompt tells sensitive prompts from others."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from companion.scoring.spans import shares


class Scored(msgspec.Struct, frozen=True):
    """A prompt's level, 0 to 1, and whether it is sensitive."""

    level: float
    sensitive: bool


class Point(msgspec.Struct, frozen=True):
    """What a threshold gives: a prompt at or above it counts as sensitive."""

    threshold: float
    recall: float
    false_positives: float


def at_threshold(prompts: Sequence[Scored], threshold: float) -> dict[str, Any]:
    """Return counts and shares at one threshold."""
    hits = sum(p.sensitive and p.level >= threshold for p in prompts)
    alarms = sum(not p.sensitive and p.level >= threshold for p in prompts)
    sensitive = sum(p.sensitive for p in prompts)
    ordinary = len(prompts) - sensitive
    right = hits + ordinary - alarms
    return {
        "threshold": threshold,
        "true_positives": hits,
        "false_positives": alarms,
        "false_negatives": sensitive - hits,
        "true_negatives": ordinary - alarms,
        **shares(hits, sensitive, hits + alarms),
        "accuracy": round(right / len(prompts), 4) if prompts else 0.0,
        "false_positive_rate": round(alarms / ordinary, 4) if ordinary else 0.0,
    }


def curve(prompts: Sequence[Scored]) -> list[Point]:
    """Return the ROC curve, one point a distinct level, from the highest threshold down."""
    sensitive = sum(p.sensitive for p in prompts)
    ordinary = len(prompts) - sensitive
    points, hits, alarms = [Point(float("inf"), 0.0, 0.0)], 0, 0
    for level, group in _by_level(prompts):
        found = sum(group)
        hits, alarms = hits + found, alarms + len(group) - found
        points.append(Point(level, _share(hits, sensitive), _share(alarms, ordinary)))
    return points


def _by_level(prompts: Sequence[Scored]) -> Iterator[tuple[float, list[bool]]]:
    groups: dict[float, list[bool]] = {}
    for prompt in prompts:
        groups.setdefault(prompt.level, []).append(prompt.sensitive)
    yield from sorted(groups.items(), reverse=True)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def area(points: Sequence[Point]) -> float:
    """Return the area under the ROC curve by the trapezoid rule (ties count half)."""
    return sum(
        (after.false_positives - before.false_positives) * (after.recall + before.recall) / 2
        for before, after in itertools.pairwise(points)
    )


def recall_at(points: Sequence[Point], share: float) -> Point:
    """Return the point of highest recall whose false positives are at most `share`."""
    allowed = [point for point in points if point.false_positives <= share]
    return max(allowed, key=lambda point: (point.recall, point.threshold))


def best(prompts: Sequence[Scored]) -> dict[str, float]:
    """Return the highest F1 over all thresholds, and the threshold that gives it."""
    sensitive = sum(p.sensitive for p in prompts)
    hits = flagged = 0
    top, at = 0.0, 1.0
    for level, group in _by_level(prompts):
        hits, flagged = hits + sum(group), flagged + len(group)
        score = 2 * hits / (flagged + sensitive)
        if score > top:
            top, at = score, level
    return {"f1": round(top, 4), "threshold": at}


def summary(prompts: Sequence[Scored], threshold: float) -> dict[str, Any]:
    """Return everything about prompts; without both sorts of them, only what one allows."""
    points = curve(prompts)
    return {
        "at_policy_threshold": at_threshold(prompts, threshold),
        "auc": round(area(points), 4),
        "recall_at_1_percent": _named(recall_at(points, 0.01)),
        "recall_at_5_percent": _named(recall_at(points, 0.05)),
        "recall_at_10_percent": _named(recall_at(points, 0.10)),
        "best_f1": best(prompts),
        "curve": [_plain(point) for point in thinned(points)],
    }


def _plain(point: Point) -> tuple[float, float, float]:
    """Return a point as JSON can hold it: 2 stands for a threshold that nothing reaches."""
    threshold = min(point.threshold, 2.0)
    return threshold, round(point.recall, 4), round(point.false_positives, 4)


def thinned(points: Sequence[Point], most: int = 400) -> list[Point]:
    """Return at most about `most` points of a curve, the first and the last among them."""
    step = -(-len(points) // most) or 1
    return [*points[:-1:step], *points[-1:]]


def _named(point: Point) -> dict[str, float | None]:
    """Return a point as plain data; no prompt reaches an infinite threshold."""
    return {
        "recall": round(point.recall, 4),
        "false_positive_rate": round(point.false_positives, 4),
        "threshold": None if point.threshold == float("inf") else point.threshold,
    }
