"""The parts of the page on target groups."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from coverage.analysis.groups.gaps import gaps_at, group_steps, questions
from coverage.analysis.groups.matrix import matrix, national_row
from coverage.analysis.groups.summary import gap_list_answer, matrix_answer, people_of
from coverage.analysis.statements import national_findings
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui import choose, clicks
from coverage.ui.bound import bound, multiselect, pick, pick_from
from coverage.ui.downloads import downloads, folded
from coverage.ui.groups.gaps import ask_first, gap_frame, gap_list
from coverage.ui.groups.leaving import leaving
from coverage.ui.groups.map import group_detail, group_export, group_table, groups_pictured, remaining
from coverage.ui.groups.matrix import matrix_export, matrix_legend, matrix_table
from coverage.ui.groups.national import finding, national_table
from coverage.ui.groups.route import route_part, told_route
from coverage.ui.groups.stances import row_panel
from coverage.ui.groups.tiles import tiles
from coverage.ui.html import show, shown_by
from coverage.ui.map.component import coverage_map
from coverage.ui.map.download import map_download
from coverage.ui.map.named import named_areas
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.groups import DIMENSION, GROUP_VIEW, GROUPS, ROW, SCOPE, TOPIC, GroupView
from coverage.ui.pieces import all_municipalities, answer_line, part_links, subheading, unfolding
from coverage.vocabulary import Dimension, Scope, TargetGroup

MAP = "groepskaart"


def title() -> str:
    """Over the page."""
    return _("Voor wie zijn de programma's, en wie valt erbuiten?")


def matrix_view(ds: Dataset, on: date, max_age: int) -> None:
    """Who says what: choose the question and the rows, open a row or a cell."""
    left, right = st.columns(2)
    with left:
        dimension = Dimension(pick(_("Wat wil je zien?"), DIMENSION, Dimension))
    with right:
        scope = Scope(pick(_("Per"), SCOPE, Scope))
    table = matrix(ds, on, dimension, scope, max_age)
    answer_line(matrix_answer(table))
    rows, columns = {r.key: r for r in table.rows}, {t.value: t for t in table.topics}
    with left:
        row = pick_from(_("Kies een rij"), ROW, {"": _("alle rijen"), **{k: r.title for k, r in rows.items()}})
    with right:
        words = {"": _("alle onderwerpen"), **{k: label(t) for k, t in columns.items()}}
        topic = pick_from(_("Kies een onderwerp"), TOPIC, words)
    if row:
        row_panel(ds, rows[row], columns.get(topic))
    title = matrix_title(dimension, scope)
    unfolding("matrix-legend", _("Wat betekenen de woorden en het streepje?"), matrix_legend)
    matrix_table(table, national_row(ds, on, dimension), title)
    with folded("matrix") as asked:
        if asked:
            rows_of = partial(matrix_export, ds, table)
            downloads(ds, rows_of, name="matrix", title=title, sentence=matrix_answer(table), on=on)


def _choose_groups() -> tuple[TargetGroup, ...]:
    words = {group: label(group) for group in TargetGroup}
    groups = GROUPS.get()
    bound(
        multiselect, _("Doelgroep, of meer tegelijk"), GROUPS, value=list(groups), words=words,
        take=lambda chosen: GROUPS.set(tuple(chosen) or groups),  # emptied, it keeps the last choice
    )  # fmt: skip
    return groups


def route_view(ds: Dataset, on: date, max_age: int) -> None:
    """Which door is there for people of these groups from one municipality?"""
    route_part(ds, on, _choose_groups(), max_age)


def map_view(ds: Dataset, on: date, max_age: int) -> None:
    """One group, or several at once, on the map; the national findings stand beside it."""
    clicks.take_over(ds, MAP)
    groups = _choose_groups()
    report = gaps_at(ds, on, groups, max_age)
    selected = choose.selected(ds, on, report.status.division.id)
    shown = groups_pictured(report, selected)
    answer_line(shown.sentence)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)
    with right:
        show(shown.legend)
        remaining(group_steps(ds, on, groups, max_age))
        finding(ds, national_findings(ds, Dimension.GROUPS, on), groups)
        if selected:
            group_detail(ds, report, selected)
    all_municipalities("group-table", lambda: group_table(report, key="groepstabel"))
    with folded("doelgroep") as asked:
        if asked:
            downloads(
                ds, lambda: group_export(report), name="doelgroep", title=people_of(groups),
                sentence=shown.sentence, on=on, division=report.status.division.id,
            )  # fmt: skip
            map_download(ds, MAP, on, {r.code: r.inhabitants for r in report.rows})


def gaps_view(ds: Dataset, on: date, max_age: int) -> None:
    """All groups as tiles, the same as a table, and what to ask each region first."""
    reports = tuple(gaps_at(ds, on, (g,), max_age) for g in TargetGroup)
    sentence = gap_list_answer(reports)
    answer_line(sentence)
    show(tiles(reports, national_findings(ds, Dimension.GROUPS, on)))
    unfolding("group-figures", _("Dezelfde groepen als tabel"), partial(gap_list, reports))
    title = _("Wat ontbreekt per doelgroep")
    downloads(ds, lambda: gap_frame(reports), name="doelgroepen", title=title, sentence=sentence, on=on)
    subheading(_("Waar vraag je het eerst naar?"))
    ask_first(ds, questions(ds, on, max_age))


def national_view(ds: Dataset, on: date, max_age: int) -> None:
    """What sources said of the country as a whole; no age limit applies to it."""
    national_table(ds, national_findings(ds, Dimension.GROUPS, on))


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page: the map, or the table of another part."""
    parts = part_links(GROUP_VIEW, GroupView)
    if GROUP_VIEW.get() is not GroupView.MAP:
        return Opening(title(), article=_table(ds, DATE.get(), MAX_AGE.get()), parts=parts)
    report = gaps_at(ds, DATE.get(), GROUPS.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.status.division.id)[0]
    shown = groups_pictured(report, selected)
    told = shown_by(
        *([partial(group_detail, ds, report, selected)] if selected else []),
        lambda: remaining(group_steps(ds, report.on, GROUPS.get(), MAX_AGE.get())),
        lambda: finding(ds, national_findings(ds, Dimension.GROUPS, report.on), GROUPS.get()),
    )
    return Opening(title(), shown, parts=told + named_areas(ds, shown.view) + parts)


def _table(ds: Dataset, on: date, max_age: int) -> Markup:
    if GROUP_VIEW.get() is GroupView.NATIONAL:
        return shown_by(lambda: national_view(ds, on, max_age))
    if GROUP_VIEW.get() is GroupView.LEAVING:
        return leaving(ds, on)
    if GROUP_VIEW.get() is GroupView.GAPS:
        return shown_by(lambda: gaps_view(ds, on, max_age))
    if GROUP_VIEW.get() is GroupView.ROUTE:
        code = choose.found(ds, on, status_at(ds, on, max_age).division.id)[0]
        return told_route(ds, on, GROUPS.get(), max_age, code)
    dimension, scope = Dimension(DIMENSION.get()), Scope(SCOPE.get())
    table = matrix(ds, on, dimension, scope, max_age)
    chosen = next((row for row in table.rows if row.key == ROW.get()), None)
    topic = next((t for t in table.topics if t.value == TOPIC.get()), None)
    return shown_by(
        lambda: pick(_("Wat wil je zien?"), DIMENSION, Dimension),
        lambda: pick(_("Per"), SCOPE, Scope),
        lambda: answer_line(matrix_answer(table)),
        *([partial(row_panel, ds, chosen, topic)] if chosen else []),
        lambda: matrix_table(table, national_row(ds, on, dimension), matrix_title(dimension, scope)),
    )


def matrix_title(dimension: Dimension, scope: Scope) -> str:
    """Over the matrix: what stands in the columns and in the rows."""
    return f"{label(dimension).capitalize()} × {label(scope)}"
