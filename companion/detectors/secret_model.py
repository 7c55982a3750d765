"""The trained model that says how likely a candidate is a live secret.

Boosted trees (Friedman, Greedy Function Approximation, 2001) over the numbers and the three
n-gram sums of `companion.detectors.secret_features`, calibrated by Platt's sigmoid (1999).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
import numpy as np

from companion.detectors import DetectorError, secret_features
from companion.detectors.secret_candidates import Candidate
from companion.detectors.secret_features import Place

MODEL_FILE: Final = "secrets.onnx"
CARD_FILE: Final = "secrets.json"
_BATCH: Final = 256


class ModelCard(msgspec.Struct, frozen=True, kw_only=True):
    """What this program must know of a model; the file says more, for people.

    Attributes:
        sha256: Of the ONNX file; another file is not loaded.
        features: Must be `secret_features.FEATURES`.
    """

    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    features: str


class SecretModel:
    """A loaded model."""

    def __init__(self, folder: Path) -> None:
        """Load the pinned model.

        Raises:
            DetectorError: The file is missing, is not the pinned one, or wants other features.
        """
        model, self.sha256 = _read(folder)
        self._session: Any = _session(model)

    def probabilities(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """Return how likely each candidate is a live secret, 0 to 1, rounded to 4 digits.

        Raises:
            DetectorError: The model failed.
        """
        places = [secret_features.place(text, candidate) for candidate in candidates]
        distinct = list(dict.fromkeys(places))
        known: dict[Place, float] = {}
        for first in range(0, len(distinct), _BATCH):
            batch = distinct[first : first + _BATCH]
            known.update(zip(batch, self._run(batch), strict=True))
        return [known[place] for place in places]

    def _run(self, places: Sequence[Place]) -> list[float]:
        feeds = inputs(places)
        failed = False
        result = np.empty(0, np.float32)
        try:
            (result,) = self._session.run(None, feeds)
        except Exception:  # noqa: BLE001  # onnxruntime has no base class of its own errors
            failed = True
        if failed or not np.isfinite(result).all():
            raise DetectorError("the secrets model could not judge the text")
        return [round(float(value), 4) for value in result]


def inputs(places: Sequence[Place]) -> dict[str, Any]:
    """Return the model's inputs for candidates."""
    indices = np.zeros((len(places), 3, secret_features.GRAMS), np.int64)
    scales = np.zeros((len(places), 3, secret_features.GRAMS), np.float32)
    for row, place in enumerate(places):
        for bag, grams in enumerate(secret_features.bags(place)):
            size = len(grams)
            indices[row, bag, :size] = grams
            indices[row, bag, :size] += bag * 2**secret_features.BITS
            scales[row, bag, :size] = max(1, size) ** -0.5
    dense = np.array([secret_features.dense(place) for place in places], np.float32)
    return {"dense": dense, "indices": indices, "scales": scales}


def _read(folder: Path) -> tuple[bytes, str]:
    try:
        card = msgspec.json.decode((folder / CARD_FILE).read_bytes(), type=ModelCard)
        model = (folder / MODEL_FILE).read_bytes()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DetectorError(f"{folder}: the secrets model or its card cannot be read") from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise DetectorError(f"{folder / MODEL_FILE}: not the pinned model")
    if card.features != secret_features.FEATURES:
        raise DetectorError(f"{folder / CARD_FILE}: the model wants other features")
    return model, card.sha256


def _session(model: bytes) -> Any:
    # Read at import: without it the library keeps and uploads usage records of its own.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415  # heavy: only who judges pays for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False  # the arena would keep the last texts' features
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
