"""`sottovoce remove`: takes back what `sottovoce setup` did."""

from __future__ import annotations

import argparse

from companion import install
from companion.commands import client, setup
from companion.exits import Exit
from companion.install import InstallError
from companion.service import Service, ServiceError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--dry-run", action="store_true", help="say what would be done")
    parser.add_argument("--json", action="store_true", help="print JSON lines")


def run(arguments: argparse.Namespace) -> Exit:
    """Stop and remove the service, then the registrations; policy, keys and audit stay."""
    try:
        steps = [_service(dry_run=arguments.dry_run), *_browsers(dry_run=arguments.dry_run)]
    except (ServiceError, InstallError) as error:
        setup.show(setup.Step(step="remove", state="broken", says=str(error)), as_json=False)
        return Exit.FAILED
    for step in steps:
        setup.show(step, as_json=arguments.json)
    return Exit.OK


def _service(*, dry_run: bool) -> setup.Step:
    service = Service()
    there = service.place.exists()
    if not dry_run:
        service.remove()
    pid = client.daemon_pid()
    if pid and not dry_run:
        client.end_daemon(pid)
    if not there:
        ended = "; the companion was ended" if pid and not dry_run else ""
        return setup.Step(step="service", state="note", says=f"Service: there was none{ended}")
    done = "would be removed" if dry_run else "stopped and removed"
    return setup.Step(step="service", state="good", says=f"Service: {done} ({service.place})")


def _browsers(*, dry_run: bool) -> list[setup.Step]:
    results = install.uninstall(dry_run=dry_run)
    done = "would be taken back" if dry_run else "registration taken back"
    return [
        setup.Step(step="browser", state="good", says=f"{each.label}: {done} ({each.place})")
        for each in results
        if each.action == "removed"
    ]
