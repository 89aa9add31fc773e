"""Spelling: reads a mistyped word as the word that was meant, and leaves every real word alone.

spaCy's FUZZY patterns compare every word of a message with every pattern and fire on ordinary words ("checking" for
"cheek"). This pipe uses the same distance the other way round: only a word that English does not have is compared,
once, and what it is read as becomes the token's NORM, on which the vocabulary is matched.
"""
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.matcher.levenshtein import levenshtein
from spacy.tokens import Doc, Token

NAME = "spelling"
WORDS_FILE = "words.txt"
SHORTEST = 4
CACHED_WORDS = 4096

Token.set_extension("meant", default=None, force=True)


def allowed_edits(length: int) -> int:
    """How many letters of a word may be wrong: one up to five letters, two up to ten, then three."""
    return 1 if length <= 5 else 2 if length <= 10 else 3


def edits(typed: str, word: str, most: int) -> int:
    """Return the edit distance; two neighbouring letters swapped count once. More than ``most`` is not exact."""
    distance = levenshtein(typed, word, most + 1)
    if distance == 2 and len(typed) == len(word) and sorted(typed) == sorted(word):
        return 1
    return int(distance)


class Spelling:
    """Knows the language's words, the common ones among them, and the published vocabulary."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._common: tuple[str, ...] = ()
        self._frequent: frozenset[str] = frozenset()
        self._vocabulary: frozenset[str] = frozenset()
        self._by_first_letter: dict[str, list[tuple[str, int]]] = {}
        self.meant = lru_cache(maxsize=CACHED_WORDS)(self._meant)

    def set_language(self, known: Iterable[str], common: Iterable[str]) -> None:
        """``known`` words are never changed; ``common`` ones (most frequent first) are also what a typo may mean."""
        self._known, self._common = frozenset(known), tuple(common)
        self._frequent = frozenset(self._common)
        self._index()

    def set_vocabulary(self, words: Iterable[str]) -> None:
        """Set the words of the published vocabulary; they win over common words at the same distance."""
        self._vocabulary = frozenset(words)
        self._index()

    def _index(self) -> None:
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        candidates = [*sorted(self._vocabulary), *(word for word in self._common if word not in self._vocabulary)]
        for rank, word in enumerate(candidates):
            if len(word) >= SHORTEST:
                found[word[0]].append((word, 0 if word in self._vocabulary else rank))
        self._by_first_letter = dict(found)
        self.meant.cache_clear()

    def is_word(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is a word of the language or of the vocabulary."""
        return word in self._known or word in self._vocabulary

    def is_common(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is among the language's most frequent or in the vocabulary."""
        return word in self._frequent or word in self._vocabulary

    def _meant(self, typed: str) -> str | None:
        """Return the word that the unknown word ``typed`` (lower case) most likely stands for, or None."""
        best: tuple[int, int, str] | None = None
        for word, rank in self._by_first_letter.get(typed[0], ()):
            # The shorter of the two bounds the edits, so that a short word is not stretched into a long one.
            most = allowed_edits(min(len(typed), len(word)))
            if abs(len(word) - len(typed)) > most:
                continue
            distance = edits(typed, word, most)
            if distance <= most and (best is None or (distance, rank, word) < best):
                best = (distance, rank, word)
        return best[2] if best else None

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            word = token.lower_
            if len(word) < SHORTEST or not word.isalpha() or self.is_word(word):
                continue
            meant = self.meant(word)
            if meant is not None:
                token.norm_ = meant
                token._.meant = meant
        return doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the language's words; the vocabulary is not kept, it comes from the store."""
        path.mkdir(exist_ok=True)
        rest = sorted(self._known.difference(self._common))
        (path / WORDS_FILE).write_text("\n".join([*self._common, "", *rest]), encoding="utf-8")

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Spelling":
        """Read what ``to_disk`` wrote."""
        common, _, rest = (path / WORDS_FILE).read_text(encoding="utf-8").partition("\n\n")
        self.set_language([*common.split("\n"), *rest.split("\n")], common.split("\n"))
        return self


@Language.factory(NAME)
def make_spelling(nlp: Language, name: str) -> Spelling:
    return Spelling()


def meant_text(doc: Doc) -> str:
    """Return the text of ``doc`` with its mistyped words as they were meant."""
    return "".join((token._.meant or token.text) + token.whitespace_ for token in doc)
