"""Words and phrases that make a prompt sensitive in company: illnesses, medicines, markers.

One walk over the words with a dictionary of first words: linear in the text, whatever the
lists hold (`companion.detectors.term_lists`, `companion.detectors.term_languages`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from companion.detectors.scan import lower
from companion.detectors.term_languages import LANGUAGES
from companion.detectors.term_lists import ENGLISH, TermList
from companion.values import Finding

LISTS: Final = (*ENGLISH, *LANGUAGES)
_WORD: Final = re.compile(r"\w+(?:'\w+)?")
_STEM: Final = 5
"""A single word with open endings is looked up by this many first letters, or by all of its
own where it is shorter."""


class _Phrase(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    open_ended: bool
    kind: str
    score: float
    capital: bool


_Index = dict[str, tuple[_Phrase, ...]]


def _phrases(terms: TermList) -> Iterator[_Phrase]:
    for raw in terms.phrases.split(","):
        words = tuple(raw.strip().rstrip("*").split())
        if words:
            open_ended = raw.rstrip().endswith("*")
            yield _Phrase(words, open_ended, terms.kind, terms.score, terms.capital)


def _indexes() -> tuple[_Index, _Index]:
    """Return the phrases by first word, and open words by stem, the longest phrase first."""
    exact: dict[str, list[_Phrase]] = {}
    stems: dict[str, list[_Phrase]] = {}
    for terms in LISTS:
        for phrase in _phrases(terms):
            first = phrase.words[0]
            open_word = phrase.open_ended and len(phrase.words) == 1
            index, key = (stems, first[:_STEM]) if open_word else (exact, first)
            index.setdefault(key, []).append(phrase)
    return _sorted(exact), _sorted(stems)


def _sorted(index: dict[str, list[_Phrase]]) -> _Index:
    def order(phrase: _Phrase) -> tuple[int, int]:
        return -len(phrase.words), -len(phrase.words[-1])

    return {key: tuple(sorted(phrases, key=order)) for key, phrases in index.items()}


def _version() -> str:
    text = "\n".join(f"{t.kind} {t.score} {t.capital} {t.phrases}" for t in LISTS)
    return "2/" + hashlib.sha256(text.encode()).hexdigest()[:12]


class TermDetector:
    """Finds listed words and phrases, ignoring case, hyphens and what stands between words."""

    name = "terms"
    version = _version()

    def __init__(self) -> None:
        self._exact, self._stems = _indexes()

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the listed phrases of `text`; where two begin together, the longer."""
        return tuple(self._walk(text, lower(text)))

    def _walk(self, text: str, low: str) -> Iterator[Finding]:
        exact, stems = self._exact, self._stems
        for match in _WORD.finditer(low):
            word = match.group()
            if word in exact or word[:_STEM] in stems:
                phrases = (*exact.get(word, ()), *stems.get(word[:_STEM], ()))
                yield from _longest(phrases, text, low, match)


def _longest(
    phrases: tuple[_Phrase, ...], text: str, low: str, first: re.Match[str]
) -> Iterator[Finding]:
    """Yield the first phrase that stands at a word."""
    for phrase in phrases:
        if phrase.capital and not text[first.start()].isupper():
            continue
        end = _end(phrase, low, first)
        if end:
            yield Finding(
                kind=phrase.kind,
                start=first.start(),
                end=end,
                score=phrase.score,
                detector=TermDetector.name,
            )
            return


def _end(phrase: _Phrase, low: str, first: re.Match[str]) -> int:
    """Return where a phrase that begins at a word ends, or 0 where it does not stand there."""
    match: re.Match[str] | None = first
    last = len(phrase.words) - 1
    for place, word in enumerate(phrase.words):
        if place and match:
            match = _WORD.search(low, match.end())
        if not match:
            return 0
        found = match.group()
        if found != word and not (phrase.open_ended and place == last and found.startswith(word)):
            return 0
    return match.end() if match else 0
