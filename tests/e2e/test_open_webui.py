"""Open WebUI, as its makers publish it, goes on working, and gets no private word."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from companion.demo import browser as demo_browser
from companion.demo.proof import TRIALS, rows
from companion.demo.stack import Ports, Stack
from companion.values import Variant
from tests.canary import Canary, search
from tests.e2e.browser import Person, launched, worker
from tests.e2e.interfaces import OPEN_WEBUI, Interface, free_port

BOX = "#chat-input"
TOAST = "[data-sonner-toast][data-type='error']"
NEWS = "Okay, Let's Go!"
HARMLESS, SENSITIVE = TRIALS
WORDS = ("Keller", "keller", "415-555-0134", "biopsy")
UPLOAD = b"POST /api/v1/files"
PATIENCE = 60_000

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
    pytest.mark.skipif(
        not OPEN_WEBUI.exists(), reason="needs Open WebUI: `make openwebui` installs it"
    ),
]


class Chatter(Person):
    """A person at Open WebUI's own box, who sees what the browser complains about."""

    def __init__(self, context, webui: Interface) -> None:
        self.complaints: list[str] = []
        context.on("console", lambda said: said.type == "error" and self._complain(said.text))
        context.on("weberror", lambda said: self._complain(str(said.error)))
        super().__init__(context, webui)

    def _complain(self, text: str) -> None:
        self.complaints.append(text)

    def open(self, url: str = "") -> None:
        joined = self.joined()
        self.page.goto(url or self.ear.url)
        self.page.locator(BOX).wait_for(timeout=PATIENCE)
        self.eventually(lambda: self.joined() > joined, "the page's socket opens")

    def joined(self) -> int:
        """Return how often a page said over its socket who it is."""
        return self.ear.received.count(b'"user-join"')

    def send(self, text: str) -> None:
        self.page.locator(BOX).click()
        self.page.keyboard.type(text, delay=5)
        self.page.keyboard.press("Enter")

    def reads(self, words: str) -> None:
        """Wait until the page itself shows words, by the site's own script."""
        shown = self.page.get_by_text(words).last
        self.eventually(shown.is_visible, f"the page shows {words!r}", PATIENCE / 1000)


@pytest.fixture(scope="module")
def webui(tmp_path_factory):
    folder = tmp_path_factory.mktemp("webui")
    with Interface("webui_chat", free_port(), folder, python=OPEN_WEBUI) as running:
        yield running


@pytest.fixture(scope="module")
def stack(webui, tmp_path_factory):
    policy = f'name = "With Open WebUI"\n[sites]\ngeneric = ["{webui.url}*"]\n'
    with Stack(tmp_path_factory.mktemp("stack"), ports=Ports.free(), policy=policy) as running:
        yield running


@pytest.fixture(scope="module")
def usual(playwright, stack, webui, tmp_path_factory) -> set[str]:
    """What the browser complains about when it has no extension; the news are read away."""
    folder = tmp_path_factory.mktemp("bare")
    with launched(playwright, stack, folder, extension=False) as context:
        someone = Chatter(context, webui)
        someone.page.get_by_role("button", name=NEWS).click(timeout=PATIENCE)
        with answering(webui):
            someone.send(HARMLESS.prompt)
            someone.reads("characters in all.")
        return set(someone.complaints)


@pytest.fixture(scope="module")
def context(playwright, stack, usual, tmp_path_factory):
    with launched(playwright, stack, tmp_path_factory.mktemp("profile")) as opened:
        rules = "chrome.declarativeNetRequest.getDynamicRules()"
        while not worker(opened).evaluate(rules):
            opened.pages[0].wait_for_timeout(50)
        yield opened


@pytest.fixture
def person(context, webui, usual) -> Iterator[Chatter]:
    someone = Chatter(context, webui)
    yield someone
    toasts = someone.page.locator(TOAST).all_inner_texts()
    someone.page.close()
    assert toasts == []
    assert set(someone.complaints) <= usual


@contextlib.contextmanager
def answering(webui: Interface) -> Iterator[None]:
    """Let the stand-in model finish its answers."""
    (webui.folder / "go").touch()
    yield
    (webui.folder / "go").unlink()


def decided(stack: Stack) -> list[dict]:
    return [row for row in rows(stack) if row.get("event") == "decided"]


def leaked(webui: Interface) -> set:
    return {one for word in WORDS for one in search(webui.received, Canary(word))}


def test_the_page_opens_and_opens_again_and_nothing_that_it_sends_is_taken_for_private(
    person, stack
):
    person.open()
    assert {row["variant"] for row in decided(stack)} <= {Variant.PUBLIC}
    assert "privately" not in person.panel()


def test_a_harmless_prompt_passes_and_its_answer_streams_into_the_page(person, webui, stack):
    person.send(HARMLESS.prompt)
    person.reads("The model read")
    assert person.page.get_by_text("characters in all.").count() == 0
    with answering(webui):
        person.reads(f"The model read {len(HARMLESS.prompt)} characters in all.")
    person.says("Sent to Open WebUI")
    assert HARMLESS.prompt.encode() in webui.received
    assert decided(stack)[-1]["site"] == f"generic:{webui.url.rstrip('/')}"


def test_a_private_prompt_does_not_reach_the_server_and_is_answered_in_the_panel(person, webui):
    person.send(SENSITIVE.prompt)
    person.says("Answered privately", 120)
    person.page.wait_for_timeout(500)
    person.screenshot("open-webui-answered")
    assert leaked(webui) == set()
    assert person.page.get_by_text("The model read").count() == 0


def test_a_private_turn_in_a_chat_of_the_site_stays_out_of_it(person, webui):
    with answering(webui):
        person.send(HARMLESS.prompt)
        person.reads("characters in all.")
        person.send(SENSITIVE.prompt)
        person.says("Answered privately", 120)
    assert leaked(webui) == set()
    assert person.page.get_by_text("The model read").count() == 1


def choose(person: Chatter, file) -> None:
    """Choose a file in the composer, as the browser's own dialogue does."""
    with person.session() as session:
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        wanted = {"nodeId": root, "selector": "input[type=file][multiple]"}
        found = session.send("DOM.querySelector", wanted)["nodeId"]
        session.send("DOM.setFileInputFiles", {"files": [str(file)], "nodeId": found})


def test_a_private_file_never_enters_its_composer(person, webui, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text(SENSITIVE.prompt)
    before = webui.received.count(UPLOAD)
    choose(person, file)
    person.says("Kept out of the page")
    person.screenshot("open-webui-file")
    assert webui.received.count(UPLOAD) == before
    assert leaked(webui) == set()


def test_a_harmless_file_is_uploaded_and_asked_about(person, webui, tmp_path):
    file = tmp_path / "river.txt"
    file.write_text("The river floods every spring, and the lower path is closed until May.")
    with person.page.expect_event(
        "requestfinished", lambda one: "/process/status" in one.url, timeout=PATIENCE
    ):
        choose(person, file)
    with answering(webui):
        person.send("When is the path open?")
        person.reads("characters in all.")
    assert file.read_bytes() in webui.received
