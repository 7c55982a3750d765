"""What earlier turns of a conversation have told, so that later ones are judged with it.

*I am writing about my colleague Anna* is harmless, and so is *she has MS*; together they are
not. Where a site sends only the latest turn, the daemon remembers which kinds of information
the conversation holds and how surely, never a text or an offset, in memory alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from companion.values import Finding, Known

CAPACITY: Final = 10_000
"""Conversations remembered; the least recently used is forgotten first."""
MOST_KINDS: Final = 100
"""Kinds remembered of one conversation, the surest first."""
LONGEST_AGE: Final = 24 * 3600.0
"""Seconds without a turn after which a conversation is forgotten."""
LEAST_SCORE: Final = 0.4
"""A finding less sure than this tells nothing about another turn."""


class _Told(msgspec.Struct):
    at: float
    scores: dict[str, float]


class History:
    """Remembers the kinds that conversations hold.

    Args:
        name: Turns a conversation's identifier into the name it is remembered by; with a
            keyed digest, memory says no more than the audit does.
        capacity: How many conversations are remembered.
        longest_age: Seconds without a turn after which one is forgotten.
    """

    def __init__(
        self,
        *,
        name: Callable[[str], str] = str,
        capacity: int = CAPACITY,
        longest_age: float = LONGEST_AGE,
    ) -> None:
        self._name = name
        self._capacity = capacity
        self._longest_age = longest_age
        self._told: OrderedDict[tuple[str, str], _Told] = OrderedDict()

    def __len__(self) -> int:
        return len(self._told)

    def note(
        self, site: str, conversation: str, findings: Iterable[Finding], *, now: float
    ) -> None:
        """Remember what a turn holds; one without an identifier cannot be told from others.

        Args:
            site: The site's name.
            conversation: Its identifier of the conversation.
            findings: Of the turn; only kinds and scores are kept.
            now: Seconds on a clock that never goes back.
        """
        self._forget_old(now)
        scores = _best(findings)
        if not conversation or not scores:
            return
        key = (site, self._name(conversation))
        told = self._told.setdefault(key, _Told(at=now, scores={}))
        told.at = now
        told.scores = _surest(told.scores, scores)
        self._told.move_to_end(key)
        while len(self._told) > self._capacity:
            self._told.popitem(last=False)

    def known(self, site: str, conversation: str, *, now: float) -> tuple[Known, ...]:
        """Return what earlier turns have told, sorted by kind; asking keeps it in memory."""
        self._forget_old(now)
        key = (site, self._name(conversation))
        if not conversation or (told := self._told.get(key)) is None:
            return ()
        told.at = now
        self._told.move_to_end(key)
        return tuple(Known(kind=kind, score=told.scores[kind]) for kind in sorted(told.scores))

    def forget(self, site: str, conversation: str) -> None:
        """Forget a conversation that has ended."""
        self._told.pop((site, self._name(conversation)), None)

    def _forget_old(self, now: float) -> None:
        while self._told:
            key, oldest = next(iter(self._told.items()))
            if now - oldest.at <= self._longest_age:
                return
            del self._told[key]


def told(known: Iterable[Known], findings: Iterable[Finding]) -> tuple[Known, ...]:
    """Return what is known after a text with these findings, sorted by kind."""
    scores = _surest({each.kind: each.score for each in known}, _best(findings))
    return tuple(Known(kind=kind, score=scores[kind]) for kind in sorted(scores))


def _best(findings: Iterable[Finding]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for finding in findings:
        if finding.score >= LEAST_SCORE:
            scores[finding.kind] = max(finding.score, scores.get(finding.kind, 0.0))
    return scores


def _surest(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    joined = {kind: max(first.get(kind, 0.0), second.get(kind, 0.0)) for kind in (*first, *second)}
    surest = sorted(joined.items(), key=lambda item: (-item[1], item[0]))
    return dict(surest[:MOST_KINDS])
