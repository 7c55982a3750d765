"""Private chats and the turns before a prompt: who reads them, and who never does."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import json

import pytest
from core_cases import CANARY, ScriptedLane
from core_front import LONG, client, daemon, until

from companion import chat, front, policy
from companion.chat import ChatError
from companion.messages import Decided, Delta, Done, Held, ProtocolFault
from companion.values import HoldReason, PromptText, Role, Turn, Variant

CHAT = [
    {"role": "user", "text": "who was it?"},
    {"role": "assistant", "text": "an invented patient"},
    {"role": "user", "text": "hello"},
]


def follow(client, turns=CHAT, name="follow-01", **fields) -> None:
    whole = {"type": "follow", "id": name, "site": "chat", "conversation": "c1", "turns": turns}
    client.tell(whole | fields)


def turns(context) -> list[tuple[str, str]]:
    return [(each.role.value, each.text.reveal()) for each in context]


async def test_a_question_in_a_private_chat_is_answered_privately_whatever_it_holds(client, daemon):
    follow(client)
    told = await client.hear_until(Done, Held)
    assert [type(each) for each in told] == [Decided, Delta, Delta, Done]
    assert (told[0].action, told[0].variant) == ("answer", "secured")
    assert (told[0].reasons, told[0].offers) == (("private_chat",), ())
    assert daemon.secured.read == ["hello"]
    assert turns(daemon.secured.context[0]) == [
        ("user", "who was it?"),
        ("assistant", "an invented patient"),
    ]
    assert daemon.tools.asked == []
    assert daemon.journal.rows == [("follow-01", "secured"), ("follow-01", "answered")]


async def test_no_policy_and_no_pause_makes_a_private_chat_public(client, daemon):
    daemon.choices.pause("", 5, daemon.now)
    rules = (
        policy.default(),
        policy.parse("threshold = 1.0"),
        policy.parse("[eligibility.network]\nverdict = 'exempts'"),
        policy.strictest("broken"),
    )
    for number, active in enumerate(rules):
        daemon.policy = lambda active=active: active
        follow(client, name=f"follow-{number:02}")
        assert (await client.hear_until(Done, Held))[0].reasons == ("private_chat",)
    assert daemon.public.read == []


async def test_a_private_chat_raises_the_floor_of_its_conversation(client):
    follow(client)
    await client.hear_until(Done)
    client.prompt("hello", "prompt-02")
    assert (await client.hear_until(Done))[0].reasons == ("conversation_floor",)


async def test_a_dead_tunnel_holds_a_private_chat(client, daemon):
    daemon.secured = ScriptedLane(Variant.SECURED, (), ChatError(HoldReason.TUNNEL_DOWN))
    other = await daemon.connect()
    follow(other)
    told = await other.hear_until(Held)
    assert (told[-1].reason, told[-1].retry) == ("tunnel_down", True)
    assert daemon.public.read == []
    await other.connection.close()


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [{"role": "assistant", "text": "hello"}],
        [{"role": "user", "text": " \n"}],
        [{"role": "system", "text": "hello"}],
        [{"role": "user", "text": "hello", "name": "x"}],
        [{"role": "user"}],
        [{"role": "user", "text": "x"}] * 1_001,
    ],
    ids=["none", "not the person", "blank", "another role", "more", "less", "too many"],
)
async def test_a_chat_in_which_the_person_asks_nothing_is_refused(client, daemon, wrong):
    follow(client, wrong)
    told = await client.hear()
    assert (type(told), told.id) == (ProtocolFault, "follow-01")
    assert daemon.journal.rows == []


async def test_the_command_line_has_no_private_chat(daemon):
    terminal = await daemon.connect(front.CLI_ORIGIN)
    follow(terminal)
    assert isinstance(await terminal.hear(), ProtocolFault)
    await terminal.connection.close()


async def test_the_secured_model_reads_the_secured_turns_before_a_prompt(client, daemon):
    client.prompt(CANARY, context=CHAT[:2])
    await client.hear_until(Done)
    assert turns(daemon.secured.context[0])[0] == ("user", "who was it?")
    assert daemon.tools.asked == [CANARY]


async def test_earlier_turns_never_change_a_decision(client, daemon):
    client.prompt(LONG, context=[{"role": "user", "text": CANARY}])
    told = await client.hear()
    assert (told.action, told.findings) == ("release", ())
    assert daemon.tools.asked == [LONG]
    await until(lambda: daemon.fronts[0]._released)
    (kept, *_) = daemon.fronts[0]._released["prompt-01"]
    assert kept.context == ()


def context(*texts: str) -> tuple[Turn, ...]:
    return tuple(Turn(role=Role.USER, text=PromptText(text)) for text in texts)


def test_a_variant_is_given_the_latest_turns_whole():
    many = context(*(str(number) for number in range(chat.MOST_TURNS + 5)))
    assert chat.recent(many) == many[5:]
    half = "x" * (chat.MOST_CONTEXT // 2)
    assert chat.recent(context("first", half, half)) == context(half, half)
    assert chat.recent(context("first", half + "x", half)) == context(half)
    assert chat.recent(context("x" * (chat.MOST_CONTEXT + 1))) == ()
    assert chat.recent(()) == ()


def test_the_turns_stand_before_the_prompt_in_the_order_in_which_they_were():
    asked = (
        Turn(role=Role.USER, text=PromptText("one")),
        Turn(role=Role.ASSISTANT, text=PromptText("two")),
    )
    body = json.loads(chat._body(PromptText("three"), asked, "m"))
    assert body["messages"] == [
        {"role": "user", "content": "one"},
        {"role": "assistant", "content": "two"},
        {"role": "user", "content": "three"},
    ]


def test_a_turn_hides_its_text():
    assert CANARY not in repr(context(CANARY))
