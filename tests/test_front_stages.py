"""Where a prompt is on its way out of the page: what each stage leads to, and leaves behind."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import pytest
from core_cases import CANARY
from core_front import LONG, client, daemon, until

from companion.messages import Decided, Delta, Done, Held, State
from companion.routing import JournalError


async def quiet(client) -> None:
    """Nothing else was said: the answer to a question is the next thing heard."""
    client.tell({"type": "status"})
    assert isinstance(await client.hear(), State)


@pytest.mark.parametrize("stage", ["typed", "look", "ahead"])
async def test_what_has_not_left_yet_passes_and_leaves_no_row(client, daemon, stage):
    for number, text in enumerate(("hello", LONG)):
        client.prompt(text, f"prompt-{number:02}", stage=stage)
        told = await client.hear()
        assert isinstance(told, Decided)
        assert (told.action, told.variant, told.offers) == ("pass", "public", ())
    await quiet(client)
    assert daemon.journal.rows == []
    assert daemon.samples == []
    assert daemon.public.read == daemon.secured.read == []
    assert daemon.fronts[0]._released == {}


@pytest.mark.parametrize("stage", ["sent", "draft"])
async def test_what_leaves_is_released_once_it_is_written_down(client, daemon, stage):
    client.prompt("hello", stage=stage)
    assert (await client.hear()).action == "release"
    await until(lambda: ("prompt-01", "released") in daemon.journal.rows)
    assert daemon.journal.rows[0] == ("prompt-01", "public")


@pytest.mark.parametrize("stage", ["sent", "typed"])
async def test_what_a_person_sends_is_answered_privately(client, daemon, stage):
    client.prompt(CANARY, stage=stage)
    told = await client.hear_until(Done, Held)
    assert [type(each) for each in told] == [Decided, Delta, Delta, Done]
    assert told[0].action == "answer"
    assert daemon.secured.read == [CANARY]


@pytest.mark.parametrize(("stage", "reason"), [("draft", "draft"), ("look", "kept_out")])
async def test_what_nobody_sent_is_held_and_never_answered(client, daemon, stage, reason):
    client.prompt(CANARY, stage=stage)
    told = await client.hear_until(Done, Held)
    assert [type(each) for each in told] == [Decided, Held]
    assert (told[0].action, told[0].variant) == ("hold", "secured")
    assert (told[1].reason, told[1].retry) == (reason, False)
    await until(lambda: ("prompt-01", "held") in daemon.journal.rows)
    assert daemon.secured.read == daemon.public.read == []


async def test_what_is_judged_ahead_leaves_no_trace_whatever_it_holds(client, daemon):
    client.prompt(CANARY, stage="ahead")
    told = await client.hear_until(Held)
    assert [type(each) for each in told] == [Decided, Held]
    assert (told[0].action, told[0].offers) == ("hold", ())
    await quiet(client)
    assert daemon.journal.rows == []
    assert daemon.samples == []
    assert daemon.secured.read == daemon.public.read == []
    client.prompt("hello", "prompt-02")
    assert (await client.hear()).action == "release"  # no floor was raised
    assert len(daemon.history) == 0


@pytest.mark.parametrize("stage", ["draft", "look"])
async def test_what_is_not_readable_is_held_as_what_it_is(client, stage):
    client.prompt("", readable=False, stage=stage)
    told = await client.hear_until(Held)
    assert told[-1].reason == {"draft": "draft", "look": "kept_out"}[stage]


@pytest.mark.parametrize("stage", ["draft", "look"])
async def test_what_entered_no_chat_raises_no_floor_and_tells_nothing(client, daemon, stage):
    client.prompt(CANARY, stage=stage)
    await client.hear_until(Held)
    client.prompt("hello", "prompt-02")
    assert (await client.hear()).action == "release"
    assert len(daemon.history) == 0


async def test_what_was_typed_and_secured_raises_the_floor(client):
    client.prompt(CANARY, stage="typed")
    await client.hear_until(Done)
    for number, stage in enumerate(("typed", "sent"), 2):
        client.prompt("hello", f"prompt-{number:02}", stage=stage)
        told = (await client.hear_until(Done))[0]
        assert told.reasons == ("conversation_floor",)
    client.prompt("hello", "prompt-04", stage="draft")
    assert (await client.hear_until(Held))[0].reasons == ("conversation_floor",)


async def test_what_was_typed_and_passed_is_judged_alike_when_it_leaves(client, daemon):
    daemon.tools._kinds = {"Anna": "PERSON"}
    client.prompt(f"{LONG} Anna", stage="typed")
    typed = await client.hear()
    assert len(daemon.history) == 0
    client.prompt(f"{LONG} Anna", "prompt-02")
    sent = await client.hear()
    assert (typed.level, typed.findings) == (sent.level, sent.findings)


@pytest.mark.parametrize("stage", ["draft", "look", "sent", "typed"])
async def test_what_cannot_be_written_down_is_held(client, daemon, stage):
    daemon.journal._decided_fails = JournalError("full")
    client.prompt(CANARY, stage=stage)
    told = await client.hear_until(Held)
    assert told[-1].reason == "audit_failed"
    assert daemon.secured.read == []


async def test_a_draft_that_cannot_be_written_down_is_not_released(client, daemon):
    daemon.journal._decided_fails = JournalError("full")
    client.prompt("hello", stage="draft")
    told = await client.hear_until(Held)
    assert (told[0].action, told[1].reason) == ("hold", "audit_failed")


async def test_a_stage_that_does_not_exist_is_refused(client, daemon):
    client.prompt("hello", stage="soon")
    told = await client.hear()
    assert (type(told).__name__, told.id) == ("ProtocolFault", "prompt-01")
    assert daemon.journal.rows == []
