import pytest
from spacy.language import Language

from bot.model import VocabularyEntry
from bot.nlu.language import read_text
from bot.nlu.ruler import MEANT, SPELLED, entities, names_something


def named(nlp: Language, text: str, label: str) -> list[str]:
    return [entity.slug for entity in entities(read_text(nlp, text)) if entity.label == label]


@pytest.mark.parametrize(("text", "subjects"), [
    ("do facial exercises work", ["facial_exercise"]),
    ("is collagen powder any good", ["collagen_supplement"]),
    ("GUA-SHA or a jade roller?", ["gua_sha", "roller"]),
    ("guasha vs botox", ["gua_sha", "botox"]),
    ("are the exercises for your eyes useful", ["eye_exercise"]),
    ("botox's price", ["botox"]),
    ("moisturisers and moisturizer", ["moisturizer"]),
    ("do facail exersizes help", ["facial_exercise"]),
    ("what time is it", []),
    ("is a chick peeling the lesser booked checkbook", []),
])
def test_subjects(nlp: Language, text: str, subjects: list[str]) -> None:
    assert named(nlp, text, "subject") == subjects


@pytest.mark.parametrize(("text", "areas"), [
    ("why is my jaw sagging", ["jaw"]), ("my cheeks and my neck", ["cheek", "neck"]), ("my face droops", []),
    ("jowls", ["jaw"]), ("a double chin", ["chin"]), ("eye bags", ["under_eye"]), ("dark circles", ["under_eye"]),
    ("nasolabial folds", ["nasolabial_fold"]), ("marionette lines", ["mouth"]), ("my whole face", ["whole_face"]),
    ("smile lines", ["nasolabial_fold"]), ("a jaw exerciser", ["jaw"]), ("the neck stretch", ["neck"]),
    ("saggy jowls and a saggy jaw", ["jaw"]), ("beneath her eyes", ["under_eye"]), ("round the mouth", ["mouth"]),
])
def test_areas(nlp: Language, text: str, areas: list[str]) -> None:
    assert named(nlp, text, "area") == areas


def test_a_condition_wins_over_the_subject_in_it(nlp: Language) -> None:
    text = "had botox yesterday, may I do gua sha while pregnant"
    assert named(nlp, text, "condition") == ["recent_botox", "pregnancy"]
    assert named(nlp, text, "subject") == ["gua_sha"]


def test_a_term_stands_beside_what_else_the_words_name(nlp: Language) -> None:
    assert named(nlp, "collagen powder", "term") == ["collagen"]
    assert named(nlp, "collagen powder", "subject") == ["collagen_supplement"]


def test_places_are_those_of_the_message_and_a_typo_lowers_the_confidence(nlp: Language) -> None:
    text = "Does BOTOX beat retonol?"
    botox, retinoids = entities(read_text(nlp, text))
    assert (text[botox.start:botox.end], botox.confidence) == ("BOTOX", SPELLED)
    assert (text[retinoids.start:retinoids.end], retinoids.confidence) == ("retonol", MEANT)


def test_the_same_thing_twice_is_one_entity(nlp: Language) -> None:
    assert named(nlp, "botox, botox and botulinum toxin", "subject") == ["botox"]


def test_every_phrase_of_the_vocabulary_names_its_slug(nlp: Language, vocabulary: tuple[VocabularyEntry, ...]) -> None:
    missed = [(phrase, entry.slug) for entry in vocabulary for phrase in entry.phrases
              if entry.slug not in named(nlp, f"what about {phrase} please", entry.label)]
    assert missed == []


def test_only_subjects_and_areas_speak_for_a_question_of_ours(nlp: Language) -> None:
    assert names_something(entities(read_text(nlp, "jaw")))
    assert not names_something(entities(read_text(nlp, "collagen while pregnant")))
