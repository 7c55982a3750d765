"""The site files on this computer: those that ship, and a signed update of them.

An update lies as `sites.json` in the person's configuration folder or in the system's, where
an organisation puts it. Only one that is newer than what ships and than all that was accepted
here before is handed to the extension: whoever can write the file cannot bring back an old
weakness.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from companion import files, messages, sitebundle, siteupdates
from companion.paths import Paths
from companion.sitefiles import Bundle
from companion.siteupdates import Update, UpdateError

FILE: Final = "sites.json"
INDEX: Final = "index.json"


class _Accepted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The newest update that was accepted here, and which one of that version it was."""

    version: Annotated[int, msgspec.Meta(ge=0)] = 0
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What lies at one place.

    Attributes:
        path: Where it lies.
        update: The update, if it may be used.
        error: Why it may not be used, for people; empty otherwise.
    """

    path: Path
    update: Update | None = None
    error: str = ""


def load(folder: Path) -> Bundle:
    """Read a folder of site files, in the order that its index gives.

    Raises:
        SiteFileError: A file is missing, superfluous or wrong.
    """
    try:
        index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        names, version = list(index["sites"]), index["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise sitebundle.SiteFileError(f"{folder / INDEX}: cannot be read") from error
    there = {path.name for path in folder.glob("*.json")} - {INDEX}
    if there != {f"{name}.json" for name in names}:
        raise sitebundle.SiteFileError(f"{folder / INDEX}: lists other files than there are")
    sites = []
    for name in names:
        try:
            site = sitebundle.parse_site((folder / f"{name}.json").read_bytes())
        except sitebundle.SiteFileError as error:
            raise sitebundle.SiteFileError(f"{name}.json: {error}") from error
        if site.name != name:
            raise sitebundle.SiteFileError(f"{name}.json: describes another site")
        sites.append(site)
    sitebundle.check_all(sites)
    return Bundle(version=version, sites=tuple(sites))


def shipped_folder() -> Path:
    """Return the site files that ship: of the checkout, or those inside the wheel."""
    package = Path(__file__).parent
    checkout = package.parent / "extension"
    return (checkout if checkout.is_dir() else package / "extension") / "sites"


def system_folder(platform: str = sys.platform, environ: dict[str, str] | None = None) -> Path:
    """Return the folder in which an organisation keeps what is for all users."""
    environ = dict(os.environ) if environ is None else environ
    if platform == "win32":
        return Path(environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Sottovoce"
    if platform == "darwin":
        return Path("/Library/Application Support/Sottovoce")
    return Path("/etc/sottovoce")


class SiteSource:
    """The updates that lie on this computer, read again whenever one has changed."""

    def __init__(
        self, paths: Paths, keys: Callable[[], Collection[str]], *, system: Path | None = None
    ) -> None:
        self._places = (paths.config / FILE, (system or system_folder()) / FILE)
        self._memory = paths.state / "sites-accepted.json"
        self._keys = keys
        self._shipped = load(shipped_folder())
        self._look: tuple[Any, ...] = ()
        self._found: tuple[Found, ...] = ()

    @property
    def shipped(self) -> Bundle:
        """The site files that ship."""
        return self._shipped

    def found(self) -> tuple[Found, ...]:
        """Return what lies at each place, the person's own first; places may be empty."""
        self.changed()
        return self._found

    def changed(self) -> bool:
        """Look again, and say whether anything is other than at the last look."""
        look = (tuple(self._keys()), *map(_state, self._places))
        if look == self._look:
            return False
        self._look = look
        self._found = tuple(self._read())
        return True

    def newest(self) -> Update | None:
        """Return the newest update that may be used."""
        usable = [found.update for found in self.found() if found.update]
        return max(usable, key=lambda update: update.bundle.version, default=None)

    def __call__(self, version: int) -> messages.SiteFiles | None:
        """Return site files that are newer than `version`, or None.

        They are remembered first: what cannot be remembered could be rolled back later.
        """
        update = self.newest()
        if update is None or update.bundle.version <= version:
            return None
        try:
            self._remember(update)
        except (OSError, UpdateError):
            return None
        return messages.SiteFiles(bundle=update.text, signature=update.signature, key=update.key)

    def accept(self, raw: bytes) -> Update:
        """Verify an update that is about to be installed.

        Raises:
            UpdateError: It may not be used.
        """
        update = siteupdates.read(raw, self._trusted())
        self._refuse_old(update)
        return update

    def install(self, raw: bytes) -> Update:
        """Verify an update and put it into the person's configuration folder.

        Raises:
            UpdateError: It may not be used.
            OSError: The file cannot be written.
        """
        update = self.accept(raw)
        files.replace(self._places[0], raw)
        return update

    def _trusted(self) -> tuple[str, ...]:
        return (*siteupdates.PROJECT_KEYS, *self._keys())

    def _read(self) -> Iterator[Found]:
        for path in self._places:
            try:
                with path.open("rb") as file:
                    raw = file.read(siteupdates.LARGEST_FILE + 1)
                yield Found(path=path, update=self.accept(raw))
            except FileNotFoundError:
                continue
            except OSError as error:
                yield Found(path=path, error=error.strerror or "it cannot be read")
            except UpdateError as error:
                yield Found(path=path, error=str(error))

    def _refuse_old(self, update: Update) -> None:
        version = update.bundle.version
        if version <= self._shipped.version:
            raise UpdateError(
                f"version {version} is not newer than version {self._shipped.version}, which ships"
            )
        last = self._accepted()
        if version < last.version:
            raise UpdateError(
                f"version {version} is older than version {last.version}, which was accepted before"
            )
        if version == last.version and _digest(update) != last.digest:
            raise UpdateError(f"another update with version {version} was accepted before")

    def _accepted(self) -> _Accepted:
        """Return what was accepted last.

        Raises:
            UpdateError: It cannot be read; then nothing can be compared with it.
        """
        try:
            return msgspec.json.decode(self._memory.read_bytes(), type=_Accepted)
        except FileNotFoundError:
            return _Accepted()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UpdateError(f"{self._memory}: what was accepted before is unknown") from error

    def _remember(self, update: Update) -> None:
        accepted = _Accepted(version=update.bundle.version, digest=_digest(update))
        if accepted != self._accepted():
            files.replace(self._memory, msgspec.json.encode(accepted))


def _digest(update: Update) -> str:
    return hashlib.sha256(update.text.encode()).hexdigest()


def _state(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does."""
    try:
        found = path.stat()
    except OSError as error:
        return (error.errno or 0,)
    return found.st_ino, found.st_mtime_ns, found.st_size
