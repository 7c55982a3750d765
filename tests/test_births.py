"""Dates of birth from before anybody who lives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.births import LIVING, LONG_AGO, dimmed
from companion.values import Finding


def scored(text: str, stretch: str, kind: str = "DATE_OF_BIRTH", score: float = 0.93) -> float:
    start = text.index(stretch)
    end = start + len(stretch)
    found = Finding(kind=kind, start=start, end=end, score=score, detector="test")
    (made,) = dimmed([found], text)
    assert (made.start, made.end, made.kind) == (start, end, kind)
    return made.score


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("born 6 July 1907.", "6 July 1907"),
        ("born 06.07.1907", "06.07.1907"),
        ("born 1907-07-06", "1907-07-06"),
        ("born 31 October 1795, poet", "31 October"),
        ("born October 31, 1795, poet", "October 31"),
        ("nacida el 6 de julio de 1907", "6 de julio"),
    ],
)
def test_a_birth_long_ago_is_no_sure_identifier(text, stretch):
    assert scored(text, stretch) == LONG_AGO


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        (f"born 3 May {LIVING}", f"3 May {LIVING}"),
        ("born 3 May 1961", "3 May 1961"),
        ("born 3 May", "3 May"),
        ("born 3 May. 1850 people came", "3 May"),
        ("born 3 May 61", "3 May 61"),
        ("born 03051907", "03051907"),
        ("born 3 May, 18501 of them", "3 May"),
        ("born 1907 or 1961", "1907 or 1961"),
        ("born 1361-05-03, in Iran's calendar", "1361-05-03"),
        ("born 3 May 1440, in the Islamic one", "3 May 1440"),
        ("born \N{ARABIC-INDIC DIGIT ONE}\N{ARABIC-INDIC DIGIT NINE}61", "\u0661\u066961"),
    ],
)
def test_a_birth_of_somebody_who_may_live_is_left_as_it_is(text, stretch):
    assert scored(text, stretch) == 0.93


def test_only_dates_of_birth_are_looked_at_and_none_grows_surer():
    assert scored("signed 6 July 1907", "6 July 1907", kind="DATE_TIME") == 0.93
    assert scored("born 6 July 1907", "6 July 1907", score=0.3) == 0.3


@given(st.text(min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 30))
def test_any_stretch_of_any_text_can_be_asked_about(text, start, length):
    found = Finding(
        kind="DATE_OF_BIRTH", start=start, end=start + length, score=0.9, detector="test"
    )
    (made,) = dimmed([found], text)
    assert made.score in (0.9, LONG_AGO)
