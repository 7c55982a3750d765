"""Where a person's word meets another chat, another moment or another policy."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import time

from core_cases import CANARY
from core_front import client, daemon
from test_front_person import (
    SECRET,
    decided,
    granted,
    not_sensitive,
    override,
    refused,
    secured,
    tools,
)

from companion import front, policy
from companion.messages import Done, ProtocolFault
from companion.values import HoldReason

STRICTEST = policy.strictest("broken")


async def test_an_id_that_was_decided_anew_and_is_public_cannot_be_overridden(client, daemon):
    await secured(client)
    assert (await decided(client, "hello", "prompt-01", conversation="c2")).action == "release"
    override(client)
    assert "no such prompt" in await refused(client, daemon)


async def test_nothing_is_offered_in_a_terminal_or_a_private_chat(client, daemon):
    terminal = await daemon.connect(front.CLI_ORIGIN)
    terminal.tell({"type": "ask", "id": "ask-00001", "text": SECRET})
    assert (await terminal.hear_until(Done))[0].offers == ()
    await terminal.connection.close()
    turns = [{"role": "user", "text": SECRET}]
    whole = {"type": "follow", "id": "prompt-01", "site": "chat", "conversation": "c1"}
    client.tell(whole | {"turns": turns})
    assert (await client.hear_until(Done))[0].offers == ()
    override(client)
    assert "no such prompt" in await refused(client, daemon)


async def test_what_is_not_sensitive_in_a_terminal_is_answered_publicly(client, daemon):
    await secured(client)
    not_sensitive(client)
    await granted(client)
    terminal = await daemon.connect(front.CLI_ORIGIN)
    terminal.tell({"type": "ask", "id": "ask-00001", "text": SECRET})
    told = await terminal.hear_until(Done)
    assert told[0].reasons == ("allowed_by_person",)
    assert daemon.public.read == [SECRET]
    await terminal.connection.close()


async def test_what_is_not_sensitive_takes_back_its_floor_in_every_chat(client):
    await secured(client, conversation="c1")
    await secured(client, name="prompt-02", conversation="c2")
    not_sensitive(client)
    await granted(client)
    for number, conversation in ((10, "c1"), (11, "c2")):  # the first uses the leave up
        told = await decided(client, name=f"prompt-{number}", conversation=conversation)
        assert told.reasons == ("allowed_by_person",)
    assert (await decided(client, "hello", "prompt-12", conversation="c2")).variant == "public"


async def test_what_is_let_through_takes_back_its_floor_in_the_chat_that_it_goes_to(client):
    await secured(client, conversation="c1")
    await secured(client, name="prompt-02", conversation="c2")
    override(client)
    await granted(client)
    told = await decided(client, conversation="c2")
    assert told.reasons == ("released_by_person",)
    assert (await decided(client, "hello", "prompt-10", conversation="c2")).variant == "public"


async def test_what_is_not_sensitive_tells_later_turns_nothing(client, daemon):
    await secured(client)
    not_sensitive(client)
    await granted(client)
    for name, conversation in (("prompt-10", "c8"), ("prompt-11", "c9")):
        assert (await decided(client, name=name, conversation=conversation)).action == "release"
    assert daemon.history.known("chat", "c9", now=time.monotonic()) == ()
    assert daemon.history.known("chat", "c1", now=time.monotonic()) != ()


async def test_leave_tells_later_turns_what_was_let_through(client, daemon):
    await secured(client)
    override(client)
    await granted(client)
    await decided(client, conversation="c9")
    assert daemon.history.known("chat", "c9", now=time.monotonic()) != ()


def broken_meanwhile(daemon) -> None:
    """Let the policy break while something is being written down."""
    acted = daemon.journal.acted

    async def slow(act):
        await acted(act)
        daemon.policy = lambda: STRICTEST

    daemon.journal.acted = slow


async def test_a_policy_that_breaks_meanwhile_ends_what_is_not_sensitive(client, daemon):
    await secured(client)
    broken_meanwhile(daemon)
    not_sensitive(client)
    assert "policy" in await refused(client, daemon)
    daemon.policy = policy.default
    assert (await decided(client)).variant == "secured"
    assert daemon.saved == []


async def test_a_policy_that_breaks_meanwhile_ends_a_pause_or_a_switch(client, daemon):
    broken_meanwhile(daemon)
    client.tell({"type": "pause", "id": "act-00001", "site": "chat", "minutes": 5})
    assert "policy" in await refused(client, daemon)
    daemon.policy = policy.default
    assert (await decided(client)).variant == "secured"
    client.tell({"type": "switch", "id": "act-00001", "site": "chat", "on": False})
    assert "policy" in await refused(client, daemon)
    daemon.policy = policy.default
    assert (await decided(client, name="prompt-10")).variant == "secured"


async def test_a_policy_that_breaks_for_a_moment_ends_leave_that_nobody_used(client, daemon):
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"})
    await client.hear()
    await secured(client)
    override(client)
    await granted(client)
    daemon.policy = lambda: STRICTEST
    daemon.yours_changed()
    assert not (await client.hear()).may.send_publicly
    daemon.policy = policy.default
    daemon.yours_changed()
    await client.hear()
    assert (await decided(client)).variant == "secured"


async def test_a_lost_detector_uses_no_leave_up(client, daemon):
    await secured(client)
    override(client)
    await granted(client)
    daemon.tools.judge, whole = None, daemon.tools.judge
    assert (await client_hears_a_defect(client)) == HoldReason.INTERNAL
    daemon.tools.judge = whole
    assert (await decided(client, name="prompt-10")).reasons == ("released_by_person",)


async def client_hears_a_defect(client) -> str:
    client.prompt(SECRET, "prompt-09")
    return (await client.hear()).reason
