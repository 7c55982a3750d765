"""What is being measured: an engine that judges one text, and our detectors as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from companion import sensitivity
from companion.detectors import DetectorError
from companion.judging import Judgement, Rules, Tools
from companion.values import Finding


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine made of a text.

    Attributes:
        findings: Every finding, also those that a decision would no longer need.
        level: The level of sensitivity, 0 to 1.
        milliseconds: What judging took.
        failed: Whether a detector gave up; the level is then 1, as in a decision.
    """

    findings: tuple[Finding, ...]
    level: float
    milliseconds: float
    failed: bool = False


class Engine(Protocol):
    """Judges texts, one at a time."""

    @property
    def model_id(self) -> str:
        """Names exactly what judges."""

    def judge(self, text: str) -> Judged:
        """Judge a text; a failure is a result, not an exception."""


class ToolsEngine:
    """Our detectors under a policy's rules.

    The criteria of eligibility take no part: they say what needs no classification, and here
    it is the classification that is measured.

    Args:
        tools: The loaded detectors.
        rules: What policy asks of them.
        now: Clock in seconds.
    """

    def __init__(self, tools: Tools, rules: Rules, now: Callable[[], float]) -> None:
        self._tools = tools
        self._rules = rules
        self._now = now

    @property
    def model_id(self) -> str:
        """Names exactly what judges."""
        return self._tools.model_id

    def judge(self, text: str) -> Judged:
        """Return the level and the time of a decision, and the findings of a full reading.

        A decision stops where its outcome is settled, and so need not find all there is.
        """
        decided = self.decide(text)
        if decided.failed:
            return decided
        try:
            rules = msgspec.structs.replace(self._rules, thorough=True)
            found = self._tools.judge(text, rules).findings
        except DetectorError:
            return decided
        return msgspec.structs.replace(decided, findings=found)

    def decide(self, text: str) -> Judged:
        """Judge a text as a decision does; where a detector gives up it counts as secured."""
        started = self._now()
        try:
            judgement = self._tools.judge(text, self._rules)
            level = self._level(judgement)
        except DetectorError:
            spent = (self._now() - started) * 1_000
            return Judged(findings=(), level=1.0, milliseconds=spent, failed=True)
        spent = (self._now() - started) * 1_000
        return Judged(findings=judgement.findings, level=level, milliseconds=spent)

    def _level(self, judgement: Judgement) -> float:
        assessed = sensitivity.assess(
            judgement.findings,
            judgement.probability,
            threshold=0.0,  # the level does not depend on it
            weights=self._rules.weights,
            categories=judgement.categories,
        )
        return assessed.level
