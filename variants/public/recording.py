"""An engine that keeps what it answers. Only the public variant ever wraps one."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from variants.public.queue import Exchange, QueueError, TrainingQueue
from variants.shared.engine import Engine
from variants.shared.values import ChatRequest, Delta, Done, Event, ModelInfo


class RecordingEngine:
    """Commits prompt and answer to the training queue before it says that the answer ended.

    An answer that broke off or that its reader gave up is not kept. A queue that fails costs
    training data, never an answer.
    """

    def __init__(
        self, engine: Engine, queue: TrainingQueue, now: Callable[[], int] = time.time_ns
    ) -> None:
        self._engine = engine
        self._queue = queue
        self._now = now
        self.failures = 0

    @property
    def name(self) -> str:
        """The engine's name."""
        return self._engine.name

    @property
    def model(self) -> ModelInfo:
        """The engine's model."""
        return self._engine.model

    @property
    def ready(self) -> bool:
        """Whether the engine is ready."""
        return self._engine.ready

    @property
    def restarts(self) -> int:
        """How often the engine was started again."""
        return self._engine.restarts

    async def start(self) -> None:
        """Open the queue, then start the engine."""
        await self._queue.open()
        await self._engine.start()

    async def close(self) -> None:
        """Stop the engine, then close the queue."""
        await self._engine.close()
        await self._queue.close()

    async def generate(self, request: ChatRequest) -> AsyncGenerator[Event, None]:
        """Answer as the engine does, and keep the exchange."""
        pieces: list[str] = []
        async with aclosing(self._engine.generate(request)) as events:
            async for event in events:
                if isinstance(event, Delta):
                    pieces.append(event.text)
                else:
                    await self._keep(request, "".join(pieces), event)
                yield event

    async def _keep(self, request: ChatRequest, answer: str, done: Done) -> None:
        exchange = Exchange(
            at=self._now(),
            model=self.model.id,
            model_sha256=self.model.sha256,
            messages=[(message.role, message.text) for message in request.messages],
            answer=answer,
            finish_reason=done.finish_reason,
            prompt_tokens=done.usage.prompt,
            answer_tokens=done.usage.completion,
        )
        try:
            await self._queue.add(exchange)
        except QueueError:
            self.failures += 1
