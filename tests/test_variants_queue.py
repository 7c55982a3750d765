"""The public variant's training queue and the engine that feeds it."""

import asyncio
import json
import sqlite3
import stat

import pytest

from variants.public.queue import (
    MIGRATIONS,
    Exchange,
    QueueError,
    TrainingQueue,
    migrate,
    stats_of,
)
from variants.public.recording import RecordingEngine
from variants.shared import errors
from variants.shared.errors import ApiError
from variants.shared.values import ChatMessage, ChatRequest, Delta, Done, ModelInfo, Usage

EXCHANGE = Exchange(
    at=5,
    model="tiny",
    model_sha256=None,
    messages=[("user", "a question")],
    answer="an answer",
    finish_reason="stop",
    prompt_tokens=3,
    answer_tokens=2,
)
REQUEST = ChatRequest(
    messages=[
        ChatMessage(role="system", content="be brief"),
        ChatMessage(role="user", content="a question"),
    ]
)


@pytest.fixture
async def queue(tmp_path):
    queue = TrainingQueue(tmp_path / "state" / "queue.sqlite")
    await queue.open()
    yield queue
    await queue.close()


def rows(queue: TrainingQueue) -> list[dict]:
    database = sqlite3.connect(queue._path)
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute("SELECT * FROM exchange ORDER BY id")]
    database.close()
    return found


async def test_an_exchange_is_committed_when_add_returns(queue):  # S21
    await queue.add(EXCHANGE)
    (row,) = rows(queue)
    assert json.loads(row["messages"]) == [["user", "a question"]]
    assert (row["answer"], row["trained_at"]) == ("an answer", None)


async def test_stats_count_without_content(queue):
    assert (await queue.stats()).exchanges == 0
    await queue.add(EXCHANGE)
    await queue.add(EXCHANGE)
    stats = await queue.stats()
    assert (stats.exchanges, stats.untrained, stats.prompt_tokens, stats.answer_tokens) == (
        *(2, 2),
        *(6, 4),
    )
    assert (stats.oldest, stats.newest) == (5, 5)
    assert stats_of(queue._path) == stats


async def test_the_database_is_in_wal_mode_and_its_owners_alone(queue):
    database = sqlite3.connect(queue._path)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()
    assert stat.S_IMODE(queue._path.stat().st_mode) == 0o600


async def test_exchanges_survive_a_restart(queue):
    await queue.add(EXCHANGE)
    again = TrainingQueue(queue._path)
    await again.open()
    assert (await again.stats()).exchanges == 1
    await again.close()


def test_migrations_run_once_each_and_a_newer_schema_is_refused(tmp_path):
    database = sqlite3.connect(tmp_path / "q.sqlite", isolation_level=None)
    migrate(database)
    migrate(database)
    assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(QueueError, match="newer"):
        migrate(database)
    database.close()


async def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "q.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    queue = TrainingQueue(path)
    with pytest.raises(QueueError):
        await queue.open()
    await queue.close()
    with pytest.raises(QueueError, match="holds no training queue"):
        stats_of(path)
    with pytest.raises(QueueError, match="holds no training queue"):
        stats_of(tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


def test_an_exchange_hides_its_text():
    assert "question" not in repr(EXCHANGE)
    assert "answer>" not in repr(EXCHANGE)


class ScriptedEngine:
    name = "scripted"
    restarts = 0
    ready = True
    model = ModelInfo(id="tiny")

    def __init__(self, *script: object) -> None:
        self.script = script

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def generate(self, request):
        for step in self.script:
            if isinstance(step, Exception):
                raise step
            yield step


DONE = Done(finish_reason="stop", usage=Usage(prompt=3, completion=2))


async def test_prompt_and_answer_are_kept_before_the_answer_ends(queue):  # S21 X3.4
    engine = RecordingEngine(ScriptedEngine(Delta(text="a"), Delta(text="b"), DONE), queue)
    kept = [(type(event), len(rows(queue))) async for event in engine.generate(REQUEST)]
    assert kept == [(Delta, 0), (Delta, 0), (Done, 1)]
    (row,) = rows(queue)
    assert json.loads(row["messages"]) == [["system", "be brief"], ["user", "a question"]]
    assert row["answer"] == "ab"


async def test_an_answer_that_broke_off_is_not_kept(queue):
    engine = RecordingEngine(ScriptedEngine(Delta(text="a"), errors.engine_lost()), queue)
    with pytest.raises(ApiError):
        [event async for event in engine.generate(REQUEST)]
    assert rows(queue) == []


async def test_a_queue_that_fails_costs_no_answer(tmp_path):
    queue = TrainingQueue(tmp_path / "q.sqlite")  # never opened
    engine = RecordingEngine(ScriptedEngine(Delta(text="a"), DONE), queue)
    assert [event async for event in engine.generate(REQUEST)] == [Delta(text="a"), DONE]
    assert engine.failures == 1
    await queue.close()


async def test_exchanges_of_many_requests_at_once_are_all_kept(queue):
    engine = RecordingEngine(ScriptedEngine(Delta(text="a"), DONE), queue)

    async def answer() -> None:
        async for _ in engine.generate(REQUEST):
            pass

    await asyncio.gather(*(answer() for _ in range(20)))
    assert (await queue.stats()).exchanges == 20
