"""Publishing the inventory: accepted answers become rows of ``data/``, and an edition with the hash of the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from coverage.analysis.editions.edition import Edition, edition, freeze
from coverage.dataset.editions import EditionError, checked_name, edition_files, read_edition
from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import inspect_tables, read_strings
from coverage.dates import today
from coverage.derive.datapackage import name_edition
from coverage.derive.write import put_files, table_bytes
from coverage.editing.change import StatusChange, edited, settle
from coverage.inventory.actors import Desk, require_role
from coverage.inventory.chain import EventKind, NewEvent, chain_problems
from coverage.inventory.fold import fold
from coverage.inventory.store import Store
from coverage.vocabulary import DeskRole

LOG = "log"  # member of an edition: number and hash of the last event that it rests on


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the edition, the files that changed, and the municipalities that got another status."""

    edition: Edition
    files: tuple[str, ...]
    changes: tuple[StatusChange, ...]
    seq: int
    hash: str


def publish(store: Store, desk: Desk, package: Path, name: str) -> Published:
    """Write what was accepted into the package, which gets the name of the edition, and freeze it as one of today.

    Tried on a copy and checked first. Publishing again after it was broken off goes on where it stopped: rows that
    are there are passed over. EditionError when the name is taken by another edition.
    """
    with store.reading() as connection:
        book = store.book(connection)
    require_role(book, desk, DeskRole.ORGANISER)
    log = {"seq": book.seq, "hash": book.head}
    _refuse_taken(package, name, log)
    strings, _unread = read_strings(package)
    made = fold(strings, book)
    contents = {f"{t}.csv": table_bytes(frame) for t, frame in made.items() if frame is not strings.get(t)}
    before = read_dataset(package)
    files: tuple[str, ...] = ()
    changes: tuple[StatusChange, ...] = ()
    if contents or before.edition != name:
        with edited(package) as trial:
            put_files(trial, contents)
            name_edition(trial, name)  # what is published is called so wherever the edition is told
            files, changes = settle(package, trial, before, today())
    ds = read_dataset(package)
    frozen = edition(ds, name) if _stored(package, name) else freeze(ds, name, today(), extra={LOG: log})
    payload = {"edition": name, "seq": book.seq, "hash": book.head, "sha256": frozen.sha256}
    with store.writing() as connection:
        store.append(connection, NewEvent(str(uuid4()), EventKind.PUBLISHED, desk.reference, payload))
    return Published(frozen, files, changes, book.seq, book.head)


def _stored(package: Path, name: str) -> Path | None:
    return next((p for p in edition_files(package) if p.stem == checked_name(name)), None)


def _refuse_taken(package: Path, name: str, log: dict[str, object]) -> None:
    path = _stored(package, name)
    if path is not None and read_edition(path)[0].get(LOG) != log:
        raise EditionError(f"De editie {name} bestaat al en verandert nooit; kies een andere naam.")


def verify(store: Store, package: Path) -> Iterator[str]:
    """What is wrong with the log, with the tables that follow from it, or with editions that name it; Dutch lines."""
    with store.reading() as connection:
        events = store.events(connection)
        book = store.book(connection)
    yield from chain_problems(events)
    strings, unread = read_strings(package)
    yield from (str(p) for p in inspect_tables(fold(strings, book) if not unread else strings, unread).problems)
    hashes = {e.seq: e.hash for e in events}
    for event in events:
        if event.kind is EventKind.PUBLISHED and hashes.get(event.payload["seq"]) != event.payload["hash"]:
            yield f"editie {event.payload['edition']}: de hash hoort niet bij gebeurtenis {event.payload['seq']}"
    sums = {e.payload["edition"]: e.payload["sha256"] for e in events if e.kind is EventKind.PUBLISHED}
    for path in edition_files(package):
        content, problems = read_edition(path)
        yield from (str(p) for p in problems)
        if content.get(LOG) and sums.get(path.stem) != content["sha256"]:
            yield f"editie {path.stem}: rust op een inventaris, maar niet op deze zoals hij nu is"
