"""Secrets and passwords: what is found, what is left, and that no text slows it down."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.detectors import (
    DetectorError,
    kinds,
    password_words,
    secret_candidates,
    secret_context,
    secret_features,
    secret_forms,
    secret_model,
)
from companion.detectors.secrets import LOWEST, SecretDetector

ROOT = Path(__file__).parent.parent
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
    key = "sk-proj-" + made_up(40)
    assert ("SECRET", key) in found(f"why is {key} refused?")


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
        ("DB_PASSWORD=s3cr3t-v4lue!9", "s3cr3t-v4lue!9"),
        ('{"password": "kestrel55"}', "kestrel55"),
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


def grave(text):
    """The kinds that secure a prompt by themselves."""
    return [finding.kind for finding in DETECTOR.find(text) if finding.score >= 0.85]


VALUE = "q7Rk29dWz81mmPw0zX4vTn6b"
PLACES = [
    'const apiKey: string = "V";', '"clientSecret": "V",', "  secret_key: 'V'", "AUTH_TOKEN=V",
    "export GITHUB_TOKEN=V", '$config["secret"] = "V";', "'api_token' => 'V',", 'token := "V"',
    '<add key="ApiKey" value="V"/>', "<token>V</token>", '<string name="api_key">V</string>',
    "- name: API_TOKEN\n  value: V", "curl --token V", "ENV API_KEY=V", "-DauthToken=V",
    'os.environ.get("API_KEY", "V")', 'client.setToken("V")', '{\\"token\\":\\"V\\"}',
    "Authorization: Bearer V", 'headers = {"X-Api-Key": "V"}', "kind: Secret\ndata:\n  blob: V",
    '{"auths": {"ghcr.io": {"auth": "V"}}}', "//npm.example.org/:_authToken=V",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_generated_value_is_found_wherever_code_gives_it_to_a_name(place):  # S06
    text = place.replace("V", VALUE)
    assert any(VALUE in value for _, value in found(text)), found(text)


PASSWORD_PLACES = [
    'password = "kx7!pqLz"', "DB_PASSWORD=kx7!pqLz", '"password": "kx7!pqLz"',
    "    password: kx7pqLz", "CREATE USER bob IDENTIFIED BY 'kx7!pqLz';",
    "machine api.test.org login bob password kx7pqLz", 'props.put("db.password", "kx7!pqLz")',
    "Server=db;User Id=sa;Password=kx7pqLz;", "mysql -u root -pkx7pqLz app",
    "curl -u bob:kx7pqLz https://api.test.org", "redis://:kx7pqLz@cache:6379/0",
    "mongodb+srv://app:kx7pqLz@cluster0.test.net/db", "sshpass -p kx7pqLz ssh bob@host",
    "db.local:5432:app:bob:kx7pqLz", '<property name="password" value="kx7!pqLz"/>',
]  # fmt: skip


@pytest.mark.parametrize("text", PASSWORD_PLACES)
def test_a_password_in_code_or_configuration_is_found(text):  # S06
    assert any("kx7" in value for kind, value in found(text) if kind == "PASSWORD"), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "api_key = '<your-api-key>'",
        "API_KEY=${API_KEY}",
        "token: process.env.TOKEN",
        "password: changeme",
        "const key = 'ArrowDown';",
        "for key, value in table.items():",
        'primaryKey: "user_id"',
        'private String passwordLabel = "Password";',
        "password = models.CharField(max_length=128)",
        "commit 43fc912ef59a83054ea7f6706df4d53a7dea4d80",
        '"integrity": "sha512-9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit=="',
        "id = 'f4aeb6bc-2a25-458a-8111-9be9e502c0e7'",
        "public_key = ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7",
        "def authenticate(user: str, password: str) -> Token:",
        (
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
            "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
        ),
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "postgres://user:password@localhost/db",
        "https://user:${TOKEN}@github.com/x/y",
    ],
)
def test_what_only_looks_like_a_secret_secures_no_prompt(text):
    assert grave(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the wifi pw: Kaffee99", "Kaffee99"),
        ("login with user bob / pass hunter22", "hunter22"),
        ("the PIN for the safe is 4821", "4821"),
        ("log in as admin using Tr0ub4dor", "Tr0ub4dor"),
        ("Mein Passwort ist Sommer2024!", "Sommer2024!"),
        ("mon mot de passe est chaton42", "chaton42"),
        ("mi contrase\u00f1a es Perro123", "Perro123"),
        ("minha senha \u00e9 futebol10", "futebol10"),
        ("la password \u00e8 Gatto88", "Gatto88"),
        ("mijn wachtwoord is fiets123", "fiets123"),
        ("my pasword is bluecat77", "bluecat77"),
        ("my passwrod is kitten99", "kitten99"),
        ("my p4ssword: kitten99", "kitten99"),
        ("the laptop's password was changed to Winter2025", "Winter2025"),
        ('the password is "correct horse battery"', "correct horse battery"),
        ("our recovery codes are 8f3k-29dk 2kd9-s8d7", "8f3k-29dk 2kd9-s8d7"),
        ("my security answer is Fluffy", "Fluffy"),
        ("credentials are admin / s3cret99", "s3cret99"),
        ("my gmail password is Spring2024$ please help", "Spring2024$"),
        ("my credentials: username - alice, password - Rainbow88", "Rainbow88"),
        ("I use Fluffy2010 as my password for everything", "Fluffy2010"),
        ("Change my password from Autumn22! to Winter23!", "Winter23!"),
        ("Das WLAN-Passwort lautet Kirschkuchen77", "Kirschkuchen77"),
        ("le code wifi est 8842-AXPQ", "8842-AXPQ"),
        ("My login details: jdoe@corp.com / Welcome123!", "Welcome123!"),
        ("Can you log into it with bob@x.com and monkey12!", "monkey12!"),
    ],
)
def test_a_password_in_a_sentence_is_found_and_grave(text, value):  # S06
    assert ("PASSWORD", value) in found(text)
    assert set(grave(text)) == {"PASSWORD"}


def test_a_seed_phrase_is_found_as_one():  # S06
    phrase = "abandon ability able about above absent absorb abstract absurd abuse access acid"
    assert ("PASSWORD", phrase) in found(f"My seed phrase is: {phrase}. Is it safe?")


@pytest.mark.parametrize(
    "text",
    [
        "what makes a password strong",
        "I forgot my password",
        "the password field is required",
        "is password hashing needed",
        "My password is expiring soon",
        "Why is my password rejected?",
        "the password must be at least 8 characters",
        "Mein Passwort ist falsch",
        "mon mot de passe est oubli\u00e9",
        "She passed with 95%",
        "pin 12 of the IC is ground",
        "verification code expired",
        "the password is stored as sha256",
        "the combination is 1234",
        "the secret of success: work",
        "my key takeaway is simple",
        "pass 3 parameters to the function",
        "What is the password for the default admin account?",
        "Why is password123 a bad password",
        "I changed my password because it was leaked",
        "How do I set the password to null in Postgres?",
        "error code 4041 in line 12",
        "random seed is 1234",
        "key: C# minor",
    ],
)
def test_a_sentence_about_passwords_is_left(text):
    assert found(text) == []


def test_every_score_is_a_probability_that_is_worth_reporting():
    text = "\n".join([*PLACES, *PASSWORD_PLACES]).replace("V", VALUE)
    found_here = DETECTOR.find(text)
    assert {finding.kind for finding in found_here} <= set(kinds.BY_NAME)
    assert all(LOWEST <= f.score <= 1 and f.score == round(f.score, 4) for f in found_here)
    assert [f.start for f in found_here] == sorted(f.start for f in found_here)


def test_the_same_text_gives_the_same_findings_in_another_process():  # R15
    text = "\n".join(PLACES).replace("V", VALUE)
    script = (
        "import sys; from companion.detectors.secrets import SecretDetector as D; d = D();"
        "t = sys.stdin.read(); print(d.version, [(f.start, f.end, f.score) for f in d.find(t)])"
    )
    here = str([(f.start, f.end, f.score) for f in DETECTOR.find(text)])
    there = subprocess.run(
        [sys.executable, "-c", script],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "11"},
    ).stdout.strip()
    assert there == f"{DETECTOR.version} {here}"


def copied(folder):
    for name in (secret_model.MODEL_FILE, secret_model.CARD_FILE):
        shutil.copy(ROOT / "models" / name, folder / name)
    return folder


def test_a_model_with_one_flipped_byte_is_refused(tmp_path):  # R14
    model = copied(tmp_path) / secret_model.MODEL_FILE
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 1
    model.write_bytes(data)
    with pytest.raises(DetectorError, match="not the pinned model"):
        SecretDetector(tmp_path)


def test_a_missing_model_is_refused(tmp_path):
    with pytest.raises(DetectorError, match="cannot be read"):
        SecretDetector(tmp_path)


def test_a_model_made_for_other_features_is_refused(tmp_path):
    card = copied(tmp_path) / secret_model.CARD_FILE
    card.write_text(card.read_text().replace(secret_features.FEATURES, "older"))
    with pytest.raises(DetectorError, match="wants other features"):
        SecretDetector(tmp_path)


def test_a_model_that_fails_or_answers_nonsense_is_an_error_without_the_text():
    class Broken:
        def run(self, *_):
            raise RuntimeError("token = hunter2secret")

    class Nonsense:
        def run(self, _, feeds):
            return [feeds["dense"][:, 0] * float("nan")]

    for session in (Broken(), Nonsense()):
        detector = SecretDetector()
        detector._model._session = session
        with pytest.raises(DetectorError) as caught:
            detector.find("token = 'hunter2secret'")
        assert "hunter2" not in str(caught.value)
        assert caught.value.__context__ is None


def test_a_text_with_more_candidates_than_are_judged_is_an_error():  # R13
    text = " ".join(f"token{i}={i * 7919:x}" for i in range(2_000))
    with pytest.raises(DetectorError, match="more values"):
        DETECTOR.find(text)


def test_a_candidate_says_its_name_separator_and_quote():
    text = 'const dbPassword = "abc d";'
    (candidate,) = secret_candidates.find(text, text.lower())
    assert text[candidate.start : candidate.end] == "abc d"
    assert (candidate.name, candidate.separator, candidate.quote) == ("dbPassword", "=", '"')


def test_the_bytes_of_a_key_are_one_candidate():
    text = "key := []byte{9, 12, 200, 31, 7, 88, 140, 3, 76}"
    (candidate,) = secret_candidates.find(text, text.lower())
    assert text[candidate.start : candidate.end] == "9, 12, 200, 31, 7, 88, 140, 3, 76"


def test_features_have_one_length_and_see_nothing_far_away():
    near = "x" * 400 + "\n\napi_key = 'abc123def'"
    (one,) = secret_candidates.find(near, near)
    (two,) = secret_candidates.find("y" + near, "y" + near)
    assert secret_features.place(near, one) == secret_features.place("y" + near, two)
    assert len(secret_features.dense(secret_features.place(near, one))) == secret_features.SIZE


def test_words_of_a_name_are_told_apart():
    assert secret_features.words("dbPassword_2") == ["db", "password", "2"]
    assert secret_features.words("AWSSecretKey") == ["aws", "secret", "key"]


def test_every_form_is_only_tried_where_its_needle_is():
    for form in secret_forms.SHAPED:
        assert all(needle == needle.lower() for needle in form.needles)
    assert len({form.prefix for form in secret_forms.PREFIXED}) == len(secret_forms.PREFIXED)


def test_entropy_and_placeholders():
    assert secret_context.entropy("") == 0.0
    assert secret_context.entropy("abcd") == pytest.approx(2.0)
    assert secret_context.placeholder("<your-token>")
    assert not secret_context.generated("a" * 40)
    assert password_words.trimmed("Hunter2!x,") == "Hunter2!x"
    assert password_words.strong("Tr0ub4dor&3")
    assert not password_words.strong("8-character")


HOSTILE = [
    "a", "1", " ", "\n", "_", "-", "a-", "a.", "1-", "1 ", "a@", "://", "a://b:c", "http://",
    "password ", "password is ", "password for x x x x ", "my x x x ", "secret", "token=", "eyJ",
    "eyJaaaaaaaaaaa.eyJaaaaaaaaaa.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "4111 ",
    "born on ", "dob 1/1/", "12 Elm Elm Elm Elm ", "Elm ", "account number is ", "ssn ",
    "phone 1 2 3 4 5 6 7 8 9 0 ", "call me at ", "passport number ", "patient id a-", "bearer ",
    "sk-", "ghp_", "xoxb-", "AKIA", "nhs ", "nhs 1", "pin ", "\"'", "AccountKey=", "my password ",
    "sv=20", "log in as a ", "credentials a a ", "seed phrase ", "abandon ", "pin for a a ",
    "recovery code ", "mysql -u a ", "curl -u a", "a:1:a:a", "eyJaaaaaaaaa", "key={1,",
    "byte[] key = {", "PuTTY-User-Key-File-2: a", "//a:_auth", "kind: Secret\n", 'token="""',
    "kind: Secret\ndata:\n a: b\n", "-----BEGIN RSA PRIVATE KEY-----\n", "the key is a ",
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
    with contextlib.suppress(DetectorError):
        DETECTOR.find(text)
    return time.process_time() - start
