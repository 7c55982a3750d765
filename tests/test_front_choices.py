"""Pauses, switches and what the person may do, by the wire."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import pytest
from core_cases import CANARY
from core_front import LONG, Gate, client, daemon, until

from companion import front, messages, policy
from companion.grants import Moment
from companion.messages import Decided, Done, Held, May, ProtocolFault, State, Welcome, Yours
from companion.routing import JournalError

STRICTEST = policy.strictest("broken")


async def greeted(client, **fields) -> Welcome:
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"} | fields)
    told = await client.hear()
    assert isinstance(told, Welcome)
    return told


async def pause(client, site: str = "chat", minutes: int = 5):
    client.tell({"type": "pause", "id": "act-00001", "site": site, "minutes": minutes})
    return await client.hear()


async def switch(client, *, on: bool, site: str = "chat"):
    client.tell({"type": "switch", "id": "act-00001", "site": site, "on": on})
    return await client.hear()


async def decided(client, text: str = CANARY, name: str = "prompt-09", **fields) -> Decided:
    client.prompt(text, name, **fields)
    told = await client.hear()
    if told.action in ("answer", "hold"):
        await client.hear_until(Done, Held)
    return told


def later(daemon, minutes: float) -> None:
    seconds = 60 * minutes
    daemon.now = Moment(daemon.now.wall + seconds, daemon.now.steady + seconds)


async def test_a_welcome_says_what_the_person_may_do_and_has_chosen(client, daemon):
    daemon.choices.pause("chat", 5, daemon.now)
    daemon.choices.kept = daemon.choices.kept.with_switch("other", on=False)
    yours = (await greeted(client)).yours
    assert yours.may == May(send_publicly=True, not_sensitive=True, pause_minutes=10, switch=True)
    until = int((daemon.now.wall + 300) * 1000)
    assert yours.paused == (messages.Paused(site="chat", until=until),)
    assert yours.off == ("other",)
    files = policy.default().policy.files
    assert yours.files.max_bytes == files.max_bytes
    assert (yours.files.unreadable, yours.files.paste, yours.files.drop) == (
        "hold",
        "free",
        "judge",
    )


async def test_under_a_policy_that_cannot_be_used_the_person_may_do_nothing(client, daemon):
    daemon.policy = lambda: STRICTEST
    assert (await greeted(client)).yours.may == May()
    for told in (await pause(client), await switch(client, on=False)):
        assert isinstance(told, ProtocolFault)
    assert daemon.journal.acts == []


async def test_a_paused_site_is_let_through_without_a_look_and_written_down(client, daemon):
    told = await pause(client)
    assert isinstance(told, Yours)
    assert [each.site for each in told.paused] == ["chat"]
    daemon.decide = None
    made = await decided(client)
    assert (made.action, made.reasons) == ("release", ("paused_by_person",))
    assert (made.findings, made.level, made.offers) == ((), 1.0, ())
    await until(lambda: daemon.journal.rows == [("prompt-09", "public"), ("prompt-09", "released")])
    assert daemon.tools.asked == []
    assert daemon.journal.acts[0].outcome == "5"


@pytest.mark.parametrize(
    ("stage", "action"),
    [("sent", "release"), ("typed", "pass"), ("draft", "release"), ("look", "pass")],
)
async def test_a_paused_site_is_let_through_at_every_stage(client, stage, action):
    await pause(client)
    assert (await decided(client, stage=stage)).action == action


@pytest.mark.parametrize(
    "fields", [{"readable": False}, {"attachments": [{"media_type": "a/b", "size": 1}]}]
)
async def test_a_paused_site_is_as_if_nobody_looked(client, fields):
    await pause(client)
    assert (await decided(client, **fields)).action == "release"


async def test_other_sites_and_the_command_line_are_not_paused(client, daemon):
    await pause(client)
    assert (await decided(client, site="other")).variant == "secured"
    await pause(client, "")
    assert (await decided(client, name="prompt-10", site="other")).variant == "public"
    terminal = await daemon.connect(front.CLI_ORIGIN)
    terminal.tell({"type": "ask", "id": "ask-00001", "text": CANARY})
    assert (await terminal.hear_until(Done))[0].variant == "secured"
    await terminal.connection.close()


async def test_a_pause_ends_by_itself_and_by_a_word(client, daemon):
    await pause(client)
    later(daemon, 5)
    assert (await decided(client)).variant == "secured"
    await pause(client)
    told = await pause(client, minutes=0)
    assert told.paused == ()
    assert (await decided(client, name="prompt-10")).variant == "secured"
    assert [act.event for act in daemon.journal.acts] == ["paused", "paused", "resumed"]


async def test_policy_caps_a_pause(client, daemon):
    told = await pause(client, minutes=60)
    assert told.paused[0].until == int((daemon.now.wall + 600) * 1000)
    assert daemon.journal.acts[0].outcome == "10"


async def test_policy_may_allow_no_pause_and_no_switch(client, daemon):
    daemon.policy = lambda: policy.parse("[person]\npause_minutes = 0\nswitch = false")
    for told in (await pause(client), await switch(client, on=False)):
        assert isinstance(told, ProtocolFault)
    assert (await decided(client)).variant == "secured"
    for told in (await pause(client, minutes=0), await switch(client, on=True)):
        assert isinstance(told, Yours)


async def test_what_cannot_be_written_down_pauses_nothing(client, daemon):
    daemon.journal.acted_fails = JournalError("full")
    assert isinstance(await pause(client), ProtocolFault)
    assert isinstance(await switch(client, on=False), ProtocolFault)
    assert (await decided(client)).variant == "secured"
    assert daemon.saved == []


async def test_what_protects_more_waits_for_no_audit(client, daemon):
    await pause(client)
    await switch(client, on=False, site="other")
    daemon.journal.acted_fails = JournalError("full")
    assert isinstance(await pause(client, minutes=0), ProtocolFault)
    assert (await client.hear()).paused == ()
    assert isinstance(await switch(client, on=True, site="other"), ProtocolFault)
    assert (await client.hear()).off == ()
    assert (await decided(client)).variant == "secured"
    assert (await decided(client, name="prompt-10", site="other")).variant == "secured"


async def test_a_site_that_is_switched_off_stays_so_and_is_kept(client, daemon):
    told = await switch(client, on=False)
    assert told.off == ("chat",)
    assert daemon.saved[-1].off == ("chat",)
    later(daemon, 10**5)
    assert (await decided(client)).reasons == ("paused_by_person",)
    told = await switch(client, on=True)
    assert told.off == daemon.saved[-1].off == ()
    assert (await decided(client, name="prompt-10")).variant == "secured"
    assert [act.outcome for act in daemon.journal.acts] == ["off", "on"]


async def test_a_policy_that_breaks_ends_it_all_for_good(client, daemon):
    await greeted(client)
    await pause(client)
    await switch(client, on=False, site="other")
    daemon.policy = lambda: STRICTEST
    assert (await decided(client)).reasons[0] == "policy_invalid"
    daemon.policy = policy.default
    assert (await decided(client, name="prompt-10")).variant == "secured"
    assert (await decided(client, name="prompt-11", site="other")).variant == "secured"
    await until(lambda: daemon.saved[-1].off == ())


async def test_a_pause_that_begins_while_a_prompt_is_judged_is_too_late_for_it(client, daemon):
    gate = Gate(daemon)
    client.prompt(CANARY)
    await until(lambda: gate.waiting)
    assert isinstance(await pause(client), Yours)
    gate.open.set()
    assert (await client.hear_until(Done))[0].variant == "secured"


async def test_what_changes_is_told_to_every_browser_that_was_welcomed(client, daemon):
    await greeted(client)
    other, stranger = await daemon.connect(), await daemon.connect()
    await greeted(other)
    stranger.tell({"type": "status"})
    assert isinstance(await stranger.hear(), State)
    await pause(client)
    assert (await other.hear()).paused[0].site == "chat"
    later(daemon, 6)
    daemon.yours_changed()
    daemon.yours_changed()
    for each in (client, other):
        assert (await each.hear()).paused == ()
    daemon.policy = lambda: STRICTEST
    daemon.yours_changed()
    assert (await other.hear()).may == May()
    for each in (client, other, stranger):
        each.tell({"type": "status"})
    assert isinstance(await client.hear(), Yours)
    for each in (client, other, stranger):
        assert isinstance(await each.hear(), State)
    await other.connection.close()
    await stranger.connection.close()


async def test_too_many_wishes_at_once_are_refused(client, daemon):
    for number in range(front.MOST_PROMPTS + 1):
        client.tell({"type": "pause", "id": f"act-{number:05}", "site": "s", "minutes": 1})
    told = [await client.hear() for _ in range(front.MOST_PROMPTS + 1)]
    refused = [each for each in told if isinstance(each, ProtocolFault)]
    assert [each.message for each in refused] == ["the companion is busy"]


async def test_newer_site_files_follow_the_welcome(client, daemon):
    asked = []
    files = messages.SiteFiles(bundle="{}", signature="AA==", key="AA==")
    daemon.site_files = lambda version: asked.append(version) or (files if version < 7 else None)
    await greeted(client, sites=3)
    assert await client.hear() == files
    other = await daemon.connect()
    await greeted(other, sites=7)
    for each in daemon.fronts:
        each.offer_site_files()
    assert await client.hear() == files
    other.tell({"type": "status"})
    assert isinstance(await other.hear(), State)
    assert asked == [3, 7, 3, 7]
    await other.connection.close()


@pytest.mark.parametrize("version", [-1, 1.5, "1", None, 2**60])
async def test_a_version_of_site_files_is_a_number(client, version):
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1", "sites": version})
    assert isinstance(await client.hear(), ProtocolFault)
