"""The same extension in a stock Firefox."""

import asyncio
import os
from pathlib import Path

import pytest

from companion.demo.browser import extension_folder
from companion.demo.proof import TRIALS, row_pair, rows
from companion.demo.stack import Ports, Stack
from companion.identity import FIREFOX_EXTENSION_ID
from companion.install import Installer
from companion.values import Variant
from tests.e2e import bidi

ARTIFACTS = Path(__file__).parents[1] / "artifacts"
HARMLESS, SENSITIVE = TRIALS

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with Stack(tmp_path_factory.mktemp("firefox"), ports=Ports.free()) as running:
        yield running


@pytest.fixture
async def page(stack, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(stack.home)}
    async with bidi.Firefox(bidi.find(), tmp_path / "profile", environment) as browser:
        assert await browser.install(extension_folder()) == FIREFOX_EXTENSION_ID
        yield await browser.page()


async def send(stack, page, prompt):
    """Type a prompt, press Enter, and return the audit's rows of its Decision and its end."""
    known = {row.get("request") for row in rows(stack)}
    await page.goto(stack.chat_url)
    await page.click("#prompt")
    await page.type(prompt)
    await page.press_enter()
    async with asyncio.timeout(90):
        while True:
            fresh = [row for row in rows(stack) if row.get("request") not in known]
            for request in {row["request"] for row in fresh}:
                decided, ended = row_pair(fresh, request)
                if ended:
                    return decided, ended
            await asyncio.sleep(0.05)


async def test_in_firefox_a_harmless_prompt_is_answered_by_the_site(stack, page):  # F02, X3.2
    decided, ended = await send(stack, page, HARMLESS.prompt)
    assert decided["variant"] == Variant.PUBLIC
    assert ended["event"] in {"released", "sent"}
    answer = "document.querySelector('.turn.assistant .text')?.textContent.length > 20"
    assert await page.until(answer)


async def test_in_firefox_a_private_prompt_never_reaches_the_site(stack, page):  # F02, X3.3
    decided, ended = await send(stack, page, SENSITIVE.prompt)
    assert decided["variant"] == Variant.SECURED
    assert (ended["event"], ended["destination"]["path"]) == ("answered", "tunnel")
    await page.screenshot(ARTIFACTS / "firefox-answered-privately.png")
    kept = b"".join(path.read_bytes() for path in stack.queue.parent.iterdir())
    assert b"Keller" not in kept
