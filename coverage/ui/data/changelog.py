"""The changelog of the data: editions with their differences, and the days on which evidence came in."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st
from markupsafe import Markup

from coverage.analysis.editions.changelog import Entry, changes
from coverage.analysis.editions.sentences import answer
from coverage.analysis.moments import moments
from coverage.dataset import Dataset
from coverage.i18n import _, day, number
from coverage.ui.data.since import since_frame
from coverage.ui.html import show
from coverage.vocabulary import EVIDENCED


def changelog(ds: Dataset, today: date) -> None:
    """Newest first: what is different since the last edition, and between editions."""
    found = changes(ds, today)
    if not found:
        st.info(_("Er is nog geen editie vastgelegd. Bij elke kennisbijeenkomst leggen we er een vast."))
    for entry in found:
        _entry(ds, entry)


def _entry(ds: Dataset, entry: Entry) -> None:
    one = entry.edition
    title = _("Editie {name}, {date}").format(name=one.name, date=day(one.on)) if one else _("Sinds de laatste editie")
    st.header(title, anchor=False)
    if one:
        counts = one.taken.now.counts()
        show(
            Markup('<p>{}</p><p class="source">{} <code>{}</code></p>').format(
                _("Aanbod was aangetoond in {count} van de {all} gemeenten; gegevens {data}, grens {age} jaar.").format(
                    count=number(sum(counts[s] for s in EVIDENCED)),
                    all=number(len(one.taken.now.rows)),
                    data=one.taken.dataset_edition,
                    age=one.taken.max_age,
                ),
                _("Controlesom (SHA-256):"),
                one.sha256,
            )
        )
    if entry.since and entry.earlier:
        show(Markup("<p>{}</p>").format(answer(entry.since, entry.earlier.name)))
        frame = since_frame(ds, entry.since)
        if len(frame):
            st.dataframe(frame, hide_index=True, alt=title)
    else:
        show(Markup("<p>{}</p>").format(_("De eerste editie: er is geen eerdere om mee te vergelijken.")))
    if entry.tables:
        words = "; ".join(f"{name}.csv: {number(a)} → {number(b)}" for name, (a, b) in entry.tables.items())
        show(Markup('<p class="source">{} {}</p>').format(_("Aantal rijen:"), words))


def evidence_table(ds: Dataset, today: date) -> None:
    """The days on which evidence begins to count, with how much and from which sources."""
    found = [m for m in reversed(moments(ds)) if m.on <= today]
    frame = pd.DataFrame(
        {
            _("Telt vanaf"): [day(m.on) for m in found],
            _("Uitspraken"): [m.claims for m in found],
            _("Gemeenten"): [m.municipalities for m in found],
            _("Bronnen"): ["; ".join(ds.source(s).title for s in m.sources) for m in found],
        }
    )
    st.dataframe(frame, hide_index=True, alt=_("Tabel van dagen waarop bewijs begint te tellen"))
