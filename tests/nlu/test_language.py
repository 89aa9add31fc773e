from pathlib import Path

import pytest
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.nlu.utils.spacy_utils import SpacyNLP
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from bot import settings
from bot.nlu.language import LanguageMissing, build_language, load_language, read_text


def test_sentences_are_told_apart(nlp: Language) -> None:
    assert [each.text for each in read_text(nlp, "My jaw sags. Why?").sents] == ["my jaw sags.", "why?"]


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "\x00\x01", "x" * 10_000, "jaw " * 2_500, "İstanbul ﬁ ß", "<b>n</b>",
                                  "'; DROP TABLE claims; --"])
def test_any_text_is_read(nlp: Language, text: str) -> None:
    assert read_text(nlp, text).text == text.lower()


def test_rasas_own_components_run_on_the_pipeline() -> None:
    model = SpacyNLP.load_model(str(settings.read().language_dir))
    message = Message({TEXT: "Why are my jowls sagging?"})
    SpacyNLP(model, SpacyNLP.get_default_config()).process([message], model)
    tokens = SpacyTokenizer(SpacyTokenizer.get_default_config()).tokenize(message, TEXT)
    assert [token.lemma for token in tokens] == ["why", "be", "my", "jowl", "sag", "?"]


def test_rasas_document_is_the_librarys(nlp: Language) -> None:
    model = SpacyNLP.load_model(str(settings.read().language_dir))
    message = Message({TEXT: "Do FACAIL exersizes werk?"})
    SpacyNLP(model, SpacyNLP.get_default_config()).process([message], model)
    assert message.get("text_spacy_doc").text == read_text(nlp, message.get(TEXT)).text


def test_a_missing_pipeline_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(LanguageMissing, match=r"bot\.nlu\.language_setup"):
        load_language(tmp_path)


def test_half_a_character_is_read_as_one_that_cannot_be_shown() -> None:
    nlp = build_language({}, ["jaw"], ["jaw"], {})
    doc = read_text(nlp, "my jaw \ud800 isn't sagging")
    assert [token.text for token in doc] == ["my", "jaw", "\N{REPLACEMENT CHARACTER}", "is", "n't", "sagging"]
    assert [token.idx for token in doc] == [0, 3, 7, 9, 11, 15]
