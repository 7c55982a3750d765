"""The policy's section on the person: what they may decide over the companion's head."""

from __future__ import annotations

import enum
from typing import Annotated, Final

import msgspec

from companion.detection_policy import Section

LONGEST_PAUSE: Final = 60
"""Minutes that no policy exceeds."""


class SendPublicly(enum.StrEnum):
    """Which secured prompts a person may send to the public model instead."""

    NEVER = "never"
    NOT_GRAVE = "not_grave"
    """Those that were judged, and in which nothing grave was found."""
    ALWAYS = "always"
    """Grave ones and those too long to be judged, too; never one that could not be read."""


class PersonRules(Section, frozen=True, kw_only=True):
    """What a person may do.

    Attributes:
        send_publicly: Which secured prompts they may send to the public model instead.
        not_sensitive: Whether they may say that something is not sensitive.
        pause_minutes: The longest pause of a site; 0 is none.
        switch: Whether they may switch the protection of a site off.
    """

    send_publicly: SendPublicly = SendPublicly.NOT_GRAVE
    not_sensitive: bool = True
    pause_minutes: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_PAUSE)] = 10
    switch: bool = True


NOTHING: Final = PersonRules(
    send_publicly=SendPublicly.NEVER, not_sensitive=False, pause_minutes=0, switch=False
)
"""Where the policy file cannot be used, a person decides nothing."""
