"""The parts that a drill takes away, and how the person gets them back."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.live import PATIENCE, LiveStack, Port, duplicate, eventually

Undo = Callable[[], None]


QUEUED, JUDGED, WAITING, ANSWERING, RELEASED = STAGES = (
    "queued",
    "being judged",
    "waiting for the secured variant",
    "in the middle of the answer",
    "released",
)
Ends = dict[str, set[str]]


@dataclass(frozen=True)
class Part:
    """One part of the system.

    Attributes:
        name: What people call it.
        take: Takes it away and returns what brings it back.
        ends: By stage, the ends that a prompt may then come to.
        needs_namespace: Whether it can only be taken away in a network namespace.
    """

    name: str
    take: Callable[[LiveStack, Port], Undo]
    ends: Ends = field(repr=False)
    needs_namespace: bool = False


def _ends(before: set[str], answering: set[str]) -> Ends:
    """Return the ends by stage; a prompt that was released before stays released."""
    return {stage: set(before) for stage in STAGES} | {ANSWERING: answering, RELEASED: {"release"}}


LOST = _ends({"lost"}, {"lost"})
ANSWERED = _ends({"done"}, {"done"})
CUT_OFF = _ends({"tunnel_down", "secured_unreachable"}, {"secured_interrupted"})
ENGINE_LOST = _ends({"done", "busy", "secured_refused"}, {"secured_interrupted"})


def nothing() -> None:
    """Bring nothing back: the system does so by itself."""


def kill_host(_: LiveStack, port: Port) -> Undo:
    """Kill the native messaging host; the browser starts another when it is needed."""
    port.host.kill()
    return nothing


def kill_daemon(stack: LiveStack, _: Port) -> Undo:
    """Kill the daemon; the next host starts another."""
    stack.kill("daemon")
    return nothing


def kill_worker(stack: LiveStack, _: Port) -> Undo:
    """Kill the detector worker; the daemon starts another."""
    os.kill(stack.worker.pid, signal.SIGKILL)
    return nothing


def kill_secured(stack: LiveStack, _: Port) -> Undo:
    """Kill the secured variant with its gateway; an operator starts it again."""
    stack.kill("secured")

    def start() -> None:
        stack.launch("secured")
        stack.wait_until_listening("secured")

    return start


def kill_engine(stack: LiveStack, _: Port) -> Undo:
    """Kill the process that computes the secured answers; its server starts another."""
    for engine in engines(stack):
        engine.kill()
    return nothing


def shut_tunnel_socket(stack: LiveStack, _: Port) -> Undo:
    """Shut the daemon's UDP socket under it; the daemon opens another."""
    copy = duplicate(stack.processes["daemon"].pid, tunnel_descriptor(stack))
    with socket.socket(fileno=copy) as shared, contextlib.suppress(OSError):
        shared.shutdown(socket.SHUT_RDWR)  # says ENOTCONN and shuts it all the same
    return nothing


def freeze_gateway(stack: LiveStack, _: Port) -> Undo:
    """Freeze the far end: packets go out and nothing comes back, as in a black hole."""
    gateway = psutil.Process(stack.processes["secured"].pid)
    gateway.suspend()
    return gateway.resume


def forbid_route(stack: LiveStack, _: Port) -> Undo:
    """Take away the route to the gateway, so that sending itself fails (ip-rule(8))."""
    space = stack.namespace
    assert space is not None
    port = str(stack.ports.gateway)
    rules = [("pref", "1", "ipproto", "udp", way, port) for way in ("dport", "sport")]
    rule = ("-n", space.name, "rule")
    # The rule for local addresses comes first of all: make room before it.
    with contextlib.suppress(subprocess.CalledProcessError):  # an earlier drill did so
        space.ip(*rule, "add", "pref", "2", "lookup", "local")
        space.ip(*rule, "del", "pref", "0")
    for each in rules:
        space.ip(*rule, "add", *each, "unreachable")

    def allow() -> None:
        for each in rules:
            space.ip(*rule, "del", *each)

    return allow


PARTS = (
    Part("host shim", kill_host, LOST),
    Part("daemon", kill_daemon, LOST),
    Part("worker", kill_worker, ANSWERED),
    Part("secured variant and gateway", kill_secured, CUT_OFF),
    Part("secured engine", kill_engine, ENGINE_LOST),
    Part("tunnel socket", shut_tunnel_socket, ANSWERED),
    Part("far end of the tunnel", freeze_gateway, CUT_OFF),
    Part("route to the gateway", forbid_route, CUT_OFF, needs_namespace=True),
)


def engines(stack: LiveStack) -> list[psutil.Process]:
    """Return the processes that compute the secured variant's answers."""
    children = psutil.Process(stack.processes["secured"].pid).children(recursive=True)
    return [each for each in children if "variants.shared.llama_process" in each.cmdline()]


def tunnel_descriptor(stack: LiveStack) -> int:
    """Return the daemon's file descriptor of the tunnel's UDP socket (proc(5))."""
    pid = stack.processes["daemon"].pid
    table = Path(f"/proc/{pid}/net/udp").read_text().splitlines()[1:]
    inodes = {f"socket:[{line.split()[9]}]" for line in table}
    links = Path(f"/proc/{pid}/fd").iterdir()
    return next(int(link.name) for link in links if str(link.readlink()) in inodes)


@contextlib.contextmanager
def frozen(processes: list[psutil.Process]) -> Iterator[None]:
    """Freeze processes; those that are left go on afterwards."""
    for process in processes:
        process.suspend()
    try:
        for process in processes:
            eventually(lambda: process.status() == psutil.STATUS_STOPPED, "it stands still")  # noqa: B023
        yield
    finally:
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.resume()


def daemon_pid(stack: LiveStack) -> int:
    """Return who serves the companion's socket, whoever started it (unix(7))."""
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(str(stack.paths.socket))
        credentials = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        return int.from_bytes(credentials[:4], "little")


def replace_daemon(stack: LiveStack) -> None:
    """End a daemon that a host has started and start one that the stack stops at its end."""
    process = psutil.Process(daemon_pid(stack))
    process.terminate()
    process.wait(PATIENCE)
    stack.launch("daemon")
    stack.wait_until_ready()
