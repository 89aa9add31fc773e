"""The safety screen as the last word of the pipeline: a finding decides the intent, whatever was understood before.

After the pipeline Rasa unpacks payloads ("/intent{...}"), whose intent would win. So the words in a payload are
screened as well, and a message with a finding loses its "/".
"""
from __future__ import annotations

import dataclasses
from collections.abc import Iterator
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

from bot import settings
from bot.nlu import payload
from bot.nlu.adapter import adapter_digest
from bot.nlu.components.intent_classifier import as_rasa
from bot.nlu.components.sentence_featurizer import SentenceFeaturizer
from bot.nlu.encoder import load_encoder
from bot.nlu.intent import Ranked
from bot.nlu.language import read_text
from bot.nlu.safety import examples
from bot.nlu.safety.classifier import SafetyModel
from bot.nlu.safety.classifier_training import train_classifier
from bot.nlu.safety.combinations import as_read
from bot.nlu.safety.screen import Screening, screen, together

#: Key of a parsed message that has a finding: a record with the fields of ``SafetyFinding``.
SAFETY = "safety"
#: The entity that fills the slot by which the answer is chosen, and that of what is remembered and forgotten.
RULE, CAUTION = "safety_rule", "caution"


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER],
    is_trainable=True,
    model_from="SpacyNLP",
)
class SafetyScreen(GraphComponent, IntentClassifier):
    """Screens every message that has a text. Needs the language pipeline, the encoder and no store.

    Registered among the featurizers too, because Rasa hands the language pipeline only to those.
    """

    def __init__(self, model_storage: ModelStorage, resource: Resource, model: SafetyModel | None = None) -> None:
        self._model_storage, self._resource, self._model = model_storage, resource, model
        self._encoder = load_encoder()

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> SafetyScreen:
        return cls(model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> SafetyScreen:
        with model_storage.read_from(resource) as directory:
            return cls(model_storage, resource, SafetyModel.load(directory))

    @classmethod
    def required_components(cls) -> list[type]:
        return [SentenceFeaturizer]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Other examples or another adapter make another classifier."""
        return examples.digest(settings.ROOT / examples.FOLDER, settings.read().content_dir) + adapter_digest()

    def train(self, training_data: TrainingData, model: SpacyModel) -> Resource:
        """Fit the classifier to its own examples, and to all others as calm ones. Raises ExamplesUnreadable."""
        own = examples.read_examples(settings.ROOT / examples.FOLDER, settings.read().content_dir)
        read = [(each, read_text(model.model, each.text)) for each in own]
        read += [(examples.SafetyExample(each.get(TEXT), examples.CALM), each.get(SPACY_DOCS[TEXT]))
                 for each in training_data.intent_examples if each.get(TEXT)]
        self._model = train_classifier([as_read(each, doc) for each, doc in read], self._encoder)
        with self._model_storage.write_to(self._resource) as directory:
            self._model.save(directory)
        return self._resource

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        """Return the examples as they are: nothing that follows learns from what is found here."""
        return training_data

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        """Set what each message tells of, its intent where that decides it, and the entities that fill slots."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is None:
                continue
            text = message.get(TEXT)
            found = self._screened(doc, text, model)
            self._set(message, found)
            if payload.is_payload(text):
                message.set(TEXT, payload.for_rasa(text) if found.intent is None else payload.without_prefix(text))
        return messages

    def _screened(self, doc: Doc, text: str, model: SpacyModel) -> Screening:
        """What the text tells of, the words inside its JSON, and those around it: whichever weighs more."""
        found = self._screen(doc)
        inside, around = payload.words(text), payload.around(text)
        if inside is not None:
            found = together(found.without_cautions(), self._screen(read_text(model.model, inside)))
        return together(found, self._screen(read_text(model.model, around))) if around else found

    def _screen(self, doc: Doc) -> Screening:
        assert self._model is not None
        return screen(doc, self._model, self._encoder)

    def _set(self, message: Message, found: Screening) -> None:
        entities = [self._entity(message, *each) for each in _remembered(found)]
        if found.finding is not None:
            message.set(SAFETY, {**dataclasses.asdict(found.finding), "words": list(found.finding.words)},
                        add_to_output=True)
        if found.intent is not None:
            decided = as_rasa(Ranked(found.intent, 1.0))
            message.set(INTENT, decided, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [decided, *message.get(INTENT_RANKING_KEY, [])], add_to_output=True)
        if entities:
            message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)

    def _entity(self, message: Message, name: str, value: Any) -> dict[str, Any]:
        return {"entity": name, "value": value, "start": 0, "end": len(message.get(TEXT)), "confidence_entity": 1.0,
                "extractor": type(self).__name__}


def _remembered(found: Screening) -> Iterator[tuple[str, Any]]:
    """The entities that fill slots: the rule that is answered, and the cautions that are told of and taken back."""
    if found.finding is not None:
        yield RULE, found.finding.rule
    if found.cautions or found.taken_back:
        yield CAUTION, {"add": {each.rule: list(found.conditions) for each in found.cautions},
                        "forget": list(found.taken_back)}
