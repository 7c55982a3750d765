"""Text that a site takes away while it is typed: one draft at a time, and never a word of it."""

import json

import pytest

from companion.demo import browser as demo_browser
from companion.demo.proof import rows

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
SECRET = b"Keller"

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

DRAFTS = """(texts) => {
    window.ends = [];
    texts.forEach((text, index) => {
        const body = JSON.stringify({text});
        const ended = (status) => { ends[index] = status; };
        fetch('/lab/draft', {method: 'POST', body}).then((r) => ended(r.status), String);
    });
}"""
OPEN = """() => new Promise((done) => {
    window.socket = new WebSocket(`ws://${location.host}/lab/ws`);
    socket.onopen = socket.onclose = ({type}) => done(type);
})"""


@pytest.fixture
def person(visitor):
    return visitor


def drafts(person, *texts):
    """Send drafts one right after the other, and return how each ended."""
    person.page.evaluate(DRAFTS, texts)
    done = "(count) => Object.keys(ends).length === count && ends"
    return person.eventually(lambda: person.page.evaluate(done, len(texts)), "every draft ends")


def test_a_harmless_draft_is_stored_by_the_site_and_nobody_is_told(person, lab):
    assert drafts(person, HARMLESS) == [200]
    assert lab.bodies("/lab/draft") == [
        json.dumps({"text": HARMLESS}, separators=(",", ":")).encode()
    ]
    assert "Sent" not in person.panel()


def test_a_private_draft_is_not_and_nobody_is_told(person, lab, stack):
    assert drafts(person, SENSITIVE) == [400]
    assert lab.posts == []
    said = person.panel()
    assert "Kept" not in said
    assert "privately" not in said
    ended = [row for row in rows(stack) if row.get("event") == "held"]
    assert ended[-1]["outcome"] == "draft"


def test_of_many_drafts_only_the_first_and_the_newest_are_asked_about(person, lab):
    texts = [f"The sky is blue because of {'scattering '[:n]}" for n in range(2, 12)]
    assert drafts(person, *texts) == [200, *[400] * 8, 200]
    assert len(lab.bodies("/lab/draft")) == 2


def test_a_draft_leaves_what_the_person_sent_alone(person, lab):
    code = """(text) => {
        window.sentStatus = 0;
        const body = JSON.stringify({text});
        fetch('/lab/send', {method: 'POST', body}).then((r) => { window.sentStatus = r.status; });
    }"""
    person.page.evaluate(code, SENSITIVE)
    assert drafts(person, HARMLESS + " It is a draft.")[0] in {200, 400}
    person.says("Answered privately")
    assert person.page.evaluate("sentStatus") == 400
    assert SECRET not in lab.received


def test_drafts_over_a_socket_wait_and_overtake_each_other(person, lab):
    assert person.page.evaluate(OPEN) == "open"
    frames = [
        json.dumps({"event": "typing", "text": f"The sky is {'blue' * n}"}) for n in range(1, 6)
    ]
    send = "(frames) => frames.forEach((frame) => socket.send(frame))"
    person.page.evaluate(send, [*frames, '{"event":"ping"}'])
    person.eventually(lambda: len(lab.frames) == 3, "the ping, the first and the newest")
    assert lab.frames == ['{"event":"ping"}', frames[0], frames[-1]]
    person.page.evaluate(send, [json.dumps({"event": "typing", "text": SENSITIVE})])
    person.page.wait_for_timeout(2000)
    assert SECRET not in lab.received
    assert "privately" not in person.panel()
