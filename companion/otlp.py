"""What latency telemetry may say, and how it is written as OTLP.

The vocabulary is closed: seven stages, two variants, the hold reasons, three short names
and random identifiers. There is no field that free text fits into. The placement service
reads with the same vocabulary and refuses everything else (`placement.intake`).

Names follow the OpenTelemetry GenAI semantic conventions where one exists (status:
Development); the rest is `sottovoce.*`. The wire format is OTLP 1.x, `opentelemetry-proto`.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from companion.values import HoldReason, Sample, Variant

STAGES: Final = ("tag", "detection", "classification", "tunnel", "first_token", "hold", "total")
"""Every stage that a span may measure, in the order in which a person meets them."""

OK: Final = "ok"
OUTCOMES: Final = frozenset({OK, *(reason.value for reason in HoldReason)})
VARIANTS: Final = frozenset(variant.value for variant in Variant)

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}")
"""The name of a model or an environment: one word from a configuration file."""
VERSION: Final = re.compile(r"[0-9][A-Za-z0-9.+-]{0,31}")
IDENTIFIER: Final = re.compile(r"[0-9a-f]{32}")
"""An installation: 128 random bits."""
OTHER: Final = "other"
"""Stands for a name that is empty or does not look like one."""

OPERATION: Final = "chat"
SERVICE: Final = "sottovoce-companion"
PROVIDER: Final = "sottovoce"
LONGEST_MS: Final = 86_400_000.0
"""A stage cannot take longer than a day."""
RESOLUTION_NS: Final = 60 * 1_000_000_000
"""Prompts are dated to the minute: enough for every window, too coarse for a diary."""

SERVICE_NAME: Final = "service.name"
SERVICE_VERSION: Final = "service.version"
FRONT_END: Final = "service.instance.id"
DROPPED: Final = "sottovoce.samples.dropped"
STAGE: Final = "sottovoce.stage"
VARIANT: Final = "sottovoce.variant"
ENVIRONMENT: Final = "sottovoce.environment"
MODEL: Final = "gen_ai.request.model"
OPERATION_NAME: Final = "gen_ai.operation.name"
PROVIDER_NAME: Final = "gen_ai.provider.name"
STREAM: Final = "gen_ai.request.stream"
FIRST_CHUNK: Final = "gen_ai.response.time_to_first_chunk"
ERROR_TYPE: Final = "error.type"

_SEQUENCE: Final = ("tag", "detection", "classification")
_NS_PER_MS: Final = 1_000_000


def name_or_other(name: str) -> str:
    """Return the name if it is one short word, else `other`."""
    return name if NAME.fullmatch(name) else OTHER


def clean(sample: Sample, front_end: str) -> Sample | None:
    """Return the sample with nothing in it but the vocabulary.

    Stages that are unknown, negative, not finite or longer than a day are left out, times
    become whole minutes, and an identifier that is not one becomes `front_end`.

    Returns:
        None where the sample measures no `total`, or its outcome is unknown: such a
        sample cannot be placed and is not sent.
    """
    spans = {stage: float(sample.spans[stage]) for stage in STAGES if _fits(sample, stage)}
    dated = 0 <= sample.at < 2**62
    if "total" not in spans or sample.outcome not in OUTCOMES or not dated:
        return None
    return Sample(
        at=sample.at - sample.at % RESOLUTION_NS,
        variant=Variant(sample.variant),
        environment=name_or_other(sample.environment),
        model=name_or_other(sample.model),
        front_end=sample.front_end if IDENTIFIER.fullmatch(sample.front_end) else front_end,
        spans=spans,
        outcome=str(sample.outcome),
    )


def _fits(sample: Sample, stage: str) -> bool:
    value = sample.spans.get(stage)
    return value is not None and math.isfinite(value) and 0.0 <= value <= LONGEST_MS


def span_id(trace: bytes, stage: str) -> bytes:
    """Return the id of one stage's span: the same each time the sample is sent.

    The service ignores a span that it has, so a batch whose answer was lost may be sent
    again without being counted twice.
    """
    return hashlib.blake2b(stage.encode(), key=trace, digest_size=8).digest()


def encode(rows: Sequence[tuple[bytes, Sample]], *, version: str, dropped: int) -> bytes:
    """Return an OTLP `ExportTraceServiceRequest` with every stage of the given samples.

    Args:
        rows: Pairs of a random 16-byte trace id and a sample that `clean` returned.
        version: This program's version.
        dropped: How many samples this installation has lost since it was installed.
    """
    request = ExportTraceServiceRequest()
    for front_end in dict.fromkeys(sample.front_end for _, sample in rows):
        group = request.resource_spans.add()
        _string(group.resource, SERVICE_NAME, SERVICE)
        _string(group.resource, SERVICE_VERSION, version)
        _string(group.resource, FRONT_END, front_end)
        group.resource.attributes.add(key=DROPPED).value.int_value = dropped
        scope = group.scope_spans.add()
        scope.scope.name, scope.scope.version = PROVIDER, version
        mine = ((trace, sample) for trace, sample in rows if sample.front_end == front_end)
        scope.spans.extend(_spans(mine))
    return bytes(request.SerializeToString())


def _spans(rows: Iterable[tuple[bytes, Sample]]) -> Iterable[Any]:
    for trace, sample in rows:
        root = _span(trace, sample, "total")
        root.name, root.kind = f"{OPERATION} {sample.model}", Span.SPAN_KIND_CLIENT
        _string(root, OPERATION_NAME, OPERATION)
        _string(root, PROVIDER_NAME, PROVIDER)
        first = sample.spans.get("first_token")
        if first is not None:
            root.attributes.add(key=STREAM).value.bool_value = True
            root.attributes.add(key=FIRST_CHUNK).value.double_value = first / 1000
        yield root
        for stage in sample.spans:
            if stage != "total":
                span = _span(trace, sample, stage)
                span.name, span.kind = f"sottovoce.{stage}", Span.SPAN_KIND_INTERNAL
                span.parent_span_id = root.span_id
                yield span


def _span(trace: bytes, sample: Sample, stage: str) -> Any:
    span = Span(trace_id=trace, span_id=span_id(trace, stage))
    start = sample.at + _offset(sample, stage)
    span.start_time_unix_nano = start
    span.end_time_unix_nano = start + round(sample.spans[stage] * _NS_PER_MS)
    _string(span, STAGE, stage)
    _string(span, VARIANT, sample.variant.value)
    _string(span, ENVIRONMENT, sample.environment)
    _string(span, MODEL, sample.model)
    if sample.outcome != OK:
        _string(span, ERROR_TYPE, sample.outcome)
        span.status.code = Status.STATUS_CODE_ERROR
    return span


def _offset(sample: Sample, stage: str) -> int:
    """Return where a stage is drawn after the minute, in nanoseconds.

    A sample holds durations only. The three stages of the decision follow each other;
    the tunnel and the first token are counted from the decision, the hold and the total
    from the beginning.
    """
    if stage in ("hold", "total"):
        return 0
    before = _SEQUENCE[: _SEQUENCE.index(stage)] if stage in _SEQUENCE else _SEQUENCE
    return round(sum(sample.spans.get(each, 0.0) for each in before) * _NS_PER_MS)


def _string(holder: Any, key: str, value: str) -> None:
    holder.attributes.add(key=key).value.string_value = value
