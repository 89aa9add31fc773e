"""``python -m bot.nlu.tuning``: learn the adapter anew from data/safety and the training examples."""
from __future__ import annotations

import sys
import time

import numpy as np

from bot.nlu.quick_start import start_quickly

start_quickly()

import yaml  # noqa: E402
from safetensors.numpy import load_file  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402

from bot import settings  # noqa: E402
from bot.bootstrap import repository  # noqa: E402
from bot.nlu.adapter import FILE  # noqa: E402
from bot.nlu.encoder_setup import check_sources, source_directory  # noqa: E402
from bot.nlu.feed import VocabularyFeed  # noqa: E402
from bot.nlu.language import load_language, read_text  # noqa: E402
from bot.nlu.safety.examples import CALM, FOLDER, SafetyExample, read_examples  # noqa: E402
from bot.nlu.spelling import meant_text  # noqa: E402
from bot.nlu.tuning.batches import LENGTHS  # noqa: E402
from bot.nlu.tuning.tune import SEED, tune  # noqa: E402

#: Ordinary questions are many and easy: so many of them are enough, and each counts half.
ORDINARY, ORDINARY_COUNTS = 1800, 0.5


def ordinary_questions() -> list[SafetyExample]:
    """Return a fixed random choice of the training examples of the intents."""
    texts = []
    for path in sorted((settings.ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in block:
                texts += [line.removeprefix("- ") for line in block["examples"].splitlines()]
    chosen = np.random.default_rng(SEED).permutation(len(texts))[:ORDINARY]
    return [SafetyExample(texts[place], CALM) for place in chosen]


def main() -> int:
    where, started = settings.read(), time.monotonic()
    source = source_directory()
    check_sources(source)
    language = load_language(where.language_dir)
    VocabularyFeed(language, repository()).refresh()
    own, ordinary = list(read_examples(settings.ROOT / FOLDER, where.content_dir)), ordinary_questions()
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTHS[-1])
    examples = own + ordinary
    texts = [np.array(tokenizer.encode(meant_text(read_text(language, example.text))).ids, dtype=np.int32)
             for example in examples]
    importance = np.array([1.0] * len(own) + [ORDINARY_COUNTS] * len(ordinary), dtype=np.float32)
    print(f"Tuning: {len(examples)} messages. This takes a quarter of an hour or more.", flush=True)
    tune(load_file(source / "model.safetensors"), texts, examples, importance).save(FILE)
    print(f"Tuning: {FILE.relative_to(settings.ROOT)} written in {time.monotonic() - started:.0f} s.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
