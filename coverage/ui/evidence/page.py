"""The page on coverage: one date in layers, or two dates side by side."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from coverage.analysis import summary
from coverage.analysis.comparison import sentences as compare_sentences
from coverage.analysis.comparison.compare import Comparison, compare
from coverage.analysis.layers import sentences as layer_sentences
from coverage.analysis.layers.states import LAYERS, LayerReport
from coverage.analysis.status import StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.exports.views import comparison_frame, layer_frame, status_frame
from coverage.i18n import _, day, label
from coverage.ui import choose, clicks
from coverage.ui.course import course_section
from coverage.ui.downloads import downloads, folded
from coverage.ui.evidence.age_limit import age_limit, age_table
from coverage.ui.evidence.choices import boundaries, layer_choice, outline_choice, region_choice, why_no_layer
from coverage.ui.evidence.comparison import (
    MAPS,
    change_counts,
    change_table,
    earlier_date,
    transition_table,
    two_maps,
)
from coverage.ui.evidence.forecast import told_forecast
from coverage.ui.evidence.layers import layer_legend, layer_table, layer_view, outlines
from coverage.ui.evidence.timeline import moment_slider, now_line, stepping, timeline_picture
from coverage.ui.folding import folded_on_a_phone
from coverage.ui.groups.survey import survey_panel
from coverage.ui.html import hint, hinted, notice, show, shown_by
from coverage.ui.map import status
from coverage.ui.map.component import coverage_map
from coverage.ui.map.download import map_download
from coverage.ui.map.legend import status_legend
from coverage.ui.map.named import named_areas
from coverage.ui.map.pictured import Pictured
from coverage.ui.municipality.caveats import municipality_caveats
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.evidence import DIVISION, EARLIER, LAYER, OUTLINE, REGION
from coverage.ui.pieces import all_municipalities, answer_line, answered, subheading, unfolding
from coverage.ui.tables import status_table
from coverage.vocabulary import Layer

MAP = "dekking"


def title() -> str:
    """Over the page."""
    return _("Dekking door de tijd")


def intro() -> str:
    """What a reader can do here."""
    return _("Ga langs de momenten en klik op een gemeente. Dan zie je wat bronnen over die gemeente zeggen.")


def show_coverage(ds: Dataset) -> None:
    """The answer, the controls, and the view that the reader chose."""
    clicks.take_over(ds, MAP, *MAPS)
    answer = st.container()
    hint(intro())
    on = moment_slider(ds)
    choices = folded_on_a_phone("coverage", horizontal=True)
    with choices:
        stepping(ds)
        earlier = earlier_date(on)
        layer = Layer.PROVISION if earlier else layer_choice(ds, on, MAX_AGE.get())
    if not earlier:
        why_no_layer(ds, on, MAX_AGE.get())
    more = st.expander(
        _("Meer keuzes: regio, grenzen en hoe oud bewijs mag zijn"), key="more-choices", on_change="rerun"
    )
    if more.open:  # what is folded away is not sent with every step in time
        with more:
            _more_choices(ds)
    region, division_id, borders, max_age = REGION.get(), DIVISION.get() or None, OUTLINE.get(), MAX_AGE.get()
    if region and region not in {r.duup_region for r in status_at(ds, on, max_age, division_id).rows}:
        notice(_("Op {date} bestaat deze DUUP-regio niet.").format(date=day(on)))
        region = ""
    if earlier and earlier != on:
        found = within_both(compare(ds, min(earlier, on), max(earlier, on), max_age, division_id), region)
        with choices:
            selected = choose.choose_municipality(ds, found.after.on, found.division.id)
        sentence = _two_dates(ds, found, borders, region, present(found.after, selected))
    else:
        report = of_region(status_at(ds, on, max_age, division_id), region)
        if more.open:
            with more:
                age_table(report)
        with choices:
            selected = choose.choose_municipality(ds, on, report.division.id)
        sentence = _one_date(ds, report, layer, borders, region, present(report, selected))
    with answer:
        answer_line(sentence)


def _more_choices(ds: Dataset) -> None:
    where, lines, age = st.columns(3, vertical_alignment="top")
    with where:
        region_choice(ds)
    with lines:
        boundaries(ds)
        outline_choice()
    with age:
        age_limit()


def present(report: StatusReport, code: str | None) -> str | None:
    """The municipality, when the report has it."""
    return code if code in {r.code for r in report.rows} else None


def of_region(report: StatusReport, region: str) -> StatusReport:
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


def _of_region(text: str, region: str) -> str:
    return _("DUUP-regio {region}: {text}").format(region=region, text=text) if region else text


def states_of(ds: Dataset, report: StatusReport, layer: Layer) -> LayerReport | None:
    """The states of a layer; None for provision, which the report itself tells."""
    return LAYERS[layer](ds, report) if layer in LAYERS else None


def coverage_pictured(
    ds: Dataset, report: StatusReport, found: LayerReport | None, borders: str, region: str, selected: str | None
) -> Pictured:
    """The map of a layer, or of provision when there is none."""
    lines = outlines(ds, report, borders)
    if found:
        sentence = _of_region(layer_sentences.layer_answer(ds, found), region)
        view = layer_view(found, report.division.id, selected=selected, outlines=lines, description=sentence)
        return Pictured(sentence, view, layer_legend(found))
    sentence = _of_region(summary.country_answer(report), region)
    return status.pictured(report, selected=selected, outlines=lines, sentence=sentence)


def _one_date(ds: Dataset, report: StatusReport, layer: Layer, borders: str, region: str, selected: str | None) -> str:
    found = states_of(ds, report, layer)
    shown = coverage_pictured(ds, report, found, borders, region, selected)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)  # of every layer, so that another one only restyles it
    with right:
        show(shown.legend)
        _detail(ds, report, selected)
    key = f"dekking-{layer}"
    all_municipalities(
        "coverage-table",
        lambda: layer_table(found, report, key=key) if found else status_table(report, key=key, people=False),
    )
    with folded("dekking") as asked:
        if asked:
            downloads(
                ds, lambda: layer_frame(ds, found) if found else status_frame(ds, report),
                name=f"dekking-{layer.value}", title=_("Dekking: {layer}").format(layer=label(layer)),
                sentence=shown.sentence, on=report.on, division=report.division.id,
            )  # fmt: skip
            map_download(ds, MAP, report.on, {r.code: r.inhabitants for r in report.rows})
    return shown.sentence


def _two_dates(ds: Dataset, found: Comparison, borders: str, region: str, selected: str | None) -> str:
    days = (found.before.on, found.after.on)
    sentence = _of_region(compare_sentences.comparison_answer(found), region)
    two_maps(ds, found, borders, selected)
    left, right = st.columns([6, 5], gap="medium")
    with left:
        change_counts(found)
        transition_table(found)
    with right:
        show(status_legend(found.after))
        _detail(ds, found.after, selected)
    _changed(ds, found, f"verschil-{days}")
    with folded("vergelijking") as asked:
        if asked:
            downloads(
                ds, lambda: comparison_frame(ds, found), name="vergelijking",
                title=_("Vergelijking van {first} met {second}").format(first=day(days[0]), second=day(days[1])),
                sentence=sentence, on=days[1], division=found.division.id,
            )  # fmt: skip
    return sentence


def _changed(ds: Dataset, found: Comparison, key: str) -> None:
    subheading(_("Gemeenten waar iets veranderde of bleek"))
    change_table(ds, found, key=key)


def _detail(ds: Dataset, report: StatusReport, selected: str | None) -> None:
    if selected:
        row = report.row(selected)
        municipality_detail(ds, report, row)
        municipality_caveats(ds, report, row)


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page; of two maps what changed, in words."""
    on, earlier, region = DATE.get(), EARLIER.get(), REGION.get()
    time = hinted(intro()) + timeline_picture(ds, today()) + now_line(ds, on, today())
    if earlier and earlier != on:
        found = within_both(
            compare(ds, min(earlier, on), max(earlier, on), MAX_AGE.get(), DIVISION.get() or None), region
        )
        article = answered(_of_region(compare_sentences.comparison_answer(found), region))
        told = shown_by(
            lambda: change_counts(found), lambda: transition_table(found),
            lambda: _changed(ds, found, "verschil"), lambda: _beside(ds),
        )  # fmt: skip
        return Opening(title(), dated=False, article=article, under=time + told)
    report = of_region(status_at(ds, on, MAX_AGE.get(), DIVISION.get() or None), region)
    selected = present(report, choose.found(ds, on, report.division.id)[0])
    states = states_of(ds, report, LAYER.get())
    shown = coverage_pictured(ds, report, states, OUTLINE.get(), region, selected)
    detail = shown_by(lambda: _detail(ds, report, selected))
    parts = detail + named_areas(ds, shown.view) + shown_by(lambda: _beside(ds))
    return Opening(title(), shown, dated=False, under=time, parts=parts)


def _beside(ds: Dataset) -> None:
    """What the app unfolds under the map."""
    unfolding("course", _("Verloop sinds 2011"), lambda: course_section(ds, today(), MAX_AGE.get()))
    unfolding("forecast", _("Wat veroudert wanneer?"), lambda: shown_by(lambda: told_forecast(ds)))
    words = _("Ernaast: de enquête van 2018 onder gemeenten")
    unfolding("survey", words, lambda: shown_by(lambda: survey_panel(ds)))
