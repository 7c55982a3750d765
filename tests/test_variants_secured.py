"""The secured variant as a real process: private, forgetful, and the same model."""

import asyncio
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys

import aiohttp
import psutil
import pytest
from variants_support import CHAT, ROOT, command, events, serving, streamed_text, until, user

from companion.tunnel.config import load, write_pair
from companion.tunnel.connector import WgConnector
from companion.tunnel.tunnel import Tunnel
from variants.shared.embedded import SMOLLM2

pytestmark = pytest.mark.system

CANARY = "Canary-4711 has a diagnosis"


def pair(folder) -> tuple:
    client, gateway = folder / "client.conf", folder / "gateway.conf"
    write_pair(client, gateway, endpoint=("127.0.0.1", 51_840))
    return client, gateway


@contextlib.contextmanager
def secured(folder, *arguments: str, **options):
    """A secured server on a free UDP port, and its client's file."""
    client, gateway = pair(folder)
    gateway.write_text(gateway.read_text().replace("ListenPort = 51840", "ListenPort = 0"))
    arguments = ("--kind", "secured", "--tunnel", str(gateway), *arguments)
    with serving(*arguments, **options) as server:
        port = re.search(r"\(udp 127\.0\.0\.1:(\d+)\)", server.line)[1]
        client.write_text(client.read_text().replace(":51840", f":{port}"))
        yield server, client


@pytest.fixture(scope="module")
def variant(tmp_path_factory):
    with secured(tmp_path_factory.mktemp("secured")) as running:
        yield running


@contextlib.asynccontextmanager
async def session(client):
    tunnel = Tunnel(load(client))
    await tunnel.start()
    try:
        async with aiohttp.ClientSession(connector=WgConnector(tunnel)) as opened:
            yield opened
    finally:
        await tunnel.close()


async def ask(opened, server, text: str, **fields) -> dict:
    body = {"messages": user(text), "temperature": 0, "max_tokens": 8, **fields}
    async with opened.post(server.url + CHAT, json=body) as response:
        assert response.status == 200
        return await response.json()


def test_the_ready_line_names_the_inner_address(variant):
    server, _ = variant
    pattern = r"listening on http://10\.77\.0\.1:8080 inside the tunnel \(udp 127\.0\.0\.1:\d+\)"
    assert re.fullmatch(pattern, server.line)


async def test_it_answers_inside_the_tunnel_whole_and_streamed(variant):  # S14 S15 S24
    server, client = variant
    async with session(client) as opened:
        answer = await ask(opened, server, "Hi there")
        body = {"messages": user("Hi there"), "temperature": 0, "max_tokens": 8, "stream": True}
        async with opened.post(server.url + CHAT, json=body) as response:
            data = await response.read()
    assert answer["choices"][0]["message"]["content"] == streamed_text(data)
    assert events(data)[-1] == "[DONE]"


def test_no_process_of_it_has_a_tcp_port_or_a_listening_socket(variant):  # S15
    server, _ = variant
    parent = psutil.Process(server.process.pid)
    for process in (parent, *parent.children(recursive=True)):
        connections = process.net_connections(kind="all")
        assert [c for c in connections if c.status == psutil.CONN_LISTEN] == []
        assert [c for c in process.net_connections(kind="tcp") if c.laddr] == []
    udp = parent.net_connections(kind="udp")
    assert [connection.laddr.ip for connection in udp] == ["127.0.0.1"]


async def test_without_the_key_nothing_answers(variant, tmp_path):  # S15
    server, client = variant
    stranger, _ = pair(tmp_path)
    port = re.search(r"Endpoint = (.*)", client.read_text())[1].rsplit(":", 1)[1]
    stranger.write_text(stranger.read_text().replace(":51840", f":{port}"))
    async with session(stranger) as opened:
        with pytest.raises((aiohttp.ClientError, TimeoutError)):
            await asyncio.wait_for(opened.get(server.url + "/health"), 2)


async def test_another_host_name_is_refused_even_inside_the_tunnel(variant):
    server, client = variant
    async with (
        session(client) as opened,
        opened.get(server.url + "/health", headers={"Host": "evil.example"}) as response,
    ):
        assert response.status == 403


async def test_it_runs_the_same_model_as_the_public_variant(variant, tmp_path):  # S17 S18
    server, client = variant
    queue = ("--training-queue", str(tmp_path / "q.sqlite"))
    with serving("--kind", "public", "--port", "0", *queue) as public:
        async with session(client) as opened:
            async with opened.get(server.url + "/health") as response:
                private = await response.json()
            private_answer = await ask(opened, server, "Hi there", seed=1)
        other = json.loads(public.get("/health")[2])
        public_answer = public.ask("Hi there", max_tokens=8, seed=1)
    assert private["model"] == other["model"]
    assert private["model"] == {"id": SMOLLM2.id, "sha256": SMOLLM2.sha256}
    assert (private["kind"], other["kind"]) == ("secured", "public")
    assert private["environment"] != other["environment"]
    assert private_answer["choices"] == public_answer["choices"]


async def test_a_second_user_meets_no_trace_of_the_first(variant):  # S20
    server, client = variant
    shared = "The same long beginning of two different people's prompts. " * 6
    async with session(client) as opened:
        before = await ask(opened, server, shared + "What is it about?")
        await ask(opened, server, shared + CANARY)
        after = await ask(opened, server, shared + "What is it about?")
    for answer in (before, after):
        assert answer["usage"]["prompt_tokens_details"] == {"cached_tokens": 0}
    assert after["choices"] == before["choices"]
    assert after["usage"] == before["usage"]


async def test_a_client_that_leaves_frees_the_only_slot(variant):
    server, client = variant
    body = {"messages": user("Tell a very long story."), "stream": True, "max_tokens": 2_000}
    async with session(client) as opened:
        response = await opened.post(server.url + CHAT, json=body)
        await response.content.readline()
        response.close()
        async with asyncio.timeout(10):
            await ask(opened, server, "Hi there")


async def test_the_model_never_stalls_the_tunnel(variant):
    server, client = variant
    loop = asyncio.get_running_loop()
    async with session(client) as opened:
        work = asyncio.create_task(ask(opened, server, "A story of rain. " * 60, max_tokens=32))
        times = []
        while not work.done():
            started = loop.time()
            async with opened.get(server.url + "/health") as response:
                await response.read()
            times.append(loop.time() - started)
        await work
    assert sorted(times)[len(times) // 2] < 0.05


async def test_a_killed_engine_is_told_and_replaced(tmp_path):
    with secured(tmp_path) as (server, client):
        async with session(client) as opened:
            body = {"messages": user("Tell a very long story."), "max_tokens": 2_000}
            task = asyncio.create_task(opened.post(server.url + CHAT, json=body))
            async with opened.get(server.url + "/metrics") as response:
                assert "engine_restarts_total 0" in await response.text()
            await asyncio.to_thread(until, lambda: running(server) > 0)
            psutil.Process(server.process.pid).children()[0].kill()
            response = await task
            assert response.status == 503
            assert (await response.json())["error"]["code"] == "engine_restarting"
            async with asyncio.timeout(20):
                while (await opened.get(server.url + "/health")).status != 200:
                    pass
            await ask(opened, server, "Hi there")


def running(server) -> float:
    """Seconds of processor time that the engine has used beyond loading."""
    children = psutil.Process(server.process.pid).children()
    return sum(child.cpu_times().user for child in children) - 0.5


def test_it_imports_neither_the_queue_nor_any_database():  # S19
    code = (
        "import sys, variants.cli, variants.secured.serve, variants.shared.serving\n"
        "print([m for m in sys.modules if m.startswith('variants.public') or 'sqlite' in m])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert result.stdout.strip() == "[]"


WRITING = re.compile(r'(?:open|openat|creat)\([^"]*"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)')
CHANGING = re.compile(r"\b(mkdir|rename|link|symlink|unlink|truncate|memfd_create|mknod)\w*\(")
NETWORK = re.compile(r"\b(?:bind|connect|listen)\(.*")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
async def test_it_writes_no_file_and_opens_no_port(tmp_path):  # S19
    trace = tmp_path / "trace"
    calls = "open,openat,openat2,creat,%network,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
    more = "symlink,symlinkat,unlink,unlinkat,truncate,memfd_create,mknod,mknodat"
    prefix = ("strace", "-f", "-qq", "-e", f"trace={calls},{more}", "-o", str(trace))
    # The interpreter's own cache of compiled modules is not at issue here.
    environ = {"PYTHONDONTWRITEBYTECODE": "1"}
    with secured(tmp_path, prefix=prefix, **environ) as (server, client):
        async with session(client) as opened:
            await ask(opened, server, CANARY)
            await ask(opened, server, CANARY, stream=False, max_tokens=2)
            bad = {"messages": [{"role": CANARY, "content": CANARY}], CANARY: CANARY}
            async with opened.post(server.url + CHAT, json=bad) as response:
                assert response.status == 400
                assert CANARY not in await response.text()
        for process in psutil.Process(server.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.terminate()
        output = "".join(server.process.communicate(timeout=20))
    lines = trace.read_text(errors="replace").splitlines()
    assert len(lines) > 500
    written = {match[1] for line in lines if (match := WRITING.search(line))}
    assert written <= {"/dev/null"}
    assert [line for line in lines if CHANGING.search(line)] == []
    network = [match[0] for line in lines if (match := NETWORK.search(line))]
    assert network
    assert [call for call in network if "AF_INET" in call and "127.0.0.1" not in call] == []
    assert [line for line in lines if "SOCK_STREAM" in line and "AF_INET" in line] == []
    assert "Canary" not in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give either --tunnel FILE or --behind-wireguard ADDRESS"),
        (["--host", "127.0.0.1"], "give either --tunnel"),
        (["--tunnel", "absent.conf"], "absent.conf"),
        (["--tunnel", "a", "--behind-wireguard", "10.0.0.1"], "give either"),
        (["--behind-wireguard", "203.0.113.9"], "no interface has the address"),
        (["--behind-wireguard", "127.0.0.1"], "no WireGuard interface"),
        (["--behind-wireguard", "127.0.0.1", "--host", "0.0.0.0"], "--host must be"),
        (["--training-queue", "q.sqlite"], "has no training queue"),
    ],
)
def test_it_refuses_to_start_where_it_would_not_be_private(arguments, message, tmp_path):  # S15
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        command("serve", "--kind", "secured", *arguments),
        cwd=tmp_path,
        env=environ,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert result.returncode == 1
    assert message in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []
