"""A made-up country of ten municipalities, as a valid data package: for tests of logic, which need no real figures.

Ten squares of ten kilometres, five by two, are the pieces (municipalities of 1 January 2021)::

    GM9001 GM9002 GM9003 GM9004 GM9005
    GM9006 GM9007 GM9008 GM9009 GM9010

In 2013 GM9011 and GM9012 merged into GM9001; in 2018 GM9013 was split over GM9002 (60%) and GM9003 (40%); on
1 January 2023 GM9009 and GM9010 merged into GM9014. Three DUVO regions lie in two DUUP regions.
"""

from __future__ import annotations

import atexit
import csv
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import geopandas as gpd
import shapely

from coverage.dataset.frames import text_of
from coverage.dataset.tables import TABLES, Table
from coverage.derive import derive
from coverage.derive.boundaries import pieces_geojson
from coverage.named_rows import Cited

Row = dict[str, object]
SIDE = 10_000  # metres
WEST, SOUTH = 150_000, 450_000

NAMES = {
    1: "Aardeveld", 2: "Beukenrode", 3: "'s-Duinhuizen", 4: "Eikenbosch", 5: "Fluitwijk (O.)",
    6: "Grootmeer", 7: "Súdhaven", 8: "Ijsveen", 9: "Jonkerdam", 10: "Kleindorp",
    11: "Oud Aarde", 12: "Nieuw Aarde", 13: "Midden", 14: "Samenland",
}  # fmt: skip
LIVES = {
    1: ("2013-01-01", ""), 9: ("", "2023-01-01"), 10: ("", "2023-01-01"), 11: ("", "2013-01-01"),
    12: ("", "2013-01-01"), 13: ("", "2018-01-01"), 14: ("2023-01-01", ""),
}  # fmt: skip
# DUVO region -> number of its centre, its DUUP region, the municipalities in it
DUVO = {"Aardeveld": (1, 1, (1, 2, 3, 6)), "Eikenbosch": (4, 1, (4, 5)), "Súdhaven": (7, 2, (7, 8, 9, 10, 14))}
DUUP = {1: ("Aardeveld", 1, "DUUP01"), 2: ("Súdhaven", 7, "DUUP02")}


def code(number: int) -> str:
    """The CBS code of a municipality of this country."""
    return f"GM{9000 + number}"


def _source(source_id: str, title: str, published: str, reading: str = "full") -> Row:
    return {
        "source_id": source_id, "title": title, "publisher": "Uitgever", "year": published[:4], "date": published,
        "url": f"https://example.org/{source_id}", "reading": reading, "used": True,
    }  # fmt: skip


def _provenance(when: str, source_id: str = "Q-1") -> Row:
    return {"date": when, "source_id": source_id, "source_detail": "p. 1", "reading": "full"}


def _claim(number: int, municipality: int, programme: str, relation: str, when: str, **rest: object) -> Row:
    return {
        "claim_id": f"C{number:03}", "code": code(municipality), "name": NAMES[municipality], "programme_id": programme,
        "relation": relation, "basis": "programme", "certainty": "explicit", "effective": f"{when}-01-01"[:10],
        **_provenance(when), "date_basis": "stated", **rest,
    }  # fmt: skip


def _programme(programme_id: str, name: str, kind: str, centre: int = 0, **rest: object) -> Row:
    aim = {"exit_programme": "stated", "exit_support": "stated"}.get(kind, "not_stated")
    return {
        "programme_id": programme_id, "name": name, "centre": NAMES.get(centre, ""),
        "centre_code": code(centre) if centre else "", "national_scope": False, "kind": kind, "exit_aim": aim,
        "name_is_ours": False, "kind_source_id": "Q-1", **rest,
    }  # fmt: skip


def _period(programme: str, name: str, when: str, period: str, **rest: object) -> Row:
    return {
        "programme_id": programme, "name": name, "executors": "Stichting Voorbeeld", "centre": "Aardeveld",
        "period": period, "status": "active", "funding": "duup", **_provenance(when), "date_basis": "stated", **rest,
    }  # fmt: skip


def _memberships() -> Iterable[Row]:
    for name, (_, _, members) in DUVO.items():
        for number in members:
            begin, end = LIVES.get(number, ("", ""))
            uncertain = number == 6
            yield {
                "code": code(number), "valid_from": max(begin, "2021-01-01"), "valid_to": end, "duvo_region": name,
                "certainty": "derived" if uncertain else "source", "evidence": "named",
                "alternative_duup": "2" if uncertain else "", "duup_uncertain": uncertain,
                "source_id": "D-1", "reading": "full",
            }  # fmt: skip


def _population() -> Iterable[Row]:
    for year, numbers in {2012: (*range(2, 11), 11, 12, 13), 2021: range(1, 11), 2024: (*range(1, 9), 14)}.items():
        for number in sorted(numbers):
            yield {
                "year": year, "code": code(number), "inhabitants": 10_000 + 1_000 * number + year % 100,
                "provisional": year == 2024, "source_id": "D-2", "reading": "full",
            }  # fmt: skip


def _population_years(population: Iterable[Row]) -> Iterable[Row]:
    found: dict[object, list[int]] = {}
    for row in population:
        found.setdefault(row["year"], []).append(int(str(row["inhabitants"])))
    for year, values in found.items():
        yield {
            "year": year, "complete": True, "provisional": year == 2024, "municipalities": len(values),
            "total": sum(values), "official_total": sum(values), "source_id": "D-2",
        }  # fmt: skip


def _change(day: str, old: int, new: int, kind: str, share: str = "1", planned: bool = False) -> Row:
    return {
        "date": day, "old_code": code(old), "new_code": code(new), "kind": kind, "area_share": share,
        "date_certain": True, "planned": planned, "source_id": "D-1", "reading": "full",
    }  # fmt: skip


def small_tables() -> dict[str, list[Row]]:
    """Rows of every table that is not derived; a column that is left out is empty."""
    population = list(_population())
    tables: dict[str, list[Row]] = {
        "sources": [
            _source("Q-1", "Verslag over de programma's", "2025-06"),
            _source("Q-2", "Eerdere evaluatie", "2013-07", "excerpt"),
            _source("D-1", "Gemeentelijke indeling", "2024-01-01"),
            _source("D-2", "Inwoners", "2024-01-01"),
        ],
        "municipalities": [
            {"code": code(n), "name": name, "valid_from": LIVES.get(n, ("", ""))[0],
             "valid_to": LIVES.get(n, ("", ""))[1], "province": "Drenthe" if n > 5 else "Utrecht", "source_id": "D-1"}
            for n, name in NAMES.items()
        ],
        "municipality_variants": [{"variant": "Den Duinhuizen", "code": code(3), "source_id": "D-1"}],
        "places": [{"name": "Duindorp", "kind": "village", "code": code(3), "source_id": "D-1"}],
        "reorganisations": [
            _change("2013-01-01", 11, 1, "merger"), _change("2013-01-01", 12, 1, "merger"),
            _change("2018-01-01", 13, 2, "split", "0.6"), _change("2018-01-01", 13, 3, "split", "0.4"),
            _change("2023-01-01", 9, 14, "merger"), _change("2023-01-01", 10, 14, "merger"),
            _change("2027-01-01", 8, 7, "merger", planned=True),
        ],
        "population": population,
        "population_years": list(_population_years(population)),
        "duvo_regions": [
            {"name": name, "centre_code": code(centre), **_provenance("2020-06-15", "D-1")}
            for name, (centre, _, _) in DUVO.items()
        ],
        "duup_regions": [
            {"number": number, "name": name, "centre_code": code(centre), "programme_id": programme,
             **_provenance("2020-06-15", "D-1")}
            for number, (name, centre, programme) in DUUP.items()
        ],
        "duvo_duup": [
            {"duvo_region": name, "duup_number": duup, "valid_from": "2021-01-01", "source_id": "D-1",
             "reading": "full"}
            for name, (_, duup, _) in DUVO.items()
        ],
        "memberships": list(_memberships()),
        "rule_areas": [
            {"code": code(7), "duup_number": 2, "area": "Zuid", "named": True, "valid_from": "2025",
             "source_id": "Q-1", "source_detail": "art. 1", "reading": "full"},
        ],
        "schemes": [
            {"scheme": "rups_1", "valid_from": "2008-12-12", "valid_to": "2011-07-01", "spending_to": "2011-12-31",
             "source_id": "Q-2", "reading": "full"},
            {"scheme": "rups_2", "valid_from": "2014", "valid_to": "2018-07", "source_id": "Q-2", "reading": "full"},
            {"scheme": "rups_3", "valid_from": "2019-07-01", "valid_to": "2021-01-01", "source_id": "Q-2",
             "reading": "full"},
            {"scheme": "duup", "valid_from": "2021-01-01", "source_id": "Q-1", "reading": "full"},
        ],
        "programmes": [
            _programme("P-AARDE", "Nieuwe Stap", "exit_programme", 1, began="2012", began_source_id="Q-2"),
            _programme("P-EIK", "Keerpunt", "exit_support", 4, name_is_ours=True),
            _programme("P-LAND", "Overal", "exit_programme"),
            _programme("P-OUD", "Vroeger", "exit_programme")
            | {"centre": "Midden", "began": "2009", "began_source_id": "Q-2"},
            _programme("P-HUIS", "Open huis", "social_work", 7, exit_aim="stated_not"),
            _programme("DUUP01", "DUUP Aardeveld", "assignment", 1),
            _programme("DUUP02", "DUUP Súdhaven", "assignment", 7),
            _programme("LANDELIJK", "Landelijke cijfers", "figure", national_scope=True),
        ],
        "programme_periods": [
            _period("P-AARDE", "Nieuwe Stap", "2013-07", "mid_2013", funding="rups_1", no_claim_reason="no_place"),
            _period("P-AARDE", "Nieuwe Stap", "2025", "duup"),
            _period("P-EIK", "Keerpunt", "2025-06", "duup", funding="municipal"),
            _period("P-LAND", "Overal", "2025", "duup", catchment="heel Nederland", funding="unknown",
                    no_claim_reason="national", no_claim_note="De bron noemt geen gemeente."),
            _period("P-OUD", "Vroeger", "2011-06-30", "rups_1", funding="rups_1", source_id="Q-2", executors="",
                    note="Gestart in 2009"),
            _period("P-HUIS", "Open huis", "2024", "duup", date_basis="estimated", date_earliest="2023"),
            _period("P-OUD", "Vroeger", "2014-03-01", "rups_2", status="stopped", funding="unknown", executors=""),
        ],
        "areas": [
            {"area_id": "WEST", "name": "West", "name_en": "West", "kind": "official_region",
             "valid_from": "2013-01-01", "certainty": "source", "source_id": "Q-1", "reading": "full"},
        ],
        "area_members": [
            {"area_id": "WEST", "piece": code(n), "basis": "explicit", "source_id": "Q-1"} for n in (1, 2, 6)
        ],
        "claims": [
            _claim(1, 1, "P-AARDE", "location", "2025"),
            _claim(2, 2, "P-AARDE", "catchment", "2025"),
            _claim(3, 3, "P-AARDE", "regionally_accessible", "2025"),
            _claim(4, 4, "P-EIK", "location", "2025-06"),
            _claim(5, 13, "P-OUD", "location", "2011-06-30", source_id="Q-2"),
            _claim(6, 2, "P-OUD", "stopped", "2018-03-01", source_id="Q-2"),
            _claim(7, 5, "P-EIK", "explicit_none", "2025-06"),
            _claim(8, 9, "P-OUD", "catchment", "2013-07", source_id="Q-2"),
            _claim(9, 7, "P-HUIS", "location", "2024", date_basis="estimated", date_earliest="2023"),
            _claim(10, 6, "P-AARDE", "catchment", "2025", code="", area_id="WEST", area_reading="exact", name="West",
                   certainty="derived"),
        ],
        "target_groups": [
            {"programme_id": "P-AARDE", "group": "women", "reach": "yes", "stated": True,
             "from_anywhere": False, **_provenance("2025")},
            {"programme_id": "P-AARDE", "group": "men", "reach": "no", "stated": True,
             "from_anywhere": False, **_provenance("2025")},
            {"programme_id": "P-EIK", "group": "home_workers", "reach": "emphasis", "stated": True,
             "from_anywhere": True, **_provenance("2025-06")},
        ],
        "life_domains": [
            {"programme_id": "P-AARDE", "domain": "work", "reach": "yes", "stated": True, **_provenance("2025")},
            {"programme_id": "P-EIK", "domain": "debt", "reach": "unknown", "stated": False,
             **_provenance("2025-06")},
        ],
        "access": [
            {"programme_id": "P-AARDE", "criterion": "live_or_work", "area": "gemeente Aardeveld", "only_code": code(1),
             "national": False, **_provenance("2025")},
            {"programme_id": "P-LAND", "criterion": "none", "area": "heel Nederland", "national": True,
             **_provenance("2025")},
        ],
        "results_2013": [
            {"programme_id": "P-AARDE", "name": "Aardeveld", "participants": 40, "window": "2009 tot juli 2013",
             "window_from": "2009", "window_to": "2013-07", "participants_2011": "20", "in_programme_2013": "9",
             "exits": 10, "percentage_source": 25, "exits_2011": "n.a.", "estimate": False, "apart": False,
             **_provenance("2013-07", "Q-2")},
        ],
        "results_2013_totals": [
            {"quantity": q, "value": v, "source_id": "Q-2", "source_detail": "tabel 1", "reading": "full"}
            for q, v in (("participants", 40), ("exits", 10), ("participants_2011", 20), ("in_programme_2013", 9),
                         ("exits_2011", 0))
        ],
        "outcomes": [
            {"programme_id": "P-EIK", "indicator": "deelnemers", "value": "12", "unit": "personen",
             "participants": True, "series": "Cijfers",
             "period_from": "2024", "period_to": "2024", "kind": "reported", **_provenance("2025-06")},
        ],
        "funding": [
            {"scheme": "duup", "period_from": "2021", "item": "landelijk totaal", "role": "national",
             "per_year": True, "value": 1_000_000, "unit": "euro per jaar",
             "recipient": "centrumgemeenten", "kind": "reported", **_provenance("2021")},
            {"scheme": "rups_1", "item": "niet gevonden", "role": "other", "per_year": False,
             "kind": "not_found", **_provenance("2011", "Q-2")},
        ],
        "survey": [
            {"indicator": "gemeenten met beleid", "indicator_en": "municipalities with a policy", "value": "3",
             "unit": "gemeenten", "kind": "reported", "among_municipalities": True, **_provenance("2018-12", "Q-2")},
        ],
        "activities": [
            {"programme_id": "P-AARDE", "phase": "contact", "activity": "Veldwerk", "activity_en": "Outreach",
             "stated": True, "also_in": "features", **_provenance("2025")},
        ],
        "features": [
            {"programme_id": "P-EIK", "kind": "bottleneck", "value": "Te weinig woningen",
             "value_en": "Too few houses", **_provenance("2025-06")},
        ],
        "partners": [{"programme_id": "P-EIK", "partner": "politie", **_provenance("2025-06")}],
        "exit_destinations": [
            {"programme_id": "P-AARDE", "value": "Ander werk", "value_en": "Other work", **_provenance("2025")},
        ],
        "scheme_rules": [
            {"scheme": "rups_2", "article": "art. 4", "kind": "cofinancing", "rule": "Een kwart zelf betalen",
             "rule_en": "Pay a quarter", "source_id": "Q-2", "reading": "full"},
        ],
        "recommendations": [
            {"recommendation_id": "R01", "by": "onderzoekers", "to": "ministerie", "recommendation": "Ga door",
             "recommendation_en": "Go on", "adoption": "unknown", **_provenance("2013-07", "Q-2")},
        ],
        "verdicts": [
            {"verdict_id": "V001", "subject": "coverage", "scope": "exit", "who": "onderzoekers",
             "verdict": "Nog niet overal", "verdict_en": "Not everywhere yet", "strength": "finding",
             "about_from": "2011", "source_id": "Q-2", "reading": "excerpt"},
            {"verdict_id": "V002", "date": "2013-07", "subject": "coverage", "scope": "exit", "who": "onderzoekers",
             "verdict": "Een deel van het land", "verdict_en": "Part of the country", "strength": "finding",
             "nationwide": "partly", "source_id": "Q-2", "reading": "full"},
            {"verdict_id": "V003", "date": "2014", "subject": "commitment", "scope": "exit", "who": "ministerie",
             "verdict": "Belooft geld", "verdict_en": "Promises money", "strength": "aim", "outcome": "kept",
             "outcome_source_id": "Q-1", "source_id": "Q-2", "reading": "full"},
        ],
        "timeline": [
            {"date": "2014", "domain": "scheme", "event": "De tweede regeling begint", "source_id": "Q-2",
             "source_detail": "p. 2", "reading": "full"},
        ],
        "contradictions": [
            {"contradiction_id": "T01", "kind": "between_sources", "section": "Bronnen", "title": "Twee getallen",
             "text": "De ene bron noemt 12, de andere 11."},
        ],
        "citations": [
            {"place": str(place), "source_id": "Q-2", "source_detail": "p. 3"} for place in Cited
        ],
        "contradiction_subjects": [
            {"contradiction_id": "T01", "subject_kind": "programme", "subject": "P-EIK"},
        ],
    }  # fmt: skip
    return tables


def write_table(root: Path, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as the CSV file of a table; columns that a row does not have are empty."""
    with (root / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({column: text_of(value) for column, value in row.items()} for row in rows)


def square(number: int) -> shapely.Polygon:
    """The borders of a piece, in metres (EPSG:28992)."""
    row, column = divmod(number - 1, 5)
    west, south = WEST + column * SIDE, SOUTH - row * SIDE
    # Vertices halfway too, where three municipalities may meet after a merger of those across.
    return shapely.segmentize(shapely.box(west, south, west + SIDE, south + SIDE), SIDE / 2)


def write_package(root: Path, tables: Mapping[str, list[Row]] | None = None, version: str = "2026-11") -> Path:
    """Write a package in a new directory, derive what follows, and return the directory.

    Without ``tables`` those of :func:`small_tables`: a copy of one that was derived before. Nothing is checked.
    """
    if tables is None:
        return Path(shutil.copytree(_plain(version), root))
    return _write(root, tables, version)


@cache
def _plain(version: str) -> Path:
    """The package that most tests ask for, until the end of the process."""
    folder = Path(tempfile.mkdtemp(prefix="coverage-small-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _write(folder / "data", small_tables(), version)


def _write(root: Path, tables: Mapping[str, list[Row]], version: str) -> Path:
    root.mkdir(parents=True)
    (root / "boundaries").mkdir()
    for table in TABLES.values():
        write_table(root, table, tables.get(table.name, []))
    pieces = gpd.GeoSeries({code(n): square(n) for n in range(1, 11)}, crs="EPSG:28992")
    (root / "boundaries" / "pieces.geojson").write_bytes(pieces_geojson(pieces))
    (root / "datapackage.json").write_text(json.dumps({"name": "small", "version": version}), encoding="utf-8")
    derive(root)
    return root
