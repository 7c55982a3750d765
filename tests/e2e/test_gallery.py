"""Every state that a person can meet, as a picture: light and dark, and without objections.

The pictures go to `tests/artifacts/states`; `make pictures` copies them to `docs/images/states`,
where `docs/states.md` shows them.
"""

import psutil
import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import (
    ARTIFACTS,
    ENDPOINT,
    Ear,
    Person,
    extension_page,
    launched,
    objections,
    tab_of,
)
from tests.live import stopped

HARMLESS = "Explain in one sentence why the sky is blue."
PRIVATE = "Write a kind note to my neighbour Petra Vogel, petra.vogel@example.org, 415-555-0134."
SHIELD = "Sottovoce: see what happens to your messages"
FOLDER = ARTIFACTS / "states"
LARGEST = 120_000
CAUSES = [
    "tunnel_down",
    "secured_unreachable",
    "secured_refused",
    "secured_interrupted",
    "too_long_for_model",
    "too_long",
    "audit_failed",
    "attachment_unjudged",
    "unreadable",
    "public_failed",
    "busy",
    "internal",
    "draft",
    "kept_out",
    "no_answer",
]
ANSWER = """## Before the talk

You can keep it **short**, and *kind*:

1. Say what you saw, not what you think of it.
2. Ask what would help.

> One question at a time.

```python
def remind(days: int = 7) -> str:
    return f"Ask again in {days} days."
```
"""
DRAW = """([entry, text]) => {
    const list = document.getElementById("entries");
    const nothing = () => {};
    const changed = () => window.dispatchEvent(new Event("resize"));
    const frame = {announce: nothing, tell: nothing, gone: nothing, changed};
    const made = sottovoce.entry.create(entry.id, frame);
    list.replaceChildren(made.item);
    made.update({...entry, state: "answering"});
    if (text) made.delta(text);
    made.update(entry);
}"""
"""Draws an entry in the panel as the worker's message would."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


@pytest.fixture
def ear(stack):
    with Ear(stack.ports.public) as listening:
        yield listening


@pytest.fixture(params=["light", "dark"])
def gallery(request, person):
    return Gallery(person, request.param)


class Gallery:
    """Takes pictures of one person's tab, and asks axe-core about each."""

    def __init__(self, person: Person, look: str) -> None:
        self.person, self.look = person, look
        self.dress(person.page, 720, 560)

    def dress(self, page, width, height):
        page.emulate_media(color_scheme=self.look)
        page.set_viewport_size({"width": width, "height": height})

    def take(self, name, *, part=None):
        """Keep the panel's page, or another one of ours, as it is now."""
        page = part or self.person.page
        page.wait_for_timeout(250)
        frame = part or self.person.frame()
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{name}-{self.look}.png"
        page.screenshot(path=path, full_page=part is not None and "popup" in name)
        assert path.stat().st_size < LARGEST
        if frame:
            assert objections(frame) == [], name

    def draw(self, name, text="", **entry):
        whole = {"id": "a-state-of-the-panel", "site": "Example Chat", **entry}
        self.person.frame().evaluate(DRAW, [whole, text])
        self.take(name)


def test_on_the_way_to_the_site(gallery, stack):  # F02
    person = gallery.person
    person.eventually(lambda: "see what happens" in person.panel(), "the shield waits")
    gallery.take("waiting")
    with stopped_daemon(stack):
        person.send(HARMLESS)
        person.says("Checking")
        gallery.take("checking")
    person.says("Sent to Example Chat")
    gallery.take("sent")


def test_answered_privately(gallery):  # F02, S08
    person = gallery.person
    person.send(PRIVATE)
    person.says("Answering privately")
    gallery.take("answering")
    person.says("Answered privately")
    gallery.take("answered")
    person.press_button("Why?")
    person.says("messages from")
    gallery.take("why")
    person.press_button("Why?")
    person.press_button("Send to Example Chat instead")
    gallery.take("reasons")
    person.page.keyboard.press("Space")
    person.seen()
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")
    person.says("Press send again")
    gallery.take("granted")
    person.page.locator("#prompt").press("Enter")
    person.says("as you chose")
    gallery.take("sent-as-chosen")


def test_a_chat_that_stays_private(gallery):
    person = gallery.person
    person.send(PRIVATE)
    person.says("Answered privately")
    person.send("And now a poem about the sea, please.")
    person.says("This chat holds private text")
    person.eventually(lambda: person.panel().count("Answered privately") == 2, "both answers")
    gallery.take("stays-private")
    person.page.set_viewport_size({"width": 720, "height": 700})
    gallery.draw(
        "markdown", ANSWER, state="answered", model="SmolLM2-135M-Instruct", environment="home"
    )


def test_not_sensitive(gallery):
    person = gallery.person
    person.send(f"{PRIVATE} In {gallery.look} colours.")
    person.says("Answered privately")
    person.press_button("Not sensitive", slowly=True)
    person.says("Noted as not sensitive")
    gallery.take("not-sensitive")


def test_kept(gallery):
    person = gallery.person
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    person.page.set_viewport_size({"width": 720, "height": 320})
    for cause in CAUSES:
        gallery.draw(f"held-{cause}", state="held", reason=cause, retry=True)


def test_not_protected_paused_and_off(gallery, context):
    person = gallery.person
    sent = "(path) => void fetch(path, {method: 'PUT', body: 'x'}).catch(() => {})"
    person.page.evaluate(sent, ENDPOINT)
    person.says("Not protected on this site")
    gallery.take("not-protected")
    person.press_button("Report")
    person.says("nothing that you typed")
    gallery.take("report")
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    gallery.dress(popup, 360, 400)
    popup.get_by_role("button", name="Report").click()
    gallery.take("popup-not-protected", part=popup)
    person.open()
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    popup.get_by_text("Protected on this site: last message").wait_for()
    gallery.dress(popup, 360, 400)
    gallery.take("popup-protected", part=popup)
    popup.get_by_role("button", name="Pause Sottovoce for 10 minutes").click()
    popup.get_by_text("Paused by you").wait_for()
    gallery.take("popup-paused", part=popup)
    person.open()
    person.press_button(SHIELD)
    person.says("Paused by you")
    gallery.take("paused")
    person.send(HARMLESS)
    person.says("unchecked")
    gallery.take("sent-unchecked")
    settings = extension_page(context, "options/options.html")
    gallery.dress(settings, 560, 900)
    settings.get_by_text("paused by you until").wait_for()
    gallery.take("settings", part=settings)
    settings.close()
    popup.get_by_role("button", name="Resume").click()
    popup.get_by_role("switch").click()
    popup.get_by_text("Switched off by you").wait_for()
    gallery.take("popup-off", part=popup)
    person.open()
    person.press_button(SHIELD)
    person.says("You switched Sottovoce off")
    gallery.take("off")
    person.press_button("Protect this site again")
    popup.get_by_text("Switched off by you").wait_for(state="hidden")
    popup.close()


def test_a_page_that_nobody_protects_yet(gallery, context, ear):
    gallery.person.page.goto(ear.url.replace("/demo/", "/v1/models"))
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    gallery.dress(popup, 360, 400)
    popup.get_by_role("button", name="Protect this site too").wait_for()
    gallery.take("popup-elsewhere", part=popup)
    popup.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_without_a_companion(playwright, stack, ear, tmp_path, look):
    with launched(playwright, stack, tmp_path, registered=False) as alone:
        gallery = Gallery(Person(alone, ear), look)
        gallery.person.send(HARMLESS)
        gallery.person.says("sending is paused")
        gallery.person.press_button("How to fix")
        gallery.take("companion-missing")
        popup = extension_page(alone, f"popup/popup.html?tab={tab_of(alone)}")
        gallery.dress(popup, 360, 400)
        popup.get_by_text("not known to this browser").wait_for()
        gallery.take("popup-companion-missing", part=popup)


def stopped_daemon(stack):
    return stopped(psutil.Process(stack.processes["daemon"].pid))
