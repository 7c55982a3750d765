"""Whatever way a page tries to send a prompt, nothing gets out that nobody decided about."""

import secrets

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ENDPOINT, CarelessSite, Person, launched, worker

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

WORKER = """(make) => new Promise((done) => {
    const code = `fetch('${location.origin}PATH', {method: 'POST', body: 'CANARY'})
        .then(() => postMessage(1), () => postMessage(0))`;
    const started = make(URL.createObjectURL(new Blob([code])));
    started.onmessage = (event) => done(event.data);
})"""
FRAME = """(prepare) => new Promise((done) => {
    const frame = document.createElement('iframe');
    prepare(frame);
    const go = () => frame.contentWindow
        .fetch(location.origin + 'PATH', {method: 'POST', body: 'CANARY'})
        .then(() => done(1), () => done(0));
    if (frame.srcdoc) frame.onload = go;
    document.body.append(frame);
    if (!frame.srcdoc) go();
})"""
FORM = """(change) => {
    const frame = document.createElement('iframe');
    frame.name = 'target' + Math.random();
    const form = document.createElement('form');
    form.method = 'post';
    form.action = 'PATH';
    form.target = frame.name;
    const field = document.createElement('input');
    field.name = 'prompt';
    field.value = 'CANARY';
    form.append(field);
    document.body.append(frame, form);
    change(form);
    form.submit();
}"""
XHR = """(open) => new Promise((done) => {
    const request = new XMLHttpRequest();
    open(request);
    request.onloadend = () => done(request.status);
    try { request.send('CANARY'); } catch { done(0); }
})"""

WAYS = {
    "fetch": "() => fetch('PATH', {method: 'POST', body: 'CANARY'})",
    "fetch with a Request": "() => fetch(new Request('PATH', {method: 'POST', body: 'CANARY'}))",
    "fetch with a form": """() => {
        const form = new FormData();
        form.append('prompt', 'CANARY');
        return fetch('PATH', {method: 'POST', body: form});
    }""",
    "fetch with bytes": """() =>
        fetch('PATH', {method: 'POST', body: new TextEncoder().encode('CANARY')})""",
    "fetch with PUT": "() => fetch('PATH', {method: 'PUT', body: 'CANARY'})",
    "fetch that keeps alive": """() =>
        fetch('PATH', {method: 'POST', body: 'CANARY', keepalive: true})""",
    "a query": "() => fetch('PATH?CANARY')",
    "an XMLHttpRequest": f"() => ({XHR})((r) => r.open('POST', 'PATH'))",
    "a synchronous XMLHttpRequest": f"() => ({XHR})((r) => r.open('POST', 'PATH', false))",
    "a beacon": "() => navigator.sendBeacon('PATH', 'CANARY')",
    "a worker": f"() => ({WORKER})((url) => new Worker(url))",
    "a shared worker": """() => new Promise((done) => {
        const code = `onconnect = ({ports: [port]}) =>
            fetch('${location.origin}PATH', {method: 'POST', body: 'CANARY'})
                .then(() => port.postMessage(1), () => port.postMessage(0))`;
        const started = new SharedWorker(URL.createObjectURL(new Blob([code])));
        started.port.onmessage = (event) => done(event.data);
    })""",
    "a form": f"() => ({FORM})(() => {{}})",
    "a form in a new window": f"() => ({FORM})((form) => {{ form.target = '_blank'; }})",
    "a form with GET": f"() => ({FORM})((form) => {{ form.method = 'get'; }})",
    "a frame's own fetch": f"() => ({FRAME})(() => {{}})",
    "a frame with a document": f"() => ({FRAME})((frame) => {{ frame.srcdoc = '<p>'; }})",
    "a picture": """() => new Promise((done) => {
        const picture = new Image();
        picture.onload = picture.onerror = done;
        picture.src = 'PATH?CANARY';
    })""",
    "a script": """() => new Promise((done) => {
        const script = document.createElement('script');
        script.onload = script.onerror = done;
        script.src = 'PATH?CANARY';
        document.head.append(script);
    })""",
    "a style sheet": """() => new Promise((done) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = link.onerror = done;
        link.href = 'PATH?CANARY';
        document.head.append(link);
    })""",
    "events from the server": """() => new Promise((done) => {
        const events = new EventSource('PATH?CANARY');
        events.onopen = events.onerror = () => { events.close(); done(); };
    })""",
    "a WebSocket": """() => new Promise((done) => {
        const socket = new WebSocket(`ws://${location.host}PATH?CANARY`);
        socket.onopen = socket.onclose = done;
    })""",
    "a ping": """() => {
        const link = document.createElement('a');
        link.href = '#';
        link.ping = 'PATH?CANARY';
        document.body.append(link);
        link.click();
    }""",
    "an escaped path": """() =>
        fetch('PATH'.replace('completions', '%63ompletions'), {method: 'POST', body: 'CANARY'})""",
    "the other name of this machine": """() =>
        fetch(`http://localhost:${location.port}PATH`,
            {method: 'POST', body: 'CANARY', mode: 'no-cors'})""",
    "a patched prototype": """() => {
        const answer = {type: 'release', n: 1, url: location.origin + 'PATH'};
        Object.defineProperty(MessageEvent.prototype, 'data', {get: () => answer});
        Promise.prototype.then = function () { return this; };
        RegExp.prototype.exec = () => null;
        return void fetch('PATH', {method: 'POST', body: 'CANARY'});
    }""",
    "an address with two values": """() => {
        const values = ['/other', 'PATH'];
        const address = {toString: () => values.shift() ?? 'PATH'};
        return fetch(address, {method: 'POST', body: 'CANARY'});
    }""",
}
DRY = {"a patched prototype"}
"""Nothing to compare with: it breaks the page's own sending, too."""


@pytest.fixture(scope="module")
def ear():
    with CarelessSite() as listening:
        yield listening


@pytest.fixture(scope="module")
def open_context(playwright, stack, tmp_path_factory):
    """The same browser without the extension: the positive control."""
    folder = tmp_path_factory.mktemp("open")
    with launched(playwright, stack, folder, extension=False) as opened:
        yield opened


def attempt(context, ear, way):
    """Let a page try, give it time, and say whether the words arrived at the site."""
    canary = f"canary{secrets.token_hex(8)}"
    person = Person(context, ear)
    code = WAYS[way].replace("PATH", ENDPOINT).replace("CANARY", canary)
    person.page.evaluate(
        """(code) => Promise.race([
            Promise.resolve().then(() => eval(`(${code})()`)).catch(() => {}).then(() => {}),
            new Promise((done) => setTimeout(done, 700)),
        ])""",
        code,
    )
    person.page.wait_for_timeout(150)
    person.page.close()
    return canary.encode() in ear.received


@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_decided_about_does_not_arrive_by(way, context, ear):  # F03, threat 1
    assert not attempt(context, ear, way)


@pytest.mark.parametrize("way", sorted(set(WAYS) - DRY))
def test_without_the_extension_it_does_arrive_by(way, open_context, ear):
    assert attempt(open_context, ear, way)


def test_a_released_request_lets_nothing_else_through(context, ear):  # threat 1
    """Many requests race with one release; only the judged bytes arrive."""
    person = Person(context, ear)
    code = """async ([path, body]) => {
        const source = `setInterval(() => fetch('${location.origin}${path}',
            {method: 'POST', body: 'RACER'}).catch(() => {}), 1)`;
        const racer = new Worker(URL.createObjectURL(new Blob([source])));
        const ends = [];
        for (let i = 0; i < 5; i++) {
            const text = JSON.stringify({messages: [{role: 'user', content: 'Hello ' + i}]});
            ends.push(await fetch(path, {method: 'POST', body: text}).then((r) => r.status));
        }
        racer.terminate();
        return ends;
    }"""
    before = len(ear.bodies())
    ends = person.page.evaluate(code, [ENDPOINT, ""])
    assert len(ends) == 5
    assert 400 not in ends
    assert len(ear.bodies()) == before + 5
    assert b"RACER" not in ear.received
    person.page.close()


def test_forged_messages_from_the_page_change_nothing(context, ear):  # threat 3
    person = Person(context, ear)
    person.page.evaluate(
        """(path) => {
            const url = location.origin + path;
            for (let i = 0; i < 1000; i++) {
                for (const message of [
                    {type: 'release', n: i, url},
                    {type: 'generic', patterns: ['^']},
                    {type: 'decided', id: 'prompt-' + i, action: 'release', variant: 'public'},
                ]) {
                    window.postMessage(message, '*');
                    const {port2} = new MessageChannel();
                    document.dispatchEvent(new MessageEvent('sottovoce-port',
                        {data: message, ports: [port2]}));
                    window.dispatchEvent(new MessageEvent('message', {data: message}));
                }
            }
        }""",
        ENDPOINT,
    )
    assert not attempt(context, ear, "fetch")
    rules = worker(context).evaluate("chrome.declarativeNetRequest.getSessionRules()")
    assert rules == []
    person.page.close()


def test_the_page_sees_no_message_of_the_extension_and_native_looking_functions(context, ear):
    person = Person(context, ear)
    seen = person.page.evaluate(
        """async (path) => {
            const seen = [];
            for (const target of [window, document]) {
                target.addEventListener('message', (event) => seen.push(event.data), true);
            }
            const body = JSON.stringify({messages: [{role: 'user', content: 'Hello'}]});
            await fetch(path, {method: 'POST', body});
            return [seen, String(fetch), fetch.name, fetch.length,
                Function.prototype.toString.call(XMLHttpRequest.prototype.send),
                'sottovoceSites' in window, 'sottovoceHook' in window];
        }""",
        ENDPOINT,
    )
    native = "function {}() {{ [native code] }}"
    assert seen == [[], native.format("fetch"), "fetch", 1, native.format("send"), False, False]
    person.page.close()


def test_no_file_of_the_extension_can_be_reached_by_a_page(context, ear):  # threat 6
    person = Person(context, ear)
    from companion.identity import CHROMIUM_ORIGIN

    for file in ("manifest.json", "popup/popup.html", "panel/panel.css", "content/hook.js"):
        reached = person.page.evaluate(
            "(url) => fetch(url).then(() => true, () => false)", CHROMIUM_ORIGIN + file
        )
        assert not reached, file
    person.page.close()
