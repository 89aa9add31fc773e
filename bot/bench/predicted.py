"""Let a trained model's policies foretell stories: `python -m bot.bench.predicted MODEL STORIES OUT.json [--lean]`.

Rasa's own test of stories, which hands every message over as understood, with a clock on the policies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any


async def predict(model: Path, stories: Path) -> dict[str, float]:
    """How many actions were right, of how many, and the milliseconds that the policies took a message."""
    from rasa.core.agent import Agent
    from rasa.core.test import test

    agent = Agent.load(str(model))
    took: list[float] = []
    processor: Any = agent.processor
    ask = processor._predict_next_with_tracker

    def timed(tracker: Any) -> Any:
        started = time.perf_counter()
        prediction = ask(tracker)
        took.append(1000 * (time.perf_counter() - started))
        return prediction

    processor._predict_next_with_tracker = timed
    with tempfile.TemporaryDirectory() as out:
        found = await test(str(stories), agent, out_directory=out, disable_plotting=True)
    right = sum(each["action"] == each["predicted"] for each in found["actions"])
    messages = sum(each["action"] == "action_listen" for each in found["actions"])
    return {"right": right, "of": len(found["actions"]), "turn_ms": sum(took) / messages}


def main() -> int:
    """Loads, predicts, writes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lean", action="store_true", help="leave TensorFlow out")
    options = parser.parse_args()
    if options.lean:
        from bot.serving.without_tensorflow import leave_tensorflow_out

        leave_tensorflow_out()
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(40)
    options.out.write_text(json.dumps(asyncio.run(predict(options.model, options.stories))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
