"""The whole package as ZIP and as workbook."""

import hashlib
import json
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.tables import TABLES
from coverage.exports.package_xlsx import code_book, package_xlsx
from coverage.exports.package_zip import package_zip
from coverage.exports.workbook import OPTIONS, table_sheet

ON = date(2013, 7, 1)
DS = current()


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(BytesIO(package_xlsx(DS, status_at(DS, ON))))


def test_zip_holds_what_the_data_package_describes_with_the_right_checksums():
    with zipfile.ZipFile(BytesIO(package_zip(DS))) as package:
        assert package.testzip() is None
        described = json.loads(package.read("datapackage.json"))["resources"]
        for resource in described:
            content = package.read(resource["path"])
            assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert {f"{name}.csv" for name in TABLES} <= set(package.namelist())
        assert f"Editie {DS.edition}" in package.read("LEESMIJ.txt").decode()


def test_zip_is_the_same_each_time():
    assert package_zip(DS) == package_zip(DS)


def test_workbook_has_an_explanation_a_code_book_and_every_table(book):
    assert book.sheetnames[:3] == ["leesmij", "codeboek", "status per gemeente"]
    assert set(book.sheetnames[3:]) == set(TABLES)
    for name in TABLES:
        assert book[name].max_row == len(DS.table(name)) + 1, name
    readme = {row[0].value: row[1].value for row in book["leesmij"]}
    assert readme["Editie van de gegevens"] == DS.edition
    assert readme["Peildatum"] == "1 juli 2013"


def test_code_book_tells_every_column_and_every_code():
    frame = code_book()
    fields = {(t.name, f.name) for t in TABLES.values() for f in t.fields}
    assert set(zip(frame["tabel"], frame["kolom"], strict=True)) == fields
    relations = frame[(frame["tabel"] == "claims") & (frame["kolom"] == "relation") & (frame["code"] != "")]
    assert dict(zip(relations["code"], relations["betekenis"], strict=True))["explicit_none"] == "uitdrukkelijk geen"
    assert (frame["betekenis"] != "").all()


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "{=1}", "http://example.org"])
def test_text_in_a_workbook_is_no_formula_and_no_link(text):
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as made:
        table_sheet(made, "x", pd.DataFrame({text: [text, None], "n": [1.5, float("nan")]}))
    sheet = openpyxl.load_workbook(stream)["x"]
    assert [sheet["A1"].data_type, sheet["A2"].data_type] == ["s", "s"]
    assert sheet["A2"].value == text
    assert sheet["A2"].hyperlink is None
    assert (sheet["B2"].value, sheet["A3"].value, sheet["B3"].value) == (1.5, None, None)


def test_no_cell_of_the_workbook_is_a_formula(book):
    assert not [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
