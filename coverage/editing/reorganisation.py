"""Recording a reorganisation of municipalities: from names to the tables that follow, checked like every change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from coverage.dataset import Dataset
from coverage.dataset.newest import read_dataset
from coverage.derive.errors import DeriveError
from coverage.derive.reorganisation import READ, MunicipalMove, record_reorganisation
from coverage.derive.write import table_bytes
from coverage.editing.change import RowChange, edited, settle, string_rows
from coverage.editing.words import EditError, municipality
from coverage.vocabulary import ReorganisationKind

_NEW = re.compile(r"(GM\d{4})=(.+)")  # a municipality that begins: its code and its name
MOST_ROUNDED = 0.01  # of shares that are written with two decimals


def add_reorganisation(
    package: Path,
    on: date,
    old: str,
    new: Sequence[str],
    shares: Sequence[float] = (),
    source: str = "",
    note: str = "",
) -> RowChange:
    """Municipalities ``old`` (names separated by ``;``) went into ``new`` on a day, which may be to come.

    More than one in ``new`` is a split: ``shares`` has for each the part of the area that it gets, together 1.
    A municipality that begins is written as ``GM1234=Name``. Without a source that of the planned row is kept.
    EditError says what does not fit; the map is compared on the day itself.
    """
    before = read_dataset(package)
    eve = on - timedelta(days=1)
    gone = tuple(municipality(before, name, eve) for name in _parts(old))
    begun = {found[1]: found[2].strip() for part in new if (found := _NEW.fullmatch(part.strip()))}
    goals = [m[1] if (m := _NEW.fullmatch(part.strip())) else municipality(before, part, eve) for part in new]
    if not gone or not goals:
        raise EditError("Noem met old wat er opgaat, en met new waarin dat gebeurt.")
    parts = _shares_of(goals, shares)
    source = source or _planned_source(before, on, gone)
    sources = before.table("sources").set_index("source_id")["reading"]
    if source not in sources.index:
        raise EditError("Noem met source een bron uit sources.csv; geen geplande rij heeft er een.")
    kind = ReorganisationKind.SPLIT if len(goals) > 1 else ReorganisationKind.MERGER
    if len(gone) == len(goals) == len(begun) == 1:
        kind = ReorganisationKind.RENAMED
    reading = str(sources[source])
    moves = [
        MunicipalMove(on, code, goal, kind, share, source, reading, note)
        for code in gone
        for goal, share in parts.items()
    ]
    with edited(package) as trial:
        try:
            made = record_reorganisation({name: string_rows(trial, name) for name in READ}, moves, begun)
        except DeriveError as error:
            raise EditError(str(error)) from error
        for name, frame in made.tables.items():
            (trial / f"{name}.csv").write_bytes(table_bytes(frame))
        files, statuses = settle(package, trial, before, on)
    added = tuple(("reorganisations", f"{on} {code} → {goal}") for code in gone for goal in goals)
    return RowChange(added, on, statuses, files, made.told)


def _shares_of(goals: Sequence[str], shares: Sequence[float]) -> dict[str, float]:
    """Code -> part of the area; EditError when the parts do not fit."""
    if len(goals) == 1 and not shares:
        return {goals[0]: 1.0}
    if not len(set(goals)) == len(goals) == len(shares):
        raise EditError(
            "Geef bij een splitsing voor elke new, in dezelfde volgorde, met share het deel van het gebied."
        )
    if min(shares) <= 0 or abs(sum(shares) - 1) > MOST_ROUNDED:
        raise EditError(f"De delen (share) zijn samen {sum(shares):g}; maak dat 1, en elk deel groter dan 0.")
    return dict(zip(goals, shares, strict=True))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _planned_source(ds: Dataset, on: date, gone: tuple[str, ...]) -> str:
    rows = ds.table("reorganisations")
    planned = rows[rows["planned"] & (rows["date"] == on) & rows["old_code"].isin(gone)]
    return str(planned["source_id"].iloc[0]) if len(planned) else ""
