"""What the safety answers are, word for word."""
from __future__ import annotations

from typing import Any

from bot.editorial.library import Library
from bot.settings import ROOT

STROKE = "one side of my face suddenly dropped and my speech is slurred"
RULES = {str(placed.shape.id): placed.shape for placed in Library.read(ROOT / "bot" / "content").safety_rules}


def is_the_answer_alone(replies: list[dict[str, Any]], rule: str) -> bool:
    """Whether ``replies`` are the text of ``rule`` and its record, and nothing else."""
    said = RULES[rule]
    record = {"type": "safety", "v": 1, "level": said.level, "rule": rule, "headline": said.message}
    return [{key: value for key, value in reply.items() if key != "recipient_id"} for reply in replies] == [
        {"text": said.message}, {"custom": record}]
