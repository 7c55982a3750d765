"""What an answer to an OTLP export means, and how long to wait before the next one.

Pure: the shell in `companion.telemetry` does the sending and the waiting. Source: the
OpenTelemetry protocol specification, OTLP/HTTP (response, failures, throttling).
"""

from __future__ import annotations

import email.utils
import enum
from typing import Final

import msgspec
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

FIRST_WAIT_S: Final = 1.0
LONGEST_WAIT_S: Final = 300.0
LONGEST_RETRY_AFTER_S: Final = 3600.0
"""A service that asks for more patience than this is asked again after an hour."""

_RETRYABLE: Final = frozenset({429, 502, 503, 504})
_MISCONFIGURED: Final = frozenset({401, 403, 404, 421})


class Fate(enum.Enum):
    """What becomes of a batch."""

    DELIVERED = "delivered"
    """The service has it, or refused part of it for good: never send it again."""
    LATER = "later"
    """The service is away or busy: keep the batch."""
    MISCONFIGURED = "misconfigured"
    """The address or the token is wrong, not the batch: keep it and say so."""
    TOO_LARGE = "too_large"
    """Send the same samples in smaller batches."""
    REFUSED = "refused"
    """The service will never take it: drop it and count it."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer means.

    Attributes:
        fate: What becomes of the batch.
        refused: Spans that the service refused although it took the rest.
        retry_after: Seconds that the service asked to wait, or None.
    """

    fate: Fate
    refused: int = 0
    retry_after: float | None = None


AWAY: Final = Verdict(fate=Fate.LATER)
"""No answer at all: the connection failed or the time ran out."""


def judge(status: int, body: bytes, retry_after: str, now: float) -> Verdict:
    """Return what an HTTP answer means for the batch.

    Args:
        status: The HTTP status.
        body: The answer's body, perhaps cut short.
        retry_after: The header of that name (seconds or an HTTP date), or empty.
        now: Seconds since the epoch.
    """
    if status == 200:
        return Verdict(fate=Fate.DELIVERED, refused=_refused(body))
    if status in _RETRYABLE:
        return Verdict(fate=Fate.LATER, retry_after=wanted_wait(retry_after, now))
    if status in _MISCONFIGURED or 300 <= status < 400:
        return Verdict(fate=Fate.MISCONFIGURED)
    if status == 413:
        return Verdict(fate=Fate.TOO_LARGE)
    return Verdict(fate=Fate.REFUSED)


def wanted_wait(header: str, now: float) -> float | None:
    """Return the seconds that `Retry-After` asks for (RFC 9110, 10.2.3), or None."""
    text = header.strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return min(float(text), LONGEST_RETRY_AFTER_S)
    try:
        then = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    return min(max(0.0, then.timestamp() - now), LONGEST_RETRY_AFTER_S)


def backoff(failures: int, chance: float) -> float:
    """Return the seconds to wait after this many failures in a row.

    The bound doubles up to five minutes; `chance` (0 to 1) picks a point in its upper
    half, so that front ends do not come back all at once.
    """
    bound: float = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - 1, 30))
    return bound * (0.5 + chance / 2)


def wait_for(verdict: Verdict, failures: int, chance: float) -> float:
    """Return the seconds to wait before the next attempt."""
    if verdict.fate is Fate.LATER:
        return max(verdict.retry_after or 0.0, backoff(failures, chance))
    if verdict.fate is Fate.MISCONFIGURED:
        return backoff(max(failures, 9), chance)
    return 0.0


def _refused(body: bytes) -> int:
    answer = ExportTraceServiceResponse()
    try:
        answer.ParseFromString(body)
    except DecodeError:
        return 0
    return max(0, int(answer.partial_success.rejected_spans))
