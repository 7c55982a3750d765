"""Hardening, judged from outside on real processes."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from companion.messages import Prompt
from companion.sockets import connect

SECRET = "Canary-4711-secret"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def run(code: str, **options) -> subprocess.CompletedProcess:
    prelude = (
        "import sys, os, asyncio, threading, warnings, logging\nfrom companion.hardening import *\n"
    )
    return subprocess.run(
        [sys.executable, "-c", prelude + code, SECRET],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        **options,
    )


def test_an_uncaught_error_shows_its_type_and_place_and_no_text():
    result = run("harden()\ntext = sys.argv[1]\nraise ValueError(text)")
    assert result.returncode == 1
    assert result.stderr == "sottovoce: stopped by ValueError at <string>:5\n"


def test_a_chain_of_errors_shows_none_of_their_texts():
    result = run(
        "harden()\n"
        "try:\n int(sys.argv[1])\n"
        "except ValueError as error:\n raise RuntimeError(sys.argv[1]) from error"
    )
    assert SECRET not in result.stderr + result.stdout
    assert "RuntimeError" in result.stderr


def test_an_interrupt_from_the_keyboard_is_silent():
    result = run("harden()\nraise KeyboardInterrupt(sys.argv[1])")
    assert result.stderr == ""


def test_threads_destructors_warnings_and_logs_show_no_text():
    result = run(
        "harden()\n"
        "def fail(): raise ValueError(sys.argv[1])\n"
        "class Bad:\n def __del__(self): raise KeyError(sys.argv[1])\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        "Bad()\n"
        "warnings.warn(sys.argv[1])\n"
        "logging.getLogger('library').critical('text %s', sys.argv[1])\n"
        "logging.getLogger('library').critical('text %d', sys.argv[1])\n"
    )
    assert result.returncode == 0
    assert SECRET not in result.stderr + result.stdout
    assert result.stderr.splitlines() == [
        "sottovoce: a thread was stopped by ValueError at <string>:4",
        "sottovoce: ignored KeyError at <string>:6",
    ]


def test_the_event_loop_shows_no_text():
    result = run(
        "harden()\n"
        "async def fail(): raise ValueError(sys.argv[1])\n"
        "async def main():\n"
        " loop = asyncio.get_running_loop(); watch(loop)\n"
        " task = loop.create_task(fail())\n"
        " await asyncio.sleep(0); await asyncio.sleep(0)\n"
        " del task\n"
        " loop.call_exception_handler({'message': sys.argv[1]})\n"
        " loop.call_exception_handler({'message': sys.argv[1], 'fault': 'KeyError'})\n"
        " loop.call_soon(lambda: int(sys.argv[1]))\n"
        " await asyncio.sleep(0)\n"
        "asyncio.run(main())\n"
    )
    assert result.returncode == 0
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "sottovoce: the event loop met ValueError at <string>:4",
        "sottovoce: the event loop met a fault",
        "sottovoce: the event loop met KeyError",
        "sottovoce: the event loop met ValueError at <string>:12",
    ]


def test_a_closed_standard_error_is_no_further_error():
    result = run("harden()\nsys.stderr.close()\nraise ValueError(sys.argv[1])")
    assert result.returncode == 1
    assert (result.stdout, result.stderr) == ("", "")


def test_a_crash_prints_no_stack_even_if_faulthandler_was_on(tmp_path):
    result = run(
        "import faulthandler, signal; faulthandler.enable()\nharden()\n"
        "os.kill(os.getpid(), signal.SIGSEGV)",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert result.returncode == -signal.SIGSEGV
    assert result.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_no_core_no_foreign_permissions_and_it_says_so():
    result = run(
        "import resource\nprint(harden())\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))"
    )
    granted, limits = result.stdout.splitlines()
    assert granted.startswith("Hardening(no_core=True, not_dumpable=")
    assert limits == "(0, 0) 0o77"


HOLDER = """
import os, sys
from companion.hardening import harden
os.setgid(65534); os.setuid(65534)
import ctypes; ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
if sys.argv[1] == "hardened":
    harden()
text = "held in memory"
print("ready", flush=True)
sys.stdin.read()
"""
READER = """
import os, sys
os.setgid(65534); os.setuid(65534)
pid = sys.argv[1]
try:
    maps = open(f"/proc/{pid}/maps").read()
    start = int(maps.split("-")[0], 16)
    with open(f"/proc/{pid}/mem", "rb") as memory:
        memory.seek(start)
        print(len(memory.read(16)))
except PermissionError:
    print("refused")
"""


# R12: another process of the same user cannot read the memory.
@LINUX
@pytest.mark.skipif(os.getuid() != 0, reason="needs root to become an ordinary user")
@pytest.mark.parametrize(("how", "expected"), [("plain", "16"), ("hardened", "refused")])
def test_another_process_of_the_same_user_cannot_read_the_memory(how, expected):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout.readline() == "ready\n"
        answer = subprocess.run(
            [sys.executable, "-c", READER, str(holder.pid)],
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        ).stdout.strip()
        holder.stdin.close()
    if how == "plain" and answer == "refused":
        pytest.skip("this system lets no process read another one's memory")
    assert answer == expected


LISTENER = """
import asyncio, sys
from pathlib import Path
import msgspec
from companion import hardening, messages, sockets
granted = hardening.harden()
decoder = msgspec.json.Decoder(messages.FromExtension)
async def judge(connection):
    async for payload in connection:
        message = decoder.decode(payload)
        words = message.text.lower().split()
        connection.send(b"[%d]" % len(words))
        del payload, message, words
        hardening.wipe_freed()
async def main():
    async with await sockets.serve(Path(sys.argv[1]), judge):
        print(granted.wipes_freed, flush=True)
        await asyncio.Event().wait()
asyncio.run(main())
"""


# R12: no copy of a prompt stays in a long-lived process that has done with it.
@LINUX
@pytest.mark.skipif(os.getuid() != 0, reason="needs root to read another process's memory")
async def test_no_prompt_of_any_length_stays_in_memory(tmp_path):
    path = tmp_path / "run" / "daemon.sock"
    with subprocess.Popen(  # noqa: ASYNC220 - only its first line is waited for
        [sys.executable, "-c", LISTENER, path], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            if process.stdout.readline() != "True\n":
                pytest.skip("this C library does not wipe")
            found = {size: await copies_left(path, process.pid, size) for size in SIZES}
        finally:
            process.kill()
    assert found == dict.fromkeys(SIZES, 0)


SIZES = (40, 100, 150, 180, 190, 200, 220, 250, 300, 400, 500, 900, 2_000, 20_000, 300_000)


async def copies_left(path: Path, pid: int, size: int) -> int:
    """Send a prompt of about `size` characters, then short ones; count what is left of it."""
    canary = f"Canary-{size}x "
    async with await connect(path) as client:
        answers = aiter(client)
        for text in (canary * (size // len(canary)), "hello there"):
            prompt = Prompt(id="request-1", site="demo", conversation="c", text=text)
            client.send(msgspec.json.encode(prompt))
            await anext(answers)
    memory = await asyncio.to_thread(memory_of, pid)
    assert b"wipe_freed" in memory  # the positive control: this is the process's memory
    return memory.count(canary.strip().encode())


def memory_of(pid: int) -> bytes:
    chunks = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, mode, *rest = line.split()
            if "rw" in mode and rest[-1] not in {"[vvar]", "[vsyscall]"}:
                start, end = (int(each, 16) for each in span.split("-"))
                memory.seek(start)
                chunks.append(memory.read(end - start))
    return b"".join(chunks)
