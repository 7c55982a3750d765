"""From the bytes of a request to a `ChatRequest`, or one `ApiError`."""

from __future__ import annotations

from typing import Final

import msgspec

from variants.shared import errors
from variants.shared.values import ChatRequest, ModelInfo

MAX_BODY: Final = 8 * 1024 * 1024
"""Bytes. Far above any context this serves; more is refused while it arrives."""

CHARACTERS_PER_TOKEN: Final = 64
"""No vocabulary packs more into a token, so longer texts are refused without tokenising."""

_DECODER: Final = msgspec.json.Decoder(ChatRequest)


def parse(body: bytes, model: ModelInfo) -> ChatRequest:
    """Return the request in `body`.

    Raises:
        ApiError: The body is no request, asks for another model, or cannot fit.
    """
    try:
        request = _DECODER.decode(body)
    except msgspec.ValidationError as error:
        raise errors.invalid(error) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise errors.malformed() from None
    if request.model not in {"", model.id}:
        raise errors.unknown_model()
    characters = sum(len(message.text) for message in request.messages)
    if model.context is not None and characters > model.context * CHARACTERS_PER_TOKEN:
        raise errors.context_exceeded(model.context)
    return request


def answer_bound(request: ChatRequest, default: int, ceiling: int) -> int:
    """Return how many tokens the answer may have: asked for, or `default`, within `ceiling`."""
    asked = request.max_completion_tokens or request.max_tokens or default
    return min(asked, ceiling)
