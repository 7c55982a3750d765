"""Writes the secrets model as one ONNX graph: n-gram sums, trees, calibration."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from companion.detectors import secret_features
from models.secrets import fit

OPSET: Final = 17
ML_OPSET: Final = 3
IR_VERSION: Final = 9


def graph(model: fit.Model) -> bytes:
    """Return the ONNX file.

    Inputs are `dense` [candidates, numbers], and `indices` and `scales`, both [candidates,
    3, n-grams]; the output is `probability`, [candidates].
    """
    nodes: list[Any] = [
        helper.make_node("Gather", ["weights", "indices"], ["gathered"], axis=0),
        helper.make_node("Mul", ["gathered", "scales"], ["products"]),
        helper.make_node("ReduceSum", ["products", "axes"], ["sums"], keepdims=0),
        helper.make_node("Add", ["sums", "biases"], ["linear"]),
        helper.make_node("Concat", ["dense", "linear"], ["inputs"], axis=1),
        helper.make_node(
            "TreeEnsembleRegressor", ["inputs"], ["raw"], domain="ai.onnx.ml", **_trees(model)
        ),
        helper.make_node("Reshape", ["raw", "flat"], ["score"]),
        helper.make_node("Mul", ["score", "slope"], ["scaled"]),
        helper.make_node("Add", ["scaled", "offset"], ["calibrated"]),
        helper.make_node("Sigmoid", ["calibrated"], ["probability"]),
    ]
    bags: list[str | int | None] = ["candidates", fit.BAGS, "grams"]
    numbers = secret_features.SIZE
    made = helper.make_model(
        helper.make_graph(
            nodes,
            "secrets",
            [
                helper.make_tensor_value_info("dense", TensorProto.FLOAT, ["candidates", numbers]),
                helper.make_tensor_value_info("indices", TensorProto.INT64, bags),
                helper.make_tensor_value_info("scales", TensorProto.FLOAT, bags),
            ],
            [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["candidates"])],
            [
                numpy_helper.from_array(model.weights.reshape(-1), "weights"),
                numpy_helper.from_array(model.biases, "biases"),
                numpy_helper.from_array(np.array([2], np.int64), "axes"),
                numpy_helper.from_array(np.array([-1], np.int64), "flat"),
                numpy_helper.from_array(np.array(model.slope, np.float32), "slope"),
                numpy_helper.from_array(np.array(model.offset, np.float32), "offset"),
            ],
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", ML_OPSET)],
        producer_name="sottovoce",
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(made)
    written: bytes = made.SerializeToString(deterministic=True)
    return written


def _trees(model: fit.Model) -> dict[str, Any]:
    """Return the trees as the attributes of ONNX-ML's TreeEnsembleRegressor."""
    columns: dict[str, list[Any]] = {
        name: []
        for name in (
            "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes",
            "nodes_truenodeids", "nodes_falsenodeids", "target_treeids", "target_nodeids",
            "target_ids", "target_weights",
        )
    }  # fmt: skip
    for number, (predictor,) in enumerate(model.trees._predictors):  # noqa: SLF001  # no other way
        for place, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            columns["nodes_treeids"].append(number)
            columns["nodes_nodeids"].append(place)
            columns["nodes_featureids"].append(0 if leaf else int(node["feature_idx"]))
            columns["nodes_values"].append(0.0 if leaf else float(node["num_threshold"]))
            columns["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
            columns["nodes_truenodeids"].append(0 if leaf else int(node["left"]))
            columns["nodes_falsenodeids"].append(0 if leaf else int(node["right"]))
            if leaf:
                columns["target_treeids"].append(number)
                columns["target_nodeids"].append(place)
                columns["target_ids"].append(0)
                columns["target_weights"].append(float(node["value"]))
    base = float(np.ravel(model.trees._baseline_prediction)[0])  # noqa: SLF001  # no other way
    return {**columns, "n_targets": 1, "base_values": [base], "post_transform": "NONE"}
