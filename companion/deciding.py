"""One prompt from its request to its Decision: what is known, what is found, what is chosen.

The order is total. A private chat is secured and a site that the person left alone is
public, both without a look at the text; for every other prompt the detectors decide, and
then the person's word about exactly this text counts, where policy lets it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

import msgspec

from companion import network, person
from companion.grants import Leaves
from companion.person import Subject
from companion.policy import ActivePolicy, Origin
from companion.services import Services
from companion.values import Decision, Offer, Reason, Request, SendStage, Timings, Variant

_TAKES_BACK: Final = frozenset({Reason.RELEASED_BY_PERSON, Reason.ALLOWED_BY_PERSON})
"""Reasons by which a prompt is let go that may have raised a floor before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A prompt with its Decision.

    Attributes:
        request: As it was judged.
        decision: What was decided.
        timings: What deciding cost.
        about: What is remembered of it.
        offers: What the person may do about it.
    """

    request: Request
    decision: Decision
    timings: Timings
    about: Subject
    offers: tuple[Offer, ...] = ()


async def decide(request: Request, services: Services, leaves: Leaves, *, site_sends: bool) -> Case:
    """Return a prompt's Decision and remember what later ones need.

    Args:
        request: As it came.
        services: The daemon's parts.
        leaves: What the connection's person was granted.
        site_sends: Whether a page asks; only its person is offered anything.
    """
    desk = services.desk
    active = desk.active()
    if active.origin is Origin.STRICTEST:
        leaves.end()
    if request.private:
        decision, timings = person.private_chat(request, active), Timings()
    elif site_sends and desk.leaves_alone(request.site):
        decision, timings = person.left_alone(request, active), Timings()
    else:
        request = _placed(await services.open(request, active), services, active)
        decision, timings = await services.decide(request, active)
    about = desk.subject(request, decision)
    if request.stage is SendStage.AHEAD:
        return Case(request=request, decision=decision, timings=timings, about=about)
    decision = desk.settled(decision, request, about, leaves)
    case = Case(request=request, decision=decision, timings=timings, about=about)
    return _remembered(case, services, leaves, site_sends=site_sends)


def _placed(request: Request, services: Services, active: ActivePolicy) -> Request:
    """Add what the daemon knows of the device and the conversation.

    A text of which the person said that it is not sensitive raises no floor, so it takes
    back what it raised before they said so.
    """
    if services.desk.allows(request):
        services.floors.take_back(request.site, request.conversation, services.desk.mark(request))
    interfaces = active.policy.eligibility.network.interfaces
    known = services.history.known(request.site, request.conversation, now=time.monotonic())
    return msgspec.structs.replace(
        request,
        private_network=network.on_private_network(interfaces),
        floor=services.floors.holds(request.site, request.conversation),
        known=known,
    )


def _remembered(case: Case, services: Services, leaves: Leaves, *, site_sends: bool) -> Case:
    """Remember what a prompt told, and return it with what the person may do about it."""
    request, decision, about = case.request, case.decision, case.about
    secured = decision.variant is Variant.SECURED
    if _is_turn(request, decision):
        services.history.note(
            request.site, request.conversation, decision.findings, now=time.monotonic()
        )
    if secured and request.stage.is_turn:
        services.floors.raise_for(about.site, about.conversation, about.mark)
    if not site_sends:
        return case
    if not secured:
        leaves.forget(request.id)
        return case
    leaves.remember(request.id, about)
    return Case(
        request=request,
        decision=decision,
        timings=case.timings,
        about=about,
        offers=services.desk.offers(about),
    )


def _is_turn(request: Request, decision: Decision) -> bool:
    """Whether a prompt tells something about its conversation.

    What was only typed and may be public is no turn yet: it is judged again when it leaves.
    What the person calls not sensitive tells nothing.
    """
    typed = request.stage is SendStage.TYPED and decision.variant is Variant.PUBLIC
    return request.stage.is_turn and not typed and Reason.ALLOWED_BY_PERSON not in decision.reasons


def released(case: Case, services: Services) -> None:
    """Take back the floor that a prompt raised before its person let it go."""
    if _TAKES_BACK.intersection(case.decision.reasons):
        services.floors.take_back(case.about.site, case.about.conversation, case.about.mark)
