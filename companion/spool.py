"""Latency samples that wait for the placement service, in one bounded SQLite file.

Used by one thread. The file holds nothing that `companion.otlp.clean` would not send. It
is a cache: a file that SQLite cannot read is replaced by an empty one.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from companion.values import Sample

_MIGRATIONS: Final = (
    """
    CREATE TABLE sample (seq INTEGER PRIMARY KEY AUTOINCREMENT, trace BLOB NOT NULL,
                         body BLOB NOT NULL) STRICT;
    CREATE TABLE fact (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
    INSERT INTO fact VALUES ('dropped', 0), ('front_end', '');
    """,
)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One spooled sample: its place in the queue, its trace id and itself."""

    seq: int
    trace: bytes
    sample: Sample


class Spool:
    """A queue of samples on disk that never grows beyond `limit`; the oldest go first."""

    def __init__(self, path: Path, *, limit: int, front_end: str) -> None:
        """Open or create the file (0600).

        Args:
            path: The database file; its folder exists.
            limit: At most this many samples are kept.
            front_end: The identifier of this installation if the file has none yet.

        Raises:
            sqlite3.Error: The file can be neither used nor replaced.
            OSError: The folder cannot be written to.
        """
        self._limit = limit
        try:
            self._db = _open(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            self._db = _open(path)
        with self._transaction():
            self._db.execute(
                "UPDATE fact SET value = ? WHERE name = 'front_end' AND value = ''", (front_end,)
            )

    @property
    def front_end(self) -> str:
        """The random identifier of this installation."""
        return str(self._fact("front_end"))

    @property
    def dropped(self) -> int:
        """Samples lost since the file was made, because it was full or unusable."""
        return int(str(self._fact("dropped")))

    def append(self, rows: Sequence[tuple[bytes, Sample]], lost: int = 0) -> None:
        """Add samples, make room by dropping the oldest, and count what was dropped."""
        with self._transaction():
            self._db.executemany(
                "INSERT INTO sample (trace, body) VALUES (?, ?)",
                ((trace, msgspec.json.encode(sample)) for trace, sample in rows),
            )
            excess = max(0, len(self) - self._limit)
            if excess:
                self._db.execute(
                    "DELETE FROM sample WHERE seq IN (SELECT seq FROM sample ORDER BY seq LIMIT ?)",
                    (excess,),
                )
            self._db.execute(
                "UPDATE fact SET value = value + ? WHERE name = 'dropped'", (excess + lost,)
            )

    def oldest(self, count: int) -> tuple[Waiting, ...]:
        """Return the samples that wait longest; drop those that another version wrote."""
        rows = self._db.execute(
            "SELECT seq, trace, body FROM sample ORDER BY seq LIMIT ?", (count,)
        ).fetchall()
        read = [(seq, trace, _decoded(body)) for seq, trace, body in rows]
        unread = [seq for seq, _, sample in read if sample is None]
        if unread:
            self._forget(unread, lost=len(unread))
        return tuple(
            Waiting(seq=seq, trace=trace, sample=sample)
            for seq, trace, sample in read
            if sample is not None
        )

    def remove(self, batch: Sequence[Waiting], *, lost: int = 0) -> None:
        """Forget samples that the service has, or will never take (`lost` of them)."""
        self._forget([waiting.seq for waiting in batch], lost=lost)

    def _forget(self, places: Sequence[int], *, lost: int) -> None:
        with self._transaction():
            self._db.executemany("DELETE FROM sample WHERE seq = ?", ((seq,) for seq in places))
            self._db.execute("UPDATE fact SET value = value + ? WHERE name = 'dropped'", (lost,))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM sample").fetchone()[0])

    def _fact(self, name: str) -> object:
        return self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()[0]

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _decoded(body: bytes) -> Sample | None:
    try:
        return msgspec.json.decode(body, type=Sample)
    except msgspec.MsgspecError:
        return None


def _open(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600)
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA secure_delete = ON")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
            db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
        db.execute("SELECT 1 FROM sample, fact LIMIT 1").fetchone()
    except BaseException:
        db.close()
        raise
    return db
