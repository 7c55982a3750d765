"""What is on the wires and what stays behind, sought in every form after a whole run.

The system runs in a network namespace of its own, so that the capture holds its packets
and no others. Each search is run for two words: one from sensitive prompts, which must be
nowhere, and one from prompts that were released, which the same search must find.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
import shutil
import sqlite3
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.canary import Canary, search, search_folders, search_machine
from tests.live import LiveStack, Namespace, Port, eventually
from tests.wire import MARKER_PORT, TCP, UDP, Capture, read_packets, read_segment

pytestmark = [
    pytest.mark.netns,
    pytest.mark.skipif(
        bool(os.geteuid()) or not all(map(shutil.which, ("ip", "tcpdump"))),
        reason="a capture needs root, iproute2 and tcpdump",
    ),
]

SENSITIVE = (
    "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer. "
    "She is treated in the {} clinic. Write a letter to her."
)
HARMLESS = "Explain in one sentence why the sky is blue and never {}."
GREETING = "Hello there"


@dataclass(frozen=True, kw_only=True)
class Run:
    """A whole run of the system with its capture; all processes have ended."""

    stack: LiveStack
    capture: Capture
    pcap: Path
    secret: Canary
    open: Canary
    began: float
    ids: dict[str, str]
    answers: list[str]


@pytest.fixture(scope="module")
def run(namespace: Namespace, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Send prompts of every kind by every way, with a fault or two, and stop everything."""
    folder = tmp_path_factory.mktemp("wire")
    began = time.time()
    stack = LiveStack(tmp_path_factory.mktemp("stack"), namespace=namespace)
    secret, harmless = Canary.fresh(), Canary.fresh()
    pcap = folder / "capture.pcap"
    with namespace.inside():
        capture = Capture(pcap)
        with capture, stack:
            ids, answers = _talk(
                stack, SENSITIVE.format(secret.word), HARMLESS.format(harmless.word)
            )
            stack.stop()
            capture.settle()
    return Run(
        stack=stack,
        capture=capture,
        pcap=pcap,
        secret=secret,
        open=harmless,
        began=began,
        ids=ids,
        answers=answers,
    )


def _talk(stack: LiveStack, sensitive: str, harmless: str) -> tuple[dict[str, str], list[str]]:
    ids, answers = {}, []
    with Port(stack) as port:
        for name, text, end in (
            ("greeting", GREETING, "release"),
            ("harmless", harmless, "release"),
            ("sensitive", sensitive, "done"),
            ("long", sensitive + " word" * 30_000, "too_long_for_model"),
            ("many characters", "\ud83d\0👍🏽" + sensitive, "done"),
        ):
            outcome = port.ask(text)
            assert outcome.end == end, (name, outcome.end)
            ids[name] = outcome.id
            answers += [outcome.answer] if outcome.answer else []
        assert stack.page_sends(harmless).strip()
        word = {"type": "sent", "status": 200, "first_byte_ms": 12.5, "hold_ms": 30.5}
        port.send(word | {"id": ids["harmless"]})
        port.prompt(sensitive)
        port.wait_for("delta")
        port.host.kill()  # a browser that is gone in the middle of an answer
    with Port(stack) as port:
        port.send({"type": "prompt", "id": "unknown-field", "text": sensitive, "floor": 1})
        assert port.wait_for("fault")["message"]
        stack.kill("secured")
        assert port.ask(sensitive).end == "tunnel_down"
    assert stack.ask(harmless)["status"] == 0
    assert stack.ask(sensitive)["status"] == 5
    _wait_for_samples(stack)
    return ids, answers


def _wait_for_samples(stack: LiveStack) -> None:
    outcomes = {"ok", "too_long_for_model", "tunnel_down"}
    eventually(lambda: outcomes <= samples(stack).keys(), "the placement service has the samples")


def samples(stack: LiveStack) -> dict[str, int]:
    """Return how many spans of each outcome the placement service has stored."""
    query = (
        "SELECT outcome, count(*) FROM latency_span JOIN series ON series.id = series GROUP BY 1"
    )
    with contextlib.closing(sqlite3.connect(stack.placement_database)) as database:
        return dict(database.execute(query).fetchall())


def seen(found: object) -> str:
    """Return sightings as lines, for a failing test to show."""
    return "\n".join(map(str, sorted(found)))  # type: ignore[call-overload]


def on_the_wire(run: Run, canary: Canary) -> set[object]:
    return {
        sighting
        for name, data in run.capture.payloads().items()
        for sighting in search(data, canary, name)
    }


def test_a_sensitive_prompt_is_on_no_wire_in_any_form(run):
    assert seen(on_the_wire(run, run.secret)) == ""


def test_the_same_search_finds_a_released_prompt_on_the_wire(run):
    places = {sighting.place for sighting in on_the_wire(run, run.open)}
    to_public = f" to 127.0.0.1:{run.stack.ports.public} "
    assert {place for place in places if place.startswith("tcp") and to_public in place}


def test_a_secured_answer_is_on_no_wire(run):
    payloads = run.capture.payloads().values()
    words = [answer.encode()[:40] for answer in run.answers if len(answer) > 60]
    assert words
    assert not [word for word in words for data in payloads if word in data]


# S24: what goes through the tunnel comes back through it, and there is no third way
def test_there_are_two_wires_only(run):
    ports = {TCP: set(), UDP: set()}
    for packet in read_packets(run.pcap.read_bytes()):
        segment = read_segment(packet)
        if segment is None:
            continue
        protocol, source, from_port, destination, to_port = segment.flow
        assert {source, destination} == {ipaddress.ip_address("127.0.0.1").packed}
        ports[protocol].add(frozenset({from_port, to_port}))
    servers = {run.stack.ports.public, run.stack.ports.placement}
    assert all(pair & servers for pair in ports[TCP])
    assert all(pair & {run.stack.ports.gateway, MARKER_PORT} for pair in ports[UDP])


def test_datagrams_of_the_tunnel_look_random(run):
    """Data packets of the tunnel do not compress, so no plain text is among them."""
    packets = map(read_segment, read_packets(run.pcap.read_bytes()))
    data = b"".join(
        segment.payload[16:]
        for segment in packets
        if segment is not None
        and run.stack.ports.gateway in {segment.flow[2], segment.flow[4]}
        and segment.payload[:1] == b"\x04"
    )
    assert len(data) > 10_000
    assert len(zlib.compress(data, 9)) > len(data) * 0.98


def left_behind(run: Run, canary: Canary) -> set[object]:
    found = search_machine(run.stack.home, canary, since=run.began)
    return {sighting for sighting in found if not sighting.place.startswith(str(run.pcap))}


def test_a_sensitive_prompt_is_in_no_file_log_or_database_afterwards(run):
    assert seen(left_behind(run, run.secret)) == ""


def test_the_same_search_finds_a_released_prompt_in_the_training_queue_alone(run):
    places = {sighting.place.split(" ")[0] for sighting in left_behind(run, run.open)}
    assert str(run.stack.queue) in places
    assert {Path(place).parent for place in places} == {run.stack.queue.parent}


# Promise 2: telemetry and the placement database
def test_samples_of_the_run_arrived_and_hold_no_text(run):
    database = run.stack.placement_database
    assert samples(run.stack)["ok"] >= 12
    assert not search_folders([database.parent, run.stack.paths.state], run.secret)
    assert not search_folders([database.parent, run.stack.paths.state], run.open)


def test_the_logs_are_there_and_hold_no_text(run):
    logs = sorted(path.name for path in run.stack.logs.iterdir())
    assert logs == ["daemon.log", "placement.log", "public.log", "secured.log"]
    text = b"".join(path.read_bytes() for path in run.stack.logs.iterdir())
    assert b"listening on" in text
    assert b"Maria" not in text
    assert b"Keller" not in text


CALLS = "connect,sendto,sendmsg,sendmmsg,bind,openat,open,creat,rename,renameat2,truncate"
_ADDRESS = re.compile(
    r"sa_family=AF_(?P<family>INET6?|UNIX|NETLINK|PACKET)"
    r"(?:.*?sin6?_port=htons\((?P<port>\d+)\))?(?:.*?(?:inet_addr\(|inet_pton\(AF_INET6, )"
    r'"(?P<ip>[^"]+)")?(?:, sun_path=(?P<path>@?"[^"]*"))?'
)


@dataclass(frozen=True)
class Traced:
    """What a process and its children did, as strace wrote it."""

    lines: tuple[str, ...]

    def addresses(self, *calls: str) -> set[tuple[str, str]]:
        """Return family and address of every socket call that named one."""
        found = set()
        for line in self.lines:
            if any(f" {call}(" in line for call in calls):
                for match in _ADDRESS.finditer(line):
                    ip, number = match["ip"] or "", match["port"] or ""
                    place = match["path"] or f"{ip}:{number}"
                    found.add((match["family"], place))
        return found

    def written(self) -> set[str]:
        """Return the paths that were opened for writing, created or renamed."""
        opened = set()
        for line in self.lines:
            changes = re.search(r"O_(WRONLY|RDWR|CREAT)| (creat|rename|renameat2|truncate)\(", line)
            if changes and "= -1 E" not in line:
                opened |= set(re.findall(r'"([^"]*)"', line))
        return opened


class TracedStack(LiveStack):
    """The stack with the daemon and the secured variant under strace from their first call."""

    def command(self, name: str) -> tuple[str, ...]:
        """Put strace in front of those that see sensitive text."""
        command = super().command(name)
        if name not in {"daemon", "secured"}:
            return command
        trace = ("strace", "-f", "--seccomp-bpf", "-qq", "-s", "256", "-e", f"trace={CALLS}")
        return (*trace, "-o", str(self.trace(name)), *command)

    def trace(self, name: str) -> Path:
        """Where strace writes."""
        return self.home.parent / f"{self.home.name}-{name}.strace"

    def traced(self, name: str) -> Traced:
        """Read it."""
        return Traced(tuple(self.trace(name).read_text(errors="replace").splitlines()))


@pytest.fixture(scope="module")
def traced(namespace: Namespace, tmp_path_factory: pytest.TempPathFactory) -> TracedStack:
    """A run with one harmless and one sensitive prompt; all processes have ended."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    stack = TracedStack(tmp_path_factory.mktemp("traced"), namespace=namespace)
    with stack:
        with Port(stack) as port:
            assert port.ask(HARMLESS.format("ever")).end == "release"
            assert port.ask(SENSITIVE.format("city")).end == "done"
        assert stack.ask(HARMLESS.format("ever"))["status"] == 0
    return stack


# R19, row 25: no connection but to our own sockets
@pytest.mark.slow
def test_the_daemon_and_its_worker_reach_for_nothing_but_their_own_sockets(traced):
    ports = traced.ports
    ours = {f"127.0.0.1:{port}" for port in (ports.public, ports.placement, ports.gateway)}
    reached = traced.traced("daemon").addresses("connect", "sendto", "sendmsg", "sendmmsg")
    internet = {place for family, place in reached if family.startswith("INET")}
    assert internet == ours
    local = {place for family, place in reached if family == "UNIX"}
    assert all(str(traced.paths.runtime) in place for place in local), local


@pytest.mark.slow
def test_the_secured_variant_talks_to_the_other_end_of_its_tunnel_alone(traced):
    secured = traced.traced("secured")
    bound = {place for family, place in secured.addresses("bind") if family.startswith("INET")}
    assert bound == {f"127.0.0.1:{traced.ports.gateway}"}
    reached = secured.addresses("connect", "sendto", "sendmsg", "sendmmsg")
    internet = {place for family, place in reached if family.startswith("INET")}
    assert len(internet) == 1
    assert internet.pop().startswith("127.0.0.1:")


# S19, row 23: no byte is written anywhere
@pytest.mark.slow
def test_the_secured_variant_opens_no_file_for_writing(traced):
    assert traced.traced("secured").written() <= {"/dev/null"}


@pytest.mark.slow
def test_the_daemon_writes_below_its_own_folders_alone(traced):
    written = traced.traced("daemon").written() - {"/dev/null"}
    assert any("audit.sqlite" in path for path in written)
    strangers = {path for path in written if not path.startswith(str(traced.home))}
    assert strangers == set()
