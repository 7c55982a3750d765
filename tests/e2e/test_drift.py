"""A site that changes silently: it is noticed, said openly, and its sends are held."""

import json

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import Person, launched, worker
from tests.e2e.lab import PAGE, SITE, Lab, extension_with

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
SECRET = b"Keller"
QUIET = 12_000
"""Milliseconds after which a send that nobody saw is an alarm."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

POST = """([path, body]) => Promise.race([
    fetch(path, {method: 'POST', body}).then((response) => response.status, String),
    new Promise((done) => setTimeout(done, 20000, 'held')),
])"""


@pytest.fixture(scope="module")
def lab():
    with Lab() as playing:
        yield playing


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return extension_with(tmp_path_factory.mktemp("built"), {**SITE, "typed": False})


@pytest.fixture
def context(playwright, stack, folder, tmp_path):
    """A browser for each test: what changed stays changed for as long as it runs."""
    flags = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]
    with launched(playwright, stack, tmp_path, extension=False, flags=flags) as opened:
        worker(opened)
        yield opened


@pytest.fixture
def person(context, lab):
    lab.posts.clear()
    lab.pages.clear()
    lab.frames.clear()
    return Person(context, lab)


def test_a_page_as_its_file_says_is_left_in_peace(person, lab):
    person.page.wait_for_timeout(2500)
    person.page.locator("#prompt").click()
    person.page.keyboard.type("The composer is where the file says it is")
    assert person.page.evaluate(POST, ["/lab/telemetry", '{"clicks": 12, "page": "lab"}']) == 200
    assert "Not protected" not in person.panel()
    assert b"sottovoce" not in lab.received


def write(person, text):
    person.page.locator("#prompt").click()
    person.page.keyboard.type(text)


SENDS = {
    "fetch": "(b) => fetch('/lab/v2/go', {method: 'POST', body: b}).then((r) => r.status)",
    "an XMLHttpRequest": """(b) => new Promise((done) => {
        const request = new XMLHttpRequest();
        request.open('POST', '/lab/v2/go');
        request.onloadend = () => done(request.status);
        request.send(b);
    })""",
    "a beacon": "(b) => navigator.sendBeacon('/lab/v2/go', b)",
    "a socket": """(b) => new Promise((done) => {
        const socket = new WebSocket(`ws://${location.host}/lab/v2/ws`);
        socket.onopen = () => done(socket.send(b));
    })""",
}


@pytest.mark.parametrize("way", SENDS)
def test_typed_text_on_its_way_to_an_unknown_address_is_judged_first(way, person, lab):
    write(person, SENSITIVE)
    person.page.evaluate(SENDS[way], json.dumps({"deep": [{"er": SENSITIVE}]}))
    said = person.says("an address that is not known here")
    assert "Sending is paused." in said
    person.says("Answered privately")
    assert SECRET not in lab.received


def test_a_harmless_one_arrives_and_the_next_send_is_held(person, lab):
    write(person, HARMLESS)
    assert person.page.evaluate(POST, ["/lab/v2/go", json.dumps({"q": HARMLESS})]) == 200
    person.says("an address that is not known here")
    assert person.page.evaluate(POST, ["/lab/send", json.dumps({"text": HARMLESS})]) == 400
    person.says("Kept in your text box: the site changed")
    assert lab.bodies("/lab/send") == []
    person.screenshot("drift-moved")


def test_after_an_alarm_the_whole_origin_is_walled_in_and_a_reload_changes_nothing(person, lab):
    write(person, HARMLESS)
    person.page.evaluate(POST, ["/lab/v2/go", json.dumps({"q": HARMLESS})])
    person.says("Not protected on this site since")
    assert person.page.evaluate(POST, ["/lab/elsewhere", "x"]) == "TypeError: Failed to fetch"
    person.open()
    person.says("an address that is not known here")
    assert lab.bodies("/lab/elsewhere") == []


def test_a_text_box_that_moved_is_noticed(person, lab):
    lab.pages["/lab/new"] = "<!doctype html><div id=box contenteditable=true></div>"
    person.page.goto(lab.url + "new")
    person.page.locator("#box").click()
    person.page.keyboard.type("This is another text box altogether")
    person.page.wait_for_timeout(1500)
    person.page.keyboard.type(", and it goes on")
    person.says("its text box is not where it was")
    person.screenshot("drift-composer")


def test_a_second_text_box_is_none_of_our_business(person):
    person.page.locator("#note").click()
    person.page.keyboard.type("A note beside the text box that the file knows")
    person.page.wait_for_timeout(300)
    assert "Not protected" not in person.panel()


@pytest.mark.parametrize("sends", [False, True])
def test_a_send_that_nobody_saw_is_noticed(sends, person, lab):
    lab.pages["/lab/"] = f"""{PAGE}<script>
        const box = document.querySelector('#prompt');
        box.onkeydown = (event) => {{
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const body = JSON.stringify({{text: box.value}});
            if ({json.dumps(sends)}) fetch('/lab/send', {{method: 'POST', body}});
            box.value = '';
        }};
    </script>"""
    person.open()
    write(person, HARMLESS)
    person.page.keyboard.press("Enter")
    if sends:
        person.says("Sent to Lab Chat")
        person.page.wait_for_timeout(QUIET)
        assert "Not protected" not in person.panel()
    else:
        person.says("a message went off in a way that was not seen")


def test_a_wall_that_lets_something_through_is_noticed(person, lab):
    worker(person.context).evaluate(
        """() => chrome.declarativeNetRequest.updateSessionRules({addRules: [{
            id: 900000, priority: 90, action: {type: 'allow'},
            condition: {regexFilter: '/lab/send'},
        }]})"""
    )
    person.open()
    person.says("a message left without being checked")
    assert lab.bodies("/lab/send") == [b""]


def test_a_page_that_no_longer_calls_the_hook_is_noticed(person, lab):
    lab.pages["/lab/"] = f"""{PAGE}<script>
        window.fetch = (url, init) => new Promise((done, fail) => {{
            const code = `onmessage = ({{data}}) => fetch(data, {{method: 'POST'}})
                .then(() => postMessage(1), () => postMessage(0))`;
            const worker = new Worker(URL.createObjectURL(new Blob([code])));
            worker.onmessage = ({{data}}) => data ? done(new Response()) : fail(new TypeError());
            worker.postMessage(url);
        }});
    </script>"""
    person.open()
    person.says("Not protected on this site since")
    assert lab.posts == []


def test_a_page_that_wraps_the_hook_is_not(person, lab):
    lab.pages["/lab/"] = f"""{PAGE}<script>
        const before = window.fetch;
        window.fetch = async (...values) => before(...values);
    </script>"""
    person.open()
    person.page.wait_for_timeout(3000)
    assert "Not protected" not in person.panel()


def test_a_pause_lets_the_site_through_and_its_end_does_not(person, lab):
    write(person, HARMLESS)
    person.page.evaluate(POST, ["/lab/v2/go", json.dumps({"q": HARMLESS})])
    person.says("Not protected on this site since")
    person.says("Pause Sottovoce for 10 minutes")  # once the browser said who manages it
    person.press_button("Pause Sottovoce for 10 minutes", slowly=True)
    person.says("Paused by you until")
    put = "(path) => fetch(path, {method: 'PUT', body: 'free'}).then((r) => r.status, () => 0)"
    person.eventually(lambda: person.page.evaluate(put, "/lab/send") == 200, "it is let through")
    person.eventually(lambda: "Not protected" not in person.panel(), "the alarm is over")
