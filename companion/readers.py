"""Has the files of prompts read, each prompt's in a process of its own that ends with it.

A reader that overruns is killed, one that dies says nothing: its files count as not read, and
the prompt is held. No error leaves `open`.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import Final

import msgspec

from companion import opening
from companion.attachments import Attachment, Unread
from companion.documents import Extraction, Limits
from companion.policy import ActivePolicy
from companion.reader import Open, Opened
from companion.values import Request

DEADLINE: Final = 10.0
"""Seconds that reading the files of one prompt may take, the reader's start included."""
MOST: Final = 2
"""Readers at the same time; who comes later waits."""

_decoder = msgspec.msgpack.Decoder(Opened)
_encoder = msgspec.msgpack.Encoder()


class _ReaderLostError(Exception):
    """The reader ended or spoke nonsense."""


class Readers:
    """Starts a reader for each prompt with files.

    Args:
        deadline: Seconds that reading the files of one prompt may take.
        most: Readers at the same time.
    """

    def __init__(self, *, deadline: float = DEADLINE, most: int = MOST) -> None:
        self._deadline = deadline
        self._turn = asyncio.Semaphore(most)
        self._running: set[asyncio.subprocess.Process] = set()

    @property
    def pids(self) -> tuple[int, ...]:
        """The ids of the processes that read now."""
        return tuple(process.pid for process in self._running)

    async def open(self, request: Request, active: ActivePolicy) -> Request:
        """Return a request with its files read and their bytes gone, whatever happens.

        A file that cannot be read says why; so does one that a lost reader had.
        """
        sent = tuple(each for each in request.attachments if each.data)
        if not sent:
            return opening.unread(request, Unread.NOT_SENT)
        try:
            async with asyncio.timeout(self._deadline), self._turn:
                found = await self._read(sent, opening.limits(active.policy))
        except TimeoutError:
            return opening.unread(request, Unread.TIMEOUT)
        except (_ReaderLostError, OSError):
            return opening.unread(request, Unread.LOST)
        except Exception:  # noqa: BLE001 - the promise is a request, whatever happens
            return opening.unread(request, Unread.FAILED)
        return opening.read(request, found)

    async def _read(
        self, attachments: tuple[Attachment, ...], limits: Limits
    ) -> tuple[Extraction, ...]:
        """Have a new process read files.

        Raises:
            _ReaderLostError: It ended early, or answered something else.
            OSError: It could not be started.
        """
        asked = _encoder.encode(Open(attachments=attachments, limits=limits))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-m", "companion.reader"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        self._running.add(process)
        try:
            answer, _ = await process.communicate(asked)
        finally:
            await self._end(process)
        return _files(answer, len(attachments))

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        self._running.discard(process)
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _files(answer: bytes, count: int) -> tuple[Extraction, ...]:
    try:
        files = _decoder.decode(answer).files
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _ReaderLostError("the reader is gone") from error
    if len(files) != count:
        raise _ReaderLostError("the reader answered something else")
    return files
