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
from companion.values import Decision, Reason, Request, Timings
from companion.worker import LENGTH, FromWorker, Judge, Ready, SetPolicy, Verdict, frame

LOAD_DEADLINE: Final = 30.0
"""Seconds a worker may take to load its models."""
RECYCLE_AFTER: Final = 500
"""Requests after which a worker is replaced, so that no text lingers in its memory."""
RETRY_DELAY: Final = 1.0
"""Seconds before a worker that failed to start is started again."""

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
        self.retired = False

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
            ready = await asyncio.wait_for(worker._receive(), LOAD_DEADLINE)
        except (TimeoutError, WorkerLostError, asyncio.CancelledError):
            await worker.kill()
            raise
        if not isinstance(ready, Ready):
            await worker.kill()
            raise WorkerLostError("the worker's first word was not `ready`")
        worker.model_id = ready.model_id
        return worker

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
        stdin = self._process.stdin
        if stdin is None or not self.alive:
            raise WorkerLostError("the worker is gone")
        if self._policy_id != active.id:
            stdin.write(frame(SetPolicy(active=active)))
            self._policy_id = active.id
        self.judged += 1
        try:
            stdin.write(frame(Judge.of(request)))
            await stdin.drain()
        except OSError as error:
            raise WorkerLostError("the worker is gone") from error
        verdict = await self._receive()
        if not isinstance(verdict, Verdict) or verdict.decision.request_id != request.id:
            raise WorkerLostError("the worker answered something else")
        return verdict

    async def wait(self) -> None:
        """Wait until the process has ended."""
        await self._process.wait()

    async def kill(self) -> None:
        """End the process at once and wait for its end."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def _receive(self) -> FromWorker:
        stdout = self._process.stdout
        if stdout is None:
            raise WorkerLostError("the worker has no output")
        try:
            header = await stdout.readexactly(LENGTH.size)
            payload = await stdout.readexactly(LENGTH.unpack(header)[0])
            message: FromWorker = _decoder.decode(payload)
        except (asyncio.IncompleteReadError, OSError, msgspec.DecodeError) as error:
            raise WorkerLostError("the worker is gone") from error
        return message


class WorkerPool:
    """Keeps `size` workers ready.

    Args:
        size: How many processes.
        deadline: Seconds one request may take, waiting for a free worker not counted
            while workers are still loading.
        on_state: Called whenever `state` changes.
    """

    def __init__(
        self, *, size: int, deadline: float, on_state: Callable[[], None] = lambda: None
    ) -> None:
        self._size = size
        self._deadline = deadline
        self._on_state = on_state
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loading = 0
        self._closed = False
        self.model_id = "none"

    @property
    def state(self) -> str:
        """`ready`, `starting` or `down`."""
        if any(worker.alive for worker in self._workers):
            return "ready"
        return "starting" if self._loading else "down"

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes' ids."""
        return tuple(worker.pid for worker in self._workers)

    def start(self) -> None:
        """Begin to load; `decide` may be called at once and waits for the first worker."""
        for _ in range(self._size):
            self._spawn(self._add(delay=0.0))

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._workers))
        self._workers.clear()

    async def decide(self, request: Request, active: ActivePolicy) -> tuple[Decision, Timings]:
        """Return a Decision, whatever happens to the workers."""
        try:
            worker = await self._acquire()
        except TimeoutError:
            return self._undecided(request, active, Reason.DETECTOR_LOST)
        try:
            verdict = await asyncio.wait_for(worker.judge(request, active), self._deadline)
        except TimeoutError:
            self._replace(worker)
            return self._undecided(request, active, Reason.DETECTOR_TIMEOUT)
        except WorkerLostError:
            self._replace(worker)
            return self._undecided(request, active, Reason.DETECTOR_LOST)
        except asyncio.CancelledError:
            # Its answer would be taken for the next request's, so it cannot stay.
            self._replace(worker)
            raise
        self._release(worker)
        return verdict.decision, verdict.timings

    def _undecided(
        self, request: Request, active: ActivePolicy, reason: Reason
    ) -> tuple[Decision, Timings]:
        return pipeline.undecided(request, active, reason, self.model_id), Timings()

    async def _acquire(self) -> Worker:
        """Take a free worker; one that is still loading may take its time to come."""
        patience = self._deadline if self.state == "ready" else LOAD_DEADLINE
        async with asyncio.timeout(patience):
            while True:
                worker = await self._free.get()
                if worker.retired:
                    self._spawn(worker.kill())
                elif worker.alive:
                    return worker

    def _release(self, worker: Worker) -> None:
        if worker.retired:
            self._spawn(worker.kill())
            return
        if worker.judged == RECYCLE_AFTER:
            self._spawn(self._recycle(worker))
        self._free.put_nowait(worker)

    async def _recycle(self, worker: Worker) -> None:
        """Replace a worker by a fresh one without a gap in service."""
        await self._add(delay=0.0)
        worker.retired = True
        self._workers.discard(worker)

    def _replace(self, worker: Worker) -> None:
        if worker not in self._workers:
            return
        self._workers.discard(worker)
        worker.retired = True
        self._spawn(worker.kill())
        self._spawn(self._add(delay=0.0))
        self._on_state()

    async def _add(self, *, delay: float) -> None:
        """Bring one worker into service, trying until it succeeds."""
        self._loading += 1
        try:
            while not self._closed:
                await asyncio.sleep(delay)
                with contextlib.suppress(WorkerLostError, TimeoutError, OSError):
                    self._join(await Worker.start())
                    return
                delay = RETRY_DELAY
                self._on_state()
        finally:
            self._loading -= 1
            self._on_state()

    def _join(self, worker: Worker) -> None:
        self.model_id = worker.model_id
        self._workers.add(worker)
        self._spawn(self._watch(worker))
        self._free.put_nowait(worker)

    async def _watch(self, worker: Worker) -> None:
        """Replace a worker that ends while it is idle."""
        await worker.wait()
        if worker in self._workers:
            self._replace(worker)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        if self._closed:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
