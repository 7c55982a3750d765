"""What the hook costs and leaves as it is: requests that carry no prompt, answers asked again."""

import json
import statistics

import pytest

from companion.demo import browser as demo_browser
from tests.e2e.browser import Person, launched

SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
MOST_ADDED_MS = 0.05
MOST_COMPARED_MS = 5
"""On a busy machine; one that does nothing else takes about one."""

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

POST = """([path, body]) => fetch(path, {method: 'POST', body: JSON.stringify(body)})
    .then((response) => response.status)"""
COST = """async () => {
    const [rounds, batch] = [31, 200];  // the clock of a page ticks ten times a millisecond
    const measure = (what) => {
        const found = [];
        for (let i = 0; i < rounds; i++) {
            const from = performance.now();
            for (let j = 0; j < batch; j++) what();
            found.push((performance.now() - from) / batch);
        }
        return found.sort((a, b) => a - b).at(rounds / 2);
    };
    const nothing = () => {};
    const stop = AbortSignal.abort();
    const calls = {
        fetch: () => fetch('/lab/elsewhere', {method: 'POST', body: 'x', signal: stop})
            .catch(nothing),
        xhr: () => new XMLHttpRequest().open('POST', '/lab/elsewhere'),
        send: () => { try { socket.send('x'); } catch { /* it is closed */ } },
        state: () => socket.readyState,
    };
    window.socket = new WebSocket(`ws://${location.host}/lab/other`);
    await new Promise((done) => { socket.onopen = done; });
    for (const call of Object.values(calls)) for (let i = 0; i < 300; i++) call();
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, measure(call)]));
}"""


@pytest.fixture
def person(visitor):
    return visitor


def test_an_answer_is_asked_for_again_without_any_text(person, lab):
    again = {"action": "variant", "parent": "0b2ea0a4-6b31-4d63-9a0f-1b7a4f4d3a55"}
    assert person.page.evaluate(POST, ["/lab/send", again]) == 200
    assert lab.bodies("/lab/send") == [json.dumps(again, separators=(",", ":")).encode()]


def test_it_is_not_where_the_chat_holds_private_text(person, lab):
    assert person.page.evaluate(POST, ["/lab/send", {"text": SENSITIVE}]) == 400
    person.says("Answered privately")
    assert person.page.evaluate(POST, ["/lab/send", {"parent": "a-1"}]) == 400
    assert lab.posts == []


def test_another_hint_in_such_a_request_is_judged(person, lab):
    assert person.page.evaluate(POST, ["/lab/send", {"parent": "a", "hint": SENSITIVE}]) == 400
    assert lab.posts == []


def test_requests_that_carry_no_prompt_hardly_notice_the_hook(
    playwright, stack, person, lab, tmp_path
):
    hooked = [person.page.evaluate(COST) for _ in range(3)]
    with launched(playwright, stack, tmp_path, extension=False) as plain:
        bare = Person(plain, lab)
        native = [bare.page.evaluate(COST) for _ in range(3)]
    for name in hooked[0]:
        added = statistics.median(one[name] for one in hooked)
        added -= statistics.median(one[name] for one in native)
        print(f"{name}: {added * 1000:.1f} µs more")
        assert added < MOST_ADDED_MS, name


ROUND = """async () => {
    const found = [];
    for (let i = 0; i < 60; i++) {
        const from = performance.now();
        await fetch('/lab/elsewhere', {method: 'POST', body: '{"clicks": 12, "page": "lab"}'});
        found.push(performance.now() - from);
    }
    return found.sort((a, b) => a - b).at(30);
}"""


def test_while_the_person_types_other_requests_wait_for_a_moment_at_most(person, lab):
    before = person.page.evaluate(ROUND)
    person.page.locator("#prompt").click()
    person.page.keyboard.type("Nothing of this is in those requests")
    after = person.page.evaluate(ROUND)
    print(f"compared: {before:.1f} ms before, {after:.1f} ms after")
    assert after - before < MOST_COMPARED_MS
    assert lab.requests("/lab/elsewhere") == 120
