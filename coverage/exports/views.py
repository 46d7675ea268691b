"""The rows of a view, ready to be written to a file: one frame for each kind of view, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from coverage.analysis.comparison.compare import Comparison, programmes_compared
from coverage.analysis.comparison.sentences import describe_comparison
from coverage.analysis.dating import last_day_written
from coverage.analysis.layers.states import LayerReport
from coverage.analysis.naming import in_words
from coverage.analysis.population import population_year
from coverage.analysis.spots.white_spots import Spot, Spots
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.vocabulary import EVER_EVIDENCED, ChangeKind

CODE = "code"


def _yes_no(value: bool) -> str:
    return _("ja") if value else _("nee")


def _base(ds: Dataset, row: MunicipalityStatus, on: date) -> dict[str, object]:
    """Columns of every file: the municipality, its inhabitants with their year, and its regions."""
    return {
        CODE: row.code,
        _("gemeente"): row.name,
        _("inwoners"): row.inhabitants,
        _("inwoners op 1 januari"): population_year(ds, on).year,
        _("DUUP-regio"): row.duup_region,
        _("DUVO-regio"): row.duvo_region,
        _("DUUP-regio onzeker"): _yes_no(row.uncertain),
    }


def status_frame(ds: Dataset, report: StatusReport) -> pd.DataFrame:
    """A row for each municipality: status, what decided it, and its sources."""
    return pd.DataFrame(
        _base(ds, r, report.on)
        | {
            _("status"): label(r.status),
            _("statuscode"): r.status.value,
            _("laatst bevestigd"): last_day_written(r),
            _("via gebied"): next((c.claim.area_name for c in r.decisive if c.claim.area_id == r.via_area), ""),
            _("deels"): _yes_no(r.partial),
            _("programma's"): in_words(ds, programmes_compared(r), report.on),
            _("bronnen"): _sources(ds, (c.claim.source_id for c in r.decisive)),
            _("peildatum"): report.on.isoformat(),
        }
        for r in report.rows
    )


def layer_frame(ds: Dataset, found: LayerReport) -> pd.DataFrame:
    """A row for each municipality: its state in a layer, why, and the sources."""
    return pd.DataFrame(
        _base(ds, r.row, found.on)
        | {
            label(found.layer): label(r.state),
            _("toelichting"): r.why,
            _("bronnen"): _sources(ds, r.sources),
            _("peildatum"): found.on.isoformat(),
        }
        for r in found.rows
    )


def comparison_frame(ds: Dataset, found: Comparison) -> pd.DataFrame:
    """A row for each municipality that changed, or about which something was learned."""
    rows = [c for c in found.rows if c.kind is not ChangeKind.SAME or c.thought]
    return pd.DataFrame(
        [
            _base(ds, c.after, found.after.on)
            | {
                _("verandering"): label(c.kind),
                _("status op eerste datum"): label(c.before.status),
                _("status op tweede datum"): label(c.after.status),
                _("pas later bekend"): _yes_no(bool(c.thought)),
                _("uitleg"): describe_comparison(ds, found, c),
                _("eerste datum"): found.before.on.isoformat(),
                _("tweede datum"): found.after.on.isoformat(),
            }
            for c in rows
        ],
        columns=None if rows else [CODE, _("gemeente"), _("verandering")],
    )


def spots_frame(ds: Dataset, spots: Spots, rows: Iterable[Spot]) -> pd.DataFrame:
    """A row for each municipality without evidenced provision: since when, why, what is nearest, where to turn."""
    found = [
        _base(ds, s.row, spots.report.on)
        | {
            _("status"): label(s.row.status),
            _("sinds / laatst aangetoond"): last_day_written(s.row) if s.row.status in EVER_EVIDENCED else s.since,
            _("redenen"): "; ".join(c.claim.note for c in s.reasons),
            _("bronnen"): _sources(ds, (c.claim.source_id for c in s.reasons)),
            _("dichtstbijzijnde programma"): in_words(ds, s.nearest.programmes, spots.report.on) if s.nearest else "",
            _("in gemeente"): s.nearest.name if s.nearest else "",
            _("afstand in km (hemelsbreed)"): s.nearest.km if s.nearest else None,
            _("centrumgemeente (DUVO)"): s.duvo_centre,
            _("centrumgemeente (DUUP)"): s.duup_centre,
            _("landelijke programma's"): in_words(
                ds, dict.fromkeys(c.programme_id for c in spots.report.national), spots.report.on
            ),
            _("peildatum"): spots.report.on.isoformat(),
        }
        for s in rows
    ]
    return pd.DataFrame(found, columns=None if found else [CODE, _("gemeente"), _("status")])


def _sources(ds: Dataset, ids: Iterable[str]) -> str:
    return "; ".join(f"{ds.source(i).title} [{i}]" for i in sorted(set(ids)))
