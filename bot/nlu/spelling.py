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
from spacy.tokens import Doc, Token

from bot.nlu.words import edits, is_slip, run_together, sound, stems, unstretched

NAME = "spelling"
WORDS_FILE = "words.txt"
#: Words of so few letters are left alone, unless they can only be a slip of the finger for a name.
SHORTEST = 3
CACHED_WORDS = 4096


Token.set_extension("meant", default=None, force=True)


def allowed_edits(length: int, named: bool) -> int:
    """How many letters may be wrong in a word of ``length`` letters; fewer in one that names nothing of ours."""
    if not named:
        return 0 if length < 5 else 1 if length < 8 else 2
    return 1 if length <= 5 else 2 if length <= 10 else 3


class Spelling:
    """Knows the language's words, the common ones among them, and the published vocabulary."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._common: tuple[str, ...] = ()
        self._frequent: frozenset[str] = frozenset()
        self._vocabulary: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()
        self._by_letter: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self.meant = lru_cache(maxsize=CACHED_WORDS)(self._meant)

    def set_language(self, known: Iterable[str], common: Iterable[str]) -> None:
        """``known`` words are never changed; ``common`` ones (most frequent first) are also what a typo may mean."""
        self._known, self._common = frozenset(known), tuple(common)
        self._frequent = frozenset(self._common)
        self._index()

    def set_vocabulary(self, words: Iterable[str], names: Iterable[str]) -> None:
        """Set the words of the published vocabulary, and those among them that are names by themselves.

        Words of the vocabulary win over common words at the same distance, and names over both.
        """
        self._vocabulary, self._names = frozenset(words), frozenset(names)
        self._index()

    def _index(self) -> None:
        """Sort what a typo may mean by first letter: the vocabulary before other words, frequent before rare."""
        by_letter: dict[str, list[str]] = defaultdict(list)
        by_sound: dict[str, list[str]] = defaultdict(list)
        rest = sorted(self._vocabulary.difference(self._common))
        ordered = [word for word in self._common if word in self._vocabulary] + rest
        ordered += [word for word in self._common if word not in self._vocabulary]
        for word in sorted(ordered, key=lambda word: word not in self._names):  # a stable sort: names first
            if len(word) > SHORTEST or word in self._names:
                by_letter[word[0]].append(word)
            if word in self._vocabulary and len(word) > SHORTEST:
                by_sound[sound(word)].append(word)
        self._by_letter, self._by_sound = dict(by_letter), dict(by_sound)
        self.meant.cache_clear()

    def is_word(self, word: str) -> bool:
        """Say whether ``word`` (lower case) or what it is a form of is a word of the language or the vocabulary."""
        known = (word, *(stem for stem in stems(word) if len(stem) > SHORTEST + 1))
        return any(each in self._known or each in self._vocabulary for each in known)

    def is_frequent(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is among the language's most frequent."""
        return word in self._frequent

    def names(self, word: str) -> bool:
        """Say whether ``word`` (lower case) stands in the vocabulary."""
        return word in self._vocabulary

    def is_common(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is among the language's most frequent or in the vocabulary."""
        return word in self._frequent or word in self._vocabulary

    def _meant(self, typed: str) -> tuple[str, ...]:
        """Return the word or words that the unknown word ``typed`` (lower case) most likely stands for, if any."""
        plain = unstretched(typed)
        if plain != typed and self.is_word(plain):
            return (plain,)
        near, distance = self._nearest(plain)
        sounding = next(iter(self._by_sound.get(sound(plain), ())), None)
        if sounding and (distance > 1 or (distance == 1 and near not in self._vocabulary)):
            return (sounding,)
        together = run_together(typed, self.is_common) if distance > 1 else None
        return together or ((near,) if near else ())

    def _nearest(self, typed: str) -> tuple[str | None, int]:
        """Return the word with the fewest wrong letters that are allowed, and how many; (None, 99) without one."""
        best, fewest = None, 99
        for word in self._by_letter.get(typed[0], ()):
            # The shorter of the two bounds the edits, so that a short word is not stretched into a long one.
            named = word in self._vocabulary
            most = allowed_edits(min(len(typed), len(word)) if named else len(word), named)
            if abs(len(word) - len(typed)) > most:
                continue
            distance = edits(typed, word, most)
            if distance > most or (len(word) <= 4 and not is_slip(typed, word)):
                continue
            if distance < fewest:
                best, fewest = word, distance
        return best, fewest

    def __call__(self, doc: Doc) -> Doc:
        together: list[tuple[Token, tuple[str, ...]]] = []
        for token in doc:
            word = token.lower_
            if len(word) < SHORTEST or not word.isalpha() or self.is_word(word):
                continue
            meant = self.meant(word)
            if len(meant) > 1:
                together.append((token, meant))
            elif meant:
                token.norm_ = token._.meant = meant[0]
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


def _take_apart(doc: Doc, together: list[tuple[Token, tuple[str, ...]]]) -> None:
    """Make a token of each word that is run together with others; the text of ``doc`` stays as it is."""
    followed: set[int] = set()  # where the words begin that a space was left out after
    with doc.retokenize() as retokenizer:
        for token, parts in together:
            starts = [sum(map(len, parts[:n])) for n in range(len(parts))]
            followed.update(token.idx + start for start in starts[:-1])
            written = [token.text[start:start + len(part)] for start, part in zip(starts, parts, strict=True)]
            retokenizer.split(token, written, heads=[(token, 0)] * len(parts))
    for token in doc:
        if token.idx in followed:
            token._.meant = f"{token.lower_} "


@Language.factory(NAME)
def make_spelling(nlp: Language, name: str) -> Spelling:
    return Spelling()


def meant_text(tokens: Iterable[Token]) -> str:
    """Return the text of ``tokens``, a whole document or some of it, with its mistyped words as they were meant."""
    return "".join((token._.meant or token.text) + token.whitespace_ for token in tokens)
