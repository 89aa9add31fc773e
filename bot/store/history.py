"""The list of releases and the pointer to the current one. Functions on an open transaction."""
from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Row

from bot.model import ReleaseInfo
from bot.store.schema import current_release, releases

#: So many of the newest releases stay; beside them always the current one and the one it replaced.
KEPT_RELEASES = 10


def info(row: Row, current: bool) -> ReleaseInfo:
    return ReleaseInfo(row.number, row.published_at, row.digest, row.claims, current)


def row(connection: Connection, number: int | None) -> Row | None:
    return connection.execute(select(releases).where(releases.c.number == number)).one_or_none()


def all_rows(connection: Connection) -> Sequence[Row]:
    return connection.execute(select(releases).order_by(releases.c.number.desc())).all()


def current_number(connection: Connection) -> int | None:
    return connection.execute(select(current_release.c.number)).scalar_one()


def lock(connection: Connection) -> int | None:
    """The current number, with the pointer's row locked on PostgreSQL; SQLite has locked the file already."""
    return connection.execute(select(current_release.c.number).with_for_update()).scalar_one()


def point_to(connection: Connection, number: int) -> None:
    connection.execute(update(current_release).values(number=number))


def prune(connection: Connection, current: int, predecessor: int | None) -> None:
    """Deletes old releases with all their rows (foreign keys cascade)."""
    stored = [found.number for found in all_rows(connection)]
    kept = {*stored[:KEPT_RELEASES], current, predecessor}
    gone = [number for number in stored if number not in kept]
    if gone:
        connection.execute(delete(releases).where(releases.c.number.in_(gone)))
