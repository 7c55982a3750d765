"""Drives a real Chromium with the real extension, from the keyboard, for the proof."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from companion.demo.proof import TRIALS, Result, Trial, row_pair, rows
from companion.demo.stack import Stack
from companion.install import Installer
from companion.values import Variant
from companion.welcome import extension_folder

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Playwright

PROGRAMS: Final = ("chromium", "chromium-browser")
"""Branded Chrome no longer loads an extension from the command line."""
PANEL: Final = "/panel/frame.html"
"""The panel's page inside the extension."""
ANSWER: Final = ".turn.assistant:not(.waiting):not(.writing) .text"
"""An answer in the demo chat that is complete."""
VIEW: Final = {"width": 1100, "height": 900}
PATIENCE: Final = 120.0
"""Seconds for one answer; the embedded model runs on the processor."""
_POLL_MS: Final = 50
_FLAGS: Final = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
)


class BrowserError(Exception):
    """The browser could not be started or did not show what it had to."""


def find() -> str | None:
    """Return a Chromium that can load the extension, or None; also where Playwright lacks."""
    try:
        import playwright.sync_api  # noqa: F401, PLC0415
    except ImportError:
        return None
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)


@contextmanager
def open_context(stack: Stack, program: str, profile: Path) -> Iterator[BrowserContext]:
    """Start Chromium with the extension, registered with this stack's companion.

    Raises:
        BrowserError: It did not start.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    Installer(paths=stack.paths, home=str(stack.home)).register(user_data_dir=profile)
    with sync_playwright() as playwright:
        context = launch(playwright, stack, program, profile)
        try:
            yield context
        finally:
            context.close()


def launch(
    playwright: Playwright,
    stack: Stack,
    program: str,
    profile: Path,
    *,
    extension: bool = True,
    more: Sequence[str] = (),
) -> BrowserContext:
    """Start one Chromium, with or without the extension, with `more` flags of the caller's.

    Raises:
        BrowserError: It did not start.
    """
    from playwright.sync_api import Error  # noqa: PLC0415

    flags = [*_FLAGS, *more]
    if extension:
        folder = str(extension_folder())
        flags += [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium's sandbox does not run as root
    try:
        return playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=program,
            headless=True,
            args=flags,
            env={**stack.environment},
            viewport=VIEW,  # type: ignore[arg-type]
        )
    except Error as error:
        raise BrowserError(error.message.splitlines()[0]) from error


def prove(stack: Stack, program: str) -> list[Result]:
    """Type the trials into the demo chat page, each into a fresh chat.

    Raises:
        BrowserError: The browser did not start, or an answer did not come.
    """
    from playwright.sync_api import Error  # noqa: PLC0415

    profile = stack.home / "browser"
    shutil.rmtree(profile, ignore_errors=True)
    try:
        with open_context(stack, program, profile) as context:
            page = context.pages[0] if context.pages else context.new_page()
            return [type_prompt(stack, page, trial) for trial in TRIALS]
    except Error as error:
        raise BrowserError(error.message.splitlines()[0]) from error


def type_prompt(stack: Stack, page: Page, trial: Trial) -> Result:
    """Type one prompt, press Enter, and wait until the person has the whole answer."""
    known = {row.get("request") for row in rows(stack)}
    page.goto(stack.chat_url)
    page.locator("#prompt").click()
    page.keyboard.type(trial.prompt)
    started = time.monotonic()
    page.keyboard.press("Enter")
    decided, ended = _wait_for_end(stack, page, known)
    read = page_answer if decided.get("variant") == Variant.PUBLIC else panel_answer
    answer = _settled(page, read)
    seconds = time.monotonic() - started
    return Result(trial=trial, decided=decided, ended=ended, answer=answer, seconds=seconds)


def _wait_for_end(
    stack: Stack, page: Page, known: set[Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        fresh = [row for row in rows(stack) if row.get("request") not in known]
        for request_id in dict.fromkeys(row.get("request", "") for row in fresh):
            decided, ended = row_pair(fresh, request_id)
            if ended:
                return decided, ended
        page.wait_for_timeout(_POLL_MS)
    raise BrowserError(f"no prompt came to an end within {PATIENCE:.0f} s")


def _settled(page: Page, read: Any) -> str:
    """Read an answer once it no longer grows."""
    deadline = time.monotonic() + PATIENCE
    before, quiet = "", 0
    while time.monotonic() < deadline and quiet < 10:
        page.wait_for_timeout(_POLL_MS)
        text = read(page)
        quiet = quiet + 1 if text and text == before else 0
        before = text
    return before


def page_answer(page: Page) -> str:
    """Return the last answer in the demo chat's own transcript."""
    answers = page.locator(ANSWER).all_inner_texts()
    return answers[-1].strip() if answers else ""


def panel_answer(page: Page) -> str:
    """Return the answer in the extension's panel.

    The panel is a frame of the extension's own, which no site can read. The debugger sees
    it, which is how a test looks at what a person sees.
    """
    frame = next((one for one in page.frames if PANEL in one.url), None)
    return "\n".join(frame.locator(".answer").all_inner_texts()).strip() if frame else ""
