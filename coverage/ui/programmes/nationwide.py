"""What is known of the country as a whole beside the results of programmes: figures, findings, conclusions."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.groups.survey import Finding, conclusions
from coverage.analysis.programmes.practice import told_nationwide
from coverage.analysis.programmes.results import loose_figures
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _
from coverage.ui.data.cite import cite
from coverage.ui.data.told import folds, told_folds
from coverage.ui.groups.stances import names
from coverage.ui.html import join, show
from coverage.ui.programmes.figures import figure_table
from coverage.vocabulary import HOW_IT_GOES


def nationwide(ds: Dataset) -> None:
    """Findings by subject and conclusions of researchers, folded; the figures as a table."""
    told, concluded, counted = told_nationwide(ds, today(), HOW_IT_GOES), conclusions(ds), loose_figures(ds)
    if told or concluded or counted:
        show(Markup("<h2>{}</h2>").format(_("Wat landelijk bekend is")))
    show(told_folds(ds, told))
    if concluded:
        lines = Markup('<ul class="claims">{}</ul>').format(join(_concluded(ds, f) for f in concluded))
        show(folds([(_("Wat onderzoekers over het aanbod vonden"), len(concluded), lines)]))
    if counted:
        figure_table(ds, counted, names(ds), _("Landelijke cijfers"))


def _concluded(ds: Dataset, f: Finding) -> Markup:
    text = ": ".join(filter(None, (f.what, f.value)))
    note = Markup(' <span class="soft">({})</span>').format(f.note) if f.note else ""
    return Markup("<li><p>{}{} <time>{}</time></p>{}</li>").format(text, note, f.when, cite(ds, f.source_id, f.detail))
