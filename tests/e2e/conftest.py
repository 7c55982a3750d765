"""What the tests at a real Chromium share: a stack of each module's own, and a person."""

from __future__ import annotations

import pytest

from companion.demo.stack import Ports, Stack
from tests.e2e.browser import Ear, Person, launched


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    """A stack of the module's own: some of these tests break it."""
    with Stack(tmp_path_factory.mktemp("stack"), ports=Ports.free()) as running:
        yield running


@pytest.fixture(scope="module")
def ear(stack):
    with Ear(stack.ports.public) as listening:
        yield listening


@pytest.fixture(scope="module")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def context(playwright, stack, tmp_path_factory):
    with launched(playwright, stack, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def person(context, ear):
    someone = Person(context, ear)
    yield someone
    someone.page.close()
