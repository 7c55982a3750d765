"""WebSockets: the handshake waits for the wall, frames wait for a decision, in order."""

import json

import pytest

from companion.demo import browser as demo_browser

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
SECRET = b"Keller"

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

OPEN = """(options) => new Promise((done) => {
    window.heard = [];
    window.socket = new WebSocket(options.url ?? `ws://${location.host}/lab/ws`, options.protocols);
    const end = (what) => () => done(what);
    socket.addEventListener('open', end('open'));
    socket.addEventListener('close', end('close'));
    socket.onmessage = (event) => heard.push(event.data);
})"""


@pytest.fixture
def person(visitor):
    return visitor


def frame(event, text):
    return json.dumps({"event": event, "text": text})


def connect(person, **options):
    return person.page.evaluate(OPEN, options)


def send(person, *frames):
    person.page.evaluate("(frames) => frames.forEach((frame) => socket.send(frame))", frames)


def test_the_handshake_opens_and_a_harmless_frame_arrives_as_it_was_sent(person, lab):
    assert connect(person) == "open"
    send(person, frame("send", HARMLESS))
    person.says("Sent to Lab Chat")
    assert lab.frames == [frame("send", HARMLESS)]
    person.eventually(lambda: person.page.evaluate("heard.length") == 1, "the echo")


def test_a_private_frame_is_answered_in_the_panel_and_the_socket_goes_on(person, lab):
    assert connect(person) == "open"
    send(person, frame("send", SENSITIVE))
    person.says("Answered privately")
    assert lab.frames == []
    send(person, '{"event":"ping"}')
    person.eventually(lambda: lab.frames == ['{"event":"ping"}'], "the ping")
    assert SECRET not in lab.received


def test_control_does_not_wait_and_frames_keep_their_order(person, lab):
    assert connect(person) == "open"
    texts = [frame("send", f"Tell me about number {n}.") for n in range(3)]
    send(person, texts[0], texts[1], '{"event":"ping"}', texts[2])
    person.eventually(lambda: len(lab.frames) == 4, "all frames")
    assert lab.frames == ['{"event":"ping"}', *texts]


def test_frames_that_no_recipe_knows_are_judged_by_all_their_strings(person, lab):
    assert connect(person) == "open"
    send(person, json.dumps({"kind": "note", "deep": [{"er": SENSITIVE}]}), "plain " + HARMLESS)
    person.says("Answered privately")
    person.eventually(lambda: lab.frames == ["plain " + HARMLESS], "the harmless one")


def test_control_that_is_too_long_to_be_control_is_judged(person, lab):
    assert connect(person) == "open"
    send(person, json.dumps({"event": "ping", "also": SENSITIVE}))
    person.says("Answered privately")
    assert lab.frames == []


def test_binary_frames_cannot_be_read_and_stay(person, lab):
    assert connect(person) == "open"
    person.page.evaluate("socket.send(new TextEncoder().encode('canary'))")
    person.page.evaluate("socket.send(new Blob(['canary']))")
    person.says("cannot be checked. Nothing was sent.")
    assert lab.frames == []


def test_what_the_page_sees_is_what_the_browser_shows(person, lab):
    assert connect(person, protocols=["chat"]) == "open"
    facts = person.page.evaluate(
        """() => ({
            name: WebSocket.name, length: WebSocket.length,
            text: Function.prototype.toString.call(WebSocket),
            sends: WebSocket.prototype.send.toString(),
            getter: Object.getOwnPropertyDescriptor(WebSocket.prototype, 'url').get.toString(),
            names: Object.getOwnPropertyNames(WebSocket).sort().join(),
            constants: [WebSocket.CONNECTING, WebSocket.OPEN, socket.CLOSING, socket.CLOSED],
            is: socket instanceof WebSocket, target: socket instanceof EventTarget,
            made: socket.constructor === WebSocket, tag: String(socket),
            url: socket.url, protocol: socket.protocol, extensions: typeof socket.extensions,
            state: socket.readyState, buffered: socket.bufferedAmount, binary: socket.binaryType,
            own: Object.getOwnPropertyNames(socket).join(),
        })"""
    )
    assert facts == {
        "name": "WebSocket",
        "length": 1,
        "text": "function WebSocket() { [native code] }",
        "sends": "function send() { [native code] }",
        "getter": "function get url() { [native code] }",
        "names": "CLOSED,CLOSING,CONNECTING,OPEN,length,name,prototype",
        "constants": [0, 1, 2, 3],
        "is": True,
        "target": True,
        "made": True,
        "tag": "[object WebSocket]",
        "url": f"ws://127.0.0.1:{lab.port}/lab/ws",
        "protocol": "chat",
        "extensions": "string",
        "state": 1,
        "buffered": 0,
        "binary": "blob",
        "own": "",
    }


def test_prototype_methods_work_on_it_and_binary_answers_have_the_wanted_type(person, lab):
    assert connect(person) == "open"
    person.page.evaluate('WebSocket.prototype.send.call(socket, \'{"event":"ping"}\')')
    person.eventually(lambda: lab.frames == ['{"event":"ping"}'], "the ping")
    kinds = person.page.evaluate(
        """() => {
            const set = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'binaryType').set;
            set.call(socket, 'arraybuffer');
            return socket.binaryType;
        }"""
    )
    assert kinds == "arraybuffer"


def test_errors_are_the_browsers_own(person):
    errors = person.page.evaluate(
        """() => {
            const name = (f) => { try { f(); return 'none'; } catch (e) { return e.name; } };
            const url = `ws://${location.host}/lab/ws`;
            const fresh = new WebSocket(url);
            const all = {
                early: name(() => fresh.send('x')),
                call: name(() => WebSocket(url)),
                none: name(() => new WebSocket()),
                bad: name(() => new WebSocket('http://[')),
                fragment: name(() => new WebSocket(`${url}#x`)),
                scheme: name(() => new WebSocket('ftp://127.0.0.1/lab/ws')),
                twice: name(() => new WebSocket(url, ['a', 'a'])),
                token: name(() => new WebSocket(url, 'a b')),
                code: name(() => fresh.close(1001)),
                reason: name(() => fresh.close(1000, 'x'.repeat(124))),
                foreign: name(() => WebSocket.prototype.send.call({}, 'x')),
            };
            fresh.close();
            return all;
        }"""
    )
    assert errors == {
        "early": "InvalidStateError",
        "call": "TypeError",
        "none": "TypeError",
        "bad": "SyntaxError",
        "fragment": "SyntaxError",
        "scheme": "SyntaxError",
        "twice": "SyntaxError",
        "token": "SyntaxError",
        "code": "InvalidAccessError",
        "reason": "SyntaxError",
        "foreign": "TypeError",
    }


def test_closing_while_connecting_fails_it_as_the_browser_does(person, lab):
    events = person.page.evaluate(
        """() => new Promise((done) => {
            const seen = [];
            const socket = new WebSocket(`ws://${location.host}/lab/ws`);
            for (const name of ['open', 'error', 'close']) {
                socket.addEventListener(name, (event) => {
                    seen.push([name, socket.readyState, event.code ?? null]);
                    if (name === 'close') done(seen);
                });
            }
            socket.close();
            seen.push(socket.readyState);
        })"""
    )
    assert events == [2, ["error", 3, None], ["close", 3, 1006]]
    assert lab.handshakes == []


def test_frames_that_wait_leave_before_the_socket_closes(person, lab):
    assert connect(person) == "open"
    ended = person.page.evaluate(
        """(frame) => new Promise((done) => {
            socket.onclose = ({wasClean}) => done([wasClean, socket.readyState]);
            socket.send(frame);
            socket.close(3000, 'done');
        })""",
        frame("send", HARMLESS),
    )
    assert ended == [True, 3]
    assert lab.frames == [frame("send", HARMLESS)]


def test_the_site_ends_it_with_a_code_of_its_own(person):
    assert connect(person) == "open"
    ended = person.page.evaluate(
        """() => new Promise((done) => {
            socket.onclose = ({code, reason}) => done([code, reason]);
            socket.send('bye');
        })"""
    )
    assert ended == [4001, "as you wish"]


def test_a_subclass_and_handlers_that_change_work(person):
    outcome = person.page.evaluate(
        """() => new Promise((done) => {
            class Chat extends WebSocket { hello() { return 'hello'; } }
            const chat = new Chat(`ws://${location.host}/lab/ws`);
            chat.onmessage = () => done('the first');
            const handler = ({data}) =>
                done([data, chat.hello(), chat instanceof Chat, chat.onmessage === handler]);
            chat.onopen = () => { chat.onmessage = handler; chat.send('{"event":"ping"}'); };
        })"""
    )
    assert outcome == ['{"event":"ping"}', "hello", True, True]


def test_the_site_sees_one_random_field_and_the_page_none(person, lab):
    assert connect(person, url=f"ws://127.0.0.1:{lab.port}/lab/ws?session=abc") == "open"
    assert len(lab.handshakes) == 1
    path, _, secret = lab.handshakes[0].partition("&_=")
    assert path == "/lab/ws?session=abc"
    assert len(secret) == 32
    seen = person.page.evaluate(
        "[socket.url, JSON.stringify(performance.getEntriesByType('resource'))].join()"
    )
    assert secret not in seen


def test_words_in_the_address_are_judged_before_the_handshake(person, lab):
    words = "+".join(SENSITIVE.split())
    assert connect(person, url=f"ws://127.0.0.1:{lab.port}/lab/ws?q=why+is+it+blue") == "open"
    assert connect(person, url=f"ws://127.0.0.1:{lab.port}/lab/ws?q={words}") == "close"
    assert len(lab.handshakes) == 1


WORKER = """() => new Promise((done) => {
    const code = `const socket = new WebSocket('ws://${location.host}/lab/ws?canary');
        socket.onopen = () => { socket.send('canary'); postMessage(1); };
        socket.onclose = () => postMessage(0);`;
    const started = new Worker(URL.createObjectURL(new Blob([code])));
    started.onmessage = (event) => done(event.data);
})"""


def test_a_socket_of_a_worker_stays_behind_the_wall(person, lab):
    assert person.page.evaluate(WORKER) == 0
    assert lab.handshakes == []


def test_the_page_never_gets_hold_of_the_socket_or_of_the_private_channel(person, lab):  # threat 4
    """`window.event` shows microtasks the event whose listener has just ended."""
    targets = person.page.evaluate(
        """(frame) => new Promise((done) => {
            const seen = [];
            const look = (from) => Promise.resolve().then(() => {
                const event = window.event;
                const target = event?.target;
                seen.push([from, target?.constructor?.name ?? '', typeof event?.data,
                    target !== socket && target instanceof WebSocket]);
            });
            const socket = new WebSocket(`ws://${location.host}/lab/ws`);
            socket.onopen = () => { look('open'); socket.send('{"event":"ping"}'); };
            socket.onmessage = () => {
                look('message');
                fetch('/lab/send', {method: 'POST', body: '{"text": "Hello there"}'})
                    .then(() => look('fetch')).then(() => setTimeout(done, 200, seen));
            };
        })""",
        "",
    )
    assert len(targets) == 3
    for _, name, data, is_socket in targets:
        assert not is_socket
        assert name in {"", "WebSocket", "MessagePort"}
        assert data != "object"
