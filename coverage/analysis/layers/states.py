"""The layers beside provision: money, rules and use. Each gives every municipality one state and says why.

Money is not provision, a rule is not provision, and provision is not use; so each layer has states of its own
(:mod:`coverage.vocabulary`) and none of them changes the status.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.claim import PROVISION, Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.evidence import duup_start, local_claims, programme_kinds
from coverage.analysis.layers.use import participation
from coverage.analysis.moments import band_on
from coverage.analysis.naming import in_words
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _, day
from coverage.vocabulary import (
    EVIDENCE_KINDS,
    Basis,
    Certainty,
    Code,
    Funding,
    Layer,
    MoneyState,
    NationalState,
    Period,
    ProgrammeStatus,
    RuleState,
    Scheme,
    UseState,
)

# The funding codes and periods by which programme_periods tells that a scheme paid a programme.
PAID: dict[Scheme, tuple[Funding, tuple[Period, ...]]] = {
    Scheme.RUPS_I: (Funding.RUPS_I, (Period.RUPS_I,)),
    Scheme.RUPS_II: (Funding.RUPS_II, (Period.RUPS_II,)),
    Scheme.RUPS_II_EXTENSION: (Funding.RUPS_II, (Period.RUPS_II_EXTENSION,)),
    Scheme.RUPS_III: (Funding.RUPS_III, (Period.RUPS_III,)),
}
GAP_PERIODS = (Period.MID_2013,)


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One municipality in a layer: its state, why, and the sources that say so."""

    row: MunicipalityStatus
    state: Code
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayerReport:
    """A layer on a date, within the borders of the status report it was made from."""

    layer: Layer
    on: date
    states: tuple[Code, ...]
    rows: tuple[LayerRow, ...]

    def counts(self) -> dict[Code, int]:
        """Municipalities per state; every state is present."""
        return {s: sum(r.state is s for r in self.rows) for s in self.states}

    def inhabitants(self) -> dict[Code, int]:
        """Inhabitants per state; every state is present."""
        return {s: sum(r.row.inhabitants for r in self.rows if r.state is s) for s in self.states}


def money_states(ds: Dataset, report: StatusReport) -> LayerReport:
    """Who gets money of the scheme in force: the region (since 2021), or programmes that sources name."""
    band = band_on(ds, report.on)
    if report.on >= duup_start(ds):
        sources = dict(zip(ds.table("duup_regions")["number"], ds.table("duup_regions")["source_id"], strict=True))
        rows = tuple(
            LayerRow(
                r,
                MoneyState.REGION,
                _("DUUP-regio {region}{uncertain}").format(
                    region=r.duup_region, uncertain=_(" (onzeker)") if r.uncertain else ""
                ),
                (sources[r.duup_number],),
            )
            for r in report.rows
        )
        return LayerReport(Layer.MONEY, report.on, tuple(MoneyState), rows)
    scheme_code, periods = PAID[band.scheme] if band.scheme else (None, GAP_PERIODS)
    paid = _paid(ds, scheme_code, periods)
    told = {(p.programme_id, p.source_id, p.date): p.period for p in ds.table("programme_periods").itertuples()}
    own = local_claims(ds, report.division.id)

    def speaks(c: Claim) -> bool:
        """About the scheme when its source says so, else by its date; schemes are described as a whole, to the end."""
        period = told.get((c.programme_id, c.source_id, c.date))
        in_time = band.begin <= c.start and (band.end is None or c.start <= band.end)
        return period in periods if period else in_time

    def judge(row: MunicipalityStatus) -> LayerRow:
        here = {c.claim.programme_id for c in own[row.code] if c.claim.relation in PROVISION and speaks(c.claim)}
        by_state = {s: sorted(p for p in here if p in paid and paid[p][0] is s) for s in MoneyState}
        for state in (MoneyState.SCHEME, MoneyState.OTHER_MONEY):
            if by_state[state]:
                found = by_state[state]
                return LayerRow(row, state, in_words(ds, found, report.on), tuple(sorted({paid[p][1] for p in found})))
        return LayerRow(row, MoneyState.NOT_NAMED, "", ())

    states = tuple(s for s in MoneyState if s is not MoneyState.REGION)
    return LayerReport(Layer.MONEY, report.on, states, tuple(judge(r) for r in report.rows))


def _paid(ds: Dataset, scheme_code: Funding | None, periods: tuple[Period, ...]) -> dict[str, tuple[MoneyState, str]]:
    """Programme -> how it was paid in the time of a scheme, and the source; absent when no source says.

    Other money counts for help with leaving only; what a scheme paid was paid for that.
    """
    kinds = programme_kinds(ds)
    found: dict[str, tuple[MoneyState, str]] = {}
    for p in ds.table("programme_periods").itertuples():
        if p.period not in periods or p.status != ProgrammeStatus.ACTIVE or p.funding == Funding.UNKNOWN:
            continue
        state = MoneyState.SCHEME if p.funding == scheme_code else MoneyState.OTHER_MONEY
        if state is MoneyState.OTHER_MONEY and kinds[p.programme_id][0] not in EVIDENCE_KINDS:
            continue
        if found.get(p.programme_id, (None,))[0] is not MoneyState.SCHEME:
            found[p.programme_id] = (state, p.source_id)
    return found


def rule_states(ds: Dataset, report: StatusReport) -> LayerReport:
    """Local regulations that name a municipality, or in whose area it lies, in force on the date.

    They are the claims on a regulation among those that the status calls announced, so that layer and status agree.
    """
    begins: dict[str, date] = {}
    for a in ds.table("rule_areas").itertuples():
        begins[a.source_id] = min(start(a.valid_from), begins.get(a.source_id, date.max))

    def state_of(claim: Claim) -> RuleState:
        if begins.get(claim.source_id, date.min) > report.on:
            return RuleState.ANNOUNCED
        return RuleState.AREA if claim.area_id or claim.certainty is Certainty.DERIVED else RuleState.NAMED

    def judge(row: MunicipalityStatus) -> LayerRow:
        rules = [c.claim for c in row.announced if c.claim.basis is Basis.REGULATION]
        states = {c: state_of(c) for c in rules}
        for state in (RuleState.NAMED, RuleState.AREA, RuleState.ANNOUNCED):
            if found := [c for c in rules if states[c] is state]:
                words = sorted({_period(ds, c, report.on) for c in found})
                return LayerRow(row, state, "; ".join(words), tuple(sorted({c.source_id for c in found})))
        return LayerRow(row, RuleState.NOT_FOUND, "", ())

    return LayerReport(Layer.RULE, report.on, tuple(RuleState), tuple(judge(r) for r in report.rows))


def _period(ds: Dataset, claim: Claim, on: date) -> str:
    name = in_words(ds, [claim.programme_id], on)
    if claim.until:
        text = _("{name}, {begins} tot en met {ends}")
        return text.format(name=name, begins=claim_day(claim), ends=day(claim.until))
    return _("{name}, vanaf {begins}").format(name=name, begins=claim_day(claim))


def use(ds: Dataset, report: StatusReport) -> LayerReport:
    """Whether people who live or work in a municipality are known to have taken part, up to the claim age limit."""
    known = participation(ds, report)
    rows = []
    for row in report.rows:
        state, programmes, sources = known.get(row.code, (UseState.NO_FIGURE, (), ()))
        rows.append(LayerRow(row, state, in_words(ds, programmes, report.on), sources))
    return LayerReport(Layer.USE, report.on, tuple(UseState), tuple(rows))


def national(ds: Dataset, report: StatusReport) -> LayerReport:
    """Programmes with national reach that a recent source names, and whom they take: the same everywhere."""
    why = "; ".join(
        f"{in_words(ds, [c.programme_id], report.on)} ({claim_day(c)})" + (f": {c.note}" if c.note else "")
        for c in report.national
    )
    state = NationalState.FOR_SOME if report.national else NationalState.NONE_NAMED
    sources = tuple(dict.fromkeys(c.source_id for c in report.national))
    rows = tuple(LayerRow(row, state, why, sources) for row in report.rows)
    return LayerReport(Layer.NATIONAL, report.on, tuple(NationalState), rows)


LAYERS: dict[Layer, Callable[[Dataset, StatusReport], LayerReport]] = {
    Layer.MONEY: money_states,
    Layer.RULE: rule_states,
    Layer.USE: use,
    Layer.NATIONAL: national,
}
