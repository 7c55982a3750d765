"""Expressions of people's own: their places, their borders, and time linear in the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import expressions
from companion.expressions import MOST_MATCHES, ExpressionError


def texts(expression, text):
    return [text[start:end] for start, end in expression.spans(text)]


def listed(*terms, wildcards=True, borders=True, **options):
    return expressions.words(terms, wildcards=wildcards, borders=borders, **options)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("acme", "acme acme, ACME", ["acme", "acme", "ACME"]),
        ("acme", "myacme acmeapp acme1 äacme", []),
        ("acme", "acme_prod the-acme-way", ["acme", "acme"]),
        ("acme*", "Acmelabs and acme-labs", ["Acmelabs", "acme"]),
        ("PRJ-*", "see PRJ-12. And prj-7b!", ["PRJ-12", "prj-7b"]),
        ("*.corp.example", "on db1.corp.example now", ["db1.corp.example"]),
        ("Österreich*", "Österreichs ööÖsterreich", ["Österreichs"]),
        ("C++", "in C++, C+", ["C++"]),
        ("gr?n", "grün gran green", ["grün", "gran"]),
        ("blue bird", "blue\n  bird", ["blue\n  bird"]),
        ("a.b", "a.b axb", ["a.b"]),
    ],
)
def test_a_list_is_found_at_word_borders(term, text, found):
    assert texts(listed(term), text) == found


def test_without_borders_a_term_is_found_inside_words():
    assert texts(listed("acme", borders=False), "myacmeapp") == ["acme"]


def test_the_longest_of_a_list_is_found_first():
    assert texts(listed("acme", "acme labs", wildcards=False), "acme labs") == ["acme labs"]


def test_signs_stand_for_themselves_in_an_exact_list():
    assert texts(listed("what?", wildcards=False), "what? whats") == ["what?"]


def test_case_counts_where_it_is_asked_to():
    assert texts(listed("IT", case_sensitive=True), "IT it") == ["IT"]
    assert texts(expressions.regex("IT", case_sensitive=True), "IT it") == ["IT"]


@given(st.text(max_size=60), st.text("aé😀 -", max_size=20))
def test_offsets_count_code_points(before, after):
    text = f"{before}\u20acK42\u20ac{after}"
    expression = expressions.regex(r"\u20acK\d\d".replace(r"\u20ac", "\u20ac"))
    assert "\u20acK42" in texts(expression, text)


def test_empty_matches_are_passed_over():
    assert texts(expressions.regex("x*"), "äxxäx") == ["xx", "x"]
    assert texts(expressions.regex("x*"), "") == []


@pytest.mark.parametrize(
    "source",
    ["[", "(?=x)", "(?<!x)y", r"(a)\1", r"\C", "a{2000}", "((a{100}){10}){10}", "("],
)
def test_what_no_automaton_can_do_is_refused_without_quoting_it(source):
    with pytest.raises(ExpressionError) as caught:
        expressions.regex(f"Qwzx{source}")
    assert "Qwzx" not in str(caught.value)


@pytest.mark.parametrize("term", ["*", "?*", "*.*", "a*"])
def test_a_term_that_is_nearly_all_wildcards_is_refused(term):
    with pytest.raises(ExpressionError, match="letters or digits"):
        expressions.whole(term)


def test_what_follows_too_many_matches_counts_as_one_more():
    spans = list(expressions.regex("a").spans("a" * 10 * MOST_MATCHES))
    assert len(spans) == MOST_MATCHES + 1
    assert spans[-1] == (MOST_MATCHES, 10 * MOST_MATCHES)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(a+)+$", "a" * 20_000 + "!"),
        ("(a|a)*b", "a" * 20_000),
        ("(a|b)*a(a|b){12}c", "ab" * 10_000),
        ("(a.*z)|a", "a" * 20_000),
        (r"(\pL+\s?){9}!", "word " * 4_000),
        ("a.{900}b", "a" * 20_000),
    ],
)
def test_no_expression_stalls(source, text):  # R13
    expression = expressions.regex(source)
    started = time.process_time()
    list(expression.spans(text))
    assert time.process_time() - started < 1.0


def test_a_whole_text_is_covered_or_not():
    assert expressions.whole("*@acme.example").covers("joe@acme.example")
    assert not expressions.whole("*@acme.example").covers("joe@acme.example.evil")
    assert not expressions.regex("a|ab").covers("abc")
