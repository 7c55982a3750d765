"""A front when something fails: whatever it is, the prompt ends held."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import asyncio
import random

import pytest
from core_cases import (
    CANARY,
    MemoryJournal,
    ScriptedLane,
    decision,
    public,
)
from core_front import (
    GARBAGE,
    Gate,
    answer,
    client,
    daemon,
    fault,
    no_policy,
    until,
)

from companion import front
from companion.identity import CHROMIUM_ORIGIN
from companion.messages import Decided, Done, Held, ProtocolFault
from companion.routing import JournalError
from companion.values import Reason, Variant

FAULTS = {
    "decide raises": ("decide", fault(RuntimeError(CANARY))),
    "decide raises an OS error": ("decide", fault(OSError(CANARY))),
    "decide times out": ("decide", fault(TimeoutError(CANARY))),
    "decide answers for another": ("decide", answer(public(id="prompt-99"))),
    "decide answers nonsense": ("decide", answer(None)),
    "the policy cannot be had": ("policy", no_policy),
    "the journal fails": ("journal", MemoryJournal(decided_fails=JournalError(CANARY))),
    "the journal breaks": ("journal", MemoryJournal(decided_fails=RuntimeError(CANARY))),
}


@pytest.mark.parametrize(("part", "broken"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("text", ["hello", CANARY])
@pytest.mark.parametrize("origin", [CHROMIUM_ORIGIN, front.CLI_ORIGIN])
async def test_a_fault_at_any_stage_ends_held(daemon, part, broken, text, origin):  # R4
    setattr(daemon, part, broken)
    client = await daemon.connect(origin)
    if origin == front.CLI_ORIGIN:
        client.tell({"type": "ask", "id": "prompt-01", "text": text})
    else:
        client.prompt(text)
    told = await client.hear_until(Held)
    assert told[-1].reason in ("internal", "audit_failed")
    assert "release" not in [each.action for each in told if isinstance(each, Decided)]
    assert daemon.public.read == daemon.secured.read == []
    assert b"Zebulon" not in b"".join(client.raw)
    await client.connection.close()


LANE_FAULTS = [RuntimeError(CANARY), ValueError(CANARY), OSError(CANARY), KeyError(CANARY)]


@pytest.mark.parametrize("error", LANE_FAULTS, ids=lambda error: type(error).__name__)
async def test_a_defect_of_the_secured_lane_ends_held(daemon, error):  # R4
    daemon.secured = ScriptedLane(Variant.SECURED, ["half "], error)
    client = await daemon.connect()
    client.prompt(CANARY)
    told = await client.hear_until(Held)
    assert told[-1].reason == "internal"
    assert daemon.public.read == []
    assert type(error).__name__ in str(daemon.faults)
    await client.connection.close()


async def test_a_release_whose_record_of_it_fails_stays_one_release(daemon):
    daemon.journal = MemoryJournal(ended_fails=RuntimeError("x"))
    client = await daemon.connect()
    client.prompt("hello")
    told = await client.hear()
    assert told.action == "release"
    assert ("prompt-01", "public") in daemon.journal.rows
    await client.connection.close()


@pytest.mark.parametrize("payload", GARBAGE.values(), ids=GARBAGE)
async def test_what_is_not_understood_is_refused_without_a_quote(client, daemon, payload):
    client.tell(payload)
    told = await client.hear()
    assert isinstance(told, ProtocolFault)
    assert told.message == "the message was not understood"
    assert b"4111" not in client.raw[-1]
    assert daemon.journal.rows == []
    client.prompt("hello")
    assert isinstance(await client.hear(), Decided)


@pytest.mark.parametrize("half", ["\\ud800", "\\uDC00", "\\udc4d\\ud83d", "\\\\\\uDBFF"])
async def test_half_a_surrogate_pair_is_one_unknown_character(client, daemon, half):
    text = half.encode() + rb" \ud83d\udc4d"
    payload = b'{"type":"prompt","id":"prompt-01","site":"s","conversation":"c","text":"%s"}'
    client.tell(payload % text)
    assert isinstance(await client.hear(), Decided)


async def test_a_refused_prompt_is_named_so_that_it_can_be_held(client):
    bad = {"type": "prompt", "id": "prompt-77", "site": "s", "text": CANARY, "floor": False}
    client.tell(bad)
    assert (await client.hear()).id == "prompt-77"
    client.tell(bad | {"id": CANARY})
    told = await client.hear()
    assert told.id == ""
    client.tell(bad | {"id": 7})
    assert (await client.hear()).id == ""


async def test_a_reader_that_does_not_read_is_dropped_without_a_trace(daemon):
    daemon.secured = ScriptedLane(Variant.SECURED, ["x" * 900_000] * 40)
    client = await daemon.connect()
    client.prompt(CANARY)
    await until(lambda: daemon.secured.read)
    client.connection._writer.transport.abort()
    await until(lambda: daemon.secured.closed)
    await until(lambda: not daemon.fronts[0]._prompts)


async def test_tasks_show_no_text(client, daemon):
    gate = Gate(daemon)
    client.prompt(CANARY)
    await until(lambda: gate.waiting)
    assert CANARY not in repr(asyncio.all_tasks())
    assert CANARY not in repr(vars(daemon.fronts[0]))
    gate.open.set()
    await client.hear_until(Done)


async def test_random_messages_never_release_what_was_not_judged_public(client, daemon):
    """A seeded script of valid, invalid and repeated messages."""
    chance = random.Random(7)
    daemon.decide = answer(decision(Variant.SECURED, Reason.THRESHOLD_REACHED, id="prompt-01"))
    for _ in range(300):
        kind = chance.choice(["prompt", "cancel", "sent", "status", "garbage", "attach"])
        name = f"prompt-{chance.randint(1, 3):02}"
        if kind == "prompt":
            client.prompt(CANARY, name)
        elif kind == "sent":
            end = {"type": "sent", "id": name, "status": 200, "first_byte_ms": 1, "hold_ms": 1}
            client.tell(end)
        elif kind == "garbage":
            client.tell(chance.choice(list(GARBAGE.values())))
        else:
            client.tell({"type": kind, "id": name} if kind == "cancel" else {"type": kind})
    client.prompt("last", "prompt-zz")
    heard = []
    while not heard or getattr(heard[-1], "id", "") != "prompt-zz":
        heard.append(await client.hear())
    assert "release" not in {each.action for each in heard if isinstance(each, Decided)}
    assert daemon.public.read == []
    assert "released" not in {row[1] for row in daemon.journal.rows}
