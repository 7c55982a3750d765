"""The shell that reports latency, never content, to the placement service.

`record` puts a sample into memory and returns. A task moves samples from there into the
spool, another ships them from the spool; all file work happens on one thread of its own.
Nothing here can hold up a prompt or fail one.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import secrets
import sqlite3
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

import aiohttp
import msgspec

from companion import __version__, otlp
from companion.delivery import AWAY, Fate, Verdict, judge, wait_for
from companion.paths import Paths
from companion.settings import TelemetrySettings
from companion.spool import Spool, Waiting
from companion.values import Sample

STAGES: Final = otlp.STAGES
BATCH: Final = 500
"""Samples per export: about 200 kB."""
MEMORY: Final = 1000
"""Samples that wait in memory for the spool; more are dropped, the oldest first."""
LINGER_S: Final = 0.4
"""Prompts that come this close together travel together."""
EXPORT_TIMEOUT_S: Final = 10.0
FLUSH_TIMEOUT_S: Final = 2.0
LONGEST_ANSWER: Final = 65_536

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """How reporting stands, for `sottovoce status`.

    Attributes:
        state: `off`, `idle`, `delivered`, or the fate of the last batch.
        waiting: Samples in the spool.
        dropped: Samples lost since this installation was made.
        delivered: Samples that the service took from this process.
        refused: Spans that the service refused although it took the rest.
    """

    state: str
    waiting: int = 0
    dropped: int = 0
    delivered: int = 0
    refused: int = 0


class Reporter:
    """Reports samples to the placement service (patent step 204).

    Call everything from the event loop's thread. Time and randomness are arguments so that
    tests need not wait.
    """

    def __init__(
        self,
        paths: Paths,
        settings: TelemetrySettings,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
        token_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._url = f"{settings.url.rstrip('/')}/v1/traces"
        self._enabled = bool(settings.url) and settings.spool > 0
        self._settings = settings
        self._paths = paths
        self._clock, self._sleep, self._chance = clock, sleep, chance
        self._token_bytes = token_bytes
        self._memory: deque[tuple[bytes, Sample]] = deque()
        self._overflow = 0
        self._recorded = asyncio.Event()
        self._spooled = asyncio.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="telemetry")
        self._spool: Spool | None = None
        self._session: aiohttp.ClientSession | None = None
        self._work: asyncio.Future[tuple[None, None]] | None = None
        self._closed = False
        self._batch_limit = BATCH
        self._failures = 0
        self._report = Report(state="idle" if self._enabled else "off")

    @property
    def report(self) -> Report:
        """How reporting stands, as of the last change."""
        return self._report

    def record(self, sample: Sample) -> None:
        """Take a sample; never blocks, never raises, drops the oldest when memory is full."""
        if not self._enabled or self._closed:
            return
        if len(self._memory) >= MEMORY:
            self._memory.popleft()
            self._overflow += 1
        self._memory.append((self._token_bytes(16), sample))
        self._recorded.set()

    async def run(self) -> None:
        """Ship samples until `close` is called; returns at once when reporting is off."""
        if not self._enabled or self._closed:
            return
        work = self._work = asyncio.gather(self._write_forever(), self._ship_forever())
        try:
            await work
        except asyncio.CancelledError:
            if not self._closed:
                raise
        finally:
            self._work = None

    async def close(self) -> None:
        """Spool what is in memory, try once and briefly to deliver, and let go of files."""
        if self._closed:
            return
        self._closed = True
        if self._work is not None:
            self._work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._work
        if self._enabled:
            await self._write()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(FLUSH_TIMEOUT_S):
                    await self._ship()
        if self._session is not None:
            await self._session.close()
        if self._spool is not None:
            await self._on_thread(self._spool.close)
        self._thread.shutdown(wait=False)

    async def _write_forever(self) -> None:
        while True:
            await self._recorded.wait()
            self._recorded.clear()
            await self._write()
            self._spooled.set()

    async def _ship_forever(self) -> None:
        while True:
            verdict = await self._ship()
            if verdict is None:
                await self._spooled.wait()
                self._spooled.clear()
                await self._sleep(LINGER_S)
            else:
                await self._sleep(wait_for(verdict, self._failures, self._chance()))

    async def _write(self) -> None:
        """Move every sample from memory into the spool."""
        rows, self._memory = tuple(self._memory), deque()
        lost, self._overflow = self._overflow, 0
        if not rows and not lost:
            return
        try:
            waiting, dropped = await self._on_thread(lambda: self._append(rows, lost))
        except (sqlite3.Error, OSError) as error:
            self._overflow += lost + len(rows)
            self._say("unusable", f"the spool cannot be written ({type(error).__name__})")
            return
        self._report = msgspec.structs.replace(self._report, waiting=waiting, dropped=dropped)

    def _append(self, rows: Sequence[tuple[bytes, Sample]], lost: int) -> tuple[int, int]:
        spool = self._opened()
        cleaned = [(trace, _cleaned(sample, spool.front_end)) for trace, sample in rows]
        good = [(trace, sample) for trace, sample in cleaned if sample is not None]
        spool.append(good, lost + len(rows) - len(good))
        return len(spool), spool.dropped

    async def _ship(self) -> Verdict | None:
        """Send the oldest batch; None where there is none, or the spool cannot be read."""
        try:
            batch, body = await self._on_thread(self._next_batch)
            if not batch:
                return None
            verdict = await self._post(body)
            await self._settle(batch, verdict)
        except Exception as error:  # noqa: BLE001 - nothing here may end the daemon
            self._say("unusable", f"the spool cannot be read ({type(error).__name__})")
            return None
        return verdict

    def _next_batch(self) -> tuple[tuple[Waiting, ...], bytes]:
        spool = self._opened()
        batch = spool.oldest(self._batch_limit)
        rows = [(waiting.trace, waiting.sample) for waiting in batch]
        return batch, otlp.encode(rows, version=__version__, dropped=spool.dropped)

    async def _settle(self, batch: tuple[Waiting, ...], verdict: Verdict) -> None:
        """Do with a batch what the verdict says."""
        fate = verdict.fate
        if fate is Fate.TOO_LARGE and len(batch) > 1:
            self._batch_limit = len(batch) // 2
            return
        if fate in (Fate.LATER, Fate.MISCONFIGURED):
            self._failures += 1
            self._say(fate.value, f"samples wait for the placement service ({fate.value})")
            return
        lost = 0 if fate is Fate.DELIVERED else len(batch)
        waiting, dropped = await self._on_thread(lambda: self._remove(batch, lost))
        self._failures, self._batch_limit = 0, BATCH
        self._report = msgspec.structs.replace(
            self._report,
            waiting=waiting,
            dropped=dropped,
            delivered=self._report.delivered + len(batch) - lost,
            refused=self._report.refused + verdict.refused,
        )
        self._say(fate.value, f"a batch was {fate.value}")

    def _remove(self, batch: tuple[Waiting, ...], lost: int) -> tuple[int, int]:
        spool = self._opened()
        spool.remove(batch, lost=lost)
        return len(spool), spool.dropped

    async def _post(self, body: bytes) -> Verdict:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=EXPORT_TIMEOUT_S)
            self._session = aiohttp.ClientSession(timeout=timeout, trust_env=False)
        headers = {"Content-Type": "application/x-protobuf", **await self._authorization()}
        try:
            async with self._session.post(
                self._url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                text = await answer.content.read(LONGEST_ANSWER)
                retry_after = answer.headers.get("Retry-After", "")
                return judge(answer.status, text, retry_after, self._clock())
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return AWAY

    async def _authorization(self) -> dict[str, str]:
        if not self._settings.token_file:
            return {}
        path = self._paths.settings.parent / self._settings.token_file
        try:
            token = (await self._on_thread(lambda: path.read_text(encoding="ascii"))).strip()
        except (OSError, UnicodeDecodeError):
            self._say("misconfigured", "the token file cannot be read")
            return {}
        return {"Authorization": f"Bearer {token}"}

    def _opened(self) -> Spool:
        if self._spool is None:
            front_end = self._token_bytes(16).hex()
            path: Path = self._paths.spool
            self._spool = Spool(path, limit=self._settings.spool, front_end=front_end)
        return self._spool

    async def _on_thread(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _say(self, state: str, message: str) -> None:
        """Log a change of state once; messages are constants, never anything from a sample."""
        if state != self._report.state:
            _log.info("telemetry: %s", message)
            self._report = msgspec.structs.replace(self._report, state=state)


def _cleaned(sample: Sample, front_end: str) -> Sample | None:
    try:
        return otlp.clean(sample, front_end)
    except Exception:  # noqa: BLE001 - whatever a caller hands in, a sample is not worth a crash
        return None
