"""A chat that sends each key over a socket, long before anybody presses send: NiceGUI's."""

import pytest

from companion.demo import browser as demo_browser
from companion.demo.proof import TRIALS
from companion.demo.stack import Ports, Stack
from tests.e2e.browser import Person, launched, worker
from tests.e2e.interfaces import PEER, Interface, free_port

BOX = "input[placeholder=Message]"
HARMLESS, SENSITIVE = TRIALS
PATIENCE = 60_000

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
    pytest.mark.skipif(not PEER.exists(), reason="needs NiceGUI: `make e2e` installs it"),
]


class Chatter(Person):
    """A person at the interface's own box."""

    def open(self, url: str = "") -> None:
        self.page.goto(url or self.ear.url)
        self.page.locator(BOX).wait_for()
        self.says("Sottovoce")

    def send(self, text: str) -> None:
        self.page.locator(BOX).click()
        self.page.keyboard.type(text, delay=5)
        self.page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def nicegui(tmp_path_factory):
    with Interface("nicegui_chat", free_port(), tmp_path_factory.mktemp("nicegui")) as running:
        yield running


@pytest.fixture(scope="module")
def stack(nicegui, tmp_path_factory):
    policy = f'name = "With NiceGUI"\n[sites]\ngeneric = ["{nicegui.url}*"]\n'
    home = tmp_path_factory.mktemp("stack")
    with Stack(home, ports=Ports.free(), policy=policy) as running:
        yield running


@pytest.fixture
def person(nicegui, stack, playwright, tmp_path_factory):
    with launched(playwright, stack, tmp_path_factory.mktemp("profile")) as context:
        rules = "chrome.declarativeNetRequest.getDynamicRules()"
        page = context.pages[0]
        while not worker(context).evaluate(rules):
            page.wait_for_timeout(50)
        yield Chatter(context, nicegui)


def test_a_harmless_prompt_passes_and_the_interface_answers(person):
    person.send(HARMLESS.prompt)
    person.page.get_by_text(f"The server read {len(HARMLESS.prompt)} characters").wait_for(
        timeout=PATIENCE
    )
    assert HARMLESS.prompt.encode() in person.ear.received


def test_a_private_prompt_does_not_reach_the_server_and_is_answered_in_the_page(person):
    person.send(SENSITIVE.prompt)
    person.says("Answered privately", 90)
    assert b"Keller" not in person.ear.received
    assert b"415-555-0134" not in person.ear.received
    assert person.page.get_by_text("The server read").count() == 0
