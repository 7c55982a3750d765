"""The stack: weighs all signals of a text into one calibrated probability.

Logistic regression whose weights are not negative (Wolpert, Stacked Generalization, 1992),
fitted on texts that the models beneath never saw, as an ONNX graph. It answers twice: from
the early signals alone, and with the encoder's.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
import numpy as np

from companion import pins, signals
from companion.classifier import ModelError, session
from companion.detectors import DetectorError

MODEL_FILE: Final = "stack.onnx"
CARD_FILE: Final = "stack.json"
Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class StackCard(msgspec.Struct, frozen=True, kw_only=True):
    """What this program must know of the model.

    Attributes:
        sha256: Of the ONNX file; another file is not loaded.
        signals: Must be `signals.NAMES`.
        linear: SHA-256 of the linear model whose opinion it learnt to weigh.
        encoder: SHA-256 of the encoder.
        settled: A text whose early probability is below this needs no second opinion.
        skimmed: A window of a long text whose early probability is below this goes unread,
            the most suspicious windows apart.
    """

    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    signals: tuple[str, ...]
    linear: str
    encoder: str
    settled: Share
    skimmed: Share


class Stack:
    """A loaded stack."""

    def __init__(self, folder: Path, *, linear: str, encoder: str) -> None:
        pins.check_cards(folder)
        model, self.card = _read(folder)
        if (self.card.linear, self.card.encoder) != (linear, encoder):
            raise ModelError(f"{folder / CARD_FILE}: the stack was fitted to other models")
        self._session: Any = session(model)

    def early(self, row: signals.Row) -> float:
        """Return the probability that the early signals give."""
        empty = np.zeros(len(signals.NAMES) - len(signals.EARLY), np.float32)
        return self._run("early", np.concatenate([row, empty]))

    def full(self, row: signals.Row) -> float:
        """Return the probability that all signals give."""
        return self._run("full", row)

    def _run(self, output: str, row: signals.Row) -> float:
        failed = False
        value = 0.0
        try:
            (value,) = self._session.run([output], {"signals": row[None, :]})
        except Exception:  # noqa: BLE001  # onnxruntime has no base class of its own errors
            failed = True
        if failed or not 0.0 <= float(value) <= 1.0:
            raise DetectorError("the stack could not weigh the signals")
        return round(float(value), 4)


def _read(folder: Path) -> tuple[bytes, StackCard]:
    try:
        card = msgspec.json.decode((folder / CARD_FILE).read_bytes(), type=StackCard)
        model = (folder / MODEL_FILE).read_bytes()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ModelError(f"{folder}: the stack or its card cannot be read") from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise ModelError(f"{folder / MODEL_FILE}: not the pinned model")
    if card.signals != signals.NAMES:
        raise ModelError(f"{folder / CARD_FILE}: the stack wants other signals")
    return model, card
