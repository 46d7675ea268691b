"""Municipality codes with their lives, names and other spellings; reorganisations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coverage.build import codes
from coverage.build.rows import BuildError, Record, Row, read_rows
from coverage.build.sources import CC_BY, SourceBook
from coverage.dates import parse_day
from coverage.vocabulary import Reading, ReorganisationKind

FIRST_DAY = date(2011, 1, 1)
# Municipalities on a day, as published; the build fails when the lives do not add up to them.
COUNTS = {
    date(2011, 1, 1): 418,
    date(2012, 1, 1): 415,
    date(2013, 1, 1): 408,
    date(2014, 1, 1): 403,
    date(2015, 1, 1): 393,
    date(2016, 1, 1): 390,
    date(2017, 1, 1): 388,
    date(2018, 1, 1): 380,
    date(2019, 1, 1): 355,
    date(2020, 1, 1): 355,
    date(2021, 1, 1): 352,
    date(2022, 1, 1): 345,
    date(2022, 3, 24): 344,
    date(2023, 1, 1): 342,
    date(2026, 1, 1): 342,
}
# CBS hands out codes in ascending order; those from 1900 on were given to municipalities of 2011 and later.
_NEW_SINCE_2011 = "GM1900"
# The everyday name where CBS uses the formal one, and official names that the raw files do not hold.
EVERYDAY = {"GM0518": "Den Haag"}
OFFICIAL = {
    "GM0518": ("'s-Gravenhage", "officiële naam"),
    "GM0796": ("Den Bosch", "gangbare naam, ook in de regiobestanden"),
}
_SUFFIX = re.compile(r" \((NH|ZH|L|O|Z)\.?\)$")


@dataclass(frozen=True, slots=True)
class Life:
    """When a code existed; None is before 2011, or still."""

    valid_from: date | None
    valid_to: date | None

    def on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


class Names:
    """Finds the code of a municipality by its name, or by another spelling of it."""

    def __init__(self, municipalities: Iterable[Record], variants: Iterable[Record], life: Mapping[str, Life]) -> None:
        self._codes: dict[str, list[str]] = {}
        self._life = life
        for name, code in [
            *((r["name"], r["code"]) for r in municipalities),
            *((r["variant"], r["code"]) for r in variants),
        ]:
            self._codes.setdefault(name, []).append(code)

    def code(self, name: str, on: date) -> str | None:
        """The one municipality of this name on a day; None when there is none, or more than one."""
        found = [code for code in self._codes.get(name, ()) if self._life[code].on(on)]
        return found[0] if len(found) == 1 else None

    def on(self, day: date) -> dict[str, str]:
        """Every name that means one municipality on a day -> its code."""
        return {name: code for name in self._codes if (code := self.code(name, day))}


def read_reorganisations(regions: Path, book: SourceBook) -> list[Record]:
    """Reorganisations that took effect, then the planned ones."""
    files = [("herindelingen.csv", False, "D-HER"), ("herindelingen_gepland.csv", True, "D-HERPLAN")]
    found: list[Record] = []
    for name, planned, prefix in files:
        rows = read_rows(regions / name)
        ids = book.by_text(prefix, (r["bron"] for r in rows))
        for row in rows:
            kind, share = row.code("soort", codes.REORGANISATION_KIND), row["aandeel_oppervlakte"]
            if bool(share) == (kind is ReorganisationKind.BOUNDARY_CORRECTION):
                raise row.error("aandeel_oppervlakte", "belongs to every kind but boundary corrections; correct it")
            source_id = ids[row["bron"]]
            found.append(
                {
                    "date": parse_day(row["datum"]),
                    "old_code": row["oude_code"],
                    "new_code": row["nieuwe_code"],
                    "kind": kind,
                    "area_share": float(share) if share else None,
                    "date_certain": "datum onzeker" not in row["opmerking"],
                    "planned": planned,
                    "source_id": source_id,
                    "reading": book.refer(source_id),
                    "note": row.prose("opmerking"),
                }
            )
    return found


def lives(reorganisations: Iterable[Record], codes_2012: set[str]) -> dict[str, Life]:
    """Code -> life, for every code of 2011-2026 and those that ended on 1 January 2011."""
    born: dict[str, date] = {}
    ended: dict[str, date] = {}
    seen = set(codes_2012)
    for r in reorganisations:
        if r["planned"] or r["kind"] is ReorganisationKind.BOUNDARY_CORRECTION:
            continue
        day, old, new = r["date"], r["old_code"], r["new_code"]
        ended[old] = day
        if new >= _NEW_SINCE_2011:
            born.setdefault(new, day)
        seen |= {old, new}
    found = {code: Life(born.get(code), ended.get(code)) for code in sorted(seen)}
    for day, count in COUNTS.items():
        if (actual := sum(life.on(day) for life in found.values())) != count:
            raise BuildError(f"{day}: {actual} municipalities, {count} expected; check herindelingen.csv")
    return found


def _names(files: Iterable[tuple[list[Row], str, str]]) -> dict[str, list[str]]:
    """Code -> the names met, first the one to show, without those that are empty or lost a leading apostrophe."""
    found: dict[str, list[str]] = {}
    for rows, code, name in files:
        for row in rows:
            if row[name] and not row[name].startswith("s-") and row[name] not in found.setdefault(row[code], []):
                found[row[code]].append(row[name])
    return found


def municipality_tables(
    shared: Path, life: dict[str, Life], source_of: Mapping[str, str], book: SourceBook
) -> tuple[list[Record], list[Record]]:
    """Tables ``municipalities`` and ``municipality_variants``. ``source_of`` gives the source of each code."""
    regions, population = shared / "data" / "regions", shared / "data" / "population"
    moves = read_rows(regions / "herindelingen.csv")
    names = _names(
        [
            (read_rows(population / "inwoners_per_gemeente.csv"), "gemeentecode", "gemeentenaam"),
            (read_rows(population / "inwoners_2026_onbevestigd.csv"), "gemeentecode", "gemeentenaam"),
            (read_rows(regions / "duvo_gemeenten_2021.csv"), "gemeentecode", "gemeentenaam"),
            (moves, "oude_code", "oude_naam"),
            (moves, "nieuwe_code", "nieuwe_naam"),
        ]
    )
    bare = {code: _SUFFIX.sub("", names[code][0]) for code in life}
    shared_names = {name for name, n in Counter(bare.values()).items() if n > 1}
    province = _provinces(regions, life, moves, book)
    municipalities: list[Record] = []
    variants: list[Record] = []
    for code, its_life in life.items():
        name = names[code][0] if bare[code] in shared_names else EVERYDAY.get(code, bare[code])
        municipalities.append(
            {
                "code": code,
                "name": name,
                "valid_from": its_life.valid_from,
                "valid_to": its_life.valid_to,
                "province": province.get(code, ""),
                "source_id": source_of[code],
            }
        )
        others = dict.fromkeys([*names[code], *_suffixed(names[code])], "schrijfwijze in een CBS-bestand")
        others |= dict([OFFICIAL[code]]) if code in OFFICIAL else {}
        variants += [{"variant": n, "code": code, "note": note} for n, note in others.items() if n != name]
    return municipalities, variants


def _suffixed(names: list[str]) -> list[str]:
    """The two ways in which CBS writes a province behind a name: with and without a full stop."""
    return [n.replace(".)", ")") for n in names if _SUFFIX.search(n) and n.endswith(".)")]


def _provinces(regions: Path, life: dict[str, Life], moves: list[Row], book: SourceBook) -> dict[str, str]:
    """Province per code that existed since 2021: CBS 2024, and for what ended since, that of its successor."""
    book.add(
        "D-CBS-2024",
        "CBS Gebieden in Nederland 2024 (provincie per gemeente)",
        Reading.FULL,
        publisher="CBS",
        year=2024,
        licence=CC_BY,
        note="via leetjes123/EVDashboard, inwonertal.csv @ a175103",
    )
    found = {r["gemeentecode"]: r["provincie"] for r in read_rows(regions / "cbs_gebieden_2024_selectie.csv")}
    for row in reversed(moves):
        ended = life[row["oude_code"]].valid_to
        if ended and ended > date(2021, 1, 1) and row["soort"] != "grenscorrectie":
            found.setdefault(row["oude_code"], found[row["nieuwe_code"]])
    return found
