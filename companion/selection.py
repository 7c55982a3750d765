"""The variant selection agent: which variant of the model may read a prompt.

Patent FIG. 2.3, steps 242 and 244. Everything that is not known to be harmless is secured.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Final

from companion.attachments import Unread
from companion.policy import ActivePolicy, Origin, Unreadable
from companion.values import Reason, Request, Sensitivity, Variant

_FAILURES: Final = {
    Unread.TIMEOUT: Reason.DETECTOR_TIMEOUT,
    Unread.LOST: Reason.DETECTOR_LOST,
    Unread.FAILED: Reason.DETECTOR_FAILED,
}
"""What says nothing about a file but that we could not read it."""


def obstacles(request: Request, active: ActivePolicy) -> tuple[Reason, ...]:
    """Return what rules out the public variant before anything is classified.

    Args:
        request: What was asked.
        active: The policy in force.
    """
    characters = len(request.prompt) + len(request.adaptation or "")
    characters += sum(len(file.text) for file in request.files)
    most = active.policy.eligibility.length.max_characters
    unread = {note.unread for note in request.notes} - {None}
    checks = (
        (active.origin is Origin.STRICTEST, Reason.POLICY_INVALID),
        (not request.readable, Reason.UNREADABLE),
        (_holds(unread, active), Reason.ATTACHMENT_UNJUDGED),
        (characters > most or Unread.TOO_LONG in unread, Reason.TOO_LONG),
        *((each in unread, reason) for each, reason in _FAILURES.items()),
        (request.floor, Reason.CONVERSATION_FLOOR),
    )
    return tuple(reason for holds, reason in checks if holds)


def _holds(unread: AbstractSet[Unread | None], active: ActivePolicy) -> bool:
    """Whether files that could not be read rule out the public variant.

    Policy may let such a file pass. It cannot let one pass that only we failed to read, and
    one with too much text is not judged, whatever becomes of the rest.
    """
    if active.policy.files.unreadable is Unreadable.PASS:
        return not unread.isdisjoint(_FAILURES)
    return bool(unread - {Unread.TOO_LONG})


def select(
    sensitivity: Sensitivity | None,
    determine: Callable[[], Sensitivity],
    standing: tuple[Reason, ...],
) -> tuple[Sensitivity, Variant, tuple[Reason, ...]]:
    """Choose the variant of an eligible request (step 244).

    Args:
        sensitivity: The level, where the initial agent has determined it (claim 12).
        determine: Determines it here otherwise (step 242, claim 5).
        standing: The obstacles that hold whatever the level says.

    Returns:
        The level that the choice rests on, the variant and the reasons. A level that
        equals the threshold is secured.
    """
    level = determine() if sensitivity is None else sensitivity
    reached = (Reason.THRESHOLD_REACHED,) if level.reached else ()
    reasons = standing + reached
    if reasons:
        return level, Variant.SECURED, reasons
    return level, Variant.PUBLIC, (Reason.BELOW_THRESHOLD,)
