"""The history of conversations: kinds and scores, never text, bounded in size and age."""

import pytest
from core_cases import finding

from companion.history import LEAST_SCORE, MOST_KINDS, History
from companion.values import Known


def kinds(history, conversation="c1", *, site="chat", now=0.0):
    return [each.kind for each in history.known(site, conversation, now=now)]


def test_what_one_turn_tells_is_known_in_the_next():
    history = History()
    assert history.known("chat", "c1", now=0.0) == ()
    history.note("chat", "c1", [finding("PERSON", score=0.85)], now=0.0)
    assert history.known("chat", "c1", now=1.0) == (Known(kind="PERSON", score=0.85),)


def test_the_best_score_of_each_kind_counts_over_all_turns():
    history = History()
    history.note("chat", "c1", [finding("PERSON", score=0.6), finding("AGE", score=0.5)], now=0.0)
    history.note("chat", "c1", [finding("PERSON", score=0.9)], now=1.0)
    history.note("chat", "c1", [finding("PERSON", score=0.7)], now=2.0)
    known = history.known("chat", "c1", now=3.0)
    assert known == (Known(kind="AGE", score=0.5), Known(kind="PERSON", score=0.9))


def test_a_finding_that_is_not_sure_tells_nothing():
    history = History()
    history.note("chat", "c1", [finding("PERSON", score=LEAST_SCORE - 0.01)], now=0.0)
    assert kinds(history) == []
    assert len(history) == 0


def test_conversations_and_sites_are_kept_apart():
    history = History()
    history.note("chat", "c1", [finding("PERSON")], now=0.0)
    assert kinds(history, "c2") == []
    assert kinds(history, "c1", site="other") == []


def test_a_conversation_without_a_name_is_not_remembered():
    history = History()
    history.note("cli", "", [finding("PERSON")], now=0.0)
    assert history.known("cli", "", now=0.0) == ()
    assert len(history) == 0


def test_a_conversation_that_ended_is_forgotten():
    history = History()
    history.note("chat", "c1", [finding("PERSON")], now=0.0)
    history.forget("chat", "c1")
    history.forget("chat", "never seen")
    assert kinds(history) == []


def test_an_old_conversation_is_forgotten_and_a_living_one_is_not():
    history = History(longest_age=10.0)
    history.note("chat", "old", [finding("PERSON")], now=0.0)
    history.note("chat", "live", [finding("PERSON")], now=0.0)
    assert kinds(history, "live", now=8.0) == ["PERSON"]
    assert kinds(history, "old", now=10.5) == []
    assert kinds(history, "live", now=18.0) == ["PERSON"]
    assert kinds(history, "live", now=28.1) == []
    assert len(history) == 0


def test_the_least_recently_used_conversation_makes_room():
    history = History(capacity=2)
    for number in range(2):
        history.note("chat", f"c{number}", [finding("PERSON")], now=0.0)
    history.known("chat", "c0", now=1.0)
    history.note("chat", "c2", [finding("PERSON")], now=2.0)
    assert [kinds(history, f"c{number}", now=2.0) for number in range(3)] == [
        ["PERSON"],
        [],
        ["PERSON"],
    ]


def test_a_conversation_holds_a_bounded_number_of_kinds_the_surest_first():
    history = History()
    many = [finding(f"KIND_{n:03}", score=0.4 + n / 1000) for n in range(3 * MOST_KINDS)]
    history.note("chat", "c1", many, now=0.0)
    known = kinds(history)
    assert len(known) == MOST_KINDS
    assert known[0] == f"KIND_{2 * MOST_KINDS:03}"


def test_names_are_remembered_by_their_digest_alone():
    history = History(name=lambda name: f"digest-{len(name)}")
    history.note("chat", "a-page-s-own-name", [finding("PERSON")], now=0.0)
    assert "a-page-s-own-name" not in repr(history._told)
    assert kinds(history, "a-page-s-own-name") == ["PERSON"]


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_known_score_is_a_share(score):
    with pytest.raises(ValueError, match="0 to 1"):
        Known(kind="PERSON", score=score)
