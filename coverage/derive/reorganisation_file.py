"""A file of reorganisations: one row for each municipality and what it went into, as CSV."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from coverage.dataset.divisions import PIECES_FROM
from coverage.dates import parse_day
from coverage.derive.errors import DeriveError
from coverage.derive.published import Sources, published_rows
from coverage.derive.reorganisation import MunicipalMove
from coverage.vocabulary import ReorganisationKind

# Headings of the table ``reorganisations``, and those of lists in Dutch.
_NEEDED = {
    "date": ("date", "datum"),
    "old": ("old_code", "oude_code"),
    "new": ("new_code", "nieuwe_code"),
    "kind": ("kind", "soort"),
}
_OPTIONAL = {
    "new_name": ("new_name", "nieuwe_naam"),
    "share": ("area_share", "aandeel_oppervlakte"),
    "source": ("source_id", "bron"),
    "note": ("note", "opmerking"),
}
_KINDS = {word: kind for kind in ReorganisationKind for word in (str(kind), kind.label("nl"))} | {
    "naamswijziging": ReorganisationKind.RENAMED,
    "samenvoeging": ReorganisationKind.MERGER,
    "grenswijziging": ReorganisationKind.BOUNDARY_CORRECTION,
}
_UNCERTAIN = "datum onzeker"  # a remark that begins with, or has, these words


@dataclass(frozen=True, slots=True)
class ReorganisationFile:
    """The moves of a file that the package does not have yet, and the names of municipalities that the file gives."""

    moves: tuple[MunicipalMove, ...]
    names: dict[str, str]


def read_reorganisations(path: Path, recorded: pd.DataFrame, sources: Sources) -> ReorganisationFile:
    """Read a file; rows that are in ``recorded`` (table ``reorganisations``, strings) as facts are passed over.

    A split without a share of the area has NaN, to be measured from new outlines. DeriveError names line and column.
    """
    facts = recorded[recorded["planned"] == "false"]
    known = set(zip(facts["date"], facts["old_code"], facts["new_code"], strict=True))
    moves: list[MunicipalMove] = []
    names: dict[str, str] = {}
    for line, row in published_rows(path, _NEEDED, _OPTIONAL):
        at = f"{path.name}, regel {line}"
        for word in ("old", "new"):
            if not re.fullmatch(r"GM\d{4}", row[word]):
                raise DeriveError(f'{at}, kolom {word}: "{row[word]}" is geen gemeentecode; schrijf GM en vier cijfers')
        if row["new_name"]:
            names[row["new"]] = row["new_name"]
        if (row["date"], row["old"], row["new"]) in known:
            continue
        moves.append(_move(at, row, sources))
    return ReorganisationFile(tuple(moves), names)


def _move(at: str, row: dict[str, str], sources: Sources) -> MunicipalMove:
    kind = _KINDS.get(row["kind"].casefold())
    if kind is None:
        kinds = ", ".join(k.label("nl") for k in ReorganisationKind)
        raise DeriveError(f'{at}, kolom kind: "{row["kind"]}" is geen soort; kies uit {kinds}')
    source_id, reading = sources.of(row["source"], at)
    certain = _UNCERTAIN not in row["note"]
    return MunicipalMove(
        _day(at, row), row["old"], row["new"], kind, _share(at, row, kind), source_id, reading, row["note"], certain
    )


def _day(at: str, row: dict[str, str]) -> date:
    try:
        on = parse_day(row["date"])
    except ValueError:
        raise DeriveError(f'{at}, kolom date: "{row["date"]}" is geen dag; schrijf jjjj-mm-dd') from None
    if on <= PIECES_FROM:
        raise DeriveError(f"{at}, kolom date: {on} ligt niet na {PIECES_FROM}, de grenzen waar alles van is gemaakt")
    return on


def _share(at: str, row: dict[str, str], kind: ReorganisationKind) -> float | None:
    if kind is ReorganisationKind.BOUNDARY_CORRECTION:
        return None
    if not row["share"]:
        return float("nan") if kind is ReorganisationKind.SPLIT else 1.0
    try:
        share = float(row["share"].replace(",", "."))
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise DeriveError(f'{at}, kolom area_share: "{row["share"]}" is geen deel van 1; schrijf bijvoorbeeld 0.25')
    return share
