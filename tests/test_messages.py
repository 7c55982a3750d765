"""The wire messages: what is refused, and what they hide."""

import contextlib
import json

import msgspec
import pytest
from core_cases import CANARY
from hypothesis import given
from hypothesis import strategies as st

from companion import messages
from companion.person_policy import LONGEST_PAUSE

PROMPT = {"type": "prompt", "id": "prompt-01", "site": "s", "conversation": "c", "text": "hello"}
FOLLOW = {
    "type": "follow",
    "id": "follow-01",
    "site": "s",
    "conversation": "c",
    "turns": [{"role": "user", "text": "hello"}],
}
GOOD = (
    PROMPT,
    {"type": "attach", "origin": "o", "browser_pid": 1},
    {"type": "hello", "v": 1, "agent": "a", "extension": "1"},
    {"type": "ask", "id": "ask-00001", "text": "hello"},
    {"type": "sent", "id": "prompt-01", "status": 200, "first_byte_ms": 1.5, "hold_ms": 2},
    {"type": "cancel", "id": "prompt-01"},
    {"type": "status"},
    FOLLOW,
    {"type": "override", "id": "act-00001", "prompt": "prompt-01", "reason": "not_private"},
    {"type": "pause", "id": "act-00001", "site": "", "minutes": 5},
    {"type": "switch", "id": "act-00001", "site": "s", "on": False},
    {"type": "forget", "id": "act-00001"},
)
NOT_SENSITIVE = {
    "type": "not_sensitive",
    "id": "act-00001",
    "prompt": "prompt-01",
    "findings": [{"kind": "PERSON", "text": "hello"}],
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def decode(message) -> messages.FromExtension:
    return msgspec.json.decode(json.dumps(message), type=messages.FromExtension)


@pytest.mark.parametrize("message", GOOD, ids=lambda message: message["type"])
def test_every_message_is_read_by_its_type(message):
    assert type(decode(message)).__name__.lower() == message["type"]


@pytest.mark.parametrize("message", GOOD, ids=lambda message: message["type"])
def test_an_unknown_field_or_a_missing_one_is_refused(message):
    with pytest.raises(msgspec.ValidationError):
        decode(message | {"allow": True})
    for field in message:
        if message["type"] != "status" or field == "type":
            short = {key: value for key, value in message.items() if key != field}
            with pytest.raises(msgspec.ValidationError):
                decode(short)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "released"},
        {"type": "decided"},
        {"type": None},
        {"id": "short"},
        {"id": "x" * 65},
        {"id": "spaces in it"},
        {"id": "prompt-01\n"},
        {"id": "prompt-01\x00"},
        {"id": 12345678},
        {"text": None},
        {"text": ["hello"]},
        {"text": "x" * (messages.MAX_PROMPT_CHARACTERS + 1)},
        {"readable": "yes"},
        {"readable": 1},
        {"latest": -1},
        {"latest": 1.5},
        {"latest": True},
        {"latest": None},
        {"latest": messages.MAX_PROMPT_CHARACTERS + 1},
        {"site": "s" * 129},
        {"attachments": [{"media_type": "a", "size": 1}] * 65},
        {"attachments": [{"media_type": "a", "size": 10**30}]},
        {"floor": False},
        {"private_network": False},
        {"variant": "public"},
        {"stage": "released"},
        {"stage": ""},
        {"context": [{"role": "system", "text": "hello"}]},
        {"context": [{"role": "user", "text": "hello", "floor": False}]},
        {"context": [{"role": "user", "text": "x" * (messages.MAX_PROMPT_CHARACTERS + 1)}]},
        {"context": [{"role": "user", "text": ""}] * 1_001},
    ],
    ids=lambda change: str(change)[:40],
)
def test_a_prompt_that_is_not_understood_is_refused(change):
    with pytest.raises(msgspec.ValidationError):
        decode(PROMPT | change)


@given(JSON)
def test_any_json_is_a_message_or_a_validation_error(value):
    with contextlib.suppress(msgspec.ValidationError):
        decode(value)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_an_error_of_the_decoder(data):
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
        msgspec.json.decode(data, type=messages.FromExtension)


def test_a_prompt_says_where_its_latest_turn_begins_or_is_one_turn():
    assert decode(PROMPT | {"latest": 3}).latest == 3
    assert decode(PROMPT).latest == 0


def test_the_longest_prompt_is_accepted():
    text = "x" * messages.MAX_PROMPT_CHARACTERS
    assert decode(PROMPT | {"text": text}).text == text


def test_messages_that_carry_text_hide_it_when_they_are_printed():
    told = (
        decode(PROMPT | {"text": CANARY}),
        decode({"type": "ask", "id": "ask-00001", "text": CANARY}),
        messages.Delta(id="prompt-01", text=CANARY),
        decode(NOT_SENSITIVE | {"findings": [{"kind": "PERSON", "text": CANARY}]}),
        decode(FOLLOW | {"turns": [{"role": "user", "text": CANARY}]}),
        decode(PROMPT | {"context": [{"role": "assistant", "text": CANARY}]}),
    )
    for message in told:
        assert CANARY not in f"{message!r} {message} {[message]}"
        assert message.id in repr(message)


def test_the_daemon_cannot_be_told_what_only_it_may_say():
    told = [
        "welcome",
        "state",
        "decided",
        "delta",
        "done",
        "held",
        "fault",
        "granted",
        "yours",
        "sites",
    ]
    for kind in told:
        with pytest.raises(msgspec.ValidationError):
            decode({"type": kind, "id": "prompt-01"})


def test_the_parts_of_a_message_that_carry_text_hide_it_too():
    finding = decode(NOT_SENSITIVE | {"findings": [{"kind": "PERSON", "text": CANARY}]}).findings
    turn = decode(PROMPT | {"context": [{"role": "user", "text": CANARY}]}).context
    assert CANARY not in f"{finding} {turn} {finding[0]} {turn[0]!r}"


def test_a_longest_pause_is_the_one_that_policy_knows():
    assert messages.MOST_MINUTES == LONGEST_PAUSE
