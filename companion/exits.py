"""Exit codes of every command (docs/reference/commands.md)."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    """What a command's exit status means."""

    OK = 0
    """All that was asked is done."""
    FAILED = 1
    """Something went wrong; the message says what and what to do."""
    USAGE = 2
    """The command line was not understood."""
    BAD_INPUT = 3
    """Some of the input could not be used; the rest was done."""
    NO_DAEMON = 4
    """The daemon does not answer and could not be started."""
    HELD = 5
    """The prompt was held: nobody was asked."""
    TAMPERED = 6
    """The audit does not verify."""
