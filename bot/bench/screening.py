"""What the safety screen costs a message: `python -m bot.bench.screening MODEL TEXTS.json OUT.json`.

Timed after the language pipeline. The encoder runs once for the screen and the question's kind, and the screen needs
its tuned branch besides; so what the screen adds to a message is its time less that of the encoder without the branch.
Both are reported.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from bot.nlu.quick_start import start_quickly


def milliseconds(model: Path, texts: list[str]) -> tuple[list[float], list[float]]:
    """How long the screen takes for each text: in all, and beyond what the encoder takes without the screen."""
    start_quickly()
    from bot import settings
    from bot.nlu.encoder import load_encoder
    from bot.nlu.language import load_language, read_text
    from bot.nlu.safety.screen import screen
    from bot.nlu.spelling import meant_text
    from bot.nlu.understand import read_models

    _, safety = read_models(model)
    encoder, language = load_encoder(), load_language(settings.read().language_dir)
    screen(read_text(language, "the first message starts what later ones find started"), safety, encoder)
    whole, added = [], []
    for text in dict.fromkeys(texts):
        doc = read_text(language, text)
        started = time.perf_counter()
        encoder.encode_plain(meant_text(doc))
        encoded = time.perf_counter()
        screen(doc, safety, encoder)
        whole.append(1000 * (time.perf_counter() - encoded))
        added.append(whole[-1] - 1000 * (encoded - started))
    return whole, added


def main() -> int:
    """Read, screen, write the median and the 95th percentile."""
    model, texts, out = map(Path, sys.argv[1:4])
    whole, added = milliseconds(model, json.loads(texts.read_text(encoding="utf-8")))
    figures = {"screen_p50_ms": statistics.median(added), "screen_p95_ms": sorted(added)[int(0.95 * len(added))],
               "screen_alone_p50_ms": statistics.median(whole)}
    out.write_text(json.dumps(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
