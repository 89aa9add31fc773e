"""PostgreSQL's errors in the store's words. Passwords stay out: places are built from the address's other parts."""
from __future__ import annotations

from sqlalchemy.engine import URL

from bot.store.errors import (
    ContentRefused,
    StoreAccessDenied,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnreachable,
)

#: SQLSTATE, or its class of two characters -> error, cause, remedy
#: (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_BY_STATE: dict[str, tuple[type[StoreError], str, str]] = {
    "28": (StoreAccessDenied, "the server refuses this user or password",
           "Check the user and the password in the store's address."),
    "42501": (StoreAccessDenied, "this user may not do that here", "Grant the user rights on the database's tables."),
    "3D000": (StoreMissing, "there is no such database", "Make it (createdb), then run `plumb publish`."),
    "25006": (StoreReadOnly, "the server is read-only", "Publish to the primary server."),
    "53100": (StoreFull, "no space is left on the server's disk",
              "Nothing was changed; the release before is still served. Make room and try again."),
    "55P03": (StoreLocked, "another publish or a migration keeps the store locked",
              "Nothing was changed. Try again when it has finished."),
    "57014": (StoreUnreachable, "the server takes too long to answer", "Check the server's load."),
    "53300": (StoreUnreachable, "the server has no connection left", "Raise max_connections or run fewer bots."),
    "23": (ContentRefused, "the content contradicts itself",
           "Nothing was published. Run `plumb check`, which names the file and the line."),
    "42P01": (StoreCorrupt, "a table is missing", "Restore a backup, or use an empty database and publish again."),
    "42703": (StoreCorrupt, "a column is missing", "Restore a backup, or use an empty database and publish again."),
    "XX": (StoreCorrupt, "the server reports damaged data", "Restore a backup, or publish to an empty database."),
}

#: What a refused connection says: it has no SQLSTATE, only words.
_BY_WORDS = (
    ("password authentication failed", "28"),
    ("no password supplied", "28"),
    ("no pg_hba.conf entry", "28"),
    ("role ", "28"),
    ("database ", "3D000"),
    ("too many clients", "53300"),
    ("too many connections", "53300"),
)


def place_of(url: URL) -> str:
    """The database without its password, which may also stand in the address's query part."""
    host = url.host or url.query.get("host") or "the local socket"
    port = f":{url.port}" if url.port else ""
    user = f" as {url.username}" if url.username else ""
    return f"PostgreSQL database {url.database or url.username} at {host}{port}{user}"


def translate(error: Exception, url: URL) -> StoreError:
    """``error`` is SQLAlchemy's."""
    place, original = place_of(url), getattr(error, "orig", None)
    state, message = getattr(original, "pgcode", None), str(original or error)
    if state is None and "FATAL" in message:
        state = next((found for words, found in _BY_WORDS if words in message), None)
    elif state is None and "no password supplied" in message:
        state = "28"
    known = _BY_STATE.get(state or "") or _BY_STATE.get((state or "")[:2])
    if known:
        kind, cause, remedy = known
        return kind(place, cause, remedy)
    if state is None or state[:2] in ("08", "57"):
        return StoreUnreachable(place, "the database server does not answer",
                                "Check that it runs and that the store's address is right.")
    return StoreError(place, f"PostgreSQL reports error {state}", "Nothing was changed. See the server's log.")
