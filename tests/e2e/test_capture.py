"""From the keyboard to the answer, in a real Chromium with the real extension and companion."""

import json

import psutil
import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import (
    ENDPOINT,
    Ear,
    Person,
    body_of,
    extension_page,
    launched,
    stop_worker,
    worker,
)
from tests.live import eventually, stopped

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
SECRET = b"Keller"

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


@pytest.fixture
def ear(stack):
    """An ear for each test, so that it hears that test alone."""
    with Ear(stack.ports.public) as listening:
        yield listening


def test_a_harmless_prompt_leaves_byte_for_byte_and_the_panel_says_so(person):  # F03, X3.2
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    assert person.ear.bodies() == [body_of(HARMLESS)]
    person.eventually(
        lambda: person.page.locator(".turn.assistant").inner_text().strip(), "the site answers"
    )


def test_the_fragment_that_opens_the_wall_never_reaches_the_server(person):  # F03
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    assert b"sottovoce" not in person.ear.received


def test_a_sensitive_prompt_is_answered_in_the_panel_and_the_site_sees_nothing(person):  # X3.3
    person.send(SENSITIVE)
    said = person.says("Answered privately by SmolLM2")
    assert "Not sent to Example Chat, not used for training." in said
    assert len(said) > 200
    assert person.box == ""
    assert SECRET not in person.ear.received
    assert person.ear.requests() == 0


def test_the_reasons_are_told_by_kind_in_words_with_level_and_threshold(person):  # S08, S09
    person.send(SENSITIVE)
    person.says("Answered privately")
    person.press_button("Why?")
    said = person.says("messages from 0.50 on are answered privately")
    assert "a person's name" in said
    assert "Maria Keller" in said
    assert "PERSON" not in said


def test_a_second_enter_while_the_first_is_in_hand_sends_nothing_more(person):  # F03
    person.page.evaluate(
        """([path, body]) => {
            window.ends = [];
            for (let i = 0; i < 2; i++) {
                fetch(path, {method: "POST", body}).then(async (response) => {
                    const text = await response.text();
                    ends.push(text.includes("not_sent") ? "refused" : "sent");
                });
            }
        }""",
        [ENDPOINT, body_of(HARMLESS).decode()],
    )
    ends = person.eventually(
        lambda: len(found := person.page.evaluate("ends")) == 2 and found, "both end"
    )
    assert sorted(ends) == ["refused", "sent"]
    assert person.ear.requests() == 1


def test_two_key_presses_of_enter_give_one_private_answer(person):  # F03
    person.page.locator("#prompt").fill(SENSITIVE)
    person.page.keyboard.press("Enter")
    person.page.keyboard.press("Enter")
    said = person.says("Answered privately")
    assert said.count("Not sent to Example Chat") == 1
    assert person.ear.requests() == 0


def test_an_xmlhttprequest_is_held_like_a_fetch(person):  # F03
    outcome = """([path, body]) => new Promise((done) => {
        const request = new XMLHttpRequest();
        request.open("POST", path);
        request.setRequestHeader("Content-Type", "application/json");
        request.onloadend = () => done(request.status);
        request.send(body);
    })"""
    assert person.page.evaluate(outcome, [ENDPOINT, body_of(HARMLESS).decode()]) == 200
    assert person.page.evaluate(outcome, [ENDPOINT, body_of(SENSITIVE).decode()]) == 0
    assert person.ear.bodies() == [body_of(HARMLESS)]


def test_earlier_turns_that_leave_with_the_body_are_judged_too(person):  # F03
    turns = [("user", SENSITIVE), ("assistant", "I see."), ("user", "Thanks")]
    body = json.dumps({"messages": [{"role": role, "content": text} for role, text in turns]})
    sent = "([path, body]) => fetch(path, {method: 'POST', body}).then((r) => r.status)"
    assert person.page.evaluate(sent, [ENDPOINT, body]) == 400
    assert SECRET not in person.ear.received


ODD = {
    "empty": "",
    "a megabyte": "Once upon a time there was a word. " * 30_000,
    "ten thousand lines": "a line\n" * 10_000,
    "emoji": "🎉👩‍👩‍👧‍👦🏳️‍🌈 party",
    "right to left": "مرحبا، كيف حالك؟ שלום",
    "a NUL": "before\0after",
    "a lone surrogate": "before\ud800after",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_prompt_gets_an_answer_or_a_clear_message(person, kind):
    body = json.dumps({"messages": [{"role": "user", "content": ODD[kind]}]})
    ended = person.page.evaluate(
        """([path, body]) => Promise.race([
            fetch(path, {method: "POST", body}).then((response) => response.status),
            new Promise((done) => setTimeout(done, 30000, "held")),
        ])""",
        [ENDPOINT, body],
    )
    assert ended not in {None, 0}
    if person.ear.requests():
        assert person.ear.bodies() == [body.encode()]
    else:
        clear = ("privately", "Kept in your text box")
        person.eventually(lambda: any(word in person.panel() for word in clear), "it says so")


def test_a_chat_with_private_text_stays_private_until_a_clean_one_is_started(person):
    person.send(SENSITIVE)
    person.says("Answered privately")
    person.send("Thanks, now explain why the sky is blue.")
    person.says("This chat holds private text, so it stays private.")
    person.says("Start a clean chat")
    person.eventually(lambda: person.panel().count("Answered privately") == 2, "both answers")
    person.page.get_by_role("button", name="New chat").click()
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    assert person.ear.requests() == 1


def test_a_body_that_nobody_can_read_is_kept(person):  # F03
    sent = "(path) => fetch(path, {method: 'POST', body: 'no json'}).then((r) => r.status)"
    assert person.page.evaluate(sent, ENDPOINT) == 400
    person.says("cannot be checked. Nothing was sent.")
    assert person.ear.requests() == 0


def test_the_site_stops_a_request_that_is_held(person):  # F03
    aborted = """([path, body]) => {
        const stop = new AbortController();
        const ended = fetch(path, {method: "POST", body, signal: stop.signal});
        stop.abort();
        return ended.then(() => "sent", (error) => error.name);
    }"""
    assert person.page.evaluate(aborted, [ENDPOINT, body_of(HARMLESS).decode()]) == "AbortError"
    assert person.ear.requests() == 0


def test_with_the_worker_killed_in_flight_the_prompt_is_kept_and_goes_on_after_retry(
    person, stack, context
):
    daemon = stack.processes["daemon"]
    with _standing_still(daemon.pid):
        person.send(SENSITIVE)
        person.says("Checking")
        stop_worker(context)
        person.says("sending is paused")
        assert person.box == SENSITIVE
    person.press_button("Retry")
    person.says("Answered privately")
    assert SECRET not in person.ear.received


def test_with_the_daemon_killed_in_flight_nothing_leaves_and_retry_starts_it_again(person, stack):
    daemon = stack.processes["daemon"]
    with _standing_still(daemon.pid):
        person.send(SENSITIVE)
        person.says("Checking")
        stack.kill("daemon")
    person.says("sending is paused")
    assert person.box == SENSITIVE
    person.press_button("Retry")
    person.says("Answered privately", 90)
    assert SECRET not in person.ear.received


def test_with_the_host_killed_in_flight_nothing_leaves_and_retry_starts_it_again(person, stack):
    daemon = next(
        process
        for process in psutil.process_iter()
        if process.name().startswith("python")
        and str(stack.home) in _environment(process)
        and process.cmdline()[-1] == "daemon"
    )
    hosts = [
        process
        for process in psutil.process_iter()
        if any(part.endswith("host.py") for part in _line(process))
        and str(stack.home) in " ".join(_line(process))
    ]
    assert hosts
    with stopped(daemon):
        person.send(SENSITIVE)
        person.says("Checking")
        for host in hosts:
            host.kill()
        person.says("sending is paused")
    person.press_button("Retry")
    person.says("Answered privately", 90)
    assert SECRET not in person.ear.received


def test_the_wall_stands_while_the_worker_is_stopped(person, context):
    stop_worker(context)
    person.page.evaluate("(path) => navigator.sendBeacon(path, 'canary')", ENDPOINT)
    person.page.evaluate("(path) => fetch(path + '?canary').catch(() => {})", ENDPOINT)
    assert person.ear.requests() == 0


def test_what_the_site_sends_in_another_way_is_stopped_and_said_openly(person):  # F02
    sent = "(path) => void fetch(path, {method: 'PUT', body: 'canary'}).catch(() => {})"
    person.page.evaluate(sent, ENDPOINT)
    person.says("Not protected on this site since")
    assert person.ear.requests() == 0


@pytest.mark.parametrize("text", [HARMLESS, SENSITIVE])
def test_a_beacon_to_the_endpoint_is_judged_like_a_request(person, text):  # F03
    sent = "([path, body]) => navigator.sendBeacon(path, body)"
    assert person.page.evaluate(sent, [ENDPOINT, body_of(text).decode()])
    if text == HARMLESS:
        person.says("Sent to Example Chat")
        assert person.ear.bodies() == [body_of(HARMLESS)]
    else:
        person.says("Answered privately")
        assert person.ear.requests() == 0


def test_events_with_a_prompt_in_the_address_end_at_once_and_are_not_tried_again(person):
    state = """(path) => new Promise((done) => {
        const events = new EventSource(path + '?q=canary');
        events.onerror = () => done([events.readyState, events instanceof EventSource]);
    })"""
    assert person.page.evaluate(state, ENDPOINT) == [2, True]
    assert person.ear.requests() == 0


def test_the_popup_says_protected_only_after_a_screened_request(person, context):  # F02
    tab = worker(context).evaluate(
        "chrome.tabs.query({url: ['http://127.0.0.1/*']}).then((tabs) => tabs[0].id)"
    )
    popup = extension_page(context, f"popup/popup.html?tab={tab}")
    popup.get_by_text("no message was checked yet").wait_for()
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    popup.get_by_text("Protected on this site: last message checked").wait_for()
    assert popup.locator("li .mark.ok").count() == 4
    popup.close()


def test_without_the_gateway_a_sensitive_prompt_is_kept_until_retry_works(person, stack):  # S15
    stack.kill("secured")
    person.send(SENSITIVE)
    person.says("Kept in your text box", 90)
    assert person.box == SENSITIVE
    stack.launch("secured")
    stack.wait_until_listening("secured")
    eventually(lambda: stack.links().get("secured") == "ready", "the gateway is back", 120)
    person.press_button("Retry")
    person.says("Answered privately")
    assert SECRET not in person.ear.received


def test_without_a_companion_everything_is_kept_and_says_how_to_fix_it(
    playwright, stack, ear, tmp_path
):
    with launched(playwright, stack, tmp_path, registered=False) as alone:
        person = Person(alone, ear)
        person.send(HARMLESS)
        person.says("Sottovoce's companion is not running, so sending is paused.")
        assert person.box == HARMLESS
        person.press_button("How to fix")
        person.says("sottovoce setup")
        assert person.ear.requests() == 0


def test_after_an_update_of_the_extension_an_open_page_keeps_the_prompt(
    playwright, stack, ear, tmp_path
):
    with launched(playwright, stack, tmp_path) as updated:
        person = Person(updated, ear)
        person.eventually(lambda: "see what happens" in person.panel(), "the shield waits")
        worker(updated).evaluate("chrome.runtime.reload()")
        person.page.wait_for_timeout(1500)
        person.send(SENSITIVE)
        person.says("Sottovoce was updated. Copy your message, reload this page")
        assert person.ear.requests() == 0


def test_from_the_first_moment_after_the_start_nothing_gets_past(playwright, stack, ear, tmp_path):
    with launched(playwright, stack, tmp_path, wait=False) as early:
        page = early.pages[0]
        page.goto(ear.url, wait_until="commit")
        page.evaluate("(path) => navigator.sendBeacon(path, 'canary')", ENDPOINT)
        page.wait_for_timeout(500)
        assert ear.requests() == 0


def _standing_still(pid):
    return stopped(psutil.Process(pid))


def _line(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _environment(process):
    try:
        return " ".join(process.environ().values())
    except psutil.Error:
        return ""
