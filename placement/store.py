"""The telemetry store: one SQLite file in WAL mode, one writer, answers only after commit.

Nothing reaches this file but values that `placement.intake` has checked.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from placement.summary import Rows
from placement.values import Intake, LatencySpan, Refusal, Series, TelemetryKind

MAX_NAMES: Final = 256
"""Distinct environments and distinct models: more would be somebody's way to write text."""
MAX_FRONT_ENDS: Final = 100_000
MAX_ROWS: Final = 500_000
"""A page rests on at most this many of the newest spans."""

_LIMITS: Final = {
    "environment": MAX_NAMES,
    "model": MAX_NAMES,
    "front_end": MAX_FRONT_ENDS,
}
_COLUMNS: Final = np.dtype([(name, np.int64) for name in ("at_s", "series", "duration_us")])
_KINDS: Final = ", ".join(f"'{kind.value}'" for kind in TelemetryKind)
MIGRATIONS: Final = (
    f"""
    CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ({_KINDS})),
        unit TEXT NOT NULL,
        front_end TEXT NOT NULL,
        environment TEXT NOT NULL,
        variant TEXT NOT NULL,
        model TEXT NOT NULL,
        stage TEXT NOT NULL,
        outcome TEXT NOT NULL,
        UNIQUE (kind, unit, front_end, environment, variant, model, stage, outcome)
    ) STRICT;
    -- Latency between front ends and environments: one row per stage of a prompt.
    CREATE TABLE latency_span (
        key BLOB PRIMARY KEY,
        series INTEGER NOT NULL REFERENCES series (id),
        at_s INTEGER NOT NULL,
        duration_us INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX latency_by_time ON latency_span (at_s, series, duration_us);
    -- Processing, memory, storage and network bandwidth of the environments, one row per
    -- reading. No intake writes here yet.
    CREATE TABLE measurement (
        series INTEGER NOT NULL REFERENCES series (id),
        at_s INTEGER NOT NULL,
        value REAL NOT NULL,
        PRIMARY KEY (series, at_s)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE front_end (
        id TEXT PRIMARY KEY,
        lost INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
)  # the kinds are an enum's, no input: an f-string is safe here


class StoreError(Exception):
    """The database cannot be used; the message names the file."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit did.

    Attributes:
        stored: Spans that were new.
        duplicates: Spans that the store had already.
        refused: For each intake, spans that were refused here, by reason.
    """

    stored: int
    duplicates: int
    refused: tuple[dict[Refusal, int], ...]


class _Index:
    """The series that exist, and the names in use, of which there may only be so many."""

    def __init__(self, ids: dict[Series, int]) -> None:
        self.ids: dict[Series, int] = {}
        self._names: dict[str, set[str]] = {field: set() for field in _LIMITS}
        for series, number in ids.items():
            self.add(series, number)

    def add(self, series: Series, number: int) -> None:
        self.ids[series] = number
        for field, names in self._names.items():
            names.add(getattr(series, field))

    def knows(self, front_end: str) -> bool:
        return front_end in self._names["front_end"]

    def has_room(self, series: Series) -> bool:
        return all(
            getattr(series, field) in names or len(names) < _LIMITS[field]
            for field, names in self._names.items()
        )


class Writer:
    """The only writer. Use it from one thread."""

    def __init__(self, path: Path) -> None:
        """Open or create the database and bring it to the newest schema.

        Raises:
            StoreError: The file is unusable, or a newer version wrote it.
        """
        try:
            path.touch(mode=0o600)
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA busy_timeout = 5000")
            _migrate(self._db)
            self._index = _Index(_ids(self._db))
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{path}: {error}") from error

    def add(self, intakes: Sequence[Intake]) -> Stored:
        """Store several requests in one transaction: all of it or none.

        Raises:
            sqlite3.Error: Nothing was stored.
        """
        with self._transaction():
            outcomes = [self._add(intake) for intake in intakes]
        stored = sum(new for new, _, _ in outcomes)
        offered = sum(offered for _, offered, _ in outcomes)
        return Stored(
            stored=stored,
            duplicates=offered - stored,
            refused=tuple(refused for _, _, refused in outcomes),
        )

    def prune(self, before_s: int) -> int:
        """Forget spans that began before a time, and installations that have none left.

        Returns:
            How many spans were forgotten.
        """
        with self._transaction():
            gone = self._db.execute("DELETE FROM latency_span WHERE at_s < ?", (before_s,)).rowcount
            self._db.execute(
                "DELETE FROM series WHERE kind = 'latency'"
                " AND id NOT IN (SELECT series FROM latency_span)"
            )
            self._db.execute("DELETE FROM front_end WHERE id NOT IN (SELECT front_end FROM series)")
        self._index = _Index(_ids(self._db))
        return gone

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _add(self, intake: Intake) -> tuple[int, int, dict[Refusal, int]]:
        rows = [
            (span.key, number, span.at // 1_000_000_000, span.duration_us)
            for span in intake.spans
            if (number := self._number(span)) is not None
        ]
        new = self._db.executemany("INSERT OR IGNORE INTO latency_span VALUES (?, ?, ?, ?)", rows)
        self._db.executemany(
            "INSERT INTO front_end VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET lost = max(lost, excluded.lost)",
            (pair for pair in intake.lost.items() if self._index.knows(pair[0])),
        )
        over = len(intake.spans) - len(rows)
        return max(0, new.rowcount), len(rows), {Refusal.TOO_MANY_NAMES: over} if over else {}

    def _number(self, span: LatencySpan) -> int | None:
        """Return the id of a span's series, made if need be; None where names ran out."""
        number = self._index.ids.get(span.series)
        if number is None and self._index.has_room(span.series):
            row = self._db.execute(
                "INSERT INTO series (kind, unit, front_end, environment, variant, model, stage,"
                " outcome) VALUES ('latency', 'us', ?, ?, ?, ?, ?, ?) RETURNING id",
                msgspec.structs.astuple(span.series),
            ).fetchone()
            number = int(row[0])
            self._index.add(span.series, number)
        return number

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            self._index = _Index(_ids(self._db))
            raise


class Reader:
    """Reads beside the writer, without ever waiting for it. Use it from one thread."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )

    def window(self, from_s: int) -> Rows:
        """Return the newest `MAX_ROWS` spans that began at or after a time."""
        self._db.execute("BEGIN")
        try:
            found = self._db.execute(
                "SELECT at_s, series, duration_us FROM latency_span WHERE at_s >= ?"
                " ORDER BY at_s DESC LIMIT ?",
                (from_s, MAX_ROWS),
            )
            columns = np.fromiter(found, dtype=_COLUMNS)
            newest = self._db.execute("SELECT max(at_s) FROM latency_span").fetchone()[0]
            lost = dict(self._db.execute("SELECT id, lost FROM front_end"))
            meaning = {number: series for series, number in _ids(self._db).items()}
        finally:
            self._db.execute("COMMIT")
        return Rows(
            at_s=np.ascontiguousarray(columns["at_s"]),
            series=np.ascontiguousarray(columns["series"]),
            duration_us=np.ascontiguousarray(columns["duration_us"]),
            meaning=meaning,
            lost=lost,
            newest_s=newest,
            cut=len(columns) == MAX_ROWS,
        )

    def close(self) -> None:
        """Close the database."""
        self._db.close()


def _ids(db: sqlite3.Connection) -> dict[Series, int]:
    rows = db.execute(
        "SELECT id, front_end, environment, variant, model, stage, outcome FROM series"
        " WHERE kind = 'latency'"
    )
    return {
        Series(
            front_end=front_end,
            environment=environment,
            variant=variant,
            model=model,
            stage=stage,
            outcome=outcome,
        ): number
        for number, front_end, environment, variant, model, stage, outcome in rows
    }


def _migrate(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError(f"schema {version} is newer than this program's")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
