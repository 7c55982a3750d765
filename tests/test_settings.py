"""The settings file: defaults, what it refuses, and that its errors name the key."""

import pytest

from companion import settings
from companion.settings import Settings, SettingsError

GOOD = """
workers = 2
deadline_ms = 500
[secured]
tunnel = "office.conf"
url = "http://10.9.0.1/v1"
model = "m"
environment = "office"
label = "the office"
[public]
url = "https://api.example.com/v1"
model = "p"
environment = "cloud"
[telemetry]
url = ""
token_file = "token"
spool = 0
"""

BAD = {
    "not TOML": "= 1",
    "unknown key": "worker = 1",
    "policy is no setting": "threshold = 0.9",
    "no workers": "workers = 0",
    "too many workers": "workers = 9",
    "deadline too short": "deadline_ms = 49",
    "no address": "[public]\nurl = 'ftp://example.com'",
    "empty address": "[public]\nurl = ''",
    "line break in an address": '[public]\nurl = "http://a/v1\\n"',
    "line break alone": '[telemetry]\nurl = "\\n"',
    "nested without end": "workers = " + "[" * 5000,
    "number without end": "workers = " + "9" * 5000,
}


def load(tmp_path, content: bytes) -> Settings:
    path = tmp_path / "companion.toml"
    path.write_bytes(content)
    return settings.load(path)


def test_every_key_of_the_file_arrives(tmp_path):
    read = load(tmp_path, GOOD.encode())
    assert (read.workers, read.deadline_ms) == (2, 500)
    assert (read.secured.tunnel, read.secured.label) == ("office.conf", "the office")
    assert (read.public.url, read.public.environment) == ("https://api.example.com/v1", "cloud")
    assert (read.telemetry.url, read.telemetry.spool) == ("", 0)


def test_no_file_means_the_defaults(tmp_path):
    assert settings.load(tmp_path / "companion.toml") == Settings()


def test_the_defaults_pass_their_own_rules(tmp_path):
    assert load(tmp_path, b"") == Settings()


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_settings_that_are_not_understood_are_refused(tmp_path, text):
    with pytest.raises(SettingsError, match=r"companion\.toml"):
        load(tmp_path, text.encode())


def test_bytes_that_are_no_text_are_refused(tmp_path):
    with pytest.raises(SettingsError):
        load(tmp_path, b"\xff")


def test_an_error_names_the_key(tmp_path):
    with pytest.raises(SettingsError, match=r"\$\.deadline_ms"):
        load(tmp_path, b"deadline_ms = 1")
