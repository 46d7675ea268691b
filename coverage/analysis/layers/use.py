"""Use: are people from a municipality known to have taken part in a programme?

Sources count participants per programme, not per municipality of origin. Where a programme admits only people
who live or work in one municipality (``access.only_code``), its participants came from there; anywhere
else the programme works, participation is known but its origin is not. No counts are given here: below region
level they are shown only as a source published them, with the programme.
"""

from __future__ import annotations

from datetime import date

from coverage.analysis.claim import PROVISION
from coverage.analysis.evidence import local_claims
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start, years_before
from coverage.vocabulary import FigureKind, UseState

COUNTED = (FigureKind.REPORTED, FigureKind.ESTIMATE)


@per_snapshot(maxsize=1)
def _figures(ds: Dataset) -> tuple[tuple[str, date, date, str, str], ...]:
    """(programme, first day of the window, last known day, partial reference date, source) of each count above zero."""
    found = [
        (r.programme_id, start(r.window_from), start(r.window_to), r.date, r.source_id)
        for r in ds.table("results_2013").itertuples()
        if r.participants
    ]
    for o in ds.table("outcomes").itertuples():
        counted = o.kind in COUNTED and o.participants
        if counted and o.value.isdecimal() and int(o.value):
            until = start(o.period_to or o.date)
            found.append((o.programme_id, start(o.period_from) if o.period_from else until, until, o.date, o.source_id))
    return tuple(found)


@per_snapshot(maxsize=256)
def _single_municipality(ds: Dataset, programme: str, figure_date: str) -> str:
    """Code of the only municipality whose people the programme admitted at a date; empty when wider or not known."""
    rows = [(start(r.date), r.only_code) for r in ds.table("access").itertuples() if r.programme_id == programme]
    spoken = [(on, code) for on, code in rows if on <= start(figure_date)]
    latest = max((on for on, _code in spoken), default=None)
    codes = {code for on, code in spoken if on == latest}
    return codes.pop() if len(codes) == 1 else ""


def participation(ds: Dataset, report: StatusReport) -> dict[str, tuple[UseState, tuple[str, ...], tuple[str, ...]]]:
    """Municipality -> (state, programmes, sources) where participation overlaps the age limit up to the date."""
    oldest = years_before(report.on, report.max_age)
    current = [f for f in _figures(ds) if f[1] <= report.on and f[2] >= oldest]
    limited = {(f[0], f[3]): _single_municipality(ds, f[0], f[3]) for f in current}
    works: dict[str, set[str]] = {}
    for code, claims in local_claims(ds, report.division.id).items():
        works[code] = {
            c.claim.programme_id
            for c in claims
            if c.claim.relation in PROVISION and c.claim.start <= max([report.on, *(f[2] for f in current)])
        }
    found = {}
    for code, programmes in works.items():
        here = [f for f in current if f[0] in programmes]
        if here:
            sure = [f for f in here if limited[f[0], f[3]] == code]
            chosen = sure or here
            found[code] = (
                UseState.TAKEN_PART if sure else UseState.ORIGIN_UNKNOWN,
                tuple(sorted({f[0] for f in chosen})),
                tuple(sorted({f[4] for f in chosen})),
            )
    return found
