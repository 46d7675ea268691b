"""Caveats and later claims of one municipality, one click away from its claims."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.profile.caveats import caveats, later_claims
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui.html import join, show
from coverage.ui.municipality.detail import claim_items


def municipality_caveats(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> None:
    """Folded sections: where sources disagree, and what sources say of later dates. Nothing when there is neither."""
    parts = []
    if found := caveats(ds, report, row):
        items = join(
            Markup('<li id="{}"><strong>{} {}</strong> <span class="soft">({})</span><p>{}</p></li>').format(
                c.id, c.id, c.title, label(c.kind), c.text
            )
            for c in found
        )
        title = _("Hier verschillen bronnen, of misleidt een kaal gegeven ({count})").format(count=len(found))
        parts.append(Markup('<details class="more"><summary>{}</summary><ul>{}</ul></details>').format(title, items))
    if later := later_claims(ds, report, row):
        title = _("Wat bronnen over latere datums zeggen ({count})").format(count=len(later))
        parts.append(
            Markup('<details class="more"><summary>{}</summary><ol class="claims">{}</ol></details>').format(
                title, claim_items(ds, report, row, later)
            )
        )
    if parts:
        show(join(parts))
