"""The daemon's socket, with real sockets, real processes and a real second user."""

import asyncio
import contextlib
import os
import socket
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from companion.framing import TO_BROWSER_LIMIT, FramingError, encode
from companion.sockets import (
    Connection,
    ConnectionClosedError,
    DaemonAbsentError,
    DaemonRunningError,
    Limits,
    SocketUnsafeError,
    connect,
    serve,
)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "run" / "daemon.sock"


async def echo(connection: Connection) -> None:
    async for payload in connection:
        connection.send(payload)


async def raw(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_unix_connection(str(path))


async def until(condition) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


async def test_the_socket_is_0600_in_a_0700_folder_whatever_the_umask(path):
    path.parent.mkdir(mode=0o755)
    old = os.umask(0)
    try:
        async with await serve(path, echo):
            assert mode(path.parent) == 0o700
            assert mode(path) == 0o600
            assert mode(path.with_suffix(".lock")) == 0o600
    finally:
        os.umask(old)
    assert not path.exists()


async def test_messages_go_both_ways_in_order(path):
    async with await serve(path, echo), await connect(path) as client:
        for number in range(100):
            client.send(b"[%d]" % number)
        answers = aiter(client)
        assert [await anext(answers) for _ in range(100)] == [b"[%d]" % n for n in range(100)]


async def test_both_ends_know_who_the_other_is(path):
    seen = []

    async def note(connection: Connection) -> None:
        seen.append(connection.peer)

    async with await serve(path, note), await connect(path) as client:
        assert (client.peer.uid, client.peer.pid) == (os.getuid(), os.getpid())
        await until(lambda: seen)
    assert (seen[0].uid, seen[0].pid) == (os.getuid(), os.getpid())


async def test_a_long_answer_travels_in_parts_and_arrives_whole(path):
    message = b'"' + b"x" * (3 * TO_BROWSER_LIMIT) + b'"'
    async with await serve(path, echo), await connect(path) as client:
        client.send(message)
        assert await anext(aiter(client)) == message
        assert client._decoder.pending == 0


async def test_iteration_ends_when_the_other_side_closes(path):
    ended = asyncio.Event()

    async def until_closed(connection: Connection) -> None:
        async for _ in connection:
            pass
        ended.set()

    async with await serve(path, until_closed) as server:
        client = await connect(path)
        client.send(b"[1]")
        await client.close()
        await asyncio.wait_for(ended.wait(), 5)
        await until(lambda: server.connections == 0)
        with pytest.raises(ConnectionClosedError):
            client.send(b"[2]")


@pytest.mark.parametrize(
    "sent",
    [
        struct.pack("=I", 0),
        struct.pack("=I", 0xFFFFFFFF),
        encode(b"\xff"),
        encode(b"[" * 40 + b"]" * 40),
        b"GET / HTTP/1.1\r\n\r\n",
    ],
    ids=["zero", "4 GB", "not UTF-8", "deep", "HTTP"],
)
async def test_a_client_that_breaks_the_protocol_is_dropped_and_the_others_are_not(path, sent):
    async with await serve(path, echo), await connect(path) as honest:
        reader, writer = await raw(path)
        writer.write(sent)
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()
        honest.send(b"[1]")
        assert await anext(aiter(honest)) == b"[1]"


async def test_a_client_that_never_reads_is_dropped_and_does_not_block_the_daemon(path):
    dropped = asyncio.Event()

    async def flood(connection: Connection) -> None:
        try:
            while True:
                connection.send(b'"' + b"x" * 100_000 + b'"')
                await asyncio.sleep(0)
        except ConnectionClosedError:
            dropped.set()

    limits = Limits(queued_bytes=1_000_000)
    async with await serve(path, flood, limits=limits) as server:
        _, writer = await raw(path)
        await asyncio.wait_for(dropped.wait(), 10)
        await until(lambda: server.connections == 0)
        writer.close()


async def test_drain_waits_for_the_reader_and_tells_when_it_is_gone(path):
    async with await serve(path, echo):
        client = await connect(path)
        client.send(b"[1]")
        await client.drain()
        client._writer.transport.abort()
        await until(lambda: client._reader.at_eof() or client._writer.transport.is_closing())
        await asyncio.sleep(0)
        with pytest.raises(ConnectionClosedError):
            await client.drain()


async def test_half_a_frame_is_waited_for_only_so_long_but_idleness_is_free(path):
    errors = []

    async def note(connection: Connection) -> None:
        try:
            await echo(connection)
        except FramingError as error:
            errors.append(str(error))
            raise

    limits = Limits(first_frame_seconds=0.05, frame_seconds=0.05)
    async with await serve(path, note, limits=limits):
        idle_reader, idle_writer = await raw(path)
        idle_writer.write(encode(b"[1]"))
        await idle_reader.readexactly(7)
        silent_reader, silent_writer = await raw(path)
        half_reader, half_writer = await raw(path)
        half_writer.write(encode(b"[1]") + encode(b"[2]")[:5])
        assert await asyncio.wait_for(silent_reader.read(), 5) == b""
        assert await asyncio.wait_for(half_reader.read(), 5) == encode(b"[1]")
        idle_writer.write(encode(b"[3]"))
        assert await asyncio.wait_for(idle_reader.readexactly(7), 5) == encode(b"[3]")
        for writer in (idle_writer, silent_writer, half_writer):
            writer.close()
    assert errors == ["a frame took too long"] * 2


async def test_connections_over_the_limit_are_dropped_at_once(path):
    limits = Limits(connections=1)
    async with await serve(path, echo, limits=limits) as server, await connect(path) as first:
        await until(lambda: server.connections == 1)
        reader, writer = await raw(path)
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()
        first.send(b"[1]")
        assert await anext(aiter(first)) == b"[1]"


async def test_a_failing_handler_is_reported_without_what_its_error_says(path):
    reports = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: reports.append(context))

    async def fail(connection: Connection) -> None:
        async for payload in connection:
            raise ValueError(payload.decode())

    async with await serve(path, fail) as server, await connect(path) as client:
        client.send(b'"the secret"')
        await until(lambda: reports)
        await until(lambda: server.connections == 0)
    assert reports == [{"message": "a connection failed", "fault": "ValueError"}]


async def test_a_second_daemon_is_refused_while_the_first_one_lives(path):
    async with await serve(path, echo):
        with pytest.raises(DaemonRunningError, match="holds"):
            await serve(path, echo)
        async with await connect(path) as client:
            client.send(b"[1]")
            assert await anext(aiter(client)) == b"[1]"
    async with await serve(path, echo):
        pass


async def test_somebody_who_answers_without_the_lock_is_not_pushed_aside(path):
    path.parent.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as squatter:
        squatter.bind(str(path))
        squatter.listen()
        with pytest.raises(DaemonRunningError, match="answers"):
            await serve(path, echo)
        assert path.exists()


async def test_the_socket_of_a_dead_daemon_is_replaced(path):
    path.parent.mkdir(mode=0o700)
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(path))
    dead.close()
    path.chmod(0o600)
    with pytest.raises(DaemonAbsentError):
        await connect(path)
    async with await serve(path, echo), await connect(path) as client:
        client.send(b"[1]")
        assert await anext(aiter(client)) == b"[1]"


async def test_a_file_in_the_place_of_the_socket_is_left_alone(path):
    path.parent.mkdir(mode=0o700)
    path.write_text("not yours")
    with pytest.raises(SocketUnsafeError, match="not a socket"):
        await serve(path, echo)
    assert path.read_text() == "not yours"
    path.unlink()
    async with await serve(path, echo):
        pass


async def test_closing_leaves_the_socket_of_a_successor_alone(path):
    server = await serve(path, echo)
    path.unlink()
    with socket.socket(socket.AF_UNIX) as successor:
        successor.bind(str(path))
        await server.close()
        assert path.exists()


async def test_a_client_finds_nobody_where_nothing_is(path):
    with pytest.raises(DaemonAbsentError):
        await connect(path)


async def test_a_client_refuses_a_socket_that_others_could_have_made(path):
    async with await serve(path, echo):
        path.chmod(0o666)
        with pytest.raises(SocketUnsafeError, match="open to other users"):
            await connect(path)
        path.chmod(0o600)
        path.parent.chmod(0o755)
        with pytest.raises(SocketUnsafeError, match="open to other users"):
            await connect(path)
        path.parent.chmod(0o700)


async def test_a_folder_that_is_a_link_is_refused(path, tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    path.parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SocketUnsafeError):
        await serve(path, echo)


needs_root = pytest.mark.skipif(os.getuid() != 0, reason="needs root to become another user")
NOBODY = 65534


@needs_root
async def test_a_folder_or_socket_of_another_user_is_refused(path):
    path.parent.mkdir(mode=0o700)
    os.chown(path.parent, NOBODY, NOBODY)
    for attempt in (serve(path, echo), connect(path)):
        with pytest.raises(SocketUnsafeError, match="belongs to user 65534"):
            await attempt
    os.chown(path.parent, 0, 0)
    async with await serve(path, echo):
        os.chown(path, NOBODY, NOBODY)
        with pytest.raises(SocketUnsafeError, match="belongs to user 65534"):
            await connect(path)


AS_NOBODY = """
import os, socket, sys
sock = socket.socket(socket.AF_UNIX)
os.chdir(sys.argv[1]); os.setgid(65534); os.setuid(65534)
try:
    sock.connect("daemon.sock")
    sock.sendall(bytes.fromhex(sys.argv[2]))
    print("answered" if sock.recv(1) else "dropped")
except PermissionError:
    print("refused")
except ConnectionError:
    print("dropped")
"""


@needs_root
async def test_another_user_is_refused_by_the_mode_and_then_by_the_kernels_word(path):
    async def as_nobody() -> str:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            AS_NOBODY,
            path.parent,
            encode(b"[1]").hex(),
            stdout=subprocess.PIPE,
        )
        output, _ = await asyncio.wait_for(process.communicate(), 20)
        return output.decode().strip()

    async with await serve(path, echo):
        assert await as_nobody() == "refused"
        path.parent.chmod(0o755)
        path.chmod(0o666)
        assert await as_nobody() == "dropped"


AS_IMPOSTOR = """
import os, socket, sys
os.chdir(sys.argv[1])
sock = socket.socket(socket.AF_UNIX)
sock.bind("daemon.sock")
os.chmod("daemon.sock", 0o600)
os.setgid(65534); os.setuid(65534)
sock.listen()
print("ready", flush=True)
sys.stdin.read()
"""


@needs_root
async def test_a_client_refuses_a_daemon_that_runs_as_another_user(path):
    path.parent.mkdir(mode=0o700)
    impostor = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        AS_IMPOSTOR,
        path.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert await impostor.stdout.readline() == b"ready\n"
        with pytest.raises(SocketUnsafeError, match="belongs to user 65534"):
            await connect(path)
    finally:
        with contextlib.suppress(ProcessLookupError):
            impostor.kill()
        await impostor.wait()
