"""Layers of BERT in JAX, for texts of one batch with the names and shapes of Hugging Face's BertModel."""
from __future__ import annotations

from collections.abc import Mapping

import jax
import jax.numpy as jnp
import numpy as np

from bot.nlu.encoder_graph import EPSILON, HEADS, HIDDEN, WORDING_LAYER

Weights = Mapping[str, jax.Array]
FAR = -1e9  # what a place that holds no word piece counts in a softmax or a maximum


def layer_weights(weights: Mapping[str, np.ndarray], number: int) -> dict[str, jax.Array]:
    """Return the weights of layer ``number`` (from 0) by their names inside it."""
    prefix = f"encoder.layer.{number}."
    return {name.removeprefix(prefix): jnp.asarray(value) for name, value in weights.items() if name.startswith(prefix)}


def _norm(weights: Weights, name: str, states: jax.Array) -> jax.Array:
    mean = states.mean(-1, keepdims=True)
    spread = ((states - mean) ** 2).mean(-1, keepdims=True)
    return (states - mean) / jnp.sqrt(spread + EPSILON) * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _dense(weights: Weights, name: str, states: jax.Array) -> jax.Array:
    return states @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _attention(weights: Weights, states: jax.Array, mask: jax.Array) -> jax.Array:
    batch, length, _ = states.shape

    def heads(part: str) -> jax.Array:
        return _dense(weights, f"attention.self.{part}", states).reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)

    scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.sqrt(HIDDEN // HEADS)
    shares = jax.nn.softmax(scores + jnp.where(mask[:, None, None, :], 0, FAR), -1)
    mixed = (shares @ heads("value")).transpose(0, 2, 1, 3).reshape(batch, length, HIDDEN)
    return _dense(weights, "attention.output.dense", mixed)


def layer(weights: Weights, states: jax.Array, mask: jax.Array) -> jax.Array:
    """Run one layer over ``states`` (float32, [batch, length, 384]); ``mask`` (bool) says where words are."""
    middle = _norm(weights, "attention.output.LayerNorm", states + _attention(weights, states, mask))
    grown = jax.nn.gelu(_dense(weights, "intermediate.dense", middle), approximate=False)
    return _norm(weights, "output.LayerNorm", middle + _dense(weights, "output.dense", grown))


def pooled(states: jax.Array, mask: jax.Array) -> jax.Array:
    """Return the mean and the maximum over each text (float32, [batch, 768])."""
    there = mask[:, :, None]
    return jnp.concatenate([(states * there).sum(1) / there.sum(1), jnp.where(there, states, FAR).max(1)], -1)


def lower_layers(weights: Mapping[str, np.ndarray], pieces: jax.Array, mask: jax.Array) -> jax.Array:
    """Return the states of the wording layer for ``pieces`` (int32, [batch, length])."""
    words = jnp.asarray(weights["embeddings.word_embeddings.weight"])[pieces]
    places = jnp.asarray(weights["embeddings.position_embeddings.weight"])[:pieces.shape[1]]
    kind = jnp.asarray(weights["embeddings.token_type_embeddings.weight"])[0]
    table = {name.removeprefix("embeddings."): jnp.asarray(value) for name, value in weights.items()
             if name.startswith("embeddings.LayerNorm")}
    states = _norm(table, "LayerNorm", words + places + kind)
    for number in range(WORDING_LAYER + 1):
        states = layer(layer_weights(weights, number), states, mask)
    return states
