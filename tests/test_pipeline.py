"""The decision pipeline: total, deterministic, and public only where nothing speaks against it."""

import functools

import msgspec
import pytest
from core_cases import WordTools, active, request
from hypothesis import given, settings
from hypothesis import strategies as st

from companion import pipeline, policy
from companion.detectors import DetectorError
from companion.judging import Judgement, Rules
from companion.policy import ActivePolicy
from companion.values import (
    PERSON_REASONS,
    Agent,
    Attachment,
    Decision,
    PromptText,
    Reason,
    Request,
    Timings,
    Variant,
)

LONG = "please tell me about the weather and the fields around the village in spring"
FILE = Attachment(media_type="text/plain", size=3)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def clock(start: float = 0.0, step: float = 0.001):
    """Return a clock that goes on by one millisecond each time it is read."""
    now = start

    def read() -> float:
        nonlocal now
        now += step
        return now

    return read


def decide(asked: Request, rules: ActivePolicy | None = None, tools=None) -> Decision:
    return pipeline.decide(asked, rules or active(), tools or WordTools(), clock())[0]


def test_an_ineligible_request_goes_out_without_a_variant_decision():  # F10, F11
    tools = WordTools()
    decision = decide(request("hello"), tools=tools)
    assert not decision.tag.eligible
    assert (decision.variant, decision.reasons) == (Variant.PUBLIC, (Reason.NOT_ELIGIBLE,))
    assert (decision.findings, decision.sensitivity.level) == ((), 0.0)
    assert tools.asked == []  # nothing was classified


def test_an_eligible_request_is_classified():  # F10, F13
    tools = WordTools()
    decision = decide(request(LONG), tools=tools)
    assert decision.tag.eligible
    assert (decision.variant, decision.reasons) == (Variant.PUBLIC, (Reason.BELOW_THRESHOLD,))
    assert tools.asked == [LONG]


@pytest.mark.parametrize(
    ("level", "variant"),
    [(0.499999, Variant.PUBLIC), (0.5, Variant.SECURED), (0.500001, Variant.SECURED)],
)
def test_the_threshold_decides_below_at_and_above(level, variant):  # S08, S09
    decision = decide(request(LONG), tools=WordTools(probability=lambda _: level))
    assert decision.sensitivity.level == level
    assert decision.variant is variant


def test_a_finding_and_the_classifier_each_carry_the_level():  # S03, S07
    found = decide(request(LONG), tools=WordTools({"village": "US_SSN"}))
    assert found.variant is Variant.SECURED
    assert found.sensitivity.kinds == ("US_SSN",)
    scored = decide(request(LONG), tools=WordTools(probability=lambda _: 0.9))
    assert scored.variant is Variant.SECURED
    assert scored.sensitivity.probability == 0.9


@pytest.mark.parametrize("agent", list(Agent))
def test_either_agent_determines_the_same_level(agent):  # S10, S11
    rules = active(f"level_by = '{agent}'")
    decision = decide(request(LONG), rules, WordTools({"village": "PERSON"}))
    assert decision.sensitivity.determined_by is agent
    other = decide(request(LONG), active(), WordTools({"village": "PERSON"}))
    assert decision.sensitivity.level == other.sensitivity.level
    assert decision.variant is other.variant


def test_an_adaptation_payload_is_classified_too():  # S02
    tools = WordTools({"secretive": "CREDIT_CARD"})
    asked = request(LONG, adaptation=PromptText("a secretive payload"))
    decision = decide(asked, tools=tools)
    assert tools.asked == [LONG, "a secretive payload"]
    assert decision.variant is Variant.SECURED
    assert [(each.part, each.start) for each in decision.findings] == [("adaptation", 2)]


def test_a_greeting_with_a_payload_that_says_something_is_classified():  # S02
    tools = WordTools({"4111 1111 1111 1111": "CREDIT_CARD"})
    decision = decide(request("hello", adaptation=PromptText("4111 1111 1111 1111")), tools=tools)
    assert decision.variant is Variant.SECURED


def test_the_classifier_of_the_payload_counts_by_itself():  # S02
    scores = {LONG: 0.0, "payload of many": 0.99}
    asked = request(LONG, adaptation=PromptText("payload of many"))
    assert decide(asked, tools=WordTools(probability=scores.__getitem__)).variant == "secured"


@pytest.mark.parametrize(("threshold", "enough"), [(0.6, 0.95), (0.98, 0.98)])
def test_reading_never_ends_below_the_threshold(threshold, enough):  # R4
    assert pipeline.rules_of(active(f"threshold = {threshold}")).enough == enough


def test_policy_weights_move_the_level():
    tools = WordTools({"village": "PERSON"})
    assert decide(request(LONG), tools=tools).variant is Variant.PUBLIC
    rules = active("[weights]\nPERSON = 0.9")
    assert decide(request(LONG), rules, tools).variant is Variant.SECURED


OBSTACLES = {
    Reason.UNREADABLE: {"readable": False},
    Reason.ATTACHMENT_UNJUDGED: {"attachments": (FILE,)},
    Reason.CONVERSATION_FLOOR: {"floor": True},
    Reason.TOO_LONG: {"text": "x" * 100_001},
}


@pytest.mark.parametrize(("reason", "fields"), OBSTACLES.items())
def test_each_obstacle_secures_even_an_exempted_account(reason, fields):
    rules = active("[eligibility.account]\nexempt = ['press']")
    fields = {"text": LONG, **fields}
    decision = decide(request(**fields, account="press"), rules)
    assert decision.variant is Variant.SECURED
    assert reason in decision.reasons


def test_a_floor_secures_a_greeting():
    assert decide(request("hello", floor=True)).variant is Variant.SECURED


def test_an_unusable_policy_secures_a_greeting():
    decision = decide(request("hello"), policy.strictest("broken"))
    assert decision.variant is Variant.SECURED
    assert Reason.POLICY_INVALID in decision.reasons


class FailingTools(WordTools):
    """Tools whose calls fail from a given one on."""

    def __init__(self, error: Exception, after: int = 0) -> None:
        super().__init__()
        self._error = error
        self._left = after

    def judge(self, text: str, rules: Rules) -> Judgement:
        if self._left == 0:
            raise self._error
        self._left -= 1
        return super().judge(text, rules)


@pytest.mark.parametrize("after", range(3))
@pytest.mark.parametrize("rules", ["", "[eligibility.information]\nkinds = ['US_SSN']"])
@pytest.mark.parametrize("text", ["hello", LONG])
def test_a_detector_that_fails_at_any_call_never_makes_a_request_public(after, rules, text):  # R4
    asked = request(text, adaptation=PromptText("a payload"))
    tools = FailingTools(DetectorError("down"), after)
    whole = decide(asked, active(rules))
    decision = decide(asked, active(rules), tools)
    if decision != whole:
        assert decision.variant is Variant.SECURED
        assert Reason.DETECTOR_FAILED in decision.reasons
        assert decision.sensitivity.level == 1.0


def test_rules_that_cannot_be_made_secure_the_prompt(monkeypatch):  # R4
    for error in (DetectorError("x"), ValueError("x")):
        monkeypatch.setattr(pipeline.custom, "build", functools.partial(fail, error))
        decision = decide(request("hello"))
        assert decision.variant is Variant.SECURED
        assert decision.reasons == (Reason.DETECTOR_FAILED,)


def fail(error, *_):
    raise error


@pytest.mark.parametrize("wrong", [float("nan"), -0.1, 1.1, float("inf")])
def test_a_classifier_that_answers_nonsense_has_failed(wrong):
    decision = decide(request(LONG), tools=WordTools(probability=lambda _: wrong))
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.DETECTOR_FAILED,)


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.NOT_ELIGIBLE} - PERSON_REASONS))
def test_what_could_not_be_decided_is_secured(reason):
    decision = pipeline.undecided(request(floor=True), active(), reason, "none")
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.CONVERSATION_FLOOR, reason)
    assert decision.sensitivity.level == 1.0
    assert decision.tag.eligible


REQUESTS = st.builds(
    request,
    ANY_TEXT,
    account=ANY_TEXT,
    private_network=st.booleans(),
    adaptation=st.none() | st.builds(PromptText, ANY_TEXT),
    attachments=st.sampled_from([(), (FILE,)]),
    floor=st.booleans(),
    readable=st.booleans(),
)
RULES = st.builds(
    lambda threshold, length, kinds, exempt, verdict: policy.parse(
        msgspec.json.encode(
            {
                "threshold": threshold,
                "eligibility": {
                    "length": {"greeting_characters": length, "max_characters": 150},
                    "information": {"kinds": kinds},
                    "account": {"exempt": exempt},
                    "network": {"verdict": verdict},
                },
            }
        ).decode(),
        json=True,
    ),
    st.floats(0, 1),
    st.integers(0, 300),
    st.sampled_from([["*"], [], ["US_SSN"]]),
    st.sampled_from([[], ["press"]]),
    st.sampled_from(["requires", "clear", "exempts"]),
)


@given(REQUESTS, RULES, st.floats(0, 1), st.sampled_from(["a", "e", "\x00", " "]))
@settings(max_examples=200, deadline=None)
def test_any_request_under_any_policy_gets_a_decision_that_keeps_the_rules(
    asked, rules, score, word
):
    tools = WordTools({word: "PERSON"}, lambda _: score)
    decision, timings = pipeline.decide(asked, rules, tools, clock())
    assert decision == pipeline.decide(asked, rules, tools, clock(7.0))[0]
    assert isinstance(timings, Timings)
    assert (decision.policy_id, decision.model_id) == (rules.id, "words")
    standing = asked.floor or asked.attachments or not asked.readable
    if decision.variant is Variant.PUBLIC:
        assert not standing
        assert not decision.tag.eligible or decision.sensitivity.level < rules.policy.threshold
    elif decision.tag.eligible and not standing:
        meets = decision.sensitivity.level >= rules.policy.threshold
        unread = {Reason.TOO_LONG, Reason.LANGUAGE_NOT_COVERED} & set(decision.reasons)
        assert meets or unread
    # It survives the pipe between worker and daemon as it is.
    wire = msgspec.msgpack.encode(decision)
    assert msgspec.msgpack.decode(wire, type=Decision) == decision


def test_the_stages_are_timed_with_the_given_clock():
    _, timings = pipeline.decide(request(LONG), active(), WordTools(), clock())
    assert timings.total == pytest.approx(3.0)
    assert timings.tag == timings.detection == pytest.approx(1.0)
    assert timings.classification == pytest.approx(1.0)


FOREIGN = "\u043f\u0440\u0438\u0432\u0435\u0442, \u0443 \u0441\u043e\u0441\u0435\u0434\u0430"


def test_a_prompt_in_a_script_that_is_not_covered_is_secured_and_says_so():  # R13
    decision = decide(request(FOREIGN))
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.LANGUAGE_NOT_COVERED,)


def test_policy_can_let_the_level_judge_other_languages():
    judged = policy.parse('[detection]\nforeign = "judged"')
    assert decide(request(FOREIGN), judged).variant is Variant.PUBLIC


def test_an_account_that_policy_exempts_may_write_in_any_language():
    exempt = policy.parse('[eligibility.account]\nexempt = ["ann"]')
    assert decide(request(FOREIGN, account="ann"), exempt).variant is Variant.PUBLIC
