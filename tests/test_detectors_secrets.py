"""Secrets and passwords: what is found, what is left, and that no text slows it down."""

from __future__ import annotations

import random
import string
import time

import pytest

from companion.detectors.secrets import SecretDetector

DETECTOR = SecretDetector()
CHANCE = random.Random(7)


def made_up(length, alphabet=string.ascii_letters + string.digits):
    return "".join(CHANCE.choice(alphabet) for _ in range(length))


def found(text):
    return [(finding.kind, text[finding.start : finding.end]) for finding in DETECTOR.find(text)]


KEYS = {
    "AWS": "AKIA" + made_up(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "GitHub": "ghp_" + made_up(36),
    "GitHub fine-grained": "github_pat_" + made_up(60),
    "GitLab": "glpat-" + made_up(20),
    "Slack": "xoxb-" + made_up(12, string.digits) + "-" + made_up(24),
    "Google": "AIza" + made_up(35),
    "Stripe": "sk_" + "live_" + made_up(24),
    "npm": "npm_" + made_up(36),
    "PyPI": "pypi-AgE" + made_up(80),
    "SendGrid": "SG." + made_up(22) + "." + made_up(43),
    "Hugging Face": "hf_" + made_up(34),
    "Telegram": made_up(9, string.digits[1:]) + ":AA" + made_up(33),
    "JWT": "eyJ" + made_up(20) + ".eyJ" + made_up(50) + "." + made_up(43),
}


@pytest.mark.parametrize("maker", sorted(KEYS))
def test_a_key_with_a_known_form_is_a_secret(maker):  # S06
    assert ("SECRET", KEYS[maker]) in found(f"why does {KEYS[maker]} give a 401?")


def test_an_openai_style_key_is_a_secret():
    key = made_up(40)
    assert ("SECRET", key) in found(f"sk-proj-{key}")


def test_a_private_key_block_is_one_secret():
    block = f"-----BEGIN RSA PRIVATE KEY-----\n{made_up(64)}\n-----END RSA PRIVATE KEY-----"
    assert ("SECRET", block) in found(f"here: {block} ok?")


@pytest.mark.parametrize(
    "text",
    [
        "API_KEY = 'V'",
        '"client_secret": "V"',
        "access-token: V",
        "the api key is V",
        "Authorization: Bearer V",
    ],
)
def test_a_generated_value_given_to_a_key_is_a_secret(text):
    value = "a8Fk29dkQz81mmPq0zX"
    assert ("SECRET", value) in found(text.replace("V", value))


@pytest.mark.parametrize(
    "text",
    [
        "export API_KEY=your_api_key_here_123",
        "token = os.environ['TOKEN_1234567']",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "How do I store an API key?",
        "the token is a sequence of characters",
        "secret: aaaaaaaaaaaaaaaaaaaaa1",
    ],
)
def test_a_placeholder_or_a_question_is_no_secret(text):
    assert not [kind for kind, _ in found(text) if kind == "SECRET"]


@pytest.mark.parametrize(
    ("text", "password"),
    [
        ("My password is Hunter2!x, ok?", "Hunter2!x"),
        ("password: tr0ub4dor&3", "tr0ub4dor&3"),
        ("the password for the router is Blue42House", "Blue42House"),
        ("DB_PASSWORD=s3cr3t-value", "s3cr3t-value"),
        ('{"password": "pa55word"}', "pa55word"),
        ("my wifi password is sunshine", "sunshine"),
        ("postgres://app:s3cr3t@db.local/x", "s3cr3t"),
        ("my PIN is 4821", "4821"),
        ("cvv 123", "123"),
    ],
)
def test_a_password_in_prose_or_code_is_found(text, password):  # S06
    assert ("PASSWORD", password) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The password is required.",
        "my password is not working",
        "password = getpass()",
        "password: string",
        "Is a password manager worth it?",
        "password = os.environ['DB_PASSWORD']",
        "Reset password: ${NEW_PASSWORD}",
        "the password was changed yesterday",
    ],
)
def test_speaking_of_passwords_is_no_password(text):
    assert not [kind for kind, _ in found(text) if kind == "PASSWORD"]


HOSTILE = [
    "a", "1", " ", "\n", "_", "-", "a-", "a.", "1-", "1 ", "a@", "://", "a://b:c", "http://",
    "password ", "password is ", "password for x x x x ", "my x x x ", "secret", "token=", "eyJ",
    "eyJaaaaaaaaaaa.eyJaaaaaaaaaa.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "4111 ",
    "born on ", "dob 1/1/", "12 Elm Elm Elm Elm ", "Elm ", "account number is ", "ssn ",
    "phone 1 2 3 4 5 6 7 8 9 0 ", "call me at ", "passport number ", "patient id a-", "bearer ",
    "sk-", "ghp_", "xoxb-", "AKIA", "nhs ", "nhs 1", "pin ", "\"'", "AccountKey=", "my password ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_linear_in_its_length(piece):  # R13
    """Four times the text may take at most about four times as long (with room for noise)."""
    text = (piece * 60_000)[:60_000]
    assert _seconds(text) < max(0.05, 10 * _seconds(text[:15_000]))
    assert _seconds(text) < 1.0


def _seconds(text):
    """Return the best of two, in CPU seconds of this process."""
    return min(_once(text) for _ in range(2))


def _once(text):
    start = time.process_time()
    DETECTOR.find(text)
    return time.process_time() - start
