"""Accepted answers in the snapshots of a process: the map follows an acceptance at the next interaction."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path

import pandas as pd
from sqlalchemy import select

from coverage.dataset import DatasetError
from coverage.dataset.newest import add_to_snapshots
from coverage.dataset.problems import inspect_tables, read_strings
from coverage.inventory import InventoryAwayError, InventoryError, is_configured
from coverage.inventory.book import Book, replay
from coverage.inventory.chain import EventKind
from coverage.inventory.fold import fold
from coverage.inventory.judging import Check
from coverage.inventory.store import Store
from coverage.inventory.store_setup import database_url, open_store
from coverage.inventory.store_tables import EVENT

_log = logging.getLogger(__name__)


class AcceptedAnswers:
    """What a store adds to a package. A role that only reads suffices, since it may see what was accepted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: str | None = None
        self._failed = 0

    def version(self) -> Hashable:
        """The hash of the last event that changes what is accepted: one look in an index.

        While the database cannot be reached readers see what they saw, and the log of the server says why. What
        changed but could not be read is asked for again at the next run.
        """
        kinds = EVENT.c.kind.in_([EventKind.ACCEPTED, EventKind.REDACTED])
        newest = select(EVENT.c.hash).where(kinds).order_by(EVENT.c.seq.desc()).limit(1)
        try:
            with self._store.reading() as connection:
                self._version = connection.execute(newest).scalar()
        except InventoryAwayError:
            _log.exception("De inventaris is niet te bereiken; lezers zien wat er stond")
        return self._version, self._failed

    def overlay(self, strings: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """The tables of a package with what was accepted and not yet published."""
        try:
            with self._store.reading() as connection:
                book = replay(self._store.accepted_events(connection))
        except InventoryAwayError:
            self._failed += 1
            raise
        return fold(strings, book)


def connect() -> Store | None:
    """The inventory of this process, if it has one; what was accepted is shown. InventoryConfigError if it fails.

    Asked again it is the same one, until another database is named.
    """
    return _connected(database_url().render_as_string(hide_password=False)) if is_configured() else None


@lru_cache(maxsize=1)
def _connected(address: str) -> Store:
    store = open_store(address)
    show_accepted(store)
    return store


def show_accepted(store: Store) -> None:
    """From now on every snapshot of this process holds what was accepted in the store."""
    add_to_snapshots(AcceptedAnswers(store))


def public_book(store: Store) -> Book:
    """What readers may know: the book without texts that were typed, but for values that were accepted."""
    with store.reading() as connection:
        return _public_book(store, *store.head(connection))


def book_of_readers() -> Book | None:
    """The public book of this process; None without an inventory, or while it cannot be reached: pages stay."""
    try:
        store = connect()
        return public_book(store) if store else None
    except InventoryError:
        _log.exception("De inventaris is niet te bereiken; lezers zien de respons nu niet")
        return None


def last_event() -> int:
    """The number of the last event of which readers are told; 0 without an inventory, or while it is out of reach."""
    book = book_of_readers()
    return book.seq if book else 0


@lru_cache(maxsize=2)
def _public_book(store: Store, _seq: int, _head: str) -> Book:
    """The book of this log; a page asks at every run, and the log rarely grew since."""
    with store.reading() as connection:
        return replay(store.accepted_events(connection))


def tables_now(store: Store, package: Path) -> dict[str, pd.DataFrame]:
    """The tables of a package (strings) with what was accepted; DatasetError when its files cannot be read."""
    strings, unread = read_strings(package)
    if unread:
        raise DatasetError(package, unread)
    with store.reading() as connection:
        return fold(strings, store.book(connection))


def check_with(strings: dict[str, pd.DataFrame]) -> Check:
    """Whether the tables of a package stay sound with the answers of a book: what is wrong, one line each."""

    def check(book: Book) -> Sequence[str]:
        return [str(problem) for problem in inspect_tables(fold(strings, book)).problems]

    return check
