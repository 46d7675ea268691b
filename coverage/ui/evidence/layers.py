"""Map, legend and table of the layers other than provision, each with states of its own."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

from coverage.analysis.layers.states import LayerReport
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.geography.areas import division_areas
from coverage.geography.names import sort_key
from coverage.i18n import _, day, definition, label, number
from coverage.ui.map.legend import legend_marks
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.pieces import legend, of_all, swatched
from coverage.ui.tables import NAMES, duup_column, municipality_table
from coverage.vocabulary import LAYER_STYLE, MoneyState


def outlines(ds: Dataset, report: StatusReport, kind: str) -> dict[str, int | str]:
    """Municipality -> the area whose border is drawn thick: DUUP or DUVO region, or province; there were no DUUP
    regions before the DUUP."""
    if kind == "duup":
        return {r.code: r.duup_number for r in report.rows if report.duup_in_force}
    if kind == "duvo":
        return {r.code: r.duvo_region for r in report.rows}
    if kind == "provincie":
        areas = division_areas(ds, report.division.id)
        wanted = {r.code for r in report.rows}
        return {c: p for c, p in zip(areas["code"], areas["province"], strict=True) if c in wanted}
    return {}


def layer_view(
    found: LayerReport, division_id: str, *, selected: str | None, outlines: Mapping[str, int | str], description: str
) -> MapView:
    """What the map shows of a layer other than provision."""
    order = {state: index for index, state in enumerate(found.states)}
    return MapView(
        division=division_id,
        classes=tuple(AreaClass(label(s), LAYER_STYLE[s]) for s in found.states),
        values={r.row.code: order[r.state] for r in found.rows},
        marks={r.row.code: "u" for r in found.rows if r.row.uncertain and r.state is MoneyState.REGION},
        mark_labels=legend_marks(),
        outlines=outlines,
        notes={r.row.code: r.why for r in found.rows if r.state is not MoneyState.REGION},
        selected=selected,
        title=_("Kaart: {layer} per gemeente op {date}").format(layer=label(found.layer), date=day(found.on)),
        description=description,
    )


def layer_legend(found: LayerReport) -> Markup:
    """States of a layer with municipalities and inhabitants."""
    counts, people = found.counts(), found.inhabitants()
    total = sum(people.values())
    entries = (
        (
            Markup('<span title="{}">{}</span>').format(definition(s), swatched(LAYER_STYLE[s], label(s))),
            number(counts[s]), of_all(people[s], total),
        )
        for s in found.states
    )  # fmt: skip
    title, head = f"{_('Legenda')}: {label(found.layer)}", (_("Stand"), _("Gemeenten"), _("Inwoners"))
    return legend(title, head, entries) + Markup('<p class="source">{}</p>').format(definition(found.layer))


def layer_table(found: LayerReport, report: StatusReport, key: str) -> None:
    """The same rows as the map; the municipality of the row that the reader chooses goes in the address."""
    rows = sorted(found.rows, key=lambda r: sort_key(r.row.name))
    frame = pd.DataFrame(
        {
            _("Gemeente"): pd.array([r.row.name for r in rows], dtype=NAMES),
            _("Stand"): pd.Categorical([label(r.state) for r in rows], [label(s) for s in found.states], ordered=True),
            _("Toelichting"): pd.Categorical([r.why or "–" for r in rows]),
            duup_column(report): pd.Categorical([r.row.duup_region for r in rows]),
            _("Bron"): pd.Categorical([", ".join(r.sources) or "–" for r in rows]),
        }
    )
    alt = _("Tabel met dezelfde gemeenten als op de kaart")
    municipality_table(frame, [r.row.code for r in rows], [r.row.name for r in rows], key=key, alt=alt)
