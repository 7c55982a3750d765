"""The first steps in a stock Firefox, which opens them itself when the extension is added."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from companion.demo.stack import Ports, Stack
from companion.install import Installer
from companion.welcome import extension_folder
from tests.e2e import bidi
from tests.e2e.test_first_run import STEPS

ARTIFACTS = Path(__file__).parents[1] / "artifacts"

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with Stack(tmp_path_factory.mktemp("firefox"), ports=Ports.free()) as running:
        yield running


@pytest.fixture
async def firefox(stack, tmp_path):
    home, profile = tmp_path / "home", tmp_path / "profile"
    home.mkdir()
    Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(stack.home)}
    async with bidi.Firefox(bidi.find(), profile, environment) as browser:
        yield browser


def attended(folder: Path) -> Path:
    """Return a copy of the extension that takes a driven browser for an attended one.

    Firefox lets nobody open an extension's page by its address, and this one opens only where
    a person is; everything else is as it ships.
    """
    copy = folder / "extension"
    shutil.copytree(extension_folder(), copy)
    welcome = copy / "background/welcome.js"
    source = welcome.read_text(encoding="utf-8")
    asked = "navigator.webdriver === true"
    assert source.count(asked) == 1
    welcome.write_text(source.replace(asked, "false"), encoding="utf-8")
    return copy


async def welcomed(browser) -> bidi.Page:
    """Return the tab with the first steps, once it has opened."""
    async with asyncio.timeout(60):
        while True:
            tree = await browser.command("browsingContext.getTree")
            for tab in tree["contexts"]:
                if tab["url"].endswith("/welcome/welcome.html"):
                    return bidi.Page(browser, tab["context"])
            await asyncio.sleep(0.05)


async def test_in_firefox_the_message_travels_the_whole_way(firefox, tmp_path):
    await firefox.install(attended(tmp_path))
    page = await welcomed(firefox)
    assert await page.until("document.querySelectorAll('#steps > li.done').length === 5")
    await page.screenshot(ARTIFACTS / "first-run-firefox.png")
    said = await page.evaluate(
        "[...document.querySelectorAll('#steps > li')]"
        ".map((item) => [item.querySelector('h2').textContent, item.classList[0]])"
    )
    assert said == [[title, "done"] for title in STEPS]
    marked = await page.evaluate(
        "[...document.querySelectorAll('#message mark')].map((mark) => mark.textContent)"
    )
    assert "Jane Sample" in marked


async def test_in_firefox_no_page_opens_where_a_program_drives_the_browser(firefox):
    page = await firefox.page()
    await firefox.install(extension_folder())
    await page.until("new Promise((done) => setTimeout(() => done(true), 1500))")
    tree = await firefox.command("browsingContext.getTree")
    assert [tab["url"] for tab in tree["contexts"]] == ["about:blank"]
