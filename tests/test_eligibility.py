"""The classification-eligible tag: each criterion changes it, undecided means eligible."""

import msgspec
import pytest
from core_cases import active, request
from hypothesis import given
from hypothesis import strategies as st

from companion import eligibility, policy
from companion.detectors import DetectorError
from companion.values import Attachment, Criterion, CriterionVerdict, EligibilityTag, PromptText

C, V = Criterion, CriterionVerdict


def nothing(_: str) -> set[str]:
    return set()


def tagged(text="hello", toml="", find=nothing, **fields) -> EligibilityTag:
    return eligibility.tag(request(text, **fields), active(toml), find)


def verdict(tag: EligibilityTag, criterion: Criterion) -> CriterionVerdict:
    (found,) = [each.verdict for each in tag.criteria if each.criterion is criterion]
    return found


def test_a_greeting_has_nothing_to_classify():  # F04
    tag = tagged("hello")
    assert not tag.eligible
    assert [each.criterion for each in tag.criteria] == list(Criterion)
    assert {each.verdict for each in tag.criteria} == {V.CLEAR}


def test_a_tag_can_be_stored_and_read_again():  # F04
    tag = tagged("hello")
    assert msgspec.json.decode(msgspec.json.encode(tag), type=EligibilityTag) == tag


@pytest.mark.parametrize(("text", "eligible"), [("hi" * 4, False), ("hi" * 4 + "!", True)])
def test_the_length_changes_the_tag(text, eligible):  # F05
    rules = "[eligibility.length]\ngreeting_characters = 8\n[eligibility.information]\nkinds = []"
    assert tagged(text, rules).eligible is eligible


def test_the_length_counts_the_adaptation_too():  # F05, S02
    tag = tagged("hello", adaptation=PromptText("hello " * 10))
    assert verdict(tag, C.LENGTH) is V.REQUIRES


@pytest.mark.parametrize(
    "text", ["about Teal", "TEAL!", "project   teal", "a project\nTeal.", "(teal)"]
)
def test_a_listed_phrase_changes_the_tag(text):  # F06
    listed = "[eligibility.phrases]\nterms = ['teal', 'project teal']\n"
    rules = "[eligibility.information]\nkinds = []\n"
    assert verdict(tagged(text, listed + rules), C.PHRASES) is V.REQUIRES
    assert tagged(text, listed + rules).eligible
    assert not tagged(text, "[eligibility.phrases]\nterms = []\n" + rules).eligible


def test_a_phrase_is_found_at_word_borders_only():  # F06
    rules = "[eligibility.phrases]\nterms = ['teal', 'c++', 'a.b']"
    assert verdict(tagged("stealing steal teals", rules), C.PHRASES) is V.CLEAR
    assert verdict(tagged("about c++ now", rules), C.PHRASES) is V.REQUIRES
    assert verdict(tagged("axb", rules), C.PHRASES) is V.CLEAR


def test_a_phrase_written_in_disguise_is_still_a_phrase():  # F06
    rules = "[eligibility.phrases]\nterms = ['project teal']"
    for text in (
        "pro\u200bject teal",
        "ｐｒｏｊｅｃｔ teal",
        "project\u00a0teal",
        "pr\u043eject teal",
    ):
        assert verdict(tagged(text, rules), C.PHRASES) is V.REQUIRES, ascii(text)


def test_a_private_network_changes_the_tag():  # F07
    assert not tagged("hello", private_network=False).eligible
    assert tagged("hello", private_network=True).eligible


def test_policy_says_what_a_private_network_means():  # F07
    rules = "[eligibility.network]\nverdict = '{}'"
    long = "tell me about the quarterly figures of the northern branch"
    assert tagged(long, rules.format("exempts")).eligible
    assert not tagged(long, rules.format("exempts"), private_network=True).eligible
    assert not tagged("hello", rules.format("clear"), private_network=True).eligible


def test_the_account_changes_the_tag():  # F08
    rules = "[eligibility.account]\nrequire = ['Board']\nexempt = ['Press']"
    long = "tell me about the quarterly figures of the northern branch"
    assert not tagged("hello", rules).eligible
    assert tagged("hello", rules, account="BOARD").eligible
    assert tagged(long, rules).eligible
    assert not tagged(long, rules, account="press").eligible
    assert tagged(long, rules, account="pressroom").eligible


def test_an_account_that_is_both_required_and_exempt_is_required():  # F08
    rules = "[eligibility.account]\nrequire = ['a']\nexempt = ['a']"
    assert tagged("hello", rules, account="a").eligible


def test_the_type_of_information_changes_the_tag():  # F09
    rules = "[eligibility.information]\nkinds = ['US_SSN']"
    find = {"my number": {"US_SSN", "PERSON"}, "my name": {"PERSON"}}.__getitem__
    tag = tagged("my number", rules, find)
    assert tag.eligible
    assert tag.criteria[-1].detail == "US_SSN"
    assert not tagged("my name", rules, find).eligible
    assert tagged("my name", "", find).eligible  # any information at all


@pytest.mark.parametrize("text", ["hello 7", "hello Zed", "\N{CIRCLED LATIN SMALL LETTER S}", "٣"])
def test_anything_but_everyday_words_is_information(text):  # F09
    assert verdict(tagged(text), C.INFORMATION) is V.REQUIRES


@pytest.mark.parametrize("adaptation", ["4111 1111 1111 1111", "Zed", "teal"])
def test_the_adaptation_is_looked_at_like_the_prompt(adaptation):  # S02, F06, F09
    rules = "[eligibility.phrases]\nterms = ['teal']"
    assert tagged("hello", rules, adaptation=PromptText(adaptation)).eligible
    kinds = "[eligibility.information]\nkinds = ['CREDIT_CARD']"
    find = {"hello": set(), adaptation: {"CREDIT_CARD"}}.__getitem__
    assert tagged("hello", kinds, find, adaptation=PromptText(adaptation)).eligible


def test_detectors_are_asked_only_where_nothing_cheaper_has_settled_it():
    def never(_: str) -> set[str]:
        raise AssertionError("asked")

    rules = "[eligibility.information]\nkinds = ['US_SSN']"
    tag = tagged("x" * 41, rules, never)
    assert verdict(tag, C.INFORMATION) is V.NOT_ASKED
    assert tag.eligible


def test_a_detector_that_fails_is_not_taken_for_nothing_found():
    def fail(_: str) -> set[str]:
        raise DetectorError("down")

    with pytest.raises(DetectorError):
        tagged("hello", "[eligibility.information]\nkinds = ['US_SSN']", fail)


@pytest.mark.parametrize(
    "fields",
    [
        {"readable": False},
        {"attachments": (Attachment(media_type="text/plain", size=0),)},
    ],
)
def test_what_cannot_be_read_is_eligible(fields):
    assert tagged("hello", **fields).eligible


def test_under_an_unusable_policy_everything_is_eligible():
    tag = eligibility.tag(request("hello"), policy.strictest("broken"), nothing)
    assert tag.eligible
    assert {each.verdict for each in tag.criteria} == {V.REQUIRES}


def test_criteria_that_could_not_be_evaluated_make_a_request_eligible():
    assert eligibility.undecided("x").eligible


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.booleans())
def test_any_text_gets_a_tag_whose_details_quote_nothing(text, private):
    tag = tagged(f"Xyzzy{text}", private_network=private)
    assert "Xyzzy" not in "".join(each.detail for each in tag.criteria)
    asks = any(each.verdict is V.REQUIRES for each in tag.criteria)
    assert tag.eligible is asks


def test_everyday_words_that_the_policy_lists_as_its_own_are_information():  # S06, F09
    own = "[[detection.terms]]\nterms = ['good morning']"
    assert not tagged("good morning", own).eligible
    tag = tagged("good morning", own, lambda _: {"CUSTOM_TERM"})
    assert verdict(tag, C.INFORMATION) is V.REQUIRES


def test_everyday_words_are_not_searched_where_the_policy_adds_nothing():
    def never(_: str) -> set[str]:
        raise AssertionError("asked")

    assert not tagged("good morning", "", never).eligible
