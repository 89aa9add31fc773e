"""Answers and understanding without servers, from the same model and store that the servers use."""
from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from bot import settings
from bot.bootstrap import answer_service, repository
from bot.editorial.safety_responses import read_rule, record
from bot.model import Answer, Question, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text

if TYPE_CHECKING:
    from bot.nlu.safety.screen import SafetyFinding
    from bot.nlu.understand import Understander, Understanding

ASK = "ask_"


@cache
def _understander() -> Understander:
    from bot.nlu.quick_start import start_quickly

    start_quickly()
    from bot.nlu.understand import load_understander

    return load_understander(settings.read(), repository())


def understanding_of(message: str) -> Understanding:
    """What a message is understood as.

    Raises ModelMissing, LanguageMissing, EncoderMissing or StoreError, each with the remedy.
    """
    return _understander().understand(message)


def question_of(understood: Understanding) -> Question:
    """The question that an understanding asks; its kind is None when the message asks none, or none for sure."""
    found = {label: tuple(entity.slug for entity in understood.entities if entity.label == label)
             for label in ("subject", "area", "condition", "term")}
    kind = understood.intent[len(ASK):] if understood.intent.startswith(ASK) else None
    return Question(kind, found["subject"], found["area"], found["condition"], found["term"])


def answer_to(message: str) -> tuple[str, dict[str, Any]]:
    """What the assistant answers to a message, as text and as JSON values.

    A finding of the safety screen is answered with its fixed text alone. Small talk has no answer and counts as out of
    scope here. Raises what ``understanding_of`` raises, and ValueError when a rule's text cannot be read.
    """
    understood = understanding_of(message)
    if understood.safety:
        rule = read_rule(settings.read().content_dir, understood.safety.rule)
        return rule.message, record(rule)
    answer = _answer(understood)
    return as_text(answer), as_payload(answer)


def _answer(understood: Understanding) -> Answer:
    service = answer_service()
    if understood.intent.startswith(ASK) or understood.intent == "nlu_fallback":
        told = understood.screening
        rules = tuple(caution.rule for caution in told.cautions)
        situation = Situation(rules, told.conditions if rules else ())
        return service.answer(question_of(understood), understood.retrieval, situation)
    return service.out_of_scope(Question(None))


def _safety(understood: Understanding) -> str:
    found = understood.safety
    if found is None:
        return "nothing"
    return _finding(found)


def _finding(found: SafetyFinding) -> str:
    words = ", ".join(f"“{words}”" for words in found.words)
    return f"{found.level}, rule {found.rule}, found by the {found.found_by} ({words})"


def _cautions(understood: Understanding) -> list[str]:
    told = understood.screening
    return [*(f"remembered:  {_finding(caution)}" for caution in told.cautions),
            *(f"taken back:  rule {rule}" for rule in told.taken_back)]


def as_lines(understood: Understanding) -> list[str]:
    """An understanding as an editor reads it."""
    named = [f"{entity.label}: {entity.slug} (“{understood.text[entity.start:entity.end]}”)"
             for entity in understood.entities]
    lines = [
        f"intent:      {understood.intent} ({understood.confidence:.0%})",
        f"runner-up:   {understood.runner_up.intent} ({understood.runner_up.confidence:.0%})",
        f"safety:      {_safety(understood)}",
        *_cautions(understood),
        f"named:       {'; '.join(named) or 'nothing that we have a word for'}",
        f"language:    {understood.language}",
        "nearest examples:",
        *(f"  {example.cosine:.2f}  {example.intent:20} {example.text}" for example in understood.nearest),
    ]
    if understood.retrieval:
        lines.append("nearest sourced answers:")
        lines += [f"  {hit.score:.2f}  {hit.ref}" for hit in understood.retrieval]
    return lines
