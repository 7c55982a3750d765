"""The audit on a real disk: commits, kills, damage, a full disk, a second writer."""

import base64
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from companion.audit import Audit, AuditError, AuditLockedError, AuditReader
from companion.chain import Entry, Event, decided
from companion.values import Timings
from tests.test_chain import TEXT, decision, request

NOW = 1_790_000_000_000_000_000


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "state" / "audit.sqlite"


def opened(path: Path) -> Audit:
    return Audit.open(path, now=lambda: NOW)


def entry(number: int) -> Entry:
    return Entry(at=NOW + number, event=Event.RELEASED, request_id=f"request-{number}")


def written(path: Path, count: int) -> None:
    with opened(path) as audit:
        audit.append_all([entry(number) for number in range(1, count + 1)])


def alter(path: Path, statement: str, *values) -> None:
    database = sqlite3.connect(path)
    with database:
        database.execute(statement, values)
    database.close()


def verified(path: Path):
    with AuditReader.open(path) as reader:
        return reader.verify()


def test_what_was_appended_is_explained_exported_and_verified(path):
    timings = Timings(tag=1, detection=2, classification=3, total=6)
    with opened(path) as audit:
        assert audit.append(decided(NOW, request(), decision(), timings)) == 1
        assert audit.append(entry(2)) == 2
        rows = audit.explain("request-1")
        assert [(row.event, row.level) for row in rows] == [("decided", 0.86)]
        assert audit.explain("unknown") == []
        exported = list(audit.export())
        assert [row["event"] for row in exported] == ["decided", "released"]
        assert len(exported[0]["hash"]) == 64
        result = audit.verify()
        assert (result.ok, result.rows) == (True, 2)


def test_the_latest_request_can_be_asked_for_without_its_id(path):
    with opened(path) as audit:
        assert audit.explain("last") == []
        audit.append_all([entry(1), entry(2), entry(1)])
        assert [row.id for row in audit.explain("last")] == [1, 3]


def test_the_chain_goes_on_after_reopening(path):
    for number in range(5):
        with opened(path) as audit:
            assert audit.append(entry(number)) == number + 1
    assert verified(path).rows == 5
    assert verified(path).ok


def test_several_entries_are_committed_together(path):
    with opened(path) as audit:
        assert audit.append_all([entry(1), entry(2), entry(3)]) == [1, 2, 3]
        assert audit.head.id == 3
        assert audit.verify().ok


def test_every_file_is_its_owners_only_whatever_the_umask(path):
    old = os.umask(0)
    try:
        with opened(path) as audit:
            audit.append(entry(1))
            names = {each.name for each in path.parent.iterdir()}
            assert {"audit.sqlite", "audit.key", "audit.head", "audit.sqlite-wal"} <= names
            for each in path.parent.iterdir():
                assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(old)


def test_a_key_that_others_may_read_is_closed_to_them_again(path):
    written(path, 1)
    path.with_suffix(".key").chmod(0o644)
    with opened(path):
        assert stat.S_IMODE(path.with_suffix(".key").stat().st_mode) == 0o600


def test_no_file_holds_text_a_conversation_or_a_plain_hash(path):
    import hashlib

    with opened(path) as audit:
        audit.append(decided(NOW, request(), decision(), Timings()))
        data = b"".join(each.read_bytes() for each in path.parent.iterdir())
    for text in (TEXT, "Canary", "diabetes", "canary-conversation"):
        for form in (text.encode(), text.encode("utf-16-le"), base64.b64encode(text.encode())):
            assert form not in data
        for name in ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s"):
            plain = hashlib.new(name, text.encode())
            assert plain.digest() not in data
            assert plain.hexdigest().encode() not in data
        assert hashlib.blake2b(text.encode(), digest_size=16).hexdigest().encode() not in data


def test_a_second_writer_is_refused_and_readers_are_not(path):
    with opened(path) as audit:
        audit.append(entry(1))
        with pytest.raises(AuditLockedError, match="another process"):
            opened(path)
        with AuditReader.open(path) as reader:
            assert reader.verify().ok
            audit.append(entry(2))
            assert len(reader.explain("request-2")) == 1
            assert reader.verify().rows == 2
            with pytest.raises(sqlite3.OperationalError):
                reader._database.execute("DELETE FROM audit")
    written(path, 1)


def test_there_is_nothing_to_read_before_the_first_run(path):
    with pytest.raises(AuditError, match="there is no audit"):
        AuditReader.open(path)
    assert not path.exists()


@pytest.mark.parametrize("number", [1, 7, 20])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET body = json_set(body, '$.outcome', 'x') WHERE id = ?",
        "UPDATE audit SET hash = zeroblob(32) WHERE id = ?",
        "UPDATE audit SET body = '{}' WHERE id = ?",
        "DELETE FROM audit WHERE id = ?",
    ],
)
def test_an_edited_or_deleted_row_is_named(path, statement, number):
    written(path, 20)
    alter(path, statement, number)
    result = verified(path)
    assert (result.ok, result.bad) == (False, number)


def test_swapped_rows_are_named(path):
    written(path, 5)
    alter(path, "UPDATE audit SET id = CASE id WHEN 2 THEN -3 ELSE -2 END WHERE id IN (2, 3)")
    alter(path, "UPDATE audit SET id = -id WHERE id < 0")
    assert verified(path).bad == 2


def test_rows_cut_off_at_the_end_are_missed_and_named(path):
    written(path, 10)
    alter(path, "DELETE FROM audit WHERE id > 7")
    result = verified(path)
    assert (result.ok, result.bad) == (False, 8)
    assert result.problem == "rows 8 to 10 are missing at the end"


def test_a_cut_audit_goes_on_but_the_gap_never_closes(path):
    written(path, 10)
    alter(path, "DELETE FROM audit WHERE id > 7")
    with opened(path) as audit:
        assert audit.append(entry(11)) == 12
        result = audit.verify()
        assert (result.ok, result.bad) == (False, 8)
        (damage,) = [row for row in audit.export() if row["event"] == "damaged"]
        assert (damage["id"], damage["outcome"], damage["at"]) == (11, "rows_missing", NOW)
    assert verified(path).bad == 8


def test_a_lost_head_and_a_rewritten_chain_leave_a_row_for_ever(path):
    written(path, 3)
    path.with_suffix(".head").write_bytes(b"")
    assert "head is missing" in verified(path).problem
    with opened(path) as audit:
        assert audit.explain("")[0].outcome == "head_missing"
    assert verified(path).bad == 4

    alter(path, "UPDATE audit SET hash = zeroblob(32) WHERE id = 4")
    with opened(path) as audit:
        assert [row.outcome for row in audit.explain("")] == ["head_missing", "chain_rewritten"]


def test_a_whole_audit_that_was_deleted_is_missed(path):
    written(path, 3)
    for each in path.parent.glob("audit.sqlite*"):
        each.unlink()
    with opened(path) as audit:
        assert audit.append(entry(1)) == 5
        assert audit.verify().bad == 1


def test_another_key_makes_the_head_worthless(path):
    written(path, 3)
    path.with_suffix(".key").write_bytes(bytes(32))
    assert not verified(path).ok
    path.with_suffix(".key").unlink()
    assert not verified(path).ok
    with opened(path):
        pass
    assert verified(path).bad == 4


def test_a_torn_head_leaves_the_one_before_it(path):
    written(path, 1)
    with opened(path) as audit:
        audit.append(entry(2))
    head = path.with_suffix(".head")
    data = bytearray(head.read_bytes())
    data[20:40] = bytes(20)
    head.write_bytes(data)
    assert verified(path).ok
    with opened(path) as audit:
        assert audit.append(entry(3)) == 3
    assert verified(path).ok


def test_any_flipped_byte_of_the_database_is_found_or_changes_nothing(path):
    written(path, 30)
    with AuditReader.open(path) as reader:
        sound = list(reader.export())
    data = path.read_bytes()
    rows = data.index(b'"request":"request-')
    randomness = random.Random(20)
    spots = [randomness.randrange(len(data)) for _ in range(40)]
    for spot in [*spots, rows, rows + 12]:
        changed = bytearray(data)
        changed[spot] ^= 1 << randomness.randrange(8)
        path.write_bytes(changed)
        try:
            with AuditReader.open(path) as reader:
                if reader.verify().ok:
                    assert list(reader.export()) == sound
        except AuditError:
            pass


def test_an_index_that_hides_a_row_is_found(path):
    written(path, 3)
    database = sqlite3.connect(path)
    database.execute("PRAGMA writable_schema = ON")
    database.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '$.request', '$.site') WHERE type = 'index'"
    )
    database.commit()
    database.close()
    result = verified(path)
    assert not result.ok
    assert "database file" in result.problem


def test_a_full_database_is_an_error_and_the_chain_stays_sound(path):
    with opened(path) as audit:
        audit.append(entry(1))
        pages = audit._database.execute("PRAGMA page_count").fetchone()[0]
        audit._database.execute(f"PRAGMA max_page_count = {pages}")
        big = Entry(at=1, event=Event.HELD, request_id="big", outcome="x" * 4_000_000)
        with pytest.raises(AuditError, match="cannot be written"):
            audit.append(big)
        assert audit.head.id == 1
        assert audit.append(entry(2)) == 2
        assert audit.verify().ok


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from companion.audit import Audit, AuditError
from companion.chain import Entry, Event
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Audit.open(Path(sys.argv[1])) as audit:
    size = Path(sys.argv[1] + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    outcome = "x" * 3000
    for number in range(10_000):
        entry = Entry(at=number, event=Event.HELD, request_id=str(number), outcome=outcome)
        try:
            print(audit.append(entry), flush=True)
        except AuditError as error:
            print("error", flush=True)
            break
"""


def test_a_file_that_cannot_grow_is_an_audit_error(path):
    with opened(path) as audit:
        audit.append(entry(1))
    code = FULL_DISK.replace(
        "size =", "audit._database.execute('PRAGMA wal_autocheckpoint=0'); size ="
    )
    result = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, timeout=60, check=True
    )
    *acknowledged, last = result.stdout.split()
    assert last == "error"
    with AuditReader.open(path) as reader:
        assert reader.verify().ok
        assert {row["id"] for row in reader.export()} >= {int(each) for each in acknowledged}


def test_an_audit_of_a_newer_version_is_left_alone(path):
    written(path, 1)
    alter(path, "PRAGMA user_version = 99")
    for open_it in (opened, AuditReader.open):
        with pytest.raises(AuditError, match="newer version"):
            open_it(path)
    alter(path, "PRAGMA user_version = 1")
    written(path, 1)


@pytest.mark.parametrize("content", [b"this is no database at all", b"\0" * 4096])
def test_a_file_that_is_no_database_is_an_audit_error(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(AuditError):
        AuditReader.open(path).verify()


def test_a_folder_that_cannot_be_made_is_an_audit_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(AuditError):
        opened(tmp_path / "file" / "audit.sqlite")


def test_an_entry_that_json_cannot_hold_is_refused_without_quoting_it(path):
    with opened(path) as audit:
        bad = Entry(at=1, event=Event.HELD, request_id="r", outcome="secret \ud800")
        with pytest.raises(AuditError) as caught:
            audit.append(bad)
        assert "secret" not in str(caught.value)
        assert caught.value.__suppress_context__
        assert audit.append(entry(1)) == 1


APPENDERS = """
import os, sys
from pathlib import Path
from companion.audit import Audit
from companion.chain import Entry, Event
from companion.values import PromptText
for _ in sys.stdin:
    child = os.fork()
    if child:
        print("child", child, flush=True)
        os.waitpid(child, 0)
        print("end", flush=True)
        continue
    with Audit.open(Path(sys.argv[1])) as audit:
        for number in range(1_000_000):
            entry = Entry(at=number, event=Event.RELEASED, request_id=f"r-{number}",
                          prompt=PromptText("text"), outcome="x" * (number % 97))
            os.write(1, f"{audit.append(entry)}\\n".encode())
"""


def kill_an_appender(appenders: subprocess.Popen, rows: int) -> int:
    """Kill a new process after it acknowledged some rows; return the last id it did."""
    appenders.stdin.write("go\n")
    appenders.stdin.flush()
    child, acknowledged = 0, 0
    while (line := appenders.stdout.readline()) != "end\n":
        word, _, number = line.strip().partition(" ")
        child = int(number) if word == "child" else child
        acknowledged = acknowledged if word == "child" else int(word)
        if rows == 0:
            os.kill(child, signal.SIGKILL)
        rows -= 1
    return acknowledged


# R5: kill -9 loses no acknowledged row and leaves a sound chain.
def test_no_acknowledged_row_is_lost_by_kill_9(path):
    randomness = random.Random(5)
    last = 0
    with subprocess.Popen(
        [sys.executable, "-c", APPENDERS, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as appenders:
        for _ in range(60):
            last = max(last, kill_an_appender(appenders, randomness.randrange(60)))
            if path.exists():
                with opened(path) as audit:
                    result = audit.verify()
                assert result.ok, result.problem
                assert result.rows >= last
                last = result.rows
        appenders.stdin.close()
    assert last > 1000
