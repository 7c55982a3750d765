"""What a front reads and writes: frames to messages, messages to values, and back.

Whatever is not understood is an error here, and a held prompt in the front.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Final

import msgspec

from companion import messages
from companion.detection_policy import Detection
from companion.routing import Answering, Completed, Event, HeldBack, Passed, Released
from companion.sensitivity import grave_kinds
from companion.values import Decision, Offer, PromptText, Request, Role, Turn

MOST_FINDINGS: Final = 500
"""Findings that one message carries; the level rests on all of them."""

_decoder: Final[msgspec.json.Decoder[messages.FromExtension]] = msgspec.json.Decoder(
    messages.FromExtension
)
_encoder: Final = msgspec.json.Encoder()
_ACTIONS: Final[dict[type[Event], str]] = {
    Released: "release",
    Passed: "pass",
    Answering: "answer",
    HeldBack: "hold",
}
_ESCAPE: Final = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


class _Named(msgspec.Struct):
    id: messages.Id = ""


_named: Final = msgspec.json.Decoder(_Named)


def encode(message: messages.ToExtension) -> bytes:
    """Return a message as it is sent."""
    return _encoder.encode(message)


def decode(payload: bytes) -> messages.FromExtension:
    """Decode a message; half of a surrogate pair in it counts as U+FFFD.

    A page's text may be cut inside a pair, and JSON can write that although no Unicode text
    can hold it (RFC 8259, section 8.2).

    Raises:
        msgspec.DecodeError: It is none. The error may quote a field's value.
        UnicodeDecodeError: It is none.
    """
    try:
        return _decoder.decode(payload)
    except msgspec.DecodeError:
        whole = _ESCAPE.sub(_well_formed, payload)
        if whole == payload:
            raise
        return _decoder.decode(whole)


def _well_formed(escape: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if escape["half"] else escape[0]


def id_of(payload: bytes) -> str:
    """Return the id in a message that is not understood, so that its prompt can be held."""
    try:
        return _named.decode(payload).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


def request_of_site(message: messages.Prompt) -> Request:
    """Return the request of a page's prompt."""
    return Request(
        id=message.id,
        prompt=PromptText(message.text),
        site=message.site,
        conversation=message.conversation,
        account=message.account,
        attachments=message.attachments,
        readable=message.readable,
        latest=message.latest,
        stage=message.stage,
        context=_turns(message.context),
    )


def request_of_chat(message: messages.Follow) -> Request | None:
    """Return the request of a question in a private chat; None where nobody asks one."""
    last = message.turns[-1]
    if last.role is not Role.USER or not last.text.strip():
        return None
    return Request(
        id=message.id,
        prompt=PromptText(last.text),
        site=message.site,
        conversation=message.conversation,
        context=_turns(message.turns[:-1]),
        private=True,
    )


def request_of_terminal(message: messages.Ask) -> Request:
    """Return the request of a prompt from the command line."""
    return Request(id=message.id, prompt=PromptText(message.text), account=message.account)


def _turns(turns: Iterable[messages.Turn]) -> tuple[Turn, ...]:
    return tuple(Turn(role=turn.role, text=PromptText(turn.text)) for turn in turns)


def decided(
    decision: Decision,
    event: Event,
    *,
    detection: Detection,
    started: float,
    offers: tuple[Offer, ...],
) -> messages.Decided:
    """Return what the front is told of a Decision.

    Args:
        decision: What was decided.
        event: What happens first.
        detection: What policy calls kinds.
        started: When the prompt came, by `time.perf_counter`.
        offers: What the person may do about it.
    """
    elapsed = (time.perf_counter() - started) * 1000
    level = decision.sensitivity
    findings = decision.findings[:MOST_FINDINGS]
    named = sorted({*level.kinds, *(finding.kind for finding in findings)})
    return messages.Decided(
        id=decision.request_id,
        action=_ACTIONS[type(event)],
        variant=decision.variant,
        eligible=decision.tag.eligible,
        tag=decision.tag.criteria,
        level=level.level,
        threshold=level.threshold,
        reasons=decision.reasons,
        kinds=level.kinds,
        findings=findings,
        grade=level.grade,
        categories=level.categories,
        grave=grave_kinds(decision.findings, level),
        words={kind: own for kind in named if (own := detection.words(kind))},
        ms=round(elapsed, 3),
        offers=offers,
        files=decision.files,
    )


def done(prompt_id: str, event: Completed) -> messages.Done:
    """Return what the front is told of an answer that is complete."""
    end = event.end
    return messages.Done(
        id=prompt_id,
        model=end.model,
        environment=end.label or end.environment,
        path=end.path,
        first_token_ms=round(end.spans.get("first_token", 0.0), 3),
        total_ms=round(end.spans.get("total", 0.0), 3),
    )
