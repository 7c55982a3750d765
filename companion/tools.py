"""The cascade: all detectors and models behind one face, cheap ones first.

Patterns, secrets and terms read the text and what is disguised in it; the linear model reads
its wording; the encoder reads those windows that this leaves open; the stack weighs it all
into one probability. A text that is clear early costs a tenth of one that is not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from companion import births, classifier, encoder, normalize, sensitivity, signals, views
from companion.backreference import refers_back
from companion.classifier import Classifier
from companion.detectors import Detector, DetectorError
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.encoder import Encoder, EncoderReading
from companion.judging import Judgement, Rules, Stage
from companion.merging import merge
from companion.normalize import View
from companion.stack import Stack
from companion.values import CategoryShare, Finding, Known
from companion.views import DerivedView

__all__ = ["DetectorError", "Judgement", "Rules", "Stage", "Tools", "load_tools"]

_VERSION: Final = "3"
"""Changes when the way in which the parts are joined does."""
MAX_READ: Final = 40
"""Windows that the encoder reads of one text at most: about half a second. A text that leaves more
open is refused, and so secured."""
MAX_DISGUISED: Final = 30_000
"""Characters of derived views that the encoder reads; with more the text is refused."""
_SHORT: Final = 2
"""Up to so many windows a text is read whole or not at all."""
_MIRRORS: Final = frozenset(("backwards", "rot13"))
"""Disguises in which the encoder would read garbled words as names."""
_ENCODINGS: Final = frozenset(
    ("base64", "base32", "bidi", "entities", "escapes", "hex", "percent", "quoted_printable")
)
"""Disguises that whole sentences may wear."""
_NOTHING_READ: Final = EncoderReading(findings=(), sensitive=(), categories=(), words=(), windows=0)
_WINDOW_CHARACTERS: Final = 1_000
"""About what one window of the encoder holds."""
_SURELY_READ: Final = 3
"""So many of the most suspicious windows of a long text are read unless they are clear."""


class Tools:
    """Detectors and models, loaded once per worker process; used by one thread.

    Attributes:
        model_id: Names the exact models and detectors: equal ids give equal results.
    """

    def __init__(
        self,
        detectors: tuple[Detector, ...],
        linear: Classifier,
        reader: Encoder,
        stack: Stack,
    ) -> None:
        self._detectors = detectors
        self._linear = linear
        self._encoder = reader
        self._stack = stack
        self.model_id = _model_id(detectors, linear, reader, stack)

    def judge(self, text: str, rules: Rules | None = None) -> Judgement:
        """Judge one text.

        Raises:
            DetectorError: It could not be judged to its end.
        """
        return _Case(self, text, rules or Rules()).judge()

    def found(
        self, text: str, rules: Rules
    ) -> tuple[View, tuple[DerivedView, ...], tuple[Finding, ...]]:
        """Return the views of a text, and what the detectors find in them."""
        view = normalize.normalise(text)
        derived = views.derive(text, view)
        if not derived.complete:
            raise DetectorError("the text holds more disguised text than is read")
        detectors = (*self._detectors, *rules.detectors)
        found = [view.original_finding(f) for each in detectors for f in each.find(view.text)]
        for other in derived.views:
            for each in detectors:
                found += other.original_findings(each.find(other.text))
        return view, derived.views, merge(found)

    def linear(self, text: str) -> float:
        """Return the linear model's probability for a plain text."""
        return self._linear.probability(text)

    @property
    def encoder(self) -> Encoder:
        """The encoder."""
        return self._encoder

    @property
    def stack(self) -> Stack:
        """The stack."""
        return self._stack


class _Case:
    """One text on its way through the cascade."""

    def __init__(self, tools: Tools, text: str, rules: Rules) -> None:
        self._tools = tools
        self._text = text
        self._rules = rules
        self._view, self._derived, found = tools.found(text, rules)
        self._found = rules.keep(found, text)

    def judge(self) -> Judgement:
        early = self._early(self._found, self._view.text)
        probability = self._tools.stack.early(early)
        if not self._rules.thorough:
            if any(map(sensitivity.is_verified, self._weighed(self._found))):
                return self._settled(probability, Stage.RULES)
            clear = probability < self._tools.stack.card.settled and not self._derived
            if clear and not self._identifies() and not self._across(self._found, self._found):
                return self._settled(probability, Stage.LINEAR)
        if sum(len(view.text) for view in self._derived) > MAX_DISGUISED:
            raise DetectorError("the text holds more disguised text than the encoder reads")
        reading = self._tools.encoder.read(self._view.text, self._wanted(), self._enough(early))
        others = [self._disguised(view) for view in self._derived]
        if not any(each.sensitive for each in (reading, *others)):
            return self._settled(probability, Stage.LINEAR)
        return self._weigh(reading, others)

    def _identifies(self) -> bool:
        """Return whether something found tells a person apart; who it is the encoder finds."""
        return any(each.kind in sensitivity.IDENTIFIERS for each in self._found)

    def _disguised(self, view: DerivedView) -> EncoderReading:
        """Read what was disguised; where only values can be, its wording is no wording."""
        if view.name in _MIRRORS:
            return _NOTHING_READ
        reading = self._tools.encoder.read(view.text)
        if view.name in _ENCODINGS:
            return reading
        return msgspec.structs.replace(reading, sensitive=(), categories=())

    def _settled(self, probability: float, stage: Stage) -> Judgement:
        findings = births.dimmed(self._found, self._text)
        return Judgement(findings=findings, probability=probability, stage=stage)

    def _weigh(self, reading: EncoderReading, others: Sequence[EncoderReading]) -> Judgement:
        findings = self._rules.keep(merge(self._all(reading, others)), self._text)
        whole = (reading, *others)
        windows = [value for each in whole for value in each.sensitive]
        columns = zip(*(row for each in whole for row in each.categories), strict=True)
        shares = [max(column) for column in columns]
        private = max((mark for each in whole for _, _, mark in each.words), default=0.0)
        counted = tuple(self._discounted(findings, reading))
        # Words about "her" read as public where nobody is named; an earlier turn may have.
        told = findings if refers_back(self._view.text) else counted
        row = self._early(counted, self._view.text)
        probability = self._tools.stack.full(signals.full(row, windows, private, shares))
        return Judgement(
            findings=births.dimmed(findings, self._text),
            probability=max(probability, self._across(told, findings)),
            categories=_shares(self._tools.encoder.card.categories, shares),
        )

    def _all(self, reading: EncoderReading, others: Sequence[EncoderReading]) -> Iterator[Finding]:
        """Yield everything that was found, with offsets in the text as it was given."""
        yield from self._found
        if self._rules.names:
            yield from map(self._view.original_finding, reading.findings)
            for view, other in zip(self._derived, others, strict=True):
                yield from view.original_findings(other.findings)

    def _across(self, findings: tuple[Finding, ...], whole: tuple[Finding, ...]) -> float:
        """Return what a combination of this turn with earlier ones gives by rule.

        No model reads the turns together: their text is gone. It is 0 where the combination
        says no more than the turns did apart.

        Args:
            findings: Of this turn, as far as they read as private.
            whole: The same, as surely as they were found.
        """
        return max(self._combined(findings), self._identified(whole))

    def _identified(self, findings: tuple[Finding, ...]) -> float:
        """Return what health gives of a person whom this turn names, with what was told."""
        told = [_remembered(known) for known in self._rules.known if known.kind != "PERSON"]
        here = births.dimmed(self._weighed(findings), self._text) if told else ()
        return sensitivity.identified_health((*here, *told), self._rules.weights)

    def _combined(self, findings: tuple[Finding, ...]) -> float:
        weighed = self._weighed(findings)
        known = tuple(map(_remembered, self._rules.known))
        alone = sensitivity.rule_level(weighed, self._rules.weights)
        before = sensitivity.rule_level(known, self._rules.weights)
        together = sensitivity.rule_level((*weighed, *known), self._rules.weights)
        return together if together > max(alone, before) else 0.0

    def _discounted(
        self, findings: Iterable[Finding], reading: EncoderReading
    ) -> Iterator[Finding]:
        """Yield the findings as the stack is to see them: what reads as public weighs less."""
        words = [
            (*self._view.original_span(start, end), mark) for start, end, mark in reading.words
        ]
        starts = [start for start, _, _ in words]
        for finding in findings:
            if sensitivity.is_verified(finding):
                yield finding
            else:
                share = signals.private_share(finding, words, starts)
                yield msgspec.structs.replace(finding, score=finding.score * share)

    def _early(self, findings: Iterable[Finding], text: str) -> signals.Row:
        """Return the early signals of a stretch with what was found in it."""
        weighed = (*self._weighed(findings), *map(_remembered, self._rules.known))
        return signals.early(weighed, self._tools.linear(text), self._rules.weights)

    def _weighed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return what counts: a kind to which policy gives no weight does not."""
        return tuple(f for f in findings if self._rules.weights.get(f.kind, 1.0) > 0)

    def _wanted(self) -> encoder.Wanted | None:
        """Return which windows of a long text the encoder is to read, the urgent ones first."""
        if self._rules.thorough or len(self._view.text) <= _SHORT * _WINDOW_CHARACTERS:
            return None
        return self._most_suspicious

    def _most_suspicious(self, extents: Sequence[tuple[int, int]]) -> list[int]:
        """Return the windows to read, the most suspicious first.

        Args:
            extents: Of each window, its first character and one past its last.

        Raises:
            DetectorError: More windows than are read of one text want a closer look.
        """
        early = [self._window(start, end) for start, end in extents]
        order = sorted(range(len(early)), key=lambda place: (-early[place], place))
        card = self._tools.stack.card
        chosen = [
            place
            for rank, place in enumerate(order)
            if early[place] >= (card.settled if rank < _SURELY_READ else card.skimmed)
        ]
        if len(chosen) > MAX_READ:
            raise DetectorError("too much of the text wants a closer look")
        return chosen

    def _window(self, start: int, end: int) -> float:
        """Return the early probability of a stretch of the plain view."""
        first, last = self._view.original_span(start, end)
        inside = [f for f in self._found if f.start < last and f.end > first]
        return self._tools.stack.early(self._early(inside, self._view.text[start:end]))

    def _enough(self, early: signals.Row) -> Callable[[Sequence[float]], bool] | None:
        """Return what says whether the windows so far settle the level for good.

        Every further window, name or category could only raise it.
        """
        if self._rules.thorough:
            return None
        only_surely = np.zeros_like(early)
        only_surely[0] = early[0]

        def enough(windows: Sequence[float]) -> bool:
            row = signals.full(only_surely, windows, 0.0, ())
            return self._tools.stack.full(row) >= self._rules.enough

        return enough


def _remembered(known: Known) -> Finding:
    return Finding(kind=known.kind, start=0, end=1, score=known.score, detector="history")


def _shares(names: Sequence[str], shares: Sequence[float]) -> tuple[CategoryShare, ...]:
    return tuple(
        CategoryShare(category=name, share=round(min(1.0, share), 4))
        for name, share in zip(names, shares, strict=True)
    )


def _model_id(
    detectors: tuple[Detector, ...], linear: Classifier, reader: Encoder, stack: Stack
) -> str:
    parts = [_VERSION, classifier.FEATURES, linear.sha256, reader.card.sha256, stack.card.sha256]
    parts += [f"{stack.card.settled} {stack.card.skimmed}"]
    parts += [f"{detector.name}={detector.version}" for detector in detectors]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def load_tools(models: Path | None = None) -> Tools:
    """Load everything that a decision needs; takes about 0.4 s.

    Args:
        models: The folder with the model files; by default the package's own.

    Raises:
        DetectorError: A part is missing or damaged.
    """
    folder = models or model_folder()
    linear, reader = Classifier(folder), Encoder(folder)
    stack = Stack(folder, linear=linear.sha256, encoder=reader.card.sha256)
    detectors = (PatternDetector(), SecretDetector(folder), TermDetector())
    return Tools(detectors, linear, reader, stack)


def model_folder() -> Path:
    """Return where the model files lie: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    inside = package / "models"
    return inside if inside.is_dir() else package.parent / "models"
