"""Which Host and Origin headers a server answers to."""

import pytest

from variants.shared.errors import ApiError
from variants.shared.guard import guard_for, host_name

LOOPBACK = guard_for("127.0.0.1")


@pytest.mark.parametrize("host", ["127.0.0.1:8460", "localhost:1", "LOCALHOST", "[::1]:8460"])
def test_a_loopback_server_answers_to_loopback_names(host):
    assert LOOPBACK.admits(host=host, origin=None)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example",
        "evil.example:8460",
        "127.0.0.1.evil.example",
        "localhost.",
        "user@localhost",
        "localhost/x",
        "localhost?x",
        "localhost:port",
        "[::1",
        "127.0.0.1:99999",
    ],
)
def test_a_rebound_or_malformed_name_is_refused(host):
    assert not LOOPBACK.admits(host=host, origin=None)
    with pytest.raises(ApiError) as caught:
        LOOPBACK.require(host=host, origin=None)
    assert caught.value.status == 403


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://localhost:1", "file://", "http://127.0.0.1:1"],
)
def test_a_page_of_another_origin_is_refused(origin):
    assert not LOOPBACK.admits(host="127.0.0.1:8460", origin=origin)


def test_the_servers_own_page_and_an_extension_are_let_in():
    assert LOOPBACK.admits(host="127.0.0.1:8460", origin="http://127.0.0.1:8460")
    assert LOOPBACK.admits(host="127.0.0.1:8460", origin="chrome-extension://abc")
    assert LOOPBACK.admits(host="127.0.0.1:8460", origin="moz-extension://abc")


def test_a_server_in_the_tunnel_answers_to_its_address_and_the_names_it_was_given():
    guard = guard_for("10.77.0.1", ("llm.example.test",))
    assert guard.admits(host="10.77.0.1:8080", origin=None)
    assert guard.admits(host="llm.example.test", origin=None)
    assert not guard.admits(host="localhost:8080", origin=None)


def test_a_wildcard_answers_to_any_name_until_names_are_given():
    assert guard_for("0.0.0.0").admits(host="anything.example", origin=None)
    assert guard_for("::").admits(host="anything.example", origin=None)
    named = guard_for("0.0.0.0", ("chat.example.test",))
    assert named.admits(host="chat.example.test", origin=None)
    assert not named.admits(host="anything.example", origin=None)


def test_a_name_is_read_without_its_port():
    assert host_name("Chat.Example:80") == "chat.example"
    assert host_name("[::1]:80") == "::1"
