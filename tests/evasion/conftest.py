"""What the tests share that try to get around the extension: a companion, and a Chromium."""

from __future__ import annotations

import pytest

from companion.demo.browser import extension_folder
from tests.e2e.browser import worker
from tests.evasion.rig import chromium, judge


@pytest.fixture(scope="module")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    """Run what decides, and no model that answers."""
    with judge(tmp_path_factory.mktemp("judge")) as running:
        yield running


@pytest.fixture(scope="module")
def context(playwright, stack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("profile")
    with chromium(playwright, folder, stack=stack, extensions=[extension_folder()]) as opened:
        worker(opened)
        yield opened
