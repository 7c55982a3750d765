"""The bounded queue on disk."""

import sqlite3
import stat

import pytest

from companion.spool import Spool
from tests.placement_support import FRONT_END, rows, sample


@pytest.fixture
def path(tmp_path):
    return tmp_path / "telemetry.sqlite"


@pytest.fixture
def spool(path):
    spool = Spool(path, limit=5, front_end=FRONT_END)
    yield spool
    spool.close()


def numbered(*numbers):
    return rows(*(sample(spans={"total": float(number)}) for number in numbers))


def totals(spool):
    return [waiting.sample.spans["total"] for waiting in spool.oldest(100)]


def test_samples_come_back_in_order_with_their_ids(spool):
    pairs = numbered(1, 2, 3)
    spool.append(pairs)
    assert [(w.trace, w.sample) for w in spool.oldest(2)] == pairs[:2]
    assert len(spool) == 3


def test_the_bound_holds_and_the_oldest_go_first_and_are_counted(spool):
    spool.append(numbered(1, 2, 3))
    spool.append(numbered(4, 5, 6, 7), lost=10)
    assert totals(spool) == [3, 4, 5, 6, 7]
    assert spool.dropped == 12


def test_more_than_the_bound_at_once_leaves_the_newest(spool):
    spool.append(numbered(*range(20)))
    assert totals(spool) == [15, 16, 17, 18, 19]
    assert spool.dropped == 15


def test_removed_samples_are_gone_and_others_stay(spool):
    spool.append(numbered(1, 2, 3))
    batch = spool.oldest(2)
    spool.append(numbered(4))
    spool.remove(batch)
    assert (totals(spool), spool.dropped) == ([3, 4], 0)
    spool.remove(spool.oldest(1), lost=1)
    assert (totals(spool), spool.dropped) == ([4], 1)


def test_everything_survives_a_restart(path, spool):
    spool.append(numbered(1, 2), lost=3)
    again = Spool(path, limit=5, front_end="f" * 32)
    assert (totals(again), again.dropped, again.front_end) == ([1, 2], 3, FRONT_END)
    again.close()


def test_a_file_that_is_no_database_is_replaced(path):
    path.write_bytes(b"garbage " * 1000)
    spool = Spool(path, limit=5, front_end=FRONT_END)
    spool.append(numbered(1))
    assert totals(spool) == [1]
    spool.close()


def test_a_row_that_cannot_be_read_is_dropped_and_counted(path, spool):
    spool.append(numbered(1, 2))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE sample SET body = X'7B' WHERE seq = 1")
    db.close()
    assert (totals(spool), spool.dropped, len(spool)) == ([2], 1, 1)


def test_the_file_is_readable_by_its_owner_only(path, spool):
    spool.append(numbered(1))
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        Spool(tmp_path / "nowhere" / "x.sqlite", limit=5, front_end=FRONT_END)
