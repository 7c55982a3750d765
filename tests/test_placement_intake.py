"""Bytes in, values or refusals out."""

import base64
import gzip
import json
import zlib

import pytest
from google.protobuf import json_format
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from companion import otlp
from companion.values import HoldReason
from placement import intake
from placement.values import Intake, Refusal, RequestError
from tests.placement_support import CANARY, FRONT_END, NOW, export, sample

NOW_NS = NOW * 10**9


def read(body, content_type=intake.PROTOBUF, encoding=""):
    return intake.read(body, content_type, encoding, NOW_NS)


def message(**changes):
    request = ExportTraceServiceRequest()
    request.ParseFromString(export(sample(**changes)))
    return request


def spans_of(request):
    return request.resource_spans[0].scope_spans[0].spans


def refusal(change):
    """Apply a change to the first span (or the whole request) and return what became of it."""
    request = message()
    change(request)
    found = read(request.SerializeToString())
    assert CANARY.encode() not in intake.answer(found, intake.PROTOBUF)
    return found.refused


def set_attribute(holder, key, **value):
    for attribute in holder.attributes:
        if attribute.key == key:
            attribute.value.Clear()
            for name, each in value.items():
                setattr(attribute.value, name, each)
            return
    holder.attributes.add(key=key)
    set_attribute(holder, key, **value)


def test_every_stage_of_a_sample_becomes_a_value():  # P05, P06
    found = read(export(sample(), dropped=4))
    durations = {span.series.stage: span.duration_us for span in found.spans}
    assert durations == {"tag": 250, "detection": 12_000, "first_token": 240_000, "total": 900_000}
    assert found.refused == {}
    assert found.lost == {FRONT_END: 4}
    assert {span.series.variant for span in found.spans} == {"secured"}
    assert {span.series.front_end for span in found.spans} == {FRONT_END}
    assert len({span.key for span in found.spans}) == 4
    assert {len(span.key) for span in found.spans} == {24}


@pytest.mark.parametrize("reason", [reason.value for reason in HoldReason])
def test_every_hold_reason_is_an_outcome(reason):
    found = read(export(sample(outcome=reason)))
    assert {span.series.outcome for span in found.spans} == {reason}


FREE_TEXT = f"Patient {CANARY} has diabetes"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda r: set_attribute(spans_of(r)[0], "gen_ai.prompt", string_value=FREE_TEXT),
         Refusal.UNKNOWN_ATTRIBUTE),
        (lambda r: set_attribute(spans_of(r)[0], "gen_ai.input.messages", string_value=FREE_TEXT),
         Refusal.UNKNOWN_ATTRIBUTE),
        (lambda r: set_attribute(spans_of(r)[0], CANARY, int_value=1), Refusal.UNKNOWN_ATTRIBUTE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.MODEL, string_value=FREE_TEXT),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.MODEL, string_value="x" * 65),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.ENVIRONMENT, string_value=f"a\n{CANARY}"),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.ENVIRONMENT, string_value="core-b\n"),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.STAGE, string_value=CANARY),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.ERROR_TYPE, string_value=CANARY),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.ENVIRONMENT, bytes_value=b"core"),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.FIRST_CHUNK, double_value=float("nan")),
         Refusal.BAD_VALUE),
        (lambda r: set_attribute(spans_of(r)[0], otlp.STREAM, string_value="true"),
         Refusal.BAD_VALUE),
        (lambda r: spans_of(r)[0].attributes.append(spans_of(r)[0].attributes[0]),
         Refusal.DUPLICATE_ATTRIBUTE),
        (lambda r: spans_of(r)[0].ClearField("attributes"), Refusal.MISSING_ATTRIBUTE),
        (lambda r: setattr(spans_of(r)[0], "name", FREE_TEXT), Refusal.BAD_NAME),
        (lambda r: setattr(spans_of(r)[0], "trace_state", f"a={CANARY}"), Refusal.CARRIES_CONTENT),
        (lambda r: setattr(spans_of(r)[0].status, "message", FREE_TEXT), Refusal.CARRIES_CONTENT),
        (lambda r: spans_of(r)[0].events.add(name=FREE_TEXT), Refusal.CARRIES_CONTENT),
        (lambda r: spans_of(r)[0].links.add(trace_state=CANARY), Refusal.CARRIES_CONTENT),
        (lambda r: setattr(spans_of(r)[0], "trace_id", CANARY.encode()), Refusal.BAD_IDENTIFIER),
        (lambda r: setattr(spans_of(r)[0], "span_id", b""), Refusal.BAD_IDENTIFIER),
        (lambda r: setattr(spans_of(r)[0], "parent_span_id", b"1"), Refusal.BAD_IDENTIFIER),
        (lambda r: setattr(spans_of(r)[0], "end_time_unix_nano", 5), Refusal.BAD_TIME),
        (lambda r: setattr(spans_of(r)[0], "start_time_unix_nano", 2**63), Refusal.BAD_TIME),
        (lambda r: setattr(spans_of(r)[0], "end_time_unix_nano", 2**64 - 1), Refusal.BAD_TIME),
    ],
)  # fmt: skip
def test_a_span_that_says_more_than_the_vocabulary_is_refused(change, reason):  # D7
    request = message()
    change(request)
    found = read(request.SerializeToString())
    assert found.refused == {reason: 1}
    assert len(found.spans) == 3
    assert CANARY not in repr(found)
    assert CANARY.encode() not in intake.answer(found, intake.PROTOBUF)
    assert CANARY.encode() not in intake.answer(found, intake.JSON)


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("host.name", {"string_value": CANARY}, Refusal.UNKNOWN_ATTRIBUTE),
        (otlp.FRONT_END, {"string_value": CANARY}, Refusal.BAD_VALUE),
        (otlp.SERVICE_NAME, {"string_value": CANARY}, Refusal.BAD_VALUE),
        (otlp.SERVICE_VERSION, {"string_value": FREE_TEXT}, Refusal.BAD_VALUE),
        (otlp.DROPPED, {"int_value": -1}, Refusal.BAD_VALUE),
        (otlp.DROPPED, {"string_value": "1"}, Refusal.BAD_VALUE),
    ],
)
def test_a_resource_that_says_more_refuses_all_its_spans(key, value, reason):
    found = refusal(lambda request: set_attribute(request.resource_spans[0].resource, key, **value))
    assert found == {reason: 4}


def test_a_resource_without_an_installation_refuses_all_its_spans():
    found = refusal(lambda request: request.resource_spans[0].resource.Clear())
    assert found == {Refusal.MISSING_ATTRIBUTE: 4}


@pytest.mark.parametrize("field", ["name", "version"])
def test_a_scope_with_free_text_refuses_its_spans(field):
    def change(request):
        setattr(request.resource_spans[0].scope_spans[0].scope, field, FREE_TEXT)

    assert sum(refusal(change).values()) == 4


def test_names_that_are_not_on_the_list_are_refused_where_there_is_a_list():
    body = export(sample(), sample(environment="a patient"), sample(model=CANARY))
    known = frozenset({"demo-secured", "SmolLM2-135M"})
    found = intake.read(body, intake.PROTOBUF, "", NOW_NS, known)
    assert found.refused == {Refusal.UNKNOWN_NAME: 4}
    assert {span.series.environment for span in found.spans} == {"demo-secured", "other"}
    assert CANARY not in repr(found)


def test_a_value_without_a_place_in_the_schema_never_comes_through():
    request = message()
    request.resource_spans[0].schema_url = FREE_TEXT
    request.resource_spans[0].scope_spans[0].schema_url = FREE_TEXT
    assert CANARY not in repr(read(request.SerializeToString()))


def test_json_with_hex_ids_reads_like_protobuf():
    request = message()
    tree = json.loads(json_format.MessageToJson(request))
    for span in tree["resourceSpans"][0]["scopeSpans"][0]["spans"]:
        for key in ("traceId", "spanId", "parentSpanId"):
            if key in span:
                span[key] = base64.b64decode(span[key]).hex()
    tree["somethingNew"] = True
    body = json.dumps(tree).encode()
    assert read(body, intake.JSON) == read(request.SerializeToString())
    assert read(gzip.compress(body), intake.JSON, "gzip") == read(body, intake.JSON)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b'{"resourceSpans": 5}', b'{"resourceSpans": [{"scopeSpans": [7]}]}',
     b'{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz"}]}]}]}',
     b'{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":5}]}]}]}',
     b'{"resourceSpans":[{"resource":{"attributes":[{"key":"k","value":{"arrayValue":'
     + b'{"values":[{"arrayValue":' * 40 + b"{}" + b"}]}" * 40 + b"}}]}}]}",
     b"[" * 100_000],
)  # fmt: skip
def test_json_that_is_no_export_is_one_kind_of_error(body):
    with pytest.raises(RequestError) as caught:
        read(body, intake.JSON)
    assert caught.value.status == 400


def test_protobuf_that_is_no_export_is_refused_without_quoting_it():
    with pytest.raises(RequestError) as caught:
        read(b"\xff" + CANARY.encode())
    assert caught.value.status == 400
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("body", "encoding", "status"),
    [
        (b"not gzip", "gzip", 400),
        (gzip.compress(b"abc")[:-1], "gzip", 400),
        (gzip.compress(b"abc") + b"more", "gzip", 400),
        (gzip.compress(bytes(intake.MAX_INFLATED + 1)), "gzip", 413),
        (b"", "br", 415),
    ],
    ids=["no gzip", "cut short", "more behind it", "too large", "an encoding nobody knows"],
)
def test_a_body_that_cannot_be_decompressed_within_bounds_is_refused(body, encoding, status):
    with pytest.raises(RequestError) as caught:
        intake.inflate(body, encoding)
    assert caught.value.status == status


def test_gzip_and_deflate_and_nothing_give_the_same():
    body = export(sample())
    assert intake.inflate(gzip.compress(body), "gzip") == body
    assert intake.inflate(zlib.compress(body), "deflate") == body
    assert intake.inflate(body, "identity") == body


def test_too_many_spans_are_refused_before_any_is_read():
    request = ExportTraceServiceRequest()
    spans = request.resource_spans.add().scope_spans.add().spans
    for _ in range(intake.MAX_SPANS + 1):
        spans.add()
    with pytest.raises(RequestError) as caught:
        read(request.SerializeToString())
    assert caught.value.status == 413


def test_a_full_success_is_an_empty_answer():
    assert intake.answer(Intake(), intake.PROTOBUF) == b""
    assert intake.answer(Intake(), intake.JSON) == b"{}"


def test_a_partial_success_counts_and_names_reasons():
    found = Intake(refused={Refusal.BAD_TIME: 2, Refusal.BAD_NAME: 1})
    response = ExportTraceServiceResponse()
    response.ParseFromString(intake.answer(found, intake.PROTOBUF))
    assert response.partial_success.rejected_spans == 3
    assert response.partial_success.error_message == "refused: bad_name 1, bad_time 2"


def test_a_failure_is_a_status_message():
    assert intake.failure(3, "no", intake.PROTOBUF) == b"\x08\x03\x12\x02no"
    assert json.loads(intake.failure(3, "no", intake.JSON)) == {"code": 3, "message": "no"}


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([intake.PROTOBUF, intake.JSON]))
def test_any_bytes_give_a_value_or_the_one_error(body, content_type):
    try:
        found = read(body, content_type)
    except RequestError:
        return
    assert isinstance(found, Intake)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_export_gives_a_value_or_the_one_error(data):
    body = bytearray(export(sample()))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read(bytes(body))
    except RequestError:
        return
    for span in found.spans:
        assert span.series.stage in otlp.STAGES
        assert otlp.NAME.fullmatch(span.series.environment)
