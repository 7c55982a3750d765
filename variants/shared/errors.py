"""Errors in OpenAI's shape, none of which ever quotes what a client sent.

Values and unknown keys of a request are a person's text as much as its messages are, so a
message is built from fixed words, numbers and the names of known fields only.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

_FIELD: Final = re.compile(r" - at `\$\.?([a-z_.\[\]0-9]*)`$")
_SAFE: Final = re.compile(
    r"^(Expected `[a-z |]+`(, got `[a-z]+`| (>=|<=|>|<) [0-9.-]+| of length (>=|<=) [0-9]+)"
    r"|Object missing required field `(messages|role|content|type|text)`)"
)


class ApiError(Exception):
    """A refusal or failure that the client is told about.

    Attributes:
        status: HTTP status.
        message: Fixed words; never the client's.
        type: OpenAI's class of error.
        code: What a program acts on.
        param: The field to blame, if one is.
        retry_after: Seconds after which another try makes sense.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",  # noqa: A002  (the API's own word)
        code: str | None = None,
        param: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.type = type
        self.code = code
        self.param = param
        self.retry_after = retry_after

    def payload(self) -> dict[str, dict[str, str | None]]:
        """Return the JSON object that OpenAI's clients expect."""
        return {
            "error": {
                "message": self.message,
                "type": self.type,
                "param": self.param,
                "code": self.code,
            }
        }

    def body(self) -> bytes:
        """Return the payload as JSON."""
        return msgspec.json.encode(self.payload())


def malformed() -> ApiError:
    """Return the error for a body that is not JSON in UTF-8."""
    return ApiError(400, "The body is not valid JSON in UTF-8.", code="invalid_json")


def invalid(error: msgspec.ValidationError) -> ApiError:
    """Return the error for JSON that is not a chat request, without quoting any of it."""
    text = str(error)
    found = _FIELD.search(text)
    param = found.group(1) or None if found else None
    if "unknown field" in text:
        message = "The request has a field that this server does not support."
        return ApiError(400, message, code="unknown_parameter", param=param)
    safe = _SAFE.match(text)
    reason = safe.group(0).replace("`", "") if safe else "This value is not supported"
    return ApiError(400, f"{reason}.", code="invalid_value", param=param)


def too_large(limit: int) -> ApiError:
    """Return the error for a body above `limit` bytes."""
    return ApiError(413, f"The body is larger than {limit} bytes.", code="request_too_large")


def context_exceeded(context: int | None, tokens: int | None = None) -> ApiError:
    """Return OpenAI's error for a prompt that does not fit, with both sizes where known."""
    have = "the model's context" if context is None else f"the model's {context} tokens of context"
    asked = "The messages do" if tokens is None else f"The messages are {tokens} tokens and do"
    return ApiError(
        400, f"{asked} not fit into {have}.", code="context_length_exceeded", param="messages"
    )


def unknown_model() -> ApiError:
    """Return the error for a model that is not served here."""
    return ApiError(404, "This server serves another model.", code="model_not_found", param="model")


def busy(retry_after: int) -> ApiError:
    """Return the error for a full queue."""
    message = "The model is busy with other requests."
    return ApiError(429, message, type="rate_limit_error", code="busy", retry_after=retry_after)


def waited(retry_after: int) -> ApiError:
    """Return the error for a request whose turn did not come in time."""
    message = "The model was busy for too long."
    return ApiError(503, message, type="server_error", code="busy", retry_after=retry_after)


def engine_lost(retry_after: int = 1) -> ApiError:
    """Return the error for a request whose engine died; the engine is being restarted."""
    message = "The model stopped while it worked on this request and is being restarted."
    return ApiError(
        503, message, type="server_error", code="engine_restarting", retry_after=retry_after
    )


def engine_failed() -> ApiError:
    """Return the error for a request that the engine could not finish."""
    return ApiError(
        500, "The model could not finish this request.", type="server_error", code="engine_failed"
    )


def internal() -> ApiError:
    """Return the error for a fault of our own; its details stay out of every log."""
    return ApiError(500, "The server failed.", type="server_error", code="internal_error")


def stopping() -> ApiError:
    """Return the error for a request that a shutdown cut short."""
    return ApiError(
        503, "The server is shutting down.", type="server_error", code="stopping", retry_after=5
    )
