"""The first steps in a real Chromium: one invented message, the whole way, each step named.

Every state is kept as a picture under `tests/artifacts`, to be looked at.
"""

import json
from pathlib import Path

import pytest

from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack
from tests.e2e.browser import ARTIFACTS, extension_page, launched
from tests.live import eventually

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
EXTENSION = demo_browser.extension_folder()
ENGLISH = json.loads((EXTENSION / "_locales/en/messages.json").read_text(encoding="utf-8"))
PAGE = "welcome/welcome.html"
STEPS = ["Held", "Does it need a check?", "How private is it?", "Private connection", "The answer"]
PATIENCE_MS = 120_000
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
    page.set_viewport_size(settings.get("view", {"width": 1000, "height": 900}))


def steps(page) -> dict[str, tuple[str, str]]:
    """Return each step's state and words by its title."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("#steps > li")].map((item) => [
            item.querySelector("h2").textContent,
            item.classList[0],
            item.querySelector(".body")?.innerText ?? "",
        ])"""
    )
    return {title: (state, words) for title, state, words in found}


def complete(page) -> None:
    page.get_by_role("button", name="Send it once more").wait_for(timeout=PATIENCE_MS)


def broken(page) -> None:
    page.get_by_role("button", name="Try again").wait_for(timeout=PATIENCE_MS)


def violations(page) -> list[str]:
    if not AXE.exists():
        pytest.skip("needs axe-core: `npm ci` installs it")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations)")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def shoot(page, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"first-run-{name}.png", full_page=True, animations="disabled")


def welcomed(context) -> list:
    return [each for each in context.pages if each.url.endswith(PAGE)]


@pytest.fixture
def page(context):
    opened = extension_page(context, PAGE)
    yield opened
    opened.close()


def test_the_message_travels_the_whole_way_and_every_step_says_so(page, stack):
    complete(page)
    said = steps(page)
    assert list(said) == STEPS
    assert {state for state, _ in said.values()} == {"done"}
    assert "Nobody has read it yet" in said["Held"][1]
    assert "one reason to check it is enough" in said["Does it need a check?"][1]
    assert "Its length" in said["Does it need a check?"][1]
    assert "messages from 0.50 on are answered privately" in said["How private is it?"][1]
    assert "a person's name" in said["How private is it?"][1]
    assert "encrypted tunnel to this computer" in said["Private connection"][1]
    assert "Written by SmolLM2" in said["The answer"][1]
    assert "through the same tunnel" in said["The answer"][1]
    assert page.locator("#steps .answer").inner_text().strip()
    assert page.get_by_text("Nothing of this left your computer").is_visible()


def test_what_was_found_is_marked_in_the_message_and_named_in_words(page):
    complete(page)
    marked = page.locator("#message mark").all_inner_texts()
    assert {"Jane Sample", "1 April 1970", "breast cancer"} <= set(marked)
    assert page.locator("#message").inner_text() == ENGLISH["tour_prompt"]["message"]
    rows = page.locator(".found").all_inner_texts()
    assert "Jane Sample\na person's name" in rows
    assert "breast cancer\na medical condition" in rows


def test_the_rehearsal_is_decided_and_recorded_like_any_message_and_sent_to_no_site(page, stack):
    complete(page)
    done = stack.run("audit", "export")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    ours = [row for row in rows if row.get("site") == "first-run"]
    assert ours
    assert "released" not in {row.get("event") for row in ours}
    assert "Jane Sample" not in done.stdout


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_steps_fit_are_legible_and_have_no_barriers(page, look):
    dress(page, look)
    complete(page)
    shoot(page, look)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_the_whole_page_is_reached_by_keyboard_and_told_to_people_who_listen(page):
    complete(page)
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert {"Send it once more", "Settings and what this means"} <= set(reached)
    assert page.get_by_role("status").inner_text().startswith("The answer: ")
    page.get_by_role("button", name="Send it once more").press("Enter")
    eventually(lambda: "now" in {state for state, _ in steps(page).values()}, "it travels again")
    complete(page)


def test_right_to_left_it_mirrors_and_nothing_overflows(page):
    complete(page)
    page.evaluate("document.documentElement.dir = 'rtl'")
    shoot(page, "rtl")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark = page.locator("#steps .mark").first.bounding_box()
    title = page.locator("#steps h2").first.bounding_box()
    assert mark["x"] > title["x"]


def test_without_a_companion_the_second_step_says_so_and_what_to_do(playwright, stack, tmp_path):
    with launched(playwright, stack, tmp_path / "profile", registered=False) as context:
        page = extension_page(context, PAGE)
        broken(page)
        said = steps(page)
        assert said["Held"][0] == "done"
        state, words = said["Does it need a check?"]
        assert state == "broken"
        assert "the companion does not answer" in words
        assert "Companion: not known to this browser" in words
        assert "Run: sottovoce setup" in words
        assert {said[title][0] for title in STEPS[2:]} == {"none"}
        for look in ("light", "dark"):
            dress(page, look)
            shoot(page, f"missing-{look}")
        assert violations(page) == []


def test_a_broken_link_stops_it_there_and_trying_again_goes_all_the_way(
    playwright, tmp_path_factory
):
    with (
        Stack(tmp_path_factory.mktemp("broken"), ports=Ports.free()) as stack,
        launched(playwright, stack, tmp_path_factory.mktemp("profile")) as context,
    ):
        stack.kill("secured")
        eventually(lambda: stack.links().get("secured") != "ready", "the model is gone")
        page = extension_page(context, PAGE)
        broken(page)
        said = steps(page)
        stopped = next(title for title, (state, _) in said.items() if state == "broken")
        assert stopped in STEPS[3:]
        assert "A real message would stay in its text box and go to nobody" in said[stopped][1]
        assert "sottovoce doctor" in said[stopped][1]
        assert said["How private is it?"][0] == "done"
        dress(page, "light")
        shoot(page, "model-gone")
        stack.launch("secured")
        stack.wait_until_listening("secured")
        stack.wait_until_ready()
        page.get_by_role("button", name="Try again").click()
        complete(page)
        assert {state for state, _ in steps(page).values()} == {"done"}


def test_where_policy_would_let_the_site_have_it_nothing_is_sent_and_it_says_so(
    playwright, tmp_path_factory
):
    home = tmp_path_factory.mktemp("public")
    with (
        Stack(home, ports=Ports.free(), policy="schema = 1\nthreshold = 1.0\n") as stack,
        launched(playwright, stack, tmp_path_factory.mktemp("profile")) as context,
    ):
        page = extension_page(context, PAGE)
        complete(page)
        said = steps(page)
        assert [state for state, _ in said.values()] == ["done", "done", "done", "none", "none"]
        assert "Nothing private enough was found" in said["How private is it?"][1]
        assert "In this rehearsal it was sent to nobody" in said["Private connection"][1]
        dress(page, "narrow")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        dress(page, "light")
        shoot(page, "public")
        assert violations(page) == []


def test_only_pages_of_the_extension_itself_can_have_it_sent(context, stack):
    page = context.new_page()
    page.goto(stack.chat_url)
    assert page.evaluate("typeof chrome.runtime?.connect") == "undefined"
    page.close()


def test_it_opens_by_itself_once_where_a_person_adds_the_extension(playwright, stack, tmp_path):
    ordinary = "--user-agent=Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36"
    profile = tmp_path / "profile"
    with launched(playwright, stack, profile, flags=[ordinary]) as context:
        opened = welcomed(context) or [context.wait_for_event("page", timeout=PATIENCE_MS)]
        complete(opened[0])
    with launched(playwright, stack, profile, flags=[ordinary]) as context:
        context.pages[0].wait_for_timeout(1000)
        assert not welcomed(context)


def test_it_does_not_open_where_a_program_drives_the_browser(context):
    assert not welcomed(context)


def test_the_popup_leads_to_the_first_steps_at_any_time(context):
    popup = extension_page(context, "popup/popup.html")
    with context.expect_page() as opened:
        popup.get_by_role("button", name="First steps").click()
    assert opened.value.url.endswith(PAGE)
    complete(opened.value)
    opened.value.close()
    popup.close()


@pytest.mark.parametrize("language", ["de", "fr"])
def test_in_another_language_the_message_and_every_word_are_of_that_language(
    playwright, stack, tmp_path, language
):
    with launched(playwright, stack, tmp_path / "profile", flags=[f"--lang={language}"]) as context:
        page = extension_page(context, PAGE)
        words = json.loads((EXTENSION / f"_locales/{language}/messages.json").read_text("utf-8"))
        if page.evaluate("chrome.i18n.getMessage('language')") != language:
            pytest.skip("this browser does not take its language from the command line")
        page.get_by_role("button", name=words["tour_once_more"]["message"]).wait_for(
            timeout=PATIENCE_MS
        )
        assert page.locator("#message").inner_text() == words["tour_prompt"]["message"]
        assert {state for state, _ in steps(page).values()} == {"done"}
        page.set_viewport_size({"width": 320, "height": 640})
        shoot(page, language)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
