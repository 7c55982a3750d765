"""The last judgements of a worker, so that a text judged a moment ago is not judged again.

A person's message is judged when they press send and once more when the page's request
leaves, a few milliseconds later. What is kept is a judgement under a keyed digest of its text
(BLAKE2b, RFC 7693): kinds and offsets, and no text.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from typing import Final

from companion.judging import Judgement, Rules, Tools

MOST: Final = 32
"""Judgements kept; the least recently asked for is forgotten first."""


class Remembering:
    """Tools that remember what they judged last, for rules that have a name.

    Args:
        tools: Who judges.
        key: Keys the digests; up to 64 bytes.
        most: How many judgements are kept.
    """

    def __init__(self, tools: Tools, key: bytes, most: int = MOST) -> None:
        self._tools = tools
        self._key = key
        self._most = most
        self._known: OrderedDict[tuple[str, bytes], Judgement] = OrderedDict()

    @classmethod
    def around(cls, tools: Tools) -> Remembering:
        """Return tools that remember, with a key of this process alone."""
        return cls(tools, os.urandom(32))

    @property
    def model_id(self) -> str:
        """Names the models and detectors."""
        return self._tools.model_id

    def judge(self, text: str, rules: Rules) -> Judgement:
        """Judge one text, or return what was found under the same rules before.

        Raises:
            DetectorError: It could not be judged; that is not remembered.
        """
        if not rules.name:
            return self._tools.judge(text, rules)
        name = (rules.name, hashlib.blake2b(text.encode(), key=self._key).digest())
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._tools.judge(text, rules)
        self._known.move_to_end(name)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return known
