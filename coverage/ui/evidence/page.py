"""The page on coverage: one date in layers, or two dates side by side."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from coverage.analysis import summary
from coverage.analysis.comparison import sentences as compare_sentences
from coverage.analysis.comparison.compare import Comparison, compare
from coverage.analysis.layers import sentences as layer_sentences
from coverage.analysis.layers.states import LAYERS
from coverage.analysis.status import StatusReport, status_at
from coverage.dataset import Dataset
from coverage.exports.views import comparison_frame, layer_frame, status_frame
from coverage.i18n import _, day, label
from coverage.ui import choose, clicks
from coverage.ui.downloads import downloads, folded
from coverage.ui.evidence.age_limit import age_limit, age_table
from coverage.ui.evidence.choices import boundaries, layer_choice, outline_choice, region_choice
from coverage.ui.evidence.comparison import (
    MAPS,
    change_counts,
    change_table,
    earlier_date,
    transition_table,
    two_maps,
)
from coverage.ui.evidence.layers import layer_legend, layer_map, layer_table, outlines, provision_map
from coverage.ui.evidence.params import DIVISION, OUTLINE, REGION
from coverage.ui.evidence.timeline import stepping, timeline
from coverage.ui.html import show
from coverage.ui.map.download import map_download
from coverage.ui.map.legend import status_legend
from coverage.ui.municipality.caveats import municipality_caveats
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.params import MAX_AGE
from coverage.ui.tables import status_table
from coverage.vocabulary import Layer

MAP = "dekking"


def show_coverage(ds: Dataset) -> None:
    """Controls on top, then the view that the reader chose."""
    clicks.take_over(ds, MAP, *MAPS)
    on = timeline(ds)
    choices = st.container(horizontal=True, vertical_alignment="bottom")
    with choices:
        stepping(ds)
        earlier = earlier_date(on)
        layer = Layer.PROVISION if earlier else layer_choice()
    more = st.expander(
        _("Meer keuzes: regio, grenzen en hoe oud bewijs mag zijn"), key="more-choices", on_change="rerun"
    )
    if more.open:  # what is folded away is not sent with every step in time
        with more:
            _more_choices(ds)
    region, division_id, borders, max_age = REGION.get(), DIVISION.get() or None, OUTLINE.get(), MAX_AGE.get()
    if earlier and earlier != on:
        found = within_both(compare(ds, min(earlier, on), max(earlier, on), max_age, division_id), region)
        with choices:
            selected = choose.municipality(ds, found.after.on, found.division.id)
        _two_dates(ds, found, borders, region, _present(found.after, selected))
    else:
        report = within(status_at(ds, on, max_age, division_id), region)
        if more.open:
            with more:
                age_table(report)
        with choices:
            selected = choose.municipality(ds, on, report.division.id)
        _one_date(ds, report, layer, borders, region, _present(report, selected))


def _more_choices(ds: Dataset) -> None:
    where, lines, age = st.columns(3, vertical_alignment="top")
    with where:
        region_choice(ds)
    with lines:
        boundaries()
        outline_choice()
    with age:
        age_limit()


def _present(report: StatusReport, code: str | None) -> str | None:
    """The municipality, when the report has it."""
    return code if code in {r.code for r in report.rows} else None


def within(report: StatusReport, region: str) -> StatusReport:
    """The report for one DUUP region only; whole when none is given."""
    return replace(report, rows=tuple(r for r in report.rows if r.duup_region == region)) if region else report


def within_both(found: Comparison, region: str) -> Comparison:
    """The comparison for one DUUP region only; a municipality counts where it lies on the second date."""
    if not region:
        return found
    rows = tuple(r for r in found.rows if r.after.duup_region == region)
    return replace(
        found,
        before=replace(found.before, rows=tuple(r.before for r in rows)),
        after=replace(found.after, rows=tuple(r.after for r in rows)),
        rows=rows,
    )


def _answer(text: str, region: str = "") -> str:
    full = _("DUUP-regio {region}: {text}").format(region=region, text=text) if region else text
    show(Markup('<p class="answer">{}</p>').format(full))
    return full


def _one_date(ds: Dataset, report: StatusReport, layer: Layer, borders: str, region: str, selected: str | None) -> None:
    found = LAYERS[layer](ds, report) if layer in LAYERS else None
    sentence = _answer(layer_sentences.answer(ds, found) if found else summary.answer(report), region)
    shapes = outlines(ds, report, borders)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        if found:
            layer_map(found, report, borders=shapes, selected=selected, description=sentence, key=MAP)
        else:
            provision_map(report, borders=shapes, selected=selected, description=sentence, key=MAP)
    with right:
        layer_legend(found) if found else status_legend(report)
        _detail(ds, report, selected)
    st.header(_("Alle gemeenten"), anchor=False)
    key = f"dekking-{layer}-{report.division.id}-{region}"  # a choice of row holds for these rows only
    layer_table(found, key=key) if found else status_table(report, key=key, people=False, at_once=True)
    with folded("dekking") as asked:
        if asked:
            downloads(
                ds, lambda: layer_frame(ds, found) if found else status_frame(ds, report),
                name=f"dekking-{layer.value}", title=_("Dekking: {layer}").format(layer=label(layer)),
                sentence=sentence, on=report.on, division=report.division.id,
            )  # fmt: skip
            map_download(ds, MAP, report.on, {r.code: r.inhabitants for r in report.rows})


def _two_dates(ds: Dataset, found: Comparison, borders: str, region: str, selected: str | None) -> None:
    days = (found.before.on, found.after.on)
    sentence = _answer(compare_sentences.answer(found), region)
    two_maps(ds, found, borders, selected)
    left, right = st.columns([6, 5], gap="medium")
    with left:
        change_counts(found)
        transition_table(found)
    with right:
        status_legend(found.after)
        _detail(ds, found.after, selected)
    st.header(_("Gemeenten waar iets veranderde of bleek"), anchor=False)
    change_table(ds, found, key=f"verschil-{days}-{found.division.id}-{region}")
    with folded("vergelijking") as asked:
        if asked:
            downloads(
                ds, lambda: comparison_frame(ds, found), name="vergelijking",
                title=_("Vergelijking van {first} met {second}").format(first=day(days[0]), second=day(days[1])),
                sentence=sentence, on=days[1], division=found.division.id,
            )  # fmt: skip


def _detail(ds: Dataset, report: StatusReport, selected: str | None) -> None:
    if selected:
        row = report.row(selected)
        municipality_detail(ds, report, row)
        municipality_caveats(ds, report, row)
