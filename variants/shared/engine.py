"""What answers a request: an engine, of which there are two (`llama` and `upstream`)."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Protocol

from variants.shared.values import ChatRequest, Event, ModelInfo


class EngineError(Exception):
    """An engine cannot start; the message says why and holds nothing of any request."""


class Engine(Protocol):
    """Runs one instance of the model."""

    @property
    def name(self) -> str:
        """`llama` or `upstream`."""

    @property
    def model(self) -> ModelInfo:
        """Which model answers; known once started."""

    @property
    def ready(self) -> bool:
        """Whether a request would be worked on now."""

    @property
    def restarts(self) -> int:
        """How often the engine had to be started again."""

    async def start(self) -> None:
        """Make ready.

        Raises:
            EngineError: It cannot start.
        """

    async def close(self) -> None:
        """Stop; requests in flight end with an error."""

    def generate(self, request: ChatRequest) -> AsyncGenerator[Event, None]:
        """Answer `request`: any number of `Delta`, then exactly one `Done`.

        Closing the generator early cancels the work.

        Raises:
            ApiError: The request cannot be answered, before or after the first event.
        """
