"""`sottovoce install-host`: register the companion with the installed browsers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable

import msgspec

from companion import install
from companion.exits import Exit
from companion.install import InstallError, Registration


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--browser", action="append", metavar="NAME", help="only this one (repeatable)"
    )
    parser.add_argument("--system", action="store_true", help="for all users of this computer")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done")
    parser.add_argument("--json", action="store_true", help="print JSON lines")


def run(arguments: argparse.Namespace) -> Exit:
    """Write what is missing, repair what is wrong."""
    return carry_out(install.install, arguments)


def carry_out(act: Callable[..., Iterable[Registration]], arguments: argparse.Namespace) -> Exit:
    """Install or uninstall, and say what was done for each browser."""
    try:
        results = list(act(arguments.browser, system=arguments.system, dry_run=arguments.dry_run))
    except InstallError as error:
        print(f"sottovoce: {error}", file=sys.stderr)
        return Exit.FAILED
    for result in results:
        print(line(result, as_json=arguments.json))
    if not results:
        print("No browser that Sottovoce knows was found.", file=sys.stderr)
    return Exit.OK


def line(result: Registration, *, as_json: bool) -> str:
    """Return what was done for one browser; what to type follows on lines of its own."""
    if as_json:
        return json.dumps(msgspec.to_builtins(result))
    details = "; ".join(text for text in (result.place, result.note) if text)
    told = f"{result.label}: {result.action}" + (f" ({details})" if details else "")
    return "\n".join((told, *(f"    {command}" for command in result.commands)))
