"""The `llama` engine: the embedded model in a process of its own, restarted when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import sys
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from variants.shared import embedded, errors, frames
from variants.shared.engine import EngineError
from variants.shared.requests import answer_bound
from variants.shared.values import ChatRequest, Delta, Done, Event, FinishReason, ModelInfo, Usage

LOAD_TIMEOUT: Final = 120.0
"""Seconds until a model that does not load counts as broken."""

_BACKOFF: Final = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_SETTLED: Final = 60.0

Job = asyncio.Queue[frames.Piece | frames.End]


@dataclass(frozen=True, slots=True, kw_only=True)
class LlamaOptions:
    """How the embedded model runs.

    Attributes:
        context: Tokens that prompt and answer of one request share.
        slots: Requests worked on at the same time; each has a context of its own.
        threads: Threads for one computation.
        reuse: Whether a later prompt may reuse the computed prefix of an earlier one, of
            whomever. Fast, and never right where prompts are private.
        max_tokens: Tokens of an answer for which none were asked.
        ceiling: Tokens that no answer exceeds.
    """

    context: int = 4_096
    slots: int = 1
    threads: int = 1
    reuse: bool = False
    max_tokens: int = 256
    ceiling: int = 2_048


class LlamaEngine:
    """Talks to the engine process and keeps one alive."""

    def __init__(
        self,
        options: LlamaOptions,
        pinned: embedded.PinnedModel = embedded.SMOLLM2,
        path: Path | None = None,
    ) -> None:
        self._options = options
        self._pinned = pinned
        self._path = path
        self._process: asyncio.subprocess.Process | None = None
        self._supervisor: asyncio.Task[None] | None = None
        self._jobs: dict[int, Job] = {}
        self._ids = itertools.count(1)
        self._ready = False
        self.restarts = 0
        self.load_seconds = 0.0
        self.model = ModelInfo(
            id=pinned.id,
            sha256=pinned.sha256,
            context=options.context,
            created=pinned.created,
            owner=pinned.owner,
        )

    name = "llama"

    @property
    def ready(self) -> bool:
        """Whether the model is loaded."""
        return self._ready

    @property
    def pid(self) -> int | None:
        """The engine process, while there is one."""
        return self._process.pid if self._process is not None else None

    async def start(self) -> None:
        """Verify the model file and load it.

        Raises:
            EngineError: The file is missing or altered, or llama.cpp cannot load it.
        """
        path = self._path or embedded.locate(self._pinned)
        await asyncio.to_thread(embedded.verify, path, self._pinned.sha256)
        self._path = path
        await self._load()
        self._supervisor = asyncio.create_task(self._supervise())

    async def close(self) -> None:
        """End the engine process."""
        if self._supervisor is not None:
            self._supervisor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._supervisor
        await self._end()

    async def generate(self, request: ChatRequest) -> AsyncGenerator[Event, None]:
        """Answer one request; see `Engine.generate`."""
        if not self._ready or self._process is None:
            raise errors.engine_lost()
        job = next(self._ids)
        events: Job = asyncio.Queue()  # an answer is bounded by the ceiling, and so is this
        self._jobs[job] = events
        try:
            await self._send(frames.Generate(job=job, body=self._body(request)))
            async for event in _events(events, self._options.context):
                yield event
        finally:
            if self._jobs.pop(job, None) is not None:
                await self._cancel(job)

    async def _cancel(self, job: int) -> None:
        with contextlib.suppress(errors.ApiError):
            await self._send(frames.Cancel(job=job))

    def _body(self, request: ChatRequest) -> bytes:
        return msgspec.json.encode(llama_request(request, self._options))

    async def _send(self, message: frames.ToEngine) -> None:
        process = self._process
        if process is None or process.stdin is None:
            raise errors.engine_lost()
        try:
            process.stdin.write(frames.encode(message))
            await process.stdin.drain()
        except (ConnectionError, RuntimeError):
            raise errors.engine_lost() from None

    async def _load(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "variants.shared.llama_process",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            # A terminal's Ctrl+C is for the server, which then closes the pipe.
            start_new_session=True,
        )
        options = self._options
        order = frames.Load(
            path=str(self._path),
            context=options.context,
            slots=options.slots,
            threads=options.threads,
            reuse=options.reuse,
        )
        try:
            await self._send(order)
            answer = await asyncio.wait_for(self._receive(), LOAD_TIMEOUT)
        except (errors.ApiError, EOFError, TimeoutError):
            await self._end()
            raise EngineError(
                "the engine process ended or hung while it loaded the model"
            ) from None
        if not isinstance(answer, frames.Ready):
            await self._end()
            raise EngineError(answer.reason if isinstance(answer, frames.Refused) else "no model")
        self.load_seconds = answer.load_seconds
        self._ready = True

    async def _receive(self) -> frames.FromEngine:
        process = self._process
        if process is None or process.stdout is None:
            raise EOFError
        (length,) = frames.HEADER.unpack(await process.stdout.readexactly(frames.HEADER.size))
        return frames.from_engine(await process.stdout.readexactly(length))

    async def _supervise(self) -> None:
        """Hand out what the engine says; when it dies, say so to all who wait and restart."""
        clock = asyncio.get_running_loop().time
        failures = 0
        while True:
            loaded = clock()
            with contextlib.suppress(EOFError, ConnectionError, msgspec.DecodeError):
                await self._dispatch()
            self._lose()
            await self._end()
            failures = failures if clock() - loaded < _SETTLED else 0
            while not self._ready:
                await asyncio.sleep(_BACKOFF[min(failures, len(_BACKOFF) - 1)])
                failures += 1
                with contextlib.suppress(EngineError):
                    await self._load()
            self.restarts += 1

    async def _dispatch(self) -> None:
        while True:
            message = await self._receive()
            if not isinstance(message, frames.Piece | frames.End):
                continue
            queue = self._jobs.get(message.job)
            if queue is not None:
                queue.put_nowait(message)
            if isinstance(message, frames.End):
                self._jobs.pop(message.job, None)

    def _lose(self) -> None:
        self._ready = False
        for job in list(self._jobs):
            self._jobs.pop(job).put_nowait(frames.End(job=0, failed=True))

    async def _end(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


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


async def _events(queue: Job, context: int) -> AsyncGenerator[Event, None]:
    reason: FinishReason = "stop"
    usage = Usage()
    while True:
        message = await queue.get()
        if isinstance(message, frames.End):
            break
        event = _EVENT.decode(message.body)
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
    if message.failed:
        raise errors.engine_lost() if message.job == 0 else errors.engine_failed()
    yield Done(finish_reason=reason, usage=usage)


def _refusal(failure: _Failure, context: int) -> errors.ApiError:
    """Translate llama.cpp's refusal; its message may quote the prompt and is not read."""
    if failure.type == "exceed_context_size_error":
        return errors.context_exceeded(context, failure.n_prompt_tokens)
    return errors.engine_failed()
