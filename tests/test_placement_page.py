"""The page in a real Chromium against the real service."""

import shutil
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.placement_support import PROTOBUF, Process, export, sample

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def browser():
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: the page was not looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def service(tmp_path):
    process = Process(tmp_path / "placement.sqlite")
    yield process
    process.stop()


@pytest.fixture
def open_page(browser, service):
    contexts, complaints = [], []

    def open_page(path="/", **options):
        context = browser.new_context(locale="en-GB", timezone_id="Europe/Berlin", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(service.url + path)
        page.wait_for_selector("#footer p")
        return page

    open_page.complaints = complaints
    yield open_page
    for context in contexts:
        context.close()


def report(service, *samples):
    request = urllib.request.Request(
        f"{service.url}/v1/traces", data=export(*samples, dropped=2), headers=PROTOBUF
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 200


def now():
    return int(time.time() * 1e9)


def some():
    public = {"tag": 0.2, "detection": 12.0, "hold": 20.0, "total": 16.0}
    return [
        *(sample(at=now(), spans={"tunnel": 4.0, "first_token": 200.0 + n, "total": 900.0 + n})
          for n in range(20)),
        *(sample(at=now(), variant="public", environment="demo-public", spans=public)
          for _ in range(30)),
        sample(at=now(), outcome="tunnel_down"),
        sample(at=now(), front_end="f" * 32),
    ]  # fmt: skip


def violations(page):
    if not AXE.exists():
        pytest.skip("axe-core is not installed: accessibility was not checked")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


def refresh(page):
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


SHAPES = [
    {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
    {"color_scheme": "dark", "viewport": {"width": 1280, "height": 800}},
    {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    {"color_scheme": "light", "viewport": {"width": 320, "height": 600}},
    {"forced_colors": "active", "viewport": {"width": 1280, "height": 800}},
]


@pytest.mark.parametrize("shape", SHAPES, ids=["light", "dark", "360", "320", "forced"])
def test_the_page_is_accessible_empty_and_with_data(open_page, service, shape):
    page = open_page(**shape)
    expect(page.locator("h2")).to_have_text("No latency yet")
    assert violations(page) == []
    report(service, *some())
    page = open_page("/?window=1h", **shape)
    expect(page.locator(".truth")).to_have_text("52 prompts from 2 front ends in the last hour.")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= shape["viewport"]["width"]
    assert open_page.complaints == []


def test_an_empty_page_says_what_to_do(open_page, service):
    text = open_page().inner_text("main")
    assert f'url = "{service.url}"' in text
    assert "sottovoce ask" in text


def test_the_tables_say_what_was_reported(open_page, service):  # D7
    report(service, *some())
    page = open_page()
    secured = page.locator("section[aria-labelledby=environments] tbody", has_text="demo-secured")
    expect(secured).to_contain_text("21 prompts answered")
    expect(secured).to_contain_text("1 private connection down")
    expect(secured.locator("tr", has_text="First token")).to_contain_text("210 ms")
    ends = page.locator("section[aria-labelledby=front-ends]")
    expect(ends).to_contain_text("ffffffff")
    expect(ends).to_contain_text("2 lost")
    page.select_option("#stage", "tunnel")
    expect(ends.locator("tr.end", has_text="demo-secured").first).to_contain_text("4.0 ms")
    expect(ends.locator("tr.end", has_text="demo-public").first).to_contain_text("not measured")


def test_a_refresh_touches_only_what_changed(open_page, service):
    report(service, *some())
    page = open_page()
    page.evaluate("document.querySelector('tr.stage').mine = true")
    page.focus("#stage")
    report(service, sample(at=now()))
    deadline = time.monotonic() + 10
    while "53 prompts" not in page.inner_text(".truth"):
        assert time.monotonic() < deadline
        refresh(page)
        page.wait_for_timeout(50)
    assert page.evaluate("document.querySelector('tr.stage').mine") is True
    assert page.evaluate("document.activeElement.id") == "stage"


def test_a_quiet_window_offers_one_that_is_not(open_page, service):
    report(service, sample(at=now() - 3 * 3600 * 10**9))
    page = open_page("/?window=15m")
    expect(page.locator("h2")).to_have_text("No prompts in the last 15 minutes")
    page.click("text=Show 24 hours")
    expect(page.locator(".truth")).to_contain_text("1 prompt from 1 front end")
    assert page.url.endswith("?window=24h")


def test_the_window_is_chosen_with_the_keyboard(open_page, service):
    report(service, *some())
    page = open_page("/?window=1h")
    page.focus("input[value='1h']")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".truth")).to_contain_text("in the last 24 hours")
    page.reload()
    expect(page.locator("input[value='24h']")).to_be_checked()


def test_a_service_that_is_gone_is_said_and_the_figures_stay(open_page, service):
    report(service, *some())
    page = open_page()
    service.kill()
    refresh(page)
    expect(page.locator("#stale")).to_contain_text("Not updating since")
    expect(page.locator(".truth")).to_contain_text("52 prompts")
