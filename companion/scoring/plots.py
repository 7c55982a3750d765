"""Plots as SVG, written by hand: few marks, direct labels, colours from the page.

A plot's colours are classes that a style sheet gives (`STYLE` for a plot that stands
alone), so that one file serves light and dark.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any, Final

import msgspec

from companion.scoring.prompts import Point

STYLE: Final = """
text { font: 12px system-ui, sans-serif; fill: #5a6360; }
.ink { fill: #1c1f1e; } .strong { fill: #0f766e; font-weight: 600; }
.axis { stroke: #b9c1be; fill: none; } .grid { stroke: #eceeed; fill: none; }
.even { stroke: #9aa5a1; stroke-dasharray: 4 4; fill: none; }
.ours { stroke: #0f766e; stroke-width: 2; fill: none; }
.dot { fill: #0f766e; } .peer { fill: #5f6865; } .bar { fill: #0f766e; } .other { fill: #9aa5a1; }
.back { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
  text { fill: #a2aca8; } .ink { fill: #e8ecea; } .strong { fill: #5eead4; }
  .axis { stroke: #4a5350; } .grid { stroke: #252b29; } .even { stroke: #7a8581; }
  .ours { stroke: #5eead4; } .dot, .bar { fill: #5eead4; } .peer { fill: #a9b3af; }
  .other { fill: #5b6561; } .back { fill: #191d1c; }
}
"""
"""The same colours as the product's pages (tokens.css), for a plot in a file of its own."""

_LEFT, _TOP, _RIGHT, _BELOW = 56, 16, 16, 44


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The rectangle between the axes, both from 0 to 1."""

    width: int = 420
    height: int = 320

    def x(self, share: float) -> float:
        """Return the horizontal place of a share."""
        return round(_LEFT + share * (self.width - _LEFT - _RIGHT), 1)

    def y(self, share: float) -> float:
        """Return the vertical place of a share; 1 is at the top."""
        return round(self.height - _BELOW - share * (self.height - _BELOW - _TOP), 1)


def svg(body: Iterable[str], *, width: int, height: int, title: str, alone: bool = False) -> str:
    """Return a whole plot.

    Args:
        body: Its elements.
        width: In pixels.
        height: In pixels.
        title: What it shows, for those who do not see it.
        alone: Whether it is a file of its own and needs its own style.
    """
    style = f"<style>{STYLE}</style>" if alone else ""
    back = f'<rect class="back" width="{width}" height="{height}" rx="8"/>' if alone else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}">'
    )
    return "\n".join([head, f"<title>{escape(title)}</title>{style}{back}", *body, "</svg>"]) + "\n"


def text(x: float, y: float, words: str, *, anchor: str = "start", kind: str = "") -> str:
    """Return a piece of text."""
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{named}>{escape(words)}</text>'


def axes(frame: Frame, across: str, up: str) -> list[str]:
    """Return the grid, the axes and their labels."""
    parts = []
    for tick in range(0, 101, 25):
        share = tick / 100
        x, y = frame.x(share), frame.y(share)
        parts.append(f'<path class="grid" d="M{x} {frame.y(0)}V{frame.y(1)}"/>')
        parts.append(f'<path class="grid" d="M{frame.x(0)} {y}H{frame.x(1)}"/>')
        parts.append(text(x, frame.y(0) + 16, f"{share:g}", anchor="middle"))
        parts.append(text(frame.x(0) - 8, y + 4, f"{share:g}", anchor="end"))
    parts.append(f'<path class="axis" d="M{frame.x(0)} {frame.y(1)}V{frame.y(0)}H{frame.x(1)}"/>')
    parts.append(text(frame.x(0.5), frame.height - 8, across, anchor="middle"))
    middle = frame.y(0.5)
    parts.append(
        f'<text x="14" y="{middle:g}" text-anchor="middle" '
        f'transform="rotate(-90 14 {middle:g})">{escape(up)}</text>'
    )
    return parts


def line(frame: Frame, points: Sequence[tuple[float, float]], kind: str) -> str:
    """Return a line through points given as shares."""
    path = "L".join(f"{frame.x(x):g} {frame.y(y):g}" for x, y in points)
    return f'<path class="{kind}" d="M{path}"/>'


def dot(frame: Frame, x: float, y: float, kind: str, size: float = 4) -> str:
    """Return a dot at a point given as shares."""
    return f'<circle class="{kind}" cx="{frame.x(x):g}" cy="{frame.y(y):g}" r="{size:g}"/>'


def roc(
    points: Sequence[Point],
    *,
    name: str = "",
    chosen: Point | None = None,
    others: Sequence[tuple[str, float, float]] = (),
    alone: bool = False,
) -> str:
    """Return the ROC curve; peers that have no threshold are single points.

    Args:
        points: Our curve.
        name: Its label.
        chosen: The point at the policy's threshold.
        others: Name, false-positive rate and recall of each peer.
        alone: Whether it is a file of its own.
    """
    frame = Frame(width=560, height=420) if others else Frame()
    body = axes(frame, "ordinary prompts flagged", "sensitive prompts flagged")
    body.append(line(frame, [(0, 0), (1, 1)], "even"))
    body.append(line(frame, [(p.false_positives, p.recall) for p in points], "ours"))
    if chosen is not None:
        x, y = chosen.false_positives, chosen.recall
        body.append(dot(frame, x, y, "dot", 5))
        words = f"{name} at {chosen.threshold:.2f}".strip()
        body.append(text(frame.x(x) + 10, frame.y(y) + 16, words, kind="strong"))
    body += _labelled(frame, others)
    title = "Share of sensitive prompts flagged against share of ordinary prompts flagged"
    return svg(body, width=frame.width, height=frame.height, title=title, alone=alone)


def _labelled(frame: Frame, others: Sequence[tuple[str, float, float]]) -> list[str]:
    """Return dots with names; a name takes the first place beside its dot that is free.

    Peers at one point share its dot and stand behind each other.
    """
    body = [dot(frame, x, y, "peer") for _, x, y in others]
    names: dict[tuple[float, float], str] = {}
    for name, x, y in others:
        place = frame.x(x), frame.y(y)
        names[place] = f"{names[place]}, {name}" if place in names else name
    taken = [_Box(x - 5, y - 5, x + 5, y + 5) for x, y in names]
    whole = _Box(frame.x(0), frame.y(1), frame.x(1), frame.y(0) + 8)
    for (x, y), name in sorted(names.items()):
        places = [(_box(name, x, y, across, down), across, down) for across, down in _PLACES]
        free = [each for each in places if _is_free(each[0], whole, taken)]
        box, across, down = (free or places)[0]
        taken.append(box)
        anchor = "end" if across < 0 else "start"
        body.append(text(x + across, y + down, name, anchor=anchor, kind="ink"))
    return body


class _Box(msgspec.Struct, frozen=True):
    """A rectangle, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


_PLACES: Final = tuple(
    (across, down) for down in (4, -9, 17, -22, 30, -35, 43) for across in (9, -9)
)
"""Where a name may start, or end, from its dot."""


def _box(name: str, x: float, y: float, across: int, down: int) -> _Box:
    """Return about the room that a name takes beside its dot."""
    start = x + across - (6.8 * len(name) if across < 0 else 0)
    return _Box(start, y + down - 10, start + 6.8 * len(name), y + down + 3)


def _is_free(box: _Box, whole: _Box, taken: Iterable[_Box]) -> bool:
    inside = box.left >= whole.left and box.right <= whole.right
    inside = inside and box.top >= whole.top and box.bottom <= whole.bottom
    return inside and not any(
        box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
        for other in taken
    )


def reliability(bins: Sequence[dict[str, Any]], *, alone: bool = False) -> str:
    """Return the reliability diagram; a dot's area grows with how many prompts it stands for."""
    frame = Frame()
    body = axes(frame, "level", "share that is sensitive")
    body.append(line(frame, [(0, 0), (1, 1)], "even"))
    full = [each for each in bins if each["prompts"]]
    body.append(line(frame, [(each["level"], each["sensitive"]) for each in full], "ours"))
    most = max((each["prompts"] for each in full), default=1)
    for each in full:
        size = 3 + 7 * math.sqrt(each["prompts"] / most)
        body.append(dot(frame, each["level"], each["sensitive"], "dot", round(size, 1)))
    title = "What a level says against the share of prompts that are sensitive"
    return svg(body, width=frame.width, height=frame.height, title=title, alone=alone)


def thresholds(points: Sequence[Point], threshold: float) -> str:
    """Return recall and false positives over the threshold."""
    frame = Frame()
    ordered = [p for p in reversed(points) if p.threshold <= 1]
    body = axes(frame, "threshold", "share of prompts flagged")
    x = frame.x(threshold)
    body.append(f'<path class="even" d="M{x:g} {frame.y(0):g}V{frame.y(1):g}"/>')
    for words, share in _CURVES:
        line_points = [(p.threshold, share(p)) for p in ordered]
        if line_points:
            body.append(line(frame, line_points, "ours"))
            middle = min(line_points, key=lambda point: abs(point[0] - 0.3))
            at = frame.x(middle[0]) + 6
            body.append(text(at, frame.y(middle[1]) - 6, words, kind="ink"))
    title = "Share of sensitive and of ordinary prompts flagged, by threshold"
    return svg(body, width=frame.width, height=frame.height, title=title)


_CURVES: Final[tuple[tuple[str, Callable[[Point], float]], ...]] = (
    ("sensitive", lambda point: point.recall),
    ("ordinary", lambda point: point.false_positives),
)


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One bar: its label, its value, and whether it is ours."""

    name: str
    value: float
    ours: bool = False


def bars(groups: Sequence[tuple[str, Sequence[Bar]]], *, unit: str, alone: bool = False) -> str:
    """Return horizontal bars on a logarithmic scale, each with its value beside it.

    Args:
        groups: A heading and its bars; all values are positive.
        unit: What the values are.
        alone: Whether it is a file of its own.
    """
    values = [bar.value for _, members in groups for bar in members]
    low, high = math.log10(min(values, default=1) / 2), math.log10(max(values, default=1))
    left, right, width, y = 200, 80, 660, 8
    body: list[str] = []
    for heading, members in groups:
        y += 20
        body.append(text(8, y, heading, kind="ink"))
        for bar in members:
            y += 20
            share = (math.log10(bar.value) - low) / (high - low or 1)
            length = max(2.0, share * (width - left - right))
            kind, words = ("bar", "strong") if bar.ours else ("other", "")
            body.append(text(left - 8, y, bar.name, anchor="end", kind=words))
            body.append(
                f'<rect class="{kind}" x="{left}" y="{y - 11}" width="{length:.1f}" '
                'height="14" rx="2"/>'
            )
            value = f"{bar.value:.3g} {unit}" if bar.value < 100 else f"{bar.value:.0f} {unit}"
            body.append(text(left + length + 6, y, value, kind=words))
        y += 10
    title = f"{unit} on a logarithmic scale"
    return svg(body, width=width, height=y + 8, title=title, alone=alone)
