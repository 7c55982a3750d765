"""The loaded detectors and the classifier behind one face, for the decision pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from companion import classifier, normalize
from companion.classifier import Classifier
from companion.detectors import Detector, DetectorError
from companion.detectors.patterns import PatternDetector
from companion.detectors.presidio import PresidioDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.values import Finding

__all__ = ["DetectorError", "Tools", "load_tools", "merge"]

_VERSION: Final = "1"
"""Changes when the way in which findings are merged does."""


class Tools:
    """Detectors and classifier, loaded once per worker process; used by one thread.

    Attributes:
        model_id: Names the exact models and detectors: equal ids give equal results.
    """

    def __init__(self, detectors: tuple[Detector, ...], model: Classifier) -> None:
        self._detectors = detectors
        self._model = model
        self.model_id = _model_id(detectors, model)

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in `text`, sorted, each span once per kind.

        Raises:
            DetectorError: A detector could not judge the text to its end.
        """
        view = normalize.normalise(text)
        found = (f for detector in self._detectors for f in detector.find(view.text))
        return merge(view.original_finding(finding) for finding in found)

    def probability(self, text: str) -> float:
        """Return the classifier's probability that `text` is sensitive, 0 to 1.

        Raises:
            DetectorError: The text is too long for the classifier, or the model failed.
        """
        return self._model.probability(normalize.normalise(text).text)


def _model_id(detectors: tuple[Detector, ...], model: Classifier) -> str:
    parts = [_VERSION, classifier.FEATURES, model.sha256]
    parts += [f"{detector.name}={detector.version}" for detector in detectors]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Join findings of one kind that overlap, and sort.

    The joined finding spans them all and keeps the surest one's score and detector, so that
    a level never falls by joining. Findings of different kinds may overlap: each counts.
    """
    merged: list[Finding] = []
    last: dict[str, int] = {}
    for finding in sorted(findings, key=_order):
        index = last.get(finding.kind)
        if index is not None and finding.start < merged[index].end:
            merged[index] = _join(merged[index], finding)
        else:
            last[finding.kind] = len(merged)
            merged.append(finding)
    return tuple(sorted(merged, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, float, str]:
    return finding.start, finding.end, finding.kind, finding.score, finding.detector


def _join(first: Finding, second: Finding) -> Finding:
    surer = second if second.score > first.score else first
    return Finding(
        kind=first.kind,
        start=first.start,
        end=max(first.end, second.end),
        score=surer.score,
        detector=surer.detector,
        part=first.part,
    )


def load_tools(models: Path | None = None) -> Tools:
    """Load everything that a decision needs; takes about 1.5 s.

    Args:
        models: The folder with the model files; by default the package's own.

    Raises:
        DetectorError: A part is missing, damaged or does not find what it must find.
    """
    model = Classifier(models or model_folder())
    return Tools((PresidioDetector(), PatternDetector(), SecretDetector(), TermDetector()), model)


def model_folder() -> Path:
    """Return where the model files lie: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    inside = package / "models"
    return inside if inside.is_dir() else package.parent / "models"
