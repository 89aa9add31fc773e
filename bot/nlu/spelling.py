"""Spelling: reads a mistyped word as the word that was meant, and leaves every real word alone.

spaCy's FUZZY patterns compare every word of a message with every pattern and fire on ordinary words ("checking" for
"cheek"). This pipe uses the same distance the other way round: only a word that English does not have is compared,
once, and what it is read as becomes the token's NORM, on which the vocabulary is matched. Two words run together are
taken apart.
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
SHORTEST, SHORTEST_PART = 4, 3
CACHED_WORDS = 4096
#: Endings that make forms of a word, each with what stands in its place in the word itself.
ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ier", "y"), ("iest", "y"))

Token.set_extension("meant", default=None, force=True)


def allowed_edits(length: int, named: bool) -> int:
    """How many letters may be wrong in a word of ``length`` letters; fewer in one that names nothing of ours."""
    if not named:
        return 0 if length < 5 else 1 if length < 8 else 2
    return 1 if length <= 5 else 2 if length <= 10 else 3


def _single_letters(word: str) -> str:
    return "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)


def edits(typed: str, word: str, most: int) -> int:
    """Return the edit distance; more than ``most`` is not exact.

    Two neighbouring letters swapped count once, and letters doubled or not doubled do not count: "realy" is "really".
    """
    distance = int(levenshtein(typed, word, most + 1))
    if distance > 2 or not distance:
        return distance
    if _single_letters(typed) == _single_letters(word):
        return 0
    return 1 if len(typed) == len(word) and sorted(typed) == sorted(word) else distance


class Spelling:
    """Knows the language's words, the common ones among them, and the published vocabulary."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._common: tuple[str, ...] = ()
        self._frequent: frozenset[str] = frozenset()
        self._vocabulary: frozenset[str] = frozenset()
        self._by_first_letter: dict[str, list[str]] = {}
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
        """Sort what a typo may mean by first letter: the vocabulary before other words, frequent before rare."""
        ranks = {word: rank for rank, word in enumerate(self._common)}
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._vocabulary.union(ranks),
                           key=lambda word: (word not in self._vocabulary, ranks.get(word, len(ranks)), word)):
            if len(word) >= SHORTEST:
                found[word[0]].append(word)
        self._by_first_letter = dict(found)
        self.meant.cache_clear()

    def is_word(self, word: str) -> bool:
        """Say whether ``word`` (lower case) or what it is a form of is a word of the language or the vocabulary."""
        if word in self._known or word in self._vocabulary:
            return True
        stems = (word[: -len(ending)] + stem for ending, stem in ENDINGS if word.endswith(ending))
        return any(len(stem) > SHORTEST and (stem in self._known or stem in self._vocabulary) for stem in stems)

    def is_common(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is among the language's most frequent or in the vocabulary."""
        return word in self._frequent or word in self._vocabulary

    def _meant(self, typed: str) -> str | None:
        """Return the word that the unknown word ``typed`` (lower case) most likely stands for, or None."""
        best, fewest = None, 99
        for word in self._by_first_letter.get(typed[0], ()):
            # The shorter of the two bounds the edits, so that a short word is not stretched into a long one.
            named = word in self._vocabulary
            most = allowed_edits(min(len(typed), len(word)) if named else len(word), named)
            if abs(len(word) - len(typed)) > most:
                continue
            distance = edits(typed, word, most)
            # Four letters with one exchanged are as likely another word: "lipo" is not "lips".
            exchanged = len(typed) == len(word) == SHORTEST and distance and sorted(typed) != sorted(word)
            if distance <= most and distance < fewest and not exchanged:
                best, fewest = word, distance
        return best

    def parts(self, typed: str) -> tuple[str, str] | None:
        """Return the two common words that ``typed`` runs together (lower case), or None; a longer first word wins."""
        for place in range(len(typed) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first, second = typed[:place], typed[place:]
            if self.is_common(first) and self.is_common(second):
                return first, second
        return None

    def __call__(self, doc: Doc) -> Doc:
        together: list[tuple[Token, tuple[str, str]]] = []
        for token in doc:
            word = token.lower_
            if len(word) < SHORTEST or not word.isalpha() or self.is_word(word):
                continue
            meant = self.meant(word)
            parts = self.parts(word) if meant is None or edits(word, meant, 1) > 1 else None
            if parts:
                together.append((token, parts))
            elif meant is not None:
                token.norm_ = token._.meant = meant
        if together:
            _take_apart(doc, together)
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


def _take_apart(doc: Doc, together: list[tuple[Token, tuple[str, str]]]) -> None:
    """Make two tokens of each word that runs two together; the text of ``doc`` stays as it is."""
    firsts = {token.idx for token, _ in together}
    with doc.retokenize() as retokenizer:
        for token, (first, _) in together:
            typed = token.text
            retokenizer.split(token, [typed[:len(first)], typed[len(first):]], heads=[(token, 0), (token, 0)])
    for token in doc:
        if token.idx in firsts:
            token._.meant = f"{token.lower_} "  # with the space that was left out


@Language.factory(NAME)
def make_spelling(nlp: Language, name: str) -> Spelling:
    return Spelling()


def meant_text(doc: Doc) -> str:
    """Return the text of ``doc`` with its mistyped words as they were meant."""
    return "".join((token._.meant or token.text) + token.whitespace_ for token in doc)
