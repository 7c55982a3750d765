"""The audit's rows and the hash chain through them: pure values, no files.

Each row's hash covers the row and the hash before it, so whoever edits, deletes, inserts
or reorders rows breaks the chain at the first row touched. A head, keyed and kept apart
from the rows, says where the chain ended, so that rows cut off the end are missed too.
"""

from __future__ import annotations

import enum
import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from companion.values import (
    CriterionResult,
    Decision,
    PromptText,
    Reason,
    Request,
    SendStage,
    Timings,
    Variant,
)

GENESIS: Final = bytes(32)
"""What stands for the hash before the first row."""

KEY_BYTES: Final = 32


class Event(enum.StrEnum):
    """What one row records."""

    DECIDED = "decided"
    """A Decision was made; nothing has been sent yet."""
    RELEASED = "released"
    """The site's own request was let go."""
    SENT = "sent"
    """The site's own request ended."""
    ANSWERED = "answered"
    """A variant answered in full."""
    HELD = "held"
    """Nothing was sent; the text stayed in the box."""
    INTERRUPTED = "interrupted"
    """An answer broke off."""
    CANCELLED = "cancelled"
    """The person left or pressed stop."""
    OVERRIDDEN = "overridden"
    """The person let a secured prompt through, once or from now on."""
    PAUSED = "paused"
    """The person left a site alone for a while."""
    RESUMED = "resumed"
    """The person ended that."""
    SWITCHED = "switched"
    """The person switched the protection of a site off or on."""
    FORGOTTEN = "forgotten"
    """The person had forgotten what they had said is not sensitive."""
    DAMAGED = "damaged"
    """The audit found itself cut, edited or without its head when it was opened."""


class Destination(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a prompt went or was to go.

    Attributes:
        environment: The production environment, or the site.
        label: Its name for people.
        model: The model that answered.
        path: `site`, `tunnel` or `direct`.
    """

    environment: str = ""
    label: str = ""
    model: str = ""
    path: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller wants recorded. Text in it becomes a length and a keyed digest.

    Attributes:
        at: Nanoseconds since the Unix epoch.
        event: What happened.
        request_id: The request that it happened to.
        site: The site's name (`companion.sitenames`).
        conversation: The site's conversation; only a keyed digest is kept.
        prompt: The text, with a mark of each file; only a keyed digest is kept.
        characters: The text's length, where it is not that of `prompt`.
        digest: The keyed digest of a text that is not at hand any more.
        stage: Where it was on its way out of the page.
        decision: What was decided, for `decided`.
        variant: Where it was going, for the other events.
        spans: Milliseconds by stage.
        destination: Where it went.
        outcome: A reason code, for `held`, `interrupted` and `overridden`; an HTTP status, for
            `sent`; minutes, for `paused`; `on` or `off`, for `switched`; how many entries, for
            `forgotten`.
    """

    at: int
    event: Event
    request_id: str
    site: str = ""
    conversation: str = ""
    prompt: PromptText | None = None
    characters: int | None = None
    digest: str = ""
    stage: SendStage = SendStage.SENT
    decision: Decision | None = None
    variant: Variant | None = None
    spans: dict[str, float] = {}
    destination: Destination | None = None
    outcome: str = ""


def decided(at: int, request: Request, decision: Decision, timings: Timings) -> Entry:
    """Return the entry that must be committed before anything happens with a prompt."""
    return Entry(
        at=at,
        event=Event.DECIDED,
        request_id=request.id,
        site=request.site,
        conversation=request.conversation,
        prompt=request.whole,
        characters=len(request.prompt),
        stage=request.stage,
        decision=decision,
        spans=msgspec.structs.asdict(timings),
    )


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row as it is stored: no text, no matched value, no offset, no plain hash.

    Attributes:
        id: Position in the chain, from 1.
        at: Nanoseconds since the Unix epoch.
        event: What happened.
        request: The request's id.
        site: The site's name (`companion.sitenames`).
        conversation: Keyed digest of the conversation's id.
        characters: Length of the prompt in code points, or None where none was given.
        digest: Keyed digest of the prompt.
        stage: Where it was on its way out of the page; left out for what was being sent.
        eligible: Whether it had to be classified, or None where nothing was decided.
        tag: Each criterion with its verdict.
        level: The level of sensitivity.
        threshold: Policy's bar.
        probability: What the trained classifier said.
        variant: Who may read it.
        reasons: Why.
        kinds: How often each kind was found.
        carried: The kinds that carried the level, strongest first.
        policy: The policy's id.
        model: The detection model's id.
        spans: Milliseconds by stage.
        destination: Where it went.
        outcome: How it ended.
    """

    id: int
    at: int
    event: str
    request: str
    site: str = ""
    conversation: str = ""
    characters: int | None = None
    digest: str = ""
    stage: SendStage = SendStage.SENT
    eligible: bool | None = None
    tag: tuple[CriterionResult, ...] = ()
    level: float | None = None
    threshold: float | None = None
    probability: float | None = None
    variant: Variant | None = None
    reasons: tuple[Reason, ...] = ()
    kinds: dict[str, int] = {}
    carried: tuple[str, ...] = ()
    policy: str = ""
    model: str = ""
    spans: dict[str, float] = {}
    destination: Destination | None = None
    outcome: str = ""


class Keys:
    """The keys for the digests and for the head, derived from one secret of 32 bytes."""

    __slots__ = ("_conversation", "_head", "_text")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"an audit key has {KEY_BYTES} bytes, not {len(secret)}")
        self._text = _derive(secret, b"text")
        self._conversation = _derive(secret, b"conversation")
        self._head = _derive(secret, b"head")

    def text(self, prompt: PromptText) -> str:
        """Return the keyed digest of a prompt."""
        return prompt.digest(self._text)

    def conversation(self, identifier: str) -> str:
        """Return the keyed digest of a conversation's id, empty for an empty one."""
        return PromptText(identifier).digest(self._conversation) if identifier else ""

    def head(self, data: bytes) -> str:
        """Return the authentication code of a head."""
        return hashlib.blake2b(data, key=self._head, digest_size=32).hexdigest()


def _derive(secret: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(key=secret, person=purpose, digest_size=32).digest()


def row_of(entry: Entry, row_id: int, keys: Keys) -> Row:
    """Return the row for an entry, with everything that could be text reduced to digests."""
    row = Row(
        id=row_id,
        at=entry.at,
        event=entry.event.value,
        request=entry.request_id,
        site=entry.site,
        conversation=keys.conversation(entry.conversation),
        characters=_characters(entry),
        digest=entry.digest if entry.prompt is None else keys.text(entry.prompt),
        stage=entry.stage,
        variant=entry.variant,
        spans={stage: round(ms, 3) for stage, ms in entry.spans.items()},
        destination=entry.destination,
        outcome=entry.outcome,
    )
    return row if entry.decision is None else _with_decision(row, entry.decision)


def _characters(entry: Entry) -> int | None:
    if entry.characters is not None or entry.prompt is None:
        return entry.characters
    return len(entry.prompt)


def _with_decision(row: Row, decision: Decision) -> Row:
    return msgspec.structs.replace(
        row,
        eligible=decision.tag.eligible,
        tag=decision.tag.criteria,
        level=decision.sensitivity.level,
        threshold=decision.sensitivity.threshold,
        probability=decision.sensitivity.probability,
        variant=decision.variant,
        reasons=decision.reasons,
        kinds=dict(Counter(finding.kind for finding in decision.findings)),
        carried=decision.sensitivity.kinds,
        policy=decision.policy_id,
        model=decision.model_id,
    )


def body_of(row: Row) -> bytes:
    """Return the canonical JSON of a row: sorted names, no spaces, defaults left out."""
    return msgspec.json.encode(row, order="sorted")


_ROWS: Final = msgspec.json.Decoder(Row)


def parse_row(body: bytes) -> Row | None:
    """Return the row, or None where the bytes are none."""
    try:
        return _ROWS.decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def seal(previous: bytes, body: bytes) -> bytes:
    """Return a row's hash over the hash before it and its canonical JSON (BLAKE2b-256)."""
    return hashlib.blake2b(previous + body, digest_size=32, person=b"sottovoce-audit").digest()


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Where the chain ends: the last row's id and hash. It can be kept elsewhere as well."""

    id: int
    hash: str


def sign_head(head: Head, keys: Keys) -> bytes:
    """Return a head with its authentication code, as one line of JSON."""
    data = msgspec.json.encode(head, order="sorted")
    return msgspec.json.encode([data.decode(), keys.head(data)]) + b"\n"


def parse_head(line: bytes, keys: Keys) -> Head | None:
    """Return the head, or None where it is missing, torn or made with another key."""
    try:
        data, code = msgspec.json.decode(line, type=tuple[str, str])
        if not hmac.compare_digest(keys.head(data.encode()).encode(), code.encode()):
            return None
        return msgspec.json.decode(data, type=Head)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


class Record(NamedTuple):
    """A row as the database holds it."""

    id: int
    body: bytes
    hash: bytes


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What a check of the whole chain found.

    Attributes:
        ok: Whether every row is what it was when it was written, and none is missing.
        rows: How many rows were read before the first fault.
        bad: The first row that is changed or missing; None if sound, or if no row is to
            blame.
        problem: The fault in words; empty if sound.
    """

    ok: bool
    rows: int
    bad: int | None = None
    problem: str = ""


def verify(records: Iterable[Record], head: Head | None) -> Verification:
    """Check every row against the one before it, and the last one against the head.

    Args:
        records: All rows in the order of their ids.
        head: The authenticated head; None where it is missing or not authentic. It must be
            read before the rows, so that rows that arrive meanwhile are no fault.
    """
    count, previous = 0, GENESIS
    for record in records:
        problem = _problem(record, count + 1, previous, head)
        if problem:
            bad = min(record.id, count + 1)
            return Verification(ok=False, rows=count, bad=bad, problem=problem)
        count, previous = record.id, record.hash
    return _verify_end(count, head)


def _problem(record: Record, expected: int, previous: bytes, head: Head | None) -> str:
    if record.id < expected:
        return f"row {record.id} was inserted before the first row"
    if record.id > expected:
        return f"row {expected} is missing"
    row = parse_row(record.body)
    if row is None or seal(previous, record.body) != record.hash or row.id != record.id:
        return f"row {record.id} was changed, or put in another row's place"
    if row.event == Event.DAMAGED:
        return f"row {record.id} records that the audit was found damaged ({row.outcome})"
    if head is not None and head.id == record.id and head.hash != record.hash.hex():
        return f"row {record.id} is not the one that the head names: the chain was rewritten"
    return ""


def _verify_end(count: int, head: Head | None) -> Verification:
    if head is None and count:
        problem = "the head is missing or not authentic, so rows may be missing at the end"
        return Verification(ok=False, rows=count, problem=problem)
    if head is not None and head.id > count:
        problem = f"rows {count + 1} to {head.id} are missing at the end"
        return Verification(ok=False, rows=count, bad=count + 1, problem=problem)
    return Verification(ok=True, rows=count)
