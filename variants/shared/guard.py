"""Which requests a browser may have been tricked into sending, decided from their headers.

A page on the web can resolve its own name to this server's address (DNS rebinding) or post
to it without being able to read the answer. The Host and Origin headers tell both apart.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from variants.shared.errors import ApiError

_LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_EXTENSION_SCHEMES: Final = frozenset({"chrome-extension", "moz-extension"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Knows the names under which a server may be asked; None means under any."""

    names: frozenset[str] | None

    def admits(self, *, host: str | None, origin: str | None) -> bool:
        """Return whether a request with these headers is meant for this server."""
        name = host_name(host or "")
        if not name or (self.names is not None and name not in self.names):
            return False
        return origin is None or _same(origin, host or "")

    def require(self, *, host: str | None, origin: str | None) -> None:
        """Refuse a request that is not meant for this server.

        Raises:
            ApiError: It is not.
        """
        if not self.admits(host=host, origin=origin):
            raise ApiError(403, "This host or origin is not served.", code="origin_refused")


def guard_for(bound: str, extra: tuple[str, ...] = ()) -> Guard:
    """Return the guard of a server that is bound to the address `bound`.

    Args:
        bound: Where the server listens; a wildcard address is reachable by any name.
        extra: Further names, as of a reverse proxy.
    """
    named = frozenset(name.lower() for name in extra)
    address = _address(bound)
    if bound in {"", "*"} or (address is not None and address.is_unspecified):
        return Guard(names=named | _LOOPBACK_NAMES if named else None)
    own = frozenset({bound.lower().strip("[]")})
    loopback = bound == "localhost" or (address is not None and address.is_loopback)
    return Guard(names=own | named | (_LOOPBACK_NAMES if loopback else frozenset()))


def host_name(host: str) -> str:
    """Return a Host header's name without its port, in lower case; empty if it is malformed."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    if parts.path or parts.query or parts.fragment or parts.username is not None:
        return ""
    return (parts.hostname or "").lower()


def _same(origin: str, host: str) -> bool:
    parts = urlsplit(origin) if "://" in origin else None
    if parts is None:
        return False
    return parts.scheme in _EXTENSION_SCHEMES or parts.netloc.lower() == host.lower()


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
