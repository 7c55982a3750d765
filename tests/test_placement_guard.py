"""Who may talk to the service."""

import base64

import pytest

from placement import guard

TOKEN = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("10.0.0.1", False), ("placement.example", False)],
)  # fmt: skip
def test_only_loopback_is_loopback(host, local):
    assert guard.is_loopback(host) is local


def test_a_loopback_service_answers_to_its_loopback_names():
    hosts = guard.allowed_hosts("127.0.0.1", 8470, ())
    assert hosts == {"127.0.0.1:8470", "localhost:8470", "[::1]:8470"}


def test_a_service_elsewhere_answers_to_its_address_and_the_names_it_was_given():
    hosts = guard.allowed_hosts("10.0.0.7", 8470, ("Placement.Example", "other.example:443"))
    assert hosts == {
        "10.0.0.7:8470", "placement.example", "placement.example:8470", "other.example:443",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("host", "origin", "ours"),
    [
        ("127.0.0.1:8470", None, True),
        ("LOCALHOST:8470", None, True),
        ("127.0.0.1:8470", "http://127.0.0.1:8470", True),
        ("evil.example:8470", None, False),
        ("127.0.0.1:8471", None, False),
        ("127.0.0.1", None, False),
        ("", None, False),
        ("127.0.0.1:8470", "http://evil.example", False),
        ("127.0.0.1:8470", "http://localhost:8470", False),
        ("127.0.0.1:8470", "null", False),
        ("127.0.0.1:8470", "", False),
    ],
)
def test_a_request_must_name_the_service_and_come_from_nowhere_else(host, origin, ours):
    assert guard.host_is_ours(host, origin, guard.allowed_hosts("127.0.0.1", 8470, ())) is ours


def basic(text):
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("header", "right"),
    [
        (f"Bearer {TOKEN}", True),
        (f"bearer {TOKEN}", True),
        (basic(f"anybody:{TOKEN}"), True),
        (basic(TOKEN), False),
        (f"Bearer {TOKEN[:-1]}", False),
        ("Bearer ", False),
        (TOKEN, False),
        (f"Digest {TOKEN}", False),
        ("Basic !!!", False),
        ("Basic " + base64.b64encode(b"a:\xff").decode(), False),
        ("Bearer \u00e9", False),
    ],
)
def test_a_token_is_taken_as_bearer_or_as_the_basic_password(header, right):
    assert guard.token_is_right({"Authorization": header}, TOKEN) is right


def test_no_header_is_no_token():
    assert not guard.token_is_right({}, TOKEN)


def test_a_token_file_is_read_only_if_nobody_else_can_read_it(tmp_path):
    path = tmp_path / "token"
    path.write_text(TOKEN + "\n")
    path.chmod(0o640)
    with pytest.raises(guard.TokenError, match="chmod 600"):
        guard.read_token(path)
    path.chmod(0o600)
    assert guard.read_token(path) == TOKEN


@pytest.mark.parametrize("content", [b"", b"short", b"a b" * 20, b"\xff" * 40])
def test_a_token_that_is_short_or_odd_is_refused_and_not_quoted(tmp_path, content):
    path = tmp_path / "token"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(guard.TokenError) as caught:
        guard.read_token(path)
    assert "a b" not in str(caught.value)


def test_a_missing_token_file_is_named(tmp_path):
    with pytest.raises(guard.TokenError, match="nowhere"):
        guard.read_token(tmp_path / "nowhere")
