"""From the encoder's opinion of each word to findings: what a value is, and where it ends.

The encoder judges words, and every sign is one. But a value that is written without spaces,
a number in groups or an address on a network, is of one kind from end to end, so its words
share one opinion; and an opinion that the form rules out, such as a card number without
digits, is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from companion.detectors.kinds import ENCODER, PRIVATE_DETAIL
from companion.values import Finding

SCORE: Final = 0.5
"""Less sure findings are not reported."""
_JOINERS: Final = frozenset("-./:@_+#&%=,'~()\u2010\u2011\u2012\u2013")
"""Signs that may stand inside one value."""
_OPENERS: Final = frozenset("+(@#$€£¥")
_CLOSERS: Final = frozenset(".)%$€£¥")
_WHOLE: Final = frozenset(("PASSWORD", "SECRET"))
"""Kinds whose values may begin and end with any sign."""
_WORD: Final = 4
"""Letters that make a word of their own behind a number: *555-0100-Office*."""

_ANYTHING: Final = re.compile(r".*[^\W_]", re.DOTALL)
_CODE: Final = re.compile(r"(?=.*\d)(?:[\W_]*[^\W_]){4}", re.DOTALL)
_FORMS: Final = MappingProxyType(
    {
        kind: re.compile(pattern, re.DOTALL)
        for pattern, kinds in (
            (r"(?:\D*\d){5}", "PHONE_NUMBER"),
            (r"(?:\D*\d){4}", "US_SSN"),
            (r"(?:\D*\d){8}", "CREDIT_CARD"),
            (r"(?=(?:\D*\d){6})(?:[\W_]*[^\W_]){12}", "IBAN_CODE"),
            (r"[\da-fA-F:.]*[:.][\da-fA-F]", "IP_ADDRESS"),
            (r".*@.*[^\W_]|.*\bat\b", "EMAIL_ADDRESS"),
            (r".*[^\W_][./]+[^\W_]|.*://", "URL"),
            (r"(?=.*[^\W\d_])[\W_]*[^\W_].*[^\W_]", "HOSTNAME USERNAME"),
            (r".*[^\W\d_].*[^\W_]|.*[\u2e80-\uffff]", "PERSON LOCATION ORGANIZATION NRP TITLE"),
            (r".*[^\W\d_]{2}", "MEDICAL_CONDITION MEDICATION"),
            (r".*[^\W_]", "MONEY AGE DATE_TIME POSTAL_ADDRESS"),
            (r".*\d.*\d", "DATE_OF_BIRTH"),
            (r"\S{3}|.*\S\s\S", "PASSWORD SECRET"),
        )
        for kind in kinds.split()
    }
)
"""What a value must begin with to be of a kind at all; others need letters and a digit."""
_NUMBERS: Final = frozenset(
    (
        "ACCOUNT_NUMBER", "CASE_NUMBER", "MEDICAL_RECORD_NUMBER", "NATIONAL_ID",
        "PASSPORT_NUMBER", "US_DRIVER_LICENSE", "VEHICLE_PLATE",
    )
)  # fmt: skip

Floats = npt.NDArray[np.float32]
Span = tuple[int, int]


class Words(msgspec.Struct, frozen=True):
    """Probabilities for each word that was read; a word nobody read is of no kind.

    Attributes:
        kinds: Of no kind, and of each kind: (words, kinds + 1).
        marks: Of beginning a thing, and of being private: (words, 2).
        read: Whether it was read: (words,).
    """

    kinds: Floats
    marks: Floats
    read: npt.NDArray[np.bool_]


def findings(
    text: str, words: Words, spans: Sequence[Span], kinds: Sequence[str]
) -> Iterator[Finding]:
    """Yield stretches of words of one kind, with the mean of their probabilities.

    Args:
        text: What was read.
        words: The opinions.
        spans: Where each word stands.
        kinds: The names of the kinds, in the order of the opinions.
    """
    words = _shared(text, words, spans)
    labels = _labels(words)
    place = 0
    while place < len(labels):
        if labels[place] == 0:
            place += 1
            continue
        end = _run_end(labels, words.marks, place)
        found = _finding(text, words, spans, kinds, int(labels[place]), place, end)
        if found:
            yield found
        place = end


def _labels(words: Words) -> npt.NDArray[np.int64]:
    """Return each word's kind from 1 on, -1 for a private detail of none, 0 for nothing."""
    if not len(words.kinds):
        return np.zeros(0, np.int64)
    best = words.kinds[:, 1:].argmax(axis=1) + 1
    details = np.where(words.marks[:, 1] >= SCORE, -1, 0)
    return np.where(words.kinds[:, 0] < SCORE, best, details)


def _shared(text: str, words: Words, spans: Sequence[Span]) -> Words:
    """Give the words of each value the mean of their opinions, by letters and digits."""
    kinds, marks = words.kinds, words.marks
    for first, last in list(_values(text, words, spans)):
        if kinds is words.kinds:
            kinds, marks = kinds.copy(), marks.copy()
        sizes = np.array(
            [end - start if text[start].isalnum() else 0 for start, end in spans[first:last]],
            np.float32,
        )
        kinds[first:last] = sizes @ words.kinds[first:last] / sizes.sum()
        marks[first + 1 : last, 0] = 0.0
    return Words(kinds, marks, words.read)


def _values(text: str, words: Words, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield first and one past the last word of every value with a digit in it."""
    if len(spans) < 2:  # one word shares with nobody
        return
    places = np.asarray(spans)
    apart = np.flatnonzero(places[1:, 0] != places[:-1, 1]) + 1
    firsts = np.concatenate([[0], apart])
    named = np.logical_or.reduceat(words.kinds[:, 0] < SCORE, firsts)
    ends = np.append(apart, len(spans))
    for first, last in zip(firsts[named].tolist(), ends[named].tolist(), strict=True):
        if last - first > 1:
            yield from _pieces(text, spans, first, last)


def _pieces(text: str, spans: Sequence[Span], first: int, last: int) -> Iterator[Span]:
    """Cut words without gaps at signs that stand in no value, and before a word on its own."""
    begin = first
    for place in range(first, last + 1):
        if place < last and not _parts(text, spans, begin, place):
            continue
        start, end = _stripped(text, spans, begin, place)
        if end - start > 1 and any(c.isdigit() for c in text[spans[start][0] : spans[end - 1][1]]):
            yield start, end
        begin = place


def _parts(text: str, spans: Sequence[Span], begin: int, place: int) -> bool:
    start, end = spans[place]
    word = text[start:end]
    if not word[0].isalnum():
        return word not in _JOINERS
    before = text[start - 1] if place > begin else ""
    if before and not before.isalnum() and before not in _JOINERS:
        return True
    left = text[spans[place - 2][0] : spans[place - 2][1]] if place - begin > 1 else ""
    return len(word) >= _WORD and word.isalpha() and left.isdigit()


def _stripped(text: str, spans: Sequence[Span], start: int, end: int) -> Span:
    while start < end and not text[spans[start][0]].isalnum():
        start += 1
    while end > start and not text[spans[end - 1][0]].isalnum():
        end -= 1
    return start, end


def _run_end(labels: npt.NDArray[Any], marks: Floats, place: int) -> int:
    """Return where a run of one kind ends; a word that begins a new thing starts anew."""
    end = place + 1
    while end < len(labels) and labels[end] == labels[place]:
        if labels[place] > 0 and marks[end, 0] >= SCORE:
            break
        end += 1
    return end


def _finding(  # noqa: PLR0917  # one run of words, told apart by its places
    text: str,
    words: Words,
    spans: Sequence[Span],
    kinds: Sequence[str],
    label: int,
    place: int,
    end: int,
) -> Finding | None:
    kind = kinds[label - 1] if label > 0 else PRIVATE_DETAIL
    place, end = _trimmed(text, spans, kind, place, end)
    if place == end:
        return None
    if label > 0:
        score = 1.0 - words.kinds[place:end, 0].mean()
    else:
        score = words.marks[place:end, 1].mean()
    start, stop = spans[place][0], spans[end - 1][1]
    if not _admitted(kind, text[start:stop]):
        return None
    score = round(min(1.0, float(score)), 4)
    return Finding(kind=kind, start=start, end=stop, score=score, detector=ENCODER)


def _trimmed(text: str, spans: Sequence[Span], kind: str, place: int, end: int) -> Span:
    """Leave out signs at the ends that belong to the sentence."""
    if kind in _WHOLE:
        return place, end
    while place < end and _is_sign(text[spans[place][0]], _OPENERS):
        place += 1
    while end > place and _is_sign(text[spans[end - 1][0]], _CLOSERS):
        end -= 1
    return place, end


def _is_sign(char: str, kept: frozenset[str]) -> bool:
    return not char.isalnum() and char not in kept


def _admitted(kind: str, value: str) -> bool:
    """Say whether a value's form allows a kind."""
    form = _CODE if kind in _NUMBERS else _FORMS.get(kind, _ANYTHING)
    return form.match(value) is not None
