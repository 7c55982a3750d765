"""detect-secrets as it scans a file: every plugin, the default filters, line by line.

Its scan of a single string switches off filters that its scan of files applies, so the text
goes through the latter, held in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from importlib import metadata

from benchmarks.peers.serve import Found


def version() -> str:
    return metadata.version("detect-secrets")


def load() -> Callable[[str], Found]:
    from detect_secrets.core import scan  # noqa: PLC0415  # its import is measured
    from detect_secrets.settings import default_settings  # noqa: PLC0415

    kept = ExitStack()  # the settings hold as long as this does
    kept.enter_context(default_settings())

    def find(text: str) -> Found:
        lines = text.splitlines(keepends=True)
        numbered = [(number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1)]
        secrets = scan._process_line_based_plugins(numbered, "prompt.txt")  # noqa: SLF001
        return [_span(each, lines) for each in secrets]

    find.settings = kept  # type: ignore[attr-defined]
    return find


def _span(secret: object, lines: list[str]) -> tuple[int, int, str, float]:
    number: int = secret.line_number - 1  # type: ignore[attr-defined]
    base = sum(map(len, lines[:number]))
    at = lines[number].find(secret.secret_value or "\0")  # type: ignore[attr-defined]
    if at < 0:
        return base, base + len(lines[number]), "SECRET", 1.0
    return base + at, base + at + len(secret.secret_value), "SECRET", 1.0  # type: ignore[attr-defined]
