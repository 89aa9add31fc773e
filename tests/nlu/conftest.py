"""The language pipeline with a vocabulary of the tests' own, and the trained model."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from spacy.language import Language

from bot import settings
from bot.bootstrap import repository
from bot.model import Passage, VocabularyEntry
from bot.nlu.language import load_language
from bot.nlu.ruler import set_vocabulary
from bot.nlu.understand import Understander, load_understander
from bot.prepare import model_file


class FakeStore:
    """A store in memory that can publish, and fail."""

    def __init__(self, vocabulary: tuple[VocabularyEntry, ...] = (), passages: tuple[Passage, ...] = ()) -> None:
        self.number, self.words, self.texts, self.asked = 1, vocabulary, passages, 0
        self.failing: Exception | None = None

    def publish(self, *vocabulary: VocabularyEntry) -> None:
        self.number, self.words = self.number + 1, vocabulary

    def current_number(self) -> int:
        self.asked += 1
        if self.failing:
            raise self.failing
        return self.number

    def vocabulary(self, release: int | None = None) -> tuple[VocabularyEntry, ...]:
        return self.words

    def passages(self, release: int | None = None) -> tuple[Passage, ...]:
        return self.texts

    def search(self, text: str, limit: int, release: int | None = None) -> tuple[tuple[Passage, float], ...]:
        words = set(text.split())
        found = [(each, len(words & set(each.text.split())) / len(words)) for each in self.texts]
        return tuple(sorted((each for each in found if each[1]), key=lambda each: -each[1])[:limit])


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def vocabulary() -> tuple[VocabularyEntry, ...]:
    content = yaml.safe_load(Path(__file__).with_name("vocabulary.yml").read_text(encoding="utf-8"))
    return tuple(VocabularyEntry(label, slug, tuple(phrases))
                 for label, entries in content.items() for slug, phrases in entries.items())


@pytest.fixture(scope="session")
def nlp(vocabulary: tuple[VocabularyEntry, ...]) -> Language:
    """The language pipeline with the tests' vocabulary. Tests that teach it other words load their own."""
    found = load_language(settings.read().language_dir)
    set_vocabulary(found, vocabulary)
    return found


@pytest.fixture(scope="session")
def trained() -> Path:
    """The model of the present training data, as ``make test`` trained it."""
    archive = model_file(settings.read())
    assert archive.exists(), "The model is older than what it is trained from. Run `python -m bot.prepare`."
    return archive


@pytest.fixture(scope="session")
def understander(trained: Path) -> Understander:
    """The trained model on the published content."""
    return load_understander(settings.read(), repository(), trained)
