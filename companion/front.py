"""One front end's connection: messages in, messages out, one task per prompt.

Whatever is not understood is refused with a fault; a prompt that a fault names is not
released. When the connection ends, its prompts end with it, and so does what its person was
granted.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import msgspec

from companion import __version__, acting, codec, hardening, messages, network, person
from companion.acting import Desk, RefusedError
from companion.floors import Floors
from companion.grants import Leaves
from companion.history import History
from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID
from companion.person import Subject
from companion.policy import ActivePolicy, Origin
from companion.routing import Completed, Delta, Event, HeldBack, Released, Router
from companion.sockets import Connection, ConnectionClosedError
from companion.values import (
    PERSON_REASONS,
    Decision,
    HoldReason,
    PromptText,
    Reason,
    Request,
    SendStage,
    Timings,
    Variant,
)

CLI_ORIGIN: Final = "sottovoce:cli"
BROWSER_ORIGINS: Final = frozenset({CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID})
MOST_PROMPTS: Final = 32
"""Prompts that one connection may have in flight, and wishes of its person."""
MOST_RELEASED: Final = 256
"""Released prompts that await word of how they ended."""

Decide = Callable[[Request, ActivePolicy], Awaitable[tuple[Decision, Timings]]]
SiteFiles = Callable[[int], messages.SiteFiles | None]
"""Returns site files newer than a version, or None."""


def _no_site_files(_: int) -> messages.SiteFiles | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Services:
    """What the daemon offers to every connection."""

    policy: Callable[[], ActivePolicy]
    decide: Decide
    router: Router
    floors: Floors
    links: Callable[[], messages.Links]
    telemetry: Callable[[], str] = str
    history: History = field(default_factory=History)
    open: Open = _unopened
    seen: SeenBrowsers = field(default_factory=SeenBrowsers)


class Front:
    """The conversation with one extension, or with the command line."""

    def __init__(self, connection: Connection, services: Services) -> None:
        self._connection = connection
        self._services = services
        self._origin = ""
        self._agent: str | None = None
        self._prompts: dict[str, asyncio.Task[None]] = {}
        self._released: dict[str, tuple[Request, Decision, Timings]] = {}
        self._reports: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Handle messages until the connection ends."""
        try:
            async for payload in self._connection:
                self._handle(payload)
                del payload  # it may hold a prompt, and the next one may be hours away
        finally:
            if self._agent is not None:
                self._services.seen.left(self._agent, time.time())
            tasks = [*self._prompts.values(), *self._reports]
            for task in self._prompts.values():
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def links_changed(self) -> None:
        """Tell a browser that has introduced itself."""
        if self._origin in BROWSER_ORIGINS:
            self._send(self._state())

    def _state(self) -> messages.State:
        links = self._services.links()
        if self._origin != CLI_ORIGIN:
            return messages.State(links=links)
        return messages.State(
            links=links,
            telemetry=self._services.telemetry(),
            companion=__version__,
            browsers=self._services.seen.all(),
        )

    def _greet(self, hello: messages.Hello) -> None:
        if self._origin in BROWSER_ORIGINS and self._agent is None:
            self._agent = hello.agent
            self._services.seen.arrived(hello, time.time())
        self._send(self._welcome())

    def _handle(self, payload: bytes) -> None:
        try:
            message = _decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            # msgspec's message may quote a field's value, so it stays here.
            fault = messages.ProtocolFault(
                message="the message was not understood", id=_id_of(payload)
            )
            self._send(fault)
            return
        if isinstance(message, messages.Attach):
            self._attach(message)
        elif not self._origin:
            self._send(messages.ProtocolFault(message="`attach` comes first"))
        else:
            self._dispatch(message)

    def _attach(self, message: messages.Attach) -> None:
        if self._origin or message.origin not in BROWSER_ORIGINS | {CLI_ORIGIN}:
            self._send(messages.ProtocolFault(message="this origin is not accepted"))
            return
        self._origin = message.origin

    def _dispatch(self, message: messages.FromExtension) -> None:
        match message:
            case messages.Hello(v=messages.PROTOCOL_VERSION):
                self._greet(message)
            case messages.Hello():
                spoken = messages.PROTOCOL_VERSION
                fault = messages.ProtocolFault(message=f"the companion speaks version {spoken}")
                self._send(fault)
            case messages.Status():
                self._send(self._state())
            case messages.Prompt() if self._origin in BROWSER_ORIGINS:
                self._start(message.id, _request_of_site(message), site_sends=True)
            case messages.Ask() if self._origin == CLI_ORIGIN:
                self._start(message.id, _request_of_terminal(message), site_sends=False)
            case messages.Cancel():
                if task := self._prompts.get(message.id):
                    task.cancel()
            case messages.Sent():
                self._sent(message)
            case _:
                self._send(messages.ProtocolFault(message="not for this front end"))

    def _welcome(self) -> messages.Welcome:
        active = self._services.policy()
        return messages.Welcome(
            v=messages.PROTOCOL_VERSION,
            companion=__version__,
            policy_id=active.id,
            policy_name=active.policy.name,
            policy_error=active.error,
            threshold=active.policy.threshold,
            generic_sites=active.policy.sites.generic,
            links=self._services.links(),
        )

    def _start(self, prompt_id: str, request: Request, *, site_sends: bool) -> None:
        if prompt_id in self._prompts:
            fault = messages.ProtocolFault(id=prompt_id, message="this id is in flight already")
            self._send(fault)
            return
        if len(self._prompts) >= MOST_PROMPTS:
            self._send(messages.Held(id=prompt_id, reason=HoldReason.BUSY, retry=True))
            return
        task = asyncio.create_task(self._prompt(request, site_sends=site_sends))
        self._prompts[prompt_id] = task
        task.add_done_callback(lambda _: self._forget(prompt_id))

    def _forget(self, prompt_id: str) -> None:
        self._prompts.pop(prompt_id, None)
        hardening.wipe_freed()

    async def _prompt(self, request: Request, *, site_sends: bool) -> None:
        """Take one prompt from the request to its end."""
        with contextlib.suppress(ConnectionClosedError):
            try:
                await self._decide_and_route(request, site_sends=site_sends)
            except ConnectionClosedError:
                raise
            except Exception as error:  # noqa: BLE001 - a defect here ends held, and quotes nothing
                _report(error)
                held = messages.Held(id=request.id, reason=HoldReason.INTERNAL, retry=True)
                self._send(held)

    async def _decide_and_route(self, request: Request, *, site_sends: bool) -> None:
        started = time.perf_counter()
        active = self._services.policy()
        request = self._placed(request, active)
        request = await self._services.open(request, active)
        decision, timings = await self._services.decide(request, active)
        self._services.history.note(
            request.site, request.conversation, decision.findings, now=time.monotonic()
        )
        if decision.variant is Variant.SECURED:
            self._services.floors.raise_for(request.site, request.conversation)
        route = self._services.router.route(request, decision, timings, site_sends=site_sends)
        async with aclosing(route) as events:
            decided = partial(_decided, decision, active.policy.detection, started)
            await self._tell(request, decision, timings, events, decided)

    def _placed(self, request: Request, active: ActivePolicy) -> Request:
        """Add what the daemon knows of the device and the conversation."""
        interfaces = active.policy.eligibility.network.interfaces
        return msgspec.structs.replace(
            request,
            private_network=network.on_private_network(interfaces),
            floor=self._services.floors.holds(request.site, request.conversation),
            known=self._services.history.known(
                request.site, request.conversation, now=time.monotonic()
            ),
        )

    async def _tell(
        self,
        request: Request,
        decision: Decision,
        timings: Timings,
        events: AsyncIterator[Event],
        decided: Callable[[str], messages.Decided],
    ) -> None:
        first = True
        async for event in events:
            if first:
                self._send(decided(_ACTIONS[type(event)]))
                first = False
            match event:
                case Released():
                    self._await_word(request, decision, timings)
                case Delta():
                    self._send(messages.Delta(id=request.id, text=event.text))
                    await self._connection.drain()
                case Completed():
                    self._send(_done(request.id, event))
                case HeldBack():
                    held = messages.Held(id=request.id, reason=event.reason, retry=event.retry)
                    self._send(held)

    def _await_word(self, request: Request, decision: Decision, timings: Timings) -> None:
        bare = msgspec.structs.replace(
            request, prompt=PromptText(""), adaptation=None, attachments=(), files=()
        )
        self._released[request.id] = (bare, decision, timings)
        while len(self._released) > MOST_RELEASED:
            self._released.pop(next(iter(self._released)))

    def _sent(self, message: messages.Sent) -> None:
        if (known := self._released.pop(message.id, None)) is None:
            return
        report = self._services.router.sent(
            *known, status=message.status, hold=message.hold_ms, first=message.first_byte_ms
        )
        task = asyncio.create_task(report)
        self._reports.add(task)
        task.add_done_callback(self._reports.discard)

    def _send(self, message: messages.ToExtension) -> None:
        self._connection.send(_encoder.encode(message))


def _report(error: Exception) -> None:
    """Say where a defect is; its message may quote the prompt, so only its type travels."""
    context = {"message": "a prompt failed", "fault": hardening.describe(error)}
    asyncio.get_running_loop().call_exception_handler(context)
