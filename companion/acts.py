"""What a person did over the companion's head, as the audit keeps it."""

from __future__ import annotations

import msgspec

from companion.chain import Entry, Event


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the person did, as the audit keeps it: no content.

    Attributes:
        event: What they did.
        request_id: The prompt that it is about, or the id of what they asked for.
        site: The site; empty where it is about every site.
        conversation: The site's conversation.
        digest: The audit's digest of the prompt.
        outcome: Why, how long, or which way; see `Entry`.
    """

    event: Event
    request_id: str
    site: str = ""
    conversation: str = ""
    digest: str = ""
    outcome: str = ""


def acted(at: int, act: Act) -> Entry:
    """Return the entry that must be committed before what a person did takes effect."""
    return Entry(
        at=at,
        event=act.event,
        request_id=act.request_id,
        site=act.site,
        conversation=act.conversation,
        digest=act.digest,
        outcome=act.outcome,
    )
