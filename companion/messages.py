"""The messages between the extension and the daemon (see docs/reference/protocol.md).

Every message is one JSON object with a `type`. Unknown types and unknown fields are
refused: a message that is not understood never opens a path.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from companion.attachments import MAX_DATA, FileNote
from companion.sitenames import SiteName, SiteOrEvery
from companion.values import (
    Attachment,
    CategoryShare,
    CriterionResult,
    Finding,
    Grade,
    HoldReason,
    Offer,
    OverrideReason,
    Reason,
    Role,
    SendStage,
    Variant,
)

PROTOCOL_VERSION: Final = 1
MAX_PROMPT_CHARACTERS: Final = 2_000_000
"""Longer than this the extension holds by itself and asks nobody."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{8,64}$(?!\n)")]
Label = Annotated[str, msgspec.Meta(max_length=128)]
PromptString = Annotated[str, msgspec.Meta(max_length=MAX_PROMPT_CHARACTERS)]
KindName = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9_]{1,63}$(?!\n)")]
MOST_MINUTES: Final = 60
"""The longest pause of a site that a person can ask for; policy may allow less."""


class Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all messages share: they print as their type and id, for many carry text."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={getattr(self, 'id', '')!r}, <hidden>)"


class Attach(Message, frozen=True, kw_only=True, tag="attach"):
    """Shim to daemon, always first: which extension started the shim."""

    origin: Label
    browser_pid: int


class Hello(Message, frozen=True, kw_only=True, tag="hello"):
    """Extension to daemon, first: who asks, and which site files are in force there."""

    v: int
    agent: Label
    extension: Label
    sites: Annotated[int, msgspec.Meta(ge=0, le=2**53)] = 0


class Turn(Message, frozen=True, kw_only=True):
    """One turn of a conversation: an earlier secured one, or a follow-up question."""

    role: Role
    text: PromptString


Turns = Annotated[tuple[Turn, ...], msgspec.Meta(max_length=1_000)]


class Prompt(Message, frozen=True, kw_only=True, tag="prompt"):
    """Extension to daemon: a held request to judge. A retry is the same message again.

    All of `text` is judged; from `latest` on, in code points, it is the latest turn.
    `context` are earlier secured turns; they never change a decision. The files of all
    attachments together have at most `MAX_DATA` bytes.
    """

    id: Id
    site: SiteName
    conversation: Label
    text: PromptString
    account: Label = ""
    readable: bool = True
    attachments: Annotated[tuple[Attachment, ...], msgspec.Meta(max_length=64)] = ()
    latest: Annotated[int, msgspec.Meta(ge=0, le=MAX_PROMPT_CHARACTERS)] = 0
    stage: SendStage = SendStage.SENT
    context: Turns = ()

    def __post_init__(self) -> None:
        if sum(len(each.data) for each in self.attachments) > MAX_DATA:
            raise ValueError("the files have too many bytes")


class Follow(Message, frozen=True, kw_only=True, tag="follow"):
    """Extension to daemon: a question in a private chat, the last of `turns`. Never public."""

    id: Id
    site: SiteName
    conversation: Label
    turns: Annotated[Turns, msgspec.Meta(min_length=1)]


class Override(Message, frozen=True, kw_only=True, tag="override"):
    """Extension to daemon: the person sends a secured prompt to the public model instead."""

    id: Id
    prompt: Id
    reason: OverrideReason


class NotSensitiveFinding(Message, frozen=True, kw_only=True):
    """What a person says is not sensitive: the text of one finding."""

    kind: KindName
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]


class NotSensitive(Message, frozen=True, kw_only=True, tag="not_sensitive"):
    """Extension to daemon: the person says that a secured prompt is not sensitive."""

    id: Id
    prompt: Id
    findings: Annotated[tuple[NotSensitiveFinding, ...], msgspec.Meta(max_length=500)] = ()


class Pause(Message, frozen=True, kw_only=True, tag="pause"):
    """Extension to daemon: leave a site (empty: every site) alone for some minutes; 0 ends it."""

    id: Id
    site: SiteOrEvery
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)]


class Switch(Message, frozen=True, kw_only=True, tag="switch"):
    """Extension to daemon: protect a site, or leave it alone until this is said again."""

    id: Id
    site: SiteName
    on: bool


class Forget(Message, frozen=True, kw_only=True, tag="forget"):
    """Extension to daemon: forget everything that the person said is not sensitive."""

    id: Id


class Ask(Message, frozen=True, kw_only=True, tag="ask"):
    """Command line to daemon: one prompt through the whole path; the companion sends it."""

    id: Id
    text: PromptString
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


class Paused(msgspec.Struct, frozen=True, kw_only=True):
    """A site (empty: every site) that is left alone until then, in epoch milliseconds."""

    site: str
    until: int


class May(msgspec.Struct, frozen=True, kw_only=True):
    """What policy lets a person do.

    Attributes:
        send_publicly: Send some secured prompts to the public model instead.
        not_sensitive: Say that something is not sensitive.
        pause_minutes: The longest pause; 0 is none.
        switch: Switch the protection of a site off.
    """

    send_publicly: bool = False
    not_sensitive: bool = False
    pause_minutes: int = 0
    switch: bool = False


class FileRules(msgspec.Struct, frozen=True, kw_only=True):
    """How the extension treats files, pastes and drops; the words are those of policy."""

    max_bytes: int = 0
    unreadable: str = "hold"
    paste: str = "judge"
    drop: str = "judge"


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """How much is remembered as not sensitive.

    Attributes:
        messages: Whole messages.
        findings: Findings, of any message.
    """

    messages: int = 0
    findings: int = 0


class Yours(Message, frozen=True, kw_only=True, tag="yours"):
    """Daemon to extension: what a person has chosen, and what policy lets them choose."""

    paused: tuple[Paused, ...] = ()
    off: tuple[str, ...] = ()
    may: May = May()
    files: FileRules = FileRules()
    remembered: Remembered = Remembered()


class Granted(Message, frozen=True, kw_only=True, tag="granted"):
    """Daemon to extension: the prompt's text may go to its site, once, until then."""

    id: Id
    prompt: Id
    until: int


class SiteFiles(Message, frozen=True, kw_only=True, tag="sites"):
    """Daemon to extension: newer site files, signed by the holder of `key` (all base64)."""

    bundle: str
    signature: str
    key: str


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
    yours: Yours = Yours()


class SeenBrowser(msgspec.Struct, frozen=True, kw_only=True):
    """A browser whose extension has introduced itself since the daemon started.

    Attributes:
        agent: As the browser names itself.
        extension: The extension's version.
        sites: The version of the site files in force there; 0 where it did not say.
        since: When it connected last, in milliseconds since 1970.
        until: When that connection ended, or 0 while it stands.
    """

    agent: str
    extension: str
    sites: int
    since: int
    until: int = 0


class State(Message, frozen=True, kw_only=True, omit_defaults=True, tag="state"):
    """Daemon to front end: the links changed, or were asked for.

    Attributes:
        links: Each link of the chain.
        telemetry: How reporting stands, in words; this and what follows are for the command
            line alone.
        companion: The daemon's version.
        browsers: Which browsers have connected since it started.
        yours: What the person has chosen, and may choose.
    """

    links: Links
    telemetry: str = ""
    companion: str = ""
    browsers: tuple[SeenBrowser, ...] = ()
    yours: Yours | None = None


class Decided(Message, frozen=True, kw_only=True, tag="decided"):
    """Daemon to extension: what was decided, and what happens now.

    `action` is `release` (the held bytes may go to the site, once), `answer` (the secured
    model's answer follows as `delta` and `done`), `hold` (a `held` message follows) or
    `pass` (nothing leaves yet; the page may go on). `offers` is what the person may do about it.
    `grave` are the kinds that make it grave; `words` is what policy calls a kind, where it
    has words of its own. `files` says of each attachment what was read of it.
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
    offers: tuple[Offer, ...] = ()
    files: tuple[FileNote, ...] = ()


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


FromExtension = (
    Attach
    | Hello
    | Prompt
    | Follow
    | Override
    | NotSensitive
    | Pause
    | Switch
    | Forget
    | Ask
    | Sent
    | Cancel
    | Status
)
ToExtension = (
    Welcome | State | Decided | Delta | Done | Held | Granted | Yours | SiteFiles | ProtocolFault
)
