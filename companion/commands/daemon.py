"""`sottovoce daemon`: the companion, in the foreground."""

from __future__ import annotations

import argparse
import sys

from companion import daemon, paths
from companion.audit import AuditError
from companion.exits import Exit
from companion.settings import SettingsError
from companion.sockets import DaemonRunningError, SocketUnsafeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: there are none."""


def run(arguments: argparse.Namespace) -> Exit:  # noqa: ARG001 - every verb takes them
    """Run until SIGTERM or SIGINT."""
    try:
        daemon.run(paths.resolve())
    except (AuditError, DaemonRunningError, SettingsError, SocketUnsafeError) as error:
        print(f"sottovoce daemon: {error}", file=sys.stderr)
        return Exit.FAILED
    return Exit.OK
