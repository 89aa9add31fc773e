"""The safety screen as the last word of the pipeline: a finding decides the intent, whatever was understood before.

After the pipeline Rasa unpacks payloads ("/intent{...}"), whose intent would win. So the words in a payload are
screened as well, and a message with a finding loses its "/".
"""
from __future__ import annotations

import dataclasses
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc

from bot.nlu import payload
from bot.nlu.components.intent_classifier import LinearIntentClassifier, as_rasa
from bot.nlu.intent import Ranked
from bot.nlu.language import read_text
from bot.nlu.safety.screen import SafetyFinding, screen, weightiest

#: Key of a parsed message that has a finding: a record with the fields of ``SafetyFinding``.
SAFETY = "safety"
#: The entity that fills the slot by which the answer is chosen.
RULE = "safety_rule"


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER],
    is_trainable=False,
    model_from="SpacyNLP",
)
class SafetyScreen(GraphComponent, IntentClassifier):
    """Screens every message that has a text. Needs the language pipeline, and neither a store nor training.

    Registered among the featurizers too, because Rasa hands the language pipeline only to those.
    """

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> SafetyScreen:
        return cls()

    @classmethod
    def required_components(cls) -> list[type]:
        return [LinearIntentClassifier]

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        """Return the examples as they are: nothing is learnt from them here."""
        return training_data

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        """Set the finding; where there is one, also the intent ``safety_<level>`` and the entity of its rule."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is None:
                continue
            text = message.get(TEXT)
            finding = _screened(doc, text, model)
            if finding is not None:
                self._set(message, finding)
            if payload.is_payload(text):
                message.set(TEXT, payload.for_rasa(text) if finding is None else payload.without_prefix(text))
        return messages

    def _set(self, message: Message, finding: SafetyFinding) -> None:
        decided = as_rasa(Ranked(finding.intent, 1.0))
        entity = {"entity": RULE, "value": finding.rule, "start": 0, "end": len(message.get(TEXT)),
                  "confidence_entity": 1.0, "extractor": type(self).__name__}
        message.set(SAFETY, {**dataclasses.asdict(finding), "words": list(finding.words)}, add_to_output=True)
        message.set(INTENT, decided, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [decided, *message.get(INTENT_RANKING_KEY, [])], add_to_output=True)
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)


def _screened(doc: Doc, text: str, model: SpacyModel) -> SafetyFinding | None:
    """What the text tells of, and what the words inside its JSON tell of, whichever weighs more."""
    inside = payload.words(text)
    return weightiest([screen(doc), screen(read_text(model.model, inside)) if inside is not None else None])
