"""Writing one release and reading one back. Functions on an open transaction."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, RowMapping
from sqlalchemy.sql.schema import Table

from bot.model import ReleaseInfo
from bot.store import history, schema
from bot.store.backend import Backend
from bot.store.bundle import Bundle

#: Every table of ``rows.content_rows``, referred ones first.
CONTENT_TABLES: tuple[Table, ...] = tuple(
    table for table in schema.COMMON_TABLES
    if table not in (schema.releases, schema.current_release, schema.passages, schema.vocabulary)
)


def publish(connection: Connection, backend: Backend, bundle: Bundle) -> ReleaseInfo:
    """Writes the bundle as the new current release, unless it is what the current one is."""
    predecessor = history.lock(connection)
    before = history.row(connection, predecessor)
    if before is not None and before.digest == bundle.digest:
        return history.info(before, current=True)
    newest = connection.execute(select(func.max(schema.releases.c.number))).scalar_one()
    number = (newest or 0) + 1
    connection.execute(schema.releases.insert().values(
        number=number, published_at=datetime.now(timezone.utc).isoformat(timespec="seconds"), digest=bundle.digest,
        claims=bundle.claims, passages=len(bundle.passages), words=bundle.words, predecessor=predecessor,
        encoder=bundle.encoder,
    ))
    _write_rows(connection, backend, bundle, number)
    history.point_to(connection, number)
    history.prune(connection, number, predecessor)
    return history.info(history.row(connection, number), current=True)


def _write_rows(connection: Connection, backend: Backend, bundle: Bundle, number: int) -> None:
    for table in (*CONTENT_TABLES, schema.vocabulary):
        rows = bundle.vocabulary if table is schema.vocabulary else bundle.content[table.name]
        if rows:
            connection.execute(table.insert(), [{**row, "release": number} for row in rows])
    if bundle.passages:
        first = number * schema.PASSAGE_SPAN
        connection.execute(schema.passages.insert(), [
            {**row, "release": number, "id": first + position} for position, row in enumerate(bundle.passages)
        ])
        backend.index_passages(connection, number)


def content_rows(connection: Connection, number: int) -> Mapping[str, list[RowMapping]]:
    """What ``rows.content_from`` needs, by table."""
    found = {}
    for table in CONTENT_TABLES:
        query = select(table).where(table.c.release == number).order_by(table.c.position)
        found[table.name] = connection.execute(query).mappings().all()
    return found
