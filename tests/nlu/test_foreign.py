import pytest
from spacy.language import Language

from bot.nlu.foreign import ENGLISH, by_script
from bot.nlu.language import read_text


@pytest.mark.parametrize(("text", "language"), [
    ("por qué tengo la cara caída", "es"), ("pourquoi mon visage s'affaisse", "fr"),
    ("was kann ich gegen falten tun", "de"), ("как подтянуть шею", "ru"), ("脖子松弛怎么办", "zh"),
    ("首のしわを取りたい", "ja"), ("이중턱 없애는 방법", "ko"), ("كم سعر البوتوكس", "ar"), ("गर्दन की ढीली त्वचा", "hi"),
    ("czy botoks jest bezpieczny", "pl"), ("tudo bem com você", "pt"), ("cách giảm nọng cằm", "vi"),
    ("wat helpt tegen een onderkin", "nl"), ("γιατί χαλαρώνει το πρόσωπό μου", "el"),
])
def test_another_language_is_told(nlp: Language, text: str, language: str) -> None:
    assert read_text(nlp, text)._.language == language


@pytest.mark.parametrize("text", [
    "why is my jaw sagging", "gua sha?", "yo", "ty", "nah", "botox v filler", "d'you do café au lait peels", "", "🙂",
    "is HIFU any good for a man of 60", "wont it hurt", "my naïve sister swears by kobido massage",
])
def test_english_and_what_is_no_language_stay_english(nlp: Language, text: str) -> None:
    assert read_text(nlp, text)._.language == ENGLISH


def test_one_foreign_word_in_a_question_does_not_turn_it() -> None:
    assert by_script("is 瓜沙 the same as gua sha") is None
