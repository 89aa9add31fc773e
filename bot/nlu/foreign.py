"""Which language a message is in, as far as it matters: English, another one, or none that can be told.

By script first, then by the little words: spaCy's stop words of the languages that are most written in Latin letters.
"""
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from bot.nlu import spelling

NAME = "foreign"
WORDS_FILE = "words.txt"
ENGLISH = "en"
#: Languages in Latin letters whose stop words spaCy has.
LATIN = ("cs", "da", "de", "es", "fi", "fr", "hr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sv", "tl", "tr", "vi")
_HAUSA = """akwai amma cikin fata fuska ina irin kadan kuma kuna mai mene menene mun muna ne nawa saboda sannu suna tana
    wani wannan wata wace yadda yana yaya yaushe zai iya da ce sa ke"""
_PIDGIN = "abeg dey sabi una wahala waka wetin weytin wey"
_SWAHILI = """asante au bila gani hii hilo hiyo hizo huu habari je jinsi kama kuna kwa kwamba kwani kwanini lakini mimi
    naomba nawezaje naweza ngapi ngozi nini pia sana ninawezaje vipi wa wangu wapi wewe yangu yako yake yeye katika uso
    usoni shingo"""
_MARATHI = """आहे आहेत माझा माझी माझे माझ्या काय कसे कसा कशी नाही आणि मला तुम्ही करू होते होतो शकतो शकते मी साठी"""
#: Little words of languages that spaCy has no stop words of: Hausa, Nigerian Pidgin, Swahili.
LITTLE_WORDS: Mapping[str, frozenset[str]] = {
    "ha": frozenset(_HAUSA.split()), "pcm": frozenset(_PIDGIN.split()), "sw": frozenset(_SWAHILI.split()),
}
#: A creole of English shares most of its words; so many of its own are enough.
CREOLES: Mapping[str, int] = {"pcm": 2}
#: Letters that tell a language from the one most written in its script: Urdu and Persian from Arabic, Marathi from
#: Hindi.
LETTERS: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "ar": (("ur", frozenset("\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2")),
           ("fa", frozenset("\u067e\u0686\u0698\u06af\u06a9\u06cc"))),
    "hi": (("mr", frozenset("\u0933")),),
}
#: Marathi's little words that Hindi does not have.
MARATHI = frozenset(_MARATHI.split())
#: First word of a character's Unicode name -> the language that is most written so.
SCRIPTS: Mapping[str, str] = {
    "ARABIC": "ar", "BENGALI": "bn", "CJK": "zh", "CYRILLIC": "ru", "DEVANAGARI": "hi", "GREEK": "el",
    "GUJARATI": "gu", "GURMUKHI": "pa", "HANGUL": "ko", "HEBREW": "he", "HIRAGANA": "ja", "KANNADA": "kn",
    "KATAKANA": "ja", "MALAYALAM": "ml", "TAMIL": "ta", "TELUGU": "te", "THAI": "th",
}
#: The share of letters in another script from which a message is not read as English.
SCRIPT_SHARE = 0.4
#: A single word is too little to tell by: "yo" and "nah" are greetings.
FEWEST_WORDS = 2
#: What may stand around a word.
PUNCTUATION = string.punctuation + "¿¡…–—“”‘’"
#: What spaCy's tokenizer leaves of "won't", "can't", "ain't" and "shan't".
ENGLISH_PIECES = frozenset({"wo", "ca", "ai", "sha"})

Doc.set_extension("language", default=ENGLISH, force=True)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split(" ")[0].split("-")[0]


def by_script(text: str) -> str | None:
    """Return the language that the letters of ``text`` speak for, or None when they are mostly Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    found = Counter(SCRIPTS[script] for script in map(_script, letters) if script in SCRIPTS)
    if not found or sum(found.values()) < SCRIPT_SHARE * len(letters):
        return None
    name = "ja" if found["ja"] else found.most_common(1)[0][0]  # Japanese mixes kana with Chinese characters
    if name == "hi" and MARATHI & set(text.split()):
        return "mr"
    used = set(text)
    return next((other for other, own in LETTERS.get(name, ()) if used & own), name)


class Foreign:
    """Compares a message's words with the little words of other languages."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._languages: dict[str, frozenset[str]] = {}
        self._shared: frozenset[str] = frozenset()
        self._contractions = frozenset(getattr(nlp.tokenizer, "rules", None) or ())

    def set_words(self, languages: Mapping[str, Iterable[str]]) -> None:
        """Set {word: languages that have it}; "?" before a word says that English has it too.

        Such a word does not make a message foreign, but tells which language it is when others do.
        """
        self._languages = {word.lstrip("?"): frozenset(names) for word, names in languages.items()}
        self._shared = frozenset(word[1:] for word in languages if word.startswith("?"))

    def language(self, doc: Doc) -> str:
        """Return the language of ``doc`` as an ISO 639-1 code, or "tl" for Tagalog."""
        script = by_script(doc.text)
        if script:
            return script
        speller = self._nlp.get_pipe(spelling.NAME)
        assert isinstance(speller, spelling.Spelling)
        # As typed, but for names: the speller takes "saya" for "say a", which is what it would be in English.
        named = {token.lower_ for token in doc if speller.names(token.norm_)}
        stripped = (each.strip(PUNCTUATION) for each in doc.text.lower().split())
        typed = [word for word in stripped if word.isalpha() or word in self._contractions]
        own = [word for word in typed if word in self._languages and word not in self._shared
               and word not in self._contractions]  # "im" is German, and "I'm" in a hurry
        if not own or len(typed) < FEWEST_WORDS:
            return ENGLISH
        certain = Counter(name for word in own for name in self._languages[word])
        creole = next((name for name, enough in CREOLES.items() if certain[name] >= enough), None)
        if creole:
            return creole
        hits = Counter(name for word in typed for name in self._languages.get(word, ()))
        unknown = sum(not (word in named or speller.is_word(word) or word in self._languages
                           or word in self._contractions) for word in typed)
        english = sum((speller.is_common(word) or word in self._contractions) and word not in own for word in typed)
        name = min(hits, key=lambda name: (-hits[name], -certain[name], name))
        return name if len(own) + unknown > english else ENGLISH

    def __call__(self, doc: Doc) -> Doc:
        doc._.language = self.language(doc)
        return doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write one word and its languages a line."""
        path.mkdir(exist_ok=True)
        lines = [f"{'?' if word in self._shared else ''}{word} {' '.join(sorted(names))}"
                 for word, names in sorted(self._languages.items())]
        (path / WORDS_FILE).write_text("\n".join(lines), encoding="utf-8")

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Foreign":
        """Read what ``to_disk`` wrote."""
        lines = (path / WORDS_FILE).read_text(encoding="utf-8").split("\n")
        self.set_words({word: names.split() for word, _, names in (line.partition(" ") for line in lines) if names})
        return self


@Language.factory(NAME)
def make_foreign(nlp: Language, name: str) -> Foreign:
    return Foreign(nlp)


def foreign_words(english: Iterable[str]) -> dict[str, list[str]]:
    """Return {little word: languages} for ``LATIN`` and ``LITTLE_WORDS``.

    "?" stands before those that are words of ``english`` as well.
    """
    from importlib import import_module

    taken = ENGLISH_PIECES.union(english)
    found: dict[str, list[str]] = {}
    languages = {name: import_module(f"spacy.lang.{name}.stop_words").STOP_WORDS for name in LATIN}
    for name, words in {**languages, **LITTLE_WORDS}.items():
        for word in sorted(words):
            if word.isalpha() and len(word) > 1:
                mark = "?" if word.lower() in taken else ""
                found.setdefault(mark + word.lower(), []).append(name)
    return found
