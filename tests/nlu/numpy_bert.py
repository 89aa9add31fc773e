"""all-MiniLM-L6-v2's forward pass in plain numpy: the yardstick for the ONNX graph, written apart from it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.special import erf


def layer_norm(x: np.ndarray, weights: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def dense(x: np.ndarray, weights: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def embed(weights: Mapping[str, np.ndarray], ids: Sequence[int], layers: int = 6) -> np.ndarray:
    """Return the unit embedding (float64, [384]) of the token ``ids`` after so many layers."""
    mean = token_states(weights, ids, layers).mean(0)
    return mean / np.linalg.norm(mean)


def token_states(weights: Mapping[str, np.ndarray], ids: Sequence[int], layers: int = 6) -> np.ndarray:
    """Return the vector of each token (float64, [length, 384]) after so many layers."""
    weights = {name: value.astype(np.float64) for name, value in weights.items() if value.dtype == np.float32}
    x = (weights["embeddings.word_embeddings.weight"][list(ids)]
         + weights["embeddings.position_embeddings.weight"][:len(ids)]
         + weights["embeddings.token_type_embeddings.weight"][0])
    x = layer_norm(x, weights, "embeddings.LayerNorm")
    for number in range(layers):
        layer = f"encoder.layer.{number}"
        heads = []
        query, key, value = (dense(x, weights, f"{layer}.attention.self.{part}") for part in ("query", "key", "value"))
        for start in range(0, 384, 32):
            columns = slice(start, start + 32)
            scores = query[:, columns] @ key[:, columns].T / np.sqrt(32)
            shares = np.exp(scores - scores.max(-1, keepdims=True))
            heads.append(shares / shares.sum(-1, keepdims=True) @ value[:, columns])
        attended = dense(np.concatenate(heads, -1), weights, f"{layer}.attention.output.dense")
        x = layer_norm(x + attended, weights, f"{layer}.attention.output.LayerNorm")
        grown = dense(x, weights, f"{layer}.intermediate.dense")
        grown = grown * 0.5 * (1 + erf(grown / np.sqrt(2)))
        x = layer_norm(x + dense(grown, weights, f"{layer}.output.dense"), weights, f"{layer}.output.LayerNorm")
    return x
