"""Writes the trained network as an ONNX graph with int8 weights.

The graph is built node by node from onnxruntime's fused operators (`QAttention`,
`DynamicQuantizeMatMul`, `BiasGelu`), so that it is small, fast and the same
bytes for the same weights. Weights are rounded symmetrically, one scale a column;
activations are quantised as they come.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.encoder.net import EPSILON, HEADS

Floats = npt.NDArray[np.float32]
_FUSED: Final = "com.microsoft"
_OPSET: Final = 17


def graph(state: Mapping[str, Floats], layers: int) -> bytes:
    """Return the serialised graph of a network's weights.

    Its inputs are those of `companion.encoder.batch`; its outputs are the probabilities of
    the kinds and marks, and for each window the log-odds that it is sensitive followed by
    the probabilities of the categories.
    """
    writer = _Writer(state)
    hidden = writer.embed()
    for number in range(layers):
        hidden = writer.layer(hidden, number)
    writer.heads(hidden)
    return writer.model().SerializeToString(deterministic=True)  # type: ignore[no-any-return]


class _Writer:
    """Collects the nodes and constants of one graph."""

    def __init__(self, state: Mapping[str, Floats]) -> None:
        self._state = state
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self._state[name].astype(np.float32))

    def node(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.multi(operator, inputs, [output], **attributes)
        return output

    def multi(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str],
        *,
        fused: bool = False,
        **attributes: Any,
    ) -> None:
        domain = _FUSED if fused else ""
        self._nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **attributes))

    def embed(self) -> str:
        """Words (int8 rows with a scale each), shapes and places, summed and normalised."""
        table = self._state["words.weight"]
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12)
        self.constant("words", np.round(table / scale).astype(np.int8))
        self.constant("words.scale", scale.astype(np.float32))
        self.node("Gather", ["words", "ids"], "rows8")
        self.node("Cast", ["rows8"], "rows", to=TensorProto.FLOAT)
        self.node("Gather", ["words.scale", "ids"], "row_scales")
        self.node("Mul", ["rows", "row_scales"], "of_words")
        self.node("Gather", [self.weight("shapes.weight"), "shapes"], "of_shapes")
        self.node("Add", ["of_words", "of_shapes"], "of_both")
        self.node("Shape", ["ids"], "size", start=1, end=2)
        zero = self.constant("zero", np.array([0], np.int64))
        self.node("Slice", [self.weight("places.weight"), zero, "size", zero], "of_places")
        self.node("Add", ["of_both", "of_places"], "summed")
        inputs = ["summed", self.weight("norm.weight"), self.weight("norm.bias")]
        return self.node("LayerNormalization", inputs, "embedded", epsilon=EPSILON)

    def layer(self, x: str, number: int) -> str:
        """One encoder layer."""
        at = f"layers.{number}."
        attended = self._attention(x, at)
        out = self._matmul(attended, f"{at}out", bias=True)
        first = self._add_and_norm(x, out, f"{at}norm1")
        up = self._gelu(self._matmul(first, f"{at}up", bias=False), f"{at}up")
        down = self._matmul(up, f"{at}down", bias=True)
        return self._add_and_norm(first, down, f"{at}norm2")

    def _attention(self, x: str, at: str) -> str:
        weight, scale, zero = self._int8(f"{at}qkv.weight")
        quantised = [f"{at}x8", f"{at}x_scale", f"{at}x_zero"]
        self.multi("DynamicQuantizeLinear", [x], quantised)
        inputs = [quantised[0], weight, self.weight(f"{at}qkv.bias"), quantised[1], scale]
        inputs += ["lengths", quantised[2], zero]
        self.multi("QAttention", inputs, [f"{at}attended"], fused=True, num_heads=HEADS)
        return f"{at}attended"

    def _matmul(self, x: str, name: str, *, bias: bool) -> str:
        inputs = [x, *self._int8(f"{name}.weight")]
        if bias:
            inputs.append(self.weight(f"{name}.bias"))
        self.multi("DynamicQuantizeMatMul", inputs, [f"{name}.y"], fused=True)
        return f"{name}.y"

    def _add_and_norm(self, x: str, added: str, name: str) -> str:
        # onnxruntime's fused operator for both takes a quarter of the whole time on a CPU.
        inputs = [self.node("Add", [x, added], f"{name}.sum")]
        inputs += [self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]
        return self.node("LayerNormalization", inputs, f"{name}.y", epsilon=EPSILON)

    def _int8(self, name: str) -> tuple[str, str, str]:
        """Round a weight matrix; returns the names of matrix, scales and zero points."""
        weight = self._state[name].T
        scale = np.maximum(np.abs(weight).max(axis=0) / 127, 1e-12).astype(np.float32)
        matrix = np.round(weight / scale).astype(np.int8)
        return (
            self.constant(name, matrix),
            self.constant(f"{name}.scale", scale),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        )

    def heads(self, x: str) -> None:
        """The three heads; their outputs are in full precision, since they are small."""
        self.node("Softmax", [self._linear(self._more(x), "kinds")], "kinds", axis=-1)
        self.node("Sigmoid", [self._linear(x, "marks")], "marks")
        whole = self._linear(self._pooled(x), "whole")
        one, many = (
            self.constant("at_one", np.array([1], np.int64)),
            self.constant("at_many", np.array([1_000], np.int64)),
        )
        self.node("Slice", [whole, "zero", one, one], "sensitive")
        self.node("Slice", [whole, one, many, one], "category_logits")
        self.node("Sigmoid", ["category_logits"], "categories")
        self.node("Concat", ["sensitive", "categories"], "whole", axis=1)

    def _more(self, x: str) -> str:
        up = self._gelu(self._matmul(x, "more.up", bias=False), "more.up")
        added = self._matmul(up, "more.down", bias=True)
        return self.node("Add", [x, added], "more.sum")

    def _gelu(self, x: str, name: str) -> str:
        self.multi("BiasGelu", [x, self.weight(f"{name}.bias")], [f"{name}.gelu"], fused=True)
        return f"{name}.gelu"

    def _linear(self, x: str, name: str) -> str:
        weight = self.constant(f"{name}.weight", self._state[f"{name}.weight"].T)
        self.node("MatMul", [x, weight], f"{name}.product")
        bias = self.weight(f"{name}.bias")
        return self.node("Add", [f"{name}.product", bias], f"{name}.logits")

    def _pooled(self, x: str) -> str:
        """Mean and maximum over the pieces that are not padding."""
        start = self.constant("scalar_zero", np.array(0, np.int64))
        step = self.constant("scalar_one", np.array(1, np.int64))
        self.node("Squeeze", ["size"], "length")
        self.node("Range", [start, "length", step], "range")
        self.node("Cast", ["lengths"], "lengths64", to=TensorProto.INT64)
        last = self.constant("last_axis", np.array([1], np.int64))
        self.node("Unsqueeze", ["lengths64", last], "ends")
        self.node("Less", ["range", "ends"], "inside2")
        deep = self.constant("deep_axis", np.array([2], np.int64))
        self.node("Unsqueeze", ["inside2", deep], "inside")
        nothing = self.constant("nothing", np.array(0.0, np.float32))
        lowest = self.constant("lowest", np.array(-1e4, np.float32))
        self.node("Where", ["inside", x, nothing], "kept")
        self.node("ReduceSum", ["kept", last], "sums", keepdims=0)
        self.node("Cast", ["ends"], "counts", to=TensorProto.FLOAT)
        self.node("Div", ["sums", "counts"], "mean")
        self.node("Where", ["inside", x, lowest], "raised")
        self.node("ReduceMax", ["raised"], "highest", axes=[1], keepdims=0)
        return self.node("Concat", ["mean", "highest"], "pooled", axis=1)

    def model(self) -> Any:
        """Return the finished model, checked as far as the standard operators go."""
        value = helper.make_tensor_value_info
        inputs = [
            value("ids", TensorProto.INT64, ["batch", "pieces"]),
            value("shapes", TensorProto.INT64, ["batch", "pieces"]),
            value("lengths", TensorProto.INT32, ["batch"]),
        ]
        outputs = [
            value("kinds", TensorProto.FLOAT, ["batch", "pieces", "kind"]),
            value("marks", TensorProto.FLOAT, ["batch", "pieces", "mark"]),
            value("whole", TensorProto.FLOAT, ["batch", "verdict"]),
        ]
        body = helper.make_graph(self._nodes, "encoder", inputs, outputs, self._constants)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        model = helper.make_model(
            body, opset_imports=opsets, ir_version=9, producer_name="sottovoce"
        )
        onnx.checker.check_model(model)
        return model
