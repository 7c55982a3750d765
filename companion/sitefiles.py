"""Site files: what Sottovoce knows of each AI site, as data (docs/reference/sites.md).

A bundle is all site files with one version number. Nothing in it runs: a file holds patterns,
paths and selectors, and every pattern is one that JavaScript and RE2 (the engine of the
browser's network rules) understand alike. This module is pure: text in, values out.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final

import msgspec
import re2

LARGEST_BUNDLE: Final = 512 * 1024
"""In bytes. A bundle crosses the native messaging channel in one message of at most 1 MiB."""

_UNSHARED: Final = re.compile(
    r"\\[1-9kABbCpPQEzZuUGXRKN]"  # back references, anchors and escapes that differ
    r"|\(\?(?!:|<conversation>)"  # look-around, flags, other names
    r"|\[\[|[*+?}][+]"  # POSIX classes, possessive quantifiers
)
_ORIGIN: Final = re.compile(r"\^(?:https?|wss?|https\?|wss\?)://([^/]|\[\^/[^\]]*\])+/")

Path = Annotated[tuple[str | int, ...], msgspec.Meta(max_length=12)]
Pattern = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=r"^\^[ -!#-~]*$(?!\n)")]
"""A regular expression that is bound to the start of a URL."""
Selector = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=r"^[ -!#-~]+$(?!\n)")]
HostPattern = Annotated[
    str, msgspec.Meta(pattern=r"^https?://((\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*)/\*$(?!\n)")
]
Method = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3,10}$(?!\n)")]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Loose = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=r"^[ -!#-~]+$(?!\n)")]
"""A regular expression that may match anywhere in a URL."""
HttpsUrl = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^https://[^\s\"]+$(?!\n)")]


class SiteFileError(Exception):
    """A site file or a bundle cannot be used; the message names the place."""


class _Part(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    pass


class Kind(enum.StrEnum):
    """How a site is found.

    `fixed` has its own hosts; `self-hosted` is software that people run at any address, used
    on the sites that the person or the policy added; `generic` is what is used there else.
    """

    FIXED = "fixed"
    SELF_HOSTED = "self-hosted"
    GENERIC = "generic"


class Format(enum.StrEnum):
    """How a body is written.

    `json`; `form` (a field of an urlencoded form, whose text is JSON); `leaves` (anything:
    every string counts); `file` (the whole body is a file); `multipart` (a form with files:
    its fields are judged like `leaves`, its files like `file`).
    """

    JSON = "json"
    FORM = "form"
    LEAVES = "leaves"
    FILE = "file"
    MULTIPART = "multipart"


class Use(enum.StrEnum):
    """What a person does when a page calls an endpoint."""

    SEND = "send"
    EDIT = "edit"
    REGENERATE = "regenerate"
    CONTINUE = "continue"
    RETRY = "retry"


class Answer(enum.StrEnum):
    """How the site's own answer comes: for whoever builds a page that behaves like it."""

    SSE = "sse"
    LINES = "lines"
    FRAMES = "frames"
    CHUNKS = "chunks"
    WHOLE = "whole"
    UNKNOWN = "unknown"


class FrameStage(enum.StrEnum):
    """What a WebSocket frame carries: a prompt that leaves, or text that is still typed."""

    SENT = "sent"
    DRAFT = "draft"


class Turns(_Part, frozen=True, kw_only=True):
    """A list of turns of a conversation; every turn that the site did not write is judged.

    Attributes:
        list: Where the list is.
        role: Where a turn names its writer.
        content: Where its text is: a string, or a list of texts and other parts.
        site: Writers whose turns are the site's own text.
    """

    list: Path
    role: Path
    content: Path
    site: tuple[Word, ...] = ()


class Files(_Part, frozen=True, kw_only=True):
    """A list of files that travel with a prompt, and where each one's facts are."""

    list: Path
    type: Path
    size: Path
    name: Path = ()


class Rest(_Part, frozen=True, kw_only=True):
    """All other strings below a place, judged too; `skip` are the site's own fields."""

    under: Path = ()
    skip: tuple[Path, ...] = ()


class Shape(_Part, frozen=True, kw_only=True):
    """Where the person's text sits in a value. What does not fit is not readable.

    Attributes:
        turns: A list of turns.
        texts: Texts that must be there.
        parts: Contents that must be there: a text, or a list of texts and other parts.
        also: Texts that are judged where they are there; `*` stands for every item.
        files: Lists of files.
        conversation: Where the site's own id of the chat is.
        rest: Everything else that is judged.
    """

    turns: Turns | None = None
    texts: tuple[Path, ...] = ()
    parts: tuple[Path, ...] = ()
    also: tuple[Path, ...] = ()
    files: tuple[Files, ...] = ()
    conversation: Path = ()
    rest: Rest | None = None

    @property
    def empty(self) -> bool:
        """Whether it describes no text at all."""
        return not (self.turns or self.texts or self.parts or self.also or self.rest)


Match = Annotated[
    tuple[tuple[Path, str | int | bool | None], ...], msgspec.Meta(min_length=1, max_length=6)
]
"""Places and the values that they must have."""


class Case(Shape, frozen=True, kw_only=True):
    """A shape that holds for a body in which every named place has the named value."""

    match: Match


class Body(Shape, frozen=True, kw_only=True):
    """A request's body.

    Attributes:
        format: How it is written.
        field: `form`: the field that holds the JSON.
        nested: `form`: where the field's JSON holds more JSON text.
        cases: Shapes of different bodies that one address takes; the first that matches
            counts, else the body's own shape.
    """

    format: Format
    field: Annotated[str, msgspec.Meta(max_length=64)] = ""
    nested: Path = ()
    cases: Annotated[tuple[Case, ...], msgspec.Meta(max_length=16)] = ()


class Door(_Part, frozen=True, kw_only=True):
    """An address that takes requests with the person's content.

    Attributes:
        url: A regular expression over the whole URL; its group `conversation` names the chat.
        methods: The methods that the page uses; every method is blocked.
        body: Absent: nothing that goes there is ever released.
    """

    url: Pattern
    methods: Annotated[tuple[Method, ...], msgspec.Meta(min_length=1, max_length=4)]
    body: Body | None = None


class Endpoint(Door, frozen=True, kw_only=True):
    """An address that takes prompts, and what people do when the page calls it."""

    body: Body
    use: Annotated[tuple[Use, ...], msgspec.Meta(min_length=1)]


class Frame(_Part, frozen=True, kw_only=True):
    """A WebSocket frame that carries a prompt or, with stage `draft`, unsent text."""

    match: Match
    body: Shape
    stage: FrameStage = FrameStage.SENT


class Control(_Part, frozen=True, kw_only=True):
    """A frame without the person's content; only a short one passes unjudged."""

    match: Match
    most: Annotated[int, msgspec.Meta(ge=2, le=4096)]


class Socket(_Part, frozen=True, kw_only=True):
    """A WebSocket that takes prompts.

    Attributes:
        url: A regular expression over the whole URL of the handshake.
        mark: How an opened handshake is told from others: a secret in its `query`.
        frames: What is held and judged.
        control: What passes.
        prefix: What stands before the JSON of every frame, as in socket.io.
    """

    url: Pattern
    mark: Annotated[str, msgspec.Meta(pattern="^query$")]
    frames: Annotated[tuple[Frame, ...], msgspec.Meta(max_length=16)] = ()
    control: Annotated[tuple[Control, ...], msgspec.Meta(max_length=32)] = ()
    prefix: Annotated[str, msgspec.Meta(max_length=8)] = ""


class Site(_Part, frozen=True, kw_only=True):
    """One site file; docs/reference/sites.md explains every key."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{1,31}$(?!\n)")]
    label: Annotated[str, msgspec.Meta(max_length=64)]
    checked: Word
    source: Annotated[tuple[Word, ...], msgspec.Meta(min_length=1)]
    pages: Pattern
    composer: Selector
    frame: Selector
    kind: Kind = Kind.FIXED
    loopback: bool = False
    hosts: Annotated[tuple[HostPattern, ...], msgspec.Meta(max_length=16)] = ()
    chats: Loose | None = None
    endpoints: Annotated[tuple[Endpoint, ...], msgspec.Meta(max_length=16)] = ()
    drafts: Annotated[tuple[Door, ...], msgspec.Meta(max_length=16)] = ()
    uploads: Annotated[tuple[Door, ...], msgspec.Meta(max_length=16)] = ()
    sockets: Annotated[tuple[Socket, ...], msgspec.Meta(max_length=8)] = ()
    send: Selector | None = None
    typed: bool = True
    fresh: HttpsUrl | None = None
    answer: Answer = Answer.UNKNOWN

    @property
    def doors(self) -> tuple[Door, ...]:
        """Every address before which the wall stands, sockets aside."""
        return (*self.endpoints, *self.drafts, *self.uploads)


class Bundle(_Part, frozen=True, kw_only=True):
    """All site files. A newer bundle has a greater version."""

    version: Annotated[int, msgspec.Meta(ge=1, le=2**31)]
    sites: Annotated[tuple[Site, ...], msgspec.Meta(min_length=1, max_length=100)]


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


def schema() -> dict[str, Any]:
    """Return the JSON schema of a site file."""
    described: dict[str, Any] = msgspec.json.schema(Site)
    described["$defs"]["Site"]["properties"]["$schema"] = {"type": "string"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _check(site: Site) -> None:
    for where, pattern in _patterns(site):
        _check_pattern(f"{site.name}: {where}", pattern)
    for where, url in _addresses(site):
        if not _ORIGIN.match(url):
            raise SiteFileError(f"{site.name}: {where}: does not begin with a scheme and a host")
    for where, body in _bodies(site):
        _check_body(f"{site.name}: {where}", body)
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


def _check_body(where: str, body: Body) -> None:
    described = not body.empty or bool(body.cases)
    if (body.format in {Format.JSON, Format.FORM}) != described:
        raise SiteFileError(f"{where}: `json` and `form` describe where the text is, others do not")
    if any(case.empty for case in body.cases):
        raise SiteFileError(f"{where}: a case without a text")
    if (body.format is Format.FORM) != bool(body.field):
        raise SiteFileError(f"{where}: a form, and only a form, has a field")
