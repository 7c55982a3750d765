"""`sottovoce setup`: from an installed package to a companion that works, in one command.

It may be run again at any time: what is right stays, what is wrong is repaired.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from rich.console import Console

from companion import __version__, messages, welcome
from companion.browsers import BROWSERS
from companion.commands import client, doctor, status
from companion.exits import Exit
from companion.install import Installer, InstallError, Registration, this_machine
from companion.service import Manager, Service, ServiceError

READY_DEADLINE: Final = 60.0
"""Seconds for the companion to load its models; a cold disk makes them slow."""
LINKS_DEADLINE: Final = 15.0
"""Seconds more for the private connection, which may not be set up yet."""
_POLL: Final = 0.1


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that was done, or would be done.

    Attributes:
        step: `browser`, `service`, `companion` or `page`.
        state: `good`, `broken`, or `note` for what is worth knowing.
        says: What was done, or found.
        commands: What the person should type; empty mostly.
    """

    step: str
    state: str
    says: str
    commands: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--browser", action="append", metavar="NAME", help="only this one (repeatable)"
    )
    parser.add_argument("--no-open", action="store_true", help="do not open the first-run page")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done")
    parser.add_argument("--json", action="store_true", help="print JSON lines")


def run(arguments: argparse.Namespace) -> Exit:
    """Register, start, open, and look at every link; 0 when the chain is whole."""
    sound = True
    for step in steps(arguments):
        show(step, as_json=arguments.json)
        sound = sound and step.state != "broken"
    if arguments.dry_run:
        return Exit.OK if sound else Exit.FAILED
    whole = doctor.tell(doctor.checks(arguments.browser), as_json=arguments.json)
    return whole if sound else Exit.FAILED


def steps(arguments: argparse.Namespace) -> Iterator[Step]:
    """Do one thing after the other and yield what was done."""
    yield from _browsers(arguments.browser, dry_run=arguments.dry_run)
    if this_machine().platform not in ("linux", "darwin"):
        return  # which the installer has said
    yield from _service(dry_run=arguments.dry_run)
    if not arguments.dry_run:
        yield from _companion(quiet=arguments.json)
    if not arguments.no_open:
        yield from _page(arguments.browser, dry_run=arguments.dry_run)


def show(step: Step, *, as_json: bool) -> None:
    """Print one step, with what to type on lines of its own."""
    if as_json:
        print(json.dumps(msgspec.to_builtins(step)), flush=True)
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print(doctor.MARKS[step.state], end=" ")
    console.print(step.says, markup=False)
    for command in step.commands:
        console.print(f"    {command}", markup=False)


# --- browsers --------------------------------------------------------------------------------


def _browsers(names: list[str] | None, *, dry_run: bool) -> Iterator[Step]:
    try:
        results = Installer(dry_run=dry_run).install(names)
    except InstallError as error:
        yield Step(step="browser", state="broken", says=str(error))
        return
    if not results:
        says = "No browser that Sottovoce knows was found: install one, and run this again"
        yield Step(step="browser", state="broken", says=says)
    yield from (_browser(each, dry_run=dry_run) for each in results)


def _browser(result: Registration, *, dry_run: bool) -> Step:
    if result.action == "advice":
        return Step(step="browser", state="note", says=result.note, commands=result.commands)
    done = {"written": "registered", "unchanged": "knows the companion already"}[result.action]
    if dry_run and result.action == "written":
        done = "would be registered"
    return Step(step="browser", state="good", says=f"{result.label}: {done} ({result.place})")


# --- the service -----------------------------------------------------------------------------


def _service(*, dry_run: bool) -> Iterator[Step]:
    service = Service()
    if service.manager() is Manager.NONE:
        yield from _without_manager(dry_run=dry_run)
        return
    if dry_run:
        done = "would be written" if service.differs() else "is in order"
        yield Step(step="service", state="good", says=f"Service: {service.place} {done}")
        return
    try:
        yield Step(step="service", state="good", says=_keep(service))
    except ServiceError as error:
        look = "The companion runs without it; a browser starts it when it needs it"
        yield Step(step="service", state="broken", says=f"Service: {error}. {look}")
        yield from _without_manager(dry_run=False)


def _keep(service: Service) -> str:
    """Install the service and have it run the companion; leave alone what is right."""
    changed = service.install()
    pid = client.daemon_pid()
    ours = pid != 0 and pid == service.pid()
    if ours and not changed and not _outdated():
        return "Service: it runs already, and starts at every login"
    if pid and not ours:
        client.end_daemon(pid)
    service.start()
    taken = " in place of the one that a browser had started" if pid and not ours else ""
    return f"Service: started{taken}, now and at every login ({service.place})"


def _without_manager(*, dry_run: bool) -> Iterator[Step]:
    says = (
        "Service: no service manager answers for you here, so a browser with the extension "
        "starts the companion when it needs it"
    )
    if not dry_run and not client.daemon_pid():
        client.start_detached()
        says += "; it was started now"
    yield Step(step="service", state="note", says=says)


def _outdated() -> bool:
    """Whether the daemon that runs is of another version than this command."""
    state = _state()
    return state is not None and state.companion not in ("", __version__)


# --- the companion ---------------------------------------------------------------------------


def _state() -> messages.State | None:
    """Return what the daemon says; None where it does not answer now."""
    try:
        return asyncio.run(status.ask_daemon())
    except status.UNANSWERED:
        return None


def _companion(*, quiet: bool) -> Iterator[Step]:
    """Wait until the detectors are loaded, and a while for the private connection."""
    console = Console(stderr=True, quiet=quiet or not sys.stderr.isatty())
    started = time.monotonic()
    with console.status("starting the companion") as progress:
        while not _settled(state := _state(), waited := time.monotonic() - started):
            progress.update(f"{_stage(state)} ({waited:.0f} s)")
            time.sleep(_POLL)
    yield _readiness(state, waited)


def _settled(state: messages.State | None, waited: float) -> bool:
    if waited > READY_DEADLINE:
        return True
    if state is None or state.links.worker != "ready":
        return False
    return state.links.secured == "ready" or waited > LINKS_DEADLINE or not doctor.has_tunnel()


def _stage(state: messages.State | None) -> str:
    if state is None:
        return "starting the companion"
    if state.links.worker != "ready":
        return "loading the detectors"
    return "reaching the private model"


def _readiness(state: messages.State | None, waited: float) -> Step:
    if state is not None and state.links.worker == "ready":
        return Step(step="companion", state="good", says=f"Companion: ready after {waited:.1f} s")
    why = "it does not answer" if state is None else f"its detectors are {state.links.worker}"
    says = f"Companion: {why} after {waited:.0f} s; this shows why"
    return Step(step="companion", state="broken", says=says, commands=("sottovoce daemon",))


# --- the first-run page ----------------------------------------------------------------------


def _page(names: list[str] | None, *, dry_run: bool) -> Iterator[Step]:
    known = None if names is None else [name for name in names if name in BROWSERS]
    machine = this_machine()
    browser = welcome.choose(machine, known)
    if browser is None:
        yield _how_to_add(welcome.extension_folder())
        return
    words = welcome.command(browser, machine)
    if not words:
        says = (
            f"First steps: {browser.label} opens them when the extension is added; later press "
            "the shield in its toolbar and choose First steps"
        )
        yield Step(step="page", state="note", says=says)
        return
    if dry_run:
        says = f"First steps: would open in {browser.label}"
        yield Step(step="page", state="good", says=says, commands=(" ".join(words),))
        return
    try:
        welcome.start(words)
    except welcome.OpeningError as error:
        yield Step(step="page", state="broken", says=f"First steps: {error}")
        return
    yield Step(step="page", state="good", says=f"First steps: opened in {browser.label}")


def _how_to_add(folder: Path) -> Step:
    says = (
        "Extension: no browser has it yet. In Chromium, Chrome, Edge, Brave or Vivaldi open "
        "the extensions page, switch on developer mode, choose Load unpacked and take this "
        "folder; in Firefox open about:debugging and load its manifest.json. The first steps "
        "open by themselves then"
    )
    return Step(step="page", state="note", says=says, commands=(str(folder),))
