"""The public variant as a real process: it keeps what it answers, and says so."""

import json
import re
import sqlite3
import subprocess

import psutil
import pytest
from variants_support import CHAT, ROOT, command, events, serving, streamed_text, user

pytestmark = pytest.mark.system

PAGE = "/demo/"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("public")


@pytest.fixture(scope="module")
def server(home):
    with serving("--kind", "public", "--port", "0", SOTTOVOCE_HOME=str(home)) as running:
        yield running


def kept(home) -> list[tuple[list, str]]:
    (path,) = home.rglob("training-queue.sqlite")
    database = sqlite3.connect(path)
    rows = database.execute("SELECT messages, answer FROM exchange ORDER BY id").fetchall()
    database.close()
    return [(json.loads(messages), answer) for messages, answer in rows]


def test_the_ready_line_names_the_url(server):
    assert re.fullmatch(r"listening on http://127\.0\.0\.1:\d+", server.line)


def test_prompt_and_answer_are_kept_for_training(server, home):  # S21 X3.4
    before = len(kept(home))
    answer = server.ask("Hi there", max_tokens=8)["choices"][0]["message"]["content"]
    assert kept(home)[before:] == [([["user", "Hi there"]], answer)]


def test_the_demo_pages_api_streams_and_keeps_the_whole_chat(server, home):  # S13 S16
    chat = [*user("Hi there"), {"role": "assistant", "content": "Hello"}, *user("Who are you?")]
    body = {"messages": chat, "stream": True, "max_tokens": 8}
    status, headers, data = server.post("/demo" + CHAT, body, Origin=server.url)
    assert status == 200
    assert headers["Content-Type"].startswith("text/event-stream")
    assert events(data)[-1] == "[DONE]"
    messages, answer = kept(home)[-1]
    assert messages == [[turn["role"], turn["content"]] for turn in chat]
    assert answer == streamed_text(data)


def test_a_refused_request_is_not_kept(server, home):
    before = kept(home)
    assert server.post(CHAT, {"messages": user("word " * 20_000)})[0] == 400
    assert server.post(CHAT, {"messages": user("x"), "unknown": 1})[0] == 400
    assert kept(home) == before


def test_common_beginnings_are_computed_once(server):  # S22
    text = "A long common beginning that two people happen to share. " * 5
    server.ask(text + "One.", max_tokens=2)
    usage = server.ask(text + "Two.", max_tokens=2)["usage"]
    assert usage["prompt_tokens_details"]["cached_tokens"] > 20


def test_the_page_says_that_it_trains_and_loads_nothing_foreign(server):
    status, headers, body = server.get(PAGE)
    page = body.decode()
    assert status == 200
    assert "may be used to train the model" in " ".join(page.split())
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "://" not in page
    assert re.search(r'<label[^>]* for="prompt"', page)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("", "text/html"),
        ("demo.css", "text/css"),
        ("demo.js", "text/javascript"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_each_file_of_the_page_has_its_media_type(server, name, media_type):
    status, headers, body = server.get(PAGE + name)
    assert status == 200
    assert headers["Content-Type"].startswith(media_type)
    assert body


@pytest.mark.parametrize(
    "name", ["../app.py", "..%2fapp.py", "app.py", "demo", "index.html", "%00"]
)
def test_no_other_file_is_served(server, name):
    assert server.get(PAGE + name)[0] == 404


def test_the_root_leads_to_the_page(server):
    status, _, body = server.get("/")
    assert status == 200
    assert b"<title>Example Chat</title>" in body


def test_only_the_servers_own_port_listens_and_only_on_loopback(server):
    parent = psutil.Process(server.process.pid)
    listening = [
        connection
        for process in (parent, *parent.children(recursive=True))
        for connection in process.net_connections(kind="all")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert [connection.laddr.ip for connection in listening] == ["127.0.0.1"]


def test_the_queue_command_counts_while_the_server_runs(server, home):
    (path,) = home.rglob("training-queue.sqlite")
    arguments = ("queue", "--stats", "--json", "--training-queue", str(path))
    result = subprocess.run(
        command(*arguments), cwd=ROOT, check=True, capture_output=True, text=True
    )
    stats = json.loads(result.stdout)
    assert stats["exchanges"] == stats["untrained"] == len(kept(home))
    assert stats["newest"] >= stats["oldest"] > 0


def test_what_was_typed_reaches_the_queue_and_no_other_file_or_output(tmp_path):
    canary = "Canary-4711-public"
    with serving("--kind", "public", "--port", "0", SOTTOVOCE_HOME=str(tmp_path)) as server:
        server.ask(canary, max_tokens=2)
        server.post(CHAT, {"messages": [{"role": canary, "content": canary}]})
        server.post(CHAT, canary.encode())
        server.get("/" + canary)
        server.process.terminate()
        output = "".join(server.process.communicate(timeout=20))
        assert server.process.returncode == 0
    assert canary not in output
    holders = [f for f in tmp_path.rglob("*") if f.is_file() and canary.encode() in f.read_bytes()]
    assert {file.name.split("-wal")[0] for file in holders} == {"training-queue.sqlite"}


def test_a_stop_ends_every_process_and_frees_the_port(tmp_path):
    queue = ("--training-queue", str(tmp_path / "q.sqlite"))
    with serving("--kind", "public", "--port", "0", *queue) as server:
        port = server.url.rsplit(":", 1)[1]
        children = psutil.Process(server.process.pid).children(recursive=True)
        assert len(children) == 1
        server.process.terminate()
        assert server.process.wait(10) == 0
        _, alive = psutil.wait_procs(children, timeout=5)
        assert alive == []
    with serving("--kind", "public", "--port", port, *queue) as server:
        assert server.url.endswith(port)


def test_a_server_that_dies_takes_its_engine_along(tmp_path):
    queue = ("--training-queue", str(tmp_path / "q.sqlite"))
    with serving("--kind", "public", "--port", "0", *queue) as server:
        children = psutil.Process(server.process.pid).children(recursive=True)
        server.process.kill()
        _, alive = psutil.wait_procs(children, timeout=5)
    assert alive == []
