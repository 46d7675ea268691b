"""The survey of 2018 beside the map: about the municipalities that answered, and no others."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.contradictions import contradictions_about
from coverage.analysis.groups.survey import caution, findings
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _
from coverage.ui.data.contradictions import note
from coverage.ui.html import join, show
from coverage.ui.pieces import table


def survey_year(ds: Dataset) -> int:
    """The year that most rows of the survey are about."""
    years = [start(on).year for on in ds.table("survey")["date"]]
    return max(set(years), key=years.count)


def survey_panel(ds: Dataset) -> None:
    """Findings with their denominators, the caution first."""
    rows = findings(ds)
    if not rows:
        return
    head = (_("Uitkomst"), _("Hoeveel"), _("Van wie"), _("Opmerking"))
    measured = ((f.what, f.value, f.of_whom or _("niet genoemd"), f.note) for f in rows if f.value)
    said = join(
        Markup('<li>{} <span class="soft">{}</span></li>').format(f.what, f"({f.note})" if f.note else "")
        for f in rows
        if not f.value
    )
    source = ds.source(rows[0].source_id)
    caveats = join(note(c) for c in contradictions_about(ds, table="survey"))
    show(
        Markup(
            '<p class="remark">{}</p>{}<p>{}</p><ul>{}</ul><p class="source">{}: {}</p>'
            '<details class="more"><summary>{}</summary>{}</details>'
        ).format(
            caution(),
            table(head, measured, _("Cijfers van de enquête van 2018"), style="plain left", height="window"),
            _("De onderzoekers schrijven verder:"),
            said,
            _("Bron"),
            source.title,
            _("Waarom voorzichtig met deze cijfers?"),
            caveats,
        )
    )
