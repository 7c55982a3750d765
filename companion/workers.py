"""The pool of detector workers: deadlines, replacement, and a Decision in every case.

A worker that overruns is killed, one that dies is replaced; the prompt that it held gets
the secured Decision `detector_timeout` or `detector_lost`. No error leaves `decide`.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Coroutine
from typing import Final

import msgspec

from companion import pipeline
from companion.policy import ActivePolicy
from companion.values import PERSON_REASONS, Decision, Reason, Request, Timings
from companion.worker import LENGTH, FromWorker, Judge, Ready, SetPolicy, Verdict, frame

LOAD_DEADLINE: Final = 30.0
"""Seconds a worker may take to load its models."""
RECYCLE_AFTER: Final = 500
"""Requests after which a worker is replaced, so that no text lingers in its memory."""
RETRY_DELAY: Final = 1.0
"""Seconds before a worker that failed to start is started again; doubles each time."""
LONGEST_RETRY_DELAY: Final = 60.0

_decoder = msgspec.msgpack.Decoder(FromWorker)


class WorkerLostError(Exception):
    """The worker process ended or spoke nonsense."""


class Worker:
    """One worker process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._policy_id = ""
        self.model_id = ""
        self.judged = 0

    @classmethod
    async def start(cls) -> Worker:
        """Start a process and wait until its models are loaded.

        Raises:
            WorkerLostError: It ended, or did not get ready in time.
        """
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-m", "companion.worker"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        worker = cls(process)
        try:
            await worker._get_ready()
        except BaseException:
            await worker.kill()
            raise
        return worker

    async def _get_ready(self) -> None:
        try:
            async with asyncio.timeout(LOAD_DEADLINE):
                ready = await self._receive()
        except TimeoutError as error:
            raise WorkerLostError("the worker did not get ready in time") from error
        if not isinstance(ready, Ready):
            raise WorkerLostError("the worker's first word was not `ready`")
        self.model_id = ready.model_id

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.returncode is None

    async def judge(self, request: Request, active: ActivePolicy) -> Verdict:
        """Have a request judged.

        Raises:
            WorkerLostError: The process ended or answered something else.
        """
        policy = frame(SetPolicy(active=active)) if self._policy_id != active.id else b""
        self._policy_id = active.id
        verdict = await self._ask(policy + frame(Judge.of(request)))
        if not isinstance(verdict, Verdict) or not _answers(verdict, request, active):
            raise WorkerLostError("the worker answered something else")
        return verdict

    async def _ask(self, frames: bytes) -> FromWorker:
        stdin = self._process.stdin
        if stdin is None or not self.alive:
            raise WorkerLostError("the worker is gone")
        self.judged += 1
        try:
            stdin.write(frames)
            await stdin.drain()
        except OSError as error:
            raise WorkerLostError("the worker is gone") from error
        return await self._receive()

    async def wait(self) -> None:
        """Wait until the process has ended."""
        await self._process.wait()

    def end(self) -> None:
        """End the process at once, in whatever state it is."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def kill(self) -> None:
        """End the process at once and wait for its end."""
        self.end()
        await self._process.wait()

    async def _receive(self) -> FromWorker:
        stdout = self._process.stdout
        if stdout is None:
            raise WorkerLostError("the worker has no output")
        try:
            header = await stdout.readexactly(LENGTH.size)
            payload = await stdout.readexactly(LENGTH.unpack(header)[0])
            message: FromWorker = _decoder.decode(payload)
        except (
            asyncio.IncompleteReadError,
            OSError,
            msgspec.DecodeError,
            UnicodeDecodeError,
        ) as error:
            raise WorkerLostError("the worker is gone") from error
        return message


def _answers(verdict: Verdict, request: Request, active: ActivePolicy) -> bool:
    """Whether a verdict is about exactly this request under exactly this policy.

    It never speaks for a person: what they chose is not known there.
    """
    decision = verdict.decision
    own = not PERSON_REASONS.intersection(decision.reasons)
    return own and decision.request_id == request.id and decision.policy_id == active.id


class WorkerPool:
    """Keeps `size` workers ready.

    Args:
        size: How many processes.
        deadline: Seconds one request may take, waiting for a free worker not counted
            while workers are still loading.
        on_state: Called whenever `state` changes.
        recycle_after: Requests after which a worker is replaced.
    """

    def __init__(
        self,
        *,
        size: int,
        deadline: float,
        on_state: Callable[[], None] = lambda: None,
        recycle_after: int = RECYCLE_AFTER,
    ) -> None:
        self._size = size
        self._deadline = deadline
        self._on_state = on_state
        self._recycle_after = recycle_after
        self._free: asyncio.Queue[Worker | None] = asyncio.Queue()
        self._workers: set[Worker] = set()
        """In service. Who is not among them gets no request any more."""
        self._busy: set[Worker] = set()
        self._running: set[Worker] = set()
        """Processes that have not ended yet, in service or not."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._loading = 0
        self._failing = False
        self._patient: set[asyncio.Timeout] = set()
        self._closed = False
        self.model_id = "none"

    @property
    def state(self) -> str:
        """`ready`, `starting` or `down`."""
        if any(worker.alive for worker in self._workers):
            return "ready"
        return "starting" if self._loading and not self._failing else "down"

    @property
    def pids(self) -> tuple[int, ...]:
        """The ids of the processes that run, in service or about to end."""
        return tuple(worker.pid for worker in self._running)

    def start(self) -> None:
        """Begin to load; `decide` may be called at once and waits for the first worker."""
        for _ in range(self._size):
            self._spawn(self._add())

    async def close(self) -> None:
        """End all workers; whoever waits for one gets a secured Decision at once."""
        self._closed = True
        self._free.put_nowait(None)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._workers.clear()
        await asyncio.gather(*(worker.kill() for worker in self._running))
        self._running.clear()

    async def decide(self, request: Request, active: ActivePolicy) -> tuple[Decision, Timings]:
        """Return a Decision, whatever happens to the workers."""
        try:
            worker = await self._acquire()
        except (TimeoutError, WorkerLostError):
            return self._undecided(request, active, Reason.DETECTOR_LOST)
        verdict: Verdict | None = None
        try:
            async with asyncio.timeout(self._deadline):
                verdict = await worker.judge(request, active)
        except TimeoutError:
            return self._undecided(request, active, Reason.DETECTOR_TIMEOUT)
        except WorkerLostError:
            return self._undecided(request, active, Reason.DETECTOR_LOST)
        except Exception:  # noqa: BLE001 - the promise is a Decision, whatever happens
            return self._undecided(request, active, Reason.DETECTOR_FAILED)
        finally:
            self._put_back(worker, usable=verdict is not None)
        return verdict.decision, verdict.timings

    def _undecided(
        self, request: Request, active: ActivePolicy, reason: Reason
    ) -> tuple[Decision, Timings]:
        return pipeline.undecided(request, active, reason, self.model_id), Timings()

    async def _acquire(self) -> Worker:
        """Take a free worker; one that is still loading may take its time to come.

        Raises:
            TimeoutError: None came free in time.
            WorkerLostError: The pool is closed.
        """
        hurry = self.state == "ready" or self._failing
        async with asyncio.timeout(self._deadline if hurry else LOAD_DEADLINE) as limit:
            if not hurry:
                self._patient.add(limit)
            try:
                while (worker := await self._free.get()) is not None:
                    if worker in self._workers and worker.alive:
                        self._busy.add(worker)
                        return worker
            finally:
                self._patient.discard(limit)
        self._free.put_nowait(None)  # for the next who waits
        raise WorkerLostError("the pool is closed")

    def _put_back(self, worker: Worker, *, usable: bool) -> None:
        """Take back a worker that was lent; one with an answer outstanding cannot stay.

        That answer would be taken for the next request's.
        """
        self._busy.discard(worker)
        if not usable:
            self._replace(worker)
        elif worker not in self._workers:
            worker.end()
        else:
            if worker.judged == self._recycle_after:
                self._spawn(self._recycle(worker))
            self._free.put_nowait(worker)

    async def _recycle(self, worker: Worker) -> None:
        """Replace a worker by a fresh one without a gap in service."""
        await self._add()
        self._workers.discard(worker)
        if worker not in self._busy:
            worker.end()

    def _replace(self, worker: Worker) -> None:
        worker.end()
        if worker not in self._workers:
            return
        self._workers.discard(worker)
        self._spawn(self._add())
        self._on_state()

    async def _add(self) -> None:
        """Bring one worker into service, trying until it succeeds."""
        self._loading += 1
        delay = RETRY_DELAY
        try:
            while not await self._started():
                self._failing = True
                self._hurry()
                self._on_state()
                await asyncio.sleep(delay)
                delay = min(2 * delay, LONGEST_RETRY_DELAY)
        finally:
            self._loading -= 1
            self._on_state()

    def _hurry(self) -> None:
        """Let those who wait for a first worker wait no longer than for any other.

        What failed once, a damaged model or no memory, will not be there in a moment.
        """
        soon = asyncio.get_running_loop().time() + self._deadline
        for limit in self._patient:
            due = limit.when()
            if due is not None and due > soon:
                limit.reschedule(soon)

    async def _started(self) -> bool:
        """Start one worker and let it join; return whether that went well."""
        try:
            worker = await Worker.start()
        except (WorkerLostError, OSError):
            return False
        self._failing = False
        self.model_id = worker.model_id
        self._workers.add(worker)
        self._running.add(worker)
        self._spawn(self._watch(worker))
        self._free.put_nowait(worker)
        return True

    async def _watch(self, worker: Worker) -> None:
        """Replace a worker that ends by itself."""
        await worker.wait()
        self._running.discard(worker)
        self._replace(worker)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        if self._closed:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
