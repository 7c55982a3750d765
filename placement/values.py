"""The values of the placement service. Small, frozen, keyword-only; no effects."""

from __future__ import annotations

import enum
from typing import Final

import msgspec


class TelemetryKind(enum.StrEnum):
    """The kinds of telemetry that placement rests on (patent step 172 and 204).

    Today the front ends report latency; the other four have their table and no intake.
    """

    PROCESSING = "processing"
    MEMORY = "memory"
    STORAGE = "storage"
    NETWORK_BANDWIDTH = "network_bandwidth"
    LATENCY = "latency"


class Refusal(enum.StrEnum):
    """Why a span was not stored. Counted, shown, and all that is kept of the span."""

    UNKNOWN_ATTRIBUTE = "unknown_attribute"
    MISSING_ATTRIBUTE = "missing_attribute"
    DUPLICATE_ATTRIBUTE = "duplicate_attribute"
    BAD_VALUE = "bad_value"
    BAD_IDENTIFIER = "bad_identifier"
    BAD_NAME = "bad_name"
    BAD_TIME = "bad_time"
    CARRIES_CONTENT = "carries_content"
    UNKNOWN_NAME = "unknown_name"
    TOO_MANY_NAMES = "too_many_names"


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What one measured stage belongs to: who reported it, and who answered.

    Attributes:
        front_end: The random identifier of an installation.
        environment: The production environment.
        variant: `public` or `secured`.
        model: The model's name.
        stage: One of `companion.otlp.STAGES`.
        outcome: `ok`, or why the prompt was held.
    """

    front_end: str
    environment: str
    variant: str
    model: str
    stage: str
    outcome: str


class LatencySpan(msgspec.Struct, frozen=True, kw_only=True):
    """One stage of one prompt.

    Attributes:
        key: Trace id and span id, 24 bytes: the same span is stored once.
        at: When it began, nanoseconds since the epoch.
        duration_us: How long it took, microseconds.
        series: What it belongs to.
    """

    key: bytes
    at: int
    duration_us: int
    series: Series


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """What one export request holds after reading it strictly.

    Attributes:
        spans: The spans to store.
        lost: For each front end, how many samples it says it lost since its installation.
        refused: How many spans were refused, by reason.
    """

    spans: tuple[LatencySpan, ...] = ()
    lost: dict[str, int] = {}
    refused: dict[Refusal, int] = {}


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A span of time that the page can show.

    Attributes:
        name: As in the address, such as `24h`.
        label: For people.
        seconds: Its length.
        bin_seconds: The width of one point of the plot.
    """

    name: str
    label: str
    seconds: int
    bin_seconds: int


WINDOWS: Final = (
    Window(name="15m", label="15 minutes", seconds=900, bin_seconds=60),
    Window(name="1h", label="1 hour", seconds=3_600, bin_seconds=300),
    Window(name="24h", label="24 hours", seconds=86_400, bin_seconds=3_600),
    Window(name="7d", label="7 days", seconds=604_800, bin_seconds=21_600),
    Window(name="30d", label="30 days", seconds=2_592_000, bin_seconds=86_400),
)


class RequestError(Exception):
    """A request that cannot be read at all; the message never quotes it.

    Attributes:
        status: The HTTP status to answer with.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
