"""Who may talk to the service: decided from headers alone.

A page from elsewhere must reach nothing, even if its name resolves to this machine (DNS
rebinding): the Host header has to name the service, an Origin has to be its own, and no
CORS header is ever sent. Beyond loopback a token is required as well;
reading its file is the only effect here.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Mapping
from pathlib import Path
from typing import Final

SHORTEST_TOKEN: Final = 32
PAGE_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class TokenError(Exception):
    """The token file cannot be used; the message says why, never what it holds."""


def is_loopback(host: str) -> bool:
    """Return whether a bind address reaches this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def read_token(path: Path) -> str:
    """Return the token in a file.

    Raises:
        TokenError: The file is missing, open to others, or the token is short.
    """
    try:
        mode = path.stat().st_mode
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise TokenError(f"{path}: cannot be read ({type(error).__name__})") from None
    if mode & 0o077:
        raise TokenError(f"{path}: readable by others; chmod 600 it")
    if len(token) < SHORTEST_TOKEN or not token.isprintable() or " " in token:
        raise TokenError(f"{path}: holds no token of at least {SHORTEST_TOKEN} characters")
    return token


def allowed_hosts(host: str, port: int, extra: tuple[str, ...]) -> frozenset[str]:
    """Return the Host headers that name this service, in lower case."""
    names = {f"[{host}]" if ":" in host else host, *extra}
    if is_loopback(host):
        names |= {"127.0.0.1", "localhost", "[::1]"}
    with_port = {name if _has_port(name) else f"{name}:{port}" for name in names}
    return frozenset(name.lower() for name in (with_port | set(extra)))


def host_is_ours(host: str, origin: str | None, allowed: frozenset[str]) -> bool:
    """Return whether a request names this service and comes from nowhere else."""
    if host.lower() not in allowed:
        return False
    if origin is None:
        return True
    scheme, _, rest = origin.partition("://")
    return scheme in ("http", "https") and rest.lower() == host.lower()


def token_is_right(headers: Mapping[str, str], token: str) -> bool:
    """Return whether a request carries the token, as Bearer or as the Basic password.

    Basic is for people: the browser asks for it, any user name will do.
    """
    scheme, _, given = headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            given = base64.b64decode(given, validate=True).decode("ascii").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(given.strip().encode(), token.encode())


def _has_port(name: str) -> bool:
    return name.rpartition(":")[2].isdigit() and not name.endswith("]")
