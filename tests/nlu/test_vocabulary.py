from bot import settings
from bot.model import VocabularyEntry
from bot.nlu.vocabulary import IMPLIED_AREAS, compounds, names, patterns, read_families, words


def found(*entries: VocabularyEntry) -> set[tuple[str, str, str]]:
    return {(each["label"], each["pattern"], each["id"]) for each in patterns(entries)}


def test_every_variant_of_every_phrase_is_a_pattern_with_the_slug() -> None:
    assert found(VocabularyEntry("subject", "roller", ("jade roller",))) >= {
        ("subject", "jade roller", "roller"), ("subject", "jade rollers", "roller")}


def test_a_derived_variant_gives_way_to_an_entry_that_lists_it() -> None:
    got = found(VocabularyEntry("subject", "nasolabial_folds", ("nasolabial folds",)),
                VocabularyEntry("area", "nasolabial_fold", ("nasolabial fold",)))
    assert ("area", "nasolabial fold", "nasolabial_fold") in got
    assert ("subject", "nasolabial fold", "nasolabial_folds") not in got


def test_a_term_may_share_its_words_with_a_subject() -> None:
    got = found(VocabularyEntry("subject", "jowls", ("jowls",)), VocabularyEntry("term", "jowl", ("jowl",)))
    assert ("term", "jowls", "jowl") in got and ("subject", "jowls", "jowls") in got


def test_words_are_single_and_plain() -> None:
    assert words([VocabularyEntry("subject", "gua_sha", ("gua sha",))]) == {
        "gua", "sha", "shas", "guasha", "guashas"}


def test_families_come_from_the_taxonomy_and_cover_the_signs_that_bring_an_area() -> None:
    families = read_families(settings.read().content_dir)
    assert families["botox"] == "procedures" and families["sleep"] == "lifestyle"
    assert all(families[subject] == "signs" for subject in IMPLIED_AREAS)


def test_a_compound_may_be_written_in_two_words() -> None:
    got = compounds([VocabularyEntry("area", "brow", ("eyebrow", "low brows"))], {"eye", "brow", "low"}.__contains__)
    assert {each["pattern"] for each in got} == {"eye brow", "eye-brow"}


def test_names_are_single_words_of_subjects_and_areas() -> None:
    found = patterns([VocabularyEntry("area", "neck", ("neck", "my throat")),
                      VocabularyEntry("term", "smas", ("SMAS",))])
    assert names(found) == {"neck", "necks", "mythroat", "mythroats"}
