"""CredSweeper with its default settings and its own model.

The readers of Java key stores and OpenDocument files are not installed: they have no
wheels, and nothing here is such a file.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from importlib import metadata
from typing import Any

from benchmarks.peers.serve import Found


def version() -> str:
    return metadata.version("credsweeper")


def load() -> Callable[[str], Found]:
    for name in ("jks", "odf", "odf.opendocument", "odf.table", "odf.text", "odf.element"):
        sys.modules.setdefault(name, _absent(name))
    from credsweeper import CredSweeper  # noqa: PLC0415  # its import is measured
    from credsweeper.file_handler.string_content_provider import (  # noqa: PLC0415
        StringContentProvider,
    )

    sweeper = CredSweeper()

    def find(text: str) -> Found:
        lines = text.splitlines(keepends=True)
        provider = StringContentProvider([line.rstrip("\r\n") for line in lines])
        sweeper.credential_manager.candidates = []
        for candidate in sweeper.file_scan(provider):
            sweeper.credential_manager.append_credential(candidate)
        sweeper.post_processing(None)
        starts = _starts(lines)
        return [
            _span(each, starts)
            for candidate in sweeper.credential_manager.get_credentials()
            for each in candidate.line_data_list[:1]
        ]

    return find


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _span(data: Any, starts: list[int]) -> tuple[int, int, str, float]:
    """Return the value's place; a value that was decoded first stands for its whole line."""
    base = starts[max(0, min(data.line_num - 1, len(starts) - 2))]
    if data.value_start >= 0:
        return base + data.value_start, base + data.value_end, "SECRET", 1.0
    return base, base + len(data.line), "SECRET", 1.0


def _absent(name: str) -> Any:
    module: Any = types.ModuleType(name)
    module.__getattr__ = lambda _: type("Absent", (), {})
    return module
