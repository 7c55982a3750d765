"""A page's `XMLHttpRequest` that was released: sent beside the page, and shown to it as the
browser shows its own. Each case runs in a browser without the extension too."""

from __future__ import annotations

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.answers import STREAMED, Answers
from tests.e2e.browser import ENDPOINT, Person, body_of, launched
from tests.e2e.xhr_cases import ELSEWHERE, NORMAL, RUN, SETTINGS

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


@pytest.fixture(scope="module")
def site():
    with Answers() as answering:
        yield answering


@pytest.fixture(scope="module")
def plain(playwright, stack, site, tmp_path_factory):
    """A page in a browser without the extension."""
    folder = tmp_path_factory.mktemp("plain")
    with launched(playwright, stack, folder, extension=False) as opened:
        yield opened.new_page()


@pytest.fixture(scope="module")
def page(context):
    return context.new_page()


def look(page, site, setting, address):
    """Return what a page saw of a request, and what the site did."""
    del site.arrived[:]
    page.goto(site.url)
    seen = page.evaluate(RUN, [setting, address, body_of(HARMLESS).decode()])
    seen["seen"] = steady(seen["seen"])
    kept = ("Content-Type", "X-Small", "Accept", "Origin", "Referer", "Cookie")
    arrived = [
        (method, path, {name: headers.get(name) for name in kept}, body)
        for method, path, headers, body in site.arrived
    ]
    return seen, arrived


def steady(seen):
    """Leave out how often progress was told: only the clock knows that."""
    found = []
    for line in seen:
        if line[1] == "readystatechange" and line[2] == 3 and any(at[2:3] == [3] for at in found):
            continue
        if line[0] == "xhr" and line[1] == "progress":
            line[2] = 3  # Chromium tells a blob's when it is done already
        if line[:2] == ["xhr", "progress"] and found[-1][:2] == ["xhr", "progress"]:
            found.pop()
        found.append(line)
    return found


def lines(looked):
    """Make what was seen easy to compare: one line for each thing."""
    (page, arrived) = looked
    ends = [f"{name}: {value}" for name, value in page["end"].items()]
    requests = dict.fromkeys(str(each) for each in arrived)  # a browser may try twice
    return [*(str(line) for line in page["seen"]), *ends, *requests]


def same(page, plain, site, setting, address):
    there = look(plain, site, setting, address)
    here = look(page, site, setting, address)
    assert lines(here) == lines(there)
    assert b"sottovoce" not in site.received


@pytest.mark.parametrize("name", SETTINGS)
def test_a_page_sees_what_it_sees_without_the_extension_of(name, page, plain, site):  # F03
    query, setting = SETTINGS[name]
    same(page, plain, site, setting, ENDPOINT + query)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_it_sees_the_same_of(name, page, plain, site):  # F03
    same(page, plain, site, ELSEWHERE[name], f"{site.other}{ENDPOINT}?a=json&cors=1")


def test_what_another_origin_does_not_show_stays_unseen(page, plain, site):
    same(page, plain, site, NORMAL, f"{site.other}{ENDPOINT}?a=json")


ASK = """([address, body, setting]) => new Promise((done) => {
    const request = window.asked = new XMLHttpRequest();
    const [events, texts] = [[], []];
    for (const type of ['readystatechange', 'load', 'error', 'abort', 'timeout', 'loadend']) {
        request.addEventListener(type, () => events.push([type, request.readyState].join(' ')));
    }
    request.addEventListener('progress', () => texts.push(request.responseText));
    request.onloadend = () => done({
        events, texts, text: request.responseText, status: request.status,
        address: request.responseURL, real: request instanceof XMLHttpRequest,
        own: Reflect.ownKeys(request),
    });
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'application/json');
    request.send(body);
    new Function('request', setting ?? '')(request);
})"""
WATCHED = """async () => {
    window.worked = [];
    navigator.serviceWorker.onmessage = ({data}) => worked.push(data);
    await navigator.serviceWorker.register('/demo/worker.js', {scope: '/demo/'});
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
        await new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; });
    }
}"""
"""Gives the page a service worker of its own, which tells what it sees."""
TOLD = "worked.map(([, address]) => address)"
EYES = """() => {
    window.addresses = [];
    new PerformanceObserver((list) => {
        for (const {name} of list.getEntries()) addresses.push(name);
    }).observe({type: 'resource', buffered: true});
    for (const [type, name] of [[XMLHttpRequest, 'open'], [MessagePort, 'postMessage'],
        [EventTarget, 'dispatchEvent'], [String, 'split']]) {
        const known = type.prototype[name];
        type.prototype[name] = function (...values) {
            addresses.push(...values.map((value) => value?.url ?? String(value)));
            return known.apply(this, values);
        };
    }
    for (const name of ['url', 'then', 'n', 'status', 'headers', 'bytes']) {
        Object.defineProperty(Object.prototype, name, {
            get() { addresses.push(JSON.stringify(Object.entries(this))); return undefined; },
            set(value) {
                addresses.push(String(value));
                Object.defineProperty(this, name, {value, configurable: true, writable: true,
                    enumerable: true});
            },
            configurable: true,
        });
    }
}"""
"""A page that looks wherever it can."""


@pytest.fixture
def person(context, site):
    del site.arrived[:]
    someone = Person(context, site)
    yield someone
    someone.page.close()


def ask(person, query="", text=HARMLESS, setting=""):
    return person.page.evaluate(ASK, [ENDPOINT + query, body_of(text).decode(), setting])


def test_with_a_service_worker_of_the_page_it_arrives_and_the_answer_streams(person, site):
    # F03, threats 3 and 4
    person.page.evaluate(WATCHED)
    found = ask(person, "?a=streamed")
    assert site.bodies == [body_of(HARMLESS)]
    assert found["text"] == "".join(STREAMED)
    assert len(set(found["texts"])) >= 3
    assert all("".join(STREAMED).startswith(text) for text in found["texts"])
    person.page.evaluate("fetch('/demo/elsewhere', {method: 'POST', body: 'x'})")
    other = f"{site.url}elsewhere"
    person.eventually(lambda: other in person.page.evaluate(TOLD), "the worker sees others")
    told = [address for address in person.page.evaluate(TOLD) if "-canary-" not in address]
    assert told == [other]
    assert b"sottovoce" not in site.received


def test_the_page_never_sees_the_address_that_opens_the_wall(person, site):  # F03, threat 3
    person.page.evaluate(EYES)
    found = ask(person)
    assert site.bodies == [body_of(HARMLESS)]
    assert found["address"] == f"{site.url.removesuffix('/demo/')}{ENDPOINT}"
    assert found["real"]
    assert found["own"] == []
    person.page.wait_for_timeout(200)
    seen = person.page.evaluate("addresses")
    assert seen
    assert not [one for one in seen if "#sottovoce" in one and "-canary-" not in one]


def test_a_private_prompt_ends_like_a_failed_network(person, site):  # F03
    found = ask(person, text=SENSITIVE)
    assert found["events"] == ["readystatechange 1", "readystatechange 4", "error 4", "loadend 4"]
    assert [found["status"], found["text"], found["address"]] == [0, "", ""]
    assert site.arrived == []


def test_what_the_page_gives_up_while_it_is_held_never_leaves(person, site):  # F03
    found = ask(person, setting="setTimeout(() => request.abort())")
    assert found["events"] == ["readystatechange 1", "readystatechange 4", "abort 4", "loadend 4"]
    person.page.wait_for_timeout(500)
    assert site.arrived == []


def test_what_the_page_gives_up_on_the_way_ends_at_the_site_too(person, site):
    before = site.broke_off
    found = ask(person, "?a=stuck", setting="request.onprogress = () => request.abort()")
    assert found["events"][-3:] == ["readystatechange 4", "abort 4", "loadend 4"]
    person.eventually(lambda: site.broke_off > before, "the site is told")


def test_a_time_limit_of_the_page_ends_what_the_site_does_not_answer(person, site):
    found = ask(person, "?a=streamed", setting="request.timeout = 60000")
    assert found["status"] == 200
    found = ask(person, "?a=silent", setting="request.timeout = 300")
    assert found["events"][-3:] == ["readystatechange 4", "timeout 4", "loadend 4"]
    assert len(site.bodies) == 2


def test_a_name_and_password_in_the_request_keep_it(person, site):
    asks = """([address, body]) => new Promise((done) => {
        const request = new XMLHttpRequest();
        request.open('POST', address, true, 'name', 'word');
        request.onloadend = () => done(request.status);
        request.send(body);
    })"""
    assert person.page.evaluate(asks, [ENDPOINT, body_of(HARMLESS).decode()]) == 0
    person.says("cannot be checked")
    assert site.arrived == []
