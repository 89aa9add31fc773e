"""Which language a message is in."""
from __future__ import annotations

import pytest
import yaml
from spacy.language import Language

from bot.editorial.derive import vocabulary
from bot.model import Content
from bot.nlu.foreign import ENGLISH, LATIN, LETTERS, LITTLE_WORDS, SCRIPTS, by_script
from bot.nlu.language import load_language, read_text
from bot.nlu.ruler import set_vocabulary
from bot.settings import ROOT, read

MOST_SPOKEN = "zh hi es ar fr bn pt ru id ur de ja pcm mr vi te ha tr sw tl"


@pytest.mark.parametrize(("text", "language"), [
    ("por qué tengo la cara caída", "es"), ("pourquoi mon visage s'affaisse", "fr"),
    ("was kann ich gegen falten tun", "de"), ("как подтянуть шею", "ru"), ("脖子松弛怎么办", "zh"),
    ("首のしわを取りたい", "ja"), ("이중턱 없애는 방법", "ko"), ("كم سعر البوتوكس", "ar"), ("गर्दन की ढीली त्वचा", "hi"),
    ("czy botoks jest bezpieczny", "pl"), ("tudo bem com você", "pt"), ("cách giảm nọng cằm", "vi"),
    ("mengapa wajah saya kendur", "id"), ("میرا چہرہ کیوں لٹک رہا ہے", "ur"), ("چرا صورتم افتاده است", "fa"),
    ("माझा चेहरा का लोंबतो आहे", "mr"), ("నా ముఖం ఎందుకు వేలాడుతోంది", "te"), ("আমার মুখ কেন ঝুলে যাচ্ছে", "bn"),
    ("uso wangu unalegea, nifanye nini", "sw"), ("yaya zan gyara fuskata, akwai magani", "ha"),
    ("abeg wetin fit help my face wey dey drop", "pcm"), ("bakit lumalaylay ang mukha ko", "tl"),
    ("yüzüm neden sarkıyor", "tr"), ("wat helpt tegen een onderkin", "nl"), ("γιατί χαλαρώνει το πρόσωπό μου", "el"),
])
def test_another_language_is_told(nlp: Language, text: str, language: str) -> None:
    assert read_text(nlp, text)._.language == language


@pytest.mark.parametrize("text", [
    "why is my jaw sagging", "gua sha?", "yo", "ty", "nah", "botox v filler", "d'you do café au lait peels", "", "🙂",
    "can i gua sha if ive had threads", "nah im good", "u sure dis works?", "d'you think it'll help",
    "is HIFU any good for a man of 60", "wont it hurt", "my naïve sister swears by kobido massage",
])
def test_english_and_what_is_no_language_stay_english(nlp: Language, text: str) -> None:
    assert read_text(nlp, text)._.language == ENGLISH


def test_one_foreign_word_in_a_question_does_not_turn_it() -> None:
    assert by_script("is 瓜沙 the same as gua sha") is None


def test_no_example_in_english_is_taken_for_another_language(real_content: Content) -> None:
    nlp = load_language(read().language_dir)
    set_vocabulary(nlp, vocabulary(real_content))
    examples = [line[2:] for path in sorted((ROOT / "data" / "nlu").glob("*.yml"))
                for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
                for line in block["examples"].splitlines() if block["intent"] != "out_of_scope"]
    assert len(examples) > 5000
    noisy = (ROOT / "tests" / "nlu" / "development_noisy.yml").read_text(encoding="utf-8")
    examples += [record["text"] for record in yaml.safe_load(noisy)]
    assert [text for text in examples if read_text(nlp, text)._.language != ENGLISH] == []


def test_each_of_the_most_spoken_languages_has_its_sentence_with_the_emergency_numbers() -> None:
    spoken = set(MOST_SPOKEN.split())
    told = {*LATIN, *LITTLE_WORDS, *SCRIPTS.values(), *(name for pairs in LETTERS.values() for name, _ in pairs)}
    said = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]["utter_other_language"]
    by_language = {each["condition"][0]["value"]: each for each in said if "condition" in each}
    assert spoken <= set(by_language) <= told
    assert all(number in each["text"] for each in said for number in ("112", "911", "999"))
    assert all(each["metadata"]["review_status"] == "awaiting_native_speaker" for each in by_language.values())
