"""What is on a wire: a capture by tcpdump, and its payloads as the programs sent them."""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

TCP, UDP = 6, 17
MARKER_PORT = 9

Flow = tuple[int, bytes, int, bytes, int]
"""Protocol, source address and port, destination address and port."""


@dataclass(frozen=True)
class Segment:
    """One packet's transport part."""

    flow: Flow
    sequence: int
    starts: bool
    payload: bytes


class Capture:
    """Records everything on an interface of the calling thread's network namespace."""

    def __init__(self, path: Path, interface: str = "lo") -> None:
        self._path = path
        self._interface = interface

    def __enter__(self) -> Self:
        options = ("-U", "-n", "-s", "0", "--immediate-mode", "-B", "32768", "-Z", "root")
        self._process = subprocess.Popen(
            ["tcpdump", "-i", self._interface, "-w", str(self._path), *options],
            stderr=subprocess.PIPE,
        )
        assert self._process.stderr is not None
        _wait_for(self._process.stderr.fileno(), b"listening on")
        return self

    def settle(self) -> None:
        """Return when everything that was sent before this call is in the file."""
        marker = b"the end of what was sent " + os.urandom(16)
        deadline = time.monotonic() + 20
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(marker, ("127.0.0.1", MARKER_PORT))
            while marker not in self._path.read_bytes():
                assert time.monotonic() < deadline, "tcpdump did not write what was sent"
                time.sleep(0.02)

    def __exit__(self, *_error: object) -> None:
        self._process.send_signal(signal.SIGINT)
        said = self._process.communicate(timeout=20)[1]
        assert b"0 packets dropped by kernel" in said, said

    def payloads(self) -> dict[str, bytes]:
        """Return each TCP direction as one stream, each datagram, and each packet as it was."""
        packets = list(read_packets(self._path.read_bytes()))
        return payloads(packets) | {f"packet {n}": each for n, each in enumerate(packets)}


def _wait_for(descriptor: int, word: bytes) -> None:
    said = b""
    deadline = time.monotonic() + 20
    while word not in said:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        assert ready, f"tcpdump did not start: {said!r}"
        piece = os.read(descriptor, 4096)
        assert piece, f"tcpdump ended: {said!r}"
        said += piece


def read_packets(pcap: bytes) -> Iterator[bytes]:
    """Yield the IP packets of a capture of Ethernet frames (pcap-savefile(5))."""
    order = "<" if pcap[:4] in {b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1"} else ">"
    (link_type,) = struct.unpack_from(f"{order}I", pcap, 20)
    assert link_type == 1, "Ethernet frames were expected"
    position = 24
    while position + 16 <= len(pcap):
        _, _, kept, length = struct.unpack_from(f"{order}IIII", pcap, position)
        assert kept == length, "a packet was cut off"
        yield pcap[position + 30 : position + 16 + kept]
        position += 16 + kept


def payloads(packets: list[bytes]) -> dict[str, bytes]:
    """Return each direction of each TCP connection put together, and each UDP datagram."""
    streams: dict[Flow, list[Segment]] = defaultdict(list)
    result: dict[str, bytes] = {}
    for number, packet in enumerate(packets):
        segment = read_segment(packet)
        if segment is None:
            continue
        if segment.flow[0] == UDP:
            result[f"{_name(segment.flow)} datagram {number}"] = segment.payload
        else:
            streams[segment.flow].append(segment)
    for flow, segments in streams.items():
        for number, stream in enumerate(_reassembled(segments)):
            result[f"{_name(flow)} stream {number}"] = stream
    return result


def read_segment(packet: bytes) -> Segment | None:
    """Return the TCP or UDP part of an IP packet; None for everything else."""
    version = packet[0] >> 4 if packet else 0
    if version == 4:
        protocol, start = packet[9], (packet[0] & 15) * 4
        source, destination = packet[12:16], packet[16:20]
        (end,) = struct.unpack_from("!H", packet, 2)
    elif version == 6:
        protocol, start = packet[6], 40
        source, destination = packet[8:24], packet[24:40]
        end = 40 + struct.unpack_from("!H", packet, 4)[0]
    else:
        return None
    if protocol not in {TCP, UDP}:
        return None
    from_port, to_port, sequence = struct.unpack_from("!HHI", packet, start)
    header = (packet[start + 12] >> 4) * 4 if protocol == TCP else 8
    starts = protocol == TCP and bool(packet[start + 13] & 2)
    flow = (protocol, source, from_port, destination, to_port)
    # Offloading may leave the length at 0: then the packet ends where the frame does.
    payload = packet[start + header : end or len(packet)]
    return Segment(flow, sequence, starts, payload)


def _reassembled(segments: list[Segment]) -> Iterator[bytes]:
    """Yield the byte stream after each SYN; what came twice is taken once (RFC 9293, 3.4)."""
    connections: list[list[Segment]] = []
    for segment in segments:
        if segment.starts or not connections:
            connections.append([])
        connections[-1].append(segment)
    for connection in connections:
        base = connection[0].sequence + connection[0].starts
        stream = bytearray()
        for segment in sorted(connection, key=lambda each: (each.sequence - base) % 2**32):
            offset = (segment.sequence - base) % 2**32
            if segment.starts or not segment.payload or offset >= 2**31:
                continue
            stream.extend(bytes(max(0, offset - len(stream))))  # a gap keeps its length
            stream[offset : offset + len(segment.payload)] = segment.payload
        yield bytes(stream)


def _name(flow: Flow) -> str:
    protocol, source, from_port, destination, to_port = flow
    family = socket.AF_INET if len(source) == 4 else socket.AF_INET6
    ends = [socket.inet_ntop(family, address) for address in (source, destination)]
    kind = "tcp" if protocol == TCP else "udp"
    return f"{kind} {ends[0]}:{from_port} to {ends[1]}:{to_port}"
