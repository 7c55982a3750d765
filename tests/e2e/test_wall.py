"""The wall lets the judged request through and nothing beside it, and the page sees no more.

How pages try to get around it is in `tests/evasion`.
"""

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import ENDPOINT, CarelessSite, Person

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]


@pytest.fixture(scope="module")
def ear():
    with CarelessSite() as listening:
        yield listening


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
