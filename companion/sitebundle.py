"""Reads site files and bundles, and refuses what cannot be used.

Nothing in a site file runs: it holds patterns, paths and selectors, and every pattern is one
that JavaScript and RE2 (the engine of the browser's network rules) understand alike. This
module is pure: text in, values out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec
import re2

from companion.sitefiles import Body, Bundle, Door, Format, Kind, Site, Socket

LARGEST_BUNDLE: Final = 512 * 1024
"""In bytes. A bundle crosses the native messaging channel in one message of at most 1 MiB."""

_UNSHARED: Final = re.compile(
    r"\\[1-9kABbCpPQEzZuUGXRKN]"  # back references, anchors and escapes that differ
    r"|\(\?(?!:|<conversation>)"  # look-around, flags, other names
    r"|\[\[|[*+?}][+]"  # POSIX classes, possessive quantifiers
)
_ORIGIN: Final = re.compile(r"\^(?:https?|wss?|https\?|wss\?)://([^/]|\[\^/[^\]]*\])+/")


class SiteFileError(Exception):
    """A site file or a bundle cannot be used; the message names the place."""


def parse_site(text: str | bytes) -> Site:
    """Read one site file (with or without its `$schema`).

    Raises:
        SiteFileError: It does not have the format, or a pattern is not a shared one.
    """
    try:
        data = msgspec.json.decode(text, type=dict[str, Any])
        data.pop("$schema", None)
        site = msgspec.convert(data, Site)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise SiteFileError(str(error)) from error
    _check(site)
    return site


def parse_bundle(text: str | bytes) -> Bundle:
    """Read a bundle.

    Raises:
        SiteFileError: It is too large, does not have the format, or names a site twice.
    """
    raw = text.encode() if isinstance(text, str) else text
    if len(raw) > LARGEST_BUNDLE:
        raise SiteFileError(f"larger than {LARGEST_BUNDLE} bytes")
    try:
        bundle = msgspec.json.decode(raw, type=Bundle)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise SiteFileError(str(error)) from error
    check_all(bundle.sites)
    return bundle


def check_all(sites: Iterable[Site]) -> None:
    """Look at site files for what their types cannot say.

    Raises:
        SiteFileError: A pattern is not a shared one, a name stands twice, or the sites do
            not have exactly one generic one.
    """
    sites = tuple(sites)
    for site in sites:
        _check(site)
    twice = [name for name, count in Counter(site.name for site in sites).items() if count > 1]
    if twice:
        raise SiteFileError(f"{twice[0]}: more than one file")
    if [site.kind for site in sites].count(Kind.GENERIC) != 1:
        raise SiteFileError("there must be exactly one generic site")


def _check(site: Site) -> None:
    for where, pattern in _patterns(site):
        _check_pattern(f"{site.name}: {where}", pattern)
    for where, url in _addresses(site):
        if not _ORIGIN.match(url):
            raise SiteFileError(f"{site.name}: {where}: does not begin with a scheme and a host")
    for where, body in _bodies(site):
        _check_body(f"{site.name}: {where}", body, hosted=site.kind is Kind.SELF_HOSTED)
    if (site.kind is Kind.FIXED) != bool(site.hosts):
        raise SiteFileError(f"{site.name}: a fixed site has hosts, and no other has any")


def _patterns(site: Site) -> Iterator[tuple[str, str]]:
    yield "pages", site.pages
    if site.chats:
        yield "chats", site.chats
    yield from _addresses(site)


def _addresses(site: Site) -> Iterator[tuple[str, str]]:
    places: dict[str, tuple[Door | Socket, ...]] = {
        "endpoints": site.endpoints,
        "drafts": site.drafts,
        "uploads": site.uploads,
        "sockets": site.sockets,
    }
    for place, entries in places.items():
        for index, entry in enumerate(entries):
            yield f"{place}[{index}].url", entry.url


def _check_pattern(where: str, pattern: str) -> None:
    if found := _UNSHARED.search(pattern):
        raise SiteFileError(f"{where}: {found[0]!r} does not mean the same everywhere")
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error as error:
        raise SiteFileError(f"{where}: no regular expression") from error


def _bodies(site: Site) -> Iterator[tuple[str, Body]]:
    for index, door in enumerate(site.doors):
        if door.body:
            yield f"body {index}", door.body


def _check_body(where: str, body: Body, *, hosted: bool) -> None:
    described = not body.empty or bool(body.cases)
    if (body.format not in {Format.FILE, Format.LEAVES}) != described:
        raise SiteFileError(f"{where}: `file` and `leaves` describe nothing, all others do")
    if any(case.empty for case in body.cases):
        raise SiteFileError(f"{where}: a case without a text")
    if (body.format in {Format.FORM, Format.MULTIPART}) != bool(body.field):
        raise SiteFileError(f"{where}: a form, and only a form, has a field")
    if hosted and described and not body.rest:
        raise SiteFileError(f"{where}: whoever hosts it may have changed it; `rest` is needed")
