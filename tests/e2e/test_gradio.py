"""A real chat interface that nobody here wrote is protected by the generic adapter."""

import pytest

from companion.demo import browser
from companion.demo.proof import TRIALS, row_pair, rows
from companion.demo.stack import Ports, Stack
from companion.values import Variant
from tests.e2e.interfaces import PEER, Interface, free_port

APP = "gradio_chat"
BOX = "textarea[data-testid=textbox]"
HARMLESS, SENSITIVE = TRIALS
PATIENCE = 60_000

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(browser.find() is None, reason="needs Chromium: `make system` installs it"),
    pytest.mark.skipif(not PEER.exists(), reason="needs gradio: `make e2e` installs it"),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gradio")
    port = free_port()
    policy = f'name = "With gradio"\n[sites]\ngeneric = ["http://127.0.0.1:{port}/*"]\n'
    stack = Stack(folder / "home", ports=Ports.free(), policy=policy)
    with (
        Interface(APP, port, folder) as gradio,
        stack,
        browser.open_context(stack, browser.find(), folder / "profile") as context,
    ):
        worker = context.service_workers[0] if context.service_workers else None
        worker = worker or context.wait_for_event("serviceworker")
        page = context.pages[0]
        while not worker.evaluate("chrome.declarativeNetRequest.getDynamicRules()"):
            page.wait_for_timeout(50)
        yield stack, gradio, page


def send(world, prompt):
    """Type into a fresh chat and press Enter; return the audit's decisions of it."""
    stack, gradio, page = world
    known = {row.get("request") for row in rows(stack)}
    page.goto(gradio.url)
    page.locator(BOX).click()
    page.keyboard.type(prompt)
    page.keyboard.press("Enter")
    return lambda: [row for row in rows(stack) if row.get("request") not in known]


def test_a_harmless_prompt_passes_and_the_interface_answers(world):
    _, gradio, page = world
    send(world, HARMLESS.prompt)
    page.get_by_text("The server read").wait_for(timeout=PATIENCE)
    assert HARMLESS.prompt.encode() in gradio.received


def test_a_private_prompt_does_not_reach_the_server_and_is_answered_in_the_page(world):
    _, gradio, page = world
    fresh = send(world, SENSITIVE.prompt)
    for _ in range(PATIENCE // 50):
        ended = [row_pair(fresh(), row["request"]) for row in fresh()]
        answered = [pair for pair in ended if pair[1].get("event") == "answered"]
        if answered:
            break
        page.wait_for_timeout(50)
    assert answered[0][0]["variant"] == Variant.SECURED
    assert browser.panel_answer(page)
    assert b"Keller" not in gradio.received
    assert b"415-555-0134" not in gradio.received
