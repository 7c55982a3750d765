"""One front end's connection: messages in, messages out, one task per prompt.

Whatever is not understood is refused with a fault; a prompt that a fault names is not
released. When the connection ends, its prompts end with it, and so does what its person was
granted.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import aclosing
from functools import partial
from typing import Final

import msgspec

from companion import __version__, acting, codec, deciding, hardening, messages
from companion.acting import RefusedError
from companion.deciding import Case
from companion.grants import Leaves
from companion.identity import CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID
from companion.policy import Origin
from companion.routing import Completed, Delta, Event, HeldBack, Released
from companion.services import Services
from companion.sockets import Connection, ConnectionClosedError
from companion.values import Decision, HoldReason, PromptText, Request, Timings

CLI_ORIGIN: Final = "sottovoce:cli"
BROWSER_ORIGINS: Final = frozenset({CHROMIUM_ORIGIN, FIREFOX_EXTENSION_ID})
MOST_PROMPTS: Final = 32
"""Prompts that one connection may have in flight, and wishes of its person."""
MOST_RELEASED: Final = 256
"""Released prompts that await word of how they ended."""


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
        self._leaves = Leaves()
        self._sites = 0
        self._yours: messages.Yours | None = None

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

    def yours_changed(self) -> None:
        """Tell a browser that was welcomed what its person has chosen, if that is news to it."""
        if self._yours is None:
            return
        if self._services.policy().origin is Origin.STRICTEST:
            self._leaves.end()
        yours = self._services.desk.yours()
        if yours != self._yours:
            self._yours = yours
            self._send(yours)

    def offer_site_files(self) -> None:
        """Send a browser that was welcomed the site files that are newer than its own."""
        if self._yours is not None and (found := self._services.site_files(self._sites)):
            self._send(found)

    def _state(self) -> messages.State:
        links = self._services.links()
        if self._origin != CLI_ORIGIN:
            return messages.State(links=links)
        return messages.State(
            links=links,
            telemetry=self._services.telemetry(),
            companion=__version__,
            browsers=self._services.seen.all(),
            yours=self._services.desk.yours(),
        )

    def _greet(self, hello: messages.Hello) -> None:
        if self._origin in BROWSER_ORIGINS and self._agent is None:
            self._agent = hello.agent
            self._services.seen.arrived(hello, time.time())
        self._send(self._welcome())
        self._sites = hello.sites
        self.offer_site_files()

    def _handle(self, payload: bytes) -> None:
        try:
            message = codec.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            # msgspec's message may quote a field's value, so it stays here.
            self._refuse("the message was not understood", codec.id_of(payload))
            return
        if isinstance(message, messages.Attach):
            self._attach(message)
        elif not self._origin:
            self._refuse("`attach` comes first")
        else:
            self._dispatch(message)

    def _attach(self, message: messages.Attach) -> None:
        if self._origin or message.origin not in BROWSER_ORIGINS | {CLI_ORIGIN}:
            self._refuse("this origin is not accepted")
            return
        self._origin = message.origin

    def _dispatch(self, message: messages.FromExtension) -> None:
        match message:
            case messages.Hello(v=messages.PROTOCOL_VERSION):
                self._greet(message)
            case messages.Hello():
                self._refuse(f"the companion speaks version {messages.PROTOCOL_VERSION}")
            case messages.Status():
                self._send(self._state())
            case messages.Ask() if self._origin == CLI_ORIGIN:
                self._start(message.id, codec.request_of_terminal(message), site_sends=False)
            case messages.Cancel():
                if task := self._prompts.get(message.id):
                    task.cancel()
            case messages.Sent():
                self._sent(message)
            case _ if self._origin in BROWSER_ORIGINS:
                self._of_browser(message)
            case _:
                self._refuse("not for this front end")

    def _of_browser(self, message: messages.FromExtension) -> None:
        match message:
            case messages.Prompt():
                self._start(message.id, codec.request_of_site(message), site_sends=True)
            case messages.Follow():
                if request := codec.request_of_chat(message):
                    self._start(message.id, request, site_sends=False)
                else:
                    self._refuse("the last turn is not the person's", message.id)
            case (
                messages.Override()
                | messages.NotSensitive()
                | messages.Pause()
                | messages.Switch()
                | messages.Forget()
            ):
                self._act(message)
            case _:
                self._refuse("not for this front end")

    def _refuse(self, why: str, message_id: str = "") -> None:
        self._send(messages.ProtocolFault(message=why, id=message_id))

    def _welcome(self) -> messages.Welcome:
        active = self._services.policy()
        yours = self._services.desk.yours()
        if self._origin in BROWSER_ORIGINS:
            self._yours = yours
        return messages.Welcome(
            v=messages.PROTOCOL_VERSION,
            companion=__version__,
            policy_id=active.id,
            policy_name=active.policy.name,
            policy_error=active.error,
            threshold=active.policy.threshold,
            generic_sites=active.policy.sites.generic,
            links=self._services.links(),
            yours=yours,
        )

    def _start(self, prompt_id: str, request: Request, *, site_sends: bool) -> None:
        if prompt_id in self._prompts:
            self._refuse("this id is in flight already", prompt_id)
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

    def _act(self, message: acting.Message) -> None:
        """Do what the person wants."""
        if len(self._reports) >= MOST_PROMPTS:
            self._refuse("the companion is busy", message.id)
            return
        task = self._in_background(self._acted(message))
        task.add_done_callback(lambda _: hardening.wipe_freed())

    async def _acted(self, message: acting.Message) -> None:
        with contextlib.suppress(ConnectionClosedError):
            try:
                if granted := await self._services.desk.act(message, self._leaves):
                    self._send(granted)
                else:
                    self._yours = self._services.desk.yours()
                    self._send(self._yours)
            except RefusedError as refused:
                self._refuse(str(refused), message.id)
            except ConnectionClosedError:
                raise
            except Exception as error:  # noqa: BLE001 - nothing is granted, and nothing quoted
                _report(error)
                self._refuse("it could not be done", message.id)
        self._services.yours_changed()

    async def _decide_and_route(self, request: Request, *, site_sends: bool) -> None:
        started = time.perf_counter()
        services = self._services
        case = await deciding.decide(request, services, self._leaves, site_sends=site_sends)
        decided = partial(
            codec.decided,
            case.decision,
            detection=services.policy().policy.detection,
            started=started,
            offers=case.offers,
        )
        route = services.router.route(
            case.request, case.decision, case.timings, site_sends=site_sends
        )
        async with aclosing(route) as events:
            await self._tell(case, events, decided)

    async def _tell(
        self,
        case: Case,
        events: AsyncIterator[Event],
        decided: Callable[[Event], messages.Decided],
    ) -> None:
        prompt_id = case.request.id
        first = True
        async for event in events:
            if first:
                self._send(decided(event))
                first = False
            match event:
                case Released():
                    deciding.released(case, self._services)
                    self._await_word(case)
                case Delta():
                    self._send(messages.Delta(id=prompt_id, text=event.text))
                    await self._connection.drain()
                case Completed():
                    self._send(codec.done(prompt_id, event))
                case HeldBack():
                    held = messages.Held(id=prompt_id, reason=event.reason, retry=event.retry)
                    self._send(held)

    def _await_word(self, case: Case) -> None:
        bare = msgspec.structs.replace(
            case.request,
            prompt=PromptText(""),
            adaptation=None,
            attachments=(),
            files=(),
            context=(),
        )
        self._released[bare.id] = (bare, case.decision, case.timings)
        while len(self._released) > MOST_RELEASED:
            self._released.pop(next(iter(self._released)))

    def _sent(self, message: messages.Sent) -> None:
        if (known := self._released.pop(message.id, None)) is None:
            return
        report = self._services.router.sent(
            *known, status=message.status, hold=message.hold_ms, first=message.first_byte_ms
        )
        self._in_background(report)

    def _in_background(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Do something that goes on to its end when the connection ends."""
        task = asyncio.create_task(work)
        self._reports.add(task)
        task.add_done_callback(self._reports.discard)
        return task

    def _send(self, message: messages.ToExtension) -> None:
        self._connection.send(codec.encode(message))


def _report(error: Exception) -> None:
    """Say where a defect is; its message may quote the prompt, so only its type travels."""
    context = {"message": "a prompt failed", "fault": hardening.describe(error)}
    asyncio.get_running_loop().call_exception_handler(context)
