"""Our two roles against wireguard-go and the kernel's TCP, with a pre-shared key."""

import asyncio
import hashlib
import io
import secrets
import socket
import time
from dataclasses import replace
from functools import partial
from ipaddress import IPv4Interface, IPv4Network

import pytest
from namespaces import Namespace, encode, require, run
from tunnel_support import BLOB, free_udp_port, serving, tunnelled, until

from companion.tunnel.config import PeerConfig, TunnelConfig
from companion.tunnel.device import Device, Route
from companion.tunnel.gateway import Gateway
from companion.tunnel.noise import StaticKey
from companion.tunnel.peer import PeerOptions

pytestmark = pytest.mark.netns

OURS, THEIRS, PSK = (secrets.token_bytes(32) for _ in range(3))
URL = "http://10.99.0.1:8080"


@pytest.fixture
def namespace(tmp_path):
    require()
    with Namespace(tmp_path) as space:
        yield space


def public(private: bytes) -> bytes:
    return StaticKey.from_bytes(private).public


@pytest.fixture
def stock(namespace):
    """wireguard-go as the gateway, an aiohttp server on the kernel's TCP behind it."""
    namespace.wireguard(
        f"[Interface]\nPrivateKey = {encode(THEIRS)}\nListenPort = 51820\n"
        f"[Peer]\nPublicKey = {encode(public(OURS))}\nPresharedKey = {encode(PSK)}\n"
        "AllowedIPs = 10.99.0.2/32\n",
        "10.99.0.1/24",
    )
    namespace.serve("10.99.0.1", 8080)
    return namespace


def client_config(namespace) -> TunnelConfig:
    return TunnelConfig(
        private_key=OURS,
        addresses=(IPv4Interface("10.99.0.2/32"),),
        peers=(
            PeerConfig(
                public_key=public(THEIRS),
                preshared_key=PSK,
                endpoint=(namespace.inner, 51820),
                allowed_ips=(IPv4Network("10.99.0.1/32"),),
            ),
        ),
    )


async def test_our_initiator_reaches_a_server_behind_wireguard_go(stock):
    # D6 S14 S15
    async with tunnelled(client_config(stock)) as (tunnel, session):
        async with session.post(f"{URL}/echo", data=b"hello") as reply:
            assert await reply.read() == b"hello"
        async with session.get(f"{URL}/blob") as reply:
            assert await reply.read() == BLOB
        async with session.post(f"{URL}/digest", data=io.BytesIO(BLOB)) as reply:
            assert await reply.text() == hashlib.sha256(BLOB).hexdigest()
        async with session.get(f"{URL}/stream") as reply:
            assert (await reply.text()).count("data:") == 20
        assert tunnel.state == "up"
        assert "latest handshake" in run("wg", "show", stock.device)


async def test_requests_go_on_while_keys_are_renewed(stock):
    async with tunnelled(client_config(stock)) as (tunnel, session):
        until_done = time.monotonic() + 3
        answered = 0
        while time.monotonic() < until_done:
            tunnel.reconnect()
            async with session.post(f"{URL}/echo", data=b"x" * 2000) as reply:
                assert len(await reply.read()) == 2000
            answered += 1
        assert tunnel._peer.completed >= 4
        assert answered > 50


async def test_a_wrong_preshared_key_gets_silence(stock):
    config = client_config(stock)
    wrong = replace(config.peers[0], preshared_key=bytes(32))
    async with tunnelled(replace(config, peers=(wrong,))) as (tunnel, _):
        await until(lambda: tunnel.state == "down", within=10)
        assert tunnel.last_handshake is None


def test_a_cookie_opens_the_way_through_a_flood(stock):
    # threat 14: mac2 counts while the responder is under load
    device = Device(
        static=StaticKey.from_bytes(OURS),
        routes=[
            Route(
                options=PeerOptions(
                    public_key=public(THEIRS), preshared_key=PSK, endpoint=(stock.inner, 51820)
                ),
                allowed_ips=(IPv4Network("10.99.0.1/32"),),
            )
        ],
        random=secrets.token_bytes,
        wall=time.time_ns,
        mtu=1420,
    )
    peer = device.peers[0]
    flood = [peer.handshakes.initiate(number, 0.0) for number in range(1500)]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((stock.outer, 0))
        sock.settimeout(0.05)
        address = (stock.inner, 51820)
        exchange = partial(_exchange, sock, address, device, flood)
        stamper = peer.handshakes._stamper
        assert exchange(lambda: stamper.has_cookie)[-16:] == bytes(16)
        assert exchange(lambda: peer.completed)[-16:] != bytes(16)


def _exchange(sock, address, device, flood, done) -> bytes:
    """Send initiations in the middle of floods until one works, and return that one."""
    peer = device.peers[0]
    for _ in range(30):
        peer.initiate(peer._last_initiation + 1 if peer._tries else 0, hurry=True)
        ((message, _),) = device.outgoing()
        for datagram in (*flood[:750], message, *flood[750:], message):
            sock.sendto(datagram, address)
        try:
            while not done():
                device.receive(*sock.recvfrom(2048), 0.0)
        except TimeoutError:
            continue
        return message
    raise AssertionError("the stock peer never answered as expected")


async def test_wireguard_go_and_curl_reach_our_gateway(namespace):
    # T4: S15, F21
    port = free_udp_port()
    config = TunnelConfig(
        private_key=OURS,
        addresses=(IPv4Interface("10.99.0.1/32"),),
        listen_port=port,
        peers=(
            PeerConfig(
                public_key=public(THEIRS),
                preshared_key=PSK,
                allowed_ips=(IPv4Network("10.99.0.2/32"),),
            ),
        ),
    )
    gateway = Gateway(config, host=namespace.outer)
    await gateway.start()
    async with serving(gateway, "10.99.0.1"):
        namespace.wireguard(
            f"[Interface]\nPrivateKey = {encode(THEIRS)}\n"
            f"[Peer]\nPublicKey = {encode(public(OURS))}\nPresharedKey = {encode(PSK)}\n"
            f"AllowedIPs = 10.99.0.0/24\nEndpoint = {namespace.outer}:{port}\n",
            "10.99.0.2/24",
        )
        blob = await _curl(namespace, f"{URL}/blob")
        assert blob == BLOB
        file = namespace._folder / "upload"
        file.write_bytes(BLOB)
        digest = await _curl(namespace, "--data-binary", f"@{file}", f"{URL}/digest")
        assert digest.decode() == hashlib.sha256(BLOB).hexdigest()
        stream = await _curl(namespace, f"{URL}/stream")
        assert stream.count(b"data:") == 20
        refused = await _curl(namespace, "http://10.99.0.1:81/", expect=7)
        assert refused == b""


async def _curl(namespace, *arguments: str, expect: int = 0) -> bytes:
    child = await asyncio.create_subprocess_exec(
        "ip",
        "netns",
        "exec",
        namespace.name,
        "curl",
        "-sS",
        "-m",
        "20",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await child.communicate()
    assert child.returncode == expect, errors.decode()
    return output
