"""From the command line's options to a running engine and server."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from variants.shared.admission import Admission
from variants.shared.app import ChatServer, Identity
from variants.shared.engine import Engine, EngineError
from variants.shared.guard import Guard
from variants.shared.llama import LlamaEngine, LlamaOptions
from variants.shared.upstream import UpstreamEngine, UpstreamOptions
from variants.shared.values import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What `sottovoce-variants serve` was told; None and empty mean the variant's default."""

    kind: Kind
    environment: str
    host: str
    port: int | None
    allowed_hosts: tuple[str, ...]
    engine: str
    upstream: str
    upstream_key_file: Path | None
    model: str
    model_sha256: str | None
    context: int
    max_tokens: int
    slots: int | None
    threads: int | None
    waiting: int
    patience: float
    tunnel: Path | None
    udp_host: str
    behind_wireguard: str
    training_queue: Path | None

    @property
    def name(self) -> str:
        """The production environment's name."""
        return self.environment or f"demo-{self.kind}"


def make_engine(
    options: ServeOptions, *, slots: int, reuse: bool, forget_after: float | None = None
) -> Engine:
    """Return the engine that was asked for, not started yet.

    Args:
        options: The command line.
        slots: Requests worked on at the same time, unless the command line says.
        reuse: Whether one prompt's computation may serve another's; see `LlamaOptions`.
        forget_after: Seconds of quiet after which prompts leave memory; see `LlamaOptions`.

    Raises:
        EngineError: The options do not make an engine.
    """
    if options.engine == "upstream":
        return _upstream(options)
    return LlamaEngine(
        LlamaOptions(
            context=options.context,
            slots=options.slots or slots,
            threads=options.threads or default_threads(os.cpu_count() or 1),
            reuse=reuse,
            forget_after=forget_after,
            max_tokens=options.max_tokens,
        )
    )


def default_threads(cores: int) -> int:
    """Return threads for one computation: half of the cores, at most four.

    llama.cpp's threads wait for each other by spinning. Where they do not all get a core of
    their own at once, as beside a browser on two cores, they lose more time than they gain.
    """
    return max(1, min(4, cores // 2))


def _upstream(options: ServeOptions) -> UpstreamEngine:
    if not options.upstream:
        raise EngineError("the engine `upstream` needs --upstream URL")
    return UpstreamEngine(
        UpstreamOptions(
            url=options.upstream,
            key=_key(options.upstream_key_file),
            model=options.model,
            sha256=options.model_sha256,
            max_tokens=options.max_tokens,
        )
    )


def _key(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise EngineError(f"cannot read the key in {file}") from None
    if not key.isprintable() or " " in key:
        raise EngineError(f"{file} holds no key")
    return key


def make_server(options: ServeOptions, engine: Engine, guard: Guard, *, slots: int) -> ChatServer:
    """Return the server around an engine."""
    admission = Admission(
        slots=options.slots or slots, waiting=options.waiting, patience=options.patience
    )
    identity = Identity(kind=options.kind, environment=options.name)
    return ChatServer(engine, identity, guard, admission)


@asynccontextmanager
async def started(engine: Engine) -> AsyncGenerator[None, None]:
    """Run an engine for as long as the context lasts.

    Raises:
        EngineError: It cannot start.
    """
    await engine.start()
    try:
        yield
    finally:
        await engine.close()
