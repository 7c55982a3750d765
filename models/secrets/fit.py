"""Fits the model: three linear models over n-grams, boosted trees over them and the numbers."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from companion.detectors import secret_candidates, secret_features, secret_forms
from models.secrets.generate import Piece

FOLDS: Final = 4
BAGS: Final = 3
PENALTY: Final = 2.0
TREES: Final = 220
LEAVES: Final = 24
PRIOR: Final = 0.12
"""Share of live secrets among candidates for which probabilities are calibrated: of prompts
that hold candidates most are code without a secret."""

Floats = npt.NDArray[np.float64]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates as numbers, with their truth and the fold each belongs to."""

    dense: npt.NDArray[np.float32]
    bags: tuple[Any, ...]
    truth: npt.NDArray[np.int64]
    fold: npt.NDArray[np.int64]
    source: npt.NDArray[np.str_]


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A fitted model with its calibration."""

    weights: npt.NDArray[np.float32]
    biases: npt.NDArray[np.float32]
    trees: Any
    slope: float
    offset: float


def table(pieces: Iterable[Piece], seed: int) -> Table:
    """Return every candidate of the pieces, each as the program will see it.

    A candidate is live where it overlaps a labelled stretch by half of the shorter of both.
    One that a known form explains is left out: the model never judges it.
    """
    rng = random.Random(seed)
    rows: list[tuple[list[float], tuple[list[int], ...], int, str]] = []
    for piece in pieces:
        low = piece.text.lower()
        known = [(s, e) for _, s, e, _ in secret_forms.find(piece.text, low)]
        found = list(secret_candidates.find(piece.text, low))
        for candidate in found if len(found) < 6 else rng.sample(found, 6):
            span = (candidate.start, candidate.end)
            if not _overlaps(span, known):
                rows.append(_row(piece, candidate, live=_overlaps(span, piece.spans)))
    return Table(
        dense=np.array([row[0] for row in rows], np.float32),
        bags=tuple(_sparse([row[1][bag] for row in rows]) for bag in range(BAGS)),
        truth=np.array([row[2] for row in rows], np.int64),
        fold=np.array([zlib.crc32(row[3].encode()) % FOLDS for row in rows], np.int64),
        source=np.array([row[3].split("/")[0] for row in rows]),
    )


def _row(
    piece: Piece, candidate: secret_candidates.Candidate, *, live: bool
) -> tuple[list[float], tuple[list[int], ...], int, str]:
    place = secret_features.place(piece.text, candidate)
    return (
        secret_features.dense(place),
        secret_features.bags(place),
        int(live),
        piece.group,
    )


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    start, end = span
    return any(2 * (min(end, e) - max(start, s)) >= min(end - start, e - s) for s, e in others)


def _sparse(rows: Sequence[Sequence[int]]) -> Any:
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    columns = np.concatenate([np.array(row, np.int64) for row in rows])
    values = np.concatenate([np.full(len(row), max(1, len(row)) ** -0.5) for row in rows])
    return csr_matrix((values, columns, ends), shape=(len(rows), 2**secret_features.BITS))


def _linear(data: Table, bag: int, chosen: npt.NDArray[np.bool_]) -> LogisticRegression:
    regression = LogisticRegression(C=PENALTY, max_iter=200, tol=1e-3)
    return regression.fit(data.bags[bag][chosen], data.truth[chosen])


def _scores(data: Table) -> Floats:
    """Return the linear models' sums, each row's by models that saw nothing of its fold."""
    sums = np.zeros((len(data.truth), BAGS))
    for fold in range(FOLDS):
        inside = data.fold == fold
        for bag in range(BAGS):
            model = _linear(data, bag, ~inside)
            sums[inside, bag] = model.decision_function(data.bags[bag][inside])
    return sums


def _trees(inputs: npt.NDArray[np.float32], truth: npt.NDArray[np.int64], seed: int) -> Any:
    trees = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=0.08,
        min_samples_leaf=20,
        l2_regularization=1.0,
        max_features=0.3,
        early_stopping=False,
        random_state=seed,
    )
    return trees.fit(inputs, truth)


def fit(data: Table, seed: int) -> tuple[Model, Floats]:
    """Fit and calibrate; return the model and each row's out-of-fold probability."""
    inputs = np.hstack([data.dense, _scores(data).astype(np.float32)])
    held = np.zeros(len(data.truth))
    for fold in range(FOLDS):
        inside = data.fold == fold
        part = _trees(inputs[~inside], data.truth[~inside], seed)
        held[inside] = part.decision_function(inputs[inside])
    slope, offset = _calibrate(held, data.truth)
    linear = [_linear(data, bag, np.ones(len(data.truth), np.bool_)) for bag in range(BAGS)]
    model = Model(
        weights=np.stack([part.coef_[0] for part in linear]).astype(np.float32),
        biases=np.array([part.intercept_[0] for part in linear], np.float32),
        trees=_trees(inputs, data.truth, seed),
        slope=slope,
        offset=offset,
    )
    return model, 1.0 / (1.0 + np.exp(-(slope * held + offset)))


def _calibrate(scores: Floats, truth: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Return slope and offset of Platt's sigmoid for a share of `PRIOR`."""
    share = truth.mean()
    weight = np.where(truth == 1, PRIOR / share, (1 - PRIOR) / (1 - share))
    platt = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), truth, sample_weight=weight)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])
