"""The values of the pipeline: what they hide, and what they refuse to be."""

import copy
import io
import json
import logging
import pickle
import traceback

import msgspec
import pytest
from core_cases import CANARY, decision, finding, public, request, secured, tag
from hypothesis import given
from hypothesis import strategies as st

from companion.values import (
    PERSON_REASONS,
    Attachment,
    Decision,
    Finding,
    Grade,
    PromptText,
    Reason,
    Sensitivity,
    Variant,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def shown(text: PromptText) -> str:
    stream = io.StringIO()
    logging.StreamHandler(stream).emit(
        logging.LogRecord("test", logging.ERROR, __file__, 1, "%s %r", (text, text), None)
    )
    return f"{text} {text!r} {text!s} {text:>80} {text:x>200} %s {[text]} {(text,)}" + (
        "%s %r" % (text, text) + stream.getvalue()  # noqa: UP031 - the old way is tested too
    )


def test_a_prompt_hides_itself_in_every_way_of_printing():
    assert CANARY not in shown(PromptText(CANARY))
    assert "36 characters hidden" in repr(PromptText(CANARY))


def test_a_prompt_is_never_pickled_copied_or_encoded():
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy, json.dumps, msgspec.json.encode):
        with pytest.raises(TypeError) as caught:
            attempt(PromptText(CANARY))
        assert CANARY not in str(caught.value)
    with pytest.raises(TypeError):
        msgspec.msgpack.encode(request(CANARY))


def test_a_request_hides_both_its_texts():
    whole = request(CANARY, adaptation=PromptText(CANARY), conversation="c", account="a")
    assert CANARY not in repr(whole)


@given(ANY_TEXT, ANY_TEXT.filter(len))
def test_the_latest_turn_is_what_stands_from_its_code_point_on(earlier, latest):
    text = f"{earlier}\n\n{latest}"
    whole = request(text, latest=len(earlier) + 2)
    assert whole.turn == PromptText(latest)
    assert whole.prompt == PromptText(text)


@pytest.mark.parametrize("latest", [0, -1, -3, 5, 6, 2**53])
def test_a_mark_that_is_not_inside_the_prompt_leaves_it_whole(latest):
    assert request("hello", latest=latest).turn == PromptText("hello")
    assert request("", latest=latest).turn == PromptText("")


def test_the_latest_turn_hides_itself_too():
    assert CANARY not in shown(request(f"hello {CANARY}", latest=6).turn)


def test_a_traceback_with_locals_shows_no_prompt():
    def fail(held: PromptText) -> None:
        raise ValueError(f"cannot judge {held}")

    try:
        fail(PromptText(CANARY))
    except ValueError as error:
        trace = traceback.TracebackException.from_exception(error, capture_locals=True)
        assert CANARY not in "".join(trace.format())


@given(ANY_TEXT)
def test_any_text_keeps_its_length_and_can_be_encoded(text):
    prompt = PromptText(text)
    assert len(prompt) == len(text)
    assert prompt.reveal().encode().decode() == prompt.reveal()
    kept = [a for a, b in zip(text, prompt.reveal(), strict=True) if a != b]
    assert all(0xD800 <= ord(char) < 0xE000 for char in kept)


def test_a_digest_depends_on_its_key_and_on_every_character():
    assert PromptText("a").digest(b"k") == PromptText("a").digest(b"k")
    assert PromptText("a").digest(b"k") != PromptText("a").digest(b"l")
    assert PromptText("a").digest(b"k") != PromptText("b").digest(b"k")


def test_prompts_compare_and_hash_by_their_text():
    assert PromptText("a") == PromptText("a") != PromptText("b")
    assert PromptText("a") != "a"
    assert len({PromptText("a"), PromptText("a")}) == 1


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_finding_spans_at_least_one_character(start, end):
    with pytest.raises(ValueError, match="spans"):
        finding(start=start, end=end)


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_finding_is_sure_between_nothing_and_all(score):
    with pytest.raises(ValueError, match="score"):
        finding(score=score)


def test_a_finding_has_no_place_for_the_text_that_it_found():
    assert set(Finding.__struct_fields__) == {"kind", "start", "end", "score", "detector", "part"}


@pytest.mark.parametrize(
    ("level", "reached"), [(0.6 - 1e-9, False), (0.6, True), (0.6 + 1e-9, True), (0.0, False)]
)
def test_a_level_that_equals_the_threshold_meets_it(level, reached):  # S09
    assert Sensitivity(level=level, threshold=0.6).reached is reached


@pytest.mark.parametrize("wrong", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_level_that_is_no_share_cannot_be(wrong):
    for fields in ({"level": wrong}, {"threshold": wrong}, {"probability": wrong}):
        with pytest.raises(ValueError, match="within 0 to 1"):
            Sensitivity(**{"level": 0.0, "threshold": 0.6, **fields})


@pytest.mark.parametrize("size", [-1, 2**63])
def test_an_attachment_has_a_size_that_a_file_can_have(size):
    plain = {"media_type": "text/plain", "size": size}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain, Attachment)


def test_an_attachment_cannot_smuggle_other_fields_or_a_text_for_a_type():
    for extra in ({"text": CANARY}, {"media_type": "x" * 256}, {"name": "x" * 256}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"media_type": "text/plain", "size": 1, **extra}, Attachment)


def test_a_decision_gives_a_reason():
    with pytest.raises(ValueError, match="at least one reason"):
        decision(Variant.SECURED)


PUBLIC_REASONS = {Reason.NOT_ELIGIBLE, Reason.BELOW_THRESHOLD}


@pytest.mark.parametrize("reason", sorted(set(Reason) - PUBLIC_REASONS - PERSON_REASONS))
def test_no_other_reason_than_harmlessness_makes_a_public_decision(reason):
    for reasons in ((reason,), (reason, Reason.BELOW_THRESHOLD), (Reason.NOT_ELIGIBLE, reason)):
        with pytest.raises(ValueError, match="public"):
            decision(Variant.PUBLIC, *reasons)
        assert decision(Variant.SECURED, *reasons).variant is Variant.SECURED


@pytest.mark.parametrize("reason", sorted(PERSON_REASONS))
def test_what_a_person_lets_through_rests_on_that_alone_and_is_public(reason):
    assert decision(Variant.PUBLIC, reason, level=1.0).reasons == (reason,)
    for reasons in ((reason, Reason.BELOW_THRESHOLD), (Reason.UNREADABLE, reason), (reason,) * 2):
        with pytest.raises(ValueError, match="public"):
            decision(Variant.PUBLIC, *reasons)
    with pytest.raises(ValueError, match="leave"):
        decision(Variant.SECURED, reason)


def test_what_is_grave_is_not_allowed_because_somebody_said_that_it_is_not_sensitive():
    plain = msgspec.structs.asdict(decision(Variant.PUBLIC, Reason.ALLOWED_BY_PERSON, level=0.9))
    level = msgspec.structs.replace(plain["sensitivity"], grade=Grade.GRAVE)
    with pytest.raises(ValueError, match="public"):
        Decision(**plain | {"sensitivity": level})


@pytest.mark.parametrize("level", [0.6, 0.61, 1.0])
def test_a_level_that_meets_the_threshold_is_never_public(level):
    with pytest.raises(ValueError, match="public"):
        public(level=level)


@pytest.mark.parametrize(
    ("eligible", "reason"), [(True, Reason.NOT_ELIGIBLE), (False, Reason.BELOW_THRESHOLD)]
)
def test_a_public_reason_that_contradicts_the_tag_is_refused(eligible, reason):
    plain = msgspec.structs.asdict(public()) | {"tag": tag(eligible=eligible), "reasons": (reason,)}
    with pytest.raises(ValueError, match="public"):
        Decision(**plain)


def test_a_forged_decision_does_not_come_out_of_a_decoder_either():
    plain = msgspec.to_builtins(secured()) | {"variant": "public"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain, Decision)
