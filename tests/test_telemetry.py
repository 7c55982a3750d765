"""The reporter against the real service, and against none."""

import asyncio
import contextlib
import math
import sqlite3
import time

import aiohttp
import pytest
from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from companion import delivery, telemetry
from companion.paths import Paths
from companion.settings import TelemetrySettings
from companion.spool import Spool
from companion.telemetry import Reporter
from placement.app import Config, Service, listening
from tests.placement_support import CANARY, NOW, eventually, sample

TOKEN = "0123456789abcdef" * 3


class Time:
    """Time that stands still until the test lets a sleeper go on."""

    def __init__(self):
        self.waits = []
        self._sleepers = []

    def __call__(self):
        return float(NOW)

    async def sleep(self, seconds):
        if seconds in (0.0, telemetry.LINGER_S):
            return
        self.waits.append(seconds)
        woken = asyncio.get_running_loop().create_future()
        self._sleepers.append(woken)
        await woken

    def wake(self):
        for woken in self._sleepers:
            if not woken.done():
                woken.set_result(None)
        self._sleepers.clear()


@pytest.fixture
def paths(tmp_path):
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", runtime=tmp_path / "run")
    paths.create()
    return paths


@contextlib.asynccontextmanager
async def reporting(paths, url, clock=None, **settings):
    clock = clock or Time()
    reporter = Reporter(
        paths, TelemetrySettings(url=url, **settings), clock=clock, sleep=clock.sleep,
        chance=lambda: 1.0,
    )  # fmt: skip
    running = asyncio.create_task(reporter.run())
    try:
        yield reporter
    finally:
        await reporter.close()
        await running


@contextlib.asynccontextmanager
async def placement(tmp_path, port=0, token=""):
    config = Config(database=tmp_path / "placement.sqlite", token=token)
    async with listening(Service(config, clock=lambda: NOW), "127.0.0.1", port) as bound:
        yield f"http://127.0.0.1:{bound}"


@contextlib.asynccontextmanager
async def answering(handler):
    """A service that answers as the test says, and keeps what it was sent."""
    app = web.Application(client_max_size=2**24)
    app.router.add_post("/v1/traces", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def stored(tmp_path):
    with sqlite3.connect(tmp_path / "placement.sqlite") as db:
        (count,) = db.execute("SELECT count(*) FROM latency_span").fetchone()
    db.close()
    return count


def spans_in(body):
    request = ExportTraceServiceRequest()
    request.ParseFromString(body)
    return [s for g in request.resource_spans for scope in g.scope_spans for s in scope.spans]


async def test_a_recorded_sample_arrives(tmp_path, paths):  # D7
    async with placement(tmp_path) as url, reporting(paths, url) as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.delivered == 1)
        assert stored(tmp_path) == 4
        assert reporter.report.state == "delivered"
        assert (reporter.report.waiting, reporter.report.dropped) == (0, 0)


async def test_samples_wait_while_the_service_is_away_and_arrive_once_it_is_back(
    tmp_path, paths, unused_tcp_port
):
    clock = Time()
    async with reporting(paths, f"http://127.0.0.1:{unused_tcp_port}", clock) as reporter:
        for _ in range(3):
            reporter.record(sample())
        await eventually(lambda: reporter.report.state == "later")
        await eventually(lambda: clock.waits and reporter.report.waiting == 3)
        async with placement(tmp_path, port=unused_tcp_port):
            clock.wake()
            await eventually(lambda: reporter.report.delivered == 3)
            assert stored(tmp_path) == 12


async def test_samples_survive_the_end_of_the_companion(tmp_path, paths, unused_tcp_port):
    url = f"http://127.0.0.1:{unused_tcp_port}"
    async with reporting(paths, url) as reporter:
        reporter.record(sample())
    assert reporter.report.waiting == 1
    async with placement(tmp_path, port=unused_tcp_port), reporting(paths, url) as reporter:
        await eventually(lambda: reporter.report.delivered == 1)
    assert stored(tmp_path) == 4


async def test_an_answer_that_is_lost_costs_no_duplicate(tmp_path, paths):
    clock = Time()
    bodies = []
    async with placement(tmp_path) as url, aiohttp.ClientSession() as session:

        async def relay(request):
            bodies.append(await request.read())
            headers = {"Content-Type": "application/x-protobuf"}
            await session.post(f"{url}/v1/traces", data=bodies[-1], headers=headers)
            if len(bodies) == 1:
                request.transport.close()
            return web.Response()

        async with answering(relay) as front, reporting(paths, front, clock) as reporter:
            reporter.record(sample())
            await eventually(lambda: clock.waits)
            clock.wake()
            await eventually(lambda: reporter.report.delivered == 1)
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]
    assert stored(tmp_path) == 4


async def test_the_bound_of_the_spool_holds_and_the_loss_is_reported(
    tmp_path, paths, unused_tcp_port
):
    clock = Time()
    url = f"http://127.0.0.1:{unused_tcp_port}"
    async with reporting(paths, url, clock, spool=5) as reporter:
        for number in range(12):
            reporter.record(sample(spans={"total": float(number)}))
        await eventually(lambda: reporter.report.dropped == 7)
        assert reporter.report.waiting == 5
        async with placement(tmp_path, port=unused_tcp_port):
            await eventually(lambda: clock.waits)
            clock.wake()
            await eventually(lambda: reporter.report.delivered == 5)
    with sqlite3.connect(tmp_path / "placement.sqlite") as db:
        durations = [us for (us,) in db.execute("SELECT duration_us FROM latency_span")]
        (lost,) = db.execute("SELECT lost FROM front_end").fetchone()
    db.close()
    assert sorted(durations) == [7000, 8000, 9000, 10_000, 11_000]
    assert lost == 7


async def test_memory_is_bounded_even_before_anything_runs(paths):
    reporter = Reporter(paths, TelemetrySettings(url="http://127.0.0.1:9"))
    for _ in range(telemetry.MEMORY + 5):
        reporter.record(sample())
    assert len(reporter._memory) == telemetry.MEMORY
    await reporter.close()
    assert reporter.report.dropped == 5
    assert reporter.report.waiting == telemetry.MEMORY


async def test_recording_never_waits_for_a_service_that_hangs(paths):
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def hang(_):
        asked.set()
        await go_on.wait()
        return web.Response()

    async with answering(hang) as url, reporting(paths, url) as reporter:
        reporter.record(sample())
        await asked.wait()
        costs = []
        for _ in range(200):
            begun = time.perf_counter()
            reporter.record(sample())
            costs.append(time.perf_counter() - begun)
        assert sorted(costs)[190] < 0.001
        await eventually(lambda: reporter.report.waiting == 201)  # spooled meanwhile
        go_on.set()


async def test_a_service_that_asks_for_patience_is_left_alone(paths):
    asked = []

    async def busy(request):
        asked.append(await request.read())
        return web.Response(status=503, headers={"Retry-After": "120"})

    clock = Time()
    async with answering(busy) as url, reporting(paths, url, clock) as reporter:
        reporter.record(sample())
        await eventually(lambda: clock.waits)
        assert clock.waits == [120.0]
        reporter.record(sample())
        await eventually(lambda: reporter.report.waiting == 2)
        assert len(asked) == 1


async def test_the_wait_grows_with_each_failure(paths, unused_tcp_port):
    clock = Time()
    async with reporting(paths, f"http://127.0.0.1:{unused_tcp_port}", clock) as reporter:
        reporter.record(sample())
        for failures in range(1, 6):
            await eventually(lambda n=failures: len(clock.waits) == n)
            clock.wake()
        assert clock.waits[:5] == [1.0, 2.0, 4.0, 8.0, 16.0]


async def test_a_batch_that_is_refused_for_good_is_dropped_and_counted(paths):
    async def refuse(_):
        return web.Response(status=400)

    async with answering(refuse) as url, reporting(paths, url) as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "refused")
        assert (reporter.report.waiting, reporter.report.dropped) == (0, 1)
        assert reporter.report.delivered == 0


async def test_a_partial_success_is_not_sent_again(paths):
    asked = []

    async def partly(request):
        asked.append(await request.read())
        return web.Response(body=b"\x0a\x02\x08\x03", content_type="application/x-protobuf")

    async with answering(partly) as url, reporting(paths, url) as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.delivered == 1)
        assert (reporter.report.refused, reporter.report.waiting) == (3, 0)
    assert len(asked) == 1


async def test_a_batch_that_is_too_large_is_halved_until_it_fits(paths):
    sizes = []

    async def picky(request):
        sizes.append(len(spans_in(await request.read())))
        return web.Response(status=413 if sizes[-1] > 3 else 200)

    async with answering(picky) as url, reporting(paths, url) as reporter:
        for _ in range(8):
            reporter.record(sample(spans={"total": 1.0}))
        await eventually(lambda: reporter.report.delivered == 8)
    assert sizes[:3] == [8, 4, 2]
    assert reporter.report.dropped == 0


async def test_a_wrong_token_keeps_the_samples_and_the_right_one_delivers_them(tmp_path, paths):
    clock = Time()
    file = paths.config / "placement.token"
    file.write_text("wrong\n")
    async with (
        placement(tmp_path, token=TOKEN) as url,
        reporting(paths, url, clock, token_file="placement.token") as reporter,
    ):
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "misconfigured")
        assert reporter.report.waiting == 1
        file.write_text(TOKEN + "\n")
        await eventually(lambda: clock.waits)
        clock.wake()
        await eventually(lambda: reporter.report.delivered == 1)


async def test_a_redirect_is_not_followed(paths):
    async def away(_):
        return web.Response(status=307, headers={"Location": "http://192.0.2.1/"})

    async with answering(away) as url, reporting(paths, url) as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "misconfigured")
        assert reporter.report.waiting == 1


async def test_a_token_file_that_is_missing_is_no_crash(paths):
    async def fine(request):
        return web.Response(status=200 if "Authorization" in request.headers else 401)

    async with (
        answering(fine) as url,
        reporting(paths, url, token_file="nowhere") as reporter,
    ):
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "misconfigured")


@pytest.mark.parametrize(
    "settings", [TelemetrySettings(url=""), TelemetrySettings(spool=0)], ids=["url", "spool"]
)
async def test_reporting_that_is_off_touches_nothing(paths, settings):
    reporter = Reporter(paths, settings)
    reporter.record(sample())
    await asyncio.wait_for(reporter.run(), 1)
    await reporter.close()
    assert reporter.report.state == "off"
    assert not paths.spool.exists()


async def test_whatever_a_caller_hands_in_nothing_is_raised_and_nothing_leaks(
    paths, caplog, unused_tcp_port
):
    async with reporting(paths, f"http://127.0.0.1:{unused_tcp_port}") as reporter:
        for bad in (
            None,
            CANARY,
            sample(spans=None),
            sample(spans={"total": CANARY}),
            sample(spans={"total": math.nan}),
            sample(variant=CANARY),
            sample(outcome=f"failed for {CANARY}"),
            sample(at=CANARY),
        ):
            reporter.record(bad)
        reporter.record(sample(model=f"model of {CANARY}", environment=f"{CANARY}, ward 4"))
        await eventually(lambda: reporter.report.waiting == 1)
        assert reporter.report.dropped == 8
    assert CANARY not in caplog.text
    for file in paths.state.iterdir():
        assert CANARY.encode() not in file.read_bytes()


async def test_a_spool_that_cannot_be_written_costs_samples_not_prompts(paths):
    paths.state.joinpath("telemetry.sqlite").mkdir()
    async with reporting(paths, "http://127.0.0.1:9") as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "unusable")
        reporter.record(sample())
        paths.state.joinpath("telemetry.sqlite").rmdir()
        reporter.record(sample())
        await eventually(lambda: reporter.report.dropped + reporter.report.waiting == 3)
        assert reporter.report.waiting >= 1


async def test_a_fault_while_shipping_never_ends_the_reporter(paths, monkeypatch, unused_tcp_port):
    def fail(*_, **__):
        raise ValueError(CANARY)

    monkeypatch.setattr(telemetry.otlp, "encode", fail)
    async with reporting(paths, f"http://127.0.0.1:{unused_tcp_port}") as reporter:
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "unusable")
        monkeypatch.undo()
        reporter.record(sample())
        await eventually(lambda: reporter.report.state == "later")
        assert reporter.report.waiting == 2


async def test_closing_delivers_what_is_left_and_is_brief_when_it_cannot(tmp_path, paths):
    async with placement(tmp_path) as url:
        reporter = Reporter(paths, TelemetrySettings(url=url))
        reporter.record(sample())
        await reporter.close()
        assert stored(tmp_path) == 4
        await reporter.close()
        reporter.record(sample())  # after the end: ignored


async def test_closing_gives_up_on_a_service_that_hangs(paths, monkeypatch):
    async def hang(_):
        await asyncio.Event().wait()

    monkeypatch.setattr(telemetry, "FLUSH_TIMEOUT_S", 0.05)
    async with answering(hang) as url:
        reporter = Reporter(paths, TelemetrySettings(url=url))
        reporter.record(sample())
        await reporter.close()
    spool = Spool(paths.spool, limit=10, front_end="")
    assert len(spool) == 1
    spool.close()


async def test_a_daemon_that_cancels_run_can_still_close(paths, unused_tcp_port):
    reporter = Reporter(paths, TelemetrySettings(url=f"http://127.0.0.1:{unused_tcp_port}"))
    running = asyncio.create_task(reporter.run())
    reporter.record(sample())
    await eventually(lambda: reporter.report.waiting == 1)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await reporter.close()


async def test_the_installation_has_one_random_identifier(paths, unused_tcp_port):
    url = f"http://127.0.0.1:{unused_tcp_port}"
    found = set()
    for _ in range(2):
        async with reporting(paths, url) as reporter:
            reporter.record(sample(front_end=""))
        spool = Spool(paths.spool, limit=10, front_end="")
        found |= {waiting.sample.front_end for waiting in spool.oldest(10)} | {spool.front_end}
        spool.close()
    assert len(found) == 1
    assert len(found.pop()) == 32


def test_the_longest_wait_is_minutes_not_days():
    assert delivery.LONGEST_WAIT_S <= 600
