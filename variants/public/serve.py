"""Running the public variant on a TCP port."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from companion.paths import resolve
from variants.public.app import application
from variants.public.queue import TrainingQueue
from variants.public.recording import RecordingEngine
from variants.shared.guard import guard_for
from variants.shared.launch import ServeOptions, make_engine, make_server, started
from variants.shared.serving import announce, listen, running

HOST: Final = "127.0.0.1"
PORT: Final = 8460
SLOTS: Final = 2


def default_queue() -> Path:
    """Return where the training queue is kept unless the command line says otherwise."""
    return resolve().state / "training-queue.sqlite"


async def serve(options: ServeOptions) -> None:
    """Serve until cancelled.

    Prompts of all users share computed prefixes here: it is faster, and nothing that is
    typed into this variant is promised to stay private (requirement S22).

    Raises:
        EngineError: The engine cannot start.
        QueueError: The training queue cannot be opened.
        OSError: The port is taken.
    """
    queue = TrainingQueue(options.training_queue or default_queue())
    engine = RecordingEngine(make_engine(options, slots=SLOTS, reuse=True), queue)
    host = options.host or HOST
    guard = guard_for(host, options.allowed_hosts)
    app = application(make_server(options, engine, guard, slots=SLOTS))
    port = PORT if options.port is None else options.port
    async with started(engine), running(app) as factory:
        listener, url = await listen(factory, host, port)
        async with listener:
            announce(f"listening on {url}")
            await asyncio.Event().wait()
