"""Counts and durations in Prometheus' text format, version 0.0.4. No content, no addresses."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
PREFIX: Final = "sottovoce_variant_"
BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds."""


class Histogram:
    """A distribution of seconds over `BUCKETS`."""

    def __init__(self) -> None:
        self._counts = [0] * (len(BUCKETS) + 1)
        self._sum = 0.0

    def observe(self, seconds: float) -> None:
        """Add one duration."""
        self._counts[bisect.bisect_left(BUCKETS, seconds)] += 1
        self._sum += seconds

    def lines(self, name: str) -> Iterator[str]:
        """Yield the samples, cumulative as the format wants them."""
        total = 0
        for bound, count in zip((*map(str, BUCKETS), "+Inf"), self._counts, strict=True):
            total += count
            yield f'{name}_bucket{{le="{bound}"}} {total}'
        yield f"{name}_sum {self._sum:.9g}"
        yield f"{name}_count {total}"


class Metrics:
    """What one server counts."""

    def __init__(self) -> None:
        self.requests: dict[tuple[str, int], int] = defaultdict(int)
        self.tokens: dict[str, int] = defaultdict(int)
        self.cancelled = 0
        self.duration = Histogram()
        self.first_token = Histogram()

    def render(self, *, info: Mapping[str, str], gauges: Mapping[str, float]) -> str:
        """Return the whole page.

        Args:
            info: Labels of the `info` metric: who this server is.
            gauges: Values of the moment, by name without the prefix.
        """
        return "\n".join([*self._lines(info, gauges), ""])

    def _lines(self, info: Mapping[str, str], gauges: Mapping[str, float]) -> Iterator[str]:
        labels = ",".join(f'{key}="{_escape(value)}"' for key, value in info.items())
        yield from _head("info", "gauge", "Which variant of which model answers.")
        yield f"{PREFIX}info{{{labels}}} 1"
        yield from _head("requests_total", "counter", "Requests, by route and HTTP status.")
        for (route, status), count in sorted(self.requests.items()):
            yield f'{PREFIX}requests_total{{route="{route}",status="{status}"}} {count}'
        yield from _head("tokens_total", "counter", "Tokens read, reused and written.")
        for direction, count in sorted(self.tokens.items()):
            yield f'{PREFIX}tokens_total{{direction="{direction}"}} {count}'
        yield from _head("cancelled_total", "counter", "Answers whose reader went away.")
        yield f"{PREFIX}cancelled_total {self.cancelled}"
        yield from _head("request_duration_seconds", "histogram", "Request to last byte.")
        yield from self.duration.lines(f"{PREFIX}request_duration_seconds")
        yield from _head("first_token_seconds", "histogram", "Request to first token.")
        yield from self.first_token.lines(f"{PREFIX}first_token_seconds")
        for name, value in gauges.items():
            yield from _head(name, "counter" if name.endswith("_total") else "gauge", "")
            yield f"{PREFIX}{name} {value:.9g}"


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    if text:
        yield f"# HELP {PREFIX}{name} {text}"
    yield f"# TYPE {PREFIX}{name} {kind}"


def _escape(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
