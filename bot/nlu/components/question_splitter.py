"""Cuts a message with several questions into them, each read again by itself."""
from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.vocabulary_extractor import VocabularyExtractor
from bot.nlu.language import read_text
from bot.nlu.payload import is_payload
from bot.nlu.turns import texts

#: Where a message carries its questions as documents; empty when there are fewer than two.
PARTS = "plumbline_parts"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False, model_from="SpacyNLP",
)
class QuestionSplitter(GraphComponent):
    """Sets a message's questions. A featurizer to Rasa, because only those are handed the language pipeline."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> QuestionSplitter:
        return cls()

    @classmethod
    def required_components(cls) -> list[type]:
        return [VocabularyExtractor]

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        """Return the examples as they are: an example has one intent."""
        return training_data

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        """Set the questions of each message that has a text and is no button's payload."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is not None and not is_payload(message.get(TEXT)):
                message.set(PARTS, [read_text(model.model, text) for text in texts(doc)])
        return messages
