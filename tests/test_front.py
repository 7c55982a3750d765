"""One front end's connection, over the real socket, with the ends behind it in memory."""

import asyncio
import gc
import json
import random

import msgspec
import pytest
from core_cases import (
    CANARY,
    MemoryJournal,
    ScriptedLane,
    WordTools,
    decision,
    finding,
    public,
    secured,
)

from companion import front, messages, network, pipeline, policy, sockets
from companion.chat import ChatError
from companion.floors import Floors
from companion.front import Front, Services
from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID
from companion.messages import Decided, Delta, Done, Held, ProtocolFault, State, Welcome
from companion.routing import JournalError, Router
from companion.values import HoldReason, Reason, Timings, Variant

LONG = "please tell me about the weather and the fields around the village in spring"
LINKS = messages.Links(worker="ready", tunnel="up", secured="ready")
PATIENCE = 20.0


class Daemon:
    """The parts behind a front, any of which a test may replace."""

    def __init__(self, path) -> None:
        self.path = path
        self.journal = MemoryJournal()
        self.secured = ScriptedLane(Variant.SECURED)
        self.public = ScriptedLane(Variant.PUBLIC)
        self.tools = WordTools({"Zebulon": "US_SSN"})
        self.policy = policy.default
        self.samples = []
        self.faults = []
        self.floors = Floors()
        self.fronts = []
        self.decide = self._decide

    async def _decide(self, asked, active):
        await asyncio.sleep(0)
        return pipeline.decide(asked, active, self.tools, lambda: 0.0)

    async def serve(self, connection) -> None:
        router = Router(
            journal=self.journal,
            secured=self.secured,
            public=self.public,
            report=self.samples.append,
        )
        services = Services(
            policy=lambda: self.policy(),  # noqa: PLW0108 - a test may replace it later
            decide=lambda asked, active: self.decide(asked, active),  # noqa: PLW0108
            router=router,
            floors=self.floors,
            links=lambda: LINKS,
        )
        here = Front(connection, services)
        self.fronts.append(here)
        await here.serve()

    async def connect(self, origin: str = CHROMIUM_ORIGIN) -> "Client":
        client = Client(await sockets.connect(self.path))
        if origin:
            client.tell({"type": "attach", "origin": origin, "browser_pid": 1})
        return client


class Client:
    def __init__(self, connection) -> None:
        self.connection = connection
        self._received = aiter(connection)
        self.raw: list[bytes] = []

    def tell(self, message) -> None:
        data = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.connection.send(data)

    def prompt(self, text: str, name: str = "prompt-01", **fields) -> None:
        whole = {"type": "prompt", "id": name, "site": "chat", "conversation": "c1", "text": text}
        self.tell(whole | fields)

    async def hear(self):
        async with asyncio.timeout(PATIENCE):
            self.raw.append(await anext(self._received))
        return msgspec.json.decode(self.raw[-1], type=messages.ToExtension)

    async def hear_until(self, *kinds) -> list:
        heard = [await self.hear()]
        while not isinstance(heard[-1], kinds):
            heard.append(await self.hear())
        return heard


@pytest.fixture
async def daemon(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "on_private_network", lambda _: False)
    here = Daemon(tmp_path / "run" / "daemon.sock")
    asyncio.get_running_loop().set_exception_handler(lambda _, context: here.faults.append(context))
    async with await sockets.serve(here.path, here.serve):
        yield here
    gc.collect()
    await asyncio.sleep(0)
    assert "never retrieved" not in str(here.faults)
    assert CANARY not in str(here.faults)


@pytest.fixture
async def client(daemon):
    async with (await daemon.connect()).connection as connection:
        client = Client(connection)
        yield client


async def until(condition) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.002)


async def test_a_harmless_prompt_is_released_with_its_reasons(client, daemon):  # F15, F16
    client.prompt("hello")
    told = await client.hear()
    assert isinstance(told, Decided)
    assert (told.action, told.variant, told.reasons) == ("release", "public", ("not_eligible",))
    assert not told.eligible
    assert len(told.tag) == 5
    await until(lambda: ("prompt-01", "released") in daemon.journal.rows)


async def test_a_sensitive_prompt_is_answered_by_the_secured_lane(client, daemon):  # F14, S16
    client.prompt(CANARY)
    told = await client.hear_until(Done, Held)
    assert [type(each) for each in told] == [Decided, Delta, Delta, Done]
    assert (told[0].action, told[0].variant, told[0].kinds) == ("answer", "secured", ("US_SSN",))
    assert [each.text for each in told[1:3]] == ["an ", "answer"]
    assert (told[-1].model, told[-1].path) == ("m", "tunnel")
    assert told[-1].environment == "the secured place"
    assert daemon.secured.read == [CANARY]
    assert daemon.public.read == []


async def test_no_message_to_the_extension_repeats_the_prompt(client):
    client.prompt(CANARY)
    await client.hear_until(Done)
    assert b"Zebulon" not in b"".join(client.raw)


async def test_once_secured_a_conversation_stays_so(client):
    client.prompt("hello")
    assert (await client.hear()).action == "release"
    client.prompt(CANARY, "prompt-02")
    await client.hear_until(Done)
    client.prompt("hello", "prompt-03")
    told = (await client.hear_until(Done))[0]
    assert (told.variant, told.reasons) == ("secured", ("conversation_floor",))
    client.prompt("hello", "prompt-04", conversation="c2")
    assert (await client.hear()).action == "release"
    client.prompt("hello", "prompt-05", site="other")
    assert (await client.hear()).action == "release"


async def test_a_conversation_whose_secured_turn_was_held_stays_secured_too(client, daemon):
    daemon.secured = ScriptedLane(Variant.SECURED, (), ChatError(HoldReason.TUNNEL_DOWN))
    await client.connection.close()
    other = await daemon.connect()
    other.prompt(CANARY)
    assert (await other.hear_until(Held))[-1].reason == "tunnel_down"
    other.prompt("hello", "prompt-02")
    assert (await other.hear()).variant == "secured"
    await other.connection.close()


async def test_a_private_network_asks_for_classification(client, monkeypatch):  # F07
    monkeypatch.setattr(network, "on_private_network", lambda _: True)
    client.prompt("hello")
    assert (await client.hear()).eligible


async def test_the_account_reaches_the_policy(client, daemon):  # F08
    daemon.policy = lambda: policy.parse("[eligibility.account]\nrequire = ['board']")
    client.prompt("hello", account="Board")
    assert (await client.hear()).eligible
    client.prompt("hello", "prompt-02")
    assert not (await client.hear()).eligible


async def test_an_unreadable_prompt_or_a_file_is_held_by_name(client):
    client.prompt("hello", readable=False)
    told = await client.hear_until(Held)
    assert (told[0].action, told[0].variant) == ("hold", "secured")
    assert (told[1].reason, told[1].retry) == ("unreadable", False)
    client.prompt("hello", "prompt-02", attachments=[{"media_type": "a/b", "size": 1}])
    assert (await client.hear_until(Held))[-1].reason == "attachment_unjudged"


async def test_a_retry_with_the_same_id_is_a_new_try(client, daemon):
    daemon.secured = ScriptedLane(Variant.SECURED, (), ChatError(HoldReason.BUSY))
    retrying = await daemon.connect()
    for _ in range(3):
        retrying.prompt(CANARY)
        assert (await retrying.hear_until(Held))[-1].retry
    assert len(daemon.secured.read) == 3
    await retrying.connection.close()


class Gate:
    """A decide that waits until it is let go."""

    def __init__(self, daemon) -> None:
        self.open = asyncio.Event()
        self.waiting = 0
        self._inner = daemon._decide
        daemon.decide = self

    async def __call__(self, asked, active):
        self.waiting += 1
        await self.open.wait()
        return await self._inner(asked, active)


async def test_an_id_that_is_in_flight_is_refused_and_its_first_prompt_goes_on(client, daemon):
    gate = Gate(daemon)
    client.prompt(CANARY)
    client.prompt("hello")
    fault = await client.hear()
    assert (type(fault), fault.id) == (ProtocolFault, "prompt-01")
    gate.open.set()
    told = await client.hear_until(Done)
    assert told[0].variant == "secured"
    assert daemon.journal.rows[0] == ("prompt-01", "secured")
    assert ("prompt-01", "released") not in daemon.journal.rows


async def test_too_many_prompts_at_once_are_held(client, daemon):
    gate = Gate(daemon)
    for number in range(front.MOST_PROMPTS + 1):
        client.prompt("hello", f"prompt-{number:03}")
    held = await client.hear()
    assert held == Held(id=f"prompt-{front.MOST_PROMPTS:03}", reason=HoldReason.BUSY, retry=True)
    gate.open.set()
    told = [await client.hear() for _ in range(front.MOST_PROMPTS)]
    assert {each.action for each in told} == {"release"}


async def test_a_cancelled_prompt_goes_nowhere(client, daemon):
    gate = Gate(daemon)
    client.prompt("hello")
    await until(lambda: gate.waiting)
    client.tell({"type": "cancel", "id": "prompt-01"})
    client.tell({"type": "cancel", "id": "unknown-1"})
    client.tell({"type": "status"})
    assert isinstance(await client.hear(), State)
    gate.open.set()
    client.tell({"type": "status"})
    assert isinstance(await client.hear(), State)
    assert daemon.journal.rows == []
    assert daemon.public.read == daemon.secured.read == []


async def test_a_connection_that_ends_takes_its_prompts_with_it(client, daemon):
    daemon.secured = ScriptedLane(Variant.SECURED, waits=True)
    leaving = await daemon.connect()
    leaving.prompt(CANARY)
    await leaving.hear_until(Delta)
    await leaving.connection.close()
    await until(lambda: daemon.secured.closed)
    await until(lambda: daemon.journal.rows[-1] == ("prompt-01", "cancelled"))


async def test_a_connection_that_ends_while_deciding_releases_nothing(daemon):
    gate = Gate(daemon)
    leaving = await daemon.connect()
    leaving.prompt("hello")
    await until(lambda: gate.waiting)
    await leaving.connection.close()
    gate.open.set()
    await until(lambda: not daemon.fronts[0]._prompts)
    assert daemon.journal.rows == []


async def test_two_connections_may_use_the_same_id(client, daemon):
    other = await daemon.connect(FIREFOX_EXTENSION_ID)
    client.prompt(CANARY)
    other.prompt("hello", conversation="c9")
    assert (await client.hear()).variant == "secured"
    assert (await other.hear()).variant == "public"
    await client.hear_until(Done)
    await other.connection.close()


def fault(error):
    async def decide(asked, active):
        raise error

    return decide


def answer(made):
    async def decide(asked, active):
        return made, Timings()

    return decide


def no_policy():
    raise RuntimeError(CANARY)


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


GARBAGE = {
    "no JSON": b'{"type":}',
    "no object": b"[]",
    "null": b"null",
    "no type": b"{}",
    "unknown type": b'{"type":"release","id":"prompt-01"}',
    "unknown field": b'{"type":"cancel","id":"prompt-01","force":true}',
    "text of a number": b'{"type":"prompt","id":"prompt-01","site":"s","conversation":"c",'
    b'"text":411111111111}',
    "NUL": b"\x00",
    "the daemon's own words": b'{"type":"decided","id":"prompt-01","action":"release"}',
}


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


async def test_nothing_is_done_before_attach(daemon):
    client = await daemon.connect(origin="")
    client.prompt("hello")
    assert isinstance(await client.hear(), ProtocolFault)
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"})
    assert isinstance(await client.hear(), ProtocolFault)
    assert daemon.journal.rows == []
    await client.connection.close()


@pytest.mark.parametrize(
    "origin", ["", "chrome-extension://abcdefghijklmnopabcdefghijklmnop/", CHROMIUM_ORIGIN + "x"]
)
async def test_a_stranger_is_not_accepted(daemon, origin):
    client = await daemon.connect(origin="")
    client.tell({"type": "attach", "origin": origin, "browser_pid": 1})
    assert isinstance(await client.hear(), ProtocolFault)
    client.prompt("hello")
    assert isinstance(await client.hear(), ProtocolFault)
    assert daemon.journal.rows == []
    await client.connection.close()


async def test_an_origin_cannot_be_changed(client):
    client.tell({"type": "attach", "origin": front.CLI_ORIGIN, "browser_pid": 1})
    assert isinstance(await client.hear(), ProtocolFault)
    client.tell({"type": "ask", "id": "ask-00001", "text": "hello"})
    assert isinstance(await client.hear(), ProtocolFault)


async def test_the_command_line_may_ask_and_never_release(daemon):
    client = await daemon.connect(front.CLI_ORIGIN)
    client.prompt("hello")
    assert isinstance(await client.hear(), ProtocolFault)
    client.tell({"type": "ask", "id": "ask-00001", "text": "hello"})
    told = await client.hear_until(Done, Held)
    assert [type(each) for each in told] == [Decided, Delta, Delta, Done]
    assert (told[0].action, told[0].variant) == ("answer", "public")
    assert daemon.public.read == ["hello"]
    await client.connection.close()


async def test_an_introduction_is_answered_with_the_policy_and_the_links(client):
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"})
    told = await client.hear()
    assert isinstance(told, Welcome)
    assert (told.v, told.links, told.policy_name) == (1, LINKS, "Careful default")
    assert (told.threshold, told.policy_error) == (0.6, "")


async def test_changed_links_are_told_to_browsers_alone(client, daemon):
    client.tell({"type": "status"})
    assert isinstance(await client.hear(), State)
    terminal = await daemon.connect(front.CLI_ORIGIN)
    terminal.tell({"type": "status"})
    assert isinstance(await terminal.hear(), State)
    for each in daemon.fronts:
        each.links_changed()
    assert isinstance(await client.hear(), State)
    terminal.tell({"type": "cancel", "id": "ask-00001"})
    terminal.tell({"type": "attach", "origin": front.CLI_ORIGIN, "browser_pid": 1})
    assert isinstance(await terminal.hear(), ProtocolFault)
    await terminal.connection.close()


async def test_the_end_of_a_released_request_is_reported_once(client, daemon):
    client.prompt("hello")
    await client.hear()
    sent = {"type": "sent", "id": "prompt-01", "status": 200, "first_byte_ms": 20, "hold_ms": 5}
    client.tell(sent)
    client.tell(sent)
    client.tell(sent | {"id": "never-released"})
    await until(lambda: daemon.samples)
    client.tell({"type": "status"})
    await client.hear()
    assert [row[1] for row in daemon.journal.rows].count("sent") == 1
    assert daemon.samples[0].spans["hold"] == 5


async def test_a_released_prompt_is_not_kept(client, daemon):
    client.prompt("hello there")
    await client.hear()
    (here,) = daemon.fronts
    assert [len(kept[0].prompt) for kept in here._released.values()] == [0]


async def test_released_prompts_that_never_end_are_forgotten_in_order(client, daemon, monkeypatch):
    monkeypatch.setattr(front, "MOST_RELEASED", 2)
    for number in range(4):
        client.prompt("hello", f"prompt-{number:03}")
        await client.hear()
    (here,) = daemon.fronts
    assert list(here._released) == ["prompt-002", "prompt-003"]


async def test_many_findings_are_cut_and_the_level_is_not(client, daemon):
    many = tuple(finding(start=n, end=n + 1) for n in range(front.MOST_FINDINGS + 5))
    daemon.decide = answer(secured(findings=many, id="prompt-01"))
    client.prompt("hello")
    told = await client.hear()
    assert len(told.findings) == front.MOST_FINDINGS
    assert told.level == 1.0


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
