"""Rules between the tables of municipalities, regions, inhabitants and areas."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pandas as pd

from coverage.dataset.divisions import PIECES_FROM, cuts_of, origin, wholes_of
from coverage.dataset.frames import rows
from coverage.dataset.read import REBUILD, Problem
from coverage.dataset.rule import Found, Rules, alive, line

RULES = Rules()


@RULES.on("municipalities")
@RULES.on("memberships")
@RULES.on("duvo_duup")
def periods_end_after_they_begin(table: pd.DataFrame) -> Found:
    """``valid_to`` is later than ``valid_from``."""
    names = {"evidence": "memberships.csv", "duup_number": "duvo_duup.csv", "province": "municipalities.csv"}
    file = next(name for column, name in names.items() if column in table)
    for i, first, last in zip(table.index, table["valid_from"], table["valid_to"], strict=True):
        if first and last and last <= first:
            message = f"{last} is niet later dan valid_from ({first}); verbeter een van beide"
            yield Problem(file, line(i), "valid_to", message)


@RULES.on("memberships", "municipalities")
def one_region_at_every_time(memberships: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Since 2021, on every day each existing municipality has exactly one membership, and no other code has one."""
    moments = {PIECES_FROM, *memberships["valid_from"], *municipalities["valid_from"], *municipalities["valid_to"]}
    seen: set[tuple[int | None, str]] = set()
    for on in sorted(day for day in moments if day and day >= PIECES_FROM):
        last = memberships["valid_to"].map(lambda day: day or date.max)
        held = memberships.loc[(memberships["valid_from"] <= on) & (last > on), "code"]
        living = alive(municipalities, on)
        for i, code in held[held.duplicated()].items():
            seen.add((line(int(str(i))), f"{code} heeft op {on} al een andere regel; laat perioden niet overlappen"))
        for i, code in held[~held.isin(living)].items():
            seen.add((line(int(str(i))), f"{code} bestaat niet op {on}; verbeter valid_from of valid_to"))
        for code in living - set(held):
            seen.add((None, f"{code} heeft op {on} geen regio; voeg een regel toe"))
    for row, message in sorted(seen, key=lambda found: (found[0] or 0, found[1])):
        yield Problem("memberships.csv", row, "code" if row else "", message)


@RULES.on("duvo_duup")
def one_duup_region_at_a_time(assignment: pd.DataFrame) -> Found:
    """A DUVO region never belongs to two DUUP regions on one day."""
    for _, held in assignment.sort_values("valid_from").groupby("duvo_region"):
        for earlier, later in pairwise(rows(held)):
            if (earlier.valid_to or date.max) > later.valid_from:
                message = (
                    f"{later.duvo_region} hoort op {later.valid_from} ook bij {earlier.duup_number}; zet daar valid_to"
                )
                yield Problem("duvo_duup.csv", line(later.Index), "valid_from", message)


@RULES.on("memberships", "duvo_duup", "duup_regions")
def regions_agree(memberships: pd.DataFrame, assignment: pd.DataFrame, duup: pd.DataFrame) -> Found:
    """Each day of a membership its DUVO region belongs to a DUUP region; alternatives are other DUUP regions."""
    known = {str(n) for n in duup["number"]}
    held = {name: list(rows(of)) for name, of in assignment.sort_values("valid_from").groupby("duvo_region")}
    for r in rows(memberships):
        begin, end, own = r.valid_from, r.valid_to or date.max, set()
        for a in held.get(r.duvo_region, []):
            if a.valid_from <= begin < (a.valid_to or date.max):
                begin = a.valid_to or date.max
            if a.valid_from < end and (a.valid_to or date.max) > r.valid_from:
                own.add(str(a.duup_number))
        if begin < end:
            message = f"{r.duvo_region} hoort op {begin} bij geen DUUP-regio; vul duvo_duup.csv aan"
            yield Problem("memberships.csv", line(r.Index), "duvo_region", message)
        others = r.alternative_duup.split(";") if r.alternative_duup else []
        if not set(others) <= known - (own if len(own) == 1 else set()):
            message = f'"{r.alternative_duup}" zijn geen nummers van andere DUUP-regio\'s; schrijf bijvoorbeeld 7;16'
            yield Problem("memberships.csv", line(r.Index), "alternative_duup", message)
        if r.duup_uncertain and not others:
            message = "is leeg terwijl duup_uncertain true is; noem de andere mogelijke DUUP-regio's"
            yield Problem("memberships.csv", line(r.Index), "alternative_duup", message)


@RULES.on("population", "population_years", "municipalities")
def inhabitants_add_up(population: pd.DataFrame, years: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Each year has the number and sum that ``population_years`` states; a complete one has every municipality."""
    for r in rows(years):
        values = population[population["year"] == r.year]
        if len(values) != r.municipalities:
            message = f"population.csv heeft {len(values)} gemeenten in {r.year}; verbeter een van beide bestanden"
            yield Problem("population_years.csv", line(r.Index), "municipalities", message)
        total = values["inhabitants"].sum()
        if total != (0 if pd.isna(r.total) else r.total):
            message = f"population.csv telt in {r.year} op tot {total}; verbeter een van beide bestanden"
            yield Problem("population_years.csv", line(r.Index), "total", message)
        if r.complete:
            yield from _every_municipality(values, alive(municipalities, date(r.year, 1, 1)), r.year)


def _every_municipality(values: pd.DataFrame, alive: set[str], year: int) -> Found:
    for i, code in values["code"].items():
        if code not in alive:
            message = f"{code} bestaat niet op 1 januari {year}; haal de regel weg"
            yield Problem("population.csv", line(int(str(i))), "code", message)
    for code in sorted(alive - set(values["code"])):
        message = f"{code} ontbreekt in {year}, dat volgens population_years.csv volledig is; voeg een regel toe"
        yield Problem("population.csv", None, "", message)


@RULES.on("population_pieces", "population_years", "municipalities")
def pieces_add_up(pieces: pd.DataFrame, years: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Each complete year is shared out over the same pieces, municipalities of 2021 or their parts, to its total."""
    known, codes = set(pieces["piece"]), set(municipalities["code"])
    wrong = alive(municipalities, PIECES_FROM).symmetric_difference(map(origin, known))
    wrong |= {piece for piece in known if not codes.issuperset(cuts_of(piece))}
    wrong |= known & {whole for part in known for whole in wholes_of(part) if whole != part}
    if wrong:
        message = f"{', '.join(sorted(wrong))}: geen gemeente van 2021 of deel daarvan, of dubbel; {REBUILD}"
        yield Problem("population_pieces.csv", None, "piece", message)
    for r in rows(years[years["complete"]]):
        values = pieces[pieces["year"] == r.year]
        if missing := sorted(known.symmetric_difference(values["piece"])):
            message = f"{', '.join(missing)}: ontbreekt in {r.year}; {REBUILD}"
            yield Problem("population_pieces.csv", None, "piece", message)
        if (total := values["inhabitants"].sum()) != r.total:
            message = f"{r.year} telt op tot {total} in plaats van {r.total} (population_years.csv); {REBUILD}"
            yield Problem("population_pieces.csv", None, "inhabitants", message)


@RULES.on("areas")
def areas_end_after_they_begin(areas: pd.DataFrame) -> Found:
    """``valid_to`` is later than ``valid_from``."""
    for r in rows(areas):
        if r.valid_to and r.valid_to <= r.valid_from:
            message = f"{r.valid_to} is niet later dan valid_from ({r.valid_from}); verbeter een van beide"
            yield Problem("areas.csv", line(r.Index), "valid_to", message)


@RULES.on("area_members", "areas", "population_pieces")
def areas_have_members_of_2021(members: pd.DataFrame, areas: pd.DataFrame, inhabitants: pd.DataFrame) -> Found:
    """Each area has members, and each member is a municipality of 1 January 2021 or a piece of one."""
    named = {whole for piece in set(inhabitants["piece"]) for whole in wholes_of(piece)}
    for r in rows(members[~members["piece"].isin(named)]):
        message = f"{r.piece} bestond niet op {PIECES_FROM}; noem de gemeenten van die dag"
        yield Problem("area_members.csv", line(r.Index), "piece", message)
    for r in rows(areas[~areas["area_id"].isin(members["area_id"])]):
        message = f"{r.area_id} heeft geen leden; voeg ze toe in area_members.csv"
        yield Problem("areas.csv", line(r.Index), "area_id", message)
