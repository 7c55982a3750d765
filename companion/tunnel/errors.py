"""What can go wrong with a tunnel, one type per blame."""

from __future__ import annotations


class TunnelError(Exception):
    """Something about the tunnel that its user has to know."""


class TunnelConfigError(TunnelError):
    """The configuration cannot be used; the message names the file and the key."""


class TunnelDownError(TunnelError):
    """The far end does not answer, so nothing can be sent; nothing was sent elsewhere."""


class OutsideTunnelError(TunnelError):
    """The destination is not behind the tunnel, and nothing outside is ever reached."""


class ProtocolError(Exception):
    """A datagram or packet from the network is not valid; it is dropped in silence."""
