"""The `llama` engine: the embedded model in a process of its own, replaced when it is spent."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from variants.shared import embedded, errors, frames
from variants.shared.engine import EngineError
from variants.shared.llama_handle import EngineLostError, EngineProcess, JobFailedError
from variants.shared.requests import answer_bound
from variants.shared.values import ChatRequest, Delta, Done, Event, FinishReason, ModelInfo, Usage

REPEAT_PENALTY: Final = 1.15
"""A model this small repeats itself for ever without it; 1 switches it off."""
REPEAT_WINDOW: Final = 256
"""Tokens that count as just said."""
MOST_ANSWERS: Final = 64
"""After so many an engine that has to forget is replaced even if it is never idle."""

_SETTLED: Final = 60.0
_BACKOFF: Final = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LlamaOptions:
    """How the embedded model runs.

    Attributes:
        context: Tokens that prompt and answer of one request share.
        slots: Requests worked on at the same time; each has a context of its own.
        threads: Threads for one computation.
        reuse: Whether a later prompt may reuse the computed prefix of an earlier one, of
            whomever. Fast, and never right where prompts are private.
        forget_after: Seconds without a request after which the engine process is replaced by
            a fresh one, and with it every trace of the prompts that it read; None keeps it.
        max_tokens: Tokens of an answer for which none were asked.
        ceiling: Tokens that no answer exceeds.
    """

    context: int = 4_096
    slots: int = 1
    threads: int = 1
    reuse: bool = False
    forget_after: float | None = None
    max_tokens: int = 256
    ceiling: int = 2_048


class LlamaEngine:
    """Keeps one engine process alive and hands it the requests."""

    name = "llama"

    def __init__(
        self,
        options: LlamaOptions,
        pinned: embedded.PinnedModel = embedded.SMOLLM2,
        path: Path | None = None,
    ) -> None:
        self._options = options
        self._pinned = pinned
        self._path = path
        self._current: EngineProcess | None = None
        self._supervisor: asyncio.Task[None] | None = None
        self._retiring: set[asyncio.Task[None]] = set()
        self.restarts = 0
        self.replaced = 0
        self.model = ModelInfo(
            id=pinned.id,
            sha256=pinned.sha256,
            context=options.context,
            created=pinned.created,
            owner=pinned.owner,
        )

    @property
    def ready(self) -> bool:
        """Whether the model is loaded."""
        return self._current is not None and self._current.alive

    @property
    def pid(self) -> int | None:
        """The engine process, while there is one."""
        return self._current.pid if self._current is not None else None

    async def start(self) -> None:
        """Verify the model file and load it.

        Raises:
            EngineError: The file is missing or altered, or llama.cpp cannot load it.
        """
        path = self._path or embedded.locate(self._pinned)
        await asyncio.to_thread(embedded.verify, path, self._pinned.sha256)
        self._path = path
        self._current = await self._load()
        self._supervisor = asyncio.create_task(self._supervise(self._current))

    async def close(self) -> None:
        """End the engine process."""
        tasks = [task for task in (self._supervisor, *self._retiring) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        current, self._current = self._current, None
        if current is not None:
            await current.close()

    async def generate(self, request: ChatRequest) -> AsyncGenerator[Event, None]:
        """Answer one request; see `Engine.generate`."""
        process = self._current
        if process is None or not process.alive:
            raise errors.engine_lost()
        body = msgspec.json.encode(llama_request(request, self._options))
        try:
            async with contextlib.aclosing(process.pieces(body)) as pieces:
                async for event in _events(pieces, self._options.context):
                    yield event
        except EngineLostError:
            raise errors.engine_lost() from None
        except JobFailedError:
            raise errors.engine_failed() from None

    async def _load(self) -> EngineProcess:
        options = self._options
        order = frames.Load(
            path=str(self._path),
            context=options.context,
            slots=options.slots,
            threads=options.threads,
            reuse=options.reuse,
        )
        return await EngineProcess.start(order)

    async def _supervise(self, process: EngineProcess) -> None:
        """Put a fresh process in the place of each one that died or has to be forgotten."""
        clock = asyncio.get_running_loop().time
        failures = 0
        while True:
            loaded = clock()
            await self._until_spent(process)
            failures = failures if clock() - loaded < _SETTLED else 0
            if process.alive:
                self.replaced += 1
            else:
                self.restarts += 1
                await asyncio.sleep(_BACKOFF[min(failures, len(_BACKOFF) - 1)])
                failures += 1
            fresh = await self._load_surely()
            self._current, spent, process = fresh, process, fresh
            self._retire(spent)

    async def _until_spent(self, process: EngineProcess) -> None:
        """Return when a process died, or when what it read has to be forgotten."""
        quiet = self._options.forget_after
        while process.alive:
            idle = quiet is not None and process.answered > 0 and not process.busy
            process.changed.clear()
            try:
                await asyncio.wait_for(process.changed.wait(), quiet if idle else None)
            except TimeoutError:
                return
            if quiet is not None and process.answered >= MOST_ANSWERS:
                return

    async def _load_surely(self) -> EngineProcess:
        failures = 0
        while True:
            try:
                return await self._load()
            except EngineError:
                failures += 1
                await asyncio.sleep(_BACKOFF[min(failures, len(_BACKOFF) - 1)])

    def _retire(self, process: EngineProcess) -> None:
        async def finish() -> None:
            try:
                await process.drained()
            finally:
                await process.close()

        task = asyncio.create_task(finish())
        self._retiring.add(task)
        task.add_done_callback(self._retiring.discard)


def llama_request(request: ChatRequest, options: LlamaOptions) -> dict[str, Any]:
    """Return llama.cpp's request: ours, with its defaults made explicit."""
    messages = [
        {"role": "system" if m.role == "developer" else m.role, "content": m.text}
        for m in request.messages
    ]
    wanted = {
        "temperature": 0.2 if request.temperature is None else request.temperature,
        "top_p": 0.9 if request.top_p is None else request.top_p,
        "seed": request.seed,
        "stop": [request.stop] if isinstance(request.stop, str) else request.stop,
        "presence_penalty": request.presence_penalty,
        "frequency_penalty": request.frequency_penalty,
    }
    return {
        "messages": messages,
        "max_tokens": answer_bound(request, options.max_tokens, options.ceiling),
        "stream": True,
        "stream_options": {"include_usage": True},
        "cache_prompt": options.reuse,
        "repeat_penalty": REPEAT_PENALTY,
        "repeat_last_n": REPEAT_WINDOW,
        **{key: value for key, value in wanted.items() if value is not None},
    }


class _Usage(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: dict[str, int] = {}


class _Delta(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Failure(msgspec.Struct, frozen=True):
    code: int = 500
    type: str = ""
    n_prompt_tokens: int | None = None


class _LlamaEvent(msgspec.Struct, frozen=True):
    choices: list[_Choice] = []
    usage: _Usage | None = None
    error: _Failure | None = None


_EVENT: Final = msgspec.json.Decoder(_LlamaEvent)


async def _events(pieces: AsyncIterator[bytes], context: int) -> AsyncGenerator[Event, None]:
    reason: FinishReason = "stop"
    usage = Usage()
    async for piece in pieces:
        event = _EVENT.decode(piece)
        if event.error is not None:
            raise _refusal(event.error, context)
        for choice in event.choices:
            if choice.delta.content:
                yield Delta(text=choice.delta.content)
            if choice.finish_reason is not None:
                reason = "length" if choice.finish_reason == "length" else "stop"
        if event.usage is not None:
            usage = Usage(
                prompt=event.usage.prompt_tokens,
                completion=event.usage.completion_tokens,
                cached=event.usage.prompt_tokens_details.get("cached_tokens", 0),
            )
    yield Done(finish_reason=reason, usage=usage)


def _refusal(failure: _Failure, context: int) -> errors.ApiError:
    """Translate llama.cpp's refusal; its message may quote the prompt and is not read."""
    if failure.type == "exceed_context_size_error":
        return errors.context_exceeded(context, failure.n_prompt_tokens)
    return errors.engine_failed()
