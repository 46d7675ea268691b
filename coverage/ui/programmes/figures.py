"""Outcome figures beside the two tables of 2013, each with how hard it is, its period and its source."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.programmes.results import Figure
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, partial_day
from coverage.ui.data.cite import cite
from coverage.ui.html import show
from coverage.ui.pieces import table


def figure_table(ds: Dataset, figures: tuple[Figure, ...], names: dict[str, str], title: str) -> None:
    """Figures in the order of the collection; ``names`` (programme -> name) may be empty."""
    columns = (_("Wat"), _("Waarde"), _("Hoe hard"), _("Periode"), _("Opmerking en bron"))
    body = (_row(ds, f, names.get(f.programme_id, "")) for f in figures)
    show(table(columns, body, title, style="figures"))


def _row(ds: Dataset, f: Figure, name: str) -> Markup:
    period = " – ".join(partial_day(d) for d in (f.period_from, f.period_to) if d)
    return Markup(
        '<tr><th scope="row">{}<small>{}</small></th><td>{} {}</td><td class="text">{}</td><td class="text">{}</td>'
        '<td class="text">{} {}</td></tr>'
    ).format(f.indicator, name, _value(f.value), f.unit, label(f.kind), period, f.note, cite(ds, f.source_id, f.detail))


def _value(value: str) -> str:
    """A number the Dutch way; a word of the source as it is."""
    try:
        amount = float(value)
    except ValueError:
        return value or _("geen getal")
    return number(amount, 0 if amount.is_integer() else 1)
