"""The region that the reader looks at: chosen in a list or on the map, and kept in the address."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.result import Allocation, RegionAmount
from coverage.analysis.allocation.stated import beside_the_rule, stated_answer, stated_for
from coverage.analysis.allocation.uncertainty import Ranges
from coverage.analysis.allocation.words import per_head
from coverage.dataset import Dataset
from coverage.i18n import _, euro, number, percent
from coverage.ui.allocation.map import clicked_before
from coverage.ui.bound import pick_from
from coverage.ui.data.cite import cite
from coverage.ui.html import join, show
from coverage.ui.params.allocation import VIEW, AllocationView
from coverage.ui.params.evidence import REGION


def region_in_use(allocation: Allocation) -> RegionAmount:
    """The region in the address; without one the region with the largest amount."""
    named = {r.name: r for r in allocation.regions}
    return named.get(REGION.get()) or max(allocation.regions, key=lambda r: (r.amount, -r.number))


def choose_region(allocation: Allocation, map_key: str = "") -> RegionAmount:
    """A list of the regions in the order of their numbers; a click on the map that is named chooses one too."""
    if map_key and (clicked := clicked_before(allocation, map_key)) is not None:
        REGION.set(allocation.region(clicked).name)
    current = region_in_use(allocation)
    pick_from(_("DUUP-regio"), REGION, {r.name: r.name for r in allocation.regions}, value=current.name)
    return current


def region_card(ds: Dataset, allocation: Allocation, own: RegionAmount, ranges: Ranges) -> None:
    """The amount of one region with what it rests on, and the way to its receipt."""
    band = ranges.by_region[own.number]
    facts = [
        (_("Bedrag per jaar"), euro(own.amount)),
        (_("Per inwoner"), per_head(own.per_inhabitant)),
        (_("Inwoners"), number(own.inhabitants)),
        (_("Gemeenten"), number(own.municipalities)),
        (_("Deel van het budget"), percent(float(own.share))),
    ]
    if band.wider_than(allocation.scenario.unit):
        facts.append((_("Bereik (indeling onzeker)"), f"{euro(band.low)} – {euro(band.high)}"))
    items = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(t, v) for t, v in facts)
    title = _("DUUP-regio {region}").format(region=own.name)
    stated = stated_for(ds, own.number)
    real = join(
        Markup("<p>{} {}</p>").format(beside_the_rule(a), cite(ds, a.source_id, a.source_detail, a.reading))
        for a in stated
    )
    if not stated:
        real = Markup('<p class="soft">{}</p>').format(stated_answer(ds))
    show(
        Markup('<section class="detail" aria-label="{}"><h2>{}</h2><dl>{}</dl>{}</section>').format(
            title, title, items, real
        )
    )
    st.button(
        _("Kassabon van deze regio"), icon=":material/receipt_long:", key="to-receipt",
        on_click=_to_receipt, args=(own.name,),
    )  # fmt: skip


def _to_receipt(region: str) -> None:
    REGION.set(region)
    VIEW.set(AllocationView.RECEIPT)
