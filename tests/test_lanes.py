"""The two lanes: the secured one through a real tunnel, the public one directly."""

import asyncio
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from core_cases import CANARY
from tunnel_support import configurations

from companion.chat import ChatError
from companion.lanes import ClosedLane, PublicLane, SecuredLane
from companion.settings import PublicSettings, SecuredSettings
from companion.tunnel.gateway import Gateway
from companion.tunnel.tunnel import Tunnel
from companion.values import HoldReason, PromptText, Variant

DELTA = b'data: {"model":"tiny","choices":[{"delta":{"content":"an answer"}}]}\n\n'


class Variants:
    """One application that either lane may ask."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict]] = []
        self.health: tuple[int, bytes] = (200, b'{"status":"ok","model":{"id":"tiny"}}')
        self.answer: tuple[int, bytes] = (200, DELTA + b"data: [DONE]\n\n")

    def application(self) -> web.Application:
        app = web.Application()
        app.add_routes([web.post("/v1/chat/completions", self._chat)])
        app.add_routes([web.get("/health", self._health)])
        return app

    async def _chat(self, request):
        body = await request.json()
        self.asked.append((body["messages"][0]["content"], request.path, dict(request.headers)))
        status, text = self.answer
        return web.Response(status=status, body=text)

    async def _health(self, _request):
        status, text = self.health
        return web.Response(status=status, body=text)

    @asynccontextmanager
    async def public(self, **fields):
        runner = web.AppRunner(self.application(), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = site._server.sockets[0].getsockname()[1]
        lane = PublicLane(PublicSettings(url=f"http://127.0.0.1:{port}/v1", **fields))
        try:
            yield lane
        finally:
            await lane.close()
            await runner.cleanup()

    @asynccontextmanager
    async def secured(self, folder, **fields):
        client, served = configurations(folder)
        runner = web.AppRunner(self.application(), shutdown_timeout=0.1)
        await runner.setup()
        gateway, tunnel = Gateway(served), Tunnel(client, connect_timeout=1.0)
        await gateway.start()
        await gateway.listen(runner.server, "10.77.0.1", 8080)
        await tunnel.start()
        self.gateway, self.tunnel, self.told = gateway, tunnel, []
        lane = SecuredLane(SecuredSettings(**fields), tunnel, lambda: self.told.append(lane.state))
        try:
            yield lane
        finally:
            await lane.close()
            await tunnel.close()
            await gateway.close()
            await runner.cleanup()


async def ask(lane, text="hello") -> str:
    return "".join([piece.text async for piece in lane.stream(PromptText(text))])


async def reason(lane) -> HoldReason:
    with pytest.raises(ChatError) as caught:
        await asyncio.wait_for(ask(lane, CANARY), 20)
    assert "Zebulon" not in repr(caught.value)
    return caught.value.reason


async def test_the_secured_lane_answers_through_the_tunnel(tmp_path):  # S14, S15
    variants = Variants()
    async with variants.secured(tmp_path, label="the clinic") as lane:
        assert (lane.variant, lane.path, lane.label) == (Variant.SECURED, "tunnel", "the clinic")
        assert lane.state == "unknown"
        assert await ask(lane, CANARY) == "an answer"
        assert (lane.state, variants.told) == ("ready", ["ready"])
        text, path, headers = variants.asked[0]
        assert (text, path) == (CANARY, "/v1/chat/completions")
        assert "Cookie" not in headers
        assert headers["User-Agent"] == "sottovoce"


async def test_the_secured_lane_learns_which_model_is_served(tmp_path):  # S17
    variants = Variants()
    async with variants.secured(tmp_path) as lane:
        await lane.probe()
        assert (lane.model, lane.state) == ("tiny", "ready")
        for health in ((503, b"{}"), (200, b"no json"), (200, b'{"model":{"id":"\xff"}}')):
            variants.health = health
            await lane.probe()
            assert lane.state == "unreachable"
        variants.health = (200, b'{"model":{"id":"' + CANARY.encode() + b'"}}')
        await lane.probe()
        assert (lane.model, lane.state) == ("", "ready")


async def test_an_environments_proxy_is_not_followed(tmp_path, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    variants = Variants()
    async with variants.secured(tmp_path) as lane, Variants().public() as public:
        assert await ask(lane) == await ask(public) == "an answer"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/v1", "http://localhost/v1", "http://10.99.0.1/v1"]
)
async def test_the_secured_lane_reaches_nothing_outside_the_tunnel(tmp_path, url):  # S14
    async with Variants().secured(tmp_path, url=url) as lane:
        assert await reason(lane) in (HoldReason.SECURED_UNREACHABLE, HoldReason.TUNNEL_DOWN)
        await lane.probe()
        assert lane.state == "unreachable"


async def test_without_a_gateway_it_is_the_tunnel_that_is_down(tmp_path):  # R4
    variants = Variants()
    async with variants.secured(tmp_path) as lane:
        await variants.gateway.close()
        assert await reason(lane) is HoldReason.TUNNEL_DOWN
        assert lane.state == "unreachable"
        assert variants.asked == []


async def test_a_variant_that_is_gone_behind_a_tunnel_that_is_up_is_unreachable(tmp_path):
    variants = Variants()
    async with variants.secured(tmp_path, url="http://10.77.0.1:9/v1") as lane:
        await variants.tunnel.wait_up(10)
        assert await reason(lane) is HoldReason.SECURED_UNREACHABLE


async def test_the_public_lane_answers_directly():  # S13
    variants = Variants()
    async with variants.public(model="big") as lane:
        assert (lane.variant, lane.path) == (Variant.PUBLIC, "direct")
        assert await ask(lane, "hello") == "an answer"
        assert variants.asked[0][0] == "hello"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((500, b""), HoldReason.PUBLIC_FAILED),
        ((401, b""), HoldReason.PUBLIC_FAILED),
        ((502, b""), HoldReason.PUBLIC_FAILED),
        ((429, b""), HoldReason.BUSY),
        ((413, b""), HoldReason.TOO_LONG_FOR_MODEL),
        ((200, DELTA), HoldReason.PUBLIC_FAILED),
    ],
)
async def test_the_public_lanes_failures_never_speak_of_the_secured_one(answer, expected):
    variants = Variants()
    variants.answer = answer
    async with variants.public() as lane:
        assert await reason(lane) is expected


async def test_a_public_lane_with_nobody_there_has_failed():
    lane = PublicLane(PublicSettings(url="http://127.0.0.1:9/v1"))
    assert await reason(lane) is HoldReason.PUBLIC_FAILED
    await lane.close()


async def test_a_closed_lane_answers_nothing():
    lane = ClosedLane(SecuredSettings())
    assert await reason(lane) is HoldReason.TUNNEL_DOWN
    assert (lane.variant, lane.path, lane.state) == (Variant.SECURED, "tunnel", "unreachable")


async def test_a_session_keeps_no_cookies():
    async with Variants().public() as lane:
        assert isinstance(lane._session.cookie_jar, aiohttp.DummyCookieJar)
