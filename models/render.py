"""Turns a template into a text with its labelled stretches."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from models.rows import Span
from models.slots import Values, slot_of

_MARK: Final = re.compile(
    r"\[\[(?:(?P<kind>[A-Z][A-Z0-9_]*)\|)?|\]\]|\{(?P<slot>[a-z][a-z0-9_]*)\}"
)
PRIVATE: Final = "PRIVATE_DETAIL"


class Rendered(msgspec.Struct, frozen=True):
    """A text with its labelled stretches, sorted; a marked stretch may hold slots."""

    text: str
    spans: tuple[Span, ...]


def render(template: str, values: Values, *, private: bool) -> Rendered:
    """Fill the slots of a template and take its marks out.

    Args:
        template: See `models.corpus`.
        values: Where the slots' values come from.
        private: Whether the stretches are private: they are in a sensitive text.

    Raises:
        KeyError: Nobody defined a slot.
        ValueError: A mark is opened and not closed, or the other way round.
    """
    parts: list[str] = []
    spans: list[Span] = []
    open_at: list[tuple[int, str]] = []
    length = last = 0
    for match in _MARK.finditer(template):
        parts.append(template[last : match.start()])
        length += len(parts[-1])
        last = match.end()
        if match.group("slot"):
            kind, _ = slot_of(match.group("slot"))
            value = values[match.group("slot")]
            if kind and value:
                spans.append(Span(length, length + len(value), kind, private))
            parts.append(value)
            length += len(value)
        elif match.group() == "]]":
            if not open_at:
                raise ValueError(f"a mark is closed that was not opened: {template}")
            start, kind = open_at.pop()
            if start < length:
                spans.append(Span(start, length, kind, private))
        else:
            open_at.append((length, match.group("kind") or PRIVATE))
    if open_at:
        raise ValueError(f"a mark is not closed: {template}")
    text = "".join((*parts, template[last:]))
    return Rendered(text, tuple(sorted(spans, key=lambda span: (span.start, -span.end))))
