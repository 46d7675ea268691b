"""The whole build: raw facts and figures in, data package out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from coverage.build import claims as claim_rows
from coverage.build import figures, municipalities, population, programmes, regions
from coverage.build.boundaries import build_boundaries
from coverage.build.contradictions import NUMBER, contradictions
from coverage.build.rows import BuildError, Record, read_rows
from coverage.build.sources import read_sources
from coverage.build.write import replacing
from coverage.dataset import DATA
from coverage.dataset.divisions import PIECES_FROM
from coverage.dataset.frames import string_frame, typed_frame
from coverage.dataset.tables import TABLES
from coverage.derive.datapackage import write_datapackage
from coverage.derive.population import population_pieces
from coverage.derive.write import write_csv
from coverage.geography.lineage import Lineage

DERIVED_ACCESS = 1  # the row of access that follows from programmas.csv


@dataclass
class BuildReport:
    """What went in and what came out, in lines to print."""

    lines: list[str] = field(default_factory=list)

    def account(self, paths: list[Path], stored: int, left_out: int = 0, why: str = "") -> None:
        """Add the account of raw files; BuildError when rows were lost or made up on the way."""
        files, rows_in = " + ".join(p.name for p in paths), sum(len(read_rows(p)) for p in paths)
        if rows_in != stored + left_out:
            raise BuildError(f"{files}: {rows_in} rows in, {stored} stored and {left_out} left out; the sum must match")
        rest = f", {left_out} niet ({why})" if left_out else ""
        self.lines.append(f"{files}: {rows_in} rijen, {stored} opgenomen{rest}")


def build(shared: Path, out: Path) -> BuildReport:
    """Make the data package in ``out`` from ``shared/facts`` and ``shared/data``.

    Everything is written aside and put into place at the end. BuildError says which raw row or sum is wrong.
    """
    with replacing(out) as fresh:
        making = _Build(shared)
        making.geography()
        making.regions()
        making.facts()
        frames = making.finish()
        for name, table in TABLES.items():
            write_csv(string_frame(table, making.tables.get(name, [])), fresh / f"{name}.csv")
        making.report.lines += build_boundaries(shared, fresh, frames)
        write_datapackage(fresh, like=DATA)
    report = making.report
    report.lines += [f"{name}.csv: {len(making.tables.get(name, []))} rijen" for name in TABLES]
    report.lines.append(f"Gemaakt in {out}")
    return report


class _Build:
    """The tables in the making, in the order in which they need one another."""

    def __init__(self, shared: Path) -> None:
        self._shared, self._facts = shared, shared / "facts"
        self._population, self._regions = shared / "data" / "population", shared / "data" / "regions"
        self.tables: dict[str, list[Record]] = {}
        self.report = BuildReport()
        self._book = read_sources(self._facts)
        self.report.account([self._facts / "bronnen.csv"], len(self._book.rows))

    def geography(self) -> None:
        """Municipalities, reorganisations and inhabitants."""
        tables, book = self.tables, self._book
        tables["population"], tables["population_years"] = population.population_tables(self._population, book)
        files = ("inwoners_per_gemeente.csv", "inwoners_2020_voorlopig.csv")
        self.report.account([self._population / f for f in files], len(tables["population"]))
        tables["reorganisations"] = municipalities.read_reorganisations(self._regions, book)
        files = ("herindelingen.csv", "herindelingen_gepland.csv")
        self.report.account([self._regions / f for f in files], len(tables["reorganisations"]))
        codes_2012 = {r["code"] for r in tables["population"] if r["year"] == 2012}
        self._life = municipalities.lives(tables["reorganisations"], codes_2012)
        source_of = {r[side]: r["source_id"] for r in tables["reorganisations"] for side in ("new_code", "old_code")}
        source_of |= {r["code"]: r["source_id"] for r in tables["population"]}
        tables["municipalities"], tables["municipality_variants"] = municipalities.municipality_tables(
            self._shared, self._life, source_of, book
        )
        self._names = municipalities.Names(tables["municipalities"], tables["municipality_variants"], self._life)

    def regions(self) -> None:
        """DUVO and DUUP regions, memberships and the areas of local rules."""
        tables, book = self.tables, self._book
        centres = self._names.on(PIECES_FROM)
        tables["duvo_regions"], tables["duup_regions"], tables["duvo_duup"] = regions.region_tables(
            self._facts, centres, book
        )
        self.report.account([self._facts / "duup_regios.csv"], len(tables["duup_regions"]))
        tables["memberships"] = regions.memberships(
            self._regions, self._life, tables["duvo_duup"], tables["duup_regions"], book
        )
        self.report.account(
            [self._regions / f"duvo_gemeenten_{year}.csv" for year in (2021, 2023)], len(tables["memberships"])
        )
        numbers = {r["name"]: r["number"] for r in tables["duup_regions"]}
        tables["rule_areas"], ended = regions.rule_areas(self._regions, self._life, numbers, book)
        self.report.account(
            [self._regions / "duup_programmagebied_bronnen.csv"],
            len(tables["rule_areas"]),
            len(ended),
            f"aangevulde gemeente die toen niet meer bestond: {', '.join(r['gemeentenaam'] for r in ended)}",
        )

    def facts(self) -> None:
        """What the collection of facts says of programmes, money and results."""
        tables, facts, book = self.tables, self._facts, self._book
        for file, table, make in (
            ("programmas.csv", "programme_periods", programmes.programme_periods),
            ("financiering.csv", "funding", figures.funding),
            ("enquete_2019.csv", "survey", figures.survey),
            ("tijdlijn.csv", "timeline", figures.timeline),
        ):
            tables[table] = make(facts, book)
            self.report.account([facts / file], len(tables[table]))
        tables["claims"] = claim_rows.claims(facts, self._names, book)
        self.report.account([facts / "dekking_gemeenten.csv"], len(tables["claims"]))
        tables["access"] = claim_rows.access(facts, book)
        self.report.account([facts / "toegang.csv"], len(tables["access"]) - DERIVED_ACCESS)
        for file, table in (("doelgroepen.csv", "target_groups"), ("leefgebieden.csv", "life_domains")):
            tables[table], fillers = claim_rows.reach_table(facts / file, book)
            self.report.account([facts / file], len(tables[table]), fillers, "bron zwijgt: alleen opvulling")
        tables["outcomes"] = figures.outcomes(facts, book)
        tables["results_2013"], tables["results_2013_totals"], repeated = figures.results_2013(facts, book)
        same = "gelijk aan tabel 1.2 en 1.3, die in results_2013 staan"
        self.report.account([facts / "resultaten.csv"], len(tables["outcomes"]), repeated, same)
        for file in ("tabel_1_2.csv", "tabel_1_3.csv"):
            self.report.account([facts / file], len(tables["results_2013"]) + 1)
        tables["contradictions"], tables["contradiction_subjects"] = contradictions(facts)
        self.report.lines.append(f"tegenstrijdigheden.md: {NUMBER} punten, {len(tables['contradictions'])} opgenomen")

    def finish(self) -> dict[str, pd.DataFrame]:
        """Tables that need all others; every table, typed."""
        tables = self.tables
        tables["schemes"] = programmes.schemes(self._book)
        mentioned = {r["programme_id"] for rows in tables.values() for r in rows if "programme_id" in r}
        tables["programmes"] = programmes.programmes(
            tables["programme_periods"], mentioned, self._names.on(date(2023, 1, 1))
        )
        self._book.add_borders()
        tables["sources"] = self._book.table()
        frames = {name: typed_frame(TABLES[name], string_frame(TABLES[name], rows)) for name, rows in tables.items()}
        lineage = Lineage(frames["reorganisations"], frames["municipalities"])
        pieces = population_pieces(frames["population"], frames["population_years"], lineage)
        tables["population_pieces"] = pieces
        table = TABLES["population_pieces"]
        return frames | {table.name: typed_frame(table, string_frame(table, pieces))}
