"""A page that forges messages changes nothing: a held prompt stays held, and nobody is told."""

from __future__ import annotations

import pytest

from companion.demo.browser import find
from companion.demo.proof import rows
from companion.identity import CHROMIUM_EXTENSION_ID
from tests.e2e.browser import ENDPOINT, Person, body_of, worker
from tests.evasion.forgeries import FORGE
from tests.evasion.site import CanarySite

FORGERIES = 1000
HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(find() is None, reason="needs Chromium: `make system` installs it"),
]

SEND = """([path, body]) => {
    window.ended = 'not yet';
    fetch(path, {method: 'POST', body}).then(
        (response) => { window.ended = response.status; }, () => { window.ended = 'failed'; });
}"""
STATE = """async () => JSON.stringify([
    await chrome.declarativeNetRequest.getSessionRules(),
    await chrome.declarativeNetRequest.getDynamicRules(),
    await chrome.declarativeNetRequest.getEnabledRulesets(),
    await chrome.storage.local.get(),
    await chrome.scripting.getRegisteredContentScripts(),
])"""


@pytest.fixture
def site():
    with CanarySite() as listening:
        yield listening


@pytest.fixture
def person(context, site):
    someone = Person(context, site)
    yield someone
    someone.page.close()


def events(stack):
    return {row["event"] for row in rows(stack)}


def forge(person):
    return person.page.evaluate(FORGE, [ENDPOINT, CHROMIUM_EXTENSION_ID, FORGERIES])


def test_a_thousand_forgeries_release_nothing_and_change_nothing(
    person, stack, context, site
):  # R3, threat 3
    body = body_of(SENSITIVE).decode()
    person.page.evaluate(SEND, [ENDPOINT, body])
    person.eventually(lambda: "held" in events(stack), "it is held: nobody is there to answer")
    before, audited = worker(context).evaluate(STATE), len(rows(stack))
    assert forge(person) >= FORGERIES
    assert worker(context).evaluate(STATE) == before
    assert len(rows(stack)) == audited
    assert person.page.evaluate("window.ended") in {"not yet", 400}
    assert [each for each in site.arrivals if each.at_endpoint] == []


def test_after_all_of_it_the_extension_works_as_before(person, site):  # R3
    forge(person)
    body = body_of(HARMLESS).decode()
    person.page.evaluate(SEND, [ENDPOINT, body])
    person.eventually(lambda: site.bodies() == [body.encode()], "a harmless prompt is sent")
    body = body_of(SENSITIVE).decode()
    person.page.evaluate(SEND, [ENDPOINT, body])
    person.page.wait_for_timeout(1500)
    assert len(site.bodies()) == 1
