"""Tricks around the moment when one judged request may leave.

Each is a JavaScript function of `t`, as in `tricks.py`, and ends up sending `t.safe`: a
harmless prompt that is released. `t.evil` is as long and holds the word that must not arrive.
`t.later` sends the safe one by `fetch`, `t.request` by an `XMLHttpRequest`.
"""

from __future__ import annotations

STEALS = """(url) => {
    const source = `fetch(${JSON.stringify(url)}, {method: 'POST', body: ${
        JSON.stringify(t.evil)}}).catch(() => {})`;
    new Worker(URL.createObjectURL(new Blob([source])));
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.send(t.evil);
    void fetch(url, {method: 'POST', body: t.evil}).catch(() => {});
    void t.realm().fetch(url, {method: 'POST', body: t.evil}).catch(() => {});
}"""
"""Uses an address that was released."""


def _member(name: str, send: str = "later") -> str:
    """The page stands behind a member of the object that the request is made from."""
    return f"""(t) => {{
        const change = (it) => {{
            if (it?.body instanceof Uint8Array) it.body.set(t.bytes(t.evil));
        }};
        Object.defineProperty(Object.prototype, '{name}', {{
            get() {{ change(this); return undefined; }},
            set(value) {{
                change(this);
                Object.defineProperty(this, '{name}', {{value, configurable: true, writable: true,
                    enumerable: true}});
            }},
            configurable: true,
        }});
        return t.{send}();
    }}"""


MEMBERS = (
    *("attributionReporting", "browsingTopics", "duplex", "keepalive", "mode", "priority"),
    *("redirect", "signal", "targetAddressSpace", "window"),
)
PARTS = ("body", "bytes", "encoded", "options", "pieces", "shown", "signal", "user")

RELEASES: dict[str, str] = {
    **{f"a member called {name}": _member(name) for name in MEMBERS},
    **{f"a member of an XMLHttpRequest called {name}": _member(name, "request") for name in PARTS},
    "a body that is something else": """(t) => {
        Object.defineProperty(Object.prototype, 'mode', {
            set() { if ('body' in this) this.body = t.evil; },
            get() { return undefined; },
            configurable: true,
        });
        return t.later();
    }""",
    "a buffer that was seen on its way": """(t) => {
        t.keepBuffers();
        return t.later();
    }""",
    "a buffer of an XMLHttpRequest": """(t) => {
        t.keepBuffers();
        return t.request();
    }""",
    "Headers that say more": """(t) => {
        Headers.prototype[Symbol.iterator] = function* () { yield ['x-prompt', t.word]; };
        Headers.prototype.entries = Headers.prototype[Symbol.iterator];
        return t.later({'x-small': '1'});
    }""",
    "headers by number": """(t) => {
        for (const at of [0, 1, 2]) {
            Object.defineProperty(Array.prototype, at, {
                set(value) {
                    if (Array.isArray(value)) value = ['x-prompt', t.word];
                    Object.defineProperty(this, at, {value, configurable: true, writable: true,
                        enumerable: true});
                },
                configurable: true,
            });
        }
        return t.request({'x-small': '1'});
    }""",
    "a listener on the way out": """(t) => {
        const request = t.request();
        for (const target of [request, request.upload]) {
            for (const name of ['readystatechange', 'loadstart', 'progress', 'load', 'loadend']) {
                target.addEventListener(name, () => {
                    try { request.setRequestHeader('x-prompt', t.word); } catch {}
                    try { request.send(t.evil); } catch {}
                    if (request.responseURL) (%STEALS%)(request.responseURL);
                });
            }
        }
    }""",
    "an entry of the performance timeline": """(t) => {
        new PerformanceObserver((list) => {
            for (const {name} of list.getEntries()) if (name.includes('#')) (%STEALS%)(name);
        }).observe({type: 'resource', buffered: true});
        return t.later();
    }""",
    "the address of a Response": """async (t) => {
        const {url} = await t.later();
        (%STEALS%)(url);
    }""",
    "an error's stack": """(t) => {
        Error.prepareStackTrace = (_, sites) => {
            for (const site of sites) {
                for (const found of [site.getThis(), site.getFunction()?.arguments?.[0]]) {
                    if (String(found?.url ?? found).includes('#sotto')) (%STEALS%)(found);
                }
            }
        };
        Object.defineProperty(Object.prototype, 'priority', {
            get() { void new Error().stack; return undefined; }, configurable: true});
        return t.later();
    }""",
    "a Promise's constructor": """(t) => {
        const seen = [];
        Object.defineProperty(Promise.prototype, 'constructor', {
            get() {
                return {[Symbol.species]: function (executor) {
                    executor((value) => seen.push(value), () => {});
                    for (const one of seen) if (one instanceof ArrayBuffer)
                        new Uint8Array(one).set(t.bytes(t.evil));
                }};
            },
            configurable: true,
        });
        return t.later();
    }""",
    "a thenable answer": """(t) => {
        Object.defineProperty(Response.prototype, 'then', {
            get() { if (this.url) (%STEALS%)(this.url); return undefined; }, configurable: true});
        return t.later();
    }""",
    "an old realm": """async (t) => {
        const frame = t.frame();
        const old = frame.contentWindow;
        const post = old.MessagePort.prototype.postMessage;
        old.MessagePort.prototype.postMessage = function (...said) {
            window.port = this;
            this.addEventListener('message', ({data}) => data?.url && (%STEALS%)(data.url));
            return post.apply(this, said);
        };
        old.Uint8Array = function () { return t.bytes(t.evil); };
        frame.src = '/demo/';
        await new Promise((done) => { frame.onload = done; });
        const {port} = window;
        return frame.contentWindow.fetch(t.url, {method: 'POST', body: t.safe});
    }""",
    "the service worker's eyes": """async (t) => {
        await t.watched('/demo/files/steal.js', (url) => (%STEALS%)(url));
        return t.later();
    }""",
    "the service worker's eyes on an XMLHttpRequest": """async (t) => {
        await t.watched('/demo/files/steal.js', (url) => (%STEALS%)(url));
        return t.request();
    }""",
    "the service worker's hands": """async (t) => {
        await t.watched(`/demo/files/steal.js?body=${encodeURIComponent(t.evil)}`, () => {});
        return t.later();
    }""",
}
RELEASES = {name: code.replace("%STEALS%", STEALS) for name, code in RELEASES.items()}
