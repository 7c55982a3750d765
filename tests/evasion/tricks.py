"""The tricks: every way known to us for a page to get a string to its site's prompt endpoint.

Each is a JavaScript function of `t`: `path` and `url` of the endpoint, `port`, `other` (a
second port of the same site), `word` (what must not arrive), `body` (a whole prompt that
holds it), `post` (a `fetch` init with that body), `plain` (a prompt without it, exactly as
long), and the helpers of `files/helpers.js`.
"""

from __future__ import annotations

from tests.evasion.places import PLACES
from tests.evasion.realms import FRAMES, POLLUTION, WORKERS
from tests.evasion.sending import FETCH, FORMS, LINES, PARTS, TWO_FACED, XHR
from tests.evasion.trick import Trick


def _whole(table: dict) -> dict[str, Trick]:
    return {name: code if isinstance(code, Trick) else Trick(code) for name, code in table.items()}


KINDS: dict[str, dict[str, Trick]] = {
    kind: _whole(table)
    for kind, table in {
        "fetch": FETCH,
        "two faces": TWO_FACED,
        "XMLHttpRequest": XHR,
        "lines": LINES,
        "parts of a page": PARTS,
        "forms": FORMS,
        "frames and windows": FRAMES,
        "workers": WORKERS,
        "places": PLACES,
        "pollution": POLLUTION,
    }.items()
}
TRICKS: dict[str, Trick] = {
    name: trick for table in KINDS.values() for name, trick in table.items()
}
assert len(TRICKS) == sum(map(len, KINDS.values())), "two tricks have one name"

GETS = "GET requests of a protected site"
PATHS = "Other endpoints of a known site"
COOKIES = "Cookies"

RESIDUAL: dict[str, str] = {
    "a longer path": GETS,
    "the referrer": GETS,
    "a cookie": COOKIES,
    "a redirection to a query": GETS,
    "a redirected picture": GETS,
    "an address with two values, the other way": PATHS,
    "the site's own redirection": PATHS,
    "the site's lasting redirection": PATHS,
    "a redirection from elsewhere": PATHS,
    "a redirected form": PATHS,
    "a redirected form in a new window": PATHS,
    "a redirected sandboxed frame": PATHS,
}
"""Tricks by which the words reach the site's machine by design, though never its prompt
endpoint, with the line in docs/what-it-does-not-cover.md that says so."""
