"""The layers beside provision: money, rules and use. Each gives every municipality one state and says why.

Money is not provision, a rule is not provision, and provision is not use; so each layer has states of its own
(:mod:`coverage.vocabulary`) and none of them changes the status.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.evidence import DUUP_START, local_claims
from coverage.analysis.layers.use import participation
from coverage.analysis.moments import Band, band_on
from coverage.analysis.naming import in_words
from coverage.analysis.status import POSITIVE, MunicipalityStatus, StatusReport, years_before
from coverage.dataset import Dataset
from coverage.dates import end, start
from coverage.i18n import _, partial_day
from coverage.vocabulary import (
    Basis,
    Code,
    Funding,
    Layer,
    MoneyState,
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


def money(ds: Dataset, report: StatusReport) -> LayerReport:
    """Who gets money of the scheme in force: the region (since 2021), or programmes that sources name."""
    band = band_on(ds, report.on)
    if report.on >= DUUP_START:
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
    paid = _paid(ds, band)
    own = local_claims(ds, report.division.id)

    def judge(row: MunicipalityStatus) -> LayerRow:
        claims = [c.claim for c in own[row.code] if c.claim.relation in POSITIVE]
        here = {c.programme_id for c in claims if _speaks(c.start, band)}
        by_state = {s: sorted(p for p in here if p in paid and paid[p][0] is s) for s in MoneyState}
        for state in (MoneyState.SCHEME, MoneyState.OTHER_MONEY):
            if by_state[state]:
                found = by_state[state]
                return LayerRow(row, state, in_words(ds, found, report.on), tuple(sorted({paid[p][1] for p in found})))
        return LayerRow(row, MoneyState.NOT_NAMED, "", ())

    return LayerReport(Layer.MONEY, report.on, tuple(MoneyState), tuple(judge(r) for r in report.rows))


def _speaks(claimed: date, band: Band) -> bool:
    """Whether a claim is about the time of a scheme; sources describe schemes as a whole, up to their last day."""
    return band.begin <= claimed and (band.end is None or claimed <= band.end)


def _paid(ds: Dataset, band: Band) -> dict[str, tuple[MoneyState, str]]:
    """Programme -> how it was paid in the time of a scheme, and the source; absent when no source says."""
    scheme_code, periods = PAID[band.scheme] if band.scheme else (None, GAP_PERIODS)
    found: dict[str, tuple[MoneyState, str]] = {}
    for p in ds.table("programme_periods").itertuples():
        if p.period not in periods or p.status != ProgrammeStatus.ACTIVE or p.funding == Funding.UNKNOWN:
            continue
        state = MoneyState.SCHEME if p.funding == scheme_code else MoneyState.OTHER_MONEY
        if found.get(p.programme_id, (None,))[0] is not MoneyState.SCHEME:
            found[p.programme_id] = (state, p.source_id)
    return found


def rule(ds: Dataset, report: StatusReport) -> LayerReport:
    """Local regulations that name a municipality, or in whose area it lies, in force on the date.

    A regulation of which only a claim is known, without dates of validity, counts for as long as the claim is fresh.
    """
    composition = {r.code for r in report.rows}
    oldest = years_before(report.on, report.max_age)
    areas: dict[str, list[tuple[RuleState, str, str]]] = {}
    listed = set()
    for a in ds.table("rule_areas").itertuples():
        listed.add(a.source_id)
        begins, ends = start(a.valid_from), end(a.valid_to) if a.valid_to else date.max
        if begins <= report.on <= ends and a.code in composition:
            state = RuleState.NAMED if a.named else RuleState.AREA
            areas.setdefault(a.code, []).append((state, _period(a.area, a.valid_from, a.valid_to), a.source_id))

    def judge(row: MunicipalityStatus) -> LayerRow:
        found = list(areas.get(row.code, ()))
        for local in row.claims:
            claim = local.claim
            if claim.basis is not Basis.REGULATION or claim.start < oldest:
                continue
            if not (claim.source_id in listed and found):
                state = RuleState.ANNOUNCED if claim.source_id in listed else RuleState.NAMED
                found.append((state, in_words(ds, [claim.programme_id], report.on), claim.source_id))
        for state in (RuleState.NAMED, RuleState.AREA, RuleState.ANNOUNCED):
            rules = [f for f in found if f[0] is state]
            if rules:
                words, sources = sorted({w for _s, w, _i in rules}), sorted({i for *_r, i in rules})
                return LayerRow(row, state, "; ".join(words), tuple(sources))
        return LayerRow(row, RuleState.NOT_FOUND, "", ())

    return LayerReport(Layer.RULE, report.on, tuple(RuleState), tuple(judge(r) for r in report.rows))


def _period(area: str, begins: str, ends: str) -> str:
    if ends:
        text = _("{area}, {begins} tot en met {ends}")
        return text.format(area=area, begins=partial_day(begins), ends=partial_day(ends))
    return _("{area}, vanaf {begins}").format(area=area, begins=partial_day(begins))


def use(ds: Dataset, report: StatusReport) -> LayerReport:
    """Whether people who live or work in a municipality are known to have taken part, up to the claim age limit."""
    known = participation(ds, report)
    rows = []
    for row in report.rows:
        state, programmes, sources = known.get(row.code, (UseState.NO_FIGURE, (), ()))
        rows.append(LayerRow(row, state, in_words(ds, programmes, report.on), sources))
    return LayerReport(Layer.USE, report.on, tuple(UseState), tuple(rows))


LAYERS: dict[Layer, Callable[[Dataset, StatusReport], LayerReport]] = {
    Layer.MONEY: money,
    Layer.RULE: rule,
    Layer.USE: use,
}
