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
def context(playwright, stack, tmp_path_factory):
    site = {**SITE, "typed": False}
    folder = extension_with(tmp_path_factory.mktemp("built"), site)
    flags = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]
    profile = tmp_path_factory.mktemp("profile")
    with launched(playwright, stack, profile, extension=False, flags=flags) as opened:
        worker(opened)
        yield opened


@pytest.fixture
def person(context, lab):
    lab.posts.clear()
    lab.pages.clear()
    someone = Person(context, lab)
    yield someone
    forget(context)
    someone.page.close()


def forget(context):
    """Let the extension think that a newer site file arrived."""
    worker(context).evaluate(
        """async () => {
            await chrome.storage.session.set({drifted: []});
            const rules = await chrome.declarativeNetRequest.getSessionRules();
            const removeRuleIds = rules.map(({id}) => id);
            await chrome.declarativeNetRequest.updateSessionRules({removeRuleIds});
        }"""
    )


def test_a_page_as_its_file_says_is_left_in_peace(person, lab):
    person.page.wait_for_timeout(2500)
    person.page.locator("#prompt").click()
    person.page.keyboard.type("The composer is where the file says it is")
    assert person.page.evaluate(POST, ["/lab/telemetry", '{"clicks": 12, "page": "lab"}']) == 200
    assert "Not protected" not in person.panel()
    assert b"sottovoce" not in lab.received
