"""The content store as the rest of the project sees it. ``open_repository`` is the way in."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.engine import Row as ResultRow

from bot.model import Content, Passage, Release, ReleaseInfo, VocabularyEntry
from bot.store import history, publishing, rows, schema, search
from bot.store.addresses import backend_for
from bot.store.backend import LOCK_SECONDS, Backend
from bot.store.bundle import prepare
from bot.store.errors import NoRelease, ReleaseNotFound, StoreCorrupt, StoreMissing
from bot.store.words import query_words


def open_repository(url: str, *, lock_seconds: float = LOCK_SECONDS) -> ContentRepository:
    """The store at ``url``, such as ``sqlite:///var/content.db`` or ``postgresql://user:password@host/database``.

    Connects to nothing until it is used. ``lock_seconds``: how long a publish waits for another one.
    Raises InvalidStoreUrl.
    """
    return ContentRepository(backend_for(url, lock_seconds))


class ContentRepository:
    """Numbered releases of the content. Safe to share between threads; every method may raise StoreError."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def __enter__(self) -> ContentRepository:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    @property
    def place(self) -> str:
        """Where the store is, without a password: for messages."""
        return self._backend.place

    def close(self) -> None:
        """Closes all connections; the next call opens new ones."""
        self._backend.close()

    def current_number(self) -> int:
        """The current release's number: one row, cheap enough to ask every second."""
        with self._backend.reading() as connection:
            return self._number(connection, None)

    def current_info(self) -> ReleaseInfo:
        """As cheap; the digest also tells apart two stores put in the same place."""
        with self._backend.reading() as connection:
            return history.info(self._release_row(connection, None), current=True)

    def current(self) -> Release:
        """The current release whole, equal to what was published."""
        return self._load(None)

    def release(self, number: int) -> Release:
        """A stored release whole. Raises ReleaseNotFound."""
        return self._load(number)

    def releases(self) -> tuple[ReleaseInfo, ...]:
        """All stored releases, the newest first. Empty when nothing was published."""
        try:
            with self._backend.reading() as connection:
                current = history.current_number(connection)
                return tuple(history.info(row, row.number == current) for row in history.all_rows(connection))
        except StoreMissing:
            return ()

    def publish(self, content: Content, passages: Iterable[Passage], vocabulary: Iterable[VocabularyEntry], *,
                encoder: str = "") -> ReleaseInfo:
        """Makes a new current release, in one transaction, or returns the current one when nothing changed.

        The first publish makes the tables; a folder or a database must be there. ``encoder`` identifies what
        made the passages' vectors, see ``vectors_by_text``. Raises ContentRefused, and StoreError for the rest;
        then the release before is still served.
        """
        bundle = prepare(content, passages, vocabulary, encoder)
        self._backend.set_up()
        with self._backend.writing() as connection:
            return publishing.publish(connection, self._backend, bundle)

    def rollback(self) -> ReleaseInfo:
        """Makes the release current again that the current one replaced. Raises ReleaseNotFound, NoRelease."""
        with self._backend.writing() as connection:
            history.lock(connection)
            current = self._release_row(connection, None)
            before = history.row(connection, current.predecessor)
            if before is None:
                raise ReleaseNotFound(self.place, f"release {current.number} has none before it that is still stored",
                                      "Publish what you want to be served.")
            history.point_to(connection, before.number)
            return history.info(before, current=True)

    def vocabulary(self, release: int | None = None) -> tuple[VocabularyEntry, ...]:
        """The words of a release, by default of the current one, in the order published."""
        table = schema.vocabulary
        with self._reading_rows() as connection:
            number = self._number(connection, release)
            query = select(table).where(table.c.release == number).order_by(table.c.position)
            return tuple(rows.vocabulary_from(row) for row in connection.execute(query).mappings())

    def passages(self, release: int | None = None) -> tuple[Passage, ...]:
        """The passages of a release, by default of the current one, in the order published, with vectors."""
        table = schema.passages
        with self._reading_rows() as connection:
            number = self._number(connection, release)
            query = select(table.c.record, table.c.vector).where(table.c.release == number).order_by(table.c.id)
            return tuple(rows.passage_from(row) for row in connection.execute(query).mappings())

    def vectors_by_text(self, encoder: str = "") -> dict[str, Sequence[float]]:
        """The current release's vectors, for a publish to use again where the text is the same.

        Empty when nothing was published, or when another ``encoder`` made them.
        """
        try:
            with self._backend.reading() as connection:
                current = self._release_row(connection, None)
            found = self.passages(current.number) if current.encoder == encoder else ()
        except (StoreMissing, NoRelease):
            return {}
        return {passage.text: passage.vector for passage in found if passage.vector is not None}

    def search(self, text: str, limit: int, release: int | None = None) -> tuple[tuple[Passage, float], ...]:
        """The passages that share words with ``text``, best first, with scores from 0 to 1 (see ``search.py``).

        ``text`` is a visitor's: any characters, never read as query syntax. Words match by their stem.
        """
        words = query_words(text, search.MAX_WORDS)
        with self._reading_rows() as connection:
            row = self._release_row(connection, release)
            if not words or not row.words or limit < 1:
                return ()
            best = search.best_passages(connection, self._backend, row.number, words, row.passages, row.words, limit)
            table = schema.passages
            query = select(table.c.id, table.c.record, table.c.vector).where(table.c.id.in_([id for id, _ in best]))
            found = {row["id"]: rows.passage_from(row) for row in connection.execute(query).mappings()}
        return tuple((found[id], score) for id, score in best)

    def _load(self, number: int | None) -> Release:
        with self._reading_rows() as connection:
            row = self._release_row(connection, number)
            info = history.info(row, row.number == history.current_number(connection))
            return Release(info, rows.content_from(publishing.content_rows(connection, row.number)))

    @contextmanager
    def _reading_rows(self) -> Iterator[Connection]:
        try:
            with self._backend.reading() as connection:
                yield connection
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreCorrupt(self.place, f"a record cannot be read ({type(error).__name__})",
                               "Nothing was changed. Publish again from bot/content, or roll back.") from error

    def _number(self, connection: Connection, asked: int | None) -> int:
        return self._current(connection) if asked is None else self._release_row(connection, asked).number

    def _current(self, connection: Connection) -> int:
        number = history.current_number(connection)
        if number is None:
            raise NoRelease(self.place, "nothing has been published here yet", "Run `plumb publish`.")
        return number

    def _release_row(self, connection: Connection, asked: int | None) -> ResultRow:
        number = self._current(connection) if asked is None else asked
        row = history.row(connection, number)
        if row is None:
            raise ReleaseNotFound(self.place, f"release {number} is not stored",
                                  "`plumb releases` lists those that are.")
        return row
