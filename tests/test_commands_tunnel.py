"""`sottovoce tunnel keys`: the two files of a tunnel, and nothing overwritten."""

import stat

import pytest

from companion import cli
from companion.tunnel.config import load


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    return tmp_path


def keys(home, endpoint="gw.example.com:51820", *more: str) -> int:
    gateway = str(home / "gateway.conf")
    return cli.main(["tunnel", "keys", "--endpoint", endpoint, "--gateway", gateway, *more])


def test_both_files_are_made_for_their_owner_alone_and_fit_together(home, capsys):
    assert keys(home) == 0
    mine, theirs = home / "config" / "tunnel.conf", home / "gateway.conf"
    for path in (mine, theirs):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert str(path) in capsys.readouterr().out or path is theirs
    client, gateway = load(mine), load(theirs)
    assert client.peers[0].endpoint == ("gw.example.com", 51820)
    assert client.peers[0].preshared_key == gateway.peers[0].preshared_key


def test_no_key_is_printed(home, capsys):
    keys(home)
    out, err = capsys.readouterr()
    secret = load(home / "config" / "tunnel.conf")
    text = (home / "config" / "tunnel.conf").read_text()
    values = [line.split(" = ")[1] for line in text.splitlines() if "Key" in line]
    assert len(values) == 3
    assert not any(value in out + err for value in values)
    assert secret.peers


def test_an_ipv6_endpoint_is_understood(home):
    assert keys(home, "[2001:db8::1]:51820") == 0
    assert load(home / "config" / "tunnel.conf").peers[0].endpoint == ("2001:db8::1", 51820)


@pytest.mark.parametrize(
    "endpoint",
    ["example.com", "example.com:", ":51820", "example.com:0", "example.com:65536", "a:b"],
)
def test_an_endpoint_that_is_none_is_a_usage_error(home, endpoint, capsys):
    assert keys(home, endpoint) == 2
    assert "HOST:PORT" in capsys.readouterr().err
    assert not (home / "gateway.conf").exists()


def test_files_that_exist_are_never_overwritten(home, capsys):
    assert keys(home) == 0
    before = (home / "gateway.conf").read_bytes()
    assert keys(home) == 1
    (home / "config" / "tunnel.conf").unlink()
    assert keys(home) == 1
    assert "exists" in capsys.readouterr().err
    assert (home / "gateway.conf").read_bytes() == before
    assert not (home / "config" / "tunnel.conf").exists()


def test_both_ends_cannot_be_one_file(home, capsys):
    assert keys(home, "gw.example.com:51820", "--client", str(home / "gateway.conf")) == 2
    assert not (home / "gateway.conf").exists()


def test_a_place_that_cannot_be_written_leaves_no_half_pair(home, capsys):
    (home / "file").touch()
    gateway = str(home / "file" / "gateway.conf")
    assert cli.main(["tunnel", "keys", "--endpoint", "a:1", "--gateway", gateway]) == 1
    assert not (home / "config" / "tunnel.conf").exists()
    assert capsys.readouterr().err
