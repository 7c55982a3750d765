"""The audit as the event loop sees it: one thread writes, the loop never waits on a disk."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

from companion import acts, chain
from companion.acts import Act
from companion.audit import Audit, AuditError
from companion.chain import Destination, Entry
from companion.floors import Floors
from companion.history import History
from companion.routing import End, JournalError
from companion.values import Decision, PromptText, Request, Timings

_T = TypeVar("_T")


class AuditJournal:
    """Writes the audit from a thread of its own, in the order of the calls."""

    def __init__(self, audit: Audit, thread: ThreadPoolExecutor) -> None:
        self._audit = audit
        self._thread = thread
        self.lost = 0
        """Outcomes that could not be recorded since the start."""

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the audit.

        Raises:
            AuditError: It cannot be opened, or another process writes it.
        """
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit")
        loop = asyncio.get_running_loop()
        try:
            audit = await loop.run_in_executor(thread, Audit.open, path)
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(audit, thread)

    async def close(self) -> None:
        """Write what is queued and close."""
        await self._run(self._audit.close)
        self._thread.shutdown()

    async def floors(self) -> Floors:
        """Return the conversation floors that were raised before this start.

        Raises:
            AuditError: The audit cannot be read.
        """
        return await self._run(self._floors)

    def _floors(self) -> Floors:
        floors = Floors(name=self._audit.conversation)
        for turn in self._audit.turns_of_floors():
            follow = floors.raise_known if turn.raised else floors.take_back_known
            follow(turn.site, turn.conversation, turn.digest)
        return floors

    def mark(self, prompt: PromptText) -> str:
        """Return the digest under which a prompt is recorded."""
        return self._audit.text(prompt)

    def history(self) -> History:
        """Return an empty history of conversations, named as the audit names them."""
        return History(name=self._audit.conversation)

    async def decided(self, request: Request, decision: Decision, timings: Timings) -> None:
        """Commit a Decision; raises `JournalError`."""
        await self._commit(chain.decided(time.time_ns(), request, decision, timings))

    async def acted(self, act: Act) -> None:
        """Commit what a person did before it takes effect; raises `JournalError`."""
        await self._commit(acts.acted(time.time_ns(), act))

    async def _commit(self, entry: Entry) -> None:
        try:
            await self._run(lambda: self._audit.append(entry))
        except (AuditError, RuntimeError) as error:  # RuntimeError: the thread is closed
            raise JournalError("the audit could not be written") from error

    async def ended(self, request_id: str, end: End) -> None:
        """Record how a prompt ended; what is done is done, so a failure is only counted."""
        entry = Entry(
            at=time.time_ns(),
            event=chain.Event(end.event),
            request_id=request_id,
            variant=end.variant,
            spans=end.spans,
            destination=_destination(end),
            outcome=end.reason or (str(end.status) if end.status else ""),
        )
        try:
            await self._run(lambda: self._audit.append(entry))
        except (AuditError, RuntimeError):
            self.lost += 1

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _destination(end: End) -> Destination:
    return Destination(environment=end.environment, label=end.label, model=end.model, path=end.path)
