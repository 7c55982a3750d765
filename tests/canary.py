"""A word that nobody else writes, and the search for it in whatever a machine keeps or sends.

The word is looked for as it is and in every form that a program is likely to give it:
other encodings of its characters, base64 at each alignment, hexadecimal, escapes of URLs
and JSON, and inside gzip, zlib, raw deflate and zip data, which are inflated on the way.
"""

from __future__ import annotations

import base64
import os
import random
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

INFLATED_LIMIT = 64 * 1024 * 1024
DEPTH = 3
"""How often what was inflated is searched for more to inflate."""
SMALL = 4096
"""Up to this many bytes, raw deflate data is sought at every offset."""

_ONSETS = tuple("bdfghklmnprstvz")
_VOWELS = tuple("aeiou")


@dataclass(frozen=True)
class Canary:
    """One word with its forms, by name."""

    word: str
    forms: dict[str, bytes] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", dict(_forms(self.word)))

    @classmethod
    def fresh(cls, source: random.Random | None = None) -> Canary:
        """Make up a word of about fourteen letters that can be spoken and means nothing."""
        source = source or random.SystemRandom()
        return cls("".join(source.choice(_ONSETS) + source.choice(_VOWELS) for _ in range(7)))


def _forms(word: str) -> Iterator[tuple[str, bytes]]:
    texts = {name: word.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be")}
    yield from texts.items()
    yield "utf-32-le", word.encode("utf-32-le")
    yield "url", "".join(f"%{byte:02X}" for byte in texts["utf-8"]).encode()
    yield "url-lower", "".join(f"%{byte:02x}" for byte in texts["utf-8"]).encode()
    yield "json-escape", "".join(f"\\u{ord(each):04x}" for each in word).encode()
    for name, text in texts.items():
        yield f"hex of {name}", text.hex().encode()
        yield f"HEX of {name}", text.hex().upper().encode()
        for shift in range(3):
            plain = _base64(text, shift)
            yield f"base64+{shift} of {name}", plain
            if (safe := plain.translate(bytes.maketrans(b"+/", b"-_"))) != plain:
                yield f"base64url+{shift} of {name}", safe


def _base64(text: bytes, shift: int) -> bytes:
    """Return the characters that `text` alone decides, `shift` bytes after a group's start."""
    whole = base64.b64encode(bytes(shift) + text)
    return whole[-(-shift * 8 // 6) : (shift + len(text)) * 8 // 6]


@dataclass(frozen=True, order=True)
class Sighting:
    """Where a canary was seen, and in which form."""

    place: str
    form: str


def search(data: bytes, canary: Canary, place: str = "") -> set[Sighting]:
    """Return every form of the canary in `data`, compressed parts included."""
    return {Sighting(place, form) for form in _search(data, canary, DEPTH)}


def _search(data: bytes, canary: Canary, depth: int) -> Iterator[str]:
    yield from _plain(data, canary)
    if depth:
        for kind, inflated in inflate_all(data):
            yield from (f"{kind}: {form}" for form in _search(inflated, canary, depth - 1))


def _plain(data: bytes, canary: Canary) -> Iterator[str]:
    yield from (name for name, form in canary.forms.items() if form in data)
    if canary.forms["utf-8"] in data.lower():
        yield "any case"
    if b"\n" in data:  # base64 and hexadecimal are often broken into lines
        joined = data.replace(b"\r", b"").replace(b"\n", b"")
        yield from (name for name, form in canary.forms.items() if form in joined)


_STARTS = re.compile(
    rb"(?P<gzip>\x1f\x8b\x08)|(?P<zip>PK\x03\x04)"
    rb"|(?P<zlib>[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda\x00-\xff])"
    rb"|(?P<body>\r\n\r\n)"
)
_WINDOW = {"gzip": 31, "zlib": 15, "zip": -15, "body": -15, "raw": -15}


def inflate_all(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what every gzip, zlib, zip or raw deflate stream in `data` inflates to.

    Raw deflate has no mark to be known by. It is tried where a body begins, and at every
    offset of data of up to `SMALL` bytes.
    """
    view = memoryview(data)
    for kind, start in _starts(data):
        inflated = _inflate(view[start:], _WINDOW[kind])
        if len(inflated) >= 8:
            yield kind, inflated


def _starts(data: bytes) -> Iterator[tuple[str, int]]:
    if len(data) <= SMALL:
        yield from (("raw", start) for start in range(len(data)))
    position = 0
    while match := _STARTS.search(data, position):
        kind, start = match.lastgroup or "", match.start()
        position = start + 1
        if kind == "body":
            start += 4
        elif kind == "zip":
            start += 30 + int.from_bytes(data[start + 26 : start + 28], "little")
            start += int.from_bytes(data[match.start() + 28 : match.start() + 30], "little")
        elif kind == "zlib" and int.from_bytes(data[start : start + 2], "big") % 31:
            continue
        yield kind, start


def _inflate(data: memoryview, window: int) -> bytes:
    """Inflate as far as it goes; a stream that is cut off or damaged gives its beginning."""
    inflater = zlib.decompressobj(window)
    pieces = []
    length = 0
    for start in range(0, len(data), SMALL):
        try:
            piece = inflater.decompress(data[start : start + SMALL], INFLATED_LIMIT)
        except zlib.error:
            break
        pieces.append(piece)
        length += len(piece)
        if inflater.eof or length > INFLATED_LIMIT or (start and not length):
            break
    return b"".join(pieces)


def search_file(path: Path, canary: Canary) -> set[Sighting]:
    """Search a file's bytes, and the cells of a SQLite database with its write-ahead log."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, PermissionError, OSError):
        return set()
    found = search(data, canary, str(path))
    if data.startswith(b"SQLite format 3\0"):
        for cell in _cells(path):
            found |= search(cell, canary, f"{path} (cell)")
    return found


def _cells(path: Path) -> Iterator[bytes]:
    """Yield all text and blobs of a database, read from a copy so that nothing is disturbed.

    A long value is spread over pages that need not follow each other, so the file's bytes
    alone do not tell.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        for suffix in ("", "-wal"):
            if (source := path.with_name(path.name + suffix)).exists():
                copyfile(source, copy.with_name(copy.name + suffix))
        database = sqlite3.connect(copy)
        try:
            names = "SELECT name FROM sqlite_master WHERE type = 'table'"
            for (name,) in database.execute(names).fetchall():
                for row in database.execute(f'SELECT * FROM "{name}"'):
                    yield from _as_bytes(row)
        finally:
            database.close()


def _as_bytes(row: Iterable[object]) -> Iterator[bytes]:
    for value in row:
        if isinstance(value, str):
            yield value.encode("utf-8", "surrogatepass")
        elif isinstance(value, bytes):
            yield value


def search_folders(
    folders: Iterable[Path], canary: Canary, *, since: float = 0.0, deep: bool = True
) -> set[Sighting]:
    """Search all regular files below folders, their names included.

    Args:
        folders: Where to look.
        canary: What to look for.
        since: Only files that changed at or after this time, seconds since the Unix epoch.
        deep: Whether to go into the folders of the folders.
    """
    found: set[Sighting] = set()
    for folder in folders:
        for path in _files(folder, deep=deep):
            if _changed(path, since):
                found |= search(str(path).encode("utf-8", "surrogateescape"), canary, "a name")
                found |= search_file(path, canary)
    return found


def _files(folder: Path, *, deep: bool) -> Iterator[Path]:
    for place, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if deep and not _OF_OTHER_TESTS.match(name)]
        yield from (Path(place, name) for name in names)


_OF_OTHER_TESTS = re.compile(r"pytest-of-|bash_jobs")
"""What other tests write into the machine's folder for temporary files."""


def search_machine(home: Path, canary: Canary, *, since: float) -> set[Sighting]:
    """Search everything that a process with its files in `home` may have written since a time."""
    user = Path.home()
    deep = [home, *map(Path, ("/tmp", "/var/tmp", "/dev/shm"))]
    deep += [user / name for name in (".cache", ".config", ".local")]
    found = search_folders(deep, canary, since=since)
    return found | search_folders([Path("/"), user], canary, since=since, deep=False)


def _changed(path: Path, since: float) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return path.is_file() and not path.is_symlink() and status.st_ctime >= since
