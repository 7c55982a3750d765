"""The public variant's application: the shared API and the demo chat page in front of it."""

from __future__ import annotations

from importlib import resources
from typing import Final

from aiohttp import web

from variants.shared.app import ChatServer

_FILES: Final = {
    "": ("index.html", "text/html"),
    "demo.css": ("demo.css", "text/css"),
    "demo.js": ("demo.js", "text/javascript"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def application(server: ChatServer) -> web.Application:
    """Return the API with the demo chat page at `/demo/`."""
    app = server.application()
    app.router.add_post("/demo/v1/chat/completions", server.chat)
    app.router.add_get("/", _to_demo)
    app.router.add_get("/demo", _to_demo)
    app.router.add_get("/demo/{file:[a-z.]*}", _demo_file)
    return app


async def _to_demo(_: web.Request) -> web.Response:
    return web.Response(status=307, headers={"Location": "/demo/"})


async def _demo_file(request: web.Request) -> web.Response:
    entry = _FILES.get(request.match_info["file"])
    if entry is None:
        raise web.HTTPNotFound
    name, media_type = entry
    body = resources.files("variants.public").joinpath("demo", name).read_bytes()
    return web.Response(
        body=body,
        content_type=media_type,
        charset="utf-8",
        headers={"Content-Security-Policy": _POLICY},
    )
