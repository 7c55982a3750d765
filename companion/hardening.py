"""What keeps prompt text inside a process that holds it: no core, no peeking, no traces.

The daemon and its workers call `harden` first thing. Afterwards a crash leaves no memory on
disk, other processes of the same user cannot read this one's memory (Linux), new files
belong to their owner alone, and no error prints more than its type and its place in the
code: an exception's message may quote what it failed on.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import faulthandler
import logging
import os
import sys
import threading
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE: Final = 4
_M_PERTURB: Final = -6
_FILL: Final = 0xAA
_SMALL_BLOCKS: Final = range(1, 1040, 8)
_OF_EACH: Final = 64
_SMALLEST_BLOCKS: Final = range(24, 536, 16)
_CACHED: Final = 8
"""One more than glibc keeps of a size in its per-thread cache."""


def _load_libc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.malloc.argtypes, libc.malloc.restype = (ctypes.c_size_t,), ctypes.c_void_p
        libc.free.argtypes, libc.free.restype = (ctypes.c_void_p,), None
    except (OSError, AttributeError):
        return None
    return libc


_libc: Final = _load_libc()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardening:
    """Which protections the system granted.

    Attributes:
        no_core: A crash writes no memory to disk.
        not_dumpable: Other processes of this user cannot read this process's memory.
        wipes_freed: Memory is overwritten when it is freed (see `wipe_freed`).
    """

    no_core: bool
    not_dumpable: bool
    wipes_freed: bool


def harden() -> Hardening:
    """Protect this process as far as the system allows; never fails.

    Call it before any prompt text can arrive, and again in every process that is started.
    """
    silence()
    os.umask(0o077)
    return Hardening(
        no_core=_forbid_core(), not_dumpable=_forbid_dumping(), wipes_freed=_wipe_when_freed()
    )


def silence() -> None:
    """Let nothing that Python or a library reports by itself show more than error types."""
    sys.excepthook = _report_uncaught
    sys.unraisablehook = _report_unraisable
    threading.excepthook = _report_in_thread
    faulthandler.disable()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    logging.raiseExceptions = False  # else a broken log call prints its arguments
    # Records still reach a logger's own handlers, which is how the detectors hear of what a
    # library skipped (`companion.detectors.presidio`); none of them reaches a stream.
    logging.lastResort = None
    logging.root.handlers[:] = [logging.NullHandler()]


def wipe_freed() -> None:
    """Overwrite the small blocks of memory that were freed last; takes about 0.5 ms.

    Call it when a prompt is done with. Where `harden` could, every block of more than about
    1 kB was overwritten when it was freed. Python and the C library keep smaller ones in
    lists of their own, so they are taken from there, filled and given back.
    """
    blocks = [b"\0" * size for size in _SMALL_BLOCKS for _ in range(_OF_EACH)]
    del blocks
    if _libc is not None:
        _wipe_small_of_libc(_libc)


def _wipe_small_of_libc(libc: ctypes.CDLL) -> None:
    """Fill what Python's own small blocks do not reach: objects that shrank to this size."""
    blocks = [(libc.malloc(size), size) for size in _SMALLEST_BLOCKS for _ in range(_CACHED)]
    for address, size in blocks:
        if address:
            ctypes.memset(address, 0, size)
            libc.free(address)


def confine(*, memory: int, seconds: int) -> None:
    """Take from this process what reading foreign data does not need; there is no way back.

    From here on it opens no file and no connection, writes nothing to a disk, and ends when
    it takes too much time (setrlimit(2)). What would need more memory raises `MemoryError`,
    on Linux. On Windows nothing is confined.

    Args:
        memory: Bytes that it may take beyond those that it has.
        seconds: Processor time that it may take, in all.
    """
    if sys.platform == "win32":
        return
    used = _writable_memory()
    if used is not None:
        _limit(resource.RLIMIT_DATA, used + memory)
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(what: int, most: int) -> None:
    """Set a limit for good, or leave the lower one that is there."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (most, most))


def _writable_memory() -> int | None:
    """Return how many bytes this process may write to (proc(5), statm, the field `data`)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, ValueError, IndexError):
        return None
    return pages * resource.getpagesize()


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Let an event loop report faults by their type alone; debug mode would show values."""
    loop.set_debug(enabled=False)
    loop.set_exception_handler(_report_in_loop)


def describe(error: BaseException) -> str:
    """Return an error's type and the place in the code where it was raised, nothing else."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return type(error).__name__
    return f"{type(error).__name__} at {_file_of(place)}:{place.tb_lineno}"


def _file_of(place: TracebackType) -> str:
    return Path(place.tb_frame.f_code.co_filename).name


def _say(line: str) -> None:
    try:
        print(f"sottovoce: {line}", file=sys.stderr, flush=True)  # noqa: T201 - the last resort
    except (OSError, ValueError, AttributeError):
        return  # standard error is closed or absent


def _report_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _say(f"stopped by {describe(error.with_traceback(trace))}")


def _report_unraisable(report: Any) -> None:
    error = report.exc_value
    _say(f"ignored {describe(error) if error is not None else 'an error'}")


def _report_in_thread(report: Any) -> None:
    error = report.exc_value
    _say(f"a thread was stopped by {describe(error) if error is not None else 'an error'}")


def _report_in_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    fault = describe(error) if isinstance(error, BaseException) else context.get("fault")
    _say(f"the event loop met {fault or 'a fault'}")


def _forbid_core() -> bool:
    if sys.platform == "win32":
        return False
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return True


def _forbid_dumping() -> bool:
    """Make this process undumpable (prctl(2)), which closes /proc/PID/mem and ptrace."""
    return _call("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0) == 0


def _wipe_when_freed() -> bool:
    """Let glibc overwrite memory as it is freed (mallopt(3)); it costs about 1 % of time."""
    return _call("mallopt", _M_PERTURB, _FILL) == 1


def _call(function: str, *arguments: int) -> int | None:
    try:
        result: int = getattr(_libc, function)(*arguments)
    except AttributeError:
        return None  # another system, or a C library without it
    return result
