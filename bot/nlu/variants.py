"""The other ways to write a phrase: singular and plural, possessive, hyphen or none, British and American."""
from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

#: Parts of words that differ across the Atlantic, British first. The longer ones may stand anywhere in a word.
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("aesthetic", "esthetic"), ("ageing", "aging"), ("anaesth", "anesth"), ("behaviour", "behavior"),
    ("centre", "center"), ("colour", "color"), ("fibre", "fiber"), ("grey", "gray"), ("oedema", "edema"),
    ("oestrogen", "estrogen"), ("tumour", "tumor"),
)
#: The verb ending -ise and what is made from it, in words of eight letters or more.
ISE = re.compile(r"i([sz])(e|er|es|ers|ed|ing|ation)$")
ONE_SPELLING = re.compile(r"^(exerci|expert|otherwis|surpris|supervis|televis|advertis|enterpris|franchis|compromis)")
#: Nouns whose plural no rule gives.
IRREGULAR = {"foot": "feet", "woman": "women", "man": "men", "tooth": "teeth", "leaf": "leaves", "half": "halves"}
PLURAL_OF = {**IRREGULAR, **{plural: plural for plural in IRREGULAR.values()}}
SINGULAR_OF = {plural: singular for singular, plural in IRREGULAR.items()}
#: How long a word may be that two words of a phrase make when they are written as one.
JOINED_LETTERS = range(6, 10)
#: Words that end in s and are not plurals.
NOT_PLURAL = re.compile(r"(ss|us|is|ous)$|^(botox|gas|lens|ageless|always)$")


def plural(word: str) -> str:
    """Return the regular English plural of ``word``; a plural is returned as it is."""
    if word in PLURAL_OF:
        return PLURAL_OF[word]
    if singular(word) != word:
        return word
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def singular(word: str) -> str:
    """Return the singular of a regular English plural; any other word is returned as it is."""
    if word in SINGULAR_OF:
        return SINGULAR_OF[word]
    if len(word) < 4 or NOT_PLURAL.search(word) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(x|z|ch|sh|ss)es$", word):
        return word[:-2]
    return word[:-1]


def _spellings(word: str) -> set[str]:
    """``word`` in British and in American spelling."""
    found = {word}
    for pair in SPELLINGS:
        for one, other in (pair, pair[::-1]):
            if one in word and not (one in other and other in word):
                found.add(word.replace(one, other))
    ending = ISE.search(word)
    if ending and len(word) >= 8 and not ONE_SPELLING.match(word):
        other = "z" if ending.group(1) == "s" else "s"
        found.add(f"{word[:ending.start()]}i{other}{ending.group(2)}")
    return found


def _numbers(word: str) -> set[str]:
    """``word`` in the singular and the plural. The possessive needs no form: its 's is a token of its own."""
    return {word, singular(word), plural(word)} if word.isalpha() and len(word) >= 3 else {word}


def _plurals(word: str) -> set[str]:
    return {word, plural(word)} if word.isalpha() and len(word) >= 3 else {word}


@lru_cache(maxsize=16384)
def variants(phrase: str) -> frozenset[str]:
    """Return ``phrase`` (lower case, single spaces) and the ways in which people also write it.

    Hyphens may be left out or stand for a space, and two short words may be run together ("guasha" for "gua sha",
    "eyebags" for "eye bags"); longer ones that are run together are taken apart when a message is read.
    """
    phrase = re.sub(r"\s+", " ", phrase.lower().replace("’", "'")).strip()
    if not phrase:
        return frozenset()
    return frozenset(form for each in _determined(phrase) for form in _written(each))


def _determined(phrase: str) -> set[str]:
    """``phrase`` with "my", "the" or nothing where it has one of them between other words."""
    inner = re.compile(r"(?<= )(my|the) (?=\S)")
    return {phrase, *(inner.sub(other, phrase) for other in ("my ", "the ", ""))}


def _written(phrase: str) -> set[str]:
    words, gaps = re.split(r"[ -]", phrase), re.findall(r"[ -]", phrase)
    choices = [sorted(_spellings(word)) for word in words[:-1]]
    # "creams" alone was written so because "cream" alone would misfire; "eye bags" is the same thing as "eye bag".
    numbers = _numbers if len(words) > 1 else _plurals
    choices.append(sorted({form for spelling in _spellings(words[-1]) for form in numbers(spelling)}))
    found: set[str] = {phrase}
    for chosen in product(*choices):
        found.add(" ".join(chosen))
        found.add("".join(word + gap for word, gap in zip(chosen, [*gaps, ""], strict=True)))
        if len(words) == 2:
            found.add("-".join(chosen))
        if len(words) == 2 and len("".join(chosen)) in JOINED_LETTERS:
            found.add("".join(chosen))
    return found | {form.replace("'s ", "s ") for form in found}
