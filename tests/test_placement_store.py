"""The store on a real file."""

import sqlite3
import stat
import threading

import pytest

from placement import store
from placement.store import Reader, StoreError, Writer
from placement.values import Intake, LatencySpan, Refusal, TelemetryKind
from tests.placement_support import FRONT_END, NOW, series


def span(key=0, at_s=NOW, us=1000, **changes):
    return LatencySpan(
        key=key.to_bytes(24), at=at_s * 10**9 + 5, duration_us=us, series=series(**changes)
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "placement.sqlite"


@pytest.fixture
def writer(path):
    writer = Writer(path)
    yield writer
    writer.close()


def read(path, from_s=0):
    reader = Reader(path)
    try:
        return reader.window(from_s)
    finally:
        reader.close()


def test_the_schema_has_a_place_for_all_five_kinds_of_telemetry(path, writer):  # P06
    with sqlite3.connect(path) as db:
        sql = db.execute("SELECT sql FROM sqlite_master WHERE name = 'series'").fetchone()[0]
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    db.close()
    assert {kind.value for kind in TelemetryKind} == {
        "processing", "memory", "storage", "network_bandwidth", "latency",
    }  # fmt: skip
    assert all(f"'{kind.value}'" in sql for kind in TelemetryKind)
    assert {"latency_span", "measurement"} <= tables


def test_what_is_stored_comes_back(path, writer):  # P05
    stored = writer.add([Intake(spans=(span(1), span(2, us=7, stage="tag")), lost={FRONT_END: 3})])
    assert (stored.stored, stored.duplicates, stored.refused) == (2, 0, ({},))
    found = read(path)
    assert sorted(found.duration_us.tolist()) == [7, 1000]
    assert found.at_s.tolist() == [NOW, NOW]
    assert {each.stage for each in found.meaning.values()} == {"total", "tag"}
    assert (found.lost, found.newest_s, found.cut) == ({FRONT_END: 3}, NOW, False)


def test_the_same_span_is_stored_once_whatever_it_says_the_second_time(path, writer):
    writer.add([Intake(spans=(span(1),))])
    stored = writer.add([Intake(spans=(span(1, us=9), span(2))), Intake(spans=(span(2),))])
    assert (stored.stored, stored.duplicates) == (1, 2)
    assert read(path).duration_us.tolist() == [1000, 1000]


def test_a_window_begins_where_it_is_told(path, writer):
    writer.add([Intake(spans=(span(1, at_s=NOW - 10), span(2)))])
    found = read(path, NOW - 9)
    assert found.at_s.tolist() == [NOW]
    assert read(path, NOW + 1).newest_s == NOW


def test_a_window_with_too_many_spans_is_cut_to_the_newest(path, writer, monkeypatch):
    monkeypatch.setattr(store, "MAX_ROWS", 2)
    writer.add([Intake(spans=tuple(span(n, at_s=NOW - n) for n in range(4)))])
    found = read(path)
    assert found.cut
    assert sorted(found.at_s.tolist()) == [NOW - 1, NOW]


def test_lost_samples_of_a_front_end_never_shrink(path, writer):
    for lost in (2, 9, 4):
        writer.add([Intake(spans=(span(lost),), lost={FRONT_END: lost})])
    assert read(path).lost == {FRONT_END: 9}


def test_a_front_end_without_one_good_span_leaves_no_trace(path, writer):
    writer.add([Intake(lost={"a" * 32: 2})])
    assert read(path).lost == {}


@pytest.mark.parametrize("field", ["environment", "model"])
def test_names_run_out_before_they_become_a_way_to_write_text(path, writer, field):
    spans = tuple(span(n, **{field: f"word-{n}"}) for n in range(store.MAX_NAMES + 3))
    stored = writer.add([Intake(spans=spans)])
    assert stored.refused == ({Refusal.TOO_MANY_NAMES: 3},)
    assert stored.stored == store.MAX_NAMES
    again = writer.add([Intake(spans=(span(10**6, **{field: "word-0"}),))])
    assert again.stored == 1


def test_old_spans_and_installations_that_have_none_left_are_forgotten(path, writer):
    old = span(1, at_s=NOW - 100, front_end="a" * 32)
    writer.add([Intake(spans=(old, span(2)), lost={"a" * 32: 1, FRONT_END: 1})])
    assert writer.prune(NOW - 50) == 1
    found = read(path)
    assert {each.front_end for each in found.meaning.values()} == {FRONT_END}
    assert found.lost == {FRONT_END: 1}
    assert writer.add([Intake(spans=(span(3, front_end="a" * 32),))]).stored == 1


def test_a_failed_transaction_stores_nothing_and_the_next_one_works(path, writer):
    bad = LatencySpan(key=b"k" * 24, at=NOW * 10**9, duration_us=2**70, series=series(model="bad"))
    with pytest.raises((sqlite3.Error, OverflowError)):
        writer.add([Intake(spans=(span(1),)), Intake(spans=(bad,))])
    assert read(path).at_s.size == 0
    assert writer.add([Intake(spans=(span(1), span(2, model="bad")))]).stored == 2
    assert {each.model for each in read(path).meaning.values()} == {"m", "bad"}


def test_series_are_found_again_after_a_restart(path, writer):
    writer.add([Intake(spans=(span(1),))])
    second = Writer(path)
    try:
        assert second.add([Intake(spans=(span(1), span(2)))]).stored == 1
    finally:
        second.close()
    assert len(read(path).meaning) == 1


def test_the_file_is_readable_by_its_owner_only(path, writer):
    writer.add([Intake(spans=(span(1),))])
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_from_a_newer_version_is_left_alone(path):
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {len(store.MIGRATIONS) + 1}")
    db.close()
    with pytest.raises(StoreError, match="newer"):
        Writer(path)


def test_a_file_that_is_no_database_is_an_error_that_names_it(path):
    path.write_bytes(b"not a database, but long enough to be looked at" * 20)
    with pytest.raises(StoreError, match=r"placement\.sqlite"):
        Writer(path)


def test_a_reader_never_waits_for_the_writer(path, writer):
    writer.add([Intake(spans=(span(1),))])
    begun, go_on = threading.Event(), threading.Event()

    def hold():
        with writer._transaction():
            begun.set()
            go_on.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(10)
    try:
        assert read(path).at_s.size == 1
    finally:
        go_on.set()
        thread.join()
