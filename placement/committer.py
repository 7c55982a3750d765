"""Joins the requests that wait into one transaction and answers each after the commit."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Self, TypeVar

import msgspec

from placement.store import Writer
from placement.values import Intake, Refusal

MAX_WAITING_SPANS: Final = 100_000
"""More than this and clients are asked to come back later."""

_T = TypeVar("_T")
_Answer = asyncio.Future[dict[Refusal, int]]


class BusyError(Exception):
    """Too much waits to be written; the client should come back later."""


class Counts(msgspec.Struct):
    """Spans since this process started."""

    stored: int = 0
    duplicates: int = 0


class Committer:
    """Owns the writer and its thread; an asynchronous context manager.

    A commit costs a flush of the disk, so requests that come while one runs share the next.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._waiting: list[tuple[Intake, _Answer]] = []
        self._spans = 0
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.counts = Counts()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the database.

        Raises:
            StoreError: It cannot be used.
        """
        return cls(Writer(path))

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._commit_forever())
        return self

    async def __aexit__(self, *_exc: object) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        for _, waiting in self._waiting:
            waiting.cancel()
        await self._on_thread(self._writer.close)
        self._thread.shutdown(wait=False)

    async def commit(self, intake: Intake) -> dict[Refusal, int]:
        """Store what an intake holds; return, after the commit, what was refused here.

        Raises:
            BusyError: Too much waits already.
            sqlite3.Error: Nothing of it was stored.
        """
        if self._spans >= MAX_WAITING_SPANS:
            raise BusyError
        answer: _Answer = asyncio.get_running_loop().create_future()
        self._waiting.append((intake, answer))
        self._spans += len(intake.spans)
        self._wake.set()
        return await answer

    async def prune(self, before_s: int) -> int:
        """Forget spans that began before a time; return how many."""
        return await self._on_thread(lambda: self._writer.prune(before_s))

    async def _commit_forever(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            batch, self._waiting, self._spans = self._waiting, [], 0
            intakes = [intake for intake, _ in batch]
            try:
                stored = await self._on_thread(functools.partial(self._writer.add, intakes))
            except Exception as error:  # noqa: BLE001 - each of those who wait gets it
                for _, answer in batch:
                    if not answer.done():
                        answer.set_exception(error)
                continue
            self.counts.stored += stored.stored
            self.counts.duplicates += stored.duplicates
            for (_, answer), refused in zip(batch, stored.refused, strict=True):
                if not answer.done():
                    answer.set_result(refused)

    async def _on_thread(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
