"""Labelled rows: the format that `sottovoce evaluate` reads, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, Literal

import msgspec

_LONGEST_GROUP: Final = 40

Span = tuple[Annotated[int, msgspec.Meta(ge=0)], Annotated[int, msgspec.Meta(ge=0)], str]
"""Start, end (exclusive), both in code points, and the type's name."""


class RowError(Exception):
    """A line cannot be used; the message names the line and never quotes it."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled text; keys that are not named here are ignored.

    Attributes:
        id: Names the row.
        text: What is judged.
        spans: Where which type of entity stands. None: nobody labelled spans; empty:
            there are none.
        units: Phrases that are sensitive, as they stand in the text.
        label: 1 sensitive, 0 not, None where nobody said so.
        group: What the row is counted under besides the whole; empty for nothing.
    """

    id: str | int
    text: str
    spans: tuple[Span, ...] | None = None
    units: tuple[str, ...] = ()
    label: Literal[0, 1] | None = None
    group: str = ""

    def __post_init__(self) -> None:
        for start, end, _ in self.spans or ():
            if not start < end <= len(self.text):
                raise ValueError("a span ends before it starts, or outside the text")

    @property
    def sensitive(self) -> bool | None:
        """Whether it is; a row with units and no label is. None where nobody said so."""
        if self.label is None:
            return True if self.units else None
        return bool(self.label)


_objects = msgspec.json.Decoder(dict[str, Any])


def read(lines: Iterable[bytes], *, group_by: str | None = None) -> Iterator[Row]:
    """Yield the rows of a file; blank lines are skipped.

    Args:
        lines: JSON objects, one a line.
        group_by: The key whose value becomes the row's group.

    Raises:
        RowError: A line is no JSON, lacks a key, or holds a value of the wrong type.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(number, line, group_by)


def _row(number: int, line: bytes, group_by: str | None) -> Row:
    try:
        data = _objects.decode(line)
        group = "" if group_by is None else str(data.get(group_by, "(none)"))[:_LONGEST_GROUP]
        return msgspec.convert({**data, "group": group}, Row)
    except msgspec.ValidationError as error:
        raise RowError(f"line {number}: {error}") from None
    except (ValueError, RecursionError):
        raise RowError(f"line {number}: not JSON") from None
