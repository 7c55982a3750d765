"""`sottovoce sites`: which site files are in force; sign, verify and install an update."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from companion import paths, policy, sites, siteupdates
from companion.exits import Exit
from companion.files import open_private
from companion.sitebundle import SiteFileError
from companion.siteupdates import UpdateError


class _BadKeyError(Exception):
    """A private key cannot be used."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("list", help="say which site files are in force (the default)")
    show = actions.add_parser("show", help="print one site's file")
    show.add_argument("name", metavar="NAME")
    keygen = actions.add_parser("keygen", help="make a key that signs updates")
    keygen.add_argument("file", metavar="FILE", type=Path, help="the private key's new file")
    sign = actions.add_parser("sign", help="sign a folder of site files")
    sign.add_argument("folder", metavar="FOLDER", type=Path)
    sign.add_argument("--key", metavar="FILE", type=Path, required=True, help="the private key")
    sign.add_argument("--out", metavar="FILE", type=Path, default=Path(sites.FILE))
    for name, summary in (
        ("verify", "say whether an update may be used here"),
        ("install", "verify an update and use it"),
    ):
        action = actions.add_parser(name, help=summary)
        action.add_argument("file", metavar="FILE", type=Path)


def run(arguments: argparse.Namespace) -> Exit:
    """Do one of it; nothing but `install` changes what is in force."""
    actions = {
        "show": lambda: _show(arguments.name),
        "keygen": lambda: _keygen(arguments.file),
        "sign": lambda: _sign(arguments),
        "verify": lambda: _verify(arguments.file),
        "install": lambda: _install(arguments.file),
    }
    try:
        return actions.get(arguments.action, _list)()
    except (SiteFileError, UpdateError, _BadKeyError) as error:
        print(f"sottovoce sites: {error}", file=sys.stderr)
        return Exit.BAD_INPUT
    except OSError as error:
        print(f"sottovoce sites: {error.filename}: {error.strerror}", file=sys.stderr)
        return Exit.FAILED


def _source() -> sites.SiteSource:
    folders = paths.resolve()
    keys = policy.load(folders.policy).policy.sites.keys
    return sites.SiteSource(folders, lambda: keys)


def _list() -> Exit:
    source = _source()
    update = source.newest()
    bundle = update.bundle if update else source.shipped
    print(f"Site files in force: version {bundle.version}, {_origin(update)}.")
    for found in source.found():
        if found.error:
            print(f"Not used: {found.path}: {found.error}.")
    for site in bundle.sites:
        hosts = ", ".join(host.split("/")[2] for host in site.hosts) or site.kind
        print(f"  {site.label or site.name:14} {hosts} ({site.checked})")
    return Exit.BAD_INPUT if any(found.error for found in source.found()) else Exit.OK


def _origin(update: siteupdates.Update | None) -> str:
    if update is None:
        return "as shipped"
    signer = (
        "the project" if update.key in siteupdates.PROJECT_KEYS else f"policy's key {update.key}"
    )
    return f"an update signed by {signer}"


def _show(name: str) -> Exit:
    source = _source()
    update = source.newest()
    for site in (update.bundle if update else source.shipped).sites:
        if site.name == name:
            print(json.dumps(msgspec.json.decode(msgspec.json.encode(site)), indent=2))
            return Exit.OK
    print(f"sottovoce sites: there is no file about {name}", file=sys.stderr)
    return Exit.BAD_INPUT


def _keygen(path: Path) -> Exit:
    private = Ed25519PrivateKey.generate()
    text = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with os.fdopen(open_private(path, os.O_CREAT | os.O_EXCL), "wb") as file:
        file.write(text)
    print(siteupdates.encode(private.public_key().public_bytes_raw()))
    return Exit.OK


def _sign(arguments: argparse.Namespace) -> Exit:
    bundle = sites.load(arguments.folder)
    text = msgspec.json.encode(bundle).decode()
    arguments.out.write_bytes(siteupdates.write(text, _private(arguments.key)))
    print(f"{arguments.out}: version {bundle.version}, {len(bundle.sites)} sites, signed")
    return Exit.OK


def _private(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _BadKeyError(f"{path}: no private key without a password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _BadKeyError(f"{path}: no Ed25519 key")
    return key


def _verify(path: Path) -> Exit:
    update = _source().accept(path.read_bytes())
    print(f"{path}: version {update.bundle.version}, {_origin(update)}; it may be used here")
    return Exit.OK


def _install(path: Path) -> Exit:
    paths.resolve().create()
    update = _source().install(path.read_bytes())
    print(f"version {update.bundle.version} is in force; open browsers get it within ten seconds")
    return Exit.OK
