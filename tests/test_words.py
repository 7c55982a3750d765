"""Everything that people read about decisions, in words."""

import re
from pathlib import Path

import msgspec
import pytest

from companion import words
from companion.chain import Destination, Event, Keys, Row, Verification, decided, row_of
from companion.detectors.kinds import ALL, Category
from companion.values import (
    CategoryShare,
    Criterion,
    CriterionResult,
    CriterionVerdict,
    HoldReason,
    Offer,
    OverrideReason,
    Reason,
    SendStage,
    Timings,
    Variant,
)
from tests.test_chain import decision, request

AT = 1_790_000_000_123_456_789
CODE = re.compile(r"[a-z]_[a-z]|[A-Z]{3,}(?<!UTC)|None|\{|!")


def row(**fields) -> Row:
    return Row(**{"id": 1, "at": AT, "event": "decided", "request": "request-1"} | fields)


def test_every_code_has_words():
    assert set(words.REASONS) == set(Reason)
    assert set(words.HELD) == set(HoldReason)
    assert set(words.CRITERIA) == set(Criterion)
    assert set(words._SENTENCES) == {each.value for each in Event}
    assert set(words.PATHS) == {"site", "tunnel", "direct"}
    assert set(words.OVERRIDES) == {*OverrideReason, Offer.NOT_SENSITIVE}
    assert set(words._STAGES) == set(SendStage)


@pytest.mark.parametrize(
    "text",
    [
        *(words.reason(each) for each in Reason),
        *(words.held(each) for each in HoldReason),
        *words.CRITERIA.values(),
        *words.DAMAGE.values(),
    ],
)
def test_words_are_words_and_no_codes(text):
    assert not CODE.search(text)
    for word in ("violation", "incident", "blocked", "illegal"):
        assert word not in text


def test_unknown_codes_read_as_something_plain():
    assert words.kind("NO_SUCH_KIND") == "something sensitive"
    assert words.reason("no_such_reason") == "it could not be cleared for the public model"
    assert words.held("no_such_reason") == words.held("internal")
    assert words.explain(row(event="no_such_event")).endswith("has no words for.")


def test_a_decision_is_told_from_the_first_look_to_the_verdict():
    entry = decided(AT, request(), decision(), Timings(total=20.6))
    assert words.explain(row_of(entry, 1, Keys(bytes(32)))) == (
        "2026-09-21 14:13:20.123 UTC: A message of 24 characters for demo was judged in 21 ms. "
        "It had to be classified because of its length or size (24 characters). "
        "Found: a person's name (2 times) and a medical condition. "
        "Private level 0.86; from 0.60 on, messages are answered privately. "
        "So only the private model may read it, because it is private enough."
    )


def test_a_message_with_nothing_to_check_is_told_in_two_sentences_more():
    told = words.explain(
        row(eligible=False, variant=Variant.PUBLIC, reasons=(Reason.NOT_ELIGIBLE,), characters=5)
    )
    assert told.endswith(
        "A message of 5 characters was judged. It did not have to be classified. "
        "So the public model may read it, because there was nothing in it to check."
    )
    exempt = CriterionResult(
        criterion=Criterion.ACCOUNT,
        verdict=CriterionVerdict.EXEMPTS,
        detail="policy exempts this account",
    )
    assert "classified: the account (policy exempts this account)." in words.explain(
        row(eligible=False, tag=(exempt,))
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.599, "0.59"), (0.6, "0.60"), (0.604, "0.60"), (0.5949, "0.59"), (1, "1.00")],
)
def test_a_level_below_the_bar_never_reads_as_the_bar(value, shown):
    assert words.level(value, 0.6) == shown


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"event": "released", "destination": Destination(environment="demo", path="site")},
            "The page's own request was let go, once, to demo.",
        ),
        (
            {"event": "sent", "outcome": "200", "spans": {"first_token": 310.2}},
            "The page's own request ended with status 200. First words after 310 ms.",
        ),
        (
            {"event": "sent", "spans": {"first_token": 0.2, "total": 900}},
            "The page's own request ended. First words after 1 ms and all of it after 900 ms.",
        ),
        ({"event": "sent"}, "The page's own request ended."),
        (
            {
                "event": "answered",
                "variant": Variant.SECURED,
                "destination": Destination(
                    environment="demo-secured",
                    label="Clinic",
                    model="SmolLM2",
                    path="tunnel",
                ),
            },
            "Answered privately by SmolLM2 at Clinic, through the private connection.",
        ),
        (
            {"event": "answered", "variant": Variant.PUBLIC},
            "Answered publicly.",
        ),
        (
            {"event": "held", "outcome": "tunnel_down"},
            "Kept, and sent to nobody: the private connection is down.",
        ),
        (
            {"event": "held", "outcome": "secured_interrupted"},
            "The private answer broke off. Your message went to nobody else.",
        ),
        ({"event": "interrupted"}, "The answer broke off; nobody else was asked."),
        (
            {"event": "overridden", "outcome": "permitted"},
            "The person let it through to the public model and said that they are permitted to.",
        ),
        (
            {"event": "overridden", "outcome": "not_sensitive"},
            (
                "The person let it through to the public model and said that it is not sensitive, "
                "now and from now on."
            ),
        ),
        (
            {"event": "paused", "site": "chat", "outcome": "5"},
            "The person left chat alone for 5 minutes.",
        ),
        (
            {"event": "paused", "outcome": "1"},
            "The person left every site alone for 1 minute.",
        ),
        (
            {"event": "paused", "site": "generic:https://chat.example:8443", "outcome": "5"},
            "The person left https://chat.example:8443 alone for 5 minutes.",
        ),
        (
            {"event": "forgotten", "outcome": "12"},
            "The person had forgotten what they had said is not sensitive: 12 entries.",
        ),
        (
            {"event": "forgotten", "outcome": "1"},
            "The person had forgotten what they had said is not sensitive: 1 entry.",
        ),
        ({"event": "resumed"}, "The person had every site protected again."),
        (
            {"event": "switched", "site": "chat", "outcome": "off"},
            "The person switched the protection of chat off.",
        ),
        (
            {
                "site": "chat",
                "characters": 5,
                "stage": SendStage.LOOK,
                "variant": Variant.PUBLIC,
                "reasons": (Reason.PAUSED_BY_PERSON,),
                "level": 1.0,
                "eligible": True,
            },
            (
                "A paste or file of 5 characters for chat was not looked at. So the public "
                "model may read it, because you had paused or switched off the check for its site."
            ),
        ),
        (
            {
                "variant": Variant.SECURED,
                "reasons": (Reason.PRIVATE_CHAT,),
                "stage": SendStage.DRAFT,
            },
            (
                "A draft was not looked at. So only the private model may read it, "
                "because it belongs to a private chat."
            ),
        ),
        ({"event": "cancelled"}, "The person stopped it or left the page."),
        (
            {"event": "damaged", "outcome": "rows_missing"},
            "The audit was found damaged when it was opened: rows were missing at the end.",
        ),
    ],
)
def test_every_other_event_is_told(fields, told):
    assert words.explain(row(**fields)) == f"2026-09-21 14:13:20.123 UTC: {told}"


def test_a_row_without_most_of_its_values_is_still_told():
    assert words.explain(row()).endswith("A message was judged.")
    assert words.explain(row(eligible=True, level=0.2)).count(".") >= 3
    assert words.explain(row(at=10**30 // 10**9 * 10**9)).startswith("At an impossible time:")


def test_who_answered_and_why_is_said_at_the_end_of_an_answer():
    private = {
        "variant": Variant.SECURED,
        "model": "SmolLM2",
        "environment": "this computer",
        "level": 0.86,
        "threshold": 0.6,
    }
    assert words.answered(
        **private, kinds=("PERSON", "MEDICAL_CONDITION"), reasons=(Reason.THRESHOLD_REACHED,)
    ) == (
        "Answered privately by SmolLM2 at this computer, not used for training. "
        "It holds a person's name and a medical condition. "
        "Private level 0.86; from 0.60 on, messages are answered privately."
    )
    assert "It reads as private." in words.answered(
        **private, kinds=(), reasons=(Reason.THRESHOLD_REACHED,)
    )
    assert words.answered(**private, kinds=(), reasons=(Reason.CONVERSATION_FLOOR,)).endswith(
        "not used for training: its chat holds private text, so it stays private."
    )
    public = private | {"variant": Variant.PUBLIC, "model": "", "environment": ""}
    assert words.answered(**public, kinds=(), reasons=(Reason.BELOW_THRESHOLD,)) == (
        "Answered publicly: nothing private enough was found."
    )


def test_lists_are_read_like_sentences():
    assert [words.listing(list("abc"[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert words.kind(ALL[0].name) == ALL[0].words


def test_a_check_of_the_audit_is_told():
    sound = Verification(ok=True, rows=12)
    assert words.verification(sound) == (
        "The audit is sound: 12 rows, each as it was written, none missing."
    )
    assert "1 row," in words.verification(msgspec.structs.replace(sound, rows=1))
    bad = Verification(ok=False, rows=3, bad=4, problem="row 4 is missing")
    assert words.verification(bad) == "The audit is not as it was written: row 4 is missing."


def test_the_manual_names_every_event_and_field():
    manual = (Path(__file__).parent.parent / "docs/reference/audit.md").read_text()
    for event in Event:
        assert f"`{event.value}`" in manual
    for field in msgspec.structs.fields(Row):
        assert f"`{field.name}`" in manual
    for damage in words.DAMAGE:
        assert f"`{damage}`" in manual


def shares(**by_category):
    return tuple(CategoryShare(category=name, share=share) for name, share in by_category.items())


def test_an_answer_says_what_it_concerned_and_what_was_grave():  # F02
    told = words.answered(
        variant=Variant.SECURED,
        model="",
        environment="",
        level=1.0,
        threshold=0.6,
        kinds=("PASSWORD", "STAFF_ID"),
        reasons=(Reason.THRESHOLD_REACHED,),
        shares=shares(credentials=1.0, health=0.7, legal=0.3),
        grave=("PASSWORD",),
        own={"STAFF_ID": "a staff number"},
    )
    assert told.startswith("Answered privately, not used for training. It holds a password and a ")
    assert "It holds a password and a staff number." in told
    assert told.endswith("About: credentials and secrets, health. Grave: a password.")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, ""),
        ({"no_such_category": 1.0}, ""),
        ({"health": 0.4, "legal": 0.35}, "health"),
        ({"health": 0.9, "legal": 0.5, "code": 0.4}, "health, legal matters and contracts"),
    ],
)
def test_likely_categories_are_named_and_unknown_ones_are_not(given, named):
    assert words.categories(shares(**given)) == named


def test_at_most_three_categories_are_named():
    every = shares(health=0.9, legal=0.8, code=0.7, payment=0.6)
    assert words.categories(every).count(",") == 2
    assert "payment" not in words.categories(every)


def test_every_category_has_words():
    assert set(words._CATEGORIES) == {each.value for each in Category}
    assert not [each for each in words._CATEGORIES.values() if CODE.search(each)]


def test_what_reads_as_private_is_named_behind_what_was_found():
    kinds = ("SENSITIVE_WORDING", "MEDICATION", "PERSON")
    named = "a medication, a person's name and wording that reads as sensitive"
    assert words._named(kinds, {}) == named
