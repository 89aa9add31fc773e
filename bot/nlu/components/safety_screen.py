"""The safety screen as the last word of the pipeline: a finding decides the intent, whatever was understood before."""
from __future__ import annotations

import dataclasses
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components.intent_classifier import LinearIntentClassifier, as_rasa
from bot.nlu.intent import Ranked
from bot.nlu.safety.screen import SafetyFinding, screen

#: Key of a parsed message that has a finding: a record with the fields of ``SafetyFinding``.
SAFETY = "safety"
#: The entity that fills the slot by which the answer is chosen.
RULE = "safety_rule"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyScreen(GraphComponent, IntentClassifier):
    """Screens every message that has a text. Needs the language pipeline, and neither a store nor training."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> SafetyScreen:
        return cls()

    @classmethod
    def required_components(cls) -> list[type]:
        return [LinearIntentClassifier]

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the finding; where there is one, also the intent ``safety_<level>`` and the entity of its rule."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            finding = screen(doc) if doc is not None else None
            if finding is not None:
                self._set(message, finding)
        return messages

    def _set(self, message: Message, finding: SafetyFinding) -> None:
        decided = as_rasa(Ranked(finding.intent, 1.0))
        entity = {"entity": RULE, "value": finding.rule, "start": 0, "end": len(message.get(TEXT)),
                  "confidence_entity": 1.0, "extractor": type(self).__name__}
        message.set(SAFETY, {**dataclasses.asdict(finding), "words": list(finding.words)}, add_to_output=True)
        message.set(INTENT, decided, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [decided, *message.get(INTENT_RANKING_KEY, [])], add_to_output=True)
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
