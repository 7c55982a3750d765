"""The variant selection agent: obstacles, the threshold, and who determines the level."""

import pytest
from core_cases import active, request

from companion import policy, selection
from companion.values import Attachment, PromptText, Reason, Sensitivity, Variant

FILE = Attachment(media_type="text/plain", size=3)


def level(value: float) -> Sensitivity:
    return Sensitivity(level=value, threshold=0.6)


def never() -> Sensitivity:
    raise AssertionError("the level was there already")


@pytest.mark.parametrize(
    ("value", "variant", "reason"),
    [
        (0.0, Variant.PUBLIC, Reason.BELOW_THRESHOLD),
        (0.599999, Variant.PUBLIC, Reason.BELOW_THRESHOLD),
        (0.6, Variant.SECURED, Reason.THRESHOLD_REACHED),
        (0.600001, Variant.SECURED, Reason.THRESHOLD_REACHED),
        (1.0, Variant.SECURED, Reason.THRESHOLD_REACHED),
    ],
)
def test_a_level_below_the_threshold_is_public_and_any_other_secured(value, variant, reason):  # S09
    for found in (
        selection.select(level(value), never, ()),  # S11
        selection.select(None, lambda: level(value), ()),  # S10
    ):
        assert found == (level(value), variant, (reason,))


@pytest.mark.parametrize("reason", list(Reason))
def test_any_obstacle_is_secured_whatever_the_level(reason):
    for value, more in ((0.0, ()), (1.0, (Reason.THRESHOLD_REACHED,))):
        assert selection.select(level(value), never, (reason,))[1:] == (
            Variant.SECURED,
            (reason, *more),
        )


def test_an_ordinary_request_meets_no_obstacle():
    assert selection.obstacles(request("hello"), active()) == ()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"readable": False}, Reason.UNREADABLE),
        ({"attachments": (FILE,)}, Reason.ATTACHMENT_UNJUDGED),
        ({"floor": True}, Reason.CONVERSATION_FLOOR),
    ],
)
def test_each_obstacle_is_named(fields, reason):
    assert selection.obstacles(request(**fields), active()) == (reason,)


@pytest.mark.parametrize(("extra", "reasons"), [(0, ()), (1, (Reason.TOO_LONG,))])
def test_a_text_over_the_cap_is_too_long_with_its_adaptation(extra, reasons):
    rules = active("[eligibility.length]\nmax_characters = 10")
    assert selection.obstacles(request("x" * (10 + extra)), rules) == reasons
    both = request("x" * 5, adaptation=PromptText("y" * (5 + extra)))
    assert selection.obstacles(both, rules) == reasons


def test_an_unusable_policy_is_an_obstacle_and_all_are_named():
    everything = request("x" * 100_001, readable=False, attachments=(FILE,), floor=True)
    assert selection.obstacles(everything, policy.strictest("broken")) == (
        Reason.POLICY_INVALID,
        Reason.UNREADABLE,
        Reason.ATTACHMENT_UNJUDGED,
        Reason.TOO_LONG,
        Reason.CONVERSATION_FLOOR,
    )
