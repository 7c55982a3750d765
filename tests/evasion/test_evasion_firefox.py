"""The same tricks in a stock Firefox, and what a page there can learn of the extension."""

from __future__ import annotations

import asyncio
import json
import os
import time

import pytest

from companion.demo.browser import extension_folder
from companion.identity import FIREFOX_EXTENSION_ID
from companion.install import Installer
from tests.e2e import bidi
from tests.e2e.browser import body_of
from tests.evasion.rig import LEAST, PATIENCE, RUN, SETTLE, Attempt
from tests.evasion.site import ENDPOINT, CanarySite
from tests.evasion.test_second_extension import HARMLESS, LOOKS, SENSITIVE
from tests.evasion.tricks import KINDS, RESIDUAL, TRICKS

PREFERENCES = """
user_pref("dom.disable_open_during_load", false);
user_pref("dom.popup_maximum", 1000);
user_pref("media.autoplay.default", 0);
user_pref("browser.send_pings", true);
user_pref("network.prefetch-next", true);
user_pref("dom.sitepermsaddon-provider.enabled", false);
"""

IN_FRAMES = """(codes) => {
    for (const code of codes) {
        const frame = document.createElement('iframe');
        frame.src = '/demo/';
        frame.onload = () => void frame.contentWindow.eval(code);
        document.body.append(frame);
    }
}"""
"""Tabs are slow here. A frame has a realm of its own, which is enough to break."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
]


@pytest.fixture(scope="module")
def site():
    with CanarySite() as listening:
        yield listening


def firefox(folder, stack):
    """A Firefox with a home of its own, and the companion of a stack if one is given."""
    home = folder / "home"
    home.mkdir(parents=True)
    profile = folder / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(PREFERENCES)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(folder / "nobody")}
    if stack:
        Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
        environment["SOTTOVOCE_HOME"] = str(stack.home)
    return bidi.Firefox(bidi.find(), profile, environment)


async def tab(browser):
    made = await browser.command("browsingContext.create", type="tab")
    return bidi.Page(browser, made["context"])


async def attempt(site, folder, *, extension=True, stack=None):
    """Try everything, each batch in a tab of its own, and say what arrived."""
    tried = Attempt(site, TRICKS)
    site.forget()
    async with firefox(folder, stack) as browser:
        if extension:
            assert await browser.install(extension_folder()) == FIREFOX_EXTENSION_ID
        realms = []
        for names in tried.batches():
            go = f"({RUN})({json.dumps(tried.order(names))})"
            if names[0] in KINDS["pollution"]:
                realms.append(go)
                continue
            page = await tab(browser)
            await page.goto(site.url)
            # Nobody waits for the end: some tricks leave their page.
            await page.evaluate(f"(void {go}, true)")
        page = await tab(browser)
        await page.goto(site.url)
        await page.evaluate(f"(void ({IN_FRAMES})({json.dumps(realms)}), true)")
        await settled(site)
    return tried.arrived()


async def settled(site):
    start = time.monotonic()
    before, since = -1, start
    while time.monotonic() < min(start + PATIENCE, max(since + SETTLE, start + LEAST)):
        now = len(site.arrivals)
        if now != before:
            before, since = now, time.monotonic()
        await asyncio.sleep(0.05)


async def test_without_the_extension_most_tricks_arrive_in_firefox(site, tmp_path):  # R2
    came = {
        name
        for name, (endpoint, _) in (await attempt(site, tmp_path, extension=False)).items()
        if endpoint
    }
    print(f"{len(came)} of {len(TRICKS)} arrive; not {sorted(set(TRICKS) - came)}")
    assert len(came - set(RESIDUAL)) >= 150


@pytest.mark.parametrize("state", ["alive", "dead"])
async def test_no_trick_brings_a_prompt_to_the_endpoint_in_firefox_while_the_companion_is(
    state, request, site, tmp_path
):  # F03, R2, threats 1 and 4
    stack = request.getfixturevalue("stack") if state == "alive" else None
    arrived = await attempt(site, tmp_path, stack=stack)
    assert [name for name, (endpoint, _) in arrived.items() if endpoint] == []
    assert {name for name, (_, other) in arrived.items() if other} <= set(RESIDUAL)


async def test_a_page_in_firefox_does_not_learn_this_profiles_own_address(
    stack, site, tmp_path
):  # threat 6
    """Firefox gives every profile an address of the extension of its own: a name for a person."""
    async with firefox(tmp_path, stack) as browser:
        await browser.install(extension_folder())
        page = await browser.page()
        await page.goto(site.url)
        given = json.dumps([ENDPOINT, body_of(HARMLESS).decode(), body_of(SENSITIVE).decode()])
        looks = LOOKS.replace(
            "new ReportingObserver", "globalThis.ReportingObserver && new ReportingObserver"
        )
        found = await page.evaluate(f"({looks})({given})")
    assert len(found) > 30
    assert [one for one in found if "extension:" in one] == []
