"""The tricks: every way known to us for a page to get a string to its site's prompt endpoint.

Each is a JavaScript function of `t`: `path` and `url` of the endpoint, `port`, `other` (a
second port of the same site), `word` (what must not arrive), `body` (a whole prompt that
holds it), `post` (a `fetch` init with that body), `plain` (a prompt without it, exactly as
long), and the helpers of `files/helpers.js`.
"""

from __future__ import annotations

from typing import NamedTuple


class Trick(NamedTuple):
    """One way to send.

    Attributes:
        code: JavaScript, a function of `t`.
        alone: Whether it needs a page of its own, because it breaks or leaves it.
        dry: Why the words do not arrive without the extension either; such a trick proves
            nothing and does not count.
    """

    code: str
    alone: bool = False
    dry: str = ""


FETCH = {
    "fetch": "(t) => fetch(t.path, t.post)",
    "fetch with a Request": "(t) => fetch(new Request(t.path, t.post))",
    "fetch with a Request of a subclass": """(t) => {
        class Mine extends Request { get url() { return location.origin + '/demo/other'; } }
        return fetch(new Mine(t.path, t.post));
    }""",
    "fetch with a Request and an init": """(t) =>
        fetch(new Request(t.path, {method: 'POST', body: t.plain}), {body: t.body})""",
    "fetch with a form": "(t) => fetch(t.path, {method: 'POST', body: t.form()})",
    "fetch with fields": """(t) =>
        fetch(t.path, {method: 'POST', body: new URLSearchParams({prompt: t.body})})""",
    "fetch with bytes": "(t) => fetch(t.path, {method: 'POST', body: t.bytes(t.body)})",
    "fetch with a buffer": """(t) =>
        fetch(t.path, {method: 'POST', body: t.bytes(t.body).buffer})""",
    "fetch with a view": """(t) =>
        fetch(t.path, {method: 'POST', body: new DataView(t.bytes(t.body).buffer)})""",
    "fetch with a blob": "(t) => fetch(t.path, {method: 'POST', body: new Blob([t.body])})",
    "fetch with UTF-16": """(t) => {
        const units = Uint16Array.from(t.body, (unit) => unit.charCodeAt(0));
        return fetch(t.path, {method: 'POST', body: units});
    }""",
    "fetch with base64": "(t) => fetch(t.path, {method: 'POST', body: btoa(t.body)})",
    "fetch with a small method": "(t) => fetch(t.path, {...t.post, method: 'post'})",
    "fetch with PUT": "(t) => fetch(t.path, {...t.post, method: 'PUT'})",
    "fetch with PATCH": "(t) => fetch(t.path, {...t.post, method: 'PATCH'})",
    "fetch with DELETE": "(t) => fetch(t.path, {...t.post, method: 'DELETE'})",
    "fetch with a method of its own": "(t) => fetch(t.path, {...t.post, method: 'PROPFIND'})",
    "a method in a header": """(t) =>
        fetch(`${t.path}?${t.word}`, {headers: {'x-http-method-override': 'POST'}})""",
    "fetch that keeps alive": "(t) => fetch(t.path, {...t.post, keepalive: true})",
    "fetch without CORS": "(t) => fetch(t.path, {...t.post, mode: 'no-cors'})",
    "fetch with an aborted twin": """(t) => {
        const stop = new AbortController();
        const sent = fetch(t.path, {...t.post, signal: stop.signal});
        setTimeout(() => stop.abort(), 500);
        return sent;
    }""",
    "fetch later": "(t) => void fetchLater(t.path, {...t.post, activateAfter: 0})",
    "fetch with gzip": """async (t) => fetch(t.path, {
        method: 'POST', body: await t.gzip(t.body), headers: {'content-encoding': 'gzip'}})""",
    "fetch with gzip that says nothing": """async (t) =>
        fetch(t.path, {method: 'POST', body: await t.gzip(t.body)})""",
    "a query": "(t) => fetch(`${t.path}?${t.word}`)",
    "a query of HEAD": "(t) => fetch(`${t.path}?${t.word}`, {method: 'HEAD'})",
    "a query of OPTIONS": "(t) => fetch(`${t.path}?${t.word}`, {method: 'OPTIONS'})",
    "a query in base64": "(t) => fetch(`${t.path}?${btoa(t.word)}`)",
    "a longer path": "(t) => fetch(`${t.path}/${t.word}`)",
    "a header": "(t) => fetch(t.path, {headers: {'x-prompt': t.word}})",
    "a header of a POST": """(t) =>
        fetch(t.path, {method: 'POST', headers: {'x-prompt': t.text}, body: t.harmless})""",
    "a query of a POST": """(t) => fetch(`${t.path}?q=${encodeURIComponent(t.text)}`,
        {method: 'POST', body: t.harmless})""",
    "a cookie": """(t) => {
        document.cookie = `${t.word}=1; path=${t.path}`;
        return fetch(t.path);
    }""",
}

TWO_FACED = {
    "an address with two values": Trick(
        """(t) => {
        const values = ['/demo/x', t.path];
        return fetch({toString: () => (values.length > 1 ? values.shift() : values[0])}, t.post);
    }""",
        dry="the browser itself asks once, and takes the first value",
    ),
    "an address with two values, the other way": """(t) => {
        let asked = 0;
        const address = {[Symbol.toPrimitive]: () => (asked++ ? '/demo/x' : t.path)};
        return fetch(address, t.post);
    }""",
    "a method with two values": """(t) => {
        let asked = 0;
        const init = {get method() { return asked++ ? 'POST' : 'PUT'; }, body: t.body};
        return fetch(t.path, init);
    }""",
    "a body with two values": """(t) => {
        let asked = 0;
        return fetch(t.path, {method: 'POST', get body() { return asked++ ? t.body : t.body; }});
    }""",
    "a body that is text twice": """(t) => {
        let asked = 0;
        const body = {toString: () => (asked++ ? t.plain : t.body)};
        return fetch(t.path, {method: 'POST', body});
    }""",
    "an init behind a Proxy": """(t) =>
        fetch(t.path, new Proxy(t.post, {get: (target, name) => target[name]}))""",
    "an address behind a Proxy": """(t) => {
        const url = new Proxy({}, {get: (_, name) =>
            name === Symbol.toPrimitive ? () => t.path : undefined});
        return fetch(url, t.post);
    }""",
    "a called Proxy of fetch": "(t) => new Proxy(fetch, {}).call(window, t.path, t.post)",
    "a Request that changes its prototype": """(t) => {
        const request = new Request(t.path, t.post);
        Object.setPrototypeOf(request, {url: '/demo/x', method: 'GET'});
        return fetch(request);
    }""",
    "bytes that turn harmless": """(t) => {
        const bytes = t.bytes(t.body);
        const sent = fetch(t.path, {method: 'POST', body: bytes});
        bytes.set(t.bytes(t.plain));
        return sent;
    }""",
    "fields that turn harmless": """(t) => {
        const fields = new URLSearchParams({prompt: t.body});
        const sent = fetch(t.path, {method: 'POST', body: fields});
        fields.set('prompt', t.plain);
        return sent;
    }""",
    "a form that turns harmless": """(t) => {
        const form = t.form();
        const sent = fetch(t.path, {method: 'POST', body: form});
        form.set('prompt', t.plain);
        return sent;
    }""",
    "an XMLHttpRequest whose bytes turn harmless": """(t) => t.xhr((r) => {
        const bytes = t.bytes(t.body);
        r.open('POST', t.path);
        r.send(bytes);
        bytes.set(t.bytes(t.plain));
    })""",
}

XHR = {
    "an XMLHttpRequest": """(t) => t.xhr((r) => {
        r.open('POST', t.path);
        r.send(t.body);
    })""",
    "a synchronous XMLHttpRequest": """(t) => t.xhr((r) => {
        r.open('POST', t.path, false);
        r.send(t.body);
    })""",
    "an XMLHttpRequest with a document": """(t) => t.xhr((r) => {
        const page = document.implementation.createHTMLDocument(t.word);
        r.open('POST', t.path);
        r.send(page);
    })""",
    "an XMLHttpRequest with a form": """(t) => t.xhr((r) => {
        r.open('POST', t.path);
        r.send(t.form());
    })""",
    "an XMLHttpRequest with a query": """(t) => t.xhr((r) => {
        r.open('GET', `${t.path}?${t.word}`);
        r.send();
    })""",
    "an XMLHttpRequest with a header": """(t) => t.xhr((r) => {
        r.open('POST', t.path);
        r.setRequestHeader('x-prompt', t.text);
        r.send(t.harmless);
    })""",
    "an XMLHttpRequest with a name and password": """(t) => t.xhr((r) => {
        r.open('POST', t.path, true, 'someone', 'secret');
        r.send(t.body);
    })""",
    "an XMLHttpRequest that is opened twice": """(t) => t.xhr((r) => {
        r.open('POST', t.path);
        r.open('POST', '/demo/x');
        r.open('POST', t.path);
        r.send(t.body);
    })""",
    "an XMLHttpRequest by a frame's methods": """(t) => t.xhr((r) => {
        const {open, send} = t.realm().XMLHttpRequest.prototype;
        open.call(r, 'POST', t.path);
        send.call(r, t.body);
    })""",
    "a frame's XMLHttpRequest": """(t) => {
        const request = new (t.realm().XMLHttpRequest)();
        request.open('POST', t.url);
        request.send(t.body);
    }""",
}

LINES = {
    "a beacon": "(t) => navigator.sendBeacon(t.path, t.body)",
    "a beacon with a blob": "(t) => navigator.sendBeacon(t.path, new Blob([t.body]))",
    "a beacon with a form": "(t) => navigator.sendBeacon(t.path, t.form())",
    "a beacon with a query": "(t) => navigator.sendBeacon(`${t.path}?${t.word}`)",
    "a beacon of a frame": "(t) => t.realm().navigator.sendBeacon(t.url, t.body)",
    "a beacon at the end": """(t) => {
        const frame = t.frame();
        frame.contentWindow.addEventListener('pagehide', () =>
            navigator.sendBeacon(t.url, t.body));
        frame.remove();
    }""",
    "a WebSocket's address": "(t) => void new WebSocket(`${t.socket}?${t.word}`)",
    "a WebSocket's frame": """(t) => {
        const socket = new WebSocket(t.socket);
        socket.onopen = () => socket.send(t.body);
    }""",
    "a WebSocket's bytes": """(t) => {
        const socket = new WebSocket(t.socket);
        socket.onopen = () => socket.send(t.bytes(t.body));
    }""",
    "a WebSocket's protocol": "(t) => void new WebSocket(t.socket, t.word)",
    "a frame's WebSocket": """(t) => {
        const socket = new (t.realm().WebSocket)(t.socket);
        socket.onopen = () => socket.send(t.body);
    }""",
    "a WebSocket as a stream": """async (t) => {
        const {writable} = await new WebSocketStream(t.socket).opened;
        await writable.getWriter().write(t.body);
    }""",
    "events from the server": """(t) => {
        const events = new EventSource(`${t.path}?${t.word}`);
        events.onerror = () => events.close();
    }""",
    "a ping": """(t) => {
        const link = t.add('a', {href: '#', ping: `${t.path}?${t.word}`});
        link.click();
    }""",
    "a stream as body": Trick(
        """(t) => fetch(t.path, {
        method: 'POST', duplex: 'half', body: new Blob([t.body]).stream()})""",
        dry="the browser sends streams over HTTP/2 alone, and the site speaks HTTP/1.1",
    ),
}

PARTS = {
    "a picture": "(t) => void (new Image().src = `${t.path}?${t.word}`)",
    "a picture in a set": "(t) => t.add('img', {srcset: `${t.path}?${t.word} 1x`})",
    "a picture element": """(t) => {
        const picture = t.add('picture', {});
        picture.append(t.make('source', {srcset: `${t.path}?${t.word}`}), t.make('img', {}));
    }""",
    "a script": "(t) => t.add('script', {src: `${t.path}?${t.word}`})",
    "a module script": "(t) => t.add('script', {type: 'module', src: `${t.path}?${t.word}`})",
    "an import": "(t) => import(`${t.path}?${t.word}`)",
    "a style sheet": "(t) => t.add('link', {rel: 'stylesheet', href: `${t.path}?${t.word}`})",
    "an imported style": """(t) =>
        t.add('style', {textContent: `@import url("${t.path}?${t.word}");`})""",
    "a background": """(t) => t.add('div', {
        textContent: 'x', style: `background: url("${t.path}?${t.word}")`})""",
    "a cursor": """(t) => t.add('div', {
        textContent: 'x', style: `list-style-image: url("${t.path}?${t.word}");
        display: list-item`})""",
    "a font": """(t) => t.add('style', {textContent: `
        @font-face { font-family: f${t.word}; src: url("${t.path}?${t.word}") }
        body { font-family: f${t.word} }`})""",
    "a loaded font": """(t) =>
        new FontFace('f', `url("${t.path}?${t.word}")`).load()""",
    "a video": "(t) => t.add('video', {preload: 'auto', src: `${t.path}?${t.word}`})",
    "a sound": "(t) => void new Audio(`${t.path}?${t.word}`).load()",
    "a poster": "(t) => t.add('video', {poster: `${t.path}?${t.word}`})",
    "a track": """(t) => {
        const video = t.add('video', {});
        video.append(t.make('track', {src: `${t.path}?${t.word}`, kind: 'captions'}));
        video.textTracks[0].mode = 'showing';
    }""",
    "an object": "(t) => t.add('object', {data: `${t.path}?${t.word}`})",
    "an embedded object": "(t) => t.add('embed', {src: `${t.path}?${t.word}`})",
    "a picture button": "(t) => t.add('input', {type: 'image', src: `${t.path}?${t.word}`})",
    "a picture in SVG": """(t) => t.add('div', {
        innerHTML: `<svg><image href="${t.path}?${t.word}"/></svg>`})""",
    "a shape from elsewhere in SVG": """(t) => t.add('div', {
        innerHTML: `<svg><use href="${t.path}?${t.word}#x"/></svg>`})""",
    "a preload": "(t) => t.add('link', {rel: 'preload', as: 'fetch', href: t.ask})",
    "a module preload": "(t) => t.add('link', {rel: 'modulepreload', href: t.ask})",
    "a prefetch": "(t) => t.add('link', {rel: 'prefetch', href: t.ask})",
    "a manifest": Trick(
        "(t) => t.add('link', {rel: 'manifest', href: t.ask})",
        dry="a headless browser offers to install nothing",
    ),
    "an icon": Trick(
        "(t) => t.add('link', {rel: 'icon', href: t.ask})",
        dry="a headless browser shows no icons",
    ),
    "a frame's address": "(t) => t.add('iframe', {src: t.ask})",
    "a fenced picture of a template": """(t) => {
        const host = t.add('div', {});
        host.attachShadow({mode: 'closed'}).innerHTML = `<img src="${t.ask}">`;
    }""",
    "rules for prefetching": """(t) => t.add('script', {
        type: 'speculationrules',
        textContent: JSON.stringify({prefetch: [{urls: [t.ask], eagerness: 'immediate'}]})})""",
    "rules for prerendering": """(t) => t.add('script', {
        type: 'speculationrules',
        textContent: JSON.stringify({prerender: [{urls: [t.ask], eagerness: 'immediate'}]})})""",
}

FORMS = {
    "a form": "(t) => t.submit((form) => {})",
    "a form with GET": "(t) => t.submit((form) => { form.method = 'get'; })",
    "a form in a new window": "(t) => t.submit((form) => { form.target = '_blank'; })",
    "a form with GET in a new window": """(t) =>
        t.submit((form) => { form.target = '_blank'; form.method = 'get'; })""",
    "a form with parts": "(t) => t.submit((form) => { form.enctype = 'multipart/form-data'; })",
    "a form in plain text": "(t) => t.submit((form) => { form.enctype = 'text/plain'; })",
    "a form whose button knows better": """(t) => t.submit((form) => {
        form.action = '/demo/x';
        const button = t.make('button', {formAction: t.path});
        form.append(button);
        form.submit = () => button.click();
    })""",
    "a form of a frame": """(t) => {
        const page = t.frame().contentDocument;
        page.body.innerHTML = `<form method="post" action="${t.url}">
            <input name="prompt"></form>`;
        page.querySelector('input').value = t.body;
        page.querySelector('form').submit();
    }""",
    "a form in this window": Trick(
        "(t) => t.submit((form) => { form.target = '_self'; })", alone=True
    ),
    "a form with GET in this window": Trick(
        "(t) => t.submit((form) => { form.target = '_self'; form.method = 'get'; })", alone=True
    ),
}

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

PLACES = {
    "a doubled slash": "(t) => fetch(location.origin + '/' + t.path, t.post)",
    "a doubled slash within": "(t) => fetch(t.path.replace('/v1/', '//v1//'), t.post)",
    "a dot in the path": "(t) => fetch(t.path.replace('/v1/', '/./v1/./'), t.post)",
    "dots up in the path": "(t) => fetch(t.path.replace('/v1/', '/x/../v1/'), t.post)",
    "an escaped letter": "(t) => fetch(t.path.replace('completions', '%63ompletions'), t.post)",
    "an escaped slash": "(t) => fetch(t.path.replace('/chat/', '%2fchat%2F'), t.post)",
    "an escape of an escape": "(t) => fetch(t.path.replace('chat', '%2563hat'), t.post)",
    "an escaped first folder": "(t) => fetch(t.path.replace('demo', '%64emo'), t.post)",
    "other letters": "(t) => fetch(t.path.toUpperCase(), t.post)",
    "backslashes": "(t) => fetch(t.path.replaceAll('/', '\\\\'), t.post)",
    "a slash at the end": "(t) => fetch(`${t.path}/`, t.post)",
    "a parameter of the path": "(t) => fetch(`${t.path};x=1`, t.post)",
    "a query beside the body": "(t) => fetch(`${t.path}?x=1`, t.post)",
    "the machine's other name": "(t) => t.over(`http://localhost:${t.port}`)",
    "a name with a dot": "(t) => t.over(`http://localhost.:${t.port}`)",
    "a name below another": "(t) => t.over(`http://a.localhost:${t.port}`)",
    "an address with a dot": "(t) => t.over(`http://127.0.0.1.:${t.port}`)",
    "one number": "(t) => t.over(`http://2130706433:${t.port}`)",
    "numbers of base eight": "(t) => t.over(`http://0177.0.0.1:${t.port}`)",
    "a short address": "(t) => t.over(`http://127.1:${t.port}`)",
    "another loopback address": "(t) => t.over(`http://127.0.0.2:${t.port}`)",
    "the new loopback address": "(t) => t.over(`http://[::1]:${t.port}`)",
    "the old address in the new form": "(t) => t.over(`http://[::ffff:127.0.0.1]:${t.port}`)",
    "another port": "(t) => t.over(`http://127.0.0.1:${t.other}`)",
    "a form to a user's address": """(t) => t.submit((form) => {
        form.action = `http://someone:secret@127.0.0.1:${t.port}${t.path}`;
        form.target = '_blank';
    })""",
    "a window at a user's address": """(t) =>
        void window.open(`http://someone@127.0.0.1:${t.port}${t.ask}`)""",
    "a sandboxed frame and a name with a dot": """(t) =>
        t.boxed(`http://localhost.:${t.port}`)""",
    "a sandboxed frame and a name below": "(t) => t.boxed(`http://a.localhost:${t.port}`)",
    "a sandboxed frame and another address": "(t) => t.boxed(`http://127.0.0.2:${t.port}`)",
    "a sandboxed frame and the new address": "(t) => t.boxed(`http://[::1]:${t.port}`)",
    "a sandboxed frame and the old address anew": """(t) =>
        t.boxed(`http://[::ffff:127.0.0.1]:${t.port}`)""",
    "a sandboxed frame and an escaped letter": """(t) =>
        t.boxed(location.origin, t.path.replace('completions', '%63ompletions'))""",
    "a sandboxed worker": "(t) => t.boxedWork(location.origin)",
    "a sandboxed worker and a name with a dot": """(t) =>
        t.boxedWork(`http://localhost.:${t.port}`)""",
    "a sandboxed worker and a name below": "(t) => t.boxedWork(`http://a.localhost:${t.port}`)",
    "a sandboxed worker and another address": "(t) => t.boxedWork(`http://127.0.0.2:${t.port}`)",
    "a sandboxed worker and the new address": "(t) => t.boxedWork(`http://[::1]:${t.port}`)",
    "a sandboxed worker and the old address anew": """(t) =>
        t.boxedWork(`http://[::ffff:127.0.0.1]:${t.port}`)""",
    "a sandboxed worker and an escaped letter": """(t) =>
        t.boxedWork(location.origin, t.path.replace('completions', '%63ompletions'))""",
    "a form of a sandboxed frame to a name with a dot": """(t) => t.frame({
        sandbox: 'allow-scripts allow-forms', srcdoc: t.formOf(`http://localhost.:${t.port}`)})""",
    "a form to a name with a dot in a new window": """(t) => t.submit((form) => {
        form.action = `http://localhost.:${t.port}${t.path}`;
        form.target = '_blank';
    })""",
    "a form to an escaped letter in a new window": """(t) => t.submit((form) => {
        form.action = t.path.replace('completions', '%63ompletions');
        form.target = '_blank';
    })""",
    "a report of the page's policy": """(t) => t.loaded({src: '/demo/csp'}, (w) => {
        w.document.body.innerHTML = `<img src="http://localhost:${t.port}/${t.word}">`;
    })""",
    "the site's own redirection": "(t) => fetch('/demo/go/307', t.post)",
    "the site's lasting redirection": "(t) => fetch('/demo/go/308', t.post)",
    "a redirection to a query": "(t) => fetch(`/demo/go/302?say=${t.word}`)",
    "a redirection from elsewhere": """(t) =>
        fetch(`http://localhost:${t.port}/demo/go/307`, t.post)""",
    "a redirected form": "(t) => t.submit((form) => { form.action = '/demo/go/307'; })",
    "a redirected form in a new window": """(t) => t.submit((form) => {
        form.action = '/demo/go/307';
        form.target = '_blank';
    })""",
    "a redirected picture": "(t) => void (new Image().src = `/demo/go/302?say=${t.word}`)",
    "a redirected sandboxed frame": """(t) => t.boxed(location.origin, '/demo/go/307')""",
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


def _whole(table: dict) -> dict[str, Trick]:
    return {name: code if isinstance(code, Trick) else Trick(code) for name, code in table.items()}


KINDS: dict[str, dict[str, Trick]] = {
    kind: _whole(table)
    for kind, table in {
        "fetch": FETCH,
        "two faces": TWO_FACED,
        "XMLHttpRequest": XHR,
        "lines": LINES,
        "parts of a page": PARTS,
        "forms": FORMS,
        "frames and windows": FRAMES,
        "workers": WORKERS,
        "places": PLACES,
        "pollution": POLLUTION,
    }.items()
}
TRICKS: dict[str, Trick] = {
    name: trick for table in KINDS.values() for name, trick in table.items()
}
assert len(TRICKS) == sum(map(len, KINDS.values())), "two tricks have one name"

GETS = "GET requests of a protected site"
PATHS = "Other endpoints of a known site"
COOKIES = "Cookies"

RESIDUAL: dict[str, str] = {
    "a longer path": GETS,
    "the referrer": GETS,
    "a cookie": COOKIES,
    "a redirection to a query": GETS,
    "a redirected picture": GETS,
    "an address with two values, the other way": PATHS,
    "the site's own redirection": PATHS,
    "the site's lasting redirection": PATHS,
    "a redirection from elsewhere": PATHS,
    "a redirected form": PATHS,
    "a redirected form in a new window": PATHS,
    "a redirected sandboxed frame": PATHS,
}
"""Tricks by which the words reach the site's machine by design, though never its prompt
endpoint, with the line in docs/what-it-does-not-cover.md that says so."""
