"""What is away for a while: the secured variant, and the placement service."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.canary import search_folders
from tests.drills import parts
from tests.drills.conftest import Scene
from tests.live import Message, Port, eventually

NOTICED_WITHIN = 6.0
"""Seconds from the far end's return until the front end is told, on a machine at rest."""
SLACK = 6.0
"""More of them for a machine that is busy with other things."""
MEASURED = Path(__file__).parents[1] / "artifacts" / "outages.json"


def told(port: Port, links: Callable[[Message], bool]) -> None:
    """Return when the daemon has said by itself that the links are so."""
    while not links(port.wait_for("state")["links"]):
        pass


def is_up(links: Message) -> bool:
    return (links["tunnel"], links["secured"]) == ("up", "ready")


def is_down(links: Message) -> bool:
    return links["tunnel"] != "up" or links["secured"] == "unreachable"


def record(name: str, seconds: float) -> None:
    """Keep a figure for the report."""
    MEASURED.parent.mkdir(exist_ok=True)
    known = json.loads(MEASURED.read_text()) if MEASURED.exists() else {}
    MEASURED.write_text(json.dumps(known | {name: round(seconds, 2)}, indent=2) + "\n")


@pytest.fixture
def port(scene):
    with Port(scene.stack) as opened:
        opened.wait_for("welcome")
        yield opened


AWAY = [part for part in parts.PARTS if part.ends == parts.CUT_OFF]


@pytest.mark.parametrize("part", AWAY, ids=lambda part: part.name)
def test_while_the_secured_variant_is_away_a_prompt_is_held_and_goes_through_later(
    scene, port, part
):
    stack = scene.stack
    if part.needs_namespace and stack.namespace is None:
        pytest.skip("a route can only be taken away in a network namespace")
    before = stack.public_requests()
    undo = part.take(stack, port)
    held = port.ask(scene.sensitive)
    assert held.end in {"tunnel_down", "secured_unreachable"}
    assert held.last["retry"] is True
    assert is_down(eventually(lambda: is_down(port.links) and port.links, "the links are down"))
    undo()
    returned = time.monotonic()
    told(port, is_up)
    noticed = time.monotonic() - returned
    record(f"{part.name} back, noticed after", noticed)
    # The person's click: the same prompt with the same id.
    port.prompt(scene.sensitive, id=held.id)
    assert port.outcome(held.id).end == "done"
    assert stack.public_requests() == before
    assert noticed <= NOTICED_WITHIN + SLACK


def test_a_harmless_prompt_goes_its_way_while_the_secured_variant_is_away(scene, port):
    stack = scene.stack
    undo = parts.freeze_gateway(stack, port)
    try:
        assert port.ask(scene.harmless).end == "release"
        assert stack.page_sends(scene.harmless).strip()
    finally:
        undo()
    eventually(scene.answered, "the tunnel is back")


def test_ask_is_held_while_the_secured_variant_is_away(scene, port):
    stack = scene.stack
    before = stack.public_requests()
    undo = parts.freeze_gateway(stack, port)
    try:
        said = stack.ask(scene.sensitive)
    finally:
        undo()
    assert said["status"] == 5
    assert said["held"] in {"tunnel_down", "secured_unreachable"}
    assert stack.public_requests() == before
    eventually(scene.answered, "the tunnel is back")


def test_a_daemon_that_starts_without_its_gateway_holds_and_serves_when_it_is_there(scene):
    stack = scene.stack
    stack.kill("daemon")
    stack.kill("secured")
    stack.launch("daemon")
    eventually(lambda: stack.links().get("worker") == "ready", "the worker is ready")
    with Port(stack) as port:
        held = port.ask(scene.sensitive)
        assert held.end in {"tunnel_down", "secured_unreachable"}
        assert port.ask(scene.harmless).end == "release"
        stack.launch("secured")
        stack.wait_until_listening("secured")
        listening = time.monotonic()
        told(port, is_up)
        record("gateway there for the first time, noticed after", time.monotonic() - listening)
        port.prompt(scene.sensitive, id=held.id)
        assert port.outcome(held.id).end == "done"


def test_without_the_public_variant_nothing_changes_its_way(scene, port):
    stack = scene.stack
    stack.kill("public")
    said = stack.ask(scene.harmless)
    assert (said["status"], said["held"], said["variant"]) == (5, "public_failed", "public")
    assert port.ask(scene.sensitive).end == "done"
    stack.launch("public")
    stack.wait_until_listening("public")
    assert stack.ask(scene.harmless)["status"] == 0


def decide(port: Port, text: str) -> float:
    """Return the seconds until a prompt is decided and released."""
    began = time.monotonic()
    outcome = port.ask(text)
    taken = time.monotonic() - began
    assert outcome.end == "release"
    word = {"type": "sent", "id": outcome.id, "status": 200, "first_byte_ms": 9, "hold_ms": 20}
    port.send(word)
    return taken


def stored(scene: Scene) -> int:
    """Return how many prompts the placement service knows about."""
    query = "SELECT count(*) FROM latency_span JOIN series ON series.id = series WHERE stage = ?"
    with contextlib.closing(sqlite3.connect(scene.stack.placement_database)) as database:
        return int(database.execute(query, ("total",)).fetchone()[0])


def test_without_the_placement_service_no_prompt_waits_and_samples_come_later(scene, port):
    stack = scene.stack
    present = [decide(port, scene.harmless) for _ in range(20)]
    eventually(lambda: nothing_new(scene), "all samples so far are stored")
    known = stored(scene)
    stack.kill("placement")
    absent = [decide(port, scene.harmless) for _ in range(20)]
    assert statistics.median(absent) < statistics.median(present) * 2 + 0.05
    assert stored(scene) == known
    stack.launch("placement")
    stack.wait_until_listening("placement")
    eventually(lambda: stored(scene) == known + 20, "the samples are delivered", 60)
    places = [stack.placement_database.parent, stack.paths.state]
    assert not search_folders(places, scene.secret)
    assert not search_folders(places, scene.open)


def nothing_new(scene: Scene) -> bool:
    """Whether the companion's spool is empty."""
    spool = f"{scene.stack.paths.spool.as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(spool, uri=True)) as database:
        return database.execute("SELECT count(*) FROM sample").fetchone() == (0,)
