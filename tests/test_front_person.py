"""What a person wants of the daemon, by the wire: grants, and where they end."""

# ruff: noqa: F401, F811 - fixtures are imported and then named as parameters

import msgspec
import pytest
from core_cases import CANARY
from core_front import LONG, Gate, client, daemon, until

from companion import front, policy
from companion.chain import Event
from companion.choices import Kept
from companion.grants import GRANT_SECONDS, Moment
from companion.messages import Decided, Done, Granted, Held, ProtocolFault, Remembered, Yours
from companion.routing import JournalError

SECRET = f"{LONG} Anna Schmidt"
"""Secured, and nothing grave in it."""


@pytest.fixture(autouse=True)
def tools(daemon):
    daemon.tools._kinds = {"Zebulon": "US_SSN", "Anna Schmidt": "PERSON"}
    daemon.tools._probability = lambda text: 0.9 if "Anna" in text or "Zebulon" in text else 0.0
    return daemon.tools


async def secured(client, text: str = SECRET, name: str = "prompt-01", **fields) -> Decided:
    client.prompt(text, name, **fields)
    told = await client.hear_until(Done, Held)
    assert told[0].variant == "secured"
    return told[0]


def override(client, prompt: str = "prompt-01", reason: str = "permitted", name="act-00001"):
    client.tell({"type": "override", "id": name, "prompt": prompt, "reason": reason})


def not_sensitive(client, *findings, prompt: str = "prompt-01"):
    named = [{"kind": kind, "text": text} for kind, text in findings]
    whole = {"type": "not_sensitive", "id": "act-00001", "prompt": prompt, "findings": named}
    client.tell(whole)


async def granted(client) -> Granted:
    told = await client.hear()
    assert isinstance(told, Granted), told
    return told


async def refused(client, daemon) -> str:
    told = await client.hear()
    assert isinstance(told, ProtocolFault), told
    assert told.id == "act-00001"
    return told.message


async def decided(client, text: str = SECRET, name: str = "prompt-09", **fields) -> Decided:
    client.prompt(text, name, **fields)
    told = await client.hear()
    if told.action in ("answer", "hold"):
        await client.hear_until(Done, Held)
    return told


async def test_a_secured_prompt_says_what_the_person_may_do(client):
    assert (await secured(client)).offers == ("public", "not_sensitive")
    assert (await secured(client, CANARY, "prompt-02")).offers == ()
    assert (await decided(client, LONG, conversation="c2")).offers == ()
    assert (await decided(client, "", "prompt-10", readable=False)).offers == ()


async def test_a_person_may_send_it_publicly_once_and_the_audit_says_so(client, daemon):
    await secured(client)
    override(client)
    told = await granted(client)
    assert (told.id, told.prompt) == ("act-00001", "prompt-01")
    assert told.until == int((daemon.now.wall + GRANT_SECONDS) * 1000)
    (act,) = daemon.journal.acts
    assert (act.event, act.request_id, act.outcome) == (
        Event.OVERRIDDEN,
        "prompt-01",
        "permitted",
    )
    assert "Anna" not in repr(act)
    once = await decided(client)
    assert (once.action, once.variant, once.reasons) == (
        "release",
        "public",
        ("released_by_person",),
    )
    again = await decided(client, name="prompt-10")
    assert (again.action, again.variant) == ("answer", "secured")


async def test_typed_and_sent_count_once_each(client):
    await secured(client, stage="typed")
    override(client)
    await granted(client)
    assert (await decided(client, stage="typed")).action == "pass"
    assert (await decided(client, name="prompt-10")).action == "release"
    for number, stage in enumerate(("typed", "sent"), 11):
        assert (await decided(client, name=f"prompt-{number}", stage=stage)).action == "answer"


@pytest.mark.parametrize(
    "change",
    [{"text": SECRET + "."}, {"site": "other"}],
    ids=["another text", "another site"],
)
async def test_leave_is_for_no_other_text_or_site(client, change):
    await secured(client)
    override(client)
    await granted(client)
    assert (await decided(client, **change)).variant == "secured"
    assert (await decided(client, name="prompt-10")).variant == "public"


async def test_leave_is_for_no_other_connection(client, daemon):
    await secured(client)
    other = await daemon.connect()
    override(other)
    assert "no such prompt" in await refused(other, daemon)
    override(client)
    await granted(client)
    assert (await decided(other)).variant == "secured"
    await other.connection.close()


@pytest.mark.parametrize(
    ("wall", "steady"),
    [(GRANT_SECONDS, GRANT_SECONDS), (-3600, GRANT_SECONDS), (GRANT_SECONDS, 0)],
    ids=["late", "set back", "asleep"],
)
async def test_leave_ends(client, daemon, wall, steady):
    await secured(client)
    override(client)
    await granted(client)
    daemon.now = Moment(daemon.now.wall + wall, daemon.now.steady + steady)
    assert (await decided(client)).variant == "secured"


@pytest.mark.parametrize("act", [override, not_sensitive])
async def test_what_cannot_be_written_down_is_not_granted(client, daemon, act):
    await secured(client)
    daemon.journal.acted_fails = JournalError("full")
    act(client)
    assert "recorded" in await refused(client, daemon)
    assert (await decided(client)).variant == "secured"
    assert daemon.saved == []


async def test_a_defect_grants_nothing_and_quotes_nothing(client, daemon):
    await secured(client)
    daemon.journal.acted_fails = RuntimeError(CANARY)
    override(client)
    assert "could not be done" in await refused(client, daemon)
    assert (await decided(client)).variant == "secured"
    assert daemon.faults


@pytest.mark.parametrize(
    ("rules", "offer"),
    [
        ('send_publicly = "never"', ("not_sensitive",)),
        ("not_sensitive = false", ("public",)),
        ('send_publicly = "never"\nnot_sensitive = false', ()),
    ],
)
async def test_policy_decides_what_is_offered_and_done(client, daemon, rules, offer):
    daemon.policy = lambda: policy.parse(f"[person]\n{rules}")
    assert (await secured(client)).offers == offer
    for act, needed in ((override, "public"), (not_sensitive, "not_sensitive")):
        act(client)
        if needed in offer:
            await granted(client)
        else:
            assert "policy" in await refused(client, daemon)


async def test_a_policy_that_changes_after_the_offer_decides(client, daemon):
    assert (await secured(client)).offers
    daemon.policy = lambda: policy.parse('[person]\nsend_publicly = "never"')
    override(client)
    assert "policy" in await refused(client, daemon)
    assert daemon.journal.acts == []


async def test_a_policy_that_changes_while_it_is_written_down_decides(client, daemon):
    await secured(client)
    acted = daemon.journal.acted

    async def slow(act):
        await acted(act)
        daemon.policy = lambda: policy.strictest("broken")

    daemon.journal.acted = slow
    override(client)
    assert "policy" in await refused(client, daemon)


async def test_a_policy_that_changes_after_the_leave_decides(client, daemon):
    await secured(client)
    override(client)
    await granted(client)
    daemon.policy = lambda: policy.strictest("broken")
    assert (await decided(client)).reasons == ("policy_invalid",)
    daemon.policy = policy.default
    told = await decided(client, name="prompt-10")
    assert told.variant == "secured", "what has ended does not come back"


async def test_only_what_policy_calls_always_lets_something_grave_out(client, daemon):
    await secured(client, CANARY)
    override(client)
    assert "policy" in await refused(client, daemon)
    daemon.policy = lambda: policy.parse('[person]\nsend_publicly = "always"')
    assert (await secured(client, CANARY, "prompt-02")).offers == ("public",)
    not_sensitive(client, prompt="prompt-02")
    assert "policy" in await refused(client, daemon)
    override(client, "prompt-02")
    await granted(client)
    told = await decided(client, CANARY)
    assert (told.reasons, told.kinds) == (("released_by_person",), ("US_SSN",))


async def test_a_public_or_unknown_prompt_cannot_be_overridden(client, daemon):
    assert (await decided(client, LONG, "prompt-01", conversation="c2")).action == "release"
    for name in ("prompt-01", "prompt-99"):
        override(client, name)
        assert "no such prompt" in await refused(client, daemon)


async def test_a_prompt_that_is_still_being_judged_cannot_be_overridden(client, daemon):
    gate = Gate(daemon)
    client.prompt(SECRET)
    await until(lambda: gate.waiting)
    override(client)
    assert "no such prompt" in await refused(client, daemon)
    gate.open.set()
    await client.hear_until(Done)


async def test_the_command_line_overrides_nothing(daemon):
    terminal = await daemon.connect(front.CLI_ORIGIN)
    override(terminal)
    assert isinstance(await terminal.hear(), ProtocolFault)
    terminal.tell({"type": "pause", "id": "act-00001", "site": "", "minutes": 5})
    assert isinstance(await terminal.hear(), ProtocolFault)
    assert daemon.journal.acts == []
    await terminal.connection.close()


async def test_a_prompt_that_is_not_let_through_keeps_its_floor(client):
    await secured(client)
    assert (await decided(client, "hello")).reasons == ("conversation_floor",)


async def test_what_is_let_through_takes_its_floor_with_it(client, daemon):
    await secured(client)
    override(client)
    await granted(client)
    assert (await decided(client, "hello")).variant == "public"
    assert (await decided(client, name="prompt-10")).reasons == ("released_by_person",)
    assert (await decided(client, "hello", "prompt-11")).variant == "public"


async def test_what_another_prompt_raised_stays(client):
    await secured(client)
    await secured(client, CANARY, "prompt-02")
    override(client)
    await granted(client)
    assert (await decided(client, "hello")).reasons == ("conversation_floor",)
    assert (await decided(client, name="prompt-10")).reasons == ("released_by_person",)


async def test_what_is_not_sensitive_goes_out_now_and_from_now_on(client, daemon):
    await secured(client)
    not_sensitive(client, ("PERSON", "Anna Schmidt"))
    await granted(client)
    (kept,) = daemon.saved
    assert (len(kept.prompts), len(kept.findings)) == (1, 1)
    assert b"Anna" not in msgspec.json.encode(kept)
    assert daemon.journal.acts[0].outcome == "not_sensitive"
    for number in range(10, 13):
        told = await decided(client, name=f"prompt-{number}")
        assert (told.action, told.reasons) == ("release", ("allowed_by_person",))
        assert told.findings == ()
    elsewhere = await decided(client, name="prompt-13", site="other")
    assert elsewhere.reasons == ("allowed_by_person",)


async def test_what_is_not_sensitive_is_so_after_a_restart(client, daemon):
    await secured(client)
    not_sensitive(client)
    await granted(client)
    later = await daemon.connect()
    daemon.choices.kept = Kept()
    assert (await decided(later, conversation="c5")).variant == "secured"
    daemon.choices.kept = daemon.saved[-1]
    assert (await decided(later, name="prompt-10", conversation="c6")).variant == "public"
    await later.connection.close()


async def test_a_floor_of_another_prompt_outweighs_what_is_not_sensitive(client):
    await secured(client)
    await secured(client, CANARY, "prompt-02")
    not_sensitive(client)
    await granted(client)
    assert (await decided(client)).reasons == ("allowed_by_person",), "it was said here and now"
    told = await decided(client, name="prompt-10")
    assert set(told.reasons) == {"conversation_floor", "threshold_reached"}


async def test_a_grave_kind_is_never_said_to_be_harmless(client, daemon):
    await secured(client)
    for kind in ("CREDIT_CARD", "PROJECT_NUMBER", "CUSTOM_TERM"):
        not_sensitive(client, ("PERSON", "Anna Schmidt"), (kind, "4111"))
        assert "grave" in await refused(client, daemon)
    assert (daemon.saved, daemon.journal.acts) == ([], [])


async def test_what_cannot_be_kept_is_not_granted(client, daemon):
    def full(_):
        raise OSError(28, "no space")

    await secured(client)
    daemon.save = full
    not_sensitive(client)
    assert "kept" in await refused(client, daemon)
    assert (await decided(client)).variant == "secured"
    assert daemon.choices.kept == Kept()


async def test_what_becomes_grave_is_secured_although_it_was_said_to_be_harmless(client, daemon):
    await secured(client)
    not_sensitive(client)
    await granted(client)
    daemon.tools._kinds = {"Anna Schmidt": "US_SSN"}
    told = await decided(client)
    assert (told.variant, told.reasons) == ("secured", ("threshold_reached",))


async def test_what_is_not_sensitive_is_forgotten_at_once_and_after_a_restart(client, daemon):
    await secured(client)
    not_sensitive(client, ("PERSON", "Anna Schmidt"))
    await granted(client)
    assert (await decided(client)).variant == "public"
    client.tell({"type": "forget", "id": "act-00002"})
    yours = await client.hear()
    assert isinstance(yours, Yours)
    assert yours.remembered == Remembered()
    assert (await decided(client, name="prompt-10")).reasons == ("threshold_reached",)
    assert (await decided(client, f"{SECRET}, again", "prompt-11")).variant == "secured"
    assert daemon.saved[-1] == Kept()
    act = daemon.journal.acts[-1]
    assert (act.event, act.request_id, act.outcome) == (Event.FORGOTTEN, "act-00002", "2")


async def test_every_browser_is_told_how_much_is_remembered(client, daemon):
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"})
    assert (await client.hear()).yours.remembered == Remembered()
    await secured(client)
    not_sensitive(client, ("PERSON", "Anna Schmidt"))
    await granted(client)
    assert (await client.hear()).remembered == Remembered(messages=1, findings=1)
    later = await daemon.connect()
    later.tell({"type": "hello", "v": 1, "agent": "b", "extension": "1"})
    assert (await later.hear()).yours.remembered == Remembered(messages=1, findings=1)
    await later.connection.close()


async def test_leave_of_what_is_forgotten_ends_and_other_leave_stays(client):
    await secured(client)
    not_sensitive(client)
    await granted(client)
    client.tell({"type": "forget", "id": "act-00002"})
    await client.hear()
    assert (await decided(client)).variant == "secured"
    override(client, "prompt-09")
    await granted(client)
    client.tell({"type": "forget", "id": "act-00003"})
    await client.hear()
    assert (await decided(client, name="prompt-10")).reasons == ("released_by_person",)


async def test_what_is_forgotten_is_so_although_it_cannot_be_written_down(client, daemon):
    client.tell({"type": "hello", "v": 1, "agent": "a", "extension": "1"})
    await client.hear()
    await secured(client)
    not_sensitive(client)
    await granted(client)
    assert (await client.hear()).remembered == Remembered(messages=1)
    daemon.journal.acted_fails = JournalError("full")
    client.tell({"type": "forget", "id": "act-00001"})
    assert "recorded" in await refused(client, daemon)
    assert (await client.hear()).remembered == Remembered()
    assert daemon.saved[-1] == Kept()
    assert (await decided(client)).variant == "secured"


async def test_the_command_line_forgets_nothing(daemon):
    terminal = await daemon.connect(front.CLI_ORIGIN)
    terminal.tell({"type": "forget", "id": "act-00001"})
    assert isinstance(await terminal.hear(), ProtocolFault)
    assert daemon.journal.acts == []
    await terminal.connection.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "override", "reason": "because"},
        {"type": "override", "reason": "permitted", "prompt": "short"},
        {"type": "not_sensitive", "findings": [{"kind": "person", "text": "x"}]},
        {"type": "not_sensitive", "findings": [{"kind": "PERSON", "text": ""}]},
        {"type": "not_sensitive", "findings": [{"kind": "PERSON", "text": "x"}] * 501},
        {"type": "pause", "site": "chat", "minutes": 61},
        {"type": "pause", "site": "chat", "minutes": -1},
        {"type": "switch", "site": "", "on": False},
        {"type": "switch", "site": "generic:", "on": False},
        {"type": "switch", "site": "generic:https://one.example/", "on": False},
        {"type": "pause", "site": "generic:*", "minutes": 5},
        {"type": "pause", "site": "\n", "minutes": 5},
        {"type": "forget", "site": "chat"},
        {"type": "switch", "site": "chat", "on": "no"},
    ],
    ids=lambda wrong: str(wrong)[9:60],
)
async def test_a_wish_that_is_not_understood_is_refused(client, daemon, wrong):
    client.tell({"id": "act-00001", "prompt": "prompt-01"} | wrong)
    told = await client.hear()
    assert (type(told), told.id) == (ProtocolFault, "act-00001")
    assert daemon.journal.acts == []
