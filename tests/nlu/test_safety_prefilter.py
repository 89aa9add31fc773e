"""RE2 in front of Python's patterns: it may find too much and never too little."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from spacy.language import Language

from bot import settings
from bot.nlu.language import load_language, read_text
from bot.nlu.safety.families import RULES
from bot.nlu.safety.families.cautions import RULES as CAUTIONS
from bot.nlu.safety.prefilter import Prefilter, without_look_around
from bot.nlu.safety.reading import Reading

PATTERNS = list({id(pattern): pattern for rule in (*RULES, *CAUTIONS) for pattern in rule.patterns()}.values())
PREFILTER = Prefilter(PATTERNS)
EXAMPLES = sorted((settings.ROOT / "data" / "safety").glob("*.yml"))


@pytest.mark.parametrize(("pattern", "left"), [
    (r"\bdroop(?!s)\b", r"\bdroop\b"), (r"(?<!eye )drop", "drop"), (r"a(?=b(?:c|d))e", "ae"), (r"a(?!\)|[)])b", "ab"),
    (r"(?:a|b)\(c", r"(?:a|b)\(c"),
])
def test_look_around_is_left_out(pattern: str, left: str) -> None:
    assert without_look_around(pattern) == left


def test_what_can_not_match_is_named_and_nothing_else() -> None:
    here, there = re.compile(r"\bface\b(?! yoga)"), re.compile(r"\blid\b")
    impossible = Prefilter([here, there]).impossible(" face yoga ")
    assert impossible == {id(there)}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language(settings.read().language_dir)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_pattern_of_the_rules_is_missed(nlp: Language, path: Path) -> None:
    block = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for text in block["triggers"][:12]:
        reading = Reading(read_text(nlp, text))
        impossible = PREFILTER.impossible(reading.text)
        missed = [pattern.pattern for pattern in PATTERNS
                  if id(pattern) in impossible and pattern.search(reading.text)]
        assert missed == []
