"""What a message says to the conversation rather than about the face: an answer to the form, and its language.

Entities of its own, so that Rasa fills the form's slots by itself and says the right sentence while the action server
is down. Their extent is the whole message.
"""
from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import payload
from bot.nlu.components.vocabulary_extractor import VocabularyExtractor
from bot.nlu.foreign import ENGLISH
from bot.nlu.short_answers import short_answers

LANGUAGE = "language"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ShortAnswerExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity for each short answer, and one for a language that is not English."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> ShortAnswerExtractor:
        return cls()

    @classmethod
    def required_components(cls) -> list[type]:
        return [VocabularyExtractor]

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities of each message that has words."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is None or payload.is_payload(message.get(TEXT)):
                continue
            found = [(each.slot, each.value) for each in short_answers(doc)]
            if doc._.language != ENGLISH:
                found.append((LANGUAGE, doc._.language))
            whole = {"start": 0, "end": len(message.get(TEXT)), "confidence_entity": 1.0, "extractor": self.name}
            entities = [{"entity": entity, "value": value, **whole} for entity, value in found]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        return messages
