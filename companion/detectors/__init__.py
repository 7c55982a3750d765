"""Detectors: each reads a text and returns findings with offsets into exactly that text."""

from __future__ import annotations

from typing import Protocol

from companion.values import Finding


class DetectorError(Exception):
    """A detector could not judge a text; the message never quotes it.

    Whoever catches it sends the prompt to the secured variant: a detector that fails has
    found nothing out.
    """


class Detector(Protocol):
    """One way of finding sensitive spans.

    Attributes:
        name: Short name that findings carry.
        version: Changes whenever the same text may give other findings.
    """

    name: str
    version: str

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the sensitive spans of `text`.

        Raises:
            DetectorError: The text could not be judged to its end.
        """
        ...
