"""Reassembly, windows and SACK blocks."""

from hypothesis import given
from hypothesis import strategies as st

from companion.tunnel.receiver import Receiver

TEXT = bytes(range(256)) * 4


def accept(receiver, start, end, *, fin=False):
    return receiver.accept(start, TEXT[start:end], fin=fin)


def test_in_order_bytes_are_readable_at_once():
    receiver = Receiver(0, 1000)
    assert accept(receiver, 0, 100)
    assert receiver.waiting == 100
    assert receiver.take() == TEXT[:100]
    assert receiver.waiting == 0
    assert receiver.take() == b""


def test_a_gap_holds_back_what_follows():
    receiver = Receiver(0, 1000)
    assert not accept(receiver, 100, 200)
    assert receiver.has_gap
    assert receiver.waiting == 0
    assert accept(receiver, 0, 100)
    assert not receiver.has_gap
    assert receiver.take() == TEXT[:200]


def test_sack_blocks_name_the_latest_first():
    receiver = Receiver(0, 1000)
    for start in (100, 300, 500):
        accept(receiver, start, start + 50)
    accept(receiver, 350, 400)
    assert receiver.sack_blocks() == [(300, 400), (100, 150), (500, 550)]


def test_nothing_beyond_the_window_is_kept():
    receiver = Receiver(0, 100)
    accept(receiver, 0, 300)
    assert receiver.take() == TEXT[:100]
    accept(receiver, 90, 120)
    assert receiver.nxt == 100


def test_the_window_closes_as_data_waits_and_never_shrinks():
    receiver = Receiver(0, 100)
    accept(receiver, 0, 60)
    assert receiver.window() == 40
    receiver.take()
    assert receiver.window() == 100


def test_segments_outside_the_window_are_not_acceptable():
    receiver = Receiver(1000, 100)
    assert receiver.acceptable(1000, 0)
    assert receiver.acceptable(1099, 1)
    assert receiver.acceptable(950, 51)
    assert not receiver.acceptable(950, 50)
    assert not receiver.acceptable(1100, 1)
    assert not receiver.acceptable(999, 0)
    receiver.accept(1000, bytes(100), fin=False)
    assert not receiver.acceptable(1100, 1)
    assert receiver.acceptable(1100, 0)


def test_a_fin_counts_once_all_before_it_is_there():
    receiver = Receiver(0, 1000)
    accept(receiver, 50, 100, fin=True)
    assert not receiver.finished
    accept(receiver, 0, 50)
    assert receiver.finished
    assert receiver.nxt == 101
    assert receiver.take() == TEXT[:100]


def test_nothing_after_a_fin_is_taken():
    receiver = Receiver(0, 1000)
    accept(receiver, 0, 50, fin=True)
    accept(receiver, 51, 90)
    accept(receiver, 40, 90)
    assert receiver.take() == TEXT[:50]
    assert receiver.nxt == 51


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 124)), max_size=60))
def test_any_order_with_any_overlap_gives_the_same_bytes(pieces):
    receiver = Receiver(0, len(TEXT))
    have = set()
    for start, size in pieces:
        accept(receiver, start, min(start + size, len(TEXT)))
        have.update(range(start, min(start + size, len(TEXT))))
        expected = next(number for number in range(len(TEXT) + 1) if number not in have)
        assert receiver.nxt == expected
        beyond = {number for number in have if number > expected}
        blocks = receiver.sack_blocks()
        assert {n for begin, end in blocks for n in range(begin, end)} == beyond
        assert len({edge for block in blocks for edge in block}) == 2 * len(blocks)
    assert receiver.take() == TEXT[: receiver.nxt]
    for start in range(0, len(TEXT), 100):
        accept(receiver, start, start + 100)
    assert receiver.nxt == len(TEXT)


def test_tiny_pieces_cannot_exhaust_memory():
    receiver = Receiver(0, 1 << 20)
    for number in range(20_000):
        receiver.accept(2 * number + 1, b"x", fin=False)
    assert len(receiver._pieces) <= 4096
