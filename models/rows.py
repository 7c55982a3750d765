"""One labelled text, as training and measuring read it."""

from __future__ import annotations

import msgspec

UNKNOWN = -1
"""The label of a text of which nobody said whether it is sensitive."""


class Span(msgspec.Struct, frozen=True):
    """A labelled stretch of a text; offsets count code points.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: A kind of `companion.detectors.kinds`.
        private: Whether it is about somebody or something that is not public.
    """

    start: int
    end: int
    kind: str
    private: bool = True


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled text.

    Attributes:
        text: The prompt.
        label: 1 sensitive, 0 not, `UNKNOWN` where only the spans are labelled.
        source: Where it comes from: a data folder, or `generator`.
        group: Rows of one group never stand on both sides of a split.
        spans: Labelled stretches, sorted, without overlap.
        kinds: The kinds that were looked for when it was labelled: a word outside the spans
            is known to be of none of these. Empty where nobody labelled spans.
        categories: Which of the eight categories a sensitive text belongs to; None where
            nobody said.
        language: ISO 639-1.
    """

    text: str
    label: int
    source: str
    group: str
    spans: tuple[Span, ...] = ()
    kinds: frozenset[str] = frozenset()
    categories: frozenset[str] | None = None
    language: str = "en"
