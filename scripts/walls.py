"""Derives a site's wall: network rules that block every address that its file names.

The patterns of a site file say how the site's own page writes an address. A page that wants
to get around the wall writes it otherwise, so the rules are wider: any scheme (`ws` for
`http`), any subdomain, user information, a final dot, any port, doubled slashes; and letters
that nobody needs to encode are not let through encoded. The browser compares without regard
to case and has taken `.` and `..` away before. `extension/shared/walls.js` does the same for
updates; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from companion.sitefiles import Kind, Site

PRIORITY: Final = 10
LOOPBACK_NAMES: Final = ["127.0.0.1", "localhost"]
SAFE: Final = ["get", "head", "options"]
NEEDLESS: Final = "%(2[5def]|3[0-9]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9ae])"
"""An encoded letter, digit, `-`, `.`, `_` or `~` (RFC 3986, section 2.3: never needed), or an
encoded `/`, backslash or `%`, which some servers decode before they look at the path."""
NEEDLESS_LOCAL: Final = "%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])"
_START: Final = "^[a-z]+://[!-.0-~]+"
"""Scheme, user information, host and port; the host is a condition of its own."""
_NUMERALS: Final = r"^[a-z]+://([!-.0-~]*@)?(127\.[0-9.]+|\[::(1|ffff:7f[0-9a-f:]+)\])\.?(:[0-9]+)?"
"""The same for this computer by its other numbers; a browser writes all of them so."""
_PATH: Final = '[!-"$->@-~]*'
_URL: Final = re.compile(r"\^(?:https?|wss?)\??://(?:[^/\[]|\[[^\]]*\])+(/.*)", re.DOTALL)
_ATOM: Final = re.compile(r"\\.|\[[^\]]*\]|\(\?(?:<\w+>|:)|/\??|.", re.DOTALL)
_NUMBER: Final = re.compile(r"[\d.]+$|\[")
_TAIL: Final = "([?#]|$)"
_WIDER: Final = {
    r"\d": "[0-9]",
    "[^/]": "[!-.0-~]",
    "[^/?#]": '[!-"$-.0->@-~]',
}
"""A URL is ASCII when rules see it. RE2 needs far less memory for what it *is* than for all
that it is *not*, and a rule has 2 kB."""

Rule = dict[str, Any]


def rules_of(site: Site) -> list[Rule]:
    """Return the rules of a site, with ids from 1; a site without own hosts has none."""
    if site.kind is not Kind.FIXED:
        return []
    found = list(_rules(site))
    return [{"id": number, **rule} for number, rule in enumerate(found, start=1)]


def _rules(site: Site) -> Iterator[Rule]:
    urls = {door.url: door.reads for door in site.doors}
    urls |= {socket.url: False for socket in site.sockets}
    paths = {wide(url): reads for url, reads in urls.items()}
    at_home = {"requestDomains": domains(site)}
    for path, reads in paths.items():
        methods = {"excludedRequestMethods": SAFE} if reads else {}
        yield from _both({"regexFilter": _START + path, **at_home, **methods})
    if site.loopback:
        yield from _to_loopback(list(paths), at_home)
        yield from _from_loopback(list(paths))
        return
    unsafe = {**at_home, "excludedRequestMethods": SAFE}
    yield from _both({"regexFilter": f"{_START}/{_PATH}{NEEDLESS}", **unsafe})
    if site.sockets:
        # Firefox shows rules the `http` address of a handshake.
        handshake = {**at_home, "resourceTypes": ["websocket"]}
        yield _block({"regexFilter": f"{_START}/{_PATH}%", **handshake})


def _to_loopback(paths: list[str], at_home: Rule) -> Iterator[Rule]:
    """A page without an origin of its own, as in a sandboxed frame, has no initiator."""
    for path in paths:
        yield from _both({"regexFilter": _NUMERALS + path})
    local = f"/{_PATH}{NEEDLESS_LOCAL}"
    unsafe = {"excludedRequestMethods": SAFE}
    yield from _both({"regexFilter": _START + local, **at_home, **unsafe})
    yield from _both({"regexFilter": _NUMERALS + local, **unsafe})


def _from_loopback(paths: list[str]) -> Iterator[Rule]:
    """Pages on this computer reach it by many names; whatever they call is looked at."""
    from_here = {"initiatorDomains": LOOPBACK_NAMES}
    for path in paths:
        yield from _both({"regexFilter": _START + path, **from_here})
    unsafe = {**from_here, "excludedRequestMethods": SAFE}
    for folder in dict.fromkeys(path.split("/+")[1] for path in paths):
        yield from _both({"regexFilter": f"{_START}/+{folder}/{_PATH}%", **unsafe})
    yield from _both({"regexFilter": f"{_START}/{_PATH}{NEEDLESS_LOCAL}", **unsafe})


def domains(site: Site) -> list[str]:
    """Return a site's hosts; each stands for its subdomains, and is written with a dot too.

    A number has no final dot: Firefox would refuse the whole rule.
    """
    names = [host.split("/")[2].removeprefix("*.") for host in site.hosts]
    if site.loopback:
        names.append("[::1]")
    dotted = [(name,) if _NUMBER.match(name) else (name, f"{name}.") for name in names]
    return list(dict.fromkeys(spelling for spellings in dotted for spelling in spellings))


def _both(condition: Rule) -> Iterator[Rule]:
    """Without resource types a rule covers everything but documents of a tab."""
    yield _block(condition)
    yield _block({**condition, "resourceTypes": ["main_frame"]})


def _block(condition: Rule) -> Rule:
    return {"priority": PRIORITY, "action": {"type": "block"}, "condition": condition}


def wide(url: str) -> str:
    """Return the path's pattern of an address, made wide.

    Raises:
        ValueError: The pattern does not begin with a scheme, a host and a path.
    """
    found = _URL.fullmatch(url)
    if not found:
        raise ValueError("no scheme, host and path")
    path = found[1]
    end = path.endswith(_TAIL)
    atoms = _ATOM.findall(path.removesuffix(_TAIL))
    return "".join(map(_wider, atoms)) + ("([?#;%]|$)" if end else "")


def _wider(atom: str) -> str:
    if atom.startswith("/"):
        return "/*" if atom == "/?" else "/+"
    return "(" if atom.startswith("(?") else _WIDER.get(atom, atom)
