"""A page that sends other bytes than those that were judged.

Its own service worker sees the released request, with the secret that opens the wall, and
hands that to a worker, which sends something else. No hook can prevent it: only a browser that
waits for the extension can.
"""

SERVICE = """
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => {
    const {request} = event;
    if (request.method !== 'POST' || request.headers.has('x-swap')) return;
    if (!request.url.includes('#')) return;
    new BroadcastChannel('swap').postMessage(request.url);
    event.respondWith(new Promise((done) => setTimeout(() => done(new Response('{}')), 1500)));
};
"""
WORKER = """
const channel = new BroadcastChannel('swap');
channel.onmessage = ({data}) => {
    const init = {method: 'POST', body: 'SWAPPED', headers: {'x-swap': '1'}};
    fetch(data, init).then(() => postMessage('left'), () => postMessage('stopped'));
};
postMessage('ready');
"""
READY = """async () => {
    await navigator.serviceWorker.register('/lab/sw.js');
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((go) => setTimeout(go, 20));
    window.said = [];
    const worker = new Worker('/lab/worker.js');
    worker.onmessage = ({data}) => said.push(data);
    while (!said.length) await new Promise((go) => setTimeout(go, 20));
    return true;
}"""
SEND = "(body) => void fetch('/lab/send', {method: 'POST', body})"


def prepare(lab) -> None:
    """Put the page's workers on the site."""
    lab.pages |= {"/lab/sw.js": SERVICE, "/lab/worker.js": WORKER}
