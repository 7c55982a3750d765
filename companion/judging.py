"""What is asked of the detectors for one text, and what they answer."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

import msgspec

from companion.detectors import Detector
from companion.values import CategoryShare, Finding, Known


class Stage(enum.StrEnum):
    """Which stage settled a judgement."""

    RULES = "rules"
    """A verified finding: nothing that follows could lower the level."""
    LINEAR = "linear"
    """Nothing in the text asked for a closer look."""
    ENCODER = "encoder"
    """All of it was weighed together."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What policy and conversation add to a judgement.

    Attributes:
        weights: Policy's weight of each kind.
        detectors: Policy's own detectors.
        keep: Returns those findings in a text that policy lets count.
        names: Whether the encoder looks for names; its opinion of the wording always counts.
        known: What earlier turns told.
        enough: A probability that needs no further evidence; not below policy's threshold.
        thorough: Read all of it even where the outcome is settled.
        name: The same for the same rules and no others; without one nothing is remembered.
    """

    weights: Mapping[str, float] = MappingProxyType({})
    detectors: tuple[Detector, ...] = ()
    keep: Callable[[tuple[Finding, ...], str], tuple[Finding, ...]] = lambda found, _: found
    names: bool = True
    known: tuple[Known, ...] = ()
    enough: float = 0.95
    thorough: bool = False
    name: str = ""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What the cascade made of one text.

    Attributes:
        findings: Sorted, with offsets in the text as it was given.
        probability: That it is sensitive; calibrated.
        categories: How likely each category is, where the encoder was asked.
        stage: What settled it.
    """

    findings: tuple[Finding, ...]
    probability: float
    categories: tuple[CategoryShare, ...] = ()
    stage: Stage = Stage.ENCODER


class Tools(Protocol):
    """The detectors and models, loaded."""

    @property
    def model_id(self) -> str:
        """Names the models and detectors, so that a Decision can cite them."""

    def judge(self, text: str, rules: Rules) -> Judgement:
        """Judge one text; raises `DetectorError` and nothing else."""
