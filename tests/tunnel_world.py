"""A world in virtual time: two TCP stacks, and two WireGuard devices, over a bad link."""

import heapq
import itertools
import random
from dataclasses import dataclass
from ipaddress import IPv4Network

from companion.tunnel.device import Device, Route
from companion.tunnel.noise import StaticKey
from companion.tunnel.peer import PeerOptions
from companion.tunnel.stack import Stack

LEFT, RIGHT = bytes([10, 77, 0, 2]), bytes([10, 77, 0, 1])
PORT = 8080
LEFT_AT, RIGHT_AT = ("192.0.2.2", 40000), ("192.0.2.1", 51820)


@dataclass
class Weather:
    """What the link does to a packet."""

    loss: float = 0.0
    duplicate: float = 0.0
    delay: float = 0.005
    jitter: float = 0.0


class Link:
    """Carries packets of two ends with loss, duplication, delay and reordering."""

    def __init__(self, seed=0, weather=None):
        self.random = random.Random(seed)
        self.weather = weather or Weather()
        self.now = 1000.0
        self.carried = 0
        self._flying = []
        self._order = itertools.count()

    def put(self, receiver, item):
        weather, dice = self.weather, self.random
        copies = 0 if dice.random() < weather.loss else 1 + (dice.random() < weather.duplicate)
        for _ in range(copies):
            at = self.now + weather.delay + dice.random() * weather.jitter
            heapq.heappush(self._flying, (at, next(self._order), receiver, item))

    def next_arrival(self):
        return self._flying[0][0] if self._flying else float("inf")

    def arrived(self):
        while self._flying and self._flying[0][0] <= self.now:
            self.carried += 1
            yield heapq.heappop(self._flying)[2:]


class TcpWorld:
    """Two stacks, `left` connecting to `right`, without a tunnel between them."""

    def __init__(self, seed=0, weather=None, mtu=1420, receive_window=64 * 1024):
        self.link = Link(seed, weather)
        entropy = random.Random(seed + 1)
        options = {"mtu": mtu, "random": entropy.randbytes, "receive_window": receive_window}
        self.left, self.right = Stack(**options), Stack(**options)
        self.right.listen(RIGHT, PORT, lambda _source: True)
        self.client = self.left.connect(LEFT, RIGHT, PORT, self.link.now)
        self.server = None
        self.filter = lambda receiver, packet: True
        self.settle()

    @property
    def now(self):
        return self.link.now

    def settle(self):
        """Let both stacks send what they want to send now."""
        for stack, other in ((self.left, self.right), (self.right, self.left)):
            for connection in stack.connections():
                stack.touch(connection)
            for packet, _ in stack.flush(self.now):
                if self.filter(other, packet):
                    self.link.put(other, packet)
        for accepted in self.right.accepted():
            self.server = self.server or accepted.connection

    def step(self, until):
        """Go to the next thing that happens, but not beyond `until`."""
        due = min(self.link.next_arrival(), self.left.next_deadline(), self.right.next_deadline())
        self.link.now = max(self.now, min(due, until))
        for stack, packet in self.link.arrived():
            stack.receive(packet, self.now)
        self.left.timer(self.now)
        self.right.timer(self.now)
        self.settle()

    def run(self, seconds):
        until = self.now + seconds
        while self.now < until:
            self.step(until)

    def run_until(self, condition, within=120.0):
        limit = self.now + within
        while not condition():
            assert self.now < limit, "the condition never held"
            self.step(limit)


class WireGuardWorld:
    """Two devices; the left one knows where the right one is."""

    def __init__(self, seed=0, weather=None, psk=bytes(32), left=None, right=None):
        self.link = Link(seed, weather)
        entropy = random.Random(seed + 1)
        keys = [StaticKey.from_bytes(entropy.randbytes(32)) for _ in range(2)]
        self.keys = keys
        self.wall = 1_700_000_000_000_000_000
        common = {
            "random": entropy.randbytes,
            "wall": lambda: self.wall + int(self.link.now * 1e9),
            "mtu": 1420,
        }
        self.left = Device(
            static=keys[0],
            routes=[
                Route(
                    options=PeerOptions(
                        public_key=keys[1].public,
                        preshared_key=psk,
                        endpoint=RIGHT_AT,
                        **(left or {}),
                    ),
                    allowed_ips=(IPv4Network("10.77.0.1/32"),),
                )
            ],
            **common,
        )
        self.right = Device(
            static=keys[1],
            routes=[
                Route(
                    options=PeerOptions(
                        public_key=keys[0].public, preshared_key=psk, **(right or {})
                    ),
                    allowed_ips=(IPv4Network("10.77.0.2/32"),),
                )
            ],
            **common,
        )
        self.left_at, self.right_at = LEFT_AT, RIGHT_AT
        self.received = {self.left: [], self.right: []}
        self.datagrams = []
        self.filter = lambda datagram: True

    @property
    def now(self):
        return self.link.now

    @property
    def peer(self):
        return self.left.peers[0]

    @property
    def far_peer(self):
        return self.right.peers[0]

    def settle(self):
        for device, other, source in (
            (self.left, self.right, self.left_at),
            (self.right, self.left, self.right_at),
        ):
            for datagram, _ in device.outgoing():
                self.datagrams.append((self.now, source, datagram))
                if self.filter(datagram):
                    self.link.put(other, (datagram, source))

    def run(self, seconds):
        until = self.now + seconds
        self.settle()
        while self.now < until:
            due = min(
                self.link.next_arrival(), self.left.next_deadline(), self.right.next_deadline()
            )
            self.link.now = max(self.now, min(due, until))
            for device, (datagram, source) in self.link.arrived():
                packet = device.receive(datagram, source, self.now)
                if packet:
                    self.received[device].append(packet)
            self.left.timer(self.now)
            self.right.timer(self.now)
            self.settle()

    def kinds(self):
        return [datagram[0] for _, _, datagram in self.datagrams]


def packet(source, destination, payload=b"payload"):
    """Return an IPv4 packet that is right as far as a tunnel looks."""
    total = 20 + len(payload)
    return bytes([0x45, 0]) + total.to_bytes(2, "big") + bytes(8) + source + destination + payload


TO_RIGHT = packet(LEFT, RIGHT)
TO_LEFT = packet(RIGHT, LEFT)


class TunnelWorld(WireGuardWorld):
    """A TCP stack behind each device: everything between application and network."""

    def __init__(self, seed=0, weather=None, left=None, right=None):
        super().__init__(seed, weather, left=left, right=right)
        entropy = random.Random(seed + 2)
        options = {"mtu": 1420, "random": entropy.randbytes}
        self.client_stack, self.server_stack = Stack(**options), Stack(**options)
        self.server_stack.listen(RIGHT, PORT, lambda _source: True)
        self.ends = ((self.left, self.client_stack), (self.right, self.server_stack))
        self.servers = []
        self.completed = 0

    def connect(self):
        return self.client_stack.connect(LEFT, RIGHT, PORT, self.now)

    def settle(self):
        if hasattr(self, "ends"):
            for device, stack in self.ends:
                for connection in stack.connections():
                    stack.touch(connection)
                for content, expects_answer in stack.flush(self.now):
                    device.send(content, self.now, expects_answer=expects_answer)
            self.servers += [one.connection for one in self.server_stack.accepted()]
        super().settle()
        self.datagrams.clear()

    def step(self, until):
        due = min(
            self.link.next_arrival(),
            *(end.next_deadline() for pair in self.ends for end in pair),
        )
        self.link.now = max(self.now, min(due, until))
        stacks = dict(self.ends)
        for device, (datagram, source) in self.link.arrived():
            content = device.receive(datagram, source, self.now)
            if content:
                stacks[device].receive(content, self.now)
        if self.peer.completed != self.completed:
            self.completed = self.peer.completed
            self.client_stack.nudge(self.now)
        for device, stack in self.ends:
            stack.timer(self.now)
            device.timer(self.now)
        self.settle()

    def run_until(self, condition, within):
        limit = self.now + within
        self.settle()
        while not condition() and self.now < limit:
            self.step(limit)
        return condition()
