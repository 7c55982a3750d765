"""Builds what ships of the site files: `python -m scripts.sites [--check]`.

From `extension/sites/*.json` it writes the worker's table (`shipped.js`) and its version, what
the page's world needs of it (`watched.js`), the network rules, and the lists in the manifest.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from companion import sitebundle, sitefiles, sites
from scripts import pretty, site_table, walls

ROOT: Final = Path(__file__).parent.parent
_PAGE: Final = "docs/reference/sites.md"
_HEAD: Final = (
    "// @ts-check\n"
    "// Written by `python -m scripts.sites` from the site files beside it.\n"
    "// Change those, not this.\n"
)
_NAME: Final = "//# sourceURL=watched.js\n"
"""The page sees this name in a stack, and not the address of the extension."""
_UNSHIPPED: Final = {"checked", "source", "answer"}
"""Said for people; the extension has no use for it."""
_DOORS: Final = ("endpoints", "drafts", "uploads")


def main(argv: list[str] | None = None) -> int:
    """Write what is stale, or with `--check` only say what is."""
    parser = argparse.ArgumentParser(prog="python -m scripts.sites", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if stale")
    arguments = parser.parse_args(argv)
    try:
        files = built(ROOT)
    except sitebundle.SiteFileError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    stale = [path for path, text in files.items() if current(ROOT / path) != text]
    gone = [path for path in leftover(ROOT) if path not in files]
    for path in (*stale, *gone):
        sys.stdout.write(f"{path}: {'stale' if arguments.check else 'written'}\n")
    if arguments.check:
        return int(bool(stale or gone))
    for path in stale:
        (ROOT / path).write_text(files[path], encoding="utf-8")
    for path in gone:
        (ROOT / path).unlink()
    return 0


def current(path: Path) -> str | None:
    """Return a file's text; None where there is no file."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def leftover(root: Path) -> list[str]:
    """Return the rules that lie there, to find those of a site that is gone."""
    return [f"extension/rules/{path.name}" for path in sorted((root / "extension/rules").glob("*"))]


def built(root: Path) -> dict[str, str]:
    """Return every generated file's text by its path below `root`."""
    bundle = sites.load(root / "extension/sites")
    files = {
        "extension/sites/shipped.js": _table("sottovoceSites", map(_shipped, bundle.sites)),
        "extension/sites/watched.js": _table("sottovoceWatched", map(_watched, bundle.sites))
        + _NAME,
        "extension/background/version.js": f"{_HEAD}\nexport const VERSION = {bundle.version};\n",
        "extension/manifest.json": _manifest(root, bundle),
        _PAGE: site_table.filled((root / _PAGE).read_text(encoding="utf-8"), bundle),
        "docs/reference/sites.schema.json": json.dumps(sitefiles.schema(), indent=2) + "\n",
    }
    for site in bundle.sites:
        if rules := walls.rules_of(site):
            files[f"extension/rules/{site.name}.json"] = pretty.as_json(rules)
    return files


def _table(name: str, rows: Iterable[dict[str, Any]]) -> str:
    start = f"globalThis.{name} = "
    head = f'{_HEAD}/* eslint max-lines: off -- a program wrote it */\n"use strict";\n'
    return f"{head}{start}{pretty.as_script(list(rows), len(start))};\n"


def _shipped(site: sitefiles.Site) -> dict[str, Any]:
    return {key: value for key, value in _plain(site).items() if key not in _UNSHIPPED}


def _watched(site: sitefiles.Site) -> dict[str, Any]:
    """Return what the page's world needs: what to hold, and not how to read it.

    Every page pays for it as it loads.
    """
    plain = _plain(site)
    doors = {
        kind: [{"url": door["url"], "methods": door["methods"]} for door in plain[kind]]
        for kind in _DOORS
        if kind in plain
    }
    sockets = [
        {**socket, "frames": [{"match": frame["match"]} for frame in socket["frames"]]}
        if "frames" in socket
        else socket
        for socket in plain.get("sockets", [])
    ]
    kept = {key: plain[key] for key in ("kind", "pages") if key in plain}
    return kept | doors | ({"sockets": sockets} if sockets else {})


def _plain(site: sitefiles.Site) -> dict[str, Any]:
    """Return a site without its empty fields."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(site))
    return plain


def _manifest(root: Path, bundle: sitefiles.Bundle) -> str:
    manifest = json.loads((root / "extension/manifest.json").read_text(encoding="utf-8"))
    hosts = list(dict.fromkeys(host for site in bundle.sites for host in site.hosts))
    manifest["host_permissions"] = hosts
    manifest["declarative_net_request"]["rule_resources"] = [
        {"id": site.name, "enabled": True, "path": f"rules/{site.name}.json"}
        for site in bundle.sites
        if site.kind is sitefiles.Kind.FIXED
    ]
    for script in manifest["content_scripts"]:
        script["matches"] = hosts
        others = [path for path in script["js"] if not path.startswith("sites/")]
        tables = ["sites/watched.js"] if script.get("world") == "MAIN" else []
        script["js"] = tables + others
    return pretty.as_json(manifest)


if __name__ == "__main__":
    sys.exit(main())
