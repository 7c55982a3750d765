"""The demo chat page in a real browser, without the extension."""

import json
import shutil

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from variants_support import ROOT, serving

CHROMIUM = shutil.which("chromium")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    queue = str(tmp_path_factory.mktemp("demo") / "q.sqlite")
    with serving("--kind", "public", "--port", "0", "--training-queue", queue) as running:
        yield running


@pytest.fixture(scope="module")
def browser():
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield launched
        launched.close()


@pytest.fixture
def page(browser, server):
    opened = browser.new_page(viewport={"width": 900, "height": 700})
    opened.errors = []
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.goto(server.url + "/demo/")
    yield opened
    assert opened.errors == []
    opened.close()


def bodies(page: Page) -> list[dict]:
    sent = []

    def note(request) -> None:
        if request.method == "POST":
            sent.append(json.loads(request.post_data))

    page.on("request", note)
    return sent


def answered(page: Page, count: int) -> None:
    done = page.locator(".turn.assistant:not(.waiting):not(.writing)")
    expect(done).to_have_count(count, timeout=30_000)


def test_enter_sends_streams_and_the_next_message_carries_the_chat(page):
    sent = bodies(page)
    page.fill("#prompt", "Hi there")
    page.press("#prompt", "Enter")
    expect(page.locator("#prompt")).to_have_value("")
    answered(page, 1)
    answer = page.locator(".turn.assistant .text").inner_text()
    page.fill("#prompt", "And you?")
    page.click("#send")
    answered(page, 2)
    assert [turn["role"] for turn in sent[1]["messages"]] == ["user", "assistant", "user"]
    assert sent[1]["messages"][1]["content"] == answer
    assert sent[1]["stream"] is True


def test_shift_enter_makes_a_new_line_and_sends_nothing(page):
    sent = bodies(page)
    page.type("#prompt", "one")
    page.press("#prompt", "Shift+Enter")
    page.type("#prompt", "two")
    expect(page.locator("#prompt")).to_have_value("one\ntwo")
    assert sent == []


def test_a_failed_request_puts_the_text_back_and_says_so(page):
    page.route("**/chat/completions", lambda route: route.abort())
    page.fill("#prompt", "keep me")
    page.press("#prompt", "Enter")
    error = page.get_by_role("alert")
    expect(error).to_have_text("Your message was not sent. It is back in the box.")
    expect(page.locator("#prompt")).to_have_value("keep me")
    expect(page.locator(".turn")).to_have_count(0)
    page.unroute("**/chat/completions")
    page.press("#prompt", "Enter")
    expect(error).to_be_hidden()
    answered(page, 1)


def test_a_chat_that_is_too_long_is_explained(page):
    page.fill("#prompt", "word " * 20_000)
    page.press("#prompt", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("too long for the model")
    expect(page.locator("#prompt")).to_have_value(("word " * 20_000).strip())


def test_broken_surrogates_and_other_scripts_are_sent(page):
    page.evaluate("document.getElementById('prompt').value = 'a\\ud800b שלום 🤔 \\u0000'")
    page.press("#prompt", "Enter")
    answered(page, 1)
    assert "a\ufffdb" in page.locator(".turn.user").inner_text()


def test_an_answer_can_be_stopped_and_the_chat_begun_afresh(page):
    page.fill("#prompt", "Tell a very long story about the sea.")
    page.press("#prompt", "Enter")
    expect(page.locator(".turn.writing")).to_have_count(1, timeout=30_000)
    page.get_by_role("button", name="Stop answering").click()
    answered(page, 1)
    expect(page.locator(".cut")).to_have_text("Stopped.")
    address = page.url
    page.get_by_role("button", name="New chat").click()
    expect(page.locator(".turn")).to_have_count(0)
    assert page.url != address


def test_everything_has_a_name_and_is_reached_by_the_keyboard(page):
    expect(page.get_by_label("Message Example Chat")).to_be_focused()
    page.keyboard.type("x")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Send message")).to_be_focused()
    expect(page.get_by_role("log", name="Conversation")).to_be_attached()
    unnamed = page.locator("button").evaluate_all(
        "all => all.filter(b => !(b.ariaLabel || b.textContent.trim())).length"
    )
    assert unnamed == 0


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows_and_text_has_contrast(browser, server, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 640}, color_scheme=scheme)
    page.goto(server.url + "/demo/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in (".notice", ".idea", ".brand", "#model"):
        assert contrast(page, selector) >= 4.5, selector
    page.close()


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core from npm")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_complain_about(browser, server, scheme):
    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    page.goto(server.url + "/demo/")
    page.add_script_tag(path=AXE)
    violations = page.evaluate("axe.run().then((found) => found.violations)")
    page.fill("#prompt", "Hi there")
    page.press("#prompt", "Enter")
    answered(page, 1)
    page.route("**/chat/completions", lambda route: route.abort())
    page.fill("#prompt", "keep me")
    page.press("#prompt", "Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    violations += page.evaluate("axe.run().then((found) => found.violations)")
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    page.close()


CONTRAST = """
(selector) => {
  const parse = (text) => text.match(/[0-9.]+/g).map(Number);
  const light = (text) => {
    const [r, g, b] = parse(text).map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const element = document.querySelector(selector);
  let below = element;
  while (parse(getComputedStyle(below).backgroundColor)[3] === 0) below = below.parentElement;
  const [a, b] = [light(getComputedStyle(element).color),
                  light(getComputedStyle(below).backgroundColor)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
"""


def contrast(page: Page, selector: str) -> float:
    return page.evaluate(CONTRAST, selector)
