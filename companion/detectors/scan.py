"""One reading of a text for every pattern: its known words and its tokens with digits.

Rules are not run over the text one by one. The text is walked twice, once for words and once
for tokens that hold a digit, and a rule is only tried where a word or a token calls it. Both
walks are linear, and a rule looks no further than a fixed distance around its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

import msgspec

from companion.values import Finding

NAME: Final = "patterns"
"""The detector's name that findings carry."""
NEAR_BEFORE: Final = 64
NEAR_AFTER: Final = 24
"""How many characters before and after a value its context is looked for."""
_NEAREST: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGITS: Final = re.compile(r"[0-9][A-Za-z0-9]*+")
_MAX_LETTERS: Final = 64
_NEXT_TO: Final = frozenset(" -.")
_Value = TypeVar("_Value")

Span = tuple[int, int]


def lower(text: str) -> str:
    """Return `text` in lower case with every character where it was."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def by_word(items: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    """Index values by each of the words, separated by spaces, that stand with them."""
    index: dict[str, list[_Value]] = {}
    for words, value in items:
        for word in words.split():
            index.setdefault(word, []).append(value)
    return {word: tuple(values) for word, values in index.items()}


def finding(kind: str, start: int, end: int, score: float) -> Finding:
    """Return a finding of the pattern detector."""
    return Finding(kind=kind, start=start, end=end, score=score, detector=NAME)


def _tokens(text: str) -> list[Span]:
    tokens: list[Span] = []
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        least = max(0, start - _MAX_LETTERS)
        while start > least and text[start - 1].isalpha() and text[start - 1].isascii():
            start -= 1
        before = _capitals_before(text, start)
        if before is not None and (not tokens or tokens[-1][1] <= before):
            tokens.append((before, start - 1))
        tokens.append((start, end))
        after = _capitals_after(text, end)
        if after is not None:
            tokens.append((end + 1, after))
    return tokens


def _capital(char: str) -> bool:
    return "A" <= char <= "Z"


def _capitals_before(text: str, start: int) -> int | None:
    """Return where one or two capitals begin that end a sign before `start`."""
    if start < 2 or text[start - 1] not in _NEXT_TO or not _capital(text[start - 2]):
        return None
    first = start - 3 if start > 2 and _capital(text[start - 3]) else start - 2
    return None if first and text[first - 1].isalnum() else first


def _capitals_after(text: str, end: int) -> int | None:
    """Return where one or two capitals end that begin a sign after `end`."""
    if text[end : end + 1] not in _NEXT_TO or not _capital(text[end + 1 : end + 2]):
        return None
    last = end + 3 if _capital(text[end + 2 : end + 3]) else end + 2
    return None if text[last : last + 1].isalnum() else last


class Reading:
    """A text with its known words and its tokens that hold a digit.

    Attributes:
        text: The text.
        low: The text in lower case, with the same offsets.
        hits: Where words of the vocabulary stand, in order: start, end, word.
        tokens: Where runs of ASCII letters and digits stand that hold a digit, and one or two
            capitals beside them.
        links: Where web and mail addresses stand, in order; whoever finds them puts them in.
    """

    __slots__ = ("_starts", "hits", "links", "low", "text", "tokens")

    def __init__(self, text: str, vocabulary: frozenset[str]) -> None:
        self.text = text
        self.low = lower(text)
        self.hits = [
            (match.start(), match.end(), word)
            for match in _WORD.finditer(self.low)
            if (word := match.group()) in vocabulary
        ]
        self.tokens = _tokens(text)
        self.links: list[Span] = []
        self._starts = [hit[0] for hit in self.hits]

    def near(self, start: int, end: int) -> list[str]:
        """Return the known words around a value, the nearest before it first."""
        place = bisect_left(self._starts, start)
        words = []
        for index in range(place - 1, max(-1, place - 1 - _NEAREST), -1):
            if start - self.hits[index][1] > NEAR_BEFORE:
                break
            words.append(self.hits[index][2])
        for index in range(bisect_left(self._starts, end), len(self.hits)):
            if self.hits[index][0] - end > NEAR_AFTER or len(words) >= 2 * _NEAREST:
                break
            words.append(self.hits[index][2])
        return words

    def in_link(self, start: int) -> bool:
        """Say whether a place lies within a web or mail address."""
        return within(self.links, start)


def within(spans: list[Span], place: int) -> bool:
    """Say whether a place lies in one of `spans`, which are in order and do not overlap."""
    index = bisect_right(spans, (place, 1 << 62)) - 1
    return index >= 0 and place < spans[index][1]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """An expression that is tried where one of its words stands.

    Attributes:
        kind: The kind of its findings.
        words: The words that call it, lower case, separated by spaces.
        pattern: Matched from the word's start on; its group `value` is the finding. Without
            one the whole match is.
        score: How sure a match is.
        check: Says whether a matched value really is one.
        back: How many characters before the word the match may begin; then the pattern is
            searched from there and must reach over the word.
    """

    kind: str
    words: str
    pattern: re.Pattern[str]
    score: float
    check: Callable[[str], bool] | None = None
    back: int = 0

    def find(self, text: str, start: int, end: int) -> Iterator[Finding]:
        """Yield what stands at the word from `start` to `end`."""
        match = self._match(text, start)
        if match is None or match.end() < end:
            return
        group = "value" if "value" in self.pattern.groupindex else 0
        if self.check is None or self.check(match.group(group)):
            yield finding(self.kind, *match.span(group), self.score)

    def _match(self, text: str, start: int) -> re.Match[str] | None:
        if not self.back:
            return self.pattern.match(text, start)
        return self.pattern.search(text, max(0, start - self.back), start + 96)


def apply(reading: Reading, rules: Mapping[str, tuple[Rule, ...]]) -> Iterator[Finding]:
    """Yield the findings of the rules that the words of a text call."""
    for start, end, word in reading.hits:
        for rule in rules.get(word, ()):
            yield from rule.find(reading.text, start, end)
