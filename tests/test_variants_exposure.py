"""Where the secured variant may listen."""

import json
import os
import shutil
import subprocess
import sys
import uuid

import pytest
from variants_support import ROOT, command, serving

from companion.tunnel.config import write_pair
from variants.secured.exposure import ExposureError, find


def listing(name: str, address: str, kind: str | None) -> bytes:
    entry = {"ifname": name, "addr_info": [{"family": "inet", "local": address}]}
    if kind is not None:
        entry["linkinfo"] = {"info_kind": kind}
    return json.dumps([{"ifname": "lo", "addr_info": [{"local": "127.0.0.1"}]}, entry]).encode()


def test_a_kernel_wireguard_interface_is_private():
    found = find(listing("wg0", "10.0.0.1", "wireguard"), "10.0.0.1", frozenset())
    assert (found.name, found.address) == ("wg0", "10.0.0.1")


def test_a_tun_device_counts_only_if_a_wireguard_controls_it():
    data = listing("wg0", "10.0.0.1", "tun")
    assert find(data, "10.0.0.1", frozenset({"wg0"})).name == "wg0"
    with pytest.raises(ExposureError, match="no WireGuard interface"):
        find(data, "10.0.0.1", frozenset({"wg1"}))


@pytest.mark.parametrize("kind", [None, "bridge", "veth"])
def test_any_other_interface_is_refused(kind):
    with pytest.raises(ExposureError, match="no WireGuard interface"):
        find(listing("eth0", "10.0.0.1", kind), "10.0.0.1", frozenset({"eth0"}))


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0", "::", "", "10.0.0.2"])
def test_loopback_wildcards_and_foreign_addresses_are_refused(address):
    with pytest.raises(ExposureError):
        find(listing("wg0", "10.0.0.1", "wireguard"), address, frozenset())


def sh(*command: str, **options) -> subprocess.CompletedProcess:
    # wireguard-go stays in the background and keeps whatever outputs it was given.
    return subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=20,
        **options,
    )


CLIENT = """
import asyncio, sys, aiohttp
from pathlib import Path
from companion.tunnel.config import load
from companion.tunnel.connector import WgConnector
from companion.tunnel.tunnel import Tunnel

async def main():
    tunnel = Tunnel(load(Path(sys.argv[1])))
    await tunnel.start()
    async with aiohttp.ClientSession(connector=WgConnector(tunnel)) as session:
        async with session.get(sys.argv[2] + "/health") as response:
            print(response.status, await response.text())
    await tunnel.close()

asyncio.run(main())
"""


def keys(conf) -> dict[str, str]:
    lines = [line.split(" = ", 1) for line in conf.read_text().splitlines() if " = " in line]
    return dict(lines)


@pytest.fixture
def wireguard(tmp_path):
    """A network namespace with a wireguard-go interface, and our client's file for it."""
    if os.geteuid() or not shutil.which("wireguard-go") or not shutil.which("ip"):
        pytest.skip("needs root, wireguard-go and ip")
    space, name = f"sv-{uuid.uuid4().hex[:8]}", f"wg{uuid.uuid4().hex[:8]}"
    inside = ("ip", "netns", "exec", space)
    client, gateway = tmp_path / "client.conf", tmp_path / "gateway.conf"
    write_pair(
        *(client, gateway),
        endpoint=("127.0.0.1", 51_840),
        client_address="10.99.0.2",
        gateway_address="10.99.0.1",
    )
    there = keys(gateway)
    for key in ("PrivateKey", "PresharedKey"):
        (tmp_path / key).write_text(there[key])
    sh("ip", "netns", "add", space)
    try:
        sh(*inside, "ip", "link", "set", "lo", "up")
        sh(*inside, "wireguard-go", name)
        sh(
            *(*inside, "wg", "set", name, "listen-port", "51840"),
            *("private-key", str(tmp_path / "PrivateKey"), "peer", there["PublicKey"]),
            *("preshared-key", str(tmp_path / "PresharedKey"), "allowed-ips", "10.99.0.2/32"),
        )
        sh(*inside, "ip", "address", "add", "10.99.0.1/24", "dev", name)
        sh(*inside, "ip", "link", "set", name, "up")
        yield inside, name, client
    finally:
        subprocess.run([*inside, "ip", "link", "delete", name], check=False, capture_output=True)
        sh("ip", "netns", "delete", space)


def connects(inside: tuple[str, ...], source: str, address: str, port: str) -> bool:
    """Whether a local program gets an answer past the tunnel."""
    probe = (
        "import socket\n"
        f"with socket.create_connection(('{address}', {port}), 2, ('{source}', 0)) as s:\n"
        " s.sendall(b'GET /health HTTP/1.1\\r\\nHost: 10.99.0.1\\r\\n\\r\\n')\n"
        " assert s.recv(1)"
    )
    command = [*inside, sys.executable, "-c", probe]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.mark.netns
def test_behind_a_stock_wireguard_only_its_peer_is_answered(wireguard):  # S14 S15
    inside, name, client = wireguard
    address = ("--behind-wireguard", "10.99.0.1", "--port", "0")
    with serving("--kind", "secured", *address, prefix=inside) as server:
        assert server.line.endswith(f"behind {name}")
        asked = subprocess.run(
            [*inside, sys.executable, "-c", CLIENT, str(client), server.url],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        )
        assert asked.stdout.startswith('200 {"status":"ok","kind":"secured"')
        port = server.url.rsplit(":", 1)[1]
        for source, target in (
            ("10.99.0.1", "10.99.0.1"),
            ("127.0.0.1", "10.99.0.1"),
            ("127.0.0.1", "127.0.0.1"),
        ):
            assert not connects(inside, source, target, port), f"{source} reached {target}"


@pytest.mark.netns
def test_an_address_that_is_not_wireguards_is_refused_at_the_start(wireguard):
    inside, _, _ = wireguard
    result = subprocess.run(
        [*inside, *command("serve", "--kind", "secured", "--behind-wireguard", "127.0.0.1")],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert "no WireGuard interface" in result.stderr
