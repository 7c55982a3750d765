"""Which browsers have connected: what the daemon can say of the front ends."""

from companion import seen
from companion.messages import Hello
from companion.seen import SeenBrowsers


def hello(agent: str = "Firefox", sites: int = 3) -> Hello:
    return Hello(v=1, agent=agent, extension="0.1.0", sites=sites)


def test_a_browser_that_introduced_itself_is_connected_until_its_last_line_ends():
    browsers = SeenBrowsers()
    browsers.arrived(hello(), 100.0)
    browsers.arrived(hello(sites=4), 101.5)
    browsers.left("Firefox", 102.0)
    (only,) = browsers.all()
    assert (only.agent, only.sites, only.since, only.until) == ("Firefox", 4, 101_500, 0)
    browsers.left("Firefox", 103.0)
    (only,) = browsers.all()
    assert only.until == 103_000


def test_one_that_comes_back_is_connected_again():
    browsers = SeenBrowsers()
    browsers.arrived(hello(), 1.0)
    browsers.left("Firefox", 2.0)
    browsers.arrived(hello(), 3.0)
    assert [(each.since, each.until) for each in browsers.all()] == [(3000, 0)]


def test_browsers_are_told_apart_and_the_latest_is_last():
    browsers = SeenBrowsers()
    browsers.arrived(hello("Chromium"), 1.0)
    browsers.arrived(hello("Firefox"), 2.0)
    browsers.arrived(hello("Chromium"), 3.0)
    assert [each.agent for each in browsers.all()] == ["Firefox", "Chromium"]


def test_no_more_than_a_few_are_remembered_whatever_they_call_themselves():
    browsers = SeenBrowsers()
    for number in range(seen.MOST + 5):
        browsers.arrived(hello(f"browser {number}"), float(number))
    known = [each.agent for each in browsers.all()]
    assert known == [f"browser {number}" for number in range(5, seen.MOST + 5)]
    browsers.left("browser 0", 99.0)
    assert len(browsers.all()) == seen.MOST
