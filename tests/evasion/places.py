"""Tricks with the address of the endpoint (see `tricks.py`)."""

from __future__ import annotations

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
