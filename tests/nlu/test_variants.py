import pytest

from bot.nlu.variants import plural, singular, variants


@pytest.mark.parametrize(("one", "many"), [
    ("jowl", "jowls"), ("cheek", "cheeks"), ("crease", "creases"), ("peach", "peaches"), ("body", "bodies"),
    ("foot", "feet"), ("woman", "women"),
])
def test_singular_and_plural_undo_each_other(one: str, many: str) -> None:
    assert plural(one) == many and singular(many) == one
    assert plural(many) == many and singular(one) == one


@pytest.mark.parametrize("word", ["stress", "hydrous", "botox", "uv", "lens"])
def test_words_that_only_look_like_a_plural_stay(word: str) -> None:
    assert singular(word) == word


@pytest.mark.parametrize(("phrase", "also"), [
    ("gua sha", {"guasha", "gua-sha", "gua shas"}),
    ("eye bags", {"eye bag", "eyebags", "eyebag", "eye-bags"}),
    ("moisturiser", {"moisturizer", "moisturisers", "moisturizers"}),
    ("anti-ageing serum", {"anti-aging serum", "anti aging serums", "anti ageing serum"}),
    ("medical esthetics", {"medical aesthetics"}),
    ("crow's feet", {"crows feet", "crow's foot"}),
    ("bags under my eyes", {"bags under the eyes", "bags under eyes"}),
    ("Under-Eye", {"under eye", "undereye", "under eyes"}),
])
def test_the_ways_to_write_a_phrase(phrase: str, also: set[str]) -> None:
    assert also < variants(phrase)


def test_exercise_is_spelled_one_way_everywhere() -> None:
    assert not any("exercize" in form for form in variants("exercises"))


def test_a_lone_plural_gets_no_singular() -> None:
    assert variants("creams") == {"creams"}


def test_a_leading_my_stays() -> None:
    assert variants("my food") == {"my food", "my foods", "my-food", "my-foods", "myfood", "myfoods"}


def test_nothing_comes_of_a_blank() -> None:
    assert variants("  ") == frozenset()
