"""The table of sites in the documentation: what each file rests on, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.sitefiles import Answer, Bundle, Format, Site

_PLACE: Final = re.compile(
    r"(?<=<!-- sites: written by python -m scripts\.sites -->\n).*?(?=<!--)", re.DOTALL
)
_FORMATS: Final = {
    Format.JSON: "JSON",
    Format.FORM: "JSON in a form",
    Format.MULTIPART: "JSON in a form with files",
    Format.GRAPHQL: "GraphQL",
    Format.FILE: "a file",
    Format.LEAVES: "anything",
}
_ANSWERS: Final = {
    Answer.SSE: "SSE",
    Answer.LINES: "lines of JSON",
    Answer.FRAMES: "WebSocket frames",
    Answer.CHUNKS: "chunks",
    Answer.WHOLE: "one piece",
    Answer.UNKNOWN: "unknown",
}


def filled(page: str, bundle: Bundle) -> str:
    """Return the documentation's page with the table of these sites in its place."""
    head = (
        "| Site | File | Prompts travel as | Its answer comes as | How sure | What it rests on |",
        "|---|---|---|---|---|---|",
    )
    table = "\n".join((*head, *map(_row, bundle.sites))) + "\n"
    return _PLACE.sub(lambda _: table, page)


def _row(site: Site) -> str:
    cells = (
        site.label or "any other site",
        f"`{site.name}`",
        ", ".join(dict.fromkeys(_ways(site))),
        _ANSWERS[site.answer],
        site.checked,
        "; ".join(site.source),
    )
    return f"| {' | '.join(cells)} |"


def _ways(site: Site) -> Iterator[str]:
    for endpoint in site.endpoints:
        yield _FORMATS[endpoint.body.format]
    for socket in site.sockets:
        if socket.frames:
            yield "WebSocket frames"
        elif not socket.control:
            yield "frames of a binary WebSocket, which is stopped"
