"""Turns labelled rows into windows with a target for every piece, and those into batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from companion import encoder
from companion.detectors.kinds import PRIVATE_DETAIL, Category
from companion.wordpiece import CLS, SEP, Tokens, WordPiece
from models.rows import Row, Span

KINDS: Final = (
    "PERSON", "LOCATION", "ORGANIZATION", "NRP", "TITLE", "AGE", "DATE_TIME", "DATE_OF_BIRTH",
    "POSTAL_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS", "USERNAME", "URL", "IP_ADDRESS",
    "HOSTNAME", "CREDIT_CARD", "IBAN_CODE", "ACCOUNT_NUMBER", "MONEY", "US_SSN",
    "US_DRIVER_LICENSE", "PASSPORT_NUMBER", "NATIONAL_ID", "MEDICAL_RECORD_NUMBER",
    "CASE_NUMBER", "VEHICLE_PLATE", "MEDICAL_CONDITION", "MEDICATION", "SECRET", "PASSWORD",
)  # fmt: skip
"""The kinds that the encoder tells apart; the order is that of its outputs."""
CATEGORIES: Final = tuple(category.value for category in Category)
_ALIASES: Final = {
    "US_PASSPORT": "PASSPORT_NUMBER", "US_ITIN": "US_SSN", "UK_NHS": "NATIONAL_ID",
    "UK_NINO": "NATIONAL_ID", "DE_TAX_ID": "NATIONAL_ID", "DE_SOCIAL_SECURITY": "NATIONAL_ID",
    "FR_NIR": "NATIONAL_ID", "ES_NIF": "NATIONAL_ID", "ES_NIE": "NATIONAL_ID",
    "IT_FISCAL_CODE": "NATIONAL_ID", "NL_BSN": "NATIONAL_ID", "PT_NIF": "NATIONAL_ID",
    "BR_CPF": "NATIONAL_ID", "US_BANK_NUMBER": "ACCOUNT_NUMBER",
}  # fmt: skip
_NUMBER: Final = {kind: place for place, kind in enumerate(KINDS, start=1)}
IGNORED: Final = -100
BUDGET: Final = 2_048
"""Pieces of one batch, padding included."""
_POOL: Final = 2_048

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Example(msgspec.Struct, frozen=True):
    """One window with its targets.

    Attributes:
        ids: Pieces, with the marks at both ends.
        shapes: Their shapes.
        kinds: For each piece its kind's number, 0 for none, or `IGNORED`.
        marks: For each piece, whether it begins a thing and whether it is private: 1, 0, or
            -1 where nobody knows: (pieces, 2).
        open: Kinds that a piece labelled as none may be all the same: (kinds + 1,).
        whole: Of being sensitive and of each category: 1, 0, or -1.
        weight: How much the window's own targets count.
    """

    ids: list[int]
    shapes: list[int]
    kinds: Ints
    marks: Floats
    open: npt.NDArray[np.bool_]
    whole: Floats
    weight: float


def examples(words: WordPiece, row: Row, weight: float = 1.0) -> Iterator[Example]:
    """Yield the windows of a row."""
    tokens = words.tokens(row.text)
    kinds, marks = _piece_targets(tokens, row)
    private = _private_pieces(tokens, row.spans)
    cuts = encoder.windows(tokens.words)
    free = _open(row.kinds)
    for start, end in cuts:
        told = row.label == 1 and len(cuts) > 1 and not private[start:end].any()
        pad = np.array([IGNORED])
        unknown = np.full((1, 2), -1.0, np.float32)
        yield Example(
            ids=[CLS, *tokens.ids[start:end], SEP],
            shapes=[0, *tokens.shapes[start:end], 0],
            kinds=np.concatenate([pad, kinds[start:end], pad]),
            marks=np.concatenate([unknown, marks[start:end], unknown]),
            open=free,
            whole=_whole(row, unknown=told),
            weight=weight,
        )


def _whole(row: Row, *, unknown: bool) -> Floats:
    """A sensitive text's window without anything private in it may be either."""
    targets = np.full(1 + len(CATEGORIES), -1.0, np.float32)
    if row.label < 0 or unknown:
        return targets
    targets[0] = row.label
    if row.categories is not None:
        targets[1:] = [float(category in row.categories) for category in CATEGORIES]
    return targets


def _open(known: frozenset[str]) -> npt.NDArray[np.bool_]:
    return np.array([True, *(kind not in known for kind in KINDS)])


def _piece_targets(tokens: Tokens, row: Row) -> tuple[Ints, Floats]:
    """Paint the spans over the pieces, outer ones first, so that the narrower kind stays."""
    empty = 0 if row.kinds else IGNORED
    kinds = np.full(len(tokens.ids), empty, np.int64)
    marks = np.full((len(tokens.ids), 2), -1.0, np.float32)
    private = row.label == 0 or (row.label == 1 and bool(row.spans))
    marks[:, 1] = 0.0 if private else -1.0
    for span in row.spans:
        inside = _pieces(tokens, span)
        if len(inside) == 0:
            continue
        if private and span.private:
            marks[inside, 1] = 1.0
        if span.kind != PRIVATE_DETAIL:
            kinds[inside] = _NUMBER.get(_ALIASES.get(span.kind, span.kind), IGNORED)
            marks[inside, 0] = 0.0
            marks[inside[0], 0] = 1.0
    return kinds, marks


def _private_pieces(tokens: Tokens, spans: Sequence[Span]) -> npt.NDArray[np.bool_]:
    private = np.zeros(len(tokens.ids), np.bool_)
    for span in spans:
        if span.private:
            private[_pieces(tokens, span)] = True
    return private


def _pieces(tokens: Tokens, span: Span) -> Ints:
    """Return the pieces of the words that a span touches."""
    ends = np.array([end for _, end in tokens.spans])
    starts = np.array([start for start, _ in tokens.spans])
    words = np.flatnonzero((starts < span.end) & (ends > span.start))
    if len(words) == 0:
        return np.zeros(0, np.int64)
    owner = np.asarray(tokens.words)
    return np.flatnonzero((owner >= words[0]) & (owner <= words[-1]))


def batches(
    items: Sequence[Example], rng: random.Random, times: int = 1
) -> list[dict[str, npt.NDArray[Any]]]:
    """Shuffle windows into batches of like length that hold at most `times` `BUDGET` pieces."""
    order = list(range(len(items)))
    rng.shuffle(order)
    groups: list[list[Example]] = []
    for first in range(0, len(order), _POOL):
        pool = sorted((items[n] for n in order[first : first + _POOL]), key=lambda e: len(e.ids))
        groups += _split(pool, times * BUDGET)
    rng.shuffle(groups)
    return [_stack(group) for group in groups]


def _split(pool: Sequence[Example], budget: int) -> list[list[Example]]:
    groups: list[list[Example]] = [[]]
    for item in pool:
        if (len(groups[-1]) + 1) * len(item.ids) > budget:
            groups.append([])
        groups[-1].append(item)
    return [group for group in groups if group]


def _stack(group: Sequence[Example]) -> dict[str, npt.NDArray[Any]]:
    width = max(len(item.ids) for item in group)
    ids = np.zeros((len(group), width), np.int64)
    shapes = np.zeros_like(ids)
    kinds = np.full_like(ids, IGNORED)
    marks = np.full((len(group), width, 2), -1.0, np.float32)
    for row, item in enumerate(group):
        size = len(item.ids)
        ids[row, :size], shapes[row, :size] = item.ids, item.shapes
        kinds[row, :size], marks[row, :size] = item.kinds, item.marks
    return {
        "ids": ids,
        "shapes": shapes,
        "lengths": np.array([len(item.ids) for item in group]),
        "kinds": kinds,
        "marks": marks,
        "open": np.stack([item.open for item in group]),
        "whole": np.stack([item.whole for item in group]),
        "weight": np.array([item.weight for item in group], np.float32),
    }
