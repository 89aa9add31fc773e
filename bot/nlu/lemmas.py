"""A lemma lookup table for blank English, made from the tables that come with the small English model.

The model's own lemmatizer picks a table by part of speech, which takes a tagger. The lookup takes the verb's lemma
before the noun's before the adjective's, which is right for nearly every word that visitors type.
"""
from __future__ import annotations

import re

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer

#: Universal parts of speech as the tables name them, in the order in which they win.
PARTS = ("verb", "noun", "adj")
#: Forms that are mostly something else than the plural or past tense which the tables know.
AS_THEY_ARE = frozenset({"saw", "left", "found", "ground", "wound", "lay", "bore", "does", "less", "lens", "gas", "bus",
                         "his", "as", "us", "is", "its", "this", "was", "has", "better", "best", "news", "series",
                         "species", "thing", "during", "morning", "evening", "ceiling", "red", "need", "bed"})


def _lookups(model: Language) -> Lookups:
    lemmatizer = model.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    return lemmatizer.lookups


def _is_regular(word: str, ending: str, rest: str) -> bool:
    """Say whether English puts ``ending`` for ``rest`` at the end of ``word``: no "smokeing", "stoped" or "boxs"."""
    if rest:
        return word.endswith(rest)
    if ending in ("ing", "ed", "er", "est"):
        return not re.search(r"e$|^[^aeiou]*[aeiou][^aeiouwxy]$", word)
    hissing = re.search(r"(s|x|z|ch|sh)$", word)
    if ending == "s":
        return not hissing and not re.search(r"[^aeiou]y$", word)
    return bool(hissing or word.endswith("o")) if ending == "es" else True


def lemma_table(model: Language) -> dict[str, str]:
    """Return {form: lemma} for the regular and irregular forms of the words that ``model`` knows."""
    lookups = _lookups(model)
    exceptions, index, rules = (lookups.get_table(f"lemma_{name}") for name in ("exc", "index", "rules"))
    words = {part: set(index[part]) for part in PARTS}
    listed = set().union(*words.values())
    table: dict[str, str] = {}
    for part in PARTS:
        for form, lemmas in exceptions[part].items():
            if form not in AS_THEY_ARE:
                table.setdefault(form, lemmas[0])
        for ending, rest in rules[part]:
            if not ending:
                continue
            for word in words[part]:
                form = word[: len(word) - len(rest)] + ending if word.endswith(rest) else word
                # "number" is a word and no comparative; "working" is one too, and yet the verb's form.
                taken = form in listed and (part == "adj" or len(form) < 4)
                if not taken and _is_regular(word, ending, rest) and form not in AS_THEY_ARE and word.isalpha():
                    table.setdefault(form, word)
    table.update({"is": "be", "are": "be", "was": "be", "were": "be", "am": "be", "does": "do", "has": "have"})
    return table


def known_words(model: Language) -> set[str]:
    """Return the lower-case words that ``model``'s tables list, single letters and multi-word entries left out."""
    lookups = _lookups(model)
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    found = {word for table in (index, exceptions) for part in table.values() for word in part}
    return {word for word in found if len(word) > 1 and word.isalpha()}


def lookups_for(table: dict[str, str]) -> Lookups:
    """Return ``table`` as the lookups that spaCy's lemmatizer reads in its lookup mode."""
    lookups = Lookups()
    lookups.add_table("lemma_lookup", table)
    return lookups
