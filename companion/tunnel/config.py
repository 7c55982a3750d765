"""Reads and writes stock wg-quick files. A file with keys is for its owner only."""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Interface, ip_interface
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from companion.tunnel.errors import TunnelConfigError
from companion.tunnel.noise import KEY_SIZE, NO_PSK, StaticKey

DEFAULT_MTU: Final = 1420
LOOPBACK_MTU: Final = 16_000
"""What `write_pair` chooses on loopback, where nothing limits a datagram to 1,500 bytes."""
_LEAST_MTU: Final = 576
_MOST_MTU: Final = 65_440
_MOST_BYTES: Final = 1 << 20

_IGNORED: Final = frozenset(
    {"dns", "table", "fwmark", "saveconfig", "preup", "postup", "predown", "postdown"}
)
"""What wg-quick does to the operating system. Nothing here touches it, so these do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerConfig:
    """One `[Peer]`.

    Attributes:
        public_key: 32 bytes.
        preshared_key: 32 bytes; zeros where there is none.
        endpoint: Host (name or address) and port, or None.
        allowed_ips: The inner networks behind the peer. IPv6 ones are left out.
        keepalive: Seconds between persistent keepalives; 0 for none.
    """

    public_key: bytes
    preshared_key: bytes = field(default=NO_PSK, repr=False)
    endpoint: tuple[str, int] | None = None
    allowed_ips: tuple[IPv4Network, ...] = ()
    keepalive: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TunnelConfig:
    """A whole file.

    Attributes:
        private_key: 32 bytes, never shown.
        addresses: Our inner addresses, at least one.
        mtu: The largest inner packet.
        listen_port: The UDP port to bind; 0 for any.
        peers: At least one.
        ignored: The keys of the file that only concern wg-quick.
    """

    private_key: bytes = field(repr=False)
    addresses: tuple[IPv4Interface, ...]
    mtu: int = DEFAULT_MTU
    listen_port: int = 0
    peers: tuple[PeerConfig, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    path: Path
    number: int
    key: str
    value: str

    def error(self, wants: str) -> TunnelConfigError:
        return TunnelConfigError(f"{self.path}:{self.number}: {self.key} {wants}")


def load(path: Path) -> TunnelConfig:
    """Read a wg-quick file.

    Raises:
        TunnelConfigError: The file is missing, may be read by others, or has a key that is
            unknown, missing or wrong. Values of secret keys are never in the message.
    """
    return parse(_read_private(path), path)


def parse(text: str, path: Path = Path("tunnel.conf")) -> TunnelConfig:
    """Return the configuration in the text of a wg-quick file.

    Raises:
        TunnelConfigError: As in `load`.
    """
    interface: dict[str, Any] = {"addresses": (), "ignored": ()}
    peers: list[dict[str, Any]] = []
    section: dict[str, Any] | None = None
    readers: dict[str, _Reader] = {}
    seen_interface = False
    for line in _lines(text, path):
        if line.key == "[interface]" and not seen_interface:
            section, readers, seen_interface = interface, _INTERFACE, True
        elif line.key == "[peer]":
            section, readers = {"allowed_ips": ()}, _PEER
            peers.append(section)
        elif section is not None and line.key.lower() in readers:
            readers[line.key.lower()](line, section)
        elif section is interface and line.key.lower() in _IGNORED:
            interface["ignored"] += (line.key,)
        else:
            raise line.error("is not known here")
    return _assemble(path, interface, peers)


def _assemble(path: Path, interface: dict[str, Any], peers: list[dict[str, Any]]) -> TunnelConfig:
    if "private_key" not in interface:
        raise TunnelConfigError(f"{path}: [Interface] needs PrivateKey")
    if not interface["addresses"]:
        raise TunnelConfigError(f"{path}: [Interface] needs Address with an IPv4 address")
    if not peers:
        raise TunnelConfigError(f"{path}: there is no [Peer]")
    if any("public_key" not in peer for peer in peers):
        raise TunnelConfigError(f"{path}: every [Peer] needs PublicKey")
    networks = [network for peer in peers for network in peer["allowed_ips"]]
    if len(set(networks)) != len(networks):
        raise TunnelConfigError(f"{path}: AllowedIPs names a network twice")
    if len({peer["public_key"] for peer in peers}) != len(peers):
        raise TunnelConfigError(f"{path}: PublicKey names a peer twice")
    return TunnelConfig(**interface, peers=tuple(PeerConfig(**peer) for peer in peers))


def _lines(text: str, path: Path) -> Iterator[_Line]:
    for number, raw in enumerate(text.splitlines(), 1):
        content = raw.split("#", 1)[0].strip()
        if not content:
            continue
        if content.startswith("["):
            yield _Line(path, number, content.lower(), "")
            continue
        key, separator, value = content.partition("=")
        line = _Line(path, number, key.strip(), value.strip())
        if not separator or not line.value:
            raise line.error("has no value")
        yield line


_Reader = Callable[[_Line, dict[str, Any]], None]


def _key_reader(name: str) -> _Reader:
    def read(line: _Line, section: dict[str, Any]) -> None:
        try:
            key = base64.b64decode(line.value, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != KEY_SIZE:
            raise line.error("wants 32 bytes in base64, as `wg genkey` prints them")
        section[name] = key

    return read


def _number_reader(name: str, least: int, most: int) -> _Reader:
    def read(line: _Line, section: dict[str, Any]) -> None:
        value = "0" if line.value == "off" and least == 0 else line.value
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 7 else -1
        if not least <= number <= most:
            raise line.error(f"wants a number from {least} to {most}")
        section[name] = number

    return read


def _interfaces(line: _Line) -> Iterator[IPv4Interface | IPv6Interface]:
    for part in line.value.split(","):
        try:
            yield ip_interface(part.strip())
        except ValueError:
            raise line.error("wants addresses like 10.77.0.2/32") from None


def _read_addresses(line: _Line, section: dict[str, Any]) -> None:
    found = [one for one in _interfaces(line) if isinstance(one, IPv4Interface)]
    section["addresses"] += tuple(found)


def _read_allowed_ips(line: _Line, section: dict[str, Any]) -> None:
    found = [one.network for one in _interfaces(line) if isinstance(one, IPv4Interface)]
    section["allowed_ips"] += tuple(found)


def _read_endpoint(line: _Line, section: dict[str, Any]) -> None:
    host, separator, port = line.value.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    number = int(port) if port.isascii() and port.isdigit() and len(port) < 6 else 0
    if not separator or not host or not 1 <= number <= 65535:
        raise line.error("wants a host and a port like 192.0.2.1:51820")
    section["endpoint"] = (host, number)


_INTERFACE: Final[dict[str, _Reader]] = {
    "privatekey": _key_reader("private_key"),
    "address": _read_addresses,
    "mtu": _number_reader("mtu", _LEAST_MTU, _MOST_MTU),
    "listenport": _number_reader("listen_port", 0, 65535),
}
_PEER: Final[dict[str, _Reader]] = {
    "publickey": _key_reader("public_key"),
    "presharedkey": _key_reader("preshared_key"),
    "endpoint": _read_endpoint,
    "allowedips": _read_allowed_ips,
    "persistentkeepalive": _number_reader("keepalive", 0, 65535),
}


def _read_private(path: Path) -> str:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise TunnelConfigError(f"{path}: there is no such file") from None
    except OSError as error:
        raise TunnelConfigError(f"{path}: {error.strerror}") from error
    with file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if sys.platform != "win32" and mode & 0o077:
            raise TunnelConfigError(
                f"{path}: others may read the private key (mode {mode:04o}); run: chmod 600 {path}"
            )
        try:
            return file.read(_MOST_BYTES).decode()
        except (OSError, UnicodeDecodeError):
            raise TunnelConfigError(f"{path}: not a text file") from None


def write_pair(
    client: Path,
    gateway: Path,
    *,
    endpoint: tuple[str, int],
    client_address: str = "10.77.0.2",
    gateway_address: str = "10.77.0.1",
    mtu: int | None = None,
    replace: bool = False,
) -> None:
    """Make two key pairs and a pre-shared key, and write the files of both ends (0600).

    Args:
        client: The companion's file.
        gateway: The gateway's file.
        endpoint: Where the gateway listens, as the companion reaches it.
        client_address: The companion's inner address.
        gateway_address: The gateway's inner address.
        mtu: The inner MTU; None chooses a large one on loopback and 1,420 elsewhere.
        replace: Overwrite files that exist.

    Raises:
        TunnelConfigError: A file exists or cannot be written.
    """
    if not replace and (existing := next((p for p in (client, gateway) if p.exists()), None)):
        raise TunnelConfigError(f"{existing}: exists already")
    mtu = mtu or (LOOPBACK_MTU if _is_loopback(endpoint[0]) else DEFAULT_MTU)
    keys = [X25519PrivateKey.generate().private_bytes_raw() for _ in range(2)]
    psk = secrets.token_bytes(KEY_SIZE)
    host = f"[{endpoint[0]}]" if ":" in endpoint[0] else endpoint[0]
    client_text = _render(
        _End(keys[0], client_address, mtu=mtu),
        _End(keys[1], gateway_address, f"Endpoint = {host}:{endpoint[1]}\n", keepalive=25),
        psk,
    )
    gateway_text = _render(
        _End(keys[1], gateway_address, f"ListenPort = {endpoint[1]}\n", mtu=mtu),
        _End(keys[0], client_address, keepalive=10),
        psk,
    )
    _write_private(gateway, gateway_text)
    _write_private(client, client_text)


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


def _encode(key: bytes) -> str:
    return base64.b64encode(key).decode()


@dataclass(frozen=True, slots=True, repr=False)
class _End:
    private: bytes
    address: str
    where: str = ""
    mtu: int = 0
    keepalive: int = 0


def _render(own: _End, peer: _End, psk: bytes) -> str:
    public = StaticKey.from_bytes(peer.private).public
    return (
        f"[Interface]\nPrivateKey = {_encode(own.private)}\n"
        f"Address = {IPv4Address(own.address)}/32\nMTU = {own.mtu}\n{own.where}\n"
        f"[Peer]\nPublicKey = {_encode(public)}\nPresharedKey = {_encode(psk)}\n"
        f"AllowedIPs = {IPv4Address(peer.address)}/32\n{peer.where}"
        f"PersistentKeepalive = {peer.keepalive}\n"
    )


def _write_private(path: Path, text: str) -> None:
    """Write a file that was never readable by others, not even while it was made."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise TunnelConfigError(f"{path}: {error.strerror}") from error
