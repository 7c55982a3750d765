"""Which browsers' extensions have introduced themselves since the daemon started.

For `sottovoce doctor`: a registered browser without the extension protects nothing. Kept in
memory only; a browser is known by how it names itself.
"""

from __future__ import annotations

from typing import Final

import msgspec

from companion.messages import Hello, SeenBrowser

MOST: Final = 16
"""Browsers that are remembered; the one that was seen longest ago gives way."""


class SeenBrowsers:
    """The browsers that have connected."""

    def __init__(self) -> None:
        self._seen: dict[str, SeenBrowser] = {}
        self._open: dict[str, int] = {}

    def arrived(self, hello: Hello, now: float) -> None:
        """Note a connection; `now` is in seconds since 1970."""
        seen = SeenBrowser(
            agent=hello.agent, extension=hello.extension, sites=hello.sites, since=_ms(now)
        )
        self._seen.pop(hello.agent, None)
        self._seen[hello.agent] = seen
        self._open[hello.agent] = self._open.get(hello.agent, 0) + 1
        while len(self._seen) > MOST:
            gone = next(iter(self._seen))
            del self._seen[gone]
            self._open.pop(gone, None)

    def left(self, agent: str, now: float) -> None:
        """Note that a connection ended; the browser is gone once all of its have."""
        count = self._open.get(agent, 0) - 1
        if count > 0:
            self._open[agent] = count
            return
        self._open.pop(agent, None)
        if agent in self._seen:
            self._seen[agent] = msgspec.structs.replace(self._seen[agent], until=_ms(now))

    def all(self) -> tuple[SeenBrowser, ...]:
        """Return them, the latest last."""
        return tuple(self._seen.values())


def _ms(seconds: float) -> int:
    return int(seconds * 1000)
