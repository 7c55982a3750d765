"""wg-quick files: what is read, what is refused, and who may read them."""

import base64
import re
import subprocess
from pathlib import Path

import pytest
from tunnel_support import configurations

from companion.tunnel import config
from companion.tunnel.config import LOOPBACK_MTU, load, parse, write_pair
from companion.tunnel.errors import TunnelConfigError
from companion.tunnel.gateway import Gateway
from companion.tunnel.noise import StaticKey
from companion.tunnel.tunnel import Tunnel

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(range(1, 33))).decode()
STOCK = f"""
# made by wg-quick's users everywhere
[Interface]
PrivateKey = {KEY}
Address = 10.77.0.2/24, fd00::2/64
DNS = 10.77.0.1
MTU = 1380
ListenPort = 51820
PostUp = iptables -A FORWARD -i %i -j ACCEPT

[Peer]   # the gateway
PublicKey = {OTHER}
PresharedKey = {KEY}
AllowedIPs = 10.77.0.0/24, ::/0
AllowedIPs = 10.78.0.0/16
Endpoint = gateway.example:51820
PersistentKeepalive = 25
"""
SMALL = f"[Interface]\nPrivateKey={KEY}\nAddress=10.0.0.1\n[Peer]\nPublicKey={OTHER}\n"


def test_a_stock_file_is_read():
    parsed = parse(STOCK)
    assert parsed.private_key == bytes(range(32))
    assert [str(one) for one in parsed.addresses] == ["10.77.0.2/24"]
    assert (parsed.mtu, parsed.listen_port) == (1380, 51820)
    assert parsed.ignored == ("DNS", "PostUp")
    (peer,) = parsed.peers
    assert peer.public_key == bytes(range(1, 33))
    assert peer.preshared_key == bytes(range(32))
    assert [str(one) for one in peer.allowed_ips] == ["10.77.0.0/24", "10.78.0.0/16"]
    assert (peer.endpoint, peer.keepalive) == (("gateway.example", 51820), 25)


def test_a_small_file_has_defaults_and_any_case():
    parsed = parse(SMALL.replace("PrivateKey", "privatekey").replace("[Peer]", "[PEER]"))
    assert (parsed.mtu, parsed.listen_port) == (1420, 0)
    assert parsed.peers[0].preshared_key == bytes(32)
    assert parse(SMALL + "PersistentKeepalive = off\n").peers[0].keepalive == 0


def test_an_ipv6_endpoint_has_brackets():
    assert parse(SMALL + "Endpoint = [::1]:9\n").peers[0].endpoint == ("::1", 9)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "needs PrivateKey"),
        (f"[Interface]\nPrivateKey={KEY}\n[Peer]\nPublicKey={OTHER}", "needs Address"),
        (f"[Interface]\nPrivateKey={KEY}\nAddress=fd00::1\n[Peer]\nPublicKey={OTHER}", "IPv4"),
        (f"[Interface]\nPrivateKey={KEY}\nAddress=10.0.0.1", "no .Peer."),
        (SMALL + "[Peer]\nAllowedIPs=10.0.0.2/32\n", "needs PublicKey"),
        (SMALL + f"[Peer]\nPublicKey={OTHER}\n", "names a peer twice"),
        (
            SMALL + f"AllowedIPs=10.1.0.0/16\n[Peer]\nPublicKey={KEY}\nAllowedIPs=10.1.0.9/16\n",
            "names a network twice",
        ),
        (SMALL + "AllowedIps 10.0.0.0/8\n", "has no value"),
        (SMALL + "Endpoint =\n", ":6: Endpoint has no value"),
        (SMALL + "Endpoint = 10.0.0.1\n", "Endpoint wants"),
        (SMALL + "Endpoint = 10.0.0.1:0\n", "Endpoint wants"),
        (SMALL + "Endpoint = :51820\n", "Endpoint wants"),
        (SMALL + "Endpoint = 10.0.0.1:99999\n", "Endpoint wants"),
        (SMALL + "AllowedIPs = everything\n", "AllowedIPs wants"),
        (SMALL + "PersistentKeepalive = 70000\n", "PersistentKeepalive wants"),
        (SMALL + "PersistentKeepalive = -1\n", "PersistentKeepalive wants"),
        (SMALL + "MTU = 1400\n", "MTU is not known here"),
        (SMALL + "Colour = blue\n", "Colour is not known here"),
        ("PrivateKey = x\n", "PrivateKey is not known here"),
        (SMALL + "[Interface]\n", "interface. is not known here"),
        (SMALL.replace("Address", "MTU=100\nAddress"), "MTU wants a number from 576"),
        (SMALL.replace("Address", "MTU=\N{SUPERSCRIPT TWO}\nAddress"), "MTU wants"),
    ],
)
def test_a_wrong_file_is_refused_with_its_key(text, message):
    with pytest.raises(TunnelConfigError, match=message):
        parse(text)


@pytest.mark.parametrize("key", ["short", KEY[:-4], KEY + "AAAA", "!" * 44, "\N{SNOWMAN}"])
def test_a_wrong_key_is_refused_and_not_repeated(key):
    with pytest.raises(TunnelConfigError, match="PrivateKey wants 32 bytes") as caught:
        parse(SMALL.replace(f"PrivateKey={KEY}", f"PrivateKey={key}"))
    assert key not in str(caught.value).replace("PrivateKey", "")


def test_keys_are_never_printed():
    text = repr(parse(STOCK))
    assert "private_key" not in text
    assert "preshared" not in text
    assert repr(bytes(range(32))) not in text


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o601])
def test_a_file_that_others_may_read_is_refused(tmp_path, mode):
    file = tmp_path / "tunnel.conf"
    file.write_text(SMALL)
    file.chmod(mode)
    with pytest.raises(TunnelConfigError, match=f"mode {mode:04o}.*chmod 600"):
        load(file)
    file.chmod(0o400)
    load(file)


def test_a_missing_or_unreadable_file_is_named(tmp_path):
    with pytest.raises(TunnelConfigError, match="no such file"):
        load(tmp_path / "absent.conf")
    with pytest.raises(TunnelConfigError, match="directory"):
        load(tmp_path)
    file = tmp_path / "binary.conf"
    file.touch(0o600)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(TunnelConfigError, match="not a text file"):
        load(file)


def test_a_written_pair_fits_together_and_is_private(tmp_path):
    client, gateway = configurations(tmp_path)
    assert client.peers[0].public_key == StaticKey.from_bytes(gateway.private_key).public
    assert gateway.peers[0].public_key == StaticKey.from_bytes(client.private_key).public
    assert client.peers[0].preshared_key == gateway.peers[0].preshared_key != bytes(32)
    assert client.peers[0].endpoint == ("127.0.0.1", gateway.listen_port)
    assert client.mtu == gateway.mtu == LOOPBACK_MTU
    for name in ("client.conf", "gateway.conf"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == ["client.conf", "gateway.conf"]


def test_a_pair_does_not_replace_files_unless_told(tmp_path):
    files = tmp_path / "a" / "client.conf", tmp_path / "gateway.conf"
    write_pair(*files, endpoint=("192.0.2.1", 51820))
    assert load(files[0]).mtu == 1420
    before = files[0].read_text()
    with pytest.raises(TunnelConfigError, match="exists already"):
        write_pair(*files, endpoint=("192.0.2.1", 51820))
    assert files[0].read_text() == before
    write_pair(*files, endpoint=("::1", 51820), replace=True)
    assert load(files[0]).peers[0].endpoint == ("::1", 51820)


def test_a_pair_that_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(TunnelConfigError):
        write_pair(tmp_path / "file/c", tmp_path / "file/g", endpoint=("127.0.0.1", 1))


def test_wg_itself_accepts_the_written_keys(tmp_path):
    client, gateway = configurations(tmp_path)
    try:
        private = base64.b64encode(client.private_key) + b"\n"
        done = subprocess.run(["wg", "pubkey"], input=private, capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("NOT TESTED against wg: it is not installed")
    assert base64.b64decode(done.stdout) == gateway.peers[0].public_key


def test_every_key_that_is_read_is_documented():
    page = (Path(__file__).parents[1] / "docs/reference/tunnel.md").read_text()
    documented = {word.lower() for word in re.findall(r"`(\w+)`", page)}
    assert documented >= set(config._INTERFACE) | set(config._PEER) | config._IGNORED


def test_a_tunnel_wants_one_peer_with_an_endpoint():
    with pytest.raises(TunnelConfigError, match="Endpoint"):
        Tunnel(parse(SMALL))


def test_a_peer_with_a_low_order_key_is_refused():
    low = base64.b64encode(bytes(32)).decode()
    with pytest.raises(TunnelConfigError, match="low-order"):
        Gateway(parse(SMALL.replace(OTHER, low)))
