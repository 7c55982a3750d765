"""`sottovoce policy`: check a policy file, show the one in force, print the schema."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import msgspec

from companion import paths, policy
from companion.exits import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("action", choices=("check", "show", "schema"))
    parser.add_argument("file", nargs="?", type=Path, help="default: the installed policy")


def run(arguments: argparse.Namespace) -> Exit:
    """Check, show, or print the JSON schema."""
    if arguments.action == "schema":
        print(json.dumps(policy.json_schema(), indent=2, sort_keys=True))
        return Exit.OK
    path = arguments.file or paths.resolve().policy
    if arguments.file and not path.exists():
        print(f"sottovoce policy: {path}: there is no such file", file=sys.stderr)
        return Exit.BAD_INPUT
    active = policy.load(path)
    if active.error:
        print(f"{active.error}\nUntil this is mended, everything is secured.", file=sys.stderr)
        return Exit.BAD_INPUT
    if arguments.action == "show":
        print(json.dumps(msgspec.to_builtins(active.policy), indent=2))
    else:
        print(f"{active.policy.name}: in order ({active.id}, threshold {active.policy.threshold})")
    return Exit.OK
