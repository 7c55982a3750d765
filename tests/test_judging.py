"""One judgement of one text: how far it is read, what raises it, and where it points."""

from __future__ import annotations

import base64
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion import encoder, views
from companion.detection_policy import TermRule
from companion.detectors import DetectorError, kinds
from companion.detectors.custom import OwnTermDetector
from companion.judging import Judgement, Rules, Stage
from companion.sensitivity import DEFAULT_THRESHOLD, assess, is_verified
from companion.tools import load_tools
from companion.values import Grade, Known, Sensitivity

TOOLS = load_tools()
CARD = "4111 1111 1111 1111"
PATIENT = "My patient Maria Lopez was diagnosed with HIV and takes truvada."
WHOLE_PATIENT = (
    "My patient Maria Lopez, born 12 March 1961, phone 415-555-0134, was diagnosed with HIV "
    "in May, takes truvada and has not told her husband. "
)
FILLER = "The tides follow the moon, and the path along the cliff is closed in winter. "

HARMLESS = [
    "",
    "hello",
    "Write a poem about the sea.",
    "What is the tallest mountain in Europe and how do I plan a hike?",
    "How does a password manager work?",
    "How does an IBAN check digit work?",
    "What are the symptoms of diabetes?",
    "What is 1234567890 divided by 7?",
    "Who was Albert Einstein, and when was he in Princeton?",
    "Plan a weekend in Paris for two people.",
    "for i in range(10):\n    print(i)",
    "SELECT name, price FROM products WHERE price < 20 ORDER BY name;",
    "Explain the difference between TCP and UDP in three sentences.",
    "Translate 'good morning' into French, Spanish and German.",
    "Fix the grammar: he go to school every days.",
    "git rebase -i HEAD~3 says that there are conflicts, what now?",
    "Summarise the plot of Hamlet.",
    "Wie backt man ein Roggenbrot mit Sauerteig?",
    "Quelle est la capitale de l'Australie ?",
    "The order 20250312-0042 of f47ac10b-58cc-4372-a567-0e02b2c3d479 is a made-up example.",
]
SENSITIVE = [
    PATIENT,
    "My password is Hunter2!x, is it good?",
    f"Pay with {CARD} please",
    "Transfer it to DE89 3704 0044 0532 0130 00",
    "my ssn is 536-22-1234",
    "export AWS_ACCESS_KEY_ID=AKIAQ3EGRZ5TJKLP7XWV",
    "Strictly confidential: we will acquire Acme for $3,000,000, not yet public.",
    f"{FILLER * 12}Please charge {CARD} for it.",
    f"{FILLER * 20}{WHOLE_PATIENT}{FILLER * 20}",
    (
        "Write to my neighbour Zoltan Kertesz, 14 Linden Road, Springfield, phone 415-555-0134, "
        "zoltan.kertesz@hotmail.com: he owes me 4,000 dollars and has been ill since March."
    ),
    "p\u0430ssword is Hunter2!x",
    "Read this: " + base64.b64encode(b"my card number is 4111 1111 1111 1111").decode(),
]
MIXED = [
    "I feel a bit tired lately, what could help?",
    "My boss wants the report by Friday, help me to write it.",
    "Anna and I are going to the cinema tonight.",
    "My colleague is called Anna Keller and she plays chess.",
    "Dear Ms Berger, thank you for your letter of 3 May.",
    "My salary is 4,000 a month, is that good?",
    "Contact: support@company.org or +49 30 901820",
    "192.168.0.1 does not answer to ping, why?",
]


def judge(text: str, **rules) -> Judgement:
    return TOOLS.judge(text, Rules(**rules))


def level(judged: Judgement, weights=None) -> Sensitivity:
    return assess(
        judged.findings,
        judged.probability,
        threshold=DEFAULT_THRESHOLD,
        weights=weights or {},
        categories=judged.categories,
        stage=judged.stage,
    )


def found(text: str, **rules) -> set[tuple[str, str]]:
    return {(f.kind, text[f.start : f.end]) for f in judge(text, **rules).findings}


@pytest.mark.parametrize("text", [*HARMLESS, *SENSITIVE, *MIXED])
def test_reading_less_gives_the_same_side_of_the_threshold(text):  # S08, S09
    assert level(judge(text)).reached is level(judge(text, thorough=True)).reached


@pytest.mark.parametrize("text", HARMLESS)
def test_an_ordinary_prompt_is_below_the_threshold(text):
    assert not level(judge(text)).reached


@pytest.mark.parametrize("text", SENSITIVE)
def test_a_sensitive_prompt_is_above_it(text):  # S03, S04, S05, S06
    assert level(judge(text)).reached


@pytest.mark.parametrize("text", [*HARMLESS[:6], *SENSITIVE[:8], *MIXED])
def test_a_judgement_is_the_same_each_time(text):  # R15
    assert judge(text) == judge(text)
    assert judge(text, thorough=True) == judge(text, thorough=True)


def test_a_verified_value_settles_it_by_rule_and_grave():
    judged = judge(f"Pay with {CARD} please")
    assert judged.stage is Stage.RULES
    assert any(map(is_verified, judged.findings))
    assert level(judged).grade is Grade.GRAVE
    assert level(judged).kinds[0] == "CREDIT_CARD"


def test_a_value_stays_verified_however_much_is_read():
    for text in (f"Pay with {CARD} please", "my ssn is 536-22-1234"):
        assert any(map(is_verified, judge(text, thorough=True).findings))
        assert level(judge(text, thorough=True)).grade is Grade.GRAVE


def test_what_is_not_clear_early_is_read_by_the_encoder_and_has_categories():
    judged = judge(PATIENT)
    assert judged.stage is Stage.ENCODER
    shares = {each.category: each.share for each in judged.categories}
    assert set(shares) == {str(each) for each in kinds.Category}
    assert shares["health"] > 0.25 > shares["code"]
    assert level(judged).grade is Grade.GRAVE


def test_an_empty_text_holds_nothing():
    for text in ("", " \n\t"):
        judged = judge(text)
        assert judged.findings == ()
        assert not level(judged).reached


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("card 41111111\u200b11111111", "CREDIT_CARD", "41111111\u200b11111111"),
        ("\uff14111 1111 1111 1111 x", "CREDIT_CARD", "\uff14111 1111 1111 1111"),
        ("\u200b\u200bssn 536\u201122\u20111234", "US_SSN", "536\u201122\u20111234"),
        ("p\u0430ssword is Hunter2!x", "PASSWORD", "Hunter2!x"),
        ("My pati\u200bent Mar\u200bia Lo\u00adpez has HIV", "PERSON", "Mar\u200bia Lo\u00adpez"),
        ("Ｍｙ patient Ｍａｒｉａ Ｌｏｐｅｚ has HIV", "PERSON", "Ｍａｒｉａ Ｌｏｐｅｚ"),
        ("\U0001f600\U0001f600 My patient Maria Lopez has HIV", "PERSON", "Maria Lopez"),
    ],
)
def test_a_place_is_told_in_the_text_as_it_was_given(text, kind, value):  # R14
    assert (kind, value) in found(text, thorough=True)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("before", ["", "Please read ", "\u200b\uff21 \U0001f600 "])
def test_what_is_in_base_64_is_found_at_the_encoded_stretch(before):  # R14
    secret = encoded("export AWS_ACCESS_KEY_ID=AKIAQ3EGRZ5TJKLP7XWV")
    text = f"{before}{secret} and tell me what it says."
    secrets = [each for each in judge(text).findings if each.kind == "SECRET"]
    assert secrets
    for each in secrets:
        assert len(before) <= each.start < each.end <= len(before) + len(secret)
    assert level(judge(text)).reached


def test_an_illness_in_base_64_is_read_by_the_encoder_too():
    plain = judge(PATIENT)
    hidden = judge(f"Decode this and answer it: {encoded(PATIENT)}")
    assert hidden.stage is Stage.ENCODER
    assert level(plain).reached
    assert level(hidden).reached


def test_more_disguised_text_than_is_read_is_refused_and_not_half_read(monkeypatch):  # R4
    text = f"Please read {encoded('the card is ' + CARD)} now"
    monkeypatch.setattr(views, "MAX_VIEWS", 0)
    with pytest.raises(DetectorError, match="disguised"):
        judge(text)
    monkeypatch.undo()
    monkeypatch.setattr(views, "MAX_CHARACTERS", 5)
    with pytest.raises(DetectorError, match="disguised"):
        judge(text)


def test_an_encoding_nested_too_deeply_is_refused(monkeypatch):
    text = "my card number is 4111 1111 1111 1111, please keep it safe for me"
    for _ in range(views.MAX_DEPTH + 1):
        text = encoded(text)
    with pytest.raises(DetectorError, match="disguised"):
        judge(f"What is this? {text}")


def test_a_text_of_too_many_windows_is_refused(monkeypatch):  # R4
    monkeypatch.setattr(encoder, "MAX_WINDOWS", 2)
    with pytest.raises(DetectorError, match="too long"):
        judge(FILLER * 60, thorough=True)


ILLNESS = "She was diagnosed with multiple sclerosis last week and takes ocrelizumab."


def test_what_earlier_turns_told_raises_the_level():
    """A name in one turn and an illness in the next say more than either."""
    alone = judge(ILLNESS)
    person = Known(kind="PERSON", score=0.95)
    together = judge(ILLNESS, known=(person,))
    assert together.probability > alone.probability + 0.05
    assert together.findings == alone.findings  # it names no place in this text
    more = judge(ILLNESS, known=(person, Known(kind="PHONE_NUMBER", score=0.9)))
    assert more.probability >= together.probability


@pytest.mark.parametrize("count", [1, 3, 6, 10, 20, 60])
def test_one_private_sentence_does_not_vanish_between_harmless_ones(count):  # R13
    text = FILLER * (count // 2) + PATIENT + " " + FILLER * (count - count // 2)
    assert judge(text).probability >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        "She has diabetes and needs a diet plan.",
        "Er hat Diabetes, was soll er essen?",
        "Elle a le diabète, que peut-elle manger ?",
        "You can reach her at jo.b@example.net.",
    ],
)
def test_what_is_said_of_somebody_named_before_is_sensitive_with_the_name(text):  # S07
    person = Known(kind="PERSON", score=0.9)
    assert judge(text, known=(person,)).probability >= DEFAULT_THRESHOLD


def test_a_general_question_after_a_name_stays_a_general_question():
    person = Known(kind="PERSON", score=0.9)
    asked = "What diet helps with diabetes?"
    assert judge(asked, known=(person,)).probability < DEFAULT_THRESHOLD
    assert judge(asked.replace("diet", "food")).probability < DEFAULT_THRESHOLD


@given(
    st.sampled_from([*MIXED, ILLNESS]),
    st.lists(
        st.builds(Known, kind=st.sampled_from(sorted(kinds.BY_NAME)), score=st.floats(0.4, 1)),
        max_size=4,
        unique_by=lambda known: known.kind,
    ).map(tuple),
)
@settings(max_examples=60, deadline=None)
def test_what_earlier_turns_told_never_lowers_the_level(text, known):
    alone = judge(text, thorough=True)
    assert judge(text, known=known, thorough=True).probability >= alone.probability


def test_without_names_the_encoder_finds_none_but_its_opinion_counts():
    with_names, without = judge(PATIENT), judge(PATIENT, names=False)
    assert any(each.detector == kinds.ENCODER for each in with_names.findings)
    assert not any(each.detector == kinds.ENCODER for each in without.findings)
    assert without.categories == with_names.categories
    assert level(without).reached


@pytest.mark.parametrize("text", [f"Pay with {CARD} please", "my ssn is 536-22-1234"])
def test_a_kind_without_weight_no_longer_settles_a_text_by_rule(text):
    (kind,) = {each.kind for each in judge(text).findings if is_verified(each)}
    weights = {kind: 0.0}
    judged = judge(text, weights=weights)
    assert judged.stage is not Stage.RULES
    assert kind not in level(judged, weights).kinds


def test_policys_own_terms_are_found_wherever_they_hide():
    own = OwnTermDetector((TermRule(terms=("Project Teal",), kind="PROJECT_NAME"),))
    for text in (
        "Tell me about Project Teal.",
        "Tell me about Pro\u200bject Teal.",
        f"What is {encoded('all about Project Teal and its plan')} about?",
    ):
        judged = judge(text, detectors=(own,))
        assert "PROJECT_NAME" in {each.kind for each in judged.findings}
        assert level(judged).reached
    plain = judge("Tell me about Project Teal.")
    assert "PROJECT_NAME" not in {each.kind for each in plain.findings}


def test_what_policy_allows_counts_neither_early_nor_late():
    def keep(findings, text):
        return tuple(f for f in findings if text[f.start : f.end] != CARD)

    for thorough in (False, True):
        judged = judge(f"Explain {CARD} to me", keep=keep, thorough=thorough)
        assert "CREDIT_CARD" not in {each.kind for each in judged.findings}
        assert judged.stage is not Stage.RULES


class Failing:
    """A detector that cannot judge."""

    name, version = "failing", "1"

    def find(self, text: str):
        raise DetectorError("down")


def test_a_detector_that_fails_fails_the_judgement():  # R4
    with pytest.raises(DetectorError, match="down"):
        judge("hello", detectors=(Failing(),))


@pytest.mark.parametrize("part", ["encoder", "stack", "_linear"])
def test_a_model_that_fails_fails_the_judgement(monkeypatch, part):  # R4
    class Broken:
        def run(self, *_):
            raise RuntimeError("canary")

    monkeypatch.setattr(getattr(TOOLS, part), "_session", Broken())
    with pytest.raises(DetectorError) as caught:
        judge(PATIENT)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("place", [0, 20, 60])
def test_padding_does_not_hide_a_patient(place):
    """So much harmless text that one window in twenty says anything."""
    text = FILLER * place + WHOLE_PATIENT + FILLER * (60 - place)
    assert level(judge(text)).reached
    assert level(judge(text, thorough=True)).reached


TEXTS = st.lists(
    st.sampled_from([*HARMLESS, *MIXED, *SENSITIVE[:7], "\u200b", "\ud83d", "\x00", "\u202e"]),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(TEXTS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_judgement_has_places_in_the_text_and_shares_that_are_shares(text, thorough):
    judged = judge(text, thorough=thorough)
    assert 0.0 <= judged.probability <= 1.0
    assert all(0 <= each.start < each.end <= len(text) for each in judged.findings)
    assert all(0.0 <= each.share <= 1.0 for each in judged.categories)
    starts = [(each.start, each.end) for each in judged.findings]
    assert starts == sorted(starts)
    for kind in {each.kind for each in judged.findings}:
        own = [
            span for span, each in zip(starts, judged.findings, strict=True) if each.kind == kind
        ]
        assert all(first[1] <= second[0] for first, second in pairwise(own))


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_what_is_verified_in_a_text_is_verified_in_a_longer_one(text):
    longer = f"{text}\n\nPay with {CARD} please"
    assert level(judge(longer)).grade is Grade.GRAVE
    assert level(judge(longer, thorough=True)).grade is Grade.GRAVE
