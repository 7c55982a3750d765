"""Reads sentences with entities in the CoNLL form: a word and its tag a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from models.rows import Span

_CLOSE: Final = frozenset(".,;:!?)]}%'\u2019")
_OPEN: Final = frozenset("([{$#@")


def sentences(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield each sentence as its words with their tags."""
    words: list[tuple[str, str]] = []
    for line in text.splitlines():
        parts = line.split()
        if len(parts) < 2 or parts[0].startswith("-DOCSTART"):
            if words:
                yield words
            words = []
        else:
            words.append((parts[0], parts[-1]))
    if words:
        yield words


def detokenised(
    words: list[tuple[str, str]], kinds: Mapping[str, str]
) -> tuple[str, tuple[Span, ...]]:
    """Join words as people write them, and return the entities' spans.

    Args:
        words: Words with BIO or IO tags.
        kinds: Kind by the tag's name (without `B-` or `I-`); other tags are dropped.
    """
    text = ""
    spans: list[Span] = []
    before = "O"
    for word, tag in words:
        if text and word[0] not in _CLOSE and text[-1] not in _OPEN:
            text += " "
        start = len(text)
        text += word
        kind = None if word == "@" else kinds.get(tag[2:])
        if kind and text[start - 1 : start] == "@":
            kind = "USERNAME"
        if kind and spans and tag == f"I-{before[2:]}" and spans[-1].kind == kind:
            spans[-1] = Span(spans[-1].start, len(text), kind, False)  # noqa: FBT003
        elif kind:
            spans.append(Span(start, len(text), kind, False))  # noqa: FBT003
        before = tag
    return text, tuple(spans)
