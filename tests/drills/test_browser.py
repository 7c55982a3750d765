"""The same drills with a person at a real Chromium: what is seen, and where the text is.

Each stage has a tab of its own with a prompt held there. Then the part is taken away. The
person has to see what happened, the text has to be in the box still, the site must not have
got a byte of it, and the button that the panel offers has to bring the answer.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil
import pytest

from companion.demo import browser as demo_browser
from tests.canary import Canary, search, search_folders
from tests.drills import parts
from tests.drills.conftest import HARMLESS, SENSITIVE
from tests.drills.parts import ANSWERING, JUDGED, QUEUED, RELEASED, STAGES, WAITING, Undo
from tests.e2e.browser import Ear, Person, launched, stop_worker
from tests.live import LiveStack, unread

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

PAUSED = "sending is paused. Your message is kept in your text box."
BROKE_OFF = "The private answer broke off. Your message went to nobody else."
KEPT = "Kept in your text box: "
ANSWERED = "Answered privately by "


@dataclass
class Scene:
    """The running system with a browser, and what is sought in what it does."""

    stack: LiveStack
    context: object
    ear: Ear
    secret: Canary
    open: Canary

    @property
    def sensitive(self) -> str:
        return SENSITIVE.format(self.secret.word)

    @property
    def harmless(self) -> str:
        return HARMLESS.format(self.open.word)


@dataclass(frozen=True)
class BrowserPart:
    """A part, and what the panel says by stage once it is gone."""

    name: str
    take: Callable[[Scene], Undo]
    before: str
    answering: str

    def says(self, stage: str) -> str:
        """Return the words that the panel of a stage has to show."""
        return {
            ANSWERING: self.answering,
            WAITING: self.answering if self.before == PAUSED else self.before,
        }.get(stage, self.before)


def kill_host(scene: Scene) -> Undo:
    """Kill the host that the browser has started."""
    found = [each for each in psutil.process_iter() if _is_host(each, str(scene.stack.home))]
    assert found
    for process in found:
        process.kill()
    return parts.nothing


def _is_host(process: psutil.Process, home: str) -> bool:
    with contextlib.suppress(psutil.Error):
        line = process.cmdline()
        return home in " ".join(line) and any(word.endswith("host.py") for word in line)
    return False


def kill_extension_worker(scene: Scene) -> Undo:
    """Stop the extension's worker, as the browser does when it wants its memory."""
    stop_worker(scene.context)
    return parts.nothing


def of_stack(take: Callable[..., Undo]) -> Callable[[Scene], Undo]:
    """Make a part of the other drills one of these."""
    return lambda scene: take(scene.stack, None)


PARTS = (
    BrowserPart("host shim", kill_host, PAUSED, BROKE_OFF),
    BrowserPart("extension worker", kill_extension_worker, PAUSED, BROKE_OFF),
    BrowserPart("daemon", of_stack(parts.kill_daemon), PAUSED, BROKE_OFF),
    BrowserPart("worker", of_stack(parts.kill_worker), ANSWERED, ANSWERED),
    BrowserPart("secured variant and gateway", of_stack(parts.kill_secured), KEPT, BROKE_OFF),
    BrowserPart("tunnel socket", of_stack(parts.shut_tunnel_socket), ANSWERED, ANSWERED),
    BrowserPart("far end of the tunnel", of_stack(parts.freeze_gateway), KEPT, BROKE_OFF),
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> Iterator[Scene]:
    """The system with a browser; the tests leave both as they found them."""
    from playwright.sync_api import sync_playwright

    home = tmp_path_factory.mktemp("browser")
    stack = LiveStack(home, settings="deadline_ms = 30000", answer_tokens=96)
    with contextlib.ExitStack() as opened:
        playwright = opened.enter_context(sync_playwright())
        opened.enter_context(stack)
        ear = opened.enter_context(Ear(stack.ports.public))
        context = opened.enter_context(launched(playwright, stack, home / "chromium"))
        yield Scene(stack, context, ear, Canary.fresh(), Canary.fresh())


@pytest.fixture
def tabs(scene) -> Iterator[dict[str, Person]]:
    """One tab with the chat page for each stage."""
    people = {stage: Person(scene.context, scene.ear) for stage in STAGES}
    yield people
    for person in people.values():
        person.page.close()


@contextlib.contextmanager
def at_every_stage(scene: Scene, tabs: dict[str, Person]) -> Iterator[None]:
    """Bring the prompt of each tab to its stage and hold it there."""
    tabs[RELEASED].send(scene.harmless)
    tabs[RELEASED].says("Sent to Example Chat")
    tabs[ANSWERING].send(scene.sensitive)
    tabs[ANSWERING].says("Answering privately.")
    engines = parts.engines(scene.stack)
    with parts.frozen(engines):
        tabs[ANSWERING].eventually(lambda: has_begun(tabs[ANSWERING], engines), "it begins")
        tabs[WAITING].send(scene.sensitive)
        tabs[WAITING].says("Answering privately.")
        worker = scene.stack.worker
        with parts.frozen([worker]):
            tabs[JUDGED].send(scene.sensitive)
            tabs[JUDGED].says("Checking")
            tabs[JUDGED].eventually(lambda: unread(worker.pid), "the worker has the prompt")
            tabs[QUEUED].send(scene.sensitive)
            tabs[QUEUED].says("Checking")
            assert "Answering privately." in tabs[ANSWERING].panel()
            yield


def has_begun(person: Person, engines: list[psutil.Process]) -> bool:
    """Let the engine go on for a moment, and say whether a part of the answer is shown."""
    for engine in engines:
        engine.resume()
    person.page.wait_for_timeout(50)
    for engine in engines:
        engine.suspend()
    person.page.wait_for_timeout(100)
    lines = person.panel().splitlines()
    return "Answering privately." in lines[0] and len("".join(lines[2:-2])) > 10 if lines else False


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_person_sees_what_happened_and_keeps_the_text(scene, tabs, part):  # row 26
    with at_every_stage(scene, tabs):
        undo = part.take(scene)
    for stage in (QUEUED, JUDGED, WAITING, ANSWERING):
        said = part.says(stage)
        tabs[stage].says(said)
        kept = "" if said == ANSWERED else scene.sensitive  # what was answered has left the box
        tabs[stage].eventually(
            lambda stage=stage, kept=kept: tabs[stage].box == kept, f"the box holds {kept!r}"
        )
    tabs[JUDGED].screenshot(f"drill-{part.name.replace(' ', '-')}")
    assert not search(scene.ear.received, scene.secret)
    assert search(scene.ear.received, scene.open)
    answer = tabs[RELEASED].page.locator(".turn.assistant")
    tabs[RELEASED].eventually(lambda: answer.inner_text().strip(), "the site answers")
    undo()
    retry(tabs[JUDGED])
    tabs[JUDGED].eventually(lambda: tabs[JUDGED].box == "", "what was answered has left the box")
    if "daemon" not in scene.stack.processes:
        parts.replace_daemon(scene.stack)
    assert not search(scene.ear.received, scene.secret)


def retry(person: Person) -> None:
    """Press the panel's button until the private answer is there."""
    deadline = time.monotonic() + 90
    while ANSWERED not in (said := person.panel()):
        assert time.monotonic() < deadline, said
        if "Retry" in said.splitlines():
            person.press_button("Retry")
        person.page.wait_for_timeout(500)


def test_nothing_of_it_is_in_any_file_of_the_companion_or_the_site(scene):
    """The browser's own memory of open tabs is not ours; see the reference of the drills."""
    places = [path for path in scene.stack.home.iterdir() if path.name != "chromium"]
    assert not search_folders(places, scene.secret)
    assert search_folders([scene.stack.queue.parent], scene.open)


def test_the_extension_stores_no_text_in_the_profile(scene):
    scene.context.close()
    found = search_folders([scene.stack.home / "chromium"], scene.secret)
    kept = {sighting.place for sighting in found if "/Default/Sessions/" not in sighting.place}
    assert kept == set()
