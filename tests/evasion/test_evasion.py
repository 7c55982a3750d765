"""Whatever way a page tries, no prompt gets to the site's endpoint that nobody let through.

Every trick of `tricks.py` is tried in each state of the extension, with a word of its own,
and a server looks for that word in whatever reaches it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.demo.browser import extension_folder, find
from tests.e2e.browser import stop_worker, worker
from tests.evasion.rig import Attempt, chromium, judge
from tests.evasion.site import CanarySite
from tests.evasion.tricks import RESIDUAL, TRICKS

LIMITS = Path(__file__).parents[2] / "docs" / "what-it-does-not-cover.md"
WET = {name for name, trick in TRICKS.items() if not trick.dry}
STATES = ("alive", "dead", "worker stopped", "first second")
AT_ONCE = 4
"""How many pages try before a freshly started browser is a second old."""

ROUNDS = 6
"""A busy browser puts off what is not urgent, as prefetching; then the control asks again."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(find() is None, reason="needs Chromium: `make system` installs it"),
]


@pytest.fixture(scope="module")
def site():
    with CanarySite() as listening:
        yield listening


def try_all(context, attempt, batches, before=lambda: None):
    """Let every batch try in a page of its own; `before` comes between opening and trying."""
    pages = [attempt.page(context) for _ in batches]
    before()
    for page, names in zip(pages, batches, strict=True):
        attempt.go(page, names)
    attempt.settle(context.new_page())


def in_a_running_browser(playwright, site, folder, state):
    attempt = Attempt(site, TRICKS)
    with chromium(playwright, folder, extensions=[extension_folder()]) as context:
        worker(context)
        stopped = state == "worker stopped"
        before = (lambda: stop_worker(context)) if stopped else (lambda: None)
        try_all(context, attempt, attempt.batches(), before)
        return attempt.arrived()


def beside_a_companion(playwright, site, folder):
    attempt = Attempt(site, TRICKS)
    with (
        judge(folder / "home") as stack,
        chromium(
            playwright, folder / "profile", stack=stack, extensions=[extension_folder()]
        ) as context,
    ):
        worker(context)
        try_all(context, attempt, attempt.batches())
        return attempt.arrived()


def in_the_first_second(playwright, site, folder):
    """A page is the first thing that the browser is asked for, and it tries at once."""
    attempt = Attempt(site, TRICKS)
    batches = attempt.batches()
    for start in range(0, len(batches), AT_ONCE):
        profile = folder / str(start)
        with chromium(playwright, profile, extensions=[extension_folder()]) as context:
            for names in batches[start : start + AT_ONCE]:
                attempt.go(attempt.page(context), names)
            attempt.settle(context.new_page())
    return attempt.arrived()


@pytest.fixture(scope="module")
def arrived(playwright, site, tmp_path_factory):
    """What arrived in each state; tried once and looked at by many tests."""
    known = {}

    def look(state):
        folder = tmp_path_factory.mktemp(state.replace(" ", "-"))
        if state not in known:
            site.forget()
            if state == "alive":
                known[state] = beside_a_companion(playwright, site, folder)
            elif state == "first second":
                known[state] = in_the_first_second(playwright, site, folder)
            else:
                known[state] = in_a_running_browser(playwright, site, folder, state)
        return known[state]

    return look


def test_without_the_extension_every_trick_that_counts_arrives(
    playwright, site, tmp_path
):  # R2: the positive control
    came: set[str] = set()
    with chromium(playwright, tmp_path / "open") as context:
        for turn in range(ROUNDS):
            attempt = Attempt(site, WET - came if turn else TRICKS)
            try_all(context, attempt, attempt.batches())
            came |= attempt.came()
    assert WET - came == set()
    assert came - WET == set(), "it works without the extension after all, so it counts"
    assert len(WET - set(RESIDUAL)) >= 60


@pytest.mark.parametrize("state", STATES)
def test_no_trick_brings_a_prompt_to_the_endpoint_while_the_extension_is(
    state, arrived
):  # F03, R2, threats 1 and 4
    leaks = [name for name, (endpoint, _) in arrived(state).items() if endpoint]
    assert leaks == []


@pytest.mark.parametrize("state", STATES)
def test_what_reaches_the_site_beside_its_endpoint_is_named_in_the_limits_while(
    state, arrived
):  # threat 2
    elsewhere = {name for name, (_, other) in arrived(state).items() if other}
    assert elsewhere <= set(RESIDUAL)


@pytest.mark.parametrize("anchor", sorted(set(RESIDUAL.values())))
def test_the_limits_say_that_there_are(anchor):
    assert f"**{anchor}" in LIMITS.read_text(encoding="utf-8")
