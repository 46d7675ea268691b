"""Every row in data is shown to a reader: the page on data has each table whole, in words, with sources."""

import html
from functools import cache, partial
from itertools import chain

import pytest
from app_pages import html_of
from app_pages import page as page_of

from coverage.analysis.groups.survey import findings
from coverage.analysis.programmes.practice import practice
from coverage.analysis.programmes.records import programmes
from coverage.analysis.programmes.results import figures
from coverage.analysis.table_words import column_names, rows_in_words
from coverage.dataset import current
from coverage.dataset.tables import TABLES
from coverage.dates import today

page = partial(page_of, "gegevens", blad="rijen")
DS = current()


def test_every_column_has_a_name():
    assert set(column_names()) == {f.name for table in TABLES.values() for f in table.fields}


@pytest.mark.parametrize("name", TABLES)
def test_no_row_and_no_value_is_left_out(name):
    rows, frame = rows_in_words(DS, name, "nl"), DS.table(name)
    assert len(rows) == len(frame)
    for field in TABLES[name].fields:
        shown = [row.cells[field.name] for row in rows]
        silent = frame[field.name].isna() | (frame[field.name].astype(object) == "")
        assert [not text for text in shown] == silent.tolist(), field.name


@pytest.mark.parametrize("name", ["verdicts", "areas", "scheme_rules"])
def test_leafing_shows_each_row_once(name):
    at = page(tabel=name)
    found = html_of(at)
    while not at.button(key="sheet-forward").disabled:
        at.button(key="sheet-forward").click().run()
        found += html_of(at)
    assert not at.exception
    assert found.count("<tr") - found.count("<thead") == len(DS.table(name))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_opens(name):
    at = page(tabel=name)
    assert not at.exception
    assert "Deze tabel is nog leeg" in html_of(at) or "<caption>" in html_of(at)


def test_a_word_narrows_the_rows_and_one_that_no_row_holds_gets_a_friendly_line():
    found = html_of(page(tabel="verdicts", woord="regioplan DEKKING"))
    assert "Regioplan" in found and "Rijen 1 tot en met 10 van 103" not in found
    assert "Geen rij gevonden met “&lt;b&gt;”" in html_of(page(tabel="verdicts", woord="<b>"))


# Where a reader meets what a source says of how programmes work: on the card of the programme, or, of no programme in
# particular, on the part that tells what is hard and what helps, or beside the results.
PRACTICE = {"features": "value", "activities": "activity", "exit_destinations": "value", "partners": "partner"}


@cache
def told_of_nobody() -> str:
    return html_of(page_of("doelgroepen", weergave="stoppen")) + html_of(page_of("programmas", onderdeel="resultaten"))


@pytest.mark.parametrize("name", PRACTICE)
def test_what_sources_tell_of_programmes_has_a_place_beside_the_raw_rows(name):
    told = html.unescape(told_of_nobody())
    of_nobody = DS.table("programmes").set_index("programme_id")["national_scope"]
    for r in DS.table(name).itertuples():
        text = getattr(r, PRACTICE[name])
        if of_nobody[r.programme_id]:
            assert text in told, text
        else:
            lines = chain.from_iterable(practice(DS, r.programme_id, today()).values())
            assert any(text in line.text and line.source_id == r.source_id for line in lines), text


def test_every_figure_has_a_place_beside_the_raw_rows():
    told = html.unescape(told_of_nobody())
    cards = {f for p in programmes(DS) for f in figures(DS, p.id)}
    for r in DS.table("outcomes").itertuples():
        on_a_card = any(f.indicator == r.indicator and f.programme_id == r.programme_id for f in cards)
        assert on_a_card or r.indicator in told, r.indicator


def test_every_row_of_the_survey_but_what_was_derived_has_a_place():
    told = html.unescape(told_of_nobody()) + " ".join(f.what for f in findings(DS))
    for r in DS.table("survey").itertuples():
        assert r.kind == "derived" or r.indicator in told, r.indicator
