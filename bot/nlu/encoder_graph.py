"""The six-layer BERT of all-MiniLM-L6-v2 as an ONNX graph, written straight from its safetensors.

The graph reads ``input_ids`` (int64, [length], one text without padding) and gives two unit vectors (float32, [384]):
``embedding``, the last layer's token vectors averaged over the text, as the model's own pooling configuration has it,
and ``wording``, the same of the third layer, which still knows how a thing was said where the last one knows what it
is about. One text at a time needs no attention mask, and keeps a text's int8 rounding independent of its neighbours.

From the third layer a second branch goes on to ``alarm`` (float32, [768]): the last three layers once more, with
weights that were tuned to tell signs of an emergency from calm messages (``bot/nlu/tuning``); mean and maximum over the
text.
"""
from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HIDDEN, HEADS, LAYERS, EPSILON = 384, 12, 6, 1e-12
WORDING_LAYER = 2  # counted from 0
#: Prefix of the tuned weights; the layers behind the wording layer have them.
ALARM = "alarm."
OPSET = 17  # the first with LayerNormalization


class GraphBuilder:
    """Collects nodes and constants. Method ``op`` adds a node and returns the name of its output."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def op(self, kind: str, inputs: Sequence[str], name: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def dense(self, inputs: str, weight: str, name: str) -> str:
        """x·Wᵀ + b, with torch's weights of shape [out, in]."""
        kernel = self.constant(f"{name}.kernel", self.weights[f"{weight}.weight"].T)
        bias = self.constant(f"{name}.bias", self.weights[f"{weight}.bias"])
        return self.op("Add", [self.op("MatMul", [inputs, kernel], f"{name}.product"), bias], name)

    def layer_norm(self, inputs: str, weight: str, name: str) -> str:
        scale = self.constant(f"{name}.scale", self.weights[f"{weight}.weight"])
        bias = self.constant(f"{name}.shift", self.weights[f"{weight}.bias"])
        return self.op("LayerNormalization", [inputs, scale, bias], name, axis=-1, epsilon=EPSILON)

    def gelu(self, inputs: str, name: str) -> str:
        """x · ½ · (1 + erf(x / √2)), in the order of operations that ONNX Runtime fuses."""
        scaled = self.op("Div", [inputs, "sqrt_two"], f"{name}.scaled")
        shifted = self.op("Add", [self.op("Erf", [scaled], f"{name}.erf"), "one"], f"{name}.shifted")
        return self.op("Mul", [self.op("Mul", [inputs, shifted], f"{name}.product"), "half"], name)


def _embeddings(graph: GraphBuilder) -> str:
    """Word + position + first token type, normalised. Slice, because Range and Gather are fused wrongly."""
    words = graph.constant("words", graph.weights["embeddings.word_embeddings.weight"])
    positions = graph.weights["embeddings.position_embeddings.weight"]
    token_type = graph.weights["embeddings.token_type_embeddings.weight"][0]
    table = graph.constant("positions", positions + token_type)
    length = graph.op("Shape", ["input_ids"], "length")
    place = graph.op("Slice", [table, graph.constant("start", np.array([0])), length], "place")
    word = graph.op("Gather", [words, "input_ids"], "word")
    return graph.layer_norm(graph.op("Add", [word, place], "embedded"), "embeddings.LayerNorm", "normed")


def _attention(graph: GraphBuilder, inputs: str, layer: str) -> str:
    """Multi-head self-attention over [length, 384]; heads go first for the two products."""
    heads = {}
    for part in ("query", "key", "value"):
        dense = graph.dense(inputs, f"{layer}.attention.self.{part}", f"{layer}.{part}")
        split = graph.op("Reshape", [dense, "split_heads"], f"{layer}.{part}.split")
        order = [1, 2, 0] if part == "key" else [1, 0, 2]
        heads[part] = graph.op("Transpose", [split], f"{layer}.{part}.heads", perm=order)
    scores = graph.op("MatMul", [heads["query"], heads["key"]], f"{layer}.scores")
    scaled = graph.op("Div", [scores, "sqrt_head"], f"{layer}.scaled")
    weights = graph.op("Softmax", [scaled], f"{layer}.weights", axis=-1)
    mixed = graph.op("MatMul", [weights, heads["value"]], f"{layer}.mixed")
    joined = graph.op("Transpose", [mixed], f"{layer}.joined", perm=[1, 0, 2])
    flat = graph.op("Reshape", [joined, "join_heads"], f"{layer}.flat")
    return graph.dense(flat, f"{layer}.attention.output.dense", f"{layer}.attended")


def _layer(graph: GraphBuilder, inputs: str, layer: str) -> str:
    attended = graph.op("Add", [_attention(graph, inputs, layer), inputs], f"{layer}.residual1")
    middle = graph.layer_norm(attended, f"{layer}.attention.output.LayerNorm", f"{layer}.norm1")
    grown = graph.gelu(graph.dense(middle, f"{layer}.intermediate.dense", f"{layer}.grown"), f"{layer}.gelu")
    shrunk = graph.dense(grown, f"{layer}.output.dense", f"{layer}.shrunk")
    return graph.layer_norm(graph.op("Add", [shrunk, middle], f"{layer}.residual2"), f"{layer}.output.LayerNorm",
                            f"{layer}.norm2")


def _pooled(graph: GraphBuilder, states: str, name: str) -> str:
    """The mean over the text, at unit length."""
    mean = graph.op("ReduceMean", [states], f"{name}.mean", axes=[0], keepdims=0)
    return graph.op("LpNormalization", [mean], name, axis=-1, p=2)


def _alarm(graph: GraphBuilder, states: str) -> str:
    """The tuned branch on the third layer's token vectors."""
    for number in range(WORDING_LAYER + 1, LAYERS):
        states = _layer(graph, states, f"{ALARM}encoder.layer.{number}")
    mean = graph.op("ReduceMean", [states], "alarm.mean", axes=[0], keepdims=0)
    most = graph.op("ReduceMax", [states], "alarm.max", axes=[0], keepdims=0)
    return graph.op("Concat", [mean, most], "alarm", axis=0)


def build_graph(weights: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """Return the float32 model for ``weights``.

    Names and shapes are those of Hugging Face's BertModel (6 × 384); the tuned layers have ``ALARM`` before theirs.
    """
    graph = GraphBuilder(weights)
    graph.constant("sqrt_two", np.array(math.sqrt(2), dtype=np.float32))
    graph.constant("sqrt_head", np.array(math.sqrt(HIDDEN // HEADS), dtype=np.float32))
    graph.constant("one", np.array(1, dtype=np.float32))
    graph.constant("half", np.array(0.5, dtype=np.float32))
    graph.constant("split_heads", np.array([-1, HEADS, HIDDEN // HEADS]))
    graph.constant("join_heads", np.array([-1, HIDDEN]))
    states = _embeddings(graph)
    for number in range(LAYERS):
        states = _layer(graph, states, f"encoder.layer.{number}")
        if number == WORDING_LAYER:
            _pooled(graph, states, "wording")
            _alarm(graph, states)
    _pooled(graph, states, "embedding")
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "all-MiniLM-L6-v2",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["length"])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, [width])
             for name, width in (("embedding", HIDDEN), ("wording", HIDDEN), ("alarm", 2 * HIDDEN))],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,  # the highest that onnxruntime 1.16 is sure to read for opset 17
    )
    onnx.checker.check_model(model)
    return model
