"""The router: what goes where, and that no fault at any stage opens the public path."""

import asyncio
from contextlib import aclosing

import pytest
from core_cases import CANARY, MemoryJournal, ScriptedLane, decision, public, request, secured

from companion.chat import ChatError
from companion.routing import (
    Answering,
    Completed,
    Delta,
    Event,
    HeldBack,
    JournalError,
    Released,
    Router,
)
from companion.values import HoldReason, Reason, Sample, Timings, Variant

TIMINGS = Timings(tag=1.0, detection=2.0, classification=3.0, total=6.0)


class Setting:
    """A router with ends in memory."""

    def __init__(self, *, journal=None, secured_lane=None, public_lane=None, report=None) -> None:
        self.journal = journal or MemoryJournal()
        self.secured = secured_lane or ScriptedLane(Variant.SECURED)
        self.public = public_lane or ScriptedLane(Variant.PUBLIC)
        self.samples: list[Sample] = []
        self.router = Router(
            journal=self.journal,
            secured=self.secured,
            public=self.public,
            report=report or self.samples.append,
        )

    def events(self, decision, *, site_sends=True, asked=None):
        return self.router.route(
            asked or request("hello", site="chat"), decision, TIMINGS, site_sends=site_sends
        )

    async def route(self, decision, *, site_sends=True, asked=None) -> list[Event]:
        return [each async for each in self.events(decision, site_sends=site_sends, asked=asked)]


async def test_a_committed_public_decision_releases_the_sites_request_once():  # S13
    setting = Setting()
    assert await setting.route(public()) == [Released()]
    assert setting.journal.rows == [("request-1", "public"), ("request-1", "released")]
    assert setting.secured.read == setting.public.read == []


async def test_an_ineligible_prompt_takes_the_same_way_out():  # F11, F16
    setting = Setting()
    ineligible = decision(Variant.PUBLIC, Reason.NOT_ELIGIBLE)
    assert await setting.route(ineligible) == [Released()]


async def test_the_decision_is_committed_before_anything_happens():
    setting = Setting()
    async with aclosing(setting.events(public())) as events:
        assert await anext(events) == Released()
        assert setting.journal.rows == [("request-1", "public")]


async def test_a_public_prompt_of_the_terminal_is_answered_by_the_public_lane():  # F12, F15
    setting = Setting()
    events = await setting.route(public(), site_sends=False)
    assert [type(each) for each in events] == [Answering, Delta, Delta, Completed]
    assert (setting.public.read, setting.secured.read) == (["hello"], [])
    assert events[-1].end.path == "direct"


@pytest.mark.parametrize("site_sends", [True, False])
async def test_a_secured_prompt_is_answered_through_the_tunnel_alone(site_sends):  # S14, S16, S24
    setting = Setting()
    events = await setting.route(secured(), site_sends=site_sends)
    assert [each.text for each in events if isinstance(each, Delta)] == ["an ", "answer"]
    end = events[-1].end
    assert (end.event, end.variant, end.path, end.model) == ("answered", "secured", "tunnel", "m")
    assert (end.environment, end.label) == ("secured-environment", "the secured place")
    assert set(end.spans) == {
        "tag",
        "detection",
        "classification",
        "tunnel",
        "first_token",
        "total",
    }
    assert end.spans["total"] >= end.spans["first_token"] >= end.spans["tunnel"] >= 0
    assert (setting.secured.read, setting.public.read) == (["hello"], [])
    (sample,) = setting.samples
    assert (sample.variant, sample.outcome, sample.environment) == (
        "secured",
        "ok",
        "secured-environment",
    )


async def test_a_lane_is_asked_only_the_latest_turn():  # S14
    setting = Setting()
    await setting.route(secured(), asked=request("earlier\n\nnow \U0001f600", latest=9))
    await setting.route(secured(), asked=request("one turn", latest=0))
    await setting.route(secured(), asked=request("astray", latest=6))
    assert setting.secured.read == ["now \U0001f600", "one turn", "astray"]
    assert setting.public.read == []


@pytest.mark.parametrize("reason", list(HoldReason))
@pytest.mark.parametrize("pieces", [(), ("half ",)])
async def test_a_secured_lane_that_fails_holds_and_asks_nobody_else(reason, pieces):  # R4
    lane = ScriptedLane(Variant.SECURED, pieces, ChatError(reason))
    setting = Setting(secured_lane=lane)
    events = await setting.route(secured())
    assert events[-1].reason is reason
    assert Released() not in events
    assert setting.public.read == []
    assert setting.journal.rows[-1] == ("request-1", "interrupted")  # it had been accepted
    assert setting.journal.ends[-1].reason == reason
    assert setting.samples[-1].outcome == reason


async def test_a_lane_that_never_accepted_is_recorded_as_held():
    class Closed(ScriptedLane):
        async def stream(self, prompt, context=()):
            raise ChatError(HoldReason.TUNNEL_DOWN)
            yield

    setting = Setting(secured_lane=Closed(Variant.SECURED))
    assert await setting.route(secured()) == [
        Answering(),
        HeldBack(reason=HoldReason.TUNNEL_DOWN, retry=True),
    ]
    assert setting.journal.rows[-1] == ("request-1", "held")


async def test_a_public_lane_that_fails_holds_too():
    lane = ScriptedLane(Variant.PUBLIC, (), ChatError(HoldReason.PUBLIC_FAILED))
    setting = Setting(public_lane=lane)
    events = await setting.route(public(), site_sends=False)
    assert events[-1] == HeldBack(reason=HoldReason.PUBLIC_FAILED, retry=True)
    assert setting.secured.read == []


@pytest.mark.parametrize(
    ("reason", "held"),
    [
        (Reason.UNREADABLE, HoldReason.UNREADABLE),
        (Reason.ATTACHMENT_UNJUDGED, HoldReason.ATTACHMENT_UNJUDGED),
    ],
)
async def test_what_the_companion_does_not_have_whole_is_held_by_its_name(reason, held):
    setting = Setting()
    assert await setting.route(secured(reason)) == [HeldBack(reason=held, retry=False)]
    assert setting.secured.read == []
    assert setting.journal.rows == [("request-1", "secured"), ("request-1", "held")]


async def test_a_retry_is_offered_only_where_it_can_help():
    for reason in HoldReason:
        lane = ScriptedLane(Variant.SECURED, (), ChatError(reason))
        events = await Setting(secured_lane=lane).route(secured())
        final = {"too_long_for_model", "unreadable", "attachment_unjudged", "draft", "kept_out"}
        assert events[-1].retry is (reason not in final)


DECISIONS = {"public": public(), "secured": secured()}


@pytest.mark.parametrize("made", DECISIONS.values(), ids=DECISIONS)
@pytest.mark.parametrize("site_sends", [True, False])
async def test_without_a_committed_record_nothing_is_sent(made, site_sends):  # R4
    setting = Setting(journal=MemoryJournal(decided_fails=JournalError("full")))
    events = await setting.route(made, site_sends=site_sends)
    assert events == [HeldBack(reason=HoldReason.AUDIT_FAILED, retry=True)]
    assert setting.public.read == setting.secured.read == []


@pytest.mark.parametrize("error", [RuntimeError(), OSError(), asyncio.CancelledError(), KeyError()])
@pytest.mark.parametrize("made", DECISIONS.values(), ids=DECISIONS)
async def test_any_other_fault_of_the_journal_sends_nothing_either(made, error):  # R4
    setting = Setting(journal=MemoryJournal(decided_fails=error))
    for site_sends in (True, False):
        with pytest.raises(type(error)):
            await setting.route(made, site_sends=site_sends)
    assert setting.public.read == setting.secured.read == []


async def test_a_decision_about_another_request_is_not_carried_out():
    setting = Setting()
    events = await setting.route(public(), asked=request("another", id="request-2"))
    assert events == [HeldBack(reason=HoldReason.INTERNAL, retry=True)]
    assert setting.journal.rows == []


@pytest.mark.parametrize("error", [ValueError(CANARY), RuntimeError(), KeyError(), OSError()])
async def test_a_defect_of_the_secured_lane_reaches_no_other_lane(error):  # R4
    setting = Setting(secured_lane=ScriptedLane(Variant.SECURED, (), error))
    seen = []

    async def listen() -> None:
        async for event in setting.events(secured()):
            seen.append(event)  # noqa: PERF401 - what came before the fault counts

    with pytest.raises(type(error)):
        await listen()
    assert Released() not in seen
    assert setting.public.read == []
    assert setting.secured.closed == 1


@pytest.mark.parametrize("after", range(4))
async def test_who_stops_listening_ends_the_request_and_the_audit_says_so(after):  # R4
    setting = Setting(secured_lane=ScriptedLane(Variant.SECURED, waits=True))
    async with aclosing(setting.events(secured())) as events:
        for _ in range(min(after, 3)):
            await anext(events)
    assert setting.secured.closed == (1 if after > 1 else 0)
    expected = [] if after == 0 else [("request-1", "secured")]
    if after > 0:
        expected.append(("request-1", "cancelled"))
    # Stopped at `Answering`, before the lane was opened, nobody had been asked.
    if after == 1:
        expected.pop()
    assert setting.journal.rows == expected
    assert setting.public.read == []


async def test_a_cancelled_answer_is_recorded_as_cancelled():
    setting = Setting(secured_lane=ScriptedLane(Variant.SECURED, waits=True))
    seen = []

    async def listen() -> None:
        async for event in setting.events(secured()):
            seen.append(event)  # noqa: PERF401

    task = asyncio.create_task(listen())
    while len(seen) < 3:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert setting.journal.rows[-1] == ("request-1", "cancelled")
    assert setting.secured.closed == 1


async def test_a_cancellation_at_every_step_releases_nothing_that_is_secured():  # R4
    for steps in range(30):
        setting = Setting()
        seen = []

        async def listen(setting=setting, seen=seen) -> None:
            async for event in setting.events(secured()):
                seen.append(event)

        task = asyncio.create_task(listen())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert Released() not in seen
        assert setting.public.read == []
        if setting.secured.read:
            assert setting.journal.rows[0] == ("request-1", "secured")


async def test_the_end_of_the_sites_own_request_is_recorded_and_reported():
    setting = Setting()
    asked = request("", site="chat")
    await setting.router.sent(asked, public(), TIMINGS, status=200, hold=10.0, first=30.0)
    (end,) = setting.journal.ends
    assert (end.event, end.environment, end.path) == ("sent", "chat", "site")
    (sample,) = setting.samples
    assert sample.spans["total"] == 40.0
    assert sample.variant is Variant.PUBLIC


async def test_the_host_of_a_listed_page_is_in_the_audit_and_in_no_report():
    setting = Setting()
    asked = request("", site="generic:https://chat.internal.example:8443")
    await setting.route(public(), asked=asked)
    await setting.router.sent(asked, public(), TIMINGS, status=200, hold=10.0, first=30.0)
    assert {end.environment for end in setting.journal.ends} == {asked.site}
    assert [sample.environment for sample in setting.samples] == ["generic"]
    assert "internal" not in repr(setting.samples)


async def test_no_event_end_or_sample_shows_text():
    setting = Setting(secured_lane=ScriptedLane(Variant.SECURED, [CANARY]))
    events = await setting.route(secured(), asked=request(CANARY))
    assert CANARY not in repr(events)
    assert CANARY not in repr((setting.journal.ends, setting.samples, setting.journal.rows))
