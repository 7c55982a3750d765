"""A front behind the real socket, with the ends behind it in memory."""

import asyncio
import contextlib
import gc
import json

import msgspec
import pytest
from core_cases import (
    CANARY,
    MemoryJournal,
    ScriptedLane,
    WordTools,
)

from companion import messages, network, pipeline, policy, sockets
from companion.acting import Desk
from companion.choices import Choices, Kept
from companion.floors import Floors
from companion.front import Front
from companion.grants import Moment
from companion.history import History
from companion.identity import CHROMIUM_ORIGIN
from companion.personal import PersonalKeys
from companion.routing import Router
from companion.services import Services
from companion.values import Timings, Variant

LONG = "please tell me about the weather and the fields around the village in spring"
LINKS = messages.Links(worker="ready", tunnel="up", secured="ready")
PATIENCE = 20.0


class Daemon:
    """The parts behind a front, any of which a test may replace."""

    def __init__(self, path) -> None:
        self.path = path
        self.journal = MemoryJournal()
        self.secured = ScriptedLane(Variant.SECURED)
        self.public = ScriptedLane(Variant.PUBLIC)
        self.tools = WordTools({"Zebulon": "US_SSN"})
        self.policy = policy.default
        self.samples = []
        self.faults = []
        self.floors = Floors()
        self.history = History()
        self.keys = PersonalKeys(bytes(32))
        self.choices = Choices(Kept(), key=self.keys.finding)
        self.saved = []
        self.now = Moment(1_790_000_000.0, 1_000.0)
        self.site_files = lambda _: None
        self.fronts = []
        self.decide = self._decide

    async def _decide(self, asked, active):
        await asyncio.sleep(0)
        return pipeline.decide(asked, active, self.tools, lambda: 0.0)

    async def serve(self, connection) -> None:
        router = Router(
            journal=self.journal,
            secured=self.secured,
            public=self.public,
            report=self.samples.append,
        )
        desk = Desk(
            policy=lambda: self.policy(),  # noqa: PLW0108 - a test may replace it
            choices=self.choices,
            keys=self.keys,
            save=lambda kept: self.save(kept),  # noqa: PLW0108 - a test may replace it
            journal=self.journal,
            floors=self.floors,
            now=lambda: self.now,
        )
        services = Services(
            policy=lambda: self.policy(),  # noqa: PLW0108 - a test may replace it
            decide=lambda asked, active: self.decide(asked, active),  # noqa: PLW0108
            router=router,
            floors=self.floors,
            history=self.history,
            desk=desk,
            links=lambda: LINKS,
            site_files=lambda version: self.site_files(version),  # noqa: PLW0108
            yours_changed=self.yours_changed,
        )
        here = Front(connection, services)
        self.fronts.append(here)
        await here.serve()

    def save(self, kept) -> None:
        self.saved.append(kept)

    def yours_changed(self) -> None:
        for each in self.fronts:
            with contextlib.suppress(sockets.ConnectionClosedError):
                each.yours_changed()

    async def connect(self, origin: str = CHROMIUM_ORIGIN) -> "Client":
        client = Client(await sockets.connect(self.path))
        if origin:
            client.tell({"type": "attach", "origin": origin, "browser_pid": 1})
        return client


class Client:
    def __init__(self, connection) -> None:
        self.connection = connection
        self._received = aiter(connection)
        self.raw: list[bytes] = []

    def tell(self, message) -> None:
        data = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.connection.send(data)

    def prompt(self, text: str, name: str = "prompt-01", **fields) -> None:
        whole = {"type": "prompt", "id": name, "site": "chat", "conversation": "c1", "text": text}
        self.tell(whole | fields)

    async def hear(self):
        async with asyncio.timeout(PATIENCE):
            self.raw.append(await anext(self._received))
        return msgspec.json.decode(self.raw[-1], type=messages.ToExtension)

    async def hear_until(self, *kinds) -> list:
        heard = [await self.hear()]
        while not isinstance(heard[-1], kinds):
            heard.append(await self.hear())
        return heard


@pytest.fixture
async def daemon(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "on_private_network", lambda _: False)
    gc.freeze()  # what other tests left behind need not be searched
    here = Daemon(tmp_path / "run" / "daemon.sock")
    asyncio.get_running_loop().set_exception_handler(lambda _, context: here.faults.append(context))
    async with await sockets.serve(here.path, here.serve):
        yield here
    gc.collect()
    gc.unfreeze()
    await asyncio.sleep(0)
    assert "never retrieved" not in str(here.faults)
    assert CANARY not in str(here.faults)


@pytest.fixture
async def client(daemon):
    async with (await daemon.connect()).connection as connection:
        client = Client(connection)
        yield client


async def until(condition) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.002)


def fault(error):
    async def decide(asked, active):
        raise error

    return decide


def answer(made):
    async def decide(asked, active):
        return made, Timings()

    return decide


def no_policy():
    raise RuntimeError(CANARY)


class Gate:
    """A decide that waits until it is let go."""

    def __init__(self, daemon) -> None:
        self.open = asyncio.Event()
        self.waiting = 0
        self._inner = daemon._decide
        daemon.decide = self

    async def __call__(self, asked, active):
        self.waiting += 1
        await self.open.wait()
        return await self._inner(asked, active)


GARBAGE = {
    "no JSON": b'{"type":}',
    "no object": b"[]",
    "null": b"null",
    "no type": b"{}",
    "unknown type": b'{"type":"release","id":"prompt-01"}',
    "unknown field": b'{"type":"cancel","id":"prompt-01","force":true}',
    "text of a number": b'{"type":"prompt","id":"prompt-01","site":"s","conversation":"c",'
    b'"text":411111111111}',
    "NUL": b"\x00",
    "the daemon's own words": b'{"type":"decided","id":"prompt-01","action":"release"}',
}
