"""Tricks with other realms: frames, windows, workers, and a broken one (see `tricks.py`)."""

from __future__ import annotations

from tests.evasion.trick import Trick

FRAMES = {
    "a frame's fetch": "(t) => t.realm().fetch(t.url, t.post)",
    "a frame's fetch in this window": "(t) => t.realm().fetch.call(window, t.url, t.post)",
    "a frame with a document": "(t) => t.loaded({srcdoc: '<p>'}, (w) => w.fetch(t.url, t.post))",
    "a script in a frame's document": "(t) => t.frame({srcdoc: t.script})",
    "a frame of a blob": """(t) => t.frame({
        src: URL.createObjectURL(new Blob([t.script], {type: 'text/html'}))})""",
    "a frame of data": "(t) => t.frame({src: `data:text/html,${encodeURIComponent(t.script)}`})",
    "a sandboxed frame": "(t) => t.frame({sandbox: 'allow-scripts', srcdoc: t.script})",
    "a sandboxed frame's page": """(t) => t.told({
        sandbox: 'allow-scripts', src: '/demo/files/teller.html'})""",
    "a frame of the same site": """(t) => t.loaded({src: '/demo/'}, (w) =>
        w.fetch(t.url, t.post))""",
    "a frame of a page outside the chat": """(t) => t.loaded({src: '/elsewhere'}, (w) =>
        w.fetch(t.url, t.post))""",
    "a frame that was written": """(t) => {
        const {contentDocument} = t.frame();
        contentDocument.open();
        contentDocument.write(t.script);
        contentDocument.close();
    }""",
    "a frame of JavaScript": """(t) => {
        window[t.name] = t;
        t.frame({src: `javascript:void parent.${t.name}.run(window)`});
    }""",
    "a frame in a frame": """(t) => {
        const inner = t.frame().contentDocument.createElement('iframe');
        t.frame().contentDocument.body.append(inner);
        const outer = t.frame();
        outer.contentDocument.body.append(inner);
        return inner.contentWindow.fetch(t.url, t.post);
    }""",
    "a frame that is gone": """(t) => {
        const frame = t.frame();
        const {fetch} = frame.contentWindow;
        frame.remove();
        return fetch.call(window, t.url, t.post);
    }""",
    "a frame before it has loaded": """(t) => {
        const frame = t.make('iframe', {src: '/demo/'});
        document.body.append(frame);
        return frame.contentWindow.fetch(t.url, t.post);
    }""",
    "an object's window": """(t) => {
        const object = t.add('object', {type: 'text/html', data: 'about:blank'});
        return object.contentWindow.fetch(t.url, t.post);
    }""",
    "a frame of another origin": """(t) => t.told({
        src: `http://localhost:${t.port}/demo/files/teller.html`})""",
    "a frame of another origin outside the chat": """(t) => t.told({
        src: `http://127.0.0.2:${t.port}/demo/files/teller.html`})""",
    "a window": """(t) => {
        const opened = window.open('about:blank');
        return opened.fetch(t.url, t.post);
    }""",
    "a window's script": """(t) => {
        const opened = window.open('');
        opened.document.write(t.script);
    }""",
    "a window of a blob": """(t) => void window.open(
        URL.createObjectURL(new Blob([t.script], {type: 'text/html'})))""",
    "a window without an opener": """(t) => void window.open(
        URL.createObjectURL(new Blob([t.script], {type: 'text/html'})), '_blank', 'noopener')""",
    "a window's address": "(t) => void window.open(t.ask)",
    "a window that goes there later": """(t) => {
        const opened = window.open('about:blank');
        opened.location = t.ask;
    }""",
    "a link's target": """(t) => {
        const frame = t.frame({name: `f${t.word}`});
        t.add('a', {href: t.ask, target: frame.name}).click();
    }""",
    "a link in a new window": "(t) => t.add('a', {href: t.ask, target: '_blank'}).click()",
    "a download": "(t) => t.add('a', {href: t.ask, download: 'x'}).click()",
    "a page that refreshes": """(t) => t.frame({
        srcdoc: `<meta http-equiv=refresh content="0; url=${t.url}?${t.word}">`})""",
    "another address": Trick("(t) => void (location.href = t.ask)", alone=True),
    "another address in the same place": Trick("(t) => void location.replace(t.ask)", alone=True),
    "the referrer": Trick(
        """(t) => {
        history.replaceState(null, '', `?${t.word}`);
        return fetch(t.path, {referrerPolicy: 'unsafe-url'});
    }""",
        alone=True,
    ),
}

WORKERS = {
    "a worker": "(t) => void new Worker('/demo/files/worker.js', {name: t.task})",
    "a worker of a blob": "(t) => t.work((url) => new Worker(url))",
    "a worker of data": "(t) => void new Worker(`data:text/javascript,${t.encoded}`)",
    "a module worker": "(t) => t.work((url) => new Worker(url, {type: 'module'}))",
    "a worker in a worker": """(t) => {
        const outer = `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(t.source)}])))`;
        return void new Worker(URL.createObjectURL(new Blob([outer])));
    }""",
    "a shared worker": "(t) => t.work((url) => new SharedWorker(url))",
    "a shared worker of the site": """(t) =>
        void new SharedWorker('/demo/files/worker.js', {name: t.task})""",
    "a worker's XMLHttpRequest": """(t) => t.work((url) => new Worker(url), `
        const request = new XMLHttpRequest();
        request.open('POST', task.url);
        request.send(task.body);`)""",
    "a worker's WebSocket": """(t) => t.work((url) => new Worker(url), `
        const socket = new WebSocket(task.socket);
        socket.onopen = () => socket.send(task.body);`)""",
    "a worker's events": """(t) => t.work((url) => new Worker(url),
        'new EventSource(task.url + "?" + task.word)')""",
    "a worker's imported script": """(t) => t.work((url) => new Worker(url),
        'importScripts(task.url + "?" + task.word)')""",
    "a worker's address": "(t) => void new Worker(t.ask)",
    "a shared worker's address": "(t) => void new SharedWorker(t.ask)",
    "a worker of a sandboxed frame": """(t) => t.frame({
        sandbox: 'allow-scripts', srcdoc: `<script>new Worker(URL.createObjectURL(new Blob(
        [${JSON.stringify(t.source).replaceAll('<', '\\\\x3c')}])))<\\/script>`})""",
    "a service worker": "(t) => t.serve('serve.js', {do: 'fetch'})",
    "a service worker's cache": "(t) => t.serve('serve.js', {do: 'cache'})",
    "a page's cache": "async (t) => (await caches.open('x')).add(t.ask)",
    "a service worker's address": """(t) =>
        navigator.serviceWorker.register(t.ask, {scope: t.path})""",
    "a background fetch": Trick(
        "(t) => t.serve('serve.js', {do: 'background'})",
        dry="a headless browser does not fetch in the background",
    ),
    "a sound worklet": "(t) => new AudioContext().audioWorklet.addModule(t.ask)",
    "a paint worklet": "(t) => CSS.paintWorklet.addModule(t.ask)",
}

POLLUTION = {
    name: Trick(f"(t) => {{ {code}; return t.plainly(); }}", alone=True)
    for name, code in {
        "messages that lie": """
            const answer = {type: 'release', n: 1, url: t.url};
            Object.defineProperty(MessageEvent.prototype, 'data', {get: () => answer})""",
        "a broken Promise": "Promise.prototype.then = function () { return this; }",
        "a broken RegExp": """RegExp.prototype.exec = () => null;
            RegExp.prototype.test = () => false""",
        "a broken Map": """Map.prototype.get = () => ({release() {}, deny() {}});
            Map.prototype.set = () => {}; Map.prototype.has = () => true""",
        "a broken WeakMap": """WeakMap.prototype.get = () => ({});
            WeakMap.prototype.has = () => true""",
        "broken Headers": """Headers.prototype.get = () => 'text/plain';
            Headers.prototype[Symbol.iterator] = function* () { yield ['x-prompt', t.text]; }""",
        "a Request that lies": """
            Object.defineProperty(Request.prototype, 'url', {get: () => '/demo/x'});
            Object.defineProperty(Request.prototype, 'method', {get: () => 'GET'})""",
        "a URL that lies": """
            Object.defineProperty(URL.prototype, 'href', {get: () => location.origin})""",
        "a broken Array": """Array.prototype[Symbol.iterator] = function* () {};
            Array.prototype.some = () => false; Array.prototype.push = () => 0;
            Array.prototype.flatMap = () => []; Array.prototype.includes = () => false""",
        "a broken String": """String.prototype.toUpperCase = () => 'GET';
            String.prototype.split = () => ['/demo/x']""",
        "a broken Reflect": """Reflect.apply = () => undefined;
            Function.prototype.call = () => undefined;
            Function.prototype.apply = () => undefined""",
        "a broken Response": """Response.prototype.arrayBuffer = async () => new ArrayBuffer(0);
            Request.prototype.arrayBuffer = async () => new ArrayBuffer(0)""",
        "a polluted Object": """Object.prototype.method = 'GET'; Object.prototype.held = false;
            Object.prototype.readable = true; Object.prototype.action = 'release';
            Object.prototype.variant = 'public'; Object.prototype.aborted = false""",
        "a thenable Object": """Object.defineProperty(Object.prototype, 'then', {
            get() { return undefined; }, set() {}, configurable: true})""",
        "setters for every number": """for (let i = 0; i < 8; i++) {
            Object.defineProperty(Array.prototype, i, {get: () => 0, set() {}, configurable: true});
        }""",
        "a broken MessagePort": """MessagePort.prototype.postMessage = () => {};
            MessagePort.prototype.start = () => {}""",
        "broken events": """EventTarget.prototype.addEventListener = () => {};
            EventTarget.prototype.dispatchEvent = () => true""",
        "a broken constructor": """window.Request = function () { return {}; };
            window.Response = function () { return {}; };
            window.Uint8Array = function () { return []; }""",
        "a fetch that was deleted": """delete window.fetch;
            if (window.fetch === undefined) window.fetch = t.realm().fetch.bind(window)""",
        "a page that says it is elsewhere": """
            t.add('base', {href: `http://localhost:${t.port}/elsewhere/`})""",
    }.items()
}
