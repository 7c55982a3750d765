"""`sottovoce audit`: verify the chain, explain one decision, export all rows."""

from __future__ import annotations

import argparse
import json
import sys

import msgspec

from companion import paths, words
from companion.audit import AuditError, AuditReader
from companion.exits import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("verify", help="check every row and the chain through them")
    explain = actions.add_parser("explain", help="say what was done with one prompt, and why")
    explain.add_argument("id", metavar="ID", help="a request's id, or `last`")
    export = actions.add_parser("export", help="print every row as a JSON line")
    for each in (*actions.choices.values(), export):
        if "--json" not in each._option_string_actions:  # noqa: SLF001 - no public way to ask
            each.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> Exit:
    """Read the audit; the daemon may be writing it meanwhile."""
    try:
        with AuditReader.open(paths.resolve().audit) as audit:
            match arguments.action:
                case "verify":
                    return _verify(audit, as_json=arguments.json)
                case "explain":
                    return _explain(audit, arguments.id, as_json=arguments.json)
                case _:
                    return _export(audit)
    except AuditError as error:
        print(f"sottovoce audit: {error}", file=sys.stderr)
        return Exit.FAILED


def _verify(audit: AuditReader, *, as_json: bool) -> Exit:
    result = audit.verify()
    if as_json:
        print(json.dumps(msgspec.to_builtins(result)))
    else:
        print(words.verification(result))
    return Exit.OK if result.ok else Exit.TAMPERED


def _explain(audit: AuditReader, request_id: str, *, as_json: bool) -> Exit:
    rows = audit.explain(request_id)
    if not rows:
        print(f"sottovoce audit: no request has the id {request_id}", file=sys.stderr)
        return Exit.BAD_INPUT
    for row in rows:
        print(json.dumps(msgspec.to_builtins(row)) if as_json else words.explain(row))
    return Exit.OK


def _export(audit: AuditReader) -> Exit:
    for row in audit.export():
        print(json.dumps(row, ensure_ascii=False))
    return Exit.OK
