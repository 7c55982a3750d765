"""Each listed page is a site of its own: what a person decides of one is about no other."""

import json

import pytest

from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack
from tests.e2e.browser import CarelessSite, Person, extension_page, launched, worker

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
SHIELD = "Sottovoce: see what happens to your messages"
PAUSE = "Pause Sottovoce for 10 minutes"
POST = """([url, body]) => fetch(url, {method: "POST", mode: "no-cors", body})
    .then((response) => response.type === "opaque" ? "sent" : response.status, String)"""
WORKER = """(canary) => new Promise((done) => {
    const code = `fetch('${location.origin}/say', {method: 'POST', body: '${canary}'})
        .then(() => postMessage(1), () => postMessage(0))`;
    const started = new Worker(URL.createObjectURL(new Blob([code])));
    started.onmessage = (event) => done(event.data);
})"""
SOCKET = """([to, of]) => new Promise((done) => {
    const address = `ws://${to}/say?canary=//${of}/`;
    const code = `const line = new WebSocket('${address}');
        line.onopen = line.onclose = ({type}) => postMessage(type);`;
    const started = new Worker(URL.createObjectURL(new Blob([code])));
    started.onmessage = ({data}) => done(data);
})"""
"""An address that holds another's, in the hope that a rule takes it for that one."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


def home(site):
    return site.url.replace("/demo/", "/")


@pytest.fixture(scope="module")
def sites():
    with CarelessSite() as one, CarelessSite() as other:
        yield one, other


@pytest.fixture(scope="module")
def stack(tmp_path_factory, sites):
    listed = [f"{home(site)}*" for site in sites]
    policy = f'name = "With two more sites"\n[sites]\ngeneric = {listed}\n'
    with Stack(tmp_path_factory.mktemp("listed"), ports=Ports.free(), policy=policy) as running:
        yield running


@pytest.fixture(scope="module")
def context(playwright, stack, tmp_path_factory):
    with launched(playwright, stack, tmp_path_factory.mktemp("profile")) as opened:
        page = opened.pages[0]
        while not worker(opened).evaluate("chrome.declarativeNetRequest.getDynamicRules()"):
            page.wait_for_timeout(50)
        yield opened


@pytest.fixture
def people(context, sites):
    both = [Person(context, site) for site in sites]
    for person, site in zip(both, sites, strict=True):
        person.open(home(site))
    yield both
    for person in both:
        person.page.close()


def say(person, text, url="/say"):
    person.page.bring_to_front()
    return person.page.evaluate(POST, [url, text])


def popup_of(person):
    tab = worker(person.context).evaluate(
        "(url) => chrome.tabs.query({}).then((all) => all.find((tab) => tab.url === url).id)",
        person.page.url,
    )
    return extension_page(person.context, f"popup/popup.html?tab={tab}")


def stands(person):
    person.press_button(SHIELD)
    person.page.wait_for_timeout(500)
    return PAUSE in person.panel()


def test_a_pause_of_one_leaves_the_other_held(people, sites, stack):
    (one, other), (here, there) = people, sites
    here_name, there_name = (f"generic:{home(site).rstrip('/')}" for site in sites)
    one.page.bring_to_front()
    assert say(one, HARMLESS) == 200
    one.eventually(lambda: stands(one), "a fresh browser knows late what may be offered")
    one.press_button(PAUSE, slowly=True)
    one.says("Paused by you until")
    assert say(one, SENSITIVE) == 200
    assert b"Keller" in here.received
    assert say(other, SENSITIVE) == 400
    other.says("Answered privately")
    assert "Paused by you" not in other.panel()
    # The wall of the other stands in the tab of the one that is paused, too.
    one.page.evaluate(
        """(url) => new Promise((done) => {
            const frame = document.createElement('iframe');
            frame.src = url;
            frame.onload = done;
            document.body.append(frame);
        })""",
        home(there),
    )
    inner = next(frame for frame in one.page.frames if frame.url == home(there))
    assert inner.evaluate(WORKER, "canary-of-a-frame") == 0
    assert inner.evaluate(POST, ["/say", SENSITIVE]) == 400
    assert one.page.main_frame.evaluate(WORKER, "of-the-paused-page") == 1
    hosts = [home(site).split("/")[2] for site in (there, here)]
    assert one.page.main_frame.evaluate(SOCKET, hosts) == "close"
    assert b"canary" not in there.received
    assert b"Keller" not in there.received
    one.page.bring_to_front()
    one.press_button("Resume")
    one.eventually(lambda: "Paused by you" not in one.panel(), "the pause ends")
    before = here.received
    assert say(one, SENSITIVE) == 400
    assert here.received == before
    rows = [json.loads(line) for line in stack.run("audit", "export").stdout.splitlines()]
    paused = [row["site"] for row in rows if row["event"] == "paused"]
    assert paused == [here_name]
    decided = [row for row in rows if row["event"] == "decided"]
    secured = {row["site"] for row in decided if row["variant"] == "secured"}
    assert secured == {here_name, there_name}


def test_what_a_paused_page_sends_to_another_address_is_its_own(people, sites):
    (one, other), (_, there) = people, sites
    popup = popup_of(one)
    popup.get_by_role("button", name=PAUSE).click()
    popup.get_by_text("Paused by you until").wait_for()
    assert say(one, SENSITIVE, f"{home(there)}elsewhere") == "sent"
    assert b"Keller" in there.bodies("/elsewhere")[-1]
    assert say(other, SENSITIVE, "/elsewhere") == 400
    assert len(there.bodies("/elsewhere")) == 1
    popup.get_by_role("button", name="Resume").click()
    popup.get_by_text("Protected on this site").wait_for()
    popup.close()


def test_one_that_is_switched_off_is_named_by_its_host_and_the_other_is_held(people, sites):
    (one, other), (here, there) = people, sites
    host = home(here).split("/")[2]
    assert say(one, HARMLESS) == 200
    popup = popup_of(one)
    popup.get_by_role("switch", name="Protection on this site").click()
    popup.get_by_text("Switched off by you on this site since").wait_for()
    assert say(one, f"{SENSITIVE} Off.") == 200
    before = there.received
    assert say(other, SENSITIVE) == 400
    assert there.received == before
    settings = extension_page(one.context, "options/options.html")
    settings.get_by_text(f"{host}: switched off by you since").wait_for()
    settings.get_by_role("button", name="Protect this site again").click()
    settings.get_by_text("Nothing. Every protected site is checked.").wait_for()
    before = here.received
    assert say(one, SENSITIVE) == 400
    assert here.received == before
    settings.close()
    popup.close()
