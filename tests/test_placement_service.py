"""The real service over loopback."""

import asyncio
import gzip
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import aiohttp
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from companion import otlp
from placement import app, committer, intake
from placement.app import Config, Service, listening
from placement.cli import main
from tests.placement_support import CANARY, NOW, PROTOBUF, Process, eventually, export, sample

pytestmark = pytest.mark.system

TOKEN = "fedcba9876543210" * 3


class World:
    def __init__(self, database, session, url):
        self.database, self.session, self.url = database, session, url

    async def post(self, body, **headers):
        headers = PROTOBUF | {key.replace("_", "-"): value for key, value in headers.items()}
        async with self.session.post(f"{self.url}/v1/traces", data=body, headers=headers) as answer:
            return answer.status, await answer.read(), answer.headers

    async def get(self, path, **headers):
        async with self.session.get(f"{self.url}{path}", headers=headers) as answer:
            return answer.status, await answer.read(), answer.headers

    def count(self):
        with sqlite3.connect(self.database) as db:
            (count,) = db.execute("SELECT count(*) FROM latency_span").fetchone()
        db.close()
        return count


@pytest.fixture
def config(tmp_path):
    return Config(database=tmp_path / "placement.sqlite")


@pytest.fixture
async def world(config):
    service = Service(config, clock=lambda: NOW + 1.5)
    async with (
        listening(service, "127.0.0.1", 0) as port,
        aiohttp.ClientSession() as session,
    ):
        world = World(config.database, session, f"http://127.0.0.1:{port}")
        world.service = service
        yield world


def status_of(body):
    """Decode a google.rpc.Status of one small code and one short message."""
    assert (body[0], body[2], body[3]) == (0x08, 0x12, len(body) - 4)
    return body[1], body[4:].decode()


async def test_a_report_is_stored_answered_and_shown(world):  # D7, P05
    body = export(sample())
    assert (await world.post(body))[:2] == (200, b"")
    assert world.count() == 4
    status, text, _ = await world.get("/api/latency?window=1h")
    summary = json.loads(text)["summary"]
    assert (status, summary["prompts"]) == (200, 1)
    (route,) = summary["environments"]
    assert (route["environment"], route["variant"]) == ("demo-secured", "secured")
    assert {stage["stage"]: stage["p50"] for stage in route["stages"]} == {
        "tag": 0.25, "detection": 12.0, "first_token": 240.0, "total": 900.0,
    }  # fmt: skip
    assert len(summary["front_ends"]) == 1


async def test_duplicates_are_ignored(world):
    body = export(sample())
    await world.post(body)
    assert (await world.post(body))[:2] == (200, b"")
    assert world.count() == 4
    assert b"spans_duplicate_total 4" in (await world.get("/metrics"))[1]


async def test_gzip_is_taken(world):
    body = gzip.compress(export(sample()))
    assert (await world.post(body, Content_Encoding="gzip"))[0] == 200
    assert world.count() == 4


async def test_free_text_never_reaches_the_database_an_answer_or_the_log(world, caplog):  # D7
    request = ExportTraceServiceRequest()
    request.ParseFromString(export(sample(), sample(), sample()))
    spans = request.resource_spans[0].scope_spans[0].spans
    spans[0].attributes.add(key="gen_ai.input.messages").value.string_value = f"I am {CANARY}"
    spans[1].name = f"chat {CANARY}"
    spans[4].events.add(name=CANARY)
    spans[5].attributes.add(key=f"note {CANARY}").value.int_value = 1
    status, text, _ = await world.post(request.SerializeToString())
    answer = ExportTraceServiceResponse()
    answer.ParseFromString(text)
    assert (status, answer.partial_success.rejected_spans) == (200, 4)
    assert world.count() == 8
    for path in ("/metrics", "/api/latency"):
        assert CANARY.encode() not in (await world.get(path))[1]
    assert CANARY.encode() not in text
    assert CANARY not in caplog.text
    for file in world.database.parent.iterdir():
        assert CANARY.encode() not in file.read_bytes()
    assert b'refused_total{reason="unknown_attribute"} 2' in (await world.get("/metrics"))[1]


async def test_garbage_is_a_status_message_and_stores_nothing(world):
    status, body, headers = await world.post(b"\xff" + CANARY.encode())
    assert (status, status_of(body)[0]) == (400, 3)
    assert headers["Content-Type"] == "application/x-protobuf"
    assert CANARY.encode() not in body
    status, body, headers = await world.post(b"{", Content_Type="application/json")
    assert (status, json.loads(body)["code"]) == (400, 3)
    assert headers["Content-Type"] == "application/json"
    assert world.count() == 0


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
async def test_a_content_type_that_a_foreign_page_could_send_is_refused(world, kind):
    assert (await world.post(export(sample()), Content_Type=kind))[0] == 415
    assert world.count() == 0


async def test_a_body_that_is_too_large_is_refused_before_it_is_read(world):
    assert (await world.post(io.BytesIO(bytes(intake.MAX_BODY + 1))))[0] == 413
    bomb = gzip.compress(bytes(intake.MAX_INFLATED + 1))
    assert (await world.post(bomb, Content_Encoding="gzip"))[0] == 413


async def test_a_body_that_does_not_arrive_is_given_up(world, monkeypatch):
    monkeypatch.setattr(app, "READ_TIMEOUT_S", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", int(world.url.rpartition(":")[2]))
    host = world.url.removeprefix("http://")
    writer.write(
        f"POST /v1/traces HTTP/1.1\r\nHost: {host}\r\nContent-Length: 10\r\n"
        "Content-Type: application/x-protobuf\r\n\r\nab".encode()
    )
    assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    writer.close()
    await writer.wait_closed()


async def test_a_busy_service_asks_for_patience(world, monkeypatch):
    monkeypatch.setattr(committer, "MAX_WAITING_SPANS", 0)
    status, body, headers = await world.post(export(sample()))
    assert (status, headers["Retry-After"], status_of(body)[0]) == (503, "5", 14)
    assert world.count() == 0


async def test_a_database_that_fails_is_never_answered_with_success(world, monkeypatch):
    def fail(_):
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(world.service._committer._writer, "add", fail)
    assert (await world.post(export(sample())))[0] == 503
    monkeypatch.undo()
    assert (await world.post(export(sample())))[0] == 200


async def test_a_large_report_is_read_beside_the_loop(world, monkeypatch):
    monkeypatch.setattr(app, "LARGE", 10)
    assert (await world.post(export(sample())))[0] == 200
    assert (await world.post(b"\xff" * 20))[0] == 400
    assert world.count() == 4


async def test_requests_that_come_together_are_each_answered_for_their_own(world):
    good, bad = export(sample()), ExportTraceServiceRequest()
    bad.ParseFromString(good)
    bad.resource_spans[0].scope_spans[0].spans[0].name = "odd"
    answers = await asyncio.gather(
        *(world.post(export(sample())) for _ in range(20)), world.post(bad.SerializeToString())
    )
    assert [body for _, body, _ in answers[:20]] == [b""] * 20
    assert b"bad_name 1" in answers[20][1]


async def test_a_foreign_host_or_origin_reaches_nothing(world):  # DNS rebinding
    for path in ("/", "/api/latency", "/metrics", "/health"):
        assert (await world.get(path, Host="evil.example"))[0] == 403
        assert (await world.get(path, Origin="http://evil.example"))[0] == 403
    assert (await world.post(export(sample()), Host="evil.example"))[0] == 403
    assert world.count() == 0


async def test_no_answer_lets_another_origin_read(world):
    for path in ("/", "/app.js", "/api/latency", "/metrics", "/nothing"):
        _, _, headers = await world.get(path)
        assert not [name for name in headers if name.lower().startswith("access-control")]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


async def test_the_page_loads_nothing_from_elsewhere(world):
    page = (await world.get("/"))[1].decode()
    for path in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert path.startswith("/"), path
        assert (await world.get(path))[0] == 200
    assert "style=" not in page


async def test_health_and_unknown_paths_and_methods(world):
    status, body, _ = await world.get("/health")
    assert (status, json.loads(body)["status"]) == (200, "ok")
    assert (await world.get("/nothing"))[0] == 404
    status, _, headers = await world.get("/v1/traces")
    assert (status, headers["Allow"]) == (405, "POST")
    assert (await world.get("/api/latency?window=1y"))[0] == 400


async def test_a_summary_is_not_made_again_for_every_open_page(world, monkeypatch):
    await world.get("/api/latency?window=1h")
    monkeypatch.setattr(world.service, "_summarise", None)
    assert (await world.get("/api/latency?window=1h"))[0] == 200


async def test_with_a_token_every_request_must_carry_it(config):
    service = Service(Config(database=config.database, token=TOKEN))
    async with (
        listening(service, "127.0.0.1", 0) as port,
        aiohttp.ClientSession() as session,
    ):
        world = World(config.database, session, f"http://127.0.0.1:{port}")
        status, body, headers = await world.post(export(sample()))
        assert (status, status_of(body)[0]) == (401, 16)
        assert headers["WWW-Authenticate"].startswith("Basic")
        assert (await world.get("/"))[0] == 401
        assert (await world.get("/health"))[0] == 401
        right = f"Bearer {TOKEN}"
        assert (await world.post(export(sample(at=int(time.time() * 1e9))), Authorization=right))[
            0
        ] == 200
        assert (await world.get("/", Authorization=right))[0] == 200


async def test_spans_older_than_the_keeping_time_are_pruned(config):
    early = Service(config, clock=lambda: NOW)
    async with listening(early, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        world = World(config.database, session, f"http://127.0.0.1:{port}")
        await world.post(export(sample()))
    later = Service(config, clock=lambda: NOW + 31 * 86_400)
    async with listening(later, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        world = World(config.database, session, f"http://127.0.0.1:{port}")
        await world.post(b"")  # waits for the writer, and so for the pruning before it
        assert world.count() == 0


async def test_nothing_that_was_acknowledged_is_lost_when_the_service_is_killed(tmp_path):
    database = tmp_path / "placement.sqlite"
    process = Process(database)
    acknowledged = 0

    async def report(session):
        nonlocal acknowledged
        while True:
            body = export(sample(at=int(time.time() * 1e9)))
            try:
                async with session.post(
                    f"{process.url}/v1/traces", data=body, headers=PROTOBUF
                ) as a:
                    acknowledged += a.status == 200
            except aiohttp.ClientError:
                return

    async with aiohttp.ClientSession() as session:
        reports = [asyncio.create_task(report(session)) for _ in range(8)]
        await eventually(lambda: acknowledged >= 40)
        process.kill()
        await asyncio.gather(*reports)
    with sqlite3.connect(database) as db:
        (stored,) = db.execute("SELECT count(*) FROM latency_span").fetchone()
    db.close()
    assert stored >= acknowledged * 4
    again = Process(database, port=process.port)
    assert again.stop() == 0


def run(*arguments):
    command = "import sys; from placement.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", command, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )


def test_beyond_loopback_the_command_refuses_to_bind_without_a_token(tmp_path, capsys):
    database = str(tmp_path / "x.sqlite")
    assert main(["serve", "--host", "0.0.0.0", "--port", "0", "--database", database]) == 2
    assert "--token-file" in capsys.readouterr().err
    assert not Path(database).exists()


def test_the_command_says_what_is_wrong_and_how(tmp_path, capsys):
    token = tmp_path / "token"
    token.write_text("short")
    token.chmod(0o600)
    assert main(["serve", "--token-file", str(token)]) == 2
    assert "no token" in capsys.readouterr().err
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"x" * 4096)
    assert main(["serve", "--port", "0", "--database", str(bad)]) == 1
    assert "bad.sqlite" in capsys.readouterr().err
    for flags in (["--port", "99999"], ["--port", "x"], ["--keep-days", "0"]):
        with pytest.raises(SystemExit) as caught:
            main(["serve", *flags])
        assert caught.value.code == 2


def test_a_port_in_use_is_said_plainly(tmp_path):
    process = Process(tmp_path / "a.sqlite")
    try:
        flags = ["--port", str(process.port), "--database", str(tmp_path / "b.sqlite")]
        second = run("serve", *flags)
    finally:
        assert process.stop() == 0
    assert second.returncode == 1
    assert "in use" in second.stderr
    assert "Traceback" not in second.stderr


def test_help_and_version():
    assert "serve" in run("--help").stdout
    assert "--token-file" in run("serve", "--help").stdout
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version").stdout)


def test_the_database_lies_in_the_state_folder_unless_told(tmp_path, monkeypatch):
    from placement import cli

    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    assert cli._default_database() == tmp_path / "state" / "placement.sqlite"


def test_the_vocabulary_has_no_open_string():
    assert otlp.NAME.fullmatch("meta-llama/Llama-3.1-8B:q4_0")
    for text in ("two words", "", " x", "é", "a" * 65, "x\n", "Müller", "a,b", "/etc/passwd"):
        assert not otlp.NAME.fullmatch(text)
