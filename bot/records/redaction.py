"""Takes out of a visitor's sentence what could tell who they or others are: addresses, numbers and names.

Names are found by what introduces them ("my name is", "Dr"), by a capital letter inside a sentence, and by a list of
first names. In doubt a word counts as a name: editors can do without a brand, nobody can take a name back. Names that
are on no list and written small stay, which is why a visitor can have these sentences removed.
"""
from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

NAME, NUMBER, ADDRESS = "[name]", "[number]", "[address]"
#: Longer sentences are cut: editors read a question here, not a story.
MOST_CHARACTERS = 300

_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+|\b[\w-]+\.(?:com|org|net|co|io|info|de|fr|uk)\b\S*",
                      re.IGNORECASE)
_NUMBER = re.compile(r"[+(]?\d(?:[\d\s().,/:+-]*\d)?(?:st|nd|rd|th)?\b|[+(]?\d(?:[\d\s().,/:+-]*\d)?")
_INTRODUCED = re.compile(
    r"\b((?i:my (?:full |first |last )?name is|my name's|i am called|i'm called|call me|known as|dr|mr|mrs|ms|miss|mx|"
    r"prof)\.?)\s+(?!(?i:on|at|by|in|when|if|as|that|who|and|or|back|later|soon|now|please|to|for|can|could|will|would|"
    r"should|says?|said|told|is|was)\b)[^\W\d_][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*)*")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_SENTENCE_END = re.compile(r"[.!?:;\n]\s*$")
#: Written with a capital letter by everyone, and no name of a person.
_CAPITALISED_WORDS = """
i i'm i've i'd i'll i’m i’ve i’d i’ll ok nhs uk us usa eu fda spf led rf uv uva uvb dna pcos tmj tmd botox monday
tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december english christmas
"""
_CAPITALISED = frozenset(_CAPITALISED_WORDS.split())


def redact(text: str, known: frozenset[str] = frozenset()) -> str:
    """``text`` on one line with what identifies replaced by ``[name]``, ``[number]`` and ``[address]``.

    Args:
        text: what a visitor wrote.
        known: words in lower case that are no names although they are written with a capital letter.
    """
    line = _SPACE.sub(" ", "".join(each for each in unicodedata.normalize("NFKC", text) if _can_be_seen(each))).strip()
    line = _ADDRESS.sub(ADDRESS, line)
    line = _NUMBER.sub(NUMBER, line)
    line = _INTRODUCED.sub(_without_introduced, line)
    return _without_names(line, known)[:MOST_CHARACTERS].rstrip()


def same_words(text: str) -> str:
    """What sentences share that differ only in case, punctuation, accents and spaces; empty when nothing is said."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\[(?:name|number|address)\]", " ", text).casefold())
    kept = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join(kept.split())


def _can_be_seen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] != "C"


def _without_introduced(found: re.Match[str]) -> str:
    return f"{found[1]} {NAME}"


def _without_names(line: str, known: frozenset[str]) -> str:
    words = [word[0] for word in _WORD.finditer(line) if word[0] not in ("name", "number", "address")]
    capitals = sum(word[0].isupper() for word in words)
    everywhere = capitals > 2 and capitals * 2 > len(words)  # a message in capitals, or a title

    def without(found: re.Match[str]) -> str:
        word, plain = found[0], found[0].casefold().removesuffix("'s").removesuffix("’s")
        if line[found.start() - 1:found.start()] == "[":
            return word
        if plain in first_names():
            return NAME
        starts = not line[:found.start()].strip() or bool(_SENTENCE_END.search(line[:found.start()]))
        capital = word[0].isupper() and not starts and not everywhere
        return NAME if capital and plain not in _CAPITALISED and plain not in known else word

    return re.sub(rf"{re.escape(NAME)}(?:\s+{re.escape(NAME)})+", NAME, _WORD.sub(without, line))


@cache
def first_names() -> frozenset[str]:
    """Common first names in lower case that are no English words: ``first_names.txt``."""
    lines = Path(__file__).with_name("first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
