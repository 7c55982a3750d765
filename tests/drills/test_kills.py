"""Each part is taken away while a prompt is at each stage: nothing turns public.

One prompt stands at every stage at once, held there by freezing real processes. Then the
part is killed with a real signal, what was frozen goes on, and every prompt's end is looked
at: what its front end was told, what the public variant got, what the wire carried. At last
the next prompt has to be answered again.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from companion import words
from companion.values import HoldReason
from tests.canary import search_folders, search_machine
from tests.drills import parts
from tests.drills.conftest import Scene
from tests.drills.parts import ANSWERING, JUDGED, PARTS, QUEUED, RELEASED, STAGES, WAITING, Part
from tests.live import Outcome, Port, eventually, unread


@dataclass(frozen=True, kw_only=True)
class Drill:
    """What came of one part's end.

    Attributes:
        outcomes: What the front end was told, by stage.
        requests: Chat requests that the public variant got meanwhile.
        recovered_s: Seconds until the next sensitive prompt was answered.
    """

    outcomes: dict[str, Outcome]
    requests: int
    recovered_s: float


@pytest.fixture(scope="module")
def drills() -> dict[str, Drill]:
    """What came of the drills so far, by part."""
    return {}


@pytest.fixture(scope="module", params=PARTS, ids=lambda part: part.name)
def part(request: pytest.FixtureRequest, scene: Scene, drills: dict[str, Drill]) -> Part:
    """A part; its drill is done once, for all tests about it."""
    chosen: Part = request.param
    if chosen.needs_namespace and scene.stack.namespace is None:
        pytest.skip("a route can only be taken away in a network namespace")
    drills[chosen.name] = carry_out(scene, chosen)
    return chosen


def carry_out(scene: Scene, part: Part) -> Drill:
    """Bring prompts to every stage, take the part away, and bring everything back."""
    stack = scene.stack
    before = stack.public_requests()
    with Port(stack) as port:
        with at_every_stage(scene, port) as prompts:
            undo = part.take(stack, port)
        outcomes = {stage: port.outcome(prompt_id) for stage, prompt_id in prompts.items()}
        if port.host.poll() is None:
            word = {"type": "sent", "status": 200, "first_byte_ms": 9.5, "hold_ms": 20.5}
            port.send(word | {"id": prompts[RELEASED]})
    requests = stack.public_requests() - before
    undo()
    began = time.monotonic()
    eventually(scene.answered, "a sensitive prompt is answered again")
    recovered = time.monotonic() - began
    if "daemon" not in stack.processes:
        parts.replace_daemon(stack)
    return Drill(outcomes=outcomes, requests=requests, recovered_s=recovered)


@contextlib.contextmanager
def at_every_stage(scene: Scene, port: Port) -> Iterator[dict[str, str]]:
    """Hold a prompt at each stage; afterwards everything goes on."""
    stack = scene.stack
    prompts = {RELEASED: port.prompt(scene.harmless)}
    assert port.outcome(prompts[RELEASED]).end == "release"
    prompts[ANSWERING] = port.prompt(scene.sensitive)
    port.wait_for("delta")
    with parts.frozen(parts.engines(stack)):
        prompts[WAITING] = port.prompt(scene.sensitive)
        while not port.outcomes[prompts[WAITING]].decided:
            port.receive()
        worker = stack.worker
        with parts.frozen([worker]):
            prompts[JUDGED] = port.prompt(scene.sensitive)
            eventually(lambda: unread(worker.pid), "the worker was given the prompt")
            prompts[QUEUED] = port.prompt(scene.sensitive)
            port.synchronise()
            check_stages(port, prompts)
            yield prompts


def check_stages(port: Port, prompts: dict[str, str]) -> None:
    """Make sure that every prompt is where it was to be held."""
    outcomes = {stage: port.outcomes[prompt_id] for stage, prompt_id in prompts.items()}
    assert not outcomes[QUEUED].decided
    assert not outcomes[JUDGED].decided
    assert outcomes[WAITING].decided["action"] == "answer"
    assert not outcomes[WAITING].answer
    assert outcomes[ANSWERING].answer
    assert not [stage for stage in STAGES if stage != RELEASED and outcomes[stage].end]


@pytest.mark.parametrize("stage", STAGES)
def test_the_front_end_is_told_how_a_prompt_ended(drills, part, stage):  # R4
    outcome = drills[part.name].outcomes[stage]
    assert outcome.end in part.ends[stage], outcome
    if outcome.end in set(HoldReason):
        assert outcome.last["retry"] is True
        assert words.held(HoldReason(outcome.end))


def test_no_prompt_turns_public(scene, drills, part):  # R4, row 15
    drill = drills[part.name]
    assert drill.requests == 0
    for stage in STAGES[:-1]:
        assert drill.outcomes[stage].end != "release"
        assert drill.outcomes[stage].decided.get("variant") != "public"
    queue = scene.stack.queue.parent
    assert not search_folders([queue, scene.stack.logs], scene.secret)


def test_the_next_prompt_is_answered_again(drills, part):
    assert drills[part.name].recovered_s < 30


def test_the_record_is_whole_and_says_how_it_ended(scene, drills, part):  # row 20
    stack = scene.stack
    verified = stack.run("audit", "verify", "--json")
    assert verified.returncode == 0, verified.stdout
    for stage, outcome in drills[part.name].outcomes.items():
        rows = stack.audit(outcome.id)
        assert {row.get("variant") for row in rows} <= {"secured", "public"}
        if stage != RELEASED:
            assert all(row.get("variant") == "secured" for row in rows)
        if outcome.decided:
            assert rows[0]["event"] == "decided"


def test_a_released_prompt_arrives_all_the_same(scene, part):
    """The positive control: the searches above would have found it."""
    assert scene.stack.page_sends(scene.harmless).strip()
    assert search_folders([scene.stack.queue.parent], scene.open)


def test_nothing_of_all_drills_is_in_any_file(scene):
    """Runs last: files that the killed processes left behind are searched, too."""
    found = search_machine(scene.stack.home, scene.secret, since=scene.began)
    assert "\n".join(map(str, sorted(found))) == ""
