"""The patent's third example, all three arms, on the running system (FIG. 7)."""

import json

import pytest

from tests.canary import Canary, search, search_folders
from tests.live import eventually, writable_files

INELIGIBLE = "Hello there"
HARMLESS = "Explain in one sentence why the sky is blue and never {}."
SENSITIVE = (
    "Write a short letter to my patient Maria Keller, born 12 March 1961, "
    "phone 415-555-0134: her biopsy shows breast cancer. The clinic is called {}."
)


@pytest.fixture
def canary():
    return Canary.fresh()


def in_training_queue(stack, canary):
    return search(json.dumps(stack.queued(), ensure_ascii=False).encode(), canary)


# F16, X3.1: ineligible, so straight to the public variant
def test_an_ineligible_prompt_goes_public_without_a_variant_decision(stack, port):
    outcome = port.ask(INELIGIBLE)
    assert outcome.end == "release"
    assert outcome.decided["eligible"] is False
    assert outcome.decided["reasons"] == ["not_eligible"]
    assert {each["verdict"] for each in outcome.decided["tag"]} == {"clear"}
    assert outcome.decided["findings"] == []


# F16
def test_the_record_of_an_ineligible_prompt_says_that_nothing_was_classified(stack, port):
    outcome = port.ask(INELIGIBLE)
    rows = eventually(lambda: ended(stack, outcome.id), "the end is in the audit")
    assert [row["event"] for row in rows] == ["decided", "released"]
    decided = rows[0]
    assert decided["eligible"] is False
    assert list(decided["reasons"]) == ["not_eligible"]
    assert decided.get("probability") is None
    spans = decided["spans"]
    assert spans.get("detection", 0) + spans.get("classification", 0) < spans["total"]
    assert "tunnel" not in json.dumps(rows)


def ended(stack, request_id):
    rows = stack.audit(request_id)
    return rows if len(rows) > 1 else None


# F17, X3.2: eligible, so to the selection agent on this device
def test_an_eligible_harmless_prompt_is_classified_here_and_goes_public(stack, port, canary):
    outcome = port.ask(HARMLESS.format(canary.word))
    assert outcome.end == "release"
    assert outcome.decided["eligible"] is True
    assert outcome.decided["reasons"] == ["below_threshold"]
    assert outcome.decided["level"] < outcome.decided["threshold"]
    rows = eventually(lambda: ended(stack, outcome.id), "the end is in the audit")
    assert rows[0]["probability"] is not None
    assert rows[0]["spans"]["classification"] > 0


# F17, S24, X3.2, X3.3
def test_an_eligible_sensitive_prompt_is_answered_by_the_secured_variant(stack, port, canary):
    outcome = port.ask(SENSITIVE.format(canary.word))
    assert outcome.end == "done"
    assert outcome.answer.strip()
    assert outcome.decided["action"] == "answer"
    assert outcome.decided["variant"] == "secured"
    assert outcome.decided["level"] >= outcome.decided["threshold"]
    assert "threshold_reached" in outcome.decided["reasons"]
    assert outcome.last["path"] == "tunnel"
    rows = eventually(lambda: ended(stack, outcome.id), "the end is in the audit")
    assert [row["event"] for row in rows] == ["decided", "answered"]
    assert rows[1]["destination"]["environment"] == "demo-secured"
    assert rows[1]["destination"]["path"] == "tunnel"


# S19, X3.4
def test_the_public_variant_never_sees_a_sensitive_prompt(stack, port, canary):
    before = stack.public_requests()
    outcome = port.ask(SENSITIVE.format(canary.word))
    assert outcome.end == "done"
    assert stack.public_requests() == before
    assert not in_training_queue(stack, canary)
    assert outcome.answer not in json.dumps(stack.queued(), ensure_ascii=False)


# S21, X3.4
def test_a_harmless_prompt_and_its_answer_are_kept_for_training(stack, port, canary):
    text = HARMLESS.format(canary.word)
    assert port.ask(text).end == "release"
    answer = stack.page_sends(text)
    assert answer.strip()
    assert in_training_queue(stack, canary)
    kept = [row for row in stack.queued() if canary.word in row[0]]
    assert kept == [(json.dumps([["user", text]], separators=(",", ":")), answer)]
    assert search_folders([stack.queue.parent], canary)


# S19, X3.4: the secured variant has nowhere to keep anything
def test_the_secured_variant_holds_no_file_for_writing_but_its_log(stack, port, canary):
    assert port.ask(SENSITIVE.format(canary.word)).end == "done"
    log = stack.logs / "secured.log"
    assert writable_files(stack.processes["secured"].pid) == {log}
    assert writable_files(stack.free_engine("secured").pid) <= {log}
    assert not search_folders([log.parent], canary)


# S21: the same look at the public variant does find its store
def test_the_public_variant_holds_its_training_queue_for_writing(stack):
    assert stack.queue in writable_files(stack.processes["public"].pid)


# X3.1, X3.2, X3.3 from the terminal
def test_ask_sends_an_ineligible_prompt_directly(stack):
    said = stack.ask(INELIGIBLE)
    assert (said["status"], said["eligible"], said["variant"]) == (0, False, "public")
    assert said["reasons"] == ["not_eligible"]
    assert (said["path"], said["environment"]) == ("direct", "demo-public")
    assert said["answer"].strip()


def test_ask_sends_an_eligible_harmless_prompt_directly_and_it_is_kept(stack, canary):
    said = stack.ask(HARMLESS.format(canary.word))
    assert (said["status"], said["eligible"], said["variant"]) == (0, True, "public")
    assert said["path"] == "direct"
    kept = [row for row in stack.queued() if canary.word in row[0]]
    assert [answer for _, answer in kept] == [said["answer"]]


def test_ask_sends_a_sensitive_prompt_through_the_tunnel_alone(stack, canary):
    before = stack.public_requests()
    said = stack.ask(SENSITIVE.format(canary.word))
    assert (said["status"], said["eligible"], said["variant"]) == (0, True, "secured")
    assert said["path"] == "tunnel"
    assert said["answer"].strip()
    assert stack.public_requests() == before
    assert not in_training_queue(stack, canary)
