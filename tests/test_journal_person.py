"""What a person did, in the real audit: committed first, without content, and read again."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import random

import pytest
from core_cases import CANARY, decision, public, request, secured
from test_journal import journal, rows

from companion.acts import Act
from companion.chain import Event
from companion.floors import MOST_MARKS, Floors
from companion.journal import AuditJournal
from companion.routing import JournalError
from companion.values import Reason, SendStage, Timings, Variant


def chat(text: str, **fields):
    return request(text, **{"site": "chat", "conversation": "c1"} | fields)


def by_person(reason: Reason = Reason.RELEASED_BY_PERSON):
    return decision(Variant.PUBLIC, reason, level=0.9)


def overridden(mark: str, **fields) -> Act:
    whole = {
        "event": Event.OVERRIDDEN,
        "request_id": "request-1",
        "site": "chat",
        "conversation": "c1",
        "digest": mark,
        "outcome": "permitted",
    }
    return Act(**whole | fields)


async def floors(path) -> Floors:
    """Return the floors as the next daemon would have them."""
    after = await AuditJournal.open(path / "audit.sqlite")
    made = await after.floors()
    await after.close()
    return made


async def test_what_a_person_did_is_on_disk_when_the_call_returns(journal, tmp_path):
    mark = journal.mark(chat(CANARY).whole)
    await journal.decided(chat(CANARY), secured(), Timings())
    await journal.acted(overridden(mark))
    await journal.acted(Act(event=Event.PAUSED, request_id="wish-0001", outcome="5"))
    await journal.acted(
        Act(event=Event.SWITCHED, request_id="wish-0002", site="chat", outcome="off")
    )
    first, second, third, fourth = rows(tmp_path)
    assert second["event"] == "overridden"
    assert [second[name] for name in ("request", "site", "conversation", "digest")] == [
        first[name] for name in ("request", "site", "conversation", "digest")
    ]
    assert second["outcome"] == "permitted"
    assert (third["event"], third["outcome"], "site" in third) == ("paused", "5", False)
    assert (fourth["event"], fourth["site"], fourth["outcome"]) == ("switched", "chat", "off")
    assert b"Zebulon" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


async def test_an_act_that_cannot_be_written_is_an_error(journal):
    await journal.close()
    with pytest.raises(JournalError):
        await journal.acted(Act(event=Event.RESUMED, request_id="wish-0001"))


async def test_the_stage_of_a_prompt_is_recorded_unless_it_was_being_sent(journal, tmp_path):
    for stage in SendStage:
        if stage is not SendStage.AHEAD:  # which is never recorded
            await journal.decided(chat("x", stage=stage), secured(), Timings())
    assert [row.get("stage") for row in rows(tmp_path)] == [None, "typed", "draft", "look"]


async def test_what_entered_no_chat_raises_no_floor_after_a_restart_either(journal, tmp_path):
    for stage in (SendStage.DRAFT, SendStage.LOOK):
        await journal.decided(chat("x", stage=stage), secured(), Timings())
    await journal.close()
    assert not (await floors(tmp_path)).holds("chat", "c1")


async def test_what_was_let_through_raises_no_floor_after_a_restart_either(journal, tmp_path):
    await journal.decided(chat("x"), secured(), Timings())
    await journal.acted(overridden(journal.mark(chat("x").whole)))
    await journal.close()
    assert not (await floors(tmp_path)).holds("chat", "c1")


@pytest.mark.parametrize("reason", [Reason.RELEASED_BY_PERSON, Reason.ALLOWED_BY_PERSON])
async def test_what_went_out_by_a_persons_word_takes_its_floor_with_it(journal, tmp_path, reason):
    await journal.decided(chat("x"), secured(), Timings())
    await journal.decided(chat("y"), by_person(reason), Timings())
    await journal.decided(chat("x"), by_person(Reason.PAUSED_BY_PERSON), Timings())
    await journal.close()
    assert (await floors(tmp_path)).holds("chat", "c1")
    again = await AuditJournal.open(tmp_path / "audit.sqlite")
    await again.decided(chat("x"), by_person(reason), Timings())
    await again.close()
    assert not (await floors(tmp_path)).holds("chat", "c1")


async def test_another_prompt_or_conversation_keeps_its_floor(journal, tmp_path):
    mark = journal.mark(chat("x").whole)
    for text, conversation in (("x", "c1"), ("y", "c1"), ("x", "c2")):
        await journal.decided(chat(text, conversation=conversation), secured(), Timings())
    await journal.acted(overridden(mark))
    await journal.close()
    after = await floors(tmp_path)
    assert after.holds("chat", "c1")
    assert after.holds("chat", "c2")


async def test_a_prompt_that_is_secured_again_raises_its_floor_again(journal, tmp_path):
    await journal.acted(overridden(journal.mark(chat("x").whole)))
    await journal.decided(chat("x"), secured(), Timings())
    await journal.close()
    assert (await floors(tmp_path)).holds("chat", "c1")


@pytest.mark.parametrize("seed", range(6))
async def test_a_restart_makes_the_floors_that_were(journal, tmp_path, seed):
    """Random histories, each followed by live floors as the daemon follows them."""
    chance, live = random.Random(seed), await journal.floors()
    texts = [f"text {number}" for number in range(chance.choice((3, MOST_MARKS + 6)))]
    for _ in range(300):
        asked = chat(chance.choice(texts), conversation=chance.choice(("c1", "c2", "")))
        mark = journal.mark(asked.whole)
        where = (asked.site, asked.conversation, mark)
        choice = chance.random()
        if choice < 0.4:
            await journal.decided(asked, secured(), Timings())
            live.raise_for(*where)
        elif choice < 0.5:
            await journal.decided(asked, public(), Timings())
        elif choice < 0.7:
            await journal.decided(asked, by_person(), Timings())
            live.take_back(*where)
        else:
            await journal.acted(overridden(mark, conversation=asked.conversation))
            live.take_back(*where)
    await journal.close()
    after = await floors(tmp_path)
    for name in ("c1", "c2", ""):
        assert after.holds("chat", name) == live.holds("chat", name)
