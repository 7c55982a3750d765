"""The bytes of answers, streams, errors and listings."""

import json

from variants_support import events, streamed_text

from variants.shared import errors, replies
from variants.shared.values import Done, ModelInfo, Usage

DONE = Done(finish_reason="length", usage=Usage(prompt=3, completion=2, cached=1))


def test_a_whole_answer_has_openais_shape():
    body = json.loads(
        replies.completion(answer_id="chatcmpl-1", created=7, model="tiny", text="hé", done=DONE)
    )
    assert body == {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 7,
        "model": "tiny",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "hé"},
                "finish_reason": "length",
            }
        ],
        "usage": {
            "prompt_tokens": 3,
            "completion_tokens": 2,
            "total_tokens": 5,
            "prompt_tokens_details": {"cached_tokens": 1},
        },
    }


def test_a_stream_opens_with_the_role_and_ends_with_reason_usage_and_done():
    chunks = replies.Chunks(answer_id="chatcmpl-1", created=7, model="tiny")
    body = chunks.role() + chunks.text("a\n\nb") + chunks.finish(DONE, usage=True) + replies.DONE
    first, text, finish, usage, done = events(body)
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    assert first["object"] == "chat.completion.chunk"
    assert text["choices"][0] == {"index": 0, "delta": {"content": "a\n\nb"}, "finish_reason": None}
    assert finish["choices"][0] == {"index": 0, "delta": {}, "finish_reason": "length"}
    assert usage["choices"] == []
    assert usage["usage"]["total_tokens"] == 5
    assert done == "[DONE]"
    assert streamed_text(body) == "a\n\nb"


def test_usage_comes_only_where_it_was_asked_for():
    chunks = replies.Chunks(answer_id="chatcmpl-1", created=7, model="tiny")
    assert len(events(chunks.finish(DONE, usage=False))) == 1


def test_an_error_within_a_stream_is_one_event_of_openais_shape():
    (event,) = events(replies.failure(errors.engine_lost()))
    assert event["error"]["code"] == "engine_restarting"
    assert set(event["error"]) == {"message", "type", "param", "code"}


def test_a_listing_names_the_model_and_its_hash():
    body = json.loads(replies.models(ModelInfo(id="tiny", sha256="ab", context=9, created=5)))
    assert body["data"][0]["id"] == "tiny"
    assert body["data"][0]["sha256"] == "ab"
    assert body["data"][0]["context_length"] == 9
    assert "context_length" not in json.loads(replies.models(ModelInfo(id="tiny")))["data"][0]
