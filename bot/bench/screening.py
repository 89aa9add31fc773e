"""What the safety screen costs a message: `python -m bot.bench.screening MODEL TEXTS.json OUT.json`.

Timed by itself, after the language pipeline. The encoder reads each text anew, although in the pipeline the tuned
branch shares the lower half of it with the intent's vectors: so this is the most that the screen can cost.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from bot.nlu.quick_start import start_quickly


def milliseconds(model: Path, texts: list[str]) -> list[float]:
    """How long the screen takes for each text."""
    start_quickly()
    from bot import settings
    from bot.nlu.encoder import load_encoder
    from bot.nlu.language import load_language, read_text
    from bot.nlu.safety.screen import screen
    from bot.nlu.understand import read_models

    _, safety = read_models(model)
    encoder, language = load_encoder(), load_language(settings.read().language_dir)
    screen(read_text(language, "the first message starts what later ones find started"), safety, encoder)
    taken = []
    for text in dict.fromkeys(texts):
        doc = read_text(language, text)
        started = time.perf_counter()
        screen(doc, safety, encoder)
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def main() -> int:
    """Read, screen, write the median and the 95th percentile."""
    model, texts, out = map(Path, sys.argv[1:4])
    taken = milliseconds(model, json.loads(texts.read_text(encoding="utf-8")))
    figures = {"screen_p50_ms": statistics.median(taken), "screen_p95_ms": sorted(taken)[int(0.95 * len(taken))]}
    out.write_text(json.dumps(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
