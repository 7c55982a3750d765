"""What detection is meant to reach, and whether the results do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from benchmarks.detect.engines import BASELINE, OURS

Figures = dict[str, Any]
"""The figures of every part that was measured, by the part's name."""


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """One aim.

    Attributes:
        what: The measure, for people.
        want: The aim, for people.
        figure: The figure of an engine; KeyError where it was not measured.
        reached: Whether our figure reaches the aim.
        shown: The figure for people.
        peer: Which engine stands beside ours; empty for none.
    """

    what: str
    want: str
    figure: Callable[[Figures, str], Any]
    reached: Callable[[Any], bool]
    shown: Callable[[Any], str] = lambda value: f"{value:.3f}"
    peer: str = BASELINE


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An aim with what was measured; `reached` is None where it was not measured."""

    what: str
    baseline: str
    want: str
    ours: str
    reached: bool | None


def lines(figures: Figures) -> list[Line]:
    """Return every aim with its figures."""
    return [_line(aim, figures) for aim in ALL]


def _line(aim: Aim, figures: Figures) -> Line:
    try:
        ours = aim.figure(figures, OURS)
        reached: bool | None = aim.reached(ours)
        said = aim.shown(ours)
    except (KeyError, TypeError):
        reached, said = None, "not measured"
    try:
        baseline = aim.shown(aim.figure(figures, aim.peer)) if aim.peer else ""
    except (KeyError, TypeError):
        baseline = "not measured"
    if aim.peer not in {"", BASELINE}:
        baseline += f" ({aim.peer})"
    return Line(what=aim.what, baseline=baseline, want=aim.want, ours=said, reached=reached)


def _real(figures: Figures, engine: str) -> Any:
    return figures["prompts"]["real_against_ordinary"][engine]


def _units(figures: Figures, engine: str) -> tuple[float, float]:
    """Return unit recall and the false positives that go with it.

    Ours is read where at most one ordinary prompt in ten is flagged, and counts only units
    in prompts that are judged sensitive there. A peer has one working point.
    """
    found = _real(figures, engine)
    if engine == OURS:
        point = found["recall_at_10_percent"]
        at_ten = found["units_at_10_percent"]
        return at_ten["covered_in_prompts_judged_sensitive"], point["false_positive_rate"]
    point = found["at_policy_threshold"]
    return found["units"]["covered"], point["false_positive_rate"]


def _shipped(figures: Figures, engine: str) -> tuple[float, float]:
    found = _real(figures, engine)["at_policy_threshold"]
    return found["false_positive_rate"], found["recall"]


def _secrets(figures: Figures, engine: str) -> tuple[float, float]:
    found = figures["credentials"]["creddata_without_uuid"][engine]
    return found["f1"], found["false_positive_rate"]


def _ms(figures: Figures, engine: str, length: str, quantile: str) -> float:
    value: float = figures["latency"]["engines"][engine]["ms"][length][quantile]
    return value


def _faster(length: str, times: float) -> Aim:
    def figure(figures: Figures, engine: str) -> float:
        return _ms(figures, BASELINE, length, "p50") / _ms(figures, engine, length, "p50")

    return Aim(
        what=f"times faster than Presidio + sm, p50 at {int(length):,} characters",
        want=f"≥ {times:g}",
        figure=figure,
        reached=lambda value: value >= times,
        shown=lambda value: f"{value:.1f}",
    )


def _within(length: str, milliseconds: float) -> Aim:
    return Aim(
        what=f"p99 at {int(length):,} characters, ms",
        want=f"≤ {milliseconds:g}",
        figure=lambda figures, engine: _ms(figures, engine, length, "p99"),
        reached=lambda value: value <= milliseconds,
        shown=lambda value: f"{value:.1f}",
    )


def _engine(what: str, want: str, key: str, most: float) -> Aim:
    return Aim(
        what=what,
        want=want,
        figure=lambda figures, engine: figures["latency"]["engines"][engine][key],
        reached=lambda value: value <= most,
        shown=lambda value: f"{value:g}",
    )


def _pair(first: str, second: str) -> Callable[[tuple[float, float]], str]:
    return lambda pair: f"{first.format(pair[0])} {second.format(pair[1])}"


ALL = (
    Aim(
        what="Presidio's SpanEvaluator, F2, held-out templates",
        want="≥ 0.94",
        figure=lambda f, e: f["entities"]["synth_dataset_v2"][e]["span_evaluator"]["labelled"][
            "f2"
        ],
        reached=lambda value: value >= 0.94,
    ),
    Aim(
        what="AmbientMeta, F1 over all types",
        want="≥ 0.65",
        figure=lambda f, e: f["entities"]["ambientmeta"][e]["all"]["f1"],
        reached=lambda value: value >= 0.65,
    ),
    Aim(
        what="real prompts: share of sensitive phrases covered, at ≤ 10 % false positives",
        want="≥ 0.85",
        figure=_units,
        reached=lambda pair: pair[0] >= 0.85 and pair[1] <= 0.10,
        shown=_pair("{:.3f}", "at {:.1%}"),
    ),
    Aim(
        what="real private prompts against ordinary ones, F1",
        want="≥ 0.90",
        figure=lambda f, e: _real(f, e)["at_policy_threshold"]["f1"],
        reached=lambda value: value >= 0.90,
    ),
    Aim(
        what="real private prompts, recall at 5 % false positives on ordinary ones",
        want="≥ 0.90",
        figure=lambda f, e: _real(f, e)["recall_at_5_percent"]["recall"],
        reached=lambda value: value >= 0.90,
    ),
    Aim(
        what="false positives on ordinary prompts at the shipped threshold, recall ≥ 0.85",
        want="≤ 5 %",
        figure=_shipped,
        reached=lambda pair: pair[0] <= 0.05 and pair[1] >= 0.85,
        shown=_pair("{:.1%}", "at recall {:.3f}"),
    ),
    Aim(
        what="work messages, F1",
        want="≥ 0.80",
        figure=lambda f, e: f["prompts"]["messages"][e]["f1"],
        reached=lambda value: value >= 0.80,
    ),
    Aim(
        what="secrets in unseen repositories, F1 and false positives",
        want="≥ 0.90, ≤ 5 %",
        figure=_secrets,
        reached=lambda pair: pair[0] >= 0.90 and pair[1] <= 0.05,
        shown=_pair("{:.3f}", "at {:.1%}"),
        peer="detect-secrets",
    ),
    Aim(
        what="calibration error on held-out prompts",
        want="≤ 0.05",
        figure=lambda f, e: _real(f, e)["ece"],
        reached=lambda value: value <= 0.05,
        peer="",
    ),
    Aim(
        what="obfuscation grid, recall",
        want="≥ 0.90",
        figure=lambda f, e: f["evasion"][e]["recall"],
        reached=lambda value: value >= 0.90,
    ),
    _faster("200", 4),
    _faster("2000", 4),
    _faster("20000", 6),
    _within("200", 15),
    _within("2000", 50),
    _within("20000", 350),
    _engine("load, s", "≤ 0.5", "load_s", 0.5),
    _engine("peak resident memory of a worker, MB", "≤ 200", "peak_rss_mb", 200),
    Aim(
        what="model files, MB",
        want="≤ 40",
        figure=lambda f, _: f["latency"]["model_files_mb"]["all"],
        reached=lambda value: value <= 40,
        shown=lambda value: f"{value:.1f}",
        peer="",
    ),
)
