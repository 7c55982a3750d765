"""What a person has chosen for every prompt: pauses, switches, and what is not sensitive."""

import pytest
from core_cases import WordTools, request

from companion import allowlist, pipeline, policy
from companion.choices import EVERY_SITE, MOST_KEPT, MOST_OFF, Choices, Kept, KeptFinding
from companion.detection_policy import AllowRule
from companion.grants import Moment
from companion.person_policy import NOTHING, PersonRules
from companion.personal import PersonalKeys
from companion.policy import Origin
from companion.values import Variant

RULES = PersonRules()
START = Moment(1_790_000_000.0, 500.0)
KEYS = PersonalKeys(bytes(32))
LONG = "please tell me about Anna Schmidt and the fields around the village in spring"


def later(minutes: float) -> Moment:
    return Moment(START.wall + 60 * minutes, START.steady + 60 * minutes)


def kept(*names: str, kind: str = "PERSON") -> Kept:
    return Kept().with_allowed(
        "t", [KeptFinding(kind=kind, digest=KEYS.of_finding(n)) for n in names]
    )


def test_a_pause_is_about_one_site_and_ends_by_itself():
    choices = Choices(Kept())
    choices.pause("chat", 5, START)
    assert choices.leaves_alone("chat", RULES, later(4.9))
    assert not choices.leaves_alone("other", RULES, START)
    assert choices.paused(RULES, later(1)) == {"chat": int((START.wall + 300) * 1000)}
    assert not choices.leaves_alone("chat", RULES, later(5))
    assert choices.paused(RULES, later(0)) == {}


def test_a_pause_of_every_site_is_about_each():
    choices = Choices(Kept())
    choices.pause(EVERY_SITE, 5, START)
    assert choices.leaves_alone("chat", RULES, START)
    assert choices.leaves_alone("other", RULES, START)


def test_policy_caps_a_pause_even_after_it_has_begun():
    choices = Choices(Kept())
    choices.pause("chat", 60, START)
    assert choices.leaves_alone("chat", RULES, later(9))
    assert not choices.leaves_alone("chat", PersonRules(pause_minutes=3), later(4))
    assert not choices.leaves_alone("chat", RULES, later(9)), "what has ended stays so"


@pytest.mark.parametrize("set_back", [1.0, 3600.0, 10.0**9])
def test_a_clock_that_is_set_back_prolongs_no_pause(set_back):
    choices = Choices(Kept())
    choices.pause("chat", 5, START)
    assert not choices.leaves_alone(
        "chat", RULES, Moment(START.wall - set_back, START.steady + 301)
    )


def test_whoever_resumes_a_site_is_protected_there():
    choices = Choices(Kept())
    for site in ("chat", "other", EVERY_SITE):
        choices.pause(site, 5, START)
    choices.resume("chat")
    assert not choices.leaves_alone("chat", RULES, START)
    assert choices.leaves_alone("other", RULES, START)
    choices.resume(EVERY_SITE)
    assert choices.paused(RULES, START) == {}
    choices.resume("never paused")


def test_a_site_that_is_switched_off_stays_so_where_policy_lets_it():
    choices = Choices(Kept().with_switch("chat", on=False))
    assert choices.leaves_alone("chat", RULES, later(10**6))
    assert choices.off(RULES) == ("chat",)
    strict = PersonRules(switch=False)
    assert not choices.leaves_alone("chat", strict, START)
    assert choices.off(strict) == ()
    choices.kept = choices.kept.with_switch("chat", on=True)
    assert choices.off(RULES) == ()


def test_a_choice_about_one_listed_page_is_about_no_other():
    one, other = "generic:https://one.example", "generic:https://one.example:8443"
    choices = Choices(Kept().with_switch(one, on=False))
    assert choices.leaves_alone(one, RULES, START)
    assert not choices.leaves_alone(other, RULES, START)
    assert not choices.leaves_alone("generic", RULES, START)
    choices.pause(other, 5, START)
    assert choices.leaves_alone(other, RULES, START)
    assert not choices.leaves_alone("generic:http://one.example", RULES, START)


def test_a_choice_that_was_kept_for_all_listed_pages_covers_each_until_one_ends_it():
    listed = ("generic:https://one.example", "generic:https://two.example")
    choices = Choices(Kept(off=("generic", "chat")))
    choices.pause("generic", 5, START)
    assert all(choices.leaves_alone(site, RULES, START) for site in listed)
    assert not choices.leaves_alone("other", RULES, START)
    choices.resume(listed[0])
    choices.kept = choices.kept.with_switch(listed[0], on=True)
    assert not any(choices.leaves_alone(site, RULES, START) for site in listed)
    assert choices.off(RULES) == ("chat",)


def test_what_is_not_sensitive_can_be_forgotten_and_switches_stay():
    before = kept("Anna Schmidt").with_switch("chat", on=False)
    after = before.without_allowed()
    assert (after.prompts, after.findings, after.off) == ((), (), ("chat",))
    choices = Choices(before)
    choices.kept = after
    assert not choices.allows("t")


def test_everything_for_sites_can_end_at_once():
    choices = Choices(kept("Anna Schmidt").with_switch("chat", on=False))
    choices.pause("other", 5, START)
    assert choices.end()
    assert not choices.leaves_alone("chat", RULES, START)
    assert not choices.leaves_alone("other", RULES, START)
    assert choices.allows("t")
    assert not choices.end()


def test_nothing_holds_where_policy_allows_nothing():
    choices = Choices(Kept().with_switch("chat", on=False))
    choices.pause("chat", 5, START)
    assert not choices.leaves_alone("chat", NOTHING, START)


def test_what_is_kept_is_bounded_and_the_oldest_goes_first():
    many = Kept()
    for number in range(MOST_KEPT + 1):
        many = many.with_allowed(f"{number:032x}", [])
    assert len(many.prompts) == MOST_KEPT
    assert f"{0:032x}" not in many.prompts
    again = many.with_allowed(f"{1:032x}", [])
    assert again.prompts[-1] == f"{1:032x}"
    assert len(again.prompts) == MOST_KEPT
    off = Kept()
    for number in range(MOST_OFF + 5):
        off = off.with_switch(f"site {number}", on=False)
    assert len(off.off) == MOST_OFF


def test_grave_kinds_are_never_kept_nor_turned_into_rules():
    assert kept("4111 1111 1111 1111", kind="CREDIT_CARD").findings == ()
    forged = Kept(findings=(KeptFinding(kind="CREDIT_CARD", digest="0" * 32),))
    assert forged.rules == ()


def test_rules_are_one_for_each_kind_in_a_fixed_order():
    both = kept("Anna Schmidt", "Ben Kovac").with_allowed(
        "u", [KeptFinding(kind="EMAIL_ADDRESS", digest="1" * 32)]
    )
    digests = tuple(KEYS.of_finding(name) for name in ("Anna Schmidt", "Ben Kovac"))
    assert both.rules == (
        AllowRule(digests=("1" * 32,), kinds=("EMAIL_ADDRESS",)),
        AllowRule(digests=digests, kinds=("PERSON",)),
    )


def test_the_policys_id_changes_with_what_is_not_sensitive_and_with_nothing_else():
    plain = policy.default()
    choices = Choices(Kept().with_switch("chat", on=False), key=KEYS.finding)
    assert choices.policy(plain) is plain
    choices.kept = kept("Anna Schmidt")
    merged = choices.policy(plain)
    assert merged.id != plain.id
    assert merged.origin is Origin.DEFAULT
    assert choices.policy(plain) is merged
    assert Choices(kept("Anna Schmidt"), key=KEYS.finding).policy(plain) == merged
    assert Choices(kept("Ben Kovac"), key=KEYS.finding).policy(plain).id != merged.id
    assert Choices(kept("Anna Schmidt"), key=b"k" * 32).policy(plain).id != merged.id


def test_where_policy_does_not_let_the_person_say_so_nothing_is_merged():
    choices = Choices(kept("Anna Schmidt"), key=KEYS.finding)
    for active in (policy.strictest("broken"), policy.parse("[person]\nnot_sensitive = false")):
        assert choices.policy(active) is active


def test_a_finding_that_is_not_sensitive_does_not_count_for_its_kind_alone():  # F09
    choices = Choices(kept("Anna Schmidt"), key=KEYS.finding)
    tools = WordTools({"Anna Schmidt": "PERSON"}, lambda _: 0.0)
    for kind, found in (("PERSON", 0), ("EMPLOYEE_NAME", 1), ("US_SSN", 1)):
        tools = WordTools({"Anna Schmidt": kind})
        made, _ = pipeline.decide(
            request(LONG), choices.policy(policy.default()), tools, lambda: 0.0
        )
        assert len(made.findings) == found
        assert (made.variant is Variant.PUBLIC) is (found == 0)


def test_policys_own_rules_go_on_beside_the_persons():
    text = '[[detection.allow]]\nterms = ["Ben Kovac"]\nkinds = ["PERSON"]\n'
    merged = Choices(kept("Anna Schmidt"), key=KEYS.finding).policy(policy.parse(text))
    allowed = allowlist.of(merged)
    assert allowed.allows("PERSON", "anna schmidt.")
    assert allowed.allows("PERSON", "Ben Kovac")
    assert not allowed.allows("PERSON", "Anna Kovac")
    assert not allowed.allows("EMAIL_ADDRESS", "Anna Schmidt")
