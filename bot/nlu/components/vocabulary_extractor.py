"""Carries what the span ruler found over to Rasa's entities, on the vocabulary of the current release."""
from __future__ import annotations

import logging
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.bootstrap import repository
from bot.nlu.feed import VocabularyFeed
from bot.nlu.language import read_text
from bot.nlu.published import PublishedContent
from bot.nlu.ruler import Entity, entities
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
    model_from="SpacyNLP",
)
class VocabularyExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity for every subject, area, condition and term that a message names; its value is the slug.

    Registered among the featurizers too, because Rasa runs only those while it trains, and the intent is learnt from
    messages whose subjects are known.
    """

    def __init__(self, store: PublishedContent) -> None:
        self._store = store
        self._feed: VocabularyFeed | None = None

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> VocabularyExtractor:
        return cls(repository())

    @classmethod
    def required_components(cls) -> list[type]:
        return [SpacyNLP]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Another release has other words, so what was learnt from the last one's does not hold."""
        return str(repository().current_number())

    def _learn(self, model: SpacyModel) -> bool:
        if self._feed is None:
            self._feed = VocabularyFeed(model.model, self._store)
        return self._feed.refresh()

    def _as_rasa_entity(self, entity: Entity) -> dict[str, Any]:
        return {"entity": entity.label, "value": entity.slug, "start": entity.start, "end": entity.end,
                "confidence_entity": entity.confidence, "extractor": self.name}

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        """Add the entities of each message. Without a store that could ever be read there are none.

        The message goes on all the same: the safety screen needs no store, and the action says that it cannot be read.
        """
        try:
            learnt = self._learn(model)
        except StoreError as error:
            logger.warning("No vocabulary: %s", error)
            learnt = False
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is None:
                continue
            if learnt:  # SpacyNLP read it with the words of the release before
                doc = read_text(model.model, message.get(TEXT))
                message.set(SPACY_DOCS[TEXT], doc)
            found = [self._as_rasa_entity(entity) for entity in entities(doc)]
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        """Read every example again with the words of the current release."""
        self._learn(model)
        for example in training_data.training_examples:
            if example.get(TEXT):
                example.set(SPACY_DOCS[TEXT], read_text(model.model, example.get(TEXT)))
        return training_data
