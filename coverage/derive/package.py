"""What follows from the tables of a package, made again: idempotent, and never touching what people write.

Derived are ``population_pieces.csv``, one ``boundaries/<division>.topojson`` a division, and in ``datapackage.json``
the list of files with their sizes and hashes. Everything else in ``data/`` is written by people and only read here.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from coverage.dataset.frames import string_frame
from coverage.dataset.problems import PIECES, inspect
from coverage.dataset.tables import TABLES
from coverage.derive.boundaries import check_web, web_topojson
from coverage.derive.boundary_checks import dissolve
from coverage.derive.datapackage import BOUNDARIES, FILE, datapackage
from coverage.derive.errors import DeriveError
from coverage.derive.population import population_pieces
from coverage.derive.write import put_files, table_bytes
from coverage.geography.lineage import Lineage

NEEDED = ("municipalities", "reorganisations", "population", "population_years")


def derive(root: Path) -> list[str]:
    """Bring the derived files of the package in ``root`` up to date; the names of those that changed.

    DeriveError, with nothing written, when a table that they follow from has problems.
    """
    tables = needed_tables(root)
    pieces = read_pieces(root)
    lineage = Lineage(tables["reorganisations"], tables["municipalities"], pieces.index)
    contents = {"population_pieces.csv": _population(tables, lineage)} | _borders(pieces, tables, lineage)
    changed = put_files(root, contents | _new_tables(root))
    for left in (root / BOUNDARIES).glob("*.topojson"):
        if f"{BOUNDARIES}/{left.name}" not in contents:
            left.unlink()
            changed.append(f"{BOUNDARIES}/{left.name}")
    return changed + put_files(root, {FILE: datapackage(root)})


def _new_tables(root: Path) -> dict[str, bytes]:
    """A file with only its heading for each table that may be empty and has none yet."""
    missing = (t for t in TABLES.values() if t.may_be_empty and not (root / f"{t.name}.csv").exists())
    return {f"{t.name}.csv": table_bytes(string_frame(t, [])) for t in missing}


def needed_tables(root: Path) -> dict[str, pd.DataFrame]:
    """The typed tables that the derived files follow from; DeriveError lists the problems of those that have any."""
    found = inspect(root)
    files = {f"{name}.csv" for name in NEEDED}
    if not set(NEEDED) <= set(found.tables):
        problems = "\n".join(str(problem) for problem in found.problems if problem.file in files)
        raise DeriveError(f"Verbeter eerst deze tabellen:\n{problems}")
    return found.tables


def read_pieces(root: Path) -> gpd.GeoSeries:
    """Outlines of the lineage pieces in RD by code; DeriveError when the file is missing or no GeoJSON."""
    try:
        frame = gpd.read_file(root / PIECES)
    except (OSError, ValueError) as error:
        raise DeriveError(f"{PIECES} ontbreekt of is niet te lezen; zet het bestand terug: {error}") from None
    return frame.set_index("code").geometry.sort_index()


def _population(tables: dict[str, pd.DataFrame], lineage: Lineage) -> bytes:
    records = population_pieces(tables["population"], tables["population_years"], lineage)
    return table_bytes(string_frame(TABLES["population_pieces"], records))


def _borders(pieces: gpd.GeoSeries, tables: dict[str, pd.DataFrame], lineage: Lineage) -> dict[str, bytes]:
    names = dict(zip(tables["municipalities"]["code"], tables["municipalities"]["name"], strict=True))
    files = {}
    for division in lineage.divisions:
        if nameless := sorted(set(lineage.composition(division.id).values()) - set(names)):
            raise DeriveError(
                f"municipalities.csv mist {', '.join(nameless)}, met grenzen in {PIECES}; zet de rij terug"
            )
        areas = dissolve(pieces, pd.Series(lineage.composition(division.id)))
        content = web_topojson(areas, names)
        check_web(division.id, areas, content)
        files[f"{BOUNDARIES}/{division.id}.topojson"] = content
    return files
