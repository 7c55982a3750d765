"""Bytes of an OTLP/HTTP trace export in, values or refusals out.

Strict where OTLP is generous: a span with an attribute that the vocabulary of
`companion.otlp` lacks, or with a value outside its closed set or pattern, is refused and
counted. No field of a refused span is kept, logged or answered, so prompt text that a
faulty or forged client sends ends here.
"""

from __future__ import annotations

import base64
import math
import zlib
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from google.protobuf import json_format
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from companion import otlp
from placement.values import Intake, LatencySpan, Refusal, RequestError, Series

PROTOBUF: Final = "application/x-protobuf"
JSON: Final = "application/json"
MAX_BODY: Final = 4 * 1024 * 1024
"""Bytes of one request as sent."""
MAX_INFLATED: Final = 16 * 1024 * 1024
"""Bytes of one request after decompression."""
MAX_SPANS: Final = 50_000
OLDEST_NS: Final = 1_577_836_800 * 1_000_000_000
"""2020-01-01: a clock that is further behind was never set."""
SKEW_NS: Final = 86_400 * 1_000_000_000
"""A front end's clock may be this far ahead of ours."""

_STRINGS: Final = {
    otlp.STAGE: frozenset(otlp.STAGES),
    otlp.VARIANT: otlp.VARIANTS,
    otlp.OPERATION_NAME: frozenset({otlp.OPERATION}),
    otlp.PROVIDER_NAME: frozenset({otlp.PROVIDER}),
    otlp.ERROR_TYPE: otlp.OUTCOMES - {otlp.OK},
}
_NAMES: Final = frozenset({otlp.ENVIRONMENT, otlp.MODEL})
_SPAN_NEEDS: Final = frozenset({otlp.STAGE, otlp.VARIANT, otlp.ENVIRONMENT, otlp.MODEL})
_RESOURCE_NEEDS: Final = frozenset({otlp.SERVICE_NAME, otlp.FRONT_END})
_NAMES_OF_SPANS: Final = {"total": ""} | {
    stage: f"sottovoce.{stage}" for stage in otlp.STAGES if stage != "total"
}


class _Refused(Exception):  # noqa: N818 - a signal within this module, not an error of ours
    def __init__(self, reason: Refusal) -> None:
        self.reason = reason


def read(
    body: bytes,
    content_type: str,
    encoding: str,
    now_ns: int,
    known: frozenset[str] = frozenset(),
) -> Intake:
    """Return what an export request holds.

    Args:
        body: The request's body as it came.
        content_type: `application/x-protobuf` or `application/json`, parameters removed.
        encoding: The `Content-Encoding`: empty, `identity`, `gzip` or `deflate`.
        now_ns: Nanoseconds since the epoch.
        known: The names of environments and models that are taken; empty takes all that
            look like names.

    Raises:
        RequestError: The body cannot be read as an export at all.
    """
    data = inflate(body, encoding)
    request = _from_json(data) if content_type == JSON else _from_protobuf(data)
    if sum(len(scope.spans) for group in request.resource_spans for scope in group.scope_spans) > (
        MAX_SPANS
    ):
        raise RequestError(413, f"more than {MAX_SPANS} spans")
    spans: list[LatencySpan] = []
    lost: dict[str, int] = {}
    refused: Counter[Refusal] = Counter()
    for group in request.resource_spans:
        _read_group(group, now_ns, spans, lost, refused)
    if known:
        spans, unknown = _only_known(spans, known)
        refused += Counter({Refusal.UNKNOWN_NAME: unknown})
    return Intake(spans=tuple(spans), lost=lost, refused=dict(refused))


def _only_known(spans: list[LatencySpan], known: frozenset[str]) -> tuple[list[LatencySpan], int]:
    names = known | {otlp.OTHER}
    kept = [
        span for span in spans if span.series.environment in names and span.series.model in names
    ]
    return kept, len(spans) - len(kept)


def inflate(body: bytes, encoding: str) -> bytes:
    """Return the decompressed body, never more than `MAX_INFLATED` bytes of it.

    Raises:
        RequestError: It is larger, cut short or corrupt, or the encoding is unknown.
    """
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "deflate"):
        raise RequestError(415, "the content encoding is neither gzip nor deflate")
    inflater = zlib.decompressobj(wbits=31 if encoding == "gzip" else 15)
    try:
        data: bytes = inflater.decompress(body, MAX_INFLATED)
    except zlib.error as error:
        raise RequestError(400, "the body cannot be decompressed") from error
    if inflater.unconsumed_tail:
        raise RequestError(413, f"more than {MAX_INFLATED} bytes after decompression")
    if not inflater.eof or inflater.unused_data:
        raise RequestError(400, "the compressed body is cut short or too long")
    return data


def answer(intake: Intake, content_type: str) -> bytes:
    """Return the body of a 200 answer, with `partial_success` where spans were refused."""
    response = ExportTraceServiceResponse()
    refused = sum(intake.refused.values())
    if refused:
        reasons = sorted(f"{reason.value} {count}" for reason, count in intake.refused.items())
        response.partial_success.rejected_spans = refused
        response.partial_success.error_message = f"refused: {', '.join(reasons)}"
    if content_type == JSON:
        return str(json_format.MessageToJson(response, indent=None)).encode()
    return bytes(response.SerializeToString())


def failure(code: int, message: str, content_type: str) -> bytes:
    """Return the body of an error answer: a `google.rpc.Status` (OTLP/HTTP, Failures).

    Args:
        code: A gRPC status code.
        message: A constant of ours, at most 127 characters.
        content_type: How the client wrote its request.
    """
    if content_type == JSON:
        return msgspec.json.encode({"code": code, "message": message})
    text = message.encode()[:127]
    return bytes((0x08, code, 0x12, len(text))) + text


def _from_protobuf(data: bytes) -> Any:
    request = ExportTraceServiceRequest()
    try:
        request.ParseFromString(data)
    except DecodeError:
        # The parser's own words may quote the input.
        raise RequestError(400, "the body is not an OTLP trace export") from None
    return request


def _from_json(data: bytes) -> Any:
    """Read OTLP's JSON, which writes ids in hex where protobuf's JSON wants base64."""
    request = ExportTraceServiceRequest()
    try:
        tree = msgspec.json.decode(data)
        for span in _json_spans(tree):
            for key in ("traceId", "spanId", "parentSpanId"):
                if key in span:
                    span[key] = base64.b64encode(bytes.fromhex(span[key])).decode()
        json_format.ParseDict(tree, request, ignore_unknown_fields=True, max_recursion_depth=20)
    except (
        msgspec.MsgspecError,
        json_format.ParseError,
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        RecursionError,
    ):
        raise RequestError(400, "the body is not an OTLP trace export") from None
    return request


def _json_spans(tree: Any) -> Iterable[dict[str, Any]]:
    for group in tree.get("resourceSpans", ()):
        for scope in group.get("scopeSpans", ()):
            yield from scope.get("spans", ())


def _read_group(
    group: Any,
    now_ns: int,
    spans: list[LatencySpan],
    lost: dict[str, int],
    refused: Counter[Refusal],
) -> None:
    """Read all spans of one installation; a bad resource refuses all of them."""
    try:
        front_end, dropped = _read_resource(group.resource)
    except _Refused as refusal:
        refused[refusal.reason] += sum(len(scope.spans) for scope in group.scope_spans)
        return
    lost[front_end] = max(dropped, lost.get(front_end, 0))
    for scope in group.scope_spans:
        try:
            _check_scope(scope.scope)
        except _Refused as refusal:
            refused[refusal.reason] += len(scope.spans)
            continue
        for span in scope.spans:
            try:
                spans.append(_read_span(span, front_end, now_ns))
            except _Refused as refusal:
                refused[refusal.reason] += 1


def _read_resource(resource: Any) -> tuple[str, int]:
    values = _attributes(resource.attributes, _resource_value)
    if not values.keys() >= _RESOURCE_NEEDS:
        raise _Refused(Refusal.MISSING_ATTRIBUTE)
    return str(values[otlp.FRONT_END]), int(values.get(otlp.DROPPED, 0))


def _check_scope(scope: Any) -> None:
    if scope.attributes or scope.name not in ("", otlp.PROVIDER):
        raise _Refused(Refusal.UNKNOWN_ATTRIBUTE)
    if scope.version and not otlp.VERSION.fullmatch(scope.version):
        raise _Refused(Refusal.BAD_VALUE)


def _read_span(span: Any, front_end: str, now_ns: int) -> LatencySpan:
    if span.events or span.links or span.trace_state or span.status.message:
        raise _Refused(Refusal.CARRIES_CONTENT)
    if len(span.trace_id) != 16 or len(span.span_id) != 8 or len(span.parent_span_id) not in (0, 8):
        raise _Refused(Refusal.BAD_IDENTIFIER)
    values = _attributes(span.attributes, _span_value)
    if not values.keys() >= _SPAN_NEEDS:
        raise _Refused(Refusal.MISSING_ATTRIBUTE)
    stage, model = str(values[otlp.STAGE]), str(values[otlp.MODEL])
    if span.name != (_NAMES_OF_SPANS[stage] or f"{otlp.OPERATION} {model}"):
        raise _Refused(Refusal.BAD_NAME)
    start, duration = span.start_time_unix_nano, span.end_time_unix_nano - span.start_time_unix_nano
    if not OLDEST_NS <= start <= now_ns + SKEW_NS or not 0 <= duration <= otlp.LONGEST_MS * 1e6:
        raise _Refused(Refusal.BAD_TIME)
    series = Series(
        front_end=front_end,
        environment=str(values[otlp.ENVIRONMENT]),
        variant=str(values[otlp.VARIANT]),
        model=model,
        stage=stage,
        outcome=str(values.get(otlp.ERROR_TYPE, otlp.OK)),
    )
    return LatencySpan(
        key=span.trace_id + span.span_id,
        at=start,
        duration_us=round(duration / 1000),
        series=series,
    )


def _attributes(pairs: Any, value_of: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for pair in pairs:
        if pair.key in values:
            raise _Refused(Refusal.DUPLICATE_ATTRIBUTE)
        values[pair.key] = value_of(pair.key, pair.value)
    return values


def _resource_value(key: str, value: Any) -> str | int:
    if key == otlp.SERVICE_NAME:
        return _checked(value.string_value, value.string_value == otlp.SERVICE)
    if key == otlp.SERVICE_VERSION:
        return _checked(value.string_value, bool(otlp.VERSION.fullmatch(value.string_value)))
    if key == otlp.FRONT_END:
        return _checked(value.string_value, bool(otlp.IDENTIFIER.fullmatch(value.string_value)))
    if key == otlp.DROPPED:
        if value.WhichOneof("value") != "int_value" or not 0 <= value.int_value < 2**53:
            raise _Refused(Refusal.BAD_VALUE)
        return int(value.int_value)
    raise _Refused(Refusal.UNKNOWN_ATTRIBUTE)


def _span_value(key: str, value: Any) -> str | float | bool:
    if key in _STRINGS:
        return _checked(value.string_value, value.string_value in _STRINGS[key])
    if key in _NAMES:
        return _checked(value.string_value, bool(otlp.NAME.fullmatch(value.string_value)))
    if key == otlp.STREAM:
        if value.WhichOneof("value") != "bool_value":
            raise _Refused(Refusal.BAD_VALUE)
        return bool(value.bool_value)
    if key == otlp.FIRST_CHUNK:
        seconds = value.double_value
        if value.WhichOneof("value") != "double_value" or not (
            math.isfinite(seconds) and 0 <= seconds <= otlp.LONGEST_MS / 1000
        ):
            raise _Refused(Refusal.BAD_VALUE)
        return float(seconds)
    raise _Refused(Refusal.UNKNOWN_ATTRIBUTE)


def _checked(text: str, good: bool) -> str:  # noqa: FBT001 - the condition is the point
    if not good:
        raise _Refused(Refusal.BAD_VALUE)
    return text
