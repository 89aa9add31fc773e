"""The published words, as patterns for spaCy's span ruler."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import yaml

from bot.model import VocabularyEntry
from bot.nlu.variants import variants

SHORTEST_HALF = 3  # letters of a compound's half
SUBJECT, AREA, CONDITION, TERM = LABELS = ("subject", "area", "condition", "term")

#: Signs that bring their part of the face along: who asks about jowls asks about the jaw.
IMPLIED_AREAS: Mapping[str, str] = {
    "jowls": "jaw",
    "double_chin": "chin",
    "eye_bags": "under_eye",
    "dark_circles": "under_eye",
    "nasolabial_folds": "nasolabial_fold",
    "marionette_lines": "mouth",
}


def patterns(vocabulary: Iterable[VocabularyEntry]) -> list[dict[str, str]]:
    """Return span-ruler patterns (label, pattern, id) for every way to write every phrase.

    A phrase that several entries list as their own goes to each of them; a variant that we derive (a plural, say)
    gives way to an entry that lists it as it stands. Glossary terms stand apart: they may share words with the rest.
    """
    vocabulary = tuple(vocabulary)
    listed = {(entry.label == TERM, _plain(phrase)) for entry in vocabulary for phrase in entry.phrases}
    found: dict[tuple[str, str, str], None] = {}
    for entry in vocabulary:
        for phrase in entry.phrases:
            own = _plain(phrase)
            for form in sorted(variants(phrase)):
                if form == own or (entry.label == TERM, form) not in listed:
                    found[entry.label, form, entry.slug] = None
    return [{"label": label, "pattern": form, "id": slug} for label, form, slug in found]


def names(found: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """Return the single words (lower case) among ``patterns`` that name a subject or an area by themselves."""
    return frozenset(each["pattern"] for each in found
                     if each["label"] in (SUBJECT, AREA) and each["pattern"].isalpha())


def compounds(vocabulary: Iterable[VocabularyEntry], is_common: Callable[[str], bool]) -> list[dict[str, str]]:
    """Return patterns for one-word phrases written in two common words: "eye lid", "jaw-line"."""
    found: dict[tuple[str, str, str], None] = {}
    for entry in vocabulary:
        for form in (form for phrase in entry.phrases if phrase.isalpha() for form in variants(phrase)):
            for place in range(SHORTEST_HALF, len(form) - SHORTEST_HALF + 1):
                halves = form[:place], form[place:]
                if all(map(is_common, halves)):
                    found.update({(entry.label, gap.join(halves), entry.slug): None for gap in " -"})
    return [{"label": label, "pattern": form, "id": slug} for label, form, slug in found]


def words(vocabulary: Iterable[VocabularyEntry]) -> frozenset[str]:
    """Return every single word (lower case, letters only) of the phrases in all their variants."""
    return frozenset(
        word
        for entry in vocabulary
        for phrase in entry.phrases
        for form in variants(phrase)
        for word in re.findall(r"[^\W\d_]+", form)
    )


def read_families(content: Path) -> dict[str, str]:
    """Return {subject: family} from ``taxonomy.yml`` in the content folder. A subject of two families has the first."""
    taxonomy = yaml.safe_load((content / "taxonomy.yml").read_text(encoding="utf-8"))
    families: dict[str, str] = {}
    for family, subjects in taxonomy["subjects"].items():
        for subject in subjects:
            families.setdefault(subject, family)
    return families


def _plain(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower().replace("’", "'")).strip()
