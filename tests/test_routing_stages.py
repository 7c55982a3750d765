"""The router at every stage: total, and never towards public without a public decision."""

import itertools

import pytest
from core_cases import MemoryJournal, ScriptedLane, decision, public, request, secured

from companion.routing import (
    Answering,
    Completed,
    Delta,
    HeldBack,
    JournalError,
    Passed,
    Released,
    Router,
)
from companion.values import (
    PERSON_REASONS,
    HoldReason,
    PromptText,
    Reason,
    Role,
    SendStage,
    Timings,
    Turn,
    Variant,
)

CONTEXT = (Turn(role=Role.USER, text=PromptText("an earlier secured turn")),)
PUBLIC = [public(), *(decision(Variant.PUBLIC, reason) for reason in sorted(PERSON_REASONS))]
SECURED = [secured(reason) for reason in sorted(Reason) if reason not in PERSON_REASONS]


class Setting:
    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.secured = ScriptedLane(Variant.SECURED)
        self.public = ScriptedLane(Variant.PUBLIC)
        self.samples = []
        self.router = Router(
            journal=self.journal,
            secured=self.secured,
            public=self.public,
            report=self.samples.append,
        )

    async def route(self, made, *, site_sends: bool = True, **fields) -> list:
        asked = request("hello", context=CONTEXT, **fields)
        route = self.router.route(asked, made, Timings(), site_sends=site_sends)
        return [type(event) if not isinstance(event, HeldBack) else event async for event in route]


@pytest.mark.parametrize("made", PUBLIC, ids=lambda made: made.reasons[0])
async def test_what_may_be_public_is_released_or_passes(made):
    for stage in SendStage:
        setting = Setting()
        events = await setting.route(made, stage=stage)
        assert events == [Released if stage.leaves else Passed]
        rows = [("request-1", "public"), ("request-1", "released")] if stage.leaves else []
        assert setting.journal.rows == rows
        assert setting.secured.read == setting.public.read == setting.samples == []


@pytest.mark.parametrize("made", SECURED, ids=lambda made: made.reasons[0])
async def test_what_is_secured_is_never_released_and_never_passes(made):
    for stage, site_sends in itertools.product(SendStage, (True, False)):
        setting = Setting()
        events = await setting.route(made, stage=stage, site_sends=site_sends)
        assert Released not in events
        assert Passed not in events
        assert setting.public.read == []
        if stage is SendStage.AHEAD:
            assert setting.journal.rows == []
        else:
            assert setting.journal.rows[0] == ("request-1", "secured")
        if not stage.is_turn:
            reason = HoldReason.KEPT_OUT if stage is SendStage.LOOK else HoldReason.DRAFT
            assert events == [HeldBack(reason=reason, retry=False)]
            assert setting.secured.read == setting.samples == []
        elif isinstance(events[0], HeldBack):
            assert events[0].reason in ("unreadable", "attachment_unjudged")
        else:
            assert events == [Answering, Delta, Delta, Completed]
            assert setting.secured.context == [CONTEXT]


async def test_secured_turns_never_reach_the_public_lane():
    setting = Setting()
    await setting.route(public(), site_sends=False)
    assert (setting.public.read, setting.public.context) == (["hello"], [()])


@pytest.mark.parametrize("made", PUBLIC, ids=lambda made: made.reasons[0])
@pytest.mark.parametrize("site_sends", [True, False])
async def test_a_private_chat_that_was_called_public_by_a_defect_is_held(made, site_sends):
    for stage in SendStage:
        setting = Setting()
        events = await setting.route(made, private=True, stage=stage, site_sends=site_sends)
        assert events == [HeldBack(reason=HoldReason.INTERNAL, retry=True)]
        assert setting.journal.rows == setting.public.read == []


async def test_another_prompts_decision_lets_nothing_pass():
    for stage in SendStage:
        events = await Setting().route(public(id="request-2"), stage=stage)
        assert events == [HeldBack(reason=HoldReason.INTERNAL, retry=True)]


async def test_without_a_record_only_what_does_not_leave_goes_on():
    for made, stage in itertools.product((*PUBLIC, secured()), SendStage):
        setting = Setting()
        setting.journal._decided_fails = JournalError("full")
        events = await setting.route(made, stage=stage)
        passes = made.variant is Variant.PUBLIC and not stage.leaves
        held = HeldBack(reason=HoldReason.AUDIT_FAILED, retry=True)
        if stage is SendStage.AHEAD:
            held = HeldBack(reason=HoldReason.DRAFT, retry=False)  # there was nothing to record
        assert events == [Passed if passes else held]
        assert setting.secured.read == setting.public.read == []


async def test_the_latency_of_what_nobody_waits_for_is_not_reported():
    setting = Setting()
    for stage in SendStage:
        asked = request("hello", stage=stage)
        await setting.router.sent(asked, public(), Timings(), status=200, hold=1.0, first=2.0)
    assert len(setting.samples) == 2
    assert [row for _, row in setting.journal.rows] == ["sent"] * len(SendStage)
