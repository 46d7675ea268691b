"""Rules between the tables of what sources say: claims, programmes, money and sentences."""

from __future__ import annotations

from datetime import date

import pandas as pd

from coverage.dataset.frames import rows
from coverage.dataset.read import Problem
from coverage.dataset.rule import Found, Rules, line, lives
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
    PromiseOutcome,
    Relation,
    Scheme,
)

RULES = Rules()


@RULES.on("claims", "municipalities", "areas")
def claims_name_one_place_that_exists(claims: pd.DataFrame, municipalities: pd.DataFrame, areas: pd.DataFrame) -> Found:
    """A claim names a municipality or an area, never both, which existed on its date; it holds from then or earlier."""
    known = lives(municipalities)
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
        first, last = known[r.code] if r.code else areas_in_force[r.area_id]
        on = start(r.date)
        if not first <= on < last:
            message = f"{place} bestaat niet op {on}; verbeter {column} of de datum"
            yield Problem("claims.csv", line(r.Index), column, message)
        if r.effective > end(r.date) and r.basis != Basis.REGULATION:  # a rule may come into force after it was made
            message = f"{r.effective} is later dan date ({r.date}); verbeter een van beide"
            yield Problem("claims.csv", line(r.Index), "effective", message)


@RULES.on("claims")
@RULES.on("programme_periods")
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


@RULES.on("programme_periods", "programmes", "claims")
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


@RULES.on("activities")
@RULES.on("features")
@RULES.on("partners")
@RULES.on("exit_destinations")
@RULES.on("scheme_rules")
def what_is_told_twice_names_tables(table: pd.DataFrame) -> Found:
    """``also_in`` names tables of the package."""
    marks = {"phase": "activities", "kind": "features", "partner": "partners", "rule": "scheme_rules"}
    file = next((name for column, name in reversed(marks.items()) if column in table), "exit_destinations")
    for r in rows(table[table["also_in"] != ""]):
        if unknown := set(r.also_in.split(";")) - set(TABLES):
            message = f"{', '.join(sorted(unknown))}: geen tabel van het pakket; schrijf bijvoorbeeld funding;access"
            yield Problem(f"{file}.csv", line(r.Index), "also_in", message)


@RULES.on("verdicts")
def periods_of_verdicts_run_forward(verdicts: pd.DataFrame) -> Found:
    """The period that a verdict is about does not end before it begins."""
    for r in rows(verdicts):
        if r.about_from and r.about_to and start(r.about_from) > end(r.about_to):
            message = f"{r.about_to} is eerder dan about_from ({r.about_from}); verbeter een van beide"
            yield Problem("verdicts.csv", line(r.Index), "about_to", message)


@RULES.on("verdicts")
def outcomes_of_promises_have_a_source(verdicts: pd.DataFrame) -> Found:
    """What became of a promise names its source, and nothing else does."""
    for r in rows(verdicts):
        found = r.outcome not in ("", PromiseOutcome.UNKNOWN)
        if found != bool(r.outcome_source_id):
            message = "hoort bij een outcome die een bron noemt: vul beide in, of laat dit leeg"
            yield Problem("verdicts.csv", line(r.Index), "outcome_source_id", message)


@RULES.on("programmes")
def starts_have_a_source(programmes: pd.DataFrame) -> Found:
    """A start names its source, and nothing else does."""
    for r in rows(programmes):
        if bool(r.began) != bool(r.began_source_id):
            yield Problem("programmes.csv", line(r.Index), "began", "hoort bij began_source_id: vul beide in, of geen")


@RULES.on("programmes", "claims")
def a_source_speaks_from_the_beginning_it_names(programmes: pd.DataFrame, claims: pd.DataFrame) -> Found:
    """A source that says where a programme is and since when, is no silence about the days in between."""
    here = claims[(claims["relation"] == Relation.LOCATION) & (claims["basis"] == Basis.PROGRAMME)]
    first = here.groupby(["programme_id", "code", "source_id"])["effective"].min().to_dict()
    for r in rows(programmes[programmes["kind"].isin(EVIDENCE_KINDS)]):
        speaks = first.get((r.programme_id, r.centre_code, r.began_source_id))
        if speaks and speaks > end(r.began):
            message = (
                f"{r.began} is eerder dan de eerste dag ({speaks}) waarop een uitspraak van deze bron geldt; "
                "verbeter effective in claims, of dit begin"
            )
            yield Problem("programmes.csv", line(r.Index), "began", message)


@RULES.on("funding")
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


@RULES.on("citations")
def every_sentence_has_its_source(citations: pd.DataFrame) -> Found:
    """Each fixed sentence of the interface that rests on a source has one."""
    for place in sorted({str(p) for p in Cited} - set(citations["place"])):
        yield Problem("citations.csv", None, "place", f"{place} ontbreekt; voeg een regel toe met de bron van die zin")


@RULES.on("contradiction_subjects", "programmes", "municipalities", "duup_regions")
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
