"""Within a region: a yardstick per municipality, labelled as such."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.within import within
from coverage.dataset import Dataset
from coverage.i18n import _, euro
from coverage.named_rows import Cited
from coverage.ui.allocation.region import choose_region, region_in_use
from coverage.ui.data.cite import cited
from coverage.ui.html import show
from coverage.ui.tables import plain_table


def show_within(ds: Dataset, allocation: Allocation) -> None:
    """Municipalities of the region that the reader chooses."""
    left, _right = st.columns([4, 9])
    with left:
        choose_region(allocation)
    told_within(ds, allocation)


def told_within(ds: Dataset, allocation: Allocation) -> None:
    """Municipalities of one region, the largest first."""
    own = region_in_use(allocation)
    text = _(
        "Een meetlat, geen recht op geld: dit zou het deel van elke gemeente zijn als de {amount} van de regio "
        "{region} naar "
        "inwoners ging. De centrumgemeente beslist waar het geld heen gaat, en legt daarover geen verantwoording af "
        "aan het rijk."
    ).format(amount=euro(own.amount), region=own.name)
    show(Markup('<p class="answer yardstick">{}</p><p>{}</p>').format(text, cited(ds, Cited.ALLOCATION_RULE)))
    rows = sorted(within(allocation, own.number), key=lambda m: (-m.amount, m.code))
    frame = pd.DataFrame(
        {
            _("Gemeente"): [m.name for m in rows],
            _("Inwoners"): pd.array([m.inhabitants for m in rows], dtype="int32"),
            _("Deel van de regio"): pd.array([float(m.share) for m in rows], dtype="float32"),
            _("Meetlat (euro)"): pd.array([m.amount for m in rows], dtype="int64"),
            _("Regio onzeker"): pd.Categorical([_("ja") if m.uncertain else "–" for m in rows]),
        }
    )
    plain_table(
        frame, key=f"meetlat-{own.number}", height=min(36 * (len(rows) + 1) + 2, 620),
        shares=[_("Deel van de regio")], alt=_("Tabel met de gemeenten van de regio en hun deel"),
    )  # fmt: skip
