"""The panel and the extension's own pages: what people see, hear and reach by keyboard.

Every state is also kept as a picture under `tests/artifacts`, to be looked at.
"""

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import (
    ARTIFACTS,
    ENDPOINT,
    CarelessSite,
    Person,
    body_of,
    extension_page,
    launched,
    objections,
    tab_of,
)

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
LOOKS = {
    "light": {"media": {"color_scheme": "light"}},
    "dark": {"media": {"color_scheme": "dark"}},
    "contrast": {"media": {"forced_colors": "active"}},
    "narrow": {"view": {"width": 320, "height": 640}},
    "zoomed": {"view": {"width": 550, "height": 450}},
}

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


def dress(page, look):
    settings = LOOKS[look]
    page.emulate_media(**settings.get("media", {}))
    if view := settings.get("view"):
        page.set_viewport_size(view)


def named(person):
    """Return role and name of everything that a screen reader meets."""
    nodes = [node for node in person.tree() if not node.get("ignored")]
    return {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes}


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_is_shown_and_fits_into_the_window(person, look):  # F02
    dress(person.page, look)
    person.eventually(lambda: "see what happens" in person.panel(), "the shield waits")
    person.screenshot(f"panel-{look}-waiting")
    person.send(HARMLESS)
    person.says("checked in")
    person.screenshot(f"panel-{look}-public")
    person.open()
    person.send(SENSITIVE)
    person.says("Answering privately")
    person.screenshot(f"panel-{look}-answering")
    person.says("Answered privately")
    person.press_button("Why?")
    person.says("messages from 0.50 on")
    person.says("Grave: ")
    person.screenshot(f"panel-{look}-answered")
    sent = "(path) => void fetch(path, {method: 'PUT', body: 'x'}).catch(() => {})"
    person.page.evaluate(sent, ENDPOINT)
    person.says("Not protected on this site")
    person.press_button("Report")
    person.says("nothing that you typed")
    person.screenshot(f"panel-{look}-unprotected")
    assert _inside(person)


def test_the_panel_is_heard_and_every_control_has_a_name(person):
    person.send(SENSITIVE)
    person.says("Answered privately")
    met = named(person)
    assert ("region", "Sottovoce") in met
    assert any(role == "status" for role, _ in met)
    assert {("button", "Why?"), ("button", "Close")} <= met
    assert not [pair for pair in met if pair == ("button", "")]


def test_the_shield_has_a_name_before_anything_was_sent(person):
    person.eventually(
        lambda: ("button", "Sottovoce: see what happens to your messages") in named(person),
        "the shield is named",
    )
    person.press_button("Sottovoce: see what happens to your messages")
    person.says("Sottovoce is listening for your first message")


def test_the_keyboard_reaches_the_panel_and_closes_it(person):
    person.send(SENSITIVE)
    person.says("Answered privately")
    person.press_button("Close")
    person.eventually(lambda: "Answered privately" not in person.panel(), "the entry closes")


def test_the_panel_moves_nothing_in_the_page(context):
    with CarelessSite() as site:
        person = Person(context, site)
        person.page.evaluate(
            """() => {
                window.moved = 0;
                new PerformanceObserver((list) => {
                    for (const entry of list.getEntries()) moved += entry.value;
                }).observe({type: "layout-shift", buffered: true});
            }"""
        )
        person.page.evaluate(
            "([path, body]) => fetch(path, {method: 'POST', body})",
            [ENDPOINT, body_of(HARMLESS).decode()],
        )
        person.says("checked in")
        assert person.page.evaluate("moved") == 0
        person.page.close()


def test_the_page_cannot_read_the_panel(person):
    person.send(SENSITIVE)
    person.says("Answered privately")
    seen = person.page.evaluate(
        """() => {
            const host = document.documentElement.lastElementChild;
            const { length } = window;
            const frames = document.querySelectorAll("iframe").length + length;
            const ours = ({ name }) => name.includes("frame.html");
            const loads = performance.getEntries().filter(ours);
            const text = document.documentElement.innerText;
            return [host.shadowRoot, host.outerHTML, frames, loads.length, text];
        }"""
    )
    assert seen[:4] == [None, "<div></div>", 0, 0]
    assert "Answered privately" not in seen[4]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_popup_tells_the_chain(person, context, look):  # F02
    person.send(HARMLESS)
    person.says("checked in")
    popup = extension_page(context, f"popup/popup.html?tab={tab_of(context)}")
    popup.emulate_media(color_scheme=look)
    popup.set_viewport_size({"width": 360, "height": 480})
    popup.get_by_text("Protected on this site").wait_for()
    popup.screenshot(path=ARTIFACTS / f"popup-{look}.png")
    assert objections(popup) == []
    popup.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_options_page_says_what_is_in_force(context, look):
    page = extension_page(context, "options/options.html")
    page.emulate_media(color_scheme=look)
    page.get_by_text("Careful default").wait_for()
    page.screenshot(path=ARTIFACTS / f"options-{look}.png")
    assert objections(page) == []
    page.close()


def test_without_a_companion_popup_and_panel_name_the_remedy(playwright, stack, ear, tmp_path):
    with launched(playwright, stack, tmp_path, registered=False) as alone:
        person = Person(alone, ear)
        person.send(HARMLESS)
        person.says("sending is paused")
        person.press_button("How to fix")
        person.screenshot("panel-light-missing")
        popup = extension_page(alone, "popup/popup.html")
        popup.get_by_text("not known to this browser. Run: sottovoce setup").wait_for()
        popup.set_viewport_size({"width": 360, "height": 400})
        popup.screenshot(path=ARTIFACTS / "popup-light-missing.png")
        person.page.close()


def test_in_a_right_to_left_language_the_panel_is_mirrored(person):
    person.page.evaluate("document.documentElement.dir = 'rtl'")
    person.send(SENSITIVE)
    person.says("Answered privately")
    frame = person.frame()
    frame.evaluate("document.documentElement.dir = 'rtl'")
    person.screenshot("panel-light-rtl")
    shield, close = (frame.locator(name).first.bounding_box() for name in (".shield", ".close"))
    assert shield["x"] > close["x"]


def _inside(person):
    """Whether the panel lies within the window and off the composer."""
    with person.session() as session:
        session.send("DOM.enable")
        root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        panel = _find(root, "root")
        quad = session.send("DOM.getBoxModel", {"nodeId": panel["nodeId"]})["model"]["border"]
    view = person.page.viewport_size
    box = person.page.locator("#composer").bounding_box()
    left, top, right, bottom = quad[0], quad[1], quad[4], quad[5]
    fits = left >= 0 and top >= 0 and right <= view["width"] and bottom <= view["height"]
    return fits and (bottom <= box["y"] or top >= box["y"] + box["height"])


def _find(node, name):
    attributes = node.get("attributes", [])
    pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
    if pairs.get("class") == name:
        return node
    for child in [*node.get("children", []), *node.get("shadowRoots", [])]:
        if found := _find(child, name):
            return found
    return None
