"""What is being measured: an engine that judges one text, and our detectors as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from companion import sensitivity
from companion.detectors import DetectorError
from companion.policy import Policy
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


class Tools(Protocol):
    """The loaded detectors and the classifier (`companion.tools.Tools`)."""

    @property
    def model_id(self) -> str:
        """Names the exact models and detectors."""

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the findings; raises `DetectorError` and nothing else."""

    def probability(self, text: str) -> float:
        """Return the probability that a text is sensitive."""


class ToolsEngine:
    """Our detectors under a policy.

    The criteria of eligibility do not take part: they say what needs no classification,
    and here it is the classification that is measured.

    Args:
        tools: The loaded detectors.
        policy: Its weights and threshold shape the level.
        now: Clock in seconds.
    """

    def __init__(self, tools: Tools, policy: Policy, now: Callable[[], float]) -> None:
        self._tools = tools
        self._policy = policy
        self._now = now

    @property
    def model_id(self) -> str:
        """Names exactly what judges."""
        return self._tools.model_id

    def judge(self, text: str) -> Judged:
        """Judge a text; where a detector gives up it counts as secured."""
        started = self._now()
        try:
            findings = self._tools.find(text)
            level = self._level(findings, self._tools.probability(text))
        except DetectorError:
            spent = (self._now() - started) * 1_000
            return Judged(findings=(), level=1.0, milliseconds=spent, failed=True)
        spent = (self._now() - started) * 1_000
        return Judged(findings=findings, level=level, milliseconds=spent)

    def decide(self, text: str) -> Judged:
        """Judge a text as a decision does, which need not read it to its end."""
        return self.judge(text)

    def _level(self, findings: tuple[Finding, ...], probability: float) -> float:
        assessed = sensitivity.assess(
            findings,
            probability,
            threshold=self._policy.threshold,
            weights=self._policy.all_weights,
        )
        return assessed.level
