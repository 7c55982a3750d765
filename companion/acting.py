"""Carries out what a person decides: it is recorded first, and only then in force.

The rules are those of `companion.person`; here are the effects: the audit, the floors, the
file of what outlasts the daemon. What protects less waits for the audit; what protects more,
the end of a pause, a site that is switched on and what is forgotten, is in force at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Protocol

from companion import messages, person
from companion.acts import Act
from companion.chain import Event
from companion.choices import Choices, Kept, KeptFinding
from companion.floors import Floors
from companion.grants import Leaves, Moment
from companion.person import Subject
from companion.person_policy import SendPublicly
from companion.personal import PersonalKeys
from companion.policy import ActivePolicy, Origin
from companion.routing import JournalError
from companion.values import Decision, Offer, PromptText, Request

Message = (
    messages.Override | messages.NotSensitive | messages.Pause | messages.Switch | messages.Forget
)


class RefusedError(Exception):
    """What a person wants is not done; the message says why, without content."""


class ActJournal(Protocol):
    """The audit, as this part sees it."""

    async def acted(self, act: Act) -> None:
        """Commit what a person did; raises `JournalError`."""

    def mark(self, prompt: PromptText) -> str:
        """Return the digest under which a prompt is recorded."""


class Desk:
    """What one person has decided, for all connections of one daemon.

    Args:
        policy: Returns the policy in force.
        choices: What they have chosen.
        keys: The keys of digests of their prompts.
        save: Keeps choices; raises `OSError`. It may wait on a disk.
        journal: The audit.
        floors: The conversation floors.
        now: The time on two clocks.
    """

    def __init__(
        self,
        *,
        policy: Callable[[], ActivePolicy],
        choices: Choices,
        keys: PersonalKeys,
        save: Callable[[Kept], None],
        journal: ActJournal,
        floors: Floors,
        now: Callable[[], Moment],
    ) -> None:
        self._policy = policy
        self._choices = choices
        self._keys = keys
        self._save = save
        self._journal = journal
        self._floors = floors
        self._now = now
        self._writing = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def active(self) -> ActivePolicy:
        """Return the policy in force, with what the person said is not sensitive.

        Where the policy file cannot be used, whatever they had chosen for a site ends.
        """
        active = self._policy()
        if active.origin is Origin.STRICTEST and self._choices.end():
            task = asyncio.create_task(self._forget_switches())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return self._choices.policy(active)

    async def _forget_switches(self) -> None:
        async with self._writing:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(self._save, self._choices.kept)

    def yours(self) -> messages.Yours:
        """Return what the person has chosen, and what policy lets them choose."""
        rules, files = self.active().policy.person, self.active().policy.files
        kept = self._choices.kept
        paused = self._choices.paused(rules, self._now())
        return messages.Yours(
            paused=tuple(messages.Paused(site=site, until=until) for site, until in paused.items()),
            off=self._choices.off(rules),
            may=messages.May(
                send_publicly=rules.send_publicly is not SendPublicly.NEVER,
                not_sensitive=rules.not_sensitive,
                pause_minutes=rules.pause_minutes,
                switch=rules.switch,
            ),
            files=messages.FileRules(
                max_bytes=files.max_bytes,
                unreadable=files.unreadable.value,
                paste=files.paste.value,
                drop=files.drop.value,
            ),
            remembered=messages.Remembered(messages=len(kept.prompts), findings=len(kept.findings)),
        )

    def leaves_alone(self, site: str) -> bool:
        """Whether the person wants the prompts of a site let through unlooked at."""
        return self._choices.leaves_alone(site, self.active().policy.person, self._now())

    def allows(self, request: Request) -> bool:
        """Whether the person said of exactly this text that it is not sensitive."""
        if not self._choices.kept.prompts or not self.active().policy.person.not_sensitive:
            return False
        return self._choices.allows(self._keys.text(request.whole))

    def mark(self, request: Request) -> str:
        """Return the digest under which the audit and the floors know a prompt."""
        return self._journal.mark(request.whole)

    def subject(self, request: Request, decision: Decision) -> Subject:
        """Return what is remembered of a prompt, so that the person may act on it."""
        text, mark = self._keys.text(request.whole), self.mark(request)
        return person.subject(request, decision, text=text, mark=mark)

    def offers(self, about: Subject) -> tuple[Offer, ...]:
        """Return what the person may do about a prompt now."""
        return person.offers(about, self.active().policy.person)

    def settled(
        self, decision: Decision, request: Request, about: Subject, leaves: Leaves
    ) -> Decision:
        """Return what the person's word makes of a Decision, and use the word up."""
        granted = leaves.granted(about.site, about.text, request.stage, self._now())
        rules = self.active().policy.person
        allowed = rules.not_sensitive and self._choices.allows(about.text)
        settled = person.settle(decision, about, rules, granted=granted, allowed=allowed)
        if granted and settled is not decision:
            leaves.use(about.site, about.text, request.stage)
        return settled

    async def act(self, message: Message, leaves: Leaves) -> messages.Granted | None:
        """Do what a person wants.

        Args:
            message: What they want.
            leaves: What the connection that it came by has seen.

        Returns:
            What they were granted; None where `yours` says what came of it.

        Raises:
            RefusedError: It was not done, or could not be recorded.
        """
        match message:
            case messages.Override():
                return await self._override(message, leaves)
            case messages.NotSensitive():
                return await self._not_sensitive(message, leaves)
            case messages.Pause():
                await self._pause(message)
            case messages.Switch():
                await self._switch(message)
            case messages.Forget():
                await self._forget(message, leaves)
        return None

    async def _override(self, message: messages.Override, leaves: Leaves) -> messages.Granted:
        about = self._offered(message.prompt, Offer.PUBLIC, leaves)
        await self._let_through(message.prompt, about, message.reason.value)
        self._offered(message.prompt, Offer.PUBLIC, leaves)
        return self._granted(message, about, Offer.PUBLIC, leaves)

    async def _not_sensitive(
        self, message: messages.NotSensitive, leaves: Leaves
    ) -> messages.Granted:
        about = self._offered(message.prompt, Offer.NOT_SENSITIVE, leaves)
        if any(person.is_grave_kind(each.kind) for each in message.findings):
            raise RefusedError("what is grave stays sensitive")
        await self._let_through(message.prompt, about, Offer.NOT_SENSITIVE.value)
        self._offered(message.prompt, Offer.NOT_SENSITIVE, leaves)
        findings = [
            KeptFinding(kind=each.kind, digest=self._keys.of_finding(each.text))
            for each in message.findings
        ]
        await self._keep(lambda kept: kept.with_allowed(about.text, findings))
        self._offered(message.prompt, Offer.NOT_SENSITIVE, leaves)
        return self._granted(message, about, Offer.NOT_SENSITIVE, leaves)

    def _offered(self, prompt_id: str, offer: Offer, leaves: Leaves) -> Subject:
        """Return a prompt if policy makes an offer about it now."""
        about = leaves.subject(prompt_id)
        if about is None:
            raise RefusedError("no such prompt was secured on this connection")
        if offer not in self.offers(about):
            raise RefusedError("policy does not allow it for this prompt")
        return about

    async def _let_through(self, prompt_id: str, about: Subject, reason: str) -> None:
        """Record that a person let a prompt through; its part of the floor goes with it."""
        await self._record(
            Act(
                event=Event.OVERRIDDEN,
                request_id=prompt_id,
                site=about.site,
                conversation=about.conversation,
                digest=about.mark,
                outcome=reason,
            )
        )
        self._floors.take_back(about.site, about.conversation, about.mark)

    def _granted(
        self,
        message: messages.Override | messages.NotSensitive,
        about: Subject,
        offer: Offer,
        leaves: Leaves,
    ) -> messages.Granted:
        until = leaves.grant(about, offer, self._now())
        return messages.Granted(id=message.id, prompt=message.prompt, until=until)

    async def _pause(self, message: messages.Pause) -> None:
        if message.minutes == 0:
            self._choices.resume(message.site)
            await self._record(_about_site(Event.RESUMED, message))
            return
        minutes = min(message.minutes, self._longest_pause())
        await self._record(_about_site(Event.PAUSED, message, str(minutes)))
        self._longest_pause()
        self._choices.pause(message.site, minutes, self._now())

    def _longest_pause(self) -> int:
        """Return the minutes that policy allows now; refuse where it allows none."""
        if most := self.active().policy.person.pause_minutes:
            return most
        raise RefusedError("policy does not allow a pause")

    async def _switch(self, message: messages.Switch) -> None:
        if message.on:
            self._choices.kept = self._choices.kept.with_switch(message.site, on=True)
        self._check_switch(message)
        await self._record(_about_site(Event.SWITCHED, message, "on" if message.on else "off"))
        self._check_switch(message)
        await self._keep(lambda kept: kept.with_switch(message.site, on=message.on))

    async def _forget(self, message: messages.Forget, leaves: Leaves) -> None:
        """Forget what is not sensitive: at once, whatever can be written of it."""
        before = self._choices.kept
        self._choices.kept = before.without_allowed()
        leaves.take_back(Offer.NOT_SENSITIVE)
        forgotten = str(len(before.prompts) + len(before.findings))
        act = Act(event=Event.FORGOTTEN, request_id=message.id, outcome=forgotten)
        try:
            await self._record(act)
        finally:
            await self._keep(Kept.without_allowed)

    def _check_switch(self, message: messages.Switch) -> None:
        """Refuse what policy does not allow now; it may change while something is written."""
        if not message.on and not self.active().policy.person.switch:
            raise RefusedError("policy does not allow it")

    async def _keep(self, change: Callable[[Kept], Kept]) -> None:
        """Make a change that outlasts the daemon: kept first, then in force."""
        async with self._writing:
            kept = change(self._choices.kept)
            try:
                await asyncio.to_thread(self._save, kept)
            except OSError as error:
                raise RefusedError("it could not be kept") from error
            self._choices.kept = change(self._choices.kept)  # all may have ended meanwhile

    async def _record(self, act: Act) -> None:
        try:
            await self._journal.acted(act)
        except JournalError as error:
            raise RefusedError("it could not be recorded") from error


def _about_site(event: Event, message: messages.Pause | messages.Switch, outcome: str = "") -> Act:
    return Act(event=event, request_id=message.id, site=message.site, outcome=outcome)
