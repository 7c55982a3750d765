"""What a person may decide: what is offered, and what wins over what."""

import random

import msgspec
import pytest
from core_cases import active, decision, finding, public, request, secured

from companion import person, policy
from companion.attachments import Attachment, File
from companion.detectors import kinds
from companion.person import is_grave_kind, offers, settle, subject
from companion.person_policy import NOTHING, PersonRules, SendPublicly
from companion.values import (
    PERSON_REASONS,
    Grade,
    Offer,
    PromptText,
    Reason,
    Variant,
)

RULES = PersonRules()
ALWAYS = PersonRules(send_publicly=SendPublicly.ALWAYS)
NEVER = PersonRules(send_publicly=SendPublicly.NEVER)
NAME = finding("PERSON", 0, 4, 0.9)
SSN = finding("US_SSN", 0, 4, 0.2)
UNJUDGED = sorted(
    {
        Reason.UNREADABLE,
        Reason.ATTACHMENT_UNJUDGED,
        Reason.DETECTOR_TIMEOUT,
        Reason.DETECTOR_LOST,
        Reason.DETECTOR_FAILED,
        Reason.POLICY_INVALID,
        Reason.PRIVATE_CHAT,
    }
)
BOTH = (Offer.PUBLIC, Offer.NOT_SENSITIVE)


def about(made, asked=None):
    return subject(asked or request(), made, text="t", mark="m")


def graded(made, grade: Grade):
    level = msgspec.structs.replace(made.sensitivity, grade=grade)
    return msgspec.structs.replace(made, sensitivity=level)


def test_a_judged_prompt_without_anything_grave_is_offered_both():
    assert offers(about(secured(findings=(NAME,))), RULES) == BOTH


@pytest.mark.parametrize("reason", UNJUDGED)
def test_what_was_not_judged_is_offered_nothing_whatever_policy_says(reason):
    for made in (secured(reason), secured(Reason.THRESHOLD_REACHED, reason)):
        assert offers(about(made), ALWAYS) == ()


@pytest.mark.parametrize("made", [secured(findings=(SSN,)), graded(secured(), Grade.GRAVE)])
def test_what_is_grave_is_offered_to_the_public_only_where_policy_says_always(made):
    assert offers(about(made), RULES) == ()
    assert offers(about(made), ALWAYS) == (Offer.PUBLIC,)


def test_what_is_too_long_to_be_judged_may_hold_anything():
    made = secured(Reason.TOO_LONG)
    assert offers(about(made), RULES) == ()
    assert offers(about(made), ALWAYS) == (Offer.PUBLIC,)


def test_policy_takes_each_offer_away():
    made = about(secured(findings=(NAME,)))
    assert offers(made, NEVER) == (Offer.NOT_SENSITIVE,)
    assert offers(made, PersonRules(not_sensitive=False)) == (Offer.PUBLIC,)
    assert offers(made, NOTHING) == ()


def test_a_prompt_that_only_its_chat_secured_is_not_called_sensitive():
    assert offers(about(secured(Reason.CONVERSATION_FLOOR)), RULES) == (Offer.PUBLIC,)


def test_files_that_the_digest_does_not_cover_are_offered_nothing():
    file = Attachment(media_type="text/plain", size=1)
    asked = request(attachments=(file,))
    assert offers(about(secured(), asked), ALWAYS) == ()
    read = File(name=PromptText(""), text=PromptText("x"), mark="0" * 64)
    assert offers(about(secured(), msgspec.structs.replace(asked, files=(read,))), RULES) == BOTH


def test_a_person_cannot_say_that_a_grave_kind_or_a_term_of_policy_is_not_sensitive():
    grave = {kind.name for kind in kinds.ALL if kind.grave}
    assert grave
    for name in (*grave, kinds.CUSTOM_TERM, "PROJECT_NUMBER", ""):
        assert is_grave_kind(name)
    for name in ("PERSON", "EMAIL_ADDRESS", "MEDICAL_CONDITION"):
        assert not is_grave_kind(name)


def settled(made, rules=RULES, *, granted=None, allowed=False, asked=None):
    return settle(made, about(made, asked), rules, granted=granted, allowed=allowed)


def test_without_a_word_of_the_person_a_decision_stays_as_it_is():
    for made in (secured(findings=(NAME,)), public()):
        assert settled(made) is made


def test_a_grant_makes_a_secured_prompt_public_and_says_that_it_was_the_person():
    made = settled(secured(findings=(NAME,)), granted=Offer.PUBLIC)
    assert (made.variant, made.reasons) == (Variant.PUBLIC, (Reason.RELEASED_BY_PERSON,))
    assert made.sensitivity.reached
    assert made.findings == (NAME,)


def test_a_grant_outweighs_the_floor_and_an_allowance_does_not():
    made = secured(Reason.CONVERSATION_FLOOR, Reason.THRESHOLD_REACHED)
    assert settled(made, granted=Offer.PUBLIC).reasons == (Reason.RELEASED_BY_PERSON,)
    assert settled(made, granted=Offer.NOT_SENSITIVE).reasons == (Reason.ALLOWED_BY_PERSON,)
    assert settled(made, allowed=True) is made


def test_an_allowance_answers_the_level_and_the_language():
    for reasons in (
        (Reason.THRESHOLD_REACHED,),
        (Reason.LANGUAGE_NOT_COVERED,),
        (Reason.LANGUAGE_NOT_COVERED, Reason.THRESHOLD_REACHED),
    ):
        made = settled(secured(*reasons), allowed=True)
        assert made.reasons == (Reason.ALLOWED_BY_PERSON,)


def test_what_a_prompt_turns_out_to_hold_ends_a_grant_that_was_given_before():
    made = secured(findings=(SSN,))
    assert settled(made, granted=Offer.PUBLIC) is made
    assert settled(made, granted=Offer.NOT_SENSITIVE, allowed=True) is made
    assert settled(made, ALWAYS, granted=Offer.NOT_SENSITIVE, allowed=True) is made


def test_what_policy_no_longer_allows_ends_a_grant_that_was_given_before():
    made = secured(findings=(NAME,))
    assert settled(made, NEVER, granted=Offer.PUBLIC) is made
    assert settled(made, NOTHING, granted=Offer.NOT_SENSITIVE, allowed=True) is made


@pytest.mark.parametrize("reason", UNJUDGED)
def test_no_word_of_the_person_outweighs_what_was_not_judged(reason):
    made = secured(reason)
    for granted in (None, *Offer):
        assert settled(made, ALWAYS, granted=granted, allowed=True) is made


def test_a_site_that_is_left_alone_is_public_without_a_look():
    made = person.left_alone(request(readable=False), active())
    assert (made.variant, made.reasons) == (Variant.PUBLIC, (Reason.PAUSED_BY_PERSON,))
    assert made.tag.eligible
    assert {each.detail for each in made.tag.criteria} == {"the site is left alone"}
    assert (made.sensitivity.level, made.findings, made.model_id) == (1.0, (), "none")


def test_a_private_chat_is_secured_whatever_policy_says():
    for rules in (active(), active("threshold = 1.0"), policy.strictest("broken")):
        made = person.private_chat(request("hello", private=True), rules)
        assert (made.variant, made.reasons) == (Variant.SECURED, (Reason.PRIVATE_CHAT,))
        assert made.policy_id == rules.id


PUBLIC_REASONS = {Reason.NOT_ELIGIBLE, Reason.BELOW_THRESHOLD, *PERSON_REASONS}
KINDS = ("PERSON", "EMAIL_ADDRESS", "US_SSN", "SECRET", "CUSTOM_TERM", "PROJECT_NUMBER")


def any_decision(chance: random.Random):
    if chance.random() < 0.2:
        return public()
    possible = sorted(set(Reason) - PUBLIC_REASONS)
    reasons = dict.fromkeys(chance.choices(possible, k=chance.randint(1, 3)))
    found = tuple(finding(kind) for kind in chance.sample(KINDS, chance.randint(0, 2)))
    made = decision(Variant.SECURED, *reasons, findings=found)
    return graded(made, chance.choice(list(Grade)))


def test_ten_thousand_random_cases_are_public_for_a_public_reason_alone():
    chance = random.Random(20)
    released = 0
    for _ in range(10_000):
        made = any_decision(chance)
        rules = PersonRules(
            send_publicly=chance.choice(list(SendPublicly)),
            not_sensitive=chance.random() < 0.5,
        )
        granted = chance.choice((None, *Offer))
        allowed = chance.random() < 0.5
        now = settled(made, rules, granted=granted, allowed=allowed)
        if now is made:
            continue
        released += 1
        (reason,) = now.reasons
        assert now.variant is Variant.PUBLIC
        assert not set(made.reasons) & set(UNJUDGED)
        if reason is Reason.ALLOWED_BY_PERSON:
            assert not person.is_grave(made)
            assert rules.not_sensitive
        else:
            assert reason is Reason.RELEASED_BY_PERSON
            assert granted is Offer.PUBLIC
            assert rules.send_publicly is not SendPublicly.NEVER
            grave = person.is_grave(made) or Reason.TOO_LONG in made.reasons
            assert not grave or rules.send_publicly is SendPublicly.ALWAYS
    assert released > 200
