"""`sottovoce policy`: check a policy file, show the one in force, print the schema, name a text."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import secrets
import sys
from pathlib import Path

import msgspec

from companion import allowlist, hardening, paths, policy
from companion.exits import Exit
from companion.files import open_private


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("action", choices=("check", "show", "schema", "digest"))
    parser.add_argument("file", nargs="?", type=Path, help="default: the installed policy")


def run(arguments: argparse.Namespace) -> Exit:
    """Check, show, print the JSON schema, or name a text by its digest."""
    if arguments.action == "schema":
        print(json.dumps(policy.json_schema(), indent=2, sort_keys=True))
        return Exit.OK
    path = arguments.file or paths.resolve().policy
    if arguments.action == "digest":
        return _digest(path.parent / policy.KEY_FILE)
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


def _digest(path: Path) -> Exit:
    """Print the name by which a policy allows a text, without keeping or showing the text."""
    hardening.harden()
    asked = sys.stdin.isatty()
    text = getpass.getpass("The text (it is not shown): ") if asked else sys.stdin.readline()
    if not text.strip():
        print("sottovoce policy: there is no text on standard input", file=sys.stderr)
        return Exit.BAD_INPUT
    try:
        key = _key(path)
    except (OSError, UnicodeDecodeError, ValueError):
        print(f"sottovoce policy: {path}: there is no usable key", file=sys.stderr)
        return Exit.FAILED
    print(allowlist.digest(text, key))
    return Exit.OK


def _key(path: Path) -> bytes:
    """Return this installation's key, made now where there is none."""
    try:
        key = path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        key = secrets.token_hex(16)
        with os.fdopen(open_private(path), "w", encoding="utf-8") as file:
            file.write(f"{key}\n")
    if not policy.SHORTEST_KEY <= len(key.encode()) <= policy.LONGEST_KEY:
        raise ValueError("the key is too short or too long")
    return key.encode()
