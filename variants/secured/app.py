"""The secured variant's application: the shared API alone, around an engine that forgets."""

from __future__ import annotations

from aiohttp import web

from variants.shared.app import ChatServer


def application(server: ChatServer) -> web.Application:
    """Return the API; there is no page, no queue and no store in this variant."""
    return server.application()
