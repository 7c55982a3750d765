"""Fits the stack: `python -m models.stack --data DIR --out models`, after the other models.

It learns from texts that the linear model and the encoder never saw (`models.splits`), from
the same signals that the program computes. Weights of signals are kept from being negative.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from scipy.optimize import minimize  # type: ignore[import-untyped]

from companion import signals, stack, tools
from companion.classifier import Classifier
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.encoder import Encoder
from companion.merging import merge
from companion.normalize import normalise
from models import compose, fit, held, sources
from models.rows import Row
from models.splits import is_for_stack

SEED: Final = 20_250_102
EACH: Final = 2
PENALTY: Final = 0.003
"""Of the squared weights, a text."""
SHARE: Final = 0.3
"""Of sensitive prompts, for which the probability is calibrated."""
KEPT: Final = 0.995
"""Of sensitive texts so many must get a second opinion."""
READ: Final = 0.95
"""Of sensitive windows in long texts so many must be read, the most suspicious ones apart."""
_LONG: Final = 1_500
_MASS: Final = {
    (1, "pupa_new"): 0.80, (1, "privacylens"): 0.05, (1, "generator"): 0.14,
    (1, "gitleaks"): 0.03, (0, "ordinary"): 0.80, (0, "generator"): 0.05,
    (0, "clinc150"): 0.05, (0, "banking77"): 0.05, (0, "xstest"): 0.02, (0, "liveqa"): 0.02,
    (0, "wikigold"): 0.03, (0, "privacylens"): 0.02, (0, "gitleaks"): 0.01,
}  # fmt: skip
"""How much each source counts among the sensitive and among the harmless: real prompts most."""

Floats = npt.NDArray[np.float64]


class _Recorder:
    """Stands where the stack will stand, and keeps the signals that reach it."""

    def __init__(self) -> None:
        self.card = stack.StackCard(
            sha256="0" * 64, signals=signals.NAMES, linear="", encoder="", settled=0.0, skimmed=0.0
        )
        self.rows: list[signals.Row] = []

    def early(self, row: signals.Row) -> float:
        empty = np.zeros(len(signals.NAMES) - len(signals.EARLY), np.float32)
        self.rows.append(np.concatenate([row, empty]))
        return 0.5

    def full(self, row: signals.Row) -> float:
        self.rows.append(row)
        return 0.5


def rows_for(folder: Path | None, seed: int) -> list[Row]:
    """Return the labelled rows that are kept for the stack."""
    rows, _ = sources.read(folder, seed) if folder else ([], [])
    fillers = [row.text for row in rows if row.label == 0 and len(row.text) > 60]
    # A set may hold a text twice: what the other models know word for word, they overrate.
    known = held.repeats(row.text for row in rows if not is_for_stack(row.group))
    rows = [row for row in rows if is_for_stack(row.group) and not known(row.text)]
    made = compose.generate(EACH, seed, fillers)
    rows += [row for row in made if is_for_stack(row.group)]
    return [row for row in rows if row.label >= 0]


def measured(rows: Sequence[Row], folder: Path, say: fit.Progress) -> tuple[Floats, Floats]:
    """Return the early and the full signals of each row."""
    recorder = _Recorder()
    judges = tools.Tools(
        (PatternDetector(), SecretDetector(folder), TermDetector()),
        Classifier(folder),
        Encoder(folder),
        recorder,  # type: ignore[arg-type]  # it has what the cascade asks of a stack
    )
    early, full = [], []
    for number, row in enumerate(rows, start=1):
        judges.judge(row.text[:50_000], tools.Rules(thorough=True))
        early.append(recorder.rows[0])
        full.append(recorder.rows[-1])
        recorder.rows.clear()
        if number % 500 == 0:
            say(f"signals of {number:,} of {len(rows):,} texts")
    return np.array(early, np.float64), np.array(full, np.float64)


def masses(rows: Sequence[Row]) -> Floats:
    """Return how much each row counts: `SHARE` in all for the sensitive ones."""
    names = [(row.label, row.source.split("-", maxsplit=1)[0]) for row in rows]
    counts = {name: names.count(name) for name in set(names)}
    weight = np.array([_MASS.get(name, 0.01) / counts[name] for name in names])
    labels = fit.labels(rows)
    for label, share in ((1, SHARE), (0, 1 - SHARE)):
        weight[labels == label] *= share / max(weight[labels == label].sum(), 1e-12)
    return weight


def fitted(values: Floats, truth: npt.NDArray[np.int64], mass: Floats) -> Floats:
    """Return bias and weights of the logistic regression, the weights not negative."""
    scale = np.maximum(values.std(axis=0), 1e-3)
    scaled = values / scale
    sign = 2.0 * truth - 1.0

    def loss(parameters: Floats) -> tuple[float, Floats]:
        margin = sign * (scaled @ parameters[1:] + parameters[0])
        wrong = fit.sigmoid(-margin)
        value = (mass * np.logaddexp(0.0, -margin)).sum() + PENALTY * (parameters[1:] ** 2).sum()
        pull = -(mass * sign * wrong)
        slope = scaled.T @ pull + 2 * PENALTY * parameters[1:]
        return float(value), np.concatenate([[pull.sum()], slope])

    start = np.zeros(1 + values.shape[1])
    bounds = [(None, None)] + [(0.0, None)] * values.shape[1]
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B")
    result: Floats = np.concatenate([[found.x[0]], found.x[1:] / scale])
    return result


def probabilities(parameters: Floats, values: Floats) -> Floats:
    """Return what the regression says."""
    return fit.sigmoid(values @ parameters[1:] + parameters[0])


def settled(early: Floats, truth: npt.NDArray[np.int64], rows: Sequence[Row]) -> float:
    """Return the highest early probability below which hardly any sensitive text lies.

    Real texts and invented ones are asked apart, and the lower bar counts.
    """
    real = np.array([row.source != "generator" for row in rows])
    bars = [
        float(np.quantile(early[(truth == 1) & chosen], 1 - KEPT))
        for chosen in (real, ~real)
        if ((truth == 1) & chosen).any()
    ]
    return round(min(bars), 4)


def skimmed(rows: Sequence[Row], folder: Path, early: Floats, bar: float) -> float:
    """Return the early probability below which a window of a long text may go unread.

    Of the windows of long texts that the encoder reads as sensitive, `READ` must lie above
    it. It may be higher than the bar for a whole text: the most suspicious windows of a long
    text are read in any case.
    """
    linear, encoder = Classifier(folder), Encoder(folder)
    detectors = (PatternDetector(), TermDetector())
    said: list[float] = []
    for row in rows:
        if len(row.text) < _LONG:
            continue
        for start in range(0, min(len(row.text), 20_000) - 250, 500):
            piece = normalise(row.text[start : start + 500]).text
            if max(encoder.read(piece).sensitive, default=-1.0) > 0:
                found = merge(f for each in detectors for f in each.find(piece))
                values = signals.early(found, linear.probability(piece), {}).astype(np.float64)
                said.append(float(probabilities(early[: len(values) + 1], values[None, :])[0]))
    return round(max(bar, float(np.quantile(said, 1 - READ))), 4) if said else bar


def graph(early: Floats, full: Floats) -> bytes:
    """Return both regressions as one ONNX graph over all signals."""
    nodes: list[Any] = []
    constants: list[Any] = []
    for name, parameters in (("early", early), ("full", full)):
        constants += [
            numpy_helper.from_array(parameters[1:, None].astype(np.float32), f"{name}.weights"),
            numpy_helper.from_array(parameters[:1].astype(np.float32), f"{name}.bias"),
        ]
        inputs = ["signals", f"{name}.weights", f"{name}.bias"]
        nodes.append(helper.make_node("Gemm", inputs, [f"{name}.score"]))
        nodes.append(helper.make_node("Sigmoid", [f"{name}.score"], [f"{name}.both"]))
        nodes.append(helper.make_node("Flatten", [f"{name}.both"], [f"{name}.flat"], axis=0))
        nodes.append(helper.make_node("Squeeze", [f"{name}.flat"], [name]))
    value = helper.make_tensor_value_info
    body = helper.make_graph(
        nodes,
        "stack",
        [value("signals", TensorProto.FLOAT, [1, len(signals.NAMES)])],
        [value(name, TensorProto.FLOAT, []) for name in ("early", "full")],
        constants,
    )
    model = helper.make_model(
        body, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, producer_name="sottovoce"
    )
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)  # type: ignore[no-any-return]


def run(options: argparse.Namespace) -> int:
    """Fit, write and say how well it did on other folds."""
    rows = rows_for(options.data, options.seed)
    rows = rows[:: max(1, len(rows) // 200)] if options.smoke else rows
    early, full = measured(rows, options.out, say)
    truth, mass = fit.labels(rows), masses(rows)
    head = len(signals.EARLY)
    both = [fitted(early[:, :head], truth, mass), fitted(full, truth, mass)]
    both[0] = np.concatenate([both[0], np.zeros(len(signals.NAMES) - head)])
    bar = settled(probabilities(both[0], early), truth, rows)
    written = graph(*both)
    card = {
        "sha256": hashlib.sha256(written).hexdigest(),
        "signals": signals.NAMES,
        "linear": Classifier(options.out).sha256,
        "encoder": Encoder(options.out).card.sha256,
        "settled": bar,
        "skimmed": skimmed(rows, options.out, both[0], bar),
        "share": SHARE,
        "rows": len(rows),
        "weights": {
            name: dict(zip(("bias", *signals.NAMES), map(float, each.round(4)), strict=True))
            for name, each in zip(("early", "full"), both, strict=True)
        },
        "folds": _across(full, truth, mass, rows),
    }
    (options.out / stack.MODEL_FILE).write_bytes(written)
    text = msgspec.json.format(msgspec.json.encode(card, order="sorted"), indent=2)
    (options.out / stack.CARD_FILE).write_bytes(text + b"\n")
    digest = f"{card['sha256']}  {stack.MODEL_FILE}\n"
    (options.out / f"{stack.MODEL_FILE}.sha256").write_text(digest, encoding="ascii")
    say(text.decode())
    return 0


def _across(
    full: Floats, truth: npt.NDArray[np.int64], mass: Floats, rows: Sequence[Row]
) -> dict[str, dict[str, float]]:
    """Return by source how a stack does on groups that it was not fitted on."""
    folds = np.array([zlib.crc32(row.group.encode()) % fit.FOLDS for row in rows])
    said = np.zeros(len(rows))
    for fold in range(fit.FOLDS):
        inside = folds == fold
        if inside.any() and not inside.all():
            said[inside] = probabilities(
                fitted(full[~inside], truth[~inside], mass[~inside]), full[inside]
            )
    names = np.array([row.source.split("-", maxsplit=1)[0] for row in rows])
    groups = {name: names == name for name in sorted(set(names))}
    real = np.isin(names, ("pupa_new", "ordinary"))
    groups |= {"all": np.ones(len(rows), np.bool_), "real prompts": real}
    return {name: fit.metrics(said[chosen], truth[chosen]) for name, chosen in groups.items()}


def say(line: str) -> None:
    """Show progress on standard error."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the fitting from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.stack", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets (see data.md)")
    parser.add_argument("--out", type=Path, required=True, help="folder with the other models")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--smoke", action="store_true", help="on few texts, in seconds")
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
