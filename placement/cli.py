"""The command `sottovoce-placement`."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from companion import __version__, paths
from placement import guard
from placement.app import Config, Service, listening
from placement.store import StoreError

EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 when it was told to stop, 1 when it cannot serve (database, address), 2 when the
        arguments are wrong.
    """
    options = _parser().parse_args(argv)
    try:
        return _serve(options)
    except guard.TokenError as error:
        return _complain(str(error), EXIT_USAGE)
    except (StoreError, OSError) as error:
        return _complain(str(error), EXIT_FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sottovoce-placement",
        description="The workload placement service: takes latency from the front ends "
        "(OTLP/HTTP, no content) and shows it by environment.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="take telemetry and show the page")
    serve.add_argument("--host", default="127.0.0.1", help="address to bind (%(default)s)")
    serve.add_argument("--port", type=_port, default=8470, help="0 picks one (%(default)s)")
    serve.add_argument("--database", type=Path, metavar="FILE", help="SQLite file (state folder)")
    serve.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="every request must carry this token; required beyond loopback",
    )
    serve.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="another Host name of this service, as behind a proxy; may be repeated",
    )
    serve.add_argument(
        "--known",
        action="append",
        default=[],
        metavar="NAME",
        help="take reports about this environment or model only; may be repeated",
    )
    serve.add_argument(
        "--keep-days", type=_days, default=30, help="forget older reports (%(default)s)"
    )
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is 0 to 65535")
    return port


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 3650:
        raise argparse.ArgumentTypeError("keep 1 to 3650 days")
    return days


def _serve(options: argparse.Namespace) -> int:
    if options.token_file is None and not guard.is_loopback(options.host):
        return _complain(f"{options.host} is not loopback: give --token-file FILE", EXIT_USAGE)
    token = guard.read_token(options.token_file) if options.token_file else ""
    database = options.database or _default_database()
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    service = Service(
        Config(
            database=database,
            token=token,
            keep_days=options.keep_days,
            known=frozenset(options.known),
        )
    )
    asyncio.run(_until_stopped(service, options.host, options.port, tuple(options.allow_host)))
    return 0


def _default_database() -> Path:
    places = paths.resolve()
    places.create()
    return places.state / "placement.sqlite"


async def _until_stopped(service: Service, host: str, port: int, names: tuple[str, ...]) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    async with listening(service, host, port, names) as bound:
        shown = f"[{host}]" if ":" in host else host
        print(f"listening on http://{shown}:{bound}", flush=True)
        await stopped.wait()


def _complain(message: str, code: int) -> int:
    print(f"sottovoce-placement: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
