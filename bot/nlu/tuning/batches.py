"""Texts in batches of about one length, so that little of the work is done on padding."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

#: Lengths in word pieces that batches are padded to; JAX compiles its program once for each.
LENGTHS = (12, 20, 32, 48, 80, 128)
SIZE = 32


def padded_length(length: int) -> int:
    """Return the smallest of ``LENGTHS`` that holds ``length``, or the largest of all."""
    return next((each for each in LENGTHS if length <= each), LENGTHS[-1])


def batches(lengths: Sequence[int], order: np.ndarray) -> Iterator[tuple[int, list[int]]]:
    """Yield the padded length and the places of the texts of each batch, which are taken in ``order``."""
    waiting: dict[int, list[int]] = defaultdict(list)
    for place in order:
        bucket = padded_length(lengths[place])
        waiting[bucket].append(int(place))
        if len(waiting[bucket]) == SIZE:
            yield bucket, waiting.pop(bucket)
    yield from waiting.items()


def pad(rows: Sequence[np.ndarray], length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return ``rows`` ([each its length, …]) as one array [SIZE, length, …] with zeros behind, and where they are."""
    array = np.zeros((SIZE, length, *rows[0].shape[1:]), dtype=rows[0].dtype)
    mask = np.zeros((SIZE, length), dtype=bool)
    mask[:, 0] = True  # a row of padding alone would divide by nothing
    for number, row in enumerate(rows):
        array[number, :len(row)] = row[:length]
        mask[number, :len(row)] = True
    return array, mask
