"""What can go wrong with the store, in words that a person can act on.

Every error has a place (a file, or a database without its password), a cause and a remedy. Callers catch
``StoreError``; the subclasses tell apart what a program may want to treat differently.
"""
from __future__ import annotations


class StoreError(Exception):
    """The store could not do what was asked. What was published before is untouched."""

    def __init__(self, place: str, cause: str, remedy: str) -> None:
        super().__init__(place, cause, remedy)
        self.place = place
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}. {self.remedy}"


class InvalidStoreUrl(StoreError):
    """The address of the store cannot be used."""


class StoreMissing(StoreError):
    """There is no store at that address: no folder, no file, no database or no tables."""


class NoRelease(StoreError):
    """The store is there, and nothing has been published to it."""


class ReleaseNotFound(StoreError):
    """That release was never published or has been pruned; also: there is none to roll back to."""


class ContentRefused(StoreError):
    """The content contradicts itself or cannot be stored exactly; nothing was published."""


class StoreCorrupt(StoreError):
    """The store cannot be read as one: damaged, or not a store at all."""


class StoreReadOnly(StoreError):
    """The store or its folder cannot be written."""


class StoreAccessDenied(StoreError):
    """The store refuses this user or password, or the file cannot be read."""


class StoreUnreachable(StoreError):
    """The database server does not answer."""


class StoreLocked(StoreError):
    """Another program kept the store locked for too long."""


class StoreFull(StoreError):
    """No space is left where the store is."""


class SchemaTooOld(StoreError):
    """The store was made by an older Plumbline."""


class SchemaTooNew(StoreError):
    """The store was made by a newer Plumbline."""
