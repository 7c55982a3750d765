"""From bytes to a chat request, and errors that quote nothing."""

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variants.shared.errors import ApiError
from variants.shared.requests import CHARACTERS_PER_TOKEN, answer_bound, parse
from variants.shared.values import ChatMessage, ChatRequest, Delta, ModelInfo, TextPart

MODEL = ModelInfo(id="tiny", context=100)
CANARY = "Canary-4711"


def body(**fields: object) -> bytes:
    return json.dumps({"messages": [{"role": "user", "content": "hi"}], **fields}).encode()


def outcome(data: bytes) -> ApiError | None:
    try:
        parse(data, MODEL)
    except ApiError as error:
        return error
    return None


def refusal(data: bytes) -> ApiError:
    with pytest.raises(ApiError) as caught:
        parse(data, MODEL)
    return caught.value


def test_a_request_with_every_field_is_understood():
    request = parse(
        body(
            model="tiny",
            stream=True,
            stream_options={"include_usage": True},
            max_tokens=5,
            temperature=0.5,
            top_p=0.5,
            seed=7,
            stop=["a", "b"],
            presence_penalty=-1,
            frequency_penalty=1,
            n=1,
            user="somebody",
        ),
        MODEL,
    )
    assert request.wants_usage
    assert request.stop == ["a", "b"]


def test_text_parts_are_joined_to_one_text():
    parts = [{"type": "text", "text": "one "}, {"type": "text", "text": "two"}]
    request = parse(body(messages=[{"role": "user", "content": parts}]), MODEL)
    assert request.messages[0].text == "one two"


def test_a_missing_model_means_the_served_one():
    assert parse(body(), MODEL).model == ""


@pytest.mark.parametrize(
    ("fields", "code", "param"),
    [
        ({"messages": []}, "invalid_value", "messages"),
        ({"messages": [{"role": CANARY, "content": "x"}]}, "invalid_value", "messages[0].role"),
        ({"messages": [{"role": "user", "content": 3}]}, "invalid_value", "messages[0].content"),
        ({"messages": [{"role": "user"}]}, "invalid_value", "messages[0]"),
        ({"messages": CANARY}, "invalid_value", "messages"),
        ({CANARY: 1}, "unknown_parameter", None),
        ({"tools": [CANARY]}, "unknown_parameter", None),
        ({"n": 2}, "invalid_value", "n"),
        ({"temperature": 2.1}, "invalid_value", "temperature"),
        ({"temperature": CANARY}, "invalid_value", "temperature"),
        ({"seed": -1}, "invalid_value", "seed"),
        ({"max_tokens": 0}, "invalid_value", "max_tokens"),
        ({"stop": [""]}, "invalid_value", "stop[0]"),
        ({"stop": list("abcde")}, "invalid_value", "stop"),
        ({"model": CANARY}, "model_not_found", "model"),
        ({"stream_options": {CANARY: CANARY}}, "unknown_parameter", "stream_options"),
        (
            {"messages": [{"role": "user", "content": [{"type": CANARY, "text": "x"}]}]},
            "invalid_value",
            "messages[0].content[0].type",
        ),
    ],
)
def test_a_wrong_field_is_named_and_its_value_never_quoted(fields, code, param):
    error = refusal(body(**fields))
    assert error.status in {400, 404}
    assert (error.code, error.param) == (code, param)
    assert CANARY.encode() not in error.body()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'"Canary-4711"',
        b"Canary-4711",
        b'{"messages": [',
        b"\xff\xfe{}",
        b'{"messages":[{"role":"user","content":"\xff Canary-4711"}]}',
        b'{"messages":[{"role":"user","content":"\\ud800 Canary-4711"}]}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda data: repr(data[:16]),
)
def test_what_is_no_request_is_refused_without_being_quoted(data):
    error = refusal(data)
    assert error.status == 400
    assert CANARY.encode() not in error.body()


def test_a_text_that_cannot_fit_is_refused_before_it_is_tokenised():
    text = "a" * (100 * CHARACTERS_PER_TOKEN + 1)
    error = refusal(body(messages=[{"role": "user", "content": text}]))
    assert (error.status, error.code) == (400, "context_length_exceeded")


def test_the_newer_name_of_the_bound_wins_and_the_ceiling_holds():
    request = parse(body(max_tokens=5, max_completion_tokens=6), MODEL)
    assert answer_bound(request, 10, 20) == 6
    assert answer_bound(parse(body(), MODEL), 10, 20) == 10
    assert answer_bound(parse(body(max_tokens=500), MODEL), 10, 20) == 20


def test_no_struct_shows_text_in_its_repr():
    message = ChatMessage(role="user", content=CANARY)
    part = TextPart(type="text", text=CANARY)
    request = ChatRequest(messages=[message], user=CANARY)
    for value in (message, part, request, Delta(text=CANARY), [request]):
        assert CANARY not in repr(value)
        assert CANARY not in str(value)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_request_or_one_error(data):
    error = outcome(data)
    assert error is None or error.status in {400, 404}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["messages", "role", "content", "type", "text", "stop", "n"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(JSON)
def test_any_json_gives_a_request_or_one_error_made_of_fixed_words(value):
    marked = {"messages": [{"role": CANARY, "content": value}], CANARY: value}
    for data in (msgspec.json.encode(value), msgspec.json.encode(marked)):
        error = outcome(data)
        assert error is None or CANARY.encode() not in error.body()
