"""Writes the packets of one TCP connection, each with the acknowledgement that is due."""

from __future__ import annotations

from companion.tunnel.receiver import Receiver
from companion.tunnel.segment import ACK, RST, SYN, Encoder, sack_option, syn_options
from companion.tunnel.states import Flow, Limits


class Emitter:
    """Gathers whole IPv4 packets in `packets`, and whether each of them expects an answer."""

    __slots__ = ("_encoder", "_limits", "packets", "sack", "scaling")

    def __init__(self, flow: Flow, limits: Limits) -> None:
        self._encoder = Encoder(flow.local, flow.local_port, flow.remote, flow.remote_port)
        self._limits = limits
        self.packets: list[tuple[bytes, bool]] = []
        self.scaling = True
        """Whether windows are scaled: offered by us, and not refused by the peer."""
        self.sack = True
        """The same for selective acknowledgements."""

    def syn(self, iss: int) -> None:
        """Open a connection."""
        self._syn(iss, 0, SYN)

    def syn_ack(self, iss: int, receiver: Receiver) -> None:
        """Answer a SYN with what it and we both understand."""
        self._syn(iss, receiver.nxt, SYN | ACK)

    def _syn(self, iss: int, ack: int, flags: int) -> None:
        limits = self._limits
        scale = limits.scale if self.scaling else None
        options = syn_options(limits.mss, scale, sack_permitted=self.sack)
        window = min(0xFFFF, limits.receive_window)
        packet = self._encoder.encode(iss, ack, flags, window, options=options)
        self.packets.append((packet, True))

    def data(self, seq: int, flags: int, payload: bytes, receiver: Receiver) -> None:
        """Send a segment that the peer has to acknowledge."""
        units = self._offer(receiver)
        packet = self._encoder.encode(seq, receiver.nxt, flags | ACK, units, payload=payload)
        self.packets.append((packet, True))

    def ack(self, seq: int, receiver: Receiver, *, expects_answer: bool = False) -> None:
        """Acknowledge, selectively where something is missing."""
        options = b""
        if self.sack and receiver.has_gap:
            options = sack_option(receiver.sack_blocks())
        units = self._offer(receiver)
        packet = self._encoder.encode(seq, receiver.nxt, ACK, units, options=options)
        self.packets.append((packet, expects_answer))

    def reset(self, seq: int, receiver: Receiver | None = None) -> None:
        """Tell the peer that there is no such connection."""
        flags, ack = (RST, 0) if receiver is None else (RST | ACK, receiver.nxt)
        self.packets.append((self._encoder.encode(seq, ack, flags, 0), False))

    def _offer(self, receiver: Receiver) -> int:
        """Return the window for the header, and remember its right edge."""
        shift = self._limits.scale if self.scaling else 0
        units = min(receiver.window() >> shift, 0xFFFF)
        receiver.advertised = max(receiver.advertised, receiver.nxt + (units << shift))
        return units
