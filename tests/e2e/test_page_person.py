"""What a person may decide: send it after all, say that it is not sensitive, pause, switch."""

import json

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ARTIFACTS, Ear, body_of, extension_page, objections, tab_of

NOT_GRAVE = "My phone number is 415-555-0134 and my mail is jo@example.org: write a greeting card."
GRAVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
HARMLESS = "Explain in one sentence why the sky is blue."
SITE = "Example Chat"
SHIELD = "Sottovoce: see what happens to your messages"

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


def send_privately(person, text):
    person.send(text)
    person.says("Answered privately")


def give_a_reason(person, presses=1):
    person.press_button(f"Send to {SITE} instead")
    person.page.keyboard.press("Space")
    person.seen()
    for _ in range(presses):
        person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")


def test_with_a_reason_a_private_message_goes_to_the_site_once(person):
    send_privately(person, NOT_GRAVE)
    give_a_reason(person)
    person.says("Press send again within 2 minutes; it will go to Example Chat.")
    person.eventually(lambda: person.box == NOT_GRAVE, "the text is back in its box")
    assert person.ear.requests() == 0
    person.page.locator("#prompt").press("Enter")
    person.says("Sent to Example Chat, as you chose")
    assert person.ear.bodies() == [body_of(NOT_GRAVE)]
    person.open()
    send_privately(person, NOT_GRAVE)
    assert person.ear.requests() == 1


def test_without_a_reason_nothing_is_sent(person):
    send_privately(person, NOT_GRAVE)
    person.press_button(f"Send to {SITE} instead")
    person.seen()
    frame = person.frame()
    frame.get_by_role("button", name=f"Send to {SITE}", exact=True).click()
    person.says("Choose a reason first.")
    frame.get_by_role("button", name="Cancel").click()
    person.eventually(lambda: "Choose a reason" not in person.panel(), "the form closes")
    assert "Answered privately" in person.panel()


def test_a_message_that_is_not_sensitive_goes_through_from_then_on(person):
    text = "Write to my neighbour Petra Vogel, petra.vogel@example.org, Lindenstrasse 12, Bonn."
    send_privately(person, text)
    person.press_button("Not sensitive", slowly=True)
    person.says("Noted as not sensitive.")
    for _ in range(2):
        person.open()
        person.send(text)
        person.says("you said that it is not sensitive")
    assert person.ear.requests() == 2


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def pictures(page, name):
    """Take it as most see it, then dark and narrow."""
    ARTIFACTS.mkdir(exist_ok=True)
    assert objections(page) == []
    page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 640})
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.screenshot(path=ARTIFACTS / f"{name}-narrow-dark.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 760, "height": 900})


def test_what_was_said_is_not_sensitive_is_forgotten_once_it_is_confirmed(person, context, stack):
    text = "Write to my neighbour Lukas Brandt, lukas.brandt@example.org, Ahornweg 3, Jena."
    send_privately(person, text)
    person.press_button("Not sensitive", slowly=True)
    person.says("Noted as not sensitive.")
    settings = extension_page(context, "options/options.html")
    settings.set_viewport_size({"width": 760, "height": 900})
    remembered = settings.get_by_text("Only a fingerprint of each is kept")
    remembered.wait_for()
    ask = settings.get_by_role("button", name="Forget all").first
    group = settings.get_by_role("group", name="Forget all of it?")
    ask.press("Enter")
    group.wait_for()
    assert focused(settings) == "Cancel"
    pictures(settings, "settings-forget")
    settings.keyboard.press("Escape")
    group.wait_for(state="hidden")
    assert focused(settings) == "Forget all"
    assert remembered.is_visible()
    person.page.bring_to_front()
    person.open()
    person.send(text)
    person.says("you said that it is not sensitive")
    settings.bring_to_front()
    ask.press("Enter")
    group.get_by_role("button", name="Forget all").press("Enter")
    settings.get_by_text("Forgotten. These messages are checked again.").wait_for()
    settings.get_by_text("Nothing is remembered.").wait_for()
    assert not ask.is_visible()
    assert focused(settings) == "What did I say is not sensitive?"
    pictures(settings, "settings-forgotten")
    settings.close()
    person.page.bring_to_front()
    person.open()
    send_privately(person, text)
    rows = [json.loads(line) for line in stack.run("audit", "export").stdout.splitlines()]
    assert [row["event"] for row in rows].count("forgotten") == 1
    assert "Brandt" not in (stack.paths.state / "person.json").read_text(encoding="utf-8")


def test_a_grave_message_offers_neither(person):
    send_privately(person, GRAVE)
    names = [button.text_content() for button in person.frame().get_by_role("button").all()]
    assert "Why?" in names
    assert f"Send to {SITE} instead" not in names
    assert "Not sensitive" not in names


def test_a_pause_lets_messages_out_unchecked_and_says_so_until_it_is_ended(person):
    person.press_button(SHIELD)
    person.says("Pause Sottovoce for 10 minutes")
    person.press_button("Pause Sottovoce for 10 minutes", slowly=True)
    person.says("Paused by you until")
    person.send(NOT_GRAVE)
    person.says("Sent to Example Chat unchecked")
    person.press_button("Resume")
    person.eventually(lambda: "Paused by you" not in person.panel(), "the pause ends")
    person.open()
    send_privately(person, NOT_GRAVE)
    assert person.ear.requests() == 1


def test_the_popup_pauses_and_resumes_and_switches_the_site(person, context):
    person.send(HARMLESS)
    person.says("Sent to Example Chat")
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    popup.get_by_role("button", name="Pause Sottovoce for 10 minutes").click()
    popup.get_by_text("Paused by you until").wait_for()
    popup.get_by_role("button", name="Resume").click()
    popup.get_by_text("Protected on this site").wait_for()
    popup.get_by_role("switch", name="Protection on this site").click()
    popup.get_by_text("Switched off by you on this site since").wait_for()
    person.open()
    person.send(NOT_GRAVE)
    person.says("Sent to Example Chat unchecked")
    settings = extension_page(context, "options/options.html")
    settings.get_by_text("Example Chat: switched off by you since").wait_for()
    settings.get_by_role("button", name="Protect this site again").click()
    settings.get_by_text("Nothing. Every protected site is checked.").wait_for()
    popup.get_by_text("Protected on this site").wait_for()
    person.open()
    send_privately(person, NOT_GRAVE)
    settings.close()
    popup.close()


def test_a_site_of_ones_own_is_protected_until_it_is_removed(person, context, ear):
    page = person.page
    page.goto(ear.url.replace("/demo/", "/v1/models"))
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    popup.get_by_text("Sottovoce has no part in this page.").wait_for()
    popup.get_by_role("button", name="Protect this site too").click()
    popup.get_by_text("Reload the page to begin.").wait_for()
    send = "(body) => void fetch('/v1/other', {method: 'POST', body}).catch(() => {})"
    page.evaluate(send, GRAVE)
    popup.get_by_text("last message checked").wait_for()
    assert ear.requests("/v1/other") == 0
    origin = f"http://127.0.0.1:{ear.port}"
    settings = extension_page(context, "options/options.html")
    settings.get_by_role("button", name=f"Remove {origin}").click()
    settings.get_by_text("None. On a chat page").wait_for()
    page.goto(page.url)
    page.evaluate(send, GRAVE)
    person.eventually(lambda: ear.requests("/v1/other") == 1, "nobody holds it any more")
    for one in (settings, popup):
        one.close()
