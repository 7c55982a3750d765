"""The conversation floor: once secured, always secured, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from companion.floors import CAPACITY, Floors


def test_a_conversation_stays_secured_once_it_was():
    floors = Floors()
    assert not floors.holds("site", "c1")
    floors.raise_for("site", "c1")
    assert floors.holds("site", "c1")


def test_conversations_and_sites_are_told_apart():
    floors = Floors()
    floors.raise_for("site", "c1")
    assert not floors.holds("site", "c2")
    assert not floors.holds("other", "c1")
    assert not floors.holds("sitec", "1")


def test_a_turn_without_a_conversation_raises_no_floor_for_others():
    floors = Floors()
    floors.raise_for("cli", "")
    assert not floors.holds("cli", "")


def test_the_least_recently_secured_conversation_is_forgotten_first():
    floors = Floors(capacity=2)
    floors.raise_for("s", "a")
    floors.raise_for("s", "b")
    floors.raise_for("s", "a")
    floors.raise_for("s", "c")
    assert floors.holds("s", "a")
    assert floors.holds("s", "c")
    assert not floors.holds("s", "b")


@given(st.lists(st.text("abcdef", min_size=1, max_size=2), max_size=50))
def test_the_memory_is_bounded_and_keeps_the_latest(names):
    floors = Floors(capacity=5)
    for name in names:
        floors.raise_for("s", name)
    latest = list(dict.fromkeys(reversed(names)))
    assert [floors.holds("s", name) for name in latest] == [
        index < 5 for index in range(len(latest))
    ]


def test_the_usual_memory_is_large():
    assert CAPACITY >= 10_000
