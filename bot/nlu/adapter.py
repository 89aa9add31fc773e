"""The tuned weights of the encoder's alarm branch, as differences of low rank from the published ones.

``bot/nlu/adapter.npz`` is written by ``python -m bot.nlu.tuning`` and kept in the repository: tuning takes a quarter of
an hour, and everything after it (``encoder_setup``, training, serving) only reads the file.
"""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FILE = Path(__file__).parent / "adapter.npz"
#: The tuned layers, and what the published names of their weights begin with.
LAYERS = (3, 4, 5)
PUBLISHED = tuple(f"encoder.layer.{number}." for number in LAYERS)
#: What tuned weights are called beside the published ones.
PREFIX = "alarm."
#: How much of a matrix's difference is kept.
RANK = 20


@dataclass(frozen=True)
class Adapter:
    """What was learnt: by name of a weight, its difference, and the head over the branch, 768 values to K classes."""

    factors: Mapping[str, tuple[np.ndarray, np.ndarray]]  # a matrix's difference: [out, RANK]·[RANK, in]
    shifts: Mapping[str, np.ndarray]  # a vector's difference
    classes: tuple[str, ...]  # ids of safety rules, and "none"
    head: np.ndarray  # float32, [768, K]
    bias: np.ndarray  # float32, [K]

    def tuned(self, weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return every weight of the tuned layers, the published one with its difference, under ``PREFIX``."""
        found: dict[str, np.ndarray] = {}
        for name, value in weights.items():
            if name.startswith(PUBLISHED):
                factors = self.factors.get(name)
                change = factors[0] @ factors[1] if factors else self.shifts[name]
                found[PREFIX + name] = (value + change).astype(np.float32)
        return found

    def save(self, path: Path = FILE) -> None:
        """Write the adapter in half precision."""
        arrays = {f"{name}|{part}": factor for name, factors in self.factors.items()
                  for part, factor in zip("ab", factors, strict=True)}
        arrays |= {f"{name}|shift": shift for name, shift in self.shifts.items()}
        arrays |= {"head": self.head, "bias": self.bias}
        halves = {name: array.astype(np.float16) for name, array in arrays.items()}
        np.savez_compressed(path, classes=np.array(self.classes), **halves)


def low_rank(difference: np.ndarray, rank: int = RANK) -> tuple[np.ndarray, np.ndarray]:
    """Return the two factors whose product is nearest to ``difference``."""
    left, size, right = np.linalg.svd(difference.astype(np.float64), full_matrices=False)
    root = np.sqrt(size[:rank])
    return (left[:, :rank] * root).astype(np.float32), (root[:, None] * right[:rank]).astype(np.float32)


def load_adapter(path: Path = FILE) -> Adapter:
    """Read the adapter. Raises OSError, ValueError or KeyError when it cannot be read."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name].astype(np.float32) for name in file.files if name != "classes"}
        classes = tuple(str(name) for name in file["classes"])
    names = [name.removesuffix("|a") for name in arrays if name.endswith("|a")]
    return Adapter({name: (arrays[f"{name}|a"], arrays[f"{name}|b"]) for name in names},
                   {name.removesuffix("|shift"): shift for name, shift in arrays.items() if name.endswith("|shift")},
                   classes, arrays["head"], arrays["bias"])


def adapter_digest(path: Path = FILE) -> str:
    """Return the sha256 of the file (hex). Raises OSError."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
