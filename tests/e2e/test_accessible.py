"""For everybody: by keyboard, by ear, enlarged, narrow, mirrored and in forced colours."""

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ENDPOINT, extension_page, objections, tab_of

NOT_GRAVE = "My phone number is 415-555-0134 and my mail is jo@example.org: write a greeting card."
SHIELD = "Sottovoce: see what happens to your messages"
LOOKS = {
    "forced colours": ({"forced_colors": "active"}, (1100, 900)),
    "reduced motion": ({"reduced_motion": "reduce"}, (1100, 900)),
    "320 pixels": ({}, (320, 640)),
    "200 per cent": ({}, (550, 450)),
}

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


def dress(page, look):
    media, (width, height) = LOOKS[look]
    page.emulate_media(**media)
    page.set_viewport_size({"width": width, "height": height})


def overflows(part):
    return part.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
    )


@pytest.mark.parametrize("look", LOOKS)
def test_the_panel_has_nothing_to_object_to(person, look):  # WCAG 2.2 AA
    dress(person.page, look)
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    frame = person.frame()
    assert objections(frame) == []
    person.press_button("Why?")
    person.says("messages from")
    person.press_button("Send to Example Chat instead")
    person.says("Why may Example Chat read this message?")
    assert objections(frame) == []
    assert not overflows(frame)
    person.screenshot(f"accessible-{look.replace(' ', '-')}")


@pytest.mark.parametrize("look", LOOKS)
def test_popup_and_settings_have_nothing_to_object_to(person, context, look):
    sent = "(path) => void fetch(path, {method: 'PUT', body: 'x'}).catch(() => {})"
    person.page.evaluate(sent, ENDPOINT)
    person.says("Not protected on this site")
    assert objections(person.frame()) == []
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    settings = extension_page(context, "options/options.html")
    popup.get_by_role("button", name="Report").click()
    settings.get_by_text("Careful default").wait_for()
    for page in (popup, settings):
        dress(page, look)
        assert objections(page) == []
        assert not overflows(page)
        page.close()


def test_everything_is_reached_by_tab_in_the_order_in_which_it_is_read(person):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    person.page.locator("#prompt").focus()
    met = []
    for _ in range(20):
        person.page.keyboard.press("Tab")
        met.append(person.focused())
    wanted = ["Close", "Why?", "Send to Example Chat instead", "Not sensitive", SHIELD]
    places = [met.index(name) for name in wanted]
    assert places == sorted(places)


def test_escape_closes_the_form_and_then_returns_to_the_text_box(person):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    person.press_button("Send to Example Chat instead")
    assert person.focused() == "It holds nothing private"
    person.page.keyboard.press("Escape")
    person.eventually(lambda: "It holds nothing" not in person.panel(), "the form closes")
    assert person.focused() == "Send to Example Chat instead"
    person.page.keyboard.press("Escape")
    at_box = "document.activeElement?.id === 'prompt'"
    person.eventually(lambda: person.page.evaluate(at_box), "back in the text box")


def test_reasons_are_chosen_with_the_arrow_keys(person):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    person.press_button("Send to Example Chat instead")
    person.page.keyboard.press("ArrowDown")
    person.page.keyboard.press("ArrowDown")
    chosen = person.frame().locator("input:checked").get_attribute("value")
    assert chosen == "permitted"


def test_who_listens_hears_what_became_of_a_message(person):
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    live = person.frame().locator("[role=status]").first
    assert live.get_attribute("aria-live") == "polite"
    person.eventually(lambda: "Answered privately" in live.text_content(), "it is announced")


def test_in_a_right_to_left_language_frame_and_pages_are_mirrored(person, context):
    person.page.evaluate("document.documentElement.dir = 'rtl'")
    person.send(NOT_GRAVE)
    person.says("Answered privately")
    frame = person.frame()
    frame.evaluate("document.documentElement.dir = 'rtl'")
    shield, close = (frame.locator(name).first.bounding_box() for name in (".shield", ".close"))
    assert shield["x"] > close["x"]
    assert objections(frame) == []
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    popup.evaluate("document.documentElement.dir = 'rtl'")
    mark, name = (popup.locator(one).first.bounding_box() for one in ("li .mark", "li strong"))
    assert mark["x"] > name["x"]
    popup.close()
