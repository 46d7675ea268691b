"""Caveats and later claims of one municipality, one click away from its claims."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.profile.caveats import caveats, later_claims
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data.contradictions import note
from coverage.ui.html import join
from coverage.ui.municipality.detail import claim_items
from coverage.ui.pieces import unfolding


def municipality_caveats(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> None:
    """Folded sections: where sources disagree, and what sources say of later dates. Nothing when there is neither."""
    if found := caveats(ds, report, row):
        title = _("Hier verschillen bronnen, of misleidt een kaal gegeven ({count})").format(count=len(found))
        unfolding("disagree", title, lambda: join(note(c) for c in found))
    if later := later_claims(ds, report, row):
        title = _("Wat bronnen over latere datums zeggen ({count})").format(count=len(later))
        unfolding(
            "later", title,
            lambda: Markup("<ol class=claims>{}</ol>").format(claim_items(ds, report, row, later)),
        )  # fmt: skip
