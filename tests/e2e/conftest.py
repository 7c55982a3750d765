"""What the tests at a real Chromium share: a stack of each module's own, and a person."""

from __future__ import annotations

import pytest

from companion.demo.stack import Ports, Stack
from tests.e2e.browser import Ear, Person, launched, worker
from tests.e2e.lab import Lab, extension_with


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


@pytest.fixture(scope="module")
def lab():
    """Serve a site that only these tests know."""
    with Lab() as playing:
        yield playing


@pytest.fixture(scope="module")
def lab_context(playwright, stack, tmp_path_factory):
    """Run a Chromium whose extension knows the lab too."""
    folder = extension_with(tmp_path_factory.mktemp("built"))
    flags = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]
    profile = tmp_path_factory.mktemp("profile")
    with launched(playwright, stack, profile, extension=False, flags=flags) as opened:
        worker(opened)
        yield opened


@pytest.fixture
def visitor(lab_context, lab):
    """Open the lab's page for one person."""
    lab.forget()
    someone = Person(lab_context, lab)
    yield someone
    someone.page.close()
