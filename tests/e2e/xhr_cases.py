"""Requests that a page makes by `XMLHttpRequest`, each with all that it can see of it."""

from __future__ import annotations

from tests.e2e.answers import ANSWERS

RUN = """async ([setting, address, body]) => {
    const settle = (ms) => new Promise((done) => { setTimeout(done, ms); });
    const attempt = (what) => {
        try { return what(); } catch (error) { return `${error.name}: ${error.message}`; }
    };
    const seen = [];
    const request = new XMLHttpRequest();
    let over;
    const ended = new Promise((done) => { over = done; });
    const note = (where, event) => {
        const {type, loaded, total, lengthComputable} = event;
        const line = [where, type, request.readyState, request.status];
        if (loaded !== undefined) line.push(loaded, total, lengthComputable);
        line.push(event.target === (where === 'xhr' ? request : request.upload));
        line.push(event.constructor.name);
        if (type === 'readystatechange' || type === 'progress') {
            line.push(attempt(() => request.responseText.length > 0));
        }
        seen.push(line);
    };
    const events = ['loadstart', 'progress', 'load', 'loadend', 'error', 'abort', 'timeout'];
    for (const type of ['readystatechange', ...events]) {
        request.addEventListener(type, (event) => note('xhr', event));
    }
    const watchUpload = () => {
        for (const type of events) {
            request.upload.addEventListener(type, (event) => note('upload', event));
        }
    };
    const tell = (what) => seen.push(['page', what]);
    let lasts = true;
    request.addEventListener('loadend', () => lasts && over());
    const keep = () => { lasts = false; return over; };
    await new Function('request', 'address', 'body', 'help', `return (async () => {
        ${setting}
    })()`)(request, address, body, {watchUpload, tell, settle, attempt, keep});
    await Promise.race([ended, settle(8000).then(() => tell('it did not end'))]);
    await settle(30);
    const show = async (value) => {
        if (value instanceof ArrayBuffer) return ['buffer', ...new Uint8Array(value)].join();
        if (value instanceof Blob) return ['blob', value.size, value.type, await value.text()];
        if (value instanceof Document) {
            const text = new XMLSerializer().serializeToString(value);
            return ['document', value.contentType, value.constructor.name, text];
        }
        return value;
    };
    const end = {
        state: request.readyState,
        status: [request.status, request.statusText, request.responseURL],
        headers: request.getAllResponseHeaders().split('\\r\\n')
            .filter((line) => !/^(date|server):/.test(line)),
        header: ['CONTENT-TYPE', 'set-cookie', 'x-none'].map(
            (name) => request.getResponseHeader(name)),
        same: request.response === request.response,
        response: await show(request.response),
        text: attempt(() => request.responseText),
        document: await show(attempt(() => request.responseXML)),
        left: [request.responseType, request.timeout, request.withCredentials],
    };
    return {seen, end};
}"""
"""Sends one request as a case says, and returns all that a page sees of it."""

POST = """request.open('POST', address);
request.setRequestHeader('Content-Type', 'application/json');
"""
SEND = "request.send(body); help.tell('sent');\n"
NORMAL = POST + SEND
KINDS = ("", "text", "json", "arraybuffer", "blob", "document")
SETTINGS: dict[str, tuple[str, str]] = {
    **{f"the answer called {name}": (f"?a={name}", NORMAL) for name in ANSWERS},
    **{
        f"{name} as {kind}": (f"?a={name}", f"{POST} request.responseType = '{kind}';\n{SEND}")
        for kind in KINDS[1:]
        for name in ("json", "no json", "xml", "bad xml", "html", "latin", "bytes", "empty")
    },
    "a cut answer as json": ("?a=cut", f"{POST} request.responseType = 'json';\n{SEND}"),
    "headers of all sorts": ("?a=mixed", NORMAL),
    "a packed answer": ("?a=packed", NORMAL),
    "an answer in pieces": ("?a=streamed", NORMAL),
    "an answer in pieces as a buffer": (
        "?a=streamed",
        f"{POST} request.responseType = 'arraybuffer';\n{SEND}",
    ),
    "a redirect": ("?a=moved", NORMAL),
    "a site that hangs up": ("?a=gone", NORMAL),
    "an answer that breaks off": ("?a=cut", NORMAL),
    "an upload that is watched": ("", f"help.watchUpload();\n{NORMAL}"),
    "a kind that the page knows better": (
        "?a=latin",
        f"request.overrideMimeType('text/plain; charset=iso-8859-2');\n{NORMAL}",
    ),
    "XML that the page knows better": (
        "?a=xml",
        f"{POST} request.overrideMimeType('text/plain');\n{SEND}",
    ),
    "the kind of a blob that the page knows better": (
        "?a=bytes",
        f"{POST} request.responseType = 'blob';\nrequest.overrideMimeType('Image/PNG');\n{SEND}",
    ),
    "a time limit that is kept": ("", f"{POST} request.timeout = 20000;\n{SEND}"),
    "a time limit": ("?a=silent", f"{POST} request.timeout = 700;\n{SEND}"),
    "a time limit set on the way": (
        "?a=stuck",
        NORMAL + "await help.settle(500); request.timeout = 700;",
    ),
    "giving up after a while": (
        "?a=silent",
        f"{NORMAL} await help.settle(900); request.abort(); help.tell(request.readyState);",
    ),
    "giving up on the way": (
        "?a=stuck",
        NORMAL
        + """request.onprogress = () => { request.abort(); help.tell(request.readyState); };""",
    ),
    "giving up at the start": (
        "",
        POST
        + """const over = help.keep(); request.onloadstart = () => request.abort();
        request.send(body); help.tell(request.readyState); setTimeout(over, 300);""",
    ),
    "giving up when all is over": (
        "",
        POST + "request.onload = () => request.abort();\n" + SEND,
    ),
    "what may be changed when": (
        "?a=streamed",
        POST
        + """
        const attempts = () => {
            for (const [name, what] of Object.entries({
                open: () => request.setRequestHeader('x-small', '1'),
                send: () => request.send('again'),
                kind: () => { request.responseType = ''; },
                credentials: () => { request.withCredentials = false; },
                mime: () => request.overrideMimeType('text/plain'),
                time: () => { request.timeout = 0; },
                header: () => request.getResponseHeader('content-type'),
                headers: () => request.getAllResponseHeaders().length > 0,
                none: () => request.getResponseHeader(),
                xml: () => request.responseXML,
            })) help.tell([request.readyState, name, help.attempt(what) ?? null].join());
        };
        const first = [];
        request.addEventListener('readystatechange', () => {
            if (first.includes(request.readyState)) return;
            first.push(request.readyState);
            attempts();
        });
        request.send(body);
        attempts();
        """,
    ),
    "an object that is used again": (
        "",
        POST
        + """const over = help.keep();
        request.send(body);
        await new Promise((done) => { request.onload = () => setTimeout(done); });
        request.onload = null;
        help.tell(request.responseText);
        request.open('POST', address + '?a=json');
        help.tell([request.readyState, request.status, request.responseText].join());
        request.responseType = 'json';
        request.setRequestHeader('Content-Type', 'application/json');
        request.send(body);
        await new Promise((done) => { request.onload = () => setTimeout(done); });
        request.onload = null;
        request.open('GET', '/demo/elsewhere');
        request.responseType = '';
        request.onloadend = () => over();
        request.send();""",
    ),
    "an object that is opened again on the way": (
        "?a=silent",
        POST
        + """request.send(body);
        await help.settle(400);
        request.open('POST', address.replace('silent', 'plain'));
        request.setRequestHeader('Content-Type', 'application/json');
        help.tell(request.readyState);
        request.send(body);""",
    ),
    "a body that is a Blob": (
        "",
        """help.watchUpload(); request.open('POST', address);
        request.send(new Blob([body], {type: 'application/json'}));""",
    ),
    "bytes without a kind": (
        "",
        """help.watchUpload(); request.open('POST', address);
        request.send(new TextEncoder().encode(body));""",
    ),
    "a string without a kind": ("", "request.open('POST', address);\n" + SEND),
}
ELSEWHERE: dict[str, str] = {
    "another origin": NORMAL,
    "another origin with credentials": f"{POST} request.withCredentials = true;\n{SEND}",
    "another origin and a header of the page's": (
        f"{POST} request.setRequestHeader('X-Small', '1');\n{SEND}"
    ),
}
