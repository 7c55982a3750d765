"""`sottovoce status`: the state of every link, as the toolbar popup shows it."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Final

import msgspec

from companion import messages
from companion.commands import client
from companion.exits import Exit
from companion.framing import FramingError
from companion.front import CLI_ORIGIN
from companion.sockets import Connection, ConnectionClosedError, SocketUnsafeError

UNANSWERED: Final = (
    SocketUnsafeError,
    ConnectionClosedError,
    FramingError,
    TimeoutError,
    msgspec.DecodeError,
)
"""What asking may end with where something answers, but not as the daemon does."""

_PATIENCE = 5.0
_decoder = msgspec.json.Decoder(messages.ToExtension)
_encoder = msgspec.json.Encoder()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> Exit:
    """Ask the running daemon; one that is absent is not started."""
    try:
        state = asyncio.run(ask_daemon())
    except TimeoutError:
        print("sottovoce status: the daemon does not answer", file=sys.stderr)
        return Exit.NO_DAEMON
    except (SocketUnsafeError, ConnectionClosedError, FramingError, msgspec.DecodeError) as error:
        print(f"sottovoce status: {error}", file=sys.stderr)
        return Exit.NO_DAEMON
    if state is None:
        print(json.dumps({"daemon": "down"}) if arguments.json else "companion: not running")
        return Exit.NO_DAEMON
    if arguments.json:
        links = msgspec.to_builtins(state.links)
        print(json.dumps({"daemon": "running", **links, "telemetry": state.telemetry}))
    else:
        _print(state)
    return Exit.OK


def _print(state: messages.State) -> None:
    links = state.links
    model = f" ({links.model} at {links.environment})" if links.model else ""
    print("companion: running")
    print(f"detectors: {links.worker}")
    print(f"private connection: {links.tunnel}")
    print(f"secured model: {links.secured}{model}")
    print(f"latency reports: {state.telemetry}")


async def ask_daemon() -> messages.State | None:
    """Return what the running daemon says, or None where none runs."""
    connection = await client.connect_or_none()
    if connection is None:
        return None
    async with connection:
        return await asyncio.wait_for(_ask(connection), _PATIENCE)


async def _ask(connection: Connection) -> messages.State:
    connection.send(_encoder.encode(messages.Attach(origin=CLI_ORIGIN, browser_pid=0)))
    connection.send(_encoder.encode(messages.Status()))
    async for payload in connection:
        message = _decoder.decode(payload)
        if isinstance(message, messages.State):
            return message
    raise ConnectionClosedError("the daemon closed the connection")
