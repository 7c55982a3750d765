"""Where the browser waits for the extension: Firefox, however it was installed."""

import asyncio
import json
import os

import pytest

from companion.demo.stack import Ports, Stack
from companion.identity import FIREFOX_EXTENSION_ID
from companion.install import Installer
from tests.e2e import bidi, swap
from tests.e2e.lab import Lab, extension_with

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with Stack(tmp_path_factory.mktemp("firefox"), ports=Ports.free()) as running:
        yield running


@pytest.fixture(scope="module")
def folder(request, tmp_path_factory):
    """The extension, or one whose hook sends other bytes than those that were judged."""
    broken = getattr(request, "param", False)
    return extension_with(tmp_path_factory.mktemp("built"), broken=broken)


@pytest.fixture
def lab():
    with Lab() as playing:
        swap.prepare(playing)
        yield playing


@pytest.fixture
async def page(stack, folder, lab, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(stack.home)}
    async with bidi.Firefox(bidi.find(), tmp_path / "profile", environment) as browser:
        assert await browser.install(folder) == FIREFOX_EXTENSION_ID
        opened = await browser.page()
        await opened.goto(lab.url)
        yield opened


async def until(what, seconds=30):
    async with asyncio.timeout(seconds):
        while not what():
            await asyncio.sleep(0.05)


async def test_in_firefox_a_page_that_knows_the_secret_gets_nothing_else_through(page, lab):
    assert await page.evaluate(f"({swap.READY})()")
    body = json.dumps(json.dumps({"text": HARMLESS}))
    await page.evaluate(f"({swap.SEND})({body}) ?? 1")
    assert await page.until("said.length === 2 && said[1]") == "stopped"
    assert b"SWAPPED" not in lab.received


@pytest.mark.parametrize("folder", [True], indirect=True)
async def test_in_firefox_other_bytes_than_the_judged_ones_are_stopped(page, lab):  # threat 1
    body = json.dumps(json.dumps({"text": HARMLESS}))
    sent = (
        f"fetch('/lab/send', {{method: 'POST', body: {body}}}).then((r) => r.status, (e) => e.name)"
    )
    assert await page.evaluate(sent) == "TypeError"
    assert lab.posts == []


async def test_in_firefox_a_socket_is_held_too(page, lab):
    url = json.dumps(lab.url.replace("http", "ws") + "ws")
    opened = f"""new Promise((done) => {{
        window.socket = new WebSocket({url});
        socket.onopen = socket.onclose = ({{type}}) => done(type);
    }})"""
    assert await page.evaluate(opened) == "open"
    frames = [json.dumps({"event": "send", "text": text}) for text in (HARMLESS, SENSITIVE)]
    for frame in frames:
        await page.evaluate(f"socket.send({json.dumps(frame)}) ?? 1")
    await page.evaluate('socket.send(\'{"event":"ping"}\') ?? 1')
    await until(lambda: len(lab.frames) == 2)
    assert lab.frames == ['{"event":"ping"}', frames[0]]
    await asyncio.sleep(1)
    assert b"Keller" not in lab.received
