"""Who is worked on now, who waits, and who is told to come back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from variants.shared import errors


class Admission:
    """Lets a fixed number of requests in, first come first served, behind a bounded queue."""

    def __init__(self, *, slots: int, waiting: int, patience: float) -> None:
        """Make it.

        Args:
            slots: Requests worked on at the same time.
            waiting: Requests that may wait; the next one is refused at once.
            patience: Seconds that one may wait.
        """
        self._free = asyncio.Semaphore(slots)
        self._limit = waiting
        self._patience = patience
        self.waiting = 0
        self.running = 0

    @asynccontextmanager
    async def turn(self) -> AsyncGenerator[None, None]:
        """Hold one slot.

        Raises:
            ApiError: The queue is full (429), or the turn did not come in time (503).
        """
        if self._free.locked() and self.waiting >= self._limit:
            raise errors.busy(retry_after=2)
        self.waiting += 1
        try:
            await asyncio.wait_for(self._free.acquire(), self._patience)
        except TimeoutError:
            raise errors.waited(retry_after=5) from None
        finally:
            self.waiting -= 1
        self.running += 1
        try:
            yield
        finally:
            self.running -= 1
            self._free.release()
