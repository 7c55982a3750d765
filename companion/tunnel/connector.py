"""An aiohttp connector that reaches what is behind the tunnel, and nothing else."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

import aiohttp
from aiohttp.client_proto import ResponseHandler

from companion.tunnel.errors import OutsideTunnelError

if TYPE_CHECKING:
    from companion.tunnel.tunnel import Tunnel


class WgConnector(aiohttp.BaseConnector):
    """Opens the connections of a `ClientSession` inside a tunnel.

    `_create_connection` is aiohttp's documented extension point for connectors.

    Args:
        tunnel: A started tunnel. It is not closed with the connector.
        keepalive_timeout: Seconds that an idle connection is kept.
        limit: Connections at the same time.
    """

    def __init__(
        self, tunnel: Tunnel, *, keepalive_timeout: float = 60.0, limit: int = 100
    ) -> None:
        super().__init__(keepalive_timeout=keepalive_timeout, limit=limit)
        self._tunnel = tunnel

    async def _create_connection(
        self,
        req: aiohttp.ClientRequest,
        traces: list[aiohttp.tracing.Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 (aiohttp's signature)
    ) -> ResponseHandler:
        del traces
        if req.proxy is not None:
            raise OutsideTunnelError("a proxy is not behind the tunnel")
        host, port = req.url.raw_host or "", req.port or 0
        try:
            async with asyncio.timeout(timeout.sock_connect):
                if req.is_ssl():
                    return await self._open_tls(req, host, port)
                _, protocol = await self._tunnel.create_connection(self._factory, host, port)
                return protocol
        except OSError as error:
            if error.errno is None and isinstance(error, TimeoutError):
                raise
            raise aiohttp.ClientConnectorError(req.connection_key, error) from error

    async def _open_tls(self, req: aiohttp.ClientRequest, host: str, port: int) -> ResponseHandler:
        context = req.ssl
        if context is True:
            context = ssl.create_default_context()
        if not isinstance(context, ssl.SSLContext):
            raise OutsideTunnelError("HTTPS inside the tunnel wants an SSLContext or ssl=True")
        transport, _ = await self._tunnel.create_connection(asyncio.Protocol, host, port)
        protocol: ResponseHandler = self._factory()
        try:
            secured = await self._loop.start_tls(
                transport, protocol, context, server_hostname=req.server_hostname or host
            )
        except BaseException:
            transport.abort()
            raise
        assert secured is not None
        protocol.connection_made(secured)
        return protocol
