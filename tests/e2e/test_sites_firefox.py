"""Three sites in a stock Firefox: an editor with fetch, one with XMLHttpRequest, a WebSocket."""

import asyncio
import json
import os
import random

import pytest

from companion.demo.browser import extension_folder
from companion.demo.proof import row_pair, rows
from companion.install import Installer
from companion.values import Variant
from tests.canary import Canary, search
from tests.e2e import bidi
from tests.live import LiveStack
from tests.sites import visitor
from tests.sites.catalogue import BY_NAME
from tests.sites.replies import ANSWER
from tests.sites.server import SiteServer

HARMLESS = "Explain why the sky is blue.\nIn one sentence, please."
SHIFT, ENTER = "\ue008", "\ue007"
NAMES = ("chatgpt", "gemini", "copilot")
WAIT = 90

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
    pytest.mark.skipif(
        not visitor.installed(), reason="needs the pages' editors: `make e2e` installs them"
    ),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with LiveStack(tmp_path_factory.mktemp("firefox-sites"), answer_tokens=12) as running:
        yield running


@pytest.fixture(scope="module")
def server():
    visitor.build()
    with SiteServer() as serving:
        yield serving


@pytest.fixture
async def firefox(stack, server, tmp_path):
    """A Firefox without the extension, whose every name leads to the server."""
    home = tmp_path / "home"
    home.mkdir()
    Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(stack.home)}
    proxy = {"proxyType": "manual", "sslProxy": server.proxy, "httpProxy": server.proxy}
    options = {"acceptInsecureCerts": True, "proxy": proxy}
    async with bidi.Firefox(bidi.find(), tmp_path / "profile", environment, **options) as browser:
        yield browser


async def visit(page, server, name, seed):
    """Open a site's page; return where its arrivals begin."""
    since = server.start_over(seed)
    await page.goto(BY_NAME[name].url)
    await page.until(f"Boolean(document.querySelector({json.dumps(BY_NAME[name].box)}))")
    return since


async def send(page, name, text):
    await page.click(BY_NAME[name].box)
    for number, line in enumerate(text.split("\n")):
        if number:
            await page.press(SHIFT, ENTER)
        await page.type(line)
    await page.press_enter()


async def chat(page, server, name):
    """Send a harmless prompt, wait for the answer, and return what arrived."""
    since = await visit(page, server, name, f"firefox-{name}")
    await send(page, name, HARMLESS)
    selector, answer = json.dumps(BY_NAME[name].answers), json.dumps(ANSWER)
    await page.until(f"document.querySelector({selector})?.textContent === {answer}", WAIT)
    return server.bodies(BY_NAME[name].prompts, since)


async def test_in_firefox_harmless_chats_arrive_byte_for_byte(firefox, server):
    page = await firefox.page()
    without = {name: await chat(page, server, name) for name in NAMES}
    await firefox.install(extension_folder())
    assert {name: await chat(page, server, name) for name in NAMES} == without


async def test_in_firefox_private_prompts_never_arrive(firefox, server, stack):
    canary = Canary.fresh(random.Random(20260702))
    await firefox.install(extension_folder())
    page = await firefox.page()
    for name in NAMES:
        known = {row.get("request") for row in rows(stack)}
        since = await visit(page, server, name, f"firefox-{name}-private")
        surname = canary.word.capitalize()
        await send(page, name, f"My patient Maria {surname}, phone 415-555-0134, has cancer.")
        decided, ended = await end(stack, known)
        assert decided["variant"] == Variant.SECURED
        assert ended["event"] == "answered"
        assert search(server.received(since), canary) == set()


async def end(stack, known):
    """Return the audit's rows of the next prompt's Decision and end; a draft is none."""
    async with asyncio.timeout(WAIT):
        while True:
            fresh = [row for row in rows(stack) if row.get("request") not in known]
            for request in {row["request"] for row in fresh}:
                decided, ended = row_pair(fresh, request)
                if ended and ended.get("outcome") != "draft":
                    return decided, ended
            await asyncio.sleep(0.05)
