"""`sottovoce demo`: the whole system on this computer, with a proof that it works."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path

from rich.console import Console

from companion.demo import browser, proof
from companion.demo.stack import Ports, Stack, StackError
from companion.exits import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--once", action="store_true", help="exit after the proof")
    parser.add_argument("--home", type=Path, default=Path(".demo"), help="folder for everything")
    parser.add_argument(
        "--no-browser", action="store_true", help="prove it with `sottovoce ask` instead"
    )


def run(arguments: argparse.Namespace) -> Exit:
    """Start everything, prove it, then serve until Ctrl-C (or exit, with `--once`)."""
    console = Console(highlight=False, soft_wrap=True)
    stack = Stack(
        arguments.home, ports=Ports.usual_or_free(), say=lambda line: console.print(f"· {line}")
    )
    _leave_on_sigterm()
    try:
        with stack:
            results = _prove(stack, console, use_browser=not arguments.no_browser)
            proof.show(results, console)
            right = len(results) == len(proof.TRIALS) and all(each.right for each in results)
            _conclude(stack, console, right=right)
            if not arguments.once:
                threading.Event().wait()
    except StackError as error:
        print(f"sottovoce demo: {error}", file=sys.stderr)
        return Exit.FAILED
    except KeyboardInterrupt:
        console.print("stopping")
        return Exit.OK
    return Exit.OK if right else Exit.FAILED


def _leave_on_sigterm() -> None:
    """Make SIGTERM stop the processes too, as Ctrl-C does."""

    def leave(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, leave)


def _prove(stack: Stack, console: Console, *, use_browser: bool) -> list[proof.Result]:
    program = browser.find() if use_browser else None
    if program is None:
        why = "no Chromium was found" if use_browser else "as asked, without a browser"
        console.print(f"· {why}: the two prompts go through `sottovoce ask`")
        return proof.by_terminal(stack)
    console.print(f"· typing the two prompts into {stack.chat_url} in {program}")
    try:
        return browser.prove(stack, program)
    except browser.BrowserError as error:
        console.print(f"· the browser could not be driven: {error}", markup=False)
        return []


def _conclude(stack: Stack, console: Console, *, right: bool) -> None:
    verdict = "Both went the right way." if right else "That was not right; see the lines above."
    console.print(f"\n[bold]{verdict}[/]\n")
    console.print(f"chat page      {stack.chat_url}")
    console.print(f"latency        {stack.placement_url}")
    console.print(f"audit          SOTTOVOCE_HOME={stack.home} sottovoce audit explain last")
    console.print(f"logs           {stack.logs}")
