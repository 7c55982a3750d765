"""Hostile texts: each part stays linear in them, and every decision comes in time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest
from core_cases import WordTools

from companion import normalize, pipeline, policy, views
from companion.detectors import DetectorError
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.settings import Settings
from companion.stretches import Source
from companion.tools import Tools, load_tools
from companion.values import Decision, PromptText, Reason, Request, Variant
from companion.workers import WorkerPool
from tests.adversarial.texts import MAKERS

DETECTORS = (PatternDetector(), SecretDetector(), TermDetector())
SHORT, LONG = 2_500, 10_000
LEEWAY = 0.03
DEADLINE = Settings().deadline_ms / 1000


def parts(text: str) -> dict[str, Callable[[], object]]:
    plain = normalize.normalise(text)
    source = Source(plain.text)
    return {
        "normalise": lambda: normalize.normalise(text),
        "views": lambda: views.derive(text, plain),
        **{name: lambda f=f: list(f(source)) for name, f in views.DECODERS.items()},
        **{each.name: lambda each=each: each.find(plain.text) for each in DETECTORS},
    }


def seconds(work: Callable[[], object]) -> float:
    best = 10.0
    for _ in range(2):
        started = time.process_time()
        with contextlib.suppress(DetectorError):  # given up on, which is an answer
            work()
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize("name", MAKERS)
def test_no_part_takes_more_than_linear_time(name):  # R13
    short, long = parts(MAKERS[name](SHORT)), parts(MAKERS[name](LONG))
    for part, work in long.items():
        assert seconds(work) < 3 * (LONG / SHORT) * seconds(short[part]) + LEEWAY, part


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools()


def decided(tools: pipeline.Tools, text: str, rules: str = "") -> Decision:
    asked = Request(id="hostile", prompt=PromptText(text))
    return pipeline.decide(asked, policy.parse(rules), tools, lambda: 0.0)[0]


@pytest.mark.slow
@pytest.mark.system
@pytest.mark.parametrize("name", MAKERS)
def test_a_hostile_text_is_decided_in_a_fraction_of_the_deadline_or_refused(tools, name):  # R13
    started = time.process_time()
    decision = decided(tools, MAKERS[name](20_000))
    assert time.process_time() - started < DEADLINE / 2
    if Reason.DETECTOR_FAILED in decision.reasons:
        assert decision.variant is Variant.SECURED
    assert all(finding.end <= 20_000 for finding in decision.findings)


def test_a_text_over_the_cap_is_secured_without_a_look():  # R4
    class Blind(WordTools):
        def judge(self, text, rules):
            raise AssertionError("it was looked at")

    decision = decided(Blind(), "a" * 10_000_000)
    assert (decision.variant, decision.reasons) == (Variant.SECURED, (Reason.TOO_LONG,))


@pytest.mark.system
async def test_what_overruns_in_a_real_worker_is_secured_in_time():  # R4 R13
    text = MAKERS["random symbols"](2_000_000)
    widest = policy.parse("[eligibility.length]\nmax_characters = 2000000\n")
    pool = WorkerPool(size=1, deadline=0.5)
    pool.start()
    try:
        await pool.decide(Request(id="warm", prompt=PromptText("hello")), widest)
        started = time.monotonic()
        asked = Request(id="huge", prompt=PromptText(text))
        decision, _ = await pool.decide(asked, widest)
        assert time.monotonic() - started < 2.0
    finally:
        await pool.close()
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.DETECTOR_TIMEOUT,)
