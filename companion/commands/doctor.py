"""`sottovoce doctor`: walks the chain from the browser to the secured model.

Each link has a line; a broken one says what to do. What comes after a broken link cannot be
judged and says nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
from rich.console import Console

from companion import __version__, install, messages, paths, policy, settings, welcome
from companion.audit import AuditError, AuditReader
from companion.commands import client, status
from companion.exits import Exit
from companion.install import InstallError, Registration
from companion.service import Service, State
from companion.settings import SettingsError
from companion.sitenames import for_people

MARKS: Final = {"good": "[green]✓[/]", "broken": "[red]✗[/]", "note": "[yellow]·[/]"}


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
    return tell(checks(), as_json=arguments.json)


def checks(browsers: Sequence[str] | None = None) -> Iterator[Check]:
    """Look at one link after the other; with names, at these browsers alone."""
    yield from _browsers(browsers)
    yield _policy()
    yield _audit()
    yield _service()
    yield from _running()


def tell(found: Iterable[Check], *, as_json: bool) -> Exit:
    """Print what was found; 1 where a link is broken."""
    console = Console(highlight=False, soft_wrap=True)
    broken = False
    for check in found:
        broken = broken or check.state == "broken"
        if as_json:
            print(json.dumps(msgspec.to_builtins(check)), flush=True)
        else:
            _print(console, check)
    return Exit.FAILED if broken else Exit.OK


def _print(console: Console, check: Check) -> None:
    console.print(MARKS[check.state], end=" ")
    console.print(f"{check.link}: {check.says}", markup=False)
    if check.remedy:
        console.print(f"  → {check.remedy}", markup=False)


def _note(link: str, says: str, remedy: str = "") -> Check:
    return Check(link=link, state="note", says=says, remedy=remedy)


def _good(link: str, says: str) -> Check:
    return Check(link=link, state="good", says=says)


def _broken(link: str, says: str, remedy: str) -> Check:
    return Check(link=link, state="broken", says=says, remedy=remedy)


def _browsers(names: Sequence[str] | None) -> Iterator[Check]:
    """Say for each browser found whether it knows the companion."""
    try:
        found = install.install(names, dry_run=True)
    except InstallError as error:
        yield _broken(
            "browsers", str(error), "docs/reference/native-host.md lists what is supported"
        )
        return
    if not found:
        yield _broken("browsers", "none was found", "install Firefox, Chromium, Chrome or Edge")
    yield from map(_browser, found)


def _browser(found: Registration) -> Check:
    if found.action == "unchanged":
        return _good(found.label, "knows the companion")
    if found.action == "advice":
        remedy = f"run: {' && '.join(found.commands)}" if found.commands else ""
        return _note(found.label, found.note, remedy)
    return _broken(found.label, "does not know the companion", "run: sottovoce setup")


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
        return _note("audit", "nothing has been decided yet")
    try:
        with AuditReader.open(path) as audit:
            result = audit.verify()
    except AuditError as error:
        return _broken("audit", str(error), f"look at the folder {path.parent}")
    if result.ok:
        return _good("audit", f"{result.rows} rows, each as it was written")
    return _broken("audit", "it was changed or cut", "run: sottovoce audit verify")


def _service() -> Check:
    service = Service()
    match service.state():
        case State.RUNNING if service.differs():
            return _broken("service", "runs, but not as it should", "run: sottovoce setup")
        case State.RUNNING:
            return _good("service", "running, and starts at every login")
        case State.STOPPED if client.daemon_pid():
            says = "installed, but a browser has started the companion in its place"
            return _note("service", says, "run: sottovoce setup, and the service takes over")
        case State.STOPPED:
            remedy = "run: sottovoce setup; `sottovoce daemon` shows what keeps it from starting"
            return _broken("service", "installed, but it does not run", remedy)
        case State.ABSENT:
            says = "not installed; a browser starts the companion when it needs it"
            return _note("service", says, "run: sottovoce setup")
        case State.UNAVAILABLE:
            says = "no service manager here; a browser starts the companion when it needs it"
            return _note("service", says)


def _running() -> Iterator[Check]:
    """Ask the daemon about itself and what lies beyond it."""
    try:
        state = asyncio.run(status.ask_daemon())
    except status.UNANSWERED as error:
        yield _broken("companion", str(error) or "does not answer", "run: sottovoce setup")
        return
    if state is None:
        remedy = "run: sottovoce setup; a browser with the extension starts it too"
        yield _broken("companion", "not running", remedy)
        return
    yield _companion(state)
    yield from _links(state.links)
    yield from _extensions(state.browsers)
    if state.yours is not None:
        yield from _chosen(state.yours)


def _companion(state: messages.State) -> Check:
    if state.companion not in ("", __version__):
        says = f"running, but version {state.companion}; {__version__} is installed"
        return _broken("companion", says, "run: sottovoce setup")
    return _good("companion", "running")


def _extensions(browsers: Sequence[messages.SeenBrowser]) -> Iterator[Check]:
    """Say which browsers' extensions have connected, and which site files are in force there."""
    if not browsers:
        remedy = (
            "open a browser with the extension, or add it: load the folder "
            f"{welcome.extension_folder()}"
        )
        yield _note("extension", "no browser has connected since the companion started", remedy)
        return
    for seen in browsers:
        name = _browser_name(seen.agent)
        if seen.until:
            says = f"{name}, version {seen.extension}, was here until {_clock(seen.until)}"
            yield _note("extension", says, "open the browser again to have it protected")
        else:
            says = f"{name}, version {seen.extension}, connected since {_clock(seen.since)}"
            yield _good("extension", says)
    latest = browsers[-1]
    if latest.sites:
        yield _good("site files", f"version {latest.sites} in {_browser_name(latest.agent)}")
    else:
        yield _note("site files", f"{_browser_name(latest.agent)} did not say its version")


def _chosen(yours: messages.Yours) -> Iterator[Check]:
    """Say where the person has switched protection off, for now or until further notice."""
    for pause in yours.paused:
        site = for_people(pause.site) or "every site"
        says = f"{site} is paused until {_clock(pause.until)}: messages go out unchecked"
        yield _note("pause", says, "resume in the panel or the toolbar, or wait")
    for site in yours.off:
        says = f"protection of {for_people(site)} is switched off: messages go out unchecked"
        yield _note("switched off", says, "switch it on again in the toolbar")


_NAMES: Final = (
    ("Edg/", "Edge"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chromium or Chrome"),
)


def _browser_name(agent: str) -> str:
    """Return a browser's name and main version from how it names itself."""
    for sign, name in _NAMES:
        _, there, after = agent.partition(sign)
        if there:
            return f"{name} {after.split('.')[0]}"
    return agent[:40] or "a browser"


def _clock(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(milliseconds / 1000))


def has_tunnel() -> bool:
    """Whether the file of the private connection is there."""
    places = paths.resolve()
    try:
        tunnel = settings.load(places.settings).secured.tunnel
    except SettingsError:
        return True  # the daemon says what is wrong with the settings
    return (places.config / tunnel).exists()


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
        if not has_tunnel():
            remedy = "no tunnel is set up yet; run: sottovoce tunnel keys --endpoint HOST:PORT"
        yield _broken("private connection", links.tunnel, remedy)
    elif links.secured == "ready":
        yield _good("private connection", "up")
        yield _good("private model", f"{links.model or 'ready'} at {links.environment}")
    else:
        yield _good("private connection", "up")
        remedy = "start the secured variant behind the gateway; check [secured] in companion.toml"
        yield _broken("private model", links.secured, remedy)
