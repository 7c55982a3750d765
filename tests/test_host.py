"""The host shim as browsers run it: a real process between pipes and a real socket."""

import ast
import asyncio
import json
import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion import host, identity
from companion.framing import FROM_BROWSER_LIMIT, TO_BROWSER_LIMIT, encode
from companion.sockets import Connection, ConnectionClosedError, Limits, serve

HOST = Path(host.__file__)
CHROMIUM = [identity.CHROMIUM_ORIGIN]
FIREFOX = [
    f"/home/u/.mozilla/native-messaging-hosts/{identity.HOST_NAME}.json",
    identity.FIREFOX_EXTENSION_ID,
]


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "run" / "daemon.sock"


class Shim:
    """A shim under test, with the browser's end of its pipes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    def send(self, data: bytes) -> None:
        self.process.stdin.write(data)

    async def frame(self) -> bytes:
        (length,) = struct.unpack("=I", await self.process.stdout.readexactly(4))
        return await self.process.stdout.readexactly(length)

    async def ended(self) -> tuple[int, str]:
        async with asyncio.timeout(20):
            error = await self.process.stderr.read()
            return await self.process.wait(), error.decode()


async def shim(path: Path, *browser: str, command: tuple[str, ...] = (), **options) -> Shim:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-ISu",
        HOST,
        path,
        *command,
        "--",
        *browser,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        limit=4 * TO_BROWSER_LIMIT,
        **options,
    )
    return Shim(process)


class Daemon:
    """A handler that notes what it gets and echoes all but `attach`."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.ended = asyncio.Event()
        self.connections: list[Connection] = []

    async def __call__(self, connection: Connection) -> None:
        self.connections.append(connection)
        try:
            async for payload in connection:
                self.got.append(payload)
                if len(self.got) > 1:
                    connection.send(payload)
        finally:
            self.ended.set()


def test_the_fixed_lists_are_those_of_the_project():
    assert host.HOST_NAME == identity.HOST_NAME
    assert host.CHROMIUM_ORIGINS == (identity.CHROMIUM_ORIGIN,)
    assert host.FIREFOX_EXTENSIONS == (identity.FIREFOX_EXTENSION_ID,)
    assert (host.FROM_BROWSER_LIMIT, host.TO_BROWSER_LIMIT) == (
        FROM_BROWSER_LIMIT,
        TO_BROWSER_LIMIT,
    )


def test_nothing_but_the_standard_library_is_imported():
    tree = ast.parse(HOST.read_text())
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names.add(node.module.split(".")[0])
    assert names <= sys.stdlib_module_names
    assert not names & {"json", "logging", "asyncio", "subprocess", "threading", "typing"}


def test_every_exit_status_has_a_sentence_in_the_manual():
    manual = (HOST.parent.parent / "docs" / "reference" / "native-host.md").read_text()
    for status, message in host.MESSAGES.items():
        assert f"| {status} | {message} |" in manual


@pytest.mark.parametrize(
    ("arguments", "extension"),
    [
        (CHROMIUM, identity.CHROMIUM_ORIGIN),
        ([*CHROMIUM, "--parent-window=0"], identity.CHROMIUM_ORIGIN),
        (FIREFOX, identity.FIREFOX_EXTENSION_ID),
    ],
)
def test_our_extensions_are_recognised(arguments, extension):
    assert host.extension_of(arguments) == extension


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [""],
        ["chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"],
        [identity.CHROMIUM_ORIGIN.rstrip("/")],
        [identity.CHROMIUM_ORIGIN + "x"],
        ["--parent-window=0", identity.CHROMIUM_ORIGIN],
        [identity.FIREFOX_EXTENSION_ID],
        ["/tmp/other.json", identity.FIREFOX_EXTENSION_ID],
        [FIREFOX[0], "other@example.org"],
        [identity.FIREFOX_EXTENSION_ID, FIREFOX[0]],
    ],
)
async def test_anything_else_is_turned_away_and_starts_nothing(path, tmp_path, arguments):
    with pytest.raises(host.Refusal):
        host.extension_of(arguments)
    mark = tmp_path / "started"
    started = await shim(path, *arguments, command=("/usr/bin/touch", str(mark)))
    status, error = await started.ended()
    assert status == host.NOT_FOR_YOU
    assert error == "sottovoce host: started by something that is not the extension\n"
    assert not mark.exists()
    assert not path.parent.exists()


@pytest.mark.parametrize("browser", [CHROMIUM, FIREFOX])
async def test_it_attaches_first_and_then_relays_both_ways(path, browser):
    daemon = Daemon()
    async with await serve(path, daemon):
        one = await shim(path, *browser)
        for number in range(50):
            one.send(encode(b'{"n":%d}' % number))
            assert await one.frame() == b'{"n":%d}' % number
        attach = json.loads(daemon.got[0])
        assert attach == {
            "type": "attach",
            "origin": host.extension_of(browser),
            "browser_pid": os.getpid(),
        }
        one.process.stdin.close()
        assert await one.ended() == (0, "")
        await asyncio.wait_for(daemon.ended.wait(), 5)


async def test_frames_may_come_byte_by_byte_and_many_at_once(path):
    async with await serve(path, Daemon()):
        one = await shim(path, *CHROMIUM)
        for byte in encode(b'{"slow":true}'):
            one.send(bytes([byte]))
            await one.process.stdin.drain()
        assert await one.frame() == b'{"slow":true}'
        one.send(b"".join(encode(b"[%d]" % number) for number in range(500)))
        for number in range(500):
            assert await one.frame() == b"[%d]" % number
        one.process.kill()
        await one.process.wait()


async def test_the_longest_frames_pass_in_both_directions(path):
    daemon = Daemon()

    async def answer_with_a_megabyte(connection: Connection) -> None:
        async for payload in connection:
            daemon.got.append(payload)
            if len(daemon.got) == 2:
                connection.send(b'"' + b"y" * (TO_BROWSER_LIMIT - 2) + b'"')

    async with await serve(path, answer_with_a_megabyte):
        one = await shim(path, *CHROMIUM)
        longest = b'"' + b"x" * (FROM_BROWSER_LIMIT - 2) + b'"'
        one.send(encode(longest))
        assert len(await one.frame()) == TO_BROWSER_LIMIT
        assert daemon.got[1] == longest
        one.process.stdin.close()
        assert (await one.ended())[0] == 0


@pytest.mark.parametrize(
    "header", [0, FROM_BROWSER_LIMIT + 1, 0xFFFFFFFF], ids=["zero", "16 MiB + 1", "4 GB"]
)
async def test_a_wrong_frame_from_the_browser_ends_the_connection(path, header):
    daemon = Daemon()
    async with await serve(path, daemon):
        one = await shim(path, *CHROMIUM)
        one.send(struct.pack("=I", header) + b'"the secret"')
        status, error = await one.ended()
        assert status == host.BAD_FRAME
        assert error == "sottovoce host: a message was malformed or too long\n"
        await asyncio.wait_for(daemon.ended.wait(), 5)
        assert len(daemon.got) == 1


async def test_a_wrong_frame_from_the_daemon_ends_the_connection(path):
    async def overlong(connection: Connection) -> None:
        connection._writer.write(struct.pack("=I", TO_BROWSER_LIMIT + 1) + b"x")
        async for _ in connection:
            pass

    async with await serve(path, overlong):
        one = await shim(path, *CHROMIUM)
        assert (await one.ended())[0] == host.BAD_FRAME


async def test_it_leaves_when_the_daemon_dies(path):
    daemon = Daemon()
    async with await serve(path, daemon):
        one = await shim(path, *CHROMIUM)
        one.send(encode(b"[1]"))
        await one.frame()
        daemon.connections[0]._writer.transport.abort()
        status, error = await one.ended()
        assert status == host.DAEMON_LOST
        assert error == "sottovoce host: the companion's daemon ended\n"
    # Also while the browser is in the middle of a frame.
    async with await serve(path, Daemon()) as server:
        one = await shim(path, *CHROMIUM)
        one.send(encode(b"[1]")[:5])
        while not server.connections:
            await asyncio.sleep(0.005)
    assert (await one.ended())[0] == host.DAEMON_LOST


async def test_a_browser_that_does_not_read_does_not_stop_the_other_direction(path):
    async def flood(connection: Connection) -> None:
        chunk = b'"' + b"x" * 500_000 + b'"'
        try:
            for _ in range(10):
                connection.send(chunk)
        except ConnectionClosedError:
            return
        async for payload in connection:
            got.append(payload)
            if payload == b"[2]":
                arrived.set()

    got: list[bytes] = []
    arrived = asyncio.Event()
    async with await serve(path, flood, limits=Limits(queued_bytes=64_000_000)):
        process = subprocess.Popen(  # noqa: ASYNC220 - its pipes must stay unread
            [sys.executable, "-ISu", HOST, path, "--", *CHROMIUM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        try:
            process.stdin.write(encode(b"[2]"))
            await asyncio.wait_for(arrived.wait(), 10)
        finally:
            process.kill()
            process.stdin.close()
            process.stdout.close()
            process.wait()


async def test_without_a_daemon_it_answers_nothing_and_says_so_without_content(path):
    one = await shim(path, *CHROMIUM)
    one.send(encode(b'{"text":"the secret"}'))
    status, error = await one.ended()
    assert status == host.NO_DAEMON
    assert error == "sottovoce host: the companion's daemon does not answer\n"
    assert await one.process.stdout.read() == b""


async def test_a_socket_that_others_may_open_is_refused(path):
    daemon = Daemon()
    async with await serve(path, daemon):
        for target, mode in ((path, 0o666), (path.parent, 0o755)):
            before = target.stat().st_mode
            target.chmod(mode)
            one = await shim(path, *CHROMIUM)
            assert (await one.ended())[0] == host.UNSAFE
            target.chmod(before)
        assert daemon.got == []


@pytest.mark.skipif(os.getuid() != 0, reason="needs root to become another user")
async def test_a_daemon_of_another_user_is_refused(path):
    path.parent.mkdir(mode=0o700)
    impostor = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "import os, socket, sys; os.chdir(sys.argv[1]); s = socket.socket(socket.AF_UNIX)\n"
        "s.bind('daemon.sock'); os.chmod('daemon.sock', 0o600)\n"
        "os.setgid(65534); os.setuid(65534); s.listen()\n"
        "print('ready', flush=True); sys.stdin.read()",
        path.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert await impostor.stdout.readline() == b"ready\n"
    one = await shim(path, *CHROMIUM)
    assert (await one.ended())[0] == host.UNSAFE
    impostor.kill()
    await impostor.wait()


STARTED = """
import asyncio, json, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from companion.sockets import serve
folder = Path(sys.argv[2])
note = {"pid": os.getpid(), "sid": os.getsid(0), "cwd": os.getcwd(), "env": dict(os.environ),
        "stdio": [os.readlink(f"/proc/self/fd/{n}") for n in (0, 1, 2)],
        "open": sorted(int(n) for n in os.listdir("/proc/self/fd"))[:-1]}
(folder / f"daemon-{os.getpid()}").write_text(json.dumps(note))
async def echo(connection):
    async for payload in connection:
        if b"attach" not in payload:
            connection.send(payload)
async def main():
    async with await serve(folder / "run" / "daemon.sock", echo):
        await asyncio.sleep(60)
asyncio.run(main())
"""


def starter(folder: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", STARTED, str(HOST.parent.parent), str(folder))


def notes(folder: Path) -> list[dict]:
    return [json.loads(each.read_text()) for each in folder.glob("daemon-*")]


@pytest.fixture
def reaper(tmp_path):
    yield
    for note in notes(tmp_path):
        os.kill(note["pid"], signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_an_absent_daemon_is_started_detached_and_outlives_the_host(path, tmp_path, reaper):
    environment = {
        **os.environ,
        "LD_DEBUG_OUTPUT": "x",
        "GOOGLE_API_KEY": "x",
        "LC_ALL": "C",
        "HTTPS_PROXY": "http://x",
        "SOTTOVOCE_HOME": "/h",
        "PYTHONPATH": "/x",
    }
    one = await shim(path, *CHROMIUM, command=starter(tmp_path), env=environment)
    one.send(encode(b"[1]"))
    assert await asyncio.wait_for(one.frame(), 20) == b"[1]"
    one.process.stdin.close()
    assert await one.ended() == (0, "")
    (note,) = notes(tmp_path)
    assert note["sid"] not in {note["pid"], os.getsid(0)}
    assert note["cwd"] == "/"
    assert note["stdio"] == ["/dev/null"] * 3
    assert note["open"] == [0, 1, 2]
    assert note["env"]["SOTTOVOCE_HOME"] == "/h"
    assert note["env"]["LC_ALL"] == "C"
    assert not {"LD_DEBUG_OUTPUT", "GOOGLE_API_KEY", "HTTPS_PROXY", "PYTHONPATH"} & set(note["env"])
    two = await shim(path, *FIREFOX, command=starter(tmp_path))
    two.send(encode(b"[2]"))
    assert await asyncio.wait_for(two.frame(), 20) == b"[2]"
    two.process.stdin.close()
    await two.ended()
    assert len(notes(tmp_path)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_hosts_that_race_start_one_daemon(path, tmp_path, reaper):
    racers = await asyncio.gather(
        *(shim(path, *CHROMIUM, command=starter(tmp_path)) for _ in range(6))
    )
    for one in racers:
        one.send(encode(b"[1]"))
    for one in racers:
        assert await asyncio.wait_for(one.frame(), 30) == b"[1]"
        one.process.stdin.close()
        assert (await one.ended())[0] == 0
    assert len(notes(tmp_path)) == 1


def test_a_daemon_that_never_comes_up_is_waited_for_only_so_long(path):
    began = time.monotonic()
    with pytest.raises(host.Refusal) as caught:
        host.find_or_start(str(path), ["/bin/true"], began + 0.3)
    assert caught.value.status == host.NO_DAEMON
    assert 0.3 <= time.monotonic() - began < 5


async def test_an_unforeseen_error_shows_its_type_alone(path):
    path.parent.mkdir(mode=0o700)
    (path.parent / "daemon.sock.start").mkdir()
    one = await shim(path, *CHROMIUM, command=("/bin/true",))
    status, error = await one.ended()
    assert (status, error) == (1, "sottovoce host: stopped by IsADirectoryError\n")


# R12: what passed through the host is not left in its memory, and nobody may look.
@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="needs root to read another's memory"
)
async def test_no_text_stays_in_memory_after_it_was_relayed(path):
    async with await serve(path, Daemon()):
        one = await shim(path, *CHROMIUM)
        for size in (1, 1000, 300_000):
            one.send(encode(b'"' + b"Canary-4711-" * size + b'"'))
        one.send(encode(b"[1]"))
        while await one.frame() != b"[1]":
            pass
        memory, limits = _memory(one.process.pid)
        assert b"readv" in memory  # the positive control: this is the host's memory
        assert b"Canary-4711-" not in memory
        assert "Max core file size        0                    0 " in limits
        one.process.stdin.close()
        assert (await one.ended())[0] == 0


def test_the_host_forbids_core_dumps_and_looking_into_its_memory():
    code = (
        "import ctypes, resource; from companion import host; host.harden();"
        "print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == ("0 (0, 0)\n" if sys.platform == "linux" else result.stdout)


def _memory(pid: int) -> tuple[bytes, str]:
    chunks = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, mode, *rest = line.split()
            if "rw" not in mode or rest[-1] in {"[vvar]", "[vsyscall]"}:
                continue
            start, end = (int(each, 16) for each in span.split("-"))
            memory.seek(start)
            chunks.append(memory.read(end - start))
    return b"".join(chunks), Path(f"/proc/{pid}/limits").read_text()
