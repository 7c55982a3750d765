"""Where the secured variant may listen: in a tunnel, or behind a WireGuard interface.

A WireGuard interface is either the kernel's, which says so, or a TUN device for which a
user-space implementation keeps a control socket under its name.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec

CONTROL_SOCKETS: Final = Path("/var/run/wireguard")


class ExposureError(Exception):
    """The secured variant would be reachable by a path that is not private."""


class _LinkInfo(msgspec.Struct, frozen=True):
    info_kind: str = ""


class _Address(msgspec.Struct, frozen=True):
    local: str = ""


class _Interface(msgspec.Struct, frozen=True):
    ifname: str = ""
    linkinfo: _LinkInfo = _LinkInfo()
    addr_info: Annotated[list[_Address], msgspec.Meta(max_length=10_000)] = []


_INTERFACES: Final = msgspec.json.Decoder(list[_Interface])


@dataclass(frozen=True, slots=True, kw_only=True)
class WireGuardInterface:
    """An interface that carries nothing but what a WireGuard peer authenticated.

    Attributes:
        name: The interface.
        address: Its address to listen on.
        local: Every address of this machine. Linux also delivers what local programs send
            to `address`, past the interface, so connections from these are refused.
    """

    name: str
    address: str
    local: frozenset[str]


def find(listing: bytes, address: str, control_sockets: frozenset[str]) -> WireGuardInterface:
    """Return the WireGuard interface that owns `address`.

    Args:
        listing: What `ip -json -details address` prints.
        address: The local address to bind.
        control_sockets: Names of interfaces that a user-space WireGuard controls.

    Raises:
        ExposureError: No interface has the address, or it is not WireGuard's.
    """
    interfaces = _INTERFACES.decode(listing)
    local = frozenset(entry.local for each in interfaces for entry in each.addr_info)
    for interface in interfaces:
        if address not in {entry.local for entry in interface.addr_info}:
            continue
        kind = interface.linkinfo.info_kind
        if kind == "wireguard" or (kind == "tun" and interface.ifname in control_sockets):
            return WireGuardInterface(name=interface.ifname, address=address, local=local)
        raise ExposureError(f"{address} belongs to {interface.ifname}, no WireGuard interface")
    raise ExposureError(f"no interface has the address {address}")


def require(address: str) -> WireGuardInterface:
    """Return the WireGuard interface that owns a local address, as the kernel tells.

    Raises:
        ExposureError: It cannot be told, or the address is not WireGuard's.
    """
    try:
        listing = subprocess.run(
            ["ip", "-json", "-details", "address"],  # noqa: S607  (wherever iproute2 is)
            check=True,
            capture_output=True,
            timeout=10,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        raise ExposureError("cannot list the interfaces: `ip` is needed for this") from None
    names = frozenset(path.stem for path in CONTROL_SOCKETS.glob("*.sock"))
    return find(listing, address, names)
