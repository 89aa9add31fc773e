"""Embeddings as bytes: float32, little-endian, four bytes a value, on every machine."""
from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence


def to_bytes(vector: Sequence[float] | None) -> bytes | None:
    """The vector's bytes; values are rounded to float32. None stays None."""
    if vector is None:
        return None
    values = array("f", vector)
    _swap_on_big_endian(values)
    return values.tobytes()


def from_bytes(blob: bytes | None) -> Sequence[float] | None:
    """An ``array('f')``, which numpy reads without a copy. Raises ValueError for a broken blob."""
    if blob is None:
        return None
    values = array("f")
    values.frombytes(blob)
    _swap_on_big_endian(values)
    return values


def _swap_on_big_endian(values: array[float]) -> None:
    if sys.byteorder == "big":
        values.byteswap()
