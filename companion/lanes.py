"""The two lanes on which a prompt can leave the companion, each to one variant only."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from typing import Final, Protocol

import aiohttp
import msgspec

from companion import chat
from companion.settings import PublicSettings, SecuredSettings
from companion.tunnel.connector import WgConnector
from companion.tunnel.tunnel import Tunnel
from companion.values import HoldReason, PromptText, Turn, Variant

PROBE_TIMEOUT: Final = 6.0
_OF_EITHER_LANE: Final = frozenset({HoldReason.BUSY, HoldReason.TOO_LONG_FOR_MODEL})
_USER_AGENT: Final = {"User-Agent": "sottovoce"}


class Lane(Protocol):
    """A way to one variant of the model."""

    @property
    def variant(self) -> Variant:
        """The variant at its end."""

    @property
    def environment(self) -> str:
        """The production environment at its end."""

    @property
    def label(self) -> str:
        """That environment's name for people."""

    @property
    def path(self) -> str:
        """How it gets there: `tunnel` or `direct`."""

    def stream(
        self, prompt: PromptText, context: tuple[Turn, ...] = ()
    ) -> AsyncGenerator[chat.Piece, None]:
        """Send a prompt, behind the turns before it, and yield the answer; raises `ChatError`."""


class _Health(msgspec.Struct):
    class Model(msgspec.Struct):
        id: str = ""

    status: str = ""
    model: Model = msgspec.field(default_factory=Model)


_health = msgspec.json.Decoder(_Health)


class SecuredLane:
    """The private network path (patent step 250): reaches nothing outside the tunnel."""

    variant: Final = Variant.SECURED
    path: Final = "tunnel"

    def __init__(
        self, settings: SecuredSettings, tunnel: Tunnel, on_state: Callable[[], None]
    ) -> None:
        self._settings = settings
        self._tunnel = tunnel
        self._on_state = on_state
        self._session = _session(WgConnector(tunnel))
        self.environment = settings.environment
        self.label = settings.label
        self.model = settings.model
        self.state = "unknown"

    async def close(self) -> None:
        """End all connections."""
        await self._session.close()

    async def stream(
        self, prompt: PromptText, context: tuple[Turn, ...] = ()
    ) -> AsyncGenerator[chat.Piece, None]:
        """Ask the secured variant; raises `ChatError`.

        A connection kept from before the gateway's restart is dead without anybody having
        said so. Nothing was accepted then, so one more try, on a new one, repeats nothing.
        """
        try:
            async for piece in self._ask(prompt, context):
                yield piece
        except chat.ChatError as error:
            if not error.stale:
                raise
        else:
            return
        async for piece in self._ask(prompt, context):
            yield piece

    async def _ask(
        self, prompt: PromptText, context: tuple[Turn, ...]
    ) -> AsyncGenerator[chat.Piece, None]:
        async for piece in chat.stream(
            self._session,
            self._settings.url,
            prompt,
            model=self._settings.model,
            unreachable=self._unreachable,
            context=context,
        ):
            self._set("ready")
            yield piece

    async def probe(self) -> None:
        """Learn through the tunnel whether the variant is there and which model it serves."""
        url = self._settings.url.removesuffix("/v1") + "/health"
        limit = aiohttp.ClientTimeout(total=PROBE_TIMEOUT)
        try:
            async with self._session.get(url, timeout=limit, allow_redirects=False) as response:
                body = _health.decode(await chat.read_start(response))
        except (*chat.BROKEN, msgspec.DecodeError, UnicodeDecodeError):
            self._set("unreachable")
            return
        self.model = self._settings.model or chat.model_name(body.model.id)
        self._set("ready" if response.status == 200 else "unreachable")

    def _unreachable(self) -> HoldReason:
        self._set("unreachable")
        if self._tunnel.state == "up":
            return HoldReason.SECURED_UNREACHABLE
        return HoldReason.TUNNEL_DOWN

    def _set(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self._on_state()


class ClosedLane:
    """The secured lane of a companion without a tunnel: answers nothing, sends nothing."""

    variant: Final = Variant.SECURED
    path: Final = "tunnel"
    state: Final = "unreachable"

    def __init__(self, settings: SecuredSettings) -> None:
        self.environment = settings.environment
        self.label = settings.label
        self.model = settings.model

    async def stream(
        self,
        prompt: PromptText,  # noqa: ARG002 - it goes nowhere
        context: tuple[Turn, ...] = (),  # noqa: ARG002
    ) -> AsyncGenerator[chat.Piece, None]:
        """Raise `ChatError`: there is no tunnel."""
        pieces: tuple[chat.Piece, ...] = ()
        for piece in pieces:
            yield piece
        raise chat.ChatError(HoldReason.TUNNEL_DOWN)


class PublicLane:
    """The public network path, for prompts from the terminal; a site's own page is another."""

    variant: Final = Variant.PUBLIC
    path: Final = "direct"

    def __init__(self, settings: PublicSettings) -> None:
        self._settings = settings
        self._session = _session(aiohttp.TCPConnector())
        self.environment = settings.environment
        self.label = settings.environment

    async def close(self) -> None:
        """End all connections."""
        await self._session.close()

    async def stream(
        self,
        prompt: PromptText,
        context: tuple[Turn, ...] = (),  # noqa: ARG002 - secured turns are never public
    ) -> AsyncGenerator[chat.Piece, None]:
        """Ask the public variant; raises `ChatError`. It is never told what came before."""
        try:
            async for piece in chat.stream(
                self._session,
                self._settings.url,
                prompt,
                model=self._settings.model,
                unreachable=lambda: HoldReason.PUBLIC_FAILED,
            ):
                yield piece
        except chat.ChatError as error:
            if error.reason in _OF_EITHER_LANE:
                raise
            raise chat.ChatError(HoldReason.PUBLIC_FAILED) from error


def _session(connector: aiohttp.BaseConnector) -> aiohttp.ClientSession:
    """Make a session that keeps no cookies and follows no proxy of the environment."""
    return aiohttp.ClientSession(
        connector=connector,
        timeout=chat.timeout(),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_USER_AGENT,
        trust_env=False,
    )
