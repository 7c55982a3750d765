"""From an engine's events to the bytes of the API. Pure; ids and times are arguments."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from variants.shared.errors import ApiError
from variants.shared.values import Done, ModelInfo, Usage

DONE: Final = b"data: [DONE]\n\n"
"""The line that tells a complete stream from one that broke off."""


def usage_object(usage: Usage) -> dict[str, Any]:
    """Return the `usage` object of the API."""
    return {
        "prompt_tokens": usage.prompt,
        "completion_tokens": usage.completion,
        "total_tokens": usage.prompt + usage.completion,
        "prompt_tokens_details": {"cached_tokens": usage.cached},
    }


def completion(*, answer_id: str, created: int, model: str, text: str, done: Done) -> bytes:
    """Return a whole `chat.completion`."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": done.finish_reason}
    return msgspec.json.encode(
        {
            "id": answer_id,
            "object": "chat.completion",
            "created": created,
            "model": model,
            "choices": [choice],
            "usage": usage_object(done.usage),
        }
    )


class Chunks:
    """Makes the server-sent events of one streamed answer."""

    def __init__(self, *, answer_id: str, created: int, model: str) -> None:
        self._head = {
            "id": answer_id,
            "object": "chat.completion.chunk",
            "created": created,
            "model": model,
        }

    def role(self) -> bytes:
        """Return the first event, which names the speaker."""
        return self._choice({"role": "assistant", "content": ""}, None)

    def text(self, text: str) -> bytes:
        """Return the event for the next piece of the answer."""
        return self._choice({"content": text}, None)

    def finish(self, done: Done, *, usage: bool) -> bytes:
        """Return the last events: the finish reason and, where asked for, the usage."""
        data = self._choice({}, done.finish_reason)
        if usage:
            data += _event({**self._head, "choices": [], "usage": usage_object(done.usage)})
        return data

    def _choice(self, delta: dict[str, str], reason: str | None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return _event({**self._head, "choices": [choice]})


def failure(error: ApiError) -> bytes:
    """Return the event for an error after the stream began; no `[DONE]` follows it."""
    return b"data: " + error.body() + b"\n\n"


def models(model: ModelInfo) -> bytes:
    """Return the body of `GET /v1/models`; `sha256` is an addition of ours."""
    entry: dict[str, Any] = {
        "id": model.id,
        "object": "model",
        "created": model.created,
        "owned_by": model.owner,
        "sha256": model.sha256,
    }
    if model.context is not None:
        entry["context_length"] = model.context
    return msgspec.json.encode({"object": "list", "data": [entry]})


def _event(value: dict[str, Any]) -> bytes:
    return b"data: " + msgspec.json.encode(value) + b"\n\n"
