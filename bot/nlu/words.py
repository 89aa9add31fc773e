"""What a mistyped word has to do with another: letters apart, the same sound, or several words run together."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from spacy.matcher.levenshtein import levenshtein

#: Spellings of one sound, replaced from the first to the last.
SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    ("^kn", "n"), ("^wr", "r"), ("^ps", "s"), ("ph|th", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"),
    ("[cst]i(?=[aeo])|shi(?=[aeo])", "sh"), ("sc(?=[eiy])", "s"), ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("z", "s"),
    ("ea|ee|ei|ie", "e"), ("ou|ow|au|aw", "o"), ("ai|ay", "a"), ("y", "i"), (r"(.)\1+", r"\1"), ("(?<=.{3})e$", ""),
))
#: Words of one or two letters that may be run together with others.
SHORT_PARTS = frozenset({"a", "i", "am", "an", "as", "at", "be", "by", "do", "for", "go", "he", "if", "in", "is", "it",
                         "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we"})
LONGEST_TOGETHER, MOST_PARTS = 40, 6


@lru_cache(maxsize=32768)
def sound(word: str) -> str:
    """Return a rough key of how ``word`` (lower case) sounds: "kneck" and "neck" have one, "lazer" and "laser" too."""
    for pattern, replacement in SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def unstretched(word: str) -> str:
    """Return ``word`` with every letter typed three times or more in a row written once."""
    return re.sub(r"(.)\1{2,}", r"\1", word)


def _single_letters(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


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


def is_slip(typed: str, word: str) -> bool:
    """Say whether ``typed`` can only be ``word``, of three or four letters: some are swapped, doubled or missing.

    An exchanged letter is as likely another word: "lipo" is not "lips".
    """
    if sorted(typed) == sorted(word) or _single_letters(typed) == _single_letters(word) or sound(typed) == sound(word):
        return True
    return len(typed) != len(word) and typed[-1] == word[-1] and edits(typed, word, 1) == 1


def stems(word: str) -> Iterator[str]:
    """Yield what ``word`` may be a regular form of."""
    if re.search("[^s]s$", word):
        yield word[:-1]
    if re.search(r"(s|x|z|ch|sh|o)es$", word):
        yield word[:-2]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem + "e"
            if not stem.endswith("e"):
                yield stem
    for ending in ("ier", "iest"):
        if word.endswith(ending):
            yield word[: -len(ending)] + "y"


def run_together(typed: str, is_common: Callable[[str], bool]) -> tuple[str, ...] | None:
    """Return the fewest common words that ``typed`` runs together, longer words first; None when it does not."""
    if len(typed) > LONGEST_TOGETHER:
        return None
    best: list[tuple[str, ...] | None] = [()] + [None] * len(typed)
    for end in range(1, len(typed) + 1):
        for start in range(end):
            before, part = best[start], typed[start:end]
            if before is None or len(before) >= MOST_PARTS:
                continue
            if not (part in SHORT_PARTS or (len(part) > 2 and is_common(part))):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    found = best[-1]
    return found if found and len(found) > 1 else None
