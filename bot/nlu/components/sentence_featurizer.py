"""Encodes a message, as it was meant and with its subjects masked, for the intent's head."""
from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import settings
from bot.nlu.components.question_splitter import PARTS, QuestionSplitter
from bot.nlu.encoder import FORMAT, load_encoder
from bot.nlu.views import view
from bot.nlu.vocabulary import read_families

#: Where a message carries its view for the head.
VIEW = "plumbline_view"
#: The same of each question in it, where there are several.
PART_VIEWS = "plumbline_part_views"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Sets a message's view, and its dense part as Rasa's sentence features."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = load_encoder()
        self._families = read_families(settings.read().content_dir)

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> SentenceFeaturizer:
        return cls(config, execution_context.node_name)

    @classmethod
    def required_components(cls) -> list[type]:
        return [QuestionSplitter]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """There is nothing to configure."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        return str(FORMAT)

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode each message that has a text."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is not None:
                seen = view(doc, self._families, self._encoder)
                message.set(VIEW, seen)
                message.set(PART_VIEWS, [view(part, self._families, self._encoder) for part in message.get(PARTS, [])])
                message.add_features(Features(seen.dense[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode every example."""
        self.process(training_data.training_examples)
        return training_data
