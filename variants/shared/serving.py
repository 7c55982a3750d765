"""Listening, telling that it listens, and stopping in order. Nothing here logs a request."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Container
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from companion.hardening import harden, watch

GRACE: Final = 3.0
"""Seconds that answers in flight have left once a stop was asked for."""

Factory = Callable[[], asyncio.Protocol]


class _SilentHandler(RequestHandler):
    """Answers malformed HTTP without quoting it, as aiohttp's own handler would."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Return a bare status; the details of a request go nowhere."""
        del exc, message
        if request.writer.output_size > 0:
            raise ConnectionError("part of the response was sent already")
        response = web.Response(status=status, headers={"Server": "sottovoce"})
        response.force_close()
        return response


def _silent_logger() -> logging.Logger:
    logger = logging.getLogger("sottovoce.variants.silent")
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    logger.setLevel(logging.CRITICAL + 1)
    return logger


@asynccontextmanager
async def running(app: web.Application) -> AsyncGenerator[Factory, None]:
    """Run an application; yield the protocol factory that speaks HTTP for it.

    A client that goes away cancels its handler, and so its generation.
    """
    logger = _silent_logger()
    runner = web.AppRunner(
        app,
        access_log=None,
        logger=logger,
        handle_signals=False,
        handler_cancellation=True,
        shutdown_timeout=GRACE,
    )
    await runner.setup()
    server = runner.server
    if server is None:
        raise RuntimeError("the runner has no server after its set-up")
    loop = asyncio.get_running_loop()
    try:
        yield lambda: _SilentHandler(server, loop=loop, access_log=logger, logger=logger)
    finally:
        server.pre_shutdown()
        await server.shutdown(GRACE)
        await runner.cleanup()


class _Refusal(asyncio.Protocol):
    """Ends a connection before it says a word."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            transport.abort()


class _Doorkeeper(asyncio.Protocol):
    """Hands a connection to the real protocol unless it comes from a refused address."""

    def __init__(self, factory: Factory, refused: Container[str]) -> None:
        self._factory = factory
        self._refused = refused

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Decide by the peer's address."""
        peer = transport.get_extra_info("peername")
        protocol = _Refusal() if not peer or peer[0] in self._refused else self._factory()
        transport.set_protocol(protocol)
        protocol.connection_made(transport)


async def listen(
    factory: Factory,
    host: str,
    port: int,
    *,
    device: str | None = None,
    refused: Container[str] = (),
) -> tuple[asyncio.Server, str]:
    """Listen on a kernel TCP port; return the server and its URL.

    Args:
        factory: Makes one protocol per connection.
        host: A local address.
        port: 0 picks a free one.
        device: Take connections only from this interface (Linux).
        refused: Addresses whose connections are ended at once.

    Raises:
        OSError: The address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if device is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device.encode())
        sock.bind((host, port))
        server = await asyncio.get_running_loop().create_server(
            lambda: _Doorkeeper(factory, refused), sock=sock, backlog=128
        )
    except OSError:
        sock.close()
        raise
    shown = f"[{host}]" if ":" in host else host
    return server, f"http://{shown}:{sock.getsockname()[1]}"


def announce(line: str) -> None:
    """Print the line that tells a starter that the server is ready."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run a server in a hardened process until SIGTERM or SIGINT, then let it clean up.

    Raises:
        Exception: Whatever `work` raises.
    """
    harden()
    asyncio.run(_until_stopped(work))


async def _until_stopped(work: Callable[[], Awaitable[None]]) -> None:
    watch(asyncio.get_running_loop())
    task = asyncio.ensure_future(work())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        if not task.cancelled():
            raise
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
