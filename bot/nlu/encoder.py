"""Sentence embeddings: all-MiniLM-L6-v2, int8, in ONNX Runtime.

The model's files are written once by ``python -m bot.nlu.encoder_setup``. One session with one thread serves the
whole process (more threads only fight over two cores), and repeated texts come from a cache.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot import settings

DIMENSIONS = 384
#: A visitor's message is cut to this many characters before it is encoded; the model reads 128 word pieces anyway.
MAX_CHARACTERS = 1000
CACHED_TEXTS = 4096
MODEL_FILE, TOKENIZER_FILE, RECORD_FILE = "model.int8.onnx", "tokenizer.json", "encoder.json"
#: Grows when the graph or its quantisation changes, so that an older file is converted again.
FORMAT = 3


class EncoderMissing(RuntimeError):
    """The converted encoder is not there or cannot be read; the message says what to do."""


#: Length of the tuned branch's vector.
ALARM_DIMENSIONS = 2 * DIMENSIONS


class Encoding(NamedTuple):
    """What the encoder says of a text (float32, read-only)."""

    embedding: np.ndarray  # [384], unit length: what the text is about; the dot product of two is their cosine
    wording: np.ndarray  # [384], unit length: an earlier layer, closer to how it was said
    alarm: np.ndarray  # [768]: the branch that was tuned to tell signs of an emergency; empty when it was not asked for

    @property
    def plain(self) -> np.ndarray:
        """Both unit vectors in one (float32, [768])."""
        return np.concatenate([self.embedding, self.wording])


class SentenceEncoder:
    """Turns texts into unit vectors."""

    def __init__(self, directory: Path) -> None:
        """Open the model under ``directory``. Raises EncoderMissing when it is absent or unreadable."""
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(directory / MODEL_FILE), options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(directory / TOKENIZER_FILE))
        except Exception as error:  # onnxruntime and tokenizers raise bare Exceptions of their own
            raise EncoderMissing(
                f"The sentence encoder in {directory} cannot be read ({type(error).__name__}). "
                "Run `python -m bot.nlu.encoder_setup` to write it."
            ) from error
        self._only_what_is_asked = onnxruntime.RunOptions()
        self._only_what_is_asked.only_execute_path_to_fetches = True
        self.encode = lru_cache(maxsize=CACHED_TEXTS)(self._encode)
        self.encode_plain = lru_cache(maxsize=CACHED_TEXTS)(self._encode_plain)

    def _encode(self, text: str) -> Encoding:
        """Return all vectors of ``text``, of which the first 1,000 characters are read."""
        return Encoding(*self._run(Encoding._fields, text))

    def _encode_plain(self, text: str) -> Encoding:
        """Return the two unit vectors alone, in two thirds of the time."""
        embedding, wording = self._run(("embedding", "wording"), text)
        return Encoding(embedding, wording, np.empty(0, dtype=np.float32))

    def _run(self, outputs: Sequence[str], text: str) -> list[np.ndarray]:
        ids = np.array(self._tokenizer.encode(text[:MAX_CHARACTERS]).ids, dtype=np.int64)
        vectors: list[np.ndarray] = self._session.run(outputs, {"input_ids": ids}, self._only_what_is_asked)
        for vector in vectors:
            vector.flags.writeable = False
        return vectors

    def embed(self, text: str) -> np.ndarray:
        """Return the embedding of ``text`` (float32, [384], unit length, read-only)."""
        return self.encode(text).embedding

    def encode_many(self, texts: Iterable[str]) -> np.ndarray:
        """Return the embeddings of ``texts``, one row each (float32, [n, 384])."""
        rows = [self.encode_plain(text).embedding for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), dtype=np.float32)


@cache
def load_encoder() -> SentenceEncoder:
    """Return the process's one encoder. Raises EncoderMissing."""
    return SentenceEncoder(settings.read().encoder_dir)
