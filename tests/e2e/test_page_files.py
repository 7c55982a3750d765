"""Files that a page sends: from the hook to the companion and back, in a real browser."""

import base64
import random
from pathlib import Path

import made_files as made
import pytest

from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack
from tests.canary import Canary, search
from tests.e2e.browser import CarelessSite, Person, launched, worker

ARTIFACTS = Path(__file__).parents[1] / "artifacts"
PLEASE = "Please sum this file up in three sentences."
HARMLESS = "The mountains of the north are high, and the rivers run to the sea."
CANARY = Canary.fresh(random.Random(43))
PRIVATE = f"The patient {CANARY.word.title()} Keller, SSN 078-05-1120, has breast cancer."
PICTURE = b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(5_000)

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

FILE = """([words, name, data]) => {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    const form = new FormData();
    form.append("prompt", words);
    form.append("file", new File([bytes], name));
    const sent = fetch("/say", {method: "POST", body: form});
    return Promise.race([
        sent.then((response) => response.status, String),
        new Promise((done) => setTimeout(done, 8000, "held")),
    ]);
}"""
ADDRESS = """([words, name, data]) => {
    const url = `data:application/octet-stream;base64,${data}`;
    const body = JSON.stringify({messages: [{content: [{text: words}, {filename: name, url}]}]});
    const sent = fetch("/say", {method: "POST", body});
    return Promise.race([
        sent.then((response) => response.status, String),
        new Promise((done) => setTimeout(done, 8000, "held")),
    ]);
}"""


@pytest.fixture(scope="module")
def site():
    with CarelessSite() as careless:
        yield careless


@pytest.fixture(scope="module")
def url(site):
    return site.url.replace("/demo/", "/")


@pytest.fixture(scope="module")
def context(tmp_path_factory, url):
    from playwright.sync_api import sync_playwright

    policy = f'[sites]\ngeneric = ["{url}*"]\n'
    folder = tmp_path_factory.mktemp("files")
    with (
        Stack(folder, ports=Ports.free(), policy=policy) as stack,
        sync_playwright() as playwright,
        launched(playwright, stack, tmp_path_factory.mktemp("profile")) as opened,
    ):
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


def send(person: Person, how: str, data: bytes, name: str) -> object:
    return person.page.evaluate(how, [PLEASE, name, base64.b64encode(data).decode()])


def test_a_form_with_a_harmless_file_leaves_with_every_byte(person, site):
    data = made.pdf(HARMLESS)
    assert send(person, FILE, data, "mountains.pdf") == 200
    assert data in site.bodies("/say")[-1]
    assert PLEASE.encode() in site.bodies("/say")[-1]


@pytest.mark.parametrize("how", [FILE, ADDRESS], ids=["form", "data address"])
@pytest.mark.parametrize("make", [str.encode, made.docx, made.pdf], ids=["text", "docx", "pdf"])
def test_a_private_file_does_not_leave_and_is_answered_in_the_panel(person, site, how, make):
    assert send(person, how, make(f"{HARMLESS}\n{PRIVATE}"), "report") == 400
    person.says("Answered privately")
    assert search(bytes(site.received), CANARY) == set()


def test_a_picture_is_held_and_named(person, site):
    before = len(site.bodies("/say"))
    send(person, FILE, PICTURE, "scan.png")
    person.says("“scan.png” was not checked: it is or holds pictures, sound or video.")
    assert len(site.bodies("/say")) == before
    ARTIFACTS.mkdir(exist_ok=True)
    person.page.screenshot(path=ARTIFACTS / "file-held.png")
