"""What a person may decide over the companion's head: the rules of it, without effects.

What wins over what is total: a policy that cannot be used beats everything; a private chat
is never public; a site that is left alone (`companion.choices`) comes before what its
prompts hold; whatever could not be judged to its end beats grants and allowances; and those
beat what was found. docs/reference/person.md tells people the same.
"""

from __future__ import annotations

from typing import Final

import msgspec

from companion import eligibility
from companion.detectors import kinds
from companion.person_policy import PersonRules, SendPublicly
from companion.policy import ActivePolicy
from companion.values import (
    Decision,
    Grade,
    Offer,
    Reason,
    Request,
    Sensitivity,
    Variant,
)

NOBODY: Final = "none"
"""The detection model's id in a decision for which no model was asked."""

_NOT_JUDGED: Final = frozenset(
    {
        Reason.UNREADABLE,
        Reason.ATTACHMENT_UNJUDGED,
        Reason.DETECTOR_TIMEOUT,
        Reason.DETECTOR_LOST,
        Reason.DETECTOR_FAILED,
        Reason.POLICY_INVALID,
        Reason.PRIVATE_CHAT,
    }
)
"""What no grant and no allowance outweighs."""
_ALLOWABLE: Final = frozenset({Reason.THRESHOLD_REACHED, Reason.LANGUAGE_NOT_COVERED})
"""What *this is not sensitive* answers. A floor that another prompt raised is not among it."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of a secured prompt, so that a person may act on it: no text.

    Attributes:
        site: The site that it was for.
        conversation: The site's conversation.
        text: Keyed digest of all of it.
        mark: The digest under which the audit and the floor know it.
        judged: Whether it was read and judged.
        whole: Whether it was judged to its end, so that what was not found is not there.
        grave: Whether something grave was found.
        allowable: Whether what secured it is what a person can say is not sensitive.
    """

    site: str
    conversation: str
    text: str
    mark: str
    judged: bool
    whole: bool
    grave: bool
    allowable: bool


def subject(request: Request, decision: Decision, *, text: str, mark: str) -> Subject:
    """Return what is remembered of a prompt that was secured."""
    reasons = set(decision.reasons)
    return Subject(
        site=request.site,
        conversation=request.conversation,
        text=text,
        mark=mark,
        judged=_is_known(request) and not reasons & _NOT_JUDGED,
        whole=Reason.TOO_LONG not in reasons,
        grave=is_grave(decision),
        allowable=bool(reasons & _ALLOWABLE),
    )


def _is_known(request: Request) -> bool:
    """Whether a digest of the request covers the files that travel with it."""
    return len(request.files) == len(request.attachments)


def is_grave_kind(name: str) -> bool:
    """Whether a person cannot say of a kind that it is not sensitive.

    That is so for the grave ones, and for whatever policy itself looks for.
    """
    kind = kinds.BY_NAME.get(name)
    return kind is None or kind.grave or kind.name == kinds.CUSTOM_TERM


def is_grave(decision: Decision) -> bool:
    """Whether a prompt is of the highest grade, or holds a finding of a grave kind."""
    found = (finding.kind for finding in decision.findings)
    return decision.sensitivity.grade is Grade.GRAVE or any(map(is_grave_kind, found))


def offers(about: Subject, rules: PersonRules) -> tuple[Offer, ...]:
    """Return what a policy lets a person do about a prompt."""
    if not about.judged:
        return ()
    tame = about.whole and not about.grave
    chosen = rules.send_publicly
    public = chosen is SendPublicly.ALWAYS or (chosen is SendPublicly.NOT_GRAVE and tame)
    harmless = rules.not_sensitive and tame and about.allowable
    choices = ((public, Offer.PUBLIC), (harmless, Offer.NOT_SENSITIVE))
    return tuple(offer for holds, offer in choices if holds)


def settle(
    decision: Decision,
    about: Subject,
    rules: PersonRules,
    *,
    granted: Offer | None,
    allowed: bool,
) -> Decision:
    """Return what a person's word makes of a Decision; a public one stays as it is.

    Args:
        decision: What was decided without the person.
        about: The same prompt, as it would be remembered.
        rules: What policy lets the person do now.
        granted: On which offer they let exactly this text through, on this site, once.
        allowed: Whether they said of exactly this text that it is not sensitive.
    """
    if decision.variant is Variant.PUBLIC:
        return decision
    possible = offers(about, rules)
    if granted is Offer.PUBLIC and granted in possible:
        return _public(decision, Reason.RELEASED_BY_PERSON)
    # Said a moment ago of this prompt, it is meant here and now; said before, it answers only
    # what was found, and not that the chat holds something else.
    said = granted is Offer.NOT_SENSITIVE or (allowed and set(decision.reasons) <= _ALLOWABLE)
    if said and Offer.NOT_SENSITIVE in possible:
        return _public(decision, Reason.ALLOWED_BY_PERSON)
    return decision


def _public(decision: Decision, reason: Reason) -> Decision:
    return msgspec.structs.replace(decision, variant=Variant.PUBLIC, reasons=(reason,))


def left_alone(request: Request, active: ActivePolicy) -> Decision:
    """Return the Decision for a prompt of a site that the person wants left alone.

    Nothing is looked at: not the criteria, and no detector is asked.
    """
    return _unasked(
        request, active, Variant.PUBLIC, Reason.PAUSED_BY_PERSON, "the site is left alone"
    )


def private_chat(request: Request, active: ActivePolicy) -> Decision:
    """Return the Decision for a turn of a private chat: secured, whatever it holds."""
    return _unasked(
        request, active, Variant.SECURED, Reason.PRIVATE_CHAT, "it belongs to a private chat"
    )


def _unasked(
    request: Request, active: ActivePolicy, variant: Variant, reason: Reason, detail: str
) -> Decision:
    return Decision(
        request_id=request.id,
        tag=eligibility.undecided(detail),
        findings=(),
        sensitivity=Sensitivity(level=1.0, threshold=active.policy.threshold),
        variant=variant,
        reasons=(reason,),
        policy_id=active.id,
        model_id=NOBODY,
    )
