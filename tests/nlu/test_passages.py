import numpy as np
import pytest

from bot.model import Passage
from bot.nlu.intent import NOT_SURE
from bot.nlu.passages import Passages
from bot.nlu.ruler import Entity
from tests.nlu.conftest import FakeStore

VECTOR = np.eye(4, dtype=np.float32)[0]
STORE = FakeStore(passages=(
    Passage("claim:cost", "what botox costs", "cost", ("botox",), (), VECTOR),
    Passage("claim:risk", "what botox risks", "risk", ("laser",), (), VECTOR),
))


def named(slug: str) -> list[Entity]:
    return [Entity("subject", slug, 0, 5, 1.0)]


@pytest.mark.parametrize(("intents", "entities", "refs"), [
    (["ask_cost", "ask_risk"], named("botox"), []),  # the store has that cell
    (["ask_cost", "ask_risk"], named("laser"), ["claim:cost"]),
    (["ask_cost", "ask_risk"], [], ["claim:cost"]),
    ([NOT_SURE, "ask_cost", "ask_risk", "ask_cause"], named("botox"), ["claim:cost", "claim:risk"]),
    ([NOT_SURE, "ask_cause", "greet"], [], []),
    ([NOT_SURE], [], []),
    (["greet", "ask_cost"], [], []),
    (["out_of_scope", "ask_cost"], named("laser"), []),
])
def test_only_a_message_without_a_cell_is_looked_up(
        intents: list[str], entities: list[Entity], refs: list[str]) -> None:
    hits = Passages(STORE).for_message(intents, entities, "botox", VECTOR)
    assert sorted(hit.ref for hit in hits) == refs
