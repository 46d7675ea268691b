"""Every row in data is shown to a reader: the page on data has each table whole, in words, with sources."""

from functools import partial

import pytest
from app_pages import html_of
from app_pages import page as page_of

from coverage.analysis.table_words import column_names, rows_in_words
from coverage.dataset import current
from coverage.dataset.tables import TABLES

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
