"""Another extension with content scripts in the same page, and pages that look for ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.demo.browser import extension_folder, find
from companion.identity import CHROMIUM_EXTENSION_ID, CHROMIUM_ORIGIN
from tests.e2e.browser import ENDPOINT, Ear, Person, body_of, worker
from tests.evasion.rig import chromium
from tests.live import LiveStack

SECOND = Path(__file__).with_name("second")
HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
VERDICT = ("Answered privately", "Kept private", "a person's name", "PERSON", "threshold", "level")

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(find() is None, reason="needs Chromium: `make system` installs it"),
]


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with LiveStack(tmp_path_factory.mktemp("stack"), answer_tokens=24) as running:
        yield running


@pytest.fixture(scope="module", params=["before", "after"])
def context(request, playwright, stack, tmp_path_factory):
    """Both extensions, the other one loaded before or after ours."""
    ours = extension_folder()
    order = [SECOND, ours] if request.param == "before" else [ours, SECOND]
    folder = tmp_path_factory.mktemp("profile")
    with chromium(playwright, folder, stack=stack, extensions=order) as opened:
        worker(opened)
        yield opened


@pytest.fixture(scope="module")
def alone(playwright, stack, tmp_path_factory):
    """Ours and no other."""
    folder = tmp_path_factory.mktemp("alone")
    with chromium(playwright, folder, stack=stack, extensions=[extension_folder()]) as opened:
        worker(opened)
        yield opened


@pytest.fixture
def page(alone, stack):
    """A page of a protected site that looks around for itself."""
    with Ear(stack.ports.public) as ear:
        opened = Person(alone, ear).page
        yield opened
        opened.close()


@pytest.fixture
def person(context, stack):
    with Ear(stack.ports.public) as ear:
        someone = Person(context, ear)
        yield someone
        someone.page.close()


def seen(person) -> str:
    read = "(name) => document.documentElement.getAttribute(name) ?? ''"
    return "\n".join(person.page.evaluate(read, name) for name in ("data-seen", "data-seen-beside"))


def test_it_sees_no_verdict_and_no_private_answer(person):  # threat 5, R3
    person.send(SENSITIVE)
    said = person.says("Answered privately")
    answer = max(said.splitlines(), key=len)
    person.page.wait_for_timeout(200)
    overheard = seen(person)
    assert "in a shadow" in overheard, "the second extension did not look"
    assert answer not in overheard
    for word in VERDICT:
        assert word not in overheard, word


def test_it_learns_of_no_address_that_opens_the_wall(person):  # threat 3
    person.send(HARMLESS)
    person.eventually(lambda: person.ear.bodies() == [body_of(HARMLESS)], "it is sent")
    overheard = seen(person)
    assert "sottovoce-" not in overheard.replace("sottovoce-port", "")


def test_a_line_of_its_own_in_the_handover_gains_it_a_denial(person):  # threats 3 and 5
    before = person.ear.requests()
    person.open(person.ear.url + "?spoil")
    early = "a port" in seen(person)
    person.send(HARMLESS)
    person.page.wait_for_timeout(1500)
    if early:
        assert person.ear.requests() == before
    assert '"type"' not in person.page.evaluate(
        "document.documentElement.getAttribute('data-seen') ?? ''"
    )


FILES = [
    path.relative_to(extension_folder()).as_posix()
    for path in sorted(extension_folder().rglob("*"))
    if path.is_file() and "_metadata" not in path.parts
]


def test_a_page_loads_no_file_of_the_extension(page):  # threat 6
    ways = """async ([origin, files]) => {
        const reached = [];
        const loads = (make) => new Promise((done) => {
            const element = make();
            element.onload = () => done(true);
            element.onerror = () => done(false);
            document.body.append(element);
            setTimeout(done, 2000, false);
        });
        const tried = files.map(async (file) => {
            const url = origin + file;
            const found = await Promise.all([
                fetch(url).then(() => true, () => false),
                fetch(url, {mode: 'no-cors'}).then(() => true, () => false),
                loads(() => Object.assign(new Image(), {src: url})),
                loads(() => Object.assign(document.createElement('link'),
                    {rel: 'stylesheet', href: url})),
                loads(() => Object.assign(document.createElement('script'),
                    {type: 'text/plain2', src: url})),
            ]);
            if (found.includes(true)) reached.push([file, found]);
        });
        await Promise.all(tried);
        return reached;
    }"""
    assert len(FILES) > 40
    assert page.evaluate(ways, [CHROMIUM_ORIGIN, FILES]) == []


LOOKS = """async ([path, body, private]) => {
    const found = [];
    const keep = (where, what) => found.push(where + ': ' + what);
    addEventListener('error', (event) => keep('error', event.filename + event.error?.stack));
    addEventListener('unhandledrejection', (event) => keep('rejection', event.reason?.stack));
    document.addEventListener('securitypolicyviolation', (event) =>
        keep('violation', event.sourceFile + event.blockedURI));
    new ReportingObserver((list) => keep('report', JSON.stringify(list)), {buffered: true})
        .observe();
    const kinds = PerformanceObserver.supportedEntryTypes;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) keep('entry', JSON.stringify(entry));
    }).observe({entryTypes: kinds});
    const stack = (where) => keep(where, new Error().stack);
    const liar = (value, where) => ({toString() { stack(where); return value; }});
    for (const name of ['method', 'body', 'headers', 'signal', 'duplex', 'then', 'get', 'value']) {
        Object.defineProperty(Object.prototype, name, {configurable: true,
            get() { stack('a getter of ' + name); return undefined; },
            set(value) {
                Object.defineProperty(this, name,
                    {value, configurable: true, writable: true, enumerable: true});
            }});
    }
    const ask = (text) => fetch(liar(path, 'fetch'), {method: 'POST', body: liar(text, 'body')})
        .then((response) => response.text(), (error) => keep('fetch', error.stack));
    await ask(body);
    await Promise.race([ask(private), new Promise((done) => setTimeout(done, 1500))]);
    const request = new XMLHttpRequest();
    for (const name of ['readystatechange', 'load', 'error', 'loadend']) {
        request.addEventListener(name, () => stack('an event ' + name));
    }
    request.open('POST', liar(path, 'open'));
    request.setRequestHeader(liar('x-a', 'header'), liar('b', 'header'));
    request.send(private);
    for (const wrong of [() => fetch('http://[', {}), () => new WebSocket('x:'),
            () => XMLHttpRequest.prototype.send.call({}), () => fetch(path, {method: 'TRACE'}),
            () => Function.prototype.toString.call({}), () => navigator.sendBeacon('http://['),
            () => XMLHttpRequest.prototype.open.call({}, 'POST', path)]) {
        try { await wrong(); } catch (error) { keep('thrown', error.stack + error.message); }
    }
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "connect-src 'none'; img-src 'none'; frame-src 'none'; style-src 'none'";
    document.head.append(policy);
    void fetch('/demo/x', {method: 'POST', body: 'x'}).catch((error) => keep('csp', error.stack));
    await new Promise((done) => setTimeout(done, 1200));
    const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
            for (const {name, value} of element.attributes) keep(element.localName, name + value);
            if (element.shadowRoot) walk(element.shadowRoot);
        }
    };
    walk(document);
    for (const frame of Array.from(window.frames)) {
        try { keep('frame', frame.location.href); } catch (error) { keep('frame', error.message); }
    }
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
        keep('sheet', String(sheet.href));
    }
    keep('names', Object.getOwnPropertyNames(window).join());
    keep('referrer', document.referrer);
    keep('ancestors', Array.from(location.ancestorOrigins ?? []).join());
    return found;
}"""


def test_a_page_finds_no_address_of_the_extension_anywhere(page):  # threat 6
    private = body_of(SENSITIVE).decode()
    found = page.evaluate(LOOKS, [ENDPOINT, body_of(HARMLESS).decode(), private])
    assert len(found) > 50
    telling = [one for one in found if CHROMIUM_EXTENSION_ID in one or "extension:" in one]
    assert telling == []


def test_a_page_cannot_speak_to_the_worker(page):  # threat 3
    tries = """async (id) => {
        if (!globalThis.chrome?.runtime) return 'no way';
        const ended = [];
        try {
            const port = chrome.runtime.connect(id, {name: 'bridge'});
            port.onDisconnect.addListener(() => ended.push('port'));
        } catch { ended.push('port'); }
        try { await chrome.runtime.sendMessage(id, {type: 'report'}); }
        catch { ended.push('message'); }
        await new Promise((done) => setTimeout(done, 200));
        return ended.toSorted().join();
    }"""
    assert page.evaluate(tries, CHROMIUM_EXTENSION_ID) in {"no way", "message,port"}
