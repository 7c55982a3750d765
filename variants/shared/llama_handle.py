"""One engine process, held from the server's side: jobs in, pieces out, until it dies."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import sys
from collections.abc import AsyncGenerator
from typing import Final

import msgspec

from variants.shared import frames
from variants.shared.engine import EngineError

LOAD_TIMEOUT: Final = 120.0
"""Seconds until a model that does not load counts as broken."""

PIECE_TIMEOUT: Final = 180.0
"""Seconds without a word on a job until the process counts as hung. Far above what the
longest prompt takes before its first token on a busy machine."""


_Queue = asyncio.Queue[frames.Piece | frames.End | None]


class EngineLostError(Exception):
    """The process died; what it worked on has no answer."""


class JobFailedError(Exception):
    """The process lives but could not finish this job."""


class EngineProcess:
    """A loaded model in a process of its own; `start` makes one.

    Attributes:
        answered: Jobs that were begun.
        changed: Set whenever a job begins or ends and when the process dies.
        load_seconds: How long llama.cpp took to load the model.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._jobs: dict[int, _Queue] = {}
        self._ids = itertools.count(1)
        self._reader: asyncio.Task[None] | None = None
        self._lost = False
        self.answered = 0
        self.changed = asyncio.Event()
        self.load_seconds = 0.0

    @classmethod
    async def start(cls, order: frames.Load) -> EngineProcess:
        """Start a process and load the model.

        Raises:
            EngineError: The model cannot be loaded.
        """
        process = cls(await _spawn())
        try:
            await process._load(order)
        except BaseException:
            await process.close()
            raise
        return process

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it takes jobs."""
        return not self._lost

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return bool(self._jobs)

    async def pieces(self, body: bytes) -> AsyncGenerator[bytes, None]:
        """Run one chat request and yield what llama.cpp says; leaving early cancels it.

        Raises:
            EngineLostError: The process died.
            JobFailedError: llama.cpp gave up on this job.
        """
        job = next(self._ids)
        # An answer's length is bounded by the request, and so is this queue.
        queue: _Queue = asyncio.Queue()
        self._jobs[job] = queue
        self.answered += 1
        self.changed.set()
        try:
            await self._send(frames.Generate(job=job, body=body))
            while isinstance(message := await self._next(queue), frames.Piece):
                yield message.body
            if message is None:
                raise EngineLostError
            if message.failed:
                raise JobFailedError
        finally:
            if self._jobs.get(job) is not None:
                with contextlib.suppress(EngineLostError):
                    await self._send(frames.Cancel(job=job))

    async def _next(self, queue: _Queue) -> frames.Piece | frames.End | None:
        try:
            async with asyncio.timeout(PIECE_TIMEOUT):
                return await queue.get()
        except TimeoutError:
            self._kill()
            return None

    async def drained(self) -> None:
        """Wait until no job is under way."""
        while self._jobs and not self._lost:
            self.changed.clear()
            await self.changed.wait()

    async def close(self) -> None:
        """End the process at once; the system takes its memory back."""
        if self._reader is not None:
            self._reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader
        self._lose()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._kill()
        await self._process.wait()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def _load(self, order: frames.Load) -> None:
        try:
            await self._send(order)
            answer = await asyncio.wait_for(self._receive(), LOAD_TIMEOUT)
        except (EngineLostError, EOFError, TimeoutError):
            raise EngineError(
                "the engine process ended or hung while it loaded the model"
            ) from None
        if isinstance(answer, frames.Refused):
            raise EngineError(answer.reason)
        if isinstance(answer, frames.Ready):
            self.load_seconds = answer.load_seconds
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        with contextlib.suppress(EOFError, ConnectionError, msgspec.DecodeError):
            while True:
                self._dispatch(await self._receive())
        self._lose()

    def _dispatch(self, message: frames.FromEngine) -> None:
        if not isinstance(message, frames.Piece | frames.End):
            return
        queue = self._jobs.get(message.job)
        if queue is not None:
            queue.put_nowait(message)
        if isinstance(message, frames.End):
            self._jobs.pop(message.job, None)
            self.changed.set()

    def _lose(self) -> None:
        self._lost = True
        while self._jobs:
            _, queue = self._jobs.popitem()
            queue.put_nowait(None)
        self.changed.set()

    async def _send(self, message: frames.ToEngine) -> None:
        pipe = self._process.stdin
        if pipe is None or self._lost:
            raise EngineLostError
        try:
            pipe.write(frames.encode(message))
            await pipe.drain()
        except (ConnectionError, RuntimeError):
            raise EngineLostError from None

    async def _receive(self) -> frames.FromEngine:
        pipe = self._process.stdout
        if pipe is None:
            raise EOFError
        (length,) = frames.HEADER.unpack(await pipe.readexactly(frames.HEADER.size))
        return frames.from_engine(await pipe.readexactly(length))


async def _spawn() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # nothing of the current folder is imported
        "-m",
        "variants.shared.llama_process",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        # A terminal's Ctrl+C is for the server, which then ends this process.
        start_new_session=True,
    )
