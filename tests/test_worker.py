"""The worker's own loop, over byte streams in memory, and the process that runs it."""

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from core_cases import CANARY, WordTools, active, request

from companion import worker
from companion.attachments import File, Unread
from companion.detectors import DetectorError
from companion.values import Attachment, PromptText, Reason, Variant
from companion.worker import LENGTH, Judge, Ready, SetPolicy, Verdict, frame

pytestmark = pytest.mark.system

LONG = "please tell me about the weather and the fields around the village in spring"


def spoken(data: bytes) -> list[worker.FromWorker]:
    said, stream = [], io.BytesIO(data)
    while header := stream.read(LENGTH.size):
        payload = stream.read(LENGTH.unpack(header)[0])
        said.append(msgspec.msgpack.decode(payload, type=worker.FromWorker))
    return said


def run(*messages: worker.ToWorker, tools=None, tail: bytes = b"") -> list[worker.FromWorker]:
    out = io.BytesIO()
    stdin = io.BytesIO(b"".join(map(frame, messages)) + tail)
    worker.run(stdin, out, tools or WordTools())
    return spoken(out.getvalue())


def judged(asked, rules=None, tools=None) -> Verdict:
    _, verdict = run(SetPolicy(active=rules or active()), Judge.of(asked), tools=tools)
    return verdict


def test_a_request_survives_the_pipe_as_it_is():
    whole = request(
        CANARY,
        adaptation=PromptText("payload \U0001f600"),
        account="a",
        private_network=True,
        attachments=(Attachment(media_type="text/plain", size=3),),
        floor=True,
        readable=False,
        files=(
            File(name=PromptText("a"), text=PromptText("b"), format="pdf", unread=Unread.PICTURE),
        ),
    )
    _, message = b"", msgspec.msgpack.decode(frame(Judge.of(whole))[4:], type=worker.ToWorker)
    assert message.request() == whole
    assert request("x") == Judge.of(request("x")).request()


def test_a_message_to_the_worker_hides_its_text_when_it_is_printed():
    file = File(name=PromptText(CANARY), text=PromptText(CANARY))
    laid_open = Judge.of(request(CANARY, adaptation=PromptText(CANARY), files=(file,)))
    assert CANARY not in f"{laid_open!r} {laid_open} {laid_open.files}"


def test_a_request_takes_no_bytes_of_its_files_along():
    file = Attachment(media_type="", size=3, data=CANARY.encode())
    assert b"Zebulon" not in frame(Judge.of(request(LONG, attachments=(file,))))


def test_it_says_that_it_is_ready_and_ends_with_its_pipe():
    assert run() == [Ready(model_id="words")]


def test_it_answers_each_request_under_the_policy_of_the_moment():
    rules = active("threshold = 0.0")
    said = run(
        SetPolicy(active=active()),
        Judge.of(request(LONG, id="first")),
        SetPolicy(active=rules),
        Judge.of(request(LONG, id="second")),
    )
    verdicts = [(each.decision.request_id, each.decision.variant) for each in said[1:]]
    assert verdicts == [("first", Variant.PUBLIC), ("second", Variant.SECURED)]
    assert said[2].decision.policy_id == rules.id


def test_without_a_policy_it_judges_nothing():
    assert run(Judge.of(request(LONG))) == [Ready(model_id="words")]


@pytest.mark.parametrize(
    "error",
    [DetectorError("x"), RuntimeError(CANARY), MemoryError(), RecursionError(), KeyError(CANARY)],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_library_raises_is_a_secured_decision(error):  # R4
    class Broken(WordTools):
        def judge(self, text, rules):
            raise error

    for rules in (None, active("[eligibility.information]\nkinds = ['US_SSN']")):
        decision = judged(request("hello" if rules else LONG), rules, Broken()).decision
        assert decision.variant is Variant.SECURED
        assert decision.reasons == (Reason.DETECTOR_FAILED,)


@pytest.mark.parametrize("tail", [b"\x00", LENGTH.pack(10)[:3]])
def test_half_a_header_ends_it(tail):
    assert run(tail=tail) == [Ready(model_id="words")]


@pytest.mark.parametrize("tail", [LENGTH.pack(10) + b"half", LENGTH.pack(1) + b"\xc1"])
def test_a_frame_that_is_no_message_ends_it_with_an_error(tail):
    with pytest.raises(msgspec.DecodeError):
        run(tail=tail)


def test_the_process_prints_nothing_but_frames_and_shows_no_text():
    frames = [frame(SetPolicy(active=active())), frame(Judge.of(request(CANARY + LONG)))]
    process = subprocess.run(
        [sys.executable, "-I", "-m", "companion.worker"],
        input=b"".join(frames) + LENGTH.pack(1) + b"\xc1",  # and then it breaks
        capture_output=True,
        timeout=60,
        check=False,
    )
    ready, verdict = spoken(process.stdout)
    assert ready.model_id == verdict.decision.model_id
    assert verdict.decision.variant is Variant.SECURED
    assert process.returncode == 1
    for stream in (process.stdout, process.stderr):
        assert b"Zebulon" not in stream
    assert process.stderr.count(b"\n") == 1  # the error's type and place


def test_the_process_cannot_be_read_by_others_of_the_same_user():
    with subprocess.Popen(
        [sys.executable, "-I", "-m", "companion.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        process.stdout.read(LENGTH.size)
        # An undumpable process belongs to root in /proc, whoever runs it.
        proc = Path(f"/proc/{process.pid}")
        lines = (proc / "limits").read_text().splitlines()
        (core,) = [line.split() for line in lines if line.startswith("Max core")]
        assert core[4:6] == ["0", "0"]
        assert (proc / "mem").stat().st_uid == 0
        process.stdin.close()
        assert process.wait(30) == 0
