"""Signed site files in a stock Firefox: verified, walled, and honoured without a reload."""

import asyncio
import os

import pytest

from companion.identity import FIREFOX_EXTENSION_ID
from companion.install import Installer
from tests.e2e import bidi
from tests.e2e.test_site_updates import (
    HARMLESS,
    NEW,
    OLD,
    OURS,
    POST,
    SENSITIVE,
    UNHOOKED,
    extension,
    install,
    site,
    stack,
    update,
)

__all__ = ["extension", "site", "stack"]  # fixtures

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bidi.find() is None, reason="needs Firefox: `make system` installs it"),
]


def call(function: str, *values: str) -> str:
    """Return an expression that calls a function of the page with these texts."""
    return f"({function})([{', '.join(map(repr, values))}])"


async def test_in_firefox_an_update_is_honoured_without_a_reload(stack, site, extension, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    Installer(paths=stack.paths, home=str(stack.home)).register(firefox_home=home)
    environment = {**os.environ, "HOME": str(home), "SOTTOVOCE_HOME": str(stack.home)}
    async with bidi.Firefox(bidi.find(), tmp_path / "profile", environment) as browser:
        assert await browser.install(extension) == FIREFOX_EXTENSION_ID
        page = await browser.page()
        await page.goto(site.url)
        assert await page.evaluate(call(UNHOOKED, OLD, "canary-old")) == "blocked"
        assert await page.evaluate(call(UNHOOKED, NEW, "before")) == "sent"
        install(stack, update(1000, OURS))
        async with asyncio.timeout(60):
            while await page.evaluate(call(UNHOOKED, NEW, "waiting")) != "blocked":
                await asyncio.sleep(0.2)
        assert await page.evaluate(call(POST, NEW, HARMLESS)) == 200
        assert await page.evaluate(call(POST, NEW, SENSITIVE)) == 400
        assert await page.evaluate(call(UNHOOKED, OLD, "canary-old")) == "blocked"
    assert HARMLESS.encode() in site.received
    assert b"Keller" not in site.received
    assert b"canary-old" not in site.received
