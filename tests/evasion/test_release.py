"""Between the decision and the last byte, a page gets nothing through but what was judged."""

from __future__ import annotations

import time

import pytest

from companion.demo.browser import find
from tests.canary import Canary
from tests.e2e.browser import worker
from tests.evasion.releases import RELEASES
from tests.evasion.rig import RUN, order
from tests.evasion.site import ENDPOINT, CanarySite

PATIENCE = 8.0
KEPT = {"an error's stack"}
"""Here the harmless prompt is not sent either: the page breaks itself."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(find() is None, reason="needs Chromium: `make system` installs it"),
]


@pytest.fixture
def site():
    with CanarySite() as listening:
        yield listening


def posts(site):
    return [each for each in site.arrivals if each.at_endpoint]


def until(page, what, seconds=PATIENCE):
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        page.wait_for_timeout(30)


@pytest.mark.parametrize("name", RELEASES)
def test_nothing_but_the_judged_bytes_leaves_by(name, context, site):  # F03, threats 1 and 4
    canary = Canary.fresh()
    page = context.new_page()
    page.goto(site.url)
    page.evaluate(RUN, order(site, [(RELEASES[name], canary.word)]))
    until(page, lambda: posts(site), seconds=1.5 if name in KEPT else PATIENCE)
    page.wait_for_timeout(300)
    assert not site.seen(canary)[0]
    assert bool(posts(site)) == (name not in KEPT)
    assert all(b"sottovoce" not in view for each in posts(site) for view in each.views())
    page.close()


def released(context):
    return worker(context).evaluate("chrome.declarativeNetRequest.getSessionRules()")


AGAIN = {
    "the same address": "{method: 'POST', body}",
    "another method": "{method: 'PUT', body}",
    "another body of that length": "{method: 'POST', body: evil}",
    "no page to wait for it": "{method: 'POST', body: evil, keepalive: true}",
}


@pytest.mark.parametrize("name", AGAIN)
def test_an_address_that_was_used_opens_nothing_again_with(name, context, site):  # threat 3
    """The page gets a real mark from the extension's worker, which no page could."""
    rules = """() => new Promise((done) => {
        const known = chrome.declarativeNetRequest.updateSessionRules;
        chrome.declarativeNetRequest.updateSessionRules = (change) => {
            const [rule] = change.addRules ?? [];
            if (rule) {
                chrome.declarativeNetRequest.updateSessionRules = known;
                done(rule.condition.urlFilter);
            }
            return known.call(chrome.declarativeNetRequest, change);
        };
    })"""
    page, other = context.new_page(), context.new_page()
    page.goto(site.url)
    other.goto(site.url)
    canary = Canary.fresh()
    watch = worker(context).evaluate_handle(f"() => ({{ mark: ({rules})() }})")
    page.evaluate(RUN, order(site, [("(t) => t.later()", canary.word)]))
    until(page, lambda: posts(site))
    mark = watch.evaluate("(watch) => watch.mark").strip("|")
    assert mark.startswith(f"{site.origin}{ENDPOINT}#sottovoce-")
    code = f"""(t) => {{
        const [url, evil, body] = [{mark!r}, t.evil, t.safe];
        const again = {AGAIN[name]};
        const source = `fetch(${{JSON.stringify(url)}}, ${{JSON.stringify(again)}})`;
        void new Worker(URL.createObjectURL(new Blob([source])));
    }}"""
    for tab in (page, other):
        tab.evaluate(RUN, order(site, [(code, canary.word)]))
        tab.wait_for_timeout(300)
    assert len(posts(site)) == 1
    assert released(context) == []
    page.close()
    other.close()


def test_the_open_door_takes_one_tab_and_one_method_alone(context, site):  # threat 3
    """Even whoever knew the address while it is open could not use it from elsewhere."""
    page, other = context.new_page(), context.new_page()
    page.goto(site.url)
    other.goto(site.url)
    mark = f"{site.origin}{ENDPOINT}#sottovoce-{'0' * 32}"
    rule = f"""async () => {{
        const tabs = await chrome.tabs.query({{}});
        const tab = Math.max(...tabs.map(({{id}}) => id)) - 1;
        await chrome.declarativeNetRequest.updateSessionRules({{addRules: [{{
            id: 999, priority: 100, action: {{type: 'allow'}},
            condition: {{urlFilter: '|{mark}|', isUrlFilterCaseSensitive: true, tabIds: [tab],
                requestMethods: ['post'], resourceTypes: ['xmlhttprequest']}}}}]}});
    }}"""
    worker(context).evaluate(rule)
    send = """([url, method]) => new Promise((done) => {
        const source = `fetch('${url}', {method: '${method}', body: 'x'})
            .then(() => postMessage(true), () => postMessage(false))`;
        new Worker(URL.createObjectURL(new Blob([source]))).onmessage = ({data}) => done(data);
    })"""
    assert other.evaluate(send, [mark, "POST"]) is False
    assert page.evaluate(send, [mark, "PUT"]) is False
    assert page.evaluate(send, [mark + "0", "POST"]) is False
    assert page.evaluate("(url) => navigator.sendBeacon(url, 'x') && true", mark)
    page.wait_for_timeout(200)
    assert posts(site) == []
    assert page.evaluate(send, [mark, "POST"]) is True
    worker(context).evaluate(
        "() => chrome.declarativeNetRequest.updateSessionRules({removeRuleIds: [999]})"
    )
    page.close()
    other.close()
