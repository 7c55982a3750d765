"""Writes values as Prettier would, so that generated files need no second tool."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

WIDTH: Final = 100
_SHORT_KEY: Final = 5
"""Up to this length, colon included, nothing is gained by a new line."""
_WORD: Final = re.compile(r"[A-Za-z_$][\w$]*")


def as_json(value: Any) -> str:
    """Return JSON text as Prettier writes it, with objects always over several lines."""
    return _write(value, 0, 0, script=False) + "\n"


def as_script(value: Any, before: int) -> str:
    """Return a JavaScript value; `before` characters stand on its first line already."""
    return _write(value, 0, before, script=True)


def _write(value: Any, indent: int, before: int, *, script: bool) -> str:
    line = _line(value, script=script)
    if not _breaks(value) and before + len(line) < WIDTH:
        return line
    if not isinstance(value, dict | list) or not value:
        return line
    inner = "\n".join(_inner(value, indent + 2, script=script))
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return f"{opened}\n{inner}\n{' ' * indent}{closed}"


def _inner(value: Any, indent: int, *, script: bool) -> Iterator[str]:
    last = len(value) - 1
    items = value.items() if isinstance(value, dict) else (("", item) for item in value)
    for index, (key, item) in enumerate(items):
        start = " " * indent + (f"{_key(key, script=script)}: " if isinstance(value, dict) else "")
        comma = "," if script or index < last else ""
        text = _write(item, indent, len(start), script=script)
        yield _hung(start, text, comma, indent) if script else f"{start}{text}{comma}"


def _hung(start: str, text: str, comma: str, indent: int) -> str:
    """Put a text that is too long for its line below its key."""
    long = text.startswith('"') and len(start) + len(text) + len(comma) > WIDTH
    if long and len(start.strip()) > _SHORT_KEY:
        return f"{start.rstrip()}\n{' ' * (indent + 2)}{text}{comma}"
    return f"{start}{text}{comma}"


def _breaks(value: Any) -> bool:
    """Whether Prettier never puts it on one line."""
    if isinstance(value, dict):
        return bool(value)
    if not isinstance(value, list):
        return False
    many = len(value) > 1 and all(isinstance(item, list) and len(item) > 1 for item in value)
    return many or any(_breaks(item) for item in value)


def _line(value: Any, *, script: bool) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_line(item, script=script) for item in value) + "]"
    if isinstance(value, dict):
        return "{}"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str, *, script: bool) -> str:
    return key if script and _WORD.fullmatch(key) else json.dumps(key)
