"""What is chosen, pasted or dropped is judged before the page has it."""

from __future__ import annotations

import pytest

from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

PRIVATE = "Please summarise: patient Maria Keller, born 3 May 1961, has HIV and takes Biktarvy."
HARMLESS = "The river floods every spring, and the lower path is closed until May."
POLICY = 'name = "Judges what enters"\n[files]\npaste = "judge"\n'
CURIOUS = """() => {
    window.got = [];
    const input = document.createElement("input");
    input.type = "file";
    input.id = "file";
    input.multiple = true;
    document.body.append(input);
    input.addEventListener("change", async () => {
        for (const file of input.files) got.push(await file.text());
    });
    addEventListener("paste", (event) => {
        for (const file of event.clipboardData.files) got.push(file.name);
        got.push(event.clipboardData.getData("text/plain"));
    }, true);
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", async (event) => {
        event.preventDefault();
        const text = event.dataTransfer.getData("text/plain");
        if (text) got.push(text);
        for (const file of event.dataTransfer.files) got.push(await file.text());
    });
}"""


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    home = tmp_path_factory.mktemp("stack")
    with Stack(home, ports=Ports.free(), policy=POLICY) as running:
        yield running


@pytest.fixture
def curious(person):
    """A page that reads whatever enters it at once."""
    person.says("Sottovoce")
    person.page.evaluate(CURIOUS)
    return person


def choose(person, tmp_path, name: str, content: str | bytes):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with person.session() as session:
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        found = session.send("DOM.querySelector", {"nodeId": root, "selector": "#file"})
        files = {"files": [str(path)], "nodeId": found["nodeId"]}
        session.send("DOM.setFileInputFiles", files)


def got(person) -> list[str]:
    return person.page.evaluate("got")


def paste(person, text: str):
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.page.locator("#prompt").focus()
    person.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    person.page.keyboard.press("Control+V")


def drop(person, text: str):
    where = {"x": 300, "y": 300, "modifiers": 0}
    data = {"items": [{"mimeType": "text/plain", "data": text}], "dragOperationsMask": 1}
    with person.session() as session:
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, "data": data, **where})


def test_a_private_file_never_enters_the_page(curious, tmp_path):
    choose(curious, tmp_path, "notes.txt", PRIVATE)
    curious.says("Kept out of the page")
    assert got(curious) == []
    assert curious.page.evaluate("document.getElementById('file').files.length") == 0


def test_a_harmless_file_enters_as_it_is(curious, tmp_path):
    choose(curious, tmp_path, "notes.txt", HARMLESS)
    curious.eventually(lambda: got(curious) == [HARMLESS], "the page has the file")


def test_a_file_that_nobody_can_read_is_kept_out_and_named(curious, tmp_path):
    choose(curious, tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    curious.says("Nothing was sent")
    assert got(curious) == []


def test_private_text_that_is_pasted_never_enters_the_page(curious):
    paste(curious, PRIVATE)
    curious.says("Kept out of the page")
    assert got(curious) == []
    assert curious.box == ""


def test_harmless_text_that_is_pasted_arrives_where_it_belongs(curious):
    paste(curious, HARMLESS)
    curious.eventually(lambda: curious.box == HARMLESS, "the text is in the box")
    assert got(curious) == [HARMLESS]


def test_private_text_that_is_dropped_never_enters_the_page(curious):
    drop(curious, PRIVATE)
    curious.says("Kept out of the page")
    assert got(curious) == []


def test_harmless_text_that_is_dropped_enters(curious):
    drop(curious, HARMLESS)
    curious.eventually(lambda: got(curious) == [HARMLESS], "the page has the text")
