"""The page on target groups as Streamlit runs it, without a browser."""

import json
import re
from datetime import date
from functools import partial

import pytest
from app_pages import html_of
from app_pages import page as page_of
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from coverage.analysis.contradictions import contradictions_about
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.groups.matrix import Cell, matrix, national_row
from coverage.analysis.programmes.records import programme
from coverage.analysis.statements import topics
from coverage.dataset import current
from coverage.dates import today
from coverage.geography.areas import duup_regions
from coverage.i18n import partial_day
from coverage.named_rows import CaveatPlace
from coverage.ui.groups.links import CELL, MatrixPlace
from coverage.ui.params import FIRST_DAY
from coverage.vocabulary import Dimension, GroupCover, Reach, Scope, TargetGroup

page = partial(page_of, "doelgroepen")


@pytest.mark.parametrize("view", ["matrix", "kaart", "gaten", "landelijk", "wegwijzer", "stoppen"])
@pytest.mark.parametrize("on", ["2013-07-01", "2024-01-01"])
def test_every_part_opens(view, on):
    at = page(datum=on, weergave=view)
    assert not at.exception


def test_a_region_tells_who_said_what_when():
    ds, on = current(), date(2018, 12, 31)
    row = next(r for r in matrix(ds, on, Dimension.GROUPS, Scope.REGIONS).rows if r.evidenced and notes_of(r.cells[0]))
    text = html_of(page(datum=str(on), rij=row.key))
    for stance in row.cells[0].stances:
        assert escape(programme(ds, stance.programme_id).name) in text
        for said in stance.statements:
            assert escape(ds.source(said.source_id).title) in text
            assert partial_day(said.date) in text


def test_a_cell_opens_its_sources_only():
    on = date(2018, 12, 31)
    rows = matrix(current(), on, Dimension.GROUPS, Scope.REGIONS).rows
    notes = {(row.key, cell.topic): notes_of(cell) for row in rows for cell in row.cells}
    (key, group), own = next((place, said) for place, said in notes.items() if said)
    other = {note for (k, _g), said in notes.items() if k == key for note in said - own}
    assert other
    panel = next(
        h.proto.body for h in page(datum=str(on), rij=key, kolom=group.value).get("html")
        if 'class="detail"' in h.proto.body
    )  # fmt: skip
    assert all(escape(note) in panel for note in own)
    assert not any(escape(note) in panel for note in other)


def notes_of(cell: Cell) -> set[str]:
    """What sources of a cell remark, each in words of its own."""
    return {said.note for stance in cell.stances for said in stance.statements if len(said.note) > 12}


def test_silence_is_written_out_and_is_never_a_no():
    table = next(
        h.proto.body
        for h in page(datum="2018-12-31", weergave="matrix").get("html")
        if 'class="matrix"' in h.proto.body
    )
    cells = re.findall(r"<td(?: class=(\S+?))?>(.*?)(?=<t[dr]|</t)", table, re.DOTALL)
    assert len(cells) == 18 * len(TargetGroup) + len(TargetGroup)  # regions and the national row
    assert "--silent:'niets gezegd'" in table
    for kind, content in cells:
        words = re.sub(r"<[^>]+>", "", content)
        assert (words == "") == (kind == "")  # page.css draws and says the words of the table in empty cells
        assert ("nee" in words) == kind.startswith("no")


def test_cells_link_to_this_view():
    table = next(
        h.proto.body
        for h in page(datum="2018-12-31", weergave="matrix").get("html")
        if 'class="matrix"' in h.proto.body
    )
    assert re.search(r'href="\?cel=\d+\.g\.\w+\.2018-12-31"', table)


def test_the_link_of_a_cell_gives_the_usual_address():
    at = page(cel="AMS-SK.d.deb.2013-07-01", leeftijd="5")
    assert not at.exception
    assert {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()} == {
        "datum": "2013-07-01", "leeftijd": "5", "vraag": "domains", "rijen": "programmes", "rij": "AMS-SK",
        "kolom": "debt",
    }  # fmt: skip
    assert "schulden" in next(h.proto.body for h in at.get("html") if 'class="detail"' in h.proto.body)


@pytest.mark.parametrize("value", ["13", "13.x", "13.g.zz", ".g.men", "13.g.men.gisteren", "<b>x</b>.g.men"])
def test_a_link_that_points_nowhere_gets_one_line(value):
    at = page(cel=value)
    assert not at.exception
    assert "<b>x</b>" not in html_of(at)
    if not value.startswith("<"):
        assert 'class="notice"' in html_of(at)


@given(st.sampled_from(Dimension), st.data(), st.dates(FIRST_DAY, today()))
def test_a_link_is_read_back_as_it_was_written(dimension, data, on):
    topic = data.draw(st.none() | st.sampled_from(topics(dimension)))
    place = MatrixPlace(data.draw(st.sampled_from(["13", "GM0363", "AMS-SK"])), dimension, topic, on)
    assert CELL.parse(CELL.write(place)) == place


@pytest.mark.parametrize("group", ["men", "men,own_language", "minors"])
def test_map_legend_and_answer_agree_with_the_analysis(group):
    at = page(("group-table",), datum="2018-12-31", weergave="kaart", doelgroep=group)
    report = gaps_at(current(), date(2018, 12, 31), tuple(TargetGroup(g) for g in group.split(",")))
    arguments = json.loads(at.get("component_instance")[0].proto.json_args)
    values = re.search(r'"values":"([^"]*)"', json.dumps(arguments).replace("\\", ""))
    assert values
    order = list(GroupCover)
    counts = report.counts()
    for index, cover in enumerate(order):
        assert values[1].count(str(index)) == counts[cover]
    frame = at.dataframe[0].value
    assert len(frame) == 352
    assert (frame["Wat bekend is"] == GroupCover.SERVED.label()).sum() == counts[GroupCover.SERVED]


def test_national_findings_stand_beside_the_map_with_the_three_wordings():
    said = national_row(current(), date(2024, 1, 1), Dimension.GROUPS)
    group = next(g for g, stance in said.items() if stance.level is Reach.INSUFFICIENT)
    text = html_of(page(datum="2024-01-01", weergave="kaart", doelgroep=group.value))
    assert f"Landelijk: {group.label()} onvoldoende bereikt." in text
    national = html_of(page(datum="2024-01-01", weergave="landelijk"))
    for caveat in contradictions_about(current(), place=CaveatPlace.NATIONAL_FINDINGS):
        assert caveat.id in national and escape(caveat.title) in national


def test_the_gap_list_covers_all_groups_and_regions():
    at = page(datum="2024-01-01", weergave="gaten")
    text = html_of(at)
    assert all(g.label() in text for g in TargetGroup)
    assert all(name in text for name in duup_regions(current(), date(2024, 1, 1))["name"].str.replace("'", "&#39;"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("doelgroep", "vikingen"),
        ("weergave", "<b>x</b>"),
        ("rijen", "1"),
        ("vraag", "?"),
        ("rij", "999"),
        ("kolom", "x"),
    ],
)
def test_bad_values_never_break_the_page(name, value):
    at = page(datum="2013-07-01", **{name: value})
    assert not at.exception
    assert "<b>x</b>" not in html_of(at)


def test_in_english_nothing_falls_over():
    assert not page(datum="2013-07-01", taal="en").exception


@pytest.mark.parametrize(
    ("name", "code", "remark"),
    [
        ("zwolle", "GM0193", ""),
        ("GM0193", "GM0193", ""),
        ("'s-Gravenhage", "GM0518", ""),
        ("Weesp", "GM0363", "Het gebied hoort bij Amsterdam"),
        ("Zuthpen", None, "Misschien Zutphen"),
    ],
)
def test_the_map_knows_every_spelling_that_other_pages_know(name, code, remark):
    at = page(weergave="kaart", gemeente=name, datum="2024-01-01")
    assert at.session_state["groepskaart-view"].selected == code
    assert remark in html_of(at)


@pytest.mark.parametrize("view", ["matrix", "kaart"])
def test_a_name_in_the_address_is_understood_or_said(view: str) -> None:
    assert "is geen gemeente, maar een plaats in" in html_of(page(weergave=view, gemeente="Volendam"))
    assert "geen gemeente" not in html_of(page(weergave=view, gemeente="Scherpenzeel (GLD)"))


def test_a_route_ends_in_a_door_or_in_a_question():
    at = page(datum="2018-12-31", weergave="wegwijzer", gemeente="Leiden", doelgroep="women")
    assert not at.exception
    door = "recent aangetoond programma voor Leiden" in html_of(at)
    assert door or "Vraag voor wie het kan weten" in [s.value for s in at.header]
    at = page(weergave="wegwijzer", gemeente="Zutphen", doelgroep="men,home_workers")
    assert not at.exception
    assert "Vraag voor wie het kan weten" in [s.value for s in at.header]
    assert not page(weergave="wegwijzer", gemeente="Nergenshuizen").exception


def test_what_an_address_holds_of_the_matrix_opens_it():
    assert 'class="tiles"' in html_of(page(datum="2018-12-31"))
    for at in (page(rij="13"), page(vraag="domains"), page(rijen="centres")):
        assert 'class="matrix"' in html_of(at)
