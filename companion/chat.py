"""One chat completion over an OpenAI-compatible API, streamed.

The same few lines serve the secured lane, whose session can reach nothing but the tunnel,
and the public one. Errors carry a reason and never a word of what was sent or received.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from typing import Final

import aiohttp
import msgspec

from companion.tunnel.errors import TunnelError
from companion.values import HoldReason, PromptText, Turn

CONNECT_TIMEOUT: Final = 8.0
"""Seconds to reach the variant."""
READ_TIMEOUT: Final = 120.0
"""Seconds without a byte; a small machine needs long to read a long prompt."""
MOST_TURNS: Final = 40
"""Earlier turns that a variant is given with a prompt."""
MOST_CONTEXT: Final = 200_000
"""Characters that they may have together."""
LONGEST_ERROR: Final = 65_536
LONGEST_LINE: Final = 1_048_576

BROKEN: Final = (aiohttp.ClientError, OSError, asyncio.IncompleteReadError, TunnelError)
"""What a connection that cannot be made or kept raises."""

_STALE: Final = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, ConnectionResetError)

_REFUSALS: Final = {
    429: HoldReason.BUSY,
    502: HoldReason.SECURED_UNREACHABLE,
    503: HoldReason.BUSY,
    504: HoldReason.SECURED_UNREACHABLE,
}


class ChatError(Exception):
    """The variant did not answer, or not to the end; `reason` says which.

    Attributes:
        reason: Why.
        stale: Whether a kept connection turned out to be dead before anything was accepted.
    """

    def __init__(self, reason: HoldReason, *, stale: bool = False) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.stale = stale


class _Fault(msgspec.Struct):
    code: str | int | None = None


class _ErrorBody(msgspec.Struct):
    error: _Fault | None = None


class _DeltaBody(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    delta: _DeltaBody | None = None


class _Chunk(msgspec.Struct):
    model: str = ""
    choices: list[_Choice] = []
    error: msgspec.Raw | None = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """The next piece of an answer; the first has no text and says that it was accepted."""

    text: str
    model: str

    def __repr__(self) -> str:
        return f"Piece(<{len(self.text)} characters hidden>, model={self.model!r})"


_MODEL_NAME: Final = re.compile(r"[A-Za-z0-9._:/@+-]{1,128}")
_chunks = msgspec.json.Decoder(_Chunk)
_errors = msgspec.json.Decoder(_ErrorBody)
_encoder = msgspec.json.Encoder()


def timeout() -> aiohttp.ClientTimeout:
    """Return the time-outs of a chat session."""
    return aiohttp.ClientTimeout(
        total=None, connect=CONNECT_TIMEOUT, sock_connect=CONNECT_TIMEOUT, sock_read=READ_TIMEOUT
    )


async def stream(
    session: aiohttp.ClientSession,
    url: str,
    prompt: PromptText,
    *,
    model: str,
    unreachable: Callable[[], HoldReason],
    context: tuple[Turn, ...] = (),
) -> AsyncGenerator[Piece, None]:
    """Ask for one answer and yield it piece by piece.

    Args:
        session: Whose connector decides what can be reached at all.
        url: Base URL up to and including `/v1`.
        prompt: The person's text.
        model: The model to ask for; empty leaves the choice to the variant.
        unreachable: Says why nothing could be reached, once that has happened.
        context: Earlier turns of the conversation, oldest first.

    Raises:
        ChatError: Whatever went wrong.
    """
    answering = False
    try:
        body = _body(prompt, context, model)
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        target = f"{url}/chat/completions"
        async with session.post(
            target, data=body, headers=headers, allow_redirects=False
        ) as response:
            if response.status != 200:
                raise ChatError(await _refusal(response))
            yield Piece(text="", model="")
            answering = True
            async for piece in _pieces(response):
                yield piece
    except BROKEN as error:
        if answering:
            raise ChatError(HoldReason.SECURED_INTERRUPTED) from error
        raise ChatError(unreachable(), stale=_is_stale(error)) from error


def _is_stale(error: BaseException) -> bool:
    """Whether a connection that had been kept was dead, and not one that was being made."""
    return isinstance(error, _STALE) and not isinstance(error, aiohttp.ClientConnectorError)


def recent(context: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the latest turns of a conversation that a variant is given, oldest first.

    They are whole: of a conversation that is longer, the oldest turns are left out.
    """
    kept: list[Turn] = []
    characters = 0
    for turn in reversed(context[-MOST_TURNS:]):
        characters += len(turn.text)
        if characters > MOST_CONTEXT:
            break
        kept.append(turn)
    return tuple(reversed(kept))


def _body(prompt: PromptText, context: Sequence[Turn], model: str) -> bytes:
    turns = [{"role": turn.role.value, "content": turn.text.reveal()} for turn in recent(context)]
    request: dict[str, object] = {
        "messages": [*turns, {"role": "user", "content": prompt.reveal()}],
        "stream": True,
    }
    if model:
        request["model"] = model
    return _encoder.encode(request)


async def _refusal(response: aiohttp.ClientResponse) -> HoldReason:
    try:
        parsed = _errors.decode(await read_start(response))
    except (msgspec.DecodeError, UnicodeDecodeError):
        parsed = _ErrorBody()
    if parsed.error is not None and parsed.error.code == "context_length_exceeded":
        return HoldReason.TOO_LONG_FOR_MODEL
    if response.status == 413:
        return HoldReason.TOO_LONG_FOR_MODEL
    return _REFUSALS.get(response.status, HoldReason.SECURED_REFUSED)


async def read_start(response: aiohttp.ClientResponse) -> bytes:
    """Return the whole body, or the start of one that is longer than any error."""
    body = bytearray()
    while len(body) < LONGEST_ERROR and (block := await _next_block(response.content)):
        body += block
    return bytes(body)


async def _next_block(content: aiohttp.StreamReader) -> bytes:
    """Return what came next, empty at the end; aiohttp waits for ever after a bad chunk."""
    async with asyncio.timeout(READ_TIMEOUT):
        return await content.readany()


def model_name(claimed: str) -> str:
    """Return a variant's name for its model, or nothing where it is no name.

    The name is kept in the audit and reported, so it must not be able to carry an answer.
    """
    return claimed if _MODEL_NAME.fullmatch(claimed) else ""


async def _pieces(response: aiohttp.ClientResponse) -> AsyncGenerator[Piece, None]:
    """Read server-sent events up to `[DONE]`; an end before that is an interruption."""
    async for data in _events(response.content):
        if data == b"[DONE]":
            return
        try:
            chunk = _chunks.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ChatError(HoldReason.SECURED_INTERRUPTED) from error
        if chunk.error is not None:
            raise ChatError(HoldReason.SECURED_INTERRUPTED)
        text = "".join(c.delta.content or "" for c in chunk.choices if c.delta is not None)
        if text:
            yield Piece(text=text, model=model_name(chunk.model))
    raise ChatError(HoldReason.SECURED_INTERRUPTED)


async def _events(content: aiohttp.StreamReader) -> AsyncIterator[bytes]:
    """Yield the data of each event; the API sends one `data:` line per event."""
    buffer = bytearray()
    while block := await _next_block(content):
        buffer += block
        while (end := buffer.find(b"\n")) >= 0:
            line = bytes(buffer[:end]).rstrip(b"\r")
            del buffer[: end + 1]
            if line.startswith(b"data:"):
                yield line[5:].strip()
        if len(buffer) > LONGEST_LINE:
            raise ChatError(HoldReason.SECURED_INTERRUPTED)
