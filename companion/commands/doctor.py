"""`sottovoce doctor`: walks the chain from the browser to the secured model.

Each link has a line; a broken one says what to do. What comes after a broken link cannot be
judged and says nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterator
from typing import Final

import msgspec
from rich.console import Console

from companion import install, messages, paths, policy
from companion.audit import AuditError, AuditReader
from companion.commands import status
from companion.exits import Exit
from companion.install import InstallError, Registration
from companion.sockets import ConnectionClosedError, SocketUnsafeError

_MARKS: Final = {"good": "[green]✓[/]", "broken": "[red]✗[/]", "note": "[yellow]·[/]"}


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain.

    Attributes:
        link: What was looked at.
        state: `good`, `broken`, or `note` for what is worth knowing.
        says: What was found.
        remedy: What to do about it; empty where nothing is to be done.
    """

    link: str
    state: str
    says: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON lines")


def run(arguments: argparse.Namespace) -> Exit:
    """Look at every link; 0 when the chain is whole."""
    checks = [*_browsers(), _policy(), _audit(), *_running()]
    console = Console(highlight=False, soft_wrap=True)
    for check in checks:
        if arguments.json:
            print(json.dumps(msgspec.to_builtins(check)))
        else:
            _print(console, check)
    return Exit.FAILED if any(check.state == "broken" for check in checks) else Exit.OK


def _print(console: Console, check: Check) -> None:
    console.print(_MARKS[check.state], end=" ")
    console.print(f"{check.link}: {check.says}", markup=False)
    if check.remedy:
        console.print(f"  → {check.remedy}", markup=False)


def _good(link: str, says: str) -> Check:
    return Check(link=link, state="good", says=says)


def _broken(link: str, says: str, remedy: str) -> Check:
    return Check(link=link, state="broken", says=says, remedy=remedy)


def _browsers() -> Iterator[Check]:
    """Say for each browser found whether it knows the companion."""
    try:
        found = install.install(dry_run=True)
    except InstallError as error:
        yield _broken("browsers", str(error), "use Linux or macOS")
        return
    if not found:
        yield _broken("browsers", "none was found", "install Firefox, Chromium, Chrome or Edge")
    yield from map(_browser, found)


def _browser(found: Registration) -> Check:
    if found.action == "unchanged":
        return _good(found.label, "knows the companion")
    if found.action == "advice":
        return Check(link=found.label, state="note", says=found.note)
    return _broken(found.label, "does not know the companion", "run: sottovoce install-host")


def _policy() -> Check:
    path = paths.resolve().policy
    active = policy.load(path)
    if active.error:
        remedy = f"mend {path}; until then everything is answered privately"
        return _broken("policy", active.error, remedy)
    return _good("policy", f"{active.policy.name}, private from {active.policy.threshold:.2f} on")


def _audit() -> Check:
    path = paths.resolve().audit
    if not path.exists():
        return Check(link="audit", state="note", says="nothing has been decided yet")
    try:
        with AuditReader.open(path) as audit:
            result = audit.verify()
    except AuditError as error:
        return _broken("audit", str(error), f"look at the folder {path.parent}")
    if result.ok:
        return _good("audit", f"{result.rows} rows, each as it was written")
    return _broken("audit", "it was changed or cut", "run: sottovoce audit verify")


def _running() -> Iterator[Check]:
    """Ask the daemon about itself and what lies beyond it."""
    try:
        state = asyncio.run(status.ask_daemon())
    except (SocketUnsafeError, ConnectionClosedError, TimeoutError) as error:
        yield _broken("companion", str(error) or "does not answer", "run: sottovoce daemon")
        return
    if state is None:
        remedy = "a browser with the extension starts it; or run: sottovoce daemon"
        yield _broken("companion", "not running", remedy)
        return
    yield _good("companion", "running")
    yield from _links(state.links)


def _damage() -> str:
    """Return which file keeps the detectors from loading; empty where they load here."""
    from companion.tools import DetectorError, load_tools  # noqa: PLC0415 - slow to import

    try:
        load_tools()
    except DetectorError as error:
        return str(error)
    return ""


def _links(links: messages.Links) -> Iterator[Check]:
    if links.worker == "ready":
        yield _good("detectors", "ready")
    else:
        remedy = "wait a moment; if it stays so, install Sottovoce again"
        yield _broken("detectors", _damage() or links.worker, remedy)
    if links.tunnel != "up":
        remedy = "check the network, and the gateway's address in tunnel.conf"
        yield _broken("private connection", links.tunnel, remedy)
    elif links.secured == "ready":
        yield _good("private connection", "up")
        yield _good("private model", f"{links.model or 'ready'} at {links.environment}")
    else:
        yield _good("private connection", "up")
        remedy = "start the secured variant behind the gateway; check [secured] in companion.toml"
        yield _broken("private model", links.secured, remedy)
