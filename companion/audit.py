"""The audit: what was decided and what became of it, committed before it happens.

SQLite in WAL mode with `synchronous=FULL`: when `append` returns, the rows survive a crash
of the process and of the machine. One process writes; any number may read. Beside the
database lie the key for the digests (0600), the chain's head and the writer's lock.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

import msgspec

from companion.audit_files import head_path, key_path, make_keys, read_keys
from companion.chain import (
    GENESIS,
    Entry,
    Event,
    Head,
    Keys,
    Record,
    Row,
    Verification,
    body_of,
    parse_head,
    parse_row,
    row_of,
    seal,
    sign_head,
    verify,
)
from companion.files import lock_private, open_private
from companion.values import PromptText

_MIGRATIONS: Final = (
    """
    CREATE TABLE audit (id INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL);
    CREATE INDEX audit_request ON audit (json_extract(body, '$.request'));
    """,
)
"""Number n takes a database from version n to n + 1. Never edit one; add one."""

LAST: Final = "last"
"""Stands for the latest request's id, which is always longer."""

_SELECT: Final = "SELECT id, CAST(body AS BLOB), CAST(hash AS BLOB) FROM audit"
_FLOORS: Final = """
    SELECT json_extract(body, '$.site'), json_extract(body, '$.conversation'),
           coalesce(json_extract(body, '$.digest'), ''),
           coalesce(json_extract(body, '$.variant'), '') = 'secured'
    FROM audit
    WHERE json_extract(body, '$.conversation') <> ''
      AND (json_extract(body, '$.event') = 'overridden'
        OR json_extract(body, '$.event') = 'decided'
          AND (json_extract(body, '$.variant') = 'secured'
              AND coalesce(json_extract(body, '$.stage'), 'sent') IN ('sent', 'typed')
            OR json_extract(body, '$.reasons[0]') IN ('released_by_person', 'allowed_by_person')))
    ORDER BY id
    """
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_HEAD_SLOT: Final = 512


class AuditError(Exception):
    """The audit cannot be read or written; whatever depends on the row must not happen."""


class AuditLockedError(AuditError):
    """Another process is the audit's writer."""


class FloorTurn(NamedTuple):
    """A decision that raised the floor of a conversation, or the word that took it back."""

    site: str
    conversation: str
    digest: str
    raised: bool


class AuditReader:
    """Reads and checks an audit, also while another process writes it."""

    def __init__(self, database: sqlite3.Connection, keys: Keys | None, head: Path) -> None:
        self._database = database
        self._keys = keys
        self._head_path = head

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an existing audit for reading.

        Raises:
            AuditError: There is none, or it cannot be read.
        """
        if not path.is_file():
            raise AuditError(f"there is no audit at {path}")
        # Not `mode=ro`: a reader of a WAL database needs its shared-memory file.
        with _audit_errors("opened"):
            database = _connect(path, "rw")
            database.execute("PRAGMA query_only = ON")
            _check_version(database)
            return cls(database, read_keys(key_path(path)), head_path(path))

    def verify(self) -> Verification:
        """Check the whole chain and its end; the first bad row is named.

        Raises:
            AuditError: The database cannot be read at all.
        """
        head = self._read_head()
        with _audit_errors("read"):
            try:
                result = verify(self._records(" ORDER BY id"), head)
                return self._check_file(result) if result.ok else result
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in _DAMAGED:
                    raise
                return Verification(ok=False, rows=0, problem=f"the database file: {error}")

    def _check_file(self, result: Verification) -> Verification:
        """Check what the chain does not cover: the index that `explain` relies on."""
        (answer,) = self._database.execute("PRAGMA integrity_check(1)").fetchone()
        if answer == "ok":
            return result
        return Verification(ok=False, rows=result.rows, problem=f"the database file: {answer}")

    def explain(self, request_id: str) -> list[Row]:
        """Return what is known about one request, in the order in which it happened.

        Args:
            request_id: The request's id, or `last` for the latest request.

        Raises:
            AuditError: The database cannot be read, or a row is damaged.
        """
        where = " WHERE json_extract(body, '$.request') = ? ORDER BY id"
        with _audit_errors("read"):
            if request_id == LAST:
                latest = " WHERE json_extract(body, '$.request') <> '' ORDER BY id DESC LIMIT 1"
                request_id = next((_row(each).request for each in self._records(latest)), LAST)
            return [_row(record) for record in self._records(where, request_id)]

    def export(self) -> Iterator[dict[str, Any]]:
        """Yield every row as a dict that JSON can hold, with its hash, oldest first.

        Raises:
            AuditError: The database cannot be read, or a row is damaged.
        """
        with _audit_errors("read"):
            for record in self._records(" ORDER BY id"):
                yield {**msgspec.to_builtins(_row(record)), "hash": record.hash.hex()}

    def _records(self, clause: str, *values: str | int) -> Iterator[Record]:
        with contextlib.closing(self._database.execute(_SELECT + clause, values)) as cursor:
            yield from map(Record._make, cursor)

    def _read_head(self) -> Head | None:
        if self._keys is None:
            return None
        try:
            data = self._head_path.read_bytes()
        except OSError:
            return None
        slots = (data[:_HEAD_SLOT], data[_HEAD_SLOT:])
        heads = [head for slot in slots if (head := parse_head(slot.strip(b"\0\n"), self._keys))]
        return max(heads, key=lambda head: head.id, default=None)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Audit(AuditReader):
    """The one writer of an audit. Use it from one thread at a time."""

    def __init__(
        self, database: sqlite3.Connection, keys: Keys, head: Path, *, handles: tuple[int, int]
    ) -> None:
        super().__init__(database, keys, head)
        self._writer_keys = keys
        self._lock, self._head = handles
        self._last_id = 0
        self._last_hash = GENESIS

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], int] = time.time_ns) -> Self:
        """Open the audit for writing and make it where there is none.

        An audit that was cut, rewritten or lost its head since it was last written gets a
        row that says so, for ever; the chain goes on from where the head says it ended, so
        that what is missing stays visible.

        Raises:
            AuditLockedError: Another process writes it.
            AuditError: A file cannot be read or written, or a newer version wrote it.
        """
        with _audit_errors("opened"), contextlib.ExitStack() as undo:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = _lock(path.with_name(path.name + ".lock"))
            undo.callback(os.close, lock)
            os.close(open_private(path))
            keys = read_keys(key_path(path)) or make_keys(key_path(path))
            os.close(open_private(key_path(path)))
            head = open_private(head_path(path))
            undo.callback(os.close, head)
            database = _connect(path, "rw")
            undo.callback(database.close)
            _prepare(database)
            audit = cls(database, keys, head_path(path), handles=(lock, head))
            audit._resume(now)
            undo.pop_all()
            return audit

    @property
    def head(self) -> Head:
        """Where the chain ends, to be kept by somebody else as well."""
        return Head(id=self._last_id, hash=self._last_hash.hex())

    def conversation(self, identifier: str) -> str:
        """Return the digest under which a conversation is recorded."""
        return self._writer_keys.conversation(identifier)

    def text(self, prompt: PromptText) -> str:
        """Return the digest under which a prompt is recorded."""
        return self._writer_keys.text(prompt)

    def turns_of_floors(self) -> Iterator[FloorTurn]:
        """Yield what raised a conversation's floor and what took it back, oldest first.

        Raises:
            AuditError: The audit cannot be read.
        """
        with (
            _audit_errors("read"),
            contextlib.closing(self._database.execute(_FLOORS)) as cursor,
        ):
            for site, conversation, digest, raised in cursor:
                yield FloorTurn(str(site), str(conversation), str(digest), bool(raised))

    def append(self, entry: Entry) -> int:
        """Commit one row and return its id; after that it survives a crash.

        Raises:
            AuditError: It could not be committed.
        """
        return self.append_all((entry,))[0]

    def append_all(self, entries: Sequence[Entry]) -> list[int]:
        """Commit several rows together, all or none, at the price of one.

        Raises:
            AuditError: They could not be committed.
        """
        with _audit_errors("written"):
            records = self._chained(entries)
            self._commit(records)
            self._last_id, self._last_hash = records[-1].id, records[-1].hash
            self._write_head()
            return [record.id for record in records]

    def _chained(self, entries: Sequence[Entry]) -> list[Record]:
        records: list[Record] = []
        row_id, previous = self._last_id, self._last_hash
        for entry in entries:
            row_id += 1
            body = _encoded(row_of(entry, row_id, self._writer_keys))
            previous = seal(previous, body)
            records.append(Record(row_id, body, previous))
        return records

    def _commit(self, records: Sequence[Record]) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            self._database.executemany(
                "INSERT INTO audit (id, body, hash) VALUES (?, CAST(? AS TEXT), ?)", records
            )
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def _write_head(self) -> None:
        """Write the head in the slot that does not hold the one before.

        It follows the commit and is not synchronised: after a power cut it may lag behind
        the rows, which is no fault, but never lead them.
        """
        line = sign_head(self.head, self._writer_keys).ljust(_HEAD_SLOT, b"\0")
        os.pwrite(self._head, line, _HEAD_SLOT * (self._last_id % 2))

    def _resume(self, now: Callable[[], int]) -> None:
        head = self._read_head()
        last = next(self._records(" ORDER BY id DESC LIMIT 1"), Record(0, b"", GENESIS))
        self._last_id, self._last_hash = last.id, last.hash
        damage = self._damage(head, last)
        if damage:
            if head is not None and head.id > last.id:
                self._last_id, self._last_hash = head.id, bytes.fromhex(head.hash)
            self.append(Entry(at=now(), event=Event.DAMAGED, request_id="", outcome=damage))
        else:
            self._write_head()

    def _damage(self, head: Head | None, last: Record) -> str:
        if head is None:
            return "head_missing" if last.id else ""
        if head.id > last.id:
            return "rows_missing"
        named = next(self._records(" WHERE id = ?", head.id), Record(0, b"", GENESIS))
        return "" if named.hash.hex() == head.hash else "chain_rewritten"

    def close(self) -> None:
        """Close the database, leave the head on disk and let the next writer in."""
        super().close()
        with contextlib.suppress(OSError):
            os.fsync(self._head)
        os.close(self._head)
        os.close(self._lock)


@contextlib.contextmanager
def _audit_errors(verb: str) -> Iterator[None]:
    """Turn whatever the disk or SQLite says into an `AuditError`; neither quotes a row."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise AuditError(f"the audit cannot be {verb}: {error}") from error


def _encoded(row: Row) -> bytes:
    try:
        return body_of(row)
    except (ValueError, OverflowError):
        # The error may quote the value, so it goes no further.
        raise AuditError("an entry holds a value that JSON cannot") from None


def _row(record: Record) -> Row:
    row = parse_row(record.body)
    if row is None:
        raise AuditError(f"row {record.id} is damaged")
    return row


def _lock(path: Path) -> int:
    try:
        return lock_private(path)
    except BlockingIOError as error:
        raise AuditLockedError("another process writes the audit") from error


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{urllib.parse.quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def _prepare(database: sqlite3.Connection) -> None:
    (mode,) = database.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise AuditError(f"SQLite cannot keep a write-ahead log here (journal mode {mode})")
    database.execute("PRAGMA synchronous = FULL")
    for number in range(_check_version(database), len(_MIGRATIONS)):
        script = (
            f"BEGIN IMMEDIATE; {_MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        )
        database.executescript(script)


def _check_version(database: sqlite3.Connection) -> int:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_MIGRATIONS):
        raise AuditError(f"a newer version wrote this audit (schema {version})")
    return version
