"""The conversation floor: once a conversation holds a secured turn, it stays secured.

A person who lets a secured prompt through takes back what that very prompt raised; what other
prompts raised stays.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from companion import sitenames

CAPACITY: Final = 50_000
"""Conversations remembered; the least recently used is forgotten first."""
MOST_MARKS: Final = 64
"""Prompts told apart in one conversation; with more of them its floor stays for good."""


@dataclass(slots=True)
class _Raised:
    """By which prompts a floor was ever raised, and by which it still is."""

    ever: set[str] = field(default_factory=set)
    still: set[str] = field(default_factory=set)

    def add(self, mark: str) -> None:
        if not self.holds_for_good:
            self.ever.add(mark)
            self.still.add(mark)

    @property
    def holds_for_good(self) -> bool:
        return len(self.ever) > MOST_MARKS

    @property
    def holds(self) -> bool:
        return bool(self.still) or self.holds_for_good


class Floors:
    """Remembers which conversations hold a secured turn.

    Args:
        name: Turns a conversation's identifier into the name it is remembered by; with a
            keyed digest, what is remembered here says no more than the audit does.
        capacity: How many are remembered.
    """

    def __init__(self, *, name: Callable[[str], str] = str, capacity: int = CAPACITY) -> None:
        self._name = name
        self._capacity = capacity
        self._known: OrderedDict[tuple[str, str], _Raised] = OrderedDict()

    def raise_for(self, site: str, conversation: str, mark: str) -> None:
        """Remember a conversation; one without an identifier cannot be told from others.

        Args:
            site: The site's name.
            conversation: Its identifier of the conversation.
            mark: What tells the prompt from others: the audit's digest of it.
        """
        if conversation:
            self.raise_known(site, self._name(conversation), mark)

    def raise_known(self, site: str, name: str, mark: str) -> None:
        """Remember a conversation by the name that it is remembered by."""
        self._known.setdefault((site, name), _Raised()).add(mark)
        self._known.move_to_end((site, name))
        while len(self._known) > self._capacity:
            self._known.popitem(last=False)

    def take_back(self, site: str, conversation: str, mark: str) -> None:
        """Forget that a prompt raised a conversation's floor; other prompts' part stays."""
        self.take_back_known(site, self._name(conversation), mark)

    def take_back_known(self, site: str, name: str, mark: str) -> None:
        """Do so by the name that the conversation is remembered by."""
        for raised in self._raised(site, name):
            raised.still.discard(mark)

    def holds(self, site: str, conversation: str) -> bool:
        """Whether the conversation holds a secured turn."""
        return any(raised.holds for raised in self._raised(site, self._name(conversation)))

    def _raised(self, site: str, name: str) -> list[_Raised]:
        """Return what is known of a conversation, by whatever name its site had."""
        found = (self._known.get((each, name)) for each in sitenames.ever(site))
        return [raised for raised in found if raised is not None]
