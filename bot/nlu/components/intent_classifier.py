"""The linear head as a Rasa intent classifier, with the out-of-scope gate in it."""
from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc

from bot.dialogue.turn import TURN, as_record
from bot.nlu.components.question_splitter import PARTS
from bot.nlu.components.sentence_featurizer import PART_VIEWS, VIEW, SentenceFeaturizer
from bot.nlu.intent import NOT_SURE, IntentModel, Ranked, decide
from bot.nlu.intent_training import train
from bot.nlu.ruler import entities, names_something
from bot.nlu.turns import Understood, read_turn
from bot.nlu.views import View

RANKED = 5  # how many intents travel with a message


def as_rasa(ranked: Ranked) -> dict[str, Any]:
    """An intent as Rasa writes it."""
    return {"name": ranked.intent, "confidence": ranked.confidence}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Trains and asks the linear head. A message without words is one that it is not sure about."""

    def __init__(self, model_storage: ModelStorage, resource: Resource, model: IntentModel | None = None) -> None:
        self._model_storage, self._resource, self._model = model_storage, resource, model

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> LinearIntentClassifier:
        return cls(model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> LinearIntentClassifier:
        with model_storage.read_from(resource) as directory:
            return cls(model_storage, resource, IntentModel.load(directory))

    @classmethod
    def required_components(cls) -> list[type]:
        return [SentenceFeaturizer]

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the head to the intent examples. Raises ValueError without two intents."""
        examples = [example for example in training_data.intent_examples if example.get(VIEW)]
        model = train([example.get(VIEW) for example in examples], [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as directory:
            model.save(directory)
        return self._resource

    def _understood(self, doc: Doc, seen: View) -> Understood:
        assert self._model is not None
        ranking = self._model.rank(seen)
        return doc, decide(ranking, doc._.language, names_something(entities(doc))), ranking

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and turn; the decision comes first in the ranking, most probable or not."""
        assert self._model is not None
        for message in messages:
            decided, ranking = Ranked(NOT_SURE, 1.0), tuple[Ranked, ...]()
            if message.get(VIEW) and message.get(TEXT).strip():
                whole = self._understood(message.get(SPACY_DOCS[TEXT]), message.get(VIEW))
                pieces = zip(message.get(PARTS, []), message.get(PART_VIEWS, []), strict=True)
                decided, turn = read_turn(whole, [self._understood(doc, seen) for doc, seen in pieces])
                ranking = whole[2]
                message.set(TURN, as_record(turn), add_to_output=True)
            others = [each for each in ranking if each.intent != decided.intent][: RANKED - 1]
            message.set(INTENT, as_rasa(decided), add_to_output=True)
            message.set(INTENT_RANKING_KEY, [as_rasa(each) for each in (decided, *others)], add_to_output=True)
        return messages
