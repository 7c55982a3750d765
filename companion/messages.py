"""The messages between the extension and the daemon (see docs/reference/protocol.md).

Every message is one JSON object with a `type`. Unknown types and unknown fields are
refused: a message that is not understood never opens a path.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from companion.values import (
    Attachment,
    CategoryShare,
    CriterionResult,
    Finding,
    Grade,
    HoldReason,
    Reason,
    Variant,
)

PROTOCOL_VERSION: Final = 1
MAX_PROMPT_CHARACTERS: Final = 2_000_000
"""Longer than this the extension holds by itself and asks nobody."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{8,64}$(?!\n)")]
Label = Annotated[str, msgspec.Meta(max_length=128)]


class Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all messages share: they print as their type and id, for many carry text."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={getattr(self, 'id', '')!r}, <hidden>)"


class Attach(Message, frozen=True, kw_only=True, tag="attach"):
    """Shim to daemon, always first: which extension started the shim."""

    origin: Label
    browser_pid: int


class Hello(Message, frozen=True, kw_only=True, tag="hello"):
    """Extension to daemon, first: who asks."""

    v: int
    agent: Label
    extension: Label


class Prompt(Message, frozen=True, kw_only=True, tag="prompt"):
    """Extension to daemon: a held request to judge. A retry is the same message again.

    All of `text` is judged; from `latest` on, in code points, it is the latest turn.
    """

    id: Id
    site: Label
    conversation: Label
    text: Annotated[str, msgspec.Meta(max_length=MAX_PROMPT_CHARACTERS)]
    account: Label = ""
    readable: bool = True
    attachments: Annotated[tuple[Attachment, ...], msgspec.Meta(max_length=64)] = ()
    latest: Annotated[int, msgspec.Meta(ge=0, le=MAX_PROMPT_CHARACTERS)] = 0


class Ask(Message, frozen=True, kw_only=True, tag="ask"):
    """Command line to daemon: one prompt through the whole path; the companion sends it."""

    id: Id
    text: Annotated[str, msgspec.Meta(max_length=MAX_PROMPT_CHARACTERS)]
    account: Label = ""


class Sent(Message, frozen=True, kw_only=True, tag="sent"):
    """Extension to daemon: how a released request ended. Content-free."""

    id: Id
    status: Annotated[int, msgspec.Meta(ge=0, le=999)]
    first_byte_ms: Annotated[float, msgspec.Meta(ge=0)]
    hold_ms: Annotated[float, msgspec.Meta(ge=0)]


class Cancel(Message, frozen=True, kw_only=True, tag="cancel"):
    """Extension to daemon: the person left or pressed stop; forget this prompt."""

    id: Id


class Status(Message, frozen=True, kw_only=True, tag="status"):
    """Extension to daemon: say the state of every link."""


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """The state of each link of the chain, in words that the popup has a sentence for.

    Attributes:
        worker: `ready`, `starting` or `down`.
        tunnel: `up`, `connecting` or `down`.
        secured: `ready`, `unknown` or `unreachable`.
        model: The secured model's name, empty when unknown.
        environment: The secured environment's name for people, empty when unknown.
    """

    worker: str
    tunnel: str
    secured: str
    model: str = ""
    environment: str = ""


class Welcome(Message, frozen=True, kw_only=True, tag="welcome"):
    """Daemon to extension, the answer to `hello`."""

    v: int
    companion: str
    policy_id: str
    policy_name: str
    policy_error: str
    threshold: float
    generic_sites: tuple[str, ...]
    links: Links


class State(Message, frozen=True, kw_only=True, omit_defaults=True, tag="state"):
    """Daemon to front end: the links changed, or were asked for.

    Attributes:
        links: Each link of the chain.
        telemetry: How reporting stands, in words; only for the command line.
    """

    links: Links
    telemetry: str = ""


class Decided(Message, frozen=True, kw_only=True, tag="decided"):
    """Daemon to extension: what was decided, and what happens now.

    `action` is `release` (the held bytes may go to the site, once), `answer` (the secured
    model's answer follows as `delta` and `done`) or `hold` (a `held` message follows).
    `grave` are the kinds that make it grave; `words` is what policy calls a kind, where it
    has words of its own.
    """

    id: Id
    action: str
    variant: Variant
    eligible: bool
    tag: tuple[CriterionResult, ...]
    level: float
    threshold: float
    reasons: tuple[Reason, ...]
    kinds: tuple[str, ...]
    findings: tuple[Finding, ...]
    ms: float
    grade: Grade = Grade.PUBLIC
    categories: tuple[CategoryShare, ...] = ()
    grave: tuple[str, ...] = ()
    words: dict[str, str] = {}


class Delta(Message, frozen=True, kw_only=True, tag="delta"):
    """Daemon to extension: the next piece of the secured answer."""

    id: Id
    text: str


class Done(Message, frozen=True, kw_only=True, tag="done"):
    """Daemon to extension: the secured answer is complete."""

    id: Id
    model: str
    environment: str
    path: str
    first_token_ms: float
    total_ms: float


class Held(Message, frozen=True, kw_only=True, tag="held"):
    """Daemon to extension: nothing was sent to anybody (or the answer broke off)."""

    id: Id
    reason: HoldReason
    retry: bool


class ProtocolFault(Message, frozen=True, kw_only=True, tag="fault"):
    """Daemon to extension: a message was refused. `message` never quotes it."""

    message: str
    id: str = ""


FromExtension = Attach | Hello | Prompt | Ask | Sent | Cancel | Status
ToExtension = Welcome | State | Decided | Delta | Done | Held | ProtocolFault
