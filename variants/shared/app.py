"""The HTTP application: OpenAI's chat completions, health and metrics around one engine."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from variants.shared import errors, replies
from variants.shared.admission import Admission
from variants.shared.engine import Engine
from variants.shared.errors import ApiError
from variants.shared.guard import Guard
from variants.shared.metrics import CONTENT_TYPE, Metrics
from variants.shared.requests import MAX_BODY, parse
from variants.shared.values import ChatRequest, Delta, Done, Event, Kind

WRITE_TIMEOUT: Final = 30.0
"""Seconds that a reader may leave an answer unread before it loses its slot."""

_JSON: Final = "application/json"
_EVENT_STREAM: Final = "text/event-stream; charset=utf-8"
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Server": "sottovoce",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who this server says it is: the variant and its production environment's name."""

    kind: Kind
    environment: str


class ChatServer:
    """Answers the API of one variant."""

    def __init__(
        self,
        engine: Engine,
        identity: Identity,
        guard: Guard,
        admission: Admission,
    ) -> None:
        self._engine = engine
        self._identity = identity
        self._guard = guard
        self._admission = admission
        self.metrics = Metrics()

    def application(self) -> web.Application:
        """Return the application with the routes of the API."""
        app = web.Application(middlewares=[self._middleware], client_max_size=MAX_BODY)
        app.router.add_get("/health", self.health)
        app.router.add_get("/metrics", self.show_metrics)
        app.router.add_get("/v1/models", self.models)
        app.router.add_post("/v1/chat/completions", self.chat)
        return app

    async def health(self, _: web.Request) -> web.Response:
        """Say who answers with which model, and whether it would answer now."""
        model = self._engine.model
        body = {
            "status": "ok" if self._engine.ready else "restarting",
            "kind": self._identity.kind,
            "environment": self._identity.environment,
            "model": {"id": model.id, "sha256": model.sha256},
            "engine": self._engine.name,
        }
        status = 200 if self._engine.ready else 503
        return web.Response(body=msgspec.json.encode(body), status=status, content_type=_JSON)

    async def show_metrics(self, _: web.Request) -> web.Response:
        """Render the counters for Prometheus."""
        model = self._engine.model
        info = {
            "kind": self._identity.kind,
            "environment": self._identity.environment,
            "model": model.id,
            "sha256": model.sha256 or "",
            "engine": self._engine.name,
        }
        gauges = {
            "ready": float(self._engine.ready),
            "requests_running": self._admission.running,
            "requests_waiting": self._admission.waiting,
            "engine_restarts_total": self._engine.restarts,
        }
        text = self.metrics.render(info=info, gauges=gauges)
        return web.Response(body=text.encode(), headers={"Content-Type": CONTENT_TYPE})

    async def models(self, _: web.Request) -> web.Response:
        """List the one model that is served."""
        return web.Response(body=replies.models(self._engine.model), content_type=_JSON)

    async def chat(self, http: web.Request) -> web.StreamResponse:
        """Answer one chat request, whole or as a stream."""
        started = time.monotonic()
        if http.content_type != _JSON:
            raise ApiError(415, "The body must be application/json.", code="invalid_content_type")
        request = parse(await http.read(), self._engine.model)
        async with self._admission.turn(), aclosing(self._engine.generate(request)) as events:
            # Headers go out only after the first event, so a refusal keeps its own status.
            first = await anext(events)
            self.metrics.first_token.observe(time.monotonic() - started)
            answer = _chain(first, events)
            if request.stream:
                response = await self._stream(http, request, answer)
            else:
                response = await self._whole(answer)
        self.metrics.duration.observe(time.monotonic() - started)
        return response

    async def _whole(self, events: AsyncIterator[Event]) -> web.StreamResponse:
        pieces: list[str] = []
        async for event in events:
            if isinstance(event, Delta):
                pieces.append(event.text)
                continue
            self._count(event)
            body = replies.completion(
                answer_id=_answer_id(),
                created=int(time.time()),
                model=self._engine.model.id,
                text="".join(pieces),
                done=event,
            )
            return web.Response(body=body, content_type=_JSON)
        raise errors.engine_failed()

    async def _stream(
        self, http: web.Request, request: ChatRequest, events: AsyncIterator[Event]
    ) -> web.StreamResponse:
        chunks = replies.Chunks(
            answer_id=_answer_id(), created=int(time.time()), model=self._engine.model.id
        )
        response = web.StreamResponse(headers={**_HEADERS, "Content-Type": _EVENT_STREAM})
        await response.prepare(http)
        try:
            await _write(response, chunks.role())
            async for event in events:
                if isinstance(event, Delta):
                    await _write(response, chunks.text(event.text))
                    continue
                self._count(event)
                finish = chunks.finish(event, usage=request.wants_usage)
                await _write(response, finish + replies.DONE)
        except ApiError as error:
            await _write(response, replies.failure(error))
        except ConnectionError:
            raise
        except Exception:  # noqa: BLE001  (a traceback in a log could hold a prompt)
            await _write(response, replies.failure(errors.internal()))
        await response.write_eof()
        return response

    def _count(self, done: Done) -> None:
        usage = done.usage
        self.metrics.tokens["input"] += usage.prompt
        self.metrics.tokens["input_reused"] += usage.cached
        self.metrics.tokens["output"] += usage.completion

    @property
    def _middleware(self) -> Middleware:
        @web.middleware
        async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
            response = await self._guarded(request, handler)
            resource = request.match_info.route.resource
            route = resource.canonical if resource is not None else "other"
            self.metrics.requests[route, response.status] += 1
            return response

        return middleware

    async def _guarded(self, http: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn every outcome into a response that quotes nothing of the request."""
        headers = http.headers
        try:
            self._guard.require(host=headers.get("Host"), origin=headers.get("Origin"))
            response = await handler(http)
            if not response.prepared:
                for name, value in _HEADERS.items():
                    response.headers.setdefault(name, value)
        except asyncio.CancelledError:
            self.metrics.cancelled += 1
            raise
        except ApiError as error:
            response = _refusal(error)
        except web.HTTPRequestEntityTooLarge:
            response = _refusal(errors.too_large(MAX_BODY))
        except web.HTTPException as error:
            response = error if error.status < 400 else _refusal(_http_error(error.status))
        except ConnectionError:
            self.metrics.cancelled += 1
            raise
        except Exception:  # noqa: BLE001  (a traceback in a log could hold a prompt)
            response = _refusal(errors.internal())
        return response


async def _write(response: web.StreamResponse, data: bytes) -> None:
    try:
        async with asyncio.timeout(WRITE_TIMEOUT):
            await response.write(data)
    except TimeoutError:
        raise ConnectionAbortedError("the reader left the answer unread") from None


async def _chain(first: Event, rest: AsyncIterator[Event]) -> AsyncGenerator[Event, None]:
    yield first
    async for event in rest:
        yield event


def _answer_id() -> str:
    return f"chatcmpl-{secrets.token_hex(12)}"


def _refusal(error: ApiError) -> web.Response:
    headers = dict(_HEADERS)
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    return web.Response(body=error.body(), status=error.status, headers=headers, content_type=_JSON)


def _http_error(status: int) -> ApiError:
    if status == 404:
        return ApiError(404, "There is nothing at this address.", code="not_found")
    if status == 405:
        return ApiError(405, "This address has other methods.", code="method_not_allowed")
    return ApiError(status, "The request was refused.", code="refused")
