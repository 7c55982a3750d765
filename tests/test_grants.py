"""Leave that a person gave: for one text, on one site, once at each stage, for two minutes."""

import pytest
from core_cases import request, secured

from companion.grants import GRANT_SECONDS, MOST_REMEMBERED, Lasting, Leaves, Moment
from companion.person import subject
from companion.values import Offer, SendStage

START = Moment(1_790_000_000.0, 500.0)
SENT = SendStage.SENT


def later(wall: float, steady: float | None = None) -> Moment:
    return Moment(START.wall + wall, START.steady + (wall if steady is None else steady))


def about(site: str = "chat", text: str = "t1"):
    return subject(request(site=site), secured(), text=text, mark="m")


def test_leave_is_for_one_text_on_one_site():
    leaves = Leaves()
    until = leaves.grant(about(), Offer.PUBLIC, START)
    assert until == int((START.wall + GRANT_SECONDS) * 1000)
    assert leaves.granted("chat", "t1", SENT, START) is Offer.PUBLIC
    assert leaves.granted("other", "t1", SENT, START) is None
    assert leaves.granted("chat", "t2", SENT, START) is None


def test_leave_is_used_once_at_each_stage():
    leaves = Leaves()
    leaves.grant(about(), Offer.PUBLIC, START)
    for stage in SendStage:
        assert leaves.granted("chat", "t1", stage, START)
        leaves.use("chat", "t1", stage)
        assert leaves.granted("chat", "t1", stage, START) is None
    leaves.use("chat", "unknown", SENT)


def test_new_leave_can_be_used_again_and_names_its_offer():
    leaves = Leaves()
    leaves.grant(about(), Offer.PUBLIC, START)
    leaves.use("chat", "t1", SENT)
    leaves.grant(about(), Offer.NOT_SENSITIVE, START)
    assert leaves.granted("chat", "t1", SENT, START) is Offer.NOT_SENSITIVE


@pytest.mark.parametrize(
    ("now", "holds"),
    [
        (later(GRANT_SECONDS - 1), True),
        (later(GRANT_SECONDS), False),
        (later(-3600, GRANT_SECONDS - 1), True),
        (later(-3600, GRANT_SECONDS), False),
        (later(GRANT_SECONDS, 1), False),
        (later(10**9), False),
    ],
    ids=["in time", "late", "set back", "set back and late", "asleep", "set forward"],
)
def test_leave_ends_by_the_first_clock_that_says_so(now, holds):
    leaves = Leaves()
    leaves.grant(about(), Offer.PUBLIC, START)
    assert bool(leaves.granted("chat", "t1", SENT, now)) is holds
    assert Lasting(START, GRANT_SECONDS).holds(now) is holds


def test_only_the_latest_prompts_and_grants_are_remembered():
    leaves = Leaves()
    for number in range(MOST_REMEMBERED + 1):
        each = about(text=f"t{number}")
        leaves.remember(f"prompt-{number}", each)
        leaves.grant(each, Offer.PUBLIC, START)
    assert leaves.subject("prompt-0") is None
    assert leaves.subject("prompt-1") is not None
    assert leaves.granted("chat", "t0", SENT, START) is None
    assert leaves.granted("chat", "t1", SENT, START)


def test_a_prompt_that_was_decided_anew_and_not_secured_is_forgotten():
    leaves = Leaves()
    leaves.remember("prompt-1", about())
    leaves.forget("prompt-1")
    leaves.forget("unknown")
    assert leaves.subject("prompt-1") is None


def test_leave_of_one_kind_can_be_taken_back():
    leaves = Leaves()
    leaves.grant(about(text="t1"), Offer.PUBLIC, START)
    leaves.grant(about(text="t2"), Offer.NOT_SENSITIVE, START)
    leaves.take_back(Offer.NOT_SENSITIVE)
    assert leaves.granted("chat", "t1", SENT, START) is Offer.PUBLIC
    assert leaves.granted("chat", "t2", SENT, START) is None


def test_all_leave_can_be_taken_back():
    leaves = Leaves()
    leaves.grant(about(), Offer.PUBLIC, START)
    leaves.end()
    assert leaves.granted("chat", "t1", SENT, START) is None
