"""What telemetry may say, and how it is written."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from companion import otlp
from companion.values import Variant
from tests.placement_support import CANARY, FRONT_END, NOW, sample

TRACE = bytes(range(16))


def decoded(*samples, trace=TRACE, dropped=0):
    pairs = [(trace, otlp.clean(each, FRONT_END)) for each in samples]
    request = ExportTraceServiceRequest()
    request.ParseFromString(otlp.encode(pairs, version="0.1.0", dropped=dropped))
    return request


def attributes(holder):
    return {
        each.key: getattr(each.value, each.value.WhichOneof("value")) for each in holder.attributes
    }


def spans(request):
    return {span.name: span for span in request.resource_spans[0].scope_spans[0].spans}


def test_the_root_span_speaks_the_genai_conventions():  # D7
    root = spans(decoded(sample()))["chat SmolLM2-135M"]
    assert attributes(root) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "sottovoce",
        "gen_ai.request.model": "SmolLM2-135M",
        "gen_ai.request.stream": True,
        "gen_ai.response.time_to_first_chunk": 0.24,
        "sottovoce.stage": "total",
        "sottovoce.variant": "secured",
        "sottovoce.environment": "demo-secured",
    }
    assert root.kind == root.SPAN_KIND_CLIENT
    assert root.parent_span_id == b""
    assert root.end_time_unix_nano - root.start_time_unix_nano == 900_000_000


def test_every_other_stage_is_a_child_that_stands_alone():
    found = spans(decoded(sample()))
    root = found.pop("chat SmolLM2-135M")
    assert set(found) == {"sottovoce.tag", "sottovoce.detection", "sottovoce.first_token"}
    for span in found.values():
        assert span.parent_span_id == root.span_id
        assert span.trace_id == root.trace_id == TRACE
        assert set(attributes(span)) == {
            "sottovoce.stage", "sottovoce.variant", "sottovoce.environment", "gen_ai.request.model",
        }  # fmt: skip


def test_stages_of_the_decision_are_drawn_one_after_the_other():
    stages = {
        "tag": 1.0,
        "detection": 2.0,
        "classification": 3.0,
        "tunnel": 4.0,
        "first_token": 5.0,
    }
    found = spans(decoded(sample(spans=stages | {"hold": 8.0, "total": 9.0})))
    minute = NOW * 10**9 - NOW * 10**9 % otlp.RESOLUTION_NS
    starts = {name: (span.start_time_unix_nano - minute) / 1e6 for name, span in found.items()}
    assert starts == {
        "chat SmolLM2-135M": 0, "sottovoce.hold": 0, "sottovoce.tag": 0, "sottovoce.detection": 1,
        "sottovoce.classification": 3, "sottovoce.tunnel": 6, "sottovoce.first_token": 6,
    }  # fmt: skip


def test_a_held_prompt_names_its_reason_as_the_error_type():
    for span in spans(decoded(sample(outcome="tunnel_down"))).values():
        assert attributes(span)["error.type"] == "tunnel_down"
        assert span.status.code == span.status.STATUS_CODE_ERROR
        assert span.status.message == ""


def test_the_resource_names_the_installation_and_what_was_lost():
    request = decoded(sample(), sample(front_end="f" * 32), dropped=7)
    assert [attributes(group.resource) for group in request.resource_spans] == [
        {
            "service.name": "sottovoce-companion",
            "service.version": "0.1.0",
            "service.instance.id": front_end,
            "sottovoce.samples.dropped": 7,
        }
        for front_end in (FRONT_END, "f" * 32)
    ]


def test_times_are_whole_minutes():
    cleaned = otlp.clean(sample(at=NOW * 10**9 + 59_123_456_789), FRONT_END)
    assert cleaned.at % (60 * 10**9) == 0
    assert 0 <= NOW * 10**9 + 59_123_456_789 - cleaned.at < 60 * 10**9


@pytest.mark.parametrize(
    "text",
    ["Anna Meier", "", " ", "a" * 65, "x\n", "Müller", "/models/anna", "a;b", "\u202eabc", "-x"],
)
def test_a_name_that_is_no_name_becomes_other(text):
    cleaned = otlp.clean(sample(model=text, environment=text), FRONT_END)
    assert (cleaned.model, cleaned.environment) == ("other", "other")


@pytest.mark.parametrize("text", ["", "anna", "A" * 32, "0" * 31, "0" * 33, "0" * 32 + "\n"])
def test_an_identifier_that_is_none_becomes_the_installations_own(text):
    assert otlp.clean(sample(front_end=text), FRONT_END).front_end == FRONT_END


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -0.001, otlp.LONGEST_MS + 1])
def test_a_stage_that_cannot_be_is_left_out(value):
    cleaned = otlp.clean(sample(spans={"tag": value, "total": 1.0, CANARY: 2.0}), FRONT_END)
    assert cleaned.spans == {"total": 1.0}
    assert otlp.clean(sample(spans={"tag": 1.0, "total": value}), FRONT_END) is None


@pytest.mark.parametrize("changes", [{"outcome": CANARY}, {"spans": {}}, {"at": -1}, {"at": 2**62}])
def test_a_sample_that_cannot_be_placed_is_not_sent(changes):
    assert otlp.clean(sample(**changes), FRONT_END) is None


def test_span_ids_belong_to_trace_and_stage_and_stay_the_same():
    ids = {otlp.span_id(trace, stage) for trace in (TRACE, bytes(16)) for stage in otlp.STAGES}
    assert len(ids) == 2 * len(otlp.STAGES)
    assert all(len(each) == 8 for each in ids)
    assert otlp.span_id(TRACE, "tag") == otlp.span_id(TRACE, "tag")


@given(
    text=st.text(),
    outcome=st.sampled_from(sorted(otlp.OUTCOMES)),
    variant=st.sampled_from(Variant),
    stages=st.dictionaries(st.sampled_from(otlp.STAGES) | st.text(), st.floats()),
    at=st.integers(-(2**70), 2**70),
)
def test_whatever_goes_in_only_the_vocabulary_comes_out(text, outcome, variant, stages, at):
    found = otlp.clean(
        sample(model=text, environment=text, front_end=text, outcome=outcome, variant=variant,
               spans=stages, at=at), FRONT_END,
    )  # fmt: skip
    if found is None:
        return
    assert set(found.spans) <= set(otlp.STAGES)
    assert otlp.NAME.fullmatch(found.model)
    assert otlp.IDENTIFIER.fullmatch(found.front_end)
    otlp.encode([(TRACE, found)], version="0.1.0", dropped=0)
