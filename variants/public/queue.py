"""The training queue: what the public variant keeps for retraining (patent steps 246, 772).

One writer thread owns the SQLite database; an exchange counts as kept once it is committed.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

MIGRATIONS: Final = (
    """
    CREATE TABLE exchange (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        model TEXT NOT NULL,
        model_sha256 TEXT,
        messages TEXT NOT NULL,
        answer TEXT NOT NULL,
        finish_reason TEXT NOT NULL,
        prompt_tokens INTEGER NOT NULL,
        answer_tokens INTEGER NOT NULL,
        trained_at INTEGER
    ) STRICT;
    CREATE INDEX exchange_untrained ON exchange (id) WHERE trained_at IS NULL;
    """,
)
"""Applied in order, each once; `PRAGMA user_version` counts them. Only ever append."""


class QueueError(Exception):
    """The training queue cannot be used; the message holds no exchange."""


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One prompt with its answer.

    Attributes:
        at: Nanoseconds since the Unix epoch.
        messages: The conversation as the model read it: (role, text) pairs.
    """

    at: int
    model: str
    model_sha256: str | None
    messages: list[tuple[str, str]]
    answer: str
    finish_reason: str
    prompt_tokens: int
    answer_tokens: int

    def __repr__(self) -> str:
        return f"Exchange(<{len(self.messages)} messages and their answer hidden>)"


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """What the queue holds, without content."""

    exchanges: int
    untrained: int
    prompt_tokens: int
    answer_tokens: int
    oldest: int | None
    newest: int | None


class TrainingQueue:
    """Keeps exchanges, in the order of their commits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="training-queue")
        self._database: sqlite3.Connection | None = None

    async def open(self) -> None:
        """Create or migrate the database, readable by its owner only.

        Raises:
            QueueError: It cannot be opened, or a newer version wrote it.
        """
        await self._run(self._open)

    async def add(self, exchange: Exchange) -> None:
        """Commit one exchange.

        Raises:
            QueueError: It was not committed.
        """
        await self._run(lambda: self._add(exchange))

    async def stats(self) -> Stats:
        """Count what is kept."""
        return await self._run(lambda: read_stats(self._opened()))

    async def close(self) -> None:
        """Finish what is under way and close the database."""
        await self._run(self._close)
        self._writer.shutdown()

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._writer, work)
        except (sqlite3.Error, OSError) as error:
            # SQLite's messages name tables and files; the exception is dropped all the same.
            raise QueueError(f"the training queue failed: {type(error).__name__}") from None

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        database = sqlite3.connect(self._path, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        migrate(database)
        self._database = database

    def _add(self, exchange: Exchange) -> None:
        row = msgspec.structs.asdict(exchange)
        row["messages"] = msgspec.json.encode(exchange.messages).decode()
        self._opened().execute(
            "INSERT INTO exchange (at, model, model_sha256, messages, answer, finish_reason,"
            " prompt_tokens, answer_tokens) VALUES (:at, :model, :model_sha256, :messages,"
            " :answer, :finish_reason, :prompt_tokens, :answer_tokens)",
            row,
        )

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            raise sqlite3.ProgrammingError("not open")
        return self._database


def migrate(database: sqlite3.Connection) -> None:
    """Bring a database to the newest schema, one transaction per step.

    Raises:
        QueueError: A newer version of the program wrote it.
    """
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise QueueError(f"the training queue has schema {version}, newer than this program's")
    for number, statements in enumerate(MIGRATIONS[version:], start=version + 1):
        database.executescript(
            f"BEGIN IMMEDIATE; {statements} PRAGMA user_version = {number}; COMMIT;"
        )


def read_stats(database: sqlite3.Connection) -> Stats:
    """Count what a database holds."""
    row = database.execute(
        "SELECT count(*), count(*) - count(trained_at), coalesce(sum(prompt_tokens), 0),"
        " coalesce(sum(answer_tokens), 0), min(at), max(at) FROM exchange"
    ).fetchone()
    return Stats(
        exchanges=row[0],
        untrained=row[1],
        prompt_tokens=row[2],
        answer_tokens=row[3],
        oldest=row[4],
        newest=row[5],
    )


def stats_of(path: Path) -> Stats:
    """Count what the queue in a file holds, while a server may be writing to it.

    Raises:
        QueueError: There is no queue in this file.
    """
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as database:
            return read_stats(database)
    except sqlite3.Error:
        raise QueueError(f"{path} holds no training queue") from None
