"""The `sottovoce` command: reads the command line and hands over to one verb."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from companion import __version__
from companion.exits import Exit


class Verb(NamedTuple):
    """One verb of the command, imported only when it is used."""

    module: str
    summary: str


class Command(Protocol):
    """What the module of a verb offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the verb's arguments."""

    def run(self, arguments: argparse.Namespace) -> Exit:
        """Do it."""


VERBS: Final = {
    "ask": Verb("ask", "send one prompt through the whole path"),
    "audit": Verb("audit", "verify, explain or export the record of decisions"),
    "check": Verb("check", "judge prompts from standard input; sends nothing anywhere"),
    "daemon": Verb("daemon", "run the companion in the foreground"),
    "demo": Verb("demo", "run the whole system on this computer and prove that it works"),
    "doctor": Verb("doctor", "look at every link from the browser to the private model"),
    "evaluate": Verb("evaluate", "measure the detectors on labelled rows; sends nothing anywhere"),
    "install-host": Verb("install_host", "register the companion with the installed browsers"),
    "policy": Verb("policy", "check a policy file, or show the one in force"),
    "remove": Verb("remove", "take back what setup did"),
    "setup": Verb("setup", "register, start the service, open the first steps, check it all"),
    "sites": Verb("sites", "say which site files are in force; sign or install an update"),
    "status": Verb("status", "say the state of every link"),
    "tunnel": Verb("tunnel", "make the keys of a tunnel"),
    "uninstall-host": Verb("uninstall_host", "take the registration back"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    verb = next((word for word in words if not word.startswith("-")), "")
    parser = _parser(verb)
    arguments = parser.parse_args(words)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()  # here, where a reader that went away is no error
    except BrokenPipeError:
        # What is still buffered has nobody to read it; the interpreter would try once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.FAILED)
    except KeyboardInterrupt:
        return 130
    return status


def _parser(verb: str) -> argparse.ArgumentParser:
    """Build the parser; only the verb that is used pays for its imports."""
    parser = argparse.ArgumentParser(
        prog="sottovoce", description="Decides, for every prompt, who may read it."
    )
    parser.add_argument("--version", action="version", version=f"sottovoce {__version__}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name, (module, summary) in VERBS.items():
        description = f"{summary[0].upper()}{summary[1:]}."
        sub = verbs.add_parser(name, help=summary, description=description)
        if name == verb:
            command: Command = importlib.import_module(f"companion.commands.{module}")
            command.add_arguments(sub)
            sub.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
