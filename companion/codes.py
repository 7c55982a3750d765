"""The codes that messages, audit and panel share: why, from which stage, and on whose word.

All of them are content-free words; docs/reference/reasons.md explains the reasons.
"""

from __future__ import annotations

import enum
from typing import Final


class Reason(enum.StrEnum):
    """Why a prompt took its path. Shown in the panel, the audit and the documentation."""

    NOT_ELIGIBLE = "not_eligible"
    BELOW_THRESHOLD = "below_threshold"
    THRESHOLD_REACHED = "threshold_reached"
    CONVERSATION_FLOOR = "conversation_floor"
    LANGUAGE_NOT_COVERED = "language_not_covered"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    ATTACHMENT_UNJUDGED = "attachment_unjudged"
    DETECTOR_TIMEOUT = "detector_timeout"
    DETECTOR_LOST = "detector_lost"
    DETECTOR_FAILED = "detector_failed"
    POLICY_INVALID = "policy_invalid"
    PRIVATE_CHAT = "private_chat"
    RELEASED_BY_PERSON = "released_by_person"
    ALLOWED_BY_PERSON = "allowed_by_person"
    PAUSED_BY_PERSON = "paused_by_person"


PERSON_REASONS: Final = frozenset(
    (Reason.RELEASED_BY_PERSON, Reason.ALLOWED_BY_PERSON, Reason.PAUSED_BY_PERSON)
)
"""Those by which a person, not a level, lets a prompt be public; each stands alone."""


class SendStage(enum.StrEnum):
    """Where a prompt is on its way out of the page when it is asked about."""

    SENT = "sent"
    """The site's own request is about to leave."""
    TYPED = "typed"
    """The person pressed *send*; the request is asked about again when it leaves."""
    DRAFT = "draft"
    """The page is about to synchronise what stands in its text box."""
    LOOK = "look"
    """Something is about to enter the page: a paste, a drop, a file. Nothing leaves."""
    AHEAD = "ahead"
    """The person paused in writing: judged ahead, so that nobody waits once they press *send*."""

    @property
    def leaves(self) -> bool:
        """Whether something leaves the device as soon as it is released."""
        return self in (SendStage.SENT, SendStage.DRAFT)

    @property
    def is_turn(self) -> bool:
        """Whether the prompt becomes a turn of its conversation."""
        return self in (SendStage.SENT, SendStage.TYPED)


class Role(enum.StrEnum):
    """Who wrote a turn of a conversation."""

    USER = "user"
    ASSISTANT = "assistant"


class Offer(enum.StrEnum):
    """What a person may do with a prompt that was not made public."""

    PUBLIC = "public"
    """Send it to the public model instead, once."""
    NOT_SENSITIVE = "not_sensitive"
    """Say that it is not sensitive, now and from now on."""


class OverrideReason(enum.StrEnum):
    """Why a person sends a prompt to the public model instead."""

    NOT_PRIVATE = "not_private"
    PUBLIC_ALREADY = "public_already"
    PERMITTED = "permitted"
    OWN_RISK = "own_risk"


class HoldReason(enum.StrEnum):
    """Why a prompt was kept in the text box although a decision was made or wanted."""

    TUNNEL_DOWN = "tunnel_down"
    SECURED_UNREACHABLE = "secured_unreachable"
    PUBLIC_FAILED = "public_failed"
    SECURED_REFUSED = "secured_refused"
    SECURED_INTERRUPTED = "secured_interrupted"
    TOO_LONG_FOR_MODEL = "too_long_for_model"
    AUDIT_FAILED = "audit_failed"
    ATTACHMENT_UNJUDGED = "attachment_unjudged"
    UNREADABLE = "unreadable"
    BUSY = "busy"
    INTERNAL = "internal"
    DRAFT = "draft"
    KEPT_OUT = "kept_out"
