"""The sliding window against replayed packets (RFC 6479), as wide as stock peers' ones."""

from __future__ import annotations

from typing import Final

_BLOCK_BITS: Final = 64
_BLOCKS: Final = 128
WINDOW: Final = _BLOCKS * _BLOCK_BITS - _BLOCK_BITS
"""8,128 counters: one block is always being refilled."""


class ReplayWindow:
    """Which counters were seen. Mark one only after its packet was authenticated.

    Marking before would let one forged packet with a high counter move the window past
    every real packet.
    """

    __slots__ = ("_blocks", "_highest")

    def __init__(self) -> None:
        self._blocks = [0] * _BLOCKS
        self._highest = -1

    def fresh(self, counter: int) -> bool:
        """Tell whether a counter is new, without marking it."""
        if counter > self._highest:
            return True
        if self._highest - counter >= WINDOW:
            return False
        return not self._blocks[(counter // _BLOCK_BITS) % _BLOCKS] >> (counter % _BLOCK_BITS) & 1

    def mark(self, counter: int) -> None:
        """Remember the counter of an authenticated packet."""
        if counter > self._highest:
            self._advance(counter)
        self._blocks[(counter // _BLOCK_BITS) % _BLOCKS] |= 1 << (counter % _BLOCK_BITS)

    def _advance(self, counter: int) -> None:
        old, new = self._highest // _BLOCK_BITS, counter // _BLOCK_BITS
        for block in range(old + 1, min(new, old + _BLOCKS) + 1):
            self._blocks[block % _BLOCKS] = 0
        self._highest = counter
