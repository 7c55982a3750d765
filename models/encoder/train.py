"""Fits the encoder: rows in, a network out."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from companion.wordpiece import WordPiece
from models.encoder.examples import CATEGORIES, IGNORED, KINDS, Example, batches
from models.encoder.examples import examples as of_row
from models.encoder.net import Net, Outputs, load_base
from models.rows import Row

LAYERS: Final = 4
RATE: Final = 3e-4
HEAD_RATE: Final = 1e-3
DECAY: Final = 0.01
LAYER_DECAY: Final = 0.85
"""Each layer learns this much slower than the one above it (Howard and Ruder, 2018): what the
base knows of language must outlast a few hundred private prompts."""
MORE_RATE: Final = 1.5e-3
MORE_DROPOUT: Final = 0.1
SMOOTHING: Final = 0.05
"""Taken off the certainty of whether a window is sensitive: labels of real prompts err."""
WARM: Final = 0.06
CLIP: Final = 1.0
_HEADS: Final = 7
_WEIGHTS: Final = {"begin": 0.3, "private": 1.0, "sensitive": 1.0, "categories": 0.5}
"""How much each loss counts beside that of the kinds."""

Progress = Callable[[str], None]
Batch = dict[str, npt.NDArray[Any]]


def base(weights: Path) -> Net:
    """Return a network that begins with MiniLM's published weights, its heads by chance.

    Always the same chance: networks that begin alike can be averaged and compared.
    """
    from safetensors.torch import load_file  # noqa: PLC0415  # only training reads it

    torch.manual_seed(_HEADS)
    net = Net(LAYERS, len(KINDS), len(CATEGORIES))
    load_base(net, load_file(weights))
    for fixed in (net.words, net.more):
        fixed.requires_grad_(requires_grad=False)
    return net


def fit(net: Net, examples: Sequence[Example], seed: int, say: Progress) -> None:
    """Train in place, in one pass.

    Args:
        net: The network.
        examples: The windows.
        seed: Of the order and of dropout.
        say: Takes a line now and then.
    """
    torch.manual_seed(seed)
    plan = batches(examples, random.Random(seed))
    optimizer = torch.optim.AdamW(_groups(net), weight_decay=DECAY, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _schedule(len(plan)))
    net.train()
    started, shown = time.monotonic(), 0.0
    for number, batch in enumerate(plan, start=1):
        shown += (_step(net, batch, optimizer) - shown) * max(0.01, 1 / number)
        schedule.step()
        if number % 100 == 0 or number == len(plan):
            left = (time.monotonic() - started) / number * (len(plan) - number)
            say(f"step {number:,} of {len(plan):,}, loss {shown:.3f}, {left / 60:.1f} min left")
    net.eval()


def refine(net: Net, examples: Sequence[Example], seed: int, say: Progress) -> None:
    """Train the kinds' head and what it adds to the layers, and nothing below them.

    Args:
        net: The network, trained by `fit`.
        examples: The windows; their verdicts and marks are not learnt from.
        seed: Of the order and of dropout.
        say: Takes a line now and then.
    """
    torch.manual_seed(seed)
    plan = batches(examples, random.Random(seed), times=2)
    learning = [*net.more.parameters(), *net.kinds.parameters()]
    optimizer = torch.optim.AdamW(learning, lr=MORE_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _schedule(len(plan)))
    net.eval()
    net.more.requires_grad_(requires_grad=True)
    net.refined = True
    for number, batch in enumerate(plan, start=1):
        tensors = {name: torch.from_numpy(array) for name, array in batch.items()}
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            x = net.layered(tensors["ids"], tensors["shapes"], tensors["lengths"])
        x = functional.dropout(x.float(), MORE_DROPOUT)
        total = _kinds(net.kinds(x + net.more(x)), tensors["kinds"], tensors["open"])
        optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learning, CLIP)
        optimizer.step()
        schedule.step()
        if number % 100 == 0 or number == len(plan):
            say(f"refining: step {number:,} of {len(plan):,}, loss {float(total.detach()):.3f}")


def _step(net: Net, batch: Batch, optimizer: torch.optim.Optimizer) -> float:
    tensors = {name: torch.from_numpy(array) for name, array in batch.items()}
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = net(tensors["ids"], tensors["shapes"], tensors["lengths"])
    total = loss(outputs, tensors)
    optimizer.zero_grad(set_to_none=True)
    total.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
    optimizer.step()
    return float(total.detach())


def loss(outputs: Outputs, batch: dict[str, Tensor]) -> Tensor:
    """Return the sum of the losses; what nobody labelled adds nothing."""
    begin = _binary(outputs.marks[..., 0], batch["marks"][..., 0])
    private = _binary(outputs.marks[..., 1], batch["marks"][..., 1])
    weight = batch["weight"]
    sensitive = _binary(outputs.whole[:, 0], _smoothed(batch["whole"][:, 0]), weight)
    categories = _binary(outputs.whole[:, 1:], batch["whole"][:, 1:], weight[:, None])
    return (
        _kinds(outputs.kinds.float(), batch["kinds"], batch["open"])
        + _WEIGHTS["begin"] * begin
        + _WEIGHTS["private"] * private
        + _WEIGHTS["sensitive"] * sensitive
        + _WEIGHTS["categories"] * categories
    )


def _kinds(logits: Tensor, truth: Tensor, free: Tensor) -> Tensor:
    """Cross-entropy; a piece labelled as none may be of any kind nobody looked for."""
    total = torch.logsumexp(logits, -1)
    named = logits.gather(-1, truth.clamp(min=0)[..., None])[..., 0]
    nothing = torch.logsumexp(logits.masked_fill(~free[:, None, :], -1e9), -1)
    each = total - torch.where(truth == 0, nothing, named)
    known = (truth != IGNORED).float()
    return (each * known).sum() / known.sum().clamp(min=1.0)


def _smoothed(truth: Tensor) -> Tensor:
    return torch.where(truth < 0, truth, truth * (1 - 2 * SMOOTHING) + SMOOTHING)


def _binary(logits: Tensor, truth: Tensor, weight: Tensor | None = None) -> Tensor:
    known = (truth >= 0).float()
    if weight is not None:
        known = known * weight
    each = functional.binary_cross_entropy_with_logits(
        logits.float(), truth.clamp(min=0.0), reduction="none"
    )
    return (each * known).sum() / known.sum().clamp(min=1.0)


def _groups(net: Net) -> list[dict[str, Any]]:
    """Return parameters with their learning rates: new ones high, the lowest layers lowest."""
    heads = [*net.kinds.parameters(), *net.marks.parameters(), *net.whole.parameters()]
    groups: list[dict[str, Any]] = [
        {"params": [*heads, *net.shapes.parameters()], "lr": HEAD_RATE},
        {"params": _bottom(net), "lr": RATE * LAYER_DECAY**LAYERS},
    ]
    for number, layer in enumerate(net.layers, start=1):
        rate = RATE * LAYER_DECAY ** (LAYERS - number)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    return groups


def _bottom(net: Net) -> list[Tensor]:
    return [*net.places.parameters(), *net.norm.parameters()]


def _schedule(steps: int) -> Callable[[int], float]:
    warm = max(1, math.ceil(steps * WARM))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))

    return factor


def windows(words: WordPiece, rows: Iterable[Row], weights: dict[str, float]) -> Iterator[Example]:
    """Yield the windows of many rows, each row's counting as its source's weight says."""
    for row in rows:
        yield from of_row(words, row, weights.get(row.source.split("-", maxsplit=1)[0], 1.0))
