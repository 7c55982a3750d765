"""Opening the first-run page: which browser has the extension, and how to open a page of it.

A Chromium browser opens an extension's page by its address on the command line. Firefox gives
every installation a random address, so there the extension opens the page itself.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from companion.browsers import BROWSERS, Browser, Family, Machine, Packaging, found, program
from companion.identity import CHROMIUM_EXTENSION_ID, CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID

PAGE: Final = f"{CHROMIUM_ORIGIN}welcome/welcome.html"
"""The first-run page in Chromium browsers."""

_PREFERENCES: Final = ("Secure Preferences", "Preferences")


class OpeningError(Exception):
    """The browser cannot be started; the message says which."""


def extension_folder() -> Path:
    """Return the extension: of the checkout, or the one inside the installed package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "extension"
    return checkout if checkout.is_dir() else package / "extension"


def has_extension(browser: Browser, machine: Machine) -> bool:
    """Whether a profile in the browser's usual place has the extension.

    Only the browser's list of extensions is looked at. A profile elsewhere is not known.
    """
    if browser.family is Family.FIREFOX:
        return any(_in_firefox(each) for each in _firefox_lists(browser, machine))
    profiles = browser.profiles(machine)
    places = (each for name in _PREFERENCES for each in profiles.glob(f"*/{name}"))
    return any(_in_chromium(place) for place in places)


def _in_chromium(preferences: Path) -> bool:
    entry = _read(preferences, "extensions", "settings", CHROMIUM_EXTENSION_ID)
    return isinstance(entry, dict) and "path" in entry and not entry.get("disable_reasons")


def _firefox_lists(browser: Browser, machine: Machine) -> Iterator[Path]:
    folders = (browser.profiles(machine), machine.config / browser.linux.lstrip("."))
    for folder in folders:
        for below in ("", "firefox", "Profiles"):
            yield from (folder / below).glob("*/extensions.json")


def _in_firefox(extensions: Path) -> bool:
    entries = _read(extensions, "addons")
    return isinstance(entries, list) and any(
        isinstance(each, dict) and each.get("id") == FIREFOX_EXTENSION_ID and each.get("active")
        for each in entries
    )


def _read(place: Path, *keys: str) -> Any:
    """Return a value inside a JSON file; None where there is none."""
    try:
        value = json.loads(place.read_bytes())
        for key in keys:
            value = value[key]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return value


def choose(machine: Machine, names: Iterable[str] | None = None) -> Browser | None:
    """Return the browser for the first-run page, or None where none has the extension.

    A browser that was named is taken at its word; one that can be told to open the page comes
    before one that cannot.
    """
    if names is not None:
        candidates = [BROWSERS[name] for name in names]
    else:
        candidates = [
            each
            for each in BROWSERS.values()
            if Packaging.NATIVE in found(each, machine) and has_extension(each, machine)
        ]
    return min(candidates, key=lambda each: each.family is Family.FIREFOX, default=None)


def command(browser: Browser, machine: Machine) -> list[str]:
    """Return what opens the first-run page; empty where the browser cannot be told to."""
    if browser.family is Family.FIREFOX:
        return []
    if machine.platform == "darwin":
        return ["/usr/bin/open", "-a", browser.application.removesuffix(".app"), PAGE]
    path = program(browser, machine)
    return [str(path), PAGE] if path else []


def start(words: list[str]) -> None:
    """Start a browser that lives on after this command.

    Raises:
        OpeningError: It cannot be started.
    """
    try:
        subprocess.Popen(  # noqa: S603 - a browser that was found, and our own address
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OpeningError(f"{words[0]} cannot be started: {error.strerror}") from error
