"""Ask a trained model for the intent of each text: `python -m bot.bench.classify MODEL TEXTS.json OUT.json [--lean]`.

A process of its own, because one bot needs TensorFlow and the other leaves it out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

FALLBACK = "nlu_fallback"


def best_intent(parsed: dict[str, Any]) -> str:
    """The intent with the highest confidence; a threshold's "not sure" is passed over, for both bots alike."""
    ranked = [parsed["intent"], *parsed.get("intent_ranking", [])]
    return next((str(intent["name"]) for intent in ranked if intent.get("name") not in (None, FALLBACK)), "")


async def classify(model: Path, texts: list[str]) -> list[str]:
    """The best intent of each text."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    return [best_intent(await agent.parse_message(text)) for text in texts]


def main() -> int:
    """Read, classify, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lean", action="store_true", help="leave TensorFlow out")
    options = parser.parse_args()
    sys.path.insert(0, os.getcwd())
    if options.lean:
        from bot.serving.without_tensorflow import leave_tensorflow_out

        leave_tensorflow_out()
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(30)
    texts = json.loads(options.texts.read_text(encoding="utf-8"))
    options.out.write_text(json.dumps(asyncio.run(classify(options.model, texts))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
