"""The scene of the drills: the whole system, alone on its wire where that is possible."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.canary import Canary, search
from tests.live import LiveStack, Namespace, Port
from tests.wire import Capture

SENSITIVE = (
    "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer. "
    "She is treated in the {} clinic. Write her a long letter with every detail."
)
HARMLESS = "Explain in one sentence why the sky is blue and never {}."
ROOT = not os.geteuid() and all(map(shutil.which, ("ip", "tcpdump")))


@dataclass
class Scene:
    """The running system and what is sought in what it does."""

    stack: LiveStack
    secret: Canary
    open: Canary
    began: float

    @property
    def sensitive(self) -> str:
        """A prompt that must never turn public."""
        return SENSITIVE.format(self.secret.word)

    @property
    def harmless(self) -> str:
        """A prompt that is released: the positive control."""
        return HARMLESS.format(self.open.word)

    def answered(self) -> bool:
        """Ask once more, as the person does who presses the button again."""
        with Port(self.stack) as port:
            outcome = port.ask(self.sensitive)
        assert outcome.end != "release"
        return outcome.end == "done"


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """The whole system for all drills, which leave it as they found it."""
    with contextlib.ExitStack() as opened:
        namespace = opened.enter_context(Namespace()) if ROOT else None
        home = tmp_path_factory.mktemp("drills")
        stack = LiveStack(home, namespace=namespace, settings="deadline_ms = 30000")
        scene = Scene(stack, Canary.fresh(), Canary.fresh(), time.time())
        if namespace is None:
            opened.enter_context(stack)
            yield scene
            return
        pcap = tmp_path_factory.mktemp("wire") / "capture.pcap"
        with namespace.inside():
            capture = opened.enter_context(Capture(pcap))
        opened.enter_context(stack)
        stack.page_sends(scene.harmless)
        yield scene
        with namespace.inside():
            capture.settle()
        _check_the_wire(scene, capture)


def _check_the_wire(scene: Scene, capture: Capture) -> None:
    """The whole capture of all drills: released text is on it, sensitive text is not."""
    payloads = capture.payloads()
    assert not {s for name, data in payloads.items() for s in search(data, scene.secret, name)}
    assert any(search(data, scene.open, name) for name, data in payloads.items())
