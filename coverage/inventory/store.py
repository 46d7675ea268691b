"""The database of the inventory: writing one event after the other, reading the log.

What was found by running it, and is guarded here: triggers against change are passed by ``INSERT OR REPLACE`` unless
``recursive_triggers`` is on; a transaction that reads before it writes fails at once unless it begins IMMEDIATE, which
also keeps the chain from forking. On PostgreSQL one advisory lock does the latter.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Timer
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from coverage import dates
from coverage.i18n import _
from coverage.inventory import InventoryAwayError
from coverage.inventory.book import Book, replay
from coverage.inventory.chain import GENESIS, EventKind, LogEvent, NewEvent, canonical, linked
from coverage.inventory.store_tables import EVENT, EVENT_TEXT
from coverage.inventory.turns import WriterTurns

_LOCK = 0x1A7E57  # of one writer at a time on PostgreSQL
_WAIT = 60  # seconds that a writer waits for its turn
_SETTLES = 5  # seconds after which what was written stands in the file of SQLite itself


def _sqlite_engine(url: URL) -> Engine:
    # Connections are kept: when the last one of a file closes, SQLite empties its write-ahead log into it and waits for
    # the disk, which took longer than all else. One that looks at a file that was since put elsewhere, or that came
    # along through a fork, is not used again.
    # autocommit None would let the driver begin by itself; isolation_level None leaves that to us.
    how = {"timeout": _WAIT, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, poolclass=QueuePool, max_overflow=-1, pool_use_lifo=True, connect_args=how)
    place = Path(url.database or "")

    @event.listens_for(engine, "connect")
    def _on_connect(raw: Any, record: Any) -> None:
        for pragma in ("busy_timeout = 60000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                       "recursive_triggers = ON"):  # fmt: skip
            raw.execute(f"PRAGMA {pragma}")
        record.info["file"] = _identity(place)

    @event.listens_for(engine, "checkout")
    def _on_checkout(_raw: Any, record: Any, _proxy: Any) -> None:
        if record.info["file"] != _identity(place):
            raise InvalidatePoolError

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _identity(place: Path) -> tuple[int, ...]:
    """What a file is, and the process that looks at it; empty when there is none."""
    try:
        seen = place.stat()
    except OSError:
        return ()
    return os.getpid(), seen.st_dev, seen.st_ino


@contextmanager
def _reached() -> Iterator[None]:
    """What goes wrong with the database itself, and not with what was asked of it, is one error for all callers."""
    try:
        yield
    except (OperationalError, TimeoutError) as error:
        told = _("De inventaris is nu niet te bereiken, of kan niets bewaren. Er is niets half opgeslagen: doe het zo "
                 "opnieuw.")  # fmt: skip
        raise InventoryAwayError(told) from error


class Store:
    """One database of the inventory. Safe to share between threads; every ``with`` is one transaction."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._book = Book()
        self.is_sqlite = url.drivername == "sqlite"
        self._turns = WriterTurns(Path(url.database or ""), _WAIT) if self.is_sqlite else None
        self._settling: Timer | None = None
        if self.is_sqlite:
            self.engine = _sqlite_engine(url)
        else:
            self.engine = create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; one at a time over all processes, so what can be worked out is worked out before
        it. It is kept when the block ends well.

        InventoryAwayError when the database cannot be reached, or has no room.
        """
        turn = self._turns.turn() if self._turns else nullcontext()
        with _reached(), self.engine.connect().execution_options(writes=True) as connection, turn, connection.begin():
            if not self.is_sqlite:
                connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            yield connection
        if self.is_sqlite and self._settling is None:
            self._settling = Timer(_SETTLES, self.settle)
            self._settling.daemon = True
            self._settling.start()

    def settle(self) -> None:
        """Bring the write-ahead log of SQLite into its file, while nobody waits: a copy of that file has it all."""
        self._settling = None
        if self.is_sqlite and _identity(Path(self.url.database or "")):  # connecting would make a file that is gone
            with suppress(sqlite3.Error, SQLAlchemyError), closing(self.engine.raw_connection()) as raw:
                raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads one state of the database."""
        with _reached(), self.engine.connect() as connection, connection.begin():
            if not self.is_sqlite:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    def close(self) -> None:
        """Give the connections back."""
        if self._settling:
            self._settling.cancel()
        self.engine.dispose()

    def append(self, connection: Connection, new: NewEvent) -> LogEvent:
        """Write an event at the end of the log, within a transaction of :meth:`writing`."""
        return self.append_all(connection, [new])[0]

    def append_all(self, connection: Connection, news: Sequence[NewEvent]) -> list[LogEvent]:
        """Write events in this order at the end of the log, within a transaction of :meth:`writing`."""
        seq, head = self.head(connection)
        made: list[LogEvent] = []
        for new in news:
            made.append(linked(new, seq + len(made) + 1, made[-1].hash if made else head, dates.now()))
        write_events(connection, made)
        return made

    def events(self, connection: Connection, after: int = 0) -> list[LogEvent]:
        """The log in order, from the event after ``after`` on, with every text."""
        return read_events(connection, after, texts="event_text")

    def accepted_events(self, connection: Connection) -> list[LogEvent]:
        """The log with only those texts that a reader may see: values that were accepted."""
        return read_events(connection, 0, texts="accepted_text")

    def book(self, connection: Connection) -> Book:
        """What follows from the log now. What was read before is kept, so that only what is new is read."""
        known = self._book
        seq, head = self.head(connection)
        if (seq, head) == (known.seq, known.head or GENESIS):
            return known
        events = self.events(connection, known.seq) if seq > known.seq else []
        if not events or events[0].prev_hash != (known.head or GENESIS):  # another log: a backup was put back
            known, events = Book(), self.events(connection)
        self._book = replay(events, known)
        return self._book

    def head(self, connection: Connection) -> tuple[int, str]:
        """Number and hash of the last event; 0 and zeros for an empty log."""
        last = connection.execute(select(EVENT.c.seq, EVENT.c.hash).order_by(EVENT.c.seq.desc()).limit(1)).first()
        return (last.seq, last.hash) if last else (0, GENESIS)

    def found(self, connection: Connection, event_id: str) -> LogEvent | None:
        """The event of an identifier, or None."""
        seq = connection.execute(select(EVENT.c.seq).where(EVENT.c.event_id == event_id)).scalar()
        return None if seq is None else read_events(connection, seq - 1, texts="event_text", until=seq)[0]


def write_events(connection: Connection, events: Sequence[LogEvent]) -> None:
    """Write events as they are; for the end of the log and for restoring one."""
    rows = [
        {
            "seq": e.seq, "event_id": e.event_id, "kind": e.kind.value, "at": e.at, "actor": e.actor, "about": e.about,
            "round": e.round, "payload": canonical(e.payload), "digests": canonical(e.digests), "salt": e.salt,
            "prev_hash": e.prev_hash, "hash": e.hash,
        } for e in events
    ]  # fmt: skip
    texts = [{"seq": e.seq, "name": name, "text": content} for e in events for name, content in e.texts.items()]
    if rows:
        connection.execute(insert(EVENT), rows)
    if texts:
        connection.execute(insert(EVENT_TEXT), texts)


def read_events(connection: Connection, after: int, texts: str, until: int | None = None) -> list[LogEvent]:
    """Events with the texts of the table or view named ``texts``."""
    known: dict[int, dict[str, str]] = {}
    for seq, name, content in connection.execute(
        text(f"SELECT seq, name, text FROM {texts} WHERE seq > :after"),  # noqa: S608 - one of two names of our own
        {"after": after},
    ):
        known.setdefault(seq, {})[name] = content
    query = select(EVENT).where(EVENT.c.seq > after).order_by(EVENT.c.seq)
    if until is not None:
        query = query.where(EVENT.c.seq <= until)
    return [
        LogEvent(
            r.seq, r.event_id, EventKind(r.kind), r.at, r.actor, r.about, r.round, json.loads(r.payload),
            json.loads(r.digests), known.get(r.seq, {}), r.salt, r.prev_hash, r.hash,
        )
        for r in connection.execute(query)
    ]  # fmt: skip
