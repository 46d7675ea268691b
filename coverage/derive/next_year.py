"""Next year's files put into a package: reorganisations, borders and inhabitants, and everything that follows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path

import pandas as pd
import shapely

from coverage.dataset.frames import typed_frame
from coverage.dataset.problems import PIECES
from coverage.dataset.read import read_table
from coverage.dataset.tables import TABLES
from coverage.derive.boundaries import pieces_geojson
from coverage.derive.boundary_checks import MAX_AREA_ERROR, dissolve
from coverage.derive.cutting import cut_pieces
from coverage.derive.errors import DeriveError
from coverage.derive.outlines import Outlines, read_outlines
from coverage.derive.package import derive, read_pieces
from coverage.derive.population_year import read_population, record_population
from coverage.derive.published import Sources
from coverage.derive.reorganisation import READ, MunicipalMove, record_reorganisation
from coverage.derive.reorganisation_file import read_reorganisations
from coverage.derive.write import put_files, table_bytes
from coverage.geography.lineage import Lineage

_TABLES = (*READ, "population", "population_years", "sources")


@dataclass(frozen=True, slots=True)
class PopulationFile:
    """A file with the inhabitants of a year; ``provisional`` when they may still be revised."""

    path: Path
    year: int
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class NextYear:
    """The files to put into a package, each optional; ``source_id`` where a file does not name a source of its own."""

    reorganisations: Path | None = None
    boundaries: Path | None = None
    population: tuple[PopulationFile, ...] = ()
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Names of the files that changed, and what a person must look at, in words."""

    files: tuple[str, ...]
    told: tuple[str, ...]


def put_next_year(root: Path, files: NextYear) -> Added:
    """Put files into the package in ``root`` and derive what follows.

    Everything is tried on a copy: DeriveError, with nothing written, when a file or table cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="coverage-") as folder:
        trial = Path(shutil.copytree(root, Path(folder) / root.name))
        told = _Year(trial, files).put()
        derive(trial)
        put = sorted(path.relative_to(trial).as_posix() for path in trial.rglob("*") if path.is_file())
        # The description last: it tells the sizes of all others.
        put.sort(key=lambda name: name.endswith(".json"))
        changed = put_files(root, {name: (trial / name).read_bytes() for name in put})
    return Added((*changed, *derive(root)), tuple(told))


class _Year:
    """The changed tables in the making, as strings."""

    def __init__(self, trial: Path, files: NextYear) -> None:
        self._root, self._files = trial, files
        self._tables: dict[str, pd.DataFrame] = {}
        for name in _TABLES:
            frame, problems = read_table(trial, TABLES[name])
            if frame is None:
                raise DeriveError("\n".join(map(str, problems)))
            self._tables[name] = frame
        self._sources = Sources(self._tables["sources"], files.source_id)
        self._pieces = read_pieces(trial)

    def put(self) -> list[str]:
        """Write the changed tables and pieces into the trial; what a person must look at."""
        files = self._files
        outlines = read_outlines(files.boundaries) if files.boundaries else None
        told = self._reorganise(files.reorganisations, outlines) if files.reorganisations else []
        contents: dict[str, bytes] = {}
        if outlines:
            told += self._draw(outlines)
            contents[PIECES] = pieces_geojson(self._pieces)
        for file in files.population:
            inhabitants = read_population(file.path, file.year)
            self._tables |= record_population(
                self._tables, file.year, inhabitants, files.source_id, provisional=file.provisional
            )
        contents |= {f"{name}.csv": table_bytes(self._tables[name]) for name in _TABLES}
        put_files(self._root, contents)
        return told

    def _lineage(self) -> Lineage:
        typed = {n: typed_frame(TABLES[n], self._tables[n]) for n in ("reorganisations", "municipalities")}
        return Lineage(typed["reorganisations"], typed["municipalities"], self._pieces.index)

    def _reorganise(self, path: Path, outlines: Outlines | None) -> list[str]:
        found = read_reorganisations(path, self._tables["reorganisations"], self._sources)
        if not found.moves:
            return [f"{path.name}: alle herindelingen staan al in reorganisations.csv"]
        names = (outlines.names if outlines else {}) | found.names
        moves = [self._measured(move, found.moves, outlines) if _unmeasured(move) else move for move in found.moves]
        made = record_reorganisation(self._tables, moves, names)
        self._tables |= made.tables
        return list(made.told)

    def _measured(
        self, move: MunicipalMove, moves: Sequence[MunicipalMove], outlines: Outlines | None
    ) -> MunicipalMove:
        """A part of a split with its share of the area, measured from the new outlines."""
        targets = [m.new for m in moves if (m.on, m.old) == (move.on, move.old)]
        if outlines is None or not set(targets) <= set(outlines.shapes.index):
            raise DeriveError(
                f"{move.old} wordt gesplitst en de rij naar {move.new} heeft geen area_share; vul die in, of geef met "
                "--boundaries de nieuwe grenzen"
            )
        lineage = self._lineage()
        composition = lineage.composition(lineage.division_at(move.on).id)
        old = shapely.union_all([self._pieces[piece] for piece, code in composition.items() if code == move.old])
        areas = {code: shapely.intersection(old, outlines.shapes[code]).area for code in targets}
        share = round(areas[move.new] / sum(areas.values()), 3) if any(areas.values()) else 0.0
        if not share:
            raise DeriveError(f"{outlines.file}: {move.new} heeft niets van {move.old}; verbeter de herindeling")
        return replace(move, share=share)

    def _draw(self, outlines: Outlines) -> list[str]:
        """Cut what was split along the outlines; what differs from them is told."""
        lineage = self._lineage()
        shown = self._division_of(lineage, outlines)
        if cuts := lineage.uncut(shown):
            self._pieces = cut_pieces(self._pieces, cuts, outlines.shapes)
            if left := self._lineage().uncut(shown):
                raise DeriveError(
                    f"{', '.join(left)}: niet te snijden met {outlines.file}; neem de grenzen van de dag waarop dat "
                    "is gesplitst"
                )
        areas = dissolve(self._pieces, pd.Series(self._lineage().composition(shown)))
        error = (areas.area / outlines.shapes.area.reindex(areas.index) - 1).abs()
        return [
            f"{code}: op de kaart {e:.1%} groter of kleiner dan in {outlines.file}; is er een grenscorrectie?"
            for code, e in error[error > MAX_AREA_ERROR].items()
        ]

    def _division_of(self, lineage: Lineage, outlines: Outlines) -> str:
        """The newest division with the municipalities of the outlines; DeriveError says which are odd in the newest."""
        known = set(outlines.shapes.index)
        for division in reversed(lineage.divisions):
            if known == lineage.existing(division.valid_from):
                return division.id
        newest = lineage.divisions[-1]
        existing = lineage.existing(newest.valid_from)
        odd = {"niet in municipalities.csv": known - existing, f"niet in {outlines.file}": existing - known}
        words = "; ".join(f"{what}: {', '.join(sorted(codes))}" for what, codes in odd.items() if codes)
        raise DeriveError(
            f"{outlines.file} heeft andere gemeenten dan de indeling {newest.id}: {words}. Geef met "
            "--reorganisations de herindeling die daarbij hoort, of neem de grenzen van die dag"
        )


def _unmeasured(move: MunicipalMove) -> bool:
    return move.share is not None and isnan(move.share)
