"""The private conversation goes on in the side panel, and nowhere else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ARTIFACTS, extension_page, worker

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

PRIVATE = "Please summarise: patient Maria Keller, born 3 May 1961, has HIV and takes Biktarvy."
FOLLOW = "And what should Maria Keller ask her doctor?"
SECRET = b"Maria Keller"
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE_MS = 60_000


@pytest.fixture
def private(person):
    """A tab whose message was answered privately."""
    person.send(PRIVATE)
    person.says("Answered privately")
    return person


@pytest.fixture
def side(private, context):
    page = extension_page(context, f"side/side.html?tab={tab_of(private)}")
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".turn.assistant").first.wait_for()
    yield page
    page.close()


def tab_of(person) -> int:
    find = "async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url).id"
    return worker(person.context).evaluate(find, person.page.url)


def turns(page, role: str) -> list[str]:
    part = "p" if role == "user" else ".answer"
    return page.locator(f".turn.{role} {part}").all_inner_texts()


def answered(page, count: int):
    page.locator(".turn.assistant > button").nth(count - 1).wait_for(timeout=PATIENCE_MS)


def ask(page, text: str):
    page.locator("#question").fill(text)
    page.locator("#question").press("Enter")


def test_it_shows_what_was_asked_and_answered_and_by_whom(side):
    assert turns(side, "user") == [PRIVATE]
    assert turns(side, "assistant")[0].strip()
    assert "SmolLM2" in side.locator(".turn.assistant h2").inner_text()
    assert "None of this goes to Example Chat" in side.locator("#about").inner_text()


def test_a_follow_up_question_is_answered_there_and_the_site_learns_nothing(side, private):
    before = private.ear.requests()
    ask(side, FOLLOW)
    answered(side, 2)
    assert turns(side, "user") == [PRIVATE, FOLLOW]
    assert turns(side, "assistant")[1].strip()
    assert private.ear.requests() == before
    assert SECRET not in private.ear.received


def test_even_a_harmless_follow_up_question_stays_private(side, private):
    before = private.ear.requests()
    ask(side, "What is the capital of France?")
    answered(side, 2)
    assert private.ear.requests() == before


def test_what_the_page_asks_privately_later_joins_the_same_conversation(side, private):
    private.send("Thanks. Write it shorter.")
    answered(side, 2)
    assert turns(side, "user")[1] == "Thanks. Write it shorter."


def test_an_answer_can_be_stopped_and_says_so(side, private):
    ask(side, "Tell a very long story about a lighthouse, in twenty paragraphs.")
    private.eventually(lambda: len(turns(side, "assistant")[1]) > 20, "the answer begins")
    side.locator("#stop").click()
    side.get_by_text("You stopped it here.").wait_for()
    assert side.locator("#send").is_visible()


def test_a_question_that_is_stopped_before_its_first_word_comes_back(side, stack):
    os.kill(stack.processes["daemon"].pid, signal.SIGSTOP)
    try:
        ask(side, FOLLOW)
        side.locator("#stop").click()
        assert side.locator("#question").input_value() == FOLLOW
        assert turns(side, "user") == [PRIVATE]
    finally:
        os.kill(stack.processes["daemon"].pid, signal.SIGCONT)


def test_a_button_of_the_panel_opens_it_beside_the_page(private, context):
    private.press_button("Continue in the side panel")

    def beside():
        with private.session() as session:
            found = session.send("Target.getTargets")["targetInfos"]
        return any("side/side.html" in target["url"] for target in found)

    private.eventually(beside, "the side panel is open")


def test_a_conversation_that_is_forgotten_is_gone(side, private, context):
    side.locator("#forget").click()
    side.get_by_text("the conversation goes on here").wait_for()
    again = extension_page(context, f"side/side.html?tab={tab_of(private)}")
    again.get_by_text("the conversation goes on here").wait_for()
    again.close()


def test_nothing_of_it_is_stored(side, private):
    stored = worker(private.context).evaluate(
        """async () => JSON.stringify([
            await chrome.storage.local.get(), await chrome.storage.session.get()])"""
    )
    assert "Maria" not in stored
    assert "Biktarvy" not in stored


def test_while_the_private_connection_is_down_the_question_comes_back(side, stack):
    stack.kill("secured")
    ask(side, FOLLOW)
    side.locator("#kept").wait_for(timeout=PATIENCE_MS)
    assert side.locator("#question").input_value() == FOLLOW
    assert turns(side, "user") == [PRIVATE]
    stack.launch("secured")
    stack.wait_until_ready()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits_a_narrow_panel(side, scheme):
    side.emulate_media(color_scheme=scheme)
    side.set_viewport_size({"width": 320, "height": 640})
    side.evaluate(AXE.read_text(encoding="utf-8"))
    found = side.evaluate("axe.run().then(({violations}) => violations.map(({id}) => id))")
    assert found == []
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not side.evaluate(wide)
    ARTIFACTS.mkdir(exist_ok=True)
    side.screenshot(path=ARTIFACTS / f"side-{scheme}.png")
