"""The whole hold in a real Chromium: from the key press to the request that leaves.

Both ends are the browser's own: the trusted key event's time stamp, and the moment at which
the debugger reports that the request will be sent. The same page in a browser without the
extension is measured in the same run, prompt by prompt in turn. Harmless prompts under the
shipped policy are what people wait for; the others are read to their end whatever they hold.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.samples import harmless, prompts, quantiles
from companion.demo import browser
from companion.demo.stack import Ports, Stack
from companion.detectors import kinds
from companion.install import Installer

ROUNDS = {200: 20, 2_000: 12}
EVERYDAY = 200
"""Characters of a harmless prompt under the shipped policy: what people mostly send."""
EVERYDAY_ROUNDS = 100
WARM_UP = 3
ENDPOINT = "/demo/v1/chat/completions"
PATIENCE_MS = 20_000
PAUSE_MS = 800
"""Between the text and the key: nobody writes 200 characters and sends them in one moment."""

_LISTEN = """addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.isTrusted) {
    window.pressed = performance.timeOrigin + event.timeStamp;
  }
}, true)"""


def run() -> dict[str, Any]:
    """Return the hold by length, with and without the extension."""
    program = browser.find()
    if program is None:
        return {"skipped": "no Chromium was found"}
    everyday = {f"harmless, {EVERYDAY}": harmless(EVERYDAY, EVERYDAY_ROUNDS + WARM_UP)}
    whole = {str(length): prompts(length, rounds + WARM_UP) for length, rounds in ROUNDS.items()}
    return _figures(program, everyday) | _figures(program, whole, policy=_lenient())


def _figures(program: str, texts: dict[str, list[str]], policy: str = "") -> dict[str, Any]:
    """Measure sets of prompts under one policy; the shipped one if none is named."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Stack(home / "home", ports=Ports.free(), policy=policy) as stack:
            installer = Installer(paths=stack.paths, home=str(stack.home))
            installer.register(user_data_dir=home / "with")
            with sync_playwright() as playwright, _standing_still(stack):
                contexts = [
                    browser.launch(playwright, stack, program, home / name, extension=extension)
                    for name, extension in (("with", True), ("without", False))
                ]
                pages = [context.new_page() for context in contexts]
                for page in pages:
                    page.add_init_script(_LISTEN)
                figures = {name: _measure(stack, pages, each) for name, each in texts.items()}
                for context in contexts:
                    context.close()
    return figures


def _lenient() -> str:
    """Return a policy under which every prompt is judged in full and then released."""
    weights = "".join(f"{kind.name} = 0.0\n" for kind in kinds.ALL)
    return f'name = "Judge and release"\nthreshold = 1.0\n[weights]\n{weights}'


@contextlib.contextmanager
def _standing_still(stack: Stack) -> Iterator[None]:
    """Keep the site's model from computing: a site's model is not on its reader's machine."""
    parent = stack.processes["public"].pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    for child in children:
        os.kill(int(child), signal.SIGSTOP)
    try:
        yield
    finally:
        for child in children:
            os.kill(int(child), signal.SIGCONT)


def _measure(stack: Stack, pages: list[Page], texts: list[str]) -> dict[str, Any]:
    """Send the same prompts with and without the extension, in turn."""
    samples: list[list[float]] = [[], []]
    for number, text in enumerate(texts):
        for page, found in zip(pages, samples, strict=True):
            hold = _hold(stack, page, text)
            if number >= WARM_UP:
                found.append(hold)
    held, bare = map(quantiles, samples)
    added = round(held["p50_ms"] - bare["p50_ms"], 3)
    return {"with_extension": held, "without": bare, "added_p50_ms": added}


def _hold(stack: Stack, page: Page, text: str) -> float:
    """Return the milliseconds from the key press to the request."""
    page.goto(stack.chat_url)
    session = page.context.new_cdp_session(page)
    left: list[float] = []

    def sent(event: dict[str, Any]) -> None:
        if ENDPOINT in event["request"]["url"]:
            left.append(event["wallTime"] * 1000)

    session.on("Network.requestWillBeSent", sent)
    session.send("Network.enable")
    page.locator("#prompt").fill(text)
    page.wait_for_timeout(PAUSE_MS)
    page.locator("#prompt").press("Enter")
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not left:
        if time.monotonic() > deadline:
            raise TimeoutError("the request did not leave")
        page.wait_for_timeout(5)
    session.detach()
    pressed: float = page.evaluate("window.pressed")
    return left[0] - pressed


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
