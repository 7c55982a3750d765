"""The HTTP API around an engine that follows a script, and around aiohttp's own errors."""

import asyncio
import io
import json
import logging

import aiohttp
import pytest
import variants_support
from variants_support import CHAT, events, streamed_text, user

from variants.shared import errors
from variants.shared.admission import Admission
from variants.shared.app import ChatServer, Identity
from variants.shared.guard import guard_for
from variants.shared.requests import MAX_BODY
from variants.shared.serving import listen, running
from variants.shared.values import Delta, Done, ModelInfo, Usage

CANARY = "Canary-4711"
DONE = Done(finish_reason="stop", usage=Usage(prompt=3, completion=2, cached=1))


class ScriptedEngine:
    """Yields or raises what a test wrote down, and remembers how it was left."""

    name = "scripted"
    restarts = 0
    ready = True

    def __init__(self, *script: object) -> None:
        self.script = script
        self.model = ModelInfo(id="tiny", sha256="ab" * 32, context=100)
        self.left = asyncio.Event()
        self.asked = 0

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def generate(self, request):
        self.asked += 1
        try:
            for step in self.script:
                if isinstance(step, Exception):
                    raise step
                if isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    yield step
        finally:
            self.left.set()


class Client:
    def __init__(self, session: aiohttp.ClientSession, url: str, server: ChatServer) -> None:
        self.session, self.url, self.server = session, url, server

    async def chat(self, **fields) -> tuple[int, dict, bytes]:
        body = {"messages": user(CANARY), **fields}
        async with self.session.post(self.url + CHAT, json=body) as response:
            return response.status, dict(response.headers), await response.read()

    async def metrics(self) -> str:
        async with self.session.get(self.url + "/metrics") as response:
            return await response.text()


async def until(condition) -> None:
    await asyncio.to_thread(variants_support.until, condition, 5)


class serving:  # noqa: N801  (a context manager that reads like a verb)
    def __init__(self, engine: ScriptedEngine, *, slots: int = 1, waiting: int = 1) -> None:
        self.server = ChatServer(
            engine,
            Identity(kind="public", environment="here"),
            guard_for("127.0.0.1"),
            Admission(slots=slots, waiting=waiting, patience=30),
        )

    async def __aenter__(self) -> Client:
        self.running = running(self.server.application())
        factory = await self.running.__aenter__()
        self.listener, url = await listen(factory, "127.0.0.1", 0)
        self.session = aiohttp.ClientSession()
        return Client(self.session, url, self.server)

    async def __aexit__(self, *error) -> None:
        await self.session.close()
        self.listener.close()
        await self.running.__aexit__(*error)


async def test_an_answer_comes_whole():
    async with serving(ScriptedEngine(Delta(text="a"), Delta(text="b"), DONE)) as client:
        status, headers, body = await client.chat()
        answer = json.loads(body)
    assert status == 200
    assert answer["choices"][0]["message"]["content"] == "ab"
    assert answer["usage"]["total_tokens"] == 5
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers


async def test_an_answer_comes_as_a_stream():
    async with serving(ScriptedEngine(Delta(text="a"), Delta(text="b"), DONE)) as client:
        status, headers, body = await client.chat(stream=True)
    assert status == 200
    assert headers["Content-Type"].startswith("text/event-stream")
    assert streamed_text(body) == "ab"
    assert events(body)[-1] == "[DONE]"
    assert all("usage" not in event for event in events(body)[:-1])


async def test_a_refusal_before_the_first_token_keeps_its_status_in_a_stream():
    async with serving(ScriptedEngine(errors.context_exceeded(100, 200))) as client:
        status, _, body = await client.chat(stream=True)
    assert status == 400
    assert json.loads(body)["error"]["code"] == "context_length_exceeded"


async def test_an_engine_that_dies_within_a_stream_ends_it_without_done():
    async with serving(ScriptedEngine(Delta(text="a"), errors.engine_lost())) as client:
        status, _, body = await client.chat(stream=True)
    assert status == 200
    assert events(body)[-1]["error"]["code"] == "engine_restarting"


async def test_an_engine_that_dies_within_a_whole_answer_gives_503_with_retry_after():
    async with serving(ScriptedEngine(Delta(text="a"), errors.engine_lost())) as client:
        status, headers, body = await client.chat()
    assert (status, headers["Retry-After"]) == (503, "1")
    assert json.loads(body)["error"]["code"] == "engine_restarting"


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("script", [(), (Delta(text="a"),)], ids=["at once", "later"])
async def test_a_bug_is_told_without_its_text_and_logged_nowhere(caplog, capfd, script, stream):
    engine = ScriptedEngine(*script, ValueError(CANARY))
    with caplog.at_level(logging.DEBUG):
        async with serving(engine) as client:
            status, _, body = await client.chat(stream=stream)
    assert status == (200 if stream and script else 500)
    assert b"internal_error" in body
    assert CANARY.encode() not in body
    assert CANARY not in caplog.text
    assert CANARY not in "".join(capfd.readouterr())


async def test_a_full_queue_is_told_at_once_with_retry_after():
    gate = asyncio.Event()
    engine = ScriptedEngine(gate, Delta(text="a"), DONE)
    async with serving(engine, waiting=1) as client:
        waiters = [asyncio.create_task(client.chat()) for _ in range(2)]
        await until(lambda: engine.asked == 1 and client.server._admission.waiting == 1)
        status, headers, body = await client.chat()
        gate.set()
        results = await asyncio.gather(*waiters)
    assert (status, headers["Retry-After"]) == (429, "2")
    assert json.loads(body)["error"]["type"] == "rate_limit_error"
    assert [result[0] for result in results] == [200, 200]


@pytest.mark.parametrize("stream", [True, False])
async def test_a_client_that_disconnects_cancels_its_generation(stream):
    engine = ScriptedEngine(Delta(text="a"), asyncio.Event())
    async with serving(engine) as client:
        body = {"messages": user(CANARY), "stream": stream}
        task = asyncio.create_task(client.session.post(client.url + CHAT, json=body))
        await until(lambda: engine.asked == 1)
        if stream:
            (await task).close()
        else:
            task.cancel()
        async with asyncio.timeout(5):
            await engine.left.wait()
        await until(lambda: client.server._admission.running == 0)
        assert "cancelled_total 1" in await client.metrics()


async def test_a_reader_that_stops_reading_loses_its_slot(monkeypatch):
    monkeypatch.setattr("variants.shared.app.WRITE_TIMEOUT", 0.05)
    engine = ScriptedEngine(*[Delta(text="a" * 1_000_000)] * 40, DONE)
    async with serving(engine) as client:
        body = {"messages": user("x"), "stream": True}
        response = await client.session.post(client.url + CHAT, json=body)
        async with asyncio.timeout(10):
            await engine.left.wait()
        await until(lambda: client.server._admission.running == 0)
        assert "cancelled_total 1" in await client.metrics()
        response.close()


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "not_found"),
        ("GET", CHAT, {}, 405, "method_not_allowed"),
        ("OPTIONS", CHAT, {}, 405, "method_not_allowed"),
        ("GET", "/health", {"Host": "evil.example"}, 403, "origin_refused"),
        ("GET", "/health", {"Origin": "https://evil.example"}, 403, "origin_refused"),
        ("POST", CHAT, {"Content-Type": "text/plain"}, 415, "invalid_content_type"),
        ("POST", CHAT, {"Content-Type": "application/x-www-form-urlencoded"}, 415, None),
        ("POST", CHAT, {"Content-Type": "application/json"}, 400, "invalid_json"),
    ],
)
async def test_what_a_page_could_be_tricked_into_is_refused(method, path, headers, status, code):
    engine = ScriptedEngine(DONE)
    async with serving(engine) as client:
        request = client.session.request(
            method, client.url + path, headers=headers, data=CANARY if method == "POST" else None
        )
        async with request as response:
            body = await response.json()
            assert response.status == status
            assert "Access-Control-Allow-Origin" not in response.headers
    assert code is None or body["error"]["code"] == code
    assert CANARY not in json.dumps(body)
    assert engine.asked == 0


async def test_a_body_above_the_limit_is_refused():
    async with serving(ScriptedEngine(DONE)) as client:
        data = b'{"messages":"' + b"a" * MAX_BODY + b'"}'
        headers = {"Content-Type": "application/json"}
        body = io.BytesIO(data)
        async with client.session.post(client.url + CHAT, data=body, headers=headers) as response:
            assert response.status == 413
            assert (await response.json())["error"]["code"] == "request_too_large"


@pytest.mark.parametrize(
    "data",
    [b"Canary-4711\r\n\r\n", b"GET /\x00Canary-4711 HTTP/1.1\r\n\r\n", b"\x16\x03\x01Canary"],
)
async def test_what_is_not_http_is_answered_without_being_quoted(data, caplog):
    async with serving(ScriptedEngine(DONE)) as client:
        host, port = client.url.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(data)
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
        await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.")
    assert b"Canary" not in answer
    assert "Canary" not in caplog.text


async def test_health_tells_who_answers_and_metrics_hold_no_content():
    async with serving(ScriptedEngine(Delta(text=CANARY), DONE)) as client:
        await client.chat()
        async with client.session.get(client.url + "/health") as response:
            assert response.status == 200
            health = await response.json()
        text = await client.metrics()
    assert health == {
        "status": "ok",
        "kind": "public",
        "environment": "here",
        "model": {"id": "tiny", "sha256": "ab" * 32},
        "engine": "scripted",
    }
    assert f'requests_total{{route="{CHAT}",status="200"}} 1' in text
    assert 'tokens_total{direction="input_reused"} 1' in text
    assert CANARY not in text


async def test_health_is_503_while_the_engine_restarts():
    engine = ScriptedEngine(DONE)
    engine.ready = False
    async with serving(engine) as client, client.session.get(client.url + "/health") as response:
        assert response.status == 503
        assert (await response.json())["status"] == "restarting"


async def test_an_unknown_path_is_counted_under_one_name():
    async with serving(ScriptedEngine(DONE)) as client:
        for number in range(3):
            async with client.session.get(f"{client.url}/{CANARY}{number}"):
                pass
        text = await client.metrics()
    assert 'requests_total{route="other",status="404"} 3' in text
    assert CANARY not in text
