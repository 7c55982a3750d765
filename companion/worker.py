"""The detector worker: a process that loads the models and judges one request at a time.

It talks over its standard streams in length-prefixed MessagePack and nothing else: standard
error is closed and anything a library prints goes nowhere. Whatever it cannot judge ends
as a failure that the daemon turns into a secured Decision.
"""

from __future__ import annotations

import os
import struct
import sys
import time
from typing import BinaryIO, Final

import msgspec

from companion import hardening, pipeline
from companion.attachments import File, Unread, without_data
from companion.judging import Tools
from companion.policy import ActivePolicy
from companion.remembering import Remembering
from companion.tools import load_tools
from companion.values import (
    Attachment,
    Decision,
    Known,
    PromptText,
    Reason,
    Request,
    Timings,
)

LENGTH: Final = struct.Struct("<I")


class LaidOpen(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read, with its text laid open for the private pipe."""

    name: str
    text: str
    format: str
    unread: Unread | None

    def __repr__(self) -> str:
        return "LaidOpen(<hidden>)"


class Judge(msgspec.Struct, frozen=True, kw_only=True, tag="judge"):
    """Daemon to worker: a request, with its text laid open for the private pipe.

    Where the latest turn begins stays behind: all of the text is judged alike.
    """

    request_id: str
    text: str
    adaptation: str | None
    site: str
    account: str
    private_network: bool
    attachments: tuple[Attachment, ...]
    floor: bool
    readable: bool
    known: tuple[Known, ...] = ()
    files: tuple[LaidOpen, ...] = ()

    def __repr__(self) -> str:
        return f"Judge(request_id={self.request_id!r}, <hidden>)"

    @classmethod
    def of(cls, request: Request) -> Judge:
        """Lay a request open for the pipe."""
        adaptation = request.adaptation
        return cls(
            request_id=request.id,
            text=request.prompt.reveal(),
            adaptation=None if adaptation is None else adaptation.reveal(),
            site=request.site,
            account=request.account,
            private_network=request.private_network,
            attachments=tuple(map(without_data, request.attachments)),
            floor=request.floor,
            readable=request.readable,
            known=request.known,
            files=tuple(map(_laid_open, request.files)),
        )

    def request(self) -> Request:
        """Close it again."""
        return Request(
            id=self.request_id,
            prompt=PromptText(self.text),
            adaptation=None if self.adaptation is None else PromptText(self.adaptation),
            site=self.site,
            account=self.account,
            private_network=self.private_network,
            attachments=self.attachments,
            floor=self.floor,
            readable=self.readable,
            known=self.known,
            files=tuple(map(_closed, self.files)),
        )


def _laid_open(file: File) -> LaidOpen:
    return LaidOpen(
        name=file.name.reveal(), text=file.text.reveal(), format=file.format, unread=file.unread
    )


def _closed(file: LaidOpen) -> File:
    return File(
        name=PromptText(file.name),
        text=PromptText(file.text),
        format=file.format,
        unread=file.unread,
    )


class SetPolicy(msgspec.Struct, frozen=True, kw_only=True, tag="policy"):
    """Daemon to worker: the policy in force from now on."""

    active: ActivePolicy


class Ready(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """Worker to daemon: the models are loaded."""

    model_id: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True, tag="verdict"):
    """Worker to daemon: the Decision."""

    decision: Decision
    timings: Timings


ToWorker = Judge | SetPolicy
FromWorker = Ready | Verdict

_decoder = msgspec.msgpack.Decoder(ToWorker)
_encoder = msgspec.msgpack.Encoder()


def frame(message: ToWorker | FromWorker) -> bytes:
    """Encode one message with its length in front."""
    payload = _encoder.encode(message)
    return LENGTH.pack(len(payload)) + payload


def run(stdin: BinaryIO, stdout: BinaryIO, tools: Tools) -> None:
    """Judge requests until the pipe closes."""
    _write(stdout, Ready(model_id=tools.model_id))
    active: ActivePolicy | None = None
    while (message := _read(stdin)) is not None:
        if isinstance(message, SetPolicy):
            active = message.active
        elif active is not None:
            _write(stdout, _judge(message.request(), active, tools))


def _judge(request: Request, active: ActivePolicy, tools: Tools) -> Verdict:
    """Judge one request; a defect in a library is a failed detector, never a lost worker."""
    try:
        decision, timings = pipeline.decide(request, active, tools, time.perf_counter)
    except Exception:  # noqa: BLE001 - the promise is: any failure is a secured Decision
        reason = Reason.DETECTOR_FAILED
        decision = pipeline.undecided(request, active, reason, tools.model_id)
        timings = Timings()
    return Verdict(decision=decision, timings=timings)


def _read(stream: BinaryIO) -> ToWorker | None:
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    message: ToWorker = _decoder.decode(stream.read(LENGTH.unpack(header)[0]))
    return message


def _write(stream: BinaryIO, message: FromWorker) -> None:
    stream.write(frame(message))
    stream.flush()


def main() -> None:
    """Run as the daemon's child."""
    hardening.harden()
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    run(sys.stdin.buffer, stdout, Remembering.around(load_tools()))


if __name__ == "__main__":
    main()
