"""What one connection's person may act on, and what they let through: in memory, for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from companion.person import Subject
from companion.values import Offer, SendStage

GRANT_SECONDS: Final = 120
"""How long a grant waits to be used."""
MOST_REMEMBERED: Final = 256
"""Secured prompts, and grants, that one connection is remembered for."""


class Moment(NamedTuple):
    """A time on two clocks; what lasts ends when the first of them says so.

    Attributes:
        wall: Seconds since the Unix epoch; can be set back, and goes on while asleep.
        steady: Seconds on a clock that never goes back, but may stop while asleep.
    """

    wall: float
    steady: float


class Lasting(NamedTuple):
    """Something that began at a moment and lasts so many seconds."""

    start: Moment
    seconds: float

    def holds(self, now: Moment) -> bool:
        """Whether it has not ended yet; a clock that was set back does not prolong it."""
        return (
            now.wall < self.start.wall + self.seconds
            and now.steady < self.start.steady + self.seconds
        )

    @property
    def until(self) -> int:
        """Its end on the wall clock, in milliseconds since the Unix epoch."""
        return int((self.start.wall + self.seconds) * 1000)


@dataclass(slots=True)
class _Grant:
    offer: Offer
    lasting: Lasting
    used: set[SendStage] = field(default_factory=set)


class Leaves:
    """What one connection's person may act on, and what they were granted.

    It ends with the connection: another one has never seen those prompts.
    """

    def __init__(self) -> None:
        self._subjects: OrderedDict[str, Subject] = OrderedDict()
        self._grants: OrderedDict[tuple[str, str], _Grant] = OrderedDict()

    def remember(self, prompt_id: str, about: Subject) -> None:
        """Remember a secured prompt; the oldest of too many is forgotten."""
        self._subjects[prompt_id] = about
        self._subjects.move_to_end(prompt_id)
        _trim(self._subjects)

    def forget(self, prompt_id: str) -> None:
        """Forget a prompt whose id was decided anew and not secured."""
        self._subjects.pop(prompt_id, None)

    def subject(self, prompt_id: str) -> Subject | None:
        """Return a secured prompt of this connection."""
        return self._subjects.get(prompt_id)

    def grant(self, about: Subject, offer: Offer, now: Moment) -> int:
        """Let a text through once on its site, and return until when (epoch ms)."""
        key = (about.site, about.text)
        self._grants[key] = _Grant(offer, Lasting(now, GRANT_SECONDS))
        self._grants.move_to_end(key)
        _trim(self._grants)
        return self._grants[key].lasting.until

    def granted(self, site: str, text: str, stage: SendStage, now: Moment) -> Offer | None:
        """Return on which offer a text may go through; asking uses nothing up."""
        grant = self._grants.get((site, text))
        if grant is None or stage in grant.used or not grant.lasting.holds(now):
            return None
        return grant.offer

    def use(self, site: str, text: str, stage: SendStage) -> None:
        """Use up a grant for a stage: a prompt is asked about at each stage once."""
        if grant := self._grants.get((site, text)):
            grant.used.add(stage)

    def take_back(self, offer: Offer) -> None:
        """Take back every grant of one kind."""
        for key in [key for key, grant in self._grants.items() if grant.offer is offer]:
            del self._grants[key]

    def end(self) -> None:
        """Take back every grant."""
        self._grants.clear()


def _trim(remembered: OrderedDict[Any, Any]) -> None:
    while len(remembered) > MOST_REMEMBERED:
        remembered.popitem(last=False)
