"""The upstream engine, against our own llama server and against servers that misbehave."""

import asyncio
import json
from contextlib import aclosing, asynccontextmanager

import pytest
import variants_support
from aiohttp import web
from variants_support import CHAT, events, serving, streamed_text, user

from variants.shared.engine import EngineError
from variants.shared.errors import ApiError
from variants.shared.upstream import UpstreamEngine, UpstreamOptions, upstream_request
from variants.shared.values import ChatMessage, ChatRequest, Delta, Done

CANARY = "Canary-4711"


async def until(condition) -> None:
    await asyncio.to_thread(variants_support.until, condition, 10)


REQUEST = ChatRequest(messages=[ChatMessage(role="user", content=CANARY)], user="somebody")
CHUNK = b'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'
FINISH = b'data: {"choices":[{"delta":{},"finish_reason":"length"}]}\n\n'


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """A real llama server, and a server that passes on to it."""
    key = tmp_path_factory.mktemp("upstream") / "key"
    key.write_text("a-key\n")
    queue = str(key.parent / "queue.sqlite")
    with (
        serving("--kind", "public", "--port", "0", "--training-queue", queue) as behind,
        serving(
            *("--kind", "public", "--port", "0", "--training-queue", queue + "2"),
            *("--engine", "upstream", "--upstream", behind.url + "/v1"),
            *("--upstream-key-file", str(key)),
        ) as front,
    ):
        yield front, behind


def test_an_upstream_server_answers_as_the_server_behind_it(chain):
    front, behind = chain
    options = {"max_tokens": 8, "seed": 1}
    direct, passed = behind.ask("Hi there", **options), front.ask("Hi there", **options)
    assert passed["choices"] == direct["choices"]
    assert passed["usage"]["completion_tokens"] == direct["usage"]["completion_tokens"]


def test_a_stream_passes_through(chain):
    front, _ = chain
    body = {"messages": user("Hi there"), "stream": True, "temperature": 0, "max_tokens": 8}
    status, _, data = front.post(CHAT, {**body, "stream_options": {"include_usage": True}})
    assert status == 200
    assert streamed_text(data).startswith("Hello")
    assert events(data)[-1] == "[DONE]"
    assert events(data)[-2]["usage"]["completion_tokens"] == 8


def test_both_name_the_same_model_with_the_same_hash(chain):  # S17 S18
    front, behind = chain
    models = [json.loads(server.get("/health")[2])["model"] for server in (front, behind)]
    assert models[0] == models[1]
    assert len(models[0]["sha256"]) == 64


def test_too_long_a_prompt_keeps_its_error_through_both_servers(chain):
    front, _ = chain
    status, _, data = front.post(CHAT, {"messages": user("word " * 20_000)})
    assert status == 400
    assert json.loads(data)["error"]["code"] == "context_length_exceeded"


@asynccontextmanager
async def upstream(chat, models=({"id": "tiny"},)):
    async def listing(request):
        return web.json_response({"data": list(models)})

    app = web.Application()
    app.router.add_get("/v1/models", listing)
    app.router.add_post("/v1/chat/completions", chat)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def engine_for(chat, **options):
    async with upstream(chat) as url:
        engine = UpstreamEngine(UpstreamOptions(url=url, **options))
        await engine.start()
        try:
            yield engine
        finally:
            await engine.close()


def raw(*pieces: bytes):
    async def chat(request):
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for piece in pieces:
            await response.write(piece)
        return response

    return chat


def refusing(status: int, error: object, **headers: str):
    async def chat(request):
        return web.json_response({"error": error}, status=status, headers=headers)

    return chat


async def outcome(engine: UpstreamEngine) -> list | ApiError:
    try:
        return [event async for event in engine.generate(REQUEST)]
    except ApiError as error:
        caught = error
    assert CANARY.encode() not in caught.body()
    return caught


@pytest.mark.parametrize(
    ("status", "error", "expected"),
    [
        (400, {"message": f"{CANARY} maximum context length"}, (400, "context_length_exceeded")),
        (400, {"code": "context_length_exceeded"}, (400, "context_length_exceeded")),
        (400, {"type": "exceed_context_size_error"}, (400, "context_length_exceeded")),
        (400, {"message": CANARY}, (400, "upstream_refused")),
        (400, CANARY, (400, "upstream_refused")),
        (401, {"message": CANARY}, (502, "upstream_failed")),
        (403, {}, (502, "upstream_failed")),
        (404, {"message": CANARY}, (502, "upstream_failed")),
        (413, {}, (400, "context_length_exceeded")),
        (429, {"message": CANARY}, (429, "busy")),
        (500, {"message": CANARY}, (502, "upstream_failed")),
        (503, {"message": CANARY}, (503, "busy")),
        (504, {}, (504, "upstream_failed")),
        (302, {}, (502, "upstream_failed")),
    ],
)
async def test_an_upstreams_error_is_translated_and_its_words_are_dropped(status, error, expected):
    async with engine_for(refusing(status, error, Location="http://127.0.0.1:9/")) as engine:
        found = await outcome(engine)
    assert (found.status, found.code) == expected


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7), ("999999", 3_600), ("Canary", 5), ("-1", 5), ("٣", 5)]
)
async def test_retry_after_passes_on_if_it_is_a_number_of_seconds(header, seconds):
    header = header.encode().decode("latin-1")
    async with engine_for(refusing(429, {}, **{"Retry-After": header})) as engine:
        assert (await outcome(engine)).retry_after == seconds


@pytest.mark.parametrize(
    "pieces",
    [
        (CHUNK, FINISH, b"data: [DONE]\n\n"),
        (CHUNK[:9], CHUNK[9:] + FINISH[:20], FINISH[20:], b": ping\n\ndata: [DONE]\r\n\r\n"),
        (CHUNK, FINISH),
    ],
    ids=["whole", "in pieces", "without done"],
)
async def test_a_stream_is_read_in_any_division(pieces):
    async with engine_for(raw(*pieces)) as engine:
        delta, done = await outcome(engine)
    assert delta == Delta(text="a")
    assert isinstance(done, Done)
    assert done.finish_reason == "length"


@pytest.mark.parametrize(
    "pieces",
    [
        (CHUNK,),
        (),
        (b"data: Canary-4711\n\n",),
        (b'data: {"error":{"message":"Canary-4711"}}\n\n',),
        (b"data: " + b"a" * 1_100_000,),
    ],
    ids=["broken off", "empty", "no json", "error event", "endless line"],
)
async def test_a_stream_that_goes_wrong_is_one_error(pieces):
    async with engine_for(raw(*pieces)) as engine:
        found = await outcome(engine)
    assert (found.status, found.code) == (502, "upstream_failed")


async def test_an_upstream_that_falls_silent_is_given_up():
    async def chat(request):
        await asyncio.Event().wait()

    async with engine_for(chat, read_timeout=0.05) as engine:
        assert (await outcome(engine)).status == 504


async def test_an_upstream_that_went_away_is_an_error():
    async with upstream(raw(FINISH)) as url:
        engine = UpstreamEngine(UpstreamOptions(url=url))
        await engine.start()
    assert (await outcome(engine)).status == 502
    await engine.close()
    assert (await outcome(engine)).code == "stopping"


async def test_readiness_follows_the_upstream_and_so_does_the_models_identity():
    models = [{"id": "tiny", "sha256": "a" * 64}]
    async with upstream(raw(FINISH), models) as url:
        engine = UpstreamEngine(UpstreamOptions(url=url, probe_every=0.01))
        await engine.start()
        assert (engine.ready, engine.model.sha256) == (True, "a" * 64)
        models[0]["sha256"] = "b" * 64
        await until(lambda: engine.model.sha256 == "b" * 64)
        gone = models.pop()
        await until(lambda: not engine.ready)
        models.append(gone)
        await until(lambda: engine.ready)
    await until(lambda: not engine.ready)
    await engine.close()


async def test_leaving_early_closes_the_upstreams_request():
    left = asyncio.Event()

    async def chat(request):
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(CHUNK)
                await asyncio.sleep(0.001)
        finally:
            left.set()

    async with engine_for(chat) as engine:
        async with aclosing(engine.generate(REQUEST)) as events_:
            await anext(events_)
        async with asyncio.timeout(5):
            await left.wait()


async def test_the_key_goes_along_and_the_users_name_does_not():
    seen = []

    async def chat(request):
        seen.append((request.headers["Authorization"], await request.json()))
        return await raw(FINISH)(request)

    async with engine_for(chat, key="a-key") as engine:
        await outcome(engine)
        assert "a-key" not in repr(engine._options)
    ((authorization, body),) = seen
    assert authorization == "Bearer a-key"
    assert "user" not in body
    assert body["stream_options"] == {"include_usage": True}


async def test_the_model_must_be_named_where_the_upstream_has_several():
    async with upstream(raw(FINISH), models=[{"id": "a"}, {"id": "b"}]) as url:
        with pytest.raises(EngineError, match="name one with --model"):
            await UpstreamEngine(UpstreamOptions(url=url)).start()
        engine = UpstreamEngine(UpstreamOptions(url=url, model="b", sha256="c" * 64))
        await engine.start()
        assert (engine.model.id, engine.model.sha256) == ("b", "c" * 64)
        await engine.close()
        with pytest.raises(EngineError, match="these models: a, b"):
            await UpstreamEngine(UpstreamOptions(url=url, model="c")).start()


async def test_an_upstream_that_cannot_be_reached_is_named():
    with pytest.raises(EngineError, match="cannot reach"):
        await UpstreamEngine(UpstreamOptions(url="http://127.0.0.1:9/v1")).start()


def test_the_request_passed_on_is_bounded():
    options = UpstreamOptions(url="http://x/v1", ceiling=10)
    request = ChatRequest(messages=REQUEST.messages, max_tokens=500, stop=["x"], top_p=0.5)
    body = upstream_request(request, options, "tiny")
    assert body["max_tokens"] == 10
    assert body["stop"] == ["x"]
    assert body["top_p"] == 0.5
    assert "temperature" not in body
