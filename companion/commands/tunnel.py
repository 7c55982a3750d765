"""`sottovoce tunnel keys`: make the two files of a tunnel, one for each end."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from companion import paths
from companion.exits import Exit
from companion.tunnel.config import write_pair
from companion.tunnel.errors import TunnelConfigError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("action", choices=("keys",))
    parser.add_argument("--endpoint", required=True, metavar="HOST:PORT", help="of the gateway")
    parser.add_argument("--client", type=Path, help="default: the companion's own tunnel.conf")
    parser.add_argument("--gateway", type=Path, required=True, help="file for the far end")


def run(arguments: argparse.Namespace) -> Exit:
    """Write both files (0600), with fresh keys and a preshared key."""
    host, _, port = arguments.endpoint.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        print("sottovoce tunnel: --endpoint wants HOST:PORT", file=sys.stderr)
        return Exit.USAGE
    client = arguments.client or paths.resolve().config / "tunnel.conf"
    if client.absolute() == arguments.gateway.absolute():
        print("sottovoce tunnel: each end needs a file of its own", file=sys.stderr)
        return Exit.USAGE
    for path in (client, arguments.gateway):
        if path.exists():
            print(f"sottovoce tunnel: {path} exists; move it away first", file=sys.stderr)
            return Exit.FAILED
    client.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_pair(client, arguments.gateway, endpoint=(host.strip("[]"), int(port)))
    except (OSError, TunnelConfigError) as error:
        print(f"sottovoce tunnel: {error}", file=sys.stderr)
        return Exit.FAILED
    print(f"{client}: this computer's end")
    print(f"{arguments.gateway}: the gateway's end; keep both secret")
    return Exit.OK
