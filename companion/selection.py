"""The variant selection agent: which variant of the model may read a prompt.

Patent FIG. 2.3, steps 242 and 244. Everything that is not known to be harmless is secured.
"""

from __future__ import annotations

from collections.abc import Callable

from companion.policy import ActivePolicy, Origin
from companion.values import Reason, Request, Sensitivity, Variant


def obstacles(request: Request, active: ActivePolicy) -> tuple[Reason, ...]:
    """Return what rules out the public variant before anything is classified.

    Args:
        request: What was asked.
        active: The policy in force.
    """
    characters = len(request.prompt) + len(request.adaptation or "")
    checks = (
        (active.origin is Origin.STRICTEST, Reason.POLICY_INVALID),
        (not request.readable, Reason.UNREADABLE),
        (bool(request.attachments), Reason.ATTACHMENT_UNJUDGED),
        (characters > active.policy.eligibility.length.max_characters, Reason.TOO_LONG),
        (request.floor, Reason.CONVERSATION_FLOOR),
    )
    return tuple(reason for holds, reason in checks if holds)


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
