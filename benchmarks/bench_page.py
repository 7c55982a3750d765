"""What the extension costs a page: its load, its memory and its layout.

The same page in a Chromium without the extension is measured in the same run, load by load
in turn. Memory is the JavaScript heap of the tab after a collection, all worlds of the page
together; layout is what the browser itself reports as shifted while a message is held and
answered in the panel.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.samples import harmless, quantiles
from companion.demo import browser
from companion.demo.stack import Ports, Stack
from companion.install import Installer

LOADS = 60
WARM_UP = 5
HEAPS = 5
SENDS = 3
PATIENCE_MS = 60_000
PRIVATE = "Is my patient Maria Keller, who has HIV, in danger?"

_LOADED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return page.domContentLoadedEventEnd ? page.domContentLoadedEventEnd - page.responseEnd : null;
}"""
_SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""


def run() -> dict[str, Any]:
    """Return what loading, memory and layout are with and without the extension."""
    program = browser.find()
    if program is None:
        return {"skipped": "no Chromium was found"}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Stack(home / "home", ports=Ports.free()) as stack:
            installer = Installer(paths=stack.paths, home=str(stack.home))
            installer.register(user_data_dir=home / "with")
            with sync_playwright() as playwright:
                contexts = [
                    browser.launch(playwright, stack, program, home / name, extension=extension)
                    for name, extension in (("with", True), ("without", False))
                ]
                pages = [context.new_page() for context in contexts]
                for page in pages:
                    page.add_init_script(_SHIFTS)
                figures = {
                    "load": _loads(stack, pages),
                    "heap": _heaps(stack, pages),
                    "layout shift while answered privately": _shift(stack, pages[0]),
                }
                for context in contexts:
                    context.close()
    return figures


def _loads(stack: Stack, pages: list[Page]) -> dict[str, Any]:
    """Time from the page's last byte to the end of DOMContentLoaded, in milliseconds."""
    samples: list[list[float]] = [[], []]
    for number in range(LOADS + WARM_UP):
        for page, found in zip(pages, samples, strict=True):
            page.goto(stack.chat_url)
            took = page.wait_for_function(_LOADED, timeout=PATIENCE_MS).json_value()
            if number >= WARM_UP:
                found.append(took)
    there, bare = map(quantiles, samples)
    added = round(there["p50_ms"] - bare["p50_ms"], 3)
    return {"with_extension": there, "without": bare, "added_p50_ms": added}


def _heaps(stack: Stack, pages: list[Page]) -> dict[str, float]:
    """Mebibytes of JavaScript heap after a message was held and answered."""
    names = ("with_extension_mb", "without_mb")
    found = {name: _heap(stack, page) for name, page in zip(names, pages, strict=True)}
    return found | {"added_mb": round(found[names[0]] - found[names[1]], 3)}


def _heap(stack: Stack, page: Page) -> float:
    heaps = []
    for text in harmless(200, HEAPS):
        page.goto(stack.chat_url)
        _send(page, text)
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        heaps.append(float(session.send("Runtime.getHeapUsage")["usedSize"]) / 2**20)
        session.detach()
    return round(statistics.median(heaps), 3)


def _shift(stack: Stack, page: Page) -> float:
    """The browser's layout-shift score while messages are answered privately.

    The page is not told of such a message, so whatever moves is the extension's doing.
    """
    total = 0.0
    for _ in range(SENDS):
        page.goto(stack.chat_url)
        page.locator("#prompt").fill(PRIVATE)
        page.evaluate("window.shifted = 0")
        page.locator("#prompt").press("Enter")
        _answered(page)
        total += float(page.evaluate("window.shifted"))
    return round(total, 4)


def _answered(page: Page) -> None:
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not browser.panel_answer(page):
        if time.monotonic() > deadline:
            raise TimeoutError("no private answer came")
        page.wait_for_timeout(50)


def _send(page: Page, text: str) -> None:
    page.locator("#prompt").fill(text)
    page.locator("#prompt").press("Enter")
    page.locator(browser.ANSWER).first.wait_for(timeout=PATIENCE_MS)


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
