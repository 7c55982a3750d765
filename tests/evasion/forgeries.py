"""What a page says to an extension that it has no business to speak to: 1,000 forgeries."""

FORGE = """async ([path, id, rounds]) => {
    const url = location.origin + path;
    const ports = new Set();
    const {addEventListener: listen, dispatchEvent: dispatch} = EventTarget.prototype;
    for (const target of [window, document]) {
        listen.call(target, 'sottovoce-port', (event) => {
            for (const port of event.ports) ports.add(port);
        }, true);
    }
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...said) {
        ports.add(this);
        return post.apply(this, said);
    };
    const messages = (n) => [
        {type: 'release', n, url}, {type: 'deny', n, text: ''}, {type: 'pass', n},
        {type: 'answer', n, status: 200, statusText: 'OK', headers: {}, url, body: null},
        {type: 'generic', patterns: ['^']}, {type: 'sites', sites: []},
        {type: 'decided', id: `prompt-${n}`, action: 'release', variant: 'public', eligible: false,
            tag: [], level: 0, threshold: 1, reasons: ['not_eligible'], kinds: [], findings: [],
            ms: 0},
        {type: 'granted', id: `prompt-${n}`, prompt: `prompt-${n}`, until: Date.now() + 1e6},
        {type: 'override', id: `prompt-${n}`, prompt: `prompt-${n}`, reason: 'own_risk'},
        {type: 'retry', id: `prompt-${n}`}, {type: 'pause', site: '', minutes: 60},
        {type: 'switch', site: 'demo', on: false}, {type: 'seat', token: String(n)},
        {type: 'hold', n, url, method: 'POST', body: null, readable: true, contentType: ''},
        {type: 'sent', n, status: 200, ms: 1}, {type: 'yours', paused: [{site: '', until: 9e15}]},
    ];
    let sent = 0;
    const ways = [
        (message) => window.postMessage(message, '*'),
        (message) => dispatch.call(window, new MessageEvent('message',
            {data: message, origin: `chrome-extension://${id}`, source: window})),
        (message) => {
            const {port1, port2} = new MessageChannel();
            dispatch.call(document, new MessageEvent('sottovoce-port',
                {data: message, ports: [port2]}));
            post.call(port1, message);
            post.call(port1, message, [new MessageChannel().port2]);
        },
        (message) => {
            for (const name of ['sottovoce', 'sottovoce-port', 'sottovoce-release', message.type]) {
                dispatch.call(document, new CustomEvent(name, {detail: message, bubbles: true}));
                dispatch.call(window, new CustomEvent(name, {detail: message}));
            }
        },
        (message) => {
            for (const port of ports) {
                try { post.call(port, message); } catch {}
                dispatch.call(port, new MessageEvent('message', {data: message}));
            }
        },
        (message) => {
            for (const frame of Array.from(window.frames)) frame.postMessage(message, '*');
        },
        (message) => void globalThis.chrome?.runtime?.sendMessage?.(id, message, () => {
            void chrome.runtime.lastError;
        }),
        (message) => {
            const port = globalThis.chrome?.runtime?.connect?.(id, {name: 'bridge'});
            port?.onDisconnect.addListener(() => void chrome.runtime.lastError);
            try { port?.postMessage(message); } catch {}
        },
        (message) => new BroadcastChannel('sottovoce').postMessage(message),
        () => {
            const box = document.querySelector('#prompt');
            for (const type of ['keydown', 'keypress', 'keyup']) {
                dispatch.call(box, new KeyboardEvent(type,
                    {key: 'Enter', code: 'Enter', bubbles: true, cancelable: true}));
            }
        },
        () => {
            for (const host of document.documentElement.children) {
                for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
                    dispatch.call(host, new MouseEvent(type, {bubbles: true, composed: true,
                        clientX: 200, clientY: 700, view: window}));
                }
            }
        },
        () => {
            for (const host of [...document.documentElement.children].slice(2)) {
                host.setAttribute('style', 'opacity: 0; pointer-events: none');
                host.innerHTML = '<iframe src="/demo/"></iframe>';
                host.remove();
                document.documentElement.append(host);
            }
        },
    ];
    for (let n = 0; sent < rounds; n++) {
        for (const message of messages(n)) {
            ways[sent % ways.length](message);
            sent++;
            if (sent % 50 === 0) await new Promise((done) => setTimeout(done, 0));
        }
    }
    await new Promise((done) => setTimeout(done, 300));
    return sent;
}"""
