"""The panel's frame: what a page and a second extension learn of it, and what they cannot do."""

import json
import re

import pytest

from companion.demo import browser as demo_browser
from companion.identity import CHROMIUM_EXTENSION_ID
from tests.e2e.browser import (
    ENDPOINT,
    CarelessSite,
    Ear,
    Person,
    body_of,
    launched,
    stop_worker,
    worker,
)

HARMLESS = "Explain in one sentence why the sky is blue."
NOT_GRAVE = "My phone number is 415-555-0134 and my mail is jo@example.org: write a greeting card."
VERDICTS = re.compile(
    r"privately|sent to|kept in|phone number|not used for training", re.IGNORECASE
)
STRICT = {
    "no frames": {"Content-Security-Policy": "default-src 'none'; frame-src 'none'"},
    "isolated": {
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
    },
}
SPY = """
const look = () => {
    const hosts = [...document.documentElement.children].filter((one) => one.tagName === "DIV");
    const roots = hosts.map((one) => chrome.dom.openOrClosedShadowRoot(one)).filter(Boolean);
    const frames = roots.flatMap((root) => [...root.querySelectorAll("iframe")]);
    const text = roots.map((root) => root.textContent).join(" ");
    const inner = frames.map((frame) => {
        try { return frame.contentDocument?.body.textContent ?? ""; } catch { return ""; }
    });
    document.documentElement.dataset.spied = JSON.stringify({
        text, inner, shapes: roots.flatMap((root) => [...root.querySelectorAll("svg")].map(
            (one) => one.getAttribute("class"))), sources: frames.map(({ src }) => src),
    });
};
setInterval(look, 50);
"""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


@pytest.fixture
def ear(stack):
    """An ear for each test, so that it hears that test alone."""
    with Ear(stack.ports.public) as listening:
        yield listening


@pytest.fixture
def spied(playwright, stack, ear, tmp_path):
    """A person with a second extension that opens closed roots and reads all that it can."""
    folder = tmp_path / "spy"
    folder.mkdir()
    script = {"matches": ["http://127.0.0.1/*"], "js": ["spy.js"], "all_frames": True}
    manifest = {"manifest_version": 3, "name": "A spy", "version": "1", "content_scripts": [script]}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "spy.js").write_text(SPY, encoding="utf-8")
    both = f"{demo_browser.extension_folder()},{folder}"
    flags = [f"--disable-extensions-except={both}", f"--load-extension={both}"]
    with launched(playwright, stack, tmp_path / "p", extension=False, flags=flags) as context:
        worker(context)
        yield Person(context, ear)


def what_it_knows(person):
    person.page.wait_for_timeout(200)
    return json.loads(person.page.evaluate("document.documentElement.dataset.spied"))


def test_a_second_extension_sees_no_verdict_and_no_answer(spied):
    spied.eventually(lambda: "see what happens" in spied.panel(), "the shield waits")
    before = what_it_knows(spied)
    spied.send(HARMLESS)
    spied.says("Sent to Example Chat")
    public = what_it_knows(spied)
    spied.open()
    spied.send(NOT_GRAVE)
    spied.says("Answered privately")
    private = what_it_knows(spied)
    assert private["sources"], "the spy does open the closed root"
    assert before["text"] == public["text"] == private["text"]
    assert before["shapes"] == public["shapes"] == private["shapes"] == ["shield public"]
    for known in (public, private):
        assert known["inner"] == [""]
        assert not VERDICTS.search(known["text"])


def test_a_frame_that_others_put_into_a_page_stays_empty(spied):
    spied.send(NOT_GRAVE)
    spied.says("Answered privately")
    source = what_it_knows(spied)["sources"][0]
    spied.page.evaluate(
        """(src) => {
            const frame = document.createElement("iframe");
            frame.id = "stolen";
            frame.src = src;
            document.body.append(frame);
        }""",
        source,
    )
    spied.page.wait_for_timeout(1500)
    spied.send(NOT_GRAVE)
    spied.eventually(lambda: spied.panel().count("Answered privately") == 2, "both answers")
    stolen = spied.page.locator("#stolen").element_handle().content_frame()
    assert stolen.locator("[role=status]").text_content() == ""
    assert stolen.locator("li").count() == 0


def test_no_file_of_the_extension_answers_a_page(person):
    folder = demo_browser.extension_folder()
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert "panel/frame.html" in files
    urls = [f"chrome-extension://{CHROMIUM_EXTENSION_ID}/{name}" for name in files]
    got = person.page.evaluate(
        """(urls) => Promise.all(urls.map((url) => fetch(url).then(() => url, () => "")))
            .then((all) => all.filter(Boolean))""",
        urls,
    )
    assert got == []
    loaded = person.page.evaluate(
        """(url) => new Promise((done) => {
            const frame = document.createElement("iframe");
            frame.onload = () => {
                try { done(frame.contentDocument ? "nothing" : "something"); }
                catch { done("something"); }
            };
            frame.onerror = () => done("nothing");
            frame.src = url;
            document.body.append(frame);
        })""",
        f"chrome-extension://{CHROMIUM_EXTENSION_ID}/panel/frame.html",
    )
    frames = [one for one in person.page.frames[1:] if CHROMIUM_EXTENSION_ID in one.url]
    assert loaded in {"something", "nothing"}
    assert not [one for one in frames if one.locator("main").count()]


@pytest.mark.parametrize("kind", STRICT)
def test_a_strict_page_still_shows_the_panel_and_learns_nothing(context, kind):
    with CarelessSite(STRICT[kind]) as site:
        person = Person(context, site)
        person.page.evaluate(
            """() => {
                window.told = [];
                const tell = (event) => told.push(event.type + (event.blockedURI ?? ""));
                addEventListener("securitypolicyviolation", tell, true);
                addEventListener("message", tell, true);
                new ReportingObserver((all) => told.push(...all.map(({ type, body }) =>
                    type + (body?.blockedURL ?? ""))), {buffered: true}).observe();
            }"""
        )
        person.page.evaluate(
            "([path, body]) => void fetch(path, {method: 'POST', body}).catch(() => {})",
            [ENDPOINT, body_of(NOT_GRAVE).decode()],
        )
        person.says("Answered privately")
        told = person.page.evaluate("told")
        assert not [one for one in told if "extension" in one or one == "message"]
        person.page.close()


def test_where_no_frame_gets_through_the_page_points_to_the_toolbar(person, context):
    refusing = worker(context)
    refusing.evaluate(
        """() => {
            globalThis.refusing = true;
            chrome.runtime.onConnect.addListener((port) => {
                if (globalThis.refusing && port.name === "panel") port.disconnect();
            });
        }"""
    )
    try:
        person.send(HARMLESS)
        person.says("This page does not let Sottovoce show its panel.")
    finally:
        refusing.evaluate("globalThis.refusing = false")


def test_the_frame_is_there_before_the_first_message_is_sent(person):
    assert person.frame() is None
    person.page.locator("#prompt").press_sequentially("Hello")
    person.eventually(person.frame, "typing brings the frame")
    assert "Hello" not in person.panel()
    person.send(HARMLESS)
    person.says("Sent to Example Chat")


def test_a_button_that_loosens_needs_a_real_press_in_plain_sight(person):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    person.seen()
    frame = person.frame()
    button = frame.get_by_role("button", name="Not sensitive")
    button.evaluate("(one) => one.click()")
    person.page.evaluate(
        """() => {
            const cover = document.createElement("div");
            cover.style = "position: fixed; inset: 0; z-index: 2147483647;"
                + "background: rgb(255 255 255 / 1%); pointer-events: none";
            document.documentElement.append(cover);
        }"""
    )
    person.seen()
    button.click()
    person.says("Something covers this button.")
    assert "Noted as not sensitive" not in person.panel()


def test_the_frame_comes_back_after_the_worker_was_stopped(person, context):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    stop_worker(context)
    person.page.wait_for_timeout(2500)
    assert "Answered privately" in person.panel()
    person.send(NOT_GRAVE)
    person.eventually(lambda: person.panel().count("Answered privately") == 2, "both answers")
    assert len([one for one in person.page.frames if "/panel/frame.html" in one.url]) == 1
