"""The spaCy pipeline: spelling, other languages, vocabulary, lemmas, sentences and clauses on blank English.

``python -m bot.nlu.language_setup`` writes it once as a folder, which Rasa's SpacyNLP and ``load_language`` both read.
The vocabulary is not in the folder: it is published while the assistant runs (``ruler.set_vocabulary``).

Importing spaCy makes it look for TensorFlow: call ``bot.serving.without_tensorflow.leave_tensorflow_out`` first.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import spacy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from bot.nlu import clauses, foreign, ruler, spelling
from bot.nlu.lemmas import lookups_for

#: Words that phrases of the vocabulary may have in each other's place: they have one NORM, in patterns as in messages.
EQUIVALENT: Mapping[str, str] = {
    **dict.fromkeys(("your", "ur", "her", "his", "their", "our"), "my"),
    "round": "around",
    **dict.fromkeys(("below", "beneath", "underneath"), "under"),
}


#: Half of a character in UTF-16, which no text may hold alone and spaCy cannot read -> what Unicode puts in its place.
LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


class ReadableTokenizer(Tokenizer):
    """spaCy's tokenizer for any text a visitor can send; every character keeps its place."""

    def __call__(self, text: str) -> Doc:
        """Cut ``text`` into tokens."""
        return super().__call__(text.translate(LONE_SURROGATES))


@registry.tokenizers("plumbline.readable_tokenizer.v1")
def make_tokenizer() -> Callable[[Language], ReadableTokenizer]:
    """Build English's tokenizer in the class above."""

    def build(nlp: Language) -> ReadableTokenizer:
        plain = spacy.blank("en").tokenizer
        assert isinstance(plain, Tokenizer)
        return ReadableTokenizer(
            nlp.vocab, rules=plain.rules, prefix_search=plain.prefix_search, suffix_search=plain.suffix_search,
            infix_finditer=plain.infix_finditer, token_match=plain.token_match, url_match=plain.url_match,
        )

    return build


class LanguageMissing(RuntimeError):
    """The pipeline is not there or cannot be read; the message says what to do."""


def build_language(lemmas: Mapping[str, str], known: Iterable[str], common: Iterable[str],
                   other: Mapping[str, Iterable[str]]) -> Language:
    """Return the pipeline.

    ``lemmas`` is the lookup table, ``known`` the words of English, ``common`` the most frequent ones, those first,
    and ``other`` the little words of other languages, each with the languages that have it.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "plumbline.readable_tokenizer.v1"}}})
    for word, norm in EQUIVALENT.items():
        nlp.tokenizer.add_special_case(word, [{ORTH: word, NORM: norm}])  # type: ignore[union-attr]
    speller = nlp.add_pipe(spelling.NAME)
    assert isinstance(speller, spelling.Spelling)
    speller.set_language(known, common)
    detector = nlp.add_pipe(foreign.NAME)
    assert isinstance(detector, foreign.Foreign)
    detector.set_words(other)
    nlp.add_pipe(ruler.NAME)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    lemmatizer.initialize(lambda: [], nlp=nlp, lookups=lookups_for(dict(lemmas)))  # type: ignore[attr-defined]
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(clauses.NAME)
    nlp.meta.update(name="plumbline", description="What Plumbline reads messages with.", version="1")
    return nlp


def load_language(directory: Path) -> Language:
    """Read the pipeline from ``directory``. Raises LanguageMissing."""
    try:
        return spacy.load(directory)
    except (OSError, ValueError, KeyError) as error:
        raise LanguageMissing(
            f"The language pipeline in {directory} cannot be read ({type(error).__name__}). "
            "Run `python -m bot.nlu.language_setup` to write it."
        ) from error


def read_text(nlp: Language, text: str) -> Doc:
    """Return ``text`` as a document, in lower case, as Rasa's SpacyNLP does it."""
    return nlp(text.lower())
