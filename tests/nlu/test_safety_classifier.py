"""The classifier behind the rules, and what it may and may not do."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.adapter import Adapter, load_adapter, low_rank
from bot.nlu.encoder import load_encoder
from bot.nlu.safety import screen as module
from bot.nlu.safety.classifier import SafetyModel, parts, sentences, word_grams
from bot.nlu.safety.classifier_training import train_classifier
from bot.nlu.safety.examples import CALM, SafetyExample
from bot.nlu.safety.screen import BY_CLASSIFIER, BY_RULES, SafetyFinding, Screening, together, weightiest
from bot.nlu.understand import Understander

LUMP = ("ur_lump", 0)
FEW = [SafetyExample(text, rule, fired=frozenset({LUMP} if rule == "ur_lump" else ())) for rule, texts in {
    "ur_lump": ("a lump under my jaw that grows", "a hard lump in my neck", "a new lump by my ear"),
    "em_stroke_fast": ("my face dropped on one side", "half my face hangs since lunch", "my mouth droops suddenly"),
    CALM: ("do face exercises work", "which cream firms the neck", "how long does filler last"),
}.items() for text in texts]


@pytest.fixture(scope="module")
def trained_on_few() -> SafetyModel:
    return train_classifier(FEW, load_encoder())


def test_it_tells_what_it_learnt_apart(trained_on_few: SafetyModel) -> None:
    encoder = load_encoder()
    for example in FEW:
        shares = trained_on_few._linear(example.text, example.fired, encoder)
        assert trained_on_few.classes[int(np.argmax(shares))] == example.rule
    assert trained_on_few.shares("what is gua sha", (), encoder).sum() == pytest.approx(1)


def test_a_sign_that_fires_speaks_for_its_rule(trained_on_few: SafetyModel) -> None:
    text, encoder, place = "there is something", load_encoder(), trained_on_few.classes.index("ur_lump")
    with_sign, without = (trained_on_few.shares(text, fired, encoder)[place] for fired in ((LUMP,), ()))
    assert with_sign > without
    assert trained_on_few.shares(text, [("no_such_rule", 0)], encoder)[place] == without


def test_it_names_the_words_that_told_most(trained_on_few: SafetyModel) -> None:
    words = trained_on_few.telling("there is a lump under my jaw", "ur_lump")
    assert words and all(word in "there is a lump under my jaw" for word in words)
    assert any("lump" in word for word in words)


def test_what_is_saved_is_what_is_loaded(trained_on_few: SafetyModel, tmp_path: Path) -> None:
    trained_on_few.save(tmp_path)
    again = SafetyModel.load(tmp_path)
    text, encoder = "a lump in my cheek", load_encoder()
    assert again.classes == trained_on_few.classes
    shares = [model.shares(text, (LUMP,), encoder) for model in (again, trained_on_few)]
    assert np.allclose(*shares, atol=1e-2)


def test_one_kind_of_example_is_not_enough() -> None:
    with pytest.raises(ValueError, match="data/safety"):
        train_classifier(FEW[:2], load_encoder())


def test_a_long_message_is_read_to_its_end() -> None:
    words = [f"w{number}" for number in range(1000)]
    read = parts(" ".join(words))
    assert read[0].startswith("w0 ") and read[-1].endswith(" w999")
    assert {word for part in read for word in part.split()} == set(words)
    assert parts("a short one") == ["a short one"] and parts("") == [""]


def test_sentences_are_read_where_there_are_several() -> None:
    assert sentences("my jaw sags. since lunch my smile is crooked! ok") == [
        "my jaw sags.", "since lunch my smile is crooked!"]
    assert sentences("my jaw sags. ok") == [] and sentences("") == []


def test_grams_are_words_and_runs_of_them() -> None:
    assert word_grams("my face drops") == ["my", "face", "drops", "my face", "face drops", "my face drops"]


def test_an_adapter_changes_what_was_tuned_and_keeps_the_rest(tmp_path: Path) -> None:
    matrix, vector = "encoder.layer.3.output.dense.weight", "encoder.layer.3.output.dense.bias"
    weights = {matrix: np.eye(4, dtype=np.float32), vector: np.ones(4, dtype=np.float32),
               "encoder.layer.0.output.dense.bias": np.ones(4, dtype=np.float32)}
    change = np.outer([1, 2, 3, 4], [1, 0, 0, 1]).astype(np.float32)
    adapter = Adapter({matrix: low_rank(change, 1)}, {vector: np.full(4, 0.5, dtype=np.float32)}, (CALM,),
                      np.zeros((768, 1), dtype=np.float32), np.zeros(1, dtype=np.float32))
    adapter.save(tmp_path / "adapter.npz")
    tuned = load_adapter(tmp_path / "adapter.npz").tuned(weights)
    assert set(tuned) == {"alarm." + matrix, "alarm." + vector}
    assert np.allclose(tuned["alarm." + matrix], np.eye(4) + change, atol=1e-2)
    assert np.allclose(tuned["alarm." + vector], 1.5)


def found(level: str, rule: str, by: str = BY_RULES) -> SafetyFinding:
    return SafetyFinding(level, rule, ("words",), by)


def test_the_classifier_raises_and_never_lowers() -> None:
    urgent, emergency = found("urgent", "ur_lump"), found("emergency", "em_stroke_fast", BY_CLASSIFIER)
    assert weightiest((urgent, emergency)) is emergency
    assert weightiest((urgent, found("distress", "di_bdd", BY_CLASSIFIER))) is urgent
    assert weightiest((urgent, None)) is urgent
    assert weightiest((urgent, found("urgent", "ur_gca", BY_CLASSIFIER))) is urgent


def test_intent_of_self_harm_outweighs_an_urgent_sign_and_gives_way_to_an_emergency() -> None:
    harm = found("distress", "di_suicidal")
    assert weightiest((found("urgent", "ur_lump"), harm)) is harm
    emergency = found("emergency", "em_stroke_fast")
    assert weightiest((harm, emergency)) is emergency


def test_two_readings_of_a_message_are_put_together() -> None:
    caution = found("caution", "ca_tmd")
    one = Screening(None, (caution,), (), ("tmj",), asks=False)
    other = Screening(found("urgent", "ur_lump"), (), ("ca_pregnancy",), (), asks=True)
    both = together(one, other)
    assert both.finding == other.finding and both.cautions == (caution,) and both.asks
    assert both.taken_back == ("ca_pregnancy",) and both.conditions == ("tmj",)


@pytest.mark.parametrize(("text", "intent"), [
    ("I am pregnant", "safety_caution"), ("i have tmj", "safety_caution"),
    ("it hurts when I do the cheek exercise", "safety_caution"), ("I'm not pregnant any more", "safety_forgotten"),
    ("can I use retinol while pregnant", None), ("does gua sha work", None), ("", None), ("?!", None),
])
def test_a_caution_decides_the_intent_only_where_nothing_is_asked(
    understander: Understander, text: str, intent: str | None,
) -> None:
    assert understander.screen(text).intent == intent


def test_what_the_rules_do_not_hear_the_classifier_may(understander: Understander) -> None:
    """At least one development trigger is raised by the classifier alone, and says so."""
    heard = [understander.screen(text).finding for text in (
        "my smile is half a smile since lunch, which move evens it out", "tea runs out the left side of my mouth today",
        "my words come out like I am drunk and I have not had a drop", "photo from an hour ago, half my face melted")]
    assert all(finding and finding.level == "emergency" for finding in heard)
    assert {finding.found_by for finding in heard if finding} <= {BY_RULES, BY_CLASSIFIER}


def test_an_editors_example_holds_word_for_word(understander: Understander) -> None:
    examples = understander._safety.by_editors
    assert len(examples) > 300 and {CALM, "em_stroke_fast", "ca_pregnancy"} <= set(examples.values())
    found = understander.screen("What are jowls? Everyone stares at my jowls. Thanks").finding
    assert found is not None and (found.rule, found.found_by) == ("di_bdd", BY_RULES)


def test_every_class_that_it_learnt_is_a_rule(understander: Understander) -> None:
    classes = set(understander._safety.classes)
    assert classes == set(module._BY_ID) | {CALM}
