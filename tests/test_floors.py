"""The conversation floor: once secured, always secured, within bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.floors import CAPACITY, MOST_MARKS, Floors


def test_a_conversation_stays_secured_once_it_was():
    floors = Floors()
    assert not floors.holds("site", "c1")
    floors.raise_for("site", "c1", "p1")
    assert floors.holds("site", "c1")


def test_conversations_and_sites_are_told_apart():
    floors = Floors()
    floors.raise_for("site", "c1", "p1")
    assert not floors.holds("site", "c2")
    assert not floors.holds("other", "c1")
    assert not floors.holds("sitec", "1")


@pytest.mark.parametrize("before", ["generic", "open-webui", "librechat"])
def test_a_floor_of_a_listed_page_holds_whatever_an_earlier_version_called_it(before):
    site = "generic:https://chat.example"
    floors = Floors()
    floors.raise_for(before, "c1", "p1")
    assert floors.holds(site, "c1")
    assert not floors.holds("chatgpt", "c1")
    floors.take_back(site, "c1", "p1")
    assert not floors.holds(site, "c1")


def test_floors_of_listed_pages_are_told_apart():
    floors = Floors()
    floors.raise_for("generic:https://one.example", "c1", "p1")
    assert not floors.holds("generic:https://two.example", "c1")
    floors.take_back("generic:https://two.example", "c1", "p1")
    assert floors.holds("generic:https://one.example", "c1")


def test_a_turn_without_a_conversation_raises_no_floor_for_others():
    floors = Floors()
    floors.raise_for("cli", "", "p1")
    assert not floors.holds("cli", "")


def test_the_least_recently_secured_conversation_is_forgotten_first():
    floors = Floors(capacity=2)
    floors.raise_for("s", "a", "p1")
    floors.raise_for("s", "b", "p1")
    floors.raise_for("s", "a", "p1")
    floors.raise_for("s", "c", "p1")
    assert floors.holds("s", "a")
    assert floors.holds("s", "c")
    assert not floors.holds("s", "b")


@given(st.lists(st.text("abcdef", min_size=1, max_size=2), max_size=50))
def test_the_memory_is_bounded_and_keeps_the_latest(names):
    floors = Floors(capacity=5)
    for name in names:
        floors.raise_for("s", name, "p1")
    latest = list(dict.fromkeys(reversed(names)))
    assert [floors.holds("s", name) for name in latest] == [
        index < 5 for index in range(len(latest))
    ]


def test_a_prompt_takes_back_only_what_it_raised_itself():
    floors = Floors()
    floors.raise_for("s", "c", "p1")
    floors.raise_for("s", "c", "p2")
    floors.take_back("s", "c", "p1")
    assert floors.holds("s", "c")
    floors.take_back("s", "other", "p2")
    floors.take_back("other", "c", "p2")
    floors.take_back("s", "c", "p3")
    assert floors.holds("s", "c")
    floors.take_back("s", "c", "p2")
    assert not floors.holds("s", "c")
    floors.raise_for("s", "c", "p1")
    assert floors.holds("s", "c")


def test_a_conversation_with_too_many_prompts_to_tell_apart_stays_secured_for_good():
    floors = Floors()
    marks = [f"p{n}" for n in range(MOST_MARKS + 1)]
    for mark in marks:
        floors.raise_for("s", "c", mark)
    for mark in marks:
        floors.take_back("s", "c", mark)
    assert floors.holds("s", "c")


def test_what_is_taken_back_before_there_are_too_many_counts():
    floors = Floors()
    for number in range(MOST_MARKS):
        floors.raise_for("s", "c", f"p{number}")
        floors.take_back("s", "c", f"p{number}")
    assert not floors.holds("s", "c")
    floors.raise_for("s", "c", "one more")
    floors.take_back("s", "c", "one more")
    assert floors.holds("s", "c")


def test_the_usual_memory_is_large():
    assert CAPACITY >= 10_000
