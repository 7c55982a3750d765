"""The network: the lower layers of MiniLM, shapes of words beside the words, three heads."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from companion.wordpiece import SHAPES

WIDTH: Final = 384
HEADS: Final = 12
INNER: Final = 1536
ADDED: Final = 256
"""Width of what the kinds' head learns beyond the layers."""
VOCABULARY: Final = 30_522
POSITIONS: Final = 256
EPSILON: Final = 1e-12
DROPOUT: Final = 0.15


class Outputs(NamedTuple):
    """Logits of one batch.

    Attributes:
        kinds: For each piece, of no kind and of each kind: (batch, pieces, kinds + 1).
        marks: For each piece, of beginning a thing and of being private: (batch, pieces, 2).
        whole: For each window, of being sensitive and of each category: (batch, 9).
    """

    kinds: Tensor
    marks: Tensor
    whole: Tensor


class Layer(nn.Module):
    """One layer of a BERT encoder (Vaswani et al., 2017, section 3.1; post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output for a batch; `mask` is added to the attention's logits."""
        batch, pieces, _ = x.shape
        heads = self.qkv(x).view(batch, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(
            heads[0], heads[1], heads[2], attn_mask=mask, scale=1 / math.sqrt(WIDTH // HEADS)
        )
        joined = attended.transpose(1, 2).reshape(batch, pieces, WIDTH)
        x = self.norm1(x + self.drop(self.out(joined)))
        inner = self.down(functional.gelu(self.up(x)))
        normed: Tensor = self.norm2(x + self.drop(inner))
        return normed


class More(nn.Module):
    """What the kinds' head adds to a piece's vector; nothing before it is trained.

    It learns from many more templates than the layers below may, which must keep what they
    learnt of real prompts (an adapter: Houlsby et al., 2019).
    """

    def __init__(self) -> None:
        super().__init__()
        self.up = nn.Linear(WIDTH, ADDED)
        self.down = nn.Linear(ADDED, WIDTH)
        nn.init.zeros_(self.down.weight)
        nn.init.zeros_(self.down.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what is added to each piece's vector."""
        added: Tensor = self.down(functional.gelu(self.up(x)))
        return added


class Net(nn.Module):
    """The whole network."""

    def __init__(self, layers: int, kinds: int, categories: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.kinds = nn.Linear(WIDTH, kinds + 1)
        self.marks = nn.Linear(WIDTH, 2)
        self.whole = nn.Linear(2 * WIDTH, 1 + categories)
        self.drop = nn.Dropout(DROPOUT)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.more = More()
        self.refined = False
        """Whether `more` has learnt anything; until then it is left out, and adds no rounding."""

    def forward(self, ids: Tensor, shapes: Tensor, lengths: Tensor) -> Outputs:
        """Return the logits of a batch of windows, padded on the right."""
        x = self.layered(ids, shapes, lengths)
        # In this order: gradients are summed in the reverse one, and rounding tells them apart.
        kinds = self.kinds(x + self.more(x) if self.refined else x)
        marks = self.marks(x)
        return Outputs(kinds, marks, self.whole(self.drop(_pooled(x, _inside(ids, lengths)))))

    def layered(self, ids: Tensor, shapes: Tensor, lengths: Tensor) -> Tensor:
        """Return each piece's vector after the last layer: (batch, pieces, `WIDTH`)."""
        inside = _inside(ids, lengths)
        places = self.places.weight[: ids.shape[1]]
        x: Tensor = self.drop(self.norm(self.words(ids) + places + self.shapes(shapes)))
        mask = torch.zeros(inside.shape, dtype=x.dtype).masked_fill(~inside, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def _inside(ids: Tensor, lengths: Tensor) -> Tensor:
    return torch.arange(ids.shape[1])[None, :] < lengths[:, None]


def _pooled(x: Tensor, inside: Tensor) -> Tensor:
    """Return mean and maximum over the pieces of each window."""
    weight = inside[:, :, None].to(x.dtype)
    mean = (x * weight).sum(1) / weight.sum(1)
    highest = x.masked_fill(~inside[:, :, None], -1e4).amax(1)
    return torch.cat([mean, highest], dim=1)


def load_base(net: Net, weights: Mapping[str, Any]) -> None:
    """Begin with the published weights of MiniLM's lower layers.

    Args:
        net: The network.
        weights: The tensors of the published file, by name.
    """
    prefix = "" if "embeddings.word_embeddings.weight" in weights else "bert."
    get = {name.removeprefix(prefix): tensor for name, tensor in weights.items()}
    kind = get["embeddings.token_type_embeddings.weight"][0]
    state = {
        "words.weight": get["embeddings.word_embeddings.weight"],
        "places.weight": get["embeddings.position_embeddings.weight"][:POSITIONS] + kind,
        "norm.weight": get["embeddings.LayerNorm.weight"],
        "norm.bias": get["embeddings.LayerNorm.bias"],
    }
    for number in range(len(net.layers)):
        state |= _layer_state(get, number)
    missing, unexpected = net.load_state_dict(state, strict=False)
    fresh = {name.split(".")[0] for name in missing}
    if unexpected or fresh - {"shapes", "kinds", "marks", "whole", "more"}:
        raise ValueError("the base weights do not fit the network")


def _layer_state(get: Mapping[str, Tensor], number: int) -> dict[str, Tensor]:
    source = f"encoder.layer.{number}."
    state: dict[str, Tensor] = {}
    for part in ("weight", "bias"):
        own = [get[f"{source}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        state[f"layers.{number}.qkv.{part}"] = torch.cat(own)
        for ours, theirs in _NAMES.items():
            state[f"layers.{number}.{ours}.{part}"] = get[f"{source}{theirs}.{part}"]
    return state


_NAMES: Final = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
