"""The secured variant's application: the shared API alone, around an engine that forgets."""

from __future__ import annotations

from aiohttp import web

from variants.shared.app import ChatServer
from variants.shared.llama import LlamaOptions


def application(server: ChatServer) -> web.Application:
    """Return the API; there is no page, no queue and no store in this variant."""
    return server.application()


def llama_options(*, context: int, slots: int, threads: int, max_tokens: int) -> LlamaOptions:
    """Return options under which no computation outlives its request (requirement S20).

    llama.cpp keeps the attention state of a finished prompt and reuses its longest common
    prefix for the next one. Another user could read from the time to the first token which
    prefixes were asked before, so this variant always computes from the first token on.
    """
    return LlamaOptions(
        context=context, slots=slots, threads=threads, max_tokens=max_tokens, reuse=False
    )
