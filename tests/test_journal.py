"""The journal: the audit from the event loop, with the real audit on a real disk."""

import asyncio
import sqlite3

import pytest
from core_cases import CANARY, public, request, secured

from companion.audit import AuditError, AuditReader
from companion.journal import AuditJournal
from companion.routing import End, JournalError
from companion.values import Timings, Variant


@pytest.fixture
async def journal(tmp_path):
    opened = await AuditJournal.open(tmp_path / "audit.sqlite")
    yield opened
    try:
        await opened.close()
    except RuntimeError:  # a test has closed it
        return


def rows(tmp_path) -> list[dict]:
    with AuditReader.open(tmp_path / "audit.sqlite") as audit:
        assert audit.verify().ok
        return list(audit.export())


def end(event: str, **fields) -> End:
    return End(event=event, variant=Variant.SECURED, **fields)


async def test_a_decision_is_on_disk_when_the_call_returns(journal, tmp_path):
    asked = request(CANARY, site="chat", conversation="c1")
    await journal.decided(asked, secured(), Timings(total=5.0))
    (row,) = rows(tmp_path)
    assert (row["event"], row["request"], row["variant"]) == ("decided", "request-1", "secured")
    assert row["characters"] == len(CANARY)
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Zebulon" not in files


@pytest.mark.parametrize(
    "event", ["released", "sent", "answered", "held", "interrupted", "cancelled"]
)
async def test_every_end_that_the_router_knows_can_be_recorded(journal, tmp_path, event):
    await journal.ended("request-1", end(event, environment="e", label="l", spans={"total": 1.0}))
    assert journal.lost == 0
    (row,) = rows(tmp_path)
    assert (row["event"], row["destination"]["environment"]) == (event, "e")


async def test_the_status_of_the_sites_own_request_is_recorded(journal, tmp_path):
    await journal.ended("request-1", end("sent", status=404))
    assert rows(tmp_path)[0]["outcome"] == "404"


async def test_a_conversation_stays_secured_over_a_restart(tmp_path):
    first = await AuditJournal.open(tmp_path / "audit.sqlite")
    assert not (await first.floors()).holds("chat", "c1")
    await first.decided(request(CANARY, site="chat", conversation="c1"), secured(), Timings())
    await first.decided(request("hi", site="chat", conversation="c2"), public(), Timings())
    await first.close()
    second = await AuditJournal.open(tmp_path / "audit.sqlite")
    floors = await second.floors()
    await second.close()
    assert floors.holds("chat", "c1")
    assert not floors.holds("chat", "c2")
    assert not floors.holds("other", "c1")


async def test_rows_keep_the_order_of_the_calls(journal, tmp_path):
    calls = [journal.decided(request(id=f"r{n}"), public(id=f"r{n}"), Timings()) for n in range(20)]
    await asyncio.gather(*calls)
    assert [row["request"] for row in rows(tmp_path)] == [f"r{n}" for n in range(20)]


async def test_a_disk_that_does_not_take_it_is_a_journal_error(journal, monkeypatch):  # R4
    def fail(_):
        raise AuditError("disk full")

    monkeypatch.setattr(journal._audit, "append", fail)
    with pytest.raises(JournalError):
        await journal.decided(request(CANARY), public(), Timings())
    await journal.ended("request-1", end("held"))
    assert journal.lost == 1


async def test_a_database_that_somebody_locks_is_a_journal_error(journal, tmp_path):  # R4
    journal._audit._database.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(tmp_path / "audit.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError) as caught:
        await journal.decided(request(CANARY), public(), Timings())
    assert CANARY not in str(caught.value)
    other.execute("ROLLBACK")
    other.close()
    await journal.decided(request(), public(), Timings())
    assert len(rows(tmp_path)) == 1


async def test_a_closed_journal_commits_nothing_and_says_so(journal):
    await journal.close()
    with pytest.raises(JournalError):
        await journal.decided(request(), public(), Timings())
    await journal.ended("request-1", end("held"))
    assert journal.lost == 1


async def test_closing_writes_what_is_queued(tmp_path):
    journal = await AuditJournal.open(tmp_path / "audit.sqlite")
    writing = [
        asyncio.create_task(journal.ended(f"r{n}", end("held", reason="busy"))) for n in range(10)
    ]
    await asyncio.sleep(0)
    await journal.close()
    await asyncio.gather(*writing)
    assert len(rows(tmp_path)) == 10


async def test_an_audit_that_another_process_writes_cannot_be_opened(journal, tmp_path):
    with pytest.raises(AuditError):
        await AuditJournal.open(tmp_path / "audit.sqlite")


async def test_a_cancelled_caller_leaves_a_whole_audit(journal, tmp_path):
    for number in range(10):
        name = f"r{number}"
        task = asyncio.create_task(journal.decided(request(id=name), public(id=name), Timings()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await journal.decided(request(), public(), Timings())
    assert rows(tmp_path)[-1]["request"] == "request-1"
