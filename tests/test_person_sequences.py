"""Whatever a person, a page and bad luck do in whatever order: nothing leaves without a reason.

Ten thousand random sequences of prompts, wishes, clocks that jump, policies that change, files
and audits that fail, through all parts between the wire and the router. A small model beside
them, which knows nothing of digests and stages, says what may be public at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
from collections import Counter

from core_cases import MemoryJournal, ScriptedLane, decision, finding, public, request, secured

from companion import deciding, messages, network, policy
from companion.acting import Desk, Message, RefusedError
from companion.choices import Choices, Kept
from companion.floors import Floors
from companion.grants import GRANT_SECONDS, Leaves, Moment
from companion.history import History
from companion.person import Subject
from companion.personal import PersonalKeys
from companion.routing import JournalError, Passed, Released, Router
from companion.services import Services
from companion.values import (
    PERSON_REASONS,
    OverrideReason,
    PromptText,
    Reason,
    SendStage,
    Timings,
    Variant,
)

SEQUENCES = int(os.environ.get("PERSON_SEQUENCES", "10000"))
KEYS = PersonalKeys(bytes(32))
SITES = ("chat", "other")
MADE = {
    "harmless": public,
    "private": lambda: secured(findings=(finding("PERSON", score=0.9),)),
    "grave": lambda: secured(findings=(finding("US_SSN"),)),
    "term": lambda: secured(findings=(finding("PROJECT_NUMBER"),)),
    "long": lambda: secured(Reason.TOO_LONG),
    "lost": lambda: secured(Reason.DETECTOR_LOST),
    "unreadable": lambda: secured(Reason.UNREADABLE),
}
POLICIES = [
    policy.default(),
    policy.parse('[person]\nsend_publicly = "always"\npause_minutes = 60'),
    policy.parse('[person]\nsend_publicly = "never"\npause_minutes = 0'),
    policy.parse("[person]\nnot_sensitive = false\nswitch = false"),
    policy.strictest("broken"),
]


TEXTS = [f"{kind} {number}" for kind in MADE for number in range(2)]
TEXT_OF = {KEYS.text(PromptText(text)): text for text in TEXTS}


class World:
    """The daemon's parts with a random person, page and fate."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.now = Moment(1_790_000_000.0, 1_000.0)
        self.active = policy.default()
        self.journal = MemoryJournal()
        self.choices = Choices(Kept(), key=KEYS.finding)
        self.floors = Floors()
        self.desk = Desk(
            policy=lambda: self.active,
            choices=self.choices,
            keys=KEYS,
            save=self.save,
            journal=self.journal,
            floors=self.floors,
            now=lambda: self.now,
        )
        self.router = Router(
            journal=self.journal,
            secured=ScriptedLane(Variant.SECURED),
            public=ScriptedLane(Variant.PUBLIC),
            report=lambda _: None,
        )
        self.services = Services(
            policy=lambda: self.active,
            decide=self.judge,
            router=self.router,
            floors=self.floors,
            desk=self.desk,
            history=History(),
            links=lambda: messages.Links(worker="", tunnel="", secured=""),
        )
        self.leaves = [Leaves(), Leaves()]
        self.full = False
        self.last = (0, "chat", "private 0")
        self.seen: Counter[str] = Counter()
        # The model: what may be public at most, and why.
        self.let: set[tuple[int, str, str]] = set()
        self.harmless: set[str] = set()
        self.quiet_until = dict.fromkeys(("", *SITES), 0.0)
        self.off: set[str] = set()

    def save(self, kept: Kept) -> None:
        if self.full:
            raise OSError(28, "no space")

    async def judge(self, asked, active):
        if active.origin is policy.Origin.STRICTEST:
            made = secured(Reason.POLICY_INVALID)
        else:
            made = MADE[asked.prompt.reveal().split()[0]]()
        if asked.floor and made.variant is Variant.PUBLIC:
            made = decision(Variant.SECURED, Reason.CONVERSATION_FLOOR, level=0.1)
        elif asked.floor:
            made = decision(
                Variant.SECURED,
                *made.reasons,
                Reason.CONVERSATION_FLOOR,
                findings=made.findings,
            )
        return made, Timings()

    async def prompt(self) -> None:
        if self.chance.random() < 0.4:  # a new one; people mostly try the last one again
            site, text = self.chance.choice(SITES), self.chance.choice(TEXTS)
            self.last = (self.chance.randrange(2), site, text)
        line, site, text = self.last
        stage = self.chance.choice(list(SendStage))
        asked = request(text, site=site, conversation="c", stage=stage)
        case = await deciding.decide(asked, self.services, self.leaves[line], site_sends=True)
        route = self.router.route(case.request, case.decision, case.timings, site_sends=True)
        events = [event async for event in route]
        if isinstance(events[0], Released | Passed):
            self.check(case, line, site, text)
        if isinstance(events[0], Released):
            deciding.released(case, self.services)

    def check(self, case, line: int, site: str, text: str) -> None:
        """Compare what was let out with what the model allows at most."""
        (reason,) = case.decision.reasons
        self.seen[reason.value] += 1
        kind = text.split(maxsplit=1)[0]
        assert case.decision.variant is Variant.PUBLIC
        assert self.active.origin is not policy.Origin.STRICTEST
        rules = self.active.policy.person
        if reason is Reason.PAUSED_BY_PERSON:
            quiet = max(self.quiet_until[""], self.quiet_until[site]) > self.now.steady
            assert quiet or site in self.off
            assert rules.pause_minutes or rules.switch
        elif reason is Reason.RELEASED_BY_PERSON:
            assert (line, site, text) in self.let
            assert kind not in ("lost", "unreadable")
            assert rules.send_publicly != "never"
            assert kind == "private" or kind == "harmless" or rules.send_publicly == "always"
        elif reason is Reason.ALLOWED_BY_PERSON:
            assert text in self.harmless
            assert kind == "private"
            assert rules.not_sensitive
        else:
            assert reason not in PERSON_REASONS
            assert kind == "harmless"

    async def wish(self) -> None:
        line = self.last[0] if self.chance.random() < 0.8 else self.chance.randrange(2)
        message = self.any_wish()
        about = self.leaves[line].subject("request-1")
        with contextlib.suppress(RefusedError):
            await self.desk.act(message, self.leaves[line])
            self.learn(message, line, about)

    def any_wish(self) -> Message:
        site = self.chance.choice(("", *SITES))
        minutes = self.chance.choice((0, 1, 5, 60))
        on = self.chance.random() < 0.5
        why = OverrideReason.OWN_RISK
        wishes = (
            messages.Override(id="wish-0001", prompt="request-1", reason=why),
            messages.NotSensitive(id="wish-0001", prompt="request-1"),
            messages.Pause(id="wish-0001", site=site, minutes=minutes),
            messages.Switch(id="wish-0001", site=site or "chat", on=on),
        )
        return self.chance.choices(wishes, weights=(5, 3, 1, 1))[0]

    def learn(self, message: Message, line: int, about: Subject | None) -> None:
        match message:
            case messages.Pause():
                self.quiet_until[message.site] = self.now.steady + 60 * message.minutes
            case messages.Switch():
                (self.off.discard if message.on else self.off.add)(message.site)
            case _:
                assert about is not None
                text = TEXT_OF[about.text]
                self.let.add((line, about.site, text))
                if isinstance(message, messages.NotSensitive):
                    self.harmless.add(text)

    def fate(self) -> None:
        choice = self.chance.randrange(4)
        if choice == 0:
            self.active = self.chance.choice(POLICIES)
        elif choice == 1:
            wall = self.chance.choice((-3600.0, 1.0, 61.0, float(GRANT_SECONDS), 3601.0))
            steady = self.chance.choice((0.0, 1.0, 61.0, float(GRANT_SECONDS), 3601.0))
            self.now = Moment(self.now.wall + wall, self.now.steady + steady)
        elif choice == 2:
            failing = self.chance.random() < 0.3
            self.journal.acted_fails = JournalError("full") if failing else None
        else:
            self.full = self.chance.random() < 0.3

    async def run(self) -> None:
        for _ in range(self.chance.randint(4, 12)):
            step = self.chance.random()
            if step < 0.5:
                await self.prompt()
            elif step < 0.8:
                await self.wish()
            else:
                self.fate()


def test_nothing_is_let_out_that_the_person_or_its_harmlessness_does_not_allow(monkeypatch):
    monkeypatch.setattr(network, "on_private_network", lambda _: False)
    seen: Counter[str] = Counter()

    async def all_of_them() -> None:
        for seed in range(SEQUENCES):
            world = World(seed)
            await world.run()
            seen.update(world.seen)

    asyncio.run(all_of_them())
    assert set(seen) == {Reason.BELOW_THRESHOLD, *PERSON_REASONS}
    assert min(seen.values()) >= SEQUENCES // 200
