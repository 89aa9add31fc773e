import numpy as np
import pytest
from spacy.language import Language

from bot.nlu.encoder import load_encoder
from bot.nlu.intent import NOT_SURE, OTHER_LANGUAGE, OUT_OF_SCOPE, IntentModel, Ranked, decide
from bot.nlu.intent_training import train
from bot.nlu.language import read_text
from bot.nlu.views import View, view

EXAMPLES = {
    "ask_cost": ["how much is botox", "what does a facelift cost", "gua sha price", "is laser expensive"],
    "ask_risk": ["is botox safe", "can gua sha harm me", "dangers of a facelift", "side effects of laser"],
    OUT_OF_SCOPE: ["what is the weather", "tell me a joke", "who won the match", "book a train"],
}


@pytest.fixture(scope="module")
def views(nlp: Language) -> list[tuple[str, View]]:
    return [(intent, view(read_text(nlp, text), {}, load_encoder()))
            for intent, texts in EXAMPLES.items() for text in texts]


@pytest.fixture(scope="module")
def model(views: list[tuple[str, View]]) -> IntentModel:
    return train([seen for _, seen in views], [intent for intent, _ in views])


@pytest.mark.parametrize(("text", "intent"), [
    ("what is the price of microneedling", "ask_cost"), ("is microneedling dangerous", "ask_risk"),
    ("tell me about the weather today", OUT_OF_SCOPE),
])
def test_the_head_learns_kinds_for_subjects_that_it_never_saw(
        nlp: Language, model: IntentModel, text: str, intent: str) -> None:
    ranking = model.rank(view(read_text(nlp, text), {}, load_encoder()))
    assert ranking[0].intent == intent
    assert sum(each.confidence for each in ranking) == pytest.approx(1, abs=1e-5)
    assert [each.confidence for each in ranking] == sorted((each.confidence for each in ranking), reverse=True)


def test_two_intents_are_enough_and_one_is_not(views: list[tuple[str, View]]) -> None:
    two = [(intent, seen) for intent, seen in views if intent != OUT_OF_SCOPE]
    found = train([seen for _, seen in two], [intent for intent, _ in two])
    assert {found.rank(seen)[0].intent == intent for intent, seen in two} == {True}
    with pytest.raises(ValueError, match="two intents"):
        train([two[0][1]], ["ask_cost"])


def test_a_saved_model_ranks_as_before(tmp_path, model: IntentModel, views: list[tuple[str, View]]) -> None:
    model.save(tmp_path)
    loaded = IntentModel.load(tmp_path)
    for _, seen in views:
        assert loaded.rank(seen) == model.rank(seen)
    assert [path.suffix for path in tmp_path.iterdir()] == [".npz"]


def test_no_pickle_is_read(tmp_path) -> None:
    np.savez(tmp_path / "intent.npz", names=np.array([{"evil": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        IntentModel.load(tmp_path)


def test_the_nearest_examples_come_first_and_with_their_intent(model: IntentModel) -> None:
    nearest = model.nearest(load_encoder().embed("how much is botox"))
    assert (nearest[0].text, nearest[0].intent) == ("how much is botox", "ask_cost")
    assert nearest[0].cosine == pytest.approx(1, abs=1e-2) and len(nearest) == 5


@pytest.mark.parametrize(("best", "out", "language", "named", "decided"), [
    (0.9, 0.05, "en", False, "ask_cost"), (0.9, 0.05, "es", True, OTHER_LANGUAGE),
    (0.6, 0.3, "en", False, OUT_OF_SCOPE),
    (0.6, 0.3, "en", True, "ask_cost"), (0.5, 0.45, "en", True, OUT_OF_SCOPE), (0.2, 0.1, "en", True, NOT_SURE),
])
def test_the_gate(best: float, out: float, language: str, named: bool, decided: str) -> None:
    ranking = [Ranked("ask_cost", best), Ranked(OUT_OF_SCOPE, out)]
    assert decide(ranking, language, named).intent == decided


def test_a_guess_at_a_follow_up_is_no_follow_up() -> None:
    assert [decide([Ranked("simpler", share)], "en", named=False).intent for share in (0.49, 0.5)] == [
        NOT_SURE, "simpler"]
