"""A change of the data package: tried on a copy, checked, and only then written; with what it does to the map."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from coverage.analysis.status import status_at
from coverage.dataset import Dataset, DatasetError
from coverage.dataset.newest import read_dataset
from coverage.dataset.read import read_table
from coverage.dataset.rule import line
from coverage.dataset.tables import TABLES
from coverage.dates import today
from coverage.derive import DeriveError, derive
from coverage.derive.write import put_files, table_bytes
from coverage.editing.things import Thing
from coverage.editing.words import Cells, EditError, members_of, row_of
from coverage.vocabulary import Status

__all__ = ["EditError", "RowChange", "StatusChange", "add_rows"]
DESCRIPTION = "datapackage.json"


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A municipality whose status is another one after the change; None where it is not on the map."""

    code: str
    name: str
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What was written: (table, identifier) of each new row, the map of a day, and the files that changed.

    ``told`` is what a person must look at, in words.
    """

    added: tuple[tuple[str, str], ...]
    on: date
    statuses: tuple[StatusChange, ...]
    files: tuple[str, ...]
    told: tuple[str, ...] = ()


def add_rows(package: Path, thing: Thing, rows: Sequence[Mapping[str, str]]) -> RowChange:
    """Add facts to a package, all or none. Each row is word -> text (see :class:`~coverage.editing.things.Thing`).

    EditError names the row (when there are more) and what is wrong. DatasetError when the package itself has problems.
    """
    before = read_dataset(package)
    found: dict[str, list[Cells]] = {thing.table: []}
    there = {
        _said(thing.table, cells): f"Dit staat al in {thing.table}.csv, regel {line(i)}; verander die rij als er meer "
        "over te zeggen is."
        for i, cells in enumerate(string_rows(package, thing.table).to_dict("records"))
    }
    for number, typed in enumerate(rows, start=1):
        try:
            _add(before, thing, typed, found, there)
        except EditError as error:
            raise EditError(f"Rij {number}: {error}" if len(rows) > 1 else str(error)) from error
    with edited(package) as trial:
        for name, added in found.items():
            append(trial, name, added)
        if thing.table != "sources":
            _mark_used(trial, {cells.get("source_id", "") for cells in found[thing.table]})
        files, statuses = settle(package, trial, before, today())
    identifiers = tuple((thing.table, _identifier(thing.table, cells)) for cells in found[thing.table])
    return RowChange(identifiers, today(), statuses, files)


def _said(table: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """What a row says, apart from its identifier, where in the source it stands and what was remarked."""
    beside = {"claim_id", "source_detail", "reading", "note", "note_en"} | ({"name"} if table == "claims" else set())
    return tuple(cells[c] for c in TABLES[table].columns if c not in beside)


def _add(
    ds: Dataset,
    thing: Thing,
    typed: Mapping[str, str],
    found: dict[str, list[Cells]],
    there: dict[tuple[str, ...], str],
) -> None:
    """Make a row and note it in ``found``. ``there`` holds what the table and the rows before it say, and where."""
    if unknown := set(typed) - set(thing.fields) - set(thing.extra):
        words = ", ".join((*thing.fields, *thing.extra))
        raise EditError(f"{', '.join(sorted(unknown))}: onbekend bij {thing.word}; kies uit {words}")
    cells = row_of(ds, thing, typed, {row.get("claim_id", "") for row in found[thing.table]})
    said = _said(thing.table, cells)
    if said in there:
        raise EditError(there[said])
    there[said] = "Dit staat al in een eerdere rij; laat er één staan."
    found[thing.table].append(cells)
    if thing.table == "areas":
        found.setdefault("area_members", []).extend(members_of(ds, cells, typed.get("members", "")))


def _identifier(table: str, cells: Cells) -> str:
    key = TABLES[table].key
    return " / ".join(cells[c] for c in key) if key else cells.get("programme_id", "")


@contextmanager
def edited(package: Path) -> Iterator[Path]:
    """A copy of the package to try a change on, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="coverage-") as folder:
        yield Path(shutil.copytree(package, Path(folder) / package.name))


def string_rows(package: Path, name: str) -> pd.DataFrame:
    """The strings of a table; EditError with the problems when it cannot be read."""
    frame, problems = read_table(package, TABLES[name])
    if frame is None:
        raise EditError("\n".join(map(str, problems)))
    return frame


def append(package: Path, name: str, rows: Sequence[Cells]) -> None:
    """Write rows below a table."""
    frame = string_rows(package, name)
    whole = pd.concat([frame, pd.DataFrame(rows, columns=frame.columns, dtype=object)], ignore_index=True)
    (package / f"{name}.csv").write_bytes(table_bytes(whole))


def _mark_used(package: Path, ids: set[str]) -> None:
    """Note that a row now rests on these sources."""
    sources = string_rows(package, "sources")
    sources.loc[sources["source_id"].isin(ids), "used"] = "true"
    (package / "sources.csv").write_bytes(table_bytes(sources))


def settle(package: Path, trial: Path, before: Dataset, on: date) -> tuple[tuple[str, ...], tuple[StatusChange, ...]]:
    """Complete and check the trial, then bring its changed files over; their names, and what the map of a day shows.

    EditError, with nothing written, when the trial has problems or someone else changed the package meanwhile.
    """
    names = [*(f"{name}.csv" for name in TABLES)]
    old = {name: (package / name).read_bytes() for name in names}
    try:
        derive(trial)
        after = read_dataset(trial)
    except (DeriveError, DatasetError) as error:
        problems = getattr(error, "problems", None)
        raise EditError("\n".join(map(str, problems)) if problems else str(error)) from error
    statuses = status_changes(before, after, on)
    borders = sorted(p.relative_to(trial).as_posix() for p in (trial / "boundaries").iterdir())
    contents = {name: (trial / name).read_bytes() for name in (*names, *borders, DESCRIPTION)}
    if any((package / name).read_bytes() != content for name, content in old.items()):
        raise EditError("Iemand anders veranderde de gegevens intussen. Er is niets geschreven; probeer het nog eens.")
    return tuple(put_files(package, contents)), statuses


def status_changes(before: Dataset, after: Dataset, on: date) -> tuple[StatusChange, ...]:
    """Municipalities whose status on a day differs between two packages, in order of code."""
    old, new = ({r.code: r for r in status_at(ds, on).rows} for ds in (before, after))
    found = []
    for code in sorted(old.keys() | new.keys()):
        was, now = old.get(code), new.get(code)
        if (was and was.status) != (now and now.status):
            row = now or was
            assert row is not None  # noqa: S101
            found.append(StatusChange(code, row.name, was.status if was else None, now.status if now else None))
    return tuple(found)
