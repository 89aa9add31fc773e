"""Adds the nearest published passages to a message that no cell of the store answers."""
from __future__ import annotations

import dataclasses
import logging
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.shared.nlu.constants import INTENT_NAME_KEY, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.bootstrap import repository
from bot.nlu.components.intent_classifier import LinearIntentClassifier
from bot.nlu.components.sentence_featurizer import VIEW
from bot.nlu.encoder import load_encoder
from bot.nlu.passages import Passages
from bot.nlu.ruler import entities
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)

#: Key of a parsed message: a list of records with the fields of ``bot.model.RetrievalHit``.
RETRIEVAL = "retrieval"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class PassageRetriever(GraphComponent, IntentClassifier):
    """Runs after the intent is known, as Rasa's own FallbackClassifier does, and changes no intent."""

    def __init__(self, passages: Passages) -> None:
        self._passages, self._encoder = passages, load_encoder()

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> PassageRetriever:
        return cls(Passages(repository()))

    @classmethod
    def required_components(cls) -> list[type]:
        return [LinearIntentClassifier]

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the hits. Without a store there are none: the action says that it cannot be read."""
        for message in messages:
            message.set(RETRIEVAL, self._hits(message), add_to_output=True)
        return messages

    def _hits(self, message: Message) -> list[dict[str, Any]]:
        doc, seen = message.get(SPACY_DOCS[TEXT]), message.get(VIEW)
        if doc is None or seen is None:
            return []
        intents = [each[INTENT_NAME_KEY] for each in message.get(INTENT_RANKING_KEY)]
        try:
            hits = self._passages.for_message(intents, entities(doc), seen.meant, self._encoder.embed(seen.meant))
        except StoreError as error:
            logger.warning("No retrieval: %s", error)
            return []
        return [{**dataclasses.asdict(hit), "subjects": list(hit.subjects), "areas": list(hit.areas)} for hit in hits]
