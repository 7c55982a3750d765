"""One front end's connection: prompts, floors, origins, reports."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import msgspec
import pytest
from core_cases import (
    CANARY,
    ScriptedLane,
    WordTools,
    finding,
    public,
    secured,
)
from core_front import (
    LINKS,
    LONG,
    Gate,
    answer,
    client,
    daemon,
    until,
)

from companion import codec, front, network, policy
from companion.chat import ChatError
from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID
from companion.messages import Decided, Delta, Done, Held, ProtocolFault, State, Welcome
from companion.values import CategoryShare, Finding, Grade, HoldReason, Known, Variant


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


async def test_earlier_turns_are_judged_and_only_the_latest_is_asked(client, daemon):  # S14
    text = f"{CANARY}\n\nand now?"
    client.prompt(text, latest=len(CANARY) + 2)
    told = await client.hear_until(Done, Held)
    assert (told[0].variant, told[0].kinds) == ("secured", ("US_SSN",))
    assert told[0].findings[0].start == 0
    assert daemon.tools.asked == [text]
    assert daemon.secured.read == ["and now?"]


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
    assert (told.threshold, told.policy_error) == (0.5, "")


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
    many = tuple(finding(start=n, end=n + 1) for n in range(codec.MOST_FINDINGS + 5))
    daemon.decide = answer(secured(findings=many, id="prompt-01"))
    client.prompt("hello")
    told = await client.hear()
    assert len(told.findings) == codec.MOST_FINDINGS
    assert told.level == 1.0


async def test_a_turn_is_judged_with_what_earlier_turns_have_told(daemon, client):
    asked = []

    async def decide(request, active):
        asked.append(request.known)
        return await daemon._decide(request, active)

    daemon.decide = decide
    daemon.tools = WordTools({"Berger": "PERSON"})
    daemon.policy = lambda: policy.parse("[weights]\nPERSON = 0.45")
    client.prompt(f"my colleague Anna Berger and I wonder: {LONG}", "prompt-01")
    await client.hear_until(Decided)
    client.prompt(f"how does she get there? {LONG}", "prompt-02")
    await client.hear_until(Decided)
    client.prompt(f"how does she get there? {LONG}", "prompt-03", conversation="c2")
    await client.hear_until(Decided)
    assert asked == [(), (Known(kind="PERSON", score=1.0),), ()]


async def test_a_decision_tells_its_grade_and_categories_and_no_text(daemon, client):
    made = public(id="prompt-01")
    shares = (CategoryShare(category="health", share=0.4),)
    level = msgspec.structs.replace(made.sensitivity, grade=Grade.QUASI, categories=shares)
    daemon.decide = answer(msgspec.structs.replace(made, sensitivity=level))
    client.prompt(LONG)
    decided = await client.hear()
    assert (decided.grade, decided.categories) == (Grade.QUASI, shares)
    assert (decided.grave, decided.words) == ((), {})


async def test_a_decision_tells_what_is_grave_and_policys_own_words(daemon, client):
    made = public(id="prompt-01")
    found = tuple(
        Finding(kind=kind, start=0, end=3, score=1.0, detector="patterns")
        for kind in ("STAFF_ID", "PASSWORD", "LOCATION")
    )
    level = msgspec.structs.replace(
        made.sensitivity, grade=Grade.GRAVE, kinds=("PASSWORD", "STAFF_ID")
    )
    daemon.decide = answer(msgspec.structs.replace(made, findings=found, sensitivity=level))
    daemon.policy = lambda: policy.parse(
        "[[detection.terms]]\nterms = ['S-77']\nkind = 'STAFF_ID'\nwords = 'a staff number'\n"
        "[[detection.terms]]\nterms = ['Teal']\nwords = 'a project'"
    )
    client.prompt(LONG)
    decided = await client.hear()
    assert decided.grave == ("PASSWORD", "STAFF_ID")
    assert decided.words == {"STAFF_ID": "a staff number"}
