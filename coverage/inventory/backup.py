"""A backup as one file of lines of JSON, the same for both databases, and putting one back in an empty database."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from coverage.inventory import InventoryError
from coverage.inventory.chain import EventKind, LogEvent, canonical, chain_problems
from coverage.inventory.store import Store, write_events
from coverage.inventory.store_tables import DRAFT, INVITATION

FORM = "coverage-inventory-backup-1"


def backup(store: Store, path: Path) -> tuple[int, str]:
    """Write everything to a new file, readable by its owner only; number and hash of the last event."""
    with store.reading() as connection:
        events = store.events(connection)
        others = [
            (table.name, [dict(row._mapping) for row in connection.execute(select(table))])
            for table in (INVITATION, DRAFT)
        ]
    seq, head = (events[-1].seq, events[-1].hash) if events else (0, "")
    lines = [canonical({"form": FORM, "seq": seq, "hash": head})]
    lines += [canonical({"event": _as_json(e)}) for e in events]
    lines += [canonical({name: row}) for name, rows in others for row in rows]
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise InventoryError(f"{path}: kan niet worden gemaakt ({error.strerror})") from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return seq, head


def _as_json(event: LogEvent) -> dict[str, Any]:
    return {name: getattr(event, name) for name in LogEvent.__slots__}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise InventoryError(f"{path}: is niet te lezen als back-up ({error})") from error


def restore(store: Store, path: Path) -> tuple[int, str]:
    """Put a backup back; InventoryError, with nothing written, when the database is not empty or the chain broken."""
    lines = list(_lines(path))
    if not lines or lines[0].get("form") != FORM:
        raise InventoryError(f"{path}: is geen back-up van een inventaris")
    found = [line["event"] for line in lines[1:] if "event" in line]
    events = [LogEvent(**(values | {"kind": EventKind(values["kind"])})) for values in found]
    problems = list(chain_problems(events))
    head = (events[-1].seq, events[-1].hash) if events else (0, "")
    if head != (lines[0]["seq"], lines[0]["hash"]):
        problems.append("de laatste gebeurtenis is een andere dan de eerste regel zegt; het bestand is afgebroken")
    if problems:
        raise InventoryError(f"{path}: {'; '.join(problems[:3])}")
    tables: dict[str, Table] = {INVITATION.name: INVITATION, DRAFT.name: DRAFT}
    with store.writing() as connection:
        if store.head(connection)[0]:
            raise InventoryError("De database is niet leeg; zet een back-up terug in een nieuwe.")
        write_events(connection, events)
        for line in lines[1:]:
            for name, row in line.items():
                if name in tables:
                    connection.execute(insert(tables[name]).values(**row))
    return head
