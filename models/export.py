"""Writes a logistic regression over hashed features as an ONNX graph."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET: Final = 17
IR_VERSION: Final = 9


def graph(weights: npt.NDArray[np.float32], *, bias: float, slope: float, offset: float) -> bytes:
    """Return the ONNX file: sigmoid(slope * (sum of weight * value + bias) + offset).

    Inputs are `indices` and `values`, both [windows, features]; the output is `probability`,
    [windows]. Only the weights of features that occur are gathered.
    """
    nodes: list[Any] = [
        helper.make_node("Gather", ["weights", "indices"], ["gathered"], axis=0),
        helper.make_node("Mul", ["gathered", "values"], ["products"]),
        helper.make_node("ReduceSum", ["products", "axes"], ["score"], keepdims=0),
        helper.make_node("Add", ["score", "bias"], ["logit"]),
        helper.make_node("Mul", ["logit", "slope"], ["scaled"]),
        helper.make_node("Add", ["scaled", "offset"], ["calibrated"]),
        helper.make_node("Sigmoid", ["calibrated"], ["probability"]),
    ]
    shape = ["windows", "features"]
    model = helper.make_model(
        helper.make_graph(
            nodes,
            "sensitivity",
            [
                helper.make_tensor_value_info("indices", TensorProto.INT64, shape),
                helper.make_tensor_value_info("values", TensorProto.FLOAT, shape),
            ],
            [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["windows"])],
            [
                numpy_helper.from_array(weights.astype(np.float32), "weights"),
                numpy_helper.from_array(np.array([1], np.int64), "axes"),
                *(
                    numpy_helper.from_array(np.array(value, np.float32), name)
                    for name, value in (("bias", bias), ("slope", slope), ("offset", offset))
                ),
            ],
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="sottovoce",
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(model)
    written: bytes = model.SerializeToString(deterministic=True)
    return written
