"""The router: the only place from which a prompt can go anywhere.

It takes a Decision, has the audit commit it, and only then opens the one path that the
Decision names. A path that fails ends in *held*; no failure leads to the other path.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final, Protocol

from companion import sitenames
from companion.chat import ChatError, Piece
from companion.lanes import Lane
from companion.values import (
    Decision,
    HoldReason,
    Reason,
    Request,
    Sample,
    SendStage,
    Timings,
    Variant,
)


class JournalError(Exception):
    """The audit could not commit; whatever depends on it must not happen."""


class Journal(Protocol):
    """The audit, as the router sees it."""

    async def decided(self, request: Request, decision: Decision, timings: Timings) -> None:
        """Commit a Decision; raises `JournalError`."""

    async def ended(self, request_id: str, end: End) -> None:
        """Record how it ended; a failure here is counted, not raised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """The site's own request may go out, once. Only a committed public Decision yields it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The page may go on: nothing leaves yet, and what will is asked about again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A variant is being asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """The next piece of the answer."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The answer is whole."""

    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Nothing more happens with this prompt until the person decides."""

    reason: HoldReason
    retry: bool


Event = Released | Passed | Answering | Delta | Completed | HeldBack


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How one prompt ended, without content.

    Attributes:
        event: `released`, `sent`, `answered`, `held`, `interrupted` or `cancelled`.
        variant: Where it was going.
        environment: The production environment, or the site.
        label: That environment's name for people.
        model: The model that answered.
        path: `site`, `tunnel` or `direct`.
        spans: Milliseconds by stage.
        reason: Why it was held; empty otherwise.
        status: The HTTP status of the site's own request; 0 where there was none.
    """

    event: str
    variant: Variant
    environment: str = ""
    label: str = ""
    model: str = ""
    path: str = ""
    spans: dict[str, float] = field(default_factory=dict)
    reason: str = ""
    status: int = 0


_NEVER_ANSWERED: Final = {
    Reason.UNREADABLE: HoldReason.UNREADABLE,
    Reason.ATTACHMENT_UNJUDGED: HoldReason.ATTACHMENT_UNJUDGED,
}
"""What no variant can answer, because the companion does not have all of it."""

_NEVER_ASKED: Final = {
    SendStage.DRAFT: HoldReason.DRAFT,
    SendStage.LOOK: HoldReason.KEPT_OUT,
}
"""What nobody has asked to be answered: it is no turn of a conversation."""

_NO_RETRY: Final = frozenset(
    {
        HoldReason.TOO_LONG_FOR_MODEL,
        HoldReason.UNREADABLE,
        HoldReason.ATTACHMENT_UNJUDGED,
        HoldReason.DRAFT,
        HoldReason.KEPT_OUT,
    }
)


class Router:
    """Carries out Decisions.

    Args:
        journal: The audit; commits before anything happens.
        secured: The lane through the tunnel.
        public: The lane for prompts that no site sends by itself.
        report: Takes latency samples; never blocks.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        secured: Lane,
        public: Lane,
        report: Callable[[Sample], None],
    ) -> None:
        self._journal = journal
        self._lanes = {Variant.SECURED: secured, Variant.PUBLIC: public}
        self._report = report

    async def route(
        self, request: Request, decision: Decision, timings: Timings, *, site_sends: bool
    ) -> AsyncGenerator[Event, None]:
        """Carry out one Decision.

        Args:
            request: The prompt, as it was judged.
            decision: What was decided for exactly this request.
            timings: What deciding cost.
            site_sends: Whether the site's page sends a public prompt itself.
        """
        public = decision.variant is Variant.PUBLIC
        if decision.request_id != request.id or (public and request.private):
            yield HeldBack(reason=HoldReason.INTERNAL, retry=True)
            return
        if public and site_sends and not request.stage.leaves:
            yield Passed()
            return
        if request.stage is SendStage.AHEAD:  # nobody sends it yet: there is nothing to record
            yield HeldBack(reason=HoldReason.DRAFT, retry=False)
            return
        try:
            await self._journal.decided(request, decision, timings)
        except JournalError:
            yield HeldBack(reason=HoldReason.AUDIT_FAILED, retry=True)
            return
        if public and site_sends:
            yield Released()
            await self._released(request, decision)
        elif reason := _never_answered(request, decision):
            yield await self._held(request, decision, timings, reason)
        else:
            async with aclosing(self._answer(request, decision, timings)) as events:
                async for event in events:
                    yield event

    async def sent(
        self,
        request: Request,
        decision: Decision,
        timings: Timings,
        *,
        status: int,
        hold: float,
        first: float,
    ) -> None:
        """Report how the site's own request went: its HTTP status, and milliseconds."""
        spans = _decision_spans(timings) | {"hold": hold, "first_token": first}
        spans["total"] = hold + first
        end = End(
            event="sent",
            variant=Variant.PUBLIC,
            environment=request.site,
            path="site",
            spans=spans,
            status=status,
        )
        await self._finish(request, decision, end)

    async def _released(self, request: Request, decision: Decision) -> None:
        end = End(
            event="released",
            variant=decision.variant,
            environment=request.site,
            path="site",
        )
        await self._journal.ended(request.id, end)

    async def _answer(
        self, request: Request, decision: Decision, timings: Timings
    ) -> AsyncGenerator[Event, None]:
        """Ask the one lane that the Decision names (patent steps 246 to 254)."""
        lane = self._lanes[decision.variant]
        yield Answering()
        answer = _Answer(lane=lane, started=time.perf_counter(), spans=_decision_spans(timings))
        try:
            context = request.context if decision.variant is Variant.SECURED else ()
            async with aclosing(lane.stream(request.turn, context)) as pieces:
                async for piece in pieces:
                    answer.note(piece)
                    if piece.text:
                        yield Delta(text=piece.text)
        except ChatError as error:
            event = "interrupted" if answer.accepted else "held"
            yield await self._held(request, decision, timings, error.reason, lane, event=event)
            return
        except (asyncio.CancelledError, GeneratorExit):
            # The variant may have read the prompt, so the audit says that it was asked.
            await self._journal.ended(request.id, answer.end("cancelled", timings))
            raise
        end = answer.end("answered", timings)
        await self._finish(request, decision, end)
        yield Completed(end=end)

    async def _held(
        self,
        request: Request,
        decision: Decision,
        timings: Timings,
        reason: HoldReason,
        lane: Lane | None = None,
        *,
        event: str = "held",
    ) -> HeldBack:
        end = End(
            event=event,
            variant=decision.variant,
            environment=lane.environment if lane else "",
            path=lane.path if lane else "",
            spans=_decision_spans(timings) | {"total": timings.total},
            reason=reason.value,
        )
        await self._finish(request, decision, end)
        return HeldBack(reason=reason, retry=reason not in _NO_RETRY)

    async def _finish(self, request: Request, decision: Decision, end: End) -> None:
        await self._journal.ended(request.id, end)
        if not request.stage.is_turn:
            return  # nobody waits for an answer, so its latency says nothing of an environment
        self._report(
            Sample(
                at=time.time_ns(),
                variant=decision.variant,
                # A site's name may hold an internal host, which no report may name.
                environment=sitenames.without_host(end.environment),
                model=end.model,
                spans=end.spans,
                outcome=end.reason or "ok",
            )
        )


@dataclass(slots=True, kw_only=True)
class _Answer:
    """What is known of an answer while it comes, without its text."""

    lane: Lane
    started: float
    spans: dict[str, float]
    model: str = ""
    accepted: bool = False

    def note(self, piece: Piece) -> None:
        self.accepted = True
        self.model = piece.model or self.model
        stage = "first_token" if piece.text else "tunnel"
        self.spans.setdefault(stage, _milliseconds_since(self.started))

    def end(self, event: str, timings: Timings) -> End:
        total = {"total": timings.total + _milliseconds_since(self.started)}
        return End(
            event=event,
            variant=self.lane.variant,
            environment=self.lane.environment,
            label=self.lane.label,
            model=self.model,
            path=self.lane.path,
            spans=self.spans | total,
        )


def _never_answered(request: Request, decision: Decision) -> HoldReason | None:
    """Return why no variant is asked, or None."""
    if request.stage in _NEVER_ASKED:
        return _NEVER_ASKED[request.stage]
    reasons = (_NEVER_ANSWERED.get(each) for each in decision.reasons)
    return next((each for each in reasons if each is not None), None)


def _decision_spans(timings: Timings) -> dict[str, float]:
    return {
        "tag": timings.tag,
        "detection": timings.detection,
        "classification": timings.classification,
    }


def _milliseconds_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
