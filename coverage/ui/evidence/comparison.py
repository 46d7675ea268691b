"""Two dates side by side: two maps that move together, what changed in lists, and a table that adds up."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st
from markupsafe import Markup

from coverage.analysis.comparison.compare import Comparison
from coverage.analysis.comparison.sentences import describe_comparison
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.geography.names import sort_key
from coverage.i18n import _, day, definition, label, number
from coverage.ui.bound import pick, pick_day
from coverage.ui.choose import choose_moment
from coverage.ui.evidence.layers import outlines
from coverage.ui.html import show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.status import status_view
from coverage.ui.params import FIRST_DAY
from coverage.ui.params.evidence import EARLIER
from coverage.ui.pieces import legend, swatched, table
from coverage.ui.tables import NAMES, duup_column, municipality_table
from coverage.vocabulary import STATUS_STYLE, ChangeKind, Status

TOLD = (
    ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.CHANGED, ChangeKind.RENEWED, ChangeKind.AGED, ChangeKind.OTHER,
)  # fmt: skip
MAPS = ("kaart-links", "kaart-rechts")


def earlier_date(on: date) -> date | None:
    """Whether to compare, and with which other day; the choice is in the address."""
    chosen = EARLIER.get()
    first = next((d for d in _candidates(on) if d != on), FIRST_DAY)
    pick(
        _("Weergave"), EARLIER, {False: _("Eén datum"), True: _("Twee datums vergelijken")}, value=bool(chosen),
        take=lambda two: EARLIER.set(first if two else None),
    )  # fmt: skip
    if chosen:
        pick_day(_("Vergelijk met"), EARLIER, width=160, min_value=FIRST_DAY, max_value=today())
    return chosen


def _candidates(on: date) -> list[date]:
    """Moments that matter, the latest one before the date first."""
    days = sorted(date.fromisoformat(d) for d in choose_moment())
    return [*reversed([d for d in days if d < on]), *(d for d in days if d > on)]


def two_maps(ds: Dataset, found: Comparison, borders: str, selected: str | None) -> None:
    """The maps of both dates."""
    for column, report, key in zip(st.columns(2), (found.before, found.after), MAPS, strict=True):
        with column:
            show(Markup('<h2 class="maptitle">{}</h2>').format(day(report.on)))
            view = status_view(report, selected=selected, outlines=outlines(ds, report, borders))
            coverage_map(view, key=key, height=480, sync="vergelijk")


def change_counts(found: Comparison) -> None:
    """What happened: each kind with municipalities, inhabitants and meaning; learned apart."""
    rows = [(label(k), definition(k), found.of(k)) for k in TOLD if found.of(k)]
    learned = _("Een latere bron maakte duidelijk dat het op de eerste datum anders was dan toen bekend was.")
    rows.append((_("pas later bekend geworden"), learned, found.learned))
    entries = (
        (
            Markup('{}<span class="soft block">{}</span>').format(name, meaning),
            number(len(changes)), number(sum(c.inhabitants for c in changes)),
        )
        for name, meaning, changes in rows
    )  # fmt: skip
    show(legend(_("Wat veranderde er?"), (_("Verandering"), _("Gemeenten"), _("Inwoners")), entries))
    for move in found.moves:
        show(
            Markup('<p class="remark"><strong>{}</strong>: {} → {}</p>').format(
                _("{name} kwam in een andere regio").format(name=move.name), move.before, move.after
            )
        )


def change_table(ds: Dataset, found: Comparison, key: str) -> None:
    """Every municipality that changed or was learned about; the one of the row chosen goes in the address."""
    rows = [c for c in found.rows if c.kind is not ChangeKind.SAME or c.thought]
    rows.sort(key=lambda c: (list(ChangeKind).index(c.kind), sort_key(c.after.name)))
    if not rows:
        show(Markup("<p>{}</p>").format(_("Tussen deze datums veranderde er niets.")))
        return
    frame = pd.DataFrame(
        {
            _("Gemeente"): pd.array([c.after.name for c in rows], dtype=NAMES),
            _("Verandering"): pd.Categorical(
                [label(c.kind) for c in rows], [label(k) for k in ChangeKind], ordered=True
            ),
            _("Uitleg"): pd.Categorical([describe_comparison(ds, found, c) for c in rows]),
            _("Later bekend"): pd.Categorical([_("ja") if c.thought else _("nee") for c in rows]),
            _("Inwoners"): pd.array([c.inhabitants for c in rows], dtype="int32"),
            duup_column(found.after): pd.Categorical([c.after.duup_region for c in rows]),
        }
    )
    alt = _("Tabel met de gemeenten waar iets veranderde")
    municipality_table(frame, [c.after.code for c in rows], [c.after.name for c in rows], key=key, alt=alt)


def transition_table(found: Comparison) -> None:
    """Status before against status after: municipalities, adding up to all of them."""
    counts = found.transitions()
    used = [s for s in Status if any(s in pair for pair in counts)]
    head = [swatched(STATUS_STYLE[s], label(s)) for s in used]
    rows = ((a, *(number(counts.get((first, s), 0)) for s in used)) for first, a in zip(used, head, strict=True))
    title = _("Van {first} (rijen) naar {second} (kolommen): aantal gemeenten").format(
        first=day(found.before.on), second=day(found.after.on)
    )
    show(table((_("Status"), *head), rows, title))
