"""A pressed send is judged before the page knows of it: comfort in front of the wall."""

from __future__ import annotations

import os
import signal

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ENDPOINT, body_of

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

HARMLESS = "What is the capital of France?"
PRIVATE = "Please summarise: patient Maria Keller, born 3 May 1961, has HIV and takes Biktarvy."
SECRET = b"Maria Keller"
WATCH = """() => {
    window.heard = [];
    for (const name of ["keydown", "keypress", "keyup", "pointerdown", "click", "submit"]) {
        addEventListener(name, (event) => heard.push(name), true);
    }
}"""
STRICT = """() => {
    const deaf = (event) => event.isTrusted || event.stopImmediatePropagation();
    for (const name of ["keydown", "keypress", "keyup", "click"]) {
        addEventListener(name, deaf, true);
    }
}"""


def turns(person) -> list[str]:
    return person.page.locator(".turn.user .text").all_inner_texts()


def settled(person):
    """Wait until the extension has told the page's bridge what site this is."""
    person.says("Sottovoce")


def arrives(person, body):
    """Wait until the site has it, over whichever connection: the browser tells of a request as it
    begins to leave.
    """
    person.eventually(lambda: body in person.ear.bodies(), "it arrives")


def test_a_private_message_never_becomes_one_of_the_site(person):  # F03
    person.send(PRIVATE)
    person.says("Answered privately")
    assert person.box == ""
    assert turns(person) == []
    assert person.ear.requests() == 0


def test_a_harmless_message_becomes_one_of_the_site_and_leaves_byte_for_byte(person):
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    arrives(person, body_of(HARMLESS))
    assert turns(person) == [HARMLESS]


def test_the_page_hears_nothing_of_a_private_send(person):
    person.page.evaluate(WATCH)
    person.page.locator("#prompt").fill(PRIVATE)
    person.page.locator("#prompt").press("Enter")
    person.says("Answered privately")
    assert person.page.evaluate("heard") == []


def test_the_send_button_is_held_like_the_key(person):
    person.page.locator("#prompt").fill(PRIVATE)
    settled(person)
    person.page.evaluate(WATCH)
    person.page.locator("#send").click()
    person.says("Answered privately")
    assert person.page.evaluate("heard") == []
    assert turns(person) == []


def test_a_harmless_message_goes_by_the_button_too(person):
    person.page.locator("#prompt").fill(HARMLESS)
    settled(person)
    person.page.locator("#send").click()
    person.says("Sent to Example Chat")
    assert turns(person) == [HARMLESS]


def test_a_second_press_while_the_first_is_judged_counts_for_nothing(person, stack):
    daemon = stack.processes["daemon"].pid
    person.page.locator("#prompt").fill(HARMLESS)
    settled(person)
    before = person.ear.requests()
    os.kill(daemon, signal.SIGSTOP)
    try:
        for _ in range(3):
            person.page.locator("#prompt").press("Enter")
    finally:
        os.kill(daemon, signal.SIGCONT)
    person.says("Sent to Example Chat")
    person.page.wait_for_timeout(500)
    assert person.ear.requests() == before + 1


def test_text_that_is_edited_while_it_is_judged_is_judged_again(person, stack):  # never sent unseen
    daemon = stack.processes["daemon"].pid
    settled(person)
    before = person.ear.requests()
    os.kill(daemon, signal.SIGSTOP)
    try:
        person.page.locator("#prompt").fill(HARMLESS)
        person.page.locator("#prompt").press("Enter")
        person.page.locator("#prompt").fill(PRIVATE)
    finally:
        os.kill(daemon, signal.SIGCONT)
    person.says("Answered privately")
    assert SECRET not in person.ear.received
    assert person.ear.requests() == before
    assert turns(person) == []


def test_a_page_that_believes_only_the_browser_asks_for_one_more_press(person):
    settled(person)
    person.page.evaluate(STRICT)
    person.page.locator("#prompt").fill(HARMLESS)
    person.page.locator("#prompt").press("Enter")
    person.says("press send once more")
    person.page.locator("#prompt").press("Enter")
    person.says("Sent to Example Chat")
    assert turns(person) == [HARMLESS]


def test_a_page_that_believes_only_the_browser_gets_no_private_text_out(person):
    settled(person)
    person.page.evaluate(STRICT)
    person.send(HARMLESS)
    person.says("press send once more")
    person.send(PRIVATE)
    person.says("Answered privately")
    assert SECRET not in person.ear.received


def test_enter_that_ends_a_composition_of_an_input_method_sends_nothing(person):
    settled(person)
    before = person.ear.requests()
    person.page.locator("#prompt").focus()
    with person.session() as session:
        session.send(
            "Input.imeSetComposition",
            {"text": "とうきょう", "selectionStart": 5, "selectionEnd": 5},
        )
        session.send(
            "Input.dispatchKeyEvent",
            {"type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229},
        )
        session.send("Input.insertText", {"text": "東京"})
    person.page.wait_for_timeout(500)
    assert person.box == "東京"
    assert person.ear.requests() == before
    assert "Checking" not in person.panel()


def test_shift_and_enter_begins_a_line_and_sends_nothing(person):
    person.page.locator("#prompt").fill("one")
    settled(person)
    person.page.locator("#prompt").press("Shift+Enter")
    person.page.keyboard.type("two")
    assert person.box == "one\ntwo"


def test_several_lines_are_asked_about_and_leave_as_they_were_typed(person):
    text = "Three rivers of Europe:\n\n- one per line\n\tindented\n“quoted” 🙂 مرحبا"
    person.page.locator("#prompt").fill(text)
    person.page.locator("#prompt").press("Enter")
    person.says("Sent to Example Chat")
    arrives(person, body_of(text))


def test_without_a_companion_the_text_stays_in_the_box_and_the_page_knows_nothing(person, stack):
    settled(person)
    person.page.evaluate(WATCH)
    daemon = stack.processes["daemon"].pid
    os.kill(daemon, signal.SIGSTOP)
    try:
        person.page.locator("#prompt").fill(PRIVATE)
        person.page.locator("#prompt").press("Enter")
        person.says("Checking")
        assert person.page.evaluate("heard") == []
        assert person.box == PRIVATE
    finally:
        os.kill(daemon, signal.SIGCONT)
    person.says("Answered privately")


def test_a_harmless_message_that_was_judged_ahead_goes_at_once_by_the_persons_own_key(person):
    settled(person)
    person.page.evaluate(
        "addEventListener('keydown', (event) => { window.trusted = event.isTrusted; }, true)"
    )
    person.page.locator("#prompt").fill("Which rivers flow through Lyon?")
    person.page.wait_for_timeout(1_500)
    person.page.locator("#prompt").press("Enter")
    assert person.page.evaluate("trusted") is True
    person.says("Sent to Example Chat")


def test_a_private_message_that_was_judged_ahead_leaves_no_trace_until_it_is_sent(person, stack):
    settled(person)
    rows = stack.run("audit", "export").stdout.count("\n")
    person.page.locator("#prompt").fill(PRIVATE)
    person.page.wait_for_timeout(1_500)
    assert stack.run("audit", "export").stdout.count("\n") == rows
    assert "privately" not in person.panel()
    person.page.locator("#prompt").press("Enter")
    person.says("Answered privately")
    assert turns(person) == []


def test_what_the_hold_lets_pass_is_still_judged_as_it_leaves(person):
    """A page that changes the text after the press cannot use the verdict on another."""
    settled(person)
    person.page.evaluate(
        """(text) => addEventListener("keydown", () => {
            document.getElementById("prompt").value = text;
        }, true)""",
        PRIVATE,
    )
    person.send(HARMLESS)
    person.says("Answered privately")
    assert SECRET not in person.ear.received
    assert not any(SECRET in body for body in person.ear.bodies(ENDPOINT))
