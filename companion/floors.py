"""The conversation floor: once a conversation holds a secured turn, it stays secured."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

CAPACITY: Final = 50_000
"""Conversations remembered; the least recently used is forgotten first."""


class Floors:
    """Remembers which conversations hold a secured turn.

    Args:
        known: Site and name of the conversations that hold one already, oldest first.
        name: Turns a conversation's identifier into the name it is remembered by; with a
            keyed digest, what is remembered here says no more than the audit does.
        capacity: How many are remembered.
    """

    def __init__(
        self,
        known: Iterable[tuple[str, str]] = (),
        *,
        name: Callable[[str], str] = str,
        capacity: int = CAPACITY,
    ) -> None:
        self._name = name
        self._capacity = capacity
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict.fromkeys(known)

    def raise_for(self, site: str, conversation: str) -> None:
        """Remember a conversation; one without an identifier cannot be told from others."""
        if not conversation:
            return
        key = (site, self._name(conversation))
        self._known[key] = None
        self._known.move_to_end(key)
        while len(self._known) > self._capacity:
            self._known.popitem(last=False)

    def holds(self, site: str, conversation: str) -> bool:
        """Whether the conversation holds a secured turn."""
        return (site, self._name(conversation)) in self._known
