"""Tricks with whatever sends: requests, lines, parts of a page, forms (see `tricks.py`)."""

from __future__ import annotations

from tests.evasion.trick import Trick

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
