"""Example 3, all three arms, typed into a real Chromium, with its wire captured.

Browser and system share a network namespace with nobody else in it. Every search is run for
two words: the one of the private prompt must be nowhere, the one of the harmless prompt
must be found by the same search.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

import pytest

from companion.demo import browser
from companion.demo.proof import row_pair, rows
from tests.canary import Canary, search, search_folders
from tests.e2e.browser import Ear, Person, launched
from tests.live import LiveStack
from tests.wire import Capture

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.netns,
    pytest.mark.skipif(browser.find() is None, reason="needs Chromium: `make system` installs it"),
    pytest.mark.skipif(
        bool(os.geteuid()) or not all(map(shutil.which, ("ip", "tcpdump"))),
        reason="a capture needs root, iproute2 and tcpdump",
    ),
]

GREETING = "Hello there"
HARMLESS = "Explain in one sentence why the sky is blue and never {}."
SENSITIVE = (
    "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer. "
    "She is treated in the {} clinic. Write a letter to her."
)


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the three arms left behind; all processes have ended."""

    stack: LiveStack
    rows: dict[str, tuple[dict, dict]]
    bodies: list[bytes]
    panel: str
    wire: dict[str, bytes]
    secret: Canary
    open: Canary


@pytest.fixture(scope="module")
def run(namespace, tmp_path_factory):
    from playwright.sync_api import sync_playwright

    secret, harmless = Canary.fresh(), Canary.fresh()
    prompts = {
        "ineligible": GREETING,
        "harmless": HARMLESS.format(harmless.word),
        "sensitive": SENSITIVE.format(secret.word),
    }
    folder = tmp_path_factory.mktemp("whole-path")
    stack = LiveStack(folder / "home", namespace=namespace)
    with namespace.inside(), Capture(folder / "capture.pcap") as capture, stack:
        # Playwright's own process starts the browser, so it has to start in here too.
        with (
            Ear(stack.ports.public) as ear,
            sync_playwright() as playwright,
            launched(playwright, stack, folder / "profile") as context,
        ):
            person = Person(context, ear)
            found = {name: typed(stack, person, text) for name, text in prompts.items()}
            panel = person.says("Answered privately")
            bodies = ear.bodies()
        stack.stop()
        capture.settle()
    wire = capture.payloads()
    return Run(
        stack=stack,
        rows=found,
        bodies=bodies,
        panel=panel,
        wire=wire,
        secret=secret,
        open=harmless,
    )


def typed(stack, person, text):
    """Type a prompt key by key into a fresh chat; return the rows of its Decision and end."""
    known = {row.get("request") for row in rows(stack)}
    person.open()
    person.page.locator("#prompt").press_sequentially(text)
    person.page.keyboard.press("Enter")

    def ended():
        fresh = [row for row in rows(stack) if row.get("request") not in known]
        pairs = [row_pair(fresh, row["request"]) for row in fresh]
        return next((pair for pair in pairs if pair[1].get("event") in {"sent", "answered"}), None)

    found = person.eventually(ended, "the prompt comes to its end")
    if found[0]["variant"] == "public":
        person.eventually(lambda: browser.page_answer(person.page), "the site's answer is whole")
    return found


def on_the_wire(run, canary):
    return {each for name, data in run.wire.items() for each in search(data, canary, name)}


def test_an_ineligible_prompt_goes_to_the_public_variant_without_a_decision_about_it(run):  # X3.1
    decided, ended = run.rows["ineligible"]
    assert (decided["eligible"], decided["reasons"]) == (False, ("not_eligible",))
    assert (decided["variant"], ended["event"]) == ("public", "sent")
    assert any(GREETING.encode() in body for body in run.bodies)


def test_an_eligible_harmless_prompt_goes_to_the_public_variant(run):  # X3.2
    decided, ended = run.rows["harmless"]
    assert (decided["eligible"], decided["reasons"]) == (True, ("below_threshold",))
    assert (decided["variant"], ended["event"]) == ("public", "sent")
    assert any(run.open.word.encode() in body for body in run.bodies)


def test_an_eligible_sensitive_prompt_is_answered_by_the_secured_variant(run):  # X3.3, S24
    decided, ended = run.rows["sensitive"]
    assert (decided["eligible"], decided["variant"]) == (True, "secured")
    assert (ended["event"], ended["destination"]["path"]) == ("answered", "tunnel")
    assert "Answered privately by SmolLM2-135M-Instruct" in run.panel


def test_the_site_gets_two_requests_and_no_byte_of_the_sensitive_one(run):  # F16, X3.4
    assert len(run.bodies) == 2
    assert not any(b"Keller" in body or run.secret.word.encode() in body for body in run.bodies)


def test_the_sensitive_prompt_is_on_no_wire_in_any_form(run):  # S14
    assert on_the_wire(run, run.secret) == set()


def test_the_same_search_finds_the_harmless_one_on_the_wire(run):
    assert on_the_wire(run, run.open)


def test_the_sensitive_prompt_is_in_no_file_of_any_process(run):
    assert search_folders([run.stack.home], run.secret) == set()


def test_the_same_search_finds_the_harmless_one_in_the_training_queue_alone(run):  # S21
    places = {each.place.split(" ")[0] for each in search_folders([run.stack.home], run.open)}
    assert places
    assert all(place.startswith(str(run.stack.queue)) for place in places)
