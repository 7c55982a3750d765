"""Fits, calibrates and measures the classifier: numbers in, numbers out."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from companion import classifier
from models.rows import Row

FOLDS: Final = 5
PENALTY: Final = 30.0
"""Inverse strength of the L2 penalty."""
PRIOR: Final = 0.2
"""Share of sensitive prompts for which probabilities are calibrated. Published shares lie
near 0.085 (Harmonic Security, 2024); the higher one leans to the secured side."""
_NEGATIVE_WINDOWS: Final = 4

Floats = npt.NDArray[np.float64]
Progress = Callable[[str], None]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """The windows of many rows as one sparse matrix, with the row that each belongs to."""

    features: Any
    row: npt.NDArray[np.int64]


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A fitted logistic regression: one weight a feature, and a bias."""

    weights: npt.NDArray[np.float32]
    bias: float


def matrix(rows: Sequence[Row]) -> Matrix:
    """Return the features of every window that a row is judged by."""
    owner: list[int] = []
    pieces: list[tuple[classifier.Indices, classifier.Values]] = []
    for number, row in enumerate(rows):
        for window in classifier.windows(row.text[: classifier.MAX_CHARACTERS]):
            owner.append(number)
            pieces.append(classifier.features(window))
    ends = np.concatenate([[0], np.cumsum([len(indices) for indices, _ in pieces])])
    columns = np.concatenate([indices for indices, _ in pieces])
    values = np.concatenate([values for _, values in pieces])
    shape = (len(pieces), 2**classifier.BITS)
    return Matrix(
        features=csr_matrix((values, columns, ends), shape=shape),
        row=np.array(owner, np.int64),
    )


def labels(rows: Sequence[Row]) -> npt.NDArray[np.int64]:
    """Return the rows' labels."""
    return np.array([row.label for row in rows], np.int64)


def fit(data: Matrix, truth: npt.NDArray[np.int64], rows: npt.NDArray[np.bool_]) -> Model:
    """Fit on the chosen rows: a sensitive row by its first window, others by their first four.

    What is sensitive in a long text may stand anywhere, but nothing in a harmless one is.
    """
    first = np.concatenate([[True], data.row[1:] != data.row[:-1]])
    starts = np.flatnonzero(first)
    nth = np.arange(len(data.row)) - starts[data.row]
    label = truth[data.row]
    chosen = rows[data.row] & np.where(label == 1, nth == 0, nth < _NEGATIVE_WINDOWS)
    regression = LogisticRegression(C=PENALTY, max_iter=300, tol=1e-4, solver="lbfgs")
    regression.fit(data.features[chosen], label[chosen])
    return Model(
        weights=regression.coef_[0].astype(np.float32), bias=float(regression.intercept_[0])
    )


def logits(model: Model, data: Matrix, count: int) -> Floats:
    """Return each row's score: the highest of its windows, as the program judges."""
    scores = data.features @ model.weights.astype(np.float64) + model.bias
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, data.row, scores)
    return highest


def fold_of(group: str) -> int:
    """Return the fold of a group; the same on every machine."""
    return zlib.crc32(group.encode()) % FOLDS


def out_of_fold(data: Matrix, rows: Sequence[Row], say: Progress) -> Floats:
    """Return each row's score by a model that saw nothing of the row's group."""
    truth = labels(rows)
    folds = np.array([fold_of(row.group) for row in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS}")
        model = fit(data, truth, folds != fold)
        scores[folds == fold] = logits(model, data, len(rows))[folds == fold]
    return scores


def calibrate(scores: Floats, truth: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Return slope and offset of Platt's sigmoid for a share of `PRIOR` sensitive prompts."""
    share = truth.mean()
    weight = np.where(truth == 1, PRIOR / share, (1 - PRIOR) / (1 - share))
    platt = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), truth, sample_weight=weight)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])


def calibrated_out_of_fold(scores: Floats, rows: Sequence[Row]) -> Floats:
    """Return probabilities whose calibration saw nothing of the row's fold either."""
    truth = labels(rows)
    folds = np.array([fold_of(row.group) for row in rows])
    result = np.zeros(len(rows))
    for fold in range(FOLDS):
        slope, offset = calibrate(scores[folds != fold], truth[folds != fold])
        result[folds == fold] = sigmoid(slope * scores[folds == fold] + offset)
    return result


def sigmoid(values: Floats) -> Floats:
    """Return the logistic function of `values`."""
    result: Floats = 1.0 / (1.0 + np.exp(-np.clip(values, -60, 60)))
    return result


def metrics(probabilities: Floats, truth: npt.NDArray[np.int64]) -> dict[str, float]:
    """Return recall and FPR at 0.5 and at 0.6, where there are rows to tell them.

    With rows of both labels also precision, F1, AUC, and ECE at the prior.
    """
    sensitive, harmless = int(truth.sum()), int((1 - truth).sum())
    measured: dict[str, float] = {"sensitive": sensitive, "harmless": harmless}
    for bar in (0.5, 0.6):
        said = probabilities >= bar
        hits, false = float((said & (truth == 1)).sum()), float((said & (truth == 0)).sum())
        if sensitive:
            measured[f"recall_{bar}"] = hits / sensitive
        if harmless:
            measured[f"fpr_{bar}"] = false / harmless
        if sensitive and harmless:
            measured[f"precision_{bar}"] = hits / max(1.0, hits + false)
            measured[f"f1_{bar}"] = 2 * hits / max(1.0, hits + false + sensitive)
    if sensitive and harmless:
        measured["auc"] = float(roc_auc_score(truth, probabilities))
        measured["ece"] = _calibration_error(probabilities, truth)
    return {name: round(value, 4) for name, value in measured.items()}


def _calibration_error(probabilities: Floats, truth: npt.NDArray[np.int64]) -> float:
    """Return the expected calibration error in ten bins, at a share of `PRIOR`."""
    share = truth.mean()
    weight = np.where(truth == 1, PRIOR / share, (1 - PRIOR) / (1 - share))
    bins = np.minimum((probabilities * 10).astype(int), 9)
    error = 0.0
    for number in range(10):
        inside = bins == number
        if inside.any():
            mass = weight[inside].sum()
            gap = (weight * (probabilities - truth))[inside].sum() / mass
            error += abs(gap) * mass / weight.sum()
    return float(error)
