"""A WireGuard interface without I/O: messages in and out, cryptokey routing, silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from companion.tunnel import packets
from companion.tunnel.cookie import CookieIssuer, Random
from companion.tunnel.errors import ProtocolError
from companion.tunnel.handshake import Handshakes, Timestamps, WallClock
from companion.tunnel.noise import Responder, StaticKey
from companion.tunnel.peer import NEVER, Address, Indices, Peer, PeerOptions

_SHORTEST_IPV4 = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Which inner networks belong to which peer."""

    options: PeerOptions
    allowed_ips: tuple[IPv4Network, ...]


class RoutingTable:
    """Cryptokey routing: the longest matching prefix names the peer."""

    def __init__(self, entries: Sequence[tuple[IPv4Network, Peer]]) -> None:
        ordered = sorted(entries, key=lambda entry: -entry[0].prefixlen)
        self._entries = [
            (int(net.network_address), int(net.netmask), peer) for net, peer in ordered
        ]
        self._known: dict[bytes, Peer | None] = {}

    def find(self, address: bytes) -> Peer | None:
        """Return the peer that owns an inner address (4 bytes)."""
        if address in self._known:
            return self._known[address]
        number = int.from_bytes(address, "big")
        found = next((p for net, mask, p in self._entries if number & mask == net), None)
        if len(self._known) >= 1024:
            self._known.clear()
        self._known[address] = found
        return found


class Device:
    """Both roles for any number of peers.

    Nothing is ever answered to a datagram that does not prove knowledge of our public key,
    and nothing but a cookie to one that does not prove more.

    Args:
        static: Our key pair.
        routes: The peers and their allowed IPs.
        random: Returns that many unpredictable bytes.
        wall: The wall clock for handshake timestamps.
        mtu: The inner MTU, which bounds padding.

    Raises:
        ProtocolError: A peer's public key has low order.
    """

    def __init__(
        self,
        *,
        static: StaticKey,
        routes: Sequence[Route],
        random: Random,
        wall: WallClock,
        mtu: int,
    ) -> None:
        self._static = static
        self._indices = Indices(random)
        self._issuer = CookieIssuer(static.public, random)
        self.dropped: Counter[str] = Counter()
        """How many datagrams and packets were dropped, by reason."""
        timestamps = Timestamps(wall)
        self.peers: list[Peer] = []
        entries: list[tuple[IPv4Network, Peer]] = []
        for route in routes:
            handshakes = Handshakes(
                static=static,
                remote=route.options.public_key,
                psk=route.options.preshared_key,
                random=random,
                timestamps=timestamps,
            )
            peer = Peer(route.options, handshakes, indices=self._indices, random=random, mtu=mtu)
            self.peers.append(peer)
            entries += [(net, peer) for net in route.allowed_ips]
        self._routes = RoutingTable(entries)
        self._by_key = {peer.options.public_key: peer for peer in self.peers}
        self._answers: list[tuple[bytes, Address]] = []

    def receive(self, datagram: bytes, source: Address, now: float) -> bytes:
        """Return the inner IPv4 packet of a datagram, or nothing.

        Whatever is wrong with a datagram is counted and otherwise ignored.
        """
        try:
            message = packets.parse(datagram)
            if type(message) is packets.Data:
                return self._data(message, source, now)
            self._control(message, datagram, source, now)
        except ProtocolError as error:
            self.dropped[str(error)] += 1
        return b""

    def send(self, packet: bytes, now: float, *, expects_answer: bool = False) -> bool:
        """Send an inner IPv4 packet to the peer that owns its destination, if one does."""
        peer = self._routes.find(packet[16:20])
        if peer is None:
            self.dropped["no peer owns the destination"] += 1
            return False
        peer.send(packet, now, expects_answer=expects_answer)
        return True

    def owner(self, address: IPv4Address) -> Peer | None:
        """Return the peer behind which an inner address is."""
        return self._routes.find(address.packed)

    def outgoing(self) -> list[tuple[bytes, Address]]:
        """Return the datagrams to send now, in order."""
        result, self._answers = self._answers, []
        for peer in self.peers:
            if peer.outgoing:
                result += peer.outgoing
                peer.outgoing = []
        return result

    def timer(self, now: float) -> None:
        """Do what is due."""
        for peer in self.peers:
            if now >= peer.next_deadline():
                peer.timer(now)

    def next_deadline(self) -> float:
        """Return when `timer` is due, or infinity."""
        return min((peer.next_deadline() for peer in self.peers), default=NEVER)

    def erase(self) -> None:
        """Drop all session keys."""
        for peer in self.peers:
            peer.erase()

    def _data(self, message: packets.Data, source: Address, now: float) -> bytes:
        peer, keypair = self._indices.find(message.receiver) or (None, None)
        if peer is None or keypair is None:
            raise ProtocolError("unknown index")
        packet = peer.receive(keypair, message, source, now)
        if not packet:
            return b""
        if len(packet) < _SHORTEST_IPV4 or packet[0] >> 4 != 4:
            raise ProtocolError("not an IPv4 packet")
        if self._routes.find(packet[12:16]) is not peer:
            raise ProtocolError("source address not allowed")
        return packet

    def _control(
        self, message: packets.Message, datagram: bytes, source: Address, now: float
    ) -> None:
        if isinstance(message, packets.CookieReply):
            self._addressed(message.receiver).handshakes.keep_cookie(message, now)
            return
        if not self._issuer.mac1_holds(datagram):
            raise ProtocolError("wrong mac1")
        if self._issuer.under_load(now) and not self._proved(message, datagram, source, now):
            raise ProtocolError("under load")
        if isinstance(message, packets.Initiation):
            self._initiation(message, source, now)
        elif isinstance(message, packets.Response):
            self._expected(message.receiver).complete(message, source, now)

    def _proved(
        self, message: packets.Message, datagram: bytes, source: Address, now: float
    ) -> bool:
        """Under load: ask for a cookie, or check the one given and the source's rate."""
        where = "|".join(map(str, source[:2])).encode()
        if self._issuer.mac2_holds(datagram, where, now):
            return self._issuer.within_rate(str(source[0]).encode(), now)
        if isinstance(message, packets.Initiation | packets.Response):
            reply = self._issuer.reply(datagram, message.sender, where, now)
            self._answers.append((reply, source))
        return False

    def _initiation(self, message: packets.Initiation, source: Address, now: float) -> None:
        responder = Responder(self._static)
        static = responder.read_static(message.ephemeral, message.static)
        peer = self._by_key.get(static)
        if peer is None:
            raise ProtocolError("unknown peer")
        peer.accept(responder, message, source, now)

    def _addressed(self, index: int) -> Peer:
        found = self._indices.find(index)
        if found is None:
            raise ProtocolError("unknown index")
        return found[0]

    def _expected(self, index: int) -> Peer:
        """Return the peer whose handshake (not session) the index stands for."""
        found = self._indices.find(index)
        if found is None or found[1] is not None:
            raise ProtocolError("unknown index")
        return found[0]
