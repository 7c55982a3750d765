"""The conversation floor: once a conversation holds a secured turn, it stays secured."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

CAPACITY: Final = 50_000
"""Conversations remembered; the least recently used is forgotten first."""


class Floors:
    """Remembers which conversations hold a secured turn, in memory only."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()

    def raise_for(self, site: str, conversation: str) -> None:
        """Remember a conversation; one without a name cannot be told from others."""
        if not conversation:
            return
        self._known[site, conversation] = None
        self._known.move_to_end((site, conversation))
        while len(self._known) > self._capacity:
            self._known.popitem(last=False)

    def holds(self, site: str, conversation: str) -> bool:
        """Whether the conversation holds a secured turn."""
        return (site, conversation) in self._known
