"""What the daemon offers to every connection."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from companion import messages
from companion.acting import Desk
from companion.floors import Floors
from companion.history import History
from companion.policy import ActivePolicy
from companion.routing import Router
from companion.seen import SeenBrowsers
from companion.values import Decision, Request, Timings

Decide = Callable[[Request, ActivePolicy], Awaitable[tuple[Decision, Timings]]]
Open = Callable[[Request, ActivePolicy], Awaitable[Request]]
"""Returns a request with what could be read of the files that travel with it."""
SiteFiles = Callable[[int], messages.SiteFiles | None]
"""Returns site files that are newer than a version, or None."""


async def _unopened(request: Request, _: ActivePolicy) -> Request:
    return request


def _no_site_files(_: int) -> messages.SiteFiles | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Services:
    """The parts behind a front.

    Attributes:
        policy: Returns the policy in force.
        decide: Has a request judged.
        router: Carries out decisions.
        floors: The conversation floors.
        desk: What the person has decided.
        links: Returns the state of every link.
        telemetry: Says how reporting stands.
        history: What earlier turns have told.
        open: Reads the files that travel with a request.
        seen: The browsers that have connected.
        site_files: Finds newer site files for an extension.
        yours_changed: Called when the person has chosen something.
    """

    policy: Callable[[], ActivePolicy]
    decide: Decide
    router: Router
    floors: Floors
    desk: Desk
    links: Callable[[], messages.Links]
    telemetry: Callable[[], str] = str
    history: History = field(default_factory=History)
    open: Open = _unopened
    seen: SeenBrowsers = field(default_factory=SeenBrowsers)
    site_files: SiteFiles = _no_site_files
    yours_changed: Callable[[], None] = lambda: None
