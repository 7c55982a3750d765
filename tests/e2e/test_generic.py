"""A site that policy lists and nobody described: its whole origin stands behind the wall."""

import pytest

from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack
from tests.e2e.browser import CarelessSite, Person, launched, worker

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

POST = """([path, body]) => Promise.race([
    fetch(path, {method: "POST", body}).then((response) => response.status, String),
    new Promise((done) => setTimeout(done, 20000, "held")),
])"""
OTHER_WAYS = {
    "a ping": """() => {
        const link = document.createElement('a');
        link.href = '#';
        link.ping = '/say?CANARY';
        document.body.append(link);
        link.click();
    }""",
    "a worker": """() => new Promise((done) => {
        const code = `fetch('${location.origin}/say', {method: 'POST', body: 'CANARY'})
            .then(() => postMessage(1), () => postMessage(0))`;
        const started = new Worker(URL.createObjectURL(new Blob([code])));
        started.onmessage = (event) => done(event.data);
    })""",
    "a form": """() => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = '/say';
        form.target = '_blank';
        const field = document.createElement('input');
        field.name = 'prompt';
        field.value = 'CANARY';
        form.append(field);
        document.body.append(form);
        form.submit();
    }""",
    "a worker's WebSocket": """() => new Promise((done) => {
        const code = `const socket = new WebSocket('ws://${location.host}/say?CANARY');
            socket.onopen = socket.onclose = () => postMessage(1)`;
        const started = new Worker(URL.createObjectURL(new Blob([code])));
        started.onmessage = (event) => done(event.data);
    })""",
    "an unusual method": "() => fetch('/say', {method: 'QUERY', body: 'CANARY'}).catch(() => {})",
}


@pytest.fixture(scope="module")
def site():
    with CarelessSite() as careless:
        yield careless


@pytest.fixture(scope="module")
def url(site):
    return site.url.replace("/demo/", "/")


@pytest.fixture(scope="module")
def stack(tmp_path_factory, url):
    policy = f'name = "With one more site"\n[sites]\ngeneric = ["{url}*"]\n'
    folder = tmp_path_factory.mktemp("generic")
    with Stack(folder, ports=Ports.free(), policy=policy) as running:
        yield running


@pytest.fixture(scope="module")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def context(playwright, stack, profile):
    with launched(playwright, stack, profile) as opened:
        page = opened.pages[0]
        while not worker(opened).evaluate("chrome.declarativeNetRequest.getDynamicRules()"):
            page.wait_for_timeout(50)
        yield opened


@pytest.fixture
def person(context, site, url):
    someone = Person(context, site)
    someone.open(url)
    yield someone
    someone.page.close()


def test_a_harmless_message_passes_to_an_endpoint_that_nobody_described(person, site):  # F03
    body = f'{{"inputs": ["{HARMLESS}"], "session": "abc"}}'
    assert person.page.evaluate(POST, ["/say", body]) == 200
    assert site.bodies("/say")[-1] == body.encode()


def test_what_a_page_sends_by_itself_is_judged_and_only_spoken_of_where_it_is_private(person, site):
    assert person.page.evaluate(POST, ["/say", '{"event": "The page was opened."}']) == 200
    assert "Sent to" not in person.panel()
    person.page.mouse.click(400, 300)
    assert person.page.evaluate(POST, ["/say", f'{{"inputs": ["{HARMLESS}"]}}']) == 200
    person.says("Sent to")


def test_a_private_one_does_not_and_is_answered_in_the_panel(person, site):  # F03
    body = f'{{"deep": {{"er": ["{SENSITIVE}"]}}}}'
    assert person.page.evaluate(POST, ["/say", body]) == 400
    person.says("Answered privately")
    assert b"Keller" not in site.received


def test_a_beacon_is_judged_like_a_request(person, site):  # F03
    body = f"A beacon: {HARMLESS}"
    assert person.page.evaluate("(body) => navigator.sendBeacon('/say', body)", body)
    person.eventually(lambda: site.bodies("/say")[-1] == body.encode(), "the beacon")
    assert person.page.evaluate("(body) => navigator.sendBeacon('/say', body)", SENSITIVE)
    person.says("Answered privately")
    assert b"Keller" not in site.received


def test_a_socket_whose_address_holds_private_words_is_not_opened(person, site):
    words = "+".join(SENSITIVE.split())
    code = """(words) => new Promise((done) => {
        const socket = new WebSocket(`ws://${location.host}/say?q=${words}`);
        socket.onopen = socket.onclose = ({type}) => done(type);
    })"""
    assert person.page.evaluate(code, words) == "close"
    assert b"Keller" not in site.received


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_the_wall_stops_what_cannot_be_judged_by(way, person, site):
    canary = f"canary-{way.replace(' ', '-')}"
    code = OTHER_WAYS[way].replace("CANARY", canary)
    person.page.evaluate(
        "(code) => Promise.race([eval(`(${code})()`), new Promise((d) => setTimeout(d, 500))])",
        code,
    )
    person.page.wait_for_timeout(200)
    assert canary.encode() not in site.received
    assert "Not protected" not in person.panel()


def test_a_page_of_another_origin_is_left_alone(context, stack):
    with CarelessSite() as other:
        person = Person(context, other)
        person.open(other.url.replace("/demo/", "/"))
        assert person.page.evaluate(POST, ["/say", SENSITIVE]) == 200
        assert person.panel() == ""
        person.page.close()


def test_after_a_restart_the_wall_stands_before_the_companion_answers(
    playwright, stack, profile, site, url, context
):
    context.close()
    for manifest in (profile / "NativeMessagingHosts").iterdir():
        manifest.unlink()
    with launched(playwright, stack, profile, registered=False) as again:
        person = Person(again, site)
        person.open(url)
        person.page.evaluate("(body) => void fetch('/say', {method: 'POST', body})", "afterwards")
        person.page.evaluate("navigator.sendBeacon('/say', 'afterwards')")
        person.says("companion is not running")
        assert b"afterwards" not in site.received
