"""Chromium with the extension installed by policy: the browser waits, and nothing may weaken."""

import json

import pytest

from companion.demo import browser as demo_browser
from tests.e2e import managed, swap
from tests.e2e.browser import Person, launched, worker
from tests.e2e.lab import Lab, extension_with

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
    pytest.mark.skipif(not managed.possible(), reason="needs root, to give /etc another view"),
]


@pytest.fixture(scope="module")
def lab():
    with Lab() as playing:
        swap.prepare(playing)
        yield playing


@pytest.fixture(scope="module")
def organisation(tmp_path_factory):
    extension = extension_with(tmp_path_factory.mktemp("built"))
    with managed.Organisation(extension, tmp_path_factory.mktemp("organisation")) as one:
        yield one


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """An extension whose hook sends other bytes than those that were judged."""
    return extension_with(tmp_path_factory.mktemp("broken"), broken=True)


@pytest.fixture(scope="module")
def context(playwright, stack, organisation, tmp_path_factory):
    settings = {"allowPause": False, "allowSwitch": True}
    profile = tmp_path_factory.mktemp("profile")
    with organisation.launched(playwright, stack, profile, settings) as opened:
        worker(opened)
        yield opened


@pytest.fixture
def person(context, lab):
    lab.posts.clear()
    someone = Person(context, lab)
    yield someone
    someone.page.close()


def settings_of(context, organisation):
    page = context.new_page()
    page.goto(f"chrome-extension://{organisation.id}/options/options.html")
    asked = "chrome.runtime.sendMessage({type: 'settings'})"
    found = page.evaluate(asked)
    page.close()
    return found


def test_the_extension_is_the_organisations(context):
    installed = "chrome.management.getSelf().then(({installType}) => installType)"
    assert worker(context).evaluate(installed) == "admin"


def test_harmless_and_private_messages_fare_as_they_do_elsewhere(person, lab):
    send = "([path, body]) => fetch(path, {method: 'POST', body}).then((r) => r.status)"
    assert person.page.evaluate(send, ["/lab/send", json.dumps({"text": HARMLESS})]) == 200
    assert person.page.evaluate(send, ["/lab/send", json.dumps({"text": SENSITIVE})]) == 400
    assert lab.bodies("/lab/send") == [json.dumps({"text": HARMLESS}).encode()]


def test_a_page_that_knows_the_secret_gets_nothing_else_through(person, lab):  # threat 1
    assert person.page.evaluate(swap.READY)
    person.page.evaluate(swap.SEND, json.dumps({"text": HARMLESS}))
    person.eventually(lambda: len(person.page.evaluate("said")) == 2, "the worker tried")
    assert b"SWAPPED" not in lab.received


SEND = "(body) => fetch('/lab/send', {method: 'POST', body}).then((r) => r.status, String)"


def test_other_bytes_than_the_judged_ones_are_stopped_before_they_leave(
    playwright, stack, broken, lab, tmp_path
):  # threat 1
    with (
        managed.Organisation(broken, tmp_path / "organisation") as one,
        one.launched(playwright, stack, tmp_path / "profile", {}) as opened,
    ):
        worker(opened)
        person = Person(opened, lab)
        lab.posts.clear()
        body = json.dumps({"text": HARMLESS})
        assert person.page.evaluate(SEND, body) == "TypeError: Failed to fetch"
        person.says("Not protected on this site since")
    assert lab.posts == []


def test_where_the_browser_does_not_wait_they_are_seen_said_and_the_last_to_leave(
    playwright, stack, broken, lab, tmp_path
):
    flags = [f"--disable-extensions-except={broken}", f"--load-extension={broken}"]
    with launched(playwright, stack, tmp_path, extension=False, flags=flags) as opened:
        worker(opened)
        person = Person(opened, lab)
        lab.posts.clear()
        assert person.page.evaluate(SEND, json.dumps({"text": HARMLESS})) == 200
        person.says("the site sent something other than what was checked")
        assert person.page.evaluate(SEND, json.dumps({"text": HARMLESS})) != 200
    assert lab.bodies("/lab/send") == [b"SWAPPED"]


def test_what_the_organisation_forbids_is_forbidden(context, organisation, person):
    person.eventually(
        lambda: settings_of(context, organisation)["locks"].get("pause_minutes") == "browser",
        "the organisation's settings arrive",
    )
    assert settings_of(context, organisation)["may"]["pause_minutes"] == 0


def test_without_settings_everything_is_forbidden(playwright, stack, organisation, tmp_path):
    with organisation.launched(playwright, stack, tmp_path) as opened:
        worker(opened)
        may = settings_of(opened, organisation)["may"]
    assert may == {
        "send_publicly": False,
        "not_sensitive": False,
        "pause_minutes": 0,
        "switch": False,
    }
