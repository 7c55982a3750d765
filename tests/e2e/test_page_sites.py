"""Every supported site: what it gets, what it never gets, and what its page shows.

The pages run at the sites' real addresses, where the extension's own rules and scripts apply.
"""

import json
import random
import re
from urllib.parse import unquote_plus, urlsplit

import pytest

from companion.demo import browser as demo_browser
from companion.demo.proof import rows
from tests.canary import Canary, search
from tests.e2e.browser import launched, worker
from tests.live import LiveStack
from tests.sites import visitor
from tests.sites.catalogue import BY_NAME, SITES
from tests.sites.replies import ANSWER
from tests.sites.server import SiteServer
from tests.sites.visitor import Visitor

HARMLESS = "Explain why the sky is blue 🌤️.\nIn one sentence, please."
AGAIN = "How do you say good morning in Hebrew? Is it בוקר טוב?"
EDITED = "Explain why the sunset is red.\nIn two sentences, please."
DRAFTS = {
    "chatgpt": r"chatgpt\.com/backend-api/f/conversation/prepare",
    "perplexity": r"www\.perplexity\.ai/rest/autosuggest/",
}

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
    pytest.mark.skipif(
        not visitor.installed(), reason="needs the pages' editors: `make e2e` installs them"
    ),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory, server):
    listed = json.dumps([f"{server.url(site.name)}*" for site in SITES if not site.url])
    policy = f'name = "With pages of its own"\n[sites]\ngeneric = {listed}\n'
    folder = tmp_path_factory.mktemp("sites")
    with LiveStack(folder, policy=policy, answer_tokens=12) as running:
        yield running


@pytest.fixture(scope="module")
def server():
    visitor.build()
    with SiteServer() as serving:
        yield serving


@pytest.fixture(scope="module")
def without(playwright, stack, server, tmp_path_factory):
    """What each site gets from a browser without the extension."""
    folder = tmp_path_factory.mktemp("without")
    options = {"extension": False, "flags": visitor.flags(server)}
    seen = {}
    with launched(playwright, stack, folder, **options) as plain:
        for site in SITES:
            person = Visitor(plain, server, site, site.name, protected=False)
            try:
                seen[site.name] = converse(person)
            except AssertionError as error:
                seen[site.name] = error
            person.page.close()
    return seen


@pytest.fixture(scope="module")
def context(playwright, stack, server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("profile")
    with launched(playwright, stack, folder, flags=visitor.flags(server)) as opened:
        wait_for_policy(opened)
        yield opened


def wait_for_policy(context):
    """Wait until the extension protects what policy lists."""
    while not worker(context).evaluate("chrome.declarativeNetRequest.getDynamicRules()"):
        context.pages[0].wait_for_timeout(20)


@pytest.fixture(scope="module")
def alone(playwright, stack, server, tmp_path_factory):
    """A browser whose extension has lost its companion."""
    folder = tmp_path_factory.mktemp("alone")
    with launched(playwright, stack, folder, flags=visitor.flags(server)) as before:
        wait_for_policy(before)
    for manifest in (folder / "NativeMessagingHosts").iterdir():
        manifest.unlink()
    options = {"registered": False, "flags": visitor.flags(server)}
    with launched(playwright, stack, folder, **options) as opened:
        yield opened


@pytest.fixture
def visit(context, server, request):
    """Open a site's page in a tab of its own."""
    opened = []

    def go(name, seed=""):
        opened.append(Visitor(context, server, BY_NAME[name], seed or request.node.name))
        return opened[-1]

    yield go
    for person in opened:
        person.page.close()


@pytest.fixture
def canary():
    return Canary.fresh(random.Random(20260701))


def converse(person):
    """Send, send by the button, ask again, edit: return all that arrived, in order."""
    person.send(HARMLESS)
    person.answered()
    person.send(EDITED if person.site.keyed else AGAIN, by="button")
    person.answered(2)
    if person.site.edits:
        person.regenerate()
        person.answered()
        person.edit(EDITED)
        person.answered()
    return [plain(body) for body in person.prompts]


def plain(body):
    """Take a multipart body's random boundary away."""
    return re.sub(rb"-{4,}WebKitFormBoundary\w+", b"--boundary", body)


def readable(sent):
    """Undo what forms and nested JSON do to a text."""
    return re.sub(r"\\+n", "\n", unquote_plus(sent.decode(errors="replace")))


def private(canary):
    name = canary.word.capitalize()
    return f"My patient Maria {name}, born 12 March 1961,\nphone 415-555-0134, has breast cancer."


@pytest.mark.parametrize("name", BY_NAME)
def test_a_harmless_chat_arrives_byte_for_byte_as_without_the_extension(
    name, visit, server, without
):
    expected = without[name]
    if isinstance(expected, AssertionError):
        raise expected
    person = visit(name, seed=name)
    assert converse(person) == expected
    assert HARMLESS in readable(server.received(person.since))


@pytest.mark.parametrize("name", BY_NAME)
def test_a_private_prompt_never_arrives_and_its_chat_stays_private(name, visit, server, canary):
    person = visit(name)
    person.send(private(canary))
    said = person.says("Answered privately")
    assert f"Not sent to {person.site.label or urlsplit(person.home).netloc}" in said
    assert canary.word in person.box.lower() or canary.word not in person.shown.lower()
    person.clear()
    person.send(HARMLESS)
    person.says("This chat holds private text, so it stays private.")
    assert search(server.received(person.since), canary) == set()
    assert HARMLESS not in readable(server.received(person.since))
    person.start_clean()
    person.send(EDITED)
    person.answered()
    assert search(server.received(person.since), canary) == set()


@pytest.mark.parametrize("name", [site.name for site in SITES if site.edits])
def test_a_private_text_in_an_edited_message_never_arrives(name, visit, server, canary):
    person = visit(name)
    person.send(AGAIN, by="button")
    person.answered()
    before = len(person.prompts)
    person.edit(private(canary))
    person.says("Answered privately")
    assert search(server.received(person.since), canary) == set()
    assert len(person.prompts) == before


@pytest.mark.parametrize("name", ["chatgpt", "gemini", "copilot", "librechat"])
def test_an_answer_is_shown_as_it_is_written(name, visit, server):
    person = visit(name)
    with server.pausing():
        person.send(AGAIN)
        begun = ANSWER.split()[0]
        person.eventually(lambda: begun in person.shown, "the answer begins")
        assert ANSWER.split()[-1] not in person.shown
    person.answered()


@pytest.mark.parametrize(("name", "path"), DRAFTS.items())
def test_what_is_typed_and_not_sent_is_judged_before_it_leaves(
    name, path, visit, stack, server, canary
):
    person = visit(name)
    person.write(AGAIN)
    person.eventually(
        lambda: AGAIN in readable(b"".join(server.bodies(path, person.since))),
        "a harmless draft goes to the site",
    )
    person.clear()
    known = len(rows(stack))
    person.write(private(canary))
    person.eventually(
        lambda: any(row.get("outcome") == "draft" for row in rows(stack)[known:]),
        "a private draft is held",
    )
    assert search(server.received(person.since), canary) == set()
    assert canary.word in person.box.lower()


FLOOD = """(count) => new Promise((done, failed) => {
    const socket = new WebSocket(`ws://${location.host}/api/live?page=flood`);
    let saved = 0;
    socket.onmessage = () => ++saved === count && done(saved);
    setTimeout(() => done(saved), 20_000);
    socket.onclose = () => failed(new Error(`closed after ${saved}`));
    socket.onopen = () => {
        for (let i = 0; i < count; i++) {
            const text = `The river number ${i}.`;
            socket.send(JSON.stringify({ draft: `flood ${i}`, revision: i, text }));
        }
    };
})"""


def test_a_page_that_sends_a_hundred_frames_at_once_gets_all_of_them_judged(visit):
    person = visit("synced")
    assert person.page.evaluate(FLOOD, 100) == 100
    assert "busy" not in person.panel()


def test_enter_that_ends_a_composition_sends_nothing(visit, server):
    question = "What does 空 mean in Japanese?"
    before, after = question.split("空")
    person = visit("ime")
    person.write(before)
    with person.session() as session:
        half = {"text": "そら", "selectionStart": 2, "selectionEnd": 2}
        session.send("Input.imeSetComposition", half)
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
        session.send("Input.insertText", {"text": "空"})
    person.page.keyboard.type(after)
    assert (person.box, person.prompts) == (question, [])
    person.page.keyboard.press("Enter")
    person.answered()
    assert question.encode() in person.prompts[0]


@pytest.mark.parametrize("name", BY_NAME)
def test_without_a_companion_everything_is_held(name, alone, server, canary):
    person = Visitor(alone, server, BY_NAME[name], f"{name}-alone")
    person.write(private(canary))
    person.press("button")
    person.says("companion is not running")
    assert canary.word in (person.box + person.shown).lower()
    assert search(server.received(person.since), canary) == set()
    assert all(canary.word.encode() not in body.lower() for body in person.prompts)
    person.page.close()


def test_in_all_of_this_nothing_private_arrived_anywhere(server, canary):
    assert search(server.received(), canary) == set()


def test_every_site_that_ships_has_its_page_here():
    index = json.loads((demo_browser.extension_folder() / "sites" / "index.json").read_text())
    assert set(index["sites"]) - {"demo", "generic"} <= set(BY_NAME)
