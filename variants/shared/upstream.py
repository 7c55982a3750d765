"""The `upstream` engine: any server with OpenAI's chat API (vLLM, Ollama, TGI, llama.cpp)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

import aiohttp
import msgspec

from variants.shared import errors
from variants.shared.engine import EngineError
from variants.shared.errors import ApiError
from variants.shared.requests import answer_bound
from variants.shared.sse import EventReader, EventTooLargeError
from variants.shared.values import ChatRequest, Delta, Done, Event, FinishReason, ModelInfo, Usage

_LISTING_LIMIT: Final = 1024 * 1024
_ERROR_LIMIT: Final = 64 * 1024
_MAX_RETRY_AFTER: Final = 3_600


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamOptions:
    """Where the model runs and how patiently it is asked.

    Attributes:
        url: Base URL up to and including `/v1`.
        key: Bearer token, or empty. Never shown.
        model: The model to ask for; empty takes the only one that the upstream lists.
        sha256: The model's SHA-256 where the upstream does not tell; None means unknown.
        max_tokens: Tokens of an answer for which none were asked.
        ceiling: Tokens that no answer exceeds.
        connect_timeout: Seconds until a connection stands.
        read_timeout: Seconds between two pieces of an answer, the first one included.
        probe_every: Seconds between two looks at whether the upstream still has the model.
    """

    url: str
    key: str = field(default="", repr=False)
    model: str = ""
    sha256: str | None = None
    max_tokens: int = 256
    ceiling: int = 2_048
    connect_timeout: float = 5.0
    read_timeout: float = 120.0
    probe_every: float = 10.0


class _ListedModel(msgspec.Struct, frozen=True):
    id: str
    created: int = 0
    owned_by: str = ""
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")] | None = None
    max_model_len: int | None = None
    context_length: int | None = None


class _Listing(msgspec.Struct, frozen=True):
    data: list[_ListedModel]


class _Failure(msgspec.Struct, frozen=True):
    code: str | int | None = None
    type: str | None = None
    message: str = ""


class _Usage(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: dict[str, Any] | None = None


class _Delta(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Chunk(msgspec.Struct, frozen=True):
    choices: list[_Choice] = []
    usage: _Usage | None = None
    error: _Failure | None = None


class _Refused(msgspec.Struct, frozen=True):
    error: _Failure


class UpstreamEngine:
    """Passes requests on and translates what comes back; it keeps and logs nothing."""

    name = "upstream"
    restarts = 0

    def __init__(self, options: UpstreamOptions) -> None:
        self._options = options
        self._session: aiohttp.ClientSession | None = None
        self._prober: asyncio.Task[None] | None = None
        self._seen = False
        self.model = ModelInfo(id=options.model, sha256=options.sha256)

    @property
    def ready(self) -> bool:
        """Whether the upstream had the model when it was last looked at."""
        return self._session is not None and self._seen

    async def start(self) -> None:
        """Ask the upstream which models it serves, and pick one.

        Raises:
            EngineError: It cannot be reached, or the model is not (uniquely) there.
        """
        options = self._options
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {options.key}"} if options.key else {},
            timeout=aiohttp.ClientTimeout(
                total=None,
                sock_connect=options.connect_timeout,
                sock_read=options.read_timeout,
            ),
            trust_env=False,  # a proxy from the environment would read the prompts
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=True,
        )
        try:
            self.model = await self._choose(options.model)
        except EngineError:
            await self.close()
            raise
        self._seen = True
        self._prober = asyncio.create_task(self._probe())

    async def close(self) -> None:
        """Close the connections."""
        if self._prober is not None:
            self._prober.cancel()
            await asyncio.gather(self._prober, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def generate(self, request: ChatRequest) -> AsyncGenerator[Event, None]:
        """Answer one request; see `Engine.generate`."""
        body = msgspec.json.encode(upstream_request(request, self._options, self.model.id))
        reader = EventReader()
        answer = _Answer(self.model.context)
        try:
            async with self._post(body) as response:
                async for data in response.content.iter_any():
                    for event in reader.feed(data):
                        if event == b"[DONE]":
                            yield answer.done()
                            return
                        if text := answer.take(event):
                            yield Delta(text=text)
        except TimeoutError:
            raise _gateway(504, "The model's server did not answer in time.") from None
        except (aiohttp.ClientError, EventTooLargeError, OSError):
            raise _gateway(502, "The model's server broke the connection.") from None
        if not answer.finished:
            raise _gateway(502, "The model's server broke off its answer.")
        yield answer.done()

    @asynccontextmanager
    async def _post(self, body: bytes) -> AsyncGenerator[aiohttp.ClientResponse, None]:
        if self._session is None:
            raise errors.stopping()
        url = f"{self._options.url.rstrip('/')}/chat/completions"
        headers = {"Content-Type": "application/json"}
        async with self._session.post(
            url, data=body, headers=headers, allow_redirects=False
        ) as response:
            if response.status != 200:
                detail = await response.content.read(_ERROR_LIMIT)
                raise refusal(response.status, response.headers, detail, self.model.context)
            yield response

    async def _probe(self) -> None:
        """Keep `ready` and the model's identity true while the upstream comes and goes."""
        while True:
            await asyncio.sleep(self._options.probe_every)
            try:
                self.model = await self._choose(self.model.id)
            except EngineError:
                self._seen = False
            else:
                self._seen = True

    async def _choose(self, wanted: str) -> ModelInfo:
        models = await self._list()
        found = [model for model in models if not wanted or model.id == wanted]
        if len(found) != 1:
            names = ", ".join(model.id for model in models) or "none"
            raise EngineError(f"the upstream serves these models: {names}; name one with --model")
        model = found[0]
        return ModelInfo(
            id=model.id,
            sha256=self._options.sha256 or model.sha256,
            context=model.max_model_len or model.context_length,
            created=model.created,
            owner=model.owned_by or "upstream",
        )

    async def _list(self) -> list[_ListedModel]:
        if self._session is None:
            raise EngineError("the upstream engine is closed")
        url = f"{self._options.url.rstrip('/')}/models"
        try:
            async with self._session.get(url, allow_redirects=False) as response:
                body = await response.content.read(_LISTING_LIMIT)
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise EngineError(f"cannot reach {url}: {type(error).__name__}") from None
        if status != 200:
            raise EngineError(f"{url} answered with status {status}")
        try:
            return msgspec.json.decode(body, type=_Listing).data
        except msgspec.DecodeError:
            raise EngineError(f"{url} gave no list of models") from None


class _Answer:
    """Collects what a stream says besides its text."""

    def __init__(self, context: int | None) -> None:
        self._context = context
        self._reason: FinishReason = "stop"
        self._usage = Usage()
        self.finished = False

    def take(self, data: bytes) -> str:
        """Return the text in one event.

        Raises:
            ApiError: The event is an error, or no event of this API.
        """
        try:
            chunk = msgspec.json.decode(data, type=_Chunk)
        except msgspec.DecodeError:
            raise _gateway(502, "The model's server sent something unreadable.") from None
        if chunk.error is not None:
            raise _translate(500, chunk.error, None, self._context)
        if chunk.usage is not None:
            details = chunk.usage.prompt_tokens_details or {}
            cached = details.get("cached_tokens")
            self._usage = Usage(
                prompt=chunk.usage.prompt_tokens,
                completion=chunk.usage.completion_tokens,
                cached=cached if isinstance(cached, int) else 0,
            )
        for choice in chunk.choices:
            if choice.finish_reason is not None:
                self.finished = True
                self._reason = "length" if choice.finish_reason == "length" else "stop"
        return "".join(choice.delta.content or "" for choice in chunk.choices)

    def done(self) -> Done:
        """Return the last event."""
        return Done(finish_reason=self._reason, usage=self._usage)


def upstream_request(request: ChatRequest, options: UpstreamOptions, model: str) -> dict[str, Any]:
    """Return the body to pass on: what was asked for, always streamed, never the user's name."""
    optional = {
        "temperature": request.temperature,
        "top_p": request.top_p,
        "seed": request.seed,
        "stop": request.stop,
        "presence_penalty": request.presence_penalty,
        "frequency_penalty": request.frequency_penalty,
    }
    return {
        "model": model,
        "messages": [{"role": m.role, "content": m.text} for m in request.messages],
        "max_tokens": answer_bound(request, options.max_tokens, options.ceiling),
        "stream": True,
        "stream_options": {"include_usage": True},
        **{key: value for key, value in optional.items() if value is not None},
    }


def refusal(status: int, headers: Mapping[str, str], body: bytes, context: int | None) -> ApiError:
    """Return our error for an upstream's; its words may quote the prompt and are not passed on."""
    try:
        failure = msgspec.json.decode(body, type=_Refused).error
    except msgspec.DecodeError:
        failure = _Failure()
    return _translate(status, failure, headers.get("Retry-After"), context)


def _translate(
    status: int, failure: _Failure, retry_after: str | None, context: int | None
) -> ApiError:
    if status == 400 or failure.code == "context_length_exceeded":
        return _bad_request(failure, context)
    if status in {429, 503}:
        seconds = (
            int(retry_after)
            if retry_after and retry_after.isascii() and retry_after.isdigit()
            else 5
        )
        seconds = min(seconds, _MAX_RETRY_AFTER)
        return errors.busy(seconds) if status == 429 else errors.waited(seconds)
    if status in {401, 403}:
        return _gateway(502, "The model's server refused this server's key.")
    if status in {408, 504}:
        return _gateway(504, "The model's server did not answer in time.")
    if status == 413:
        return errors.context_exceeded(context)
    return _gateway(502, "The model's server failed.")


def _bad_request(failure: _Failure, context: int | None) -> ApiError:
    """Tell a prompt that is too long, for which every server has its own words, from the rest."""
    words = failure.message.lower()
    too_long = (
        failure.code == "context_length_exceeded"
        or failure.type == "exceed_context_size_error"
        or "maximum context length" in words
        or "context size" in words
    )
    if too_long:
        return errors.context_exceeded(context)
    return ApiError(400, "The model's server refused this request.", code="upstream_refused")


def _gateway(status: int, message: str) -> ApiError:
    return ApiError(status, message, type="server_error", code="upstream_failed")
