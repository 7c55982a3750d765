"""What a trick is."""

from __future__ import annotations

from typing import NamedTuple


class Trick(NamedTuple):
    """One way to send.

    Attributes:
        code: JavaScript, a function of `t`.
        alone: Whether it needs a page of its own, because it breaks or leaves it.
        dry: Why the words do not arrive without the extension either; such a trick proves
            nothing and does not count.
    """

    code: str
    alone: bool = False
    dry: str = ""
