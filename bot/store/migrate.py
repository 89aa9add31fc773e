"""Brings a PostgreSQL store to this program's schema: ``python -m bot.store.migrate [address]``.

An empty database is set up by the first publish. Later changes of the schema are made only here, by someone
who knows which bots still run an older program: a publish never changes tables under them, it refuses.
"""
from __future__ import annotations

import argparse
import os
import sys

from bot.store.addresses import backend_for
from bot.store.errors import InvalidStoreUrl, StoreError
from bot.store.postgres import PostgresBackend

#: Holds the store's address, so that a password need not stand in a command.
URL_VARIABLE = "PLUMBLINE_CONTENT_URL"


def migrate(url: str) -> None:
    """Runs the missing revisions in one transaction. Raises StoreError; SQLite stores are not migrated."""
    backend = backend_for(url)
    if not isinstance(backend, PostgresBackend):
        raise InvalidStoreUrl(backend.place, "only PostgreSQL stores are migrated", backend.upgrade_remedy)
    try:
        backend.migrate()
    finally:
        backend.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.store.migrate",
                                     description="Brings a PostgreSQL store to this program's schema.")
    parser.add_argument("url", nargs="?", default=os.environ.get(URL_VARIABLE),
                        help=f"the store's address; without it, the one in {URL_VARIABLE}")
    url = parser.parse_args().url
    if not url:
        parser.error(f"give the store's address, or set {URL_VARIABLE}")
    try:
        migrate(url)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    print("The store has this program's schema.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
