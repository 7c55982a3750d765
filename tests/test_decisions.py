"""The decision pipeline on the real models: one decision for one text, closed when it fails."""

import base64
import functools

import msgspec
import pytest
from core_cases import CANARY, active, request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion import pipeline, views
from companion.detectors import DetectorError, kinds
from companion.policy import ActivePolicy
from companion.sensitivity import VERIFIED
from companion.tools import Tools, load_tools
from companion.values import Decision, Known, Reason, Request, Variant

LONG = "please tell me about the weather and the fields around the village in spring"
PATIENT = "My patient Maria Lopez was diagnosed with HIV and takes truvada."
HARMLESS = "What is the tallest mountain in Europe and how do I plan a hike?"
NAMED = "Write a short poem in which Anna Keller walks along the sea."
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@functools.cache
def models() -> Tools:
    return load_tools()


def decide(asked: Request, rules: ActivePolicy | None = None, tools: Tools | None = None):
    return pipeline.decide(asked, rules or active(), tools or models(), lambda: 0.0)[0]


def test_a_name_that_only_the_encoder_finds_counts_where_policy_weighs_names():
    assert decide(request(NAMED)).variant is Variant.PUBLIC
    rules = active("[weights]\nPERSON = 0.9")
    decision = decide(request(NAMED), rules)
    assert decision.variant is Variant.SECURED
    assert decision.sensitivity.kinds[0] == "PERSON"


def test_a_name_that_only_the_encoder_finds_makes_a_request_eligible_by_its_kind():  # F09
    rules = active(
        "[eligibility.length]\ngreeting_characters = 200\n"
        "[eligibility.information]\nkinds = ['PERSON']"
    )
    assert decide(request(NAMED), rules).tag.eligible
    assert not decide(request(HARMLESS), rules).tag.eligible


def test_a_verified_value_that_policy_weighs_lightly_hides_nothing_else():
    rules = active("[weights]\nCREDIT_CARD = 0.1")
    alone = decide(request(PATIENT), rules)
    beside = decide(request(f"{PATIENT} It was paid with 4111 1111 1111 1111."), rules)
    assert alone.variant is beside.variant is Variant.SECURED
    assert beside.sensitivity.probability is not None
    assert beside.sensitivity.stage == "encoder"


@pytest.mark.parametrize(
    ("toml", "thorough"),
    [
        ("", False),
        ("threshold = 0.5", False),
        ("threshold = 0.9", True),
        ("threshold = 0.05", True),
        ("[weights]\nPERSON = 0.45", False),
        ("[weights]\nPERSON = 0.9", True),
        ("[weights]\nSECRET = 0.2", True),
        ("[weights]\nPROJECT_NAME = 0.2", True),
        ("[weights]\nPROJECT_NAME = 1.0", False),
        ("[eligibility.information]\nkinds = ['*']", False),
        ("[eligibility.information]\nkinds = ['PERSON']", True),
    ],
)
def test_what_policy_asks_beyond_the_usual_is_read_to_its_end(toml, thorough):
    assert pipeline.rules_of(active(toml)).thorough is thorough


def test_where_reading_may_end_at_a_verified_value_that_value_meets_the_threshold():
    _, highest = pipeline._USUAL_THRESHOLD
    for kind in (kind for kind in kinds.ALL if kind.grave or kind.name == kinds.CUSTOM_TERM):
        assert kind.weight * VERIFIED >= highest, kind.name


class Raising:
    """A part that fails at whatever is asked of it."""

    def __init__(self, *_):
        pass

    def __call__(self, *_, **__):
        raise DetectorError("down")

    find = run = derive = __call__


STAGES = {
    "patterns": ("_detectors", (Raising(),)),
    "linear model": ("_linear._session", Raising()),
    "encoder": ("_encoder._session", Raising()),
    "stack": ("_stack._session", Raising()),
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("rules", ["", "[eligibility.information]\nkinds = ['US_SSN']"])
def test_a_stage_of_the_real_cascade_that_fails_secures_the_prompt(monkeypatch, stage, rules):  # R4
    name, broken = STAGES[stage]
    *path, last = name.split(".")
    part = functools.reduce(getattr, path, models())
    monkeypatch.setattr(part, last, broken)
    decision = decide(request(PATIENT), active(rules))
    assert decision.variant is Variant.SECURED
    assert Reason.DETECTOR_FAILED in decision.reasons
    assert (decision.findings, decision.sensitivity.level) == ((), 1.0)


def test_more_disguised_text_than_is_read_secures_the_prompt(monkeypatch):  # R4
    monkeypatch.setattr(views, "MAX_VIEWS", 0)
    hidden = base64.b64encode(b"this is only about the weather in the village").decode()
    decision = decide(request(f"Please read {hidden} to me"))
    assert decision.reasons == (Reason.DETECTOR_FAILED,)


def test_what_earlier_turns_told_is_part_of_the_decision():
    text = "She was diagnosed with multiple sclerosis last week and takes ocrelizumab."
    known = (Known(kind="PERSON", score=0.95), Known(kind="PHONE_NUMBER", score=0.95))
    alone = decide(request(text))
    together = decide(request(text, known=known))
    assert together.sensitivity.level > alone.sensitivity.level
    assert together.findings == alone.findings


@pytest.mark.parametrize("text", [PATIENT, HARMLESS, NAMED, f"{LONG} 4111 1111 1111 1111"])
def test_other_tools_of_the_same_models_decide_the_same(text):  # R15
    one, other = (decide(request(text), tools=each) for each in (models(), load_tools()))
    assert one == other


@given(ANY_TEXT)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_real_models_decide_any_text_and_decide_it_twice_the_same(text):
    first = decide(request(text))
    assert first == decide(request(text))
    for each in first.findings:
        assert 0 <= each.start < each.end <= len(text)


ODD = {
    "empty": "",
    "NUL": "my name is\x00Zed\x00",
    "lone surrogates": "\ud800 call \udfff me \udc80",
    "right to left": "\u202e1111-1111-1111-1114\u202c שלום",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 50,
    "combining": "a" + "\u0301" * 5000,
    "one word": "x" * 20_000,
    "many lines": "a line\n" * 300,
    "a megabyte": "hello " * 174_763,
    "four megabytes": "\U0001f600" * 1_000_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_the_real_models_decide_odd_texts(text):
    decision = decide(request(text))
    if len(text) > 100_000:
        assert decision.reasons == (Reason.TOO_LONG,)
    assert isinstance(decision, Decision)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("hello", Variant.PUBLIC),
        ("What is the tallest mountain in Europe and how do I plan a hike?", Variant.PUBLIC),
        ("My social security number is 078-05-1120, is that safe to share?", Variant.SECURED),
        ("Please pay with card 4111 1111 1111 1111, expiry 09/27", Variant.SECURED),
    ],
)
def test_the_real_models_tell_harmless_from_sensitive(text, variant):
    assert decide(request(text)).variant is variant


def test_a_decision_holds_nothing_of_the_text():
    decision = decide(request(CANARY + LONG))
    assert decision.variant is Variant.SECURED
    everything = msgspec.json.encode(decision).decode() + repr(decision)
    assert "Zebulon" not in everything
    assert "4111" not in everything
