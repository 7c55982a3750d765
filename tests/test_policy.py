"""The policy file: what it may say, and that a bad one weakens nothing."""

import base64
import contextlib
import json
import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import policy
from companion.detection_policy import AllowRule, Engine, Match, TermRule
from companion.person_policy import NOTHING, PersonRules, SendPublicly
from companion.policy import Origin, PolicyError
from companion.sensitivity import DEFAULT_WEIGHTS

GOOD = """
schema = 1
name = "Clinic"
threshold = 0.5
level_by = "initial"
[eligibility.length]
greeting_characters = 10
max_characters = 5000
[eligibility.phrases]
terms = ["project teal"]
[eligibility.network]
interfaces = ["corp*"]
verdict = "clear"
[eligibility.account]
exempt = ["press"]
require = ["board"]
[eligibility.information]
kinds = ["US_SSN", "CREDIT_CARD"]
[weights]
PERSON = 0.9
[sites]
generic = ["https://chat.example.com/*"]
[detection]
engine = "both"
[[detection.terms]]
terms = ["Project Teal"]
words = "a project"
[[detection.terms]]
match = "wildcard"
terms = ["PRJ-*"]
kind = "PROJECT_NUMBER"
score = 0.8
case_sensitive = true
borders = false
[[detection.allow]]
match = "regex"
terms = ["ORD-[0-9]+"]
kinds = ["ACCOUNT_NUMBER"]
"""


def test_every_key_of_the_file_arrives_in_the_policy():
    active = policy.parse(GOOD)
    read = active.policy
    assert (active.origin, active.error) == (Origin.FILE, "")
    assert (read.name, read.threshold, read.level_by) == ("Clinic", 0.5, "initial")
    assert read.eligibility.length == policy.LengthRule(greeting_characters=10, max_characters=5000)
    assert read.eligibility.phrases.terms == ("project teal",)
    assert read.eligibility.network.interfaces == ("corp*",)
    assert read.eligibility.account.exempt == ("press",)
    assert read.eligibility.information.kinds == ("US_SSN", "CREDIT_CARD")
    assert read.all_weights == {**DEFAULT_WEIGHTS, "PERSON": 0.9}
    assert read.sites.generic == ("https://chat.example.com/*",)
    assert read.detection.engine is Engine.BOTH
    assert read.detection.terms == (
        TermRule(terms=("Project Teal",), words="a project"),
        TermRule(
            terms=("PRJ-*",),
            match=Match.WILDCARD,
            kind="PROJECT_NUMBER",
            score=0.8,
            case_sensitive=True,
            borders=False,
        ),
    )
    allow = AllowRule(terms=("ORD-[0-9]+",), match=Match.REGEX, kinds=("ACCOUNT_NUMBER",))
    assert read.detection.allow == (allow,)


def test_the_person_and_the_keys_are_read():
    key = base64.b64encode(bytes(range(32))).decode()
    text = f"""
[person]
send_publicly = "always"
not_sensitive = false
pause_minutes = 60
switch = false
[sites]
keys = ["{key}"]
"""
    read = policy.parse(text).policy
    assert read.person == PersonRules(
        send_publicly=SendPublicly.ALWAYS, not_sensitive=False, pause_minutes=60, switch=False
    )
    assert read.sites.keys == (key,)
    usual = policy.default().policy.person
    assert (usual.send_publicly, usual.pause_minutes) == (SendPublicly.NOT_GRAVE, 10)


def test_under_the_strictest_policy_the_person_decides_nothing():
    person = policy.strictest("broken").policy.person
    assert person == NOTHING
    assert (person.send_publicly, person.not_sensitive) == (SendPublicly.NEVER, False)
    assert (person.pause_minutes, person.switch) == (0, False)


def test_toml_and_json_of_the_same_rules_have_the_same_id():
    active = policy.parse(GOOD)
    text = json.dumps(msgspec.to_builtins(active.policy))
    assert policy.parse(text, json=True) == active


def test_the_id_changes_with_any_rule_and_not_with_the_way_of_writing():
    ids = {policy.parse(text).id for text in (GOOD, GOOD.replace("0.5", "0.51"), "", "name = 'x'")}
    assert len(ids) == 4
    assert policy.parse(GOOD + "\n# a comment\n").id == policy.parse(GOOD).id
    assert policy.default().id != policy.parse("").id  # the origin is part of it


BAD = {
    "not TOML": "= 1",
    "unknown key": "treshold = 0.9",
    "unknown section": "[extra]\na = 1",
    "unknown key in a section": "[eligibility.length]\nmax = 1",
    "wrong type": "threshold = 'high'",
    "a person who may do anything": "[person]\nsend_publicly = 'grave'",
    "a pause without end": "[person]\npause_minutes = 61",
    "a pause that is no number": "[person]\npause_minutes = true",
    "a key that is no base64": "[sites]\nkeys = ['not base64']",
    "a key that is too short": "[sites]\nkeys = ['AAAA']",
    "a key with a sign too many": f"[sites]\nkeys = ['{base64.b64encode(bytes(33)).decode()}']",
    "true is no number": "threshold = true",
    "not a number": "threshold = nan",
    "infinite": "threshold = inf",
    "too high": "threshold = 1.01",
    "too low": "threshold = -0.01",
    "wrong schema": "schema = 2",
    "no name": "name = ''",
    "weight not a number": "[weights]\nPERSON = nan",
    "weight too high": "[weights]\nPERSON = 2",
    "weight of no kind": "[weights]\n'person' = 0.5",
    "negative length": "[eligibility.length]\nmax_characters = -1",
    "empty phrase": "[eligibility.phrases]\nterms = ['']",
    "blank phrase": "[eligibility.phrases]\nterms = ['  ']",
    "unknown verdict": "[eligibility.network]\nverdict = 'maybe'",
    "verdict that is none": "[eligibility.network]\nverdict = 'not_asked'",
    "site that is no address": "[sites]\ngeneric = ['chat.example.com']",
    "nested without end": "name = " + "[" * 5000,
    "number without end": "threshold = " + "9" * 5000,
    "unknown engine": "[detection]\nengine = 'spacy'",
    "terms of no kind": "[[detection.terms]]\nterms = ['x']\nkind = '*'",
    "no terms": "[[detection.terms]]\nterms = []",
    "blank own term": "[[detection.terms]]\nterms = [' ']",
    "score of nothing": "[[detection.terms]]\nterms = ['x']\nscore = 0",
    "bad wildcard": "[[detection.terms]]\nterms = ['*']\nmatch = 'wildcard'",
    "bad expression": "[[detection.terms]]\nterms = ['(']\nmatch = 'regex'",
    "look-around": "[[detection.allow]]\nterms = ['(?=x)']\nmatch = 'regex'",
    "nothing allowed": "[[detection.allow]]\nkinds = ['PERSON']",
    "allowed of no kind": "[[detection.allow]]\nterms = ['x']\nkinds = []",
    "no digest": "[[detection.allow]]\ndigests = ['abc']",
    "digest without a key": f"[[detection.allow]]\ndigests = ['{'0' * 32}']",
    "recognisers of nowhere": "[detection]\nrecognisers = 'own.yaml'",
    "too many expressions": "[[detection.terms]]\nmatch = 'wildcard'\nterms = ["
    + ",".join(f"'ab{n}*'" for n in range(2_001))
    + "]",
    "twice": "threshold = 0.1\nthreshold = 0.9",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_policy_that_is_not_understood_is_refused(text):
    with pytest.raises(PolicyError):
        policy.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "[", "[" * 100_000, "null", "[]", '{"name":"\\ud800"}'],
    ids=lambda text: text[:20],
)
def test_json_that_is_no_policy_is_refused(text):
    with pytest.raises(PolicyError):
        policy.parse(text, json=True)


@given(st.text(), st.booleans())
def test_any_text_is_a_policy_or_a_policy_error(text, as_json):
    with contextlib.suppress(PolicyError):
        policy.parse(text, json=as_json)


def test_an_error_names_the_key():
    with pytest.raises(PolicyError, match=r"\$\.eligibility\.length"):
        policy.parse("[eligibility.length]\nmax_characters = 'many'")


def test_an_error_names_the_term_that_cannot_be_used():
    with pytest.raises(PolicyError, match=r"terms\[1\].*missing.*\$\.detection\.terms\[0\]"):
        policy.parse("[[detection.terms]]\nmatch = 'regex'\nterms = ['a', '(']")


RECOGNISERS = """
recognizers:
  - {name: Staff, supported_entity: STAFF_ID, deny_list: [S12345]}
"""


def test_the_file_of_recognisers_lies_beside_the_policy_and_belongs_to_its_id(tmp_path):
    path, beside = tmp_path / "policy.toml", tmp_path / "own.yaml"
    path.write_text('[detection]\nrecognisers = "own.yaml"')
    missing = policy.load(path)
    assert (missing.origin, missing.files) == (Origin.STRICTEST, ("own.yaml",))
    assert "own.yaml: No such file" in missing.error
    assert "$.detection.recognisers" in missing.error
    beside.write_text(RECOGNISERS)
    active = policy.load(path)
    assert (active.origin, active.error, active.recognisers) == (Origin.FILE, "", RECOGNISERS)
    assert active.files == ("own.yaml",)
    beside.write_text(RECOGNISERS.replace("S12345", "S12346"))
    assert policy.load(path).id != active.id


@pytest.mark.parametrize("content", [b"\xff", b"recognizers: 7", b"- [", b""])
def test_a_file_of_recognisers_that_cannot_be_used_puts_the_strictest_policy_in_force(
    tmp_path, content
):
    path = tmp_path / "policy.toml"
    path.write_text('[detection]\nrecognisers = "own.yaml"')
    (tmp_path / "own.yaml").write_bytes(content)
    active = policy.load(path)
    assert active.origin is Origin.STRICTEST
    assert "own.yaml" in active.error
    assert "$.detection.recognisers" in active.error


def test_the_key_of_digests_lies_beside_the_policy_and_is_not_shown(tmp_path):
    path, key = tmp_path / "policy.toml", tmp_path / policy.KEY_FILE
    path.write_text(f"[[detection.allow]]\ndigests = ['{'0' * 32}']")
    assert policy.load(path).origin is Origin.STRICTEST
    for bad in ("short", "x" * 65):
        key.write_text(bad)
        assert "$.detection.allow" in policy.load(path).error
    key.write_text("0123456789abcdef\n")
    active = policy.load(path)
    assert (active.error, active.allow_key) == ("", b"0123456789abcdef")
    assert "0123456789abcdef" not in repr(active)
    key.write_text("fedcba9876543210")
    assert policy.load(path).id != active.id


def test_people_are_shown_a_rules_own_words():
    detection = policy.parse(GOOD).policy.detection
    assert detection.words("CUSTOM_TERM") == "a project"
    assert detection.words("PROJECT_NUMBER") == ""


def test_no_file_means_the_default(tmp_path):
    active = policy.load(tmp_path / "policy.toml")
    assert (active.origin, active.error) == (Origin.DEFAULT, "")
    assert active.policy.threshold == 0.50


@pytest.mark.parametrize(
    "content",
    [b"threshold = 2", b"\xff\xfe", b"= 1", b"a = " + b"[" * 5000],
    ids=["too high", "no UTF-8", "no TOML", "too deep"],
)
@pytest.mark.parametrize("name", ["policy.toml", "policy.json"])
def test_a_bad_file_puts_the_strictest_policy_in_force_and_says_why(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    active = policy.load(path)
    assert active.origin is Origin.STRICTEST
    assert active.policy.threshold == 0.0
    assert str(path) in active.error


def test_a_folder_or_an_unreachable_file_is_no_missing_file(tmp_path):
    assert policy.load(tmp_path).origin is Origin.STRICTEST
    (tmp_path / "file").touch()
    assert policy.load(tmp_path / "file" / "policy.toml").origin is Origin.STRICTEST
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert policy.load(tmp_path / "link").origin is Origin.STRICTEST


@pytest.mark.skipif(os.getuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_no_missing_file(tmp_path):
    path = tmp_path / "policy.toml"
    path.touch(mode=0o000)
    assert policy.load(path).origin is Origin.STRICTEST


def test_a_json_file_is_read_as_json(tmp_path):
    path = tmp_path / "policy.json"
    path.write_text('{"threshold": 0.25}')
    assert policy.load(path).policy.threshold == 0.25


def test_the_schema_is_a_json_schema_of_every_key():
    schema = policy.json_schema()
    assert schema["$schema"].startswith("https://json-schema.org/")
    text = json.dumps(schema)
    for name in policy.Policy.__struct_fields__:
        assert f'"{name}"' in text
