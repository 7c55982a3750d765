"""A clock that goes on while the machine sleeps, so that keys age as the far end's do."""

from __future__ import annotations

import time


def _clock_id() -> int | None:
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        number = getattr(time, name, None)
        if number is not None:
            return int(number)
    return None


_CLOCK = _clock_id()


def now() -> float:
    """Return seconds since some point in the past, sleep included.

    Linux has CLOCK_BOOTTIME for this; on macOS CLOCK_MONOTONIC counts sleep.
    `time.monotonic`, and so the event loop's time, does not.
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
