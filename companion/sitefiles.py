"""What a site file holds: all that Sottovoce knows of an AI site, as data.

docs/reference/sites.md explains every key. A bundle is all site files with one version number;
`sitebundle` reads both.
"""

from __future__ import annotations

import enum
from typing import Annotated, Any

import msgspec

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

    `json`; `form` (a field of an urlencoded form, whose text is JSON); `multipart` (the same in
    a form with files); `graphql` (an operation and its variables, as JSON or as an urlencoded
    form); `file` (a file, or a form with files); `leaves` (anything: every string counts).
    """

    JSON = "json"
    FORM = "form"
    LEAVES = "leaves"
    FILE = "file"
    MULTIPART = "multipart"
    GRAPHQL = "graphql"


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
    """Files that travel with a prompt, and where each one's facts are.

    `list` leads to a list of them or to a single one; `data` to a file's bytes, in Base64.
    """

    list: Path
    type: Path
    size: Path
    name: Path = ()
    data: Path = ()


class Rest(_Part, frozen=True, kw_only=True):
    """All other strings below a place, judged too; `skip` are the site's own fields."""

    under: Path = ()
    skip: tuple[Path, ...] = ()


class Shape(_Part, frozen=True, kw_only=True):
    """Where the person's text sits in a value. What does not fit is not readable.

    Attributes:
        turns: A list of turns.
        texts: Texts that must be there; `*` stands for every item of a list.
        parts: Contents that must be there: a text, or a list of texts and other parts.
        also: Contents that are judged where they are there.
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
        """Whether it describes nothing at all."""
        texts = self.turns or self.texts or self.parts or self.also or self.rest
        return not (texts or self.files)


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
        reads: Reading from it (GET, HEAD) is something else, a page for example, and passes.
    """

    url: Pattern
    methods: Annotated[tuple[Method, ...], msgspec.Meta(min_length=1, max_length=4)]
    reads: bool = False
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


def schema() -> dict[str, Any]:
    """Return the JSON schema of a site file."""
    described: dict[str, Any] = msgspec.json.schema(Site)
    described["$defs"]["Site"]["properties"]["$schema"] = {"type": "string"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
