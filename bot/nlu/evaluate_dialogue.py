"""How well conversations are understood: follow-ups, messages with several questions, comparisons.

Each message goes through the understanding and ``bot.dialogue``, as in the running assistant. A follow-up counts when
kind, subjects and areas of its one question are right; a double question when each of its questions is there with its
kind and subjects, in order, and no other; a comparison when it is one question of that kind with all its subjects.
``evaluate.py`` prints the totals.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.dialogue.context import Context
from bot.dialogue.resolve import GO_ON, MORE_OF_IT, resolve
from bot.dialogue.roles import FamilyOf
from bot.model import Question

if TYPE_CHECKING:
    from bot.nlu.understand import Understander

FOLLOW_UPS, DOUBLE, COMPARISONS = "follow_ups", "double_questions", "comparisons"
#: Percent of each set that has to be right.
CONVERSATION_TARGETS: Mapping[str, float] = {FOLLOW_UPS: 92.0, DOUBLE: 90.0, COMPARISONS: 95.0}
HELD_OUT, DEVELOPMENT = "held_out", "development"


@dataclass(frozen=True)
class Total:
    """How many records of a set were right; ``name`` is its file's."""

    name: str
    right: int
    asked: int
    target: float | None  # percent

    @property
    def percent(self) -> float:
        return 100 * self.right / self.asked

    @property
    def missed(self) -> bool:
        """Whether a target was set and not reached."""
        return self.target is not None and self.percent < self.target

    def __str__(self) -> str:
        wanted = "" if self.target is None else f", target {self.target:.0f} %"
        return f"{self.name:<30} {self.percent:5.1f} %  ({self.right} of {self.asked}{wanted})"


def totals(understander: Understander, family_of: FamilyOf, folder: Path) -> Iterator[Total]:
    """Ask every record of the conversation sets in ``folder``; only those held out have targets."""
    for group in (DEVELOPMENT, HELD_OUT):
        for name, target in CONVERSATION_TARGETS.items():
            path = folder / f"{group}_{name}.yml"
            records = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            right = sum(is_right(name, record, _asked(understander, record, family_of)) for record in records)
            yield Total(path.stem, right, len(records), target if group == HELD_OUT else None)


def _asked(understander: Understander, record: Mapping[str, Any], family_of: FamilyOf) -> list[Question]:
    context = conversation(understander, record.get("before", ()), family_of)
    return asked(understander, record["text"], context, family_of)


def asked(understander: Understander, text: str, context: Context, family_of: FamilyOf) -> list[Question]:
    """The questions that ``text`` asks in ``context``; none when it is small talk, declined or a safety matter."""
    from bot.nlu.intent import NOT_SURE

    understood = understander.understand(text)
    if understood.safety is None and understood.intent == GO_ON and context.last is not None:
        return resolve(MORE_OF_IT, context, family_of)
    if understood.safety is not None or not (understood.is_question or understood.intent == NOT_SURE):
        return []
    return [each for each in resolve(understood.turn, context, family_of) if each.kind is not None]


def conversation(understander: Understander, texts: Sequence[str], family_of: FamilyOf) -> Context:
    """What the conversation is about after a visitor has said ``texts``."""
    context = Context()
    for text in texts:
        for question in asked(understander, text, context, family_of):
            context = context.after(question)
    return context


def is_right(name: str, record: Mapping[str, Any], questions: Sequence[Question]) -> bool:
    """Whether the questions are those that a record of a set (``follow_ups`` …) wants."""
    if name == COMPARISONS:
        return len(questions) == 1 and questions[0].kind == "comparison" and set(record["subjects"]) <= set(
            questions[0].subjects)
    wanted = record["means"] if name == DOUBLE else [record["means"]]
    return len(questions) == len(wanted) and all(
        _same(each, question, areas=name == FOLLOW_UPS) for each, question in zip(wanted, questions, strict=True))


def _same(wanted: Mapping[str, Any], question: Question, areas: bool) -> bool:
    return (question.kind == wanted["kind"] and set(question.subjects) == set(wanted["subjects"])
            and (not areas or set(question.areas) == set(wanted["areas"])))
