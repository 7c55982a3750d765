"""The messages between a variant and its engine process: length, then MessagePack.

Both ends are ours and joined by a private pipe, so a frame that does not decode is a bug and
ends the engine process.
"""

from __future__ import annotations

import struct
from typing import Final

import msgspec

HEADER: Final = struct.Struct("<I")


class Load(msgspec.Struct, frozen=True, kw_only=True, tag="load"):
    """Parent to engine, first: what to load and how to run it.

    Attributes:
        path: The verified model file.
        context: Tokens that one request may fill.
        slots: Requests worked on at the same time.
        threads: Threads for one computation.
        reuse: Whether a common prefix of an earlier prompt may be reused.
    """

    path: str
    context: int
    slots: int
    threads: int
    reuse: bool


class Generate(msgspec.Struct, frozen=True, kw_only=True, tag="generate"):
    """Parent to engine: answer the chat request in `body` (JSON)."""

    job: int
    body: bytes

    def __repr__(self) -> str:
        return f"Generate({self.job}, <{len(self.body)} bytes hidden>)"


class Cancel(msgspec.Struct, frozen=True, kw_only=True, tag="cancel"):
    """Parent to engine: nobody waits for this answer any more."""

    job: int


class Ready(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """Engine to parent: the model is loaded."""

    load_seconds: float


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """Engine to parent: the model cannot be loaded."""

    reason: str


class Piece(msgspec.Struct, frozen=True, kw_only=True, tag="piece"):
    """Engine to parent: one event of llama.cpp's answer (JSON)."""

    job: int
    body: bytes

    def __repr__(self) -> str:
        return f"Piece({self.job}, <{len(self.body)} bytes hidden>)"


class End(msgspec.Struct, frozen=True, kw_only=True, tag="end"):
    """Engine to parent: nothing more comes for this job."""

    job: int
    failed: bool = False


ToEngine = Load | Generate | Cancel
FromEngine = Ready | Refused | Piece | End

_TO_ENGINE: Final = msgspec.msgpack.Decoder(ToEngine)
_FROM_ENGINE: Final = msgspec.msgpack.Decoder(FromEngine)


def encode(message: ToEngine | FromEngine) -> bytes:
    """Return the frame of a message."""
    body = msgspec.msgpack.encode(message)
    return HEADER.pack(len(body)) + body


def to_engine(body: bytes) -> ToEngine:
    """Return the parent's message in `body`."""
    message: ToEngine = _TO_ENGINE.decode(body)
    return message


def from_engine(body: bytes) -> FromEngine:
    """Return the engine's message in `body`."""
    message: FromEngine = _FROM_ENGINE.decode(body)
    return message
