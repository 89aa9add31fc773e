"""Puts the parts together: the one place that knows which store, encoder and service a process uses.

Nothing happens at import; each part is made when it is first asked for, and once a process.
"""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot import settings
from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.editorial import derive
from bot.model import Content, Passage, ReleaseInfo, VocabularyEntry
from bot.records.mailbox import Mailbox
from bot.records.repository import Records, open_records
from bot.store.cache import SnapshotCache
from bot.store.errors import StoreError
from bot.store.repository import ContentRepository, open_repository

SQLITE = "sqlite:///"


@cache
def repository() -> ContentRepository:
    """The content store of this process, at ``PLUMBLINE_CONTENT_URL``."""
    return open_repository(settings.read().content_url)


@cache
def answer_service() -> AnswerService:
    """The answers service on the current release."""
    store = repository()
    return AnswerService(SnapshotCache(store, lambda number: ReleaseIndex(store.release(number))).get)


@cache
def records() -> Records:
    """What is kept about visitors beside their conversations, at ``PLUMBLINE_CONVERSATIONS_URL``."""
    return open_records(settings.read().conversations_url, named_words)


@cache
def mailbox() -> Mailbox:
    """The logs of the web channel's conversations, in the same database."""
    return Mailbox(settings.read().conversations_url)


def named_words() -> frozenset[str]:
    """The words of the current release's vocabulary, in lower case; none while the store cannot be read."""
    try:
        entries = vocabulary()[1]
    except StoreError:
        return frozenset()
    return frozenset(word for entry in entries for phrase in entry.phrases for word in phrase.casefold().split())


def vocabulary() -> tuple[int, tuple[VocabularyEntry, ...]]:
    """The current release's number and the words that it names things by."""
    number = repository().current_number()
    return number, repository().vocabulary(number)


def _with_vectors(passages: Sequence[Passage], store: ContentRepository, encoder: str) -> list[Passage]:
    from bot.nlu.encoder import load_encoder

    known = store.vectors_by_text(encoder)
    fresh = [passage.text for passage in passages if passage.text not in known]
    if fresh:
        known = {**known, **dict(zip(fresh, load_encoder().encode_many(fresh), strict=True))}
    return [replace(passage, vector=known[passage.text]) for passage in passages]


def publish(content: Content) -> ReleaseInfo:
    """Publishes checked content as the new release; unchanged content keeps the current one.

    Raises:
        StoreError: the store cannot be written; what was published before is still served.
        EncoderMissing: the sentence encoder was not set up.
    """
    from bot.nlu.encoder import FORMAT  # imported late: the action server has no use for the encoder

    encoder = f"all-MiniLM-L6-v2 int8, format {FORMAT}"
    store = repository()
    url = settings.read().content_url
    if url.startswith(SQLITE):
        with suppress(OSError):  # the store says better why it cannot be written
            Path(url[len(SQLITE):]).parent.mkdir(parents=True, exist_ok=True)
    found = _with_vectors(derive.passages(content), store, encoder)
    return store.publish(content, found, derive.vocabulary(content), encoder=encoder)
