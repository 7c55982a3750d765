"""Lets pages try their tricks, many at once, and says what arrived."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Error as PageError

from companion.demo import browser
from companion.demo.stack import Ports, Stack
from companion.install import Installer
from tests.canary import Canary
from tests.evasion.site import ENDPOINT, FILES, CanarySite
from tests.evasion.tricks import RESIDUAL, TRICKS

TEXT = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer: {}."
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-popup-blocking",
)
TOGETHER = 24
"""How many tricks one page tries at once."""
SETTLE = 1.2
"""Seconds without anything new at the site until the tricks have ended."""
LEAST = 2.5
"""Seconds that even tricks of which nothing arrives are given."""
PATIENCE = 12.0
RUN = """async ({helpers, tricks}) => {
    const make = eval(helpers);
    for (const {code, ...task} of tricks) {
        Promise.resolve().then(() => eval(code)(make(task))).catch(() => {});
        await new Promise((done) => setTimeout(done, 0));
    }
}"""


class Judge(Stack):
    """The companion alone: it decides, and nobody is there to answer."""

    def start(self) -> None:
        self.configure()
        self.launch("daemon")
        self._poll("daemon", lambda: self.links().get("worker") == "ready")


@contextlib.contextmanager
def judge(home: Path) -> Iterator[Judge]:
    with Judge(home, ports=Ports.free()) as running:
        yield running


@contextlib.contextmanager
def chromium(
    playwright,
    profile: Path,
    *,
    stack: Stack | None = None,
    extensions: Iterable[Path] = (),
    flags: Iterable[str] = (),
) -> Iterator:
    """Start Chromium, with the companion of a stack if one is given."""
    profile.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "SOTTOVOCE_HOME": str(profile / "nobody")}
    if stack:
        Installer(paths=stack.paths, home=str(stack.home)).register(user_data_dir=profile)
        environment = dict(stack.environment)
    folders = ",".join(map(str, extensions))
    more = [f"--disable-extensions-except={folders}", f"--load-extension={folders}"]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=browser.find(),
        headless=True,
        args=[*FLAGS, *flags, *(more if folders else [])],
        env=environment,
    )
    try:
        yield context
    finally:
        context.close()


def order(site: CanarySite, tricks: Iterable[tuple[str, str]]) -> dict:
    """Return what `RUN` needs to try tricks, each with the word that must not arrive."""
    ready = [
        {
            "name": f"trick{number}",
            "code": code,
            "word": word,
            "text": TEXT.format(word),
            "path": ENDPOINT,
            "port": site.port,
            "other": site.second_port,
        }
        for number, (code, word) in enumerate(tricks)
    ]
    return {"helpers": (FILES / "helpers.js").read_text(), "tricks": ready}


class Attempt:
    """Many tricks in one browser, each with a word of its own."""

    def __init__(self, site: CanarySite, names: Iterable[str]) -> None:
        self.site = site
        self.words = {name: Canary.fresh() for name in names}

    def batches(self) -> list[list[str]]:
        calm = [name for name in self.words if not TRICKS[name].alone]
        wild = [[name] for name in self.words if TRICKS[name].alone]
        return [calm[at : at + TOGETHER] for at in range(0, len(calm), TOGETHER)] + wild

    def order(self, names: Iterable[str]) -> dict:
        return order(self.site, [(TRICKS[name].code, self.words[name].word) for name in names])

    def page(self, context):
        page = context.new_page()
        page.goto(self.site.url)
        return page

    def go(self, page, names: Iterable[str]) -> None:
        """Try tricks in a page. One that leads elsewhere may end the page before it reports."""
        try:
            page.evaluate(RUN, self.order(names))
        except PageError as error:
            leads_away = all(TRICKS[name].alone for name in names)
            if not (leads_away and "context was destroyed" in error.message):
                raise

    def settle(self, page) -> None:
        """Wait until nothing new comes to the site."""
        start = time.monotonic()
        before, since = -1, start
        while time.monotonic() < min(start + PATIENCE, max(since + SETTLE, start + LEAST)):
            now = len(self.site.arrivals)
            if now != before:
                before, since = now, time.monotonic()
            page.wait_for_timeout(50)

    def came(self) -> set[str]:
        """Return the tricks whose word came to where it was sent."""
        return {
            name
            for name, (endpoint, other) in self.arrived().items()
            if endpoint or (other and name in RESIDUAL)
        }

    def arrived(self) -> dict[str, tuple[bool, bool]]:
        """Return by trick whether its word came to the endpoint, and whether elsewhere."""
        return {name: self.site.seen(word) for name, word in self.words.items()}
