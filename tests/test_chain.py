"""The audit's rows and chain as values."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.chain import (
    GENESIS,
    Destination,
    Entry,
    Event,
    Head,
    Keys,
    Record,
    Row,
    body_of,
    decided,
    parse_head,
    parse_row,
    row_of,
    seal,
    sign_head,
    verify,
)
from companion.values import (
    Criterion,
    CriterionResult,
    CriterionVerdict,
    Decision,
    EligibilityTag,
    Finding,
    PromptText,
    Reason,
    Request,
    Sensitivity,
    Timings,
    Variant,
)

KEYS = Keys(bytes(range(32)))
TEXT = "Jane Canary has diabetes"


def request() -> Request:
    return Request(
        id="request-1", prompt=PromptText(TEXT), site="demo", conversation="canary-conversation"
    )


def decision() -> Decision:
    def finding(kind, start, end):
        return Finding(kind=kind, start=start, end=end, score=0.9, detector="presidio")

    return Decision(
        request_id="request-1",
        tag=EligibilityTag(
            eligible=True,
            criteria=(
                CriterionResult(
                    criterion=Criterion.LENGTH,
                    verdict=CriterionVerdict.REQUIRES,
                    detail="24 characters",
                ),
            ),
        ),
        findings=(
            finding("PERSON", 0, 4),
            finding("PERSON", 5, 11),
            finding("MEDICAL_CONDITION", 16, 24),
        ),
        sensitivity=Sensitivity(
            level=0.86, threshold=0.6, kinds=("PERSON", "MEDICAL_CONDITION"), probability=0.7
        ),
        variant=Variant.SECURED,
        reasons=(Reason.THRESHOLD_REACHED,),
        policy_id="policy-1",
        model_id="model-1",
    )


def chained(count: int) -> tuple[list[Record], Head]:
    records, previous = [], GENESIS
    for number in range(1, count + 1):
        entry = Entry(at=number, event=Event.RELEASED, request_id=f"request-{number}")
        body = body_of(row_of(entry, number, KEYS))
        previous = seal(previous, body)
        records.append(Record(number, body, previous))
    return records, Head(id=count, hash=previous.hex())


def test_a_row_keeps_what_was_decided_and_nothing_of_the_text():
    timings = Timings(tag=0.12345, detection=20, classification=1, total=21.5)
    row = row_of(decided(7, request(), decision(), timings), 1, KEYS)
    assert (row.characters, row.eligible, row.level, row.threshold) == (24, True, 0.86, 0.6)
    assert row.kinds == {"PERSON": 2, "MEDICAL_CONDITION": 1}
    assert row.carried == ("PERSON", "MEDICAL_CONDITION")
    assert row.spans == {"tag": 0.123, "detection": 20, "classification": 1, "total": 21.5}
    body = body_of(row).decode()
    for part in (*TEXT.split(), "canary", "start", "end"):
        assert part not in body.replace("MEDICAL_CONDITION", "")
    assert parse_row(body.encode()) == row


def test_digests_depend_on_the_key_and_the_purpose():
    other = Keys(bytes(32))
    prompt = PromptText("hello")
    digests = {
        KEYS.text(prompt),
        other.text(prompt),
        KEYS.conversation("hello"),
        other.conversation("hello"),
    }
    assert len(digests) == 4
    assert KEYS.conversation("") == ""
    with pytest.raises(ValueError, match="32 bytes, not 3"):
        Keys(b"abc")


def test_the_canonical_form_is_sorted_and_without_spaces():
    entry = Entry(
        at=5,
        event=Event.ANSWERED,
        request_id="r",
        variant=Variant.SECURED,
        spans={"total": 1.5, "first_token": 0.5},
        destination=Destination(environment="e", model="m", path="tunnel"),
    )
    body = body_of(row_of(entry, 3, KEYS))
    assert body == json.dumps(json.loads(body), sort_keys=True, separators=(",", ":")).encode()


def test_a_sound_chain_verifies_also_where_rows_are_newer_than_the_head():
    records, head = chained(5)
    assert verify(records, head) == verify(records, Head(id=4, hash=records[3].hash.hex()))
    result = verify(records, head)
    assert (result.ok, result.rows, result.bad) == (True, 5, None)
    assert verify([], None).ok
    assert verify([], Head(id=0, hash=GENESIS.hex())).ok


@pytest.mark.parametrize("number", range(1, 6))
def test_an_edited_row_is_named(number):
    records, head = chained(5)
    row = msgspec.structs.replace(parse_row(records[number - 1].body), outcome="changed")
    records[number - 1] = records[number - 1]._replace(body=body_of(row))
    result = verify(records, head)
    assert (result.ok, result.bad) == (False, number)
    assert f"row {number} was changed" in result.problem


@pytest.mark.parametrize("number", range(1, 6))
def test_a_deleted_row_is_named_also_at_the_end(number):
    records, head = chained(5)
    del records[number - 1]
    result = verify(records, head)
    assert (result.ok, result.bad) == (False, number)
    assert "missing" in result.problem


def test_swapped_renumbered_and_inserted_rows_are_named():
    records, head = chained(5)
    swapped = [*records]
    swapped[1], swapped[2] = records[2]._replace(id=2), records[1]._replace(id=3)
    assert verify(swapped, head).bad == 2
    renumbered = [records[0], *(each._replace(id=each.id - 1) for each in records[2:])]
    assert verify(renumbered, head).bad == 2
    inserted = verify([records[0]._replace(id=0), *records], head)
    assert (inserted.bad, inserted.ok) == (0, False)


def test_a_row_under_another_id_is_changed_even_if_its_hash_fits():
    body = body_of(Row(id=2, at=1, event="released", request="r"))
    result = verify([Record(1, body, seal(GENESIS, body))], None)
    assert (result.ok, result.bad) == (False, 1)


def test_a_chain_rewritten_from_the_start_does_not_match_the_head():
    _, head = chained(5)
    body = body_of(Row(id=1, at=1, event="released", request="forged"))
    forged, previous = [Record(1, body, seal(GENESIS, body))], seal(GENESIS, body)
    for number in range(2, 6):
        body = body_of(Row(id=number, at=1, event="released", request="forged"))
        previous = seal(previous, body)
        forged.append(Record(number, body, previous))
    result = verify(forged, head)
    assert (result.ok, result.bad) == (False, 5)
    assert "rewritten" in result.problem


def test_rows_without_a_head_do_not_verify():
    records, _ = chained(2)
    result = verify(records, None)
    assert (result.ok, result.bad, result.rows) == (False, None, 2)
    assert "head is missing" in result.problem


def test_a_row_that_records_damage_stays_a_fault_for_ever():
    body = body_of(Row(id=1, at=1, event="damaged", request="", outcome="head_missing"))
    digest = seal(GENESIS, body)
    result = verify([Record(1, body, digest)], Head(id=1, hash=digest.hex()))
    assert (result.ok, result.bad) == (False, 1)
    assert "head_missing" in result.problem


def test_a_head_is_believed_only_with_its_key():
    head = Head(id=9, hash="ab" * 32)
    line = sign_head(head, KEYS)
    assert parse_head(line, KEYS) == head
    assert parse_head(line, Keys(bytes(32))) is None
    assert parse_head(line.replace(b"9", b"8", 1), KEYS) is None
    for bad in (b"", b"[]", b"{}", line[:-5], b'["\\ud800","x"]', b'["a","\xff"]', b"[" * 100_000):
        assert parse_head(bad, KEYS) is None


@given(st.binary(max_size=100))
def test_garbage_is_no_row_and_no_head(data):
    assert parse_row(data) is None
    assert parse_head(data, KEYS) is None
