"""Hostile texts against the workers: does every decision come within the deadline?

Every text of `tests.adversarial.texts` at several lengths goes through a real pool of workers
with the deadline of the settings, as the daemon's requests do. Beside the times stands what
was decided: whatever overran or was refused must have been secured. Where the time goes, by
stage and of all stages and models, is measured as processor time in this process, which other
work on the machine changes little.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.samples import quantiles
from companion import normalize, policy, views
from companion.detectors import DetectorError
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.settings import Settings
from companion.tools import load_tools
from companion.values import Decision, PromptText, Reason, Request, Variant
from companion.workers import WorkerPool
from tests.adversarial.texts import MAKERS

LENGTHS = (2_000, 20_000, 100_000)
HUGE = 10_000_000
"""Over every cap."""
LARGEST = 2_000_000
"""The highest cap that a policy can set; tried under that policy."""
STAGED = 20_000
WORST = 8
_FAILURES = {Reason.DETECTOR_FAILED, Reason.DETECTOR_LOST, Reason.DETECTOR_TIMEOUT}
_WIDEST = f"[eligibility.length]\nmax_characters = {LARGEST}\n"


def run() -> dict[str, Any]:
    """Return the times and outcomes by length, of huge texts, and the time by stage."""
    return asyncio.run(_pooled()) | {"by_stage_ms": stages()}


async def _pooled() -> dict[str, Any]:
    settings = Settings()
    pool = WorkerPool(size=1, deadline=settings.deadline_ms / 1000)
    pool.start()
    try:
        await _decided(pool, "hello")
        figures: dict[str, Any] = {"deadline_ms": settings.deadline_ms}
        for length in LENGTHS:
            figures[str(length)] = await _length(pool, length)
        figures[str(LARGEST)] = await _length(pool, LARGEST, rules=_WIDEST, names=_HUGE)
        figures[str(HUGE)] = await _length(pool, HUGE, names=_HUGE)
    finally:
        await pool.close()
    return figures


_HUGE = ("one token", "digits and spaces", "base 64 of base 64", "percent-encoding", "a log")


async def _length(
    pool: WorkerPool, length: int, *, rules: str = "", names: tuple[str, ...] = tuple(MAKERS)
) -> dict[str, Any]:
    times: dict[str, float] = {}
    outcomes: Counter[str] = Counter()
    astray = 0
    for name in names:
        text = MAKERS[name](length)
        decision, times[name] = await _decided(pool, text, rules)
        outcomes[_outcome(decision)] += 1
        failed = bool(_FAILURES & set(decision.reasons))
        astray += failed and decision.variant is not Variant.SECURED
    worst = sorted(times, key=lambda name: -times[name])[:WORST]
    return quantiles(list(times.values())) | {
        "worst_ms": {name: round(times[name], 1) for name in worst},
        "outcomes": dict(sorted(outcomes.items())),
        "failed_and_not_secured": astray,
    }


async def _decided(pool: WorkerPool, text: str, rules: str = "") -> tuple[Decision, float]:
    asked = Request(id="adversarial", prompt=PromptText(text))
    active = policy.parse(rules)
    started = time.perf_counter()
    decision, _ = await pool.decide(asked, active)
    return decision, (time.perf_counter() - started) * 1000


def _outcome(decision: Decision) -> str:
    return f"{decision.variant}: {', '.join(decision.reasons)}"


def stages() -> dict[str, dict[str, float]]:
    """Return the milliseconds of the whole cascade and of its first stages, slowest first."""
    detectors, tools = (PatternDetector(), SecretDetector(), TermDetector()), load_tools()
    found = {}
    for name, make in MAKERS.items():
        text = make(STAGED)
        whole = {"the whole cascade": _timed(partial(tools.judge, text))}
        found[name] = whole | _stages(text, detectors)
    times = [each["the whole cascade"] for each in found.values()]
    slowest = sorted(found, key=lambda name: -found[name]["the whole cascade"])[: 2 * WORST]
    return {"all texts": quantiles(times)} | {name: found[name] for name in slowest}


def _stages(text: str, detectors: tuple[Any, ...]) -> dict[str, float]:
    plain = normalize.normalise(text)
    figures = {
        "normalise": _timed(lambda: normalize.normalise(text)),
        "views": _timed(lambda: views.derive(text, plain)),
    }
    for each in detectors:
        figures[each.name] = _timed(partial(each.find, plain.text))
    derived = views.derive(text, plain).views
    figures["detectors on views"] = _timed(
        lambda: [each.find(view.text) for view in derived for each in detectors]
    )
    return figures


def _timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time of the better of two tries."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        with contextlib.suppress(DetectorError):
            work()
        best = min(best, time.process_time() - started)
    return round(best * 1000, 1)
