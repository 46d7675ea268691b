"""Recording a reorganisation of municipalities: from names to the tables that follow, checked like every change."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from coverage.dataset import Dataset
from coverage.dataset.newest import read_dataset
from coverage.derive.errors import DeriveError
from coverage.derive.reorganisation import READ, MunicipalMove, record_reorganisation
from coverage.derive.write import csv_bytes
from coverage.editing.change import Change, edited, read_strings, settle
from coverage.editing.words import EditError, municipality
from coverage.vocabulary import ReorganisationKind

_NEW = re.compile(r"(GM\d{4})=(.+)")  # a municipality that begins: its code and its name


def add_reorganisation(package: Path, on: date, old: str, new: str, source: str = "", note: str = "") -> Change:
    """Municipalities ``old`` went into ``new`` on a day, which may be to come; names separated by ``;``.

    A municipality that begins is written as ``GM1234=Name``. Without a source that of the planned row is kept.
    EditError says what does not fit; the map is compared on the day itself.
    """
    before = read_dataset(package)
    eve = on - timedelta(days=1)
    gone = tuple(municipality(before, name, eve) for name in _parts(old))
    begun = {found[1]: found[2].strip() for part in _parts(new) if (found := _NEW.fullmatch(part))}
    goals = [m[1] if (m := _NEW.fullmatch(part)) else municipality(before, part, eve) for part in _parts(new)]
    if not gone or len(goals) != 1:
        raise EditError("Noem met old wat er opgaat, en met new de ene gemeente waarin dat gebeurt.")
    source = source or _planned_source(before, on, gone)
    sources = before.table("sources").set_index("source_id")["reading"]
    if source not in sources.index:
        raise EditError("Noem met source een bron uit sources.csv; geen geplande rij heeft er een.")
    reading, kind = str(sources[source]), ReorganisationKind.MERGER
    moves = [MunicipalMove(on, code, goals[0], kind, 1.0, source, reading, note) for code in gone]
    with edited(package) as trial:
        try:
            made = record_reorganisation({name: read_strings(trial, name) for name in READ}, moves, begun)
        except DeriveError as error:
            raise EditError(str(error)) from error
        for name, frame in made.tables.items():
            (trial / f"{name}.csv").write_bytes(csv_bytes(frame))
        files, statuses = settle(package, trial, before, on)
    added = tuple(("reorganisations", f"{on} {code} → {goals[0]}") for code in gone)
    return Change(added, on, statuses, files, made.told)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _planned_source(ds: Dataset, on: date, gone: tuple[str, ...]) -> str:
    rows = ds.table("reorganisations")
    planned = rows[rows["planned"] & (rows["date"] == on) & rows["old_code"].isin(gone)]
    return str(planned["source_id"].iloc[0]) if len(planned) else ""
