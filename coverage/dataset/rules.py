"""Rules that no single value can break: what tables must say together.

A rule gets the typed tables that it names, all without problems of their own, and yields problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from coverage.dataset.divisions import PIECES_FROM
from coverage.dataset.frames import rows
from coverage.dataset.read import REBUILD, Problem
from coverage.dataset.tables import TABLES
from coverage.dates import end, start
from coverage.named_rows import CaveatPlace, Cited
from coverage.vocabulary import (
    EVIDENCE_KINDS,
    Basis,
    DateBasis,
    FigureKind,
    FundingRole,
    ProgrammeStatus,
    Scheme,
)

Found = Iterator[Problem]


def line(index: int) -> int:
    """Line in the file of a row by its position in the frame."""
    return index + 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the tables that it reads, in the order of its arguments."""

    tables: tuple[str, ...]
    check: Callable[..., Found]


RULES: list[Rule] = []


def _rule(*tables: str) -> Callable[[Callable[..., Found]], Callable[..., Found]]:
    def add(check: Callable[..., Found]) -> Callable[..., Found]:
        RULES.append(Rule(tables, check))
        return check

    return add


def _lives(municipalities: pd.DataFrame) -> dict[str, tuple[date, date]]:
    """Code -> first day, and first day on which it no longer existed."""
    lives = zip(municipalities["code"], municipalities["valid_from"], municipalities["valid_to"], strict=True)
    return {code: (first or date.min, last or date.max) for code, first, last in lives}


def _alive(municipalities: pd.DataFrame, on: date) -> set[str]:
    return {code for code, (first, last) in _lives(municipalities).items() if first <= on < last}


@_rule("municipalities")
@_rule("memberships")
@_rule("duvo_duup")
def periods_end_after_they_begin(table: pd.DataFrame) -> Found:
    """``valid_to`` is later than ``valid_from``."""
    names = {"evidence": "memberships.csv", "duup_number": "duvo_duup.csv", "province": "municipalities.csv"}
    file = next(name for column, name in names.items() if column in table)
    for i, first, last in zip(table.index, table["valid_from"], table["valid_to"], strict=True):
        if first and last and last <= first:
            message = f"{last} is niet later dan valid_from ({first}); verbeter een van beide"
            yield Problem(file, line(i), "valid_to", message)


@_rule("memberships", "municipalities")
def one_region_at_every_time(memberships: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Since 2021, on every day each existing municipality has exactly one membership, and no other code has one."""
    moments = {PIECES_FROM, *memberships["valid_from"], *municipalities["valid_from"], *municipalities["valid_to"]}
    seen: set[tuple[int | None, str]] = set()
    for on in sorted(day for day in moments if day and day >= PIECES_FROM):
        last = memberships["valid_to"].map(lambda day: day or date.max)
        held = memberships.loc[(memberships["valid_from"] <= on) & (last > on), "code"]
        alive = _alive(municipalities, on)
        for i, code in held[held.duplicated()].items():
            seen.add((line(int(str(i))), f"{code} heeft op {on} al een andere regel; laat perioden niet overlappen"))
        for i, code in held[~held.isin(alive)].items():
            seen.add((line(int(str(i))), f"{code} bestaat niet op {on}; verbeter valid_from of valid_to"))
        for code in alive - set(held):
            seen.add((None, f"{code} heeft op {on} geen regio; voeg een regel toe"))
    for row, message in sorted(seen, key=lambda found: (found[0] or 0, found[1])):
        yield Problem("memberships.csv", row, "code" if row else "", message)


@_rule("duvo_duup")
def one_duup_region_at_a_time(assignment: pd.DataFrame) -> Found:
    """A DUVO region never belongs to two DUUP regions on one day."""
    for _, held in assignment.sort_values("valid_from").groupby("duvo_region"):
        for earlier, later in pairwise(rows(held)):
            if (earlier.valid_to or date.max) > later.valid_from:
                message = (
                    f"{later.duvo_region} hoort op {later.valid_from} ook bij {earlier.duup_number}; zet daar valid_to"
                )
                yield Problem("duvo_duup.csv", line(later.Index), "valid_from", message)


@_rule("memberships", "duvo_duup", "duup_regions")
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


@_rule("population", "population_years", "municipalities")
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
            yield from _every_municipality(values, _alive(municipalities, date(r.year, 1, 1)), r.year)


def _every_municipality(values: pd.DataFrame, alive: set[str], year: int) -> Found:
    for i, code in values["code"].items():
        if code not in alive:
            message = f"{code} bestaat niet op 1 januari {year}; haal de regel weg"
            yield Problem("population.csv", line(int(str(i))), "code", message)
    for code in sorted(alive - set(values["code"])):
        message = f"{code} ontbreekt in {year}, dat volgens population_years.csv volledig is; voeg een regel toe"
        yield Problem("population.csv", None, "", message)


@_rule("population_pieces", "population_years", "municipalities")
def pieces_add_up(pieces: pd.DataFrame, years: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Each complete year is shared out over all municipalities of 2021, to the same total."""
    wanted = _alive(municipalities, PIECES_FROM)
    for r in rows(years[years["complete"]]):
        values = pieces[pieces["year"] == r.year]
        if wrong := sorted(wanted.symmetric_difference(values["piece"])):
            message = f"{', '.join(wrong)}: ontbreekt in {r.year}, of bestond niet in 2021; {REBUILD}"
            yield Problem("population_pieces.csv", None, "piece", message)
        if (total := values["inhabitants"].sum()) != r.total:
            message = f"{r.year} telt op tot {total} in plaats van {r.total} (population_years.csv); {REBUILD}"
            yield Problem("population_pieces.csv", None, "inhabitants", message)


@_rule("areas")
def areas_end_after_they_begin(areas: pd.DataFrame) -> Found:
    """``valid_to`` is later than ``valid_from``."""
    for r in rows(areas):
        if r.valid_to and r.valid_to <= r.valid_from:
            message = f"{r.valid_to} is niet later dan valid_from ({r.valid_from}); verbeter een van beide"
            yield Problem("areas.csv", line(r.Index), "valid_to", message)


@_rule("area_members", "areas", "municipalities")
def areas_have_members_of_2021(members: pd.DataFrame, areas: pd.DataFrame, municipalities: pd.DataFrame) -> Found:
    """Each area has members, and each member is a municipality of 1 January 2021."""
    pieces = _alive(municipalities, PIECES_FROM)
    for r in rows(members[~members["piece"].isin(pieces)]):
        message = f"{r.piece} bestond niet op {PIECES_FROM}; noem de gemeenten van die dag"
        yield Problem("area_members.csv", line(r.Index), "piece", message)
    for r in rows(areas[~areas["area_id"].isin(members["area_id"])]):
        message = f"{r.area_id} heeft geen leden; voeg ze toe in area_members.csv"
        yield Problem("areas.csv", line(r.Index), "area_id", message)


@_rule("claims", "municipalities", "areas")
def claims_name_one_place_that_exists(claims: pd.DataFrame, municipalities: pd.DataFrame, areas: pd.DataFrame) -> Found:
    """A claim names a municipality or an area, never both, which existed on its date; it holds from then or earlier."""
    lives = _lives(municipalities)
    areas_in_force = {r.area_id: (r.valid_from, r.valid_to or date.max) for r in rows(areas)}
    for r in rows(claims):
        if bool(r.code) == bool(r.area_id):
            message = "vul code of area_id in, en niet allebei: een uitspraak gaat over een gemeente of over een gebied"
            yield Problem("claims.csv", line(r.Index), "code", message)
            continue
        if bool(r.area_reading) != bool(r.area_id):
            message = "hoort bij area_id: vul beide in, of geen van beide"
            yield Problem("claims.csv", line(r.Index), "area_reading", message)
        column, place = ("code", r.code) if r.code else ("area_id", r.area_id)
        first, last = lives[r.code] if r.code else areas_in_force[r.area_id]
        on = start(r.date)
        if not first <= on < last:
            message = f"{place} bestaat niet op {on}; verbeter {column} of de datum"
            yield Problem("claims.csv", line(r.Index), column, message)
        if r.effective > end(r.date) and r.basis != Basis.REGULATION:  # a rule may come into force after it was made
            message = f"{r.effective} is later dan date ({r.date}); verbeter een van beide"
            yield Problem("claims.csv", line(r.Index), "effective", message)


@_rule("claims")
@_rule("programme_periods")
def estimates_have_bounds_that_hold(table: pd.DataFrame) -> Found:
    """Only an estimated date has an earliest and latest one, and these do not cross."""
    file = "claims.csv" if "claim_id" in table else "programme_periods.csv"
    bounded = table[(table["date_earliest"] != "") | (table["date_latest"] != "")]
    for r in rows(bounded):
        if r.date_basis != DateBasis.ESTIMATED:
            message = f"hoort alleen bij een geschatte datum; maak leeg, of zet date_basis op {DateBasis.ESTIMATED}"
            yield Problem(file, line(r.Index), "date_earliest", message)
        elif r.date_earliest and r.date_latest and start(r.date_earliest) > end(r.date_latest):
            message = f"{r.date_earliest} is later dan date_latest ({r.date_latest}); verbeter een van beide"
            yield Problem(file, line(r.Index), "date_earliest", message)


@_rule("programme_periods", "programmes", "claims")
def active_exit_programmes_have_a_claim(periods: pd.DataFrame, programmes: pd.DataFrame, claims: pd.DataFrame) -> Found:
    """Active help with leaving is claimed for a municipality or an area, or a reason says why not."""
    evident = set(programmes.loc[programmes["kind"].isin(EVIDENCE_KINDS), "programme_id"])
    claimed = set(zip(claims["programme_id"], claims["date"], claims["source_id"], strict=True))
    for r in rows(periods):
        has_claim = (r.programme_id, r.date, r.source_id) in claimed
        active = r.status == ProgrammeStatus.ACTIVE and r.programme_id in evident
        if active and not has_claim and not r.no_claim_reason:
            message = (
                f"{r.programme_id} is actief volgens {r.source_id} ({r.date}), maar claims.csv heeft daar geen regel "
                "van; voeg er een toe, of zeg hier waarom niet"
            )
            yield Problem("programme_periods.csv", line(r.Index), "no_claim_reason", message)
        if has_claim and r.no_claim_reason:
            message = f"claims.csv heeft een regel van {r.programme_id}, {r.source_id} ({r.date}); maak dit leeg"
            yield Problem("programme_periods.csv", line(r.Index), "no_claim_reason", message)


@_rule("activities")
@_rule("features")
@_rule("partners")
@_rule("exit_destinations")
@_rule("scheme_rules")
def what_is_told_twice_names_tables(table: pd.DataFrame) -> Found:
    """``also_in`` names tables of the package."""
    marks = {"phase": "activities", "kind": "features", "partner": "partners", "rule": "scheme_rules"}
    file = next((name for column, name in reversed(marks.items()) if column in table), "exit_destinations")
    for r in rows(table[table["also_in"] != ""]):
        if unknown := set(r.also_in.split(";")) - set(TABLES):
            message = f"{', '.join(sorted(unknown))}: geen tabel van het pakket; schrijf bijvoorbeeld funding;access"
            yield Problem(f"{file}.csv", line(r.Index), "also_in", message)


@_rule("verdicts")
def periods_of_verdicts_run_forward(verdicts: pd.DataFrame) -> Found:
    """The period that a verdict is about does not end before it begins."""
    for r in rows(verdicts):
        if r.about_from and r.about_to and start(r.about_from) > end(r.about_to):
            message = f"{r.about_to} is eerder dan about_from ({r.about_from}); verbeter een van beide"
            yield Problem("verdicts.csv", line(r.Index), "about_to", message)


@_rule("programmes")
def starts_have_a_source(programmes: pd.DataFrame) -> Found:
    """A start names its source, and nothing else does."""
    for r in rows(programmes):
        if bool(r.began) != bool(r.began_source_id):
            yield Problem("programmes.csv", line(r.Index), "began", "hoort bij began_source_id: vul beide in, of geen")


@_rule("funding")
def the_budget_is_stated(funding: pd.DataFrame) -> Found:
    """A source states the yearly total of the DUUP as a fact: every amount per region starts from the latest one."""
    totals = (funding["scheme"] == Scheme.DUUP) & (funding["role"] == FundingRole.NATIONAL) & funding["per_year"]
    stated = funding["value"].notna() & (funding["kind"] == FigureKind.REPORTED) & (funding["period_from"] != "")
    if not (totals & stated).any():
        message = (
            f"geen regel noemt het totaal van de DUUP als feit; zet die terug: scheme {Scheme.DUUP}, role "
            f"{FundingRole.NATIONAL}, per_year true, kind {FigureKind.REPORTED}, met een value en period_from"
        )
        yield Problem("funding.csv", None, "role", message)


@_rule("citations")
def every_sentence_has_its_source(citations: pd.DataFrame) -> Found:
    """Each fixed sentence of the interface that rests on a source has one."""
    for place in sorted({str(p) for p in Cited} - set(citations["place"])):
        yield Problem("citations.csv", None, "place", f"{place} ontbreekt; voeg een regel toe met de bron van die zin")


@_rule("contradiction_subjects", "programmes", "municipalities", "duup_regions")
def subjects_exist(
    subjects: pd.DataFrame, programmes: pd.DataFrame, municipalities: pd.DataFrame, duup: pd.DataFrame
) -> Found:
    """What a contradiction concerns is in the package."""
    known = {
        "programme": set(programmes["programme_id"]),
        "municipality": set(municipalities["code"]),
        "scheme": {str(s) for s in Scheme},
        "table": set(TABLES),
        "duup": {str(n) for n in duup["number"]},
        "place": {str(p) for p in CaveatPlace},
    }
    for r in rows(subjects):
        if r.subject_kind not in known:
            message = f'"{r.subject_kind}" is geen bekende soort; kies uit {", ".join(known)}'
            yield Problem("contradiction_subjects.csv", line(r.Index), "subject_kind", message)
        elif r.subject not in known[r.subject_kind]:
            message = f'"{r.subject}" bestaat niet als {r.subject_kind}; verbeter de soort of het onderwerp'
            yield Problem("contradiction_subjects.csv", line(r.Index), "subject", message)
