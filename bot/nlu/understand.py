"""One message, understood: the same reading that the Rasa components do, without Rasa.

Call ``bot.serving.without_tensorflow.leave_tensorflow_out`` before importing this: it imports spaCy.
"""
from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from bot.dialogue.turn import Turn
from bot.model import RetrievalHit
from bot.nlu.encoder import SentenceEncoder, load_encoder
from bot.nlu.feed import VocabularyFeed
from bot.nlu.intent import MODEL_FILE as INTENT_FILE
from bot.nlu.intent import NOT_SURE, Example, IntentModel, Ranked, decide
from bot.nlu.language import load_language, read_text
from bot.nlu.passages import Passages
from bot.nlu.published import PublishedContent
from bot.nlu.ruler import Entity, entities, names_something
from bot.nlu.safety.classifier import MODEL_FILE as SAFETY_FILE
from bot.nlu.safety.classifier import SafetyModel
from bot.nlu.safety.screen import SafetyFinding, Screening, screen
from bot.nlu.turns import Understood, is_question, read_turn, texts
from bot.nlu.views import View, view
from bot.nlu.vocabulary import read_families
from bot.settings import Settings


class ModelMissing(RuntimeError):
    """There is no trained model, or it cannot be read; the message says what to do."""


@dataclass(frozen=True)
class Understanding:
    """What a message was understood as.

    ``intent`` is what the assistant acts on: ``ask_<kind>``, a small-talk intent, ``out_of_scope``, ``nlu_fallback``
    (not sure), or ``safety_<level>`` when the safety screen has a finding. ``ranking`` holds every trained intent, the
    most probable first, whatever was decided.
    """

    text: str
    intent: str
    confidence: float
    ranking: tuple[Ranked, ...]
    entities: tuple[Entity, ...]
    language: str  # ISO 639-1 code
    nearest: tuple[Example, ...]
    retrieval: tuple[RetrievalHit, ...]
    safety: SafetyFinding | None
    screening: Screening  # with the cautions that the message carries and takes back
    turn: Turn

    @property
    def is_question(self) -> bool:
        """Whether it asks something: a question of a kind, or one that the conversation completes."""
        return is_question(self.intent)

    @property
    def runner_up(self) -> Ranked:
        """The most probable intent beside the one decided on."""
        return next(each for each in self.ranking if each.intent != self.intent)


class Understander:
    """Reads messages with a trained model and the current release of the store."""

    def __init__(self, where: Settings, store: PublishedContent, model: IntentModel, safety: SafetyModel,
                 encoder: SentenceEncoder) -> None:
        """Raises LanguageMissing."""
        self._nlp = load_language(where.language_dir)
        self._families: Mapping[str, str] = read_families(where.content_dir)
        self._model, self._safety, self._encoder = model, safety, encoder
        self._feed = VocabularyFeed(self._nlp, store)
        self._passages = Passages(store)

    def screen(self, text: str) -> Screening:
        """Screen ``text`` for safety alone. Raises StoreError when no release can be read."""
        self._feed.refresh()
        return screen(read_text(self._nlp, text), self._safety, self._encoder)

    def understand(self, text: str) -> Understanding:
        """Read ``text``. Raises StoreError when no release can be read."""
        self._feed.refresh()
        doc, seen, whole = self._read(text)
        found, ranking = entities(doc), whole[2]
        decided, turn = read_turn(whole, [self._read(piece)[2] for piece in texts(doc)])
        embedding = self._encoder.embed(seen.meant)
        others = (each.intent for each in ranking if text.strip() and each.intent != decided.intent)
        hits = self._passages.for_message((decided.intent, *others), found, seen.meant, embedding)
        screened = screen(doc, self._safety, self._encoder)
        if screened.intent is not None:
            decided = Ranked(screened.intent, 1.0)
        return Understanding(text, decided.intent, decided.confidence, ranking, found, doc._.language,
                             self._model.nearest(embedding), hits, screened.finding, screened, turn)

    def _read(self, text: str) -> tuple[Doc, View, Understood]:
        doc = read_text(self._nlp, text)
        seen = view(doc, self._families, self._encoder)
        ranking = self._model.rank(seen)
        found = names_something(entities(doc))
        decided = decide(ranking, doc._.language, found) if text.strip() else Ranked(NOT_SURE, 1.0)
        return doc, seen, (doc, decided, ranking)


def newest_model(models: Path) -> Path:
    """Return the newest model archive in ``models``. Raises ModelMissing."""
    found = sorted(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise ModelMissing(f"There is no trained model in {models}. Run `make run`, or `python -m bot.prepare`.")
    return found[-1]


def read_models(archive: Path) -> tuple[IntentModel, SafetyModel]:
    """Read the intent head and the safety classifier out of a model that Rasa wrote. Raises ModelMissing."""
    try:
        with tarfile.open(archive, "r:gz") as tar, tempfile.TemporaryDirectory() as folder:
            for name in (INTENT_FILE, SAFETY_FILE):
                member = next(each for each in tar if Path(each.name).name == name)
                content = tar.extractfile(member)
                assert content is not None
                Path(folder, name).write_bytes(content.read())
            return IntentModel.load(Path(folder)), SafetyModel.load(Path(folder))
    except (OSError, tarfile.TarError, EOFError, StopIteration, ValueError, KeyError) as error:
        raise ModelMissing(
            f"{archive} holds no models that can be read ({type(error).__name__}). "
            "Remove it and run `python -m bot.prepare`.") from error


def load_understander(where: Settings, store: PublishedContent, archive: Path | None = None) -> Understander:
    """Return the understander of ``archive``, by default of the newest model in the models folder.

    Raises ModelMissing, EncoderMissing or LanguageMissing.
    """
    intents, safety = read_models(archive or newest_model(where.models_dir))
    return Understander(where, store, intents, safety, load_encoder())
