"""A WireGuard tunnel inside an ordinary process: no root, no TUN device, no VPN client.

The protocol is WireGuard's, so the far end is any stock peer. This is an independent
implementation and has not been audited. WireGuard is a registered trademark of
Jason A. Donenfeld.

Layers, each free of sockets, clocks and randomness below the last line:

    noise packets cookie replay    the cryptographic messages
    session peer device            keypairs, timers, cryptokey routing
    ip tcp (sender, receiver) stack    the connections inside
    config clock udp link transport tunnel gateway connector    the effects
"""

from __future__ import annotations

from companion.tunnel.config import PeerConfig, TunnelConfig, load, write_pair
from companion.tunnel.errors import (
    OutsideTunnelError,
    TunnelConfigError,
    TunnelDownError,
    TunnelError,
)

__all__ = [
    "OutsideTunnelError",
    "PeerConfig",
    "TunnelConfig",
    "TunnelConfigError",
    "TunnelDownError",
    "TunnelError",
    "load",
    "write_pair",
]
