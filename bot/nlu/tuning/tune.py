"""The tuning itself: gradient descent on the last three layers and a head over them."""
from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from bot.nlu.adapter import LAYERS, Adapter, low_rank
from bot.nlu.safety.examples import CALM, SafetyExample
from bot.nlu.tuning.batches import SIZE, batches, pad
from bot.nlu.tuning.bert import Weights, layer, layer_weights, lower_layers, pooled

#: Chosen on the development sets.
EPOCHS, RATE, HEAD_RATE, WARM_UP = 5, 1.5e-4, 10.0, 100
KEEP_TOKENS, KEEP_POOLED, SMOOTHING = 0.9, 0.8, 0.05
SEED = 0
Parameters = dict[str, Any]


def tune(weights: Mapping[str, np.ndarray], texts: Sequence[np.ndarray], examples: Sequence[SafetyExample],
         importance: np.ndarray) -> Adapter:
    """Return what is learnt from ``examples``.

    Args:
        weights: the published weights of the encoder.
        texts: the word pieces of each example (int32, [length]).
        examples: what each must be taken for.
        importance: how much each counts (float32, [number of examples]).
    """
    classes = tuple(sorted({example.rule for example in examples}))
    wanted = np.array([classes.index(example.rule) for example in examples])
    states = _wording_states(weights, texts)
    started = {"top": [layer_weights(weights, number) for number in LAYERS],
               "head": {"weight": 0.02 * jax.random.normal(jax.random.PRNGKey(SEED), (768, len(classes))),
                        "bias": jnp.zeros(len(classes))}}
    alarming = jnp.array([name != CALM and not name.startswith("ca_") for name in classes])
    learnt = _descend(started, states, wanted, importance, alarming)
    return _as_adapter(weights, learnt, classes)


def _wording_states(weights: Mapping[str, np.ndarray], texts: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The states of the layer below, which do not change while the layers above are tuned (float16)."""
    run = jax.jit(lambda pieces, mask: lower_layers(weights, pieces, mask))
    found: list[np.ndarray] = [np.empty(0)] * len(texts)
    for length, places in batches([len(text) for text in texts], np.arange(len(texts))):
        array = np.asarray(run(*pad([texts[place] for place in places], length))).astype(np.float16)
        for number, place in enumerate(places):
            found[place] = array[number, :len(texts[place])]
    return found


def _logits(learnt: Parameters, states: jax.Array, mask: jax.Array, key: jax.Array) -> jax.Array:
    one, other = jax.random.split(key)
    states = states * jax.random.bernoulli(one, KEEP_TOKENS, (*states.shape[:2], 1)) / KEEP_TOKENS
    for weights in learnt["top"]:
        states = layer(weights, states, mask)
    read = pooled(states, mask)
    read = read * jax.random.bernoulli(other, KEEP_POOLED, read.shape) / KEEP_POOLED
    return read @ learnt["head"]["weight"] + learnt["head"]["bias"]


def _loss(learnt: Parameters, batch: tuple[jax.Array, ...], alarming: jax.Array, key: jax.Array) -> jax.Array:
    """Cross entropy over the rules, and once more over "tells of a sign" against "does not"."""
    states, mask, wanted, importance = batch
    shares = jax.nn.log_softmax(_logits(learnt, states, mask, key))
    target = (1 - SMOOTHING) * jax.nn.one_hot(wanted, shares.shape[1]) + SMOOTHING / shares.shape[1]
    side = jnp.where(alarming[None, :] == alarming[wanted][:, None], shares, -jnp.inf)
    losses = -(target * shares).sum(1) - jax.nn.logsumexp(side, 1)
    total: jax.Array = (losses * importance).sum() / importance.sum()
    return total


def _descend(learnt: Parameters, states: Sequence[np.ndarray], wanted: np.ndarray, importance: np.ndarray,
             alarming: jax.Array) -> Parameters:
    """Adam with a rate that rises for ``WARM_UP`` steps and then falls to nothing."""
    first = second = jax.tree_util.tree_map(jnp.zeros_like, learnt)
    random, key, step = np.random.default_rng(SEED), jax.random.PRNGKey(SEED), 0
    steps = EPOCHS * (len(states) // SIZE)

    @jax.jit
    def update(learnt: Parameters, first: Parameters, second: Parameters, step: float, rate: float,
               batch: tuple[jax.Array, ...], key: jax.Array) -> tuple[Parameters, Parameters, Parameters, jax.Array]:
        loss, slope = jax.value_and_grad(_loss)(learnt, batch, alarming, key)
        first = jax.tree_util.tree_map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
        second = jax.tree_util.tree_map(lambda old, new: 0.999 * old + 0.001 * new * new, second, slope)
        moves = jax.tree_util.tree_map(
            lambda one, two: (one / (1 - 0.9 ** step)) / (jnp.sqrt(two / (1 - 0.999 ** step)) + 1e-8), first, second)
        rates = {"top": rate, "head": HEAD_RATE * rate}
        moved = {part: jax.tree_util.tree_map(lambda old, move, by=rates[part]: old - by * move, learnt[part],
                                              moves[part]) for part in learnt}
        return moved, first, second, loss

    for epoch in range(EPOCHS):
        began, losses = time.monotonic(), []
        for length, places in batches([len(each) for each in states], random.permutation(len(states))):
            step += 1
            key, this = jax.random.split(key)
            rate = RATE * min(1.0, step / WARM_UP) * max(0.05, 1 - step / (1.05 * steps))
            array, mask = pad([states[place].astype(np.float32) for place in places], length)
            labels, counts = np.zeros(SIZE, dtype=np.int32), np.zeros(SIZE, dtype=np.float32)
            labels[:len(places)], counts[:len(places)] = wanted[places], importance[places]
            batch = (jnp.asarray(array), jnp.asarray(mask), jnp.asarray(labels), jnp.asarray(counts))
            learnt, first, second, loss = update(learnt, first, second, float(step), rate, batch, this)
            losses.append(float(loss))
        print(f"Tuning: pass {epoch + 1} of {EPOCHS}, loss {np.mean(losses):.3f}, {time.monotonic() - began:.0f} s",
              flush=True)
    return learnt


def _as_adapter(weights: Mapping[str, np.ndarray], learnt: Parameters, classes: tuple[str, ...]) -> Adapter:
    factors, shifts = {}, {}
    for number, top in zip(LAYERS, learnt["top"], strict=True):
        layer_: Weights = top
        for name, value in layer_.items():
            full = f"encoder.layer.{number}.{name}"
            change = np.asarray(value) - weights[full]
            if change.ndim == 2:
                factors[full] = low_rank(change)
            else:
                shifts[full] = change
    return Adapter(factors, shifts, classes, np.asarray(learnt["head"]["weight"]), np.asarray(learnt["head"]["bias"]))
