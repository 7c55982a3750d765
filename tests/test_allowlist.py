"""What is allowed: whole spans, by kind, in the clear or by digest."""

import pytest

from companion import allowlist, policy
from companion.allowlist import Allowlist, digest
from companion.detection_policy import AllowRule, Match
from companion.policy import Beside
from companion.values import Finding

KEY = b"a key of this installation"


def allows(kind, text, key=KEY, **rule):
    return Allowlist.compile([AllowRule(**rule)], key).allows(kind, text)


def found(text, **values):
    """Return findings of `text`: each value of a kind where it first stands."""
    return tuple(
        Finding(
            kind=kind,
            start=text.index(value),
            end=text.index(value) + len(value),
            score=1.0,
            detector="x",
        )
        for kind, value in values.items()
    )


@pytest.mark.parametrize(
    "text",
    [
        "support@example.com",
        "Support@Example.com",
        " support@example.com.",
        "<support@example.com>",
        "ｓupport@example.com",
        "sup\u200bport@example.com",
    ],
)
def test_a_text_is_allowed_however_it_is_written(text):
    assert allows("EMAIL_ADDRESS", text, terms=("support@example.com",))


@pytest.mark.parametrize("text", ["support@example.com.evil", "my support@example.com", ""])
def test_only_the_whole_span_is_allowed(text):
    assert not allows("EMAIL_ADDRESS", text, terms=("support@example.com",))


def test_wildcards_and_expressions_match_the_whole_span():
    rule = {"terms": ("*@example.com",), "match": Match.WILDCARD}
    assert allows("EMAIL_ADDRESS", "press@example.com", **rule)
    assert not allows("EMAIL_ADDRESS", "press@example.com.evil", **rule)
    rule = {"terms": ("ORD-[0-9]+",), "match": Match.REGEX}
    assert allows("ACCOUNT_NUMBER", "ORD-12", **rule)
    assert not allows("ACCOUNT_NUMBER", "ORD-12x", **rule)


def test_case_counts_where_a_rule_says_so():
    assert not allows("PERSON", "rose", terms=("Rose",), case_sensitive=True)
    assert allows("PERSON", "Rose", terms=("Rose",), case_sensitive=True)


def test_a_rule_is_about_its_kinds_alone():
    assert allows("PERSON", "Anna", terms=("Anna",), kinds=("PERSON",))
    assert not allows("LOCATION", "Anna", terms=("Anna",), kinds=("PERSON",))


@pytest.mark.parametrize("kind", ["CREDIT_CARD", "SECRET", "PASSWORD", "US_SSN", "IBAN_CODE"])
def test_a_grave_kind_is_only_allowed_by_name(kind):
    card = "4111 1111 1111 1111"
    assert not allows(kind, card, terms=(card,))
    assert not allows(kind, card, terms=(card,), kinds=("*", "PERSON"))
    assert allows(kind, card, terms=("4111111111111111",), kinds=(kind,))
    assert allows(kind, "4111-1111-1111-1111", terms=(card,), kinds=("*", kind))


def test_an_unknown_kind_is_no_grave_one():
    assert allows("STAFF_ID", "S12345", terms=("S12345",))


def test_a_digest_allows_a_text_that_is_written_nowhere():
    name = digest("Anna Berger", KEY)
    assert len(name) == 32
    assert "anna" not in name
    assert allows("PERSON", "anna  berger", digests=(name,))
    assert not allows("PERSON", "Anna Bergers", digests=(name,))
    assert not allows("PERSON", "Anna Berger", key=b"another key entirely", digests=(name,))
    with pytest.raises(ValueError, match="key"):
        Allowlist.compile([AllowRule(digests=(name,))])


def test_findings_that_are_allowed_do_not_count():
    text = "Write to support@example.com or ann@example.com"
    findings = found(text, EMAIL_ADDRESS="support@example.com", URL="ann@example.com")
    rules = Allowlist.compile([AllowRule(terms=("support@example.com",))])
    assert rules.keep(findings, text) == findings[1:]
    assert Allowlist.compile([]).keep(findings, text) == findings
    assert rules.keep((), text) == ()


def test_what_stands_inside_an_allowed_span_goes_with_it_where_the_rule_says_so():
    text = "Mail info@berger.example or Berger"
    findings = (
        *found(text, EMAIL_ADDRESS="info@berger.example", PERSON="berger", LOCATION="Berger"),
        *found(text, SECRET="berger"),
    )
    rules = Allowlist.compile([AllowRule(terms=("info@berger.example",))])
    assert [each.kind for each in rules.keep(findings, text)] == ["LOCATION", "SECRET"]
    narrow = AllowRule(terms=("info@berger.example",), kinds=("EMAIL_ADDRESS",))
    kept = [each.kind for each in Allowlist.compile([narrow]).keep(findings, text)]
    assert kept == ["PERSON", "LOCATION", "SECRET"]


def test_a_span_around_an_allowed_one_counts():
    text = "Anna Berger Ltd"
    findings = found(text, PERSON="Anna Berger", ORGANIZATION="Anna Berger Ltd")
    rules = Allowlist.compile([AllowRule(terms=("Anna Berger",))])
    assert [each.kind for each in rules.keep(findings, text)] == ["ORGANIZATION"]


def test_the_policy_in_force_has_its_list_compiled_once():
    key = "0123456789abcdef"
    rule = f"[[detection.allow]]\ndigests = ['{digest('Anna', key.encode())}']"
    active = policy.parse(rule, beside=Beside(allow_key=key.encode()))
    assert allowlist.of(active).allows("PERSON", "Anna")
    assert allowlist.of(active) is allowlist.of(active)
    assert not allowlist.of(policy.parse("")).allows("PERSON", "Anna")
